//! The PostgreSQL server the tests may use: each asks it for databases of its own.

use indsigt::store::postgres;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The server's address, from the environment. Without one, a developer's tests on PostgreSQL are
/// skipped and say so; in CI that is a failure.
pub fn address() -> Option<String> {
    let found = std::env::var("INDSIGT_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    if found.is_none() {
        let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!in_ci, "CI needs INDSIGT_TEST_POSTGRES, the address of a PostgreSQL server");
        eprintln!("skipped: no PostgreSQL server is named in INDSIGT_TEST_POSTGRES");
    }
    found
}

/// TLS as the program uses it, trusting nothing but `roots`.
pub fn tls(roots: rustls::RootCertStore) -> Arc<rustls::ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

/// A database of its own; dropped with this value.
pub struct Fresh {
    server: String,
    name: String,
    /// Where it is.
    pub url: String,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Fresh {
    /// Makes one on this server.
    pub fn on(server: &str) -> Fresh {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("indsigt_test_{}_{number}", std::process::id());
        run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        run(server, &format!("CREATE DATABASE {name}"));
        Fresh { server: server.to_owned(), url: with_database(server, &name), name }
    }
}

impl Fresh {
    /// Fills it from a dump.
    pub fn fill(&self, dump: &str) {
        run(&self.url, dump);
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        run(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// The same server, another database.
fn with_database(server: &str, name: &str) -> String {
    let (address, settings) = server.split_once('?').map_or((server, ""), |(a, s)| (a, s));
    let (host, _) = address.rsplit_once('/').expect("an address ends in the name of a database");
    format!("{host}/{name}?{settings}")
}

fn run(server: &str, sql: &str) {
    let client = postgres::client(server, &tls(rustls::RootCertStore::empty())).unwrap();
    postgres::wait(client.batch_execute(sql)).unwrap();
}

/// How many rows of ours a database has.
pub fn rows(url: &str) -> i64 {
    let client = postgres::client(url, &tls(rustls::RootCertStore::empty())).unwrap();
    let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' \
                  AND table_name <> '__diesel_schema_migrations'";
    let tables = postgres::wait(client.query(tables, &[])).unwrap();
    let count = |table: String| {
        let sql = format!("SELECT count(*) FROM {table}");
        postgres::wait(client.query_one(&sql, &[])).unwrap().get::<_, i64>(0)
    };
    tables.iter().map(|row| count(row.get(0))).sum()
}
