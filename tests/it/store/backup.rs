//! Backup while the service runs, and restore into nothing: whole and readable, or refused by name.

use crate::support::cases::{decision, new_case, person};
use crate::support::{Databases, Elsewhere, on_both, open_case};
use indsigt::crypto::keys::MasterKey;
use indsigt::domain::access::Role;
use indsigt::domain::job::{Job, NewJob};
use indsigt::domain::language::Lang;
use indsigt::domain::right::Right;
use indsigt::store::backend::Kind;
use indsigt::store::backup::{self, Error, KEY_TABLES, MAIN_TABLES, Restored, backup, restore};
use indsigt::store::files::{self, Kind as FileKind};
use indsigt::store::verify::verify;
use indsigt::store::{Store, cases, controllers, installation, jobs, ledger, persons, sessions, staff};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A store with cases, a file, a member of staff with a session, a job, a ledger.
fn lived_in(db: &Databases) -> Vec<String> {
    let ids = (0..5).map(|_| open_case(db, &[Right::Access, Right::Erasure])).collect::<Vec<_>>();
    let case = &ids[0];
    let mut file = db.store().files.create(&case.key).unwrap();
    file.write_all(&[42; 100_000]).unwrap();
    let written = file.finish().unwrap();
    db.write(|tx| {
        files::insert(
            tx,
            &case.key,
            &case.id,
            &written,
            FileKind::Upload,
            None,
            "it's\t\"\\N\".txt",
            "text/plain",
        )?;
        // text that a careless copy would break
        staff::invite(
            tx,
            "ann",
            "ann@shop.example",
            "Ann\tØ\n\\N \\. \"x\"\r\u{7}",
            &[Role::Officer],
            Lang::Da,
        )?;
        let ann = staff::get(tx.db, "ann")?;
        sessions::open(tx, [1; 32], &ann)?;
        persons::open(tx, [2; 32], &case.id)?;
        jobs::enqueue(tx, None, &NewJob::now(Job::SendLetter { message_id: "m".into() }))?;
        ledger::enter(tx)?;
        ledger::sign(tx)
    })
    .unwrap();
    ids.into_iter().map(|case| case.id).collect()
}

fn place(db: &Databases, name: &str) -> PathBuf {
    db.folder().join(name)
}

fn restored(db: &Databases, from: &Path, to: &Elsewhere) -> (Store, Restored) {
    let (store, restored) = restore(from, None, to.opening()).unwrap();
    assert_eq!(restored.opened.unopenable, [""; 0]);
    assert_eq!(store.pools.kind, db.kind);
    (store, restored)
}

fn refused(from: &Path, to: &Elsewhere) -> Error {
    let error = restore(from, None, to.opening()).err().expect("it must be refused");
    assert!(to.is_empty(), "something was left behind after: {error}");
    error
}

#[test]
fn the_list_of_tables_is_what_the_databases_have() {
    on_both(|db| {
        let sql = match db.kind {
            Kind::Sqlite => "SELECT name AS text FROM sqlite_master WHERE type = 'table'",
            Kind::Postgres => crate::support::databases::TABLES_OF_POSTGRES,
        };
        let sorted = |mut names: Vec<String>| {
            names.retain(|name| name != "__diesel_schema_migrations");
            names.sort();
            names
        };
        let listed = |names: &[&str]| sorted(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(sorted(db.texts(sql)), listed(MAIN_TABLES));
        assert_eq!(sorted(db.key_texts(sql)), listed(KEY_TABLES));
    });
}

#[test]
fn what_was_backed_up_is_restored_elsewhere_whole_readable_and_held() {
    on_both(|db| {
        let ids = lived_in(db);
        let folder = place(db, "backup");
        let summary = backup(db.store(), &folder).unwrap();
        assert_eq!((summary.cases, summary.files, summary.missing_files.len()), (5, 1, 0));
        assert!(summary.keys >= 5);
        // what happens afterwards is not in it
        open_case(db, &[Right::Access]);

        let elsewhere = db.elsewhere();
        let (store, restored) = restored(db, &folder, &elsewhere);
        assert_eq!((restored.id.as_str(), restored.is_one_backup), (summary.id.as_str(), true));
        assert_eq!((restored.opened.cases, restored.opened.files, restored.opened.without_key), (5, 1, 0));
        // person and words of each case, the words of its first entry, the file's name
        assert_eq!(restored.opened.values, 5 * 3 + 1);
        for id in &ids {
            let key = store.case_key(id).unwrap();
            let case = store.look(|c| cases::load(c, id)).unwrap();
            assert_eq!(case.person(&key).unwrap(), person());
            assert_eq!(case.file.requests, db.store().look(|c| cases::load(c, id)).unwrap().file.requests);
        }
        let key = store.case_key(&ids[0]).unwrap();
        let file = store.look(|c| files::of_case(c, &ids[0], FileKind::Upload)).unwrap().remove(0);
        assert_eq!(file.name(&key).unwrap(), "it's\t\"\\N\".txt");
        let mut bytes = Vec::new();
        store.files.read(&key, &file.id).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, [42; 100_000]);
        let ann = store.look(|c| staff::get(c, "ann")).unwrap();
        assert_eq!(ann.name, "Ann\tØ\n\\N \\. \"x\"\r\u{7}");
        // held, and no session of the past
        assert!(store.look(installation::is_held).unwrap());
        assert!(store.look(|c| sessions::find(c, &[1; 32], db.clock.now())).unwrap().is_none());
        assert!(store.look(|c| persons::find(c, &[2; 32], db.clock.now())).unwrap().is_none());
        assert_eq!(store.look(jobs::unfinished).unwrap(), 1);
        assert_eq!(store.look(installation::id).unwrap(), db.store().look(installation::id).unwrap());
        let report = verify(&store, None, None).unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!((report.ledger_rows, report.heads_in_database), (5, 1));
        // and the guard stands again
        let mut writer = store.pools.writer.get().unwrap();
        use diesel::connection::SimpleConnection;
        writer.batch_execute("DELETE FROM events").unwrap_err();
    });
}

