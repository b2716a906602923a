//! Sealed files: a folder of random names, each file a sealed stream; and their rows.
//!
//! A file is complete and on disk (file and folder synced) before its row is committed (R81): a row
//! without a file cannot come to be. A file that was never given a row goes with the value that
//! stands for it; one whose row was not committed, or whose process ended, is swept later.

use crate::crypto::files::{SealedReader, SealedWriter};
use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open, seal};
use crate::crypto::tokens;
use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::private;
use crate::store::schema::files;
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// The folder of the sealed files. Several nodes share one folder.
#[derive(Clone)]
pub struct Files {
    folder: PathBuf,
}

/// A file being written. Dropped before `finish`, it leaves nothing behind.
pub struct Writing {
    id: String,
    path: PathBuf,
    folder: PathBuf,
    out: Option<SealedWriter<BufWriter<File>>>,
    /// The same open file, to wait for the disk at the end.
    file: File,
    is_kept: bool,
}

/// A written file whose row is not committed yet. Dropped before it was given a row, it leaves
/// nothing behind. Once it was, only the sweep may remove it: what became of that commit is not
/// known here, unless [`Written::has_no_row`] says so.
#[derive(Debug)]
pub struct Written {
    /// File id.
    pub id: String,
    /// Size in clear bytes.
    pub bytes: u64,
    /// SHA-256 of the clear bytes, hex.
    pub sha256: String,
    path: PathBuf,
    has_row: AtomicBool,
}

