//! What a connection was told is read back before it is used: a database that takes no foreign keys,
//! or acknowledges what is not on the disk, is refused by name at the start (R81).

use crate::store::postgres::Postgres;
use diesel::prelude::*;
use diesel::r2d2;
use diesel::sql_types::{Integer, Text};

#[derive(QueryableByName)]
struct Sqlite {
    #[diesel(sql_type = Integer)]
    foreign_keys: i32,
    #[diesel(sql_type = Integer)]
    synchronous: i32,
    #[diesel(sql_type = Integer)]
    recursive_triggers: i32,
}

#[derive(QueryableByName)]
struct Journal {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}

#[derive(QueryableByName)]
struct Server {
    #[diesel(sql_type = Text)]
    fsync: String,
    #[diesel(sql_type = Text)]
    full_page_writes: String,
    #[diesel(sql_type = Text)]
    synchronous_commit: String,
}

/// Write-ahead log, every commit on the disk, foreign keys, and triggers that also fire on REPLACE.
pub(super) fn assert_sqlite(db: &mut SqliteConnection) -> Result<(), r2d2::Error> {
    let journal: Journal = diesel::sql_query("PRAGMA journal_mode").get_result(db).map_err(unanswered)?;
    let set: Sqlite = diesel::sql_query(
        "SELECT (SELECT * FROM pragma_foreign_keys) AS foreign_keys, \
         (SELECT * FROM pragma_synchronous) AS synchronous, \
         (SELECT * FROM pragma_recursive_triggers) AS recursive_triggers",
    )
    .get_result(db)
    .map_err(unanswered)?;
    must(journal.journal_mode == "wal", || {
        format!(
            "SQLite keeps its journal as \"{}\" instead of \"wal\": the file system under the database cannot \
             share memory between processes; use a local disk",
            journal.journal_mode
        )
    })?;
    must(set.foreign_keys == 1, || "SQLite does not keep foreign keys: this build leaves them out".into())?;
    must(set.synchronous == 2, || "SQLite does not wait for the disk at a commit".into())?;
    must(set.recursive_triggers == 1, || "SQLite would let REPLACE remove guarded rows".into())
}

/// A server whose acknowledged commits survive a power cut.
pub(super) fn assert_postgres(db: &mut Postgres) -> Result<(), r2d2::Error> {
    let set: Server = diesel::sql_query(
        "SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes, \
         current_setting('synchronous_commit') AS synchronous_commit",
    )
    .get_result(db)
    .map_err(unanswered)?;
    for (name, value) in [
        ("fsync", &set.fsync),
        ("full_page_writes", &set.full_page_writes),
        ("synchronous_commit", &set.synchronous_commit),
    ] {
        // with a standby a commit may wait for that one too
        let holds = value == "on" || (name == "synchronous_commit" && value == "remote_apply");
        must(holds, || {
            format!(
                "PostgreSQL runs with {name} = {value}: what it has acknowledged can be lost in a power cut; \
                 set {name} = on in postgresql.conf"
            )
        })?;
    }
    Ok(())
}

fn must(is_so: bool, sentence: impl FnOnce() -> String) -> Result<(), r2d2::Error> {
    if is_so {
        return Ok(());
    }
    let sentence = sentence();
    // r2d2 hides why a connection is refused later on, when a server was set up anew
    tracing::error!(why = sentence, "a database is not safe to write to");
    Err(r2d2::Error::ConnectionError(ConnectionError::BadConnection(sentence)))
}

fn unanswered(error: diesel::result::Error) -> r2d2::Error {
    r2d2::Error::QueryError(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::connection::SimpleConnection;

    const SAFE: &str = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
                        PRAGMA recursive_triggers=ON;";

    #[test]
    fn a_setting_that_did_not_take_is_refused_by_name() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("x.sqlite").display().to_string();
        let refused = |change: &str| {
            let mut db = SqliteConnection::establish(&path).unwrap();
            db.batch_execute(SAFE).unwrap();
            db.batch_execute(change).unwrap();
            assert_sqlite(&mut db).err().map(|error| error.to_string())
        };
        assert_eq!(refused(""), None);
        for (change, told) in [
            ("PRAGMA journal_mode=DELETE", "journal as \"delete\""),
            ("PRAGMA synchronous=NORMAL", "does not wait for the disk"),
            ("PRAGMA foreign_keys=OFF", "does not keep foreign keys"),
            ("PRAGMA recursive_triggers=OFF", "REPLACE"),
        ] {
            let sentence = refused(change).unwrap_or_default();
            assert!(sentence.contains(told), "{change}: {sentence}");
        }
    }
}
