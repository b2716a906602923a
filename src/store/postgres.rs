//! A synchronous diesel connection to PostgreSQL without libpq or OpenSSL: tokio-postgres over
//! rustls, wrapped so that it can stand beside SQLite in one enum. Diesel is pinned for this.
//!
//! Never call it on an async thread: it blocks on its own small runtime.

use diesel::connection::{
    AnsiTransactionManager, CacheSize, Connection, ConnectionSealed, Instrumentation, LoadConnection,
    MultiConnectionHelper, SimpleConnection, TransactionManager,
};
use diesel::migration::MigrationConnection;
use diesel::pg::{FailedToLookupTypeError, Pg, PgMetadataCacheKey, PgMetadataLookup, PgTypeMetadata};
use diesel::query_builder::{Query, QueryFragment, QueryId};
use diesel::result::{ConnectionError, ConnectionResult, QueryResult};
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::{AsyncConnectionWrapper, BlockOn};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio_postgres::config::SslMode;

/// The runtime that drives every PostgreSQL socket of the process.
static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "without threads there is no program to run")]
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("postgres")
        .enable_all()
        .build()
        .expect("a thread for PostgreSQL can be started")
});

/// Blocks on [`RUNTIME`].
pub struct Blocking;

impl BlockOn for Blocking {
    fn block_on<F: Future>(&self, f: F) -> F::Output {
        RUNTIME.block_on(f)
    }
    fn get_runtime() -> Self {
        Blocking
    }
}

type Inner = AsyncConnectionWrapper<AsyncPgConnection, Blocking>;

/// One connection to PostgreSQL.
pub struct Postgres {
    inner: Inner,
    transactions: AnsiTransactionManager,
}

impl Postgres {
    /// Connects. `sslmode=disable` is plain; anything else is TLS with a verified certificate,
    /// which is stricter than libpq's `require`.
    pub fn connect(url: &str, tls: &Arc<rustls::ClientConfig>) -> ConnectionResult<Self> {
        let config = config(url)?;
        let tls = tls.as_ref().clone();
        let connection = RUNTIME.block_on(async move {
            if config.get_ssl_mode() == SslMode::Disable {
                let (client, io) = config.connect(tokio_postgres::NoTls).await.map_err(|e| refused(&e))?;
                AsyncPgConnection::try_from_client_and_connection(client, io).await
            } else {
                let connector = tokio_postgres_rustls::MakeRustlsConnect::new(tls);
                let (client, io) = config.connect(connector).await.map_err(|e| refused(&e))?;
                AsyncPgConnection::try_from_client_and_connection(client, io).await
            }
        })?;
        Ok(Postgres { inner: connection.into(), transactions: AnsiTransactionManager::default() })
    }
}

/// A bare client without diesel, for streaming whole tables, and the means to wait for it.
pub fn client(url: &str, tls: &Arc<rustls::ClientConfig>) -> ConnectionResult<tokio_postgres::Client> {
    let config = config(url)?;
    let tls = tls.as_ref().clone();
    RUNTIME.block_on(async move {
        if config.get_ssl_mode() == SslMode::Disable {
            let (client, io) = config.connect(tokio_postgres::NoTls).await.map_err(|e| refused(&e))?;
            RUNTIME.spawn(io);
            Ok(client)
        } else {
            let connector = tokio_postgres_rustls::MakeRustlsConnect::new(tls);
            let (client, io) = config.connect(connector).await.map_err(|e| refused(&e))?;
            RUNTIME.spawn(io);
            Ok(client)
        }
    })
}

/// Waits for work on a [`client`]. Never call it on an async thread.
pub fn wait<F: Future>(work: F) -> F::Output {
    RUNTIME.block_on(work)
}

/// Reads the address. The driver knows no `verify-full` because it always verifies: it is what
/// every mode but `disable` means here.
fn config(url: &str) -> ConnectionResult<tokio_postgres::Config> {
    let url =
        url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
    let mut config: tokio_postgres::Config =
        url.parse().map_err(|_| bad("the address of the PostgreSQL database cannot be read"))?;
    config.connect_timeout(Duration::from_secs(5));
    config.application_name("indsigt");
    if config.get_ssl_mode() != SslMode::Disable {
        config.ssl_mode(SslMode::Require);
    }
    Ok(config)
}

