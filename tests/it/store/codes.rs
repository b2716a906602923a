//! Codes and links: used once, tried five times, whoever tries at once.

use crate::support::{Databases, on_both, open_case};
use chrono::Duration;
use indsigt::crypto::tokens;
use indsigt::domain::identity::Channel;
use indsigt::domain::right::Right;
use indsigt::store::codes::{self, Proves, Purpose};
use indsigt::store::deliveries;
use indsigt::store::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

fn proves() -> Proves {
    Proves {
        channel: Channel::Email,
        address: "ada@on-record.example".into(),
        source: Some("shop".into()),
        on_record_since: None,
    }
}

fn link(db: &Databases, purpose: Purpose, token: [u8; 32]) -> String {
    let case = open_case(db, &[Right::Access]);
    db.write(|tx| codes::make_link(tx, &case.key, &case.id, purpose, token, &proves(), Duration::days(3)))
        .unwrap()
}

#[test]
fn of_a_thousand_parallel_guesses_at_most_five_are_evaluated() {
    on_both(|db| {
        let id = link(db, Purpose::Identity, [1; 32]);
        let right = tokens::code_hash(&[3; 32], "x", "1234 5678");
        db.write(|tx| codes::set_code(tx, &id, right)).unwrap();
        std::thread::scope(|scope| {
            for guesser in 0..20u32 {
                let id = &id;
                scope.spawn(move || {
                    for guess in 0..50u32 {
                        let code = format!("{:08}", guesser * 50 + guess);
                        let hash = tokens::code_hash(&[3; 32], "x", &code);
                        assert!(!db.write(|tx| codes::try_code(tx, id, &hash)).unwrap());
                    }
                });
            }
        });
        assert_eq!(db.count("SELECT tries FROM codes"), 5);
        // the right code comes too late
        assert!(!db.write(|tx| codes::try_code(tx, &id, &right)).unwrap());
    });
}

#[test]
fn the_right_code_is_accepted_once_of_many_at_once() {
    on_both(|db| {
        let id = link(db, Purpose::Identity, [1; 32]);
        db.write(|tx| codes::set_code(tx, &id, [4; 32])).unwrap();
        let accepted = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..5 {
                scope.spawn(|| match db.write(|tx| codes::try_code(tx, &id, &[4; 32])) {
                    Ok(true) => _ = accepted.fetch_add(1, Ordering::Relaxed),
                    Ok(false) | Err(Error::Stale) => {}
                    Err(other) => panic!("{other}"),
                });
            }
        });
        assert_eq!(accepted.into_inner(), 1);
    });
}

#[test]
fn a_mailed_code_lives_ten_minutes() {
    on_both(|db| {
        let id = link(db, Purpose::Identity, [1; 32]);
        assert!(!db.write(|tx| codes::try_code(tx, &id, &[4; 32])).unwrap(), "no code was mailed yet");
        db.write(|tx| codes::set_code(tx, &id, [4; 32])).unwrap();
        db.clock.advance(Duration::minutes(10));
        assert!(!db.write(|tx| codes::try_code(tx, &id, &[4; 32])).unwrap());
        db.write(|tx| codes::set_code(tx, &id, [5; 32])).unwrap();
        db.clock.advance(Duration::minutes(9));
        assert!(!db.write(|tx| codes::try_code(tx, &id, &[4; 32])).unwrap(), "the old one is replaced");
        assert!(db.write(|tx| codes::try_code(tx, &id, &[5; 32])).unwrap());
        assert!(!db.write(|tx| codes::try_code(tx, &id, &[5; 32])).unwrap());
    });
}

