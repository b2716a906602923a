//! Why a command is refused: small, with a stable code and the facts a page needs to say it.

use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use chrono::{NaiveDate, NaiveDateTime};

/// A command that was not carried out. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such case or request, or this member of staff must not know of it.
    #[error("there is no such case or request")]
    NotFound,
    /// The actor's roles do not include one that may.
    #[error("the roles held do not allow \"{event}\"")]
    Role {
        /// What was asked for.
        event: EventKind,
    },
    /// The event does not exist for this right.
    #[error("\"{event}\" does not exist for the right \"{right}\"")]
    Right {
        /// What was asked for.
        event: EventKind,
        /// The right it does not exist for.
        right: Right,
    },
    /// Not in this state; on a page: somebody was faster.
    #[error("\"{event}\" is not possible in the state \"{state}\"")]
    State {
        /// What was asked for.
        event: EventKind,
        /// The state the request is in.
        state: State,
    },
    /// It would change nothing: it is so already.
    #[error("\"{event}\" would change nothing")]
    NothingToDo {
        /// What was asked for.
        event: EventKind,
    },
    /// The table allows it, but something is missing. Everything that is, at once.
    #[error("\"{event}\" needs more: {}", codes(needs))]
    Needs {
        /// What was asked for.
        event: EventKind,
        /// What is missing, each once, in the order the page lists them.
        needs: Vec<Need>,
    },
}

fn codes(needs: &[Need]) -> String {
    needs.iter().map(Need::code).collect::<Vec<_>>().join(", ")
}

impl Refusal {
    /// Stable code, for pages and the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::NotFound => "not_found",
            Refusal::Role { .. } => "role",
            Refusal::Right { .. } => "right",
            Refusal::State { .. } => "state",
            Refusal::NothingToDo { .. } => "nothing_to_do",
            Refusal::Needs { .. } => "needs",
        }
    }

    /// What is missing; empty for the other refusals.
    pub fn needs(&self) -> &[Need] {
        match self {
            Refusal::Needs { needs, .. } => needs,
            _ => &[],
        }
    }
}

/// One thing that is missing or wrong, with what the page needs to name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The identity level this right needs (R2, R3).
    Identity {
        /// Level needed.
        needed: Level,
        /// Level reached.
        reached: Level,
    },
    /// A channel the organisation already had, proven, over which the answer may go (R1).
    Delivery,
    /// The case was stopped from a known address: nothing is released.
    NotStopped,
    /// A notice to a known address has not been handed to the mail server yet.
    NoticeUnsent,
    /// Whoever got the notice at a known address may still stop the case.
    NoticeHold {
        /// Until then, local time.
        until: NaiveDateTime,
    },
    /// The level a request needs is reached; there is nothing left to ask.
    IdentityDoubt,
    /// At least one task.
    Task,
    /// The tasks with these ids are not finished.
    TasksFinished {
        /// Ids of the open tasks.
        tasks: Vec<String>,
    },
    /// A task that brought something back; they were all cancelled.
    TaskAnswered,
    /// This outcome cannot be the answer here.
    Outcome {
        /// The outcome chosen.
        outcome: Outcome,
    },
    /// A text the letter needs is not written.
    Text,
    /// At least one ground.
    Ground,
    /// This ground does not carry this outcome for this right.
    GroundAllowed {
        /// Code of the ground.
        ground: String,
    },
    /// The person must have been asked before this ground is used.
    AskedFirst {
        /// Code of the ground.
        ground: String,
    },
    /// A match on something unproven: ask who the person is before saying that nothing is held.
    NoUnprovenMatch,
    /// Somebody else than the author.
    OtherApprover,
    /// A fresh second factor, as the author approves alone.
    FreshFactor,
    /// The package is not built.
    Package,
    /// The package is another one than the one that was approved.
    SamePackage,
    /// A reason, comment or evidence in words.
    Words {
        /// Which field: `reason`, `comment`, `evidence`, `note`, `item`, `question`, `what`…
        field: &'static str,
    },
    /// The answer is late: say why.
    LateReason,
    /// Received more than 30 days back: say why it is entered so late.
    LateEntryReason,
    /// Past the un-paused last day to extend: the officer's reason; the extension is disputable.
    DisputableReason {
        /// The un-paused last day.
        last_on: NaiveDate,
    },
    /// It can be done once, and has been.
    OnlyOnce,
    /// Too late: the last day was this.
    NotAfter {
        /// The last day.
        last_on: NaiveDate,
    },
    /// Too early: the first day is this.
    NotBefore {
        /// The first day.
        first_on: NaiveDate,
    },
    /// A date of the form is outside the days that are possible.
    Date {
        /// Which field.
        field: &'static str,
        /// First possible day.
        from: Option<NaiveDate>,
        /// Last possible day.
        to: Option<NaiveDate>,
    },
    /// At least one right.
    AnyRight,
    /// One way to reach the person.
    Reachable,
    /// A channel staff can enter from.
    Channel,
    /// Two reminders to the person before a case lapses.
    Reminders {
        /// Sent so far.
        sent: u32,
    },
    /// An officer's decision on the pause.
    PauseDecided,
    /// Anything else that must hold first, by code.
    Fact {
        /// What: `same_person`, `target_open`, `retention_reached`, `no_legal_hold`…
        fact: &'static str,
    },
}

impl Need {
    /// Stable code, the tail of the word key.
    pub const fn code(&self) -> &'static str {
        match self {
            Need::Identity { .. } => "identity",
            Need::Delivery => "delivery",
            Need::NotStopped => "not_stopped",
            Need::NoticeUnsent => "notice_unsent",
            Need::NoticeHold { .. } => "notice_hold",
            Need::IdentityDoubt => "identity_doubt",
            Need::Task => "task",
            Need::TasksFinished { .. } => "tasks_finished",
            Need::TaskAnswered => "task_answered",
            Need::Outcome { .. } => "outcome",
            Need::Text => "text",
            Need::Ground => "ground",
            Need::GroundAllowed { .. } => "ground_allowed",
            Need::AskedFirst { .. } => "asked_first",
            Need::NoUnprovenMatch => "no_unproven_match",
            Need::OtherApprover => "other_approver",
            Need::FreshFactor => "fresh_factor",
            Need::Package => "package",
            Need::SamePackage => "same_package",
            Need::Words { .. } => "words",
            Need::LateReason => "late_reason",
            Need::LateEntryReason => "late_entry_reason",
            Need::DisputableReason { .. } => "disputable_reason",
            Need::OnlyOnce => "only_once",
            Need::NotAfter { .. } => "not_after",
            Need::NotBefore { .. } => "not_before",
            Need::Date { .. } => "date",
            Need::AnyRight => "any_right",
            Need::Reachable => "reachable",
            Need::Channel => "channel",
            Need::Reminders { .. } => "reminders",
            Need::PauseDecided => "pause_decided",
            Need::Fact { fact } => fact,
        }
    }
}
