//! Rectification (art. 16): each field with what it was and became, or why it stays.

use super::{Gap, Missing, Recipients, Touched, says};
use crate::domain::grounds::Ground;
use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What is done with one field.
    pub enum Verdict {
        /// It is corrected as asked.
        Corrected = "corrected",
        /// It is corrected in part.
        Partly = "partly",
        /// It stays as it is.
        Refused = "refused",
    }
}

/// One field somebody says is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// What the field is called for people.
    pub field: String,
    /// What stood in it.
    pub old: String,
    /// What stands in it now.
    pub new: String,
    /// What shows which is right.
    pub evidence: String,
    /// What is done.
    pub verdict: Option<Verdict>,
    /// Code of the ground, when it is not done in full.
    pub ground: String,
    /// The reason in words, when it is not done in full.
    pub why: String,
}

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rectification {
    /// Field by field.
    pub fields: Vec<FieldChange>,
    /// A supplementary statement that was added (art. 16, second sentence).
    pub statement: String,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// The activities whose data were changed.
    pub touched: Vec<Touched>,
    /// Who is told.
    pub recipients: Recipients,
}

impl Rectification {
    /// The fields that were changed, in whole or in part.
    pub fn changed(&self) -> impl Iterator<Item = &FieldChange> {
        self.fields.iter().filter(|one| matches!(one.verdict, Some(Verdict::Corrected | Verdict::Partly)))
    }

    fn kept(&self) -> impl Iterator<Item = &FieldChange> {
        self.fields.iter().filter(|one| matches!(one.verdict, Some(Verdict::Refused | Verdict::Partly)))
    }

    pub(super) fn missing(&self, outcome: Outcome) -> Vec<Missing> {
        let mut all = Vec::new();
        if self.fields.is_empty() && !says(&self.statement) {
            all.push(Missing::new("r-field-1", Gap::Field));
        }
        for (at, one) in self.fields.iter().enumerate() {
            let mut lacks = |name: &str, gap| all.push(Missing::new(format!("r-{name}-{}", at + 1), gap));
            if !says(&one.field) {
                lacks("field", Gap::Field);
            }
            let Some(verdict) = one.verdict else {
                lacks("verdict", Gap::Verdict);
                continue;
            };
            if verdict != Verdict::Refused && !says(&one.new) {
                lacks("new", Gap::NewValue);
            }
            if verdict != Verdict::Corrected {
                if Ground::find(&one.ground).is_none() {
                    lacks("ground", Gap::Ground);
                }
                if !says(&one.why) {
                    lacks("why", Gap::Why);
                }
            }
        }
        let (kept, changed) = (self.kept().next().is_some(), self.changed().next().is_some());
        if outcome == Outcome::Fulfilled && kept {
            all.push(Missing::new("outcome", Gap::NotAll));
        }
        if !changed && !says(&self.statement) && all.is_empty() {
            all.push(Missing::new("outcome", Gap::Nothing));
        }
        if self.done_on.is_none() {
            all.push(Missing::new("r-done_on", Gap::Day));
        }
        all
    }

    pub(super) fn grounds(&self) -> Vec<GroundText> {
        let text = |one: &FieldChange| {
            Some(GroundText {
                code: one.ground.clone(),
                article: Ground::find(&one.ground)?.article.to_owned(),
                what: one.field.clone(),
                why: one.why.clone(),
            })
        };
        self.kept().filter_map(text).collect()
    }
}
