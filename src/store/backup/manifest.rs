//! The manifest of a part of a backup: what belongs to it and how every byte of it hashes. It is
//! written last, so a backup with a manifest is a whole one.

use super::{Error, KEY_TABLES, MAIN_TABLES, code, io_at};
use crate::store::private;
use crate::store::unit::Store;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

const NAME: &str = "manifest.json";
/// The manifest's own hash: what holds everything else must not be damaged unnoticed.
const HASH: &str = "manifest.sha256";
const FORM: &str = "indsigt-backup-1";

/// Which part of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Part {
    /// The main database and the sealed files.
    Main,
    /// The key store.
    Keys,
}

impl Part {
    /// The tables of this part.
    pub fn tables(self) -> &'static [&'static str] {
        match self {
            Part::Main => MAIN_TABLES,
            Part::Keys => KEY_TABLES,
        }
    }
}

/// A table that was copied.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: u64,
}

/// A file of the backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    /// Below the folder of the part.
    pub path: String,
    pub bytes: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
}

/// What a part of a backup says about itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    form: String,
    pub part: Part,
    /// The same in both parts of one backup.
    pub backup: String,
    pub made_at: DateTime<Utc>,
    program: String,
    /// "sqlite" or "postgres".
    pub database: String,
    pub installation: String,
    /// Versions of the migrations that had been made, oldest first.
    pub migrations: Vec<String>,
    pub tables: Vec<Table>,
    pub pieces: Vec<Piece>,
    pub missing_files: Vec<String>,
}

impl Manifest {
    pub fn new(part: Part, backup: &str, installation: &str, store: &Store) -> Manifest {
        let kind = match part {
            Part::Main => store.pools.kind,
            Part::Keys => store.vault.pools().kind,
        };
        Manifest {
            form: FORM.into(),
            part,
            backup: backup.into(),
            made_at: store.clock.now(),
            program: env!("CARGO_PKG_VERSION").into(),
            database: code(kind).into(),
            installation: installation.into(),
            migrations: Vec::new(),
            tables: Vec::new(),
            pieces: Vec::new(),
            missing_files: Vec::new(),
        }
    }

    /// How many rows a table had.
    pub fn rows_of(&self, table: &str) -> u64 {
        self.tables.iter().find(|t| t.name == table).map_or(0, |t| t.rows)
    }

    /// Writes the manifest, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let (draft, path) = (folder.join(".manifest.new"), folder.join(NAME));
        let text = serde_json::to_vec_pretty(self).map_err(|e| io_at(&path)(e.into()))?;
        let (_, sha256) = copy_hashed(text.as_slice(), &draft)?;
        copy_hashed(sha256.as_bytes(), &folder.join(HASH))?;
        fs::rename(&draft, &path).map_err(io_at(&path))?;
        sync(folder)
    }

    /// Reads the manifest of a part and holds every piece against it.
    pub fn read(folder: &Path, part: Part) -> Result<Manifest, Error> {
        let path = folder.join(NAME);
        let text = match fs::read(&path) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Err(Error::Incomplete(path)),
            text => text.map_err(io_at(&path))?,
        };
        let expected = match fs::read_to_string(folder.join(HASH)) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => {
                return Err(Error::Incomplete(folder.join(HASH)));
            }
            expected => expected.map_err(|_| Error::Damaged(path.clone()))?,
        };
        if crate::crypto::hex(&Sha256::digest(&text)) != expected {
            return Err(Error::Damaged(path));
        }
        #[derive(Deserialize)]
        struct Form {
            form: String,
        }
        let form: Form = serde_json::from_slice(&text).map_err(|_| Error::Damaged(path.clone()))?;
        if form.form != FORM {
            return Err(Error::Unusable(path, "another version of indsigt wrote it"));
        }
        let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| Error::Damaged(path.clone()))?;
        if manifest.part != part {
            return Err(Error::Unusable(path, "it is the manifest of the other part"));
        }
        // names go into SQL and into paths: only those we write ourselves
        let is_name = |name: &String| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        let is_ours =
            |table: &Table| part.tables().contains(&table.name.as_str()) && table.columns.iter().all(is_name);
        let is_below = |piece: &Piece| !piece.path.starts_with('/') && !piece.path.contains("..");
        if !manifest.tables.iter().all(is_ours) || !manifest.pieces.iter().all(is_below) {
            return Err(Error::Unusable(path, "it names tables or files that no backup of ours has"));
        }
        for piece in &manifest.pieces {
            piece.check(folder)?;
        }
        Ok(manifest)
    }
}

impl Piece {
    /// Describes a file that was just written.
    pub fn of(folder: &Path, path: &str) -> Result<Piece, Error> {
        let whole = folder.join(path);
        let file = File::open(&whole).map_err(io_at(&whole))?;
        let (bytes, sha256) = hash(file, io::sink()).map_err(io_at(&whole))?;
        Ok(Piece { path: path.into(), bytes, sha256 })
    }

    fn check(&self, folder: &Path) -> Result<(), Error> {
        check(&folder.join(&self.path), self.bytes, &self.sha256)
    }
}

/// Holds a file against its size and hash.
pub(super) fn check(path: &Path, bytes: u64, sha256: &str) -> Result<(), Error> {
    let damaged = || Error::Damaged(path.to_owned());
    let file = match File::open(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Err(damaged()),
        file => file.map_err(io_at(path))?,
    };
    let found = hash(file, io::sink()).map_err(io_at(path))?;
    if found == (bytes, sha256.to_owned()) { Ok(()) } else { Err(damaged()) }
}

/// Copies into a new file that only its owner reads; on disk when this returns. Gives size and hash.
pub(super) fn copy_hashed(from: impl Read, to: &Path) -> Result<(u64, String), Error> {
    let file = private::new_file(to).map_err(io_at(to))?;
    let copied = hash(from, &file).map_err(io_at(to))?;
    file.sync_all().map_err(io_at(to))?;
    Ok(copied)
}

/// Waits until a folder's names are on disk.
pub(super) fn sync(folder: &Path) -> Result<(), Error> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(io_at(folder))
}

fn hash(mut from: impl Read, mut to: impl Write) -> io::Result<(u64, String)> {
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut buffer = vec![0; 128 * 1024];
    loop {
        let count = match from.read(&mut buffer) {
            Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
            count => count?,
        };
        let some = buffer.get(..count).unwrap_or_default();
        if some.is_empty() {
            return Ok((bytes, crate::crypto::hex(&hash.finalize())));
        }
        hash.update(some);
        to.write_all(some)?;
        bytes += count as u64;
    }
}
