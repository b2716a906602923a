//! The queue and the search: what is due first stands first, and who looked is written down.

use super::Browser;
use super::cases::{Letter, enter};
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::right::Right;
use indsigt::services::Error;
use indsigt::store::{cases, chain};

const CASEWORKER: &[Role] = &[Role::Caseworker];

/// What the lists of one member of staff were entered as: what, and how many cases.
fn lists(house: &House, staff_id: &str) -> Vec<(String, usize)> {
    let rows =
        house.app.store.look(|db| chain::entries(db, &chain::staff_chain(staff_id)).map_err(Error::from));
    let read = rows.unwrap().into_iter().filter(|row| row.kind == "read");
    read.map(|row| {
        let facts: serde_json::Value = serde_json::from_str(&row.facts).unwrap();
        (facts["what"].as_str().unwrap().to_owned(), facts["cases"].as_array().unwrap().len())
    })
    .collect()
}

#[test]
fn what_is_due_first_stands_first_and_every_list_leaves_one_entry() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    // today is Monday 2 March 2026
    enter(&house, &ida, Letter { name: "Later Person", received_on: "2026-03-02", ..Letter::default() });
    enter(&house, &ida, Letter { name: "Late Person", received_on: "2026-01-20", ..Letter::default() });
    enter(&house, &ida, Letter { name: "Soon Person", received_on: "2026-02-05", ..Letter::default() });
    let both = [Right::Access, Right::Portability];
    enter(
        &house,
        &ida,
        Letter { name: "Two Rights", received_on: "2026-02-20", rights: &both, ..Letter::default() },
    );
    let browser = Browser::signed_in(&house, &ida);

    let queue = browser.get("/desk?tab=open");
    let names = queue.texts("a.who");
    assert_eq!(names, ["Late Person", "Soon Person", "Two Rights", "Two Rights", "Later Person"]);
    assert_eq!(queue.texts("tbody th[scope=rowgroup]"), ["Late · 1", "Within 7 days · 1", "Later · 3"]);
    assert!(queue.body.contains("1 of 2") && queue.body.contains("2 of 2"));
    let tabs = queue.texts("nav.tabs a");
    let (letters, tabs) = tabs.split_last().unwrap();
    assert_eq!(tabs, ["Mine 0", "Unassigned 5", "Due soon 1", "Late 1", "Paused 0", "All open 5", "Closed"]);
    assert_eq!(letters, "Letters to print 4", "a receipt for everybody who gave no mail address");

    assert_eq!(browser.get("/desk?tab=overdue").texts("a.who"), ["Late Person"]);
    assert_eq!(browser.get("/desk?tab=due_soon").texts("a.who"), ["Soon Person"]);
    let mine = browser.get("/desk");
    assert_eq!(mine.count("a.who"), 0);
    assert!(mine.body.contains("5 requests have no caseworker yet"), "{}", mine.words());
    let other = browser.get("/desk?tab=open&controller=musik-norden");
    assert_eq!(other.count("a.who"), 0);
    assert_eq!(browser.get("/desk?controller=nobody").status, 404);

    let queue = |cases| ("queue".to_owned(), cases);
    assert_eq!(lists(&house, &ida.id), [queue(4), queue(1), queue(1), queue(0), queue(0)]);
}

#[test]
fn a_long_queue_has_pages_that_miss_nothing() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    for at in 0..53 {
        enter(&house, &ida, Letter { name: &format!("Person {at}"), ..Letter::default() });
    }
    let first = browser.get("/desk?tab=unassigned");
    let page = scraper::Html::parse_document(&first.body);
    let next = scraper::Selector::parse("a[rel=next]").unwrap();
    let href = page.select(&next).next().unwrap().value().attr("href").unwrap().to_owned();
    let second = browser.get(&href);
    let mut names = [first.texts("a.who"), second.texts("a.who")].concat();
    assert_eq!((first.count("a.who"), second.count("a.who"), second.count("a[rel=next]")), (50, 3, 0));
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 53);
}

