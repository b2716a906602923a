//! The key store: keys are committed before they are used, given once, and gone when destroyed.

use crate::support::{Databases, on_both, open_case};
use indsigt::crypto::keys::MasterKey;
use indsigt::domain::right::Right;
use indsigt::store::Store;
use indsigt::store::backend::Kind;
use indsigt::store::cases;
use indsigt::store::error::Error;
use std::collections::HashSet;

#[test]
fn every_fresh_key_is_handed_out_once_and_was_committed_before() {
    on_both(|db| {
        let taken: Vec<(String, [u8; 32])> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        let take = |_| {
                            let (id, key) = db.store().vault.take(db.clock.now()).unwrap();
                            assert_eq!(db.store().vault.key(&id).unwrap().expose(), key.expose());
                            (id, *key.expose())
                        };
                        (0..20).map(take).collect::<Vec<_>>()
                    })
                })
                .collect();
            threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
        });
        let ids: HashSet<_> = taken.iter().map(|(id, _)| id).collect();
        let keys: HashSet<_> = taken.iter().map(|(_, key)| key).collect();
        assert_eq!((ids.len(), keys.len()), (160, 160));
    });
}

#[test]
fn two_nodes_never_hand_out_the_same_key() {
    on_both(|db| {
        let other = Store::open(db.opening()).unwrap();
        let mut ids = HashSet::new();
        for _ in 0..40 {
            assert!(ids.insert(db.store().vault.take(db.clock.now()).unwrap().0));
            assert!(ids.insert(other.vault.take(db.clock.now()).unwrap().0));
        }
    });
}

#[test]
fn a_destroyed_key_opens_nothing_any_more() {
    on_both(|db| {
        let (gone, kept) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        db.store().vault.destroy("a case", &gone.key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
        assert!(matches!(db.store().vault.key(&gone.key_id), Err(Error::NoKey)));
        assert!(matches!(db.store().case_key(&gone.id), Err(Error::NoKey)));
        assert!(db.store().case_key(&kept.id).is_ok());
        // twice is fine: whatever a crash left is finished later
        db.store().vault.destroy("a case", &gone.key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
        let some = db.store().vault.keys(&[gone.key_id.clone(), kept.key_id.clone()]).unwrap();
        assert_eq!(some.iter().map(|(id, _)| id).collect::<Vec<_>>(), [&kept.key_id]);
    });
}

#[test]
fn a_destroyed_key_leaves_the_files_of_the_key_store() {
    let db = Databases::sqlite();
    let opened = open_case(&db, &[Right::Access]);
    let wrapped =
        db.key_texts(&format!("SELECT hex(wrapped) AS text FROM case_keys WHERE id = '{}'", opened.key_id));
    let wrapped: Vec<u8> = (0..wrapped[0].len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&wrapped[0][at..at + 2], 16).unwrap())
        .collect();
    let holds = |db: &Databases| {
        db.every_byte().iter().any(|(_, bytes)| bytes.windows(wrapped.len()).any(|some| some == wrapped))
    };
    assert!(holds(&db));
    db.store().vault.destroy("a case", &opened.key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
    assert!(!holds(&db));
}

#[test]
fn destroying_a_key_is_not_done_while_a_reader_keeps_its_page_alive() {
    use diesel::connection::SimpleConnection;
    let db = Databases::sqlite();
    let opened = open_case(&db, &[Right::Access]);
    let mut reader = db.store().vault.pools().reader.get().unwrap();
    db.keys_sql("PRAGMA busy_timeout = 20").unwrap();
    reader.batch_execute("BEGIN; SELECT count(*) FROM case_keys").unwrap();
    let told = db.store().vault.destroy("a case", &opened.key_id, chrono::DateTime::UNIX_EPOCH);
    assert!(matches!(told, Err(Error::Unavailable)), "{told:?}");
    reader.batch_execute("COMMIT").unwrap();
    db.store().vault.destroy("a case", &opened.key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
}

fn sentence(opening: indsigt::store::Opening) -> String {
    Store::open(opening).err().expect("the store must not open").to_string()
}

#[test]
fn a_lost_key_store_is_refused_with_its_sentence() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        db.keys_sql("DELETE FROM case_keys").unwrap();
        assert!(sentence(db.opening()).contains("the key store is empty"));
        db.keys_sql("DELETE FROM installation_keys").unwrap();
        assert!(sentence(db.opening()).contains("the key store is empty"));
        // and nothing new was begun in its place
        assert_eq!(db.key_texts("SELECT name AS text FROM installation_keys"), [""; 0]);
    });
}

#[test]
fn a_key_store_lost_before_the_first_case_is_refused_too() {
    on_both(|db| {
        db.keys_sql("DELETE FROM installation_keys").unwrap();
        assert!(sentence(db.opening()).contains("the key store is empty"));
    });
}

#[test]
fn the_key_store_of_another_database_is_refused() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        // same master key, other keys
        db.keys_sql("UPDATE case_keys SET id = 'x' || id").unwrap();
        assert!(sentence(db.opening()).contains("does not hold the keys of this database"));
    });
}

#[test]
fn the_wrong_master_key_is_refused_with_its_sentence() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        let mut opening = db.opening();
        opening.master = MasterKey::create(&db.folder().join("other.key")).unwrap();
        let told = sentence(opening);
        assert!(told.contains("the master key does not open the key store"), "{told}");
        assert!(Store::open(db.opening()).is_ok());
    });
}

#[test]
fn a_database_that_is_not_there_is_said_without_its_password() {
    let db = Databases::sqlite();
    let mut opening = db.opening();
    opening.url = "postgres://me:Kx9secret@127.0.0.1:1/x?sslmode=disable".to_owned().into();
    let told = sentence(opening);
    assert!(told.starts_with("the main database: "), "{told}");
    assert!(!told.contains("Kx9secret"), "{told}");
    let mut opening = db.opening();
    opening.key_store_url = "postgres://me:Kx9secret@[not an address".to_owned().into();
    let told = sentence(opening);
    assert!(told.starts_with("the key store: "), "{told}");
    assert!(!told.contains("Kx9secret"), "{told}");
}

#[test]
fn a_case_opens_again_after_a_restart() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let restarted = Store::open(db.opening()).unwrap();
        let key = restarted.case_key(&opened.id).unwrap();
        let stored = restarted.look(|c| cases::load(c, &opened.id)).unwrap();
        assert_eq!(stored.person(&key).unwrap(), crate::support::cases::person());
        assert_eq!(restarted.pools.kind == Kind::Sqlite, db.kind == Kind::Sqlite);
    });
}
