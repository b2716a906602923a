//! ALL SQL: connections, units of work, and one file per kind of thing that is kept.
//!
//! A change of a case goes through [`cases::commit`] and nowhere else. What identifies a person
//! arrives here in clear and leaves sealed under the key of its case.

pub mod backend;
pub mod backup;
pub mod case_rows;
pub mod cases;
pub mod chain;
pub mod codes;
pub mod controllers;
pub mod counters;
pub mod deliveries;
pub mod drafts;
mod durable;
pub mod erasing;
pub mod erasures;
pub mod error;
pub mod files;
pub mod installation;
pub mod jobs;
pub mod keepers;
pub mod keeping;
pub mod ledger;
pub mod linked;
pub mod messages;
pub mod outside;
pub mod paper;
pub mod persons;
pub mod postgres;
mod private;
pub mod proofs;
pub mod queue;
pub mod register;
pub mod reminders;
pub mod representations;
pub mod schema;
pub mod search;
pub mod sessions;
pub mod staff;
pub mod tasks;
pub mod unit;
pub mod vault;
pub mod verify;
mod verify_ledger;

pub use error::{Error, Result};
pub use unit::{Opening, Store, Tx, Unopened};
