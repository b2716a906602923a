//! What the store answers when it cannot do what was asked.

use thiserror::Error;

/// Answers of the store. None of them names a person, a value or a connection string.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no such row, or it is not for this reader.
    #[error("not found")]
    NotFound,
    /// Somebody was faster: the row has moved since it was read.
    #[error("changed by somebody else in the meantime")]
    Stale,
    /// A unique value exists already.
    #[error("already taken")]
    Taken,
    /// The database could not be reached in time; try again.
    #[error("the database does not answer")]
    Unavailable,
    /// There is no room left where the databases or files are. Nothing of what was asked was kept.
    #[error("there is no room left on the disk")]
    Full,
    /// A commit failed. What of it is on the disk is unknown, and a second try could succeed without
    /// what the first one lost: nothing more is written until a restart has read what is there (R84).
    #[error("a commit failed, nothing is written any more until a restart: {0}")]
    Commit(String),
    /// The key of a case is gone or not readable.
    #[error("the key of this case cannot be opened")]
    NoKey,
    /// A sealed value does not open under its own key and place.
    #[error("a sealed value cannot be opened")]
    Unopenable,
    /// A file is missing, cut or changed.
    #[error("a sealed file cannot be read")]
    File(#[source] std::io::Error),
    /// The database answered with an error.
    #[error("database error: {0}")]
    Database(String),
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        match error {
            Diesel::NotFound => Error::NotFound,
            Diesel::DatabaseError(Kind::UniqueViolation, _) => Error::Taken,
            Diesel::DatabaseError(Kind::ClosedConnection, _) | Diesel::BrokenTransactionManager => {
                Error::Unavailable
            }
            // another writer was in the way for too long: nothing happened, it may be tried again
            Diesel::DatabaseError(_, info) if is_lock(info.message()) => Error::Unavailable,
            Diesel::DatabaseError(_, info) if is_full(info.message()) => Error::Full,
            // SQLite rolled back by itself at a failed commit; why it failed is what counts
            Diesel::RollbackErrorOnCommit { commit_error, .. } => Error::from(*commit_error),
            // The message of the database may quote values (PostgreSQL's DETAIL does not come with it).
            Diesel::DatabaseError(kind, info) => Error::Database(format!("{kind:?}: {}", info.message())),
            other => Error::Database(other.to_string()),
        }
    }
}

/// SQLite's busy answers, and PostgreSQL's lock time-out and deadlock.
pub(crate) fn is_lock(message: &str) -> bool {
    ["database is locked", "database table is locked", "due to lock timeout", "deadlock detected"]
        .iter()
        .any(|sign| message.contains(sign))
}

/// SQLite's and PostgreSQL's answers when the disk is full. Both have then kept nothing of the
/// transaction: SQLite writes the mark of a commit last, and PostgreSQL, which could not write it,
/// would have gone down instead of answering.
pub(crate) fn is_full(message: &str) -> bool {
    ["database or disk is full", "No space left on device", "Disk quota exceeded"]
        .iter()
        .any(|sign| message.contains(sign))
}

/// Whether a file could not be written because of the disk it should lie on.
pub fn is_out_of_room(why: &std::io::Error) -> bool {
    use std::io::ErrorKind as Kind;
    matches!(why.kind(), Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge)
}

impl From<std::io::Error> for Error {
    fn from(why: std::io::Error) -> Self {
        if is_out_of_room(&why) { Error::Full } else { Error::File(why) }
    }
}

impl From<diesel::r2d2::PoolError> for Error {
    fn from(_: diesel::r2d2::PoolError) -> Self {
        Error::Unavailable
    }
}

impl From<crate::crypto::Unopenable> for Error {
    fn from(_: crate::crypto::Unopenable) -> Self {
        Error::Unopenable
    }
}

impl From<crate::crypto::sealed::Unwritable> for Error {
    fn from(_: crate::crypto::sealed::Unwritable) -> Self {
        Error::Database("a value has no JSON form".into())
    }
}

/// Result of a store function.
pub type Result<T> = std::result::Result<T, Error>;
