//! Whatever is done to the chains, the ledger or the signed heads is found and named.

use crate::support::{Databases, on_both, open_case};
use chrono::Duration;
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::right::Right;
use indsigt::store::backend::Kind;
use indsigt::store::chain::{self, EventRow};
use indsigt::store::outside;
use indsigt::store::verify::{Problem, Report, verify};
use indsigt::store::{ledger, unit::Tx};
use serde_json::json;
use std::path::PathBuf;

/// A store with some history, of which a copy is kept so that it can be put right again.
struct History<'a> {
    db: &'a Databases,
    /// Chains of cases, five entries each.
    chains: Vec<String>,
    /// Keys of these cases.
    keys: Vec<String>,
    outside: PathBuf,
}

const KEPT: [&str; 5] = ["events", "chain_heads", "ledger", "checkpoints", "installation"];

fn history(db: &Databases) -> History<'_> {
    let outside = db.folder().join("outside");
    let cases: Vec<_> = (0..3).map(|_| open_case(db, &[Right::Access])).collect();
    let grow = |words: bool| {
        for case in &cases {
            db.clock.advance(Duration::seconds(7));
            let event = Event::new(EventKind::Note, Some(&case.requests[0]), json!({ "n": 1 }));
            let event = if words { event.saying("some words") } else { event };
            db.write(|tx| chain::append(tx, &case.id, Some(&case.key), &event)).unwrap();
        }
        db.write(|tx| chain::append(tx, chain::HOUSE, None, &Event::new(EventKind::SignIn, None, json!({}))))
            .unwrap();
    };
    let sign = || {
        db.write(ledger::enter).unwrap();
        db.write(ledger::sign).unwrap().unwrap();
        outside::catch_up(db.store(), &outside).unwrap();
    };
    grow(true);
    grow(false);
    sign();
    grow(true);
    grow(false);
    sign();
    db.without_guard();
    for table in KEPT {
        db.sql(&format!("CREATE TABLE saved_{table} AS SELECT * FROM {table}")).unwrap();
    }
    History {
        db,
        chains: cases.iter().map(|c| c.id.clone()).collect(),
        keys: cases.iter().map(|c| c.key_id.clone()).collect(),
        outside,
    }
}

