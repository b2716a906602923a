//! What a file must look like inside to be what its first bytes say: the structure of PDF, PNG and
//! JPEG followed from beginning to end while the file streams past, and nothing of another kind
//! hidden in it. Nothing is decoded or unpacked, and memory stays small whatever the size (R43, R44).

mod foreign;
mod jpeg;
mod png;
#[cfg(test)]
mod tests;

use super::FileType;
use foreign::Foreign;
use jpeg::Jpeg;
use png::Png;

/// Most pixels of a picture: what is larger makes whoever opens it run out of memory (R44).
const MOST_PIXELS: u64 = 40_000_000;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It is not whole, or something else as well.
    OtherKind,
    /// The picture has more pixels than anybody opens.
    TooManyPixels,
}

/// Follows one file.
pub(super) struct Shape {
    body: Body,
    foreign: Foreign,
}

enum Body {
    Pdf { is_begun: bool },
    Png(Png),
    Jpeg(Jpeg),
    Text { is_begun: bool },
}

impl Shape {
    pub(super) fn of(kind: FileType) -> Shape {
        let body = match kind {
            FileType::Pdf => Body::Pdf { is_begun: false },
            FileType::Png => Body::Png(Png::default()),
            FileType::Jpeg => Body::Jpeg(Jpeg::default()),
            FileType::Text => Body::Text { is_begun: false },
        };
        let is_picture = matches!(kind, FileType::Png | FileType::Jpeg);
        Shape { body, foreign: Foreign::new(is_picture) }
    }

    /// The next bytes; the first ones hold at least the beginning that tells the kind.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<(), Wrong> {
        self.foreign.feed(bytes)?;
        match &mut self.body {
            Body::Pdf { is_begun } => {
                let is_versioned = |rest: &[u8]| rest.first().is_some_and(u8::is_ascii_digit);
                if !*is_begun && !bytes.strip_prefix(b"%PDF-").is_some_and(is_versioned) {
                    return Err(Wrong::OtherKind);
                }
                *is_begun = true;
                Ok(())
            }
            Body::Png(png) => png.feed(bytes),
            Body::Jpeg(jpeg) => jpeg.feed(bytes),
            Body::Text { is_begun } => {
                if !*is_begun && is_markup(bytes) {
                    return Err(Wrong::OtherKind);
                }
                *is_begun = true;
                Ok(())
            }
        }
    }

    /// The file is over.
    pub(super) fn finish(self) -> Result<(), Wrong> {
        let is_whole = match &self.body {
            Body::Pdf { .. } => self.foreign.last(1024).windows(5).any(|part| part == b"%%EOF"),
            Body::Png(png) => png.is_over(),
            Body::Jpeg(jpeg) => jpeg.is_over(),
            Body::Text { .. } => true,
        };
        if is_whole && !self.foreign.ends_as_archive() { Ok(()) } else { Err(Wrong::OtherKind) }
    }
}

/// Refuses more pixels than anybody opens, and none.
fn pixels(width: u64, height: u64) -> Result<(), Wrong> {
    match width.saturating_mul(height) {
        0 => Err(Wrong::OtherKind),
        some if some > MOST_PIXELS => Err(Wrong::TooManyPixels),
        _ => Ok(()),
    }
}

/// Text a browser would run: a page, a drawing, a program. A letter never begins so.
fn is_markup(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    ["<svg", "<!doctype", "<html", "<head", "<body", "<script", "<?xml", "<?php", "<iframe", "#!"]
        .iter()
        .any(|begin| text.get(..begin.len()).is_some_and(|head| head.eq_ignore_ascii_case(begin.as_bytes())))
}
