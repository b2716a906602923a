//! Who is it: look up, contact back, ask, the reply, resume.

use crate::domain::identity::Channel;
use crate::domain::right::Right;
use crate::web::view::desk::{RequestChoice, Step};
use crate::web::view::parts::{Choice, SumStep};
use crate::web::view::{Moment, Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/look-up`. A look-up keeps nothing: the candidates are gone when the
/// page is left. Forms: `POST …/look-up` (`go=search`); `POST …/look-up/choose` (`record` each,
/// `to`, `go` = `code` or `none`); `POST …/look-up/contact` (`address`, or `other_address`, `place` and
/// `since_on`, with `only_given` when asked; `how`, `at_on`, `at_time`, `sure`, `document`,
/// `seen_file` each).
#[derive(Debug, Clone, Serialize)]
pub struct LookUp {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The requests that wait for it.
    pub rights: Vec<Right>,
    /// The level now.
    pub level: u8,
    /// The level needed.
    pub needed: u8,
    /// What is searched for: the value, and whether it is proven.
    pub identifiers: Vec<Identifier>,
    /// None before the search was made.
    pub found: Option<LookUpResult>,
    /// Typed into "record that you reached them".
    pub contact: ContactBack,
    /// Files the person sent: those that show a document are deleted when the check is recorded.
    pub uploads: Vec<Choice>,
}

/// Something to search by.
#[derive(Debug, Clone, Serialize)]
pub struct Identifier {
    /// What kind (`ui-id-kind-email`, …).
    pub kind: Said,
    /// The value.
    pub value: String,
    /// The person has shown that it is theirs.
    pub proven: bool,
}

/// What the sources said.
#[derive(Debug, Clone, Serialize)]
pub struct LookUpResult {
    /// When, local time.
    pub at: Moment,
    /// One line a source: name and hits, or why it did not answer.
    pub sources: Vec<SourceLine>,
    /// The candidates.
    pub candidates: Vec<Candidate>,
    /// Addresses on record a code can go to (`to`).
    pub addresses: Vec<RecordAddress>,
}

/// What one source said.
#[derive(Debug, Clone, Serialize)]
pub struct SourceLine {
    /// Its name.
    pub name: String,
    /// Hits; none when it did not answer.
    pub hits: Option<i64>,
    /// Why it did not answer.
    pub trouble: Option<Said>,
    /// Identifiers it was not searched by, and why.
    pub left_out: Vec<Said>,
}

/// One record that may be the person's.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    /// Sent as `record`.
    pub value: String,
    /// Source and key, for the heading.
    pub title: String,
    /// Name on record; masked when unproven.
    pub name: Option<String>,
    /// How it matched (`ui-match-…`).
    pub matched: Vec<Said>,
    /// Something proven points at it and at no other; else it is masked and proves nothing.
    pub proven: bool,
    /// Name of the field for why it is the person's, asked for when it is not proven.
    pub why_field: String,
    /// As typed there.
    pub why: String,
    /// Addresses on record, masked when unproven, with the day they came on record.
    pub on_record: Vec<(String, Option<NaiveDate>)>,
    /// Ticked.
    pub chosen: bool,
    /// Staff have said that it is somebody else's.
    pub is_other: bool,
}

/// An address on record.
#[derive(Debug, Clone, Serialize)]
pub struct RecordAddress {
    /// Sent as `to` or `address`.
    pub value: String,
    /// The address.
    pub address: String,
    /// Mail, phone, post.
    pub channel: Channel,
    /// Source it stands in.
    pub source: String,
    /// Since when.
    pub since_on: Option<NaiveDate>,
    /// No code can go there: too new (`ui-address-young`), or nothing a mail can reach.
    pub refused: Option<Said>,
    /// Too new to prove anything, by a code or a call.
    pub young: bool,
    /// Chosen.
    pub chosen: bool,
}

/// Contact-back as typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContactBack {
    /// Value of the address on record.
    pub address: String,
    /// An address that was not found by looking up, as typed.
    pub other_address: String,
    /// Where that one stood on record, in words.
    pub place: String,
    /// Since when, as typed (`YYYY-MM-DD`).
    pub since_on: String,
    /// The request gave that address too and no source holds it: it has to be confirmed.
    pub asks_only_given: bool,
    /// Confirmed.
    pub only_given: bool,
    /// `phone`, `email`, `post`, or `counter`.
    pub how: String,
    /// Day, as typed (`YYYY-MM-DD`).
    pub at_on: String,
    /// Time, as typed (`HH:MM`).
    pub at_time: String,
    /// What made them sure.
    pub sure: String,
    /// A document was seen too.
    pub document: bool,
}

/// `GET|POST /desk/cases/{id}/identity`: `doubt`, `why`, `ask` each, `item`, `doubt_on`,
/// `by_on`, `go` (`check`, or anything else to ask).
#[derive(Debug, Clone, Serialize)]
pub struct AskIdentity {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Language of the letter, for the text's `lang` and the sentence it continues.
    pub language: crate::domain::language::Lang,
    /// Code of the doubt: `other_address`, `several`, `changed`, `other`.
    pub doubt: String,
    /// The doubt in words, for the letter.
    pub why: String,
    /// Codes of what is asked: `code`, `call`, `number`, `document`.
    pub ask: Vec<String>,
    /// Something else that is asked, in words.
    pub item: String,
    /// The day the doubt arose, as typed.
    pub doubt_on: String,
    /// Answer by, as typed.
    pub by_on: String,
    /// Last day a question still pauses.
    pub pauses_until_on: NaiveDate,
    /// Asked today it pauses.
    pub pauses: bool,
    /// The letter goes on paper: it pauses once it was posted.
    pub on_paper: bool,
    /// What happens to each request.
    pub effects: Vec<PauseEffect>,
    /// The date without the pause, which stays in sight.
    pub unpaused_on: NaiveDate,
    /// Decide on the pause by.
    pub decide_by_on: NaiveDate,
    /// The letter as it stands.
    pub letter: Option<LetterPreview>,
}

/// Whether a request pauses.
#[derive(Debug, Clone, Serialize)]
pub struct PauseEffect {
    /// The right.
    pub right: Right,
    /// Pauses, or runs on.
    pub pauses: bool,
    /// Why (`ui-effect-…`).
    pub why: Said,
}

/// A letter as it stands: parts of plain text, filled or missing.
#[derive(Debug, Clone, Serialize)]
pub struct LetterPreview {
    /// Language of the letter.
    pub language: crate::domain::language::Lang,
    /// Subject.
    pub subject: String,
    /// The body as plain text; blank lines part paragraphs.
    pub text: String,
    /// What is missing: nothing is sent while this is not empty.
    pub missing: Vec<Said>,
}

/// `GET|POST /desk/cases/{id}/reply`: `request` each, `replied_on`, `how`.
#[derive(Debug, Clone, Serialize)]
pub struct ReplyReceived {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The paused requests.
    pub requests: Vec<RequestChoice>,
    /// The day the question went out.
    pub asked_on: NaiveDate,
    /// Today: the reply lies between the two.
    pub today_on: NaiveDate,
    /// As typed.
    pub replied_on: String,
    /// What the reply was, in words, for the history.
    pub how: String,
    /// The dates that follow, when the day is known.
    pub sums: Vec<SumStep>,
}

/// `GET|POST /desk/cases/{id}/resume`: `request` each, `reason`.
#[derive(Debug, Clone, Serialize)]
pub struct Resume {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The paused requests.
    pub requests: Vec<RequestChoice>,
    /// The new date.
    pub due_on: NaiveDate,
    /// As typed.
    pub reason: String,
}

/// `GET|POST /desk/cases/{id}/assign`: `to`, `request` each.
#[derive(Debug, Clone, Serialize)]
pub struct Assign {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The open requests.
    pub requests: Vec<RequestChoice>,
    /// Colleagues.
    pub colleagues: Vec<Choice>,
}

pages! {
    LookUp => "desk/look_up.html",
    AskIdentity => "desk/ask_identity.html",
    ReplyReceived => "desk/reply.html",
    Resume => "desk/resume.html",
    Assign => "desk/assign.html",
}
