//! kill -9 while cases are being erased: whatever step it came in, the next start finishes it.

use super::binary::{Installation, no_mail, until};
use crate::support::cases::{decision, new_case, person};
use crate::support::postgres;
use diesel::connection::SimpleConnection;
use indsigt::domain::access::Actor;
use indsigt::domain::right::Right;
use indsigt::store::erasing::{self, GONE};
use indsigt::store::erasures::FOLDER;
use indsigt::store::{Error, Store, controllers, verify};
use rand::RngExt;
use std::time::Duration;

const CASES: usize = 120;
const KILLS: usize = 6;

#[test]
fn an_erasure_that_is_killed_is_finished_on_sqlite() {
    killed_while_erasing(&Installation::sqlite(no_mail()));
}

#[test]
fn an_erasure_that_is_killed_is_finished_on_postgres() {
    let Some(server) = postgres::address() else { return };
    killed_while_erasing(&Installation::postgres(&server, no_mail()));
}

/// Cases that were decided to be erased, and one that was not: ids and ids of their keys.
fn marked(store: &Store) -> (Vec<(String, String)>, String) {
    let keys: Vec<_> = (0..=CASES).map(|_| store.vault.take(store.clock.now()).unwrap()).collect();
    let opened = store.write(&Actor::System, |tx| {
        let controller = controllers::enter(tx, "shop", "Shop A/S")?;
        let open = |key| new_case(tx, key, &decision(&controller, &[Right::Access]), &person());
        keys.iter().map(open).collect::<Result<Vec<_>, Error>>()
    });
    let mut cases: Vec<_> = opened.unwrap().into_iter().map(|case| (case.id, case.key_id)).collect();
    let (kept, _) = cases.pop().unwrap();
    store
        .write(&Actor::System, |tx| {
            for (case_id, _) in &cases {
                tx.db.batch_execute(&format!("UPDATE cases SET erased = TRUE WHERE id = '{case_id}'"))?;
                erasing::begin(tx, case_id)?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();
    (cases, kept)
}

fn killed_while_erasing(house: &Installation) {
    house.start().stop();
    let (cases, kept) = marked(&house.store());
    let (mut chance, mut killed_at) = (rand::rng(), Vec::new());
    for _ in 0..KILLS {
        let running = house.launch(&["serve"]);
        std::thread::sleep(Duration::from_millis(chance.random_range(20..600)));
        running.kill();
        killed_at.push(house.store().look(erasing::unfinished).unwrap());
    }
    let running = house.start();
    let store = house.store();
    until("every erasure is finished", || (store.look(erasing::unfinished).unwrap() == 0).then_some(()));
    running.stop();
    eprintln!("{KILLS} kills, with this many erasures left after each: {killed_at:?}");

    let outside = house.folder().join("data/checkpoints").join(FOLDER);
    for (case_id, key_id) in &cases {
        assert!(matches!(store.case_key(case_id), Err(Error::NotFound)));
        assert!(store.vault.key(key_id).is_err(), "a key is left");
        assert!(outside.join(format!("{key_id}.json")).exists(), "an erasure a restore would undo");
    }
    for (table, rule) in GONE {
        let kept_rows = rule.replace("$1", &format!("'{kept}'"));
        let left = count(&store, &format!("SELECT count(*) AS n FROM {table} WHERE NOT ({kept_rows})"));
        assert_eq!(left, 0, "{table}");
    }
    assert!(store.case_key(&kept).is_ok());
    let report = verify::verify(&store, None, None).unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);
}

fn count(store: &Store, sql: &str) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    diesel::sql_query(sql).get_result::<Number>(&mut *store.pools.writer.get().unwrap()).unwrap().n
}
