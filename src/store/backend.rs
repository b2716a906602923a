//! The two databases behind one enum: connecting, pooling, transactions, migrations, and the few
//! statements that cannot be written once for both.

use crate::store::durable;
use crate::store::error::{Error, Result};
use crate::store::postgres::Postgres;
use crate::store::private;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection, Pool, R2D2Connection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use secrecy::{ExposeSecret, SecretString};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
#[expect(clippy::large_enum_variant, reason = "there are a few of them, and they are never moved about")]
pub enum Db {
    /// PostgreSQL over rustls.
    Postgres(Postgres),
    /// The embedded SQLite.
    Sqlite(SqliteConnection),
}

/// Which of the two a URL names. Chosen by its scheme, never by trying one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `postgres://` or `postgresql://`.
    Postgres,
    /// `sqlite://path` or a bare path.
    Sqlite,
}

impl Kind {
    /// The kind a URL names.
    pub fn of(url: &str) -> Kind {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Kind::Postgres
        } else {
            Kind::Sqlite
        }
    }
}

/// The file a SQLite URL names.
pub fn sqlite_path(url: &str) -> &str {
    url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url)
}

/// A stuck statement, lock or transaction must not take the service down with it.
const LIMITS: &str = "SET statement_timeout = '30s'; SET lock_timeout = '5s'; \
                      SET idle_in_transaction_session_timeout = '30s'";

/// Makes connections for a pool.
#[derive(Clone)]
pub struct Manager {
    url: SecretString,
    tls: Arc<rustls::ClientConfig>,
    read_only: bool,
}

impl std::fmt::Debug for Manager {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Manager({:?})", Kind::of(self.url.expose_secret()))
    }
}

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Db, r2d2::Error> {
        let url = self.url.expose_secret();
        match Kind::of(url) {
            Kind::Postgres => {
                let mut connection = Postgres::connect(url, &self.tls)?;
                // an acknowledged commit must be on disk (R81)
                connection
                    .batch_execute(&format!("{LIMITS}; SET synchronous_commit = on; SET TIME ZONE 'UTC'"))
                    .map_err(r2d2::Error::QueryError)?;
                durable::assert_postgres(&mut connection)?;
                Ok(Db::Postgres(connection))
            }
            Kind::Sqlite => {
                let mut connection = SqliteConnection::establish(sqlite_path(url))?;
                // busy_timeout first: switching to WAL itself takes a lock
                connection
                    .batch_execute(
                        "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
                         PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; \
                         PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA recursive_triggers=ON;",
                    )
                    .map_err(r2d2::Error::QueryError)?;
                durable::assert_sqlite(&mut connection)?;
                if self.read_only {
                    connection.batch_execute("PRAGMA query_only=ON").map_err(r2d2::Error::QueryError)?;
                }
                Ok(Db::Sqlite(connection))
            }
        }
    }

    fn is_valid(&self, connection: &mut Db) -> std::result::Result<(), r2d2::Error> {
        connection.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Db) -> bool {
        connection.is_broken()
    }
}

/// One writer and a few readers on SQLite (one writer: no unfair waiting, no lock upgrades);
/// on PostgreSQL both are the same pool.
#[derive(Clone)]
pub struct Pools {
    /// For transactions that write.
    pub writer: Pool<Manager>,
    /// For reading only; a write that strays here fails loudly.
    pub reader: Pool<Manager>,
    /// Which database it is.
    pub kind: Kind,
    alone: Manager,
}

/// How many connections a node holds to PostgreSQL, and how many readers on SQLite.
const CONNECTIONS: u32 = 8;

impl Pools {
    /// Opens the pools; the first connection is made at once, so a wrong address is told now.
    pub fn open(url: &SecretString, tls: &Arc<rustls::ClientConfig>) -> std::result::Result<Pools, String> {
        let kind = Kind::of(url.expose_secret());
        if kind == Kind::Sqlite {
            let path = Path::new(sqlite_path(url.expose_secret()));
            private::sqlite_database(path)
                .map_err(|e| format!("its file cannot be kept from others: {e}"))?;
        }
        let manager = |read_only| Manager { url: url.clone(), tls: tls.clone(), read_only };
        // r2d2 hides why a connection fails: ask once by hand
        manager(false).connect().map_err(|e| e.to_string())?;
        let pool = |size, read_only| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .test_on_check_out(kind == Kind::Postgres)
                .connection_timeout(Duration::from_secs(5))
                .build(manager(read_only))
                .map_err(|e| e.to_string())
        };
        let alone = manager(false);
        Ok(match kind {
            Kind::Postgres => {
                let writer = pool(CONNECTIONS, false)?;
                Pools { reader: writer.clone(), writer, kind, alone }
            }
            Kind::Sqlite => Pools { writer: pool(1, false)?, reader: pool(CONNECTIONS, true)?, kind, alone },
        })
    }

    /// A connection of its own beside the pools, for long work.
    pub fn connect(&self) -> Result<Db> {
        self.alone.connect().map_err(|_| Error::Unavailable)
    }

    /// A bare PostgreSQL client beside the pools, for streaming whole tables.
    pub fn client(&self) -> Result<tokio_postgres::Client> {
        crate::store::postgres::client(self.alone.url.expose_secret(), &self.alone.tls)
            .map_err(|_| Error::Unavailable)
    }
}

