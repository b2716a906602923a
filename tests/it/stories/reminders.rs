//! Nobody finds out late that something is late, and nobody is told twice.

use crate::desk::Browser;
use crate::support::house::House;
use crate::support::{Databases, on_both};
use chrono::{Duration, TimeZone, Utc};
use indsigt::domain::access::Role;
use indsigt::domain::case::Intake;
use indsigt::domain::event::{Event, EventKind};
use indsigt::domain::identity::{Channel, ProofWay};
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::services::collection::{self, Asked, HandAnswer};
use indsigt::services::contact::{self, ContactBack};
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::{self, Entered, Submission};
use indsigt::services::{reminding, signing};
use indsigt::store::cases::CaseWords;
use indsigt::store::outside::heads;
use indsigt::store::{chain, installation, staff};
use indsigt::worker::schedule;

/// A letter asking for access, received on Monday 2 March 2026 in Denmark: due Wednesday 1 April by
/// the promise of 30 days.
fn a_letter(house: &House, staff_id: &str) -> String {
    let app = &house.app;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, staff_id)).unwrap());
    let begun = intake::begin(app).unwrap();
    let submission = Submission {
        controller: app.controllers.by_slug("musik").unwrap(),
        lang: Lang::Da,
        rights: vec![Right::Access],
        unsure: false,
        person: Person {
            name: "Luna Eksempel".into(),
            postal: Some("Prøvevej 1".into()),
            ..Person::default()
        },
        words: CaseWords { about: "Vis mig alt.".into(), ..CaseWords::default() },
        file: None,
    };
    let entered = Entered {
        intake: Intake::Letter,
        received_on: app.store.clock.now().date_naive(),
        late_reason: None,
        about_staff: None,
        is_protected: false,
        is_printed: true,
        key: indsigt::crypto::tokens::token().hash,
    };
    intake::enter(app, &actor, begun, submission, entered).unwrap().case_id
}

fn move_to(databases: &Databases, day: (i32, u32, u32), hour: u32) {
    let at = Utc.with_ymd_and_hms(day.0, day.1, day.2, hour, 0, 0).unwrap();
    databases.clock.advance(at - databases.clock.now());
}

fn subjects(house: &House, to: &str) -> Vec<String> {
    house.drain();
    house.mails().into_iter().filter(|(address, ..)| address == to).map(|(_, subject, _)| subject).collect()
}

#[test]
fn the_ladder_reaches_the_one_who_works_on_it_once_and_names_nobody() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::Da);
        house.colleague("karin@musik.example", "Karin", &[Role::Officer], Lang::En);
        let case_id = a_letter(&house, &maja.id);
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &maja.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &case_id, seen: Some(1) };
        handling::claim(&step, Vec::new()).unwrap();
        house.drain();
        let before = house.mails().len();

        // nothing at seven in the morning, nothing far from the date
        move_to(databases, (2026, 3, 10), 6);
        assert_eq!(reminding::run(&house.app).unwrap(), 0);

        // fourteen days before Wednesday 1 April is Wednesday 18 March
        move_to(databases, (2026, 3, 18), 9);
        assert_eq!(reminding::run(&house.app).unwrap(), 1);
        assert_eq!(reminding::run(&house.app).unwrap(), 0, "a second run tells nobody again");
        let second_node = House::on(databases);
        assert_eq!(reminding::run(&second_node.app).unwrap(), 0, "nor does a second node");

        house.drain();
        let mails = house.mails();
        assert_eq!(mails.len(), before + 1);
        let (to, subject, text) = mails.last().unwrap();
        assert_eq!(to, "maja@musik.example");
        assert!(subject.ends_with(": 14 dage tilbage"), "{subject}");
        for secret in ["Luna", "Eksempel", "Prøvevej", "Vis mig alt"] {
            assert!(!text.contains(secret) && !subject.contains(secret));
        }
    });
}

#[test]
fn after_an_outage_only_the_latest_goes_out_and_a_late_case_is_told_every_working_day() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::Da);
        house.colleague("karin@musik.example", "Karin", &[Role::Officer], Lang::En);
        let case_id = a_letter(&house, &maja.id);
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &maja.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &case_id, seen: Some(1) };
        handling::claim(&step, Vec::new()).unwrap();
        let before = subjects(&house, "maja@musik.example").len();

        // nobody ran it for weeks: on Tuesday 31 March only "one day left" goes out
        move_to(databases, (2026, 3, 31), 9);
        reminding::run(&house.app).unwrap();
        let told = subjects(&house, "maja@musik.example").split_off(before);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].ends_with(": 1 dag tilbage"), "{told:?}");

        // Thursday 2 April is Skærtorsdag, then Good Friday, the week-end and Easter Monday
        move_to(databases, (2026, 4, 2), 9);
        assert_eq!(reminding::run(&house.app).unwrap(), 0, "nobody is told on a holiday");
        move_to(databases, (2026, 4, 7), 9);
        reminding::run(&house.app).unwrap();
        move_to(databases, (2026, 4, 8), 9);
        reminding::run(&house.app).unwrap();
        let maja_told = subjects(&house, "maja@musik.example").split_off(before + 1);
        assert_eq!(maja_told.len(), 2, "a digest on each of the two working days: {maja_told:?}");
        let karin_told = subjects(&house, "karin@musik.example");
        assert!(!karin_told.is_empty(), "the officer hears of it too");
    });
}

