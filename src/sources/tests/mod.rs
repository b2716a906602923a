//! Sources on real databases: Chinook, hostile identifiers, and sources that fail.
//!
//! PostgreSQL tests run on the server `INDSIGT_TEST_POSTGRES` names, each in a database of its
//! own; without it they say that they are skipped, except in CI, where they fail.

mod chinook;
mod failing;
mod hostile;
mod maps;
mod shapes;

use super::{Candidate, Kind, Order, Registry, Source, SourceError, SourceSettings};
use crate::domain::finding::{Finding, Record};
use crate::domain::identifier::{Identifier, IdentifierKind};
use crate::domain::language::Lang;
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/chinook").join(name)
}

fn settings(kind: Kind, url: &str, map_path: &Path) -> SourceSettings {
    SourceSettings {
        name: "shop".to_string(),
        kind,
        url: SecretString::from(url),
        map_path: map_path.to_path_buf(),
        controllers: vec!["shop".to_string()],
        tls_ca: None,
        timeout: Duration::from_secs(60),
        row_cap: 10_000,
    }
}

fn source(settings: SourceSettings) -> Source {
    Source::new(settings).unwrap_or_else(|errors| panic!("{errors}"))
}

fn identifier(kind: IdentifierKind, value: &str) -> Identifier {
    Identifier { kind, value: value.to_string(), proven: true }
}

/// What a source holds about the candidates, as the lines and as records.
struct Found {
    finding: Finding,
    lines: Vec<u8>,
    records: Vec<Record>,
}

fn find(source: &Source, candidates: &[Candidate]) -> Result<Found, SourceError> {
    let keys: Vec<_> = candidates.iter().map(|candidate| candidate.key.clone()).collect();
    let mut lines = Vec::new();
    let finding = source.find(Order { keys: &keys, searched: &[], lang: Lang::En }, &mut lines)?;
    let records = lines.split(|b| *b == b'\n').filter(|line| !line.is_empty());
    let records = records.map(|line| serde_json::from_slice(line).unwrap()).collect();
    Ok(Found { finding, lines, records })
}

fn found_by(source: &Source, kind: IdentifierKind, value: &str) -> Found {
    let candidates = source.look_up(&[identifier(kind, value)]).unwrap().candidates;
    find(source, &candidates).unwrap()
}

/// A database of its own on the test server, dropped at the end.
struct TestDatabase {
    server: String,
    name: String,
}

impl TestDatabase {
    fn create() -> Option<Self> {
        let Ok(server) = std::env::var("INDSIGT_TEST_POSTGRES") else {
            assert!(std::env::var("CI").as_deref() != Ok("true"), "INDSIGT_TEST_POSTGRES is not set");
            println!("skipped: INDSIGT_TEST_POSTGRES is not set");
            return None;
        };
        let name = format!("indsigt_sources_{}", uuid::Uuid::new_v4().simple());
        execute(&server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).unwrap();
        Some(TestDatabase { server, name })
    }

    fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }

    fn execute(&self, sql: &str) {
        execute(&self.url(), sql).unwrap();
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let dropped = execute(&self.server, &format!("DROP DATABASE {} WITH (FORCE)", self.name));
        if !std::thread::panicking() {
            dropped.unwrap();
        }
    }
}

/// Runs SQL on a connection and thread of its own.
fn execute(url: &str, sql: &str) -> Result<(), tokio_postgres::Error> {
    std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
                tokio::spawn(connection);
                client.batch_execute(sql).await
            })
        });
        work.join().unwrap()
    })
}

/// A source made for one test, on one of the kinds.
struct Fixture {
    kind: Kind,
    folder: tempfile::TempDir,
    database: Option<TestDatabase>,
}

impl Fixture {
    fn sqlite(sql: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let fixture = Fixture { kind: Kind::Sqlite, folder, database: None };
        fixture.execute(sql);
        fixture
    }

