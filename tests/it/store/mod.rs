//! The store on both databases, through its public functions.

mod backup;
mod cases;
mod chains;
mod codes;
mod counters;
mod erasing;
mod files;
mod jobs;
mod people;
mod private;
mod queue;
mod sealed;
mod search;
mod staff;
mod tls;
mod transactions;
mod vault;
mod verify;
