//! Backup of everything while the service runs: the main database first, then the sealed files,
//! then the key store, each as one consistent state, with a manifest that holds their hashes.
//!
//! Case keys are committed before they are used, so a key store copied after the main database
//! has the key of every case in it. The key store lies in a folder of its own, to be kept apart
//! and shorter: what was erased since is then not readable in an old backup either. The master key
//! is in none of them.
//!
//! ```text
//! main/manifest.json   database.sqlite or tables/NAME.copy   files.txt   files/
//! keys/manifest.json   database.sqlite or tables/NAME.copy
//! ```

mod database;
mod manifest;
mod opened;
mod restore;

pub use opened::Opened;
pub use restore::{Restored, restore};

use crate::crypto::tokens;
use crate::store::backend::Kind;
use crate::store::unit::Store;
use crate::store::{error, installation, private};
use manifest::{Manifest, Part, Piece};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The tables of the main database in the order they are filled: none before one it refers to.
pub const MAIN_TABLES: &[&str] = &[
    "installation",
    "controllers",
    "staff",
    "recovery_codes",
    "invites",
    "sessions",
    "failed_sign_ins",
    "counters",
    "drafts",
    "cases",
    "erasing",
    "requests",
    "pauses",
    "proofs",
    "linked_cases",
    "representations",
    "blind_index",
    "codes",
    "person_sessions",
    "messages",
    "notices",
    "undelivered",
    "staff_mails",
    "tasks",
    "task_requests",
    "files",
    "findings",
    "packages",
    "deliveries",
    "jobs",
    "reminders",
    "events",
    "chain_heads",
    "ledger",
    "checkpoints",
    "suppressions",
    "objection_notices",
    "disclosures",
    "trainings",
    "api_clients",
    "api_cases",
    "registers",
    "register_controllers",
    "restrictions",
    "restriction_uses",
    "recipient_notices",
    "follow_ups",
];

/// The tables of the key store.
pub const KEY_TABLES: &[&str] = &["case_keys", "installation_keys", "erasures"];

/// Why a backup could not be made, or may not be restored.
#[derive(Debug, Error)]
pub enum Error {
    /// The store could not be read or written.
    #[error(transparent)]
    Store(#[from] error::Error),
    /// The system refused.
    #[error("{path}: {why}")]
    Io {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        why: io::Error,
    },
    /// PostgreSQL refused while tables were streamed.
    #[error("PostgreSQL: {0}")]
    Postgres(String),
    /// A backup goes into a folder of its own.
    #[error("{0} is not empty; a backup needs a new or empty folder")]
    NotEmpty(PathBuf),
    /// No manifest: the backup was not finished, or this is no backup.
    #[error("{0} is missing: this is no backup, or one that was not finished")]
    Incomplete(PathBuf),
    /// A part is missing, cut or changed.
    #[error("{0} is not as it was written: the backup is damaged")]
    Damaged(PathBuf),
    /// The manifest is of another version or part.
    #[error("{0} cannot be used: {1}")]
    Unusable(PathBuf, &'static str),
    /// Main database and key store are of two installations.
    #[error("the key store of this backup belongs to another installation than the main database")]
    TwoInstallations,
    /// Restored is only into nothing.
    #[error("the target is not empty: {0}; restore into new databases and an empty folder for the files")]
    TargetNotEmpty(String),
    /// A write-ahead log without its database: it would be applied to what is restored.
    #[error("{0} is left over from another database and would be mixed into this one; remove it first")]
    StaleLog(PathBuf),
    /// The master key is not the one of this backup.
    #[error(
        "the master key does not open the key store of this backup; put the right master key file in place"
    )]
    OtherMasterKey,
    /// The restored store does not open.
    #[error("the restored store does not open: {0}")]
    Refused(String),
    /// Not one sealed value opens.
    #[error("none of the {0} cases opens with the key store of this backup")]
    NothingOpens(u64),
}

pub(crate) fn io_at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |why| Error::Io { path: path.clone(), why }
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Id of the backup.
    pub id: String,
    /// Cases in it.
    pub cases: u64,
    /// Case keys in it.
    pub keys: u64,
    /// Sealed files in it.
    pub files: u64,
    /// Files that have a row but were not on disk: somebody must look into it.
    pub missing_files: Vec<String>,
}

