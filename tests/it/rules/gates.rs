//! The second line, in the databases themselves: nothing is collected or released below its level,
//! and what the chains hold is never changed, whoever writes the SQL.

use crate::support::{Databases, on_both, open_case};
use indsigt::domain::outcome::Outcome;
use indsigt::domain::right::Right;

fn refused(db: &Databases, sql: &str) -> String {
    db.sql(sql).expect_err(sql).to_string()
}

#[test]
fn the_database_refuses_collecting_and_release_below_the_level() {
    on_both(|db| {
        for right in Right::ALL {
            let case = open_case(db, &[*right]);
            let needed = right.level_needed().number();
            let set = |level: u8, columns: &str| {
                format!("UPDATE requests SET level = {level}, {columns} WHERE id = '{}'", case.requests[0])
            };
            let mut forbidden = vec!["state = 'collecting'".to_owned()];
            for outcome in Outcome::ALL.iter().filter(|o| o.releases()) {
                forbidden.push(format!("state = 'ready', answer_outcome = '{outcome}'"));
                forbidden.push(format!(
                    "state = 'closed', closed_at = '2026-03-02 09:00:00', outcome = '{outcome}'"
                ));
            }
            for columns in &forbidden {
                for level in 0..needed {
                    let told = refused(db, &set(level, columns));
                    assert!(told.contains("identity_gate"), "{right} {columns}: {told}");
                }
                db.sql(&set(needed, columns)).unwrap();
                db.sql(&set(needed, "state = 'assessing', outcome = NULL, answer_outcome = NULL")).unwrap();
            }
        }
    });
}

#[test]
fn what_discloses_nothing_may_be_sent_at_any_level() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        for outcome in Outcome::ALL.iter().filter(|o| !o.releases()) {
            db.sql(&format!(
                "UPDATE requests SET state = 'closed', closed_at = '2026-03-02 09:00:00', outcome = '{outcome}' \
                 WHERE id = '{}'",
                case.requests[0]
            ))
            .unwrap();
        }
    });
}

#[test]
fn the_database_knows_no_refusal_of_marketing_objection_and_withdrawn_consent() {
    on_both(|db| {
        for right in Right::ALL {
            let case = open_case(db, &[*right]);
            let sql = format!(
                "UPDATE requests SET state = 'closed', closed_at = '2026-03-02 09:00:00', outcome = 'refused' \
                 WHERE id = '{}'",
                case.requests[0]
            );
            if right.can_be_refused() {
                db.sql(&sql).unwrap();
            } else {
                assert!(refused(db, &sql).contains("no_refusal"), "{right}");
            }
        }
    });
}

#[test]
fn a_closed_request_has_the_instant_it_was_closed() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let sql = format!(
            "UPDATE requests SET state = 'closed', outcome = 'no_data' WHERE id = '{}'",
            case.requests[0]
        );
        assert!(refused(db, &sql).contains("closed_when"));
    });
}

#[test]
fn entries_of_the_chains_are_never_changed_or_removed() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        db.write(indsigt::store::ledger::enter).unwrap();
        let before = (db.count("SELECT count(*) FROM events"), db.count("SELECT count(*) FROM ledger"));
        assert!(before.0 > 0 && before.1 > 0);
        for sql in [
            "UPDATE events SET actor = 'system'",
            "UPDATE events SET facts = facts",
            "DELETE FROM events",
            "UPDATE ledger SET head_seq = 0",
            "DELETE FROM ledger",
        ] {
            let told = refused(db, sql);
            assert!(told.contains("entries of a chain are never changed"), "{sql}: {told}");
        }
        let after = (db.count("SELECT count(*) FROM events"), db.count("SELECT count(*) FROM ledger"));
        assert_eq!(before, after);
    });
}

#[test]
fn opening_an_old_database_again_keeps_the_guard() {
    on_both(|db| {
        open_case(db, &[Right::Access]);
        db.write(indsigt::store::ledger::enter).unwrap();
        drop(indsigt::store::Store::open(db.opening()).unwrap());
        refused(db, "DELETE FROM events");
        refused(db, "DELETE FROM ledger");
    });
}
