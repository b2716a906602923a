//! The answer: outcome, grounds, words, what is missing, the letter as it stands; and its review.

use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::desk::record::Group;
use crate::web::view::parts::Tick;
use crate::web::view::{Moment, Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/answer/{request}`: `outcome`, for each ground ticked in `ground` its
/// `what-{code}` and `why-{code}`, the ground on which something found is withheld by
/// [`FoundLine::name`], `provided`, `words`, `approver`, `go` (`check` or `submit`).
#[derive(Debug, Clone, Serialize)]
pub struct AnswerForm {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right.
    pub right: Right,
    /// Where the request stands: from assessing only the outcomes without collecting are offered.
    pub state: State,
    /// Language of the letter.
    pub language: Lang,
    /// The date that counts.
    pub due_on: NaiveDate,
    /// Days to it.
    pub days: i64,
    /// Last day a refusal is in time (`last_day_extend`).
    pub refuse_by_on: NaiveDate,
    /// That day is past.
    pub refuse_late: bool,
    /// What may be chosen.
    pub outcomes: Vec<Outcome>,
    /// What is chosen.
    pub outcome: Option<Outcome>,
    /// The grounds law offers for this right.
    pub grounds: Vec<GroundChoice>,
    /// The right knows no refusal (`ground-none-marketing`, `ground-none-consent`).
    pub no_refusal: Option<Said>,
    /// What was found and may be withheld from the package; empty for rights without one.
    pub found: Vec<FoundSource>,
    /// The grounds it can be withheld on.
    pub withheld_grounds: Vec<String>,
    /// Documents may be marked as provided by the person (portability).
    pub is_portability: bool,
    /// The part that differs per right.
    pub record: Vec<Group>,
    /// Our own words in the letter.
    pub words: String,
    /// Where was searched, for "nothing held".
    pub searched: Vec<String>,
    /// The supervisory authority and court as they will stand in the letter.
    pub remedies: Vec<String>,
    /// What law demands and whether it is there.
    pub complete: Vec<Tick>,
    /// The letter as it stands.
    pub letter: LetterPreview,
    /// Who could approve; empty when it is done single-handed.
    pub approvers: Vec<String>,
    /// The event the main button sends: submit for review with or without collecting.
    pub can_submit: bool,
    /// Why it cannot be sent for review yet.
    pub blocked: Option<Said>,
}

/// What one source or system held.
#[derive(Debug, Clone, Serialize)]
pub struct FoundSource {
    /// Its name.
    pub name: String,
    /// Its tables, and last its documents.
    pub groups: Vec<FoundGroup>,
}

/// A table with its columns, or the documents.
#[derive(Debug, Clone, Serialize)]
pub struct FoundGroup {
    /// Name of the table; none for documents.
    pub label: Option<String>,
    /// Records or documents in it.
    pub count: i64,
    /// Something in it is chosen.
    pub chosen: bool,
    /// The table itself and its columns, or the documents.
    pub lines: Vec<FoundLine>,
}

/// One thing that can be withheld: a field of the form.
#[derive(Debug, Clone, Serialize)]
pub struct FoundLine {
    /// Id of the field.
    pub id: String,
    /// Name of the field: what it is about.
    pub name: String,
    /// What it is called; none: the whole table.
    pub label: Option<String>,
    /// The ground chosen; empty: it is given out.
    pub ground: String,
    /// Of a document: its file.
    pub file_id: Option<String>,
    /// Of a document: marked as provided by the person.
    pub provided: bool,
}

/// One ground to tick.
#[derive(Debug, Clone, Serialize)]
pub struct GroundChoice {
    /// Code (`ground-{code}-label`).
    pub code: String,
    /// Article as written in a letter.
    pub article: String,
    /// Ticked.
    pub chosen: bool,
    /// What it concerns, in the person's words.
    pub what: String,
    /// The reason as a whole sentence.
    pub why: String,
}

/// `GET /desk/cases/{id}/review/{request}`; `POST …/approve`, `POST …/changes` (`comment`),
/// `POST …/recall` (`comment`).
#[derive(Debug, Clone, Serialize)]
pub struct Review {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right.
    pub right: Right,
    /// In review or ready.
    pub state: State,
    /// The outcome proposed.
    pub outcome: Outcome,
    /// Who wrote it.
    pub author: String,
    /// The date that counts.
    pub due_on: NaiveDate,
    /// Days to it.
    pub days: i64,
    /// May approve.
    pub can_approve: bool,
    /// Approving is marked single-handed.
    pub single_handed: bool,
    /// Why not (`error-staff-self`).
    pub blocked: Option<Said>,
    /// May send it back.
    pub can_change: bool,
    /// May take an approval back.
    pub can_recall: bool,
    /// As typed.
    pub comment: String,
    /// What was done, as it was written.
    pub record: Vec<Group>,
    /// Language of the letter.
    pub language: Lang,
    /// The letter.
    pub letter: LetterPreview,
    /// The package; none for rights without one, or while it is being built.
    pub package: Option<PackagePreview>,
    /// What was checked.
    pub checks: Vec<Tick>,
}

/// What a package holds.
#[derive(Debug, Clone, Serialize)]
pub struct PackagePreview {
    /// Built, local time.
    pub made_at: Moment,
    /// Source, category, records.
    pub contents: Vec<PackageLine>,
    /// Records in all.
    pub records: i64,
    /// What is withheld: the thing, the ground, and the reason the person reads.
    pub withheld: Vec<(String, Said, String)>,
    /// Files with size and hash.
    pub files: Vec<PackageFile>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
    /// The readable page as the person will see it.
    pub page_href: Option<String>,
    /// What reading it again has shown.
    pub checks: Vec<Tick>,
}

/// One line of the contents.
#[derive(Debug, Clone, Serialize)]
pub struct PackageLine {
    /// Source or system.
    pub source: String,
    /// Category; none when nothing is held there.
    pub category: Option<String>,
    /// How it was found.
    pub how: String,
    /// Records.
    pub records: i64,
}

/// One file of the package.
#[derive(Debug, Clone, Serialize)]
pub struct PackageFile {
    /// Path in the package.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
}

pages! { AnswerForm => "desk/answer.html", Review => "desk/review.html" }
