//! A register as a TOML file: read with the line of everything that is wrong, written whole.

use super::problems;
use crate::domain::register::{Problem, Register};
use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

/// Why a text is no register: it does not hold together as TOML, or says something nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, in the words of the reader.
    pub what: String,
}

/// A problem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// A register read from a text, which is kept for its lines.
#[derive(Debug, Clone)]
pub struct FromFile<'a> {
    /// What it says.
    pub register: Register,
    text: &'a str,
}

/// Reads a register. Fields nobody knows are refused.
///
/// # Errors
/// [`Unreadable`] at the first place that cannot be read.
pub fn read(text: &str) -> Result<FromFile<'_>, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let register = toml::from_str(text).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let what = match error.message() {
            message if message.contains("date") => {
                format!("{message}: a date stands in quotes, as in \"2026-06-30\"")
            }
            message => message.to_owned(),
        };
        Unreadable { line: line_at(text, at), what }
    })?;
    Ok(FromFile { register, text })
}

/// The register as a file that [`read`] reads.
///
/// # Errors
/// Never for a register that was read or kept.
pub fn written(register: &Register) -> Result<String, toml::ser::Error> {
    toml::to_string_pretty(register)
}

impl FromFile<'_> {
    /// Everything that is not right on this day, each with its line, in the order of the lines.
    /// `is_configured`: whether a slug is a controller of this installation.
    pub fn problems(&self, today: NaiveDate, is_configured: impl Fn(&str) -> bool) -> Vec<Told> {
        let table = DeTable::parse(self.text).ok();
        let line = |problem: &Problem| {
            let at = table.as_ref().and_then(|table| place(table.get_ref(), problem));
            at.map_or(1, |at| line_at(self.text, at))
        };
        let mut told: Vec<Told> = problems(&self.register, today, is_configured)
            .into_iter()
            .map(|problem| Told { line: line(&problem), problem })
            .collect();
        told.sort_by_key(|one| one.line);
        told
    }
}

fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Where the field stands, else its entry, else the section.
fn place(table: &DeTable<'_>, problem: &Problem) -> Option<usize> {
    if problem.section == "register" {
        return key(table, problem.field).or(Some(0));
    }
    let (section, entries) = table.iter().find(|(name, _)| name.get_ref() == problem.section)?;
    let entries = entries.get_ref().as_array()?;
    // a version of the policy is named by its version
    let code = if section.get_ref() == "policy" { "version" } else { "code" };
    let named = |entry: &&DeTable<'_>| text(entry, code) == Some(problem.code.as_str());
    // the second of two with one code is the one too many
    let mut fitting = entries.iter().filter_map(|entry| entry.get_ref().as_table()).filter(named);
    let entry = match problem.kind {
        crate::domain::register::ProblemKind::Twice => fitting.nth(1),
        _ => fitting.next(),
    };
    let Some(entry) = entry else { return Some(section.span().start) };
    key(entry, problem.field).or_else(|| key(entry, code))
}

fn key(table: &DeTable<'_>, name: &str) -> Option<usize> {
    table.iter().find(|(key, _)| key.get_ref() == name).map(|(key, _)| key.span().start)
}

fn text<'a>(table: &'a DeTable<'_>, name: &str) -> Option<&'a str> {
    match table.get(name)?.get_ref() {
        DeValue::String(text) => Some(text),
        _ => None,
    }
}
