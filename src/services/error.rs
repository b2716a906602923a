//! What a use case answers when it cannot do what was asked.

use crate::domain::decide::Refusal;
use crate::store;
use std::fmt;
use thiserror::Error;

/// A field of a form that cannot be taken, and the key of the word that says why.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Name of the field.
    pub field: String,
    /// Word key of the message.
    pub key: &'static str,
    /// Numbers the message names, by slot.
    pub slots: Vec<(&'static str, i64)>,
    /// Name of the file it is about, where several may have come.
    pub file: Option<String>,
    /// Codes the message names, by slot: an activity, a language.
    pub codes: Vec<(&'static str, String)>,
}

/// What somebody calls their file may name them: it stays out of logs.
impl fmt::Debug for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("FieldProblem");
        shown.field("field", &self.field).field("key", &self.key).field("slots", &self.slots);
        shown.finish_non_exhaustive()
    }
}

impl FieldProblem {
    /// A problem with one field.
    pub fn new(field: &str, key: &'static str) -> Self {
        FieldProblem { field: field.to_owned(), key, slots: Vec::new(), file: None, codes: Vec::new() }
    }

    /// The same, of the file with this name.
    #[must_use]
    pub fn of_file(mut self, name: &str) -> Self {
        self.file = Some(name.to_owned());
        self
    }

    /// The same, with a code its message names.
    #[must_use]
    pub fn naming(mut self, slot: &'static str, code: &str) -> Self {
        self.codes.push((slot, code.to_owned()));
        self
    }

    /// The same, with a number its message names.
    #[must_use]
    pub fn with(mut self, slot: &'static str, number: i64) -> Self {
        self.slots.push((slot, number));
        self
    }
}

/// Answers of the use cases. One match in `web::error` turns them into pages.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no such thing, or it is not for this reader. The two look the same.
    #[error("not found")]
    NotFound,
    /// Somebody was faster; nothing was overwritten.
    #[error("changed by somebody else in the meantime")]
    Stale,
    /// The law says no, and why.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// Fields to be mended; nothing was lost.
    #[error("fields to be mended")]
    Invalid(Vec<FieldProblem>),
    /// The same form key came with other content.
    #[error("the same form was sent with other content")]
    Conflict,
    /// Too often; come again after so many seconds.
    #[error("too often, again in {0} seconds")]
    TooOften(i64),
    /// Mail, timers and links are held after a restore.
    #[error("held after a restore")]
    Held,
    /// The key of a case that was not erased is gone. Readers see what they see of an erased case;
    /// work on it is not done.
    #[error("the key of this case cannot be opened")]
    NoKey,
    /// A part of the system does not answer; try again.
    #[error("not available now")]
    Unavailable,
    /// Something is broken here; the sentence is for the log and holds no data.
    #[error("broken: {0}")]
    Broken(String),
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Error::NotFound,
            store::Error::Stale => Error::Stale,
            store::Error::Unavailable => Error::Unavailable,
            store::Error::NoKey => Error::NoKey,
            store::Error::Full => {
                tracing::error!("there is no room left where the databases and files are");
                Error::Unavailable
            }
            other => Error::Broken(other.to_string()),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Error::NotFound,
            other => Error::Refused(other),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if store::error::is_out_of_room(&error) {
            return store::Error::Full.into();
        }
        Error::Broken(format!("file: {}", error.kind()))
    }
}

impl Error {
    /// A file that people handed in could not be written: a state of the disk, not of what they
    /// sent. Nothing of it was kept; it can be sent again.
    pub fn unwritable(why: &std::io::Error) -> Self {
        tracing::error!(why = %why.kind(), "a sealed file could not be written");
        Error::Unavailable
    }

    /// One field to be mended.
    pub fn field(field: &str, key: &'static str) -> Self {
        Error::Invalid(vec![FieldProblem::new(field, key)])
    }
}

/// Result of a use case.
pub type Result<T> = std::result::Result<T, Error>;
