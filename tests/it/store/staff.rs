//! Members of staff: invitations, sessions that die with a credential, factors used once.

use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::store::error::Error;
use indsigt::store::staff::{self, Change, Status};
use indsigt::store::{sessions, staff::Member};
use std::sync::atomic::{AtomicUsize, Ordering};

fn active(db: &Databases, id: &str) -> Member {
    db.write(|tx| {
        staff::invite(
            tx,
            id,
            &format!("{id}@Shop.Example"),
            id,
            &[Role::Caseworker, Role::Officer],
            Lang::Sv,
        )?;
        let change = Change {
            status: Some(Status::Active),
            password: Some(Some("$argon2id$".into())),
            totp: Some(Some(vec![1, 2, 3])),
        };
        staff::change(tx, id, &change)?;
        staff::get(tx.db, id)
    })
    .unwrap()
}

#[test]
fn a_member_is_found_by_address_in_any_case() {
    on_both(|db| {
        let member = active(db, "ann");
        let found = db.store().look(|c| staff::by_email(c, " ANN@shop.example ")).unwrap().unwrap();
        assert_eq!((found.id.as_str(), found.lang, found.status), ("ann", Lang::Sv, Status::Active));
        assert_eq!(found.roles, [Role::Caseworker, Role::Officer]);
        assert_eq!(found.totp, member.totp);
        assert!(db.store().look(|c| staff::by_email(c, "nobody@shop.example")).unwrap().is_none());
        let again = db.write(|tx| staff::invite(tx, "x", "ANN@shop.example", "X", &[], Lang::Da));
        assert!(matches!(again, Err(Error::Taken)));
        let nobody = db.write(|tx| staff::change(tx, "nobody", &Change::default()));
        assert!(matches!(nobody, Err(Error::NotFound)));
    });
}

#[test]
fn every_session_dies_when_a_credential_or_the_status_changes() {
    on_both(|db| {
        let changes = [
            Change { password: Some(Some("$other".into())), ..Change::default() },
            Change { totp: Some(None), ..Change::default() },
            Change { status: Some(Status::Disabled), ..Change::default() },
        ];
        let member = active(db, "ann");
        let other = active(db, "bo");
        db.write(|tx| sessions::open(tx, [200; 32], &other)).unwrap();
        for (number, change) in (0..).zip(changes) {
            let token = [number; 32];
            let now = db.store().look(|c| staff::get(c, &member.id)).unwrap();
            db.write(|tx| sessions::open(tx, token, &now)).unwrap();
            let find = || db.store().look(|c| sessions::find(c, &token, db.clock.now())).unwrap();
            assert!(find().is_some());
            db.write(|tx| staff::change(tx, &member.id, &change)).unwrap();
            assert!(find().is_none(), "{change:?}");
        }
        assert!(db.store().look(|c| sessions::find(c, &[200; 32], db.clock.now())).unwrap().is_some());
    });
}

#[test]
fn a_session_of_an_older_stamp_is_dead_even_if_its_row_survived() {
    on_both(|db| {
        let member = active(db, "ann");
        db.write(|tx| staff::change(tx, "ann", &Change::default())).unwrap();
        // opened by a node that had read the member before the change
        db.write(|tx| sessions::open(tx, [1; 32], &member)).unwrap();
        assert!(db.store().look(|c| sessions::find(c, &[1; 32], db.clock.now())).unwrap().is_none());
    });
}

#[test]
fn two_changes_at_once_do_not_undo_one_another() {
    on_both(|db| {
        for round in 0..10 {
            let id = format!("m{round}");
            let before = active(db, &id).stamp;
            let id = id.as_str();
            std::thread::scope(|scope| {
                for change in [
                    Change { status: Some(Status::Disabled), ..Change::default() },
                    Change { password: Some(Some("$other".into())), ..Change::default() },
                ] {
                    scope.spawn(move || db.write(|tx| staff::change(tx, id, &change)).unwrap());
                }
            });
            let now = db.store().look(|c| staff::get(c, id)).unwrap();
            assert_eq!((now.status, now.password.as_deref()), (Status::Disabled, Some("$other")));
            assert_eq!(now.stamp, before + 2);
        }
    });
}

#[test]
fn a_session_ends_when_idle_and_after_twelve_hours() {
    on_both(|db| {
        let member = active(db, "ann");
        db.write(|tx| sessions::open(tx, [1; 32], &member)).unwrap();
        let find = || db.store().look(|c| sessions::find(c, &[1; 32], db.clock.now())).unwrap();
        assert!(find().unwrap().is_fresh(db.clock.now()));
        db.clock.advance(Duration::minutes(29));
        assert!(!find().unwrap().is_fresh(db.clock.now()));
        for _ in 0..23 {
            db.write(|tx| sessions::seen(tx, &[1; 32])).unwrap();
            db.clock.advance(Duration::minutes(29));
            assert!(find().is_some());
        }
        db.write(|tx| sessions::seen(tx, &[1; 32])).unwrap();
        db.clock.advance(Duration::minutes(23));
        assert!(find().is_some());
        db.clock.advance(Duration::minutes(1));
        assert!(find().is_none(), "twelve hours have passed");
        db.write(|tx| sessions::open(tx, [2; 32], &member)).unwrap();
        db.clock.advance(Duration::minutes(30));
        assert!(db.store().look(|c| sessions::find(c, &[2; 32], db.clock.now())).unwrap().is_none());
        db.clock.advance(Duration::seconds(1));
        assert_eq!(db.write(sessions::sweep).unwrap(), 2);
    });
}

