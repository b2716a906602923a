//! Restriction (art. 18) as the answer to a request: which case, of what, from when.

use super::{Gap, Missing, Recipients, Touched, says};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// The case of art. 18(1).
    pub enum Case18 {
        /// The person contests that the data are accurate: while we verify.
        Contested = "a",
        /// The processing is unlawful and the person would rather not have the data erased.
        Unlawful = "b",
        /// We need them no longer, the person does for a claim.
        Claims = "c",
        /// The person objected (art. 21(1)): while we find out whose grounds weigh more.
        Objected = "d",
    }
}

impl Case18 {
    /// Whether it lasts only until a request of the same case is decided.
    pub const fn ends_with_decision(self) -> bool {
        matches!(self, Case18::Contested | Case18::Objected)
    }
}

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Which case.
    pub case: Option<Case18>,
    /// What is restricted.
    pub what: String,
    /// From when.
    pub from_on: Option<NaiveDate>,
    /// The activities it is restricted in.
    pub touched: Vec<Touched>,
    /// Who is told.
    pub recipients: Recipients,
}

impl Restriction {
    pub(super) fn missing(&self) -> Vec<Missing> {
        let mut all = Vec::new();
        if self.case.is_none() {
            all.push(Missing::new("x-case", Gap::Case18));
        }
        if !says(&self.what) {
            all.push(Missing::new("x-what", Gap::What));
        }
        if self.from_on.is_none() {
            all.push(Missing::new("x-from_on", Gap::Day));
        }
        all
    }
}