#[test]
fn the_search_is_exact_and_leaves_one_entry() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let case = enter(
        &house,
        &ida,
        Letter {
            name: "Åse Bay Jensen",
            email: Some("aase@example.org"),
            phone: Some("12 34 56 78"),
            ..Letter::default()
        },
    );
    enter(&house, &ida, Letter { name: "Jens Bayer", ..Letter::default() });
    let browser = Browser::signed_in(&house, &ida);
    let csrf = browser.get("/desk").value("csrf");
    let found = |typed: &str| browser.post("/desk/search", &[("csrf", &csrf), ("q", typed)]).texts("a.who");
    let reference = house
        .app
        .store
        .look(|db| cases::load(db, &case).map_err(Error::from))
        .unwrap()
        .reference
        .to_lowercase();
    for hit in ["AASE@example.org", "12345678", "+4512345678", "jensen", "åse JENSEN", reference.as_str()] {
        assert_eq!(found(hit), ["Åse Bay Jensen"], "{hit}");
    }
    for miss in ["aase@example.or", "1234567", "jens bay", "ens", "jensen jens", "K7QF-2M9D", ""] {
        assert!(found(miss).is_empty(), "{miss}");
    }
    assert_eq!(browser.get("/desk/search?q=jensen").count("a.who"), 0);
    let told = lists(&house, &ida.id);
    assert_eq!(told.len(), 1 + 6 + 7, "{told:?}");
    assert_eq!(told.iter().filter(|(what, cases)| what == "search" && *cases == 1).count(), 6);
}

#[test]
fn a_case_about_a_colleague_does_not_exist_for_them() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", &[Role::Caseworker, Role::Officer], Lang::En);
    let per = house.colleague("per@musik.example", "Per Demo", CASEWORKER, Lang::En);
    let case = enter(
        &house,
        &per,
        Letter { name: "Bo Demo Himself", about_staff: Some(&bo.id), ..Letter::default() },
    );
    let chief = house.colleague("chief@musik.example", "Chief Demo", &[Role::Officer], Lang::En);
    // Bo, although an officer; and Ida, who has nothing to do with it
    for nobody in [&bo, &ida] {
        let browser = Browser::signed_in(&house, nobody);
        let queue = browser.get("/desk?tab=open");
        assert_eq!(queue.count("a.who"), 0);
        let csrf = queue.value("csrf");
        assert_eq!(browser.post("/desk/search", &[("csrf", &csrf), ("q", "himself")]).count("a.who"), 0);
        assert_eq!(browser.get(&format!("/desk/cases/{case}")).status, 404);
        for (tail, field) in [("claim", "request"), ("note", "note"), ("message", "text"), ("assign", "to")] {
            let fields = [("csrf", csrf.as_str()), ("version", "1"), (field, "x")];
            assert_eq!(browser.post(&format!("/desk/cases/{case}/{tail}"), &fields).status, 404, "{tail}");
        }
    }
    let browser = Browser::signed_in(&house, &chief);
    assert_eq!(browser.get("/desk?tab=open").count("a.who"), 1);
    let page = browser.get(&format!("/desk/cases/{case}"));
    assert_eq!(page.status, 200);
    // it cannot be given to the one it is about
    assert!(!page.texts("#to option").contains(&"Bo Demo".to_owned()));
    let given = browser.send_from(&page, &format!("/desk/cases/{case}/assign"), &[("to", &ida.id)]);
    assert_eq!(given.status, 303, "{}", given.words());
    assert_eq!(Browser::signed_in(&house, &ida).get(&format!("/desk/cases/{case}")).status, 200);
}

