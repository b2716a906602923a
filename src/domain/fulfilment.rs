//! What answering a right comes to: one record per right, what it lacks before its letter may leave,
//! the grounds that follow from it, and what goes on after the request is closed.
//!
//! A record is part of the answer: written with it, sealed with it, read by whoever approves, told in
//! the letter. What outlives the answer (a live restriction, a notice to a recipient, data left in
//! backups) is opened when the answer is sent.

mod burden;
mod consent;
mod erasure;
mod live;
mod objection;
mod portability;
mod recipients;
mod rectification;
mod restriction;
mod review;
#[cfg(test)]
mod tests;

pub use burden::{Burden, Fee};
pub use consent::Consent;
pub use erasure::{Action, Claim, Erasure, Line};
pub use live::{Exception, LiveCase, NoticeStatus, may_lift};
pub use objection::Objection;
pub use portability::{Portability, Transfer};
pub use recipients::{NoticeKind, Recipient, Recipients};
pub use rectification::{FieldChange, Rectification, Verdict};
pub use restriction::{Case18, Restriction};
pub use review::Review;

use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use serde::{Deserialize, Serialize};

codes! {
    /// What a record lacks. The code is the key of its words.
    pub enum Gap {
        /// Nothing was written about what was done.
        Record = "gap-record",
        /// No field is named.
        Field = "gap-field",
        /// The new value, or a statement, is missing.
        NewValue = "gap-new",
        /// What is done with it was not chosen.
        Verdict = "gap-verdict",
        /// A refusal without its ground.
        Ground = "gap-ground",
        /// A refusal without its reason.
        Why = "gap-why",
        /// The day something was done.
        Day = "gap-day",
        /// Something is kept or refused, so the outcome is not that all was done.
        NotAll = "gap-not_all",
        /// Nothing is kept or refused, so the outcome is not that a part was.
        NotPartly = "gap-not_partly",
        /// Nothing was done, so the outcome is not that something was.
        Nothing = "gap-nothing",
        /// What is done was not chosen for every activity.
        Action = "gap-action",
        /// Until when something is kept.
        Until = "gap-until",
        /// The ground claimed of art. 17(1).
        Claim = "gap-claim",
        /// The steps of art. 17(2).
        Public = "gap-public",
        /// What became of pictures, voice and biometrics.
        Likeness = "gap-likeness",
        /// The case of art. 18(1).
        Case18 = "gap-case_18",
        /// What it concerns.
        What = "gap-what",
        /// What was stopped.
        Stopped = "gap-stopped",
        /// The person's particular situation.
        Situation = "gap-situation",
        /// Our compelling grounds.
        Compelling = "gap-compelling",
        /// How the two were weighed.
        Weighing = "gap-weighing",
        /// Which person decided.
        DecidedBy = "gap-decided_by",
        /// Which consent.
        WhichConsent = "gap-which_consent",
        /// Whether there was an automated decision.
        Existed = "gap-existed",
        /// Who looked at it again.
        Reviewer = "gap-reviewer",
        /// The reviewer made the decision.
        SamePerson = "gap-same_person",
        /// The reviewer cannot change it.
        Authority = "gap-authority",
        /// The person's view.
        View = "gap-view",
        /// The new decision.
        Decision = "gap-decision",
        /// The reasons of the new decision.
        Reasons = "gap-reasons",
        /// To whom it was transmitted.
        TransferTo = "gap-transfer_to",
        /// Why it was not feasible.
        Infeasible = "gap-infeasible",
        /// What shows objectively that it is unfounded or excessive.
        Objective = "gap-objective",
        /// What shows the intent.
        Subjective = "gap-subjective",
        /// The list of evidence.
        Evidence = "gap-evidence",
        /// The cost a fee covers.
        FeeBasis = "gap-fee_basis",
        /// The amount of a fee.
        FeeAmount = "gap-fee_amount",
        /// A recipient without a name.
        RecipientName = "gap-recipient",
    }
}

/// What a record lacks, and at which field of its form that is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Name of the field.
    pub field: String,
    /// What.
    pub gap: Gap,
}

