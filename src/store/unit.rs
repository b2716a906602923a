//! The unit of work: `Store` opens it, `Tx` is what every store function is handed.

use crate::clock::Clock;
use crate::crypto::blind::BlindIndex;
use crate::crypto::chain::ChainKey;
use crate::crypto::keys::{CaseKey, InstallationKeys, MasterKey};
use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::{Db, Fuse, Pools, migrate_keys, migrate_main, write};
use crate::store::error::{Error, Result};
use crate::store::files::Files;
use crate::store::schema::cases;
use crate::store::vault::Vault;
use crate::store::{chain, installation};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use secrecy::SecretString;
use std::path::PathBuf;
use std::sync::Arc;

/// What is needed to open the store.
pub struct Opening {
    /// URL of the main database.
    pub url: SecretString,
    /// URL of the key store.
    pub key_store_url: SecretString,
    /// How TLS to PostgreSQL is verified.
    pub tls: Arc<rustls::ClientConfig>,
    /// The master key.
    pub master: MasterKey,
    /// Folder of the sealed files.
    pub files: PathBuf,
    /// Where "now" comes from.
    pub clock: Clock,
}

/// Why the store does not open. The sentence says what is wrong and never holds an address or a
/// secret.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The key store was made with another master key.
    #[error(
        "the master key does not open the key store: it is not the key this installation was made with. Put the \
         right master key file in place."
    )]
    OtherMasterKey,
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl From<String> for Unopened {
    fn from(sentence: String) -> Self {
        Unopened::Other(sentence)
    }
}

/// Everything that is kept, and the secrets that open it. One per process; cheap to share.
pub struct Store {
    /// The main database.
    pub pools: Pools,
    /// The key store.
    pub vault: Vault,
    /// Secrets of the installation.
    pub secrets: InstallationKeys,
    /// The key of every chain.
    pub chain_key: ChainKey,
    /// Exact search without clear text.
    pub blind: BlindIndex,
    /// Sealed files.
    pub files: Files,
    /// The only "now".
    pub clock: Clock,
    fuse: Fuse,
}

impl Store {
    /// Opens databases and secrets and brings both databases up to date.
    ///
    /// # Errors
    /// What does not answer, does not open or does not belong together.
    pub fn open(opening: Opening) -> std::result::Result<Store, Unopened> {
        let pools = Pools::open(&opening.url, &opening.tls).map_err(|e| format!("the main database: {e}"))?;
        let keys =
            Pools::open(&opening.key_store_url, &opening.tls).map_err(|e| format!("the key store: {e}"))?;
        let connect = |p: &Pools| p.writer.get().map_err(|_| "the database does not answer".to_owned());
        migrate_main(&mut *connect(&pools)?).map_err(|e| format!("the main database: {e}"))?;
        migrate_keys(&mut *connect(&keys)?).map_err(|e| format!("the key store: {e}"))?;
        let now = opening.clock.now();
        let vault = Vault::new(keys, opening.master);
        refuse_lost_keys(&mut *connect(&pools)?, &vault)?;
        let secrets = vault.installation_keys(now).map_err(|e| match e {
            Error::NoKey => Unopened::OtherMasterKey,
            other => Unopened::Other(format!("the key store: {other}")),
        })?;
        refuse_foreign_keys(&mut *connect(&pools)?, &vault)?;
        let files = Files::open(opening.files).map_err(|e| format!("the folder of the sealed files: {e}"))?;
        let store = Store {
            chain_key: secrets.chain(),
            blind: BlindIndex::new(secrets.blind_index()),
            pools,
            vault,
            secrets,
            files,
            clock: opening.clock,
            fuse: Fuse::default(),
        };
        store.write(&Actor::System, installation::identify).map_err(|e: Error| e.to_string())?;
        Ok(store)
    }

    /// One transaction that writes: everything in `work` happens, or nothing.
    pub fn write<T, E, F>(&self, actor: &Actor, work: F) -> std::result::Result<T, E>
    where
        E: From<Error>,
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    {
        let mut db = self.pools.writer.get().map_err(Error::from)?;
        let now = self.clock.now();
        write(&mut db, &self.fuse, |db| work(&mut Tx { db, now, actor, store: self }))
    }

    /// Whether a commit failed, here or in the key store: nothing is written until a restart (R84).
    pub fn is_broken(&self) -> bool {
        self.fuse.is_blown() || self.vault.is_broken()
    }

