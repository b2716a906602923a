//! A fresh store per test, on SQLite and on PostgreSQL: main database, key store, files, master key.

use super::postgres::{self, Fresh};
use chrono::{DateTime, TimeZone, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use indsigt::clock::Clock;
use indsigt::crypto::keys::MasterKey;
use indsigt::domain::access::Actor;
use indsigt::store::backend::{Db, Kind};
use indsigt::store::error::Error;
use indsigt::store::{Opening, Store, Tx};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The instant every test begins at: a Monday morning.
pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()
}

/// Two fresh databases with an open store over them. Everything is gone with this value.
pub struct Databases {
    // the store first: databases are dropped after their connections
    store: Store,
    /// Which kind they are.
    pub kind: Kind,
    /// The test's clock; it moves only when the test moves it.
    pub clock: Clock,
    url: String,
    key_store_url: String,
    folder: TempDir,
    _servers: Vec<Fresh>,
}

/// Runs a test on both databases.
pub fn on_both(test: impl Fn(&Databases)) {
    eprintln!("on SQLite");
    test(&Databases::sqlite());
    if let Some(server) = postgres::address() {
        eprintln!("on PostgreSQL");
        test(&Databases::postgres(&server));
    }
}

impl Databases {
    /// Two SQLite files.
    pub fn sqlite() -> Databases {
        let folder = TempDir::new().unwrap();
        let file = |name: &str| format!("sqlite://{}", folder.path().join(name).display());
        let (url, keys) = (file("main.sqlite"), file("keys.sqlite"));
        Databases::over(url, keys, folder, Vec::new())
    }

    /// Two databases on a PostgreSQL server.
    pub fn postgres(server: &str) -> Databases {
        let (main, keys) = (Fresh::on(server), Fresh::on(server));
        Databases::over(main.url.clone(), keys.url.clone(), TempDir::new().unwrap(), vec![main, keys])
    }

    fn over(url: String, key_store_url: String, folder: TempDir, servers: Vec<Fresh>) -> Databases {
        MasterKey::create(&folder.path().join("master.key")).unwrap();
        let clock = Clock::fixed(start());
        let opening = opening(folder.path(), &url, &key_store_url, &clock);
        let store = Store::open(opening).unwrap();
        Databases { store, kind: Kind::of(&url), clock, url, key_store_url, folder, _servers: servers }
    }

    /// The open store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What it takes to open the same store once more: a second node, or a restart.
    pub fn opening(&self) -> Opening {
        opening(self.folder.path(), &self.url, &self.key_store_url, &self.clock)
    }

    /// Where everything of this test lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// One transaction by the program itself.
    pub fn write<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.store.write(&Actor::System, work)
    }

    /// Runs SQL on the main database past every layer of ours.
    pub fn sql(&self, sql: &str) -> Result<(), diesel::result::Error> {
        let mut db = self.store.pools.writer.get().unwrap();
        db.batch_execute(sql)
    }

    /// The same on the key store.
    pub fn keys_sql(&self, sql: &str) -> Result<(), diesel::result::Error> {
        let mut db = self.store.vault.pools().writer.get().unwrap();
        db.batch_execute(sql)
    }

    /// One number from the main database.
    pub fn count(&self, sql: &str) -> i64 {
        let mut db = self.store.pools.writer.get().unwrap();
        diesel::sql_query(format!("SELECT CAST(({sql}) AS BIGINT) AS n"))
            .get_result::<Number>(&mut *db)
            .unwrap()
            .n
    }

    /// One column of text from the main database.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        let mut db = self.store.pools.writer.get().unwrap();
        texts(&mut db, sql)
    }

    /// One column of text from the key store.
    pub fn key_texts(&self, sql: &str) -> Vec<String> {
        let mut db = self.store.vault.pools().writer.get().unwrap();
        texts(&mut db, sql)
    }

    /// Every row of every table of both databases as text, sorted.
    pub fn rows(&self) -> BTreeMap<String, Vec<String>> {
        let mut all = BTreeMap::new();
        for is_main in [true, false] {
            let ask = |sql: &str| if is_main { self.texts(sql) } else { self.key_texts(sql) };
            let tables = match self.kind {
                Kind::Sqlite => "SELECT name AS text FROM sqlite_schema WHERE type = 'table'",
                Kind::Postgres => TABLES_OF_POSTGRES,
            };
            for table in ask(tables) {
                let row = match self.kind {
                    Kind::Postgres => "t::text".to_owned(),
                    Kind::Sqlite => {
                        let columns = ask(&format!("SELECT name AS text FROM pragma_table_info('{table}')"));
                        columns
                            .iter()
                            .map(|c| format!("quote(t.{c})"))
                            .collect::<Vec<_>>()
                            .join(" || ' ' || ")
                    }
                };
                let mut rows = ask(&format!("SELECT {row} AS text FROM {table} t"));
                rows.sort_unstable();
                all.insert(table, rows);
            }
        }
        all
    }

    /// Takes away the triggers that keep the chains, as somebody with the keys of the server could.
    pub fn without_guard(&self) {
        match self.kind {
            Kind::Sqlite => {
                for table in ["events", "ledger", "checkpoints"] {
                    for action in ["UPDATE", "DELETE"] {
                        self.sql(&format!("DROP TRIGGER {table}_no_{action}")).unwrap();
                    }
                }
            }
            Kind::Postgres => {
                for table in ["events", "ledger", "checkpoints"] {
                    self.sql(&format!("ALTER TABLE {table} DISABLE TRIGGER USER")).unwrap();
                }
            }
        }
    }

    /// Everything a thief of the databases would have: on SQLite every byte of every file, on
    /// PostgreSQL every row of every table as text. Names beside bytes.
    pub fn every_byte(&self) -> Vec<(String, Vec<u8>)> {
        let mut all = Vec::new();
        files_under(self.folder(), &mut all);
        if self.kind == Kind::Postgres {
            for (read, place) in
                [(self.texts(TABLES_OF_POSTGRES), "main"), (self.key_texts(TABLES_OF_POSTGRES), "keys")]
            {
                for table in read {
                    let sql = format!("SELECT t::text AS text FROM {table} t");
                    let rows = if place == "main" { self.texts(&sql) } else { self.key_texts(&sql) };
                    all.push((format!("{place}.{table}"), rows.join("\n").into_bytes()));
                }
            }
        }
        all
    }
}

