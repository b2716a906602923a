//! The settings themselves: one field each, with its doc and default.

use super::kinds::{
    Colour, DatabaseUrl, LogFormat, LogLevel, MailTls, PromiseDays, SecureAddress, Slug, SourceKind,
    Transport, WebAddress, Within, Words,
};
use super::network::Network;
use super::reader::{Setting, settings};
use crate::domain::calendar::{Country, Profile};
use crate::domain::controller::Rules;
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::retention::Keep;
use chrono_tz::Tz;
use lettre::message::Mailbox;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The whole configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Top of the file.
    pub general: General,
    /// `[listen]`
    pub listen: Listen,
    /// `[database]`
    pub database: Database,
    /// `[keys]`
    pub keys: Keys,
    /// `[mail]`
    pub mail: Mail,
    /// `[audit]`
    pub audit: Audit,
    /// `[limits]`
    pub limits: Limits,
    /// `[log]`
    pub log: Log,
    /// `[[controller]]`, at least one.
    pub controllers: Vec<Controller>,
    /// `[[source]]`
    pub sources: Vec<Source>,
}

/// The names of the sections, known at the top of the file.
pub const NAMES: &[&str] =
    &["listen", "database", "keys", "mail", "audit", "limits", "log", "controller", "source"];

/// The settings of every section, in the order of the documents.
pub const ALL: &[&[Setting]] = &[
    General::SETTINGS,
    Listen::SETTINGS,
    Database::SETTINGS,
    Keys::SETTINGS,
    Mail::SETTINGS,
    Audit::SETTINGS,
    Limits::SETTINGS,
    Log::SETTINGS,
    Controller::SETTINGS,
    Source::SETTINGS,
];

settings! {
    /// Top of the file.
    pub struct General in "", repeated: false {
        /// The address people use, as it stands in letters. Links are made from it alone, and a request for another host is refused. https, except on this machine.
        public_url: WebAddress = "http://127.0.0.1:8080",
        /// The folder for everything the program keeps: databases, keys, files, unless a setting puts them elsewhere.
        data_dir: PathBuf = "data",
        /// Whether this is a trial installation. Only then may mail go to a folder instead of to people.
        development: bool = "false",
    }
}

settings! {
    /// Where the web answers.
    pub struct Listen in "listen", repeated: false {
        /// Address and port. Plain http only on loopback or behind a proxy; else set the two TLS files.
        address: SocketAddr = "127.0.0.1:8080",
        /// TLS certificate chain, a PEM file.
        tls_certificate: Option<PathBuf>,
        /// Private key of the certificate, a PEM file.
        tls_key: Option<PathBuf>,
        /// Networks our own proxies call from, such as 10.0.0.0/8. Only their X-Forwarded-For is believed: the right-most hop that is none of them is the client.
        behind_proxy: Vec<Network> = "",
    }
}

settings! {
    /// The two databases.
    pub struct Database in "database", repeated: false {
        /// Main database: sqlite:path or postgres://user:password@host/name. Without it: indsigt.db in data_dir.
        url: Option<DatabaseUrl>,
        /// Key store: its own database, so that a dump of the other opens nothing; best on another server. Without it: keys.db in data_dir. Must be set when the main database is PostgreSQL.
        key_store_url: Option<DatabaseUrl>,
        /// Certificate authority of the PostgreSQL servers, a PEM file. Without it: those of the system.
        tls_ca: Option<PathBuf>,
    }
}

settings! {
    /// Keys outside the databases.
    pub struct Keys in "keys", repeated: false {
        /// The master key, made at first start. Without it every sealed field is lost for good: keep a copy away from the backups. Without this setting: master.key in data_dir.
        master_key_file: Option<PathBuf>,
    }
}

settings! {
    /// How mail leaves.
    pub struct Mail in "mail", repeated: false {
        /// smtp, or file: into a folder, for development only.
        transport: Transport = "smtp",
        /// Name of the mail server. Must be set for smtp.
        host: Option<Words>,
        /// Port of the mail server. Without it: 587 for starttls, 465 for tls, 25 for none.
        port: Option<u16>,
        /// starttls or tls, certificates always verified; none only to a mail server on this machine.
        tls: MailTls = "starttls",
        /// User name at the mail server.
        username: Option<Words>,
        /// Password at the mail server.
        password: Option<SecretString>,
        /// Folder of the file transport. Without it: mail in data_dir.
        folder: Option<PathBuf>,
        /// Sender of mails of a controller that has none of its own.
        sender: Option<Mailbox>,
    }
}

