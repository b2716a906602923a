//! One database out into a folder and back: on SQLite as a file made by `VACUUM INTO`, on
//! PostgreSQL as one `COPY` a table, all in one snapshot.

use super::manifest::{self, Manifest, Piece, Table};
use super::{Error, io_at};
use crate::store::backend::{self, Db, Kind, Pools, Tree, sqlite_path};
use crate::store::error;
use crate::store::postgres::wait;
use crate::store::private;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use futures_util::{SinkExt, TryStreamExt};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Cursor, Read, Write};
use std::path::{Path, PathBuf};
use tokio_postgres::Client;

const SQLITE_FILE: &str = "database.sqlite";

/// Copies a database into a folder and describes it in the manifest.
pub(super) fn copy_out(
    pools: &Pools,
    folder: &Path,
    tables: &[&str],
    manifest: &mut Manifest,
) -> Result<(), Error> {
    match pools.kind {
        Kind::Sqlite => sqlite_out(pools, folder, tables, manifest),
        Kind::Postgres => {
            let client = pools.client()?;
            wait(postgres_out(&client, folder, tables, manifest))
        }
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

fn sqlite_out(pools: &Pools, folder: &Path, tables: &[&str], manifest: &mut Manifest) -> Result<(), Error> {
    let path = folder.join(SQLITE_FILE);
    // SQLite fills an empty file as it fills a new one, and this one is nobody else's from the start
    private::new_file(&path).map_err(io_at(&path))?;
    // a connection of its own: the service's only writer is not held up
    let mut db = pools.connect()?;
    diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(path.display().to_string())
        .execute(&mut db)
        .map_err(error::Error::from)?;
    File::open(&path).and_then(|file| file.sync_all()).map_err(io_at(&path))?;
    let mut copy = open_copy(&path)?;
    manifest.migrations = backend::migrations_made(&mut copy)?;
    for table in tables {
        let columns: Vec<Name> = diesel::sql_query("SELECT name FROM pragma_table_info($1) ORDER BY cid")
            .bind::<Text, _>(*table)
            .load(&mut copy)
            .map_err(error::Error::from)?;
        let rows: Count = diesel::sql_query(format!("SELECT count(*) AS n FROM \"{table}\""))
            .get_result(&mut copy)
            .map_err(error::Error::from)?;
        manifest.tables.push(Table {
            name: (*table).into(),
            columns: columns.into_iter().map(|column| column.name).collect(),
            rows: u64::try_from(rows.n).unwrap_or_default(),
        });
    }
    drop(copy);
    manifest.pieces.push(Piece::of(folder, SQLITE_FILE)?);
    Ok(())
}

/// Opens a copied file for reading.
fn open_copy(path: &Path) -> Result<Db, Error> {
    let mut copy = SqliteConnection::establish(&path.display().to_string())
        .map_err(|_| Error::Damaged(path.to_owned()))?;
    diesel::sql_query("PRAGMA query_only=ON").execute(&mut copy).map_err(error::Error::from)?;
    Ok(Db::Sqlite(copy))
}

fn told(error: &tokio_postgres::Error) -> Error {
    // the message of the server, never the detail, which quotes values
    let message = error.as_db_error().map_or_else(|| error.to_string(), |db| db.message().to_owned());
    Error::Postgres(message)
}

fn quoted(columns: &[String]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

async fn postgres_out(
    client: &Client,
    folder: &Path,
    tables: &[&str],
    manifest: &mut Manifest,
) -> Result<(), Error> {
    let t = |e: tokio_postgres::Error| told(&e);
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await.map_err(t)?;
    let versions = client
        .query("SELECT version::text FROM __diesel_schema_migrations ORDER BY version", &[])
        .await
        .map_err(t)?;
    manifest.migrations = versions.iter().map(|row| row.get(0)).collect();
    private::folder(&folder.join("tables")).map_err(io_at(folder))?;
    for table in tables {
        let columns = client
            .query(
                "SELECT column_name::text FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
                &[table],
            )
            .await
            .map_err(t)?;
        let columns: Vec<String> = columns.iter().map(|row| row.get(0)).collect();
        let name = format!("tables/{table}.copy");
        let path = folder.join(&name);
        let mut out = BufWriter::new(private::new_file(&path).map_err(io_at(&path))?);
        let sql = format!("COPY \"{table}\" ({}) TO STDOUT", quoted(&columns));
        let mut rows = 0;
        let stream = client.copy_out(&sql).await.map_err(t)?;
        let mut stream = std::pin::pin!(stream);
        while let Some(some) = stream.try_next().await.map_err(t)? {
            // the text form writes a line break inside a value as \n: lines are rows
            rows += some.iter().filter(|byte| **byte == b'\n').count() as u64;
            out.write_all(&some).map_err(io_at(&path))?;
        }
        let out = out.into_inner().map_err(|e| io_at(&path)(e.into_error()))?;
        out.sync_all().map_err(io_at(&path))?;
        manifest.tables.push(Table { name: (*table).into(), columns, rows });
        manifest.pieces.push(Piece::of(folder, &name)?);
    }
    manifest::sync(&folder.join("tables"))?;
    client.batch_execute("COMMIT").await.map_err(t)
}

/// The id of every file that has a row in a copied main database.
pub(super) fn each_file_id(
    kind: Kind,
    folder: &Path,
    work: &mut dyn FnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    match kind {
        Kind::Sqlite => {
            let mut copy = open_copy(&folder.join(SQLITE_FILE))?;
            let mut after = String::new();
            loop {
                let page: Vec<Name> =
                    diesel::sql_query("SELECT id AS name FROM files WHERE id > $1 ORDER BY id LIMIT 500")
                        .bind::<Text, _>(&after)
                        .load(&mut copy)
                        .map_err(error::Error::from)?;
                let Some(last) = page.last() else { return Ok(()) };
                after.clone_from(&last.name);
                page.iter().try_for_each(|row| work(&row.name))?;
            }
        }
        Kind::Postgres => {
            let path = folder.join("tables/files.copy");
            for line in BufReader::new(File::open(&path).map_err(io_at(&path))?).lines() {
                let line = line.map_err(io_at(&path))?;
                // the id is the first column
                work(line.split('\t').next().unwrap_or_default())?;
            }
            Ok(())
        }
    }
}

/// A database to be filled from a backup.
pub(super) struct Target {
    pub url: secrecy::SecretString,
    pub tls: std::sync::Arc<rustls::ClientConfig>,
    pub tree: Tree,
}

impl Target {
    fn kind(&self) -> Kind {
        use secrecy::ExposeSecret;
        Kind::of(self.url.expose_secret())
    }

    fn path(&self) -> PathBuf {
        use secrecy::ExposeSecret;
        PathBuf::from(sqlite_path(self.url.expose_secret()))
    }

    fn pools(&self) -> Result<Pools, Error> {
        Pools::open(&self.url, &self.tls).map_err(Error::Refused)
    }

    /// Refuses a target that is of another kind, or not empty, or a backup this program is too old for.
    pub fn check(&self, folder: &Path, manifest: &Manifest, tables: &[&str]) -> Result<(), Error> {
        if super::code(self.kind()) != manifest.database {
            return Err(Error::Unusable(
                folder.to_owned(),
                "it is of the other kind of database than the target",
            ));
        }
        let known = backend::migrations_known(self.tree)?;
        if manifest.migrations.iter().any(|version| !known.contains(version)) {
            return Err(Error::Unusable(folder.to_owned(), "a newer version of indsigt wrote it"));
        }
        match self.kind() {
            Kind::Sqlite => self.refuse_files(),
            Kind::Postgres => wait(refuse_rows(&self.pools()?.client()?, tables)),
        }
    }

    fn refuse_files(&self) -> Result<(), Error> {
        let path = self.path();
        if path.exists() {
            return Err(Error::TargetNotEmpty(format!("{} is there already", path.display())));
        }
        for ending in ["-wal", "-shm", "-journal"] {
            let mut name = path.clone().into_os_string();
            name.push(ending);
            if Path::new(&name).exists() {
                return Err(Error::StaleLog(name.into()));
            }
        }
        Ok(())
    }

    /// Fills the target and runs `finish` on it before anybody can see it: on SQLite in the copy
    /// before it gets its name, on PostgreSQL in the transaction that fills the tables. A target
    /// that could not be filled is left empty.
    pub fn fill(&self, folder: &Path, manifest: &Manifest, finish: &str) -> Result<Filled, Error> {
        match self.kind() {
            Kind::Sqlite => {
                let to = self.path();
                let filled = Filled::File(to.clone());
                match sqlite_in(&folder.join(SQLITE_FILE), &to, finish) {
                    Ok(()) => Ok(filled),
                    Err(why) => {
                        filled.undo();
                        Err(why)
                    }
                }
            }
            Kind::Postgres => {
                let pools = self.pools()?;
                backend::migrate_to(&mut pools.connect()?, self.tree, &manifest.migrations)?;
                let client = pools.client()?;
                // one transaction: all tables or none
                wait(postgres_in(&client, folder, manifest, finish))?;
                let tables = manifest.tables.iter().map(|table| format!("\"{}\"", table.name)).collect();
                Ok(Filled::Tables(client, tables))
            }
        }
    }

    /// A pool over the filled target.
    pub fn filled_pools(&self) -> Result<Pools, Error> {
        self.pools()
    }
}

/// What was filled, so that it can be emptied again when the rest fails.
pub(super) enum Filled {
    File(PathBuf),
    Tables(Client, Vec<String>),
}

impl Filled {
    /// Empties the target again, as far as that is possible.
    pub fn undo(self) {
        match self {
            Filled::File(path) => {
                for path in [draft_of(&path), path] {
                    for ending in ["", "-wal", "-shm", "-journal"] {
                        let mut name = path.clone().into_os_string();
                        name.push(ending);
                        // whatever stays is refused by name at the next try
                        let _ = fs::remove_file(name);
                    }
                }
            }
            Filled::Tables(client, tables) => {
                // the guard over the chains may stand already; the next start makes it anew
                let unguarded: String = backend::GUARDED
                    .iter()
                    .filter(|guarded| tables.iter().any(|table| table.trim_matches('"') == **guarded))
                    .map(|table| format!("DROP TRIGGER IF EXISTS {table}_no_change ON \"{table}\"; "))
                    .collect();
                let emptying = format!("{unguarded}TRUNCATE {}", tables.join(", "));
                // what stays is held, and refused by name at the next try
                let _ = wait(client.batch_execute(&emptying));
            }
        }
    }
}

/// Where a SQLite database is made ready before it gets its name.
fn draft_of(to: &Path) -> PathBuf {
    let mut name = to.to_owned().into_os_string();
    name.push(".restoring");
    name.into()
}

fn sqlite_in(from: &Path, to: &Path, finish: &str) -> Result<(), Error> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    private::folder(folder).map_err(io_at(folder))?;
    let draft = draft_of(to);
    // of a restore that was killed: nobody ever opened it
    match fs::remove_file(&draft) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(io_at(&draft)(why)),
        _ => {}
    }
    manifest::copy_hashed(File::open(from).map_err(io_at(from))?, &draft)?;
    if !finish.is_empty() {
        let told = |e: diesel::result::Error| Error::Store(error::Error::from(e));
        let mut copy = SqliteConnection::establish(&draft.display().to_string())
            .map_err(|_| Error::Damaged(from.to_owned()))?;
        // one file, no log beside it that a rename would leave behind
        copy.batch_execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON")
            .map_err(told)?;
        copy.transaction(|copy| copy.batch_execute(finish)).map_err(told)?;
        drop(copy);
        File::open(&draft).and_then(|file| file.sync_all()).map_err(io_at(&draft))?;
    }
    fs::rename(&draft, to).map_err(io_at(to))?;
    manifest::sync(folder)
}

async fn refuse_rows(client: &Client, tables: &[&str]) -> Result<(), Error> {
    let t = |e: tokio_postgres::Error| told(&e);
    let found = client
        .query(
            "SELECT table_name::text FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name <> '__diesel_schema_migrations'",
            &[],
        )
        .await
        .map_err(t)?;
    for row in found {
        let table: String = row.get(0);
        if !tables.contains(&table.as_str()) {
            return Err(Error::TargetNotEmpty(format!("it has a table {table}")));
        }
        let any = client.query(&format!("SELECT 1 FROM \"{table}\" LIMIT 1"), &[]).await.map_err(t)?;
        if !any.is_empty() {
            return Err(Error::TargetNotEmpty(format!("its table {table} has rows")));
        }
    }
    Ok(())
}

async fn postgres_in(client: &Client, folder: &Path, manifest: &Manifest, finish: &str) -> Result<(), Error> {
    let t = |e: tokio_postgres::Error| told(&e);
    client.batch_execute("BEGIN").await.map_err(t)?;
    for table in &manifest.tables {
        let path = folder.join(format!("tables/{}.copy", table.name));
        let mut from = File::open(&path).map_err(io_at(&path))?;
        let sql = format!("COPY \"{}\" ({}) FROM STDIN", table.name, quoted(&table.columns));
        let sink = client.copy_in(&sql).await.map_err(t)?;
        let mut sink = std::pin::pin!(sink);
        let mut buffer = vec![0; 128 * 1024];
        loop {
            let count = from.read(&mut buffer).map_err(io_at(&path))?;
            let some = buffer.get(..count).unwrap_or_default();
            if some.is_empty() {
                break;
            }
            sink.send(Cursor::new(some.to_vec())).await.map_err(t)?;
        }
        let rows = sink.finish().await.map_err(t)?;
        if rows != table.rows {
            return Err(Error::Damaged(path));
        }
    }
    client.batch_execute(finish).await.map_err(t)?;
    client.batch_execute("COMMIT").await.map_err(t)
}
