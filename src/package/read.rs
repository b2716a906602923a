//! Reads a package back and says whether it is whole: for the tests, the check before release
//! and whoever received the file and wants to know.

use crate::package::archive::hex;
use crate::package::error::PackageError;
use crate::package::manifest::Manifest;
use crate::package::schema::Schemas;
use crate::package::writer::MANIFEST;
use crate::package::{MAX_LINE_BYTES, MAX_PART_BYTES};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{self, Read, Seek};
use zip::ZipArchive;

/// No JSON file of a package is larger: a part in memory, one record on top, and its head. The
/// manifest grows with the number of files and is allowed more.
const MAX_JSON: u64 = (MAX_PART_BYTES + MAX_LINE_BYTES) as u64 * 4;

/// Something wrong with a package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Problem {
    /// The manifest is missing or is none.
    #[error("there is no readable manifest")]
    NoManifest,
    /// The archive holds bytes its directory does not account for, or two files of one name.
    #[error("the archive is inconsistent or hides something")]
    Inconsistent,
    /// In the manifest, not in the archive.
    #[error("{0} is missing")]
    Missing(String),
    /// In the archive, not in the manifest.
    #[error("{0} is not in the manifest")]
    Extra(String),
    /// Size or SHA-256 differ, or the file cannot be unpacked.
    #[error("{0} was changed")]
    Changed(String),
    /// It does not fit the schema, or what it says of itself is not what the manifest says.
    #[error("{0} does not fit the schema or the manifest")]
    Invalid(String),
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// The manifest, if there is one.
    pub manifest: Option<Manifest>,
    /// Records counted in all parts.
    pub records: u64,
    /// Everything wrong, in order; empty: the package is whole.
    pub problems: Vec<Problem>,
}

impl Verified {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Opens a package and checks every file against manifest and schema.
///
/// # Errors
/// When it is no ZIP file or cannot be read. Everything else is a [`Problem`].
pub fn verify<R: Read + Seek>(reader: R) -> Result<Verified, PackageError> {
    let schemas = Schemas::load()?;
    let mut zip = ZipArchive::new(reader)?;
    let mut verified = Verified { manifest: None, records: 0, problems: Vec::new() };
    // what stands before the first file is in no directory either
    if zip.offset() != 0 || !zip.comment().is_empty() || zip.validate_header_consistency().is_err() {
        verified.problems.push(Problem::Inconsistent);
    }
    match manifest(&mut zip, &schemas) {
        Some(manifest) => {
            let mut check = Check { zip, schemas, verified };
            check.files(&manifest);
            verified = check.verified;
            verified.manifest = Some(manifest);
        }
        None => verified.problems.push(Problem::NoManifest),
    }
    verified.problems.sort();
    verified.problems.dedup();
    Ok(verified)
}

fn manifest<R: Read + Seek>(zip: &mut ZipArchive<R>, schemas: &Schemas) -> Option<Manifest> {
    let mut text = Vec::new();
    zip.by_name(MANIFEST).ok()?.take(MAX_JSON).read_to_end(&mut text).ok()?;
    let value: Value = serde_json::from_slice(&text).ok()?;
    schemas.check_manifest(MANIFEST, &value).ok()?;
    serde_json::from_value(value).ok()
}

struct Check<R> {
    zip: ZipArchive<R>,
    schemas: Schemas,
    verified: Verified,
}

impl<R: Read + Seek> Check<R> {
    fn files(&mut self, manifest: &Manifest) {
        let present: BTreeSet<String> =
            self.zip.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        let mut named = BTreeSet::from([MANIFEST.to_owned()]);
        for file in &manifest.files {
            let path = file.path.clone();
            if !named.insert(path.clone()) {
                self.verified.problems.push(Problem::Invalid(path));
            } else if !present.contains(&path) {
                self.verified.problems.push(Problem::Missing(path));
            } else if !self.is_unchanged(&path, file.bytes, &file.sha256) {
                self.verified.problems.push(Problem::Changed(path));
            } else if let Some(records) = file.records
                && self.part(&path, file.category.as_deref(), file.activity.as_deref()) != Some(records)
            {
                self.verified.problems.push(Problem::Invalid(path));
            }
        }
        self.verified.problems.extend(present.difference(&named).cloned().map(Problem::Extra));
    }

    /// Reads no more than the manifest announces, whatever the archive claims to unpack to.
    fn is_unchanged(&mut self, path: &str, bytes: u64, sha256: &str) -> bool {
        let Ok(file) = self.zip.by_name(path) else { return false };
        let mut hash = Sha256::new();
        let mut hashing = HashWriter(&mut hash);
        let copied = io::copy(&mut file.take(bytes.saturating_add(1)), &mut hashing);
        matches!(copied, Ok(copied) if copied == bytes) && hex(&hash.finalize()) == sha256
    }

    /// The number of records of a sound part.
    fn part(&mut self, path: &str, category: Option<&str>, activity: Option<&str>) -> Option<u64> {
        let mut text = Vec::new();
        self.zip.by_name(path).ok()?.take(MAX_JSON).read_to_end(&mut text).ok()?;
        let part: Value = serde_json::from_slice(&text).ok()?;
        self.schemas.check_part(path, &part).ok()?;
        let same = |field: &str, expected: Option<&str>| part.get(field).and_then(Value::as_str) == expected;
        if !same("category", category) || !same("activity", activity) {
            return None;
        }
        let columns: BTreeSet<&str> =
            part.get("columns")?.as_array()?.iter().filter_map(|c| c.get("name")?.as_str()).collect();
        let records = part.get("records")?.as_array()?;
        let described = records
            .iter()
            .filter_map(Value::as_object)
            .all(|record| record.keys().all(|name| columns.contains(name.as_str())));
        self.verified.records += records.len() as u64;
        described.then_some(records.len() as u64)
    }
}

struct HashWriter<'a>(&'a mut Sha256);

impl io::Write for HashWriter<'_> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.0.update(data);
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
