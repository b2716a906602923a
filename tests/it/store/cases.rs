//! A case is kept as it was decided, changes through one door, and never by halves.

use crate::support::cases::{dates, decision, new_case, on, person, request};
use crate::support::{Databases, on_both, open_case};
use indsigt::crypto::tokens;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::case::{Flag, Representation};
use indsigt::domain::decide::Decision;
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::identity::{Channel, Level, Proof, ProofWay};
use indsigt::domain::job::{Job, NewJob};
use indsigt::domain::language::Lang;
use indsigt::domain::outcome::Outcome;
use indsigt::domain::request::{Answer, Extension, Pause, PauseKind, State};
use indsigt::domain::right::Right;
use indsigt::domain::task::{Holder, Task, TaskState};
use indsigt::store::cases::{self, StoredCase};
use indsigt::store::error::Error;
use indsigt::store::proofs::{self, ProofDetails};
use indsigt::store::{chain, controllers, staff, tasks};
use serde_json::json;

fn load(db: &Databases, id: &str) -> StoredCase {
    db.store().look(|c| cases::load(c, id)).unwrap()
}

/// The stored facts as the next step's decision, nothing changed yet.
fn unchanged(stored: &StoredCase) -> Decision {
    Decision {
        case: stored.file.case.clone(),
        requests: stored.file.requests.clone(),
        new_tasks: Vec::new(),
        cancelled_tasks: Vec::new(),
        events: Vec::new(),
        jobs: Vec::new(),
        acted_on: Vec::new(),
    }
}

fn staff_member(db: &Databases, id: &str) {
    db.write(|tx| staff::invite(tx, id, &format!("{id}@shop.example"), id, &[Role::Caseworker], Lang::Da))
        .unwrap();
}

#[test]
fn a_new_case_is_loaded_as_it_was_decided() {
    on_both(|db| {
        let decided = db.write(|tx| Ok(decision(&controllers::enter(tx, "shop", "Shop A/S")?, Right::ALL)));
        let decided = decided.unwrap();
        let key = db.store().vault.take(db.clock.now()).unwrap();
        let opened = db.write(|tx| new_case(tx, &key, &decided, &person())).unwrap();
        let stored = load(db, &opened.id);
        assert_eq!(stored.file.case, decided.case);
        assert_eq!(stored.file.requests, decided.requests);
        assert_eq!(stored.reference, opened.reference.as_str());
        assert_eq!(stored.person(&opened.key).unwrap(), person());
        assert_eq!(stored.words(&opened.key).unwrap().about, "my orders");
        assert_eq!(db.store().look(|c| cases::by_reference(c, &opened.reference)).unwrap(), opened.id);
        assert_eq!(db.store().look(|c| cases::of_request(c, &opened.requests[4])).unwrap(), opened.id);
    });
}

