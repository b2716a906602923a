//! Somebody asks in another's name: who reads mail at the address on record is told before anything
//! leaves, and stops it with one press.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use super::paper::{case, entries};
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::case::Flag;
use indsigt::domain::person::Person;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::known;

/// Whoever writes, with an address nobody has on record.
const WRITER: &str = "somebody@new.example";

/// A case of somebody who says that they are Luís.
fn by_somebody<'a>(house: &'a House, by: &Colleague) -> Case<'a> {
    let person = Person {
        name: "Luís Gonçalves".into(),
        email: Some(WRITER.into()),
        phone: Some("+55 (12) 3923-5555".into()),
        ..Person::default()
    };
    case(house, by, &[Right::Access], person, None)
}

/// Staff called the number on record.
fn call(case: &Case<'_>, browser: &Browser<'_>) {
    let reached = [
        ("how", "phone"),
        ("at_on", "2026-03-02"),
        ("at_time", "10:20"),
        ("other_address", "+55 12 3923-5555"),
        ("place", "Customer card 1"),
        ("since_on", "2019-05-04"),
        ("sure", "Knew the last two orders"),
    ];
    let done = browser.fill(&case.path("look-up"), &case.path("look-up/contact"), &reached);
    assert_eq!(done.status, 303, "{}", done.text());
}

/// Collected, written and approved.
fn make_ready(case: &Case<'_>, browser: &Browser<'_>, approver: &Browser<'_>) {
    let page = browser.get(&case.path("collect"));
    let records = page.all("input[name=record]", "value");
    let whys: Vec<(String, String)> = page
        .all("textarea[name^=why], input[name^=why]", "name")
        .into_iter()
        .map(|name| (name, "Called, and knew the orders".to_owned()))
        .collect();
    let mut more: Vec<(&str, &str)> = Vec::new();
    let ticked = page.all("input[name=record][checked]", "value");
    more.extend(records.iter().filter(|r| !ticked.contains(r)).map(|r| ("record", r.as_str())));
    more.extend(whys.iter().map(|(name, why)| (name.as_str(), why.as_str())));
    case.collect_also(browser, &more);
    assert_eq!(case.answer(browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
    case.house.drain();
    assert_eq!(case.approve(approver, Right::Access).status, 303);
    assert_eq!(case.state(Right::Access), State::Ready);
}

fn notices_to(house: &House, to: &str) -> Vec<String> {
    house.drain();
    let all = house.mails().into_iter().filter(|(address, ..)| address == to);
    all.map(|(_, _, text)| text).filter(|text| text.contains("/not-me/")).collect()
}

fn stop_token(house: &House, to: &str) -> String {
    house.link(to, "/not-me/").rsplit('/').next().unwrap().to_owned()
}

#[test]
fn who_reads_mail_on_record_is_told_before_a_release_and_it_waits_for_two_days() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = by_somebody(&house, &maja);
        let browser = Browser::of(&house, &maja);
        assert!(notices_to(&house, LUIS).is_empty());
        call(&case, &browser);
        let told = notices_to(&house, LUIS);
        assert_eq!(told.len(), 1);
        for secret in [case.stored().reference.as_str(), "Gonçalves", "new.example", "tillgång"] {
            assert!(!told[0].contains(secret), "{secret}: {}", told[0]);
        }
        assert!(notices_to(&house, WRITER).is_empty(), "whoever writes is not who is warned");
        make_ready(&case, &browser, &Browser::of(&house, &jonas));
        assert_eq!(notices_to(&house, LUIS).len(), 2, "once more before the release");
        assert!(notices_to(&house, LUIS)[1].contains("svaret skickas snart"));

        let send = case.step(Right::Access, "send");
        let posted = [("via", "post"), ("posted_on", "2026-03-02")];
        let held = Browser::of(&house, &maja).fill(&send, &send, &posted);
        assert_eq!(held.status, 409);
        assert!(held.text().contains("Whoever reads mail there can stop it until"), "{}", held.text());
        assert_eq!(case.state(Right::Access), State::Ready);
        house.app.store.clock.advance(Duration::hours(48));
        let sent = Browser::of(&house, &maja).fill(&send, &send, &posted);
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert_eq!(entries(&case, "known_notice"), 2);
    });
}

