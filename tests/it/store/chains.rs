//! Chains grow by one entry at a time, whoever writes at once; reads leave their mark first.

use crate::support::{on_both, open_case};
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::right::Right;
use indsigt::store::backend::Kind;
use indsigt::store::cases;
use indsigt::store::error::Error;
use indsigt::store::{chain, ledger};
use serde_json::json;

#[test]
fn many_who_append_at_once_make_one_unbroken_chain() {
    on_both(|db| {
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let event = Event::new(EventKind::SignIn, None, json!({ "ok": true }));
                        db.write(|tx| chain::append(tx, chain::HOUSE, None, &event)).unwrap();
                    }
                });
            }
        });
        let entries = db.store().look(|c| chain::entries(c, chain::HOUSE)).unwrap();
        assert_eq!(entries.iter().map(|e| e.seq).collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
        let mut before = db.store().chain_key.genesis(chain::HOUSE);
        for entry in &entries {
            let mac = db.store().chain_key.entry_mac(&before, &entry.entry());
            assert_eq!(entry.mac, mac);
            before = mac;
        }
    });
}

#[test]
fn words_need_a_key_and_open_only_with_the_case() {
    on_both(|db| {
        let (opened, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        let entries = db.store().look(|c| chain::entries(c, &opened.id)).unwrap();
        assert_eq!(entries[0].words(&opened.key).unwrap().as_deref(), Some("as the person wrote it"));
        assert!(matches!(entries[0].words(&other.key), Err(Error::Unopenable)));
        let event = Event::new(EventKind::Note, None, json!({})).saying("words without a key");
        let refused = db.write(|tx| chain::append(tx, chain::HOUSE, None, &event));
        assert!(matches!(refused, Err(Error::NoKey)));
    });
}

#[test]
fn a_read_is_in_the_chain_before_anything_is_read() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let reader = Actor::Staff { id: "ann".into(), roles: vec![Role::Auditor] };
        let stored = db.store().read_case(&reader, &opened.id, "case", |tx, key| {
            let stored = cases::load(tx.db, &opened.id)?;
            let name = stored.person(key)?.name;
            let marks = chain::length(tx.db, &opened.id)?;
            Ok::<_, Error>((name, marks, stored.file.case.version))
        });
        // reading never moves the version
        assert_eq!(stored.unwrap(), ("Ada Østergård-Nilsson".into(), 2, 1));
        let entries = db.store().look(|c| chain::entries(c, &opened.id)).unwrap();
        assert_eq!((entries[1].actor.as_str(), entries[1].kind.as_str()), ("staff:ann", "read"));
        // a mark that cannot be written: nothing is read
        db.sql("ALTER TABLE events RENAME TO events_elsewhere").unwrap();
        let mut was_read = false;
        db.store()
            .read_case(&reader, &opened.id, "case", |_, _| {
                was_read = true;
                Ok::<_, Error>(())
            })
            .unwrap_err();
        assert!(!was_read);
        db.sql("ALTER TABLE events_elsewhere RENAME TO events").unwrap();
        // steps leave reads out
        let steps = db.store().look(|c| chain::steps(c, &opened.id, 10)).unwrap();
        assert_eq!(steps.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(), ["submit"]);
    });
}

#[test]
fn the_ledger_enters_every_head_once_and_signs_what_is_new() {
    on_both(|db| {
        assert_eq!(db.write(ledger::sign).unwrap(), None);
        open_case(db, &[Right::Access]);
        open_case(db, &[Right::Access]);
        assert_eq!(db.write(ledger::enter).unwrap(), 2);
        assert_eq!(db.write(ledger::enter).unwrap(), 0);
        let (size, signed) = db.write(ledger::sign).unwrap().unwrap();
        assert_eq!(size, 2);
        let public = db.store().secrets.signing().public_key_pem().unwrap();
        let head = indsigt::crypto::chain::verify_head(&public, &signed).unwrap();
        assert_eq!((head.size, head.at), (2, db.clock.now()));
        assert_eq!(db.write(ledger::sign).unwrap(), None);
        open_case(db, &[Right::Access]);
        assert_eq!(db.write(ledger::enter).unwrap(), 1);
        assert_eq!(db.write(ledger::sign).unwrap().unwrap().0, 3);
        assert_eq!(db.store().look(|db| ledger::signed_from(db, 0, 9)).unwrap().len(), 2);
    });
}

