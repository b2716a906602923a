//! Handing a message over: SMTP with verified TLS, a folder for development, memory for tests.

use super::envelope::{Envelope, EnvelopeError};
use crate::domain::job::Cause;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use std::io::Write;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tokio::runtime::Handle;

/// How mail leaves.
#[derive(Debug, Clone)]
pub enum MailSettings {
    /// To a mail server.
    Smtp(SmtpSettings),
    /// As `.eml` files into a folder: for development and the demo. Production refuses it.
    File(PathBuf),
    /// Kept in memory: for tests.
    Memory,
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// Host name; the certificate must be for it.
    pub host: String,
    /// Port; by default 465 for implicit TLS, 587 for STARTTLS, 25 for loopback.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub security: Security,
    /// User name, when the server wants one.
    pub user: Option<String>,
    /// Password for it.
    pub password: Option<SecretString>,
    /// A certificate authority to trust besides the machine's, in PEM.
    pub ca_pem: Option<String>,
    /// How long handing over one mail may take, connection and answers together.
    pub timeout: Duration,
}

/// How the connection to a mail server is protected. None of these falls back to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// STARTTLS; a server that does not offer it gets nothing, neither password nor mail.
    StartTls,
    /// No TLS: only to this machine.
    Plain,
}

/// Why a transport could not be set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Plain text would cross a network.
    #[error("mail without TLS is only allowed to this machine (localhost, 127.0.0.1, ::1)")]
    PlainBeyondLoopback,
    /// User without password, or the other way round.
    #[error("a mail user and a mail password go together")]
    HalfCredentials,
    /// TLS could not be set up.
    #[error("TLS to the mail server could not be set up: check the certificate authority")]
    Tls,
}

/// Why a mail was not handed over. Holds the server's code, never its text or an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Worth another try.
    #[error("the mail could not be handed over now: {1}")]
    Temporary(Cause, String),
    /// Another try would end the same way.
    #[error("the mail was refused: {1}")]
    Permanent(Cause, String),
}

impl From<EnvelopeError> for SendError {
    fn from(error: EnvelopeError) -> Self {
        SendError::Permanent(Cause::MailAddress, error.to_string())
    }
}

/// A way for mail to leave. Cheap to clone.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Box<Smtp>),
    /// Into a folder.
    File(PathBuf),
    /// Into memory.
    Memory(Memory),
}

/// A mail server and the connections to it.
#[derive(Clone)]
pub struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    // The library limits only how long connecting may take; a server that falls silent later would
    // hold a worker for ever.
    timeout: Duration,
    // The pool starts tasks of its own, when it is made and when it is dropped: it is made at the
    // first mail, inside the runtime, which is kept for its end.
    pool: OnceLock<(Handle, AsyncSmtpTransport<Tokio1Executor>)>,
}

impl Drop for Smtp {
    fn drop(&mut self) {
        if let Some((runtime, pool)) = self.pool.take() {
            let _inside = runtime.enter();
            drop(pool);
        }
    }
}

/// Mails kept in memory, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<Envelope>>>);

impl Memory {
    /// Every mail handed over so far.
    pub fn sent(&self) -> Vec<Envelope> {
        self.0.lock().unwrap_or_else(|broken| broken.into_inner()).clone()
    }

    fn push(&self, envelope: Envelope) {
        self.0.lock().unwrap_or_else(|broken| broken.into_inner()).push(envelope);
    }
}

impl Transport {
    /// Sets a transport up. Connects to nothing.
    ///
    /// # Errors
    /// [`SettingsError`] when the settings contradict themselves or would send without TLS beyond
    /// this machine.
    pub fn new(settings: &MailSettings) -> Result<Self, SettingsError> {
        Ok(match settings {
            MailSettings::Smtp(smtp) => Transport::Smtp(Box::new(Smtp {
                builder: builder(smtp)?,
                timeout: smtp.timeout,
                pool: OnceLock::new(),
            })),
            MailSettings::File(folder) => Transport::File(folder.clone()),
            MailSettings::Memory => Transport::Memory(Memory::default()),
        })
    }