#[test]
fn a_backup_made_while_others_write_is_one_consistent_state() {
    on_both(|db| {
        lived_in(db);
        let controller = db.write(|tx| controllers::enter(tx, "shop", "Shop A/S")).unwrap();
        let (stop, written) = (AtomicBool::new(false), AtomicU64::new(0));
        let write = || {
            while !stop.load(Ordering::Relaxed) {
                let key = db.store().vault.take(db.clock.now()).unwrap();
                db.write(|tx| {
                    let case = new_case(tx, &key, &decision(&controller, &[Right::Access]), &person())?;
                    ledger::enter(tx).map(|_| case.id)
                })
                .ok();
                written.fetch_add(1, Ordering::Relaxed);
            }
        };
        let folders: Vec<PathBuf> = std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(write);
            }
            let folders = (0..3)
                .map(|n| {
                    // only while something is being written is it a test
                    let before = written.load(Ordering::Relaxed);
                    while written.load(Ordering::Relaxed) < before + 10 {
                        std::thread::yield_now();
                    }
                    let folder = place(db, &format!("backup-{n}"));
                    backup(db.store(), &folder).map(|_| folder)
                })
                .collect::<Result<_, _>>();
            stop.store(true, Ordering::Relaxed);
            folders.unwrap()
        });
        let mut cases = Vec::new();
        for folder in folders {
            let elsewhere = db.elsewhere();
            let (store, restored) = restored(db, &folder, &elsewhere);
            assert_eq!(restored.opened.without_key, 0, "every case of the backup has its key");
            assert!(verify(&store, None, None).unwrap().is_clean());
            cases.push(restored.opened.cases);
        }
        assert!(cases.is_sorted() && cases[0] > 5, "{cases:?}");
    });
}

