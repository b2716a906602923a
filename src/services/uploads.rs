//! Files that people and staff hand in: PDF, JPEG, PNG and plain text by content, capped, sealed
//! while they stream in. Nothing is unpacked or rendered.

mod shape;

use crate::crypto::keys::CaseKey;
use crate::services::app::{App, Caps};
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::intake::Attached;
use crate::store::files::{self, Writing};
use crate::store::installation;
use chrono::Duration;
use shape::{Shape, Wrong};
use std::io::Write;

/// How much of the beginning is looked at to tell what it is.
const HEAD: usize = 4096;
/// Longest file name kept.
const LONGEST_NAME: usize = 200;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// `application/pdf`
    Pdf,
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
    /// `text/plain`, UTF-8 without control characters.
    Text,
}

impl FileType {
    /// Media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            FileType::Pdf => "application/pdf",
            FileType::Jpeg => "image/jpeg",
            FileType::Png => "image/png",
            FileType::Text => "text/plain; charset=utf-8",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            FileType::Pdf => &["pdf"],
            FileType::Jpeg => &["jpg", "jpeg"],
            FileType::Png => &["png"],
            // what staff paste and export: text by content, whatever it is called
            FileType::Text => &["txt", "csv", "json", "text", "log"],
        }
    }

    fn of(head: &[u8]) -> Option<FileType> {
        match infer::get(head).map(|kind| kind.mime_type()) {
            Some("application/pdf") => Some(FileType::Pdf),
            Some("image/jpeg") => Some(FileType::Jpeg),
            Some("image/png") => Some(FileType::Png),
            Some(_) => None,
            None => Some(FileType::Text),
        }
    }
}

/// A file on its way in. Dropped before the end, it leaves nothing behind.
pub struct Incoming {
    writing: Writing,
    head: Vec<u8>,
    kind: Option<FileType>,
    shape: Option<Shape>,
    /// Bytes of an unfinished UTF-8 character at the end of the last chunk.
    tail: Vec<u8>,
    bytes: u64,
    /// Line ends of text so far.
    line_ends: u64,
    caps: Caps,
    name: String,
}

impl Incoming {
    /// Begins a file of this name under the key of its case.
    pub fn begin(app: &App, key: &CaseKey, name: &str) -> Result<Incoming> {
        Ok(Incoming {
            writing: app.store.files.create(key).map_err(|why| Error::unwritable(&why))?,
            head: Vec::new(),
            kind: None,
            shape: None,
            tail: Vec::new(),
            bytes: 0,
            line_ends: 0,
            caps: app.caps,
            name: clean_name(name),
        })
    }

    /// Takes the next bytes; refuses as soon as it is too big or of another kind.
    pub fn chunk(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.caps.file_bytes {
            let max = self.caps.file_megabytes();
            return Err(self.refused(FieldProblem::new("file", "error-file-too-big").with("max", max)));
        }
        if self.kind.is_none() {
            self.head.extend_from_slice(bytes);
            if self.head.len() >= HEAD {
                self.decide()?;
            }
        } else {
            self.check(bytes)?;
        }
        self.writing.write_all(bytes).map_err(|why| Error::unwritable(&why))
    }

    fn decide(&mut self) -> Result<()> {
        let kind = FileType::of(&self.head).ok_or_else(|| self.of_other_kind())?;
        self.kind = Some(kind);
        self.shape = Some(Shape::of(kind));
        let head = std::mem::take(&mut self.head);
        self.check(&head)
    }

    /// Holds the next bytes against what the file is.
    fn check(&mut self, bytes: &[u8]) -> Result<()> {
        if self.kind == Some(FileType::Text) {
            self.check_text(bytes)?;
        }
        let fits = self.shape.as_mut().map_or(Ok(()), |shape| shape.feed(bytes));
        fits.map_err(|wrong| self.misshapen(wrong))
    }

