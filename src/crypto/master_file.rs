//! The file the master key lives in: one line of text, readable by its owner only.
//!
//! `indsigt-master-key-1:<key, base64url>:<check, hex>`. The check notices a damaged or
//! half-copied line before anything is opened with it.

use super::{keys::MasterKey, mac, random};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use thiserror::Error;
use zeroize::Zeroizing;

const HEAD: &str = "indsigt-master-key-1";
/// More than a key file ever holds; a bigger file is something else.
const MOST_BYTES: u64 = 1024;

/// Why the master key's file cannot be made or used. Every sentence names the file and what to do.
#[derive(Debug, Error)]
pub enum KeyFileError {
    /// There is a file already; it is never overwritten.
    #[error("{0} is there already; a master key is never overwritten")]
    AlreadyThere(PathBuf),
    /// There is no such file.
    #[error("there is no master key at {0}; without it no case can be read: put back your copy of it")]
    Missing(PathBuf),
    /// Somebody else than the owner may read or write it.
    #[error("{path} may be used by others (mode {mode:o}); run: chmod 600 {path}")]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Others may write to the folder, and so put another key in its place.
    #[error("others may write to the folder {path} (mode {mode:o}); run: chmod 700 {path}")]
    FolderOpenToOthers {
        /// The folder.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Not a key file, or one that was cut or changed.
    #[error(
        "{0} is not a whole master key file: it was cut or changed, or it is another file; put back your copy of it"
    )]
    Damaged(PathBuf),
    /// Made by a version that writes another form.
    #[error("{0} was written by a newer version of indsigt")]
    OtherVersion(PathBuf),
    /// The system refused.
    #[error("{path}: {why}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        why: io::Error,
    },
}

impl MasterKey {
    /// Makes a new key and its file (mode 0600, missing folders 0700), on disk when this returns.
    ///
    /// The file appears whole or not at all: it is written under another name first.
    ///
    /// # Errors
    /// `AlreadyThere` when there is a file of that name, and whatever the system refuses.
    pub fn create(path: &Path) -> Result<MasterKey, KeyFileError> {
        let folder = folder_of(path);
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(io_at(folder))?;
        refuse_open_folder(folder)?;
        let key = MasterKey::generate();
        let draft = folder.join(format!(".new-{}", super::hex(&random::public::<8>())));
        let made = write_draft(&draft, &key).and_then(|()| match fs::hard_link(&draft, path) {
            Ok(()) => Ok(()),
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {
                Err(KeyFileError::AlreadyThere(path.to_owned()))
            }
            Err(why) => Err(KeyFileError::Io { path: path.to_owned(), why }),
        });
        let cleared = match fs::remove_file(&draft) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => Err(io_at(&draft)(why)),
            _ => Ok(()),
        };
        made?;
        cleared?;
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(io_at(folder))?;
        Ok(key.living_in(path))
    }

    /// Reads the key from its file.
    ///
    /// # Errors
    /// When the file is missing, open to others, damaged, or of another version.
    pub fn load(path: &Path) -> Result<MasterKey, KeyFileError> {
        let file = File::open(path).map_err(|why| match why.kind() {
            io::ErrorKind::NotFound => KeyFileError::Missing(path.to_owned()),
            _ => io_at(path)(why),
        })?;
        // asked of the open file, so that it cannot be exchanged in between
        let facts = file.metadata().map_err(io_at(path))?;
        if !facts.is_file() {
            return Err(KeyFileError::Damaged(path.to_owned()));
        }
        let mode = facts.mode() & 0o7777;
        if mode & 0o077 != 0 {
            return Err(KeyFileError::OpenToOthers { path: path.to_owned(), mode });
        }
        refuse_open_folder(folder_of(path))?;
        let mut text = Zeroizing::new(String::with_capacity(MOST_BYTES as usize));
        match file.take(MOST_BYTES).read_to_string(&mut text) {
            Ok(_) => parse(&text, path).map(|key| key.living_in(path)),
            Err(why) if why.kind() == io::ErrorKind::InvalidData => {
                Err(KeyFileError::Damaged(path.to_owned()))
            }
            Err(why) => Err(io_at(path)(why)),
        }
    }
}

