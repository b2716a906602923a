//! Erasing in steps, the ledger of what was erased, and a restore of something older.

use crate::rules::sources;
use crate::support::cases::Opened;
use crate::support::{Databases, on_both, open_case};
use indsigt::domain::right::Right;
use indsigt::store::backup::{backup, restore};
use indsigt::store::erasing::{self, GONE, STAYS};
use indsigt::store::erasures::{self, FOLDER};
use indsigt::store::schema::cases as rows;
use indsigt::store::verify::verify;
use indsigt::store::{Error, Store, cases};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Decided and marked, and nothing more: as a crash leaves it.
fn marked(db: &Databases, case: &Opened) {
    use diesel::prelude::*;
    db.write(|tx| {
        diesel::update(rows::table.find(&case.id)).set(rows::erased.eq(true)).execute(tx.db)?;
        erasing::begin(tx, &case.id)
    })
    .unwrap();
}

fn outside(db: &Databases) -> PathBuf {
    db.folder().join("outside")
}

fn of_case(db: &Databases, case: &str) -> i64 {
    let of = |(table, rule): &(&str, &str)| {
        db.count(&format!("SELECT COUNT(*) FROM {table} WHERE {}", rule.replace("$1", &format!("'{case}'"))))
    };
    GONE.iter().map(of).sum()
}

#[test]
fn every_table_that_belongs_to_a_case_goes_with_it_or_is_named_as_staying() {
    let schema = sources::under("src/store", "schema.rs").remove(0).text;
    let mut named = BTreeSet::new();
    for block in schema.split("diesel::table! {").skip(1) {
        let name = block.split('(').next().unwrap().trim().to_owned();
        let body = block.split('}').next().unwrap();
        if ["case_id ->", "request_id ->", "task_id ->"].iter().any(|column| body.contains(column)) {
            named.insert(name);
        }
    }
    // entries of the chain stay, and the ledger of erasures is the key store's own
    for kept in STAYS.iter().chain(&["events", "erasures"]) {
        named.remove(*kept);
    }
    let gone: BTreeSet<String> =
        GONE.iter().map(|(table, _)| (*table).to_owned()).filter(|table| table != "reminders").collect();
    assert_eq!(named, gone, "a table that holds something of a case is in neither list");
}

#[test]
fn a_crash_after_any_step_is_finished_by_the_next_pass() {
    on_both(|db| {
        let cases: Vec<Opened> = (0..4).map(|_| open_case(db, &[Right::Access])).collect();
        let (store, folder) = (db.store(), outside(db));
        assert!(cases.iter().all(|case| of_case(db, &case.id) > 0));
        // after the mark; after the key; after the rows; before the last line was drawn
        for (steps, case) in cases.iter().take(3).enumerate() {
            marked(db, case);
            assert!(matches!(store.case_key(&case.id), Err(Error::NotFound)), "marked is gone for everybody");
            if steps > 0 {
                store.vault.destroy(&case.id, &case.key_id, db.clock.now()).unwrap();
            }
            if steps > 1 {
                for (table, rule) in GONE {
                    db.sql(&format!(
                        "DELETE FROM {table} WHERE {}",
                        rule.replace("$1", &format!("'{}'", case.id))
                    ))
                    .unwrap();
                }
            }
        }
        // as another node, or after a restart
        let other = Store::open(db.opening()).unwrap();
        let left = erasing::go_on(&other, &folder).unwrap();
        assert_eq!(left, 2, "what had nothing to delete any more is over; the others are looked at again");
        assert_eq!(erasing::go_on(&other, &folder).unwrap(), 0);
        assert_eq!(db.count("SELECT COUNT(*) FROM erasing"), 0);
        for case in &cases[..3] {
            assert_eq!(of_case(db, &case.id), 0);
            assert!(store.vault.key(&case.key_id).is_err());
            assert!(folder.join(FOLDER).join(format!("{}.json", case.key_id)).exists());
        }
        assert!(store.case_key(&cases[3].id).is_ok() && of_case(db, &cases[3].id) > 0, "the others stay");
        assert_eq!(store.vault.erasures().unwrap().len(), 3);
        let report = verify(store, None, None).unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
    });
}

#[test]
fn nothing_is_written_into_a_case_whose_key_was_fetched_before_it_was_erased() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let key = db.store().case_key(&case.id).unwrap();
        marked(db, &case);
        drop(key);
        let tried = db
            .store()
            .write_case(&indsigt::domain::access::Actor::System, &case.id, |_, _| Ok::<_, Error>(()));
        assert!(matches!(tried, Err(Error::NotFound)), "{tried:?}");
    });
}

