//! `indsigt audit verify`: recomputes every chain, the ledger and the signed heads, and says what
//! is not as it was written, and where. May run beside the service.

use crate::cli::{boot, configuration};
use crate::config::Config;
use crate::store::verify::{Report, verify};
use clap::Subcommand;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Recompute everything and name what was changed, removed, added or exchanged
    Verify {
        /// Folder with the signed heads, when it is not the configured one (a copy from elsewhere)
        #[arg(long, value_name = "FOLDER")]
        heads: Option<PathBuf>,
        /// Public key in PEM from elsewhere, to check signatures with instead of our own
        #[arg(long, value_name = "FILE")]
        public_key: Option<PathBuf>,
    },
}

/// Runs it: 0 clean, 1 something is wrong or could not be looked at.
pub fn run(path: Option<&Path>, action: &Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    boot::tls_provider();
    let Action::Verify { heads, public_key } = action;
    match examine(&config, heads.as_deref(), public_key.as_deref()) {
        Ok(report) => say(&report),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn examine(config: &Config, heads: Option<&Path>, public_key: Option<&Path>) -> Result<Report, String> {
    let public_key = public_key
        .map(|path| std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display())))
        .transpose()?;
    let store = boot::open_existing(config)?;
    let configured = config.checkpoint_folder();
    let heads = heads.unwrap_or(&configured);
    verify(&store, Some(heads), public_key.as_deref())
        .map_err(|e| format!("It could not be looked at: {e}. Nothing is said about the rest."))
}

fn say(report: &Report) -> ExitCode {
    println!(
        "{} entries in {} chains, {} rows of the ledger, {} signed heads in the database, {} outside.",
        report.entries, report.chains, report.ledger_rows, report.heads_in_database, report.heads_outside
    );
    if report.not_outside > 0 {
        println!(
            "{} signed heads are not in the folder outside: they protect nothing until they are.",
            report.not_outside
        );
    }
    for problem in &report.problems {
        println!("WRONG  {problem}");
    }
    if report.more > 0 {
        println!("WRONG  and {} more", report.more);
    }
    if report.is_clean() {
        println!("Everything is as it was written.");
        ExitCode::SUCCESS
    } else {
        println!("Keep the databases and the folder outside as they are: they are evidence.");
        ExitCode::FAILURE
    }
}
