//! The key store: case keys and the installation's secrets, wrapped under the master key, in a
//! database of their own.

use crate::crypto::keys::{CaseKey, InstallationKeys, MasterKey};
use crate::crypto::tokens;
use crate::store::backend::{Fuse, Pools, empty_log, migrate_keys, write};
use crate::store::erasures::Erasure;
use crate::store::error::{Error, Result};
use crate::store::schema::{case_keys, erasures, installation_keys};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use secrecy::SecretString;
use std::sync::{Arc, Mutex};

/// How many case keys a node commits ahead of need, so that opening a case stays one commit.
const BATCH: usize = 32;

/// The key store of this node.
pub struct Vault {
    pools: Pools,
    master: MasterKey,
    /// Committed, never handed out before: each is given once (`cases.key_id` is unique).
    spare: Mutex<Vec<(String, CaseKey)>>,
    fuse: Fuse,
}

impl Vault {
    /// A vault over an open key store.
    pub fn new(pools: Pools, master: MasterKey) -> Self {
        Vault { pools, master, spare: Mutex::new(Vec::new()), fuse: Fuse::default() }
    }

    /// A fresh case key that is already committed in the key store.
    pub fn take(&self, now: DateTime<Utc>) -> Result<(String, CaseKey)> {
        let mut spare = self.spare.lock().unwrap_or_else(|broken| broken.into_inner());
        if spare.is_empty() {
            *spare = self.commit_batch(now)?;
        }
        spare.pop().ok_or(Error::NoKey)
    }

