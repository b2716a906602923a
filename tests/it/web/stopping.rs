//! Marketing that is stopped: at the desk, by a link, on the list, and on the pages that tell of it.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::http::{Answer, Request};
use crate::support::{Databases, House, on_both};
use indsigt::domain::access::Actor;
use indsigt::domain::language::Lang;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::stop_links::{self, Pressed};
use indsigt::services::{Error, suppression};
use indsigt::store::cases;

const NORA: &str = "nora@people.example";

fn send(house: &House, request: Request) -> Answer {
    let host = house.address.trim_start_matches("http://").to_owned();
    request.header("Host", &host).send(host.parse().unwrap()).unwrap()
}

fn link(house: &House, right: Right, email: &str) -> String {
    let controller = house.app.controllers.by_slug("musik").unwrap();
    let link = stop_links::make(&house.app, controller, right, email, Some(Lang::En)).unwrap().unwrap();
    assert!(!link.contains("nora"), "{link}");
    link.trim_start_matches(&house.address).to_owned()
}

fn is_on(house: &House, typed: &str) -> bool {
    is_on_list_of(house, "musik", typed)
}

fn is_on_list_of(house: &House, slug: &str, typed: &str) -> bool {
    let controller = house.app.controllers.by_slug(slug).unwrap();
    !suppression::among(&house.app, controller, [typed]).unwrap().is_empty()
}

fn all_cases(house: &House) -> Vec<String> {
    cases::newest_ids(&house.app.store, 100).unwrap()
}

#[test]
fn marketing_is_stopped_in_one_form_and_the_letter_says_what_when_and_who_was_told() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::MarketingObjection]);
    let browser = Browser::of(&house, &maja);
    let path = case.step(Right::MarketingObjection, "stopped");
    let page = browser.get(case.path("").trim_end_matches('/'));
    assert!(page.all("a.button", "href").contains(&path), "{}", page.html);

    let page = browser.get(&path);
    assert_eq!(page.status, 200, "{}", page.text());
    let none = browser.post(&page, &path, &[("stopped_on", "2026-03-02"), ("stopped_time", "10:12")]);
    assert_eq!((none.status, none.all(".error-summary a", "href")), (422, vec!["#channel".to_owned()]));
    assert_eq!(case.state(Right::MarketingObjection), State::Assessing, "nothing was done");
    assert!(!is_on(&house, LUIS));

    let fields = [
        ("channel", "email"),
        ("channel", "photo_portrait"),
        ("stopped_on", "2026-03-02"),
        ("stopped_time", "10:12"),
        ("told", "Brevdue ApS\n\nPostbud A/S"),
        ("more", "old@people.example"),
    ];
    let done = browser.post(&page, &path, &fields);
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(case.state(Right::MarketingObjection), State::InReview);
    let controller = house.app.controllers.get(&case.stored().file.case.controller_id).unwrap();
    let is_on_its_list = |typed: &str| is_on_list_of(&house, &controller.slug, typed);
    assert!(is_on_its_list(LUIS) && is_on_its_list("OLD@people.example"));
    assert!(!is_on_its_list("other@people.example"));
    let others = house.app.controllers.all().iter().filter(|other| other.id != controller.id);
    assert!(others.clone().count() == 1 && others.into_iter().all(|o| !is_on_list_of(&house, &o.slug, LUIS)));

    assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::MarketingObjection).status, 303);
    let send = case.step(Right::MarketingObjection, "send");
    let browser = Browser::of(&house, &maja);
    let sent = browser.fill(&send, &send, &[("via", "mail")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    house.drain();
    let letter = house.newest_mail(LUIS).1;
    for part in ["2 mars 2026", "kl. 10", "nyhetsbrev", "Brevdue ApS", "Postbud A/S", "tryckt", "avtryck"] {
        let flat = letter.replace('\u{a0}', " ");
        assert!(flat.contains(part), "{part}: {letter}");
    }
    assert_eq!(case.state(Right::MarketingObjection), State::Closed);
}

#[test]
fn the_common_answer_form_does_not_answer_an_objection_to_marketing() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::MarketingObjection]);
    let browser = Browser::of(&house, &maja);
    let fields = [("outcome", "fulfilled"), ("words", "Stopped.")];
    let answer = case.answer(&browser, Right::MarketingObjection, &fields);
    assert!(answer.status == 422 && answer.text().contains("on the page"), "{}", answer.text());
    let refused = case.answer(&browser, Right::MarketingObjection, &[("outcome", "refused")]);
    assert_eq!(refused.status, 409, "it cannot be refused");
    let other = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let nowhere = browser.get(&other.step(Right::Access, "stopped"));
    assert_eq!(nowhere.status, 303, "access is not answered by a stop");
}

