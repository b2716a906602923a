//! The live schema of a PostgreSQL database, from its catalogue.

use super::schema::{ColumnInfo, Schema, TableInfo};
use super::value::Shape;
use std::collections::BTreeMap;
use tokio_postgres::{Client, Error, SimpleQueryMessage, SimpleQueryRow};

/// Every table and view with its columns; a domain counts as the type it is made of.
const COLUMNS: &str = "
SELECT c.oid, n.nspname, c.relname, c.relkind IN ('v', 'm') AS is_view, pg_table_is_visible(c.oid) AS is_visible,
       has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') AS is_writable,
       a.attname, format_type(a.atttypid, -1) AS declared, b.typname, b.typcategory, b.typtype
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
JOIN pg_catalog.pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND left(n.nspname, 8) NOT IN ('pg_toast', 'pg_temp_')
ORDER BY n.nspname, c.relname, a.attnum";

/// Key columns of every valid index, the primary key first; an expression has no name.
const INDEXES: &str = "
SELECT i.indrelid AS oid, i.indexrelid, i.indisunique AND i.indpred IS NULL AS is_unique, a.attname
FROM pg_catalog.pg_index i
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, at)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
WHERE i.indisvalid AND k.at <= i.indnkeyatts
ORDER BY i.indrelid, i.indisprimary DESC, i.indexrelid, k.at";

const FOREIGN_KEYS: &str = "
SELECT DISTINCT f.conrelid AS oid, c.relname
FROM pg_catalog.pg_constraint f JOIN pg_catalog.pg_class c ON c.oid = f.confrelid
WHERE f.contype = 'f' ORDER BY 1, 2";

/// Reads the catalogue.
pub(super) async fn introspect(client: &Client) -> Result<Schema, Error> {
    let mut order: Vec<String> = Vec::new();
    let mut tables: BTreeMap<String, TableInfo> = BTreeMap::new();
    for row in rows(client, COLUMNS).await? {
        let oid = text(&row, "oid");
        let table = tables.entry(oid.clone()).or_insert_with(|| {
            order.push(oid);
            table(&row)
        });
        table.columns.push(column(&row));
    }
    let mut last_index = String::new();
    let mut sets: Vec<(String, bool, Vec<Option<String>>)> = Vec::new();
    for row in rows(client, INDEXES).await? {
        let (index, column) = (text(&row, "indexrelid"), row.get("attname").map(str::to_string));
        match sets.last_mut() {
            Some((_, _, columns)) if index == last_index => columns.push(column),
            _ => sets.push((text(&row, "oid"), is_true(&row, "is_unique"), vec![column])),
        }
        last_index = index;
    }
    for (oid, is_unique, columns) in sets {
        let Some(table) = tables.get_mut(&oid) else { continue };
        table.indexed.extend(columns.first().cloned().flatten());
        if let (true, Some(columns)) = (is_unique, columns.into_iter().collect()) {
            table.unique.push(columns);
        }
    }
    for row in rows(client, FOREIGN_KEYS).await? {
        if let Some(table) = tables.get_mut(&text(&row, "oid")) {
            table.refers_to.push(text(&row, "relname"));
        }
    }
    Ok(Schema { tables: order.iter().filter_map(|oid| tables.remove(oid)).collect() })
}

async fn rows(client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, Error> {
    let messages = client.simple_query(sql).await?;
    Ok(messages
        .into_iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        })
        .collect())
}

fn text(row: &SimpleQueryRow, column: &str) -> String {
    row.get(column).unwrap_or_default().to_string()
}

fn is_true(row: &SimpleQueryRow, column: &str) -> bool {
    row.get(column) == Some("t")
}

fn table(row: &SimpleQueryRow) -> TableInfo {
    TableInfo {
        schema: Some(text(row, "nspname")),
        name: text(row, "relname"),
        is_view: is_true(row, "is_view"),
        is_writable: is_true(row, "is_writable"),
        is_visible: is_true(row, "is_visible"),
        ..TableInfo::default()
    }
}

fn column(row: &SimpleQueryRow) -> ColumnInfo {
    let shape = match (row.get("typcategory"), row.get("typtype"), row.get("typname").unwrap_or_default()) {
        (Some("A"), ..) | (_, Some("c"), _) | (.., "json" | "jsonb") => Shape::Json,
        (.., "int2" | "int4" | "int8" | "oid" | "numeric") => Shape::Exact,
        (.., "float4" | "float8") => Shape::Float,
        (.., "bool") => Shape::Bool,
        (.., "bytea") => Shape::Bytes,
        (.., "timestamp") => Shape::Timestamp,
        (.., "timestamptz") => Shape::TimestampUtc,
        _ => Shape::Text,
    };
    ColumnInfo { name: text(row, "attname"), declared: text(row, "declared"), shape }
}
