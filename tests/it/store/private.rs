//! What lies on disk is its owner's alone, whatever the folder around it allows.

use crate::support::{Databases, on_both, open_case};
use indsigt::domain::right::Right;
use indsigt::store::Store;
use indsigt::store::backup::{backup, restore};
use indsigt::store::files::{self, Kind};
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A store with a case, a sealed file and its row.
fn lived_in(db: &Databases) {
    let case = open_case(db, &[Right::Access]);
    let mut file = db.store().files.create(&case.key).unwrap();
    file.write_all(&[7; 1000]).unwrap();
    let written = file.finish().unwrap();
    db.write(|tx| {
        files::insert(tx, &case.key, &case.id, &written, Kind::Upload, None, "a.txt", "text/plain")
    })
    .unwrap();
}

#[test]
fn databases_sealed_files_backups_and_what_is_restored_are_their_owner_s_alone() {
    on_both(|db| {
        lived_in(db);
        let folder = db.folder().join("backup");
        backup(db.store(), &folder).unwrap();
        let elsewhere = db.elsewhere();
        let _restored = restore(&folder, None, elsewhere.opening()).unwrap();
        let all = files_under(db.folder());
        let open: Vec<_> = all.iter().filter(|path| mode(path) != 0o600).collect();
        assert!(open.is_empty(), "others may use {open:#?}");
        let is_there = |ending: &str| all.iter().any(|path| path.to_str().unwrap().ends_with(ending));
        assert!(is_there("manifest.json") && is_there("files.txt") && is_there("master.key"), "{all:#?}");
        if db.kind == indsigt::store::backend::Kind::Sqlite {
            for name in
                ["main.sqlite", "main.sqlite-wal", "main.sqlite-shm", "keys.sqlite", "database.sqlite"]
            {
                assert!(is_there(name), "{name}: {all:#?}");
            }
        }
    });
}

#[test]
fn a_database_that_was_left_open_to_others_is_closed_at_the_next_start() {
    let db = Databases::sqlite();
    lived_in(&db);
    let names = ["main.sqlite", "main.sqlite-wal", "main.sqlite-shm", "keys.sqlite", "keys.sqlite-wal"];
    let paths = names.map(|name| db.folder().join(name));
    for path in &paths {
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
    }
    let _again = Store::open(db.opening()).unwrap();
    for path in &paths {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
}
