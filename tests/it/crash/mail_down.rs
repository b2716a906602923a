//! The mail server is away, refuses, or comes back too late: cases go on, letters wait, nothing is
//! sent twice (SECURITY F5; R83).

use super::asking::ask;
use super::sink::Sink;
use crate::support::{Databases, House, on_both};
use crate::web_rules::place::Place;
use chrono::Duration;
use indsigt::domain::access::{Actor, Role};
use indsigt::mail::transport::{MailSettings, Security, SmtpSettings, Transport};
use indsigt::services::Error;
use indsigt::store::messages::{Body, Carrier, Kind, NewMessage};
use indsigt::store::{jobs, messages};
use indsigt::worker::Worker;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

/// The same worker, handing its mails to this server.
fn posting_to(house: &House, mail: SocketAddr) -> Worker {
    let settings = SmtpSettings {
        host: mail.ip().to_string(),
        port: Some(mail.port()),
        security: Security::Plain,
        user: None,
        password: None,
        ca_pem: None,
        timeout: std::time::Duration::from_secs(20),
    };
    let transport = Arc::new(Transport::new(&MailSettings::Smtp(settings)).unwrap());
    Worker { transport, ..house.worker.clone() }
}

/// A port that was free a moment ago and where nobody listens.
fn closed_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

fn waiting(house: &House) -> i64 {
    house.app.store.look(jobs::unfinished).unwrap()
}

#[test]
fn while_the_mail_server_is_away_cases_go_on_and_letters_wait_and_then_leave_once() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let address = closed_port();
        let worker = posting_to(&house, address);
        for minutes in [0, 1, 5, 15] {
            // the ladder's next rung is reached; the server is still away
            databases.clock.advance(Duration::minutes(minutes));
            ask(&house.app, &format!("after{minutes}@people.example"));
            assert!(worker.drain().unwrap() > 0);
        }
        assert_eq!(databases.count("SELECT count(*) FROM cases"), 4, "cases go on");
        assert_eq!(waiting(&house), 4, "letters wait");
        assert!(house.app.store.look(jobs::dead).unwrap().is_empty());

        let sink = Sink::on(address);
        assert_eq!(worker.drain().unwrap(), 0, "before its time nothing is tried again");
        databases.clock.advance(Duration::hours(1));
        assert_eq!(worker.drain().unwrap(), 4);
        assert_eq!(waiting(&house), 0);
        databases.clock.advance(Duration::days(10));
        assert_eq!(worker.drain().unwrap(), 0);
        let got = sink.by_recipient();
        assert_eq!(got.len(), 4, "{got:?}");
        assert!(got.values().all(|ids| ids.len() == 1), "{got:?}");
        assert_eq!(
            databases.count("SELECT count(*) FROM messages WHERE carrier = 'mail' AND delivered_at IS NULL"),
            0
        );
    });
}

#[test]
fn a_letter_refused_for_good_is_buried_where_staff_see_it_and_blocks_no_other() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let sink = Sink::start();
        let worker = posting_to(&house, sink.address());
        let refused = ask(&house.app, "somebody@refused.example");
        ask(&house.app, "somebody@people.example");
        worker.drain().unwrap();
        let dead = house.app.store.look(jobs::dead).unwrap();
        assert_eq!(dead.len(), 1);
        let letter = dead.first().unwrap();
        assert_eq!(letter.case_id.as_deref(), Some(refused.case_id.as_str()));
        assert_eq!(letter.kind, "send_letter");
        let why = letter.problem.clone().unwrap();
        assert!(why.starts_with("mail_refused: ") && why.contains("550"), "{why}");
        assert!(!why.contains("refused.example"), "{why}");
        let failed = house.app.store.look(|db| messages::of_case(db, &refused.case_id)).unwrap();
        assert!(failed.iter().any(|m| m.failed_at.is_some() && m.delivered_at.is_none()));
        let chain = format!(
            "SELECT count(*) FROM events WHERE chain = '{}' AND kind = 'letter_failed'",
            refused.case_id
        );
        assert_eq!(databases.count(&chain), 1);
        let place = Place::over(databases, house);
        let session = place.session(&[Role::Caseworker]);
        let page = place.send(place.request("GET", "/desk/jobs", Some(&session)));
        assert_eq!(page.status, 200);
        assert!(page.text().contains(&letter.id), "staff see it and can try it again: {}", page.text());
        let house = &place.house;
        assert_eq!(waiting(house), 0);
        // the other one left, and nothing is tried for ever
        databases.clock.advance(Duration::days(10));
        assert_eq!(worker.drain().unwrap(), 0);
        assert_eq!((sink.received().len(), sink.refused().len()), (1, 1));
    });
}

#[test]
fn a_letter_with_a_code_that_has_expired_is_dropped_and_never_sent() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let address = closed_port();
        let worker = posting_to(&house, address);
        let case = ask(&house.app, "ada@people.example");
        house
            .app
            .store
            .write_case(&Actor::System, &case.case_id, |tx, key| {
                let body = Body { to: Some("code@people.example".into()), ..Body::default() };
                let not_after = Some(tx.now + Duration::minutes(10));
                let (case_id, kind, carrier) = (case.case_id.as_str(), Kind::Letter, Carrier::Mail);
                let new = NewMessage {
                    id: None,
                    posted_at: None,
                    case_id,
                    kind,
                    letter: None,
                    request_id: None,
                    carrier,
                    body: &body,
                    not_after,
                };
                messages::keep(tx, key, &new)?;
                Ok::<_, Error>(())
            })
            .unwrap();
        worker.drain().unwrap();
        assert_eq!(waiting(&house), 2, "receipt and code wait");
        let sink = Sink::on(address);
        databases.clock.advance(Duration::minutes(10));
        worker.drain().unwrap();
        assert_eq!(sink.by_recipient().into_keys().collect::<Vec<_>>(), ["ada@people.example"]);
        assert_eq!(databases.texts("SELECT state AS text FROM jobs ORDER BY state"), ["done", "dropped"]);
    });
}

#[test]
fn a_letter_of_a_case_that_lost_its_key_is_buried_where_people_see_it_and_of_an_erased_one_is_done() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        ask(&house.app, "lost@people.example");
        let lost = databases.texts("SELECT key_id AS text FROM cases");
        ask(&house.app, "erased@people.example");
        let all = databases.texts("SELECT key_id AS text FROM cases ORDER BY id");
        for key in &all {
            house.app.store.vault.destroy("a case", key, chrono::DateTime::UNIX_EPOCH).unwrap();
        }
        databases.sql(&format!("UPDATE cases SET erased = TRUE WHERE key_id <> '{}'", lost[0])).unwrap();
        house.worker.drain().unwrap();
        assert_eq!(waiting(&house), 1, "the letter of the erased case is settled, the other one is not");
        for _ in 0..20 {
            databases.clock.advance(Duration::days(1));
            house.worker.drain().unwrap();
        }
        let dead = house.app.store.look(jobs::dead).unwrap();
        assert_eq!((dead.len(), waiting(&house)), (1, 0));
        assert!(dead[0].problem.as_ref().unwrap().contains("key of this case"), "{dead:?}");
        assert_eq!(house.mails().len(), 0);
    });
}
