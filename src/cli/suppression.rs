//! `indsigt suppression`: the list of who must not be sent marketing, for systems that are about to send.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::services::{App, Error, suppression};
use clap::Subcommand;
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

/// Addresses asked about in one transaction.
const BATCH: usize = 1000;
/// At least one address was on the list.
const SOME: u8 = 3;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Read addresses (mail or phone, one a line) and write those on the list as CSV
    #[command(
        after_help = "Exit codes: 0 none of them is on the list, 3 some are (they are on standard output, \
        with a header), 1 it could not be asked: send to nobody, 2 the arguments make no sense.\n\n\
        Example:\n  indsigt suppression check --controller shop < addresses.txt > stop.csv"
    )]
    Check {
        /// Slug of the controller whose list it is
        #[arg(long)]
        controller: String,
    },
}

/// Runs it.
pub fn run(path: Option<&Path>, action: &Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    let Action::Check { controller } = action;
    match boot::app(&config, Clock::System, false).and_then(|app| check(&app, controller)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn check(app: &App, slug: &str) -> Result<usize, String> {
    let controller = app.controllers.by_slug(slug).map_err(|_| format!("There is no controller {slug}."))?;
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    let mut found = 0;
    let unwritable = |error: csv::Error| format!("Cannot write the answer: {error}.");
    out.write_record(["address"]).map_err(unwritable)?;
    let mut batch: Vec<String> = Vec::with_capacity(BATCH);
    let mut ask = |batch: &mut Vec<String>| -> Result<(), String> {
        let on = suppression::among(app, controller, batch.iter().map(String::as_str))
            .map_err(|error: Error| format!("The list could not be asked: {error}. Send to nobody."))?;
        for address in on {
            found += 1;
            out.write_record([address]).map_err(unwritable)?;
        }
        batch.clear();
        Ok(())
    };
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| format!("The addresses cannot be read: {error}."))?;
        let address = line.trim();
        if address.is_empty() {
            continue;
        }
        batch.push(address.to_owned());
        if batch.len() == BATCH {
            ask(&mut batch)?;
        }
    }
    if !batch.is_empty() {
        ask(&mut batch)?;
    }
    out.flush().map_err(|error| format!("Cannot write the answer: {error}."))?;
    Ok(found)
}
