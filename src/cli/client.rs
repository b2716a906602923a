//! `indsigt client`: programs that may submit cases.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::services::{App, Error, api};
use crate::store::api_clients::Scope;
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Add a client: prints its id and its secret, which is shown once
    Add {
        /// What it is called here
        name: String,
        /// Slugs of the controllers it submits to, separated by commas
        #[arg(long, value_delimiter = ',', required = true)]
        controllers: Vec<String>,
        /// What it may do: cases:submit, cases:read
        #[arg(long, value_delimiter = ',', required = true, value_parser = scope)]
        scopes: Vec<Scope>,
    },
    /// List the clients
    List,
    /// Disable a client; its tokens are refused at once
    Disable {
        /// What it is called here
        name: String,
    },
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::from_code(text).ok_or_else(|| format!("\"{text}\" is none of cases:submit, cases:read"))
}

/// Runs it.
pub fn run(path: Option<&Path>, action: &Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    match boot::app(&config, Clock::System, false).and_then(|app| act(&app, action)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn act(app: &App, action: &Action) -> Result<(), String> {
    match action {
        Action::Add { name, controllers, scopes } => {
            let added = api::add(app, name, controllers, scopes).map_err(|error| match error {
                Error::Conflict => format!("There is a client called {name} already."),
                Error::NotFound => "One of these controllers is not configured.".to_owned(),
                Error::Invalid(_) => "A client needs a name, a controller and a scope.".to_owned(),
                other => other.to_string(),
            })?;
            println!("client_id {}\nclient_secret {}", added.id, added.secret.as_str());
            println!("The secret is not kept and cannot be shown again.");
        }
        Action::List => {
            for client in api::all(app).map_err(|error| error.to_string())? {
                let scopes: Vec<&str> = client.scopes.iter().map(|scope| scope.code()).collect();
                let (id, name, status) = (client.id, client.name, client.status);
                println!("{id}\t{name}\t{status}\t{}\t{}", client.controllers.join(","), scopes.join(","));
            }
        }
        Action::Disable { name } => {
            api::disable(app, name).map_err(|error| match error {
                Error::NotFound => format!("There is no active client called {name}."),
                other => other.to_string(),
            })?;
            println!("{name} is disabled.");
        }
    }
    Ok(())
}
