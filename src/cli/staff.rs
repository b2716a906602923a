//! `indsigt staff`: add, list, disable and reset members of staff on the command line.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::domain::access::{Actor, Role};
use crate::domain::language::Lang;
use crate::services::{App, Error, staff};
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Invite somebody: prints a link that works once, and mails it
    Add {
        /// Mail address they sign in with
        email: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// Roles: caseworker, approver, officer, auditor, administrator (several: repeat or separate by commas)
        #[arg(long, value_delimiter = ',', required = true, value_parser = role)]
        role: Vec<Role>,
        /// Language of their desk: da, sv or en
        #[arg(long, default_value = "da", value_parser = language)]
        lang: Lang,
    },
    /// List everybody with roles and state
    List,
    /// Stop somebody from signing in; their sessions end at once
    Disable {
        /// Mail address
        email: String,
    },
    /// Take away password and second factor and send a new invitation
    Reset {
        /// Mail address
        email: String,
    },
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| {
        let all: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("there is no role \"{text}\": {}", all.join(", "))
    })
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| format!("\"{text}\" is none of da, sv, en"))
}

/// Runs it.
pub fn run(path: Option<&Path>, action: Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    let done = boot::app(&config, Clock::System, false).and_then(|app| act(&app, action));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn act(app: &App, action: Action) -> Result<(), String> {
    let actor = Actor::System;
    match action {
        Action::Add { email, name, role, lang } => {
            let invited =
                staff::invite(app, &actor, &email, &name, &role, lang).map_err(|e| say(&e, &email))?;
            println!("{name} is invited. The link works once, until {}:\n{}", invited.until, invited.link);
        }
        Action::List => {
            for member in staff::all(app).map_err(|e| say(&e, ""))? {
                let roles: Vec<&str> = member.roles.iter().map(|r| r.code()).collect();
                println!("{}\t{}\t{}\t{}", member.email, member.name, member.status, roles.join(","));
            }
        }
        Action::Disable { email } => {
            staff::disable(app, &actor, &email).map_err(|e| say(&e, &email))?;
            println!("{email} cannot sign in any more.");
        }
        Action::Reset { email } => {
            let invited = staff::reset(app, &actor, &email).map_err(|e| say(&e, &email))?;
            println!("{email} starts anew. The link works once, until {}:\n{}", invited.until, invited.link);
        }
    }
    Ok(())
}

fn say(error: &Error, email: &str) -> String {
    match error {
        Error::NotFound => format!("There is nobody with the address {email}."),
        Error::Invalid(problems) => problems
            .iter()
            .map(|p| format!("{}: {}", p.field, crate::words::text(Lang::En, p.key, &[])))
            .collect::<Vec<_>>()
            .join("\n"),
        other => other.to_string(),
    }
}