#[test]
fn a_link_is_used_once_and_not_after_its_time() {
    on_both(|db| {
        let id = link(db, Purpose::AddressCheck, [1; 32]);
        let code = db.store().look(|c| codes::by_token(c, &[1; 32])).unwrap();
        assert_eq!(
            (code.id.as_str(), code.purpose, code.is_used),
            (id.as_str(), Purpose::AddressCheck, false)
        );
        let key = db.store().case_key(&code.case_id).unwrap();
        assert_eq!(code.proves(&key).unwrap(), proves());
        assert!(matches!(db.store().look(|c| codes::by_token(c, &[2; 32])), Err(Error::NotFound)));
        assert!(db.write(|tx| codes::use_link(tx, &id)).unwrap());
        assert!(!db.write(|tx| codes::use_link(tx, &id)).unwrap());
        let late = link(db, Purpose::AddressCheck, [6; 32]);
        db.clock.advance(Duration::days(3));
        assert!(!db.write(|tx| codes::use_link(tx, &late)).unwrap());
    });
}

#[test]
fn the_open_identity_code_of_a_case_is_the_newest_unused() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let make = |token| {
            db.write(|tx| {
                codes::make_link(
                    tx,
                    &case.key,
                    &case.id,
                    Purpose::Identity,
                    token,
                    &proves(),
                    Duration::days(3),
                )
            })
            .unwrap()
        };
        let first = make([1; 32]);
        db.clock.advance(Duration::seconds(1));
        let second = make([2; 32]);
        let open = |db: &Databases| db.store().look(|c| codes::open_identity(c, &case.id)).unwrap();
        assert_eq!(open(db).unwrap().id, second);
        db.write(|tx| codes::use_link(tx, &second)).unwrap();
        assert_eq!(open(db).unwrap().id, first);
    });
}

const ALLOWED: deliveries::Allowance = deliveries::Allowance { life: Duration::days(7), downloads: 5 };

#[test]
fn of_a_hundred_parallel_downloads_five_are_given() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        db.write(|tx| deliveries::make(tx, &case.id, &case.requests[0], [1; 32], ALLOWED)).unwrap();
        let delivery = db.store().look(|c| deliveries::by_token(c, &[1; 32])).unwrap();
        assert!(delivery.is_good(db.clock.now()));
        let given = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..20 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        if db.write(|tx| deliveries::take(tx, &delivery.id)).unwrap() {
                            given.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        assert_eq!(given.into_inner(), 5);
        assert_eq!(db.count("SELECT downloads FROM deliveries"), 5);
        db.write(|tx| deliveries::give_back(tx, &delivery.id)).unwrap();
        assert!(db.write(|tx| deliveries::take(tx, &delivery.id)).unwrap());
        assert!(!db.write(|tx| deliveries::take(tx, &delivery.id)).unwrap());
    });
}

#[test]
fn a_renewed_link_closes_the_one_before_and_a_revoked_one_gives_nothing() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let make =
            |token| db.write(|tx| deliveries::make(tx, &case.id, &case.requests[0], token, ALLOWED)).unwrap();
        make([1; 32]);
        db.clock.advance(Duration::seconds(1));
        let until = make([2; 32]);
        assert_eq!(until - db.clock.now(), Duration::days(7));
        let by = |token: [u8; 32]| db.store().look(|c| deliveries::by_token(c, &token)).unwrap();
        assert!(by([1; 32]).is_revoked());
        assert!(!db.write(|tx| deliveries::take(tx, &by([1; 32]).id)).unwrap());
        let newest = db.store().look(|c| deliveries::newest(c, &case.requests[0])).unwrap().unwrap();
        assert_eq!(newest.id, by([2; 32]).id);
        assert!(db.write(|tx| deliveries::take(tx, &newest.id)).unwrap());
        db.clock.advance(Duration::days(7));
        assert!(!db.write(|tx| deliveries::take(tx, &newest.id)).unwrap());
        assert!(!by([2; 32]).is_good(db.clock.now()));
        assert_eq!(db.write(|tx| deliveries::revoke(tx, &case.requests[0])).unwrap(), 1);
        assert_eq!(db.write(|tx| deliveries::revoke(tx, &case.requests[0])).unwrap(), 0);
    });
}
