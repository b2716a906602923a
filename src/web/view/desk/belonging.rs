//! Where a request belongs: its rights, another case, another organisation, no request at all; and
//! the day it came.

use crate::domain::language::Lang;
use crate::domain::read_as::ReadAs;
use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::desk::rights::RightChoice;
use crate::web::view::parts::Choice;
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/add-right` and `…/split/{request}`: `right`, and for the first `since`
/// (`first`, `today`).
#[derive(Debug, Clone, Serialize)]
pub struct AddRight {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The request that is split, with its right; none when a right is added.
    pub split: Option<(String, Right)>,
    /// The rights, each with the date it would have; none where there is an open request of it.
    pub choices: Vec<RightChoice>,
    /// Whether it stood in the first message.
    pub since: String,
    /// What the person wrote.
    pub words: Vec<String>,
}

/// `GET|POST /desk/cases/{id}/not-a-request/{request}`: `read_as`, `what`, `passed_to`, `go`
/// (`check`, `close`).
#[derive(Debug, Clone, Serialize)]
pub struct NotARequest {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right as we understood it.
    pub right: Right,
    /// What the person wrote.
    pub words: Vec<String>,
    /// What it can be read as.
    pub kinds: Vec<ReadAs>,
    /// What was chosen; empty: nothing yet.
    pub read_as: String,
    /// The same in our own words.
    pub what: String,
    /// Who gets it.
    pub passed_to: String,
    /// Language of the letter.
    pub language: Lang,
    /// The letter as it stands.
    pub letter: LetterPreview,
}

/// A case that may be the same person's.
#[derive(Debug, Clone, Serialize)]
pub struct SameCase {
    /// Case id: the field's value.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// The name given there; none when it is hidden.
    pub name: Option<String>,
    /// The day of receipt that is kept, and the date that goes with it; none when nothing is open there.
    pub kept: Option<(NaiveDate, NaiveDate)>,
    /// Why it cannot be chosen.
    pub why_not: Option<Said>,
    /// Chosen.
    pub chosen: bool,
}

/// `GET|POST /desk/cases/{id}/duplicate/{request}`: `of_case`, `sure`.
#[derive(Debug, Clone, Serialize)]
pub struct Duplicate {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// Its right.
    pub right: Right,
    /// The day it was received here.
    pub received_on: NaiveDate,
    /// The name given here.
    pub name: Option<String>,
    /// The other cases, newest first.
    pub cases: Vec<SameCase>,
    /// Ticked: it is the same person.
    pub sure: bool,
}

/// An organisation of this house a case can go to.
#[derive(Debug, Clone, Serialize)]
pub struct MoveChoice {
    /// Its slug: the field's value.
    pub value: String,
    /// Its name.
    pub name: String,
    /// The dates by its calendar.
    pub dates: Vec<(Right, NaiveDate)>,
    /// Chosen.
    pub chosen: bool,
}

/// `GET|POST /desk/cases/{id}/move`: `to`.
#[derive(Debug, Clone, Serialize)]
pub struct MoveTo {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Whose it is now.
    pub now: String,
    /// The dates as they are.
    pub dates: Vec<(Right, NaiveDate)>,
    /// Where it can go.
    pub choices: Vec<MoveChoice>,
}

/// A date before and after.
#[derive(Debug, Clone, Serialize)]
pub struct DateChange {
    /// The right.
    pub right: Right,
    /// As it is.
    pub was_on: NaiveDate,
    /// As it would be.
    pub on: NaiveDate,
}

/// `GET|POST /desk/cases/{id}/received`: `received_on`, `reason`, `go` (`check`, `correct`).
#[derive(Debug, Clone, Serialize)]
pub struct ReceivedDate {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The day as it is.
    pub was_on: NaiveDate,
    /// As typed.
    pub received_on: String,
    /// Today.
    pub today_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// The dates before and after; empty until a possible day was typed.
    pub changes: Vec<DateChange>,
    /// It gets later: the person is told.
    pub is_later: bool,
    /// Language of the letter.
    pub language: Lang,
}

/// `GET|POST /desk/cases/{id}/instruction`: `customer`, `email`, `agreement`, `channel`,
/// `received_on`, `right` each, `words`.
#[derive(Debug, Clone, Serialize)]
pub struct InstructionForm {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Who instructs.
    pub customer: String,
    /// Their address.
    pub email: String,
    /// The agreement.
    pub agreement: String,
    /// How it came (codes of the channels, chosen marked).
    pub channels: Vec<Choice>,
    /// As typed.
    pub received_on: String,
    /// Today.
    pub today_on: NaiveDate,
    /// Every right, chosen marked.
    pub rights: Vec<(Right, bool)>,
    /// The instruction.
    pub words: String,
}

/// A controller of the directory.
#[derive(Debug, Clone, Serialize)]
pub struct CustomerChoice {
    /// Its code: the field's value.
    pub value: String,
    /// Its name.
    pub name: String,
    /// The agreement with it.
    pub agreement: String,
    /// Why it cannot be chosen.
    pub why_not: Option<Said>,
    /// Chosen.
    pub chosen: bool,
}

/// `GET|POST /desk/cases/{id}/forward/{request}`: `customer`, `rest` (`ours`, `none`), `go` (`check`,
/// `forward`).
#[derive(Debug, Clone, Serialize)]
pub struct Forward {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// Its right.
    pub right: Right,
    /// Whom the directory has.
    pub customers: Vec<CustomerChoice>,
    /// The day somebody looks whether they took it.
    pub due_on: NaiveDate,
    /// Nothing of ours remains.
    pub closes: bool,
    /// May confirm that: officers.
    pub can_close: bool,
    /// The letter to the person, once somebody is chosen.
    pub letter: Option<LetterPreview>,
}

pages! {
    Forward => "desk/forward.html",
    AddRight => "desk/add_right.html",
    NotARequest => "desk/not_a_request.html",
    Duplicate => "desk/duplicate.html",
    MoveTo => "desk/move.html",
    ReceivedDate => "desk/received.html",
    InstructionForm => "desk/instruction.html",
}
