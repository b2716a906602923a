//! The queue: a job is worked on by one node at a time, tried again on the ladder, and never lost.

use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::job::{Job, NewJob};
use indsigt::store::error::Error;
use indsigt::store::jobs::{self, LEASE, Leased, Settled};
use std::collections::BTreeSet;

const KINDS: &[&str] = &["send_letter", "send_staff_mail", "search_source", "build_package"];

fn letter(number: usize) -> Job {
    Job::SendLetter { message_id: format!("m{number}") }
}

fn enqueue(db: &Databases, new: &NewJob) -> String {
    db.write(|tx| jobs::enqueue(tx, None, new)).unwrap()
}

fn lease(db: &Databases) -> Option<Leased> {
    db.write(|tx| jobs::lease(tx, KINDS)).unwrap()
}

fn settle(db: &Databases, leased: &Leased, how: Settled) -> bool {
    db.write(|tx| jobs::settle(tx, leased, &how)).unwrap()
}

fn state(db: &Databases, id: &str) -> String {
    db.texts(&format!("SELECT state AS text FROM jobs WHERE id = '{id}'")).remove(0)
}

#[test]
fn many_workers_lease_every_job_exactly_once() {
    on_both(|db| {
        let all: BTreeSet<String> = (0..60).map(|n| enqueue(db, &NewJob::now(letter(n)))).collect();
        let leased: Vec<String> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..10)
                .map(|_| {
                    scope.spawn(|| {
                        let mut mine = Vec::new();
                        while let Some(job) = lease(db) {
                            assert_eq!(job.attempt, 1);
                            assert!(settle(db, &job, Settled::Done));
                            mine.push(job.id);
                        }
                        mine
                    })
                })
                .collect();
            threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(leased.len(), 60);
        assert_eq!(leased.into_iter().collect::<BTreeSet<_>>(), all);
        assert_eq!(db.store().look(jobs::unfinished).unwrap(), 0);
    });
}

#[test]
fn a_leased_job_is_nobody_else_s_until_the_lease_runs_out() {
    on_both(|db| {
        let id = enqueue(db, &NewJob::now(letter(1)));
        let first = lease(db).unwrap();
        assert_eq!((first.id.as_str(), &first.job), (id.as_str(), &letter(1)));
        db.clock.advance(LEASE);
        assert!(lease(db).is_none());
        db.clock.advance(Duration::microseconds(1));
        let second = lease(db).unwrap();
        assert_eq!((second.id.as_str(), second.attempt), (id.as_str(), 2));
        // the first node comes back: its lease is lost and it changes nothing
        assert!(!settle(db, &first, Settled::Done));
        assert_eq!(state(db, &id), "leased");
        assert!(settle(db, &second, Settled::Done));
        assert!(!settle(db, &second, Settled::GiveUp("late".into())));
        assert_eq!(state(db, &id), "done");
    });
}

#[test]
fn a_lease_that_is_renewed_is_kept_and_one_that_was_lost_cannot_be() {
    on_both(|db| {
        let id = enqueue(db, &NewJob::now(letter(1)));
        let first = lease(db).unwrap();
        let renew = |leased: &Leased| db.write(|tx| jobs::renew(tx, leased)).unwrap();
        for _ in 0..10 {
            db.clock.advance(LEASE);
            assert!(renew(&first));
            assert!(lease(db).is_none(), "somebody still works on it");
        }
        db.clock.advance(LEASE + Duration::microseconds(1));
        let second = lease(db).unwrap();
        assert_eq!((second.id.as_str(), second.attempt), (id.as_str(), 2));
        assert!(!renew(&first), "another node has it");
        assert!(settle(db, &second, Settled::Done));
        assert!(!renew(&second), "it is done");
    });
}

#[test]
fn what_a_killed_node_was_doing_waits_two_minutes_at_most() {
    on_both(|db| {
        let id = enqueue(db, &NewJob::now(letter(1)));
        lease(db).unwrap();
        db.clock.advance(Duration::minutes(2) + Duration::microseconds(1));
        assert_eq!(lease(db).unwrap().id, id);
    });
}

