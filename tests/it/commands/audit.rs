//! `audit verify`: clean when nothing was touched; the place and a failure when something was.

use super::somebody_asks;
use crate::crash::binary::{Installation, no_mail, of_both_kinds};
use diesel::connection::SimpleConnection;
use indsigt::domain::access::Actor;
use indsigt::store::{Store, cases, ledger, outside};

/// As somebody with the keys of the database server would, past the triggers.
fn tamper(house: &Installation, store: &Store, sql: &str) {
    let off = match house.url.starts_with("postgres") {
        true => "ALTER TABLE events DISABLE TRIGGER USER",
        false => "DROP TRIGGER IF EXISTS events_no_UPDATE; DROP TRIGGER IF EXISTS events_no_DELETE",
    };
    store.pools.writer.get().unwrap().batch_execute(&format!("{off}; {sql}")).unwrap();
}

/// A case whose chain was entered, signed, and written outside.
fn watched(house: &Installation) -> (Store, String) {
    somebody_asks(house, "ada@people.example");
    let store = house.store();
    store.write(&Actor::System, ledger::enter).unwrap();
    store.write(&Actor::System, ledger::sign).unwrap();
    outside::catch_up(&store, &house.folder().join("data/checkpoints")).unwrap();
    let case = cases::newest_ids(&store, 1).unwrap().remove(0);
    (store, case)
}

const VERIFY: &[&str] = &["audit", "verify"];

#[test]
fn audit_verify_is_clean_until_an_entry_is_changed_and_then_names_it_and_fails() {
    for house in of_both_kinds(no_mail()) {
        let (store, case) = watched(&house);
        let clean =
            house.told(VERIFY).with(0).says(&["Everything is as it was written.", "heads in the database"]);
        assert!(!clean.out.contains("WRONG") && !clean.out.contains(" 0 outside"), "{clean:?}");

        let of_second = format!("WHERE chain = '{case}' AND seq = 2");
        tamper(&house, &store, &format!("UPDATE events SET kind = 'note' {of_second}"));
        let changed = house.told(VERIFY).with(1);
        let place = format!("WRONG  entry 2 of chain {case} was changed, added or exchanged");
        changed.says(&[&place, "Keep the databases and the folder outside as they are: they are evidence."]);

        tamper(&house, &store, &format!("DELETE FROM events {of_second}"));
        let gone = format!("WRONG  chain {case} was cut: its head says 2 entries, 1 are left");
        house.told(VERIFY).with(1).says(&[&gone]);
    }
}

#[test]
fn audit_verify_says_when_it_has_no_heads_or_no_key_to_check_with() {
    let house = Installation::sqlite(no_mail());
    drop(watched(&house));
    let nowhere = house.folder().join("nowhere");
    let folder = nowhere.to_str().unwrap();
    let without = house.told(&["audit", "verify", "--heads", folder]).with(1);
    without.says(&["WRONG", "nowhere holds none of the", "signed heads"]);
    house.told(&["audit", "verify", "--public-key", folder]).with(1).complains(&["nowhere: No such file"]);
    let key = house.folder().join("data/checkpoints").join(outside::PUBLIC_KEY);
    house.told(&["audit", "verify", "--public-key", key.to_str().unwrap()]).with(0);
}

#[test]
fn what_is_not_there_is_not_called_clean_and_not_made() {
    let house = Installation::sqlite(no_mail());
    for arguments in [VERIFY, &["backup", "copy"], &["restore", "--confirm"]] {
        let refused = house.told(arguments).with(1);
        refused.complains(&["there is no main database at", "there is no master key at", "settings point"]);
        assert!(!house.folder().join("main.sqlite").exists() && !house.master_key_file().exists());
    }
}
