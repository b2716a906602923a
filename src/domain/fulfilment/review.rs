//! An automated decision looked at again (art. 22(3)) by a person who did not make it.

use super::{Gap, Missing, says};
use serde::{Deserialize, Serialize};

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Whether such a decision was made about the person.
    pub existed: Option<bool>,
    /// Which decision.
    pub which: String,
    /// Name of the member of staff who ran it; empty: nobody here did.
    pub maker: String,
    /// Name of the member of staff who looked at it again.
    pub reviewer: String,
    /// Their function, as the letter names it.
    pub function: String,
    /// They may change the decision.
    pub authority: bool,
    /// The person's view, as recorded.
    pub view: String,
    /// The new decision.
    pub decision: String,
    /// Its reasons.
    pub reasons: String,
    /// The logic of the first (art. 15(1)(h)).
    pub logic: String,
    /// What it means for the person.
    pub significance: String,
}

impl Review {
    pub(super) fn missing(&self) -> Vec<Missing> {
        let mut all = Vec::new();
        if self.existed.is_none() {
            all.push(Missing::new("d-existed", Gap::Existed));
        }
        if self.existed != Some(true) {
            return all;
        }
        let texts = [
            (&self.which, "d-which", Gap::What),
            (&self.reviewer, "d-reviewer", Gap::Reviewer),
            (&self.function, "d-function", Gap::Reviewer),
            (&self.view, "d-view", Gap::View),
            (&self.decision, "d-decision", Gap::Decision),
            (&self.reasons, "d-reasons", Gap::Reasons),
        ];
        all.extend(
            texts.into_iter().filter(|(text, ..)| !says(text)).map(|(_, at, gap)| Missing::new(at, gap)),
        );
        if says(&self.reviewer) && self.reviewer == self.maker {
            all.push(Missing::new("d-reviewer", Gap::SamePerson));
        }
        if !self.authority {
            all.push(Missing::new("d-authority", Gap::Authority));
        }
        all
    }
}
