//! After a case was erased, nothing of it is readable and nothing of it lies about: not a word, not a
//! sealed byte, not its key, in no database, write-ahead log or file (R68).

use crate::support::{Databases, on_both};
use crate::web::browser::Browser;
use crate::web::case_steps::{Case, LUIS, staffed};
use chrono::Duration;
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::signing;
use indsigt::store::backend::Kind;
use indsigt::store::{staff, verify};

/// Stands in everything somebody can write about the case.
const CANARY: &str = "Kanariefugl";

/// Sealed and hashed values that belong to the case: column by column, as they lie in the databases.
const OF_CASE: &[(&str, &str, &str)] = &[
    ("cases", "person", "id"),
    ("cases", "words", "id"),
    ("cases", "code_hash", "id"),
    ("requests", "answer", "case_id"),
    ("proofs", "details", "case_id"),
    ("codes", "details", "case_id"),
    ("messages", "body", "case_id"),
    ("tasks", "private", "case_id"),
    ("files", "name", "case_id"),
    ("findings", "details", "case_id"),
    ("packages", "summary", "case_id"),
    ("blind_index", "value", "case_id"),
    ("deliveries", "token_hash", "case_id"),
];

fn hex_of(kind: Kind, column: &str) -> String {
    match kind {
        Kind::Sqlite => format!("lower(hex({column}))"),
        Kind::Postgres => format!("encode({column}, 'hex')"),
    }
}

/// Every value of the case as hex, by where it stands, the wrapped key and its files among them.
fn values(databases: &Databases, case: &Case<'_>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (table, column, owner) in OF_CASE {
        let hex = hex_of(databases.kind, column);
        let sql = format!(
            "SELECT {hex} AS text FROM {table} WHERE {owner} = '{}' AND {column} IS NOT NULL",
            case.id
        );
        let found = databases.texts(&sql);
        assert!(!found.is_empty(), "the story leaves nothing in {table}.{column}");
        all.extend(found.into_iter().map(|value| (format!("{table}.{column}"), value)));
    }
    let key_id = databases.texts(&format!("SELECT key_id AS text FROM cases WHERE id = '{}'", case.id));
    let sql = format!(
        "SELECT {} AS text FROM case_keys WHERE id = '{}'",
        hex_of(databases.kind, "wrapped"),
        key_id[0]
    );
    all.extend(databases.key_texts(&sql).into_iter().map(|value| ("the wrapped key".to_owned(), value)));
    for id in databases.texts(&format!("SELECT id AS text FROM files WHERE case_id = '{}'", case.id)) {
        let path = case.house.app.store.files.folder().join(&id[id.len() - 2..]).join(&id);
        let head: String = std::fs::read(path).unwrap()[..48].iter().map(|b| format!("{b:02x}")).collect();
        all.push((format!("file {id}"), head));
    }
    // of a short or common value nobody could say where it came from
    all.retain(|(_, value)| value.len() >= 24);
    // a long value goes on in another page: its beginning is its own, it holds a random nonce
    all.iter_mut().for_each(|(_, value)| value.truncate(64));
    all
}

/// What is kept, as hex: every byte of every file, and on PostgreSQL every row, in which bytes stand
/// as hex already.
fn kept(databases: &Databases) -> Vec<(String, String)> {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let ours = databases.every_byte().into_iter().filter(|(name, _)| !name.contains("chinook"));
    ours.map(|(name, bytes)| match databases.kind {
        Kind::Postgres if !name.contains('/') => (name, String::from_utf8(bytes).unwrap().to_lowercase()),
        _ => (name, hex(&bytes)),
    })
    .collect()
}

fn places<'a>(kept: &'a [(String, String)], value: &str) -> Vec<&'a str> {
    kept.iter().filter(|(_, all)| all.contains(value)).map(|(name, _)| name.as_str()).collect()
}

#[test]
fn nothing_of_an_erased_case_lies_anywhere() {
    on_both(|databases| {
        let (house, maja, jonas, karin) = staffed(databases);
        let name = format!("Luís {CANARY}");
        let case = Case::named(&house, &maja, &name, LUIS, &[Right::Access]);
        let at_work = Browser::of(&house, &maja);
        case.prove(&at_work, LUIS);
        let (desk, question) = (format!("/desk/cases/{}", case.id), format!("{CANARY}?"));
        case.collect_also(&at_work, &[("hand-1", "Arkivet"), ("question-1", &question)]);
        let (task, _) = case.task_names().into_iter().find(|(_, name)| name == "Arkivet").unwrap();
        let path = case.path(&format!("tasks/{task}"));
        let found = [("found", "yes"), ("category", CANARY), ("place", CANARY)];
        let pdf = (&*format!("{CANARY}.pdf"), &b"%PDF-1.4\nKanariefugl\n%%EOF\n"[..]);
        assert_eq!(at_work.upload(&at_work.get(&path), &path, &found, pdf).status, 303);
        for (tail, field) in [("message", "text"), ("note", "note")] {
            let written = at_work.fill(&desk, &case.path(tail), &[(field, CANARY)]);
            assert_eq!(written.status, 303, "{}", written.text());
        }
        let answer = [("outcome", "fulfilled"), ("words", CANARY)];
        assert_eq!(case.answer(&at_work, Right::Access, &answer).status, 303);
        house.drain();
        assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::Access).status, 303);
        let send = case.step(Right::Access, "send");
        let sent = Browser::of(&house, &maja).fill(&send, &send, &[("via", "mail")]);
        assert_eq!(sent.status, 303, "{}", sent.text());
        house.drain();
        // another case stays as it was
        let other = Case::named(&house, &maja, "Ada", "ada@people.example", &[Right::Access]);

        let before = values(databases, &case);
        let lies = kept(databases);
        for (what, value) in &before {
            assert!(!places(&lies, value).is_empty(), "the search does not find {what}");
        }

        databases.clock.advance(Duration::days(367));
        let officer = Browser::of(&house, &karin);
        let page = officer.get("/desk/retention");
        let gone = officer.post(&page, "/desk/retention/erase", &[("case", &case.id)]);
        assert_eq!(gone.location.as_deref(), Some("/desk/retention?erased=1&left=0"), "{}", gone.text());

        let lies = kept(databases);
        for (what, value) in &before {
            assert_eq!(places(&lies, value), [""; 0], "{what} lies about");
        }
        let canary: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
        for (place, all) in &lies {
            assert!(
                !all.contains(&canary) && !all.contains(&CANARY.to_lowercase()),
                "{place} holds a word of it"
            );
        }
        let report = verify::verify(&house.app.store, None, None).unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!(house.app.store.case_key(&other.id).map(|_| ()).ok(), Some(()));
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &maja.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &other.id, seen: None };
        handling::withdraw(&step, Vec::new(), Some("mail".into())).unwrap();
    });
}
