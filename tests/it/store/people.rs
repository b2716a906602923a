//! Sessions of people, the conversation, and mails to staff.

use crate::support::{on_both, open_case};
use chrono::Duration;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::right::Right;
use indsigt::store::Error;
use indsigt::store::messages::{self, Body, Carrier, Kind, NewMessage};
use indsigt::store::{jobs, persons};

#[test]
fn a_person_s_session_opens_one_case_for_thirty_idle_minutes() {
    on_both(|db| {
        let (one, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        db.write(|tx| persons::open(tx, [1; 32], &one.id)).unwrap();
        db.write(|tx| persons::open(tx, [2; 32], &other.id)).unwrap();
        let find = |token: [u8; 32]| db.store().look(|c| persons::find(c, &token, db.clock.now())).unwrap();
        assert_eq!(find([1; 32]).as_ref(), Some(&one.id));
        db.clock.advance(Duration::minutes(29));
        db.write(|tx| persons::seen(tx, &[1; 32])).unwrap();
        db.clock.advance(Duration::minutes(29));
        assert_eq!((find([1; 32]), find([2; 32])), (Some(one.id.clone()), None));
        // a new code ends every session of the case
        db.write(|tx| persons::open(tx, [3; 32], &one.id)).unwrap();
        db.write(|tx| persons::end_all(tx, &one.id)).unwrap();
        assert_eq!((find([1; 32]), find([3; 32])), (None, None));
        assert_eq!(db.write(persons::sweep).unwrap(), 1);
    });
}

#[test]
fn a_person_s_session_ends_after_twelve_hours_however_busy_it_is() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        db.write(|tx| persons::open(tx, [1; 32], &case.id)).unwrap();
        let find = || db.store().look(|c| persons::find(c, &[1; 32], db.clock.now())).unwrap();
        for _ in 0..35 {
            db.clock.advance(Duration::minutes(20));
            assert!(find().is_some());
            db.write(|tx| persons::seen(tx, &[1; 32])).unwrap();
        }
        db.clock.advance(Duration::minutes(20));
        assert_eq!(find(), None, "twelve hours are over");
        db.clock.advance(Duration::seconds(1));
        assert_eq!(db.write(persons::sweep).unwrap(), 1);
    });
}

#[test]
fn words_of_the_person_are_unread_until_staff_open_the_case() {
    on_both(|db| {
        let (one, other) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access]));
        let ids = [one.id.clone(), other.id.clone()];
        let unread = || db.store().look(|c| messages::unread(c, &ids)).unwrap();
        let body = Body { text: "Hello".into(), ..Body::default() };
        let write = |kind| {
            let new = NewMessage {
                id: None,
                posted_at: None,
                case_id: &one.id,
                kind,
                letter: None,
                request_id: None,
                carrier: Carrier::Page,
                body: &body,
                not_after: None,
            };
            db.clock.advance(Duration::seconds(1));
            db.write(|tx| messages::keep(tx, &one.key, &new)).unwrap();
        };
        let staff = Actor::Staff { id: "ann".into(), roles: vec![Role::Caseworker] };
        let read = |actor: &Actor| {
            db.clock.advance(Duration::seconds(1));
            db.store().read_case(actor, &one.id, "case", |_, _| Ok::<_, Error>(())).unwrap();
        };
        write(Kind::Sent);
        assert_eq!(unread(), [""; 0]);
        write(Kind::Received);
        write(Kind::Received);
        assert_eq!(unread(), std::slice::from_ref(&one.id));
        read(&Actor::Person);
        assert_eq!(unread(), std::slice::from_ref(&one.id), "the person looked, not staff");
        read(&staff);
        assert_eq!(unread(), [""; 0]);
        write(Kind::Received);
        assert_eq!(unread(), std::slice::from_ref(&one.id));
    });
}

#[test]
fn a_mail_enters_the_outbox_with_its_message_and_a_page_message_does_not() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let body = Body { to: Some("ada@example.com".into()), text: "Dear Ada".into(), ..Body::default() };
        let keep = |kind, carrier| {
            let new = NewMessage {
                id: None,
                posted_at: None,
                case_id: &case.id,
                kind,
                letter: None,
                request_id: None,
                carrier,
                body: &body,
                not_after: None,
            };
            db.clock.advance(Duration::seconds(1));
            db.write(|tx| messages::keep(tx, &case.key, &new)).unwrap()
        };
        let mail = keep(Kind::Sent, Carrier::Mail);
        let page = keep(Kind::Received, Carrier::Page);
        let paper = keep(Kind::Letter, Carrier::Paper);
        let all = db.store().look(|c| messages::of_case(c, &case.id)).unwrap();
        assert_eq!(all.iter().map(|m| &m.id).collect::<Vec<_>>(), [&mail, &page, &paper]);
        assert_eq!(all[0].body(&case.key).unwrap(), body);
        assert_eq!((all[0].delivered_at, all[1].delivered_at.is_some()), (None, true));
        assert_eq!(db.store().look(jobs::unfinished).unwrap(), 1);
        db.write(|tx| messages::delivered(tx, &case.key, &mail)).unwrap();
        db.write(|tx| messages::failed(tx, &paper)).unwrap();
        assert_eq!(db.store().look(|c| messages::get(c, &mail)).unwrap().delivered_at, Some(db.clock.now()));
        assert_eq!(db.store().look(|c| messages::get(c, &paper)).unwrap().failed_at, Some(db.clock.now()));
    });
}
