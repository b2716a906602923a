//! Portability (art. 20) beside its package: direct transmission, and what lies outside.

use super::{Gap, Missing, says};
use crate::domain::grounds::Ground;
use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Direct transmission to another controller (art. 20(2)).
    pub enum Transfer {
        /// Nobody asked for it.
        NotAsked = "not_asked",
        /// It was done.
        Done = "done",
        /// It is not technically feasible.
        Infeasible = "infeasible",
    }
}

/// Code of the ground of what could not be transmitted.
const INFEASIBLE: &str = "direct_transfer_infeasible";

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portability {
    /// What became of direct transmission; none: nobody asked.
    pub transfer: Option<Transfer>,
    /// To whom.
    pub to: String,
    /// When.
    pub on: Option<NaiveDate>,
    /// How.
    pub how: String,
    /// Why it was not feasible.
    pub why: String,
    /// What lies outside of the right and is left to art. 15.
    pub outside: String,
}

impl Portability {
    pub(super) fn missing(&self, outcome: Outcome) -> Vec<Missing> {
        let mut all = Vec::new();
        match self.transfer {
            Some(Transfer::Done) => {
                if !says(&self.to) {
                    all.push(Missing::new("p-to", Gap::TransferTo));
                }
                if self.on.is_none() {
                    all.push(Missing::new("p-on", Gap::Day));
                }
            }
            Some(Transfer::Infeasible) => {
                if !says(&self.to) {
                    all.push(Missing::new("p-to", Gap::TransferTo));
                }
                if !says(&self.why) {
                    all.push(Missing::new("p-why", Gap::Infeasible));
                }
                if outcome == Outcome::Fulfilled {
                    all.push(Missing::new("outcome", Gap::NotAll));
                }
            }
            Some(Transfer::NotAsked) | None => {}
        }
        all
    }

    pub(super) fn grounds(&self) -> Vec<GroundText> {
        let ground = Ground::find(INFEASIBLE).filter(|_| self.transfer == Some(Transfer::Infeasible));
        let text = |ground: &Ground| GroundText {
            code: ground.code.to_owned(),
            article: ground.article.to_owned(),
            what: self.to.clone(),
            why: self.why.clone(),
        };
        ground.map(text).into_iter().collect()
    }
}
