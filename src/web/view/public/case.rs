//! The person's case: find it, its status, messages, letters, withdrawing.

use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::parts::{FieldError, FileLink, Message, SumStep, Tone};
use crate::web::view::{Moment, Said, pages, shell::Shell};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET {home}/find`; `POST {home}/find` with `reference` and `code`. At `/find` the shell has no
/// organisation.
#[derive(Debug, Clone, Serialize)]
pub struct FindCase {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// As typed.
    pub reference: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
    /// The session over, or signed out.
    pub notice: Option<Said>,
}

/// `GET|POST {home}/lost-code` with `reference`. The answer is the same for every reference.
#[derive(Debug, Clone, Serialize)]
pub struct LostCode {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// As typed.
    pub reference: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
    /// The form was sent: say what happens if the case has a confirmed address.
    pub sent: bool,
}

codes! {
    /// Where a step of the tracker lies.
    pub enum StepPlace {
        /// Over.
        Done = "done",
        /// Now.
        Current = "current",
        /// To come.
        Later = "later",
    }
}

/// One step of the tracker, as a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct TrackerStep {
    /// Done, current or later; at most one is current.
    pub place: StepPlace,
    /// What (`ui-track-…`, `state-…-person`).
    pub said: Said,
    /// More about it.
    pub detail: Option<Said>,
    /// When it was done, or by when it comes.
    pub on: Option<NaiveDate>,
}

/// One request on the status page.
#[derive(Debug, Clone, Serialize)]
pub struct StatusRequest {
    /// Request id.
    pub id: String,
    /// The right.
    pub right: Right,
    /// Where it stands (`state-…-person`, `outcome-…-person`).
    pub said: Said,
    /// Its date when it differs from the plate's.
    pub on: Option<NaiveDate>,
    /// Can be withdrawn by the person.
    pub can_withdraw: bool,
    /// Withdrawn, and may be undone until this day.
    pub undo_until_on: Option<NaiveDate>,
}

/// How a date came about, and whose it is.
#[derive(Debug, Clone, Serialize)]
pub struct Explained {
    /// The open requests it is the date of.
    pub rights: Vec<Right>,
    /// The steps, the total last.
    pub sums: Vec<SumStep>,
    /// The date without the wait, when we waited.
    pub without_pause_on: Option<NaiveDate>,
}

/// What we need from the person now.
#[derive(Debug, Clone, Serialize)]
pub struct Needed {
    /// What we asked, in the words of the letter.
    pub text: String,
    /// Answer by.
    pub by_on: NaiveDate,
    /// The clock stands still meanwhile.
    pub pauses: bool,
    /// A code waits to be typed on this page (`code` to `{home}/case/identity`).
    pub code: Option<CodeState>,
    /// We asked what it is about: "everything" is an answer too.
    pub is_scope: bool,
}

codes! {
    /// How far a code to the address on record has come.
    pub enum CodeState {
        /// A link to fetch it was sent; no code is out yet.
        Offered = "offered",
        /// A code was sent and can be typed.
        Sent = "sent",
    }
}

/// A released answer.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerLine {
    /// The request answered.
    pub right: Right,
    /// How it ended (`outcome-…-person`).
    pub said: Said,
    /// Day it was sent.
    pub sent_on: NaiveDate,
    /// The letter, `{home}/case/letters/{id}`; none when it went by post.
    pub letter: Option<String>,
    /// A package can be fetched by the mailed link until this day.
    pub open_until_on: Option<NaiveDate>,
    /// The link is closed but a new one can be sent (`POST {home}/case/new-link`, `request`).
    pub renewable: Option<String>,
}

/// A complaint about the case.
#[derive(Debug, Clone, Serialize)]
pub struct ComplaintLine {
    /// Its case: the field's value.
    pub case_id: String,
    /// Its reference.
    pub reference: String,
    /// The day it came.
    pub received_on: NaiveDate,
    /// Nobody has answered it.
    pub is_open: bool,
}

/// `GET {home}/case`. Sentence first, then the date, then the rest. Forms: `POST {home}/case/message`
/// (multipart: `text`, `file`), `/case/identity` (`code`), `/case/undo` (`request`), `/case/leave`,
/// `/case/complain` (`complaint`).
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// The reference.
    pub reference: String,
    /// The headline (`state-…-person`).
    pub headline: Said,
    /// Who moves next (`state-…-now`).
    pub lead: Said,
    /// The date that counts; none when every request is closed.
    pub answer_by_on: Option<NaiveDate>,
    /// Days to it; negative when late.
    pub days: i64,
    /// On pause, late, or calm.
    pub tone: Option<Tone>,
    /// Extended: say so beside the date.
    pub is_extended: bool,
    /// The steps.
    pub tracker: Vec<TrackerStep>,
    /// How each date was computed; the one that counts first.
    pub explained: Vec<Explained>,
    /// The country whose holidays counted (`ui-country-dk`).
    pub country: Said,
    /// Received, local time.
    pub received_at: Moment,
    /// The requests.
    pub requests: Vec<StatusRequest>,
    /// What we need; none when nothing.
    pub needed: Option<Needed>,
    /// The mail address is not confirmed yet.
    pub address_unconfirmed: bool,
    /// Answers so far.
    pub answers: Vec<AnswerLine>,
    /// Complaints about this case (`POST {home}/case/complaints` with `case` leads to one).
    pub complaints: Vec<ComplaintLine>,
    /// A complaint itself: it has no requests.
    pub is_complaint: bool,
    /// Something was read as no request; `POST {home}/case/was-a-request` says that it was one.
    pub was_no_request: bool,
    /// The complaint as typed.
    pub complaint: String,
    /// Messages and letters both ways.
    pub messages: Vec<Message>,
    /// Files the person sent, by name.
    pub files: Vec<FileLink>,
    /// Most megabytes of a file.
    pub max_megabytes: i64,
    /// Most files of a case.
    pub max_files: i64,
    /// Typed but not sent.
    pub text: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
    /// What just happened (`ui-message-sent` …).
    pub notice: Option<Said>,
    /// The supervisory authority as one line: name, address, web.
    pub authority: String,
    /// Staff look at the page: nothing on it can be pressed.
    pub preview: Option<Preview>,
}

/// What stands above the page when staff look at it, in their language.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// Their language.
    pub lang: Lang,
    /// What this is.
    pub note: String,
    /// The link back to the desk, in words.
    pub back: String,
    /// Where it leads.
    pub href: String,
}

/// `GET {home}/case/withdraw`; POST with checkboxes `request` and `sure`.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawChoose {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// The reference.
    pub reference: String,
    /// What can be withdrawn; `chosen` ids are ticked.
    pub requests: Vec<StatusRequest>,
    /// Ids ticked.
    pub chosen: Vec<String>,
    /// Until when it can be undone.
    pub undo_until_on: NaiveDate,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// After withdrawing; the form undoes it (`POST {home}/case/undo`, hidden `request` each).
#[derive(Debug, Clone, Serialize)]
pub struct Withdrawn {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// The reference.
    pub reference: String,
    /// What was withdrawn.
    pub requests: Vec<StatusRequest>,
    /// The day.
    pub withdrawn_on: NaiveDate,
    /// Until when it can be undone.
    pub undo_until_on: NaiveDate,
    /// The date that counts if it is undone: the clock never stopped.
    pub answer_by_on: NaiveDate,
    /// Everything was withdrawn, so the case ends.
    pub all: bool,
}

/// `GET {home}/case/letters/{id}`: a letter as it was sent.
#[derive(Debug, Clone, Serialize)]
pub struct LetterPage {
    /// The frame.
    pub shell: Shell,
    /// The reference.
    pub reference: String,
    /// Its subject.
    pub subject: String,
    /// Sent, local time.
    pub sent_at: Moment,
    /// The words, plain text; blank lines part paragraphs.
    pub text: String,
}

/// After a message was sent, when the status page cannot be shown at once.
#[derive(Debug, Clone, Serialize)]
pub struct MessageSent {
    /// The frame.
    pub shell: Shell,
    /// The reference.
    pub reference: String,
}

pages! {
    FindCase => "public/find_case.html",
    LostCode => "public/lost_code.html",
    Status => "public/status.html",
    WithdrawChoose => "public/withdraw.html",
    Withdrawn => "public/withdrawn.html",
    LetterPage => "public/letter.html",
    MessageSent => "public/message_sent.html",
}
