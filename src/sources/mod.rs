//! Connected sources: systems of the organisation that we may search, read-only, by a data map.
//!
//! One file per kind of system (`sqlite`, `postgres`), each doing no more than `system::System`
//! asks; looking up, finding and checking are written once. A new kind is a file, a variant of
//! [`Kind`] and the line the compiler then asks for. All of it blocks: call it from a plain or blocking
//! thread, outside any transaction of ours.

pub mod fault;
pub mod lookup;
pub mod map;
pub mod plan;
pub mod schema;
pub mod value;

mod gather;
mod pg_schema;
mod postgres;
mod query;
mod sqlite;
mod system;

#[cfg(test)]
mod tests;

pub use fault::{Fault, SourceError};
pub use gather::Order;
pub use lookup::{AddressOnRecord, Candidate, LookUp, Matched, SubjectKey};
pub use map::{DataMap, MapErrors};
pub use plan::{Problem, check_map};
pub use system::KeyValue;

use crate::domain::finding::Finding;
use crate::domain::identifier::Identifier;
use crate::domain::language::Lang;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;
use system::System;

/// A kind of system we can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A SQLite file.
    Sqlite,
    /// A PostgreSQL database.
    Postgres,
}

/// How one source is reached.
#[derive(Debug, Clone)]
pub struct SourceSettings {
    /// Name, used in tasks, findings and messages.
    pub name: String,
    /// Kind of system.
    pub kind: Kind,
    /// Address with user and password.
    pub url: SecretString,
    /// File with the data map.
    pub map_path: PathBuf,
    /// Slugs of the controllers whose data it holds. Cases of others are never searched in it.
    pub controllers: Vec<String>,
    /// File with the certificate authority (PEM) to trust instead of the machine's own.
    pub tls_ca: Option<PathBuf>,
    /// The most time one look up or one finding may take, everything included.
    pub timeout: Duration,
    /// The most records one finding may have.
    pub row_cap: u64,
}

/// A source, ready to be asked. Holds no connection: each call opens its own and closes it.
#[derive(Debug)]
pub struct Source {
    settings: SourceSettings,
    map: DataMap,
}

impl Source {
    /// Reads the data map; does not touch the source yet.
    pub fn new(settings: SourceSettings) -> Result<Self, MapErrors> {
        let map = DataMap::load(&settings.map_path)?;
        Ok(Source { settings, map })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Its data map.
    pub fn map(&self) -> &DataMap {
        &self.map
    }

    /// Slugs of the controllers whose data it holds.
    pub fn controllers(&self) -> &[String] {
        &self.settings.controllers
    }

    /// Introspects the live schema.
    pub fn describe(&self) -> Result<schema::Schema, SourceError> {
        self.named(self.open().and_then(|mut system| system.schema()))
    }

    /// Holds the data map against the live schema. An error means the source was not reached;
    /// no problems mean it is ready.
    pub fn check(&self) -> Result<Vec<Problem>, SourceError> {
        Ok(check_map(&self.map, &self.describe()?))
    }

    /// Searches people by identifiers. Keeps nothing and chooses nobody.
    pub fn look_up(&self, identifiers: &[Identifier]) -> Result<LookUp, SourceError> {
        self.named(self.open().and_then(|mut system| {
            let schema = system.schema()?;
            let plan = plan::plan_or_problem(&self.map, &schema).map_err(Fault::Changed)?;
            lookup::look_up(&mut *system, &plan, identifiers)
        }))
    }

    /// Collects everything about the chosen records: writes one NDJSON line per record to `out`
    /// and returns what the lines are. On an error whatever was written must be thrown away.
    /// Without keys nothing is asked and the finding says "nothing held".
    pub fn find(&self, order: Order<'_>, out: &mut dyn Write) -> Result<Finding, SourceError> {
        let mut finding = self.nothing(order.searched, order.lang);
        if order.keys.is_empty() {
            return Ok(finding);
        }
        let result = self.open().and_then(|mut system| {
            let schema = system.schema()?;
            let plan = plan::plan_or_problem(&self.map, &schema).map_err(Fault::Changed)?;
            gather::find(&mut *system, &plan, order.keys, self.settings.row_cap, &mut finding, out)
        });
        self.named(result).map(|()| finding)
    }

    /// The finding of a look up that found nobody.
    pub fn nothing(&self, searched: &[Identifier], lang: Lang) -> Finding {
        gather::nothing(self.name(), &self.map, searched, lang)
    }

    fn open(&self) -> Result<Box<dyn System>, Fault> {
        match self.settings.kind {
            Kind::Sqlite => sqlite::open(&self.settings),
            Kind::Postgres => postgres::open(&self.settings),
        }
    }

    fn named<T>(&self, result: Result<T, Fault>) -> Result<T, SourceError> {
        result.map_err(|fault| SourceError { name: self.name().to_string(), fault })
    }
}

/// Why the sources of a configuration cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegistryError {
    /// Two sources have one name.
    #[error("two sources are called “{0}”")]
    Twice(String),
    /// A data map is wrong.
    #[error("the data map of the source “{name}” is wrong:\n{errors}")]
    Map {
        /// Source.
        name: String,
        /// Everything wrong with its map.
        errors: MapErrors,
    },
}

/// All connected sources of the installation.
#[derive(Debug, Default)]
pub struct Registry {
    sources: Vec<Source>,
}

impl Registry {
    /// Reads every data map; returns everything that is wrong, not only the first.
    pub fn new(settings: Vec<SourceSettings>) -> Result<Self, Vec<RegistryError>> {
        let (mut sources, mut errors): (Vec<Source>, Vec<RegistryError>) = Default::default();
        for settings in settings {
            let name = settings.name.clone();
            if sources.iter().any(|source| source.name() == name) {
                errors.push(RegistryError::Twice(name));
                continue;
            }
            match Source::new(settings) {
                Ok(source) => sources.push(source),
                Err(map) => errors.push(RegistryError::Map { name, errors: map }),
            }
        }
        if errors.is_empty() { Ok(Registry { sources }) } else { Err(errors) }
    }

    /// The sources of one controller, by its slug, in the order of the configuration. What a case
    /// is searched in and told of.
    pub fn of<'a>(&'a self, controller: &'a str) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(move |source| source.controllers().iter().any(|slug| slug == controller))
    }

    /// The source with this name, whoever's it is: for what it is called. Nothing is searched by it.
    pub fn get(&self, name: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.name() == name)
    }

    /// Checks each source, for `doctor`.
    pub fn check_all(&self) -> Vec<(&str, Result<Vec<Problem>, SourceError>)> {
        self.sources.iter().map(|source| (source.name(), source.check())).collect()
    }
}
