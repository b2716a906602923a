//! Limits shared by all nodes, drafts, and reminders: each counted or claimed exactly once.

use crate::support::cases::on;
use crate::support::on_both;
use chrono::Duration;
use indsigt::store::{counters, drafts, reminders};
use std::collections::BTreeSet;

#[test]
fn fifty_threads_never_share_a_number() {
    on_both(|db| {
        let seen: BTreeSet<i64> = std::thread::scope(|scope| {
            let hit = || db.write(|tx| counters::hit(tx, b"form", Duration::hours(1))).unwrap();
            let threads: Vec<_> = (0..50).map(|_| scope.spawn(move || [hit(), hit(), hit()])).collect();
            threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(seen, (1..=150).collect());
        assert_eq!(db.write(|tx| counters::hit(tx, b"other", Duration::hours(1))).unwrap(), 1);
        db.clock.advance(Duration::hours(1));
        assert_eq!(db.write(|tx| counters::hit(tx, b"form", Duration::hours(1))).unwrap(), 1);
        assert_eq!(db.write(|tx| counters::forget(tx, tx.now)).unwrap(), 2);
    });
}

#[test]
fn a_draft_is_replaced_lives_two_hours_and_is_then_forgotten() {
    on_both(|db| {
        let get = |cookie: [u8; 32]| db.store().look(|c| drafts::get(c, &cookie, db.clock.now())).unwrap();
        assert_eq!(get([1; 32]), None);
        db.write(|tx| drafts::put(tx, &[1; 32], b"first")).unwrap();
        db.clock.advance(Duration::minutes(90));
        db.write(|tx| drafts::put(tx, &[1; 32], b"second")).unwrap();
        db.write(|tx| drafts::put(tx, &[2; 32], b"another")).unwrap();
        db.clock.advance(Duration::minutes(90));
        assert_eq!(get([1; 32]).as_deref(), Some(b"second".as_slice()));
        db.write(|tx| drafts::remove(tx, &[1; 32])).unwrap();
        assert_eq!(get([1; 32]), None);
        assert_eq!(db.write(drafts::sweep).unwrap(), 0);
        db.clock.advance(Duration::minutes(31));
        assert_eq!(get([2; 32]), None);
        assert_eq!(db.write(drafts::sweep).unwrap(), 1);
    });
}

#[test]
fn a_reminder_is_claimed_by_one_of_many_and_armed_again_by_another_date() {
    on_both(|db| {
        let claim = |date| db.write(|tx| reminders::claim(tx, "request", "due_7", date, "ann")).unwrap();
        let claimed = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..12).map(|_| scope.spawn(|| claim(on(3, 20)))).collect();
            threads.into_iter().map(|t| t.join().unwrap()).filter(|mine| *mine).count()
        });
        assert_eq!(claimed, 1);
        assert!(!claim(on(3, 20)));
        assert!(claim(on(3, 21)));
    });
}