/// Empty databases of the same kind somewhere else, to restore into.
pub struct Elsewhere {
    url: String,
    key_store_url: String,
    master: PathBuf,
    clock: Clock,
    folder: TempDir,
    servers: Vec<Fresh>,
}

impl Databases {
    /// Somewhere else, empty, with the same master key and clock.
    pub fn elsewhere(&self) -> Elsewhere {
        let folder = TempDir::new().unwrap();
        let (mut urls, mut servers) = (Vec::new(), Vec::new());
        for name in ["main.sqlite", "keys.sqlite"] {
            match self.kind {
                Kind::Sqlite => urls.push(format!("sqlite://{}", folder.path().join(name).display())),
                Kind::Postgres => {
                    servers.push(Fresh::on(&postgres::address().unwrap()));
                    urls.push(servers.last().unwrap().url.clone());
                }
            }
        }
        Elsewhere {
            key_store_url: urls.pop().unwrap(),
            url: urls.pop().unwrap(),
            master: self.folder().join("master.key"),
            clock: self.clock.clone(),
            folder,
            servers,
        }
    }
}

impl Elsewhere {
    /// What it takes to open a store here.
    pub fn opening(&self) -> Opening {
        Opening {
            files: self.folder.path().join("files"),
            ..opening_at(&self.url, &self.key_store_url, &self.clock, &self.master)
        }
    }

    /// Where its files are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Whether nothing stands here: no file, no row.
    pub fn is_empty(&self) -> bool {
        let mut files = Vec::new();
        files_under(self.folder.path(), &mut files);
        let rows = self.servers.iter().map(|fresh| postgres::rows(&fresh.url));
        files.is_empty() && rows.sum::<i64>() == 0
    }
}

/// Every table of ours.
pub const TABLES_OF_POSTGRES: &str = "SELECT table_name::text AS text FROM information_schema.tables \
                                      WHERE table_schema = 'public' ORDER BY table_name";

fn texts(db: &mut Db, sql: &str) -> Vec<String> {
    diesel::sql_query(sql).load::<Text>(db).unwrap().into_iter().map(|row| row.text).collect()
}

fn opening(folder: &Path, url: &str, key_store_url: &str, clock: &Clock) -> Opening {
    let master = folder.join("master.key");
    Opening { files: folder.join("files"), ..opening_at(url, key_store_url, clock, &master) }
}

fn opening_at(url: &str, key_store_url: &str, clock: &Clock, master: &Path) -> Opening {
    Opening {
        url: url.to_owned().into(),
        key_store_url: key_store_url.to_owned().into(),
        tls: postgres::tls(rustls::RootCertStore::empty()),
        master: MasterKey::load(master).unwrap(),
        files: PathBuf::new(),
        clock: clock.clone(),
    }
}

fn files_under(folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    let entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    for path in entries {
        if path.is_dir() {
            files_under(&path, into);
        } else {
            into.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    text: String,
}
