//! Restore: a whole and undamaged backup into empty databases, proven readable, and then held
//! until a person confirms it: no mail, no timers, no links from the past.

use super::database::{Filled, Target};
use super::manifest::{self, Manifest, Part};
use super::opened::{Opened, open_everything};
use super::{Error, KEY_TABLES, MAIN_TABLES, each_listed, io_at, sealed_file};
use crate::domain::access::Actor;
use crate::store::backend::Tree;
use crate::store::files::Files;
use crate::store::installation;
use crate::store::private;
use crate::store::unit::{Opening, Store};
use crate::store::vault;
use chrono::{DateTime, Utc};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Id of the backup.
    pub id: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// What was opened to prove it.
    pub opened: Opened,
    /// Files that were missing already when the backup was made.
    pub missing_files: Vec<String>,
    /// Whether the key store is of the same backup as the main database.
    pub is_one_backup: bool,
}

/// Restores into the empty target that `opening` names, and opens it. `keys_from`: where the key
/// store's part lies, when it was kept apart; it may be newer than the main part.
///
/// Nothing is written before the backup was found whole and the target empty, and what was written
/// is taken away again when the rest fails.
pub fn restore(from: &Path, keys_from: Option<&Path>, opening: Opening) -> Result<(Store, Restored), Error> {
    let main_folder = from.join("main");
    let keys_folder = keys_folder(keys_from.unwrap_or(from));
    let main = Manifest::read(&main_folder, Part::Main)?;
    let keys = Manifest::read(&keys_folder, Part::Keys)?;
    if main.installation != keys.installation {
        return Err(Error::TwoInstallations);
    }
    each_listed(&main_folder, &mut |id, bytes, sha256| {
        manifest::check(&sealed_file(&main_folder, id), bytes, sha256)
    })?;
    let main_target = Target { url: opening.url.clone(), tls: opening.tls.clone(), tree: Tree::Main };
    let keys_target =
        Target { url: opening.key_store_url.clone(), tls: opening.tls.clone(), tree: Tree::Keys };
    main_target.check(&main_folder, &main, MAIN_TABLES)?;
    keys_target.check(&keys_folder, &keys, KEY_TABLES)?;
    refuse_files(&opening.files)?;

    let files = opening.files.clone();
    // held from the first moment it can be seen: whatever happens between here and the end, a
    // program started on it sends nothing
    let held = installation::held_before_it_opens(opening.clock.now());
    let mut filled = vec![keys_target.fill(&keys_folder, &keys, "")?];
    let done = (|| {
        if !vault::opens(&keys_target.filled_pools()?, &opening.master)? {
            return Err(Error::OtherMasterKey);
        }
        copy_files(&main_folder, &opening.files)?;
        filled.push(main_target.fill(&main_folder, &main, &held)?);
        let store = Store::open(opening).map_err(|why| Error::Refused(why.to_string()))?;
        store.write(&Actor::System, installation::hold)?;
        let opened = open_everything(&store, &main_folder)?;
        Ok((store, opened))
    })();
    let (store, opened) = match done {
        Ok(done) => done,
        Err(why) => {
            filled.into_iter().rev().for_each(Filled::undo);
            // made by us just now: it was empty before
            let _ = fs::remove_dir_all(&files);
            return Err(why);
        }
    };
    let restored = Restored {
        is_one_backup: main.backup == keys.backup,
        id: main.backup,
        made_at: main.made_at,
        opened,
        missing_files: main.missing_files,
    };
    Ok((store, restored))
}

/// The folder itself, or the part of that name in it.
fn keys_folder(folder: &Path) -> PathBuf {
    let inside = folder.join("keys");
    if inside.is_dir() { inside } else { folder.to_owned() }
}

fn refuse_files(folder: &Path) -> Result<(), Error> {
    if !folder.exists() {
        return Ok(());
    }
    if fs::read_dir(folder).map_err(io_at(folder))?.next().is_some() {
        return Err(Error::TargetNotEmpty(format!("{} holds files", folder.display())));
    }
    Ok(())
}

fn copy_files(main_folder: &Path, into: &Path) -> Result<(), Error> {
    let files = Files::open(into.to_owned()).map_err(io_at(into))?;
    each_listed(main_folder, &mut |id, _, _| {
        let (from, to) = (sealed_file(main_folder, id), files.path(id));
        if let Some(folder) = to.parent() {
            private::folder(folder).map_err(io_at(folder))?;
        }
        manifest::copy_hashed(File::open(&from).map_err(io_at(&from))?, &to)?;
        if let Some(folder) = to.parent() {
            manifest::sync(folder)?;
        }
        Ok(())
    })?;
    manifest::sync(into)
}
