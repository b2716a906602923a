//! Keeping our own cases: legal hold, the bin, and the lists an officer erases from.

use crate::domain::outcome::Outcome;
use crate::domain::retention::Keeper;
use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::parts::FieldError;
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/hold`: `reason`.
#[derive(Debug, Clone, Serialize)]
pub struct HoldPage {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The hold that is on; none: it is put on.
    pub held: Option<Held>,
    /// Typed.
    pub reason: String,
}

/// A legal hold, who put it on, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    /// Name.
    pub user: String,
    /// Since.
    pub on: NaiveDate,
    /// In their words; empty where they cannot be read.
    pub reason: String,
}

/// `GET|POST /desk/cases/{id}/bin`: `reason`.
#[derive(Debug, Clone, Serialize)]
pub struct BinPage {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// It lies there: it is taken out.
    pub is_in: bool,
    /// Typed.
    pub reason: String,
}

/// How long a case is kept, beside it.
#[derive(Debug, Clone, Serialize)]
pub struct KeepingPanel {
    /// Until when, and why until then.
    pub said: Said,
    /// That day has passed.
    pub is_over: bool,
    /// The hold that is on.
    pub held: Option<Held>,
    /// What else keeps it after that day.
    pub kept_by: Vec<Keeper>,
    /// Where its evidence can be taken out, for whoever may.
    pub evidence: Option<String>,
}

/// `GET /desk/retention`; `POST /desk/retention/erase`, `…/purge`: `case` each, `nobody_asks`.
#[derive(Debug, Clone, Serialize)]
pub struct RetentionPage {
    /// The frame.
    pub desk: Desk,
    /// May be erased.
    pub ready: Vec<ReachedLine>,
    /// Reached, and kept all the same.
    pub kept: Vec<ReachedLine>,
    /// The bin.
    pub binned: Vec<BinLine>,
    /// Whether one in the bin may go.
    pub may_purge: bool,
    /// Erasures that were decided and are being finished.
    pub unfinished: i64,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// A case whose retention is reached. No name: the reference is enough to decide.
#[derive(Debug, Clone, Serialize)]
pub struct ReachedLine {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Which of our organisations.
    pub controller: String,
    /// Its rights and how they ended.
    pub requests: Vec<(Right, Option<Outcome>)>,
    /// The first day it may be erased.
    pub reached_on: NaiveDate,
    /// What keeps it.
    pub kept_by: Vec<Keeper>,
    /// Ticked.
    pub chosen: bool,
}

/// A case in the bin.
#[derive(Debug, Clone, Serialize)]
pub struct BinLine {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Which of our organisations.
    pub controller: String,
    /// Since when it lies there.
    pub since_on: NaiveDate,
    /// The first day it can be deleted.
    pub until_on: NaiveDate,
    /// That day has come.
    pub may_go: bool,
    /// On legal hold.
    pub is_held: bool,
    /// Ticked.
    pub chosen: bool,
}

pages! {
    HoldPage => "desk/hold.html",
    BinPage => "desk/bin.html",
    RetentionPage => "desk/retention.html",
}