fn io_at(path: &Path) -> impl Fn(io::Error) -> KeyFileError {
    let path = path.to_owned();
    move |why| KeyFileError::Io { path: path.clone(), why }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Who may write to the folder may exchange the key.
fn refuse_open_folder(folder: &Path) -> Result<(), KeyFileError> {
    let mode = fs::metadata(folder).map_err(io_at(folder))?.permissions().mode() & 0o7777;
    if mode & 0o022 != 0 {
        return Err(KeyFileError::FolderOpenToOthers { path: folder.to_owned(), mode });
    }
    Ok(())
}

fn write_draft(draft: &Path, key: &MasterKey) -> Result<(), KeyFileError> {
    let written =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(draft).and_then(|mut file| {
            file.write_all(text_of(key).as_bytes())?;
            file.sync_all()
        });
    written.map_err(io_at(draft))
}

fn text_of(key: &MasterKey) -> Zeroizing<String> {
    let encoded = Zeroizing::new(URL_SAFE_NO_PAD.encode(key.expose()));
    Zeroizing::new(format!("{HEAD}:{}:{}\n", encoded.as_str(), check_of(key)))
}

fn check_of(key: &MasterKey) -> String {
    super::hex(&mac::hmac(key.expose(), b"indsigt/master key/check/1")[..8])
}

fn parse(text: &str, path: &Path) -> Result<MasterKey, KeyFileError> {
    let damaged = || KeyFileError::Damaged(path.to_owned());
    let mut parts = text.trim_end().split(':');
    match parts.next() {
        Some(HEAD) => {}
        Some(other) if other.starts_with("indsigt-master-key-") => {
            return Err(KeyFileError::OtherVersion(path.to_owned()));
        }
        _ => return Err(damaged()),
    }
    let (Some(encoded), Some(check), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(damaged());
    };
    let mut bytes = Zeroizing::new([0u8; 32]);
    // room for one byte more than a key, so that a longer one is noticed and not cut
    let mut decoded = Zeroizing::new([0u8; 48]);
    match URL_SAFE_NO_PAD.decode_slice(encoded, decoded.as_mut_slice()) {
        Ok(32) => bytes.copy_from_slice(&decoded[..32]),
        _ => return Err(damaged()),
    }
    let key = MasterKey::from_bytes(bytes);
    if !super::tokens::same(check_of(&key).as_bytes(), check.as_bytes()) {
        return Err(damaged());
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn sentence(result: Result<MasterKey, KeyFileError>) -> String {
        result.err().unwrap().to_string()
    }

    #[test]
    fn a_key_made_is_the_key_loaded_and_only_its_owner_may_read_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keys/deep/master.key");
        let made = MasterKey::create(&path).unwrap_or_else(|why| panic!("{why}"));
        let loaded = MasterKey::load(&path).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(made.expose(), loaded.expose());
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
        assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().mode() & 0o777, 0o700);
        let names: Vec<_> =
            fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, ["master.key"], "no draft is left behind");
    }

    #[test]
    fn a_key_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("master.key");
        let first = MasterKey::create(&path).unwrap_or_else(|why| panic!("{why}"));
        assert!(matches!(MasterKey::create(&path), Err(KeyFileError::AlreadyThere(_))));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "no draft is left behind");
        assert_eq!(MasterKey::load(&path).ok().unwrap().expose(), first.expose());
        // not even an empty file somebody put there
        let empty = dir.path().join("empty.key");
        fs::write(&empty, "").unwrap();
        assert!(matches!(MasterKey::create(&empty), Err(KeyFileError::AlreadyThere(_))));
    }

    #[test]
    fn a_file_or_folder_open_to_others_is_refused_with_the_command_that_mends_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("master.key");
        MasterKey::create(&path).unwrap_or_else(|why| panic!("{why}"));
        for mode in [0o640, 0o604, 0o660, 0o644, 0o610, 0o602] {
            set_mode(&path, mode);
            assert!(sentence(MasterKey::load(&path)).contains("chmod 600"), "{mode:o}");
        }
        set_mode(&path, 0o400);
        assert!(MasterKey::load(&path).is_ok());
        set_mode(dir.path(), 0o777);
        assert!(sentence(MasterKey::load(&path)).contains("chmod 700"));
        assert!(sentence(MasterKey::create(&dir.path().join("other.key"))).contains("chmod 700"));
    }

    #[test]
    fn a_damaged_foreign_or_missing_file_is_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("master.key");
        assert!(matches!(MasterKey::load(&path), Err(KeyFileError::Missing(_))));
        MasterKey::create(&path).unwrap_or_else(|why| panic!("{why}"));
        let whole = fs::read(&path).unwrap();
        // the last byte is the line's end, which may be missing
        for place in 0..whole.len() - 1 {
            let mut changed = whole.clone();
            changed[place] = if changed[place] == b'x' { b'y' } else { b'x' };
            fs::write(&path, &changed).unwrap();
            assert!(MasterKey::load(&path).is_err(), "byte {place}");
            fs::write(&path, &whole[..place]).unwrap();
            assert!(MasterKey::load(&path).is_err(), "cut at {place}");
        }
        for text in ["", "\n", "hello", "\u{feff}", &"a".repeat(5000), "indsigt-master-key-1::"] {
            fs::write(&path, text).unwrap();
            assert!(matches!(MasterKey::load(&path), Err(KeyFileError::Damaged(_))), "{text}");
        }
        fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
        assert!(matches!(MasterKey::load(&path), Err(KeyFileError::Damaged(_))));
        fs::write(&path, "indsigt-master-key-2:abc:def\n").unwrap();
        assert!(matches!(MasterKey::load(&path), Err(KeyFileError::OtherVersion(_))));
        fs::write(&path, [whole.as_slice(), b"again"].concat()).unwrap();
        assert!(matches!(MasterKey::load(&path), Err(KeyFileError::Damaged(_))));
    }

    #[test]
    fn no_sentence_about_a_key_file_holds_any_of_the_key() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("master.key");
        MasterKey::create(&path).unwrap_or_else(|why| panic!("{why}"));
        let text = fs::read_to_string(&path).unwrap();
        let secret = text.split(':').nth(1).unwrap();
        fs::write(&path, text.trim_end().trim_end_matches(|c: char| c != ':')).unwrap();
        let said = format!("{:?} {}", MasterKey::load(&path).err(), sentence(MasterKey::load(&path)));
        assert!(!said.contains(&secret[..8]));
    }
}