    /// Reads what needs no mark: sessions, jobs, settings. Case data go through [`Store::read_case`].
    pub fn look<T, E, F>(&self, work: F) -> std::result::Result<T, E>
    where
        E: From<Error>,
        F: FnOnce(&mut Db) -> std::result::Result<T, E>,
    {
        let mut db = self.pools.reader.get().map_err(Error::from)?;
        work(&mut db)
    }

    /// The key of a case. [`Error::NotFound`] when there is no such case or it was erased;
    /// [`Error::NoKey`] when its key is gone although it was not: somebody must look into that.
    pub fn case_key(&self, case_id: &str) -> Result<CaseKey> {
        let (key_id, erased): (String, bool) = self.look(|db| {
            let row = cases::table.find(case_id).select((cases::key_id, cases::erased));
            Ok::<_, Error>(row.first(db)?)
        })?;
        if erased { Err(Error::NotFound) } else { self.vault.key(&key_id) }
    }

    /// A transaction on one case, with its key.
    pub fn write_case<T, E, F>(&self, actor: &Actor, case_id: &str, work: F) -> std::result::Result<T, E>
    where
        E: From<Error>,
        F: FnOnce(&mut Tx<'_>, &CaseKey) -> std::result::Result<T, E>,
    {
        let key = self.case_key(case_id)?;
        self.write(actor, |tx| {
            // erased since the key was fetched: nothing is sealed any more under a key that is gone
            let erased: bool =
                cases::table.find(case_id).select(cases::erased).first(tx.db).map_err(Error::from)?;
            if erased { Err(E::from(Error::NotFound)) } else { work(tx, &key) }
        })
    }

    /// Reads case data. The mark is written first, in the same transaction: if it cannot be
    /// written, nothing is read (R71). `what` is a code: "case", "finding", "file", "package".
    pub fn read_case<T, E, F>(
        &self,
        actor: &Actor,
        case_id: &str,
        what: &str,
        work: F,
    ) -> std::result::Result<T, E>
    where
        E: From<Error>,
        F: FnOnce(&mut Tx<'_>, &CaseKey) -> std::result::Result<T, E>,
    {
        self.write_case(actor, case_id, |tx, key| {
            let mark = Event::new(EventKind::Read, None, serde_json::json!({ "what": what }));
            chain::append(tx, case_id, Some(key), &mark)?;
            work(tx, key)
        })
    }
}

/// A database that has lived needs the key store it lived with: new secrets would be a second life
/// in which no old case opens and no old chain verifies.
fn refuse_lost_keys(db: &mut Db, vault: &Vault) -> std::result::Result<(), String> {
    let told = |e: Error| e.to_string();
    let any_case: i64 = cases::table.count().get_result(db).map_err(|e| told(e.into()))?;
    let has_lived = any_case > 0 || !installation::id(db).map_err(told)?.is_empty();
    let is_lost = vault.is_new().map_err(told)? || (any_case > 0 && vault.count().map_err(told)? == 0);
    if has_lived && is_lost {
        return Err(
            "the key store is empty although the main database is not: it was lost, or another one is \
                    configured. Restore the key store that belongs to this database."
                .into(),
        );
    }
    Ok(())
}

/// How many cases are tried before a key store is called another one's: some may be erased.
const TRIED: i64 = 20;

/// Another installation's key store under the same master key would only show case by case.
fn refuse_foreign_keys(db: &mut Db, vault: &Vault) -> std::result::Result<(), String> {
    let newest: Vec<String> = cases::table
        .filter(cases::erased.eq(false))
        .order(cases::id.desc())
        .select(cases::key_id)
        .limit(TRIED)
        .load(db)
        .map_err(|e| Error::from(e).to_string())?;
    // a key store newer than the database knows which of its cases were erased since
    let destroyed = vault.destroyed(&newest).map_err(|e| e.to_string())?;
    let newest: Vec<String> = newest.into_iter().filter(|key_id| !destroyed.contains(key_id)).collect();
    let opened = newest.iter().any(|key_id| vault.key(key_id).is_ok());
    if opened || newest.is_empty() {
        return Ok(());
    }
    Err("the key store does not hold the keys of this database: another one is configured, or it is older. \
         Restore the key store that belongs to this database."
        .into())
}

/// An open transaction: the connection, the instant of it, and who acts.
pub struct Tx<'a> {
    /// The connection, inside a transaction.
    pub db: &'a mut Db,
    /// The instant of this unit of work.
    pub now: DateTime<Utc>,
    /// Who acts.
    pub actor: &'a Actor,
    /// Secrets and settings of the store.
    pub store: &'a Store,
}