/// Whether a commit of a database failed in this process: see [`Error::Commit`].
#[derive(Debug, Default)]
pub struct Fuse(AtomicBool);

impl Fuse {
    /// Nothing may be written here any more, until a restart.
    pub fn is_blown(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// The answer to a failed commit. Where it is certain that nothing happened, it is an error like
    /// any other; anything else is the end of writing.
    fn judge(&self, failed: diesel::result::Error) -> Error {
        use crate::store::error::{is_full, is_lock};
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        let at_commit = match &failed {
            Diesel::RollbackErrorOnCommit { commit_error, .. } => commit_error,
            other => other,
        };
        let is_certain = match at_commit {
            Diesel::DatabaseError(Kind::ClosedConnection, _) => false,
            // another writer was in the way; there was no room for the last of it; or the
            // transaction had failed before it came to this
            Diesel::DatabaseError(_, info) => {
                is_lock(info.message())
                    || is_full(info.message())
                    || info.message().contains("no transaction is active")
                    || info.message().contains("transaction is aborted")
            }
            // the connection was given up, or SQLite had rolled back, before the commit was sent
            Diesel::BrokenTransactionManager | Diesel::NotInTransaction => true,
            _ => false,
        };
        if is_certain {
            return failed.into();
        }
        self.0.store(true, Ordering::SeqCst);
        tracing::error!(
            "a commit failed: nothing is written any more, and this process ends to be started anew"
        );
        Error::Commit(failed.to_string())
    }
}

/// A transaction that writes. Refused with [`Error::Unavailable`] once a commit has failed. On
/// SQLite it begins IMMEDIATE: the write lock is taken up front, so the busy time-out applies and no
/// reader has to upgrade.
pub fn write<T, E, F>(db: &mut Db, fuse: &Fuse, work: F) -> std::result::Result<T, E>
where
    E: From<Error>,
    F: FnOnce(&mut Db) -> std::result::Result<T, E>,
{
    if fuse.is_blown() {
        return Err(Error::Unavailable.into());
    }
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        Db::Postgres(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL READ COMMITTED")
        }
    }
    .map_err(Error::from)?;
    match work(db) {
        Ok(value) => {
            <Db as TransactionManager<Db>>::commit_transaction(db).map_err(|failed| fuse.judge(failed))?;
            Ok(value)
        }
        Err(error) => match <Db as TransactionManager<Db>>::rollback_transaction(db) {
            Ok(()) | Err(diesel::result::Error::BrokenTransactionManager) => Err(error),
            Err(rollback) if is_over_already(&rollback) => Err(error),
            Err(rollback) => Err(Error::from(rollback).into()),
        },
    }
}

/// SQLite has rolled back by itself, as it does when the disk is full.
fn is_over_already(rollback: &diesel::result::Error) -> bool {
    use diesel::result::Error as Diesel;
    match rollback {
        Diesel::NotInTransaction => true,
        Diesel::DatabaseError(_, info) => info.message().contains("no transaction is active"),
        _ => false,
    }
}

/// A transaction that only reads and sees one state of the database from its first statement to
/// its last, whatever others commit meanwhile.
pub fn snapshot<T, E, F>(db: &mut Db, work: F) -> std::result::Result<T, E>
where
    E: From<Error>,
    F: FnOnce(&mut Db) -> std::result::Result<T, E>,
{
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN"),
        Db::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(
            c,
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        ),
    }
    .map_err(Error::from)?;
    let done = work(db);
    match <Db as TransactionManager<Db>>::rollback_transaction(db) {
        Ok(()) | Err(diesel::result::Error::BrokenTransactionManager) => done,
        Err(rollback) => done.and(Err(Error::from(rollback).into())),
    }
}

const MAIN: EmbeddedMigrations = embed_migrations!("migrations/main");
const KEYS: EmbeddedMigrations = embed_migrations!("migrations/keys");

/// Which of the two trees of migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tree {
    /// The main database.
    Main,
    /// The key store.
    Keys,
}

impl Tree {
    fn source(self) -> EmbeddedMigrations {
        match self {
            Tree::Main => MAIN,
            Tree::Keys => KEYS,
        }
    }
}

fn migration_failed(why: Box<dyn std::error::Error + Send + Sync>) -> Error {
    Error::Database(format!("migration: {why}"))
}

/// Versions of the migrations that were made, oldest first.
pub fn migrations_made(db: &mut Db) -> Result<Vec<String>> {
    let made = match db {
        Db::Sqlite(c) => c.applied_migrations(),
        Db::Postgres(c) => c.applied_migrations(),
    };
    let mut made: Vec<String> =
        made.map_err(migration_failed)?.into_iter().map(|version| version.to_string()).collect();
    made.sort();
    Ok(made)
}

