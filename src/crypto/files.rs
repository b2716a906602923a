//! Sealed segment files: uploads, findings and packages, encrypted while they stream.
//!
//! Bytes: `INDS` · version (1) · salt (32) · frames. A frame is 64 KiB of clear bytes (the last
//! one less, or none) sealed under a key made from the case key, the salt and the file's id. Its
//! nonce holds its number and whether it is the last (the STREAM construction): a file that was
//! cut, re-ordered, extended, or whose writer never finished does not read to its end.
//! Memory is constant: one frame.

use super::keys::CaseKey;
use super::{Unopenable, aead, canonical::Canonical, mac, random};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use thiserror::Error;
use zeroize::Zeroizing;

const MAGIC: &[u8; 4] = b"INDS";
const VERSION: u8 = 1;
const SALT: usize = 32;
const HEADER: usize = MAGIC.len() + 1 + SALT;
/// Clear bytes of a full frame.
const FRAME: usize = 64 * 1024;
const LOCKED_FRAME: usize = FRAME + aead::TAG;

/// What is wrong with a sealed file. Arrives inside an `io::Error` of kind `InvalidData`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealedFileError {
    /// Not a sealed file, or of a newer version.
    #[error("this is not a sealed file of a known version")]
    NotSealed,
    /// Cut, extended, re-ordered, changed, unfinished, or of another case or file.
    #[error("the sealed file is damaged or incomplete, or belongs to another case or file")]
    Damaged,
    /// A write failed before; what follows would have a hole.
    #[error("writing this sealed file failed before")]
    Failed,
}

impl From<SealedFileError> for io::Error {
    fn from(why: SealedFileError) -> Self {
        io::Error::new(io::ErrorKind::InvalidData, why)
    }
}

fn file_key(key: &CaseKey, salt: &[u8], file_id: &str) -> Zeroizing<[u8; 32]> {
    let info = Canonical::new("indsigt/case key/file").bytes(&[VERSION]).text(file_id).done();
    mac::derive(key.expose(), salt, &info)
}

/// The nonce of a frame. The key is the file's own, so a counter never repeats under it.
fn nonce(frame: u64, is_last: bool) -> [u8; aead::NONCE] {
    let mut nonce = [0u8; aead::NONCE];
    nonce[..8].copy_from_slice(&frame.to_be_bytes());
    nonce[8] = u8::from(is_last);
    nonce
}

/// What was written, for the row that describes the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// How many clear bytes went in.
    pub clear_bytes: u64,
    /// How many sealed bytes came out.
    pub sealed_bytes: u64,
    /// SHA-256 of the clear bytes, lower-case hexadecimal. Keep it sealed: whoever guesses the
    /// contents could confirm the guess with it.
    pub sha256_hex: String,
}

/// Seals what is written to it. Without [`SealedWriter::finish`] the file never opens to its end.
pub struct SealedWriter<W: Write> {
    inner: W,
    key: Zeroizing<[u8; 32]>,
    /// Never more than a frame; a full one waits until it is known whether it is the last.
    pending: Zeroizing<Vec<u8>>,
    frame: u64,
    hash: Sha256,
    clear_bytes: u64,
    sealed_bytes: u64,
    has_failed: bool,
}

impl<W: Write> SealedWriter<W> {
    /// Begins a file: writes its header. `file_id` must be given again to read it. Hand in
    /// `&mut file` to sync the file afterwards.
    ///
    /// # Errors
    /// When `inner` refuses.
    pub fn new(mut inner: W, key: &CaseKey, file_id: &str) -> io::Result<Self> {
        let salt = random::public::<SALT>();
        inner.write_all(MAGIC)?;
        inner.write_all(&[VERSION])?;
        inner.write_all(&salt)?;
        Ok(SealedWriter {
            inner,
            key: file_key(key, &salt, file_id),
            pending: Zeroizing::new(Vec::with_capacity(FRAME)),
            frame: 0,
            hash: Sha256::new(),
            clear_bytes: 0,
            sealed_bytes: HEADER as u64,
            has_failed: false,
        })
    }

