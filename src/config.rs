//! Every setting with its doc and default, read from `indsigt.toml` and the environment.
//!
//! A setting is one field in `config/sections.rs`. The file is overlaid by `INDSIGT_SECTION__KEY`
//! (`INDSIGT_KEY` at the top; in a repeated section `INDSIGT_CONTROLLER__0__KEY`, or its slug or
//! name for the number); a secret may instead stand in a file named by the variable with `_FILE`.
//! What is no setting is refused with the nearest name there is, and everything wrong is said at
//! once. Names that begin with `INDSIGT_TEST_` belong to the tests and are left alone.

mod checks;
pub mod kinds;
pub mod network;
mod reader;
mod sections;
mod tree;

pub use reader::Setting;
pub use sections::{Audit, Config, Controller, Database, General, Keys, Limits, Listen, Log, Mail, Source};

use reader::Reader;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use tree::{Node, Table, Value};

/// Where something was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A line of the file, from 1.
    Line(usize),
    /// An environment variable.
    Variable(String),
    /// Nowhere: missing, or its default.
    Nowhere,
}

/// Something wrong with the configuration, as a sentence that names the setting and never quotes a
/// secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it was written.
    pub origin: Origin,
    /// What is wrong.
    pub sentence: String,
}

impl Problem {
    fn at(line: usize, sentence: &str) -> Self {
        Problem { origin: Origin::Line(line), sentence: sentence.to_owned() }
    }

    fn of(variable: &str, sentence: String) -> Self {
        Problem { origin: Origin::Variable(variable.to_owned()), sentence }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Line(line) => write!(f, "line {line}: {}", self.sentence),
            Origin::Variable(name) => write!(f, "{name}: {}", self.sentence),
            Origin::Nowhere => f.write_str(&self.sentence),
        }
    }
}

/// The environment, handed in so that tests have their own.
pub type Environment = BTreeMap<String, String>;

impl Config {
    /// Reads the file (`path`, else `INDSIGT_CONFIG`, else `./indsigt.toml`) and the environment.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the file, never only the first.
    pub fn load(path: Option<&Path>, env: &Environment) -> Result<Config, Vec<Problem>> {
        let path = Self::path(path, env);
        let text = std::fs::read_to_string(&path).map_err(|error| {
            let sentence = format!(
                "Cannot read {}: {error}. indsigt.example.toml shows every setting; --config or INDSIGT_CONFIG names another file.",
                path.display()
            );
            vec![Problem { origin: Origin::Nowhere, sentence }]
        })?;
        Self::parse(&text, env)
    }

    /// Which file is read.
    pub fn path(path: Option<&Path>, env: &Environment) -> PathBuf {
        path.map(Path::to_path_buf)
            .or_else(|| env.get("INDSIGT_CONFIG").map(PathBuf::from))
            .unwrap_or_else(|| PathBuf::from("indsigt.toml"))
    }

    /// Reads the text of a file with the environment laid over it.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the file, never only the first.
    pub fn parse(text: &str, env: &Environment) -> Result<Config, Vec<Problem>> {
        let mut table = tree::read(text)?;
        let mut problems = Vec::new();
        lay_over(&mut table, env, &mut problems);
        let mut origins = BTreeMap::new();
        let config = read_sections(table, &mut problems, &mut origins);
        if let Some(config) = &config {
            checks::run(config, &origins, &mut problems);
        }
        // Without an order the sentences would follow ours and not the reader's file.
        problems.sort_by_key(|problem| match &problem.origin {
            Origin::Line(line) => *line,
            Origin::Variable(_) | Origin::Nowhere => usize::MAX,
        });
        match config {
            Some(config) if problems.is_empty() => Ok(config),
            _ => Err(problems),
        }
    }

    /// Every setting with its doc and default, in the order of the documents.
    pub fn describe() -> impl Iterator<Item = &'static Setting> {
        sections::ALL.iter().flat_map(|section| section.iter())
    }
}

