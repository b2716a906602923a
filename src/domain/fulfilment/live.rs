//! What goes on after the answer: a restriction until it is lifted, a notice until it is settled.

use super::Case18;
use chrono::NaiveDate;

codes! {
    /// What may still be done with restricted data besides storing them (art. 18(2)).
    pub enum Exception {
        /// The person agreed.
        Consent = "consent",
        /// For a legal claim.
        Claims = "claims",
        /// To protect another person.
        OtherPerson = "other_person",
        /// For an important public interest of the Union or a Member State.
        PublicInterest = "public_interest",
    }
}

codes! {
    /// Where a notice to a recipient stands (art. 19).
    pub enum NoticeStatus {
        /// Nobody has told them.
        Open = "open",
        /// They were told.
        Told = "told",
        /// They confirmed that they did it.
        Confirmed = "confirmed",
        /// Telling them proved impossible.
        Impossible = "impossible",
        /// Telling them takes disproportionate effort.
        Disproportionate = "disproportionate",
    }
}

impl NoticeStatus {
    /// Whether there is still something to do.
    pub const fn is_open(self) -> bool {
        matches!(self, NoticeStatus::Open | NoticeStatus::Told)
    }

    /// Whether it needs a reason in words.
    pub const fn needs_reason(self) -> bool {
        matches!(self, NoticeStatus::Impossible | NoticeStatus::Disproportionate)
    }

    /// Whether a notice may go from here to there: nobody confirms what they were not told, and what
    /// is settled stays settled.
    pub const fn may_become(self, next: NoticeStatus) -> bool {
        match self {
            NoticeStatus::Open => !matches!(next, NoticeStatus::Open | NoticeStatus::Confirmed),
            NoticeStatus::Told => !matches!(next, NoticeStatus::Open),
            _ => false,
        }
    }
}

/// A restriction as far as the law looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveCase {
    /// Its case.
    pub case: Case18,
    /// Whether the person's notice that it will be lifted has left the house (art. 18(3)).
    pub notice_out: bool,
    /// The day the notice names.
    pub lift_on: Option<NaiveDate>,
    /// Lifted already.
    pub is_lifted: bool,
}

/// Whether a restriction may be lifted today: only after the person was told, and not before the day
/// they were told of (art. 18(3)).
pub fn may_lift(restriction: &LiveCase, today: NaiveDate) -> bool {
    !restriction.is_lifted && restriction.notice_out && restriction.lift_on.is_some_and(|on| on <= today)
}