#[test]
fn a_second_factor_and_a_recovery_code_count_once_of_many_at_once() {
    on_both(|db| {
        active(db, "ann");
        db.write(|tx| staff::set_recovery_codes(tx, "ann", &[[1; 32], [2; 32]])).unwrap();
        let (steps, codes) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    if db.write(|tx| staff::use_totp_step(tx, "ann", 59_000_000)).unwrap() {
                        steps.fetch_add(1, Ordering::Relaxed);
                    }
                    if db.write(|tx| staff::use_recovery_code(tx, "ann", &[1; 32])).unwrap() {
                        codes.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        assert_eq!((steps.into_inner(), codes.into_inner()), (1, 1));
        assert!(!db.write(|tx| staff::use_totp_step(tx, "ann", 58_999_999)).unwrap(), "an earlier step");
        assert!(!db.write(|tx| staff::use_recovery_code(tx, "ann", &[9; 32])).unwrap());
        assert!(db.write(|tx| staff::use_recovery_code(tx, "ann", &[2; 32])).unwrap());
    });
}

#[test]
fn failures_are_counted_together_and_forgotten_at_sign_in() {
    on_both(|db| {
        active(db, "ann");
        let of = |address: [u8; 32]| db.store().look(|c| staff::failures(c, &address)).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..10 {
                scope.spawn(|| db.write(|tx| staff::failed(tx, &[1; 32])).unwrap());
            }
        });
        db.write(|tx| staff::failed(tx, &[2; 32])).unwrap();
        let last_at = db.clock.now();
        assert_eq!(of([1; 32]), Some(staff::Failures { count: 10, last_at }));
        db.write(|tx| staff::signed_in(tx, "ann", &[1; 32])).unwrap();
        assert_eq!((of([1; 32]), of([2; 32]).map(|f| f.count)), (None, Some(1)));
        db.clock.advance(Duration::seconds(1));
        assert_eq!(db.write(|tx| staff::forget_failures(tx, tx.now)).unwrap(), 1);
        assert_eq!(of([2; 32]), None);
    });
}

#[test]
fn a_stronger_hash_replaces_only_the_password_it_was_made_of() {
    on_both(|db| {
        active(db, "ann");
        let kept = || db.store().look(|c| staff::get(c, "ann")).unwrap().password.unwrap();
        db.write(|tx| staff::rehashed(tx, "ann", "$of another password", "$stronger")).unwrap();
        assert_eq!(kept(), "$argon2id$");
        db.write(|tx| staff::rehashed(tx, "ann", "$argon2id$", "$stronger")).unwrap();
        assert_eq!(kept(), "$stronger");
    });
}

#[test]
fn a_step_up_changes_the_token_and_the_freshness_but_not_the_age() {
    on_both(|db| {
        let member = active(db, "ann");
        db.write(|tx| sessions::open(tx, [1; 32], &member)).unwrap();
        let find = |token: [u8; 32]| db.store().look(|c| sessions::find(c, &token, db.clock.now())).unwrap();
        let mut token = [1; 32];
        for hour in 2..26 {
            db.clock.advance(Duration::minutes(29));
            let session = find(token).unwrap();
            assert!(!session.is_fresh(db.clock.now()));
            db.write(|tx| sessions::renew(tx, &token, [hour; 32])).unwrap();
            assert!(find(token).is_none(), "the old token ends");
            token = [hour; 32];
            assert!(find(token).unwrap().is_fresh(db.clock.now()));
        }
        db.clock.advance(Duration::minutes(25));
        assert!(find(token).is_none(), "no step-up carries a session past twelve hours");
        let gone = db.write(|tx| sessions::renew(tx, &[99; 32], [98; 32]));
        assert!(matches!(gone, Err(Error::NotFound)));
    });
}

#[test]
fn a_credential_that_is_taken_away_is_gone_and_so_is_every_older_invitation() {
    on_both(|db| {
        let member = active(db, "ann");
        db.write(|tx| {
            staff::set_recovery_codes(tx, "ann", &[[7; 32]])?;
            staff::set_invite(tx, "ann", [9; 32], tx.now + Duration::days(1))?;
            let change = Change { status: Some(Status::Invited), password: Some(None), totp: Some(None) };
            staff::change(tx, "ann", &change)?;
            staff::set_recovery_codes(tx, "ann", &[])
        })
        .unwrap();
        let after = db.store().look(|c| staff::get(c, &member.id)).unwrap();
        assert!(after.password.is_none() && after.totp.is_none());
        assert!(!db.write(|tx| staff::use_recovery_code(tx, "ann", &[7; 32])).unwrap());
        let invited = |token: [u8; 32]| db.store().look(|c| staff::invited(c, &token, db.clock.now()));
        assert!(matches!(invited([9; 32]), Err(Error::NotFound)));
        db.write(|tx| staff::set_invite(tx, "ann", [10; 32], tx.now + Duration::days(1))).unwrap();
        assert!(invited([10; 32]).is_ok());
        // an invitation of somebody who is disabled is none, even if its row survived
        let disabled = Change { status: Some(Status::Disabled), ..Change::default() };
        db.write(|tx| {
            staff::change(tx, "ann", &disabled)?;
            staff::set_invite(tx, "ann", [11; 32], tx.now + Duration::days(1))
        })
        .unwrap();
        assert!(matches!(invited([11; 32]), Err(Error::NotFound)));
        let accepted = db.write(|tx| staff::accept(tx, "ann", &[11; 32], "$new", &[1]));
        assert!(matches!(accepted, Err(Error::NotFound)));
        assert_eq!(db.store().look(|c| staff::get(c, "ann")).unwrap().status, Status::Disabled);
    });
}
