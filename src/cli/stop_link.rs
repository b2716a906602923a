//! `indsigt stop-link`: makes the links newsletters carry, with which people stop them in one press.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::services::{App, stop_links};
use clap::Args;
use std::path::Path;
use std::process::ExitCode;

/// What `indsigt stop-link` is given.
#[derive(Debug, Args)]
#[command(
    after_help = "Reads CSV, the mail address in the first column, and writes address,link. A header is not \
    needed; a first line without an at sign is left out. A line that is no mail address is named on stderr by its \
    number.\n\nIn the mail, for one-click stops (RFC 8058):\n  List-Unsubscribe: <LINK>\n  \
    List-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nExample:\n  \
    indsigt stop-link --controller shop --lang da < addresses.csv > links.csv"
)]
pub struct Arguments {
    /// Slug of the controller that sends
    #[arg(long)]
    controller: String,
    /// What the link uses: marketing_objection or consent_withdrawal
    #[arg(long, default_value = "marketing_objection", value_parser = right)]
    right: Right,
    /// Language of the page: da, sv or en. Without it: what the browser asks for
    #[arg(long, value_parser = language)]
    lang: Option<Lang>,
}

fn right(text: &str) -> Result<Right, String> {
    Right::from_code(text)
        .filter(|right| stop_links::RIGHTS.contains(right))
        .ok_or_else(|| format!("\"{text}\" is none of marketing_objection, consent_withdrawal"))
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| format!("\"{text}\" is none of da, sv, en"))
}

/// Runs it: 0 every line has its link, 1 some lines were refused or it failed.
pub fn run(path: Option<&Path>, arguments: &Arguments) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    match boot::app(&config, Clock::System, false).and_then(|app| make(&app, arguments)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(refused) => {
            eprintln!("{refused} line(s) refused; the others are written.");
            ExitCode::FAILURE
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn make(app: &App, arguments: &Arguments) -> Result<usize, String> {
    let slug = &arguments.controller;
    let controller = app.controllers.by_slug(slug).map_err(|_| format!("There is no controller {slug}."))?;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(std::io::stdin().lock());
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    let unwritable = |error: csv::Error| format!("Cannot write the links: {error}.");
    out.write_record(["address", "link"]).map_err(unwritable)?;
    let mut refused = 0;
    for (at, row) in reader.records().enumerate() {
        let row = row.map_err(|error| format!("The addresses cannot be read: {error}."))?;
        let address = row.get(0).unwrap_or_default().trim();
        if address.is_empty() || (at == 0 && !address.contains('@')) {
            continue;
        }
        let link = stop_links::make(app, controller, arguments.right, address, arguments.lang)
            .map_err(|error| error.to_string())?;
        match link {
            Some(link) => out.write_record([address, &link]).map_err(unwritable)?,
            None => {
                refused += 1;
                eprintln!("line {}: this is no mail address", at + 1);
            }
        }
    }
    out.flush().map_err(|error| format!("Cannot write the links: {error}."))?;
    Ok(refused)
}
