//! `indsigt keys rotate`: another master key, while the service runs; killed, it goes on where it was.

use crate::cli::{boot, configuration};
use crate::config::Config;
use crate::crypto::key_ring::next_file;
use crate::crypto::keys::{KeyFileError, MasterKey};
use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::store::{Store, chain, rotation};
use clap::Subcommand;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Exchange the master key; may run beside the service, and again after it was killed
    Rotate {
        /// Only make the next key beside the present one, to be copied to every other node first
        #[arg(long)]
        prepare: bool,
        /// Where the old key is kept: backups of the key store made until now open with it alone
        #[arg(long, value_name = "FILE", conflicts_with = "prepare")]
        keep_old: Option<PathBuf>,
    },
}

/// Runs it: 0 done, 1 it could not be, and both keys are still good.
pub fn run(path: Option<&Path>, action: &Action) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    boot::tls_provider();
    let Action::Rotate { prepare, keep_old } = action;
    let done = if *prepare { make_next(&config) } else { rotate(&config, keep_old.as_deref()) };
    match done {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The key that lies beside the present one, made if it is not there.
fn next_key(file: &Path) -> Result<MasterKey, String> {
    let next = next_file(file);
    match MasterKey::load(&next) {
        Err(KeyFileError::Missing(_)) => MasterKey::create(&next).map_err(|e| e.to_string()),
        loaded => loaded.map_err(|e| e.to_string()),
    }
}

fn make_next(config: &Config) -> Result<String, String> {
    let file = config.master_key_file();
    MasterKey::load(&file).map_err(|e| e.to_string())?;
    let key = next_key(&file)?;
    Ok(format!(
        "The next master key is {} ({}). Copy the file to the same place on every other node (mode 0600), then run \
         indsigt keys rotate on one of them.",
        next_file(&file).display(),
        key.fingerprint()
    ))
}

fn rotate(config: &Config, keep_old: Option<&Path>) -> Result<String, String> {
    let file = config.master_key_file();
    let old = MasterKey::load(&file).map_err(|e| e.to_string())?;
    if let Some(kept) = keep_old {
        keep(&file, kept)?;
    }
    let store = boot::open_existing(config)?;
    let new = next_key(&file)?;
    let done = rotation::rewrap(&store.vault, &old, &new).map_err(|e| {
        format!("The master key was not exchanged to the end ({e}). Both keys are good; run it again.")
    })?;
    if let Some(id) = done.unreadable.first() {
        return Err(format!(
            "{} case keys open with neither master key, among them {id}. Both key files stay in place; see indsigt \
             doctor.",
            done.unreadable.len()
        ));
    }
    enter(&store, &new)?;
    // one step: until now the old key was good, from now on the new one is
    fs::rename(next_file(&file), &file)
        .and_then(|()| File::open(file.parent().unwrap_or(Path::new(".")))?.sync_all())
        .map_err(|e| format!("{}: {e}. Every key is wrapped anew; run it again.", file.display()))?;
    let kept = match keep_old {
        Some(kept) => format!("The old key is kept in {}", kept.display()),
        None => "The old key is gone".to_owned(),
    };
    Ok(format!(
        "The master key is {} now; {} case keys were wrapped anew, none is left under the old one ({}). {kept}: \
         backups of the key store made until now open with it alone. Make a new backup, copy {} to every other node \
         and away from the backups, and remove {} there.",
        new.fingerprint(),
        done.keys,
        old.fingerprint(),
        file.display(),
        next_file(&file).display(),
    ))
}

/// Keeps the old key where it was asked to; a file that is there already is never overwritten.
fn keep(file: &Path, kept: &Path) -> Result<(), String> {
    let wrong = |e: std::io::Error| format!("The old key cannot be kept in {}: {e}", kept.display());
    let bytes = zeroize::Zeroizing::new(fs::read(file).map_err(wrong)?);
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(kept) {
        // a run before this one was killed after it
        Err(why) if why.kind() == std::io::ErrorKind::AlreadyExists => match fs::read(kept) {
            Ok(there) if *there == **bytes => Ok(()),
            _ => Err(wrong(why)),
        },
        Err(why) => Err(wrong(why)),
        Ok(mut out) => out.write_all(&bytes).and_then(|()| out.sync_all()).map_err(wrong),
    }
}

fn enter(store: &Store, new: &MasterKey) -> Result<(), String> {
    let facts = serde_json::json!({ "what": "master_key_exchanged", "fingerprint": new.fingerprint() });
    let event = Event::new(EventKind::Installation, None, facts);
    let entered = store.write(&Actor::System, |tx| chain::append(tx, chain::HOUSE, None, &event));
    entered.map(|_| ()).map_err(|e| format!("the entry of it could not be written ({e}); run it again"))
}