    fn write_frame(&mut self, is_last: bool) -> io::Result<()> {
        let locked = aead::lock(&self.key, &nonce(self.frame, is_last), MAGIC, &self.pending);
        if let Err(why) = self.inner.write_all(&locked) {
            self.has_failed = true;
            return Err(why);
        }
        self.frame += 1;
        self.sealed_bytes += locked.len() as u64;
        self.pending.clear();
        Ok(())
    }

    /// Writes the last frame and flushes.
    ///
    /// # Errors
    /// When `inner` refuses, or refused before.
    pub fn finish(mut self) -> io::Result<Sealed> {
        if self.has_failed {
            return Err(SealedFileError::Failed.into());
        }
        self.write_frame(true)?;
        self.inner.flush()?;
        Ok(Sealed {
            clear_bytes: self.clear_bytes,
            sealed_bytes: self.sealed_bytes,
            sha256_hex: super::hex(&self.hash.finalize()),
        })
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, clear: &[u8]) -> io::Result<usize> {
        if self.has_failed {
            return Err(SealedFileError::Failed.into());
        }
        if clear.is_empty() {
            return Ok(0);
        }
        if self.pending.len() == FRAME {
            self.write_frame(false)?;
        }
        let taken = clear.len().min(FRAME - self.pending.len());
        let (now, _) = clear.split_at(taken);
        self.pending.extend_from_slice(now);
        self.hash.update(now);
        self.clear_bytes += taken as u64;
        Ok(taken)
    }

    /// Flushes what is behind; a frame that is not full stays until it is.
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Reads a sealed file. Gives only bytes whose frame was proven; whoever reads to the end
/// without an error has read the whole file as it was written.
pub struct SealedReader<R: Read> {
    inner: R,
    key: Zeroizing<[u8; 32]>,
    /// A locked frame and one byte more, which tells whether another frame follows.
    locked: Vec<u8>,
    clear: Zeroizing<Vec<u8>>,
    given: usize,
    frame: u64,
    was_last: bool,
    has_failed: bool,
}

impl<R: Read> SealedReader<R> {
    /// Begins to read: takes the header.
    ///
    /// # Errors
    /// When `inner` refuses or this is no sealed file. Another case's key or another file's id
    /// shows at the first read.
    pub fn new(mut inner: R, key: &CaseKey, file_id: &str) -> io::Result<Self> {
        let mut header = [0u8; HEADER];
        inner.read_exact(&mut header).map_err(|why| match why.kind() {
            io::ErrorKind::UnexpectedEof => SealedFileError::NotSealed.into(),
            _ => why,
        })?;
        let (start, salt) = header.split_at(MAGIC.len() + 1);
        if start != [MAGIC.as_slice(), &[VERSION]].concat() {
            return Err(SealedFileError::NotSealed.into());
        }
        Ok(SealedReader {
            inner,
            key: file_key(key, salt, file_id),
            locked: Vec::with_capacity(LOCKED_FRAME + 1),
            clear: Zeroizing::new(Vec::new()),
            given: 0,
            frame: 0,
            was_last: false,
            has_failed: false,
        })
    }

    fn next_frame(&mut self) -> io::Result<()> {
        let wanted = (LOCKED_FRAME + 1 - self.locked.len()) as u64;
        self.inner.by_ref().take(wanted).read_to_end(&mut self.locked)?;
        let is_last = self.locked.len() <= LOCKED_FRAME;
        let frame = self.locked.get(..LOCKED_FRAME).unwrap_or(&self.locked);
        let clear = aead::unlock(&self.key, &nonce(self.frame, is_last), MAGIC, frame)
            .map_err(|_: Unopenable| SealedFileError::Damaged)?;
        self.locked.drain(..self.locked.len().min(LOCKED_FRAME));
        self.clear = clear;
        self.given = 0;
        self.frame += 1;
        self.was_last = is_last;
        Ok(())
    }
}

impl<R: Read> Read for SealedReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.has_failed {
            return Err(SealedFileError::Damaged.into());
        }
        while self.given == self.clear.len() && !self.was_last && !into.is_empty() {
            if let Err(why) = self.next_frame() {
                // an interrupted or refused read may be tried again; a broken frame may not
                self.has_failed = why.kind() == io::ErrorKind::InvalidData;
                return Err(why);
            }
        }
        let rest = self.clear.get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        let (target, _) = into.split_at_mut(count);
        target.copy_from_slice(rest.get(..count).unwrap_or_default());
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: &str = "file-1";

