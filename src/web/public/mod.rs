//! Pages for people: asking, following, fetching.

pub mod advice;
pub mod answer;
pub mod answers;
pub mod ask;
pub mod case;
pub mod check;
pub mod conversation;
pub mod download;
pub mod draft;
pub mod find;
pub mod not_me;
pub mod notices;
pub mod objecting;
pub mod problems;
pub mod prove;
pub mod questions;
pub mod receipt;
pub mod start;
pub mod status;
pub mod stop;
pub mod thread;
pub mod tracker;
mod visit;

pub use visit::Visit;
