//! What of a finding goes into the package: staff's withholdings, the data map's, and for portability the limits
//! of art. 20(1). Whatever is left out for the law's sake is said; what is withheld is nowhere.

use crate::domain::finding::{Column, Document, Finding, Part};
use crate::domain::grounds::Ground;
use crate::domain::language::Lang;
use crate::package::error::PackageError;
use crate::package::manifest::{Redaction, WithheldEntry};
use crate::package::order::{PackageKind, PackageOrder, Scope, in_language};
use crate::words;

/// What of a part goes in.
#[derive(Clone)]
pub(crate) struct Kept {
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Columns taken out.
    pub redactions: Vec<Redaction>,
}

/// Decides part by part and remembers which withholdings met something.
pub(crate) struct Cover<'o> {
    order: &'o PackageOrder,
    met: Vec<bool>,
    left_out: Vec<WithheldEntry>,
}

impl<'o> Cover<'o> {
    pub(crate) fn new(order: &'o PackageOrder) -> Self {
        Self { order, met: vec![false; order.withheld.len()], left_out: Vec::new() }
    }

    /// Whether staff withhold this table as a whole.
    pub(crate) fn is_hidden(&self, finding: &Finding, table: &str) -> bool {
        self.order.withheld.iter().any(
            |w| matches!(&w.scope, Scope::Part { source, table: t } if *source == finding.source && t == table),
        )
    }

    /// What of a part goes in; `None`: nothing.
    pub(crate) fn part(&mut self, finding: &Finding, part: &Part) -> Option<Kept> {
        let (mut hidden, mut redactions, mut columns) = (false, Vec::new(), part.columns.clone());
        for (withheld, met) in self.order.withheld.iter().zip(&mut self.met) {
            match &withheld.scope {
                Scope::Part { source, table } if *source == finding.source && *table == part.table => {
                    (hidden, *met) = (true, true);
                }
                Scope::Column { source, table, column }
                    if *source == finding.source
                        && *table == part.table
                        && part.columns.iter().any(|c| c.name == *column) =>
                {
                    *met = true;
                    columns.retain(|c| c.name != *column);
                    redactions.push(Redaction {
                        what: withheld.what.clone(),
                        ground_code: withheld.ground_code.clone(),
                        article: withheld.article.clone(),
                    });
                }
                _ => {}
            }
        }
        if hidden {
            return None;
        }
        if self.order.kind == PackageKind::Portability {
            columns = self.portable(part, columns, &mut redactions)?;
        }
        self.by_map(finding, part, &mut redactions);
        (!columns.is_empty()).then_some(Kept { columns, redactions })
    }

    /// Columns of a part that the data map withholds: they were never read, and the person is told
    /// which, why and on which ground.
    fn by_map(&mut self, finding: &Finding, part: &Part, redactions: &mut Vec<Redaction>) {
        let lang = self.order.language;
        for withheld in finding.withheld.iter().filter(|w| w.table == part.table) {
            let column = in_language(&withheld.labels, lang).unwrap_or(&withheld.column);
            let what = format!("{}: {column}", label(part, lang));
            let code = match (self.order.kind, withheld.ground_code.as_str()) {
                (PackageKind::Portability, "rights_of_others") => "rights_of_others_portability",
                (_, code) => code,
            };
            let article = Ground::find(code).map_or("15(4)", |ground| ground.article);
            redactions.push(Redaction {
                what: what.clone(),
                ground_code: code.to_owned(),
                article: article.to_owned(),
            });
            let why = in_language(&withheld.reasons, lang).unwrap_or_default().to_owned();
            self.leave_out(what, code, article, why);
        }
    }

    /// Art. 20(1): processed on consent or contract, and provided by the person.
    fn portable(
        &mut self,
        part: &Part,
        columns: Vec<Column>,
        redactions: &mut Vec<Redaction>,
    ) -> Option<Vec<Column>> {
        let lang = self.order.language;
        let label = label(part, lang);
        if !part.is_portable() {
            if part.records > 0 {
                let why = match part.legal_ground.as_str() {
                    ground @ ("c" | "d" | "e" | "f") => {
                        let basis = words::text(lang, &format!("package-basis-{ground}"), &[]);
                        words::text(lang, "package-why-not_portable", &[("basis", basis.into())])
                    }
                    _ => words::text(lang, "package-why-no_basis", &[]),
                };
                self.leave_out(label, "not_consent_or_contract", "20(1)(a)", why);
            }
            return None;
        }
        let (kept, ours): (Vec<Column>, Vec<Column>) = columns.into_iter().partition(|c| c.provided);
        if !ours.is_empty() && part.records > 0 {
            let names: Vec<String> = ours.iter().map(|c| column_label(c, lang)).collect();
            let what = format!("{label}: {}", words::list(lang, &names));
            let why = words::text(lang, "package-why-not_provided", &[]);
            redactions.push(Redaction {
                what: what.clone(),
                ground_code: "not_provided_by_subject".to_owned(),
                article: "20(1)".to_owned(),
            });
            self.leave_out(what, "not_provided_by_subject", "20(1)", why);
        }
        Some(kept)
    }

    /// Which documents of a finding go in.
    pub(crate) fn documents(&mut self, finding: &Finding) -> Vec<bool> {
        let mut not_portable = 0;
        let kept = finding
            .documents
            .iter()
            .map(|document| {
                if self.withholds(document) {
                    return false;
                }
                let portable = self.order.kind == PackageKind::Access
                    || self.order.portable_documents.contains(&document.file_id);
                not_portable += i64::from(!portable);
                portable
            })
            .collect();
        if not_portable > 0 {
            let lang = self.order.language;
            let what = words::text(lang, "package-documents-count", &[("n", not_portable.into())]);
            let why = words::text(lang, "package-why-document", &[]);
            self.leave_out(what, "not_provided_by_subject", "20(1)", why);
        }
        kept
    }

    fn withholds(&mut self, document: &Document) -> bool {
        let mut withheld = false;
        for (w, met) in self.order.withheld.iter().zip(&mut self.met) {
            if matches!(&w.scope, Scope::Document { file_id } if *file_id == document.file_id) {
                (withheld, *met) = (true, true);
            }
        }
        withheld
    }

    fn leave_out(&mut self, what: String, ground_code: &str, article: &str, why: String) {
        self.left_out.push(WithheldEntry {
            what,
            ground_code: ground_code.to_owned(),
            article: article.to_owned(),
            until: None,
            why,
        });
    }

    /// Everything left out, staff's decisions first.
    ///
    /// # Errors
    /// A withholding that met nothing: a misspelt name must not turn into a disclosure.
    pub(crate) fn finish(self) -> Result<Vec<WithheldEntry>, PackageError> {
        if let Some((withheld, _)) = self.order.withheld.iter().zip(&self.met).find(|(_, met)| !**met) {
            let name = match &withheld.scope {
                Scope::Part { source, table } => format!("table {table} of {source}"),
                Scope::Column { source, table, column } => format!("column {column} of {table} of {source}"),
                Scope::Document { file_id } => format!("document {file_id}"),
            };
            return Err(PackageError::WithheldNotFound(name));
        }
        Ok(self.order.withheld.iter().map(WithheldEntry::from).chain(self.left_out).collect())
    }
}

/// What a part is called for the person.
pub(crate) fn label(part: &Part, lang: Lang) -> String {
    in_language(&part.labels, lang).unwrap_or(&part.category).to_owned()
}

/// What a column is called for the person.
pub(crate) fn column_label(column: &Column, lang: Lang) -> String {
    in_language(&column.labels, lang).unwrap_or(&column.name).to_owned()
}