    /// Hands one message over. Returns only when the server, the disk or memory has it.
    ///
    /// # Errors
    /// [`SendError::Temporary`] when another try may work, [`SendError::Permanent`] when not.
    pub async fn send(&self, envelope: &Envelope) -> Result<(), SendError> {
        let message = envelope.message()?;
        match self {
            Transport::Smtp(smtp) => smtp.send(message).await,
            Transport::File(folder) => {
                let (folder, name) = (folder.clone(), file_name(envelope));
                let written =
                    tokio::task::spawn_blocking(move || write(&folder, &name, &message.formatted()));
                match written.await {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(later(Cause::MailFolder, error.kind().to_string())),
                    Err(_) => Err(later(Cause::MailFolder, "interrupted")),
                }
            }
            Transport::Memory(memory) => {
                memory.push(envelope.clone());
                Ok(())
            }
        }
    }

    /// Tries what comes before a mail: connection, TLS, sign-in. Nothing is sent. A folder and
    /// memory have nothing to try.
    ///
    /// # Errors
    /// As for a mail.
    pub async fn try_out(&self) -> Result<(), SendError> {
        match self {
            Transport::Smtp(smtp) => smtp.try_out().await,
            Transport::File(_) | Transport::Memory(_) => Ok(()),
        }
    }
}

impl Smtp {
    async fn try_out(&self) -> Result<(), SendError> {
        let (_, pool) = self.pool.get_or_init(|| (Handle::current(), self.builder.clone().build()));
        match tokio::time::timeout(self.timeout, pool.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(later(Cause::MailAway, "the mail server hung up")),
            Ok(Err(error)) => Err(sort(&error)),
            Err(_) => Err(later(Cause::MailAway, "the mail server did not answer in time")),
        }
    }

    async fn send(&self, message: Message) -> Result<(), SendError> {
        let (_, pool) = self.pool.get_or_init(|| (Handle::current(), self.builder.clone().build()));
        match tokio::time::timeout(self.timeout, pool.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(sort(&error)),
            Err(_) => Err(later(Cause::MailAway, "the mail server did not answer in time")),
        }
    }
}

fn later(cause: Cause, detail: impl Into<String>) -> SendError {
    SendError::Temporary(cause, detail.into())
}

/// Temporary or not. A server that refuses our sign-in refuses us, not this mail: mended settings
/// will let it through, so it is not given up.
fn sort(error: &lettre::transport::smtp::Error) -> SendError {
    let about_us = ["530", "534", "535", "538"];
    match error.status().map(|code| code.to_string()) {
        Some(code) => {
            let detail = format!("the mail server answered {code}");
            match error.is_permanent() {
                true if about_us.contains(&code.as_str()) => later(Cause::MailSignIn, detail),
                true => SendError::Permanent(Cause::MailRefused, detail),
                false => later(Cause::MailLater, detail),
            }
        }
        None if error.is_timeout() => later(Cause::MailAway, "the mail server did not answer in time"),
        None if error.is_tls() => later(Cause::MailTls, "no trusted TLS with the mail server"),
        None if error.is_client() => later(Cause::MailTls, "the mail server lacks what we need"),
        None => later(Cause::MailAway, "the connection to the mail server failed"),
    }
}

fn builder(settings: &SmtpSettings) -> Result<AsyncSmtpTransportBuilder, SettingsError> {
    let host = settings.host.as_str();
    let (port, tls) = match settings.security {
        Security::Plain if is_loopback(host) => (25, Tls::None),
        Security::Plain => return Err(SettingsError::PlainBeyondLoopback),
        Security::StartTls => (587, Tls::Required(parameters(settings)?)),
        Security::Tls => (465, Tls::Wrapper(parameters(settings)?)),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(settings.port.unwrap_or(port))
        .tls(tls)
        .timeout(Some(settings.timeout))
        .pool_config(PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(30)));
    match (&settings.user, &settings.password) {
        (Some(user), Some(password)) => {
            let password = password.expose_secret().to_owned();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        (None, None) => {}
        _ => return Err(SettingsError::HalfCredentials),
    }
    Ok(builder)
}

fn parameters(settings: &SmtpSettings) -> Result<TlsParameters, SettingsError> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.ca_pem {
        let certificate = Certificate::from_pem(pem.as_bytes()).map_err(|_| SettingsError::Tls)?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build_rustls().map_err(|_| SettingsError::Tls)
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// The same mail gets the same file, so a repetition replaces it.
fn file_name(envelope: &Envelope) -> String {
    let id: String = envelope
        .message_id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '@' | '.'))
        .take(150)
        .collect();
    format!("{}.eml", id.trim_start_matches('.'))
}

/// Writes beside and renames, so that a reader never meets half a mail. Only the owner may read it.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{name}.part"));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, folder.join(name))
}

#[cfg(test)]
#[path = "transport_tests.rs"]
mod tests;
