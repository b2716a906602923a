//! Objection (art. 21(1)): what was stopped, or the balancing that a refusal rests on.

use super::{Gap, Missing, says};
use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The person's particular situation, as they say it.
    pub situation: String,
    /// What was stopped.
    pub stopped: String,
    /// When.
    pub stopped_on: Option<NaiveDate>,
    /// Our compelling legitimate grounds.
    pub compelling: String,
    /// How the two were weighed.
    pub weighing: String,
    /// Who decided: a person, by name.
    pub decided_by: String,
    /// Erasure is offered (art. 17(1)(c)).
    pub offer_erasure: bool,
}

/// The grounds that outweigh an objection only after a balancing somebody wrote down.
const WEIGHED: [&str; 2] = ["compelling_legitimate_grounds", "legal_claims_objection"];

impl Objection {
    pub(super) fn missing(&self, outcome: Outcome, grounds: &[GroundText]) -> Vec<Missing> {
        let mut all = Vec::new();
        if outcome.releases() {
            if !says(&self.stopped) {
                all.push(Missing::new("o-stopped", Gap::Stopped));
            }
            if self.stopped_on.is_none() {
                all.push(Missing::new("o-stopped_on", Gap::Day));
            }
        }
        if grounds.iter().any(|ground| WEIGHED.contains(&ground.code.as_str())) {
            for (text, field, gap) in [
                (&self.situation, "o-situation", Gap::Situation),
                (&self.compelling, "o-compelling", Gap::Compelling),
                (&self.weighing, "o-weighing", Gap::Weighing),
                (&self.decided_by, "o-decided_by", Gap::DecidedBy),
            ] {
                if !says(text) {
                    all.push(Missing::new(field, gap));
                }
            }
        }
        all
    }

    /// Whether a balancing stands in it.
    pub fn is_weighed(&self) -> bool {
        says(&self.compelling) && says(&self.weighing)
    }
}
