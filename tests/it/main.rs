//! The integration tests, one binary: the rules of the house, the store on both databases, the
//! pages over HTTP and in a real browser.
//!
//! `tests/run` starts what they need. Alone: `INDSIGT_TEST_POSTGRES=postgres://… cargo test`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod browser;
mod commands;
mod crash;
mod desk;
mod rules;
mod security;
mod store;
mod stories;
mod support;
mod support_web;
mod web;
mod web_rules;