settings! {
    /// The proof kept outside.
    pub struct Audit in "audit", repeated: false {
        /// Folder the signed heads of the chains are written to every 15 minutes; best on another machine. Without it: checkpoints in data_dir.
        checkpoint_folder: Option<PathBuf>,
    }
}

settings! {
    /// Caps, so that nobody fills the house.
    pub struct Limits in "limits", repeated: false {
        /// Largest file a person may send, in MiB.
        file_mib: Within<1, 100> = "10",
        /// Files a person may send with a case.
        files_per_case: Within<0, 50> = "5",
        /// All files of a case together, in MiB.
        case_mib: Within<1, 1000> = "25",
        /// Requests taken from one client address in an hour (an IPv6 /64 is one).
        requests_per_hour: Within<1, 10000> = "20",
        /// Days a download link lives; it can be renewed.
        link_days: Within<1, 7> = "7",
        /// Completed downloads of one link.
        link_downloads: Within<1, 5> = "5",
        /// Days an address must have been on record before a request to prove anything.
        known_address_days: Within<0, 365> = "14",
    }
}

settings! {
    /// What is logged. Never personal data or secrets, at any level.
    pub struct Log in "log", repeated: false {
        /// error, warn, info or debug.
        level: LogLevel = "info",
        /// json (one object a line) or text.
        format: LogFormat = "json",
    }
}

settings! {
    /// An organisation that answers here.
    pub struct Controller in "controller", repeated: true {
        /// Its name in addresses: the form is at /o/{slug}. Do not change it once people have it.
        slug: Slug,
        /// Its name in law, as it signs.
        legal_name: Words,
        /// Registration number (CVR, organisationsnummer).
        number: Option<Words>,
        /// Country whose public holidays count: DK or SE.
        country: Country,
        /// Time zone a day begins and ends in. Without it: that of the country's capital.
        zone: Option<Tz>,
        /// eu: periods roll over public holidays only. national: over customary closing days too, which is later and so riskier.
        profile: Profile = "eu",
        /// Its promise to answer, in calendar days from receipt, or "none". Never moves the law's date.
        promise_days: PromiseDays = "30",
        /// Whether waiting for the person moves the promise too.
        promise_pauses: bool = "false",
        /// Languages of form and letters, the first where nothing else fits. Without it: the country's own, then the others.
        languages: Option<Vec<Lang>>,
        /// Sender of its mails. Without it: mail.sender.
        sender: Option<Mailbox>,
        /// Postal address, lines apart.
        address: Option<Words>,
        /// Telephone for people who ask.
        phone: Option<Words>,
        /// Mail address for people who ask.
        email: Option<Mailbox>,
        /// Its own pages.
        web: Option<WebAddress>,
        /// Who to ask: the data protection officer or another person.
        contact_person: Option<Words>,
        /// Its privacy notice. https only.
        privacy_notice: Option<SecureAddress>,
        /// Country of the supervisory authority named in letters. Without it: the country.
        authority: Option<Country>,
        /// The one colour of its pages, #rrggbb. Contrast is kept whatever it is.
        accent: Option<Colour>,
        /// Whether somebody else than the author approves an answer. Off: the author does after a fresh second factor, and the step is marked single-handed.
        four_eyes: bool = "true",
        /// Within how many working days of receipt, or of the recorded doubt, a question must go out to stop the clock.
        ask_within_working_days: Within<0, 10> = "3",
        /// How long a closed case is kept, in months, as people are told before they send.
        keep_months: Within<1, 120> = "12",
        /// The same by how it ended, where that differs: { not_a_request = 3, refused = 36 }. Of several outcomes in a case the longest counts; people are told the longest. A change counts for cases that close afterwards.
        keep_months_by_outcome: Option<BTreeMap<Outcome, Within<1, 120>>>,
        /// What it does, in a sentence per language, shown above the form.
        about: Option<BTreeMap<Lang, Words>>,
    }
}