    fn misshapen(&self, wrong: Wrong) -> Error {
        match wrong {
            Wrong::OtherKind => self.of_other_kind(),
            Wrong::TooManyPixels => self.refused(FieldProblem::new("file", "error-file-pixels")),
        }
    }

    /// Text is UTF-8 and holds no control characters but line ends, tabs and form feeds.
    fn check_text(&mut self, bytes: &[u8]) -> Result<()> {
        let mut joined = std::mem::take(&mut self.tail);
        joined.extend_from_slice(bytes);
        let good = match std::str::from_utf8(&joined) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                let (good, rest) = joined.split_at(error.valid_up_to());
                self.tail = rest.to_vec();
                std::str::from_utf8(good).unwrap_or_default()
            }
            Err(error) => {
                let (good, _) = joined.split_at(error.valid_up_to());
                return Err(self.not_text(&String::from_utf8_lossy(good)));
            }
        };
        let is_bad = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
        if let Some(at) = good.find(is_bad) {
            return Err(self.not_text(good.get(..at).unwrap_or_default()));
        }
        self.line_ends += line_ends(good);
        Ok(())
    }

    /// What is called a table and is no text: a spreadsheet saved in another encoding, most often.
    /// The line after `good` is where it shows.
    fn not_text(&self, good: &str) -> Error {
        let ending = self.ending();
        if !matches!(ending.as_deref(), Some("csv" | "json")) {
            return self.of_other_kind();
        }
        let line = i64::try_from(self.line_ends + line_ends(good) + 1).unwrap_or(i64::MAX);
        self.refused(FieldProblem::new("file", "error-text-line").with("line", line))
    }

    fn of_other_kind(&self) -> Error {
        self.refused(FieldProblem::new("file", "error-file-kind"))
    }

    fn refused(&self, problem: FieldProblem) -> Error {
        Error::Invalid(vec![problem.of_file(&self.name)])
    }

    fn ending(&self) -> Option<String> {
        self.name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase())
    }

    /// The file is complete: `None` when nothing was sent, refused when name and content differ.
    pub fn finish(mut self) -> Result<Option<Attached>> {
        if self.bytes == 0 {
            return Ok(None);
        }
        if self.kind.is_none() {
            self.decide()?;
        }
        if !self.tail.is_empty() {
            return Err(self.not_text(""));
        }
        let Some(kind) = self.kind else { return Err(self.of_other_kind()) };
        if self.ending().is_some_and(|e| !kind.endings().contains(&e.as_str())) {
            return Err(self.of_other_kind());
        }
        if let Some(Err(wrong)) = self.shape.take().map(Shape::finish) {
            return Err(self.misshapen(wrong));
        }
        let written = self.writing.finish().map_err(|why| Error::unwritable(&why))?;
        Ok(Some(Attached { written, name: self.name, media_type: kind.media_type() }))
    }
}

fn line_ends(text: &str) -> u64 {
    text.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

/// How long a file without a row is left alone: whatever was to give it one is long over then.
const UNNAMED: Duration = Duration::days(1);

/// Removes sealed files that no row names: their process ended, or their commit did not come about.
/// Returns how many. After a restore nothing is removed before a person has confirmed it: the files
/// may be newer than the database.
pub fn sweep(app: &App) -> Result<usize> {
    if app.store.look(|db| Ok::<_, Error>(installation::is_held(db)?))? {
        return Ok(0);
    }
    let mut removed = 0;
    for ids in app.store.files.older_than(app.store.clock.now() - UNNAMED)? {
        for id in app.store.look(|db| Ok::<_, Error>(files::without_row(db, &ids)?))? {
            app.store.files.remove(&id)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The last part of a path, without control and direction characters, of bounded length.
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control() && !crate::domain::normalise::is_invisible(*c))
        .take(LONGEST_NAME)
        .collect();
    if clean.trim().is_empty() { "file".into() } else { clean }
}
