//! The ZIP64 stream: one entry after the other, each hashed while it is written, all with the
//! same time. An archive that is not finished stays without a directory, so that half a package
//! can never be opened as a whole one.

use chrono::{DateTime, Datelike, Timelike, Utc};
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// From this size on an entry is announced as ZIP64; above 4 GiB the format demands it.
const LARGE: u64 = 1 << 30;

/// What is known of an entry once it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Size in bytes, unpacked.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
}

/// Counts and hashes what passes to `out`; swallows everything once `muted`.
struct Tap<W> {
    out: W,
    muted: Rc<Cell<bool>>,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Tap<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.muted.get() {
            return Ok(data.len());
        }
        let written = self.out.write(data).inspect_err(|error| {
            // nothing may follow a failed write, also not the directory
            self.muted.set(error.kind() != io::ErrorKind::Interrupted);
        })?;
        self.hash.update(data.get(..written).unwrap_or(data));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.muted.get() { Ok(()) } else { self.out.flush() }
    }
}

/// The archive being written.
pub(crate) struct Archive<W: Write> {
    zip: Option<ZipWriter<StreamWriter<Tap<W>>>>,
    muted: Rc<Cell<bool>>,
    options: SimpleFileOptions,
}

impl<W: Write> Archive<W> {
    /// Starts an archive whose entries all carry `at`.
    pub(crate) fn new(out: W, at: DateTime<Utc>) -> Self {
        let muted = Rc::new(Cell::new(false));
        let tap = Tap { out, muted: muted.clone(), hash: Sha256::new(), bytes: 0 };
        let options = SimpleFileOptions::DEFAULT
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip_time(at))
            .unix_permissions(0o600);
        Self { zip: Some(ZipWriter::new_stream(tap)), muted, options }
    }

    /// Writes one entry; `fill` gets a writer, `expected_bytes` decides about ZIP64.
    ///
    /// # Errors
    /// Those of `fill`, and of writing.
    pub(crate) fn entry<E: From<zip::result::ZipError>>(
        &mut self,
        path: &str,
        expected_bytes: u64,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<Entry, E> {
        let Some(zip) = self.zip.as_mut() else {
            return Err(zip::result::ZipError::FileNotFound.into());
        };
        zip.start_file(path, self.options.large_file(expected_bytes >= LARGE))?;
        let mut hashing = Hashing { out: zip, hash: Sha256::new(), bytes: 0 };
        fill(&mut hashing)?;
        Ok(Entry { bytes: hashing.bytes, sha256: hex(&hashing.hash.finalize()) })
    }

    /// Writes the directory; answers size and SHA-256 of the whole archive.
    pub(crate) fn finish(mut self) -> Result<Entry, zip::result::ZipError> {
        let Some(zip) = self.zip.take() else {
            return Err(zip::result::ZipError::FileNotFound);
        };
        let mut tap = zip.finish()?.into_inner();
        if self.muted.get() {
            return Err(io::Error::other("an earlier write failed").into());
        }
        tap.flush()?;
        Ok(Entry { bytes: tap.bytes, sha256: hex(&tap.hash.finalize()) })
    }
}

impl<W: Write> Drop for Archive<W> {
    fn drop(&mut self) {
        // The zip writer writes its directory when it is dropped, also after an error: a failed
        // package would then look like a complete one.
        self.muted.set(true);
    }
}

/// Counts and hashes one entry.
struct Hashing<'a, W: Write> {
    out: &'a mut W,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Hashing<'_, W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let written = self.out.write(data)?;
        self.hash.update(data.get(..written).unwrap_or(data));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// ZIP keeps UTC to two seconds and only the years 1980 to 2107.
fn zip_time(at: DateTime<Utc>) -> zip::DateTime {
    let part = |n: u32| u8::try_from(n).unwrap_or(0);
    u16::try_from(at.year())
        .ok()
        .and_then(|year| {
            zip::DateTime::from_date_and_time(
                year,
                part(at.month()),
                part(at.day()),
                part(at.hour()),
                part(at.minute()),
                part(at.second()),
            )
            .ok()
        })
        .unwrap_or(zip::DateTime::DEFAULT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn an_archive_dropped_before_its_end_cannot_be_opened() {
        let mut out = Vec::new();
        let mut archive = Archive::new(&mut out, DateTime::UNIX_EPOCH);
        archive.entry("a.txt", 1, |w| Ok::<_, zip::result::ZipError>(w.write_all(b"a")?)).unwrap();
        drop(archive);
        assert!(!out.is_empty());
        assert!(zip::ZipArchive::new(Cursor::new(out)).is_err());
    }

    #[test]
    fn the_hash_is_the_one_of_the_standard() {
        let mut out = Vec::new();
        let mut archive = Archive::new(&mut out, DateTime::UNIX_EPOCH);
        let entry =
            archive.entry("abc", 3, |w| Ok::<_, zip::result::ZipError>(w.write_all(b"abc")?)).unwrap();
        // FIPS 180-2, appendix B.1
        assert_eq!(entry.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let whole = archive.finish().unwrap();
        assert_eq!((whole.bytes, whole.sha256), (out.len() as u64, hex(&Sha256::digest(&out))));
    }
}