#[test]
fn what_could_not_be_mailed_was_not_claimed_either() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::Da);
        let case_id = a_letter(&house, &maja.id);
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &maja.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &case_id, seen: Some(1) };
        handling::claim(&step, Vec::new()).unwrap();
        let before = subjects(&house, "maja@musik.example").len();
        // a late case: it stands in the digest and nowhere else
        move_to(databases, (2026, 4, 8), 9);
        databases.sql("ALTER TABLE staff_mails RENAME TO staff_mails_away").unwrap();
        assert!(reminding::run(&house.app).is_err());
        assert_eq!(databases.count("SELECT count(*) FROM reminders"), 0);
        databases.sql("ALTER TABLE staff_mails_away RENAME TO staff_mails").unwrap();
        assert!(reminding::run(&house.app).unwrap() > 0);
        assert!(subjects(&house, "maja@musik.example").len() > before, "the digest is told after all");
        assert_eq!(reminding::run(&house.app).unwrap(), 0);
    });
}

#[test]
fn outside_its_hours_no_case_is_read() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::Da);
        a_letter(&house, &maja.id);
        move_to(databases, (2026, 4, 8), 2);
        databases.sql("ALTER TABLE pauses RENAME TO pauses_away").unwrap();
        assert_eq!(reminding::run(&house.app).unwrap(), 0, "at night nothing is even asked for");
        move_to(databases, (2026, 4, 8), 9);
        assert!(reminding::run(&house.app).is_err(), "by day it is");
        databases.sql("ALTER TABLE pauses_away RENAME TO pauses").unwrap();
        assert!(reminding::run(&house.app).unwrap() > 0);
    });
}

#[test]
fn a_head_is_signed_and_written_outside_after_a_thousand_entries() {
    on_both(|databases| {
        let house = House::on(databases);
        let outside = house.app.checkpoint_folder.clone();
        let grow = |entries: i32| {
            databases
                .write(|tx| {
                    for n in 0..entries {
                        let event = Event::new(EventKind::SignIn, None, serde_json::json!({ "n": n }));
                        chain::append(tx, chain::HOUSE, None, &event)?;
                    }
                    Ok(())
                })
                .unwrap();
            schedule::enter(&house.worker).unwrap();
            heads(&outside).unwrap().len()
        };
        // the register of the house is the first entry
        assert_eq!(grow(599), 0);
        assert_eq!(grow(399), 0);
        assert_eq!(grow(1), 1, "the thousandth entry");
        assert_eq!(grow(999), 1);
        assert_eq!(grow(1), 2);
    });
}

#[test]
fn a_restored_house_that_nobody_has_confirmed_reminds_nobody_and_sends_nothing() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::Da);
        a_letter(&house, &maja.id);
        house.drain();
        let before = house.mails().len();
        databases.write(installation::hold).unwrap();
        databases.clock.advance(Duration::days(40));
        move_to(databases, (2026, 4, 14), 9);
        assert_eq!(reminding::run(&house.app).unwrap(), 0);
        house.drain();
        assert_eq!(house.mails().len(), before);
        databases.write(installation::release).unwrap();
        assert!(reminding::run(&house.app).unwrap() > 0);
    });
}

#[test]
fn where_a_task_looks_stands_in_no_mail_and_in_clear_nowhere() {
    on_both(|databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::En);
        let case_id = a_letter(&house, &maja.id);
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &maja.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &case_id, seen: None };
        handling::claim(&step, Vec::new()).unwrap();
        let called = ContactBack {
            seen_files: Vec::new(),
            way: ProofWay::ContactBack,
            channel: Channel::Phone,
            address: "+45 00 00 00 01".into(),
            on_record: "customer card".into(),
            note: "called the number on the card".into(),
            on_record_since: "2019-05-04".parse().ok(),
            is_typed: true,
            is_confirmed: false,
        };
        contact::contact_back(&step, called).unwrap();
        let due_on = "2026-03-09".parse().unwrap();
        let hand = Asked { name: "Zxqvsygehus arkiv".into(), question: "Anything on paper?".into(), due_on };
        collection::start(&step, Vec::new(), &[], &[hand], due_on).unwrap();
        move_to(databases, (2026, 3, 9), 9);
        assert!(reminding::run(&house.app).unwrap() > 0);
        let told = subjects(&house, "maja@musik.example");
        assert!(told.last().unwrap().ends_with(": a task is waiting"), "{told:?}");
        assert!(house.mails().iter().all(|(_, subject, text)| !format!("{subject}{text}").contains("Zxqv")));
        let task = databases.texts("SELECT id AS text FROM tasks").remove(0);
        collection::answer_by_hand(&step, &task, HandAnswer::Nothing, "every shelf").unwrap();
        // whoever works on the case reads it there
        let page = Browser::signed_in(&house, &maja).get(&format!("/desk/cases/{case_id}"));
        assert!(page.words().matches("Zxqvsygehus arkiv").count() >= 2, "{}", page.words());
        for (place, bytes) in databases.every_byte() {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("zxqvsygehus") && !text.contains("7a787176737967"), "{place}");
        }
    });
}
