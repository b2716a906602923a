//! Doing what follows from changes: lease a job, run it with no transaction open, settle it.
//! And the schedule: reminders, the ledger, signed heads, sweeping.

mod held;
pub mod mails;
pub mod schedule;

use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::job::{Cause, Failed, Job};
use crate::mail::transport::Transport;
use crate::services::{self, App, collection, packaging};
use crate::store::jobs::{self, Leased, Settled};
use crate::store::{self, installation, messages};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What a worker needs.
#[derive(Clone)]
pub struct Worker {
    /// The house.
    pub app: Arc<App>,
    /// How mail leaves.
    pub transport: Arc<Transport>,
    /// Domain of Message-IDs.
    pub message_domain: String,
    /// The runtime that drives the mail server's sockets.
    pub runtime: tokio::runtime::Handle,
}

/// Jobs that are over in a moment, and jobs that may take long: each kind has its own thread, so a
/// slow source never delays a letter.
const QUICK: &[&str] = &["send_letter", "send_staff_mail"];
const LONG: &[&str] = &["search_source", "build_package"];

/// How often the lease of a job is renewed while it is worked on: four times within a lease.
const RENEWAL: Duration = Duration::from_secs(30);

impl Worker {
    /// Runs until told to stop: one thread for mails, one for long work, one for the schedule.
    pub fn start(&self, stop: &Arc<AtomicBool>) -> Vec<std::thread::JoinHandle<()>> {
        let mut threads = Vec::new();
        for kinds in [QUICK, LONG] {
            let (worker, stop) = (self.clone(), stop.clone());
            threads.push(std::thread::spawn(move || worker.work(kinds, &stop)));
        }
        let (worker, stop) = (self.clone(), stop.clone());
        threads.push(std::thread::spawn(move || schedule::run(&worker, &stop)));
        threads
    }

    fn work(&self, kinds: &[&str], stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            match self.once(kinds) {
                Ok(true) => {}
                Ok(false) => rest(stop, Duration::from_millis(500)),
                Err(error) => {
                    tracing::warn!(%error, "the queue could not be worked on");
                    rest(stop, Duration::from_secs(5));
                }
            }
        }
    }

    /// Works on everything that is due now and comes back: for tests, the demo and the command line.
    pub fn drain(&self) -> services::Result<usize> {
        let mut done = 0;
        while self.once(&[QUICK, LONG].concat())? {
            done += 1;
        }
        Ok(done)
    }

    /// One job; `false` when there was none.
    fn once(&self, kinds: &[&str]) -> services::Result<bool> {
        let store = &self.app.store;
        let leased = store.write(&Actor::System, |tx| {
            if installation::is_held(tx.db)? {
                return Ok(None);
            }
            jobs::lease(tx, kinds)
        })?;
        let Some(leased) = leased else { return Ok(false) };
        let renew = || {
            match store.write(&Actor::System, |tx| jobs::renew(tx, &leased)) {
                Ok(true) => {}
                Ok(false) => tracing::warn!(job = %leased.id, "the lease of a job was lost"),
                // the next turn comes well before the lease is over
                Err(error) => tracing::warn!(job = %leased.id, %error, "a lease could not be renewed"),
            }
        };
        let settled = held::while_renewing(RENEWAL, renew, || self.run(&leased));
        let kept = store.write(&Actor::System, |tx| jobs::settle(tx, &leased, &settled))?;
        if !kept {
            tracing::warn!(job = %leased.id, "another node took the job over");
        } else if let Some(why) = given_up(&leased, &settled) {
            tracing::error!(job = %leased.id, kind = leased.job.kind(), why, "a job was given up");
            if let Err(error) = self.note_given_up(&leased) {
                tracing::error!(job = %leased.id, %error, "its case could not be told");
            }
        }
        Ok(true)
    }

    /// One exhaustive match: a new kind of job does not compile until it is run here. A panic is an
    /// attempt like any other.
    fn run(&self, leased: &Leased) -> Settled {
        let work = || match &leased.job {
            Job::SendLetter { message_id } => mails::send_letter(self, leased, message_id),
            Job::SendStaffMail { mail_id } => mails::send_staff_mail(self, leased, mail_id),
            Job::SearchSource { task_id } => match collection::search_source(&self.app, task_id) {
                // why stands with the task, in the reader's words
                Err(services::Error::Unavailable) => {
                    Settled::Retry(Failed::new(Cause::Source, "").to_string())
                }
                other => settled(other),
            },
            Job::BuildPackage { request_id } => settled(packaging::build(&self.app, request_id)),
        };
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
            .unwrap_or_else(|_| Settled::Retry(Failed::new(Cause::Broken, "it panicked").to_string()))
    }

    fn note_given_up(&self, leased: &Leased) -> services::Result<()> {
        let Job::SendLetter { message_id } = &leased.job else { return Ok(()) };
        let Some(case_id) = &leased.case_id else { return Ok(()) };
        self.app.store.write_case(&Actor::System, case_id, |tx, key| {
            messages::failed(tx, message_id)?;
            let facts = serde_json::json!({ "message": message_id });
            let event = crate::domain::event::Event::new(EventKind::LetterFailed, None, facts);
            store::chain::append(tx, case_id, Some(key), &event)?;
            Ok(())
        })
    }
}

/// Why a job is not tried any more: it never can work, or it was tried for the last time.
fn given_up<'a>(leased: &Leased, settled: &'a Settled) -> Option<&'a str> {
    match settled {
        Settled::Done => None,
        Settled::GiveUp(why) => Some(why),
        Settled::Retry(why) => Job::retry_after(leased.attempt).is_none().then_some(why.as_str()),
    }
}

fn settled(result: services::Result<()>) -> Settled {
    match result {
        Ok(()) => Settled::Done,
        // the case or request is gone, or somebody did it already: nothing is left to do
        Err(services::Error::NotFound | services::Error::Stale) => Settled::Done,
        Err(error) => again(&error),
    }
}

/// Did not work; tried again on the ladder.
fn again(error: &services::Error) -> Settled {
    let cause = match error {
        services::Error::Unavailable => Cause::Unavailable,
        _ => Cause::Broken,
    };
    Settled::Retry(Failed::new(cause, error.to_string()).to_string())
}

/// Rests, but wakes soon when told to stop.
fn rest(stop: &AtomicBool, how_long: Duration) {
    let mut left = how_long;
    let step = Duration::from_millis(100);
    while !stop.load(Ordering::Relaxed) && left > Duration::ZERO {
        std::thread::sleep(step.min(left));
        left = left.saturating_sub(step);
    }
}