#[test]
fn one_press_stops_the_release_and_only_an_officer_lets_it_go_on() {
    on_both(|databases| {
        let (house, maja, jonas, karin) = staffed(databases);
        let case = by_somebody(&house, &maja);
        let browser = Browser::of(&house, &maja);
        call(&case, &browser);
        make_ready(&case, &browser, &Browser::of(&house, &jonas));
        house.drain();
        let path = house.link(LUIS, "/not-me/");
        // a program that follows every link stops nothing, and sees nothing of the case
        let looked = browser.get(&path);
        assert_eq!(looked.status, 200);
        for secret in [case.stored().reference.as_str(), "Gonçalves", LUIS] {
            assert!(!looked.text().contains(secret), "{secret}");
        }
        assert!(!case.stored().file.case.is(Flag::Stopped));
        let pressed = browser.post(&looked, &path, &[]);
        assert_eq!(pressed.location, Some(format!("{path}?done")), "{}", pressed.text());
        assert!(case.stored().file.case.is(Flag::Stopped));
        let done = browser.get(&format!("{path}?done"));
        assert!(done.text().contains("It is stopped") || done.text().contains("Det är stoppat"));
        // twice is fine
        assert_eq!(browser.post(&looked, &path, &[]).status, 303);
        assert_eq!(entries(&case, "stop"), 1);
        house.drain();
        assert!(house.newest_mail("karin@musik.example").0.contains("stopped from a known address"));

        house.app.store.clock.advance(Duration::hours(48));
        let send = case.step(Right::Access, "send");
        let posted = [("via", "post"), ("posted_on", "2026-03-04")];
        let blocked = Browser::of(&house, &maja).fill(&send, &send, &posted);
        assert_eq!(blocked.status, 409);
        assert!(blocked.text().contains("Somebody at an address on record stopped the case"));

        let (stop, desk) = (case.path("stop"), case.path("").trim_end_matches('/').to_owned());
        let caseworker = Browser::of(&house, &maja);
        assert_eq!(caseworker.get(&stop).location.as_ref(), Some(&desk));
        let page = caseworker.get(&desk);
        caseworker.post(&page, &stop, &[("reason", "Det är nog bra")]);
        assert!(case.stored().file.case.is(Flag::Stopped));
        let officer = Browser::of(&house, &karin);
        assert_eq!(officer.get(&desk).all(".next a.button", "href"), std::slice::from_ref(&stop));
        let empty = officer.fill(&stop, &stop, &[]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        assert_eq!(officer.fill(&stop, &stop, &[("reason", "Ringde båda: de bor ihop")]).status, 303);
        assert!(!case.stored().file.case.is(Flag::Stopped));
        house.drain();
        assert_eq!(house.newest_mail(LUIS).0, "Vi har undersökt saken och går vidare");
        assert!(officer.get(&desk).text().contains("The stop was lifted: Ringde båda: de bor ihop"));
        let sent = Browser::of(&house, &maja).fill(&send, &send, &posted);
        assert_eq!(sent.status, 303, "{}", sent.text());
    });
}

#[test]
fn a_code_to_the_very_address_on_record_is_its_own_notice_and_nothing_waits() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = by_somebody(&house, &maja);
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        let told = notices_to(&house, LUIS);
        assert_eq!(told.len(), 1, "the mail that leads to the code carries the stop");
        assert!(told[0].contains("/fetch/"));
        make_ready(&case, &browser, &Browser::of(&house, &jonas));
        let send = case.step(Right::Access, "send");
        assert_eq!(Browser::of(&house, &maja).fill(&send, &send, &[("via", "mail")]).status, 303);
        house.drain();
        assert!(house.link(LUIS, "/answer/").contains("/answer/"));
        assert_eq!(notices_to(&house, LUIS).len(), 1);
    });
}

#[test]
fn a_stop_after_the_release_closes_the_link_to_the_answer() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = by_somebody(&house, &maja);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    let token = stop_token(&house, LUIS);
    make_ready(&case, &browser, &Browser::of(&house, &jonas));
    let send = case.step(Right::Access, "send");
    assert_eq!(Browser::of(&house, &maja).fill(&send, &send, &[("via", "mail")]).status, 303);
    house.drain();
    let answer = house.link(LUIS, "/answer/").rsplit('/').next().unwrap().to_owned();
    assert!(indsigt::services::delivery::is_good(&house.app, &answer).unwrap());
    known::stop(&house.app, &token).unwrap();
    assert!(!indsigt::services::delivery::is_good(&house.app, &answer).unwrap());
    assert!(known::stop(&house.app, "no-such-token").is_err());
}
