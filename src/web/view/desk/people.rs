//! Who is who: representatives, people the law treats apart; and what somebody complains about.

use crate::domain::case::Flag;
use crate::domain::language::Lang;
use crate::web::view::desk::Step;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::parts::Choice;
use crate::web::view::{pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/representative`: `go` (`accept`, `refuse`), `evidence`, `identity`,
/// `gets_answer`; `missing`.
#[derive(Debug, Clone, Serialize)]
pub struct Authority {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Who writes.
    pub name: String,
    /// In what capacity: code of the kind.
    pub kind: String,
    /// Code of the judgement so far.
    pub judgement: String,
    /// What the last judgement rests on: authority, identity.
    pub judged: Option<(String, String)>,
    /// How sure we are of the person.
    pub level: u8,
    /// The person is a child.
    pub is_child: bool,
    /// What was seen.
    pub evidence: String,
    /// How it was made sure who they are.
    pub identity: String,
    /// They get the answer.
    pub gets_answer: bool,
    /// What is missing.
    pub missing: String,
    /// Language of the letters.
    pub language: Lang,
}

/// A flag of people apart.
#[derive(Debug, Clone, Serialize)]
pub struct ApartFlag {
    /// The flag: the field's value.
    pub flag: Flag,
    /// Set.
    pub on: bool,
    /// Chosen to be changed.
    pub chosen: bool,
}

/// `GET|POST /desk/cases/{id}/apart`: `flag`, `reason`.
#[derive(Debug, Clone, Serialize)]
pub struct Apart {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The flags.
    pub flags: Vec<ApartFlag>,
    /// What was seen.
    pub reason: String,
    /// The country whose law about the dead counts.
    pub country: String,
}

/// `GET|POST /desk/cases/{id}/complaint`: `channel`, `received_on`, `complaint`.
#[derive(Debug, Clone, Serialize)]
pub struct Complain {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// How it came.
    pub channels: Vec<Choice>,
    /// As typed.
    pub received_on: String,
    /// Today.
    pub today_on: NaiveDate,
    /// In words.
    pub complaint: String,
}

/// `GET|POST /desk/cases/{id}/settle`: `words`, `go` (`check`, `settle`).
#[derive(Debug, Clone, Serialize)]
pub struct Settle {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// What the person complains about.
    pub complaint: Vec<String>,
    /// What came of it.
    pub words: String,
    /// Language of the letter.
    pub language: Lang,
    /// The letter as it stands.
    pub letter: LetterPreview,
}

/// A complaint in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ComplaintRow {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Who complains; none when it is hidden or missing.
    pub person: Option<String>,
    /// Which of our organisations, shown when there are several.
    pub controller: Option<String>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// Nobody has answered it.
    pub is_open: bool,
}

/// `GET /desk/complaints`.
#[derive(Debug, Clone, Serialize)]
pub struct Complaints {
    /// The frame.
    pub desk: Desk,
    /// Oldest first.
    pub rows: Vec<ComplaintRow>,
}

/// Asked before anything is opened that may show a protected address.
#[derive(Debug, Clone, Serialize)]
pub struct Covered {
    /// The frame.
    pub desk: Desk,
    /// The case.
    pub step: Step,
    /// Where it opens.
    pub href: String,
}

pages! {
    Covered => "desk/covered.html",
    Authority => "desk/authority.html",
    Apart => "desk/apart.html",
    Complain => "desk/complain.html",
    Settle => "desk/settle.html",
    Complaints => "desk/complaints.html",
}
