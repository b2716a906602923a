//! The letters: every message about a case, with the facts each one must carry (`LAW.md` E).
//!
//! A variant holds everything its template may name; rendering is strict, so a template that
//! names anything else fails the tests, and a letter without a fact it needs cannot be built.

mod staff_mail;

pub use staff_mail::{OverdueRow, StaffMail};

use crate::domain::case::Intake;
use crate::domain::fulfilment::{Burden, Fulfilment, NoticeKind};
use crate::domain::outcome::Outcome;
use crate::domain::read_as::ReadAs;
use crate::domain::right::Right;
use crate::domain::stopping::Channel;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// A ground with its article and the reason in words, as it stands in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundText {
    /// Code of the ground.
    pub code: String,
    /// Article, as written in a letter: "12(5)(b)".
    pub article: String,
    /// What it concerns, in the person's words: "your invoices 2023–2026".
    pub what: String,
    /// Why, as a whole sentence of our own.
    pub why: String,
}

/// A right with the day by which the person hears from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightDate {
    /// The right.
    pub right: Right,
    /// The day.
    pub due_on: NaiveDate,
}

/// A letter and its facts. The frame (controller, reference, date, name, authority) is added when
/// it is rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// We received it.
    Receipt {
        /// Rights as we understood them.
        rights: Vec<Right>,
        /// Not sure: the person described it in their own words.
        unsure: bool,
        /// How it reached us.
        intake: Intake,
        /// Local date of receipt.
        received_on: NaiveDate,
        /// Our promise, if any.
        promise_on: Option<NaiveDate>,
        /// The law's date.
        law_on: NaiveDate,
        /// Link to confirm the address; absent on paper.
        confirm_link: Option<String>,
        /// Case code, only on a printed receipt; mails never carry reference and code together.
        code: Option<String>,
    },
    /// We read it again and understand it otherwise.
    ReceiptCorrected {
        /// The right as we understood it first, where one became another.
        was: Option<Right>,
        /// The rights as we understand them now, with their dates.
        rights: Vec<RightDate>,
        /// One of them was asked for after the first message and has a date of its own.
        added_later: bool,
        /// Local date of receipt.
        received_on: NaiveDate,
    },
    /// A new case code was asked for; goes only to a confirmed address, without the reference.
    NewCode {
        /// Link that shows the new code.
        link: String,
    },
    /// Who are you? (art. 12(6))
    AskIdentity {
        /// Why we are in doubt, concrete.
        reason: String,
        /// What we ask for, and nothing more.
        item: String,
        /// Reply by.
        reply_by_on: NaiveDate,
        /// Whether the clock stands still.
        pauses: bool,
    },
    /// What is it about? (recital 63)
    AskScope {
        /// How much is held, concrete.
        amount: String,
        /// The question, and nothing more.
        question: String,
        /// What the person gets meanwhile, in staff's own words; may be empty.
        meanwhile: String,
        /// Other rights of the case that go on.
        others: Vec<Right>,
        /// Reply by.
        reply_by_on: NaiveDate,
        /// Whether the clock stands still.
        pauses: bool,
    },
    /// To the address on record: a link to fetch a code when ready.
    CodeLink {
        /// Link to fetch a code.
        link: String,
        /// Link that stops the case.
        stop_link: String,
    },
    /// To another known address: somebody asks in your name; this link stops it (R5).
    KnownNotice {
        /// Link that stops the case.
        stop_link: String,
        /// An answer is about to leave.
        leaves: bool,
    },
    /// To the address a case was stopped from: we looked into it, and the case goes on.
    StopLifted,
    /// The mailed code itself: lives ten minutes. Without the reference.
    Code {
        /// Eight digits.
        code: String,
    },
    /// Thank you; the new date.
    ReplyThanks {
        /// Days we waited.
        days: i64,
        /// New date.
        due_on: NaiveDate,
    },
    /// The pause was ended by staff; the new date.
    Resumed {
        /// New date.
        due_on: NaiveDate,
    },
    /// We are still waiting for you.
    PersonReminder {
        /// What we are waiting for.
        item: String,
        /// Reply by.
        reply_by_on: NaiveDate,
    },
    /// We are still waiting for you to say what it is about.
    ScopeReminder {
        /// The question.
        question: String,
        /// Reply by.
        reply_by_on: NaiveDate,
    },
    /// An officer decided to go on waiting.
    PauseKept {
        /// The day we asked.
        asked_on: NaiveDate,
        /// Whether the clock stands still.
        pauses: bool,
        /// The first day the case may be closed without a reply.
        lapses_on: NaiveDate,
    },
    /// Closed because no reply came.
    Lapsed {
        /// Rights closed.
        rights: Vec<Right>,
        /// The day we asked.
        asked_on: NaiveDate,
    },
    /// A message staff wrote stands on the case page. The mail itself carries no content.
    MessageWaiting,
    /// The period is extended (art. 12(3)).
    Extension {
        /// Right concerned.
        right: Right,
        /// Why, concrete.
        reasons: String,
        /// New date.
        extended_on: NaiveDate,
    },
    /// The notice of an extension was taken back after it had reached the person.
    ExtensionUndone {
        /// Right concerned.
        right: Right,
        /// The date that holds again.
        due_on: NaiveDate,
        /// It is over already.
        late: bool,
    },
    /// Closed in error and taken up again; the old clock goes on.
    Reopened {
        /// Right concerned.
        right: Right,
        /// The date, the same as before.
        due_on: NaiveDate,
        /// It is over already.
        late: bool,
    },
    /// The person withdrew.
    Withdrawn {
        /// Rights withdrawn.
        rights: Vec<Right>,
        /// Until when it can be undone.
        undo_until_on: NaiveDate,
    },
    /// It is something else (LAW E 4).
    NotARequest {
        /// What it was read as.
        read_as: ReadAs,
        /// The same in our own words.
        what: String,
        /// Who has it now.
        passed_to: String,
        /// Local date of receipt.
        received_on: NaiveDate,
    },
    /// It is answered in another case of the same person.
    Duplicate {
        /// The right.
        right: Right,
        /// Reference of the other case.
        other: String,
        /// The day of receipt that is kept.
        received_on: NaiveDate,
        /// The date there.
        due_on: NaiveDate,
    },
    /// A complaint came in (LAW E 18).
    ComplaintReceived {
        /// Reference of the case it is about.
        about: String,
        /// Who looks into it.
        handler: String,
        /// Local date of receipt.
        received_on: NaiveDate,
        /// Case code of the complaint, only on paper.
        code: Option<String>,
    },
    /// What came of a complaint.
    ComplaintSettled {
        /// In our own words.
        words: String,
    },
    /// The case belongs to another organisation of this house, which writes this letter.
    Moved {
        /// Who was written to.
        from: String,
        /// Local date of receipt, which stays.
        received_on: NaiveDate,
        /// The dates by the new organisation's calendar.
        rights: Vec<RightDate>,
    },
    /// The day of receipt was wrong and is later than we said.
    ReceivedCorrected {
        /// What we said.
        was_on: NaiveDate,
        /// What it is.
        received_on: NaiveDate,
        /// Why.
        reason: String,
        /// The dates that follow.
        rights: Vec<RightDate>,
    },
    /// Who writes for the person may.
    RepresentativeAccepted {
        /// The person released the answer to them.
        answer_to_representative: bool,
    },
    /// Who writes for the person may not yet.
    RepresentativeRefused {
        /// What is missing.
        missing: String,
    },
    /// To a controller we are processor for: its instruction is a case now.
    InstructionReceived {
        /// Reference of the agreement.
        agreement: String,
        /// Local date of receipt.
        received_on: NaiveDate,
        /// What is to be done.
        rights: Vec<Right>,
    },
    /// We are processor: it was passed on (LAW E 12).
    Forwarded {
        /// Right as understood.
        right: Right,
        /// Who answers; `None` when the person may not be told.
        controller_name: Option<String>,
        /// How they are reached, a line each.
        reach: String,
        /// Local date of receipt.
        received_on: NaiveDate,
        /// Local date it was passed on.
        sent_on: NaiveDate,
        /// Nothing of ours remains.
        closed: bool,
    },
    /// To the controller we are processor for (LAW E 13, art. 28(3)(e)).
    ForwardToController {
        /// The controller.
        customer: String,
        /// Reference of the agreement.
        agreement: String,
        /// The instant we received it, with its zone.
        received: String,
        /// Right as understood.
        right: Right,
        /// The latest day we suggest: a month from our receipt.
        answer_by_on: NaiveDate,
        /// What the person gave of themselves, a line each.
        who: String,
        /// What they wrote.
        words: String,
        /// Where the controller reaches us.
        reply_to: String,
    },
    /// The answer to a request, in full.
    Answer {
        /// Right answered.
        right: Right,
        /// Outcome.
        outcome: Outcome,
        /// What was done or found, in staff's own words.
        words: String,
        /// Grounds, for refused, partly and cannot identify.
        grounds: Vec<GroundText>,
        /// For "no data": where was searched.
        searched: Vec<String>,
        /// For "no data": by which identifiers, masked.
        identifiers: Vec<String>,
        /// What was done, for the rights that keep a record of it.
        record: Option<Box<Fulfilment>>,
        /// What shows that it is unfounded or excessive, where a ground of art. 12(5) stands in it.
        burden: Option<Box<Burden>>,
        /// Whether a package belongs to it.
        has_package: bool,
        /// Sent after the statutory date: we apologise.
        late: bool,
    },
    /// Marketing was stopped (art. 21(3)): when, what, who was told, and what we keep so that it stays so.
    MarketingStopped {
        /// When.
        stopped_at: DateTime<FixedOffset>,
        /// What.
        channels: Vec<Channel>,
        /// Who else was told, by name.
        told: Vec<String>,
        /// The day the last newsletter list is without the address.
        newsletter_on: Option<NaiveDate>,
        /// Whether an address is kept on the suppression list.
        is_kept: bool,
        /// Staff's own words.
        words: String,
        /// Sent after the statutory date: we apologise.
        late: bool,
    },
    /// A restriction is going to be lifted (art. 18(3)): leaves before it is.
    RestrictionEnds {
        /// What is restricted.
        what: String,
        /// The day it is lifted.
        lift_on: NaiveDate,
        /// Why.
        why: String,
        /// What happens then.
        next: String,
    },
    /// To a recipient of data (art. 19): names nobody but as that recipient knows them.
    RecipientNotice {
        /// What they are told.
        kind: NoticeKind,
        /// Who they are.
        recipient: String,
        /// Our reference, to answer with.
        case_reference: String,
        /// What they know the person by.
        known: String,
        /// What they are to do.
        what: String,
        /// By when we ask for an answer.
        reply_by_on: NaiveDate,
    },
    /// Your answer is ready: the link. The second secret is the case code, which is not in it.
    AnswerReady {
        /// Link to the page that asks for the second secret.
        link: String,
        /// Last day of the link.
        until_on: NaiveDate,
        /// How often it can be downloaded.
        downloads: u32,
    },
}

