//! More time, and a person who withdraws on paper or by phone.

use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::desk::{RequestChoice, Step};
use crate::web::view::parts::{SumStep, Tick};
use crate::web::view::{pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/extend/{request}`: `ground` each (`complexity`, `number`), `why`,
/// `late_reason`, `go` (`check`, `extend`).
#[derive(Debug, Clone, Serialize)]
pub struct Extend {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right.
    pub right: Right,
    /// Language of the letter.
    pub language: Lang,
    /// Due now.
    pub due_on: NaiveDate,
    /// Due if extended.
    pub extended_on: NaiveDate,
    /// How the new date is computed.
    pub sums: Vec<SumStep>,
    /// Last safe day.
    pub last_on: NaiveDate,
    /// Days to it; negative when past.
    pub days: i64,
    /// Past the safe day but still possible with a reason, marked disputable, until this day.
    pub disputable_until_on: Option<NaiveDate>,
    /// Ticked grounds.
    pub grounds: Vec<String>,
    /// Reasons in words.
    pub why: String,
    /// Why it is told after the safe day.
    pub late_reason: String,
    /// The complaint route as it stands in the letter.
    pub remedies: Vec<String>,
    /// What law demands and whether it is there.
    pub complete: Vec<Tick>,
    /// The letter as it stands.
    pub letter: LetterPreview,
}

/// `GET|POST /desk/cases/{id}/withdraw`: `request` each, `evidence`, `told_on`.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawByEvidence {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The open requests.
    pub requests: Vec<RequestChoice>,
    /// What was written, as typed.
    pub evidence: String,
    /// The day it came, as typed.
    pub told_on: String,
    /// Undo is possible until.
    pub undo_until_on: NaiveDate,
}

pages! { Extend => "desk/extend.html", WithdrawByEvidence => "desk/withdraw.html" }
