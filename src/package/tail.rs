//! The readable page out of a finished package, however large the package is.
//!
//! The page, the manifest and the directory stand at the end of the archive ([`super::write`]), so
//! its end is all that is held in memory; what stands before it is read past.

use crate::package::error::PackageError;
use crate::package::manifest::{File, Manifest};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use zip::ZipArchive;

/// Bytes of the directory's entry of a file, besides its path, at most.
const ENTRY: u64 = 256;
/// Room for what an archive has once: the headers of two files and the end of the directory.
const FRAME: u64 = 64 * 1024;

/// The name of the readable page inside a package of this language.
pub fn page_of(manifest: &Manifest) -> Option<&File> {
    let name = format!("README.{}.html", manifest.language);
    manifest.files.iter().find(|file| file.path == name)
}

/// Takes the readable page out of a package of `bytes` bytes, which is read once and to its end.
///
/// # Errors
/// When the package cannot be read, or is none that fits `manifest`.
pub fn readable_page(
    mut package: impl Read,
    bytes: u64,
    manifest: &Manifest,
) -> Result<Vec<u8>, PackageError> {
    let page = page_of(manifest).ok_or_else(|| PackageError::Io(io::ErrorKind::NotFound.into()))?;
    let start = bytes.saturating_sub(end_of(page, manifest));
    io::copy(&mut package.by_ref().take(start), &mut io::sink())?;
    let mut end = Vec::new();
    package.read_to_end(&mut end)?;
    let mut archive = ZipArchive::new(Tail { start, end: Cursor::new(end) })?;
    let mut html = Vec::new();
    // no more than the manifest announces, whatever the archive claims
    archive.by_name(&page.path)?.take(page.bytes).read_to_end(&mut html)?;
    Ok(html)
}

/// How many bytes at the end of a package hold page, manifest and directory. Packing may add a
/// little to what it cannot make smaller.
fn end_of(page: &File, manifest: &Manifest) -> u64 {
    let written = serde_json::to_vec_pretty(manifest).map_or(0, |text| text.len() as u64);
    let directory: u64 = manifest.files.iter().map(|file| file.path.len() as u64 + ENTRY).sum();
    let packed = page.bytes + written;
    packed + packed / 1000 + directory + FRAME
}

/// The end of a file, at the place it has in the whole.
struct Tail {
    start: u64,
    end: Cursor<Vec<u8>>,
}

impl Read for Tail {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.end.read(into)
    }
}

impl Seek for Tail {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let inside = match to {
            SeekFrom::Start(at) => SeekFrom::Start(
                at.checked_sub(self.start).ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?,
            ),
            relative => relative,
        };
        Ok(self.start + self.end.seek(inside)?)
    }
}
