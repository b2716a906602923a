//! The books of a privacy officer: the suppression list, notices of the right to object, disclosures to
//! authorities, training.

use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::{Moment, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/suppression`: `go` = `look`, `add` or `lift`.
#[derive(Debug, Clone, Serialize)]
pub struct SuppressionList {
    /// The frame.
    pub desk: Desk,
    /// Whose lists there are.
    pub controllers: Vec<Choice>,
    /// Mail addresses and phone numbers on the chosen list.
    pub counts: (i64, i64),
    /// What was typed.
    pub address: String,
    /// Reason typed.
    pub reason: String,
    /// What was found; none while nothing was asked.
    pub found: Option<Vec<StopLine>>,
    /// Whether the newest of them is in force.
    pub is_on: bool,
    /// What was done (`suppression-did-…`).
    pub did: Option<&'static str>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// One stop in the history of an address.
#[derive(Debug, Clone, Serialize)]
pub struct StopLine {
    /// How it came (`suppression-origin-…`).
    pub origin: String,
    /// When.
    pub at: Moment,
    /// Why, in words.
    pub reason: Option<String>,
    /// When it was taken off, and why.
    pub lifted: Option<(Moment, String)>,
}

/// `GET|POST /desk/right-to-object`.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectionNotices {
    /// The frame.
    pub desk: Desk,
    /// Whether this reader may enter.
    pub may_enter: bool,
    /// Who can have told.
    pub controllers: Vec<Choice>,
    /// Codes of the ways.
    pub told_by: Vec<&'static str>,
    /// Way chosen.
    pub way: String,
    /// Day typed.
    pub given_on: String,
    /// Occasion typed.
    pub occasion: String,
    /// Audience typed.
    pub audience: String,
    /// The notice's own pages: controller and link.
    pub pages: Vec<(String, String)>,
    /// Newest first.
    pub notices: Vec<NoticeLine>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// One time people were told.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeLine {
    /// Day.
    pub on: NaiveDate,
    /// Controller.
    pub controller: String,
    /// Occasion.
    pub occasion: String,
    /// Who was told.
    pub audience: String,
    /// How (`notice-way-…`).
    pub way: String,
    /// Version of the text.
    pub text_version: String,
    /// Who entered it.
    pub by: String,
}

/// `GET|POST /desk/disclosures`.
#[derive(Debug, Clone, Serialize)]
pub struct Disclosures {
    /// The frame.
    pub desk: Desk,
    /// Whether this reader may enter.
    pub may_enter: bool,
    /// Whose data.
    pub controllers: Vec<Choice>,
    /// Codes of the outcomes.
    pub outcomes: Vec<&'static str>,
    /// What was typed.
    pub typed: DisclosureTyped,
    /// Newest first.
    pub lines: Vec<DisclosureLine>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// A form about a disclosure, as typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DisclosureTyped {
    /// Day asked.
    pub asked_on: String,
    /// Day decided.
    pub decided_on: String,
    /// Outcome.
    pub outcome: String,
    /// Who asked.
    pub asker: String,
    /// Legal ground.
    pub basis: String,
    /// What.
    pub what: String,
    /// About whom.
    pub about: String,
    /// Who decided.
    pub decided_by: String,
    /// Why not.
    pub why: String,
}

/// One disclosure.
#[derive(Debug, Clone, Serialize)]
pub struct DisclosureLine {
    /// Day asked.
    pub asked_on: NaiveDate,
    /// Day decided.
    pub decided_on: NaiveDate,
    /// Controller.
    pub controller: String,
    /// Outcome (`disclosure-outcome-…`).
    pub outcome: String,
    /// Who asked.
    pub asker: String,
    /// Legal ground.
    pub basis: String,
    /// What.
    pub what: String,
    /// About whom.
    pub about: String,
    /// Who decided.
    pub decided_by: String,
    /// Why not.
    pub why: String,
}

/// `GET|POST /desk/training`.
#[derive(Debug, Clone, Serialize)]
pub struct TrainingBook {
    /// The frame.
    pub desk: Desk,
    /// Whether this reader may enter.
    pub may_enter: bool,
    /// Colleagues to choose.
    pub colleagues: Vec<Choice>,
    /// Codes of the kinds.
    pub kinds: Vec<&'static str>,
    /// Kind chosen.
    pub kind: String,
    /// What, as typed.
    pub what: String,
    /// Day typed.
    pub done_on: String,
    /// Last day typed.
    pub valid_until_on: String,
    /// Everybody.
    pub members: Vec<MemberLine>,
    /// How many lack something.
    pub lacking: i64,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// One member of staff.
#[derive(Debug, Clone, Serialize)]
pub struct MemberLine {
    /// Name.
    pub name: String,
    /// Whether they may sign in.
    pub is_active: bool,
    /// Kinds of which nothing is good today.
    pub lacking: Vec<&'static str>,
    /// Entries, newest first.
    pub records: Vec<TrainingLine>,
}

/// One entry.
#[derive(Debug, Clone, Serialize)]
pub struct TrainingLine {
    /// Kind (`training-kind-…`).
    pub kind: &'static str,
    /// What.
    pub what: String,
    /// When.
    pub done_on: NaiveDate,
    /// Last day.
    pub valid_until_on: Option<NaiveDate>,
    /// Whether it has run out.
    pub is_over: bool,
}

pages! {
    SuppressionList => "desk/suppression.html",
    ObjectionNotices => "desk/objection_notices.html",
    Disclosures => "desk/disclosures.html",
    TrainingBook => "desk/training.html",
}
