//! Collecting: choose the places, answer a task by hand, read what was found.

use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::web::view::desk::identity::Candidate;
use crate::web::view::desk::{RequestChoice, Step};
use crate::web::view::parts::FileLink;
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/collect`: `request` each, `source` each, `record` each, for every
/// row by hand `hand-{no}`, `question-{no}`, `due-{no}`; `due_on`; `go` (`more` for one more row);
/// for a record nothing proven points at, its `why-…`.
#[derive(Debug, Clone, Serialize)]
pub struct StartCollecting {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Requests that may start.
    pub requests: Vec<RequestChoice>,
    /// Connected sources with the records found; none while the level is missing.
    pub sources: Vec<SourceChoice>,
    /// Rows for systems and colleagues asked by hand.
    pub hands: Vec<HandTask>,
    /// There can be one more (`go` is `more`).
    pub can_add: bool,
    /// The last row has just been added: that is where to go on.
    pub is_added: bool,
    /// Tasks are due by, as typed.
    pub due_on: String,
    /// What will be searched for, masked.
    pub identifiers: Vec<String>,
    /// Collecting may start; else the errors say why not.
    pub can_start: bool,
}

/// A connected source to search.
#[derive(Debug, Clone, Serialize)]
pub struct SourceChoice {
    /// Sent as `source`.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Ticked.
    pub chosen: bool,
    /// Why it does not answer (`fault-…`).
    pub trouble: Option<Said>,
    /// Records that may be the person's, to tick as `record`.
    pub records: Vec<Candidate>,
}

/// A task by hand, as typed.
#[derive(Debug, Clone, Serialize)]
pub struct HandTask {
    /// Number of its row.
    pub no: usize,
    /// System or colleague.
    pub name: String,
    /// What is asked.
    pub question: String,
    /// By when; empty: with the others.
    pub due_on: String,
}

/// `GET|POST /desk/cases/{id}/tasks/{task}`, multipart: `found` (`yes`, `none`), `paste`, `file`
/// each, `category`, `provided` (`yes`, `no`), `ground`, `place`.
#[derive(Debug, Clone, Serialize)]
pub struct TaskPage {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Task id.
    pub task_id: String,
    /// The system or source.
    pub name: String,
    /// Source or hand.
    pub holder: Holder,
    /// Its state.
    pub state: TaskState,
    /// By when.
    pub due_on: NaiveDate,
    /// Days to it.
    pub days: i64,
    /// The rights it is for.
    pub rights: Vec<Right>,
    /// What to look for: kind, value, and whether it is proven to be the person's.
    pub look_for: Vec<(String, String, bool)>,
    /// What was asked of whoever holds the data.
    pub question: String,
    /// It can be answered here.
    pub can_answer: bool,
    /// Why a source failed; it can be tried again (`…/retry`).
    pub trouble: Option<Said>,
    /// `yes`, `none` or empty.
    pub found: String,
    /// As pasted.
    pub paste: String,
    /// What was pasted: text, table, json.
    pub paste_as: String,
    /// What kind of data, in words, as typed.
    pub category: String,
    /// `yes` when the person gave it themselves.
    pub provided: String,
    /// Letter of art. 6(1), `a`–`f`.
    pub ground: String,
    /// Where and how was searched.
    pub place: String,
    /// Largest file in megabytes.
    pub max_megabytes: i64,
    /// Most files of one answer.
    pub max_files: i64,
}

/// `GET /desk/cases/{id}/findings/{task}`: the first records of each category.
#[derive(Debug, Clone, Serialize)]
pub struct FindingPage {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Task id.
    pub task_id: String,
    /// Source or system.
    pub name: String,
    /// Kind and value of what was searched for.
    pub searched: Vec<(String, String)>,
    /// Where, in the words of whoever searched.
    pub searched_where: String,
    /// One table a category.
    pub parts: Vec<FindingPart>,
    /// Documents, to download.
    pub documents: Vec<FileLink>,
}

/// Records of one category.
#[derive(Debug, Clone, Serialize)]
pub struct FindingPart {
    /// Its label in the staff member's language.
    pub label: String,
    /// The activity.
    pub activity: String,
    /// Letter of art. 6(1).
    pub ground: String,
    /// Headings.
    pub columns: Vec<FindingColumn>,
    /// Rows of plain text, one cell a column.
    pub rows: Vec<Vec<String>>,
    /// How many there are in all.
    pub records: i64,
}

/// A heading.
#[derive(Debug, Clone, Serialize)]
pub struct FindingColumn {
    /// The label.
    pub label: String,
    /// Provided by the person: part of portability.
    pub provided: bool,
}

pages! {
    StartCollecting => "desk/collect.html",
    TaskPage => "desk/task.html",
    FindingPage => "desk/finding.html",
}
