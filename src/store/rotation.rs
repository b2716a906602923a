//! Exchanging the master key while the service runs: every wrapped key is opened with the old one and
//! wrapped under the new one, in batches, and nothing else changes. What was killed goes on where it
//! was, because a wrapped key says itself which master key wrapped it.
//!
//! The secrets of the installation go first, in one transaction: from then on every node wraps new
//! case keys under the new master key (it asks those secrets, see [`crate::store::vault`]), so that
//! the old one only has what there was.

use crate::crypto::keys::MasterKey;
use crate::store::backend::{Db, empty_log};
use crate::store::error::{Error, Result};
use crate::store::schema::{case_keys, installation_keys};
use crate::store::vault::Vault;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};

/// How many case keys one transaction wraps anew.
const BATCH: i64 = 50;

/// What wrapping anew has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// Case keys that were wrapped anew in this run.
    pub keys: usize,
    /// Ids of keys that open with neither; they stay as they are.
    pub unreadable: Vec<String>,
}

#[derive(QueryableByName)]
struct Wrapped {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Binary)]
    wrapped: Vec<u8>,
}

/// Wraps everything in the key store under `new`. When it returns without unreadable keys, nothing is
/// left under `old`, also not in the write-ahead log.
pub fn rewrap(vault: &Vault, old: &MasterKey, new: &MasterKey) -> Result<Rewrapped> {
    vault.write(|db| installation_secrets(db, old, new))?;
    let mut done = Rewrapped::default();
    loop {
        // again from the beginning until a whole round finds nothing: a node may have committed keys
        // of its own while this one went by
        let (mut after, mut found) = (String::new(), 0);
        loop {
            let page = vault.write(|db| {
                let page = not_under(db, new, &after)?;
                for key in &page {
                    match again(&key.id, &key.wrapped, old, new) {
                        Some(wrapped) => {
                            diesel::update(case_keys::table.find(&key.id))
                                .set(case_keys::wrapped.eq(wrapped))
                                .execute(db)?;
                            done.keys += 1;
                            found += 1;
                        }
                        None if done.unreadable.contains(&key.id) => {}
                        None => done.unreadable.push(key.id.clone()),
                    }
                }
                Ok(page)
            })?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.id);
        }
        if found == 0 {
            break;
        }
    }
    let mut db = vault.pools().writer.get()?;
    // the old wrapping must not lie in the log; a reader in the way is gone in a moment
    match empty_log(&mut db) {
        Err(Error::Unavailable) => empty_log(&mut db)?,
        other => other?,
    }
    Ok(done)
}

/// The next keys that are not wrapped under this master key.
fn not_under(db: &mut Db, master: &MasterKey, after: &str) -> Result<Vec<Wrapped>> {
    let head = master.wrapped_head();
    let length = head.len();
    Ok(diesel::sql_query(format!(
        "SELECT id, wrapped FROM case_keys WHERE id > $1 AND substr(wrapped, 1, {length}) <> $2 \
         ORDER BY id LIMIT $3"
    ))
    .bind::<Text, _>(after)
    .bind::<Binary, _>(head)
    .bind::<BigInt, _>(BATCH)
    .load(db)?)
}

/// How many case keys are not wrapped under this master key.
pub fn left(vault: &Vault, master: &MasterKey) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let head = master.wrapped_head();
    let sql = format!("SELECT count(*) AS n FROM case_keys WHERE substr(wrapped, 1, {}) <> $1", head.len());
    let mut db = vault.pools().reader.get()?;
    Ok(diesel::sql_query(sql).bind::<Binary, _>(head).get_result::<Number>(&mut *db)?.n)
}

fn again(id: &str, wrapped: &[u8], old: &MasterKey, new: &MasterKey) -> Option<Vec<u8>> {
    let key = old.unwrap_key(id, wrapped).ok()?;
    Some(new.wrap(id, &key))
}

/// All of them or none: a node finds them under one master key.
fn installation_secrets(db: &mut Db, old: &MasterKey, new: &MasterKey) -> Result<()> {
    let rows: Vec<(String, Vec<u8>)> =
        installation_keys::table.select((installation_keys::name, installation_keys::wrapped)).load(db)?;
    for (name, wrapped) in rows.iter().filter(|(_, wrapped)| !new.has_wrapped(wrapped)) {
        let id = crate::crypto::keys::wrap_id(name);
        let wrapped = again(&id, wrapped, old, new).ok_or(Error::NoKey)?;
        diesel::update(installation_keys::table.find(name))
            .set(installation_keys::wrapped.eq(wrapped))
            .execute(db)?;
    }
    Ok(())
}