#[test]
fn nodes_that_enter_at_once_never_enter_a_head_twice() {
    on_both(|db| {
        for _ in 0..20 {
            open_case(db, &[Right::Access]);
        }
        let entered: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..6).map(|_| scope.spawn(|| db.write(ledger::enter))).collect();
            threads
                .into_iter()
                .map(|t| match t.join().unwrap() {
                    Ok(count) => count,
                    Err(Error::Taken | Error::Unavailable) => 0,
                    Err(other) => panic!("{other}"),
                })
                .sum()
        });
        assert_eq!(entered, 20);
        assert_eq!(db.count("SELECT count(*) FROM ledger"), 20);
        assert_eq!(db.count("SELECT count(DISTINCT chain) FROM ledger"), 20);
    });
}

#[test]
fn what_was_entered_or_signed_is_never_changed_removed_or_replaced() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        db.write(ledger::enter).unwrap();
        db.write(ledger::sign).unwrap().unwrap();
        let before = db.rows();
        for (table, column) in [("events", "facts"), ("ledger", "chain"), ("checkpoints", "signed")] {
            db.sql(&format!("UPDATE {table} SET {column} = 'x'")).unwrap_err();
            db.sql(&format!("DELETE FROM {table}")).unwrap_err();
            match db.kind {
                Kind::Sqlite => db.sql(&format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}")),
                Kind::Postgres => db.sql(&format!("TRUNCATE {table}")),
            }
            .unwrap_err();
        }
        assert_eq!(db.rows(), before);
    });
}

#[test]
fn a_page_sees_a_change_in_what_it_shows_and_reads_no_more_of_a_long_chain() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let note = |n: i32| Event::new(EventKind::Note, None, json!({ "n": n }));
        let looked = Event::new(EventKind::Read, None, json!({ "what": "status" }));
        let append =
            |event: &Event| db.write(|tx| chain::append(tx, &case.id, Some(&case.key), event)).unwrap();
        append(&note(1));
        for _ in 0..40 {
            append(&looked);
        }
        append(&note(2));
        db.write(ledger::enter).unwrap();
        for _ in 0..5 {
            append(&looked);
        }
        let holds = || {
            let shown = db.store().look(|c| chain::steps(c, &case.id, 200)).unwrap();
            db.store().look(|c| chain::holds(&db.store().chain_key, c, &case.id, &shown)).unwrap()
        };
        assert!(holds());
        let shown = db.store().look(|c| chain::steps(c, &case.id, 200)).unwrap();
        assert_eq!(shown.iter().filter(|row| row.kind == "note").count(), 2);
        db.without_guard();
        let length = db.store().look(|c| chain::length(c, &case.id)).unwrap();
        // shown and entered long ago; the last that was entered; since then; the head
        for (seq, column) in [(2, "facts"), (length - 5, "facts"), (length - 2, "facts"), (length, "mac")] {
            let place = format!("WHERE chain = '{}' AND seq = {seq}", case.id);
            db.sql(&format!("CREATE TABLE kept AS SELECT * FROM events {place}")).unwrap();
            let other = if column == "mac" { "(SELECT mac FROM ledger LIMIT 1)" } else { "'{}'" };
            db.sql(&format!("UPDATE events SET {column} = {other} {place}")).unwrap();
            assert!(!holds(), "{column} of {seq}");
            let kept = format!("{column} = (SELECT {column} FROM kept)");
            db.sql(&format!("UPDATE events SET {kept} {place}; DROP TABLE kept")).unwrap();
            assert!(holds());
        }
        // a look between, long entered, is for the whole examination
        db.sql(&format!("UPDATE events SET facts = '{{}}' WHERE chain = '{}' AND seq = 20", case.id))
            .unwrap();
        assert!(holds());
        assert!(!indsigt::store::verify::verify(db.store(), None, None).unwrap().is_clean());
    });
}
