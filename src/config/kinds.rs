//! The kinds of values settings have, each read strictly.

use super::network::Network;
use super::reader::FromSetting;
use super::tree::Value;
use crate::domain::calendar::{Country, Profile};
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use chrono_tz::Tz;
use lettre::message::Mailbox;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

fn scalar(value: &Value) -> Result<&str, String> {
    match value {
        Value::Scalar(text) if text.trim().contains(char::is_control) => {
            Err("holds control characters or line breaks".to_owned())
        }
        Value::Scalar(text) => Ok(text.trim()),
        _ => Err("is one value, not a list or a section".to_owned()),
    }
}

/// A list, or one text with commas as the environment gives it.
fn list(value: &Value) -> Result<Vec<String>, String> {
    match value {
        Value::List(items) => Ok(items.iter().map(|item| item.trim().to_owned()).collect()),
        Value::Scalar(text) => {
            Ok(text.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect())
        }
        _ => Err("is a list, not a section".to_owned()),
    }
}

/// Kinds that are one word or number: how to read it, and what it is called when that fails.
macro_rules! scalar_kinds {
    ($($ty:ty: $what:literal => $read:expr;)+) => {
        $(impl FromSetting for $ty {
            fn from_value(value: &Value) -> Result<Self, String> {
                let text = scalar(value)?;
                let read: fn(&str) -> Option<$ty> = $read;
                read(text).ok_or_else(|| format!("is {}, not \"{}\"", $what, text.escape_debug()))
            }
        })+
    };
}

codes! {
    /// How mail leaves the house.
    pub enum Transport {
        /// Over SMTP.
        Smtp = "smtp",
        /// Into a folder, for development: nothing is sent.
        File = "file",
    }
}

codes! {
    /// How the connection to the mail server is secured. Certificates are always verified and
    /// there is no falling back to plain text.
    pub enum MailTls {
        /// STARTTLS, required.
        Starttls = "starttls",
        /// TLS from the first byte.
        Tls = "tls",
        /// Plain text: only to a mail server on this machine.
        None = "none",
    }
}

codes! {
    /// A kind of connected source.
    pub enum SourceKind {
        /// An SQLite file.
        Sqlite = "sqlite",
        /// A PostgreSQL database.
        Postgres = "postgres",
    }
}

codes! {
    /// How much is logged.
    pub enum LogLevel {
        /// What failed.
        Error = "error",
        /// And what is odd.
        Warn = "warn",
        /// And what happens.
        Info = "info",
        /// And how.
        Debug = "debug",
    }
}

codes! {
    /// How a line of the log looks.
    pub enum LogFormat {
        /// One JSON object a line.
        Json = "json",
        /// For reading.
        Text = "text",
    }
}

/// A whole number within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within<const LEAST: u32, const MOST: u32>(pub u32);

impl<const LEAST: u32, const MOST: u32> FromSetting for Within<LEAST, MOST> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let text = scalar(value)?;
        match text.parse() {
            Ok(number) if (LEAST..=MOST).contains(&number) => Ok(Within(number)),
            _ => Err(format!("is a number from {LEAST} to {MOST}, not \"{}\"", text.escape_debug())),
        }
    }
}

/// The organisation's promise in calendar days, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseDays(pub Option<u32>);

/// An address on the web without user name, query or fragment, and without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    text: String,
    host: String,
}

impl WebAddress {
    /// As it is written, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, without port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it begins with `https://`.
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https://")
    }

    /// Whether the host is this machine.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }

    fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
        let odd = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{}|?#@".contains(c);
        if authority.is_empty() || text.contains(odd) {
            return None;
        }
        let (host, port) = match authority.strip_prefix('[') {
            Some(v6) => v6.split_once(']').map(|(host, port)| (host, port.strip_prefix(':')))?,
            None => authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port))),
        };
        let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok());
        let host_fits = !host.is_empty() && !host.contains(['[', ']', '/']);
        (port_fits && host_fits)
            .then(|| WebAddress { text: text.trim_end_matches('/').to_owned(), host: host.to_lowercase() })
    }
}

