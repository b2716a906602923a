//! The case: what one person sent at one time through one channel to one controller.

use crate::domain::access::{Actor, Role};
use crate::domain::identity::{Level, Proof};
use crate::domain::request::{Request, State};
use crate::domain::task::Task;
use chrono::{DateTime, Duration, NaiveDate, Utc};

codes! {
    /// How a case reached us.
    pub enum Intake {
        /// The public form.
        Form = "form",
        /// A letter on paper.
        Letter = "letter",
        /// A phone call.
        Phone = "phone",
        /// At the counter.
        Counter = "counter",
        /// A chat.
        Chat = "chat",
        /// Social media.
        Social = "social",
        /// An e-mail.
        Mail = "mail",
    }
}

codes! {
    /// Facts about a case that have consequences but are no states.
    pub enum Flag {
        /// It is a complaint about how we handled something, and nobody has answered it yet.
        Complaint = "complaint",
        /// Kept although its retention has run out.
        LegalHold = "legal_hold",
        /// Somebody at an address on record pressed "stop, this is not me".
        Stopped = "stopped",
        /// The person is a child.
        Child = "child",
        /// The person has died.
        Deceased = "deceased",
        /// The person's address is protected.
        ProtectedIdentity = "protected_identity",
        /// In the bin as suspected spam.
        Bin = "bin",
    }
}

codes! {
    /// Whether somebody asks for the person, and whether that was accepted.
    pub enum Representation {
        /// The person asks.
        None = "none",
        /// Somebody asks for them; their authority has not been judged.
        Unjudged = "unjudged",
        /// Authority seen and accepted.
        Accepted = "accepted",
        /// Authority refused.
        Refused = "refused",
    }
}

/// A notice to a known address: somebody asks in your name, and this link stops it (R5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// When its mail was handed over; `None` while it was not.
    pub sent_at: Option<DateTime<Utc>>,
    /// It could not be delivered: nobody can be waited for there.
    pub failed: bool,
    /// Hours a release waits after it, as set when it was written.
    pub hold_hours: u32,
    /// A code to this very address was proven: the proof was the notice.
    pub settled: bool,
}

/// What a release waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// A notice has not been handed to the mail server.
    Unsent,
    /// Whoever got the notice has until then.
    Until(DateTime<Utc>),
}

/// The facts of a case that decide what may happen. What the person wrote is not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Case id.
    pub id: String,
    /// Controller id.
    pub controller_id: String,
    /// How it reached us.
    pub intake: Intake,
    /// When it reached us, UTC.
    pub received_at: DateTime<Utc>,
    /// The local date of receipt in the controller's time zone: day 0 of every clock.
    pub received_on: NaiveDate,
    /// Identity level reached.
    pub level: Level,
    /// How it was reached.
    pub proofs: Vec<Proof>,
    /// Whether the address the person gave was confirmed.
    pub address_confirmed: bool,
    /// Flags set.
    pub flags: Vec<Flag>,
    /// Whether somebody asks for the person.
    pub representation: Representation,
    /// The member of staff the case is about, if it is. They never see it.
    pub about_staff: Option<String>,
    /// Whether a look-up found a match on something unproven: then "no data" is no answer yet.
    pub unproven_match: bool,
    /// Notices to known addresses.
    pub notices: Vec<Notice>,
    /// Ids of the requests whose answer came back, until it was sent again.
    pub undelivered: Vec<String>,
    /// When retention of the closed case has run out, if it is known.
    pub retention_on: Option<NaiveDate>,
    /// Everything inside was destroyed; only the chain is left.
    pub erased: bool,
    /// The optimistic lock: one version per case. Reading never moves it.
    pub version: i64,
}

impl Case {
    /// Whether the flag is set.
    pub fn is(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// What keeps an answer from being released now: a notice to somebody else than the one who
    /// proved who they are, as long as they may still stop it (R5).
    pub fn hold(&self, now: DateTime<Utc>) -> Option<Hold> {
        let holding = self.notices.iter().filter(|n| n.hold_hours > 0 && !n.settled && !n.failed);
        let mut latest = None;
        for notice in holding {
            let Some(sent_at) = notice.sent_at else { return Some(Hold::Unsent) };
            latest = latest.max(Some(sent_at + Duration::hours(i64::from(notice.hold_hours))));
        }
        latest.filter(|until| *until > now).map(Hold::Until)
    }

    /// The proof over whose channel an answer may go: the newest that proves delivery.
    pub fn delivery_proof(&self) -> Option<&Proof> {
        self.proofs.iter().filter(|p| p.way.proves_delivery()).max_by_key(|p| p.at)
    }

    /// Whether whoever writes to us about this case may be told what was done: the person themselves,
    /// or a representative whose authority was accepted. One who was refused is no longer written to.
    pub fn may_tell_who_wrote(&self) -> bool {
        self.representation != Representation::Unjudged
    }
}

/// A case with everything `decide` looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// Its requests, in the order they were made.
    pub requests: Vec<Request>,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

impl CaseFile {
    /// The request with this id.
    pub fn request(&self, id: &str) -> Option<&Request> {
        self.requests.iter().find(|r| r.id == id)
    }

    /// Where the case stands as a whole when it has no requests, which only a complaint has not: open
    /// until somebody answered it. `None` for a case with requests: those have states of their own.
    pub fn stands(&self) -> Option<State> {
        let is_open = self.case.is(Flag::Complaint);
        self.requests.is_empty().then_some(match (self.case.erased, is_open) {
            (true, _) => State::Erased,
            (false, true) => State::Received,
            (false, false) => State::Closed,
        })
    }

    /// Whether the case exists for this actor: one about a member of staff does not for that person,
    /// and for other staff only when they are officer or work on it.
    pub fn is_known_to(&self, actor: &Actor) -> bool {
        let (Some(about), Some(me)) = (self.case.about_staff.as_deref(), actor.staff_id()) else {
            return true;
        };
        let is_named = || self.requests.iter().any(|request| request.assignee.as_deref() == Some(me));
        about != me && (actor.holds(Role::Officer) || is_named())
    }
}
