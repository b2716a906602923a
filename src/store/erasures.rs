//! The ledger of erasures: case, key and instant, nothing about anybody. It stands in the key store,
//! and in a folder outside beside the signed heads, because a restore brings back the key store of an
//! older day. Whatever is opened is held against both before anybody is served (R70).

use crate::crypto::hex;
use crate::store::erasing;
use crate::store::outside::{self, io_at};
use crate::store::unit::Store;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

/// The folder beside the signed heads.
pub const FOLDER: &str = "erased";

/// A case that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Case id.
    pub case_id: String,
    /// Id of the key that was destroyed.
    pub key_id: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An entry as it stands outside.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    case: String,
    key: String,
    at: DateTime<Utc>,
    /// Keyed, lower-case hexadecimal: who can write to the folder cannot have a case erased.
    mac: String,
}

/// What holding a store against the ledger has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Erasures the ledger has.
    pub known: usize,
    /// Cases that had come back and are erased again.
    pub erased_again: usize,
    /// Entries outside that are not ours or were changed; they were left alone.
    pub not_ours: usize,
}

/// Writes an erasure outside; one that is there already stays.
pub fn put_outside(store: &Store, folder: &Path, erasure: &Erasure) -> Result<(), outside::Error> {
    let folder = folder.join(FOLDER);
    fs::create_dir_all(&folder).map_err(io_at(&folder))?;
    let mac = store.chain_key.erasure_mac(&erasure.case_id, &erasure.key_id, erasure.at);
    let (case, key) = (erasure.case_id.clone(), erasure.key_id.clone());
    let written = Written { case, key, at: erasure.at, mac: hex(&mac) };
    let text = serde_json::to_string(&written).map_err(|e| io_at(&folder)(e.into()))?;
    let name = format!("{}.json", erasure.key_id);
    // another text under the name of this key: that the key is gone stands there all the same
    outside::put(&folder, &name, &text).map(|_| ())
}

/// The entries outside, by key, and how many files there are none of ours.
fn outside(store: &Store, folder: &Path) -> Result<(Vec<Erasure>, usize), outside::Error> {
    let folder = folder.join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok((Vec::new(), 0)),
        entries => entries.map_err(io_at(&folder))?,
    };
    let (mut found, mut not_ours) = (Vec::new(), 0);
    for entry in entries {
        let path = entry.map_err(io_at(&folder))?.path();
        // a draft a crash left is no entry
        if path.extension().is_none_or(|ending| ending != "json") || !is_named(&path) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(io_at(&path))?;
        match read(store, &text) {
            Some(erasure) => found.push(erasure),
            None => not_ours += 1,
        }
    }
    Ok((found, not_ours))
}

fn is_named(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| !name.starts_with('.'))
}

fn read(store: &Store, text: &str) -> Option<Erasure> {
    let Written { case, key, at, mac } = serde_json::from_str(text).ok()?;
    let is_ours = hex(&store.chain_key.erasure_mac(&case, &key, at)) == mac;
    is_ours.then_some(Erasure { case_id: case, key_id: key, at })
}

/// Holds a store that was just opened against the ledger, inside and outside: a case that was erased
/// and is there again, because something older was restored, is erased again; what either place lacks
/// is added. Done before anybody is served.
pub fn replay(store: &Store, folder: &Path) -> Result<Replayed, outside::Error> {
    let (found, not_ours) = outside(store, folder)?;
    if not_ours > 0 {
        // an alarm: somebody has changed the folder, or it is another installation's
        tracing::error!(
            not_ours,
            "entries of the ledger of erasures are not of this installation or were changed"
        );
    }
    let inside = store.vault.erasures()?;
    let mut known: BTreeMap<String, Erasure> = BTreeMap::new();
    for erasure in inside.iter().chain(&found) {
        known.entry(erasure.key_id.clone()).or_insert_with(|| erasure.clone());
    }
    let there: BTreeSet<&str> = found.iter().map(|erasure| erasure.key_id.as_str()).collect();
    for erasure in known.values().filter(|erasure| !there.contains(erasure.key_id.as_str())) {
        put_outside(store, folder, erasure)?;
    }
    let all: Vec<Erasure> = known.into_values().collect();
    let erased_again = erasing::again(store, &all)?;
    // the first deletes, the second finds nothing left
    if erasing::go_on(store, folder)? > 0 {
        erasing::go_on(store, folder)?;
    }
    Ok(Replayed { known: all.len(), erased_again, not_ours })
}
