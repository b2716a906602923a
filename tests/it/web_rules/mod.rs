//! What holds for every route of the table, proven from the table itself.

mod bodies;
mod columns;
mod doors;
mod find;
mod headers;
mod limits;
mod origins;
mod owners;
pub mod place;
mod quiet;
mod texts;
