//! Nothing that identifies a person stands anywhere in clear, and nothing sealed opens elsewhere.

use crate::support::cases::{decision, open_case_of};
use crate::support::{Databases, on_both, open_case};
use chrono::Duration;
use indsigt::crypto::tokens;
use indsigt::domain::calendar::Country;
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::finding::Finding;
use indsigt::domain::identity::{Channel, Proof, ProofWay};
use indsigt::domain::language::Lang;
use indsigt::domain::letter::GroundText;
use indsigt::domain::person::{Contact, Person, Representative, RepresentativeKind};
use indsigt::domain::reference::Reference;
use indsigt::domain::right::Right;
use indsigt::domain::task::{Holder, Task, TaskState};
use indsigt::domain::withholding::{Scope, Selection, Withholding};
use indsigt::store::backend::Kind;
use indsigt::store::cases::{self, AnswerWords, CaseWords, NewCase};
use indsigt::store::codes::{self, Proves, Purpose};
use indsigt::store::error::Error;
use indsigt::store::files::{self, Kind as FileKind};
use indsigt::store::messages::{self, Body, Carrier, NewMessage};
use indsigt::store::proofs::{self, ProofDetails};
use indsigt::store::{chain, controllers, tasks};
use serde_json::json;
use std::io::Write;

/// A word that stands nowhere else, in letters that a name may have.
fn canary(number: usize) -> String {
    format!("Zxqv{number:02}kanarieørn")
}

/// A case with a canary in every place somebody writes something into. Returns how many.
fn case_full_of_canaries(db: &Databases) -> (String, usize) {
    let mut used = 0;
    let mut next = || {
        used += 1;
        canary(used - 1)
    };
    let person = Person {
        name: format!("{} {}", next(), next()),
        email: Some(format!("{}@{}.example", "zxqvmailbox", "zxqvdomain")),
        phone: Some("+45 71 93 55 17".into()),
        postal: Some(next()),
        other_ids: Some(next()),
    };
    let words = CaseWords {
        about: next(),
        details: next(),
        representative: Some(Representative {
            name: next(),
            kind: RepresentativeKind::Lawyer,
            contact: Contact { email: Some(next()), phone: Some(next()), postal: Some(next()) },
        }),
        entered_reason: Some(next()),
    };
    let (key_id, key) = db.store().vault.take(db.clock.now()).unwrap();
    let mut decided =
        db.write(|tx| Ok(decision(&controllers::enter(tx, "shop", "Shop A/S")?, &[Right::Access]))).unwrap();
    decided.events = vec![Event::new(EventKind::Submit, None, json!({})).saying(next())];
    let task = Task {
        id: tokens::id(),
        request_ids: decided.acted_on.clone(),
        holder: Holder::Hand,
        state: TaskState::Open,
        due_on: crate::support::cases::on(3, 12),
    };
    let case_id = decided.case.id.clone();
    let request_id = decided.acted_on[0].clone();
    let reference = Reference::from_random(tokens::random_u64());
    db.write(|tx| {
        let new = NewCase {
            decision: &decided,
            reference: &reference,
            key_id: &key_id,
            home: Country::Dk,
            lang: Lang::Da,
            unsure: false,
            person: &person,
            words: &words,
            code_hash: [1; 32],
            submission: None,
        };
        cases::insert(tx, &key, &new)?;
        let mut step = decided.clone();
        step.new_tasks = vec![task.clone()];
        step.events = vec![Event::new(EventKind::Note, None, json!({})).saying(next())];
        cases::commit(tx, &key, 1, &step)?;
        let answer = AnswerWords {
            words: next(),
            grounds: vec![GroundText {
                code: "15_4".into(),
                article: "15(4)".into(),
                what: next(),
                why: next(),
            }],
            searched: vec![next()],
            identifiers: vec![next()],
            selection: Selection {
                withheld: vec![Withholding {
                    scope: Scope::Column { source: next(), table: next(), column: next() },
                    ground: "15_4".into(),
                }],
                provided: vec![next()],
            },
            register: None,
        };
        cases::set_answer(tx, &key, &request_id, &answer)?;
        let details = tasks::TaskDetails {
            name: next(),
            subjects: vec![json!({ "id": next() })],
            reasons: vec![next()],
            question: next(),
        };
        tasks::set_details(tx, &key, &task.id, &details)?;
        tasks::set_state(tx, &task.id, &[TaskState::Open], TaskState::Running)?;
        tasks::fail(tx, &key, &task.id, &next())?;
        let stored = tasks::get(tx.db, &task.id)?;
        let finding = Finding {
            source: next(),
            searched: vec![("email".into(), next())],
            searched_where: next(),
            ..Finding::default()
        };
        tasks::keep_finding(tx, &key, &stored, &finding, None)?;
        let proof =
            Proof { way: ProofWay::ContactBack, channel: Channel::Phone, at: tx.now, on_record_since: None };
        let proof_words =
            ProofDetails { address: next(), on_record: next(), note: next(), only_given: false };
        proofs::insert(tx, &key, &case_id, &proof, &proof_words)?;
        let proves =
            Proves { channel: Channel::Email, address: next(), source: Some(next()), on_record_since: None };
        codes::make_link(tx, &key, &case_id, Purpose::Identity, [5; 32], &proves, Duration::days(1))?;
        let body =
            Body { to: Some(next()), subject: next(), text: next(), html: Some(next()), ..Body::default() };
        let message = NewMessage {
            id: None,
            posted_at: None,
            case_id: &case_id,
            kind: messages::Kind::Sent,
            letter: None,
            request_id: None,
            carrier: Carrier::Mail,
            body: &body,
            not_after: None,
        };
        messages::keep(tx, &key, &message)?;
        let mut file = db.store().files.create(&key)?;
        file.write_all(next().repeat(9_000).as_bytes())?;
        let written = file.finish()?;
        files::insert(tx, &key, &case_id, &written, FileKind::Upload, None, &next(), "text/plain")?;
        tasks::keep_package(tx, &key, &case_id, &request_id, &written.id, "00", &json!({ "of": next() }))
    })
    .unwrap();
    (case_id, used)
}

