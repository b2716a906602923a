//! The command line: one file per command, dispatched here.

mod audit;
mod backup;
pub mod boot;
mod client;
mod deadline;
mod demo;
mod doctor;
mod keys;
mod migrate;
mod register;
mod restore;
mod serve;
mod staff;
mod stop_link;
mod suppression;

use crate::config::Config;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The desk where an organisation answers people who use their data-protection rights.
#[derive(Debug, Parser)]
#[command(name = "indsigt", version, about)]
struct Cli {
    /// The configuration file. Default: INDSIGT_CONFIG, else ./indsigt.toml
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// One line per command; each owns its arguments, its words and its exit code.
#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web and do the work behind it
    Serve,
    /// Do the work behind the web, without serving it
    Worker,
    /// Bring both databases up to date
    Migrate,
    /// Add, list, disable and reset members of staff
    #[command(subcommand)]
    Staff(staff::Action),
    /// Add, list and disable programs that may submit cases
    #[command(subcommand)]
    Client(client::Action),
    /// The list of who must not be sent marketing
    #[command(subcommand)]
    Suppression(suppression::Action),
    /// Make the links with which people stop newsletters in one press
    StopLink(stop_link::Arguments),
    /// The register of processing (art. 30): check a file, import it, export it
    #[command(subcommand)]
    Register(register::Action),
    /// Copy everything into a new folder while the service runs (the master key is not in it)
    Backup(backup::Arguments),
    /// Bring a backup back into empty databases; mail, timers and links are held until a person confirms
    Restore(restore::Arguments),
    /// Exchange the master key
    #[command(subcommand)]
    Keys(keys::Action),
    /// Prove that nothing was changed behind our back
    #[command(subcommand)]
    Audit(audit::Action),
    /// Say what is wrong with the installation and how to mend it
    Doctor,
    /// Try it: an invented organisation with cases and readable mails, in a folder of its own
    Demo(demo::Arguments),
    /// Compute when a request must be answered, and say how
    Deadline(deadline::Arguments),
}

/// The configuration for a command, or every problem with it on stderr and the exit code for that.
pub fn configuration(path: Option<&Path>) -> Result<Config, ExitCode> {
    let env = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    Config::load(path, &env).map_err(|problems| {
        eprintln!("The configuration {} cannot be used:", Config::path(path, &env).display());
        for problem in problems {
            eprintln!("  {problem}");
        }
        ExitCode::FAILURE
    })
}

/// Parses the arguments, runs the command and returns its exit code: 0 done, 1 it failed and said
/// why on stderr, 2 the arguments make no sense.
pub fn run() -> ExitCode {
    boot::log_panics();
    let cli = Cli::parse();
    let config = cli.config.as_deref();
    match cli.command {
        Command::Serve => serve::run(config),
        Command::Worker => serve::worker(config),
        Command::Migrate => migrate::run(config),
        Command::Staff(action) => staff::run(config, action),
        Command::Client(action) => client::run(config, &action),
        Command::Suppression(action) => suppression::run(config, &action),
        Command::StopLink(arguments) => stop_link::run(config, &arguments),
        Command::Register(action) => register::run(config, &action),
        Command::Backup(arguments) => backup::run(config, &arguments),
        Command::Restore(arguments) => restore::run(config, &arguments),
        Command::Keys(action) => keys::run(config, &action),
        Command::Audit(action) => audit::run(config, &action),
        Command::Doctor => doctor::run(config),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Deadline(arguments) => deadline::run(arguments),
    }
}
