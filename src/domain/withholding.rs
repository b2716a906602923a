//! What of the findings staff leave out of a package, and on which ground (arts. 15(4), 20(4), 23).

use crate::domain::finding::Finding;
use crate::domain::outcome::Outcome;
use crate::domain::request::Request;
use crate::domain::right::Right;
use serde::{Deserialize, Serialize};

/// What a withholding takes out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A whole table.
    Part {
        /// [`Finding::source`].
        source: String,
        /// Table in it.
        table: String,
    },
    /// One column of a table.
    Column {
        /// [`Finding::source`].
        source: String,
        /// Table in it.
        table: String,
        /// Name of the column.
        column: String,
    },
    /// A document.
    Document {
        /// Its file id.
        file_id: String,
    },
}

impl Scope {
    /// Whether it meets something in this finding.
    pub fn is_in(&self, finding: &Finding) -> bool {
        match self {
            Scope::Part { source, table } => {
                *source == finding.source && finding.parts.iter().any(|part| part.table == *table)
            }
            Scope::Column { source, table, column } => {
                let mut parts = finding.parts.iter().filter(|part| part.table == *table);
                *source == finding.source
                    && parts.any(|part| part.columns.iter().any(|known| known.name == *column))
            }
            Scope::Document { file_id } => finding.documents.iter().any(|d| d.file_id == *file_id),
        }
    }
}

/// One decision of staff: this stays out, on this ground. The reason is the ground's own in the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withholding {
    /// What is taken out.
    pub scope: Scope,
    /// Code of the ground (`domain::grounds`), one of those of the answer.
    pub ground: String,
}

/// What is chosen about the findings for one package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// What stays out.
    pub withheld: Vec<Withholding>,
    /// File ids of documents the person provided on consent or contract: nobody but staff can know
    /// it of a document, and only these go into a portability package (art. 20(1)).
    pub provided: Vec<String>,
}

codes! {
    /// Why a selection cannot stand.
    pub enum Fault {
        /// Something is withheld, but the outcome says that everything was given.
        Outcome = "outcome",
        /// What is withheld or marked is not among what was found: it would be given out after all.
        Gone = "gone",
        /// The ground of a withholding is none of the answer's grounds.
        Ground = "ground",
        /// Partly fulfilled, but nothing is withheld and nothing says what else was left out.
        Nothing = "nothing",
    }
}

impl Selection {
    /// Whether this selection can stand in an answer with this outcome, its grounds by code.
    /// `has_words`: staff say in their own words what is left out, beside the package.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn check(
        &self,
        request: &Request,
        outcome: Outcome,
        grounds: &[&str],
        has_words: bool,
        findings: &[Finding],
    ) -> Result<(), Fault> {
        if !request.right.has_package() || !outcome.releases() {
            return Ok(());
        }
        if outcome != Outcome::PartlyFulfilled && !self.withheld.is_empty() {
            return Err(Fault::Outcome);
        }
        let is_found = |scope: &Scope| findings.iter().any(|finding| scope.is_in(finding));
        let document = |file_id: &String| Scope::Document { file_id: file_id.clone() };
        let mut named =
            self.withheld.iter().map(|w| w.scope.clone()).chain(self.provided.iter().map(document));
        if !named.all(|scope| is_found(&scope)) {
            return Err(Fault::Gone);
        }
        if !self.withheld.iter().all(|w| grounds.contains(&w.ground.as_str())) {
            return Err(Fault::Ground);
        }
        if outcome == Outcome::PartlyFulfilled && self.withheld.is_empty() && !has_words {
            return Err(Fault::Nothing);
        }
        Ok(())
    }

    /// Drops what means nothing for this answer: a selection of an answer without a package, and
    /// documents marked for another right than portability.
    pub fn keep_for(&mut self, right: Right, outcome: Outcome) {
        if !right.has_package() || !outcome.releases() {
            *self = Selection::default();
        } else if right != Right::Portability {
            self.provided.clear();
        }
    }
}