    fn postgres(sql: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let fixture = Fixture { kind: Kind::Postgres, folder, database: Some(TestDatabase::create()?) };
        fixture.execute(sql);
        Some(fixture)
    }

    fn execute(&self, sql: &str) {
        match &self.database {
            Some(database) => database.execute(sql),
            None => rusqlite::Connection::open(self.file()).unwrap().execute_batch(sql).unwrap(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("source.sqlite")
    }

    fn settings(&self, map: &str) -> SourceSettings {
        let map_path = self.folder.path().join("map.toml");
        std::fs::write(&map_path, map).unwrap();
        let url = self.database.as_ref().map_or(self.file().display().to_string(), TestDatabase::url);
        settings(self.kind, &url, &map_path)
    }

    fn source(&self, map: &str) -> Source {
        source(self.settings(map))
    }
}

/// The same test on every kind that is at hand.
fn everywhere(sql: &str, test: impl Fn(&Fixture)) {
    test(&Fixture::sqlite(sql));
    if let Some(fixture) = Fixture::postgres(sql) {
        test(&fixture);
    }
}

/// A club: members known by a key of two columns, bookings two hops away over a link.
const CLUB: &str = "
CREATE TABLE member (club VARCHAR(20) NOT NULL, number INTEGER NOT NULL, email VARCHAR(80), name VARCHAR(80),
  phone VARCHAR(40), since VARCHAR(40), secret VARCHAR(40), PRIMARY KEY (club, number));
CREATE TABLE account (id INTEGER PRIMARY KEY, club VARCHAR(20), number INTEGER);
CREATE INDEX account_member ON account (club, number);
CREATE TABLE booking (id INTEGER PRIMARY KEY, account_id INTEGER, note VARCHAR(80));
CREATE INDEX booking_account ON booking (account_id);
INSERT INTO member VALUES ('north', 1, 'anna@x.dk', 'Anna Ås', '+45 12 34 56 78', '2026-10-01', 's1'),
  ('north', 2, 'family@x.dk', 'Bo Ås', NULL, NULL, 's2'), ('south', 1, 'Family@X.dk', 'Cæcilie Ås', NULL, NULL, 's3'),
  ('south', 2, '', '', '', NULL, 's4'), ('south', 3, NULL, NULL, NULL, NULL, 's5');
INSERT INTO account VALUES (10, 'north', 1), (11, 'north', 1), (20, 'north', 2), (30, 'south', 1);
INSERT INTO booking VALUES (100, 10, 'one'), (101, 11, 'two'), (200, 20, 'Bo'), (300, 30, 'Cæcilie'), (400, NULL, 'nobody');
";

const CLUB_MAP: &str = r#"
[source]
languages = ["en"]
label = { en = "The club" }
searched = { en = "members and bookings" }

[[link]]
name = "account"
from = "member"
on = { club = "club", number = "number" }

[[table]]
name = "member"
activity = "club"
category = "member"
label = { en = "Member" }
legal_ground = "b"
key = ["club", "number"]
identifier = [
  { kind = "email", columns = ["email"], strength = "strong" },
  { kind = "name", columns = ["name"], strength = "weak" },
  { kind = "phone", columns = ["phone"], strength = "weak" },
]
address = [{ channel = "email", columns = ["email"], since = "since" }]
column = [
  { name = "club", label = { en = "Club" } },
  { name = "number", label = { en = "Number" } },
  { name = "email", label = { en = "Mail" }, provided = true },
  { name = "name", label = { en = "Name" }, provided = true },
  { name = "phone", label = { en = "Phone" }, provided = true },
  { name = "since", skip = true },
  { name = "secret", label = { en = "Note" }, redact = { en = "It is about somebody else." } },
]

[[table]]
name = "booking"
activity = "club"
category = "booking"
label = { en = "Booking" }
legal_ground = "a"
from = "account"
on = { account_id = "id" }
column = [
  { name = "id", label = { en = "Number" } },
  { name = "account_id", label = { en = "Account" } },
  { name = "note", label = { en = "Note" }, provided = true },
]
"#;
