//! Finding: every record of the chosen people, streamed as NDJSON lines of
//! [`Record`](crate::domain::finding::Record). An error midway is an error of the whole.

use super::fault::Fault;
use super::lookup::SubjectKey;
use super::map::DataMap;
use super::plan::Planned;
use super::query;
use super::system::{KeyValue, Query, System};
use crate::domain::finding::{Column, Finding, Part, Record, Withheld};
use crate::domain::identifier::{Identifier, masked};
use crate::domain::language::Lang;
use std::collections::BTreeSet;
use std::io::Write;

/// What is to be found.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Records that were chosen as the person; several when the person has several.
    pub keys: &'a [SubjectKey],
    /// Identifiers that were searched; they go into the finding masked.
    pub searched: &'a [Identifier],
    /// Language of the words in the finding that exist once.
    pub lang: Lang,
}

/// A finding without records, for a source in which nobody was found.
pub(super) fn nothing(source: &str, map: &DataMap, searched: &[Identifier], lang: Lang) -> Finding {
    let words = map.source.searched.get(&lang).or_else(|| map.source.searched.values().next());
    Finding {
        source: source.to_string(),
        labels: map.source.label.clone(),
        map_sha256: map.sha256.clone(),
        searched: searched
            .iter()
            .map(|identifier| {
                (identifier.kind.code().to_string(), masked(identifier.kind, &identifier.value))
            })
            .collect(),
        searched_where: words.cloned().unwrap_or_default(),
        ..Finding::default()
    }
}

/// Collects from an open source; adds the parts to `finding`.
pub(super) fn find(
    system: &mut dyn System,
    plan: &[Planned<'_>],
    keys: &[SubjectKey],
    cap: u64,
    finding: &mut Finding,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let keys: BTreeSet<&SubjectKey> = keys.iter().collect();
    for key in &keys {
        let fits = plan.iter().any(|table| {
            table.map.is_subject()
                && *table.map.name.get_ref() == key.table
                && table.key.len() == key.key.len()
        });
        if !fits {
            return Err(Fault::Changed(format!("the table “{}” no longer names people that way", key.table)));
        }
    }
    let mut left = cap;
    for table in plan {
        let Some(subject) = plan.iter().find(|other| is_at(plan, other, table.subject)) else { continue };
        let name = subject.map.name.get_ref();
        let keys: Vec<&[KeyValue]> =
            keys.iter().filter(|key| key.table == *name).map(|key| key.key.as_slice()).collect();
        if keys.is_empty() {
            continue;
        }
        let query = query::records(system.dialect(), table, subject, &keys, left.saturating_add(1));
        let count = write_part(system, table, &query, finding, out)?;
        if table.map.is_subject() && count < keys.len() as u64 {
            return Err(Fault::RecordGone(name.clone()));
        }
        left = left.checked_sub(count).ok_or(Fault::TooManyRecords(cap))?;
    }
    out.flush().map_err(|error| Fault::Storing(error.kind()))
}

/// Plans leave out tables that could not be planned, and then are not used: positions agree.
fn is_at(plan: &[Planned<'_>], table: &Planned<'_>, at: usize) -> bool {
    plan.get(at).is_some_and(|other| std::ptr::eq(other, table))
}

fn write_part(
    system: &mut dyn System,
    table: &Planned<'_>,
    query: &Query,
    finding: &mut Finding,
    out: &mut dyn Write,
) -> Result<u64, Fault> {
    let part = finding.parts.len();
    let mut count = 0;
    system.rows(query, &mut |row| {
        let names = table.columns.iter().map(|selected| selected.map.name.get_ref().clone());
        let record = Record { part, fields: names.zip(row).collect() };
        let mut line =
            serde_json::to_vec(&record).map_err(|_| Fault::Storing(std::io::ErrorKind::InvalidData))?;
        line.push(b'\n');
        out.write_all(&line).map_err(|error| Fault::Storing(error.kind()))?;
        count += 1;
        Ok(())
    })?;
    if count > 0 {
        finding.parts.push(describe(table, count));
        finding.withheld.extend(withheld(table));
    }
    Ok(count)
}

fn describe(table: &Planned<'_>, records: u64) -> Part {
    let columns = table.columns.iter().map(|selected| Column {
        name: selected.map.name.get_ref().clone(),
        labels: selected.map.label.clone(),
        provided: selected.map.provided,
    });
    Part {
        table: table.map.name.get_ref().clone(),
        activity: table.map.activity.clone(),
        category: table.map.category.clone(),
        labels: table.map.label.clone(),
        legal_ground: table.map.legal_ground.code().to_string(),
        columns: columns.collect(),
        records,
    }
}

fn withheld<'a>(table: &'a Planned<'_>) -> impl Iterator<Item = Withheld> + 'a {
    table.map.column.iter().filter(|column| !column.skip && !column.redact.is_empty()).map(|column| {
        Withheld {
            table: table.map.name.get_ref().clone(),
            column: column.name.get_ref().clone(),
            labels: column.label.clone(),
            reasons: column.redact.clone(),
            ground_code: column.ground_code().to_owned(),
        }
    })
}
