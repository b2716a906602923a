//! Tests of the whole package: an order goes in, a ZIP file comes out and is read back.

mod content;
mod damage;
mod hostile;
mod random;
mod streams;

use super::*;
use crate::domain::finding::{Column, Document, Finding, Part, Record, Texts};
use crate::domain::language::Lang;
use crate::domain::right::Right;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A finding with everything in memory, to be handed over as streams.
#[derive(Debug, Clone, Default)]
struct Found {
    finding: Finding,
    lines: String,
    bytes: Vec<Vec<u8>>,
}

impl Found {
    fn in_source(source: &str) -> Self {
        let finding = Finding {
            source: source.to_owned(),
            labels: texts(&format!("Source {source}")),
            map_sha256: "ab".repeat(32),
            searched: vec![("email".to_owned(), "l•••@embraer.com.br".to_owned())],
            searched_where: "All tables of the shop".to_owned(),
            ..Finding::default()
        };
        Self { finding, ..Self::default() }
    }

    /// Adds a table; `columns` are (name, provided), `rows` the records.
    fn table(mut self, table: &str, ground: &str, columns: &[(&str, bool)], rows: &[Value]) -> Self {
        let index = self.finding.parts.len();
        self.finding.parts.push(Part {
            table: table.to_owned(),
            activity: "sales".to_owned(),
            category: table.to_lowercase(),
            labels: texts(&format!("Label {table}")),
            legal_ground: ground.to_owned(),
            columns: columns
                .iter()
                .map(|(name, provided)| Column {
                    name: (*name).to_owned(),
                    labels: texts(&format!("Label {name}")),
                    provided: *provided,
                })
                .collect(),
            records: rows.len() as u64,
        });
        for row in rows {
            self.line(index, row);
        }
        self
    }

    fn line(&mut self, part: usize, row: &Value) {
        let record = Record { part, fields: row.as_object().unwrap().clone() };
        self.lines.push_str(&serde_json::to_string(&record).unwrap());
        self.lines.push('\n');
    }

    fn document(mut self, file_id: &str, name: &str, media_type: &str, bytes: &[u8]) -> Self {
        self.finding.documents.push(Document {
            file_id: file_id.to_owned(),
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            bytes: bytes.len() as u64,
        });
        self.bytes.push(bytes.to_vec());
        self
    }

    fn input(&self) -> FindingInput<'_> {
        FindingInput {
            finding: self.finding.clone(),
            searched_at: Some(at()),
            query_id: Some("task-1".to_owned()),
            records: Box::new(Cursor::new(self.lines.as_bytes())),
            documents: self
                .finding
                .documents
                .iter()
                .cloned()
                .zip(&self.bytes)
                .map(|(document, bytes)| (document, Box::new(bytes.as_slice()) as Box<dyn Read>))
                .collect(),
        }
    }
}

fn at() -> DateTime<Utc> {
    "2026-12-03T22:30:41Z".parse().unwrap()
}

fn texts(text: &str) -> Texts {
    BTreeMap::from([(Lang::En, text.to_owned()), (Lang::Sv, format!("{text} (sv)"))])
}

fn order(kind: PackageKind) -> PackageOrder {
    PackageOrder {
        kind,
        case_reference: "K7QF-2M9D".to_owned(),
        controller: Controller {
            name: "Nordlys Handel ApS".to_owned(),
            number: Some("12345678".to_owned()),
            email: Some("privacy@example.dk".to_owned()),
            ..Controller::default()
        },
        created_at: at(),
        zone: chrono_tz::Europe::Copenhagen,
        language: Lang::En,
        rights: vec![if kind == PackageKind::Access { Right::Access } else { Right::Portability }],
        article_15: (kind == PackageKind::Access).then(|| Article15 {
            purposes: vec![Statement {
                activity: Some("sales".to_owned()),
                text: texts("To deliver orders"),
            }],
            ..Article15::default()
        }),
        authority: Some(Authority {
            name: "Datatilsynet".to_owned(),
            address: "Carl Jacobsens Vej 35, 2500 Valby".to_owned(),
            web: "www.datatilsynet.dk".to_owned(),
        }),
        withheld: Vec::new(),
        portable_documents: Vec::new(),
    }
}

/// One customer with seven invoices, as the Chinook shop has it.
fn shop() -> Found {
    let invoices: Vec<Value> = (1..=7)
        .map(|n| json!({"InvoiceId": n, "Total": 3.98, "BillingCity": "São José dos Campos"}))
        .collect();
    Found::in_source("shop")
        .table(
            "Customer",
            "b",
            &[("FirstName", true), ("Email", true), ("SupportRepId", false)],
            &[json!({"FirstName": "Luís", "Email": "luisg@embraer.com.br", "SupportRepId": 3})],
        )
        .table("Invoice", "b", &[("InvoiceId", false), ("Total", false), ("BillingCity", true)], &invoices)
        .table("Score", "f", &[("Score", false)], &[json!({"Score": 17})])
}

fn make(order: &PackageOrder, found: &[Found]) -> Result<(PackageSummary, Vec<u8>), PackageError> {
    let mut out = Vec::new();
    let summary = write(order, found.iter().map(Found::input), &mut out)?;
    Ok((summary, out))
}

/// Makes a package, insists that it is whole, and unpacks it.
fn unpacked(order: &PackageOrder, found: &[Found]) -> (PackageSummary, BTreeMap<String, String>) {
    let (summary, out) = make(order, found).unwrap();
    let verified = verify(Cursor::new(&out)).unwrap();
    assert_eq!(verified.problems, []);
    assert_eq!(verified.manifest.as_ref(), Some(&summary.manifest));
    assert_eq!(verified.records, summary.records);
    (summary, unzip(&out))
}

fn unzip(package: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (name, String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

fn parsed(files: &BTreeMap<String, String>, path: &str) -> Value {
    serde_json::from_str(&files[path]).unwrap()
}

fn withhold(scope: Scope) -> Withheld {
    Withheld {
        scope,
        what: "What was said in confidence".to_owned(),
        ground_code: "rights_of_others".to_owned(),
        article: "15(4)".to_owned(),
        until: None,
        why: "It is about another person.".to_owned(),
    }
}

fn fields(pairs: &[(&str, Value)]) -> Value {
    Value::Object(pairs.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect::<Map<_, _>>())
}
