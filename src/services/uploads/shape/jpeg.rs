//! JPEG: markers with their segments, the picture between them, and the end of the image. Phones
//! write more behind that end (a second picture, their own notes), so bytes may follow it.

use super::{Wrong, pixels};

/// Where in the file we are.
#[derive(Default)]
enum At {
    /// Before the `FF` of a marker.
    #[default]
    Marker,
    /// After it: the marker itself.
    Code,
    /// In the length of a segment.
    Length,
    /// In the picture, where `FF` is a marker only when neither `00` nor a restart follows.
    Picture,
    /// In the picture after an `FF`.
    InPicture,
    /// Behind the end of the image.
    Over,
}

#[derive(Default)]
pub(super) struct Jpeg {
    at: At,
    is_begun: bool,
    code: u8,
    /// Length, and of a frame the size of the picture.
    head: Vec<u8>,
    /// Bytes of the segment still to pass by.
    left: usize,
    has_size: bool,
}

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// Whether a marker begins a frame, which says how big the picture is.
const fn is_frame(code: u8) -> bool {
    matches!(code, 0xc0..=0xcf) && !matches!(code, 0xc4 | 0xc8 | 0xcc)
}

impl Jpeg {
    pub(super) fn feed(&mut self, mut bytes: &[u8]) -> Result<(), Wrong> {
        while !bytes.is_empty() {
            if self.left > 0 {
                let passed = self.left.min(bytes.len());
                self.left -= passed;
                bytes = bytes.get(passed..).unwrap_or_default();
                if self.left == 0 {
                    self.after_segment();
                }
                continue;
            }
            if matches!(self.at, At::Picture) {
                let until = bytes.iter().position(|byte| *byte == 0xff).unwrap_or(bytes.len());
                bytes = bytes.get(until..).unwrap_or_default();
            }
            let Some((byte, rest)) = bytes.split_first() else { break };
            bytes = rest;
            if matches!(self.at, At::Over) {
                break;
            }
            self.byte(*byte)?;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), Wrong> {
        match self.at {
            At::Marker if byte == 0xff => self.at = At::Code,
            At::Marker => return Err(Wrong::OtherKind),
            At::Code => self.code(byte)?,
            At::Length => self.length(byte)?,
            At::Picture => self.at = At::InPicture,
            At::InPicture => match byte {
                0x00 | 0xd0..=0xd7 => self.at = At::Picture,
                0xff => {}
                _ => self.code(byte)?,
            },
            At::Over => {}
        }
        Ok(())
    }

    fn code(&mut self, code: u8) -> Result<(), Wrong> {
        match code {
            // fill bytes before a marker
            0xff => {}
            START if !self.is_begun => {
                self.is_begun = true;
                self.at = At::Marker;
            }
            _ if !self.is_begun => return Err(Wrong::OtherKind),
            END if self.has_size => self.at = At::Over,
            0x00 | START | END => return Err(Wrong::OtherKind),
            0x01 | 0xd0..=0xd7 => self.at = At::Marker,
            _ => {
                self.code = code;
                self.at = At::Length;
            }
        }
        Ok(())
    }

    fn length(&mut self, byte: u8) -> Result<(), Wrong> {
        self.head.push(byte);
        let wanted = if is_frame(self.code) { 7 } else { 2 };
        if self.head.len() < wanted {
            return Ok(());
        }
        let head = std::mem::take(&mut self.head);
        let number = |at: usize| {
            let two = head.get(at..at + 2).and_then(|two| <[u8; 2]>::try_from(two).ok());
            two.map(u16::from_be_bytes).ok_or(Wrong::OtherKind)
        };
        let length = usize::from(number(0)?);
        self.left = length.checked_sub(wanted).ok_or(Wrong::OtherKind)?;
        if is_frame(self.code) {
            pixels(u64::from(number(5)?), u64::from(number(3)?))?;
            self.has_size = true;
        }
        if self.left == 0 {
            self.after_segment();
        }
        Ok(())
    }

    fn after_segment(&mut self) {
        self.at = if self.code == SCAN { At::Picture } else { At::Marker };
    }

    /// Whether the end of the image was there.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.at, At::Over)
    }
}
