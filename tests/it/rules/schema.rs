//! `schema.rs` is what the migrations make, on both databases, and the migrations are one portable tree.

use super::sources;
use crate::support::{Databases, on_both};
use indsigt::store::backend::Kind;
use std::collections::BTreeMap;

/// Columns of a table as `name type null?`, in order, and the primary key.
#[derive(Debug, PartialEq, Eq)]
struct Table {
    columns: Vec<String>,
    key: Vec<String>,
}

/// What `schema.rs` says, in the words of the migrations.
fn declared() -> BTreeMap<String, Table> {
    let text = sources::under("src/store", "schema.rs").remove(0).text;
    let mut tables = BTreeMap::new();
    for block in text.split("diesel::table! {").skip(1) {
        let (head, rest) = block.split_once(") {").unwrap();
        let (name, key) = head.split_once('(').unwrap();
        let (body, _) = rest.split_once('}').unwrap();
        let columns = body.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(" -> "));
        let columns = columns.map(|(column, kind)| match kind.strip_prefix("Nullable<") {
            Some(inner) => format!("{column} {} null", sql_type(inner.trim_end_matches('>'))),
            None => format!("{column} {}", sql_type(kind)),
        });
        let key = key.split(',').map(|k| k.trim().to_owned()).collect();
        tables.insert(name.trim().to_owned(), Table { columns: columns.collect(), key });
    }
    tables
}

fn sql_type(diesel: &str) -> &'static str {
    match diesel {
        "Text" => "TEXT",
        "Binary" => "BYTEA",
        "BigInt" => "BIGINT",
        "Integer" => "INTEGER",
        "Bool" => "BOOLEAN",
        "Timestamp" => "TIMESTAMP",
        "Date" => "DATE",
        other => panic!("a type no migration uses: {other}"),
    }
}

/// What stands in a database.
fn made(kind: Kind, texts: &dyn Fn(&str) -> Vec<String>) -> BTreeMap<String, Table> {
    let names = match kind {
        Kind::Sqlite => texts("SELECT name AS text FROM sqlite_master WHERE type = 'table'"),
        Kind::Postgres => texts(crate::support::databases::TABLES_OF_POSTGRES),
    };
    let ours = names.into_iter().filter(|name| name != "__diesel_schema_migrations");
    ours.map(|name| {
        let (columns, key) = match kind {
            Kind::Sqlite => (sqlite_columns(&name), sqlite_key(&name)),
            Kind::Postgres => (postgres_columns(&name), postgres_key(&name)),
        };
        (name, Table { columns: texts(&columns), key: texts(&key) })
    })
    .collect()
}

// SQLite reports a primary key of text as nullable for an old mistake of its own; we never write one
fn sqlite_columns(table: &str) -> String {
    format!(
        "SELECT name || ' ' || type || CASE WHEN \"notnull\" = 1 OR pk > 0 THEN '' ELSE ' null' END AS text \
         FROM pragma_table_info('{table}') ORDER BY cid"
    )
}

fn sqlite_key(table: &str) -> String {
    format!("SELECT name AS text FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk")
}

fn postgres_columns(table: &str) -> String {
    format!(
        "SELECT column_name || ' ' || upper(replace(data_type, ' without time zone', '')) \
         || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS text \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' \
         ORDER BY ordinal_position"
    )
}

fn postgres_key(table: &str) -> String {
    format!(
        "SELECT k.column_name::text AS text FROM information_schema.table_constraints c \
         JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name) \
         WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_name = '{table}' ORDER BY k.ordinal_position"
    )
}

#[test]
fn the_schema_in_code_is_what_the_migrations_make() {
    on_both(|db: &Databases| {
        let mut made_tables = made(db.kind, &|sql| db.texts(sql));
        made_tables.extend(made(db.kind, &|sql| db.key_texts(sql)));
        let declared = declared();
        assert_eq!(
            declared.keys().collect::<Vec<_>>(),
            made_tables.keys().collect::<Vec<_>>(),
            "schema.rs against the migrations"
        );
        for (name, table) in &declared {
            assert_eq!(table, &made_tables[name], "table {name}: schema.rs against the migrations");
        }
    });
}

#[test]
fn the_key_store_and_the_main_database_share_no_table() {
    let db = Databases::sqlite();
    let main = made(db.kind, &|sql| db.texts(sql));
    let keys = made(db.kind, &|sql| db.key_texts(sql));
    assert!(keys.keys().all(|name| !main.contains_key(name)));
    assert_eq!(keys.keys().collect::<Vec<_>>(), ["case_keys", "erasures", "installation_keys"]);
}

#[test]
fn migrations_are_portable() {
    let not_portable = [
        "IDENTITY",
        "SERIAL",
        "BIGSERIAL",
        "AUTOINCREMENT",
        "STRICT",
        "DEFAULT",
        "CURRENT_TIMESTAMP",
        "NOW",
        "TRIGGER",
        "FUNCTION",
        "JSONB",
        "JSON",
        "UUID",
        "TIMESTAMPTZ",
        "BLOB",
        "VARCHAR",
        "GENERATED",
        "PUBLIC",
        "ROWID",
        "PRAGMA",
        "EXTENSION",
        "GRANT",
    ];
    for migration in sources::under("migrations", ".sql") {
        let lines = migration.text.lines().map(|line| line.split_once("--").map_or(line, |(sql, _)| sql));
        let sql = lines.collect::<Vec<_>>().join("\n").to_uppercase();
        let found: Vec<&str> = sources::words(&sql).filter(|word| not_portable.contains(word)).collect();
        assert!(found.is_empty(), "{} is not portable: {found:?}", migration.path);
    }
}