fn bad(sentence: &str) -> ConnectionError {
    ConnectionError::BadConnection(sentence.to_owned())
}

/// Says why without the address: the message of the driver never holds the password.
fn refused(error: &tokio_postgres::Error) -> ConnectionError {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    ConnectionError::BadConnection(text)
}

impl SimpleConnection for Postgres {
    fn batch_execute(&mut self, query: &str) -> QueryResult<()> {
        // PostgreSQL answers COMMIT in a failed transaction with a silent ROLLBACK. A statement in
        // front of it fails loudly there, so that nothing is acknowledged that was not kept.
        self.inner.batch_execute(if query == "COMMIT" { "SELECT 1; COMMIT" } else { query })
    }
}

impl ConnectionSealed for Postgres {}

impl Connection for Postgres {
    type Backend = Pg;
    type TransactionManager = AnsiTransactionManager;

    fn establish(_: &str) -> ConnectionResult<Self> {
        Err(bad("a PostgreSQL connection needs its certificates: use Postgres::connect"))
    }
    fn execute_returning_count<T: QueryFragment<Pg> + QueryId>(&mut self, source: &T) -> QueryResult<usize> {
        self.inner.execute_returning_count(source)
    }
    fn transaction_state(&mut self) -> &mut AnsiTransactionManager {
        &mut self.transactions
    }
    fn instrumentation(&mut self) -> &mut dyn Instrumentation {
        self.inner.instrumentation()
    }
    fn set_instrumentation(&mut self, instrumentation: impl Instrumentation) {
        self.inner.set_instrumentation(instrumentation);
    }
    fn set_prepared_statement_cache_size(&mut self, size: CacheSize) {
        self.inner.set_prepared_statement_cache_size(size);
    }
}

impl LoadConnection for Postgres {
    type Cursor<'c, 'q> = <Inner as LoadConnection>::Cursor<'c, 'q>;
    type Row<'c, 'q> = <Inner as LoadConnection>::Row<'c, 'q>;

    fn load<'c, 'q, T>(&'c mut self, source: T) -> QueryResult<Self::Cursor<'c, 'q>>
    where
        T: Query + QueryFragment<Pg> + QueryId + 'q,
        Pg: diesel::expression::QueryMetadata<T::SqlType>,
    {
        self.inner.load(source)
    }
}

impl MigrationConnection for Postgres {
    fn setup(&mut self) -> QueryResult<usize> {
        self.batch_execute(diesel::migration::CREATE_MIGRATIONS_TABLE).map(|()| 0)
    }
}

impl diesel::r2d2::R2D2Connection for Postgres {
    fn ping(&mut self) -> QueryResult<()> {
        self.batch_execute("SELECT 1")
    }
    fn is_broken(&mut self) -> bool {
        AnsiTransactionManager::is_broken_transaction_manager(self)
    }
}

/// Every SQL type we bind has a fixed number, so nothing is ever looked up by name.
struct NoLookup;

impl PgMetadataLookup for NoLookup {
    fn lookup_type(&mut self, name: &str, schema: Option<&str>) -> PgTypeMetadata {
        PgTypeMetadata::from_result(Err(FailedToLookupTypeError::new(PgMetadataCacheKey::new(
            schema.map(|s| s.to_owned().into()),
            name.to_owned().into(),
        ))))
    }
    fn as_any<'a>(&mut self) -> &mut (dyn std::any::Any + 'a)
    where
        Self: 'a,
    {
        self
    }
}

impl MultiConnectionHelper for Postgres {
    fn to_any<'a, 'b>(_: &'b mut (dyn PgMetadataLookup + 'static)) -> &'b mut (dyn std::any::Any + 'a) {
        // a type without size: nothing is allocated, so nothing leaks
        Box::leak(Box::new(NoLookup))
    }
    fn from_any(lookup: &mut dyn std::any::Any) -> Option<&mut (dyn PgMetadataLookup + 'static)> {
        lookup.downcast_mut::<NoLookup>().map(|l| l as _)
    }
}
