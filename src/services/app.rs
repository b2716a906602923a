//! What every use case stands on: the store, the controllers, the sources, and where we live.

use crate::crypto::passwords::Hasher;
use crate::domain::access::Actor;
use crate::domain::controller::Rules;
use crate::domain::identity::YOUNG_ADDRESS_DAYS;
use crate::domain::language::Lang;
use crate::services::error::{Error, Result};
use crate::sources::{Registry, Source};
use crate::store::{Store, controllers};
use chrono::Duration;
use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A legal entity that answers here.
#[derive(Debug, Clone)]
pub struct Controller {
    /// Id of its row.
    pub id: String,
    /// Name in addresses: `/o/{slug}`.
    pub slug: String,
    /// Legal name.
    pub legal_name: String,
    /// Company number.
    pub number: Option<String>,
    /// What it does, per language.
    pub about: BTreeMap<Lang, String>,
    /// Languages it answers in; the first is its own.
    pub languages: Vec<Lang>,
    /// Postal address.
    pub address: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Public mail address.
    pub email: Option<String>,
    /// Web address.
    pub web: Option<String>,
    /// Who to ask about data protection.
    pub contact_person: Option<String>,
    /// Address of the privacy notice.
    pub privacy_notice: Option<String>,
    /// Address its letters come from.
    pub sender: String,
    /// Name its letters come from.
    pub sender_name: String,
    /// Country whose authority takes complaints.
    pub authority: crate::domain::calendar::Country,
    /// Accent colour.
    pub accent: Option<String>,
    /// What decides its dates and guards.
    pub rules: Rules,
}

/// The controllers of this installation.
#[derive(Debug, Clone)]
pub struct Controllers(Vec<Controller>);

impl Controllers {
    /// Enters every controller of the configuration into the database and gives them their ids.
    pub fn enter(store: &Store, configured: Vec<Controller>) -> Result<Controllers> {
        let mut known = configured;
        store.write(&Actor::System, |tx| {
            for controller in &mut known {
                controller.id = controllers::enter(tx, &controller.slug, &controller.legal_name)?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(Controllers(known))
    }

    /// All of them, in the order of the configuration.
    pub fn all(&self) -> &[Controller] {
        &self.0
    }

    /// By id. A case of a controller that vanished from the configuration is an error said plainly.
    pub fn get(&self, id: &str) -> Result<&Controller> {
        self.0.iter().find(|c| c.id == id).ok_or_else(|| {
            Error::Broken("a case belongs to a controller that is not configured any more".into())
        })
    }

    /// By the name in the address.
    pub fn by_slug(&self, slug: &str) -> Result<&Controller> {
        self.0.iter().find(|c| c.slug == slug).ok_or(Error::NotFound)
    }
}

/// Caps, so that nobody fills the house: `[limits]` of the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// Most bytes of one file (R43).
    pub file_bytes: u64,
    /// Most files a person sends with a case (R43).
    pub files_per_case: i64,
    /// Most bytes of all those files together (R43).
    pub case_bytes: u64,
    /// Cases opened from one network address in an hour.
    pub submissions_per_hour: i64,
    /// Days a download link lives; it can be renewed while the package is kept (R37).
    pub link_days: i64,
    /// Completed downloads of one link.
    pub link_downloads: i32,
    /// Days an address must have been on record before the request to prove anything.
    pub known_address_days: i64,
}

/// Bytes of a megabyte as the configuration and the pages count it.
pub const MEGABYTE: u64 = 1024 * 1024;

impl Default for Caps {
    fn default() -> Self {
        Caps {
            file_bytes: 10 * MEGABYTE,
            files_per_case: 5,
            case_bytes: 25 * MEGABYTE,
            submissions_per_hour: 20,
            link_days: 7,
            link_downloads: 5,
            known_address_days: YOUNG_ADDRESS_DAYS,
        }
    }
}

impl Caps {
    /// Most bytes of a whole form that carries so many files. Room for two files more than are meant,
    /// so that somebody whose file is too big hears so instead of seeing the line cut.
    pub fn form_bytes(&self, files: u64) -> u64 {
        self.file_bytes.saturating_mul(files + 2)
    }

    /// Megabytes of one file, for the sentence that names it.
    pub fn file_megabytes(&self) -> i64 {
        megabytes(self.file_bytes)
    }

    /// Megabytes of all files of a case, for the sentence that names them.
    pub fn case_megabytes(&self) -> i64 {
        megabytes(self.case_bytes)
    }

    /// How long a download link lives.
    pub fn link_life(&self) -> Duration {
        Duration::days(self.link_days)
    }
}

fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes / MEGABYTE).unwrap_or(i64::MAX)
}

/// Everything a use case needs. One per process, shared by web and worker.
pub struct App {
    /// What is kept.
    pub store: Store,
    /// Who answers here.
    pub controllers: Controllers,
    /// The connected systems.
    pub sources: Arc<Registry>,
    /// Passwords.
    pub hasher: Hasher,
    /// Folder the signed heads are written to.
    pub checkpoint_folder: PathBuf,
    /// Where we live: the only origin links are made of.
    pub public_url: String,
    /// Caps of the configuration.
    pub caps: Caps,
    /// Invented organisation, mails readable: the demo.
    pub is_demo: bool,
}

impl App {
    /// The systems a case of this controller may be searched in and told of: its own.
    pub fn sources_of(&self, controller_id: &str) -> Result<impl Iterator<Item = &Source>> {
        Ok(self.sources.of(&self.controllers.get(controller_id)?.slug))
    }

    /// An absolute link from path segments, of the configured origin only (R56).
    pub fn link(&self, segments: &[&str]) -> String {
        format!("{}/{}", self.public_url.trim_end_matches('/'), segments.join("/"))
    }

    /// The time zone of the desk: that of the first controller.
    pub fn desk_zone(&self) -> Tz {
        self.controllers.all().first().map_or(Tz::UTC, |c| c.rules.zone)
    }

    /// What the house is called at the desk's door: the first controller's name.
    pub fn house_name(&self) -> String {
        self.controllers.all().first().map_or_else(|| "Indsigt".to_owned(), |c| c.legal_name.clone())
    }
}
