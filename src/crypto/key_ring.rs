//! The master keys a running node accepts: the one in its file, and while that is being exchanged the
//! next one beside it. A key wrapped under one it has not seen makes it read the files again, so that
//! nobody is restarted for an exchange.

use super::Unopenable;
use super::keys::{KeyFileError, MasterKey};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use zeroize::Zeroizing;

/// Where the next master key lies while the one in `file` is exchanged: `FILE.next`.
pub fn next_file(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(".next");
    PathBuf::from(name)
}

/// The keys, by what they have wrapped.
pub struct KeyRing {
    /// The file of the first one; none for a key that has none.
    file: Option<PathBuf>,
    keys: RwLock<Vec<Arc<MasterKey>>>,
}

impl KeyRing {
    /// A ring with this key, and the one that follows it if its file lies there.
    pub fn new(key: MasterKey) -> KeyRing {
        let ring = KeyRing { file: key.file().map(Path::to_path_buf), keys: RwLock::default() };
        ring.add(key);
        ring.read_again();
        ring
    }

    fn add(&self, key: MasterKey) {
        let mut keys = self.keys.write().unwrap_or_else(|broken| broken.into_inner());
        if !keys.iter().any(|known| known.fingerprint() == key.fingerprint()) {
            keys.push(Arc::new(key));
        }
    }

    /// Adds whatever the files hold now. One that cannot be read adds nothing: what it would open
    /// stays closed and says so.
    fn read_again(&self) {
        let Some(file) = &self.file else { return };
        for path in [file.clone(), next_file(file)] {
            match MasterKey::load(&path) {
                Ok(key) => self.add(key),
                Err(KeyFileError::Missing(_)) => {}
                Err(why) => tracing::error!(%why, "a master key cannot be read"),
            }
        }
    }

    /// The key this was wrapped under, if the node has it.
    pub fn that_wrapped(&self, wrapped: &[u8]) -> Option<Arc<MasterKey>> {
        let find = || {
            let keys = self.keys.read().unwrap_or_else(|broken| broken.into_inner());
            keys.iter().find(|key| key.has_wrapped(wrapped)).cloned()
        };
        find().or_else(|| {
            self.read_again();
            find()
        })
    }

    /// The key a new installation is wrapped under.
    pub fn first(&self) -> Option<Arc<MasterKey>> {
        self.keys.read().unwrap_or_else(|broken| broken.into_inner()).first().cloned()
    }

    /// The key wrapped under `id`.
    ///
    /// # Errors
    /// As [`MasterKey::unwrap_key`].
    pub fn unwrap_key(&self, id: &str, wrapped: &[u8]) -> Result<Zeroizing<[u8; 32]>, Unopenable> {
        self.that_wrapped(wrapped).ok_or(Unopenable::OtherMasterKey)?.unwrap_key(id, wrapped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_comes_to_lie_beside_the_first_is_found_when_it_is_needed() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("master.key");
        let ring = KeyRing::new(MasterKey::create(&file).unwrap());
        let next = MasterKey::create(&next_file(&file)).unwrap();
        let wrapped = next.wrap("id", &[7; 32]);
        assert_eq!(*ring.unwrap_key("id", &wrapped).unwrap(), [7; 32]);
        // and once it has taken the place of the first
        std::fs::rename(next_file(&file), &file).unwrap();
        let late = KeyRing::new(MasterKey::load(&file).unwrap());
        assert_eq!(*late.unwrap_key("id", &wrapped).unwrap(), [7; 32]);
        let foreign = MasterKey::create(&folder.path().join("other.key")).unwrap();
        let refused = late.unwrap_key("id", &foreign.wrap("id", &[7; 32])).err();
        assert_eq!(refused, Some(Unopenable::OtherMasterKey));
    }
}