/// Whether a host name or address is this machine.
pub fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

/// A web address that is `https` only: it is shown to people as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecureAddress(pub WebAddress);

/// A short name for addresses and files: a–z, 0–9 and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slug(pub String);

/// A colour written `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour(pub String);

/// A text that is not empty; line breaks are kept (a postal address has them).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(pub String);

impl FromSetting for Words {
    fn from_value(value: &Value) -> Result<Self, String> {
        const LONGEST: usize = 2_000;
        match value {
            Value::Scalar(text) if text.contains(|c: char| c.is_control() && c != '\n') => {
                Err("holds control characters".to_owned())
            }
            Value::Scalar(text) if (1..=LONGEST).contains(&text.trim().chars().count()) => {
                Ok(Words(text.trim().to_owned()))
            }
            _ => Err(format!("is a text of 1 to {LONGEST} characters")),
        }
    }
}

scalar_kinds! {
    bool: "true or false" => |text| text.parse().ok();
    u16: "a number from 0 to 65535" => |text| text.parse().ok();
    SocketAddr: "an address with a port such as 127.0.0.1:8080" => |text| text.parse().ok();
    PathBuf: "a path" => |text| (!text.is_empty()).then(|| PathBuf::from(text));
    Country: "DK or SE" => |text| Country::from_code(&text.to_uppercase());
    Profile: "eu or national" => Profile::from_code;
    Tz: "a time zone such as Europe/Copenhagen" => |text| text.parse().ok();
    Transport: "smtp or file" => Transport::from_code;
    MailTls: "starttls, tls or none" => MailTls::from_code;
    SourceKind: "sqlite or postgres" => SourceKind::from_code;
    LogLevel: "error, warn, info or debug" => LogLevel::from_code;
    LogFormat: "json or text" => LogFormat::from_code;
    WebAddress: "an address such as https://privacy.example.com" => WebAddress::read;
    SecureAddress: "an address that begins with https://"
        => |text| WebAddress::read(text).filter(WebAddress::is_https).map(SecureAddress);
    Mailbox: "a mail address such as Privacy <privacy@example.com>" => |text| text.parse().ok();
    PromiseDays: "a number of days up to 366, or \"none\"" => |text| match text {
        "none" => Some(PromiseDays(None)),
        days => days.parse().ok().filter(|days| *days <= 366).map(|days| PromiseDays(Some(days))),
    };
    Slug: "a name of a–z, 0–9 and hyphens, at most 40 long" => |text| {
        let fits = (1..=40).contains(&text.len())
            && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !text.starts_with('-')
            && !text.ends_with('-');
        fits.then(|| Slug(text.to_owned()))
    };
    Colour: "a colour such as #11586f" => |text| {
        let digits = text.strip_prefix('#')?;
        let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| Colour(text.to_ascii_lowercase()))
    };
}

impl FromSetting for SecretString {
    const SECRET: bool = true;

    fn from_value(value: &Value) -> Result<Self, String> {
        match value {
            Value::Scalar(text) if !text.is_empty() => Ok(SecretString::from(text.clone())),
            _ => Err("is a text that is not empty".to_owned()),
        }
    }
}

/// Where a database is, told by its scheme and never by trying.
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// `sqlite:path/to/file`.
    Sqlite(PathBuf),
    /// `postgres://…`: kept whole, for it may hold a password.
    Postgres(SecretString),
}

impl DatabaseUrl {
    /// The whole address, for opening the database; it may hold a password.
    pub fn address(&self) -> SecretString {
        match self {
            DatabaseUrl::Sqlite(path) => SecretString::from(format!("sqlite:{}", path.display())),
            DatabaseUrl::Postgres(url) => url.clone(),
        }
    }

