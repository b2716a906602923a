//! SQLite files: opened read-only, within limits, in one read transaction.

use super::SourceSettings;
use super::fault::Fault;
use super::schema::{ColumnInfo, Schema, TableInfo};
use super::system::{Dialect, EachRow, KeyValue, LARGEST_VALUE, Query, System};
use super::value::{self, Shape};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use secrecy::ExposeSecret;
use serde_json::Value;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Instructions of SQLite's machine between two looks at the clock.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;
/// How long a file locked by another program is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

struct Sqlite {
    connection: Connection,
    timeout: Duration,
}

/// Opens the file named by the settings: a path, with or without `sqlite://` in front. With
/// `?immutable=1` behind it SQLite neither locks nor looks for a journal: only for files that
/// nobody writes, as on read-only media.
pub(super) fn open(settings: &SourceSettings) -> Result<Box<dyn System>, Fault> {
    let timeout = settings.timeout;
    let connection = connect(settings).map_err(|error| match error {
        Opening::Missing => Fault::Unreachable("the file does not exist"),
        Opening::Failed(error) => fault(&error, "", timeout),
    })?;
    Ok(Box::new(Sqlite { connection, timeout }))
}

enum Opening {
    Missing,
    Failed(rusqlite::Error),
}

impl From<rusqlite::Error> for Opening {
    fn from(error: rusqlite::Error) -> Self {
        Opening::Failed(error)
    }
}

fn connect(settings: &SourceSettings) -> Result<Connection, Opening> {
    let url = settings.url.expose_secret();
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url);
    let (path, is_immutable) = path.strip_suffix("?immutable=1").map_or((path, false), |path| (path, true));
    let file = PathBuf::from(path);
    if !file.is_file() {
        return Err(Opening::Missing);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // Without SQLITE_OPEN_URI a path is a path, whatever characters it has.
    let connection = if is_immutable {
        let uri = format!("file:{}?mode=ro&immutable=1", uri_path(path));
        Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?
    } else {
        Connection::open_with_flags(file, flags)?
    };
    let deadline = Instant::now() + settings.timeout;
    connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || Instant::now() >= deadline))?;
    connection.busy_timeout(settings.timeout.min(LONGEST_WAIT))?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE as i32)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A quoted name that is no column must be an error, never a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.execute_batch("PRAGMA query_only = ON; BEGIN")?;
    Ok(connection)
}

fn uri_path(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// What went wrong, without SQLite's own message, which may quote values.
fn fault(error: &rusqlite::Error, table: &str, timeout: Duration) -> Fault {
    let (code, message) = match error {
        rusqlite::Error::SqliteFailure(failure, message) => (*failure, message.as_deref()),
        _ => return Fault::Database { table: table.to_string(), code: "unexpected".to_string() },
    };
    let is_gone = message.is_some_and(|text| text.contains("no such"));
    match code.code {
        ErrorCode::OperationInterrupted => Fault::TooSlow(timeout),
        ErrorCode::CannotOpen => Fault::Unreachable("the file cannot be opened"),
        ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied => {
            Fault::Unreachable("we may not read the file")
        }
        ErrorCode::NotADatabase => Fault::Unreachable("the file is no SQLite database"),
        ErrorCode::DatabaseCorrupt => Fault::Unreachable("the file is damaged"),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            Fault::Unreachable("another program keeps the file locked")
        }
        ErrorCode::TooBig => Fault::ValueTooLarge(table.to_string()),
        _ if is_gone => Fault::Changed(format!("the table “{table}” or one of its columns is gone")),
        _ => Fault::Database { table: table.to_string(), code: code.extended_code.to_string() },
    }
}

impl System for Sqlite {
    fn schema(&mut self) -> Result<Schema, Fault> {
        let tables = self.tables().map_err(|error| fault(&error, "sqlite_schema", self.timeout))?;
        Ok(Schema { tables })
    }

    fn dialect(&self) -> &'static dyn Dialect {
        &SqliteDialect
    }

    fn rows(&mut self, query: &Query, each: &mut EachRow<'_>) -> Result<(), Fault> {
        let timeout = self.timeout;
        let wrong = |error: rusqlite::Error| fault(&error, &query.table, timeout);
        let mut statement = self.connection.prepare(&query.sql).map_err(wrong)?;
        for (at, value) in query.values.iter().enumerate() {
            match value {
                KeyValue::Integer(number) => statement.raw_bind_parameter(at + 1, number),
                KeyValue::Text(text) => statement.raw_bind_parameter(at + 1, text),
            }
            .map_err(wrong)?;
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(wrong)? {
            let mut values = Vec::with_capacity(query.shapes.len());
            for (at, shape) in query.shapes.iter().enumerate() {
                values.push(json(row.get_ref(at).map_err(wrong)?, *shape));
            }
            each(values)?;
        }
        Ok(())
    }
}

impl Sqlite {
    fn tables(&self) -> rusqlite::Result<Vec<TableInfo>> {
        let mut list = self.connection.prepare(
            "SELECT name, type = 'view' FROM pragma_table_list
             WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        )?;
        let names = list.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let names = names.collect::<rusqlite::Result<Vec<(String, bool)>>>()?;
        let mut tables = Vec::with_capacity(names.len());
        for (name, is_view) in names {
            match self.table(&name, is_view) {
                Ok(table) => tables.push(table),
                // A view over something that is gone is no reason not to read the rest.
                Err(_) if is_view => {}
                Err(error) => return Err(error),
            }
        }
        Ok(tables)
    }

