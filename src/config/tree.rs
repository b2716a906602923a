//! What was written: the file and the environment as one tree, each value with where it stands.

use super::{Origin, Problem};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value as written. Numbers and yes/no are kept as text: the setting decides what it wants.
#[derive(Clone)]
pub enum Value {
    /// Text, a number, true or false.
    Scalar(String),
    /// A list of scalars.
    List(Vec<String>),
    /// A section.
    Table(Table),
    /// A repeated section.
    Tables(Vec<Table>),
}

/// A value and where it was written.
#[derive(Clone)]
pub struct Node {
    /// What.
    pub value: Value,
    /// Where.
    pub origin: Origin,
}

/// A section: names and what they were given.
pub type Table = BTreeMap<String, Node>;

/// Reads TOML. Everything wrong with it is returned, none of it quoted (a line may hold a secret).
pub fn read(text: &str) -> Result<Table, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return section(text, table.get_ref());
    }
    let said = errors.iter().map(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        let sentence = format!("this is not TOML: {}.", error.message().trim_end_matches('.'));
        Problem { origin: line.map_or(Origin::Nowhere, Origin::Line), sentence }
    });
    Err(said.collect())
}

fn section(text: &str, table: &DeTable<'_>) -> Result<Table, Vec<Problem>> {
    let mut section = Table::new();
    let mut problems = Vec::new();
    for (key, spanned) in table {
        let origin = Origin::Line(line_of(text, key.span().start));
        match value(text, spanned) {
            Ok(value) => drop(section.insert(key.get_ref().to_string(), Node { value, origin })),
            Err(mut more) => problems.append(&mut more),
        }
    }
    if problems.is_empty() { Ok(section) } else { Err(problems) }
}

fn value(text: &str, spanned: &Spanned<DeValue<'_>>) -> Result<Value, Vec<Problem>> {
    if let DeValue::Table(table) = spanned.get_ref() {
        return section(text, table).map(Value::Table);
    }
    let DeValue::Array(items) = spanned.get_ref() else {
        return scalar(spanned.get_ref()).map(Value::Scalar).ok_or_else(|| {
            vec![Problem::at(line_of(text, spanned.span().start), "this value is of no use here.")]
        });
    };
    let items: Vec<&Spanned<DeValue<'_>>> = items.iter().collect();
    if !items.is_empty() && items.iter().all(|item| item.get_ref().is_table()) {
        let tables = items.iter().filter_map(|item| item.get_ref().as_table());
        return tables.map(|table| section(text, table)).collect::<Result<_, _>>().map(Value::Tables);
    }
    let list = items.iter().map(|item| scalar(item.get_ref())).collect::<Option<Vec<_>>>();
    list.map(Value::List).ok_or_else(|| {
        vec![Problem::at(line_of(text, spanned.span().start), "a list holds plain values only.")]
    })
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number.to_string())
        }
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Some(yes.to_string()),
        DeValue::Datetime(at) => Some(at.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Lays one environment variable over the tree. `path` is its name cut at `__`, in lower case. In a
/// repeated section the second part is its number, from 0, or its slug or name.
pub fn overlay(table: &mut Table, path: &[&str], text: String, origin: &Origin) -> Result<(), String> {
    let Some((first, rest)) = path.split_first() else { return Ok(()) };
    if rest.is_empty() {
        table.insert((*first).to_owned(), Node { value: Value::Scalar(text), origin: origin.clone() });
        return Ok(());
    }
    let new = || Node { value: Value::Table(Table::new()), origin: origin.clone() };
    match &mut table.entry((*first).to_owned()).or_insert_with(new).value {
        Value::Table(section) => overlay(section, rest, text, origin),
        Value::Tables(sections) => {
            let (which, rest) = rest.split_first().ok_or("a repeated section has a number or name.")?;
            let section = chosen(sections, which)
                .ok_or_else(|| format!("there is no [[{first}]] \"{which}\" in the file to add to."))?;
            overlay(section, rest, text, origin)
        }
        Value::Scalar(_) | Value::List(_) => Err(format!("{first} is a setting, not a section.")),
    }
}

fn chosen<'a>(sections: &'a mut [Table], which: &str) -> Option<&'a mut Table> {
    let named = |section: &Table| {
        ["slug", "name"].iter().filter_map(|key| section.get(*key)).any(|node| {
            matches!(&node.value, Value::Scalar(text) if text.to_lowercase().replace('-', "_") == which)
        })
    };
    let at = sections.iter().position(named).or_else(|| which.parse().ok())?;
    sections.get_mut(at)
}
