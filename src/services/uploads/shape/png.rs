//! PNG: its signature, then chunks of length, name, data and checksum, `IHDR` first and `IEND` last.

use super::{Wrong, pixels};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Length and name before the data, checksum after it.
const HEAD: usize = 8;
const CHECKSUM: u64 = 4;
/// Largest chunk the format allows.
const LARGEST: u32 = 0x7fff_ffff;

/// Where in the file we are.
#[derive(Default)]
pub(super) struct Png {
    signature: usize,
    /// Head of the chunk, as far as it is here; for `IHDR` width and height follow it.
    head: Vec<u8>,
    /// Bytes of data and checksum still to pass by.
    left: u64,
    is_begun: bool,
    is_last: bool,
}

impl Png {
    pub(super) fn feed(&mut self, mut bytes: &[u8]) -> Result<(), Wrong> {
        while !bytes.is_empty() {
            if self.left > 0 {
                let passed = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
                self.left -= passed as u64;
                bytes = bytes.get(passed..).unwrap_or_default();
                continue;
            }
            let Some((byte, rest)) = bytes.split_first() else { break };
            bytes = rest;
            self.byte(*byte)?;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), Wrong> {
        if let Some(wanted) = SIGNATURE.get(self.signature) {
            self.signature += 1;
            return if byte == *wanted { Ok(()) } else { Err(Wrong::OtherKind) };
        }
        if self.is_last {
            // nothing comes after the last chunk
            return Err(Wrong::OtherKind);
        }
        self.head.push(byte);
        let wanted = if self.is_begun { HEAD } else { HEAD + 8 };
        if self.head.len() < wanted {
            return Ok(());
        }
        let head = std::mem::take(&mut self.head);
        let number = |at: usize| {
            let bytes = head.get(at..at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
            bytes.map(u32::from_be_bytes).ok_or(Wrong::OtherKind)
        };
        let (length, name) = (number(0)?, head.get(4..8).unwrap_or_default());
        if length > LARGEST || !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Wrong::OtherKind);
        }
        self.left = u64::from(length) + CHECKSUM;
        if !self.is_begun {
            if name != b"IHDR" || length != 13 {
                return Err(Wrong::OtherKind);
            }
            pixels(u64::from(number(8)?), u64::from(number(12)?))?;
            self.left -= 8;
            self.is_begun = true;
        }
        self.is_last = name == b"IEND";
        Ok(())
    }

    /// Whether the last chunk was there, whole.
    pub(super) fn is_over(&self) -> bool {
        self.is_last && self.left == 0
    }
}
