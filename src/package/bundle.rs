//! A plain bundle of files for somebody who has to check them: what is in it, and last of all the
//! hash of each file in the form `sha256sum -c` reads.

use super::PackageError;
use super::archive::Archive;
use chrono::{DateTime, Utc};
use std::fmt::Write as _;
use std::io::Write;

/// The file with the hashes.
pub const HASHES: &str = "SHA256SUMS";

/// Writes the files in the order given, then their hashes. Every entry carries `at`.
///
/// # Errors
/// Those of writing; nothing that was written then opens as an archive.
pub fn bundle<W: Write>(out: W, at: DateTime<Utc>, files: &[(String, Vec<u8>)]) -> Result<(), PackageError> {
    let mut archive = Archive::new(out, at);
    let mut hashes = String::new();
    for (path, bytes) in files {
        let entry = archive.entry(path, bytes.len() as u64, |out| write(out, bytes))?;
        // writing to a string cannot fail
        let _ = writeln!(hashes, "{}  {path}", entry.sha256);
    }
    archive.entry(HASHES, hashes.len() as u64, |out| write(out, hashes.as_bytes()))?;
    archive.finish()?;
    Ok(())
}

fn write(out: &mut dyn Write, bytes: &[u8]) -> Result<(), PackageError> {
    Ok(out.write_all(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn the_hashes_stand_last_in_the_form_the_common_tool_reads() {
        let mut out = Vec::new();
        let files = [("abc.txt".to_owned(), b"abc".to_vec()), ("sub/empty".to_owned(), Vec::new())];
        bundle(&mut out, DateTime::UNIX_EPOCH, &files).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(out)).unwrap();
        let mut text = String::new();
        zip.by_index(2).unwrap().read_to_string(&mut text).unwrap();
        // FIPS 180-2, appendix B.1; and the hash of nothing
        assert_eq!(
            text,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.txt\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  sub/empty\n"
        );
    }
}
