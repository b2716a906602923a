//! The schedule: what happens by time alone. Every step is harmless when done twice.

use crate::domain::access::Actor;
use crate::services::{self, keeping, reminding, signing, uploads};
use crate::store::{Tx, counters, drafts, jobs, ledger, outside, persons, sessions, staff};
use crate::worker::{Worker, rest};
use chrono::{DateTime, Duration, Utc};
use std::sync::atomic::{AtomicBool, Ordering};

/// How often each step is made.
const LEDGER: Duration = Duration::seconds(30);
const SIGNED_HEAD: Duration = Duration::minutes(15);
const REMINDERS: Duration = Duration::minutes(5);
const ERASURES: Duration = Duration::minutes(1);
const SWEEP: Duration = Duration::hours(1);

/// Runs until told to stop.
pub fn run(worker: &Worker, stop: &AtomicBool) {
    let never = DateTime::<Utc>::MIN_UTC;
    let (mut entered, mut signed, mut reminded, mut swept, mut erased) = (never, never, never, never, never);
    while !stop.load(Ordering::Relaxed) {
        let now = worker.app.store.clock.now();
        step(&mut entered, now, LEDGER, "ledger", || enter(worker));
        step(&mut signed, now, SIGNED_HEAD, "signed head", || sign(worker));
        step(&mut reminded, now, REMINDERS, "reminders", || reminding::run(&worker.app).map(|_| ()));
        step(&mut erased, now, ERASURES, "erasures", || keeping::finish(&worker.app).map(|_| ()));
        step(&mut swept, now, SWEEP, "sweep", || sweep(worker));
        rest(stop, std::time::Duration::from_secs(1));
    }
}

fn step(
    last: &mut DateTime<Utc>,
    now: DateTime<Utc>,
    every: Duration,
    name: &str,
    work: impl FnOnce() -> services::Result<()>,
) {
    // a clock that was set back must not stop the schedule
    if now - *last < every && now >= *last {
        return;
    }
    *last = now;
    if let Err(error) = work() {
        tracing::warn!(step = name, %error, "a step of the schedule failed and is made again");
    }
}

/// A head is signed after this many entries, if the quarter of an hour is not over before (R73).
const HEAD_ENTRIES: i64 = 1_000;

/// Enters the heads of chains that moved into the ledger, and signs its head when that is due.
pub fn enter(worker: &Worker) -> services::Result<()> {
    let store = &worker.app.store;
    while store.write(&Actor::System, ledger::enter)? > 0 {
        if store.look(ledger::entries_since_head)? >= HEAD_ENTRIES {
            head(worker)?;
        }
    }
    Ok(())
}

/// Signs the head of the ledger and writes it outside the database, with whatever an earlier turn
/// could not write.
pub fn sign(worker: &Worker) -> services::Result<()> {
    enter(worker)?;
    head(worker)
}

fn head(worker: &Worker) -> services::Result<()> {
    let app = &worker.app;
    app.store.write(&Actor::System, ledger::sign)?;
    outside::catch_up(&app.store, &app.checkpoint_folder).map(|_| ()).map_err(|why| {
        // an alarm: what was changed from now on could be changed without a trace
        tracing::error!(%why, "signed heads cannot be written outside: the audit trail is not protected");
        services::Error::Broken(why.to_string())
    })
}

/// Forgets what is over: drafts, sessions, counters, settled jobs, files that no row names.
pub fn sweep(worker: &Worker) -> services::Result<()> {
    worker.app.store.write(&Actor::System, |tx: &mut Tx<'_>| {
        drafts::sweep(tx)?;
        sessions::sweep(tx)?;
        persons::sweep(tx)?;
        counters::forget(tx, tx.now - Duration::days(2))?;
        staff::forget_failures(tx, tx.now - signing::REMEMBERED)?;
        jobs::forget(tx, tx.now - Duration::days(30))?;
        Ok::<_, services::Error>(())
    })?;
    let removed = uploads::sweep(&worker.app)?;
    if removed > 0 {
        tracing::info!(removed, "sealed files that belonged to nothing were removed");
    }
    Ok(())
}