settings! {
    /// A system that is searched for a person's data. Read-only.
    pub struct Source in "source", repeated: true {
        /// Its name, in tasks and in the package.
        name: Slug,
        /// sqlite or postgres.
        kind: SourceKind,
        /// sqlite:path or postgres://user:password@host/name; an account that may only read.
        url: DatabaseUrl,
        /// Its data map, a TOML file: tables, what identifies a person, categories, labels.
        map: PathBuf,
        /// Slugs of the controllers it belongs to: no case of another is searched in it or told of it. May be left out only when there is one controller.
        controllers: Option<Vec<Slug>>,
        /// Seconds a search may take.
        timeout_seconds: Within<1, 600> = "20",
        /// Rows of one person and table after which a search stops and says so.
        row_cap: Within<1, 1000000> = "50000",
    }
}

impl Config {
    /// Where the main database is.
    pub fn database_url(&self) -> DatabaseUrl {
        self.database.url.clone().unwrap_or_else(|| DatabaseUrl::Sqlite(self.in_data("indsigt.db")))
    }

    /// Where the key store is.
    pub fn key_store_url(&self) -> DatabaseUrl {
        self.database.key_store_url.clone().unwrap_or_else(|| DatabaseUrl::Sqlite(self.in_data("keys.db")))
    }

    /// The settings of those of our databases that are spoken to in plain text over the network.
    pub fn plain_databases(&self) -> Vec<&'static str> {
        let both = [("database.url", self.database_url()), ("database.key_store_url", self.key_store_url())];
        both.into_iter().filter(|(_, url)| url.is_plain_over_the_network()).map(|(key, _)| key).collect()
    }

    /// Where the master key is.
    pub fn master_key_file(&self) -> PathBuf {
        self.keys.master_key_file.clone().unwrap_or_else(|| self.in_data("master.key"))
    }

    /// Where the signed heads are written.
    pub fn checkpoint_folder(&self) -> PathBuf {
        self.audit.checkpoint_folder.clone().unwrap_or_else(|| self.in_data("checkpoints"))
    }

    /// Where the file transport puts mails.
    pub fn mail_folder(&self) -> PathBuf {
        self.mail.folder.clone().unwrap_or_else(|| self.in_data("mail"))
    }

    /// The port of the mail server.
    pub fn mail_port(&self) -> u16 {
        self.mail.port.unwrap_or(match self.mail.tls {
            MailTls::Starttls => 587,
            MailTls::Tls => 465,
            MailTls::None => 25,
        })
    }

    /// Who a controller's mails come from. The checks have seen to it that there is one.
    pub fn sender<'a>(&'a self, controller: &'a Controller) -> Option<&'a Mailbox> {
        controller.sender.as_ref().or(self.mail.sender.as_ref())
    }

    fn in_data(&self, name: &str) -> PathBuf {
        self.general.data_dir.join(name)
    }
}

impl Source {
    /// The controllers it belongs to: those it names, or the only one there is.
    pub fn controllers(&self, config: &Config) -> Vec<Slug> {
        self.controllers
            .clone()
            .unwrap_or_else(|| config.controllers.iter().map(|c| c.slug.clone()).collect())
    }
}

impl Controller {
    /// The settings that decide dates and guards.
    pub fn rules(&self) -> Rules {
        Rules {
            country: self.country,
            profile: self.profile,
            zone: self.zone(),
            promise_days: self.promise_days.0,
            promise_pauses: self.promise_pauses,
            four_eyes: self.four_eyes,
            ask_within_working_days: self.ask_within_working_days.0,
            keep: self.keep(),
        }
    }

    /// How long its closed cases are kept.
    pub fn keep(&self) -> Keep {
        let by_outcome = self.keep_months_by_outcome.iter().flatten();
        Keep {
            months: self.keep_months.0,
            by_outcome: by_outcome.map(|(outcome, months)| (*outcome, months.0)).collect(),
        }
    }

    /// Its time zone.
    pub fn zone(&self) -> Tz {
        self.zone.unwrap_or(match self.country {
            Country::Dk => Tz::Europe__Copenhagen,
            Country::Se => Tz::Europe__Stockholm,
        })
    }

    /// Its languages, the first where nothing else fits. Never empty.
    pub fn languages(&self) -> Vec<Lang> {
        self.languages.clone().unwrap_or_else(|| match self.country {
            Country::Dk => vec![Lang::Da, Lang::Sv, Lang::En],
            Country::Se => vec![Lang::Sv, Lang::Da, Lang::En],
        })
    }

    /// The country of its supervisory authority.
    pub fn authority(&self) -> Country {
        self.authority.unwrap_or(self.country)
    }
}
