//! Records handed in by people: pasted text, CSV and JSON become records of a finding; anything
//! else stays the document it is. What cannot be read is named by its line.

mod json;
mod table;

use crate::crypto::keys::CaseKey;
use crate::domain::finding::{Column, LegalGround, Part, Record, Texts};
use crate::domain::language::Lang;
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::intake::Attached;
use crate::words;
use serde_json::{Map, Value};
use std::io::Read;

/// Most records one file handed in may hold.
const MOST_RECORDS: usize = 100_000;
/// The activity of what was handed in: the register knows no system it came from.
pub const OTHER_SYSTEMS: &str = "other-systems";
/// Most columns.
const MOST_COLUMNS: usize = 500;

/// Records with the part they belong to.
pub struct Records {
    /// The part, with its columns and count.
    pub part: Part,
    /// The records.
    pub records: Vec<Record>,
}

/// What whoever handed records in says about them.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// Kind of data, in words; empty: named after the system.
    pub category: String,
    /// Whether the person provided them (art. 20(1)).
    pub provided: bool,
    /// Legal ground of the processing; unknown is taken as not portable.
    pub ground: Option<LegalGround>,
}

/// What pasted text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PastedAs {
    /// Words: one record.
    #[default]
    Text,
    /// A table with a line of headings: CSV, or cells copied from a spreadsheet.
    Table,
    /// An object or a list of objects.
    Json,
}

/// Pasted text as records.
///
/// # Errors
/// [`Error::Invalid`] at `paste` that names the line that cannot be read.
pub fn pasted(holder: &str, about: &About, pasted_as: PastedAs, text: &str) -> Result<Records> {
    let rows = match pasted_as {
        PastedAs::Text => return Ok(words_of(holder, about, text)),
        PastedAs::Table => table::rows(text),
        PastedAs::Json => json::rows(text),
    };
    match rows {
        Ok((columns, rows)) => Ok(collect(holder, about, columns, rows)),
        Err(wrong) => Err(Error::Invalid(vec![FieldProblem { field: "paste".into(), ..wrong }])),
    }
}

fn words_of(holder: &str, about: &About, text: &str) -> Records {
    let mut fields = Map::new();
    fields.insert("text".into(), Value::String(text.to_owned()));
    let mut records = collect(holder, about, vec!["text".to_owned()], vec![fields]);
    // a column of our own: it is called what people call it
    for column in &mut records.part.columns {
        column.labels = Lang::ALL.iter().map(|l| (*l, words::text(*l, "finding-text", &[]))).collect();
    }
    records
}

/// Reads CSV (with a header line) or JSON (an object or a list of objects); `None` for anything
/// that is not text of these kinds.
///
/// # Errors
/// [`Error::Invalid`] at `file` that names the file and the line that cannot be read.
pub fn read(
    app: &App,
    key: &CaseKey,
    holder: &str,
    about: &About,
    file: &Attached,
) -> Result<Option<Records>> {
    let ending = file.name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    if !file.media_type.starts_with("text/plain") || !matches!(ending.as_str(), "csv" | "json") {
        return Ok(None);
    }
    let mut text = String::new();
    app.store.files.read(key, &file.written.id)?.read_to_string(&mut text)?;
    match if ending == "json" { json::rows(&text) } else { table::rows(&text) } {
        Ok((columns, rows)) => Ok(Some(collect(holder, about, columns, rows))),
        Err(wrong) => Err(Error::Invalid(vec![wrong.of_file(&file.name)])),
    }
}

/// What a table or a JSON text holds: its columns and its rows, or what is wrong and where.
type Rows = std::result::Result<(Vec<String>, Vec<Map<String, Value>>), FieldProblem>;

/// A problem of what was handed in.
fn wrong(key: &'static str) -> FieldProblem {
    FieldProblem::new("file", key)
}

/// A number for a sentence.
fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The line, from 1, on which a byte of a text stands.
fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn collect(holder: &str, about: &About, columns: Vec<String>, rows: Vec<Map<String, Value>>) -> Records {
    let name = if about.category.trim().is_empty() { holder } else { about.category.trim() };
    let everywhere = |text: &str| -> Texts { Lang::ALL.iter().map(|l| (*l, text.to_owned())).collect() };
    let part = Part {
        table: holder.to_owned(),
        activity: OTHER_SYSTEMS.into(),
        category: code_of(name),
        labels: everywhere(name),
        // nobody has said on which ground: so it is not portable
        legal_ground: about.ground.unwrap_or(LegalGround::LegitimateInterests).code().to_owned(),
        columns: columns
            .into_iter()
            .map(|name| Column { labels: everywhere(&name), name, provided: about.provided })
            .collect(),
        records: rows.len() as u64,
    };
    let records = rows.into_iter().map(|fields| Record { part: 0, fields }).collect();
    Records { part, records }
}

/// A name as a code for a file: letters and digits, the rest hyphens.
fn code_of(name: &str) -> String {
    let code: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    let code = code.split('-').filter(|p| !p.is_empty()).collect::<Vec<_>>().join("-");
    if code.is_empty() { "records".into() } else { code }
}
