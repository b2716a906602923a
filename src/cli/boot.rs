//! From configuration to a running house: keys, databases, sources, mail. Every failure is a
//! sentence that says what is wrong and what to do, without secrets.

mod master_key;

use crate::clock::Clock;
use crate::config::Config;
use crate::config::kinds::{DatabaseUrl, LogFormat, MailTls, SourceKind, Transport as Chosen};
use crate::crypto::passwords::Hasher;
use crate::mail::transport::{MailSettings, Security, SmtpSettings, Transport};
use crate::services::App;
use crate::services::app::{Caps, Controller, Controllers, MEGABYTE};
use crate::sources::{Kind, Registry, SourceSettings};
use crate::store::erasures::{self, Replayed};
use crate::store::{Opening, Store, Unopened};
use crate::worker::Worker;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long handing one mail over may take.
const MAIL_TIMEOUT: Duration = Duration::from_secs(60);

/// Sets the log up, once. Never personal data at any level: nothing that identifies a person is
/// ever handed to it.
pub fn log(config: &Config) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::new(format!("warn,indsigt={}", config.log.level.code()));
    // colours are for eyes: in a file or a journal they are noise
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .with_target(false);
    let done = match config.log.format {
        LogFormat::Json => log.json().flatten_event(true).try_init(),
        LogFormat::Text => log.try_init(),
    };
    if done.is_err() {
        eprintln!("The log was set up before.");
    }
}

/// A panic says where it happened and nothing else: its words may quote what a person wrote (R79).
pub fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        if tracing::dispatcher::has_been_set() {
            tracing::error!(place, "a panic: this is a defect of the program");
        } else {
            eprintln!("Indsigt failed at {place}: this is a defect of the program.");
        }
    }));
}

