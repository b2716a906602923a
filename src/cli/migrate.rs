//! `indsigt migrate`: brings both databases up to date. `serve` and `worker` do so too; this is for
//! those who want it done before.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use std::path::Path;
use std::process::ExitCode;

/// Migrates and says so.
pub fn run(path: Option<&Path>) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    boot::tls_provider();
    match boot::open(&config, Clock::System) {
        Ok(_) => {
            println!("Both databases are up to date.");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
