//! Records handed in by people: pasted text, CSV and JSON become records of a finding; anything
//! else stays the document it is.

use crate::crypto::keys::CaseKey;
use crate::domain::finding::{Column, LegalGround, Part, Record, Texts};
use crate::domain::language::Lang;
use crate::services::app::App;
use crate::services::error::{Error, Result};
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
/// How deep JSON may nest (R61).
const DEEPEST: usize = 32;

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

/// Pasted text as one record.
pub fn pasted(holder: &str, about: &About, text: &str) -> Records {
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
/// that is not text of these kinds. A broken line is an error that names it.
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
    let text = text.trim_start_matches('\u{feff}');
    if ending == "json" {
        json(holder, about, text).map(Some)
    } else {
        csv_records(holder, about, text).map(Some)
    }
}

fn csv_records(holder: &str, about: &About, text: &str) -> Result<Records> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let wrong = || Error::field("file", "error-csv");
    let columns: Vec<String> = reader.headers().map_err(|_| wrong())?.iter().map(str::to_owned).collect();
    if columns.is_empty() || columns.len() > MOST_COLUMNS {
        return Err(wrong());
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|_| wrong())?;
        if rows.len() == MOST_RECORDS {
            return Err(Error::field("file", "error-too-many-records"));
        }
        rows.push(columns.iter().cloned().zip(row.iter().map(|v| Value::String(v.to_owned()))).collect());
    }
    Ok(collect(holder, about, columns, rows))
}

fn json(holder: &str, about: &About, text: &str) -> Result<Records> {
    let wrong = || Error::field("file", "error-json");
    if depth(text) > DEEPEST {
        return Err(wrong());
    }
    let rows: Vec<Map<String, Value>> = match serde_json::from_str(text).map_err(|_| wrong())? {
        Value::Object(one) => vec![one],
        Value::Array(many) => many
            .into_iter()
            .map(|v| match v {
                Value::Object(row) => Ok(row),
                _ => Err(wrong()),
            })
            .collect::<Result<_>>()?,
        _ => return Err(wrong()),
    };
    if rows.len() > MOST_RECORDS {
        return Err(Error::field("file", "error-too-many-records"));
    }
    let mut columns: Vec<String> = Vec::new();
    for name in rows.iter().flat_map(|row| row.keys()) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
        if columns.len() > MOST_COLUMNS {
            return Err(wrong());
        }
    }
    Ok(collect(holder, about, columns, rows))
}

/// How deep a JSON text nests, found before anything is built of it.
fn depth(text: &str) -> usize {
    let (mut now, mut deepest, mut in_text, mut is_escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if std::mem::take(&mut is_escaped) => {}
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
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

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(deep: usize) -> String {
        format!("{{\"a\":{}{}}}", "[".repeat(deep - 1), "]".repeat(deep - 1))
    }

    #[test]
    fn json_nests_32_deep_and_no_deeper() {
        let read = |text: &str| json("crm", &About::default(), text).map(|found| found.records.len());
        assert!(matches!(read(&nested(32)), Ok(1)));
        assert!(matches!(read(&nested(33)), Err(Error::Invalid(_))));
        assert!(matches!(read(&nested(100_000)), Err(Error::Invalid(_))));
        // brackets within texts nest nothing
        let text = format!("{{\"a\":\"{}\\\"{}\"}}", "[".repeat(50), "{".repeat(50));
        assert!(matches!(read(&text), Ok(1)));
    }
}
