//! Who else is in it: contact points, joint controllers, customers, recipients, third countries.

use crate::domain::finding::Texts;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What a contact point is.
    pub enum ContactKind {
        /// Data protection officer (arts. 37–39).
        Officer = "dpo",
        /// A named person responsible, where there is no officer.
        Responsible = "responsible",
        /// Stands in for the first.
        Deputy = "deputy",
        /// Representative in the Union (art. 27).
        Representative = "representative",
    }
}

/// Somebody people and authorities can turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactPoint {
    /// Code.
    pub code: String,
    /// What they are.
    pub kind: ContactKind,
    /// Name or function.
    pub name: String,
    /// E-mail; some have none and are reached by phone or letter only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Phone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Postal address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postal: String,
}

/// A joint controller (art. 26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JointController {
    /// Code.
    pub code: String,
    /// Legal name.
    pub name: String,
    /// Registration number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// The essence of the arrangement, as people may read it (art. 26(2)).
    pub arrangement: Texts,
    /// The contact point for people (art. 26(1)).
    pub contact: String,
}

/// A customer who is controller; we are their processor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// Code.
    pub code: String,
    /// Legal name.
    pub name: String,
    /// Registration number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// Where requests are passed on to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Phone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Postal address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postal: String,
    /// What the agreement of art. 28(3) is called, with its date.
    pub agreement: String,
    /// Whether people may be told that this is the customer.
    #[serde(default = "yes")]
    pub may_be_named: bool,
}

const fn yes() -> bool {
    true
}

codes! {
    /// What a recipient is to us.
    pub enum RecipientKind {
        /// Acts on our instruction (art. 28).
        Processor = "processor",
        /// Decides for itself: bank, lawyer, partner.
        Controller = "controller",
        /// A joint controller.
        Joint = "joint",
        /// A public authority.
        Authority = "authority",
        /// The public: a website, social media.
        Public = "public",
    }
}

codes! {
    /// What binds a recipient.
    pub enum Agreement {
        /// A data processing agreement (art. 28(3)).
        Processing = "processing",
        /// The recipient's standard terms, which contain one.
        Terms = "terms",
        /// An arrangement of joint controllers (art. 26).
        Arrangement = "arrangement",
        /// A law.
        Law = "law",
        /// The person's consent.
        Consent = "consent",
        /// None is needed.
        None = "none",
        /// Missing, or not known to us: has to be settled.
        Missing = "missing",
    }
}

/// Who data are given to (arts. 15(1)(c), 19, 30(1)(d)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Code.
    pub code: String,
    /// Name; people are told it (C-154/21).
    pub name: String,
    /// What it is to us.
    pub kind: RecipientKind,
    /// What it does: "sends our newsletters".
    pub does: Texts,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// What binds it.
    pub agreement: Agreement,
    /// Where it is told of rectification, erasure and restriction (art. 19).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

codes! {
    /// Why a transfer to a third country is allowed (chapter V).
    pub enum Mechanism {
        /// The Commission found the country adequate (art. 45).
        Adequacy = "adequacy",
        /// EU–US Data Privacy Framework, for those who are certified (art. 45).
        Dpf = "dpf",
        /// EU–US Privacy Shield; annulled on 16 July 2020 (C-311/18).
        PrivacyShield = "privacy_shield",
        /// Standard contractual clauses (art. 46(2)(c)).
        Clauses = "scc",
        /// Binding corporate rules (art. 47).
        Rules = "bcr",
        /// A derogation (art. 49).
        Derogation = "derogation",
        /// None that is known.
        None = "none",
    }
}

/// A transfer to a third country (art. 30(1)(e)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Code.
    pub code: String,
    /// Code of the recipient.
    pub recipient: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// Why it is allowed.
    pub mechanism: Mechanism,
    /// First day it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day it is valid; none while it is not known to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The safeguards in words, and where a copy can be had (art. 15(2)).
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub words: Texts,
}

impl Mechanism {
    /// The last day the law itself let it be valid.
    pub const fn ended_on(self) -> Option<NaiveDate> {
        match self {
            Mechanism::PrivacyShield => NaiveDate::from_ymd_opt(2020, 7, 15),
            _ => None,
        }
    }
}

impl Transfer {
    /// Whether nothing allows it on this day: lapsed, not yet valid, or never allowed.
    pub fn is_lapsed(&self, day: NaiveDate) -> bool {
        let ended = [self.until, self.mechanism.ended_on()].into_iter().flatten().min();
        self.mechanism == Mechanism::None
            || self.from.is_some_and(|from| day < from)
            || ended.is_some_and(|last_on| last_on < day)
    }
}
