//! Something else hidden in a file: an archive behind it, a program or a page inside a picture.

use super::Wrong;

/// A ZIP is found by its end: this record, and a comment of at most 65,535 bytes behind it.
const END_OF_ZIP: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const TAIL: usize = END_BYTES + 65_535;

/// Archives that are found wherever they begin.
const ARCHIVES: &[&[u8]] = &[b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c"];
/// What a browser or a server would run; no picture holds it.
const PROGRAMS: &[&[u8]] = &[b"<script", b"<svg ", b"<html", b"<!doctype", b"<?php", b"<iframe"];
/// Longest of these, so that one cut in two by the pieces is seen.
const OVERLAP: usize = 16;

pub(super) struct Foreign {
    is_picture: bool,
    tail: Vec<u8>,
}

impl Foreign {
    pub(super) fn new(is_picture: bool) -> Foreign {
        Foreign { is_picture, tail: Vec::new() }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<(), Wrong> {
        let seam = self.last(OVERLAP).iter().chain(bytes.iter().take(OVERLAP)).copied().collect::<Vec<_>>();
        let is_foreign = |part: &[u8]| {
            let is_at = |signs: &[&[u8]], rest: &[u8]| {
                signs
                    .iter()
                    .any(|sign| rest.get(..sign.len()).is_some_and(|head| head.eq_ignore_ascii_case(sign)))
            };
            part.iter().enumerate().filter(|(_, byte)| matches!(byte, b'R' | b'7' | b'<')).any(|(at, _)| {
                let rest = part.get(at..).unwrap_or_default();
                is_at(ARCHIVES, rest) || (self.is_picture && is_at(PROGRAMS, rest))
            })
        };
        if is_foreign(bytes) || is_foreign(&seam) {
            return Err(Wrong::OtherKind);
        }
        self.tail.extend_from_slice(bytes);
        if self.tail.len() > 2 * TAIL {
            self.tail.drain(..self.tail.len() - TAIL);
        }
        Ok(())
    }

    /// The last bytes so far, at most so many.
    pub(super) fn last(&self, bytes: usize) -> &[u8] {
        self.tail.get(self.tail.len().saturating_sub(bytes)..).unwrap_or_default()
    }

    /// Whether what came ends as a ZIP: its end record, with one volume and as many entries as it
    /// says, however much comment or rubbish stands behind it.
    pub(super) fn ends_as_archive(&self) -> bool {
        let tail = self.last(TAIL);
        tail.windows(END_BYTES).any(|record| {
            record.starts_with(END_OF_ZIP)
                && record.get(4..8) == Some(&[0, 0, 0, 0])
                && record.get(8..10) == record.get(10..12)
        })
    }
}
