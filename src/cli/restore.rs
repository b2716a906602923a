//! `indsigt restore FOLDER`: a backup into the configured, empty databases, proven readable and held.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::keys::MasterKey;
use crate::domain::access::Actor;
use crate::store::backup::{Restored, restore};
use crate::store::erasures::Replayed;
use crate::store::{Opening, installation};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where from.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder of the backup
    #[arg(required_unless_present = "confirm")]
    folder: Option<PathBuf>,
    /// Folder with the part "keys", when it was kept apart
    #[arg(long, value_name = "FOLDER")]
    keys: Option<PathBuf>,
    /// Folder with the signed heads and the list of what was erased, when it is not audit.checkpoint_folder
    #[arg(long, value_name = "FOLDER")]
    heads: Option<PathBuf>,
    /// After looking at a restored system: let mail, timers and links go on
    #[arg(long, conflicts_with_all = ["folder", "keys", "heads"])]
    confirm: bool,
}

/// Runs it: 0 restored and every value opens, 1 not restored, or restored with losses it names.
pub fn run(path: Option<&Path>, arguments: &Arguments) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    boot::tls_provider();
    let done = match &arguments.folder {
        Some(folder) => {
            let heads = arguments.heads.clone().unwrap_or_else(|| config.checkpoint_folder());
            bring_back(&config, folder, arguments.keys.as_deref(), &heads)
                .map(|(restored, replayed)| say(&restored, &replayed, &heads))
        }
        None => confirm(&config),
    };
    done.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::FAILURE
    })
}

fn confirm(config: &Config) -> Result<ExitCode, String> {
    let store = boot::open_existing(config)?;
    if !store.look(installation::is_held).map_err(|e| e.to_string())? {
        println!("Nothing is held here.");
        return Ok(ExitCode::SUCCESS);
    }
    store.write(&Actor::System, installation::release).map_err(|e| e.to_string())?;
    println!("Confirmed: mail, timers and links go on.");
    Ok(ExitCode::SUCCESS)
}

fn bring_back(
    config: &Config,
    folder: &Path,
    keys: Option<&Path>,
    heads: &Path,
) -> Result<(Restored, Replayed), String> {
    // never a new master key: the one of the backup must be in place already
    let master = MasterKey::load(&config.master_key_file()).map_err(|e| e.to_string())?;
    let opening = Opening {
        url: config.database_url().address(),
        key_store_url: config.key_store_url().address(),
        tls: boot::database_tls(config.database.tls_ca.as_deref())?,
        master,
        files: config.general.data_dir.join("files"),
        clock: Clock::System,
    };
    let (store, restored) =
        restore(folder, keys, opening).map_err(|e| format!("Nothing was restored: {e}"))?;
    // the backup may be older than an erasure: what was erased since must not come back with it
    let replayed = boot::replay_erasures(&store, heads)?;
    Ok((restored, replayed))
}

fn say(restored: &Restored, replayed: &Replayed, heads: &Path) -> ExitCode {
    let opened = &restored.opened;
    println!(
        "Restored the backup of {} UTC: {} cases; {} sealed values and {} files opened.",
        restored.made_at.format("%Y-%m-%d %H:%M"),
        opened.cases,
        opened.values,
        opened.files
    );
    if opened.without_key > 0 {
        println!("{} cases have no key any more: they were erased.", opened.without_key);
    }
    match (replayed.known, replayed.erased_again) {
        (0, _) => println!(
            "No erasure is known in {}: if a case was erased since this backup, give the folder where that stands \
             with --heads, or it has come back.",
            heads.display()
        ),
        (known, 0) => println!("{known} erasures are known; none of those cases came back."),
        (known, again) => {
            println!("{known} erasures are known; {again} cases had come back and were erased again.")
        }
    }
    if !restored.is_one_backup {
        println!("The key store is of another backup than the main database.");
    }
    println!(
        "Mail, timers and links are held until a person confirms: look at it, run indsigt audit verify (with --heads \
         and the folder of the signed heads, if they are not in audit.checkpoint_folder here),"
    );
    println!("then: indsigt restore --confirm");
    let losses = opened.unopenable.iter().chain(&restored.missing_files);
    let lost =
        losses.map(|place| eprintln!("WRONG  {place} could not be read when the backup was made")).count();
    if lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