impl Written {
    /// The commit that would have given it a row certainly failed: it goes when it is dropped.
    pub fn has_no_row(&self) {
        self.has_row.store(false, Ordering::Relaxed);
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        if !*self.has_row.get_mut() {
            // if this fails, the sweep finds it
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

impl Files {
    /// Opens (or makes) the folder.
    pub fn open(folder: PathBuf) -> io::Result<Files> {
        private::folder(&folder)?;
        restrict(&folder)?;
        Ok(Files { folder })
    }

    /// Where a file lies: two characters of its id as a folder, so that no folder grows huge.
    pub(crate) fn path(&self, id: &str) -> PathBuf {
        let tail = id.get(id.len().saturating_sub(2)..).unwrap_or("00");
        self.folder.join(tail).join(id)
    }

    /// Begins a file.
    pub fn create(&self, key: &CaseKey) -> io::Result<Writing> {
        let id = tokens::id();
        let path = self.path(&id);
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_else(|| self.folder.clone());
        if !folder.is_dir() {
            private::folder(&folder)?;
            // the new folder's own name must be on disk too
            File::open(&self.folder)?.sync_all()?;
        }
        let file = private::new_file(&path)?;
        let out = SealedWriter::new(BufWriter::with_capacity(128 * 1024, file.try_clone()?), key, &id)?;
        Ok(Writing { id, path, folder, out: Some(out), file, is_kept: false })
    }

    /// Opens a file for reading; tampering is an error before any tampered byte comes out.
    pub fn read(&self, key: &CaseKey, id: &str) -> io::Result<SealedReader<BufReader<File>>> {
        let file = File::open(self.path(id))?;
        SealedReader::new(BufReader::with_capacity(128 * 1024, file), key, id)
    }

    /// Removes a file; one that is gone already is fine.
    pub fn remove(&self, id: &str) -> io::Result<()> {
        match std::fs::remove_file(self.path(id)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        }
    }

    /// Ids of the files last written before `before`, in pieces of at most so many as one statement
    /// asks for. What lies in the folder under another kind of name is not ours.
    pub fn older_than(&self, before: DateTime<Utc>) -> io::Result<Vec<Vec<String>>> {
        let mut pieces = Vec::new();
        for folder in std::fs::read_dir(&self.folder)? {
            let folder = folder?;
            if !folder.file_type()?.is_dir() {
                continue;
            }
            let mut ids = Vec::new();
            for entry in std::fs::read_dir(folder.path())? {
                let entry = entry?;
                let Some(id) = entry.file_name().to_str().map(str::to_owned) else { continue };
                // gone in the meantime: somebody removed it
                let Ok(about) = entry.metadata() else { continue };
                let is_ours = about.is_file() && self.path(&id) == entry.path() && is_id(&id);
                if is_ours && DateTime::<Utc>::from(about.modified()?) < before {
                    ids.push(id);
                }
            }
            pieces.extend(ids.chunks(MOST_ASKED).map(<[String]>::to_vec));
        }
        Ok(pieces)
    }

    /// Whether the bytes of a file are there.
    pub fn exists(&self, id: &str) -> bool {
        self.path(id).is_file()
    }

    /// The folder itself, for backups.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// How many ids one statement asks for.
const MOST_ASKED: usize = 500;

fn is_id(name: &str) -> bool {
    name.len() == 36 && uuid::Uuid::try_parse(name).is_ok()
}

fn restrict(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Some(out) => out.write(bytes),
            None => Err(io::Error::other("the file is finished")),
        }
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Writing {
    /// The id the file will have.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Ends the file and waits until file and folder are on disk.
    pub fn finish(mut self) -> io::Result<Written> {
        let Some(out) = self.out.take() else { return Err(io::Error::other("the file is finished")) };
        let sealed = out.finish()?;
        self.file.sync_all()?;
        File::open(&self.folder)?.sync_all()?;
        self.is_kept = true;
        Ok(Written {
            id: self.id.clone(),
            bytes: sealed.clear_bytes,
            sha256: sealed.sha256_hex,
            path: self.path.clone(),
            has_row: AtomicBool::new(false),
        })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.is_kept {
            // nothing half-made stays; if even this fails, the sweep finds it
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

codes! {
    /// What a file is.
    pub enum Kind {
        /// Sent by the person or attached by staff.
        Upload = "upload",
        /// Record stream of a finding.
        Records = "records",
        /// Document of a finding.
        Document = "document",
        /// A package.
        Package = "package",
    }
}

/// A file as listed.
#[derive(Debug, Clone, Queryable)]
pub struct FileRow {
    /// File id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// Code of the kind.
    pub kind: String,
    /// Message it came with.
    pub message_id: Option<String>,
    name: Vec<u8>,
    /// Media type, by content.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: i64,
    made_at: NaiveDateTime,
}

impl FileRow {
    /// The name it was given.
    pub fn name(&self, key: &CaseKey) -> Result<String> {
        let clear = open(key, &Place { table: "files", column: "name", row: &self.id }, &self.name)?;
        Ok(String::from_utf8_lossy(&clear).into_owned())
    }

    /// When it was kept.
    pub fn made_at(&self) -> DateTime<Utc> {
        self.made_at.and_utc()
    }
}

/// Enters the row of a written file.
#[expect(clippy::too_many_arguments, reason = "each is a column")]
pub fn insert(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    written: &Written,
    kind: Kind,
    message_id: Option<&str>,
    name: &str,
    media_type: &str,
) -> Result<()> {
    let place = Place { table: "files", column: "name", row: &written.id };
    diesel::insert_into(files::table)
        .values((
            files::id.eq(&written.id),
            files::case_id.eq(case_id),
            files::kind.eq(kind.code()),
            files::message_id.eq(message_id),
            files::name.eq(seal(key, &place, name.as_bytes())),
            files::media_type.eq(media_type),
            files::bytes.eq(i64::try_from(written.bytes).unwrap_or(i64::MAX)),
            files::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    written.has_row.store(true, Ordering::Relaxed);
    Ok(())
}

/// Those of these ids that no row has.
pub fn without_row(db: &mut Db, ids: &[String]) -> Result<Vec<String>> {
    let known: Vec<String> = files::table.filter(files::id.eq_any(ids)).select(files::id).load(db)?;
    Ok(ids.iter().filter(|id| !known.contains(id)).cloned().collect())
}

/// Deletes the row of a file somebody sent; its bytes are removed when that is committed. One that
/// is not of this case, or not sent by anybody, is [`Error::NotFound`].
pub fn delete_upload(tx: &mut Tx<'_>, case_id: &str, id: &str) -> Result<()> {
    let upload =
        files::table.find(id).filter(files::case_id.eq(case_id)).filter(files::kind.eq(Kind::Upload.code()));
    match diesel::delete(upload).execute(tx.db)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// A file of a case, or [`Error::NotFound`].
pub fn in_case(db: &mut Db, case_id: &str, id: &str) -> Result<FileRow> {
    let row: FileRow = files::table.find(id).first(db)?;
    if row.case_id == case_id { Ok(row) } else { Err(Error::NotFound) }
}

/// The files of a case of one kind, oldest first.
pub fn of_case(db: &mut Db, case_id: &str, kind: Kind) -> Result<Vec<FileRow>> {
    Ok(files::table
        .filter(files::case_id.eq(case_id))
        .filter(files::kind.eq(kind.code()))
        .order((files::made_at.asc(), files::id.asc()))
        .load(db)?)
}

/// Bytes of uploads a case holds, for its cap.
pub fn uploaded_bytes(db: &mut Db, case_id: &str) -> Result<(i64, i64)> {
    let sizes: Vec<i64> = files::table
        .filter(files::case_id.eq(case_id))
        .filter(files::kind.eq(Kind::Upload.code()))
        .select(files::bytes)
        .load(db)?;
    Ok((i64::try_from(sizes.len()).unwrap_or(i64::MAX), sizes.iter().sum()))
}
