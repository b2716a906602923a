//! The queries, built from a plan. Identifiers are quoted names of the introspected schema,
//! values are placeholders, patterns do not exist: there is no LIKE anywhere.

use super::plan::{Hop, Planned};
use super::schema::{ColumnInfo, TableInfo, quoted};
use super::system::{Dialect, KeyValue, Query};
use crate::domain::identifier::{IdentifierKind, Needle};

fn column(alias: &str, info: &ColumnInfo) -> String {
    format!("{alias}.{}", quoted(&info.name))
}

/// Reads `wanted` columns of the records of a table whose identifier may agree with the needle.
/// Lets through more than agree; the needle judges each.
pub(super) fn candidates(
    dialect: &dyn Dialect,
    table: &Planned<'_>,
    identifier: &[&ColumnInfo],
    needle: &Needle,
    wanted: &[&ColumnInfo],
) -> Query {
    let text = |info: &&ColumnInfo| dialect.text(&column("t", info));
    let text = match identifier {
        [one] => text(one),
        several => {
            let parts: Vec<_> = several.iter().map(|info| format!("coalesce({}, '')", text(info))).collect();
            format!("({})", parts.join(" || ' ' || "))
        }
    };
    let placeholder = dialect.placeholder(1, None);
    let (condition, value) = match needle.kind() {
        IdentifierKind::Phone | IdentifierKind::PersonalNumber => {
            let tail = needle.phone_tail();
            (dialect.may_end_with_digits(&text, &placeholder, tail.len()), tail.to_string())
        }
        _ => {
            // What folds to something beyond ASCII is beyond ASCII itself and let through anyway;
            // binding it could be more than the encoding of an old database can say.
            let compact = Some(needle.compact()).filter(|compact| compact.is_ascii());
            (dialect.may_fold_to(&text, &placeholder), compact.unwrap_or_default())
        }
    };
    let read: Vec<_> = wanted.iter().map(|info| dialect.read(&column("t", info), info.shape)).collect();
    Query {
        sql: format!("SELECT {} FROM {} AS t WHERE {condition}", read.join(", "), table.info.sql()),
        values: vec![KeyValue::Text(value)],
        shapes: wanted.iter().map(|info| info.shape).collect(),
        table: table.info.name.clone(),
    }
}

/// Reads the mapped columns of every record of a table that belongs to the people with `keys`,
/// and at most `limit` of them.
pub(super) fn records(
    dialect: &dyn Dialect,
    table: &Planned<'_>,
    subject: &Planned<'_>,
    keys: &[&[KeyValue]],
    limit: u64,
) -> Query {
    let read: Vec<_> = table
        .columns
        .iter()
        .map(|selected| {
            let alias = selected.context.map_or("t".to_string(), context_alias);
            dialect.read(&column(&alias, selected.info), selected.info.shape)
        })
        .collect();
    let mut sql = format!("SELECT {} FROM {} AS t", read.join(", "), table.info.sql());
    for (at, joined) in table.contexts.iter().enumerate() {
        let alias = context_alias(at);
        let from = joined.from.map_or("t".to_string(), context_alias);
        let on: Vec<_> = joined
            .on
            .iter()
            .map(|(here, there)| format!("{} = {}", column(&alias, there), column(&from, here)))
            .collect();
        sql.push_str(&format!(" LEFT JOIN {} AS {alias} ON {}", joined.info.sql(), on.join(" AND ")));
    }
    let keys_match = keys_match(dialect, subject, keys.len(), table.hops.len());
    sql.push_str(&format!(" WHERE {}", belongs("t", &table.hops, 0, &keys_match)));
    sql.push_str(&order("t", table.info));
    sql.push_str(&format!(" LIMIT {limit}"));
    Query {
        sql,
        values: keys.iter().flat_map(|key| key.iter().cloned()).collect(),
        shapes: table.columns.iter().map(|selected| selected.info.shape).collect(),
        table: table.info.name.clone(),
    }
}

fn context_alias(at: usize) -> String {
    format!("c{at}")
}

fn hop_alias(depth: usize) -> String {
    if depth == 0 { "t".to_string() } else { format!("h{depth}") }
}

/// `(own) IN (SELECT there FROM … WHERE …)`, hop by hop: a record comes once however many ways
/// lead to it, and each hop can use its index.
fn belongs(alias: &str, hops: &[Hop<'_>], depth: usize, keys_match: &str) -> String {
    let Some((hop, rest)) = hops.split_first() else {
        return keys_match.to_string();
    };
    let next = hop_alias(depth + 1);
    let list = |parts: Vec<String>| parts.join(", ");
    let own = list(hop.on.iter().map(|(here, _)| column(alias, here)).collect());
    let there = list(hop.on.iter().map(|(_, there)| column(&next, there)).collect());
    let inner = belongs(&next, rest, depth + 1, keys_match);
    format!("({own}) IN (SELECT {there} FROM {} AS {next} WHERE {inner})", hop.to.sql())
}

fn keys_match(dialect: &dyn Dialect, subject: &Planned<'_>, keys: usize, depth: usize) -> String {
    let alias = hop_alias(depth);
    let width = subject.key.len();
    let one = |at: usize| {
        let parts = subject.key.iter().enumerate().map(|(part, info)| {
            let number = at * width + part + 1;
            format!("{} = {}", column(&alias, info), dialect.placeholder(number, Some(info)))
        });
        format!("({})", parts.collect::<Vec<_>>().join(" AND "))
    };
    let any: Vec<_> = (0..keys).map(one).collect();
    format!("({})", any.join(" OR "))
}

/// By the primary key, so that the same data give the same bytes.
fn order(alias: &str, info: &TableInfo) -> String {
    match info.unique.first() {
        Some(key) if !key.is_empty() => {
            let columns: Vec<_> = key.iter().map(|name| format!("{alias}.{}", quoted(name))).collect();
            format!(" ORDER BY {}", columns.join(", "))
        }
        _ => String::new(),
    }
}
