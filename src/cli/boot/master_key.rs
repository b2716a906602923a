//! The master key at a start: loaded, or made at the very first one; and taken away again when
//! another node was first.

use crate::cli::boot::database_tls;
use crate::config::Config;
use crate::config::kinds::DatabaseUrl;
use crate::crypto::keys::{KeyFileError, MasterKey};
use crate::store::vault;
use std::path::PathBuf;

/// The file of a key that this very start has made.
pub(super) struct Made {
    path: PathBuf,
    fingerprint: String,
}

/// The master key: loaded, or made when neither it nor a key store exists yet.
pub(super) fn load_or_make(config: &Config) -> Result<(MasterKey, Option<Made>), String> {
    let path = config.master_key_file();
    match MasterKey::load(&path) {
        Ok(key) => Ok((key, None)),
        Err(KeyFileError::Missing(_)) if is_first_start(config)? => {
            let key = MasterKey::create(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let fingerprint = key.fingerprint();
            tracing::warn!(
                fingerprint,
                "a master key was made: keep a copy away from the backups, without it every case is lost"
            );
            Ok((key, Some(Made { path, fingerprint })))
        }
        Err(KeyFileError::Missing(_)) => Err(format!(
            "There is no master key at {} although there is a key store. Put the key file of this installation \
             back from where you keep it; without it no case can be opened.",
            path.display()
        )),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// No key store yet: only then a master key may be made.
fn is_first_start(config: &Config) -> Result<bool, String> {
    match config.key_store_url() {
        DatabaseUrl::Sqlite(path) => Ok(!path.exists()),
        at @ DatabaseUrl::Postgres(_) => {
            let tls = database_tls(config.database.tls_ca.as_deref())?;
            vault::is_new_at(&at.address(), &tls).map_err(|e| format!("the key store: {e}"))
        }
    }
}

impl Made {
    /// Another node made the key store while this one made its key: the key opens nothing and never
    /// did, so its file goes. Says what happened and what to do.
    pub(super) fn withdraw(self) -> String {
        let path = self.path.display();
        // somebody may have put the right key in place meanwhile
        let is_ours = MasterKey::load(&self.path).is_ok_and(|key| key.fingerprint() == self.fingerprint);
        let gone = if is_ours { std::fs::remove_file(&self.path) } else { Ok(()) };
        let file = match gone {
            Ok(()) => "The key this node made opens nothing, and its file was removed.".to_owned(),
            Err(why) => {
                format!("The key this node made opens nothing; remove {path} (it could not be: {why}).")
            }
        };
        format!(
            "Another node set this installation up at the same time, with a master key of its own. {file} Copy the \
             master key file of the other node to {path} (mode 0600) and start again."
        )
    }
}
