//! The case page: next, clock, requests, conversation, tasks, findings, person, identity, history.

use crate::domain::case::Intake;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::web::view::clock::{ClockDrawing, Due};
use crate::web::view::desk::keeping::KeepingPanel;
use crate::web::view::desk::queue::Mark;
use crate::web::view::parts::{Choice, FieldError, FileLink, Message, SumStep, Tick};
use crate::web::view::{Moment, Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET /desk/cases/{id}`.
#[derive(Debug, Clone, Serialize)]
pub struct CasePage {
    /// The frame.
    pub desk: Desk,
    /// Case id.
    pub case_id: String,
    /// Version as seen, in every form.
    pub version: i64,
    /// Reference.
    pub reference: String,
    /// Name; none when hidden or missing.
    pub person: Option<String>,
    /// Which of our organisations.
    pub controller: String,
    /// How it came.
    pub intake: Intake,
    /// Language of our letters.
    pub language: Lang,
    /// Marks of the case.
    pub flags: Vec<Mark>,
    /// What to do next.
    pub next: Next,
    /// The clocks, one for each set of requests with the same dates.
    pub clocks: Vec<ClockPanel>,
    /// The requests.
    pub requests: Vec<RequestCard>,
    /// The conversation, oldest first.
    pub messages: Vec<Message>,
    /// Typed but not sent or saved, with its errors (`text` of the message, `note` of the note).
    pub draft: Draft,
    /// National numbers in it are hidden; `?numbers=shown` shows them, which leaves an entry.
    pub hides_numbers: bool,
    /// They are shown.
    pub shows_numbers: bool,
    /// Files the person or staff attached.
    pub files: Vec<FileLink>,
    /// The tasks.
    pub tasks: Vec<TaskLine>,
    /// What was found, one line a task that brought something.
    pub findings: Vec<FindingLine>,
    /// What can be done to the whole case: exactly the permitted events.
    pub actions: Vec<Action>,
    /// Who is asking.
    pub who: PersonPanel,
    /// How sure we are.
    pub identity: IdentityPanel,
    /// What an answer still needs.
    pub checklist: Vec<Tick>,
    /// Colleagues it can be given to; the current one is chosen.
    pub colleagues: Vec<Choice>,
    /// May assign (`POST …/assign`, `to`).
    pub can_assign: bool,
    /// May write messages (`POST …/message`, `text`) and notes (`POST …/note`, `note`).
    pub can_write: bool,
    /// The chain, newest first.
    pub history: Vec<HistoryLine>,
    /// How many entries it has in all.
    pub entries: i64,
    /// What of it is not among the lines, if anything (`history-left_out…`).
    pub left_out: Option<Said>,
    /// The chain was checked for this page and is whole.
    pub chain_whole: bool,
    /// Other cases: linked ones, and those that may be the same person's.
    pub linked: Vec<LinkedCase>,
    /// The same may have been asked in another case.
    pub hint: Option<Said>,
    /// What follows from a child, a death, a protected identity.
    pub apart: Vec<Said>,
    /// It is a complaint: it has no requests.
    pub is_complaint: bool,
    /// How long it is kept.
    pub keeping: KeepingPanel,
}

/// The box at the top: verb, why, button, plate.
#[derive(Debug, Clone, Serialize)]
pub struct Next {
    /// What to do (`ui-next-…`).
    pub said: Said,
    /// Why, or what is missing.
    pub why: Option<Said>,
    /// The one button; none when nothing is to be done here.
    pub action: Option<Action>,
    /// The soonest date; none when all is closed.
    pub due: Option<Due>,
}

/// A step that is permitted, or shown with the reason it is not.
#[derive(Debug, Clone, Serialize)]
pub struct Action {
    /// The event; its button says `event-{code}-do` unless `label` says otherwise.
    pub event: EventKind,
    /// Another label, for example with a date in it.
    pub label: Option<Said>,
    /// The page of the step; none when the step needs no page, then the button posts to `post`.
    pub href: Option<String>,
    /// Where a one-press step posts `csrf`, `version` and `request`.
    pub post: Option<String>,
    /// The request a one-press step is for.
    pub request: Option<String>,
    /// Its limit, or the reason it cannot be pressed.
    pub why: Option<Said>,
    /// Can be pressed.
    pub possible: bool,
}

/// One clock with its dates.
#[derive(Debug, Clone, Serialize)]
pub struct ClockPanel {
    /// The rights it holds for.
    pub rights: Vec<Right>,
    /// The drawing.
    pub drawing: ClockDrawing,
    /// The dates in words, in order; one has `counts`.
    pub dates: Vec<DateLine>,
    /// How the shown date was computed.
    pub sums: Vec<SumStep>,
}

/// One date beside the drawing.
#[derive(Debug, Clone, Serialize)]
pub struct DateLine {
    /// What (`clock-received`, `clock-law` …).
    pub said: Said,
    /// When.
    pub on: NaiveDate,
    /// A few words more.
    pub detail: Option<Said>,
    /// The one that counts.
    pub counts: bool,
}

/// One request.
#[derive(Debug, Clone, Serialize)]
pub struct RequestCard {
    /// Request id.
    pub id: String,
    /// The right.
    pub right: Right,
    /// The state.
    pub state: State,
    /// For the path: the state it left while awaiting the person.
    pub path_state: State,
    /// Marks of the request.
    pub flags: Vec<Mark>,
    /// The date.
    pub due: Due,
    /// Where it stands, in a sentence.
    pub said: Option<Said>,
    /// How it ended or is going to end (`outcome-…-staff`).
    pub outcome: Option<Said>,
    /// Author and approver of the answer, when there is one.
    pub author: Option<String>,
    /// Who approved.
    pub approver: Option<String>,
    /// Where the released package can be fetched, for whoever may.
    pub hand_over: Option<String>,
    /// Exactly the permitted steps, the main one first.
    pub actions: Vec<Action>,
}

/// What was typed in the composers and could not be taken.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Draft {
    /// To the person.
    pub text: String,
    /// The note.
    pub note: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// One task.
#[derive(Debug, Clone, Serialize)]
pub struct TaskLine {
    /// Task id; its page is `/desk/cases/{case}/tasks/{id}`.
    pub id: String,
    /// Source or hand.
    pub holder: Holder,
    /// The source's or system's name.
    pub name: String,
    /// Its state.
    pub state: TaskState,
    /// By when.
    pub due_on: NaiveDate,
    /// Records and files it brought; none while open.
    pub records: Option<i64>,
    /// Why it failed (`fault-…`).
    pub trouble: Option<Said>,
    /// Where was searched, when nothing is held.
    pub searched_where: Option<String>,
    /// Whether this staff member may answer it.
    pub can_answer: bool,
}

/// What one task found.
#[derive(Debug, Clone, Serialize)]
pub struct FindingLine {
    /// Task id; the records are at `/desk/cases/{case}/findings/{task}`.
    pub task_id: String,
    /// Source or system.
    pub name: String,
    /// Categories with their number of records, in the staff member's language.
    pub parts: Vec<(String, i64)>,
    /// Documents beside the records.
    pub documents: i64,
    /// By what it was found.
    pub matched_by: Vec<String>,
}

/// Who is asking.
#[derive(Debug, Clone, Serialize)]
pub struct PersonPanel {
    /// Name.
    pub name: Option<String>,
    /// From the request.
    pub email: Option<String>,
    /// The address was confirmed.
    pub email_confirmed: bool,
    /// From the request.
    pub phone: Option<String>,
    /// From the request; none when it is kept back.
    pub postal: Option<String>,
    /// The address is kept back and shows only after an extra step (`?address=shown`).
    pub hides_address: bool,
    /// Other numbers, in the person's words.
    pub other_ids: Option<String>,
    /// Who acts for them, with the kind's code and whether it is judged.
    pub representative: Option<RepresentativeLine>,
}

/// Who acts for the person.
#[derive(Debug, Clone, Serialize)]
pub struct RepresentativeLine {
    /// Name.
    pub name: String,
    /// How they are reached: theirs, not the person's.
    pub email: Option<String>,
    /// Whether that address was confirmed.
    pub email_confirmed: bool,
    /// Phone.
    pub phone: Option<String>,
    /// Post.
    pub postal: Option<String>,
    /// Code of the kind.
    pub kind: String,
    /// Code of the judgement: `unjudged`, `accepted`, `refused`.
    pub judgement: String,
}

/// How sure we are.
#[derive(Debug, Clone, Serialize)]
pub struct IdentityPanel {
    /// The level, 0–3.
    pub level: u8,
    /// What it rests on (`id-…-label` and such), newest first, with the day.
    pub proofs: Vec<(Said, NaiveDate)>,
    /// The level the open requests need.
    pub needed: u8,
    /// Something unproven matched and hides what "nothing held" would say.
    pub unproven_match: bool,
}

/// One step as the chain has it: an entry, or one for each request of the same step.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryLine {
    /// What (`event-…-done`).
    pub said: Said,
    /// When, local time.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// The rights it is about, where the case has several and the sentence names none.
    pub rights: Vec<Right>,
    /// Beginning and end of its links in the chain: one an entry.
    pub links: Vec<String>,
}

/// Another case.
#[derive(Debug, Clone, Serialize)]
pub struct LinkedCase {
    /// What it is to this one (`related-…`).
    pub how: Said,
    /// The day it came.
    pub received_on: NaiveDate,
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// What it is.
    pub rights: Vec<Right>,
    /// Open or closed.
    pub is_open: bool,
}

pages! { CasePage => "desk/case.html" }
