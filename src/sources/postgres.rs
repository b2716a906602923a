//! PostgreSQL: one read-only, repeatable-read transaction over TLS (plain only on this machine),
//! with time-outs on both sides. Runs on a thread of its own small runtime: call it from a plain
//! or blocking thread, never from inside async code.

use super::SourceSettings;
use super::fault::Fault;
use super::pg_schema;
use super::schema::{ColumnInfo, Schema};
use super::system::{Dialect, EachRow, KeyValue, LARGEST_VALUE, Query, System};
use super::value::{self, Shape};
use futures_util::{StreamExt as _, pin_mut};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use secrecy::ExposeSecret;
use serde_json::Value;
use std::future::Future;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How long one connection may take to be made.
const LONGEST_CONNECT: Duration = Duration::from_secs(10);

struct Postgres {
    runtime: tokio::runtime::Runtime,
    client: Client,
    deadline: Instant,
    timeout: Duration,
}

/// Connects and begins the transaction.
pub(super) fn open(settings: &SourceSettings) -> Result<Box<dyn System>, Fault> {
    let config = config(settings)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|_| Fault::Unreachable("this machine has no resources left for a connection"))?;
    let deadline = Instant::now() + settings.timeout;
    let timeout = settings.timeout;
    let client = runtime.block_on(within(deadline, timeout, async {
        let client = connect(&config, settings).await?;
        client.batch_execute(&opening(settings.timeout)).await.map_err(|error| fault(&error, "", timeout))?;
        Ok(client)
    }))?;
    Ok(Box::new(Postgres { runtime, client, deadline, timeout }))
}

/// Session settings that make the answer the same wherever the server stands, then the
/// transaction. Nothing here comes from outside.
fn opening(timeout: Duration) -> String {
    let milliseconds = timeout.as_millis().max(1);
    format!(
        "SET default_transaction_read_only = on; SET statement_timeout = {milliseconds};
         SET lock_timeout = {milliseconds}; SET idle_in_transaction_session_timeout = {milliseconds};
         SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601';
         SET extra_float_digits = 1; SET standard_conforming_strings = on;
         BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    )
}

async fn within<T>(
    deadline: Instant,
    timeout: Duration,
    work: impl Future<Output = Result<T, Fault>>,
) -> Result<T, Fault> {
    tokio::time::timeout_at(deadline, work).await.unwrap_or(Err(Fault::TooSlow(timeout)))
}

fn config(settings: &SourceSettings) -> Result<Config, Fault> {
    let mut config: Config = settings.url.expose_secret().parse().map_err(|_| {
        Fault::Settings("its address is no PostgreSQL address (postgres://user:password@host/database)")
    })?;
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        return Err(Fault::Settings("its address names no server"));
    }
    config.connect_timeout(settings.timeout.min(LONGEST_CONNECT)).application_name("indsigt");
    let is_plain =
        settings.tls_ca.is_none() && config.get_ssl_mode() != SslMode::Require && is_local(&config);
    if !is_plain && config.get_ssl_mode() == SslMode::Disable {
        return Err(Fault::Settings("a server elsewhere is asked over TLS only; take sslmode=disable away"));
    }
    // "Prefer" would let whoever sits between us and the server talk us out of TLS.
    config.ssl_mode(if is_plain { SslMode::Disable } else { SslMode::Require });
    Ok(config)
}

/// Whether every server named is this machine.
fn is_local(config: &Config) -> bool {
    let is_local_host = |host: &Host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        Host::Unix(_) => true,
    };
    config.get_hosts().iter().all(is_local_host) && config.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

async fn connect(config: &Config, settings: &SourceSettings) -> Result<Client, Fault> {
    if config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = config.connect(NoTls).await.map_err(|error| connecting(&error))?;
        tokio::spawn(connection);
        return Ok(client);
    }
    let tls = MakeRustlsConnect::new(tls(settings.tls_ca.as_deref())?);
    let (client, connection) = config.connect(tls).await.map_err(|error| connecting(&error))?;
    tokio::spawn(connection);
    Ok(client)
}

