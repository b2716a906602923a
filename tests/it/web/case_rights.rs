//! A person who was not sure: staff read the words and say which right it is.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::crash::asking;
use crate::support::Databases;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::Submission;
use indsigt::services::signing;
use indsigt::store::cases::CaseWords;
use indsigt::store::staff;

#[test]
fn what_was_not_sure_becomes_the_right_staff_read_in_the_words_and_the_person_is_told() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let app = &house.app;
    let words = "Jag vill att ni slutar skicka reklam.";
    let submission = Submission {
        controller: app.controllers.by_slug("musik-norden").unwrap(),
        lang: Lang::Sv,
        rights: Vec::new(),
        unsure: true,
        person: Person { name: "Luís".into(), email: Some(LUIS.into()), ..Person::default() },
        words: CaseWords { about: words.into(), ..CaseWords::default() },
        file: None,
    };
    let id = asking::send(app, submission, "192.0.2.1").case_id;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &maja.id)).unwrap());
    handling::claim(&Step { app, actor: &actor, case_id: &id, seen: None }, Vec::new()).unwrap();
    let case = Case { house: &house, id };
    let browser = Browser::of(&house, &maja);
    let desk = case.path("").trim_end_matches('/').to_owned();
    let page = browser.get(&desk);
    assert!(page.text().contains("Was not sure"), "{}", page.text());
    let path = case.step(Right::Access, "reclassify");
    assert!(page.all(".card a.button", "href").contains(&path), "{}", page.text());

    let page = browser.get(&path);
    assert!(page.text().contains(words), "{}", page.text());
    let offered = page.all("input[name=right]", "value");
    assert!(offered.len() == 8 && !offered.contains(&"access".to_owned()), "{offered:?}");
    let none = browser.post(&page, &path, &[]);
    assert_eq!((none.status, none.all(".error-summary a", "href")), (422, vec!["#right".to_owned()]));
    assert_eq!(browser.post(&page, &path, &[("right", "marketing_objection")]).status, 303);

    let request = case.stored().file.requests[0].clone();
    assert_eq!((request.right, request.state), (Right::MarketingObjection, State::Assessing));
    // received on Monday: it has to stop on the next working day
    assert_eq!(request.dates.act_by_on.to_string(), "2026-03-03");
    house.drain();
    let (subject, letter) = house.newest_mail(LUIS);
    assert_eq!(subject, "Vi har ändrat hur vi förstod dig");
    assert!(letter.contains("reklam") && letter.contains("3\u{a0}mars 2026"), "{letter}");
    let page = browser.get(&desk);
    assert!(!page.text().contains("Was not sure"), "{}", page.text());
    let line = "Changed from Access (Art. 15) to Marketing objection (Art. 21(2)). Dates recomputed";
    assert!(page.text().contains(line), "{}", page.text());

    // whoever only approves decides no right
    let approver = Browser::of(&house, &jonas);
    let own = case.step(Right::MarketingObjection, "reclassify");
    assert_eq!(approver.get(&own).location.as_ref(), Some(&desk));
    let page = approver.get(&desk);
    assert_eq!(approver.post(&page, &own, &[("right", "access")]).location, Some(desk));
    assert_eq!(case.stored().file.requests[0].right, Right::MarketingObjection);
}
