//! A package that was built: read back, looked at before it is approved, handed out after release.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::decide::hand_over;
use crate::domain::request::State;
use crate::package::{Manifest, Problem, readable_page, verify};
use crate::services::app::App;
use crate::services::conversation;
use crate::services::error::{Error, Result};
use crate::store::Tx;
use crate::store::cases::{self, StoredCase};
use crate::store::files::{self, FileRow};
use crate::store::tasks::{self, Package};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};

/// A package up to this many bytes is read again to be checked; a larger one is only streamed.
const MOST_IN_MEMORY: i64 = 32 * 1024 * 1024;

fn bytes(app: &App, key: &CaseKey, package: &FileRow) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    app.store.files.read(key, &package.id)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The readable page out of a package, however large that is.
///
/// # Errors
/// When the package is not one of ours that fits `manifest`.
pub fn readable(app: &App, key: &CaseKey, package: &FileRow, manifest: &Manifest) -> Result<Vec<u8>> {
    let sealed = app.store.files.read(key, &package.id)?;
    let bytes = u64::try_from(package.bytes).unwrap_or_default();
    readable_page(sealed, bytes, manifest)
        .map_err(|error| Error::Broken(format!("a package of ours cannot be read: {error}")))
}

/// What reading a package again has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inspected {
    /// Manifest and every part fit the published schema.
    pub fits_schema: bool,
    /// The whole and every file have the hashes they are said to have, and nothing else is in it.
    pub hashes_match: bool,
}

/// Reads a package as it is kept and checks it; `None` for one too large to be read at once.
pub fn inspect(app: &App, key: &CaseKey, package: &FileRow, sha256: &str) -> Result<Option<Inspected>> {
    if package.bytes > MOST_IN_MEMORY {
        return Ok(None);
    }
    let wrong = Inspected { fits_schema: false, hashes_match: false };
    // a sealed file that does not open is a package that does not hold
    let Ok(bytes) = bytes(app, key, package) else { return Ok(Some(wrong)) };
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let Ok(verified) = verify(Cursor::new(bytes)) else { return Ok(Some(wrong)) };
    let is_of_schema = |problem: &Problem| matches!(problem, Problem::NoManifest | Problem::Invalid(_));
    Ok(Some(Inspected {
        fits_schema: !verified.problems.iter().any(is_of_schema),
        hashes_match: hash == sha256 && verified.problems.iter().all(is_of_schema),
    }))
}

/// A package and what opens it.
pub struct Opened {
    /// Reference of the case.
    pub reference: String,
    /// Key of the case.
    pub key: CaseKey,
    /// The file.
    pub file: FileRow,
    /// What is inside.
    pub manifest: Manifest,
}

/// The package of a request for whoever reads the answer before it is approved or sent.
pub fn for_review(app: &App, actor: &Actor, case_id: &str, request_id: &str) -> Result<Opened> {
    app.store.read_case(actor, case_id, "package", |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        conversation::may_see(actor, &stored)?;
        let request = stored.file.request(request_id).ok_or(Error::NotFound)?;
        if !matches!(request.state, State::InReview | State::Ready) {
            return Err(Error::NotFound);
        }
        let package = tasks::package(tx.db, request_id)?.ok_or(Error::NotFound)?;
        opened(tx, key, &stored, &package)
    })
}

/// The package of an answer that was released, for whoever prints it, posts it or hands it over.
pub fn for_hand_over(app: &App, actor: &Actor, case_id: &str, request_id: &str) -> Result<Opened> {
    app.store.read_case(actor, case_id, "package", |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        conversation::may_see(actor, &stored)?;
        hand_over(&stored.file, actor, request_id)?;
        let approved = stored.file.request(request_id).and_then(|r| r.approved_package.clone());
        let package = tasks::package(tx.db, request_id)?.ok_or(Error::NotFound)?;
        if Some(&package.sha256) != approved.as_ref() {
            return Err(Error::Stale);
        }
        opened(tx, key, &stored, &package)
    })
}

fn opened(tx: &mut Tx<'_>, key: &CaseKey, stored: &StoredCase, package: &Package) -> Result<Opened> {
    Ok(Opened {
        reference: stored.reference.clone(),
        key: key.clone(),
        file: files::in_case(tx.db, &package.case_id, &package.file_id)?,
        manifest: package.summary(key)?,
    })
}