    fn key() -> CaseKey {
        CaseKey::from_bytes(Zeroizing::new([9; 32]))
    }

    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|i| (i * 31 + i / 251) as u8).collect()
    }

    fn sealed(clear: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = SealedWriter::new(&mut out, &key(), ID).unwrap();
        writer.write_all(clear).unwrap();
        let sealed = writer.finish().unwrap();
        assert_eq!(sealed.clear_bytes, clear.len() as u64);
        assert_eq!(sealed.sealed_bytes, out.len() as u64);
        out
    }

    /// What came out, and whether it came to a proven end.
    fn read(file: &[u8], key: &CaseKey, id: &str) -> (Vec<u8>, bool) {
        let mut clear = Vec::new();
        let whole =
            SealedReader::new(file, key, id).and_then(|mut reader| reader.read_to_end(&mut clear)).is_ok();
        (clear, whole)
    }

    /// Not to its end, and nothing that was not written.
    fn is_refused(file: &[u8], clear: &[u8]) -> bool {
        let (came, whole) = read(file, &key(), ID);
        !whole && clear.starts_with(&came)
    }

    fn frame(file: &[u8], n: usize) -> std::ops::Range<usize> {
        let start = HEADER + n * LOCKED_FRAME;
        start..(start + LOCKED_FRAME).min(file.len())
    }

    #[test]
    fn every_length_around_a_frame_comes_back() {
        for length in
            [0, 1, 63, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME - 1, 2 * FRAME, 2 * FRAME + 1, 200_001]
        {
            let clear = bytes(length);
            let file = sealed(&clear);
            assert_eq!(read(&file, &key(), ID), (clear, true), "{length}");
            let frames = length.div_ceil(FRAME).max(1);
            assert_eq!(file.len(), HEADER + length + frames * aead::TAG, "{length}");
        }
    }

    #[test]
    fn the_hash_is_that_of_the_clear_bytes() {
        let mut writer = SealedWriter::new(io::sink(), &key(), ID).unwrap();
        writer.write_all(b"abc").unwrap();
        let sealed = writer.finish().unwrap();
        // FIPS 180-2, appendix B.1
        assert_eq!(sealed.sha256_hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn another_key_or_another_file_gives_not_one_byte() {
        let file = sealed(&bytes(1000));
        let other = CaseKey::from_bytes(Zeroizing::new([8; 32]));
        assert_eq!(read(&file, &other, ID), (vec![], false));
        assert_eq!(read(&file, &key(), "file-2"), (vec![], false));
        assert_ne!(file, sealed(&bytes(1000)), "the salt makes every file another");
    }

    #[test]
    fn frames_swapped_doubled_dropped_or_brought_from_elsewhere_are_noticed() {
        let clear = bytes(3 * FRAME + 100);
        let file = sealed(&clear);
        let part = |n: usize| file[frame(&file, n)].to_vec();
        let head = file[..HEADER].to_vec();
        let build = |parts: &[Vec<u8>]| [head.clone(), parts.concat()].concat();
        assert_eq!(build(&[part(0), part(1), part(2), part(3)]), file);
        let orders: [&[usize]; 9] = [
            &[1, 0, 2, 3],
            &[0, 2, 1, 3],
            &[0, 1, 2],
            &[0, 1],
            &[0],
            &[0, 1, 3],
            &[0, 0, 1, 2, 3],
            &[0, 1, 2, 3, 3],
            &[3],
        ];
        for order in orders {
            let parts: Vec<Vec<u8>> = order.iter().map(|n| part(*n)).collect();
            assert!(is_refused(&build(&parts), &clear), "{order:?}");
        }
        let other = sealed(&clear);
        let foreign = other[frame(&other, 1)].to_vec();
        assert!(is_refused(&build(&[part(0), foreign, part(2), part(3)]), &clear));
        assert!(is_refused(&[&other[..HEADER], &file[HEADER..]].concat(), &clear));
        assert!(is_refused(&[file.clone(), file[HEADER..].to_vec()].concat(), &clear));
        assert!(is_refused(&[file.clone(), file.clone()].concat(), &clear));
    }

    #[test]
    fn a_file_cut_anywhere_does_not_come_to_an_end() {
        let clear = bytes(2 * FRAME);
        let file = sealed(&clear);
        let borders = (0..3).map(|n| HEADER + n * LOCKED_FRAME);
        let around = borders.flat_map(|border| border.saturating_sub(18)..border + 18);
        for cut in (0..HEADER + 40).chain(around).filter(|cut| *cut < file.len()) {
            assert!(is_refused(&file[..cut], &clear), "{cut}");
        }
    }

    #[test]
    fn a_writer_that_never_finished_leaves_a_file_that_never_ends() {
        for length in [0, 10, FRAME, FRAME + 1, 3 * FRAME] {
            let clear = bytes(length);
            let mut out = Vec::new();
            let mut writer = SealedWriter::new(&mut out, &key(), ID).unwrap();
            writer.write_all(&clear).unwrap();
            writer.flush().unwrap();
            drop(writer);
            assert!(is_refused(&out, &clear), "{length}");
        }
    }

    #[test]
    fn once_broken_a_reader_stays_broken() {
        let mut file = sealed(&bytes(2 * FRAME));
        file[HEADER + LOCKED_FRAME] ^= 1;
        let mut reader = SealedReader::new(file.as_slice(), &key(), ID).unwrap();
        let mut into = vec![0; FRAME];
        reader.read_exact(&mut into).unwrap();
        for _ in 0..3 {
            let why = reader.read(&mut into).unwrap_err();
            assert_eq!(why.kind(), io::ErrorKind::InvalidData);
            assert_eq!(why.get_ref().and_then(|why| why.downcast_ref()), Some(&SealedFileError::Damaged));
        }
    }

    /// Takes so many bytes, then says the disk is full.
    struct FullDisk(usize);

    impl Write for FullDisk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn after_a_full_disk_nothing_more_is_written_and_finish_fails() {
        let mut writer = SealedWriter::new(FullDisk(HEADER + 100), &key(), ID).unwrap();
        let why = writer.write_all(&bytes(2 * FRAME)).unwrap_err();
        assert_eq!(why.kind(), io::ErrorKind::StorageFull);
        assert!(writer.write(b"more").is_err());
        assert!(writer.finish().is_err());
        assert!(SealedWriter::new(FullDisk(3), &key(), ID).is_err());
    }

    /// Gives few bytes at a time and is interrupted in between.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.1 += 1;
            if self.1.is_multiple_of(3) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let most = into.len().min(1 + self.1 % 5000);
            self.0.read(&mut into[..most])
        }
    }

    #[test]
    fn a_source_that_gives_little_at_a_time_reads_the_same() {
        let clear = bytes(2 * FRAME + 77);
        let file = sealed(&clear);
        let mut came = Vec::new();
        SealedReader::new(Slow(&file, 0), &key(), ID).unwrap().read_to_end(&mut came).unwrap();
        assert_eq!(came, clear);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn any_changed_byte_is_noticed_before_it_is_given(
            length in prop::sample::select(vec![0, 5, FRAME, FRAME + 1, 2 * FRAME + 9]),
            place: prop::sample::Index, change in 1u8..,
        ) {
            let clear = bytes(length);
            let mut file = sealed(&clear);
            let at = place.index(file.len());
            file[at] ^= change;
            prop_assert!(is_refused(&file, &clear));
        }

        #[test]
        fn anything_added_is_noticed(length in prop::sample::select(vec![0, 5, FRAME, FRAME + 1]), added in prop::collection::vec(any::<u8>(), 1..100)) {
            let clear = bytes(length);
            prop_assert!(is_refused(&[sealed(&clear), added].concat(), &clear));
        }

        #[test]
        fn how_it_is_written_makes_no_difference(pieces in prop::collection::vec(0usize..50_000, 0..8)) {
            let clear = bytes(pieces.iter().sum());
            let mut out = Vec::new();
            let mut writer = SealedWriter::new(&mut out, &key(), ID).unwrap();
            let mut rest = clear.as_slice();
            for piece in pieces {
                let (now, later) = rest.split_at(piece);
                writer.write_all(now).unwrap();
                rest = later;
            }
            writer.finish().unwrap();
            prop_assert_eq!(read(&out, &key(), ID), (clear, true));
        }
    }
}
