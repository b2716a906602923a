//! Withdrawal of a consent (art. 7(3)): which, from when, and whether another ground remains.

use super::{Gap, Missing, says};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Which consent: activities of the register, or words.
    pub which: Vec<String>,
    /// The day what rested on it stopped.
    pub stopped_on: Option<NaiveDate>,
    /// Another ground that remains, and for what; empty: none.
    pub other_ground: String,
    /// Erasure is offered (art. 17(1)(b)).
    pub offer_erasure: bool,
}

impl Consent {
    pub(super) fn missing(&self) -> Vec<Missing> {
        let mut all = Vec::new();
        if !self.which.iter().any(|one| says(one)) {
            all.push(Missing::new("c-which", Gap::WhichConsent));
        }
        if self.stopped_on.is_none() {
            all.push(Missing::new("c-stopped_on", Gap::Day));
        }
        all
    }
}