#[test]
fn every_fact_of_a_case_survives_the_door() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access, Right::Erasure]);
        for id in ["ann", "bo"] {
            staff_member(db, id);
        }
        let mut next = unchanged(&load(db, &opened.id));
        let case = &mut next.case;
        case.level = Level::Proven;
        case.address_confirmed = true;
        case.flags = vec![Flag::LegalHold, Flag::Child, Flag::ProtectedIdentity];
        case.representation = Representation::Unjudged;
        case.about_staff = Some("ann".into());
        case.unproven_match = true;
        case.retention_on = Some(on(12, 24));
        let pause = |id: &str, answered_on, decided| Pause {
            id: id.into(),
            kind: PauseKind::Identity,
            asked_on: on(3, 3),
            answered_on,
            doubt_on: Some(on(3, 2)),
            unposted: None,
            counts: true,
            reply_by_on: on(4, 3),
            decided,
            reminders: 2,
        };
        let request = &mut next.requests[0];
        request.state = State::AwaitingPerson;
        request.paused_from = Some(State::InReview);
        request.reviewed_from = Some(State::Collecting);
        request.assignee = Some("ann".into());
        request.pauses = vec![pause("p1", Some(on(3, 9)), true), pause("p2", None, false)];
        request.extension = Some(Extension { noticed_on: on(3, 20), delivered: true, disputable: true });
        request.answer = Some(Answer {
            outcome: Outcome::PartlyFulfilled,
            grounds: vec!["15_4".into(), "dk_22".into()],
            complete: true,
        });
        request.author = Some("ann".into());
        request.approver = Some("bo".into());
        request.single_handed = true;
        request.package = Some("ab".repeat(32));
        request.approved_package = Some("ab".repeat(32));
        request.dates.promise_on = None;
        request.dates.act_by_on = on(6, 2);
        let closed = &mut next.requests[1];
        closed.state = State::Closed;
        closed.outcome = Some(Outcome::Withdrawn);
        closed.closed_at = Some(db.clock.now());
        closed.withdrawn_from = Some(State::Assessing);
        // another right was found in the message
        next.requests.push(crate::support::cases::request(Right::Rectification));
        next.new_tasks = vec![Task {
            id: tokens::id(),
            request_ids: vec![opened.requests[0].clone()],
            holder: Holder::Source,
            state: TaskState::Open,
            due_on: on(3, 12),
        }];
        let version = db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap();
        assert_eq!(version, 2);
        let stored = load(db, &opened.id);
        next.case.version = 2;
        assert_eq!(stored.file.case, next.case);
        assert_eq!(stored.file.requests, next.requests);
        assert_eq!(stored.file.tasks, next.new_tasks);
        // and back again: nothing sticks that is gone from the facts
        let mut plain = unchanged(&stored);
        plain.case.flags.clear();
        plain.case.about_staff = None;
        plain.case.retention_on = None;
        let request = &mut plain.requests[0];
        *request = crate::support::cases::request(Right::Access);
        request.id = opened.requests[0].clone();
        plain.cancelled_tasks = vec![stored.file.tasks[0].id.clone()];
        db.write(|tx| cases::commit(tx, &opened.key, 2, &plain)).unwrap();
        let again = load(db, &opened.id);
        assert_eq!(again.file.requests, plain.requests);
        assert_eq!(again.file.case.flags, []);
        assert_eq!(again.file.case.retention_on, None);
        assert_eq!(again.file.tasks[0].state, TaskState::Cancelled);
        assert_eq!(db.count("SELECT count(*) FROM pauses"), 0);
    });
}

#[test]
fn a_proof_keeps_its_facts_for_the_guards_and_its_words_sealed() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let proof =
            |way, channel| Proof { way, channel, at: db.clock.now(), on_record_since: Some(on(1, 5)) };
        let first = proof(ProofWay::CodeToRecord, Channel::Email);
        let second = proof(ProofWay::InPerson, Channel::Counter);
        let words = ProofDetails {
            address: "ada@on-record.example".into(),
            on_record: "shop".into(),
            note: "called back by Bo".into(),
            only_given: true,
        };
        db.write(|tx| proofs::insert(tx, &opened.key, &opened.id, &first, &words)).unwrap();
        db.write(|tx| proofs::insert(tx, &opened.key, &opened.id, &second, &ProofDetails::default()))
            .unwrap();
        assert_eq!(load(db, &opened.id).file.case.proofs, [first.clone(), second.clone()]);
        let with_words = db.store().look(|c| proofs::of_case(c, &opened.key, &opened.id)).unwrap();
        assert_eq!(with_words, [(second, ProofDetails::default()), (first, words)]);
    });
}

#[test]
fn a_commit_moves_the_version_of_its_own_case_only() {
    on_both(|db| {
        let (one, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        let next = unchanged(&load(db, &one.id));
        assert_eq!(db.write(|tx| cases::commit(tx, &one.key, 1, &next)).unwrap(), 2);
        assert_eq!(load(db, &one.id).file.case.version, 2);
        assert_eq!(load(db, &other.id).file.case.version, 1);
    });
}

#[test]
fn who_saw_an_older_version_changes_nothing() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let mut next = unchanged(&load(db, &opened.id));
        db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap();
        let before = everything(db);
        next.case.address_confirmed = true;
        next.requests[0].state = State::Assessing;
        next.events = vec![Event::new(EventKind::Claim, None, json!({}))];
        next.jobs = vec![NewJob::now(Job::SendLetter { message_id: "m".into() })];
        let refused = db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap_err();
        assert!(matches!(refused, Error::Stale), "{refused}");
        assert_eq!(everything(db), before);
    });
}

