//! Why a package could not be made or read. No message carries a value of a record: only
//! sources, tables, columns, paths and line numbers.

use std::io;
use thiserror::Error;

/// A package that was not completed. What has been written by then is no ZIP file and is thrown away.
#[derive(Debug, Error)]
pub enum PackageError {
    /// Reading a stream or writing the package failed.
    #[error("reading or writing failed: {0}")]
    Io(#[from] io::Error),
    /// The archive could not be written.
    #[error("the archive could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A line of the record stream is not a record.
    #[error("source {source_code}: line {line} of the record stream is not a record ({why})")]
    Line {
        /// Source of the finding.
        source_code: String,
        /// Line, from 1.
        line: u64,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A record names a part or column the finding does not describe.
    #[error("source {source_code}: line {line} holds a field the finding does not describe")]
    Undescribed {
        /// Source of the finding.
        source_code: String,
        /// Line, from 1.
        line: u64,
    },
    /// The stream holds another number of records than the finding says: it was cut or changed.
    #[error(
        "source {source_code}, table {table}: {expected} records were found but {actual} are in the stream"
    )]
    Records {
        /// Source of the finding.
        source_code: String,
        /// Table.
        table: String,
        /// As the finding says.
        expected: u64,
        /// As counted.
        actual: u64,
    },
    /// Documents of the finding and documents handed over differ in number, id or size.
    #[error("source {source_code}: document {file_id} is missing or has another size than when it was found")]
    Document {
        /// Source of the finding.
        source_code: String,
        /// File id.
        file_id: String,
    },
    /// A withholding meets nothing in the findings.
    #[error("what should be withheld is not in the findings ({0}): check the names, nothing was released")]
    WithheldNotFound(String),
    /// A file does not fit the published schema.
    #[error("{path} does not fit the schema at {at} ({keyword})")]
    Schema {
        /// File in the package.
        path: String,
        /// JSON pointer into the file.
        at: String,
        /// The schema keyword that failed.
        keyword: String,
    },
    /// The embedded schema, template or words are broken: a fault of this program.
    #[error("the package's own {what} is broken: {why}")]
    Broken {
        /// Which asset.
        what: &'static str,
        /// Why.
        why: String,
    },
}