/// Copies everything into a new folder while the service runs.
pub fn backup(store: &Store, folder: &Path) -> Result<Summary, Error> {
    empty_folder(folder)?;
    let id = tokens::id();
    let (main_folder, keys_folder) = (folder.join("main"), folder.join("keys"));
    let installation = store.look(installation::id)?;
    let manifest = |part| Manifest::new(part, &id, &installation, store);

    let mut main = manifest(Part::Main);
    database::copy_out(&store.pools, &main_folder, MAIN_TABLES, &mut main)?;
    let (files, missing) = copy_files(store, &main_folder, &mut main)?;
    main.missing_files.clone_from(&missing);
    main.write(&main_folder)?;

    let mut keys = manifest(Part::Keys);
    database::copy_out(store.vault.pools(), &keys_folder, KEY_TABLES, &mut keys)?;
    keys.write(&keys_folder)?;
    manifest::sync(folder)?;
    Ok(Summary {
        cases: main.rows_of("cases"),
        keys: keys.rows_of("case_keys"),
        id,
        files,
        missing_files: missing,
    })
}

fn empty_folder(folder: &Path) -> Result<(), Error> {
    private::folder(folder).map_err(io_at(folder))?;
    if fs::read_dir(folder).map_err(io_at(folder))?.next().is_some() {
        return Err(Error::NotEmpty(folder.to_owned()));
    }
    for part in ["main", "keys"] {
        private::folder(&folder.join(part)).map_err(io_at(folder))?;
    }
    Ok(())
}

/// The list of sealed files in a backup: `hash bytes id` a line.
const FILES: &str = "files.txt";

/// Copies every sealed file that has a row in the copied database.
fn copy_files(store: &Store, folder: &Path, manifest: &mut Manifest) -> Result<(u64, Vec<String>), Error> {
    let list_path = folder.join(FILES);
    let mut list = BufWriter::new(private::new_file(&list_path).map_err(io_at(&list_path))?);
    let (mut copied, mut missing) = (0, Vec::new());
    database::each_file_id(store.pools.kind, folder, &mut |id| {
        let to = sealed_file(folder, id);
        match File::open(store.files.path(id)) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => {
                missing.push(id.to_owned());
                return Ok(());
            }
            Err(why) => return Err(io_at(&store.files.path(id))(why)),
            Ok(from) => {
                if let Some(folder) = to.parent() {
                    private::folder(folder).map_err(io_at(folder))?;
                }
                let (bytes, sha256) = manifest::copy_hashed(from, &to)?;
                writeln!(list, "{sha256} {bytes} {id}").map_err(io_at(&list_path))?;
            }
        }
        copied += 1;
        Ok(())
    })?;
    let list = list.into_inner().map_err(|e| io_at(&list_path)(e.into_error()))?;
    list.sync_all().map_err(io_at(&list_path))?;
    manifest.pieces.push(Piece::of(folder, FILES)?);
    Ok((copied, missing))
}

/// Where a sealed file lies in a backup: as in the store, in folders of two characters.
fn sealed_file(folder: &Path, id: &str) -> PathBuf {
    let tail = id.get(id.len().saturating_sub(2)..).unwrap_or("00");
    folder.join("files").join(tail).join(id)
}

/// Every line of the list of sealed files: id, size, hash.
fn each_listed(
    folder: &Path,
    work: &mut dyn FnMut(&str, u64, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    let path = folder.join(FILES);
    for line in BufReader::new(File::open(&path).map_err(io_at(&path))?).lines() {
        let line = line.map_err(io_at(&path))?;
        let mut parts = line.split(' ');
        let (Some(sha256), Some(bytes), Some(id)) =
            (parts.next(), parts.next().and_then(|b| b.parse().ok()), parts.next())
        else {
            return Err(Error::Damaged(path));
        };
        // an id is a name, never a way out of the folder
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(Error::Damaged(path));
        }
        work(id, bytes, sha256)?;
    }
    Ok(())
}

/// The code of a kind of database in a manifest.
fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "sqlite",
        Kind::Postgres => "postgres",
    }
}