    fn table(&self, name: &str, is_view: bool) -> rusqlite::Result<TableInfo> {
        let mut columns = self
            .connection
            .prepare("SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid")?;
        let columns = columns.query_map([name], |row| {
            let declared: String = row.get(1)?;
            let shape = shape(&declared);
            Ok((ColumnInfo { name: row.get(0)?, declared, shape }, row.get::<_, i64>(2)?))
        })?;
        let columns = columns.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut key: Vec<_> = columns.iter().filter(|(_, pk)| *pk > 0).collect();
        key.sort_by_key(|(_, pk)| *pk);
        let mut unique: Vec<Vec<String>> =
            vec![key.iter().map(|(column, _)| column.name.clone()).collect::<Vec<_>>()];
        unique.retain(|set| !set.is_empty());
        let mut indexed: Vec<String> = unique.iter().filter_map(|set| set.first().cloned()).collect();
        self.indexes(name, &mut unique, &mut indexed)?;
        let columns = columns.into_iter().map(|(column, _)| column).collect();
        let refers_to = self.refers_to(name)?;
        Ok(TableInfo {
            schema: None,
            name: name.to_string(),
            columns,
            unique,
            indexed,
            refers_to,
            is_view,
            is_writable: false,
            is_visible: true,
        })
    }

    fn indexes(
        &self,
        table: &str,
        unique: &mut Vec<Vec<String>>,
        indexed: &mut Vec<String>,
    ) -> rusqlite::Result<()> {
        let mut list = self.connection.prepare(
            "SELECT l.seq, l.\"unique\" AND NOT l.partial, i.name FROM pragma_index_list(?1) AS l
             JOIN pragma_index_info(l.name) AS i ORDER BY l.seq, i.seqno",
        )?;
        let rows = list.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut sets: Vec<(i64, bool, Vec<Option<String>>)> = Vec::new();
        for row in rows {
            let (at, is_unique, column): (i64, bool, Option<String>) = row?;
            match sets.last_mut() {
                Some((last, _, columns)) if *last == at => columns.push(column),
                _ => sets.push((at, is_unique, vec![column])),
            }
        }
        for (_, is_unique, columns) in sets {
            indexed.extend(columns.first().cloned().flatten());
            // An index over an expression has a column without a name and proves nothing.
            if let (true, Some(columns)) = (is_unique, columns.into_iter().collect()) {
                unique.push(columns);
            }
        }
        Ok(())
    }

    fn refers_to(&self, table: &str) -> rusqlite::Result<Vec<String>> {
        let mut list =
            self.connection.prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1)")?;
        let names = list.query_map([table], |row| row.get(0))?;
        names.collect()
    }
}

/// What a declared type means for reading; any cell may still hold anything.
fn shape(declared: &str) -> Shape {
    let declared = declared.to_ascii_uppercase();
    if declared.contains("DATETIME") || declared.contains("TIMESTAMP") {
        Shape::Timestamp
    } else if declared.starts_with("BOOL") {
        Shape::Bool
    } else if declared.contains("INT") || declared.contains("NUM") || declared.contains("DEC") {
        Shape::Exact
    } else if declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB") {
        Shape::Float
    } else if declared.contains("BLOB") {
        Shape::Bytes
    } else {
        Shape::Text
    }
}

fn json(cell: ValueRef<'_>, shape: Shape) -> Value {
    match (cell, shape) {
        (ValueRef::Null, _) => Value::Null,
        (ValueRef::Integer(number @ (0 | 1)), Shape::Bool) => Value::Bool(number == 1),
        (ValueRef::Integer(number), _) => value::exact(&number.to_string()),
        (ValueRef::Real(number), _) => value::float(number),
        (ValueRef::Text(bytes), shape) => match std::str::from_utf8(bytes) {
            Ok(text) if shape == Shape::Timestamp => value::timestamp(text),
            Ok(text) => Value::String(text.to_string()),
            Err(_) => value::bytes(bytes),
        },
        (ValueRef::Blob(bytes), _) => value::bytes(bytes),
    }
}

struct SqliteDialect;

impl Dialect for SqliteDialect {
    fn placeholder(&self, number: usize, _column: Option<&ColumnInfo>) -> String {
        format!("?{number}")
    }

    fn read(&self, column: &str, _shape: Shape) -> String {
        column.to_string()
    }

    fn text(&self, column: &str) -> String {
        format!("CAST({column} AS TEXT)")
    }

    fn may_fold_to(&self, text: &str, placeholder: &str) -> String {
        // GLOB with a pattern of ours: any character outside the visible ASCII ones.
        format!("(replace(lower({text}), ' ', '') = {placeholder} OR {text} GLOB '*[^ -~]*')")
    }

    fn may_end_with_digits(&self, text: &str, placeholder: &str, length: usize) -> String {
        let digits = [" ", "-", "(", ")", "+", ".", "/", ","]
            .iter()
            .fold(text.to_string(), |text, mark| format!("replace({text}, '{mark}', '')"));
        format!("(substr({digits}, -{length}) = {placeholder} OR {digits} GLOB '*[^0-9]*')")
    }
}