#[test]
fn nobody_decides_about_the_jobs_of_a_case_about_themself() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
        let bo = house.colleague("bo@musik.example", "Bo Demo", &[Role::Officer], Lang::En);
        let chief = house.colleague("chief@musik.example", "Chief Demo", &[Role::Officer], Lang::En);
        house.drain();
        let email = Some("bo@private.example");
        enter(&house, &ida, Letter { name: "Bo", email, about_staff: Some(&bo.id), ..Letter::default() });
        databases.sql("UPDATE jobs SET state = 'dead' WHERE state = 'waiting'").unwrap();
        let job = databases.texts("SELECT id AS text FROM jobs WHERE state = 'dead'").remove(0);
        let tries = |colleague: &Colleague, step: &str| {
            let browser = Browser::signed_in(&house, colleague);
            let csrf = browser.get("/desk/jobs").value("csrf");
            assert_eq!(browser.post(&format!("/desk/jobs/{job}/{step}"), &[("csrf", &csrf)]).status, 303);
            databases.texts(&format!("SELECT state AS text FROM jobs WHERE id = '{job}'")).remove(0)
        };
        for nobody in [&bo, &ida] {
            assert_eq!((tries(nobody, "retry").as_str(), tries(nobody, "drop").as_str()), ("dead", "dead"));
            let page = Browser::signed_in(&house, nobody).get("/desk/jobs");
            assert!(!page.body.contains(&job), "it stands in no list of theirs: {}", page.words());
            assert_eq!(page.count("nav .count"), 0, "and is not counted: {}", page.body);
        }
        let page = Browser::signed_in(&house, &chief).get("/desk/jobs");
        assert!(page.body.contains(&job), "{}", page.words());
        assert_eq!(page.texts("nav .count").len(), 1);
        assert_eq!(tries(&chief, "retry"), "waiting");
    });
}

#[test]
fn why_a_job_failed_is_said_in_the_readers_language_and_a_fault_nobody_foresaw_shows_no_detail() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::Da);
    house.drain();
    enter(&house, &ida, Letter { email: Some("luna@private.example"), ..Letter::default() });
    let browser = Browser::signed_in(&house, &ida);
    let failed = |problem: &str| {
        databases
            .sql(&format!("UPDATE jobs SET state = 'dead', problem = '{problem}' WHERE kind = 'send_letter'"))
            .unwrap();
        let page = browser.get("/desk/jobs");
        let why = page.texts("tbody td:nth-child(3)").remove(0);
        (why, page.texts("tbody details p"))
    };
    let (why, detail) = failed("mail_refused: the mail server answered 550");
    assert!(why.starts_with("Mailserveren afviste mailen for altid."), "{why}");
    assert_eq!(detail, ["the mail server answered 550"]);
    for problem in ["broken: luna@private.example", "luna@private.example: something of another version"] {
        let (why, detail) = failed(problem);
        assert_eq!(why, "En fejl i programmet eller i det, det gemmer. Loggen siger mere.");
        assert!(detail.is_empty(), "{detail:?}");
    }
}

#[test]
fn a_protected_name_stands_in_no_list_and_a_destroyed_key_leaves_the_reference() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    enter(&house, &ida, Letter { name: "Hidden Person", is_protected: true, ..Letter::default() });
    let gone = enter(&house, &ida, Letter { name: "Gone Person", ..Letter::default() });
    let key = databases.texts(&format!("SELECT key_id AS text FROM cases WHERE id = '{gone}'"));
    house.app.store.vault.destroy("a case", &key[0], chrono::DateTime::UNIX_EPOCH).unwrap();
    let browser = Browser::signed_in(&house, &ida);
    let queue = browser.get("/desk?tab=open");
    assert_eq!(queue.status, 200);
    assert_eq!(queue.texts("a.who"), ["No name", "No name"]);
    assert_eq!(queue.count(".ref.small"), 2);
    assert!(!queue.body.contains("Hidden") && !queue.body.contains("Gone"));
    assert_eq!(browser.get(&format!("/desk/cases/{gone}")).status, 404);
}
