//! A second factor grown old in the middle of a form: nothing is carried out, nothing typed is lost.

use super::Browser;
use super::cases::{Letter, enter};
use crate::support::Databases;
use crate::support::house::{Colleague, House};
use chrono::Duration;
use indsigt::domain::access::Role;
use indsigt::domain::fulfilment::Burden;
use indsigt::domain::language::Lang;
use indsigt::domain::letter::GroundText;
use indsigt::domain::outcome::Outcome;
use indsigt::domain::request::State;
use indsigt::services::answer::{self, Written};
use indsigt::services::handling::{self, Step};
use indsigt::services::signing;
use indsigt::store::cases::{self, AnswerWords};
use indsigt::store::staff;

/// A case whose refusal is approved and waits to be sent: its id and its request's.
fn ready(house: &House, author: &Colleague, approver: &Colleague) -> (String, String) {
    let case = enter(house, author, Letter { email: Some("luna@example.org"), ..Letter::default() });
    let app = &house.app;
    let actor = |who: &Colleague| signing::actor_of(&app.store.look(|db| staff::get(db, &who.id)).unwrap());
    let (by, other) = (actor(author), actor(approver));
    let step = |actor| Step { app, actor, case_id: &case, seen: None };
    handling::claim(&step(&by), Vec::new()).unwrap();
    let request = app.store.look(|db| cases::load(db, &case)).unwrap().file.requests[0].id.clone();
    let ground = GroundText {
        code: "excessive_repetitive".into(),
        article: "12(5)(b)".into(),
        what: "din anmodning".into(),
        why: "Du har fået samme svar tre gange i år.".into(),
    };
    let proof = Burden {
        objective: "Fire anmodninger siden januar.".into(),
        subjective: "Der er ikke kommet nyt til.".into(),
        evidence: vec!["Svarene fra januar, februar og marts".into()],
        fee: None,
    };
    let words = AnswerWords { grounds: vec![ground], burden: Some(proof), ..AnswerWords::default() };
    answer::submit(&step(&by), &request, Written { outcome: Outcome::Refused, words }).unwrap();
    handling::approve(&step(&other), vec![request.clone()], true).unwrap();
    (case, request)
}

fn prove(house: &House, colleague: &Colleague, browser: &Browser<'_>, door: &str) -> String {
    let page = browser.get(door);
    let (csrf, next) = (page.value("csrf"), page.value("next"));
    let code = house.fresh_code(colleague);
    let proven = browser.post("/desk/step-up", &[("csrf", &csrf), ("otp", &code), ("next", &next)]);
    assert_eq!(proven.status, 303, "{}", proven.words());
    proven.location().to_owned()
}

#[test]
fn what_was_typed_to_send_an_answer_stands_there_again_after_the_second_factor() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", &[Role::Caseworker], Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", &[Role::Approver], Lang::En);
    let (case, request) = ready(&house, &ida, &bo);
    let state = || house.app.store.look(|db| cases::load(db, &case)).unwrap().file.requests[0].state;
    let browser = Browser::signed_in(&house, &ida);
    let path = format!("/desk/cases/{case}/send/{request}");
    let page = browser.get(&path);
    assert_eq!(page.status, 200);
    house.app.store.clock.advance(Duration::minutes(6));
    let words = "Handed to her at the counter. <b>&";
    let stale = browser.send_from(&page, &path, &[("via", "in_person"), ("note", words)]);
    assert!(stale.location().starts_with("/desk/step-up?next="), "{}", stale.words());
    assert_eq!(state(), State::Ready);
    assert_eq!(databases.count("SELECT count(*) FROM drafts WHERE sealed LIKE '%counter%'"), 0);

    // another page of the same browser gets nothing of it
    let door = stale.location().to_owned();
    assert_eq!(prove(&house, &ida, &browser, &door), path);
    let again = browser.get(&path);
    assert_eq!(again.texts("textarea[name=note]"), [words]);
    assert_eq!(again.count("input[value=in_person][checked]"), 1);
    assert!(again.body.contains("Nothing has been sent yet."), "{}", again.words());
    assert_eq!(databases.count("SELECT count(*) FROM drafts"), 0, "it is kept no longer than it is needed");
    let sent = browser.send_from(&again, &path, &[("via", "in_person"), ("note", words)]);
    assert_eq!((sent.status, state()), (303, State::Closed), "{}", sent.words());
}

#[test]
fn what_one_colleague_typed_is_shown_to_no_other_in_the_same_browser() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", &[Role::Caseworker], Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", &[Role::Approver, Role::Caseworker], Lang::En);
    let (case, request) = ready(&house, &ida, &bo);
    let browser = Browser::signed_in(&house, &ida);
    let path = format!("/desk/cases/{case}/send/{request}");
    let page = browser.get(&path);
    house.app.store.clock.advance(Duration::minutes(6));
    browser.send_from(&page, &path, &[("via", "in_person"), ("note", "MINE-ALONE")]);
    // a form that does not come from our page is not kept either
    browser.post(&path, &[("csrf", "forged"), ("note", "FORGED")]);
    let csrf = browser.get("/desk").value("csrf");
    browser.post("/desk/sign-out", &[("csrf", &csrf)]);
    let code = house.fresh_code(&bo);
    assert_eq!(browser.sign_in(&bo.email, crate::support::house::PASSWORD, &code).status, 303);
    let page = browser.get(&path);
    assert_eq!((page.status, page.texts("textarea[name=note]")), (200, vec![String::new()]));
}

#[test]
fn from_a_button_without_a_page_of_its_own_one_comes_back_to_the_page_it_stands_on() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let karin = house.colleague("karin@musik.example", "Karin Demo", &[Role::Officer], Lang::En);
    let browser = Browser::signed_in(&house, &karin);
    let page = browser.get("/desk/jobs");
    house.app.store.clock.advance(Duration::minutes(6));
    let csrf = page.value("csrf");
    let stale = browser.post("/desk/jobs/release", &[("csrf", &csrf)]);
    let back = prove(&house, &karin, &browser, stale.location());
    assert_eq!((back.as_str(), browser.get(&back).status), ("/desk/jobs", 200));
}