/// Versions of the migrations this program knows.
pub fn migrations_known(tree: Tree) -> Result<Vec<String>> {
    let all =
        MigrationSource::<diesel::sqlite::Sqlite>::migrations(&tree.source()).map_err(migration_failed)?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Makes exactly these migrations where they were not made yet: a backup is filled into the shape
/// it was made from, and brought up to date afterwards.
pub fn migrate_to(db: &mut Db, tree: Tree, versions: &[String]) -> Result<()> {
    alone(db, |db| {
        let made = migrations_made(db)?;
        let is_wanted = |version: String| versions.contains(&version) && !made.contains(&version);
        match db {
            Db::Sqlite(c) => {
                for migration in tree.source().migrations().map_err(migration_failed)? {
                    if is_wanted(migration.name().version().to_string()) {
                        c.run_migration(&*migration).map_err(migration_failed)?;
                    }
                }
            }
            Db::Postgres(c) => {
                for migration in tree.source().migrations().map_err(migration_failed)? {
                    if is_wanted(migration.name().version().to_string()) {
                        c.run_migration(&*migration).map_err(migration_failed)?;
                    }
                }
            }
        }
        Ok(())
    })
}

/// Brings the main database up to date; returns how many steps were made.
pub fn migrate_main(db: &mut Db) -> Result<usize> {
    alone(db, |db| {
        let steps = migrate(db, MAIN)?;
        guard_audit(db)?;
        Ok(steps)
    })
}

/// Brings the key store up to date; returns how many steps were made.
pub fn migrate_keys(db: &mut Db) -> Result<usize> {
    alone(db, |db| migrate(db, KEYS))
}

/// Two nodes that start together must not race; the second waits for the first.
fn alone<T>(db: &mut Db, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
    if let Db::Postgres(c) = db {
        c.batch_execute("SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock(727001)")?;
    }
    let done = work(db);
    if let Db::Postgres(c) = db {
        c.batch_execute(&format!("SELECT pg_advisory_unlock(727001); {LIMITS}"))?;
    }
    done
}

fn migrate(db: &mut Db, source: EmbeddedMigrations) -> Result<usize> {
    match db {
        Db::Sqlite(c) => Ok(c.run_pending_migrations(source).map_err(migration_failed)?.len()),
        Db::Postgres(c) => Ok(c.run_pending_migrations(source).map_err(migration_failed)?.len()),
    }
}

/// Whether every migration of the main database has been made.
pub fn is_migrated(db: &mut Db) -> Result<bool> {
    Ok(match db {
        Db::Sqlite(c) => !c.has_pending_migration(MAIN).map_err(migration_failed)?,
        Db::Postgres(c) => !c.has_pending_migration(MAIN).map_err(migration_failed)?,
    })
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Emptied {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

/// What was deleted must leave the write-ahead log of SQLite too. It does not call it an error when a
/// reader was in the way, it says so in a row; that is [`Error::Unavailable`] here.
pub(super) fn empty_log(db: &mut Db) -> Result<()> {
    let Db::Sqlite(c) = db else { return Ok(()) };
    for _ in 0..3 {
        let answer: Emptied = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(c)?;
        if answer.busy == 0 {
            return Ok(());
        }
    }
    Err(Error::Unavailable)
}

/// Tables whose rows are never changed.
pub(super) const GUARDED: [&str; 3] = ["events", "ledger", "checkpoints"];

/// Entries of the chains and signed heads are never changed or removed by the program: the database
/// refuses (R74).
fn guard_audit(db: &mut Db) -> Result<()> {
    match db {
        Db::Sqlite(c) => {
            for table in GUARDED {
                for action in ["UPDATE", "DELETE"] {
                    c.batch_execute(&format!(
                        "CREATE TRIGGER IF NOT EXISTS {table}_no_{action} BEFORE {action} ON {table} \
                         BEGIN SELECT RAISE(ABORT, 'entries of a chain are never changed'); END"
                    ))?;
                }
            }
        }
        Db::Postgres(c) => {
            // made once: replacing a trigger at every start would wait for every writer
            let are = GUARDED.map(|table| format!("('{table}'::regclass, '{table}_no_change')")).join(", ");
            let made: i64 = diesel::sql_query(format!(
                "SELECT count(*) AS n FROM pg_trigger WHERE (tgrelid, tgname) IN ({are}) AND tgenabled <> 'D'"
            ))
            .get_result::<Count>(c)?
            .n;
            if usize::try_from(made).is_ok_and(|made| made == GUARDED.len()) {
                return Ok(());
            }
            c.batch_execute(
                "CREATE OR REPLACE FUNCTION indsigt_no_change() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION 'entries of a chain are never changed'; END $$",
            )?;
            for table in GUARDED {
                c.batch_execute(&format!(
                    "CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} \
                     FOR EACH STATEMENT EXECUTE FUNCTION indsigt_no_change()"
                ))?;
            }
        }
    }
    Ok(())
}