impl Letter {
    /// The template of the notice that the period is extended.
    pub const EXTENSION: &'static str = "extension";

    /// File name of the template, without language and ending.
    pub const fn template(&self) -> &'static str {
        match self {
            Letter::Receipt { .. } => "receipt",
            Letter::ReceiptCorrected { .. } => "receipt_corrected",
            Letter::NewCode { .. } => "new_code",
            Letter::AskIdentity { .. } => "ask_identity",
            Letter::AskScope { .. } => "ask_scope",
            Letter::CodeLink { .. } => "code_link",
            Letter::KnownNotice { .. } => "known_notice",
            Letter::StopLifted => "stop_lifted",
            Letter::Code { .. } => "code",
            Letter::ReplyThanks { .. } => "reply_thanks",
            Letter::Resumed { .. } => "resumed",
            Letter::PersonReminder { .. } => "person_reminder",
            Letter::ScopeReminder { .. } => "scope_reminder",
            Letter::PauseKept { .. } => "pause_kept",
            Letter::Lapsed { .. } => "lapsed",
            Letter::MessageWaiting => "message_waiting",
            Letter::Extension { .. } => Letter::EXTENSION,
            Letter::ExtensionUndone { .. } => "extension_undone",
            Letter::Reopened { .. } => "reopened",
            Letter::Withdrawn { .. } => "withdrawn",
            Letter::NotARequest { .. } => "not_a_request",
            Letter::Duplicate { .. } => "duplicate",
            Letter::ComplaintReceived { .. } => "complaint_received",
            Letter::ComplaintSettled { .. } => "complaint_settled",
            Letter::Moved { .. } => "moved",
            Letter::ReceivedCorrected { .. } => "received_corrected",
            Letter::RepresentativeAccepted { .. } => "representative_accepted",
            Letter::RepresentativeRefused { .. } => "representative_refused",
            Letter::InstructionReceived { .. } => "instruction_received",
            Letter::Forwarded { .. } => "forwarded",
            Letter::ForwardToController { .. } => "forward_to_controller",
            Letter::Answer { .. } => "answer",
            Letter::MarketingStopped { .. } => "marketing_stopped",
            Letter::RestrictionEnds { .. } => "restriction_ends",
            Letter::RecipientNotice { .. } => "recipient_notice",
            Letter::AnswerReady { .. } => "answer_ready",
        }
    }

    /// The links and codes it carries: whoever reads them can do something.
    pub fn secrets(&self) -> Vec<&str> {
        match self {
            Letter::Receipt { confirm_link, code, .. } => {
                [confirm_link, code].into_iter().flatten().map(String::as_str).collect()
            }
            Letter::NewCode { link } | Letter::AnswerReady { link, .. } => vec![link],
            Letter::CodeLink { link, stop_link } => vec![link, stop_link],
            Letter::KnownNotice { stop_link, .. } => vec![stop_link],
            Letter::Code { code } => vec![code],
            Letter::ComplaintReceived { code, .. } => code.iter().map(String::as_str).collect(),
            Letter::ReceiptCorrected { .. }
            | Letter::AskIdentity { .. }
            | Letter::AskScope { .. }
            | Letter::StopLifted
            | Letter::ScopeReminder { .. }
            | Letter::PauseKept { .. }
            | Letter::Lapsed { .. }
            | Letter::ExtensionUndone { .. }
            | Letter::Reopened { .. }
            | Letter::ReplyThanks { .. }
            | Letter::Resumed { .. }
            | Letter::PersonReminder { .. }
            | Letter::MessageWaiting
            | Letter::Extension { .. }
            | Letter::Withdrawn { .. }
            | Letter::NotARequest { .. }
            | Letter::Duplicate { .. }
            | Letter::ComplaintSettled { .. }
            | Letter::Moved { .. }
            | Letter::ReceivedCorrected { .. }
            | Letter::RepresentativeAccepted { .. }
            | Letter::RepresentativeRefused { .. }
            | Letter::InstructionReceived { .. }
            | Letter::RestrictionEnds { .. }
            | Letter::RecipientNotice { .. }
            | Letter::Forwarded { .. }
            | Letter::ForwardToController { .. }
            | Letter::Answer { .. }
            | Letter::MarketingStopped { .. } => Vec::new(),
        }
    }

    /// Whether it goes to the person or who acts for them. Who instructs us follows no case page.
    pub const fn is_to_person(&self) -> bool {
        !matches!(self, Letter::InstructionReceived { .. } | Letter::ForwardToController { .. })
    }

    /// Whether the mail names the case reference and where to follow the case. A letter that carries a
    /// code never does; nor does one to somebody else, which names the reference itself.
    pub const fn names_reference(&self) -> bool {
        !matches!(
            self,
            Letter::Code { .. }
                | Letter::NewCode { .. }
                | Letter::CodeLink { .. }
                | Letter::KnownNotice { .. }
                | Letter::StopLifted
                | Letter::RecipientNotice { .. }
        )
    }
}