impl Missing {
    /// Something that is missing at a field.
    pub fn new(field: impl Into<String>, gap: Gap) -> Missing {
        Missing { field: field.into(), gap }
    }
}

/// An activity of the register something was done in, with its name as the letter has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Code in the register.
    pub code: String,
    /// Name in the language of the case.
    pub label: String,
}

/// The record of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "right", rename_all = "snake_case")]
pub enum Fulfilment {
    /// Art. 16.
    Rectification(Rectification),
    /// Art. 17.
    Erasure(Erasure),
    /// Art. 18.
    Restriction(Restriction),
    /// Art. 20.
    Portability(Portability),
    /// Art. 21(1).
    Objection(Objection),
    /// Art. 22.
    AutomatedDecision(Review),
    /// Art. 7(3).
    ConsentWithdrawal(Consent),
}

impl Fulfilment {
    /// An empty record; none for rights whose answer is a package alone or is acted on elsewhere.
    pub fn blank(right: Right) -> Option<Fulfilment> {
        Some(match right {
            Right::Rectification => Fulfilment::Rectification(Rectification::default()),
            Right::Erasure => Fulfilment::Erasure(Erasure::default()),
            Right::Restriction => Fulfilment::Restriction(Restriction::default()),
            Right::Portability => Fulfilment::Portability(Portability::default()),
            Right::Objection => Fulfilment::Objection(Objection::default()),
            Right::AutomatedDecision => Fulfilment::AutomatedDecision(Review::default()),
            Right::ConsentWithdrawal => Fulfilment::ConsentWithdrawal(Consent::default()),
            Right::Access | Right::MarketingObjection => return None,
        })
    }

    /// The right it answers.
    pub const fn right(&self) -> Right {
        match self {
            Fulfilment::Rectification(_) => Right::Rectification,
            Fulfilment::Erasure(_) => Right::Erasure,
            Fulfilment::Restriction(_) => Right::Restriction,
            Fulfilment::Portability(_) => Right::Portability,
            Fulfilment::Objection(_) => Right::Objection,
            Fulfilment::AutomatedDecision(_) => Right::AutomatedDecision,
            Fulfilment::ConsentWithdrawal(_) => Right::ConsentWithdrawal,
        }
    }

    /// What its letter still needs with this outcome and these grounds. Nothing leaves before that.
    pub fn missing(&self, outcome: Outcome, grounds: &[GroundText]) -> Vec<Missing> {
        let releases = outcome.releases();
        match self {
            Fulfilment::Rectification(record) if releases => record.missing(outcome),
            Fulfilment::Erasure(record) if releases => record.missing(outcome),
            Fulfilment::Restriction(record) if releases => record.missing(),
            Fulfilment::Portability(record) if releases => record.missing(outcome),
            Fulfilment::Objection(record) => record.missing(outcome, grounds),
            Fulfilment::AutomatedDecision(record) if releases => record.missing(),
            Fulfilment::ConsentWithdrawal(record) if releases => record.missing(),
            _ => Vec::new(),
        }
    }

    /// The grounds that follow from what was chosen: nobody writes them a second time.
    pub fn grounds(&self) -> Vec<GroundText> {
        match self {
            Fulfilment::Rectification(record) => record.grounds(),
            Fulfilment::Erasure(record) => record.grounds(),
            Fulfilment::Portability(record) => record.grounds(),
            _ => Vec::new(),
        }
    }

    /// Who is told on (art. 19), and of what.
    pub fn notices(&self) -> Option<(NoticeKind, &Recipients)> {
        match self {
            Fulfilment::Rectification(record) => Some((NoticeKind::Rectified, &record.recipients)),
            Fulfilment::Erasure(record) => Some((NoticeKind::Erased, &record.recipients)),
            Fulfilment::Restriction(record) => Some((NoticeKind::Restricted, &record.recipients)),
            _ => None,
        }
    }
}

/// Whether a text says anything.
fn says(text: &str) -> bool {
    !text.trim().is_empty()
}
