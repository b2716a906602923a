//! `indsigt register`: the register as a file: checked, imported as a new version, exported.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::access::Actor;
use crate::domain::language::Lang;
use crate::services::App;
use crate::services::register::file::{self, FromFile};
use crate::services::register::{self, Kept, NotKept};
use clap::Subcommand;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Keep a register as its next version; what is wrong with it is named line by line
    Import {
        /// The TOML file
        file: PathBuf,
    },
    /// Print the newest version of a register as TOML
    Export {
        /// Its name; may be left out while there is only one
        #[arg(long)]
        name: Option<String>,
    },
    /// Say what is wrong with a file, and keep nothing
    Check {
        /// The TOML file
        file: PathBuf,
    },
}

/// Runs it.
pub fn run(path: Option<&Path>, action: &Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    let done = match action {
        Action::Check { file } => check(&config, file),
        Action::Import { file } => import(&config, file),
        Action::Export { name } => export(&config, name.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {}", path.display(), e.kind()))
}

/// Reads a file and prints everything that is wrong with it, warnings on stdout.
///
/// # Errors
/// A sentence when something in it must be mended first.
fn read<'a>(config: &Config, path: &Path, text: &'a str) -> Result<FromFile<'a>, String> {
    let place = path.display();
    let read = file::read(text).map_err(|e| format!("{place}, line {}: {}", e.line, e.what.trim_end()))?;
    let zone = config.controllers.first().map_or(chrono_tz::Tz::UTC, |one| one.rules().zone);
    let today = Clock::System.now().with_timezone(&zone).date_naive();
    let told = read.problems(today, |slug| config.controllers.iter().any(|one| one.slug.0 == slug));
    let (errors, warnings): (Vec<_>, Vec<_>) = told.iter().partition(|told| told.problem.kind.is_error());
    for told in warnings {
        println!("warning  {place}, line {}: {}", told.line, register::sentence(Lang::En, &told.problem));
    }
    if errors.is_empty() {
        return Ok(read);
    }
    let lines: Vec<String> = errors
        .iter()
        .map(|told| format!("{place}, line {}: {}", told.line, register::sentence(Lang::En, &told.problem)))
        .collect();
    Err(format!("{}\nNothing was kept.", lines.join("\n")))
}

fn check(config: &Config, path: &Path) -> Result<(), String> {
    let text = text(path)?;
    let read = read(config, path, &text)?;
    println!("{} can be kept: the register \"{}\".", path.display(), read.register.name);
    Ok(())
}

fn import(config: &Config, path: &Path) -> Result<(), String> {
    let text = text(path)?;
    let read = read(config, path, &text)?;
    let app = boot::app(config, Clock::System, false)?;
    let name = read.register.name.clone();
    match bring_in(&app, &read, path)? {
        Kept::Version(version) => println!("The register \"{name}\" is kept as version {version}."),
        Kept::Same(version) => println!("The register \"{name}\" says this already: version {version}."),
    }
    Ok(())
}

/// Keeps a register that was read as the next version of its name.
pub fn bring_in(app: &App, read: &FromFile<'_>, path: &Path) -> Result<Kept, String> {
    let name = &read.register.name;
    let newest = register::newest(app, name).map_err(|e| e.to_string())?;
    let seen = newest.map_or(0, |stored| stored.version);
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    register::keep(app, &Actor::System, &read.register, seen, &file).map_err(|why| match why {
        NotKept::Problems(problems) => {
            let said: Vec<String> = problems.iter().map(|p| register::sentence(Lang::En, p)).collect();
            said.join("\n")
        }
        NotKept::Stale => "Somebody changed this register at the same moment. Run the command again.".into(),
        NotKept::Elsewhere => format!(
            "One of the controllers of \"{name}\" has another register already. Take the controller out of that one \
             first, or import under its name."
        ),
        NotKept::Failed(error) => error.to_string(),
    })
}

fn export(config: &Config, name: Option<&str>) -> Result<(), String> {
    let app = boot::app(config, Clock::System, false)?;
    let all = register::all(&app).map_err(|e| e.to_string())?;
    let names = || all.iter().map(|one| one.register.name.as_str()).collect::<Vec<_>>().join(", ");
    let chosen = match (name, all.as_slice()) {
        (_, []) => return Err("There is no register yet. \"indsigt register import FILE\" makes one.".into()),
        (None, [only]) => only,
        (None, _) => return Err(format!("There are several registers: {}. Name one with --name.", names())),
        (Some(name), all) => all
            .iter()
            .find(|one| one.register.name == name)
            .ok_or_else(|| format!("There is no register \"{name}\". There is: {}.", names()))?,
    };
    let file = file::written(&chosen.register).map_err(|e| e.to_string())?;
    print!("# The register \"{}\", version {}.\n\n{file}", chosen.register.name, chosen.version);
    Ok(())
}
