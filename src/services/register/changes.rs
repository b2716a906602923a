//! What is different between two versions of a register, line by line, for people to read.

use super::form::{SECTIONS, code, entries};
use crate::domain::register::Register;
use crate::services::error::Result;
use serde_json::Value;
use std::collections::BTreeMap;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Section; `register` for the register as a whole.
    pub section: &'static str,
    /// Code of the entry.
    pub code: String,
    /// Field, its parts joined by a dot: `purposes.da`. Empty: the entry as a whole.
    pub field: String,
    /// What stood there; none when it is new.
    pub before: Option<String>,
    /// What stands there now; none when it is gone.
    pub after: Option<String>,
}

/// Everything that is different, in the order of the sections.
pub fn between(before: &Register, after: &Register) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for section in std::iter::once(&"register").chain(SECTIONS) {
        let (old, new) = (lines(before, section)?, lines(after, section)?);
        let mut codes: Vec<&String> = old.keys().chain(new.keys()).collect();
        codes.sort();
        codes.dedup();
        for one in codes {
            changes.extend(entry(section, one, old.get(one), new.get(one)));
        }
    }
    Ok(changes)
}

type Lines = BTreeMap<String, String>;

fn entry(section: &'static str, code: &str, old: Option<&Lines>, new: Option<&Lines>) -> Vec<Change> {
    let change = |field: &str, before: Option<String>, after: Option<String>| Change {
        section,
        code: code.to_owned(),
        field: field.to_owned(),
        before,
        after,
    };
    match (old, new) {
        (Some(old), Some(new)) => {
            let mut fields: Vec<&String> = old.keys().chain(new.keys()).collect();
            fields.sort();
            fields.dedup();
            fields.retain(|field| old.get(*field) != new.get(*field));
            fields.into_iter().map(|f| change(f, old.get(f).cloned(), new.get(f).cloned())).collect()
        }
        (Some(_), None) => vec![change("", Some(code.to_owned()), None)],
        (None, Some(_)) => vec![change("", None, Some(code.to_owned()))],
        (None, None) => Vec::new(),
    }
}

fn lines(register: &Register, section: &str) -> Result<BTreeMap<String, Lines>> {
    let mut all = BTreeMap::new();
    for one in entries(register, section)? {
        let name = if section == "register" { String::new() } else { code(section, &one) };
        let mut found = Lines::new();
        for (field, value) in &one {
            // the sections stand in the whole too, and are told of by themselves
            if section != "register" || !SECTIONS.contains(&field.as_str()) {
                flatten(field, value, &mut found);
            }
        }
        all.insert(name, found);
    }
    Ok(all)
}

fn flatten(path: &str, value: &Value, found: &mut Lines) {
    match value {
        Value::Object(below) => {
            below.iter().for_each(|(name, value)| flatten(&format!("{path}.{name}"), value, found));
        }
        Value::Array(all) if all.iter().all(Value::is_string) => {
            let words: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            found.insert(path.to_owned(), words.join(", "));
        }
        Value::Array(all) => {
            let numbered = all.iter().enumerate();
            numbered.for_each(|(at, value)| flatten(&format!("{path}.{}", at + 1), value, found));
        }
        Value::String(text) => _ = found.insert(path.to_owned(), text.clone()),
        other => _ = found.insert(path.to_owned(), other.to_string()),
    }
}
