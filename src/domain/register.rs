//! The register (art. 30): what a controller does with people's data, why, with whom and how long.
//!
//! Everything an answer, a notice or a letter says about the processing is taken from here and
//! typed nowhere else. One register serves one controller or several of a group; it is kept in
//! versions, and an answer knows the one it was written from.

mod activity;
mod check;
mod parties;
mod retention;
#[cfg(test)]
mod tests;

pub use activity::{
    Activity, Automated, Basis, Category, Measure, Policy, Product, Role, SpecialGround, Subject,
};
pub use check::{Problem, ProblemKind};
pub use parties::{
    Agreement, ContactKind, ContactPoint, Customer, JointController, Mechanism, Recipient, RecipientKind,
    Transfer,
};
pub use retention::{Disposal, Period, RetentionRule, StartEvent};

use crate::domain::language::Lang;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A whole register. As a TOML file it is what `register import` reads and `register export` writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Its name: `clienti`.
    pub name: String,
    /// Slugs of the controllers it is the register of.
    pub controllers: Vec<String>,
    /// Languages every text is written in.
    pub languages: Vec<Lang>,
    /// Data protection officer or contact person, and deputies; the first is the one named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<ContactPoint>,
    /// Joint controllers (art. 26).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<JointController>,
    /// Customers we are processor for (art. 28).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<Customer>,
    /// Products and services a request can be limited to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product: Vec<Product>,
    /// Categories of data subjects (art. 30(1)(c)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject: Vec<Subject>,
    /// Categories of personal data (art. 30(1)(c)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category: Vec<Category>,
    /// Recipients and processors (art. 30(1)(d)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipient: Vec<Recipient>,
    /// Transfers to third countries (art. 30(1)(e)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transfer: Vec<Transfer>,
    /// How long data are kept (art. 30(1)(f)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retention: Vec<RetentionRule>,
    /// Security measures (art. 30(1)(g)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measure: Vec<Measure>,
    /// Versions of the privacy policy, with the day each began to apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy: Vec<Policy>,
    /// Processing activities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activity: Vec<Activity>,
    /// Days until backups are overwritten, when there are backups: what was erased lives on in them
    /// until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup_days: Option<u32>,
}

impl Register {
    /// The activity with this code.
    pub fn activity(&self, code: &str) -> Option<&Activity> {
        self.activity.iter().find(|one| one.code == code)
    }

    /// The activities of one controller: those that name it, and those that name none.
    pub fn activities_of(&self, slug: &str) -> impl Iterator<Item = &Activity> {
        self.activity
            .iter()
            .filter(move |one| one.controllers.is_empty() || one.controllers.iter().any(|c| c == slug))
    }

    /// The customer with this code.
    pub fn customer(&self, code: &str) -> Option<&Customer> {
        self.customer.iter().find(|one| one.code == code)
    }

    /// The recipient with this code.
    pub fn recipient(&self, code: &str) -> Option<&Recipient> {
        self.recipient.iter().find(|one| one.code == code)
    }

    /// The retention rule with this code.
    pub fn rule(&self, code: &str) -> Option<&RetentionRule> {
        self.retention.iter().find(|one| one.code == code)
    }

    /// The category with this code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.category.iter().find(|one| one.code == code)
    }

    /// The product with this code.
    pub fn product(&self, code: &str) -> Option<&Product> {
        self.product.iter().find(|one| one.code == code)
    }

    /// The transfers that concern a recipient.
    pub fn transfers_to<'a>(&'a self, recipient: &'a str) -> impl Iterator<Item = &'a Transfer> {
        self.transfer.iter().filter(move |one| one.recipient == recipient)
    }

    /// The privacy policy that applied on a day: the newest that had begun (row 16).
    pub fn policy_on(&self, day: NaiveDate) -> Option<&Policy> {
        self.policy.iter().filter(|one| one.from <= day).max_by_key(|one| one.from)
    }

    /// The rules of an activity, the one that wins first: highest precedence, then the order of the
    /// file. A rule that keeps by law or for a claim stands above one that deletes (art. 17(3)).
    pub fn rules_of<'a>(&'a self, activity: &'a Activity) -> Vec<&'a RetentionRule> {
        let mut rules: Vec<_> = activity.retention.iter().filter_map(|code| self.rule(code)).collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.precedence));
        rules
    }
}