#[test]
fn a_failing_job_climbs_the_ladder_and_is_buried_where_staff_see_it() {
    on_both(|db| {
        let id = enqueue(db, &NewJob::now(letter(1)));
        // one attempt at once, then after 1, 5, 15, 60, 180, 360 minutes, then five times 12 hours
        let waits = [1, 5, 15, 60, 180, 360, 720, 720, 720, 720, 720];
        for (attempt, minutes) in (1..).zip(waits) {
            let leased = lease(db).unwrap();
            assert_eq!(leased.attempt, attempt);
            assert!(settle(db, &leased, Settled::Retry("the mail server does not answer".into())));
            db.clock.advance(Duration::minutes(minutes) - Duration::microseconds(1));
            assert!(lease(db).is_none(), "attempt {attempt} came too early again");
            db.clock.advance(Duration::microseconds(1));
        }
        let last = lease(db).unwrap();
        assert_eq!(last.attempt, 12);
        assert!(settle(db, &last, Settled::Retry("the mail server does not answer".into())));
        let dead = db.store().look(jobs::dead).unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!((dead[0].id.as_str(), dead[0].kind.as_str()), (id.as_str(), "send_letter"));
        assert_eq!(dead[0].problem.as_deref(), Some("the mail server does not answer"));
        db.clock.advance(Duration::days(30));
        assert!(lease(db).is_none());
        // staff tries it once more, from the bottom
        db.write(|tx| jobs::revive(tx, &id)).unwrap();
        assert!(matches!(db.write(|tx| jobs::revive(tx, &id)), Err(Error::NotFound)));
        assert_eq!(lease(db).unwrap().attempt, 1);
    });
}

#[test]
fn a_job_whose_node_dies_each_time_is_buried_too() {
    on_both(|db| {
        let id = enqueue(db, &NewJob::now(letter(1)));
        for attempt in 1..=12 {
            assert_eq!(lease(db).unwrap().attempt, attempt);
            db.clock.advance(LEASE + Duration::seconds(1));
        }
        assert!(lease(db).is_none());
        assert_eq!(state(db, &id), "dead");
    });
}

#[test]
fn a_job_that_became_pointless_is_dropped_and_a_later_one_waits() {
    on_both(|db| {
        let now = db.clock.now();
        let code = enqueue(
            db,
            &NewJob { job: letter(1), run_at: None, not_after: Some(now + Duration::minutes(10)) },
        );
        let later =
            enqueue(db, &NewJob { job: letter(2), run_at: Some(now + Duration::hours(1)), not_after: None });
        db.clock.advance(Duration::minutes(10));
        assert!(lease(db).is_none());
        assert_eq!((state(db, &code), state(db, &later)), ("dropped".into(), "waiting".into()));
        db.clock.advance(Duration::minutes(50));
        assert_eq!(lease(db).unwrap().id, later);
    });
}

#[test]
fn a_worker_leases_only_the_kinds_it_may_do_now() {
    on_both(|db| {
        enqueue(db, &NewJob::now(letter(1)));
        let search = enqueue(db, &NewJob::now(Job::SearchSource { task_id: "t".into() }));
        let leased = db.write(|tx| jobs::lease(tx, &["search_source"])).unwrap().unwrap();
        assert_eq!(leased.id, search);
        assert!(db.write(|tx| jobs::lease(tx, &["search_source"])).unwrap().is_none());
        assert!(db.write(|tx| jobs::lease(tx, &[])).unwrap().is_none());
    });
}

#[test]
fn a_job_this_version_does_not_know_is_buried_and_blocks_nobody() {
    on_both(|db| {
        let odd = enqueue(db, &NewJob::now(letter(1)));
        db.sql("UPDATE jobs SET body = '{\"kind\":\"from_the_future\"}'").unwrap();
        let good = enqueue(db, &NewJob::now(letter(2)));
        assert_eq!(lease(db).unwrap().id, good);
        assert_eq!(state(db, &odd), "dead");
    });
}

#[test]
fn a_job_exists_only_with_the_change_it_follows_from() {
    on_both(|db| {
        db.write(|tx| {
            jobs::enqueue(tx, None, &NewJob::now(letter(1)))?;
            Err::<(), _>(Error::Stale)
        })
        .unwrap_err();
        assert!(lease(db).is_none());
    });
}

#[test]
fn ended_jobs_are_forgotten_and_buried_ones_are_not() {
    on_both(|db| {
        for n in 0..3 {
            enqueue(db, &NewJob::now(letter(n)));
        }
        let (done, dead) = (lease(db).unwrap(), lease(db).unwrap());
        settle(db, &done, Settled::Done);
        settle(db, &dead, Settled::GiveUp("no such mailbox".into()));
        db.clock.advance(Duration::days(40));
        assert_eq!(db.write(|tx| jobs::forget(tx, tx.now)).unwrap(), 1);
        assert_eq!(db.count("SELECT count(*) FROM jobs"), 2);
    });
}
