//! Signed heads of the ledger in a folder outside the database: who changes the database cannot
//! change what stands there. Nothing in the folder is ever overwritten.

use crate::store::error;
use crate::store::ledger;
use crate::store::unit::Store;
use chrono::Duration;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The public half of the signing key, beside the heads: what it takes to check them offline.
pub const PUBLIC_KEY: &str = "public-key.pem";

/// How many heads are read at a time.
const PAGE: i64 = 500;

/// Why a head could not be written outside.
#[derive(Debug, Error)]
pub enum Error {
    /// The heads could not be read from the database.
    #[error(transparent)]
    Store(#[from] error::Error),
    /// The folder holds another installation's key.
    #[error(
        "{0} is not the public key of this installation: the folder belongs to another one, or the key was \
         exchanged; use a folder of its own"
    )]
    OtherKey(PathBuf),
    /// A different head of the same size stands there.
    #[error(
        "{0} holds another head of the same size: the database is not the one this folder watched (restored \
         or changed); keep that folder as evidence and use a new one"
    )]
    OtherHead(PathBuf),
    /// The system refused.
    #[error("{path}: {why}")]
    Io {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        why: io::Error,
    },
}

pub(super) fn io_at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |why| Error::Io { path: path.clone(), why }
}

/// Writes the public key, once, and every signed head of the database that is not outside yet;
/// returns how many heads were written. What it reads does not grow with the years. Called after each signing: what a crash or an
/// unreachable folder left out is made up for at the next turn.
pub fn catch_up(store: &Store, folder: &Path) -> Result<usize, Error> {
    fs::create_dir_all(folder).map_err(io_at(folder))?;
    let public = store
        .secrets
        .signing()
        .public_key_pem()
        .map_err(|_| error::Error::Database("the signing key has no public half".into()))?;
    let key = folder.join(PUBLIC_KEY);
    if !put(folder, PUBLIC_KEY, &public)? {
        return Err(Error::OtherKey(key));
    }
    let there: BTreeSet<i64> = sizes(folder).map_err(io_at(folder))?;
    let Some(newest) = store.look(ledger::newest_signed)? else {
        return Ok(0);
    };
    // usually only what was signed since the newest one outside is read; all of it when some of what
    // came before is not there
    let last = there.last().copied().unwrap_or(0).min(newest);
    let before = i64::try_from(there.range(..=last).count()).unwrap_or(i64::MAX);
    let is_whole = store.look(|db| ledger::count_signed(db, last))? <= before;
    let mut from = if is_whole { last } else { 0 };
    let mut written = 0;
    loop {
        let page = store.look(|db| ledger::signed_from(db, from, PAGE))?;
        let Some((size, _)) = page.last() else { return Ok(written) };
        from = size + 1;
        for (size, signed) in page {
            let is_there = there.contains(&size);
            // an older one that is there was compared when it was the newest
            if is_there && size != newest && size != last {
                continue;
            }
            let name = name_of(size);
            if !put(folder, &name, &signed)? {
                return Err(Error::OtherHead(folder.join(name)));
            }
            written += usize::from(!is_there);
        }
    }
}

/// A head is outside a moment after it was signed; and it is signed every fifteen minutes.
const WRITTEN_WITHIN: Duration = Duration::minutes(2);
const SIGNED_WITHIN: Duration = Duration::minutes(30);

/// Whether signed heads do not reach the folder: nothing is signed, or what is signed does not
/// arrive there. Until they do, whoever changes the database can change its proof too.
pub fn is_behind(store: &Store, folder: &Path) -> error::Result<bool> {
    let now = store.clock.now();
    let (newest, unsigned) = store.look(|db| {
        Ok::<_, error::Error>((ledger::signed_until(db, now - WRITTEN_WITHIN)?, ledger::unsigned_since(db)?))
    })?;
    let is_unwritten = newest
        .is_some_and(|size| ![name_of(size).as_str(), PUBLIC_KEY].iter().all(|n| folder.join(n).exists()));
    Ok(is_unwritten || unsigned.is_some_and(|since| since < now - SIGNED_WITHIN))
}

fn name_of(size: i64) -> String {
    format!("head-{size}.jws")
}

fn sizes(folder: &Path) -> io::Result<BTreeSet<i64>> {
    Ok(heads(folder)?.into_iter().map(|(size, _)| size).collect())
}

/// Sizes of the heads in a folder, smallest first, with their files. A folder that is not there
/// holds none: who asks must know whether there ought to be some.
pub fn heads(folder: &Path) -> io::Result<Vec<(i64, PathBuf)>> {
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let size = name.strip_prefix("head-").and_then(|rest| rest.strip_suffix(".jws"));
        if let Some(size) = size.and_then(|size| size.parse().ok()) {
            found.push((size, path));
        }
    }
    found.sort();
    Ok(found)
}

/// Puts a file with this text, whole or not at all, on disk when this returns. `false` when
/// another text stands under that name.
pub(super) fn put(folder: &Path, name: &str, text: &str) -> Result<bool, Error> {
    let path = folder.join(name);
    match fs::read_to_string(&path) {
        Ok(there) => return Ok(there == text),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {}
        Err(why) => return Err(io_at(&path)(why)),
    }
    let draft = folder.join(format!(".new-{}-{name}", std::process::id()));
    let written =
        OpenOptions::new().write(true).create(true).truncate(true).open(&draft).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
    written.map_err(io_at(&draft))?;
    fs::rename(&draft, &path).map_err(io_at(&path))?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(io_at(folder))?;
    Ok(true)
}
