//! The request: one right used in a case. It has a state, a clock and an outcome.

use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use chrono::{DateTime, NaiveDate, Utc};

codes! {
    /// Where a request stands. Extended, overdue, due soon and the like are derived, never states.
    pub enum State {
        /// It reached us; nobody has taken it.
        Received = "received",
        /// Somebody reads what was asked and finds out where to look.
        Assessing = "assessing",
        /// Tasks are out with sources and holders.
        Collecting = "collecting",
        /// The answer is written; somebody checks it.
        InReview = "in_review",
        /// Approved, not yet sent.
        Ready = "ready",
        /// Answered, or ended otherwise; the outcome says how.
        Closed = "closed",
        /// We asked the person and wait. Returns to the state it left.
        AwaitingPerson = "awaiting_person",
        /// Retention has run out; the key is gone.
        Erased = "erased",
    }
}

impl State {
    /// Whether there is still something to do.
    pub const fn is_open(self) -> bool {
        !matches!(self, State::Closed | State::Erased)
    }
}

codes! {
    /// What we asked the person for.
    pub enum PauseKind {
        /// Who they are (art. 12(6)).
        Identity = "identity",
        /// What it is about (recital 63).
        Scope = "scope",
    }
}

/// We asked and waited. Dates are local dates of the controller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Id of the row.
    pub id: String,
    /// What was asked.
    pub kind: PauseKind,
    /// The day the question went out; of one on paper the day it was written, until it was posted.
    pub asked_on: NaiveDate,
    /// The day the reply came (or the pause was ended); `None` while open.
    pub answered_on: Option<NaiveDate>,
    /// The day the doubt arose that an identity question was asked about; `None` for the others.
    pub doubt_on: Option<NaiveDate>,
    /// Id of the letter on paper that asks, until it was posted: before that nothing was asked.
    pub unposted: Option<String>,
    /// Whether it was asked early enough to stop the clock. A late question pauses nothing.
    pub counts: bool,
    /// By when we asked for a reply.
    pub reply_by_on: NaiveDate,
    /// Whether an officer decided what to do about the pause before the un-paused date.
    pub decided: bool,
    /// Reminders sent to the person while it was open.
    pub reminders: u32,
}

/// The period was extended by two months (art. 12(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    /// Local date of the notice.
    pub noticed_on: NaiveDate,
    /// Whether the notice has been delivered: then it can only be undone by a correction.
    pub delivered: bool,
    /// Sent after the un-paused last day, with the officer's reason.
    pub disputable: bool,
}

/// The dates of a request: computed from facts by `deadline`, stored, and equal to the replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The date the law sets, with extension and answered pauses.
    pub statutory_on: NaiveDate,
    /// The organisation's promise; none when there is none or the request is extended.
    pub promise_on: Option<NaiveDate>,
    /// The earlier of the two.
    pub shown_on: NaiveDate,
    /// What queue, counts and reminders sort by. Never later than `shown_on`.
    pub act_by_on: NaiveDate,
    /// Last day to extend or refuse, safe: without pauses.
    pub last_extend_on: NaiveDate,
    /// The same moved by answered pauses; between the two it is disputable.
    pub last_extend_paused_on: NaiveDate,
}

/// What was written as the answer, as far as the guards look at it. The words are sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Outcome chosen.
    pub outcome: Outcome,
    /// Codes of the grounds given, each with its reason in words.
    pub grounds: Vec<String>,
    /// Whether every text the letter of this outcome needs has been written.
    pub complete: bool,
}

/// One right used in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Request id.
    pub id: String,
    /// The right.
    pub right: Right,
    /// Where it stands.
    pub state: State,
    /// While awaiting the person: the state it left.
    pub paused_from: Option<State>,
    /// While in review or ready: the state the answer came from.
    pub reviewed_from: Option<State>,
    /// Staff id of the assignee.
    pub assignee: Option<String>,
    /// Local date of receipt: day 0 of this request's clock.
    pub received_on: NaiveDate,
    /// Every pause, in the order asked.
    pub pauses: Vec<Pause>,
    /// The extension, if any.
    pub extension: Option<Extension>,
    /// The written answer, from review on.
    pub answer: Option<Answer>,
    /// Staff id of who wrote the answer.
    pub author: Option<String>,
    /// Staff id of who approved it.
    pub approver: Option<String>,
    /// Approved by its author because the desk is run by one person.
    pub single_handed: bool,
    /// SHA-256 (hex) of the package of this answer, once it is built (rights with a package).
    pub package: Option<String>,
    /// SHA-256 of the package that was approved: no other one goes out.
    pub approved_package: Option<String>,
    /// Final outcome, once closed.
    pub outcome: Option<Outcome>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// The state a withdrawal left, so that it can be undone for seven days.
    pub withdrawn_from: Option<State>,
    /// The stored dates.
    pub dates: Dates,
}

impl Request {
    /// The written answer gives out a package.
    pub fn needs_package(&self) -> bool {
        self.right.has_package() && self.answer.as_ref().is_some_and(|answer| answer.outcome.releases())
    }

    /// The open pause, if the request waits for the person.
    pub fn open_pause(&self) -> Option<&Pause> {
        self.pauses.iter().find(|p| p.answered_on.is_none())
    }
}
