//! The person's pages, in the order a person meets them.
//!
//! Every address begins with [`Shell::home`](crate::web::view::shell::Shell::home), `/o/{slug}`.
//! Templates build the addresses; models carry only what varies (tokens, ids).

pub mod answer;
pub mod ask;
pub mod case;
pub mod error;
pub mod notices;
pub mod prove;
pub mod start;
pub mod stop;
