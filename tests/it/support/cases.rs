//! Cases made by hand: what the law would decide, without the law.

use super::databases::Databases;
use chrono::NaiveDate;
use indsigt::crypto::keys::CaseKey;
use indsigt::crypto::tokens;
use indsigt::domain::access::Actor;
use indsigt::domain::calendar::Country;
use indsigt::domain::case::{Case, Intake, Representation};
use indsigt::domain::decide::Decision;
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::identity::Level;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::reference::Reference;
use indsigt::domain::request::{Dates, Request, State};
use indsigt::domain::right::Right;
use indsigt::store::cases::{self, CaseWords, NewCase};
use indsigt::store::error::Error;
use indsigt::store::{controllers, unit::Tx};
use serde_json::json;

/// A date of 2026.
pub fn on(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Dates that a request received on 2 March might have.
pub fn dates() -> Dates {
    Dates {
        statutory_on: on(4, 7),
        promise_on: Some(on(4, 1)),
        shown_on: on(4, 1),
        act_by_on: on(4, 1),
        last_extend_on: on(4, 7),
        last_extend_paused_on: on(4, 7),
    }
}

/// A request that nobody has taken.
pub fn request(right: Right) -> Request {
    Request {
        id: tokens::id(),
        right,
        state: State::Received,
        paused_from: None,
        reviewed_from: None,
        assignee: None,
        received_on: on(3, 2),
        pauses: Vec::new(),
        extension: None,
        answer: None,
        author: None,
        approver: None,
        single_handed: false,
        package: None,
        approved_package: None,
        outcome: None,
        closed_at: None,
        withdrawn_from: None,
        dates: dates(),
    }
}

/// A submission with these rights.
pub fn decision(controller_id: &str, rights: &[Right]) -> Decision {
    let case = Case {
        id: tokens::id(),
        controller_id: controller_id.to_owned(),
        intake: Intake::Form,
        received_at: super::databases::start(),
        received_on: on(3, 2),
        level: Level::Nothing,
        proofs: Vec::new(),
        address_confirmed: false,
        flags: Vec::new(),
        representation: Representation::None,
        about_staff: None,
        unproven_match: false,
        notices: Vec::new(),
        undelivered: Vec::new(),
        retention_on: None,
        erased: false,
        version: 1,
    };
    let requests: Vec<Request> = rights.iter().map(|right| request(*right)).collect();
    let facts = json!({ "rights": rights.iter().map(|r| r.code()).collect::<Vec<_>>() });
    Decision {
        acted_on: requests.iter().map(|r| r.id.clone()).collect(),
        events: vec![Event::new(EventKind::Submit, None, facts).saying("as the person wrote it")],
        case,
        requests,
        new_tasks: Vec::new(),
        cancelled_tasks: Vec::new(),
        jobs: Vec::new(),
    }
}

/// A person with everything filled in.
pub fn person() -> Person {
    Person {
        name: "Ada Østergård-Nilsson".into(),
        email: Some("Ada.Nilsson@Example.COM".into()),
        phone: Some("20 12 34 56".into()),
        postal: Some("Kanelvænget 7, 2300 København S".into()),
        other_ids: Some("customer 889911".into()),
    }
}

/// A case in the store.
pub struct Opened {
    /// Its id.
    pub id: String,
    /// Its key.
    pub key: CaseKey,
    /// Id of its key.
    pub key_id: String,
    /// Its reference.
    pub reference: Reference,
    /// Its requests, in order.
    pub requests: Vec<String>,
}

/// Enters a decision as a case of this person, in the caller's transaction.
pub fn new_case(
    tx: &mut Tx<'_>,
    (key_id, key): &(String, CaseKey),
    decision: &Decision,
    person: &Person,
) -> Result<Opened, Error> {
    let reference = Reference::from_random(tokens::random_u64());
    cases::insert(
        tx,
        key,
        &NewCase {
            decision,
            reference: &reference,
            key_id,
            home: Country::Dk,
            lang: Lang::Da,
            unsure: false,
            person,
            words: &CaseWords { about: "my orders".into(), ..CaseWords::default() },
            code_hash: [7; 32],
            submission: None,
        },
    )?;
    Ok(Opened {
        id: decision.case.id.clone(),
        key: key.clone(),
        key_id: key_id.clone(),
        reference,
        requests: decision.requests.iter().map(|r| r.id.clone()).collect(),
    })
}

/// Opens a case of [`person`] with these rights.
pub fn open_case(db: &Databases, rights: &[Right]) -> Opened {
    open_case_of(db, rights, &person())
}

/// Opens a case of this person with these rights.
pub fn open_case_of(db: &Databases, rights: &[Right], person: &Person) -> Opened {
    let key = db.store().vault.take(db.clock.now()).unwrap();
    db.store()
        .write(&Actor::Person, |tx| {
            let controller = controllers::enter(tx, "shop", "Shop A/S")?;
            new_case(tx, &key, &decision(&controller, rights), person)
        })
        .unwrap()
}
