//! Indsigt: the desk where an organisation answers people who use their data-protection rights.
//!
//! The modules and the one direction imports may run (a test in `tests/it/rules` holds it):
//! `domain ← store ← services ← web, cli, worker → mail, sources, package → domain`.
//! `crypto`, `clock`, `config` and `words` are foundations below the services.

#[macro_use]
pub mod domain;

pub mod cli;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod mail;
pub mod package;
pub mod services;
pub mod sources;
pub mod store;
pub mod web;
pub mod words;
pub mod worker;
