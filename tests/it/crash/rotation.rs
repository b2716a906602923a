//! The master key is exchanged while the program serves and is killed again and again: every case
//! opens all the time, and in the end nothing is left under the old key (R67).

use super::binary::{Installation, no_mail, until};
use super::browser::{Asked, Browser};
use crate::support::cases::{decision, new_case, person};
use crate::support::postgres;
use indsigt::crypto::key_ring::next_file;
use indsigt::crypto::keys::MasterKey;
use indsigt::domain::access::Actor;
use indsigt::domain::right::Right;
use indsigt::store::{Error, Store, cases, controllers, rotation};
use rand::RngExt;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::time::Duration;

const CASES: usize = 300;
const KILLS: usize = 20;

#[test]
fn a_master_key_is_exchanged_under_load_and_under_kills_on_sqlite() {
    exchanged(&Installation::sqlite(no_mail()));
}

#[test]
fn a_master_key_is_exchanged_under_load_and_under_kills_on_postgres() {
    let Some(server) = postgres::address() else { return };
    exchanged(&Installation::postgres(&server, no_mail()));
}

fn opened(store: &Store) {
    let keys: Vec<_> = (0..CASES).map(|_| store.vault.take(store.clock.now()).unwrap()).collect();
    store
        .write(&Actor::System, |tx| {
            let controller = controllers::enter(tx, "shop", "Shop A/S")?;
            for key in &keys {
                new_case(tx, key, &decision(&controller, &[Right::Access]), &person())?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();
}

/// Every case opens, with whatever keys the files hold now.
fn all_open(store: &Store) -> usize {
    let ids = cases::newest_ids(store, i64::MAX).unwrap();
    for id in &ids {
        let key = store.case_key(id).unwrap_or_else(|why| panic!("case {id}: {why}"));
        store.look(|db| cases::load(db, id)).unwrap().person(&key).unwrap();
    }
    ids.len()
}

fn exchanged(house: &Installation) {
    house.start().stop();
    opened(&house.store());
    let file = house.master_key_file();
    let old_bytes = std::fs::read(&file).unwrap();
    let old = MasterKey::load(&file).unwrap();
    // a key store nobody has restarted, and forms that come in all the while
    let running = house.start();
    let watching = house.store();
    let (mut chance, mut interrupted) = (rand::rng(), 0);
    for turn in 0..KILLS {
        let mut command = house.command(&["keys", "rotate"]);
        let mut rotating = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // some kills come before it has begun, some when it is over
        std::thread::sleep(Duration::from_millis(chance.random_range(0..250)));
        let _ = rotating.kill();
        interrupted += usize::from(rotating.wait().unwrap().signal() == Some(9));
        if turn % 5 == 0 {
            let asked = Asked {
                name: format!("Ada {turn}"),
                email: format!("ada{turn}@people.example"),
                words: "Everything".into(),
            };
            let mut browser = Browser::new(house, format!("10.9.{turn}.1"));
            let form = browser.fill_in(&asked).unwrap();
            let receipt = browser.send_form(&form).unwrap();
            assert!(browser.opens(&receipt), "a case opened meanwhile opens");
        }
        if turn % 7 == 0 {
            all_open(&watching);
        }
    }
    until("it is done to the end", || {
        let ended = house.told(&["keys", "rotate"]);
        ended.status.success().then_some(())
    });
    let cases = all_open(&watching);
    assert!(cases >= CASES + KILLS / 5);
    running.stop();
    drop(watching);

    let (new, store) = (MasterKey::load(&file).unwrap(), house.store());
    assert_ne!(new.fingerprint(), old.fingerprint());
    assert_eq!(rotation::left(&store.vault, &new).unwrap(), 0, "a key is left under another master key");
    assert_eq!(all_open(&store), cases);
    assert!(!next_file(&file).exists(), "one key is left");
    drop(store);
    eprintln!("{KILLS} turns, {interrupted} killed; {cases} cases");

    // the old one opens nothing any more
    std::fs::write(&file, old_bytes).unwrap();
    let (status, told) = house.run(&["doctor"]);
    assert!(!status.success() || told.contains("master key"), "{told}");
}