#[test]
fn a_case_that_is_not_there_is_not_found() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let mut next = unchanged(&load(db, &opened.id));
        next.case.id = tokens::id();
        let refused = db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap_err();
        assert!(matches!(refused, Error::NotFound), "{refused}");
        assert!(matches!(db.store().look(|c| cases::load(c, &next.case.id)), Err(Error::NotFound)));
        assert!(matches!(db.store().case_key(&next.case.id), Err(Error::NotFound)));
    });
}

/// Rows of everything a step writes.
fn everything(db: &Databases) -> Vec<String> {
    let columns = [
        ("cases", "id || version || level || flags"),
        ("requests", "id || state || act_by_on || coalesce(assignee, '-')"),
        ("pauses", "id"),
        ("tasks", "id || state"),
        ("events", "chain || seq || kind"),
        ("chain_heads", "chain || seq"),
        ("jobs", "id || state"),
    ];
    columns
        .iter()
        .flat_map(|(table, text)| db.texts(&format!("SELECT {text} AS text FROM {table} ORDER BY 1")))
        .collect()
}

#[test]
fn a_step_whose_last_part_fails_leaves_nothing_behind() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let full = || {
            let mut next = unchanged(&load(db, &opened.id));
            next.case.address_confirmed = true;
            next.requests[0].state = State::Assessing;
            next.new_tasks = vec![Task {
                id: tokens::id(),
                request_ids: vec![opened.requests[0].clone()],
                holder: Holder::Hand,
                state: TaskState::Open,
                due_on: on(3, 12),
            }];
            next.events = vec![
                Event::new(EventKind::Claim, None, json!({})),
                Event::new(EventKind::TaskAdd, None, json!({})).saying("words"),
            ];
            next.jobs = vec![NewJob::now(Job::SendLetter { message_id: "m".into() })];
            next
        };
        let before = everything(db);
        // the job fails
        db.sql("ALTER TABLE jobs RENAME TO jobs_elsewhere").unwrap();
        db.write(|tx| cases::commit(tx, &opened.key, 1, &full())).unwrap_err();
        db.sql("ALTER TABLE jobs_elsewhere RENAME TO jobs").unwrap();
        assert_eq!(everything(db), before);
        // the entry fails
        db.sql("ALTER TABLE events RENAME TO events_elsewhere").unwrap();
        db.write(|tx| cases::commit(tx, &opened.key, 1, &full())).unwrap_err();
        db.sql("ALTER TABLE events_elsewhere RENAME TO events").unwrap();
        assert_eq!(everything(db), before);
        // the task fails
        let mut next = full();
        next.new_tasks[0].request_ids = vec!["nobody".into()];
        db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap_err();
        assert_eq!(everything(db), before);
        // the gate of the database refuses
        let mut next = full();
        next.requests[0].state = State::Collecting;
        db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap_err();
        assert_eq!(everything(db), before);
        // and what follows the commit in the same unit of work
        db.write(|tx| {
            cases::commit(tx, &opened.key, 1, &full())?;
            Err::<(), _>(Error::NotFound)
        })
        .unwrap_err();
        assert_eq!(everything(db), before);
        db.write(|tx| cases::commit(tx, &opened.key, 1, &full())).unwrap();
        assert_ne!(everything(db), before);
    });
}

#[test]
fn of_many_who_saw_the_same_version_one_is_first() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let stored = load(db, &opened.id);
        let answers: Vec<Result<i64, Error>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        let mut next = unchanged(&stored);
                        next.events = vec![Event::new(EventKind::Claim, None, json!({}))];
                        db.write(|tx| cases::commit(tx, &opened.key, 1, &next))
                    })
                })
                .collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(answers.iter().filter(|a| matches!(a, Ok(2))).count(), 1);
        assert_eq!(answers.iter().filter(|a| matches!(a, Err(Error::Stale))).count(), 7);
        assert_eq!(db.store().look(|c| chain::length(c, &opened.id)).unwrap(), 2);
    });
}

