//! `indsigt deadline`: when must this be answered? One request with every step, or a CSV of many.

mod batch;
mod facts;
mod report;

use crate::domain::calendar::{Country, Profile};
use crate::domain::language::Lang;
use clap::Args;
use facts::{Facts, Promise};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What `indsigt deadline` is given.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  indsigt deadline --received 2026-02-10 --country SE\n  \
    indsigt deadline --received 2026-09-01 --country DK --pause 2026-09-02..2026-09-09 --json\n  \
    indsigt deadline --received 2026-02-10 --country SE --lang sv\n  \
    indsigt deadline --batch requests.csv > dates.csv\n\n\
    --batch reads country,received[,extended][,pauses], with or without that header, where pauses is\n\
    A..B;A..B and A.. is still open. A line that makes no sense is named on stderr by its number.")]
pub struct Arguments {
    /// Local date of receipt, YYYY-MM-DD
    #[arg(long, value_name = "DATE", required_unless_present = "batch", conflicts_with = "batch")]
    received: Option<String>,
    /// Whose public holidays count: DK or SE
    #[arg(long, required_unless_present = "batch", conflicts_with = "batch", value_parser = facts::country)]
    country: Option<Country>,
    /// The period was extended (art. 12(3))
    #[arg(long, conflicts_with = "batch")]
    extended: bool,
    /// We asked on A and the reply came on B: A..B; A.. while we wait. May be repeated
    #[arg(long = "pause", value_name = "A..B", conflicts_with = "batch")]
    pauses: Vec<String>,
    /// The organisation's own promise in days, or none
    #[arg(long, value_name = "DAYS|none", default_value = "30")]
    promise: Promise,
    /// eu: public holidays only; national: customary closing days too (later, so riskier)
    #[arg(long, default_value = "eu", value_parser = facts::profile)]
    profile: Profile,
    /// The language of the answer: da, sv or en
    #[arg(long, default_value = "en", value_parser = facts::lang, conflicts_with_all = ["json", "batch"])]
    lang: Lang,
    /// Write JSON
    #[arg(long, conflicts_with = "batch")]
    json: bool,
    /// Read CSV from the file (- or nothing: standard input), write CSV
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    batch: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match &arguments.batch {
        Some(path) => run_batch(path, &arguments),
        None => run_single(&arguments),
    };
    outcome.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::FAILURE
    })
}

fn run_single(arguments: &Arguments) -> Result<ExitCode, String> {
    let (Some(country), Some(received)) = (arguments.country, &arguments.received) else {
        return Err("--received and --country are both needed.".to_owned());
    };
    let pauses = arguments.pauses.iter().map(|text| facts::pause(text)).collect::<Result<_, _>>()?;
    let facts = Facts::new(country, received, arguments.extended, pauses)?;
    let rules = facts::rules(country, arguments.profile, arguments.promise.0);
    let text = if arguments.json {
        report::json(&facts, &rules)
    } else {
        report::text(&facts, &rules, arguments.lang)
    };
    writeln!(std::io::stdout(), "{text}").map_err(|error| format!("Cannot write the answer: {error}."))?;
    Ok(ExitCode::SUCCESS)
}

fn run_batch(path: &std::path::Path, arguments: &Arguments) -> Result<ExitCode, String> {
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let mut complaints = std::io::stderr().lock();
    let (profile, promise) = (arguments.profile, arguments.promise.0);
    let refused = if path.as_os_str() == "-" {
        batch::run(std::io::stdin().lock(), &mut out, &mut complaints, profile, promise)
    } else {
        let file = File::open(path).map_err(|error| format!("Cannot open {}: {error}.", path.display()))?;
        batch::run(BufReader::with_capacity(1 << 16, file), &mut out, &mut complaints, profile, promise)
    };
    match refused {
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(lines) => Err(format!("{lines} line(s) refused; the others are written.")),
        // Whoever read our output has had enough (`| head`): nothing to complain about.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(format!("Stopped: {error}.")),
    }
}
