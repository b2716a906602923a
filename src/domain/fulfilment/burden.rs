//! Unfounded or excessive (art. 12(5)): we bear the burden of proof, so it is written down.

use super::{Gap, Missing, says};
use serde::{Deserialize, Serialize};

/// A fee instead of a refusal (art. 12(5)(a)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// How much, with its currency.
    pub amount: String,
    /// The administrative costs it covers.
    pub basis: String,
}

/// What shows that a request is manifestly unfounded or excessive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Burden {
    /// What can be seen from outside: how often, what about, since when (C-526/24).
    pub objective: String,
    /// What shows the intent.
    pub subjective: String,
    /// The evidence, a line each.
    pub evidence: Vec<String>,
    /// The fee asked for instead, if fees are on.
    pub fee: Option<Fee>,
}

impl Burden {
    /// What is missing when a ground of art. 12(5) stands in the answer.
    pub fn missing(&self) -> Vec<Missing> {
        let mut all = Vec::new();
        if !says(&self.objective) {
            all.push(Missing::new("b-objective", Gap::Objective));
        }
        if !says(&self.subjective) {
            all.push(Missing::new("b-subjective", Gap::Subjective));
        }
        if !self.evidence.iter().any(|line| says(line)) {
            all.push(Missing::new("b-evidence", Gap::Evidence));
        }
        if let Some(fee) = &self.fee {
            if !says(&fee.amount) {
                all.push(Missing::new("b-fee", Gap::FeeAmount));
            }
            if !says(&fee.basis) {
                all.push(Missing::new("b-fee_basis", Gap::FeeBasis));
            }
        }
        all
    }
}