#[test]
fn a_damaged_or_unfinished_backup_is_refused_and_nothing_is_written() {
    on_both(|db| {
        lived_in(db);
        let whole = place(db, "whole");
        backup(db.store(), &whole).unwrap();
        let elsewhere = db.elsewhere();
        let every_file = files_under(&whole);
        assert!(every_file.len() > 4);
        for file in &every_file {
            let kept = fs::read(file).unwrap();
            // one bit
            let mut changed = kept.clone();
            let at = kept.len() / 2;
            if !changed.is_empty() {
                changed[at] ^= 1;
                fs::write(file, &changed).unwrap();
                let told = refused(&whole, &elsewhere);
                assert!(matches!(told, Error::Damaged(_)), "{}: {told}", file.display());
                // the tail
                fs::write(file, &kept[..kept.len() - 1]).unwrap();
                refused(&whole, &elsewhere);
            }
            // all of it
            fs::remove_file(file).unwrap();
            let told = refused(&whole, &elsewhere);
            assert!(matches!(told, Error::Damaged(_) | Error::Incomplete(_)), "{}: {told}", file.display());
            fs::write(file, &kept).unwrap();
        }
        restored(db, &whole, &elsewhere);
    });
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn restored_is_only_into_nothing() {
    on_both(|db| {
        lived_in(db);
        let folder = place(db, "backup");
        backup(db.store(), &folder).unwrap();
        // over the living store
        let told = restore(&folder, None, db.opening()).err().unwrap();
        assert!(matches!(told, Error::TargetNotEmpty(_)), "{told}");
        assert_eq!(db.count("SELECT count(*) FROM cases"), 5);
        // twice
        let elsewhere = db.elsewhere();
        restored(db, &folder, &elsewhere);
        let told = restore(&folder, None, elsewhere.opening()).err().unwrap();
        assert!(matches!(told, Error::TargetNotEmpty(_)), "{told}");
        // files of somebody else
        let elsewhere = db.elsewhere();
        fs::create_dir(elsewhere.folder().join("files")).unwrap();
        fs::write(elsewhere.folder().join("files/mine.txt"), "mine").unwrap();
        let told = restore(&folder, None, elsewhere.opening()).err().unwrap();
        assert!(matches!(told, Error::TargetNotEmpty(_)), "{told}");
        assert_eq!(fs::read_to_string(elsewhere.folder().join("files/mine.txt")).unwrap(), "mine");
        // and a backup goes into a folder of its own
        assert!(matches!(backup(db.store(), &folder), Err(Error::NotEmpty(_))));
    });
}

#[test]
fn a_write_ahead_log_of_another_database_is_refused_by_name() {
    let db = Databases::sqlite();
    lived_in(&db);
    let folder = place(&db, "backup");
    backup(db.store(), &folder).unwrap();
    for name in ["main.sqlite-wal", "main.sqlite-shm", "keys.sqlite-wal", "keys.sqlite-journal"] {
        let elsewhere = db.elsewhere();
        fs::write(elsewhere.folder().join(name), "old").unwrap();
        let told = restore(&folder, None, elsewhere.opening()).err().unwrap();
        assert!(matches!(&told, Error::StaleLog(path) if path.ends_with(name)), "{told}");
        assert_eq!(files_under(elsewhere.folder()).len(), 1);
    }
}

#[test]
fn the_wrong_master_key_is_refused_and_nothing_is_left_behind() {
    on_both(|db| {
        lived_in(db);
        let folder = place(db, "backup");
        backup(db.store(), &folder).unwrap();
        let elsewhere = db.elsewhere();
        let mut opening = elsewhere.opening();
        opening.master = MasterKey::create(&place(db, "other.key")).unwrap();
        let told = restore(&folder, None, opening).err().unwrap();
        assert!(matches!(told, Error::OtherMasterKey), "{told}");
        assert!(elsewhere.is_empty());
        restored(db, &folder, &elsewhere);
    });
}

#[test]
fn a_key_store_kept_apart_and_newer_leaves_erased_cases_unreadable() {
    on_both(|db| {
        let ids = lived_in(db);
        let (old, new) = (place(db, "old"), place(db, "new"));
        backup(db.store(), &old).unwrap();
        let key_id = db.texts(&format!("SELECT key_id AS text FROM cases WHERE id = '{}'", ids[2])).remove(0);
        db.store().vault.destroy("a case", &key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
        backup(db.store(), &new).unwrap();
        let apart = place(db, "apart");
        fs::rename(new.join("keys"), &apart).unwrap();
        // the old main database without a key store is nothing
        fs::remove_dir_all(old.join("keys")).unwrap();
        let elsewhere = db.elsewhere();
        assert!(matches!(refused(&old, &elsewhere), Error::Incomplete(_)));
        let (store, restored) = restore(&old, Some(&apart), elsewhere.opening()).unwrap();
        assert_eq!((restored.opened.cases, restored.opened.without_key), (5, 1));
        assert!(!restored.is_one_backup);
        assert!(store.case_key(&ids[2]).is_err());
        assert!(store.case_key(&ids[3]).is_ok());
        assert!(verify(&store, None, None).unwrap().is_clean());
    });
}

#[test]
fn the_key_store_of_another_installation_is_refused() {
    on_both(|db| {
        lived_in(db);
        let stranger = Databases::sqlite();
        open_case(&stranger, &[Right::Access]);
        let (ours, theirs) = (place(db, "ours"), place(db, "theirs"));
        backup(db.store(), &ours).unwrap();
        backup(stranger.store(), &theirs).unwrap();
        let elsewhere = db.elsewhere();
        let told = restore(&ours, Some(&theirs), elsewhere.opening()).err().unwrap();
        assert!(matches!(told, Error::TwoInstallations), "{told}");
        assert!(elsewhere.is_empty());
    });
}

#[test]
fn what_was_filled_is_emptied_again_when_it_does_not_open() {
    on_both(|db| {
        let old = place(db, "old");
        backup(db.store(), &old).unwrap();
        // the keys of these cases were made after the old key store was kept
        for _ in 0..40 {
            open_case(db, &[Right::Access]);
        }
        let new = place(db, "new");
        backup(db.store(), &new).unwrap();
        let elsewhere = db.elsewhere();
        let told = restore(&new, Some(&old), elsewhere.opening()).err().unwrap();
        assert!(matches!(told, Error::Refused(_)), "{told}");
        assert!(elsewhere.is_empty(), "something was left behind after: {told}");
        restored(db, &new, &elsewhere);
    });
}

#[test]
fn a_restore_that_cannot_be_held_leaves_nothing_behind() {
    // a SQLite backup carries its triggers: each fails one step on the way to being held
    for refused_at in [
        "BEFORE INSERT ON installation WHEN NEW.name = 'held'",
        "BEFORE DELETE ON person_sessions",
        "BEFORE INSERT ON events WHEN NEW.facts LIKE '%restored_and_held%'",
    ] {
        let db = Databases::sqlite();
        lived_in(&db);
        db.sql(&format!("CREATE TRIGGER stop {refused_at} BEGIN SELECT RAISE(ABORT, 'stop'); END")).unwrap();
        let folder = place(&db, "backup");
        backup(db.store(), &folder).unwrap();
        let told = refused(&folder, &db.elsewhere()).to_string();
        assert!(told.contains("stop"), "{refused_at}: {told}");
    }
}

#[test]
fn a_file_that_was_lost_before_is_named_and_the_rest_is_kept() {
    on_both(|db| {
        lived_in(db);
        let file = db.texts("SELECT id AS text FROM files").remove(0);
        db.store().files.remove(&file).unwrap();
        let folder = place(db, "backup");
        let summary = backup(db.store(), &folder).unwrap();
        assert_eq!(summary.missing_files, std::slice::from_ref(&file));
        let elsewhere = db.elsewhere();
        let (_, restored) = restored(db, &folder, &elsewhere);
        assert_eq!(restored.missing_files, [file]);
    });
}

#[test]
fn a_value_that_was_damaged_before_is_named_and_the_rest_is_restored() {
    on_both(|db| {
        let ids = lived_in(db);
        db.sql(&format!("UPDATE cases SET words = person WHERE id = '{}'", ids[1])).unwrap();
        let folder = place(db, "backup");
        backup(db.store(), &folder).unwrap();
        let elsewhere = db.elsewhere();
        let (_, restored) = restore(&folder, None, elsewhere.opening()).unwrap();
        assert_eq!(restored.opened.unopenable, [format!("cases.words of {}", ids[1])]);
    });
}

#[test]
fn a_backup_of_a_newer_program_or_another_kind_is_refused() {
    let db = Databases::sqlite();
    lived_in(&db);
    let folder = place(&db, "backup");
    backup(db.store(), &folder).unwrap();
    let manifest = folder.join("main/manifest.json");
    let kept = fs::read_to_string(&manifest).unwrap();
    for (from, to, told) in [
        ("20261121000001", "20990101000001", "newer version"),
        ("\"sqlite\"", "\"postgres\"", "other kind of database"),
        ("indsigt-backup-1", "indsigt-backup-2", "another version"),
        ("\"main\"", "\"keys\"", "the other part"),
        ("\"deliveries\"", "\"deliveries (id) FROM PROGRAM\"", "no backup of ours"),
        ("\"database.sqlite\"", "\"../keys/database.sqlite\"", "no backup of ours"),
    ] {
        assert!(kept.contains(from), "{from}");
        let changed = kept.replacen(from, to, 1);
        fs::write(&manifest, &changed).unwrap();
        let hash: String = Sha256::digest(&changed).iter().map(|b| format!("{b:02x}")).collect();
        fs::write(folder.join("main/manifest.sha256"), hash).unwrap();
        let error = refused(&folder, &db.elsewhere()).to_string();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn the_master_key_is_in_no_backup_and_others_cannot_read_it() {
    use std::os::unix::fs::PermissionsExt;
    on_both(|db| {
        lived_in(db);
        let folder = place(db, "backup");
        backup(db.store(), &folder).unwrap();
        let key = fs::read_to_string(place(db, "master.key")).unwrap();
        let secret = key.split(':').nth(1).unwrap();
        for file in files_under(&folder) {
            let bytes = fs::read(&file).unwrap();
            assert!(!bytes.windows(secret.len()).any(|some| some == secret.as_bytes()));
        }
        let mode = fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    });
}

#[test]
fn an_empty_store_is_backed_up_and_restored_too() {
    on_both(|db| {
        let folder = place(db, "backup");
        assert_eq!(backup(db.store(), &folder).unwrap().cases, 0);
        let elsewhere = db.elsewhere();
        let (store, restored) = restored(db, &folder, &elsewhere);
        assert_eq!(restored.opened, backup::Opened::default());
        assert!(store.look(installation::is_held).unwrap());
    });
}
