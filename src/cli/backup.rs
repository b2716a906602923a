//! `indsigt backup FOLDER`: everything but the master key, while the service runs.

use crate::cli::{boot, configuration};
use crate::config::Config;
use crate::store::backup::{Summary, backup};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where to.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A new or empty folder. Keep its part "keys" apart, and shorter, than its part "main"
    folder: PathBuf,
}

/// Runs it: 0 whole, 1 it failed or files were missing.
pub fn run(path: Option<&Path>, arguments: &Arguments) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    boot::tls_provider();
    match copy(&config, &arguments.folder) {
        Ok(summary) => say(&arguments.folder, &summary),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn copy(config: &Config, folder: &Path) -> Result<Summary, String> {
    let store = boot::open_existing(config)?;
    backup(&store, folder).map_err(|e| format!("There is no backup in {}: {e}", folder.display()))
}

fn say(folder: &Path, summary: &Summary) -> ExitCode {
    println!(
        "{}: {} cases, {} case keys, {} sealed files (backup {}).",
        folder.display(),
        summary.cases,
        summary.keys,
        summary.files,
        summary.id
    );
    println!("The master key is not in it: without its file this backup cannot be read by anybody.");
    for id in &summary.missing_files {
        eprintln!("WRONG  the sealed file {id} is not on disk; the rest was copied");
    }
    if summary.missing_files.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
