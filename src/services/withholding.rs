//! What was found, thing by thing, so that staff can choose what stays out of a package, and what
//! they chose as the package wants to be told.

use crate::domain::finding::{Column, Document, Finding, Part};
use crate::domain::grounds::Ground;
use crate::domain::language::Lang;
use crate::domain::request::Request;
use crate::domain::withholding::{Fault, Scope};
use crate::package::{self, Withheld};
use crate::services::answer::Written;
use crate::services::error::{Error, FieldProblem, Result};
use crate::store::cases::AnswerWords;
use crate::words;
use std::collections::BTreeSet;

/// Something that was found and can be withheld.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    /// The finding it stands in.
    pub finding: &'a Finding,
    /// What it is.
    pub thing: Thing<'a>,
}

/// What can be withheld.
#[derive(Clone, Copy)]
pub enum Thing<'a> {
    /// A table with records.
    Part(&'a Part),
    /// A column of such a table.
    Column(&'a Part, &'a Column),
    /// A document, by its number in the finding.
    Document(usize, &'a Document),
}

impl Held<'_> {
    /// What withholding it takes out.
    pub fn scope(&self) -> Scope {
        let source = self.finding.source.clone();
        match self.thing {
            Thing::Part(part) => Scope::Part { source, table: part.table.clone() },
            Thing::Column(part, column) => {
                Scope::Column { source, table: part.table.clone(), column: column.name.clone() }
            }
            Thing::Document(_, document) => Scope::Document { file_id: document.file_id.clone() },
        }
    }

    /// How it is named to the person. A document by its number and place: its file name may tell
    /// what is withheld.
    fn told(&self, lang: Lang) -> String {
        match self.thing {
            Thing::Part(part) => package::label(part, lang),
            Thing::Column(part, column) => {
                format!("{}: {}", package::label(part, lang), package::column_label(column, lang))
            }
            Thing::Document(number, _) => {
                let source = package::in_language(&self.finding.labels, lang).unwrap_or(&self.finding.source);
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                let slots = [("n", number.into()), ("source", source.to_owned().into())];
                words::text(lang, "package-withheld-document", &slots)
            }
        }
    }
}

/// Everything that was found, each once: two findings of one source may hold the same table.
pub fn held(findings: &[Finding]) -> Vec<Held<'_>> {
    let mut all: Vec<Held<'_>> = Vec::new();
    let mut seen = BTreeSet::new();
    for finding in findings {
        let parts = finding.parts.iter().filter(|part| part.records > 0).flat_map(|part| {
            let columns = part.columns.iter().map(move |column| Thing::Column(part, column));
            std::iter::once(Thing::Part(part)).chain(columns)
        });
        let documents = finding.documents.iter().enumerate().map(|(i, d)| Thing::Document(i + 1, d));
        for thing in parts.chain(documents) {
            let held = Held { finding, thing };
            if seen.insert(held.scope()) {
                all.push(held);
            }
        }
    }
    all
}

/// Whether what was chosen can stand; what has to be mended, at its field.
pub fn check(
    request: &Request,
    written: &Written,
    findings: &[Finding],
) -> std::result::Result<(), FieldProblem> {
    let words = &written.words;
    let grounds: Vec<&str> = words.grounds.iter().map(|ground| ground.code.as_str()).collect();
    // what a record leaves out it says itself
    let of_record = words.record.as_ref().is_some_and(|record| !record.grounds().is_empty());
    let has_words = of_record || !words.words.trim().is_empty();
    words.selection.check(request, written.outcome, &grounds, has_words, findings).map_err(
        |fault| match fault {
            Fault::Outcome => FieldProblem::new("outcome", "error-withheld-outcome"),
            Fault::Gone => FieldProblem::new("withheld", "error-withheld-gone"),
            Fault::Ground => FieldProblem::new("withheld", "error-withheld-ground"),
            // where nothing was found there is nothing to choose from, only words to write
            Fault::Nothing if held(findings).is_empty() => {
                FieldProblem::new("words", "error-withheld-nothing")
            }
            Fault::Nothing => FieldProblem::new("withheld", "error-withheld-nothing"),
        },
    )
}

/// The withholdings of an answer in the person's language, each with the reason of its ground.
pub(crate) fn order(words: &AnswerWords, findings: &[Finding], lang: Lang) -> Result<Vec<Withheld>> {
    let held = held(findings);
    let broken =
        || Error::Broken("something is withheld that is not among the findings or has no ground".into());
    let withheld = words.selection.withheld.iter().map(|withholding| {
        let thing = held.iter().find(|held| held.scope() == withholding.scope).ok_or_else(broken)?;
        let given = words.grounds.iter().find(|g| g.code == withholding.ground).ok_or_else(broken)?;
        let ground = Ground::find(&withholding.ground).ok_or_else(broken)?;
        Ok(Withheld {
            scope: withholding.scope.clone(),
            what: thing.told(lang),
            ground_code: ground.code.to_owned(),
            article: ground.article.to_owned(),
            until: None,
            why: given.why.clone(),
        })
    });
    withheld.collect()
}