#[test]
fn a_thief_of_databases_and_files_finds_no_canary() {
    on_both(|db| {
        let (case_id, used) = case_full_of_canaries(db);
        assert!(used > 25, "{used}");
        let mut canaries: Vec<String> = (0..used).map(canary).collect();
        canaries.extend(["zxqvmailbox", "zxqvdomain", "71 93 55 17", "71935517"].map(str::to_owned));
        // a canary in a place that is meant to be clear proves that the search can find one
        db.write(|tx| {
            let event = Event::new(EventKind::Note, None, json!({ "clear": "Zxqvclear" }));
            chain::append(tx, &case_id, None, &event)
        })
        .unwrap();
        let everything = db.every_byte();
        if db.kind == Kind::Postgres {
            assert!(everything.iter().any(|(name, bytes)| name == "main.messages" && !bytes.is_empty()));
        }
        assert!(
            everything.iter().any(|(_, bytes)| holds(bytes, b"Zxqvclear")),
            "the search finds nothing at all"
        );
        for needle in &canaries {
            for form in forms(needle) {
                for (place, bytes) in &everything {
                    assert!(!holds(bytes, &form), "{needle} stands in {place}");
                }
            }
        }
    });
}

/// The ways a text may stand in a dump: as it is, in either case, escaped as JSON does, as hex.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let ascii: String = text.chars().filter(char::is_ascii).take(10).collect();
    let hex: String = text.bytes().map(|b| format!("{b:02x}")).collect();
    let lower: String = text.to_lowercase().bytes().map(|b| format!("{b:02x}")).collect();
    [text.to_owned(), text.to_lowercase(), text.to_uppercase(), ascii, hex, lower]
        .into_iter()
        .map(String::into_bytes)
        .collect()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return false };
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|b| b == first) {
        at += next;
        if bytes[at..].starts_with(needle) {
            return true;
        }
        at += 1;
    }
    false
}

#[test]
fn a_sealed_column_moved_to_another_row_or_column_does_not_open() {
    on_both(|db| {
        let one = open_case(db, &[Right::Access, Right::Erasure]);
        let other = open_case_of(db, &[Right::Access], &crate::support::cases::person());
        let words = AnswerWords { words: "no".into(), ..AnswerWords::default() };
        db.write(|tx| cases::set_answer(tx, &one.key, &one.requests[0], &words)).unwrap();
        // another row of the same case
        db.sql(&format!(
            "UPDATE requests SET answer = (SELECT answer FROM requests WHERE id = '{}') WHERE id = '{}'",
            one.requests[0], one.requests[1]
        ))
        .unwrap();
        let moved = db.store().look(|c| cases::answer(c, &one.key, &one.requests[1]));
        assert!(matches!(moved, Err(Error::Unopenable)));
        // another column of the same row
        db.sql(&format!("UPDATE cases SET words = person WHERE id = '{}'", one.id)).unwrap();
        let stored = db.store().look(|c| cases::load(c, &one.id)).unwrap();
        assert!(matches!(stored.words(&one.key), Err(Error::Unopenable)));
        assert!(stored.person(&one.key).is_ok());
        // another case
        db.sql(&format!(
            "UPDATE cases SET person = (SELECT person FROM cases WHERE id = '{}') WHERE id = '{}'",
            one.id, other.id
        ))
        .unwrap();
        let stored = db.store().look(|c| cases::load(c, &other.id)).unwrap();
        assert!(matches!(stored.person(&other.key), Err(Error::Unopenable)));
        assert!(matches!(stored.person(&one.key), Err(Error::Unopenable)));
    });
}

#[test]
fn a_wrapped_key_moved_to_another_id_does_not_open() {
    on_both(|db| {
        let (one, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        db.keys_sql(&format!(
            "UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE id = '{}') WHERE id = '{}'",
            one.key_id, other.key_id
        ))
        .unwrap();
        assert!(matches!(db.store().case_key(&other.id), Err(Error::NoKey)));
        assert!(db.store().case_key(&one.id).is_ok());
    });
}