/// The drill of R70: shred, restore an older backup, open.
#[test]
fn what_was_erased_does_not_come_back_with_an_older_backup() {
    on_both(|db| {
        let (erased, kept) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        let older = db.folder().join("older");
        backup(db.store(), &older).unwrap();
        marked(db, &erased);
        erasing::go_on(db.store(), &outside(db)).unwrap();
        erasing::go_on(db.store(), &outside(db)).unwrap();
        let newer = db.folder().join("newer");
        backup(db.store(), &newer).unwrap();

        // from the older backup alone: only what stands outside knows of it
        let elsewhere = db.elsewhere();
        let (store, _) = restore(&older, None, elsewhere.opening()).unwrap();
        assert!(store.case_key(&erased.id).is_ok(), "the backup is older: it has come back");
        let replayed = erasures::replay(&store, &outside(db)).unwrap();
        assert_eq!((replayed.known, replayed.erased_again, replayed.not_ours), (1, 1, 0));
        is_gone(&store, &erased);
        assert!(store.case_key(&kept.id).is_ok());
        let again = erasures::replay(&store, &outside(db)).unwrap();
        assert_eq!((again.known, again.erased_again), (1, 0), "harmless when done twice");
        let report = verify(&store, None, None).unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);

        // with the newer key store: it knows by itself, whatever became of the folder outside
        let elsewhere = db.elsewhere();
        let (store, _) = restore(&older, Some(&newer), elsewhere.opening()).unwrap();
        let lost = db.folder().join("lost");
        assert_eq!(erasures::replay(&store, &lost).unwrap().erased_again, 1);
        is_gone(&store, &erased);
        assert!(lost.join(FOLDER).join(format!("{}.json", erased.key_id)).exists(), "and it is written anew");

        // the newer main database with the older key store: the key goes again
        let elsewhere = db.elsewhere();
        let (store, _) = restore(&newer, Some(&older), elsewhere.opening()).unwrap();
        assert!(store.vault.key(&erased.key_id).is_ok());
        erasures::replay(&store, &outside(db)).unwrap();
        assert!(store.vault.key(&erased.key_id).is_err());
    });
}

fn is_gone(store: &Store, case: &Opened) {
    assert!(matches!(store.case_key(&case.id), Err(Error::NotFound)));
    assert!(store.vault.key(&case.key_id).is_err());
    let stored = store.look(|db| cases::load(db, &case.id)).unwrap();
    assert!(stored.file.case.erased && stored.person(&case.key).is_err());
    let left: Vec<String> = store.look(|db| unfinished_rows(db, &case.id)).unwrap();
    assert_eq!(left, [""; 0]);
}

fn unfinished_rows(db: &mut indsigt::store::backend::Db, case: &str) -> Result<Vec<String>, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let mut left = Vec::new();
    for (table, rule) in GONE {
        let sql =
            format!("SELECT COUNT(*) AS n FROM {table} WHERE {}", rule.replace("$1", &format!("'{case}'")));
        if diesel::sql_query(sql).get_result::<Number>(db)?.n > 0 {
            left.push((*table).to_owned());
        }
    }
    Ok(left)
}

#[test]
fn whoever_can_write_to_the_folder_outside_cannot_have_a_case_erased() {
    let db = Databases::sqlite();
    let (real, other) = (open_case(&db, &[Right::Access]), open_case(&db, &[Right::Access]));
    marked(&db, &real);
    erasing::go_on(db.store(), &outside(&db)).unwrap();
    let folder = outside(&db).join(FOLDER);
    let entry = std::fs::read_to_string(folder.join(format!("{}.json", real.key_id))).unwrap();
    assert!(!entry.contains(real.reference.as_str()), "{entry}");
    let forged = entry.replace(&real.key_id, &other.key_id).replace(&real.id, &other.id);
    std::fs::write(folder.join(format!("{}.json", other.key_id)), forged).unwrap();
    std::fs::write(folder.join("nonsense.json"), "{").unwrap();
    let replayed = erasures::replay(db.store(), &outside(&db)).unwrap();
    assert_eq!((replayed.known, replayed.erased_again, replayed.not_ours), (1, 0, 2));
    assert!(db.store().case_key(&other.id).is_ok());
}
