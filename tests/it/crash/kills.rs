//! kill -9 at random moments while forms come in: nothing acknowledged is lost, nothing is there
//! twice, every case opens, no mail is lost (SECURITY F1; R81–R83).

use super::binary::{Installation, until};
use super::ledger::{Acknowledged, Ledger};
use super::sink::Sink;
use crate::support::postgres;
use diesel::prelude::*;
use indsigt::domain::reference::Reference;
use indsigt::store::{Store, cases, jobs, verify};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::time::Duration;

const KILLS: usize = 10;
const CLIENTS: usize = 4;

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed_on_sqlite() {
    let sink = Sink::start();
    killed_at_ten_moments(&Installation::sqlite(sink.address()), &sink);
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed_on_postgres() {
    let Some(server) = postgres::address() else { return };
    let sink = Sink::start();
    killed_at_ten_moments(&Installation::postgres(&server, sink.address()), &sink);
}

/// A failure is replayed with the seed it printed, as far as chance allows.
fn seed() -> u64 {
    let named = std::env::var("INDSIGT_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = named.unwrap_or_else(rand::random);
    eprintln!("INDSIGT_TEST_SEED={seed}");
    seed
}

fn killed_at_ten_moments(house: &Installation, sink: &Sink) {
    let mut chance = StdRng::seed_from_u64(seed());
    let ledger = Ledger::default();
    let running = std::thread::scope(|threads| {
        let _closing = ledger.closing();
        let mut running = house.start();
        for client in 0..CLIENTS {
            let ledger = &ledger;
            threads.spawn(move || ledger.client(house, client));
        }
        for _ in 0..KILLS {
            // some kills come while the program has hardly begun, some after many forms
            let wanted = ledger.count() + chance.random_range(0..8_usize);
            until("forms are acknowledged", || (ledger.count() >= wanted).then_some(()));
            std::thread::sleep(Duration::from_micros(chance.random_range(0..250_000)));
            running.kill();
            running = house.start();
        }
        running
    });
    running.stop();

    let acknowledged = ledger.acknowledged();
    let resent = take_over_leases(&house.store());
    assert!(resent <= KILLS, "{resent} letters were being sent by a node that was killed {KILLS} times");
    let running = house.start();
    let store = house.store();
    until("every letter has left", || has_drained(&store).then_some(()));
    running.stop();

    everybody_is_there_once(&store, &ledger, &acknowledged);
    chains_hold(&store, house);
    let delivered = sink.by_recipient();
    let again = everybody_got_their_receipt(&delivered, &acknowledged);
    assert!(again <= KILLS, "{again} mails came once more after {KILLS} kills");
    eprintln!(
        "{KILLS} kills: {} acknowledged of {} begun, {} sent on after a kill, {} sent twice, {} cases, \
         {} mails, {again} of them again, {resent} leases taken over",
        acknowledged.len(),
        ledger.intended().len(),
        ledger.resumed.load(Ordering::Relaxed),
        ledger.repeated.load(Ordering::Relaxed),
        count(&store, "cases"),
        sink.received().len(),
    );
    without_a_kill(house, sink, &store);
}

/// The same installation goes on: nobody gets anything twice.
fn without_a_kill(house: &Installation, sink: &Sink, store: &Store) {
    let before = sink.received().len();
    let ledger = Ledger::default();
    let running = house.start();
    std::thread::scope(|threads| {
        let _closing = ledger.closing();
        for client in CLIENTS..2 * CLIENTS {
            let ledger = &ledger;
            threads.spawn(move || ledger.client(house, client));
        }
        until("forms are acknowledged", || (ledger.count() >= 20).then_some(()));
    });
    until("every letter has left", || has_drained(store).then_some(()));
    running.stop();
    let acknowledged = ledger.acknowledged();
    assert_eq!(sink.received().len() - before, acknowledged.len(), "one mail each, no more");
    assert_eq!(everybody_got_their_receipt(&sink.by_recipient(), &acknowledged), 0);
}

/// A killed node leaves its lease behind; when it has run out another takes it over. That time
/// passes here; it is two minutes at most.
fn take_over_leases(store: &Store) -> usize {
    let latest = store.clock.now() + jobs::LEASE;
    let mut db = store.pools.writer.get().unwrap();
    let longer = diesel::sql_query("UPDATE jobs SET leased_until = leased_until WHERE leased_until > $1")
        .bind::<diesel::sql_types::Timestamp, _>(latest.naive_utc())
        .execute(&mut *db)
        .unwrap();
    assert_eq!(longer, 0, "a lease is longer than {}", jobs::LEASE);
    drop(db);
    sql(store, "UPDATE jobs SET leased_until = made_at WHERE state = 'leased'")
}

fn has_drained(store: &Store) -> bool {
    store.look(jobs::unfinished).unwrap() == 0
}

/// Every acknowledged submission is one case with its words; everything else there is was meant.
fn everybody_is_there_once(store: &Store, ledger: &Ledger, acknowledged: &[Acknowledged]) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let meant: BTreeMap<String, _> = ledger.intended().into_iter().map(|a| (a.email.clone(), a)).collect();
    for case_id in cases::newest_ids(store, i64::MAX).unwrap() {
        let key = store.case_key(&case_id).unwrap();
        let stored = store.look(|db| cases::load(db, &case_id)).unwrap();
        let (person, words) = (stored.person(&key).unwrap(), stored.words(&key).unwrap());
        let email = person.email.unwrap();
        let asked = &meant[&email];
        assert_eq!((&person.name, &words.about), (&asked.name, &asked.words));
        assert_eq!(stored.file.requests.len(), 2, "access and portability");
        found.entry(email).or_default().push(stored.reference);
    }
    for entry in acknowledged {
        let reference = Reference::parse(&entry.receipt.reference).unwrap();
        let there = found.get(&entry.asked.email).cloned().unwrap_or_default();
        assert_eq!(there, [reference.as_str().to_owned()], "{:?}", entry.asked);
    }
    let twice: Vec<_> = found.iter().filter(|(_, references)| references.len() > 1).collect();
    assert!(twice.is_empty(), "one form made several cases: {twice:?}");
    let references: BTreeSet<_> = acknowledged.iter().map(|a| &a.receipt.reference).collect();
    assert_eq!(references.len(), acknowledged.len(), "two receipts name one case");
}

fn chains_hold(store: &Store, house: &Installation) {
    let outside = house.folder().join("data/checkpoints");
    let report = verify::verify(store, Some(&outside), None).unwrap();
    assert!(report.is_clean(), "{:#?}", report.problems);
    assert!(report.chains > 0 && report.ledger_rows > 0, "{report:?}");
}

/// Everybody got one letter, perhaps more than once, always under the same Message-ID. Says how
/// many came once more than they should.
fn everybody_got_their_receipt(
    delivered: &BTreeMap<String, Vec<String>>,
    acknowledged: &[Acknowledged],
) -> usize {
    let mut again = 0;
    for entry in acknowledged {
        let got = delivered.get(&entry.asked.email).map(Vec::as_slice).unwrap_or_default();
        let different: BTreeSet<_> = got.iter().collect();
        assert_eq!(different.len(), 1, "{} got {got:?}", entry.asked.email);
        again += got.len() - 1;
    }
    again
}

fn count(store: &Store, table: &str) -> usize {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let mut db = store.pools.writer.get().unwrap();
    let sql = format!("SELECT CAST(count(*) AS BIGINT) AS n FROM {table}");
    let number: Number = diesel::sql_query(sql).get_result(&mut *db).unwrap();
    usize::try_from(number.n).unwrap()
}

fn sql(store: &Store, sql: &str) -> usize {
    let mut db = store.pools.writer.get().unwrap();
    diesel::sql_query(sql).execute(&mut *db).unwrap()
}