    fn commit_batch(&self, now: DateTime<Utc>) -> Result<Vec<(String, CaseKey)>> {
        let keys: Vec<(String, CaseKey)> = (0..BATCH).map(|_| (tokens::id(), CaseKey::generate())).collect();
        let mut db = self.pools.writer.get()?;
        write(&mut db, &self.fuse, |db| {
            for (id, key) in &keys {
                diesel::insert_into(case_keys::table)
                    .values((
                        case_keys::id.eq(id),
                        case_keys::wrapped.eq(self.master.wrap(id, key.expose())),
                        case_keys::made_at.eq(now.naive_utc()),
                    ))
                    .execute(db)?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(keys)
    }

    /// The key with this id; [`Error::NoKey`] when it was destroyed or does not open.
    pub fn key(&self, key_id: &str) -> Result<CaseKey> {
        let mut db = self.pools.reader.get()?;
        let wrapped: Vec<u8> = case_keys::table
            .find(key_id)
            .select(case_keys::wrapped)
            .first(&mut *db)
            .optional()?
            .ok_or(Error::NoKey)?;
        self.unwrap_key(key_id, &wrapped)
    }

    /// The keys with these ids; those that are gone or do not open are left out, so that one broken
    /// case does not hide all others from a list.
    pub fn keys(&self, key_ids: &[String]) -> Result<Vec<(String, CaseKey)>> {
        let mut db = self.pools.reader.get()?;
        let rows: Vec<(String, Vec<u8>)> = case_keys::table
            .filter(case_keys::id.eq_any(key_ids))
            .select((case_keys::id, case_keys::wrapped))
            .load(&mut *db)?;
        let opened = rows.into_iter().filter_map(|(id, wrapped)| {
            let key = self.unwrap_key(&id, &wrapped).ok();
            if key.is_none() {
                tracing::error!(key = %id, "a case key does not open");
            }
            Some((id, key?))
        });
        Ok(opened.collect())
    }

    fn unwrap_key(&self, key_id: &str, wrapped: &[u8]) -> Result<CaseKey> {
        let bytes = self.master.unwrap_key(key_id, wrapped).map_err(|_| Error::NoKey)?;
        Ok(CaseKey::from_bytes(bytes))
    }

    /// Destroys a case key, and enters that in the ledger of erasures at the same moment. What was
    /// sealed under it is gone, here and in every backup that does not hold the key store. Safe to
    /// repeat: the first instant stays, and on [`Error::Unavailable`] the row is gone, but a reader
    /// still keeps the write-ahead log alive.
    pub fn destroy(&self, case_id: &str, key_id: &str, at: DateTime<Utc>) -> Result<()> {
        let mut db = self.pools.writer.get()?;
        write(&mut db, &self.fuse, |db| {
            diesel::delete(case_keys::table.find(key_id)).execute(db)?;
            let entered: i64 = erasures::table.filter(erasures::key_id.eq(key_id)).count().get_result(db)?;
            if entered == 0 {
                diesel::insert_into(erasures::table)
                    .values((
                        erasures::key_id.eq(key_id),
                        erasures::case_id.eq(case_id),
                        erasures::erased_at.eq(at.naive_utc()),
                    ))
                    .execute(db)?;
            }
            Ok::<_, Error>(())
        })?;
        empty_log(&mut db)
    }

    /// The ledger of erasures, oldest first.
    pub fn erasures(&self) -> Result<Vec<Erasure>> {
        let mut db = self.pools.reader.get()?;
        let rows: Vec<(String, String, NaiveDateTime)> = erasures::table
            .order((erasures::erased_at.asc(), erasures::key_id.asc()))
            .select((erasures::case_id, erasures::key_id, erasures::erased_at))
            .load(&mut *db)?;
        let entry =
            |(case_id, key_id, at): (_, _, NaiveDateTime)| Erasure { case_id, key_id, at: at.and_utc() };
        Ok(rows.into_iter().map(entry).collect())
    }

    /// What the ledger says about a key.
    pub fn erasure(&self, key_id: &str) -> Result<Option<Erasure>> {
        let mut db = self.pools.reader.get()?;
        let row: Option<(String, NaiveDateTime)> = erasures::table
            .find(key_id)
            .select((erasures::case_id, erasures::erased_at))
            .first(&mut *db)
            .optional()?;
        Ok(row.map(|(case_id, at)| Erasure { case_id, key_id: key_id.to_owned(), at: at.and_utc() }))
    }

    /// Those of these keys that are there.
    pub fn existing(&self, key_ids: &[String]) -> Result<Vec<String>> {
        let mut db = self.pools.reader.get()?;
        Ok(case_keys::table.filter(case_keys::id.eq_any(key_ids)).select(case_keys::id).load(&mut *db)?)
    }

    /// Those of these keys that were destroyed.
    pub fn destroyed(&self, key_ids: &[String]) -> Result<Vec<String>> {
        let mut db = self.pools.reader.get()?;
        Ok(erasures::table
            .filter(erasures::key_id.eq_any(key_ids))
            .select(erasures::key_id)
            .load(&mut *db)?)
    }

    /// The installation's secrets: loaded, or made at the very first start. Refuses when they do
    /// not open: a wrong master key must not start a second life.
    pub fn installation_keys(&self, now: DateTime<Utc>) -> Result<InstallationKeys> {
        match self.load_or_make(now) {
            // another node made them first
            Err(Error::Taken) => self.load_or_make(now),
            done => done,
        }
    }

    fn load_or_make(&self, now: DateTime<Utc>) -> Result<InstallationKeys> {
        let mut db = self.pools.writer.get()?;
        write(&mut db, &self.fuse, |db| {
            let rows: Vec<(String, Vec<u8>)> = installation_keys::table
                .select((installation_keys::name, installation_keys::wrapped))
                .load(db)?;
            if !rows.is_empty() {
                return InstallationKeys::from_wrapped(&self.master, rows).map_err(|_| Error::NoKey);
            }
            let keys = InstallationKeys::generate();
            for (name, wrapped) in keys.wrapped(&self.master) {
                diesel::insert_into(installation_keys::table)
                    .values((
                        installation_keys::name.eq(name),
                        installation_keys::wrapped.eq(wrapped),
                        installation_keys::made_at.eq(now.naive_utc()),
                    ))
                    .execute(db)?;
            }
            Ok(keys)
        })
    }

    /// How many case keys there are (for `doctor` and backups).
    pub fn count(&self) -> Result<i64> {
        let mut db = self.pools.reader.get()?;
        Ok(case_keys::table.count().get_result(&mut *db)?)
    }

    /// Whether nobody has ever lived here.
    pub fn is_new(&self) -> Result<bool> {
        is_new(&self.pools)
    }

    /// Whether a commit of the key store failed.
    pub fn is_broken(&self) -> bool {
        self.fuse.is_blown()
    }

    /// The pools of the key store, for backup and `doctor`.
    pub fn pools(&self) -> &Pools {
        &self.pools
    }
}

fn is_new(pools: &Pools) -> Result<bool> {
    let mut db = pools.reader.get()?;
    let secrets: i64 = installation_keys::table.count().get_result(&mut *db)?;
    Ok(secrets == 0)
}

/// Whether nobody has ever lived in the key store at this address, asked before there is a master
/// key: a new one must never be made beside a key store that needs the old one.
pub fn is_new_at(url: &SecretString, tls: &Arc<rustls::ClientConfig>) -> std::result::Result<bool, String> {
    let pools = Pools::open(url, tls)?;
    let asked = || {
        migrate_keys(&mut *pools.writer.get()?)?;
        is_new(&pools)
    };
    asked().map_err(|e: Error| e.to_string())
}

/// Whether this master key opens the installation's secrets in a key store.
pub fn opens(pools: &Pools, master: &MasterKey) -> Result<bool> {
    let mut db = pools.reader.get()?;
    let rows: Vec<(String, Vec<u8>)> = installation_keys::table
        .select((installation_keys::name, installation_keys::wrapped))
        .load(&mut *db)?;
    Ok(InstallationKeys::from_wrapped(master, rows).is_ok())
}
