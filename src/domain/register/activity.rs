//! The processing activity and what describes it: purposes, people, data, grounds.

use crate::domain::finding::{LegalGround, Texts};
use crate::domain::right::Right;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What we are in an activity. It belongs to the activity, not to the organisation.
    pub enum Role {
        /// We decide purposes and means (art. 4(7)).
        Controller = "controller",
        /// We decide them together with another (art. 26).
        Joint = "joint",
        /// We act on a customer's instruction (art. 4(8), 28).
        Processor = "processor",
    }
}

codes! {
    /// Why special categories may be processed: the letter of art. 9(2).
    pub enum SpecialGround {
        /// Explicit consent.
        Consent = "a",
        /// Employment and social law.
        Employment = "b",
        /// Vital interests.
        VitalInterests = "c",
        /// Associations.
        Association = "d",
        /// Made public by the person.
        MadePublic = "e",
        /// Legal claims.
        Claims = "f",
        /// Substantial public interest.
        PublicInterest = "g",
        /// Health care.
        Health = "h",
        /// Public health.
        PublicHealth = "i",
        /// Archives, research, statistics.
        Research = "j",
    }
}

/// A processing activity (art. 30(1), (2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Code: a folder name in the package, and what data maps refer to.
    pub code: String,
    /// What it is called for people.
    pub label: Texts,
    /// Slugs of the controllers it belongs to; empty: all of the register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<String>,
    /// What we are in it.
    pub role: Role,
    /// As processor: codes of the customers; empty: any of the directory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<String>,
    /// As joint controller: codes of the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<String>,
    /// Codes of the products it serves; empty: it is not tied to one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// Purposes, art. 15(1)(a).
    pub purposes: Texts,
    /// Codes of the categories of people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// Codes of the categories of data, art. 15(1)(b).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Legal grounds. Which rights apply follows from them, as a hint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// Whether it is direct marketing (art. 21(2)).
    #[serde(default)]
    pub marketing: bool,
    /// Where the data come from when not from the person, art. 15(1)(g); empty: from the person.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub source: Texts,
    /// Codes of the retention rules, art. 15(1)(d).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retention: Vec<String>,
    /// Codes of the recipients, art. 15(1)(c).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<String>,
    /// Codes of the security measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Automated decisions, art. 15(1)(h); none when it makes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automated: Option<Automated>,
    /// Why nothing is held by us although people may think so ("only on your own phone").
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub nothing_held: Texts,
    /// Why people cannot be identified in it (art. 11): anonymous statistics, device ids.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub not_identifiable: Texts,
    /// How people can see or correct it themselves; a pointer, never a refusal (recital 63).
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub self_service: Texts,
    /// Whether data of it are made public, so that an erasure is told on (art. 17(2)).
    #[serde(default)]
    pub made_public: bool,
    /// Where the data are: names of connected sources, or systems in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<String>,
}

/// A legal ground of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// The letter of art. 6(1).
    pub article_6: LegalGround,
    /// The letter of art. 9(2), for special categories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_9: Option<SpecialGround>,
    /// In words: which interest, which law, which contract.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub words: Texts,
}

/// Automated decisions of an activity (arts. 15(1)(h), 22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Automated {
    /// Whether decisions are made solely by it, with legal or similar effect (art. 22(1)); else it is
    /// profiling that people are told of.
    pub decides: bool,
    /// The logic: procedure and principles really applied (C-203/22).
    pub logic: Texts,
    /// What it means for the person.
    pub significance: Texts,
}

/// A product or service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Code.
    pub code: String,
    /// What people know it as.
    pub label: Texts,
}

/// A category of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Code.
    pub code: String,
    /// What they are called.
    pub label: Texts,
}

/// A category of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Code.
    pub code: String,
    /// What it is called for people.
    pub label: Texts,
    /// Whether it holds national personal numbers (art. 87).
    #[serde(default)]
    pub personal_number: bool,
    /// Whether it is a special category (art. 9(1)) or about offences (art. 10).
    #[serde(default)]
    pub special: bool,
    /// Whether it is pictures, voice or biometrics: dropped when the rest is anonymised.
    #[serde(default)]
    pub likeness: bool,
    /// Whether it is online identifiers (IP, device, cookie).
    #[serde(default)]
    pub online: bool,
}

/// A security measure, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Code.
    pub code: String,
    /// What is done.
    pub words: Texts,
}

/// A version of the privacy policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What it is called: "2020-06-30".
    pub version: String,
    /// First day it applied.
    pub from: NaiveDate,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

impl Activity {
    /// Whether the rights are answered by us: not where we act for a customer.
    pub const fn is_ours(&self) -> bool {
        !matches!(self.role, Role::Processor)
    }

    /// The rights its grounds leave open, as a hint to staff and never a block: the mapping of the
    /// Data Privacy Vocabulary, `legal_basis_rights_mapping`. Marketing can always be objected to.
    pub fn rights(&self) -> Vec<Right> {
        let open = |right: &Right| {
            self.basis.iter().any(|basis| applies(basis.article_6, *right))
                || (*right == Right::MarketingObjection && self.marketing)
        };
        Right::ALL.iter().copied().filter(open).collect()
    }
}

/// Whether a right exists for data processed on this ground.
const fn applies(ground: LegalGround, right: Right) -> bool {
    use LegalGround as G;
    match right {
        Right::Access | Right::Rectification | Right::Restriction => true,
        Right::Erasure => !matches!(ground, G::Obligation | G::PublicTask),
        Right::Portability => matches!(ground, G::Consent | G::Contract),
        Right::Objection => matches!(ground, G::PublicTask | G::LegitimateInterests),
        Right::MarketingObjection => false,
        Right::AutomatedDecision => !matches!(ground, G::Obligation),
        Right::ConsentWithdrawal => matches!(ground, G::Consent),
    }
}