#[test]
fn a_link_stops_at_the_first_press_from_anywhere_and_makes_one_case() {
    on_both(|databases| {
        let house = House::on(databases);
        let path = link(&house, Right::MarketingObjection, NORA);
        let page = send(&house, Request::new("GET", &path));
        assert!(page.status == 200 && page.text().contains("Stop marketing"), "{}", page.text());
        assert!(!is_on(&house, NORA), "looking stops nothing");

        // as a mail program does it: no cookie, no token, from elsewhere (RFC 8058)
        let press = || {
            Request::new("POST", &path)
                .header("Origin", "https://mail.example")
                .header("Sec-Fetch-Site", "cross-site")
                .form(&[("List-Unsubscribe", "One-Click")])
        };
        let first = send(&house, press());
        assert!(first.status == 200 && first.text().contains("It is stopped"), "{}", first.text());
        assert!(is_on(&house, NORA), "at once");
        let second = send(&house, press());
        assert!(second.status == 200 && second.text().contains("stopped already"), "{}", second.text());
        let another = send(
            &house,
            Request::new("POST", &link(&house, Right::MarketingObjection, "Nora@People.example")),
        );
        assert_eq!(another.status, 200);
        assert_eq!(all_cases(&house).len(), 1);

        let stored =
            house.app.store.look(|db| Ok::<_, Error>(cases::load(db, &all_cases(&house)[0])?)).unwrap();
        let rights: Vec<Right> = stored.file.requests.iter().map(|r| r.right).collect();
        assert_eq!(rights, [Right::MarketingObjection]);
        house.drain();
        assert_eq!(house.mails().iter().filter(|(to, ..)| to == NORA).count(), 1, "one receipt");

        // taken off because she asked for it; the old link works again
        let controller = house.app.controllers.by_slug("musik").unwrap();
        suppression::lift(&house.app, &Actor::System, controller, NORA, "She asked on the phone").unwrap();
        assert!(!is_on(&house, NORA));
        send(&house, press());
        assert!(is_on(&house, NORA));
        assert_eq!(all_cases(&house).len(), 2);
    });
}

#[test]
fn a_changed_link_a_foreign_one_and_one_for_another_controller_stop_nothing() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let path = link(&house, Right::MarketingObjection, NORA);
    let (before, last) = path.split_at(path.len() - 1);
    let changed = format!("{before}{}", if last == "A" { "B" } else { "A" });
    let elsewhere = path.replace("/o/musik/", "/o/musik-norden/");
    for wrong in [changed.as_str(), &elsewhere, "/o/musik/stop/AAAA", "/o/musik/stop/%3Cb%3E"] {
        for method in ["GET", "POST"] {
            assert_eq!(send(&house, Request::new(method, wrong)).status, 404, "{method} {wrong}");
        }
    }
    assert!(!is_on(&house, NORA));
    assert!(all_cases(&house).is_empty());
}

#[test]
fn a_link_that_says_so_withdraws_a_consent_and_fourteen_months_do_not_end_it() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let path = link(&house, Right::ConsentWithdrawal, NORA);
    house.app.store.clock.advance(chrono::Duration::days(430));
    assert!(send(&house, Request::new("POST", &path)).text().contains("consent is withdrawn"));
    assert!(send(&house, Request::new("POST", &path)).text().contains("stopped already"));
    let ids = all_cases(&house);
    assert_eq!(ids.len(), 1);
    let stored = house.app.store.look(|db| Ok::<_, Error>(cases::load(db, &ids[0])?)).unwrap();
    assert_eq!(stored.file.requests[0].right, Right::ConsentWithdrawal);
    assert!(is_on(&house, NORA));
}

#[test]
fn two_presses_at_once_make_one_case() {
    on_both(|databases| {
        let house = House::on(databases);
        let controller = house.app.controllers.by_slug("musik").unwrap().clone();
        let token = link(&house, Right::MarketingObjection, NORA).rsplit('/').next().unwrap().to_owned();
        let press = || stop_links::press(&house.app, &controller, &token, Lang::En, "127.0.0.1");
        let made: Vec<_> = std::thread::scope(|scope| {
            let all: Vec<_> = (0..6).map(|_| scope.spawn(press)).collect();
            all.into_iter().map(|one| one.join().unwrap().unwrap()).collect()
        });
        let stopped = made.iter().filter(|one| matches!(one, Pressed::Stopped { .. })).count();
        assert_eq!((stopped, all_cases(&house).len()), (1, 1));
    });
}

#[test]
fn the_list_is_kept_without_addresses_and_refuses_to_open_with_another_secret() {
    on_both(|databases| {
        {
            let house = House::on(databases);
            send(&house, Request::new("POST", &link(&house, Right::MarketingObjection, NORA)));
            assert!(is_on(&house, NORA));
        }
        let house = House::on(databases);
        assert!(is_on(&house, NORA), "a restart changes nothing");
        let secret = house.app.store.secrets.suppression();
        let refuse = |secret: &[u8; 32]| {
            let mut db = house.app.store.pools.reader.get().unwrap();
            indsigt::store::suppressions::refuse_other_secret(&mut db, secret)
        };
        assert_eq!(refuse(secret), Ok(()));
        assert!(refuse(&[7; 32]).unwrap_err().contains("suppression list"));
    });
}

#[test]
fn the_right_to_object_and_the_privacy_notice_stand_apart_and_are_linked_from_the_form() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let get = |path: &str| {
        let page = send(&house, Request::new("GET", path).header("Accept-Language", "en")).text();
        page.replace("&#x2f;", "/").replace('\u{a0}', " ")
    };
    let notice = get("/o/musik/right-to-object");
    for part in
        ["Article 21(1)", "Article 21(2)", "privatliv@musik.example", "00 00 00 00", "musik/ask/rights"]
    {
        assert!(notice.contains(part), "{part}");
    }
    let privacy = get("/o/musik/privacy");
    for part in ["Musikhuset A/S", "Karin Demo", "12 months", "Datatilsynet", "no", "(c)"] {
        assert!(privacy.contains(part), "{part}: {privacy}");
    }
    for (lang, word) in [("da", "indsigelse"), ("sv", "invändningar")] {
        let page = get(&format!("/o/musik/right-to-object?lang={lang}"));
        assert!(page.contains(word), "{lang}");
    }
    let start = get("/o/musik");
    assert!(start.contains("musik/right-to-object") && start.contains("musik/privacy"));
    assert!(get("/o/musik/ask/rights").contains("musik/privacy"));
}