#[test]
fn a_request_cannot_be_taken_from_another_case() {
    on_both(|db| {
        let (one, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        let mut next = unchanged(&load(db, &one.id));
        next.requests.push(load(db, &other.id).file.requests.remove(0));
        let refused = db.write(|tx| cases::commit(tx, &one.key, 1, &next)).unwrap_err();
        assert!(matches!(refused, Error::Taken), "{refused}");
        assert_eq!(load(db, &other.id).file.requests.len(), 1);
    });
}

#[test]
fn a_submission_sent_twice_is_one_case() {
    on_both(|db| {
        let answers: Vec<Result<(), Error>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| submit(db, [9; 32]))).collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|a| matches!(a, Ok(()) | Err(Error::Taken))), "{answers:?}");
        assert_eq!(db.count("SELECT count(*) FROM cases"), 1);
        let (id, hash) = db.store().look(|c| cases::by_submission(c, &[9; 32])).unwrap().unwrap();
        assert_eq!(hash, [5; 32]);
        assert_eq!(load(db, &id).submission_hash(), Some([5u8; 32].as_slice()));
        assert_eq!(db.store().look(|c| cases::by_submission(c, &[8; 32])).unwrap(), None);
    });
}

fn submit(db: &Databases, form_key: [u8; 32]) -> Result<(), Error> {
    let (key_id, key) = db.store().vault.take(db.clock.now())?;
    db.store().write(&Actor::Person, |tx| {
        let decided = decision(&controllers::enter(tx, "shop", "Shop A/S")?, &[Right::Access]);
        let reference = indsigt::domain::reference::Reference::from_random(tokens::random_u64());
        cases::insert(
            tx,
            &key,
            &cases::NewCase {
                decision: &decided,
                reference: &reference,
                key_id: &key_id,
                home: indsigt::domain::calendar::Country::Se,
                lang: Lang::Sv,
                unsure: true,
                person: &person(),
                words: &cases::CaseWords::default(),
                code_hash: [1; 32],
                submission: Some((form_key, [5; 32])),
            },
        )
    })
}

#[test]
fn answers_and_tasks_keep_their_words_sealed_and_in_place() {
    on_both(|db| {
        let opened = open_case(db, &[Right::Access]);
        let words = cases::AnswerWords { words: "we found your orders".into(), ..Default::default() };
        db.write(|tx| cases::set_answer(tx, &opened.key, &opened.requests[0], &words)).unwrap();
        // a step in between does not lose them
        let mut next = unchanged(&load(db, &opened.id));
        next.requests[0].dates = dates();
        next.new_tasks = vec![Task {
            id: tokens::id(),
            request_ids: opened.requests.clone(),
            holder: Holder::Hand,
            state: TaskState::Open,
            due_on: on(3, 12),
        }];
        db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap();
        let kept = db.store().look(|c| cases::answer(c, &opened.key, &opened.requests[0])).unwrap();
        assert_eq!(kept, Some(words));
        let task = next.new_tasks[0].id.clone();
        let details = tasks::TaskDetails { question: "anything about Ada?".into(), ..Default::default() };
        db.write(|tx| tasks::set_details(tx, &opened.key, &task, &details)).unwrap();
        let stored = db.store().look(|c| tasks::in_case(c, &opened.id, &task)).unwrap();
        assert_eq!(stored.details(&opened.key).unwrap(), details);
        assert!(matches!(db.store().look(|c| tasks::in_case(c, "other", &task)), Err(Error::NotFound)));
        assert_eq!(
            db.store().look(|c| tasks::of_request(c, &opened.requests[0])).unwrap(),
            std::slice::from_ref(&task)
        );
        db.write(|tx| tasks::set_state(tx, &task, &[TaskState::Open], TaskState::Done)).unwrap();
        let again = db.write(|tx| tasks::set_state(tx, &task, &[TaskState::Open], TaskState::Done));
        assert!(matches!(again, Err(Error::Stale)));
    });
}

#[test]
fn a_new_request_begins_where_its_case_stands() {
    on_both(|db| {
        let opened = open_case(db, &[Right::MarketingObjection]);
        let mut next = unchanged(&load(db, &opened.id));
        next.case.level = Level::Strong;
        next.requests.push(request(Right::Access));
        db.write(|tx| cases::commit(tx, &opened.key, 1, &next)).unwrap();
        assert_eq!(db.count("SELECT count(*) FROM requests WHERE level = 3"), 2);
    });
}