impl History<'_> {
    fn report(&self) -> Report {
        verify(self.db.store(), Some(&self.outside), None).unwrap()
    }

    /// Does something to the databases, looks, and puts everything right again.
    fn after(&self, sql: &str) -> Vec<Problem> {
        self.db.sql(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
        let problems = self.report().problems;
        self.mend();
        problems
    }

    fn mend(&self) {
        for table in KEPT {
            self.db
                .sql(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM saved_{table}"))
                .unwrap();
        }
    }
}

#[test]
fn an_untouched_store_is_clean_and_everything_was_looked_at() {
    on_both(|db| {
        let history = history(db);
        let report = history.report();
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!((report.chains, report.entries), (4, 3 * 5 + 4));
        assert_eq!((report.ledger_rows, report.heads_in_database, report.heads_outside), (8, 2, 2));
        assert_eq!((report.not_outside, report.more), (0, 0));
        // with nothing but a copy of the public key
        let public = std::fs::read_to_string(history.outside.join(outside::PUBLIC_KEY)).unwrap();
        assert!(verify(db.store(), Some(&history.outside), Some(&public)).unwrap().is_clean());
        // and while entries wait for the ledger
        open_case(db, &[Right::Access]);
        assert!(history.report().is_clean());
    });
}

#[test]
fn a_store_without_history_is_clean() {
    on_both(|db| {
        let report = verify(db.store(), None, None).unwrap();
        assert!(report.is_clean());
        assert_eq!((report.chains, report.entries, report.ledger_rows), (0, 0, 0));
    });
}

#[test]
fn a_destroyed_key_leaves_every_chain_verifiable() {
    on_both(|db| {
        let history = history(db);
        for key in &history.keys {
            db.store().vault.destroy("a case", key, chrono::DateTime::UNIX_EPOCH).unwrap();
        }
        assert!(history.report().is_clean());
    });
}

#[test]
fn a_change_of_any_column_of_any_entry_is_found_and_named() {
    on_both(|db| {
        let history = history(db);
        let chain = &history.chains[1];
        for seq in 1..=5 {
            for change in [
                "at = '2026-03-02 09:00:01.000001'",
                "actor = 'staff:somebody'",
                "kind = 'read'",
                "request_id = 'another'",
                "facts = '{}'",
                "facts = facts || ' '",
                "sealed = mac",
                "mac = (SELECT mac FROM chain_heads WHERE chain = 'house')",
            ] {
                let found = history
                    .after(&format!("UPDATE events SET {change} WHERE chain = '{chain}' AND seq = {seq}"));
                let named = Problem::Changed { chain: chain.clone(), seq };
                assert!(found.contains(&named), "{change} in entry {seq}: {found:?}");
            }
            // words taken away
            if [1, 2, 4].contains(&seq) {
                let sql = format!("UPDATE events SET sealed = NULL WHERE chain = '{chain}' AND seq = {seq}");
                assert_eq!(history.after(&sql), [Problem::Changed { chain: chain.clone(), seq }]);
            }
            // an entry given to another chain
            let sql =
                format!("UPDATE events SET chain = 'elsewhere' WHERE chain = '{chain}' AND seq = {seq}");
            let found = history.after(&sql);
            assert!(found.iter().any(|p| p.to_string().contains(chain.as_str())), "{found:?}");
            assert!(found.contains(&Problem::HeadMissing { chain: "elsewhere".into() }), "{found:?}");
        }
        assert!(history.report().is_clean());
    });
}

#[test]
fn a_value_that_does_not_even_read_is_named_and_the_rest_is_still_looked_at() {
    let db = Databases::sqlite();
    let history = history(&db);
    let chain = &history.chains[1];
    let sql = format!("UPDATE events SET at = 'garbage' WHERE chain = '{chain}' AND seq = 3");
    assert_eq!(history.after(&sql), [Problem::Unreadable { chain: chain.clone(), seq: 3 }]);
    assert_eq!(
        history.after("UPDATE ledger SET at = 'garbage' WHERE seq = 2"),
        [Problem::LedgerChanged { seq: 2 }]
    );
    db.sql("UPDATE ledger SET at = 'garbage' WHERE seq = 2").unwrap();
    assert_eq!(history.report().ledger_rows, 8);
}

#[test]
fn removed_added_and_exchanged_entries_are_found_and_named() {
    on_both(|db| {
        let history = history(db);
        let chain = history.chains[1].clone();
        let at = |seq: i64| format!("chain = '{chain}' AND seq = {seq}");
        for seq in 1..=4 {
            let found = history.after(&format!("DELETE FROM events WHERE {}", at(seq)));
            assert!(
                found.contains(&Problem::Missing { chain: chain.clone(), from: seq, to: seq }),
                "{found:?}"
            );
        }
        let found = history.after(&format!("DELETE FROM events WHERE chain = '{chain}' AND seq IN (2, 3)"));
        assert!(found.contains(&Problem::Missing { chain: chain.clone(), from: 2, to: 3 }), "{found:?}");
        // added at the end, before the beginning, and in between
        let copy = |seq: &str| {
            format!(
                "INSERT INTO events SELECT chain, {seq}, at, actor, kind, request_id, facts, sealed, mac \
                 FROM saved_events WHERE {}",
                at(3)
            )
        };
        for added in [6, 0, -1] {
            let found = history.after(&copy(&added.to_string()));
            assert_eq!(found, [Problem::OutsideChain { chain: chain.clone(), seq: added, head: 5 }]);
        }
        let shift: String = (3..=5)
            .rev()
            .map(|seq| format!("UPDATE events SET seq = {} WHERE {}; ", seq + 1, at(seq)))
            .collect();
        let head = format!("; UPDATE chain_heads SET seq = 6 WHERE chain = '{chain}'");
        let found = history.after(&format!("{shift}{}{head}", copy("3")));
        assert!(found.contains(&Problem::Changed { chain: chain.clone(), seq: 4 }), "{found:?}");
        // two of one chain exchanged, and two of different chains
        let swap = |a: &str, b: &str| {
            format!(
                "UPDATE events SET seq = 100 WHERE {a}; UPDATE events SET seq = 2 WHERE {b}; \
                 UPDATE events SET seq = 4 WHERE chain = '{chain}' AND seq = 100"
            )
        };
        let found = history.after(&swap(&at(2), &at(4)));
        for seq in [2, 3, 4, 5] {
            assert!(found.contains(&Problem::Changed { chain: chain.clone(), seq }), "{found:?}");
        }
        let other = &history.chains[2];
        let found = history.after(&format!(
            "UPDATE events SET seq = 100 WHERE {}; \
             UPDATE events SET chain = '{chain}' WHERE chain = '{other}' AND seq = 3; \
             UPDATE events SET chain = '{other}', seq = 3 WHERE chain = '{chain}' AND seq = 100",
            at(3)
        ));
        for chain in [&chain, other] {
            assert!(found.contains(&Problem::Changed { chain: chain.clone(), seq: 3 }), "{found:?}");
        }
    });
}

#[test]
fn a_cut_tail_is_found_whatever_the_head_says() {
    on_both(|db| {
        let history = history(db);
        let chain = history.chains[1].clone();
        let cut = format!("DELETE FROM events WHERE chain = '{chain}' AND seq > 3");
        let found = history.after(&cut);
        assert!(found.contains(&Problem::TailCut { chain: chain.clone(), head: 5, left: 3 }), "{found:?}");
        let head = format!(
            "{cut}; UPDATE chain_heads SET seq = 3, mac = (SELECT mac FROM events WHERE chain = '{chain}' AND \
             seq = 3) WHERE chain = '{chain}'"
        );
        let found = history.after(&head);
        let gone = |found: &[Problem]| {
            found.iter().any(|p| matches!(p, Problem::EntryGone { chain: c, head_seq: 5, .. } if *c == chain))
        };
        assert!(gone(&found), "{found:?}");
        // the head set back without cutting
        let found = history.after(&format!(
            "UPDATE chain_heads SET seq = 3, mac = (SELECT mac FROM events WHERE chain = '{chain}' AND seq = 3) \
             WHERE chain = '{chain}'"
        ));
        assert!(
            found.contains(&Problem::OutsideChain { chain: chain.clone(), seq: 4, head: 3 }),
            "{found:?}"
        );
        // the head's MAC changed
        let found = history.after(&format!(
            "UPDATE chain_heads SET mac = (SELECT mac FROM events WHERE chain = '{chain}' AND seq = 1) \
             WHERE chain = '{chain}'"
        ));
        assert_eq!(found, [Problem::HeadChanged { chain: chain.clone(), seq: 5 }]);
    });
}

#[test]
fn a_missing_chain_is_found() {
    on_both(|db| {
        let history = history(db);
        let chain = history.chains[1].clone();
        let events = format!("DELETE FROM events WHERE chain = '{chain}'");
        let head = format!("DELETE FROM chain_heads WHERE chain = '{chain}'");
        let found = history.after(&events);
        assert!(
            found.contains(&Problem::ChainMissing { chain: chain.clone(), told_by: "its head" }),
            "{found:?}"
        );
        let found = history.after(&head);
        assert_eq!(found, [Problem::HeadMissing { chain: chain.clone() }]);
        let found = history.after(&format!("{events}; {head}"));
        assert!(
            found.contains(&Problem::ChainMissing { chain: chain.clone(), told_by: "its case" }),
            "{found:?}"
        );
        assert!(found.iter().any(|p| matches!(p, Problem::EntryGone { chain: c, .. } if *c == chain)));
        // the house has no case: the ledger knows it
        let found = history
            .after("DELETE FROM events WHERE chain = 'house'; DELETE FROM chain_heads WHERE chain = 'house'");
        assert!(found.iter().any(|p| matches!(p, Problem::EntryGone { chain: c, .. } if c == "house")));
    });
}

/// Somebody with every key of the house writes a chain anew from one entry on, and its head.
fn remake(tx: &mut Tx<'_>, chain: &str) -> Vec<String> {
    use std::fmt::Write;
    let mut entries: Vec<EventRow> = chain::entries(tx.db, chain).unwrap();
    entries[2].actor = "staff:somebody".into();
    let key = &tx.store.chain_key;
    let mut before = key.genesis(chain);
    let mut sql = Vec::new();
    let hex = |bytes: &[u8]| {
        bytes.iter().fold(String::new(), |mut text, b| {
            write!(text, "{b:02x}").unwrap();
            text
        })
    };
    for entry in &entries {
        before = key.entry_mac(&before, &entry.entry());
        sql.push(format!(
            "UPDATE events SET actor = '{}', mac = HEX({}) WHERE chain = '{chain}' AND seq = {}",
            entry.actor,
            hex(&before),
            entry.seq
        ));
    }
    sql.push(format!("UPDATE chain_heads SET mac = HEX({}) WHERE chain = '{chain}'", hex(&before)));
    sql
}

fn bytes_for(db: &Databases, sql: &str) -> String {
    match db.kind {
        Kind::Sqlite => sql.replace("HEX(", "x'").replace(')', "'"),
        Kind::Postgres => sql.replace("HEX(", "'\\x").replace(')', "'"),
    }
}

#[test]
fn a_chain_made_anew_with_every_key_is_found_by_the_ledger() {
    on_both(|db| {
        let history = history(db);
        let chain = history.chains[1].clone();
        let steps = db.write(|tx| Ok(remake(tx, &chain))).unwrap();
        let sql: Vec<String> = steps.iter().map(|step| bytes_for(db, step)).collect();
        let found = history.after(&sql.join("; "));
        assert!(!found.is_empty());
        for problem in &found {
            assert!(matches!(problem, Problem::ChainRemade { chain: c, .. } if *c == chain), "{problem}");
        }
    });
}

/// Somebody with every key of the house makes chain and ledger anew, and signs again.
fn remake_everything(db: &Databases, chain: &str) {
    let steps = db.write(|tx| Ok(remake(tx, chain))).unwrap();
    for step in steps {
        db.sql(&bytes_for(db, &step)).unwrap();
    }
    db.sql("DELETE FROM ledger; DELETE FROM checkpoints; UPDATE chain_heads SET entered = 0").unwrap();
    // as many rows as before: every chain twice
    db.write(ledger::enter).unwrap();
    db.sql("UPDATE chain_heads SET entered = 0").unwrap();
    db.write(ledger::enter).unwrap();
    db.write(ledger::sign).unwrap().unwrap();
}

#[test]
fn a_ledger_made_anew_and_signed_again_is_found_by_the_heads_outside() {
    on_both(|db| {
        let history = history(db);
        remake_everything(db, &history.chains[1]);
        assert!(verify(db.store(), None, None).unwrap().is_clean(), "nothing inside can tell");
        let found = history.report().problems;
        assert!(
            found.iter().any(|p| p.to_string().starts_with("head-8.jws: the ledger is another one")),
            "{found:?}"
        );
        // and the new head is not written over the old one
        let told = outside::catch_up(db.store(), &history.outside).unwrap_err().to_string();
        assert!(told.contains("head-8.jws") && told.contains("another head"), "{told}");
    });
}

#[test]
fn whatever_is_done_to_the_ledger_is_found_and_named() {
    on_both(|db| {
        let history = history(db);
        for seq in [1, 4, 8] {
            for change in [
                "chain = 'elsewhere'",
                "head_seq = head_seq - 1",
                "head_mac = mac",
                "at = '2026-03-02 09:00:01.000001'",
                "mac = head_mac",
            ] {
                let found = history.after(&format!("UPDATE ledger SET {change} WHERE seq = {seq}"));
                assert!(found.contains(&Problem::LedgerChanged { seq }), "{change} in row {seq}: {found:?}");
            }
        }
        let found = history.after("DELETE FROM ledger WHERE seq = 4");
        assert!(found.contains(&Problem::LedgerMissing { from: 4, to: 4 }), "{found:?}");
        let found = history.after("UPDATE ledger SET seq = 0 WHERE seq = 8");
        assert!(found.contains(&Problem::LedgerChanged { seq: 0 }), "{found:?}");
        let found = history.after(
            "UPDATE ledger SET seq = 100 WHERE seq = 2; UPDATE ledger SET seq = 2 WHERE seq = 3; \
             UPDATE ledger SET seq = 3 WHERE seq = 100",
        );
        assert!(found.contains(&Problem::LedgerChanged { seq: 2 }), "{found:?}");
        assert!(found.contains(&Problem::LedgerChanged { seq: 3 }), "{found:?}");
    });
}

#[test]
fn a_cut_ledger_is_found_by_heads_of_chains_signed_heads_and_the_folder_outside() {
    on_both(|db| {
        let history = history(db);
        let cut = "DELETE FROM ledger WHERE seq > 4";
        let found = history.after(cut);
        assert!(
            found.iter().any(|p| matches!(p, Problem::NotEntered { entered: 5, ledger: 3, .. })),
            "{found:?}"
        );
        // the heads of the chains are set back too
        let quiet = format!(
            "{cut}; UPDATE chain_heads SET entered = \
             (SELECT max(head_seq) FROM ledger l WHERE l.chain = chain_heads.chain)"
        );
        let found = history.after(&quiet);
        assert!(found.iter().any(|p| matches!(p, Problem::LedgerCut { size: 8, left: 4, .. })), "{found:?}");
        // and the signed head is removed from the database
        let found = history.after(&format!("{quiet}; DELETE FROM checkpoints WHERE seq = 8"));
        let told_by = "head-8.jws".to_owned();
        assert_eq!(found, [Problem::LedgerCut { told_by, size: 8, left: 4 }]);
        // everything is removed: still the folder knows
        let found = history.after(
            "DELETE FROM ledger; DELETE FROM events; DELETE FROM chain_heads; DELETE FROM checkpoints",
        );
        assert!(found.iter().any(|p| matches!(p, Problem::LedgerCut { size: 8, left: 0, .. })), "{found:?}");
    });
}

#[test]
fn whatever_is_done_to_signed_heads_is_found() {
    on_both(|db| {
        let history = history(db);
        for (change, told) in [
            ("UPDATE checkpoints SET signed = signed || 'x' WHERE seq = 4", "signature does not hold"),
            (
                "UPDATE checkpoints SET signed = (SELECT signed FROM saved_checkpoints WHERE seq = 8) WHERE seq = 4",
                "does not say what it is kept as",
            ),
            ("UPDATE checkpoints SET at = '2026-03-02 09:00:01.000001' WHERE seq = 4", "does not say what"),
            ("DELETE FROM checkpoints WHERE seq = 4", "head-4.jws: it is outside, but was removed"),
            ("UPDATE installation SET value = 'another' WHERE name = 'id'", "signed by another installation"),
        ] {
            let found = history.after(change);
            assert!(found.iter().any(|p| p.to_string().contains(told)), "{change}: {found:?}");
        }
        // outside: changed, exchanged, and the key exchanged
        let path = |name: &str| history.outside.join(name);
        let kept = std::fs::read_to_string(path("head-4.jws")).unwrap();
        std::fs::write(path("head-4.jws"), kept.replace('.', "..")).unwrap();
        assert!(!history.report().is_clean());
        std::fs::copy(path("head-8.jws"), path("head-4.jws")).unwrap();
        assert!(!history.report().is_clean());
        std::fs::write(path("head-4.jws"), &kept).unwrap();
        assert!(history.report().is_clean());
        std::fs::remove_file(path("head-4.jws")).unwrap();
        assert_eq!(history.report().not_outside, 1);
        assert_eq!(outside::catch_up(db.store(), &history.outside).unwrap(), 1);
        assert_eq!(std::fs::read_to_string(path("head-4.jws")).unwrap(), kept);
        std::fs::write(path(outside::PUBLIC_KEY), "another").unwrap();
        assert!(!history.report().is_clean());
        assert!(outside::catch_up(db.store(), &history.outside).is_err());
    });
}

#[test]
fn a_folder_outside_that_is_gone_or_emptied_is_named() {
    on_both(|db| {
        let history = history(db);
        let none = |problems: &[Problem]| {
            problems.iter().any(|p| matches!(p, Problem::NoneOutside { heads: 2, .. }))
                && problems
                    .iter()
                    .any(|p| p.to_string().starts_with("public-key.pem: it is not in the folder"))
        };
        let away = db.folder().join("away");
        std::fs::rename(&history.outside, &away).unwrap();
        assert!(none(&history.report().problems), "{:?}", history.report().problems);
        std::fs::create_dir(&history.outside).unwrap();
        assert!(none(&history.report().problems));
        std::fs::remove_dir(&history.outside).unwrap();
        std::fs::rename(&away, &history.outside).unwrap();
        assert!(history.report().is_clean());
        // the key alone
        std::fs::remove_file(history.outside.join(outside::PUBLIC_KEY)).unwrap();
        let found = history.report().problems;
        assert_eq!(found.len(), 1, "{found:?}");
        // somebody who brings the key along needs no copy there
        let public = db.store().secrets.signing().public_key_pem().unwrap();
        assert!(verify(db.store(), Some(&history.outside), Some(&public)).unwrap().is_clean());
    });
}

#[test]
fn heads_that_do_not_get_out_are_noticed() {
    on_both(|db| {
        let outside = db.folder().join("outside");
        let is_behind = || outside::is_behind(db.store(), &outside).unwrap();
        assert!(!is_behind(), "there is nothing yet");
        open_case(db, &[Right::Access]);
        db.write(ledger::enter).unwrap();
        assert!(!is_behind());
        db.clock.advance(Duration::minutes(31));
        assert!(is_behind(), "nothing was signed for half an hour");
        db.write(ledger::sign).unwrap().unwrap();
        assert!(!is_behind(), "it was signed a moment ago");
        db.clock.advance(Duration::minutes(3));
        assert!(is_behind(), "it did not get out");
        outside::catch_up(db.store(), &outside).unwrap();
        assert!(!is_behind());
    });
}

#[test]
fn a_chain_longer_than_many_pages_is_walked_and_its_one_change_found() {
    on_both(|db| {
        db.store()
            .write(&indsigt::domain::access::Actor::System, |tx| {
                for n in 0..1_203 {
                    let event = Event::new(EventKind::SignIn, None, json!({ "n": n }));
                    chain::append(tx, chain::HOUSE, None, &event)?;
                }
                Ok::<_, indsigt::store::Error>(())
            })
            .unwrap();
        let report = verify(db.store(), None, None).unwrap();
        assert!(report.is_clean());
        assert_eq!(report.entries, 1_203);
        db.without_guard();
        for seq in [500, 501, 1_000] {
            db.sql(&format!("UPDATE events SET facts = '{{}}' WHERE seq = {seq}")).unwrap();
        }
        let found = verify(db.store(), None, None).unwrap().problems;
        let changed = |seq| Problem::Changed { chain: "house".into(), seq };
        assert_eq!(found, [changed(500), changed(501), changed(1_000)]);
    });
}