/// Lays every variable of ours over the tree.
fn lay_over(table: &mut Table, env: &Environment, problems: &mut Vec<Problem>) {
    for (variable, text) in env {
        let Some(name) = variable.strip_prefix("INDSIGT_") else { continue };
        if name == "CONFIG" || name.starts_with("TEST_") {
            continue;
        }
        let lower = name.to_lowercase();
        let from_file = lower.strip_suffix("_file").filter(|_| setting(&lower).is_none());
        let given = match from_file.map(|name| (name, setting(name))) {
            Some((name, Some(setting))) if setting.secret => secret_in(text)
                .map(|text| (name, text))
                .and_then(|given| match env.contains_key(variable.trim_end_matches("_FILE")) {
                    true => Err("the same secret is also given without _FILE.".to_owned()),
                    false => Ok(given),
                }),
            Some((name, Some(_))) => Err(format!("only secrets are read from files; {name} is none.")),
            _ => Ok((lower.as_str(), text.clone())),
        };
        let laid = given.and_then(|(name, text)| {
            let path: Vec<&str> = name.split("__").collect();
            tree::overlay(table, &path, text, &Origin::Variable(variable.clone()))
        });
        if let Err(sentence) = laid {
            problems.push(Problem::of(variable, sentence));
        }
    }
}

/// The declared setting a variable's name (lower case, without prefix) means.
fn setting(name: &str) -> Option<&'static Setting> {
    let parts: Vec<&str> = name.split("__").collect();
    let (section, name, repeated) = match parts.as_slice() {
        [name] => ("", *name, false),
        [section, name] => (*section, *name, false),
        [section, _, name] | [section, _, name, _] => (*section, *name, true),
        _ => return None,
    };
    Config::describe().find(|s| s.section == section && s.name == name && s.repeated == repeated)
}

/// The secret in a file, without the line break editors put at its end.
fn secret_in(path: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {path}: {error}."))?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

fn read_sections(
    mut table: Table,
    problems: &mut Vec<Problem>,
    origins: &mut BTreeMap<String, Origin>,
) -> Option<Config> {
    macro_rules! section {
        ($kind:ident, $name:literal) => {{
            let inner = one(&mut table, $name, problems);
            $kind::read(Reader::new($name, inner, problems, origins), &[])
        }};
    }
    macro_rules! sections {
        ($kind:ident, $name:literal) => {{
            let inner = many(&mut table, $name, problems).into_iter().enumerate();
            let read = inner.map(|(at, inner)| {
                let name = format!("{}[{at}]", $name);
                $kind::read(Reader::new(&name, inner, problems, origins), &[])
            });
            read.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()
        }};
    }
    let listen = section!(Listen, "listen");
    let database = section!(Database, "database");
    let keys = section!(Keys, "keys");
    let mail = section!(Mail, "mail");
    let audit = section!(Audit, "audit");
    let limits = section!(Limits, "limits");
    let log = section!(Log, "log");
    let controllers = sections!(Controller, "controller");
    let sources = sections!(Source, "source");
    let general = General::read(Reader::new("", table, problems, origins), sections::NAMES);
    Some(Config {
        general: general?,
        listen: listen?,
        database: database?,
        keys: keys?,
        mail: mail?,
        audit: audit?,
        limits: limits?,
        log: log?,
        controllers: controllers?,
        sources: sources?,
    })
}

/// Takes a section out of the tree; empty when it is not there.
fn one(table: &mut Table, name: &str, problems: &mut Vec<Problem>) -> Table {
    match table.remove(name) {
        None => Table::new(),
        Some(Node { value: Value::Table(section), .. }) => section,
        Some(Node { origin, .. }) => {
            problems.push(Problem { origin, sentence: format!("{name} is a section, written [{name}].") });
            Table::new()
        }
    }
}

/// Takes a repeated section out of the tree; none when it is not there.
fn many(table: &mut Table, name: &str, problems: &mut Vec<Problem>) -> Vec<Table> {
    match table.remove(name) {
        None => Vec::new(),
        Some(Node { value: Value::Tables(sections), .. }) => sections,
        Some(Node { value: Value::List(items), .. }) if items.is_empty() => Vec::new(),
        Some(Node { origin, .. }) => {
            let sentence = format!("{name} is a section for each, written [[{name}]].");
            problems.push(Problem { origin, sentence });
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests;
