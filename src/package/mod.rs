//! The package: what a person gets when they asked to see or to take along their data.
//!
//! A ZIP64 stream of `data/<activity>/<category>/part-0001.json` (at most 10,000 records each),
//! `files/` (documents), a readable page in the person's language and, last, `manifest.json`
//! with the SHA-256 of every file, the information of article 15, what was withheld and why,
//! and every place that was searched. Each JSON file is validated against the published schema
//! before it is written. Nothing withheld is ever written, and no plaintext touches a disk here.

mod archive;
mod bundle;
mod cover;
mod error;
mod json;
mod manifest;
mod names;
mod order;
mod page;
mod parts;
mod read;
mod sample;
mod schema;
mod tail;
mod writer;

#[cfg(test)]
mod tests;

pub use bundle::{HASHES, bundle};
pub(crate) use cover::{column_label, label};
pub use error::PackageError;
pub use manifest::{File, Manifest, Redaction, Sentence};
pub(crate) use order::in_language;
pub use order::{
    Article15, Authority, Controller, FindingInput, PackageKind, PackageOrder, Period, Recipient,
    RegisterVersion, Scope, Statement, Withheld,
};
pub use read::{Problem, Verified, verify};
pub use schema::schema_text;
pub use tail::{page_of, readable_page};
pub use writer::{PackageSummary, write};

/// Most records in one part, as the schema promises.
pub const MAX_RECORDS: usize = 10_000;
/// Records are cut into a part at this many bytes at the latest, and no more is ever held in memory.
pub const MAX_PART_BYTES: usize = 4 * 1024 * 1024;
/// The longest record taken, in bytes of its line.
pub const MAX_LINE_BYTES: usize = 4 * 1024 * 1024;
/// Records of one table shown on the readable page; the rest stands in the JSON files.
pub const PAGE_ROWS: usize = 500;
/// Bytes of records the readable page shows in all.
pub const PAGE_BYTES: usize = 2 * 1024 * 1024;
