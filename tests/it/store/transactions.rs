//! A unit of work happens or does not, and says truly which.

use crate::support::{on_both, open_case};
use diesel::connection::SimpleConnection;
use indsigt::domain::right::Right;
use indsigt::store::controllers;
use indsigt::store::error::Error;
use indsigt::store::installation;

#[test]
fn an_error_that_was_swallowed_inside_is_never_an_acknowledged_loss() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let done = db.write(|tx| {
            controllers::enter(tx, "before", "Before")?;
            // a unique violation that the caller takes for an answer
            let taken = crate::support::new_case(
                tx,
                &(opened.key_id.clone(), opened.key.clone()),
                &crate::support::decision("nobody", &[Right::Access]),
                &crate::support::cases::person(),
            );
            assert!(taken.is_err());
            Ok(())
        });
        let kept = db.count("SELECT count(*) FROM controllers WHERE slug = 'before'");
        // SQLite goes on after a failed statement, PostgreSQL does not: either is fine as long as
        // the answer is true
        assert_eq!(done.is_ok(), kept == 1, "answer {done:?}, rows {kept}");
    });
}

#[test]
fn a_connection_is_good_again_after_a_failed_unit_of_work() {
    on_both(|db| {
        for _ in 0..20 {
            db.write(|tx| {
                controllers::enter(tx, "gone", "Gone")?;
                Err::<(), _>(Error::Stale)
            })
            .unwrap_err();
        }
        assert_eq!(db.count("SELECT count(*) FROM controllers WHERE slug = 'gone'"), 0);
        db.write(|tx| controllers::enter(tx, "kept", "Kept")).unwrap();
        assert_eq!(db.count("SELECT count(*) FROM controllers WHERE slug = 'kept'"), 1);
    });
}

#[test]
fn a_panic_inside_a_unit_of_work_keeps_nothing_and_blocks_nobody() {
    on_both(|db| {
        let panicked = std::thread::scope(|scope| {
            scope
                .spawn(|| {
                    db.write(|tx| {
                        controllers::enter(tx, "gone", "Gone")?;
                        if tx.now.timestamp() > 0 {
                            panic!("on purpose");
                        }
                        Ok(())
                    })
                })
                .join()
                .is_err()
        });
        assert!(panicked);
        db.write(|tx| controllers::enter(tx, "kept", "Kept")).unwrap();
        assert_eq!(db.texts("SELECT slug AS text FROM controllers"), ["kept"]);
    });
}

#[test]
fn readers_on_sqlite_cannot_write() {
    let db = crate::support::Databases::sqlite();
    let mut reader = db.store().pools.reader.get().unwrap();
    use diesel::connection::SimpleConnection;
    reader.batch_execute("DELETE FROM installation").unwrap_err();
}

#[test]
fn writers_on_many_threads_all_get_their_turn() {
    on_both(|db| {
        std::thread::scope(|scope| {
            for n in 0..16 {
                scope.spawn(move || {
                    for m in 0..5 {
                        db.write(|tx| controllers::enter(tx, &format!("c{n}-{m}"), "C")).unwrap();
                    }
                });
            }
        });
        assert_eq!(db.count("SELECT count(*) FROM controllers"), 80);
    });
}

#[test]
fn two_nodes_that_start_together_share_one_name_and_one_set_of_secrets() {
    on_both(|db| {
        let stores: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..4).map(|_| scope.spawn(|| indsigt::store::Store::open(db.opening()).unwrap())).collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        let name = db.store().look(installation::id).unwrap();
        assert!(!name.is_empty());
        for store in &stores {
            assert_eq!(store.look(installation::id).unwrap(), name);
            assert_eq!(store.secrets.blind_index(), db.store().secrets.blind_index());
        }
    });
}

#[test]
fn a_held_installation_stays_held_until_a_person_releases_it() {
    on_both(|db| {
        assert!(!db.store().look(installation::is_held).unwrap());
        db.write(installation::hold).unwrap();
        let restarted = indsigt::store::Store::open(db.opening()).unwrap();
        assert!(restarted.look(installation::is_held).unwrap());
        db.write(installation::release).unwrap();
        assert!(!restarted.look(installation::is_held).unwrap());
    });
}

#[test]
fn after_a_failed_commit_nothing_is_written_until_a_restart() {
    on_both(|db| {
        assert!(!db.store().is_broken());
        // a rule that is only looked at when the transaction is committed
        let failed = db.write(|tx| {
            controllers::enter(tx, "lost", "Lost")?;
            tx.db.batch_execute(
                "CREATE TABLE late (id TEXT REFERENCES controllers (id) DEFERRABLE INITIALLY DEFERRED); \
                 INSERT INTO late VALUES ('nobody')",
            )?;
            Ok(())
        });
        assert!(matches!(failed, Err(Error::Commit(_))), "{failed:?}");
        assert!(db.store().is_broken());
        let again = db.write(|tx| controllers::enter(tx, "again", "Again"));
        assert!(matches!(again, Err(Error::Unavailable)), "{again:?}");
        assert_eq!(db.count("SELECT count(*) FROM controllers WHERE slug IN ('lost', 'again')"), 0);
        let restarted = indsigt::store::Store::open(db.opening()).unwrap();
        assert!(!restarted.is_broken());
        restarted
            .write(&indsigt::domain::access::Actor::System, |tx| controllers::enter(tx, "again", "Again"))
            .unwrap();
    });
}

#[test]
fn a_transaction_that_failed_before_its_commit_is_no_failed_commit() {
    on_both(|db| {
        for _ in 0..2 {
            let _ = db.write(|tx| {
                assert!(tx.db.batch_execute("SELECT * FROM no_such_table").is_err());
                Ok(())
            });
        }
        assert!(!db.store().is_broken());
        db.write(|tx| controllers::enter(tx, "kept", "Kept")).unwrap();
    });
}

#[test]
fn a_full_disk_keeps_nothing_and_ends_nothing_even_when_the_error_was_swallowed() {
    let db = crate::support::Databases::sqlite();
    let fill =
        "CREATE TABLE much (it BLOB); PRAGMA max_page_count = 1; INSERT INTO much VALUES (zeroblob(1000000))";
    let told = db.write(|tx| {
        controllers::enter(tx, "half", "Half")?;
        tx.db.batch_execute(fill)?;
        Ok(())
    });
    assert!(matches!(told, Err(Error::Full)), "{told:?}");
    let swallowed = db.write(|tx| {
        controllers::enter(tx, "half", "Half")?;
        let _ = tx.db.batch_execute(fill);
        Ok(())
    });
    assert!(swallowed.is_err(), "SQLite had rolled back: nothing may be acknowledged");
    assert_eq!(db.count("SELECT count(*) FROM controllers"), 0);
    assert!(!db.store().is_broken());
    db.write(|tx| controllers::enter(tx, "kept", "Kept")).unwrap();
}
