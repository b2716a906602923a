//! The letters: every message about a case, with the facts each one must carry (`LAW.md` E).
//!
//! A variant holds everything its template may name; rendering is strict, so a template that
//! names anything else fails the tests, and a letter without a fact it needs cannot be built.

use crate::domain::case::Intake;
use crate::domain::fulfilment::{Burden, Fulfilment, NoticeKind};
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use chrono::NaiveDate;
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
        /// The right as we understood it first.
        was: Right,
        /// The right as we understand it now.
        right: Right,
        /// Local date of receipt.
        received_on: NaiveDate,
        /// The date as it is now.
        due_on: NaiveDate,
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
    /// To the address on record: a link to fetch a code when ready.
    CodeLink {
        /// Link to fetch a code.
        link: String,
    },
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
    /// The person withdrew.
    Withdrawn {
        /// Rights withdrawn.
        rights: Vec<Right>,
        /// Until when it can be undone.
        undo_until_on: NaiveDate,
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
            Letter::CodeLink { .. } => "code_link",
            Letter::Code { .. } => "code",
            Letter::ReplyThanks { .. } => "reply_thanks",
            Letter::Resumed { .. } => "resumed",
            Letter::PersonReminder { .. } => "person_reminder",
            Letter::MessageWaiting => "message_waiting",
            Letter::Extension { .. } => Letter::EXTENSION,
            Letter::Withdrawn { .. } => "withdrawn",
            Letter::Answer { .. } => "answer",
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
            Letter::NewCode { link } | Letter::CodeLink { link } | Letter::AnswerReady { link, .. } => {
                vec![link]
            }
            Letter::Code { code } => vec![code],
            Letter::ReceiptCorrected { .. }
            | Letter::AskIdentity { .. }
            | Letter::ReplyThanks { .. }
            | Letter::Resumed { .. }
            | Letter::PersonReminder { .. }
            | Letter::MessageWaiting
            | Letter::Extension { .. }
            | Letter::Withdrawn { .. }
            | Letter::RestrictionEnds { .. }
            | Letter::RecipientNotice { .. }
            | Letter::Answer { .. } => Vec::new(),
        }
    }

    /// Whether the mail names the case reference and where to follow the case. A letter that carries a
    /// code never does; nor does one to somebody else, which names the reference itself.
    pub const fn names_reference(&self) -> bool {
        !matches!(
            self,
            Letter::Code { .. }
                | Letter::NewCode { .. }
                | Letter::CodeLink { .. }
                | Letter::RecipientNotice { .. }
        )
    }
}

/// A mail to staff: reference, days left, link; no name, no content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum StaffMail {
    /// Days left to `act_by_on` (0: today).
    Reminder {
        /// Case reference.
        reference: String,
        /// Right concerned.
        right: Right,
        /// Days left.
        days: i64,
        /// The date.
        act_by_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Every working day while something is late.
    OverdueDigest {
        /// Reference, right, days late, link.
        rows: Vec<OverdueRow>,
    },
    /// Last day to extend is near.
    LastExtend {
        /// Case reference.
        reference: String,
        /// Days left.
        days: i64,
        /// The date.
        last_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Nobody has taken it for more than one working day.
    Unassigned {
        /// Case reference.
        reference: String,
        /// Link to the case.
        link: String,
    },
    /// A task is due or late. Whom it asks is said in the house only.
    TaskDue {
        /// Case reference.
        reference: String,
        /// Days left; negative when late.
        days: i64,
        /// Link to the case.
        link: String,
    },
    /// What was erased is overwritten in the backups by now: to be checked.
    FollowUp {
        /// Case reference.
        reference: String,
        /// The date.
        due_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Welcome: choose a password, add a second factor.
    Invitation {
        /// Name of the invited.
        name: String,
        /// Link, works once.
        link: String,
        /// Last day.
        until_on: NaiveDate,
    },
    /// Ten failed sign-ins on your account.
    SignInAlert {
        /// How many failed tries.
        failures: u32,
    },
}

/// One line of the overdue digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueRow {
    /// Case reference.
    pub reference: String,
    /// Right concerned.
    pub right: Right,
    /// Days late.
    pub days: i64,
    /// Link to the case.
    pub link: String,
}

impl StaffMail {
    /// File name of the template, without language and ending.
    pub const fn template(&self) -> &'static str {
        match self {
            StaffMail::Reminder { .. } => "staff_reminder",
            StaffMail::OverdueDigest { .. } => "staff_overdue_digest",
            StaffMail::LastExtend { .. } => "staff_last_extend",
            StaffMail::Unassigned { .. } => "staff_unassigned",
            StaffMail::TaskDue { .. } => "staff_task_due",
            StaffMail::FollowUp { .. } => "staff_follow_up",
            StaffMail::Invitation { .. } => "staff_invitation",
            StaffMail::SignInAlert { .. } => "staff_sign_in_alert",
        }
    }
}