/// The one TLS library, with the one provider, before anything uses it.
pub fn tls_provider() {
    // a second call in one process (tests) finds it installed
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// How TLS to PostgreSQL is verified: the configured authority, else the system's.
pub fn database_tls(ca: Option<&Path>) -> Result<Arc<rustls::ClientConfig>, String> {
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    let mut roots = rustls::RootCertStore::empty();
    match ca {
        Some(path) => {
            let unreadable = |e: &dyn std::fmt::Display| format!("database.tls_ca {}: {e}", path.display());
            for certificate in CertificateDer::pem_file_iter(path).map_err(|e| unreadable(&e))? {
                let certificate = certificate.map_err(|e| unreadable(&e))?;
                roots.add(certificate).map_err(|e| unreadable(&e))?;
            }
        }
        None => {
            for certificate in rustls_native_certs::load_native_certs().certs {
                // a certificate of the system we cannot read is no reason not to start
                let _ = roots.add(certificate);
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(client))
}

/// The store of a configuration, about to be opened.
pub struct Prepared {
    opening: Opening,
    made: Option<master_key::Made>,
}

/// Makes ready what opening the store takes: the data folder, and at the very first start the
/// master key.
pub fn prepare(config: &Config, clock: Clock) -> Result<Prepared, String> {
    private_folder(&config.general.data_dir)?;
    let tls = database_tls(config.database.tls_ca.as_deref())?;
    let (master, made) = master_key::load_or_make(config)?;
    let opening = Opening {
        url: config.database_url().address(),
        key_store_url: config.key_store_url().address(),
        tls,
        master,
        files: config.general.data_dir.join("files"),
        clock,
    };
    Ok(Prepared { opening, made })
}

impl Prepared {
    /// Opens the store. A master key that was made for it and turned out to be one too many does
    /// not stay.
    pub fn open(self) -> Result<Store, String> {
        Store::open(self.opening).map_err(|refused| match (refused, self.made) {
            (Unopened::OtherMasterKey, Some(made)) => made.withdraw(),
            (refused, _) => refused.to_string(),
        })
    }
}

/// The store of a configuration, open.
pub fn open(config: &Config, clock: Clock) -> Result<Store, String> {
    prepare(config, clock)?.open()
}

/// What an installation cannot do without and is not there, in sentences. Opening it all the same
/// would make it new: empty databases and a key that opens nothing. A PostgreSQL server answers for
/// itself.
pub fn missing(config: &Config) -> Vec<String> {
    let file = |url: DatabaseUrl| match url {
        DatabaseUrl::Sqlite(path) => Some(path),
        DatabaseUrl::Postgres(_) => None,
    };
    let parts = [
        ("main database", file(config.database_url())),
        ("key store", file(config.key_store_url())),
        ("master key", Some(config.master_key_file())),
    ];
    let gone = parts.into_iter().filter_map(|(what, path)| path.filter(|p| !p.exists()).map(|p| (what, p)));
    gone.map(|(what, path)| {
        format!(
            "there is no {what} at {}. If nothing was set up here yet, \"indsigt serve\" makes it at its first \
             start; otherwise the settings point to another place, or it must be restored.",
            path.display()
        )
    })
    .collect()
}

/// The store of an installation that is there already, for whoever looks at one or copies it: a new
/// and empty one would be called whole.
pub fn open_existing(config: &Config) -> Result<Store, String> {
    let missing = missing(config);
    if missing.is_empty() { open(config, Clock::System) } else { Err(missing.join("\n")) }
}

/// The data folder, readable by its owner only.
fn private_folder(folder: &Path) -> Result<(), String> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    let wrong = |e: std::io::Error| format!("The data folder {} cannot be used: {e}", folder.display());
    if folder.is_dir() {
        let mode = std::fs::metadata(folder).map_err(wrong)?.permissions().mode();
        if mode & 0o077 != 0 {
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).map_err(wrong)?;
        }
        return Ok(());
    }
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(wrong)
}

/// The house, open.
pub fn app(config: &Config, clock: Clock, is_demo: bool) -> Result<App, String> {
    tls_provider();
    let problems: Vec<String> = crate::words::check().into_iter().chain(crate::mail::check()).collect();
    if !problems.is_empty() {
        return Err(format!("Texts are missing in this build: {}", problems.join("; ")));
    }
    let sources = Registry::new(config.sources.iter().map(|s| source(config, s)).collect())
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let store = open(config, clock)?;
    replay_erasures(&store, &config.checkpoint_folder())?;
    let controllers =
        Controllers::enter(&store, config.controllers.iter().map(|c| controller(config, c)).collect())
            .map_err(|e| e.to_string())?;
    Ok(App {
        store,
        controllers,
        sources: Arc::new(sources),
        hasher: Hasher::new().map_err(|e| e.to_string())?,
        checkpoint_folder: config.checkpoint_folder(),
        public_url: config.general.public_url.as_str().to_owned(),
        caps: caps(&config.limits),
        is_demo,
    })
}

/// Holds the store against the ledger of erasures before anybody is served: whatever was erased and is
/// there again, because something older was put in place, goes again.
pub fn replay_erasures(store: &Store, folder: &Path) -> Result<Replayed, String> {
    let replayed = erasures::replay(store, folder)
        .map_err(|e| format!("the ledger of erasures cannot be held against what is here: {e}"))?;
    if replayed.erased_again > 0 {
        tracing::warn!(
            cases = replayed.erased_again,
            "cases that had been erased were there again: they are erased again"
        );
    }
    Ok(replayed)
}

fn caps(limits: &crate::config::Limits) -> Caps {
    Caps {
        file_bytes: u64::from(limits.file_mib.0) * MEGABYTE,
        files_per_case: i64::from(limits.files_per_case.0),
        case_bytes: u64::from(limits.case_mib.0) * MEGABYTE,
        submissions_per_hour: i64::from(limits.requests_per_hour.0),
        link_days: i64::from(limits.link_days.0),
        // at most five by the kind of the setting
        link_downloads: i32::try_from(limits.link_downloads.0).unwrap_or(1),
        known_address_days: i64::from(limits.known_address_days.0),
    }
}

fn source(config: &Config, source: &crate::config::Source) -> SourceSettings {
    SourceSettings {
        name: source.name.0.clone(),
        kind: match source.kind {
            SourceKind::Sqlite => Kind::Sqlite,
            SourceKind::Postgres => Kind::Postgres,
        },
        url: source.url.address(),
        map_path: source.map.clone(),
        controllers: source.controllers(config).into_iter().map(|slug| slug.0).collect(),
        tls_ca: config.database.tls_ca.clone(),
        timeout: Duration::from_secs(u64::from(source.timeout_seconds.0)),
        row_cap: u64::from(source.row_cap.0),
    }
}

fn controller(config: &Config, controller: &crate::config::Controller) -> Controller {
    let text = |words: &Option<crate::config::kinds::Words>| words.as_ref().map(|w| w.0.clone());
    let sender = config.sender(controller);
    Controller {
        id: String::new(),
        slug: controller.slug.0.clone(),
        legal_name: controller.legal_name.0.clone(),
        number: text(&controller.number),
        about: controller.about.iter().flatten().map(|(lang, words)| (*lang, words.0.clone())).collect(),
        languages: controller.languages(),
        address: text(&controller.address),
        phone: text(&controller.phone),
        email: controller.email.as_ref().map(|m| m.email.to_string()),
        web: controller.web.as_ref().map(|w| w.as_str().to_owned()),
        contact_person: text(&controller.contact_person),
        privacy_notice: controller.privacy_notice.as_ref().map(|a| a.0.as_str().to_owned()),
        sender: sender.map(|m| m.email.to_string()).unwrap_or_default(),
        sender_name: sender.and_then(|m| m.name.clone()).unwrap_or_else(|| controller.legal_name.0.clone()),
        authority: controller.authority(),
        accent: controller.accent.as_ref().map(|c| c.0.clone()),
        rules: controller.rules(),
    }
}

/// How mail leaves.
pub fn mail_settings(config: &Config) -> Result<MailSettings, String> {
    Ok(match config.mail.transport {
        Chosen::File => MailSettings::File(config.mail_folder()),
        Chosen::Smtp => MailSettings::Smtp(SmtpSettings {
            host: config.mail.host.as_ref().map(|h| h.0.clone()).ok_or("mail.host is missing")?,
            port: Some(config.mail_port()),
            security: match config.mail.tls {
                MailTls::Starttls => Security::StartTls,
                MailTls::Tls => Security::Tls,
                MailTls::None => Security::Plain,
            },
            user: config.mail.username.as_ref().map(|u| u.0.clone()),
            password: config.mail.password.clone(),
            ca_pem: None,
            timeout: MAIL_TIMEOUT,
        }),
    })
}

/// The worker of this house.
pub fn worker(config: &Config, app: Arc<App>, runtime: tokio::runtime::Handle) -> Result<Worker, String> {
    let transport = Transport::new(&mail_settings(config)?).map_err(|e| e.to_string())?;
    let message_domain = app
        .controllers
        .all()
        .first()
        .and_then(|c| c.sender.rsplit_once('@').map(|(_, domain)| domain.to_owned()))
        .unwrap_or_else(|| config.general.public_url.host().to_owned());
    Ok(Worker { app, transport: Arc::new(transport), message_domain, runtime })
}

/// The web's TLS, when certificate and key are configured.
pub fn web_tls(config: &Config) -> Result<Option<rustls::ServerConfig>, String> {
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer};
    let (Some(certificate), Some(key)) = (&config.listen.tls_certificate, &config.listen.tls_key) else {
        return Ok(None);
    };
    let unreadable = |path: &PathBuf, e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let chain = CertificateDer::pem_file_iter(certificate)
        .map_err(|e| unreadable(certificate, &e))?
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| unreadable(certificate, &e))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|e| unreadable(key, &e))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|e| unreadable(certificate, &e))?;
    Ok(Some(config))
}