fn tls(ca: Option<&Path>) -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    match ca {
        Some(path) => {
            let unreadable = Fault::Settings("the file with its certificate authority cannot be read");
            let certificates = CertificateDer::pem_file_iter(path).map_err(|_| unreadable.clone())?;
            for certificate in certificates {
                let certificate = certificate.map_err(|_| unreadable.clone())?;
                roots.add(certificate).map_err(|_| unreadable.clone())?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(Fault::Settings("there is no certificate authority to trust; name one in tls_ca"));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| Fault::Tls("no version of TLS is available"))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

/// What kept us from connecting. Only the kind of error is looked at: texts may name the server,
/// and a password with an `@` in it ends up in what the address takes for the server's name.
fn connecting(error: &tokio_postgres::Error) -> Fault {
    if let Some(code) = error.code() {
        return match code.code() {
            "28P01" | "28000" => Fault::SignIn,
            "3D000" => Fault::Unreachable("the server has no such database"),
            "53300" => Fault::Unreachable("the server has no free connections"),
            "57P03" => Fault::Unreachable("the server is starting or stopping"),
            _ => Fault::Database { table: String::new(), code: code.code().to_string() },
        };
    }
    match error.to_string().as_str() {
        "error performing TLS handshake" => {
            Fault::Tls("the server offers none, or its certificate is not one we trust")
        }
        "authentication error" | "invalid configuration" => Fault::SignIn,
        _ => match io_kind(error) {
            Some(std::io::ErrorKind::ConnectionRefused) => {
                Fault::Unreachable("the server refuses the connection; is it running, is the port right?")
            }
            Some(std::io::ErrorKind::TimedOut) => Fault::Unreachable("the server does not answer"),
            Some(std::io::ErrorKind::PermissionDenied) => Fault::Unreachable("we may not open the socket"),
            Some(std::io::ErrorKind::InvalidData) => {
                Fault::Tls("the server offers none, or its certificate is not one we trust")
            }
            _ => Fault::Unreachable("the server is not found or breaks the connection"),
        },
    }
}

fn io_kind(error: &tokio_postgres::Error) -> Option<std::io::ErrorKind> {
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        cause = error.source();
    }
    None
}

/// What went wrong, without the server's own message, which may quote values.
pub(super) fn fault(error: &tokio_postgres::Error, table: &str, timeout: Duration) -> Fault {
    let Some(code) = error.code().map(|code| code.code()) else {
        return Fault::Interrupted;
    };
    match code {
        "57014" | "55P03" | "25P03" => Fault::TooSlow(timeout),
        "42501" => Fault::Denied(table.to_string()),
        "42P01" | "42703" | "3F000" => {
            Fault::Changed(format!("the table “{table}” or one of its columns is gone"))
        }
        "57P01" | "57P02" | "57P03" => Fault::Interrupted,
        code => Fault::Database { table: table.to_string(), code: code.to_string() },
    }
}

impl System for Postgres {
    fn schema(&mut self) -> Result<Schema, Fault> {
        let work = async {
            pg_schema::introspect(&self.client).await.map_err(|error| fault(&error, "pg_class", self.timeout))
        };
        self.runtime.block_on(within(self.deadline, self.timeout, work))
    }

    fn dialect(&self) -> &'static dyn Dialect {
        &PostgresDialect
    }

    fn rows(&mut self, query: &Query, each: &mut EachRow<'_>) -> Result<(), Fault> {
        let work = stream(&self.client, query, self.timeout, each);
        self.runtime.block_on(within(self.deadline, self.timeout, work))
    }
}

/// Rows come one by one from the socket; a slow reader slows the server down.
async fn stream(
    client: &Client,
    query: &Query,
    timeout: Duration,
    each: &mut EachRow<'_>,
) -> Result<(), Fault> {
    let wrong = |error: tokio_postgres::Error| fault(&error, &query.table, timeout);
    let texts: Vec<String> = query
        .values
        .iter()
        .map(|value| match value {
            KeyValue::Integer(number) => number.to_string(),
            KeyValue::Text(text) => text.clone(),
        })
        .collect();
    let values = texts.iter().map(|text| (text as &(dyn ToSql + Sync), Type::TEXT));
    let rows = client.query_typed_raw(&query.sql, values).await.map_err(wrong)?;
    pin_mut!(rows);
    while let Some(row) = rows.next().await {
        let row = row.map_err(wrong)?;
        let mut values = Vec::with_capacity(query.shapes.len());
        for (at, shape) in query.shapes.iter().enumerate() {
            let cell: Option<&str> = row.try_get(at).map_err(wrong)?;
            if cell.is_some_and(|cell| cell.len() > LARGEST_VALUE) {
                return Err(Fault::ValueTooLarge(query.table.clone()));
            }
            values.push(cell.map_or(Value::Null, |cell| json(cell, *shape)));
        }
        each(values)?;
    }
    Ok(())
}

/// A cell as [`PostgresDialect::read`] asked for it.
fn json(cell: &str, shape: Shape) -> Value {
    match shape {
        Shape::Exact => value::exact(cell),
        Shape::Float => cell.parse().map_or(Value::String(cell.to_string()), value::float),
        Shape::Bool => Value::Bool(cell == "true"),
        Shape::Bytes => Value::String(format!("data:application/octet-stream;base64,{cell}")),
        Shape::Json => serde_json::from_str(cell).unwrap_or(Value::String(cell.to_string())),
        Shape::Timestamp => value::timestamp(cell),
        Shape::TimestampUtc => value::timestamp_utc(cell),
        Shape::Text => Value::String(cell.to_string()),
    }
}

struct PostgresDialect;

impl Dialect for PostgresDialect {
    fn placeholder(&self, number: usize, column: Option<&ColumnInfo>) -> String {
        match column {
            // The type's name is what the server itself wrote (format_type), already quoted.
            Some(column) => format!("${number}::{}", column.declared),
            None => format!("${number}"),
        }
    }

    fn read(&self, column: &str, shape: Shape) -> String {
        match shape {
            Shape::Bytes => format!("translate(encode({column}, 'base64'), chr(10), '')"),
            Shape::Json => format!("to_jsonb({column})::text"),
            _ => self.text(column),
        }
    }

    fn text(&self, column: &str) -> String {
        format!("{column}::text")
    }

    fn may_fold_to(&self, text: &str, placeholder: &str) -> String {
        // In the "C" collation lower() and the pattern mean ASCII, whatever the database's locale.
        format!(
            "(replace(lower({text} COLLATE \"C\"), ' ', '') = {placeholder} \
             OR ({text} COLLATE \"C\") ~ '[^ -~]')"
        )
    }

    fn may_end_with_digits(&self, text: &str, placeholder: &str, length: usize) -> String {
        format!(
            "(right(regexp_replace({text} COLLATE \"C\", '[^0-9]', '', 'g'), {length}) = {placeholder} \
             OR ({text} COLLATE \"C\") ~ '[^ -~]')"
        )
    }
}
