//! What can go wrong with a source, in sentences that hold no secret and no personal data: never
//! a part of the address, never the database's own message (it may quote values).

use std::io::ErrorKind;
use std::time::Duration;

/// A fault of one source. Whatever had been found until then is worth nothing: the caller throws
/// it away and the task can be tried again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The source “{name}” {fault}.")]
pub struct SourceError {
    /// Name of the source in the configuration.
    pub name: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a source. Reads as the end of "The source “shop” …".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Its settings cannot work.
    #[error("is not set up right: {0}")]
    Settings(&'static str),
    /// There is no connection.
    #[error("cannot be reached: {0}")]
    Unreachable(&'static str),
    /// TLS could not be agreed on.
    #[error("cannot be reached over TLS: {0}")]
    Tls(&'static str),
    /// User name or password is wrong.
    #[error("refuses our user name or password")]
    SignIn,
    /// The account may not read a table.
    #[error("does not let us read the table “{0}”")]
    Denied(String),
    /// The live schema and the data map no longer agree.
    #[error("has changed or its data map is wrong: {0}")]
    Changed(String),
    /// The time set for it ran out.
    #[error("did not answer within the time set for it ({0:?})")]
    TooSlow(Duration),
    /// More records than the cap.
    #[error("holds more than the {0} records set as the most for one person")]
    TooManyRecords(u64),
    /// A value is larger than we carry.
    #[error("holds a value in the table “{0}” that is larger than 64 MiB")]
    ValueTooLarge(String),
    /// The record that was chosen is not there.
    #[error("no longer holds the record that was chosen in “{0}”")]
    RecordGone(String),
    /// The connection broke.
    #[error("broke the connection while it was read")]
    Interrupted,
    /// The database answered with an error.
    #[error("answered with the database error {code} on the table “{table}”")]
    Database {
        /// Table in question.
        table: String,
        /// SQLSTATE, or the extended result code of SQLite.
        code: String,
    },
    /// What was found could not be stored on our side.
    #[error("was read, but what was found could not be stored here ({0})")]
    Storing(ErrorKind),
}

impl Fault {
    /// Stable code, the tail of the word key that says this to staff in their language.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::Settings(_) => "settings",
            Fault::Unreachable(_) => "unreachable",
            Fault::Tls(_) => "tls",
            Fault::SignIn => "sign_in",
            Fault::Denied(_) => "denied",
            Fault::Changed(_) => "changed",
            Fault::TooSlow(_) => "too_slow",
            Fault::TooManyRecords(_) => "too_many_records",
            Fault::ValueTooLarge(_) => "value_too_large",
            Fault::RecordGone(_) => "record_gone",
            Fault::Interrupted => "interrupted",
            Fault::Database { .. } => "database",
            Fault::Storing(_) => "storing",
        }
    }
}
