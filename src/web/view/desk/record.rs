//! The part of an answer that differs per right, as groups of inputs; and what goes on after it.

use crate::domain::fulfilment::{NoticeKind, NoticeStatus};
use crate::domain::language::Lang;
use crate::web::view::desk::Step;
use crate::web::view::parts::Choice;
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

codes! {
    /// What an input looks like.
    pub enum InputKind {
        /// One line.
        Line = "line",
        /// Several lines.
        Area = "area",
        /// A date.
        Date = "date",
        /// One of several, all in sight.
        Radio = "radio",
        /// One of several.
        Select = "select",
        /// Any of several.
        Checks = "checks",
        /// Yes or no.
        Check = "check",
        /// A sentence, no input.
        Told = "told",
        /// A heading inside the group.
        Head = "head",
    }
}

/// A part of the record.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Id of the heading.
    pub id: String,
    /// What it is about.
    pub title: Said,
    /// A sentence under it.
    pub more: Option<Said>,
    /// Its inputs.
    pub inputs: Vec<Input>,
}

/// One input.
#[derive(Debug, Clone, Serialize)]
pub struct Input {
    /// What it looks like.
    pub kind: InputKind,
    /// Name of the field.
    pub name: String,
    /// What it is.
    pub label: Said,
    /// A sentence under it.
    pub hint: Option<Said>,
    /// As typed.
    pub value: String,
    /// What can be chosen.
    pub options: Vec<Opt>,
    /// It stands in the letter, in the language of the case.
    pub in_letter: bool,
}

/// Something to choose.
#[derive(Debug, Clone, Serialize)]
pub struct Opt {
    /// The value.
    pub value: String,
    /// What it is called.
    pub label: Said,
    /// Chosen.
    pub chosen: bool,
}

/// `GET /desk/cases/{id}/follow-ups`; each form posts to its own path below it.
#[derive(Debug, Clone, Serialize)]
pub struct FollowUps {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Language of the letters.
    pub language: Lang,
    /// May change anything.
    pub can_work: bool,
    /// The restrictions.
    pub restrictions: Vec<RestrictionLine>,
    /// Open requests that could be restricted meanwhile, by id.
    pub requests: Vec<Choice>,
    /// The cases of art. 18(1).
    pub cases: Vec<Opt>,
    /// The exceptions of art. 18(2).
    pub exceptions: Vec<Opt>,
    /// The notices to recipients.
    pub notices: Vec<NoticeLine>,
    /// The backups.
    pub backups: Vec<BackupLine>,
    /// Today.
    pub today_on: NaiveDate,
    /// What we ask for by default: two weeks from today.
    pub reply_by_on: NaiveDate,
    /// As typed in the form that has to be mended, by field.
    pub typed: BTreeMap<String, String>,
}

/// A restriction.
#[derive(Debug, Clone, Serialize)]
pub struct RestrictionLine {
    /// Row id.
    pub id: String,
    /// What is restricted.
    pub what: String,
    /// Why.
    pub case: Said,
    /// From when.
    pub from_on: NaiveDate,
    /// When it was lifted.
    pub lifted_on: Option<NaiveDate>,
    /// Its request is decided, so it ends.
    pub is_decided: bool,
    /// Where the notice of art. 18(3) stands.
    pub notice: Said,
    /// It may be lifted now.
    pub can_lift: bool,
    /// What it was used for meanwhile: when, why, what.
    pub uses: Vec<(NaiveDate, Said, String)>,
}

/// A notice to a recipient.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeLine {
    /// Row id.
    pub id: String,
    /// Who.
    pub name: String,
    /// They can be written to.
    pub has_address: bool,
    /// What they are told.
    pub kind: NoticeKind,
    /// Where it stands.
    pub status: NoticeStatus,
    /// It is settled.
    pub is_open: bool,
    /// By when we asked for an answer.
    pub reply_by_on: Option<NaiveDate>,
    /// How, what they answered, or why not.
    pub proof: String,
}

/// Backups that hold what was erased.
#[derive(Debug, Clone, Serialize)]
pub struct BackupLine {
    /// Row id.
    pub id: String,
    /// When they have turned over.
    pub due_on: NaiveDate,
    /// The day has come.
    pub is_due: bool,
    /// It was checked.
    pub is_done: bool,
    /// How.
    pub how: String,
}

/// `GET /desk/follow-ups`.
#[derive(Debug, Clone, Serialize)]
pub struct FollowList {
    /// The frame.
    pub desk: Desk,
    /// Everything that goes on, by kind.
    pub lines: Vec<FollowLine>,
}

/// One line of it.
#[derive(Debug, Clone, Serialize)]
pub struct FollowLine {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// What it is.
    pub kind: Said,
    /// Why, or what about.
    pub detail: Said,
    /// The date.
    pub on: Option<NaiveDate>,
    /// The date has come.
    pub is_due: bool,
}

pages! { FollowUps => "desk/follow_ups.html", FollowList => "desk/follow_list.html" }
