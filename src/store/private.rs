//! Files and folders that only their owner may use: databases, sealed files, backups.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Makes a file, mode 0600, for writing. Never one that is there already.
pub fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Makes a folder and the missing ones above it, mode 0700. One that is there is left as it is.
pub fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// What SQLite writes beside a database. It gives each the mode of the database itself.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Sees to it that a SQLite database, there or not yet, and what is written beside it is its
/// owner's alone. An older version left them readable to others.
pub fn sqlite_database(path: &Path) -> io::Result<()> {
    match new_file(path) {
        // where no folder is, SQLite says so itself
        Ok(_) => return Ok(()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
        Err(why) => return Err(why),
    }
    for ending in BESIDE {
        let mut name = path.to_owned().into_os_string();
        name.push(ending);
        match fs::metadata(&name) {
            Ok(facts) if facts.permissions().mode() & 0o077 != 0 => {
                fs::set_permissions(&name, Permissions::from_mode(0o600))?;
            }
            Ok(_) => {}
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Err(why) => return Err(why),
        }
    }
    Ok(())
}
