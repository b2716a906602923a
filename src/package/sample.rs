//! The records the readable page shows: bounded in rows and bytes however much was found.

use crate::domain::language::Lang;
use crate::package::{PAGE_BYTES, PAGE_ROWS};
use crate::words;
use serde::Serialize;
use serde_json::{Map, Value};

/// Longest value shown, in characters; the whole stands in the file.
const CELL_CHARS: usize = 1_000;
/// With more columns than this a record is a list of its own, because a table would not fit on paper.
const TABLE_COLUMNS: usize = 8;

/// One table on the page.
#[derive(Serialize)]
pub(crate) struct Section {
    pub label: String,
    pub source: String,
    pub columns: Vec<String>,
    /// One record after the other, each as wide as `columns`.
    pub rows: Vec<Vec<Cell>>,
    /// Records in the package.
    pub total: u64,
    /// Where they stand.
    pub paths: Vec<String>,
    /// Whether each record is shown as a list.
    pub as_lists: bool,
}

/// One value on the page.
#[derive(Serialize)]
pub(crate) struct Cell {
    /// `None`: nothing there.
    pub text: Option<String>,
    /// Whether the end was cut off.
    pub cut: bool,
}

/// All tables of the page, with what they may still take.
pub(crate) struct Sample {
    lang: Lang,
    left: usize,
    sections: Vec<Section>,
}

impl Sample {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { lang, left: PAGE_BYTES, sections: Vec::new() }
    }

    /// Opens a table; the answer is its number.
    pub(crate) fn open(&mut self, label: String, source: String, columns: Vec<String>) -> usize {
        let as_lists = columns.len() > TABLE_COLUMNS;
        let (rows, paths) = (Vec::new(), Vec::new());
        self.sections.push(Section { label, source, columns, rows, total: 0, paths, as_lists });
        self.sections.len() - 1
    }

    /// Counts a record and shows it while there is room.
    pub(crate) fn add<'v>(&mut self, section: usize, values: impl Iterator<Item = Option<&'v Value>>) {
        let Some(section) = self.sections.get_mut(section) else { return };
        section.total += 1;
        if section.rows.len() >= PAGE_ROWS || self.left == 0 {
            return;
        }
        let row: Vec<Cell> = values.map(|value| cell(self.lang, value)).collect();
        let size: usize = row.iter().map(|c| c.text.as_ref().map_or(0, String::len) + 32).sum();
        self.left = self.left.saturating_sub(size);
        section.rows.push(row);
    }

    /// Notes where a table's records stand.
    pub(crate) fn path(&mut self, section: usize, path: &str) {
        if let Some(section) = self.sections.get_mut(section) {
            section.paths.push(path.to_owned());
        }
    }

    /// The tables that hold something.
    pub(crate) fn finish(mut self) -> Vec<Section> {
        self.sections.retain(|section| section.total > 0);
        for section in &mut self.sections {
            section.as_lists |= section.total == 1;
        }
        self.sections
    }
}

fn cell(lang: Lang, value: Option<&Value>) -> Cell {
    let text = match value {
        None | Some(Value::Null) => None,
        Some(Value::Bool(true)) => Some(words::text(lang, "package-yes", &[])),
        Some(Value::Bool(false)) => Some(words::text(lang, "package-no", &[])),
        Some(Value::String(text)) => (!text.is_empty()).then(|| text.chars().take(CELL_CHARS + 1).collect()),
        Some(nested @ (Value::Array(_) | Value::Object(_))) => {
            Some(plain(nested).chars().take(CELL_CHARS + 1).collect())
        }
        Some(Value::Number(number)) => Some(number.to_string()),
    };
    match text {
        Some(mut text) if text.chars().count() > CELL_CHARS => {
            text.pop();
            Cell { text: Some(text), cut: true }
        }
        text => Cell { text, cut: false },
    }
}

/// A nested value in words: "street: Eksempelvej 1; city: Aarhus".
fn plain(value: &Value) -> String {
    match value {
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) => fields(map),
        Value::String(text) => text.clone(),
        Value::Null => "–".to_owned(),
        other => other.to_string(),
    }
}

fn fields(map: &Map<String, Value>) -> String {
    map.iter().map(|(name, value)| format!("{name}: {}", plain(value))).collect::<Vec<_>>().join("; ")
}