    /// Whether this address speaks to another machine in plain text (`sslmode=disable`).
    pub fn is_plain_over_the_network(&self) -> bool {
        use tokio_postgres::config::{Config, Host, SslMode};
        let DatabaseUrl::Postgres(url) = self else { return false };
        // one that cannot be read is told when it is opened
        let Ok(config) = url.expose_secret().parse::<Config>() else { return false };
        let is_named_elsewhere =
            config.get_hosts().iter().any(|host| matches!(host, Host::Tcp(name) if !is_loopback(name)));
        // a number beside a name is what is connected to
        let is_elsewhere =
            is_named_elsewhere || config.get_hostaddrs().iter().any(|ip| !ip.to_canonical().is_loopback());
        config.get_ssl_mode() == SslMode::Disable && is_elsewhere
    }
}

impl FromSetting for DatabaseUrl {
    const SECRET: bool = true;

    fn from_value(value: &Value) -> Result<Self, String> {
        let text = scalar(value)?;
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(DatabaseUrl::Postgres(SecretString::from(text)));
        }
        let path = text.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() && !path.starts_with(":memory:") => {
                Ok(DatabaseUrl::Sqlite(PathBuf::from(path)))
            }
            _ => Err("begins with sqlite: and a path, or with postgres://".to_owned()),
        }
    }
}

impl FromSetting for Vec<Network> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let read = |item: &String| {
            Network::parse(item)
                .ok_or_else(|| format!("holds networks such as 10.0.0.0/8, not \"{}\"", item.escape_debug()))
        };
        list(value)?.iter().map(read).collect()
    }
}

impl FromSetting for Vec<Slug> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let mut slugs: Vec<Slug> = Vec::new();
        for item in list(value)? {
            let slug = Slug::from_value(&Value::Scalar(item))
                .map_err(|_| "holds names of a–z, 0–9 and hyphens".to_owned())?;
            if slugs.contains(&slug) {
                return Err(format!("names {} twice", slug.0));
            }
            slugs.push(slug);
        }
        if slugs.is_empty() { Err("names at least one".to_owned()) } else { Ok(slugs) }
    }
}

impl FromSetting for Vec<Lang> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let mut languages: Vec<Lang> = Vec::new();
        for item in list(value)? {
            let lang = Lang::from_code(&item)
                .ok_or_else(|| format!("holds da, sv and en, not \"{}\"", item.escape_debug()))?;
            if languages.contains(&lang) {
                return Err(format!("names {lang} twice"));
            }
            languages.push(lang);
        }
        if languages.is_empty() { Err("names at least one language".to_owned()) } else { Ok(languages) }
    }
}

impl<const LEAST: u32, const MOST: u32> FromSetting for BTreeMap<Outcome, Within<LEAST, MOST>> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let Value::Table(table) = value else {
            return Err("has a number per outcome: { not_a_request = 3, refused = 36 }".to_owned());
        };
        let read = |(name, node): (&String, &super::tree::Node)| {
            let outcome = Outcome::from_code(name).ok_or_else(|| {
                let known: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
                format!("has the outcomes {}, not \"{}\"", known.join(", "), name.escape_debug())
            })?;
            let number =
                Within::from_value(&node.value).map_err(|wrong| format!("has {name}, which {wrong}"))?;
            Ok((outcome, number))
        };
        table.iter().map(read).collect()
    }
}

impl FromSetting for BTreeMap<Lang, Words> {
    fn from_value(value: &Value) -> Result<Self, String> {
        let Value::Table(table) = value else {
            return Err("has a text per language: { da = \"…\", sv = \"…\", en = \"…\" }".to_owned());
        };
        let read = |(name, node): (&String, &super::tree::Node)| {
            let lang = Lang::from_code(name)
                .ok_or_else(|| format!("has the languages da, sv and en, not \"{}\"", name.escape_debug()))?;
            Ok((lang, Words::from_value(&node.value)?))
        };
        table.iter().map(read).collect()
    }
}
