//! The nine rights of arts. 15–18, 20–22 and 7(3) GDPR, and what each one needs and allows.

use crate::domain::identity::Level;

codes! {
    /// A right a person may use. The two objections are one choice on the form.
    pub enum Right {
        /// Art. 15: confirmation, information, copy.
        Access = "access",
        /// Art. 16: correct or complete.
        Rectification = "rectification",
        /// Art. 17: erase.
        Erasure = "erasure",
        /// Art. 18: store, but do not use.
        Restriction = "restriction",
        /// Art. 20: a machine-readable copy of what the person provided.
        Portability = "portability",
        /// Art. 21(1): stop a use resting on art. 6(1)(e) or (f).
        Objection = "objection",
        /// Art. 21(2)–(3): stop direct marketing. Cannot be refused.
        MarketingObjection = "marketing_objection",
        /// Art. 22: have a person look at an automated decision.
        AutomatedDecision = "automated_decision",
        /// Art. 7(3): withdraw a consent. Cannot be refused.
        ConsentWithdrawal = "consent_withdrawal",
    }
}

impl Right {
    /// The article of the GDPR, as it is written in a letter ("15", "21(1)").
    pub const fn article(self) -> &'static str {
        match self {
            Right::Access => "15",
            Right::Rectification => "16",
            Right::Erasure => "17",
            Right::Restriction => "18",
            Right::Portability => "20",
            Right::Objection => "21(1)",
            Right::MarketingObjection => "21(2)",
            Right::AutomatedDecision => "22",
            Right::ConsentWithdrawal => "7(3)",
        }
    }

    /// The identity level needed by default before anything is collected, released or changed.
    /// Erasure, rectification, restriction and portability never need less than access.
    pub const fn level_needed(self) -> Level {
        match self {
            Right::Access
            | Right::Portability
            | Right::Erasure
            | Right::Rectification
            | Right::Restriction
            | Right::AutomatedDecision => Level::Proven,
            Right::Objection => Level::Contact,
            Right::MarketingObjection | Right::ConsentWithdrawal => Level::Nothing,
        }
    }

    /// Whether a refusal exists in law. Art. 21(3) and 7(3) know none.
    pub const fn can_be_refused(self) -> bool {
        !matches!(self, Right::MarketingObjection | Right::ConsentWithdrawal)
    }

    /// Whether reasonable doubt may be answered by asking who the person is. Art. 12(6) names
    /// arts. 15–21; we do not ask for automated decision, marketing or consent.
    pub const fn may_ask_identity(self) -> bool {
        !matches!(self, Right::AutomatedDecision | Right::MarketingObjection | Right::ConsentWithdrawal)
    }

    /// Whether the answer carries a package with the person's data.
    pub const fn has_package(self) -> bool {
        matches!(self, Right::Access | Right::Portability)
    }

    /// Whether acting is all there is to an answer: nothing is gathered and nothing weighed before it
    /// (art. 21(3)).
    pub const fn is_answered_by_acting(self) -> bool {
        matches!(self, Right::MarketingObjection)
    }

    /// Whether we act by the next working day instead of within the month of art. 12(3).
    pub const fn acts_at_once(self) -> bool {
        matches!(self, Right::MarketingObjection | Right::ConsentWithdrawal)
    }
}
