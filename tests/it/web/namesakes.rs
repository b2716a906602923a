//! Records that may be somebody else's: a namesake, a family with one mailbox, another
//! organisation's customers. Nothing of them is shown, ticked or given out by itself.

use super::browser::{Browser, Page};
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::package::verify;
use indsigt::store::{chain, tasks};
use std::io::{Cursor, Read};

/// Another customer of the name of `LUIS`, with one invoice.
const NAMESAKE: &str = "
    INSERT INTO Customer (CustomerId, FirstName, LastName, Email, City, Country)
        VALUES (60, 'Luís', 'Gonçalves', 'luis.den.anden@example.org', 'Malmö', 'Sweden');
    INSERT INTO Invoice (InvoiceId, CustomerId, InvoiceDate, Total)
        VALUES (9001, 60, '2013-12-22 00:00:00', 1.98);";
/// Customer 2, Leonie Köhler, uses the mailbox of customer 1.
const FAMILY: &str = "UPDATE Customer SET Email = 'luisg@embraer.com.br' WHERE CustomerId = 2;";

fn in_shop(databases: &Databases, sql: &str) {
    let shop = databases.folder().join("chinook.sqlite");
    rusqlite::Connection::open(shop).unwrap().execute_batch(sql).unwrap();
}

/// Sends the form that starts collecting: with everything ticked on the page, and more.
fn start(case: &Case<'_>, browser: &Browser<'_>, page: &Page, more: &[(&str, &str)]) -> Page {
    let one = |name: &str| page.all(&format!("input[name={name}]"), "value")[0].clone();
    let (request, source, due) = (one("request"), one("source"), one("due_on"));
    let mut fields = vec![("request", request.as_str()), ("source", &source), ("due_on", &due)];
    fields.extend(more);
    browser.post(page, &case.path("collect"), &fields)
}

#[test]
fn a_namesakes_record_is_masked_and_collected_only_for_a_reason_the_approver_reads() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    in_shop(&databases, NAMESAKE);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);

    let page = browser.get(&case.path("collect"));
    let all = page.all("input[name=record]", "value");
    let ticked = page.all("input[name=record][checked]", "value");
    assert_eq!((all.len(), ticked.len()), (2, 1), "{}", page.text());
    assert!(page.text().contains(LUIS), "the record the proven address points at is open");
    assert!(!page.text().contains("den.anden"), "the other is masked: {}", page.text());
    let namesake = all.iter().find(|value| **value != ticked[0]).unwrap();
    assert!(namesake.contains("60"), "{namesake}");
    let why = page.all("textarea[name^=why-]", "name");
    assert_eq!(why.len(), 1, "only a record nothing proven points at asks why");

    let both = [("record", ticked[0].as_str()), ("record", namesake.as_str())];
    let refused = start(&case, &browser, &page, &both);
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(refused.all(".error-summary a", "href"), [format!("#{}", why[0])]);
    assert_eq!(refused.count("input[name=record][checked]"), 2, "what was ticked stays");
    assert_eq!(case.state(Right::Access), State::Assessing);

    let reason = "Bytte adress i mars, ringde och läste upp båda kundnumren";
    let mut told = both.to_vec();
    told.push((why[0].as_str(), reason));
    assert_eq!(start(&case, &browser, &page, &told).status, 303);
    house.drain();
    let task = case.stored().file.tasks[0].id.clone();
    let finding = browser.get(&case.path(&format!("findings/{task}")));
    assert!(finding.text().contains("den.anden"), "{}", finding.text());
    let entries = house.app.store.look(|db| chain::steps(db, &case.id, 50)).unwrap();
    let entry = entries.iter().find(|row| row.kind == "record_justified").unwrap();
    let facts: serde_json::Value = serde_json::from_str(&entry.facts).unwrap();
    assert_eq!(
        facts,
        serde_json::json!({ "task": task }),
        "neither the reason nor the record stands in clear"
    );
    let history = browser.get(case.path("").trim_end_matches('/'));
    assert!(history.text().contains(reason), "{}", history.text());

    let fulfilled = [("outcome", "fulfilled"), ("words", "Här är allt vi har om dig.")];
    assert_eq!(case.answer(&browser, Right::Access, &fulfilled).status, 303);
    house.drain();
    let review = Browser::of(&house, &jonas).get(&case.step(Right::Access, "review"));
    assert!(review.text().contains(reason), "{}", review.text());
}

#[test]
fn a_mailbox_a_family_shares_points_at_nobody_alone() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    in_shop(&databases, FAMILY);
    let case = Case::named(&house, &maja, "Luís Gonçalves", LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);

    let page = browser.get(&case.path("collect"));
    assert_eq!(page.count("input[name=record]"), 2, "{}", page.text());
    assert_eq!(page.count("input[name=record][checked]"), 0, "{}", page.text());
    assert!(!page.text().contains(LUIS), "both are masked: {}", page.text());
    let all = page.all("input[name=record]", "value");
    let (at, own) = all.iter().enumerate().find(|(_, value)| value.contains("[1]")).expect("customer 1");
    let refused = start(&case, &browser, &page, &[("record", own)]);
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(case.state(Right::Access), State::Assessing);

    let why = page.all("textarea[name^=why-]", "name");
    let fields = [("record", own.as_str()), (why[at].as_str(), "Läste upp sitt kundnummer i telefonen")];
    assert_eq!(start(&case, &browser, &page, &fields).status, 303);
    house.drain();
    let task = case.stored().file.tasks[0].id.clone();
    let finding = browser.get(&case.path(&format!("findings/{task}"))).text();
    assert!(finding.contains("Gonçalves") && !finding.contains("Leonie"), "{finding}");
}

#[test]
fn a_namesake_staff_say_is_somebody_else_does_not_stand_in_the_way_of_nothing_held() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let nobody = "nobody@example.org";
    let case = Case::new(&house, &maja, nobody, &[Right::Access]);
    case.confirm_address(nobody);
    let browser = Browser::of(&house, &maja);
    let page = case.path("look-up");
    let found = browser.fill(&page, &page, &[("go", "search")]);
    assert!(case.stored().file.case.unproven_match);
    let early = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    assert!(early.status == 409 && early.text().contains("somebody else"), "{}", early.text());

    let seen = found.all("input[name=seen]", "value")[0].clone();
    let choose = case.path("look-up/choose");
    let none = [("seen", seen.as_str()), ("go", "none")];
    let approver = Browser::of(&house, &jonas).fill(&page, &choose, &none);
    assert_eq!(approver.status, 409, "{}", approver.text());
    assert!(case.stored().file.case.unproven_match, "whoever may not look people up says nothing of them");
    let ticked = [("seen", seen.as_str()), ("record", seen.as_str()), ("go", "none")];
    assert_eq!(browser.fill(&page, &choose, &ticked).status, 422);
    let said = browser.fill(&page, &choose, &none);
    assert_eq!(said.status, 303, "{}", said.text());
    assert!(!case.stored().file.case.unproven_match);
    let entries = house.app.store.look(|db| chain::steps(db, &case.id, 50)).unwrap();
    let entry = entries.iter().find(|row| row.kind == "records_chosen").unwrap();
    assert!(!entry.facts.contains("Customer"), "the key of the record is sealed: {}", entry.facts);
    let again = browser.fill(&page, &page, &[("go", "search")]);
    assert!(again.text().contains("A colleague has said that this is somebody else."), "{}", again.text());
    assert!(!case.stored().file.case.unproven_match, "it stays said");
    let written = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    assert_eq!(written.status, 303, "{}", written.text());
}

/// Staff called a number they know: level 2.
fn call(case: &Case<'_>, browser: &Browser<'_>) {
    let reached = [
        ("how", "phone"),
        ("at_on", "2026-03-02"),
        ("at_time", "10:20"),
        ("other_address", "+46 70 000 00 00"),
        ("place", "Customer card"),
        ("since_on", "2019-05-04"),
        ("sure", "Knew the last two orders"),
    ];
    let proven = browser.fill(&case.path("look-up"), &case.path("look-up/contact"), &reached);
    assert_eq!(proven.status, 303, "{}", proven.text());
}

/// Level 2 for a case of `musik-norden`, a task by hand, and the text of the package it ends in.
fn package_of(house: &House) -> String {
    let roles = [Role::Caseworker, Role::Approver];
    let maja = house.colleague("maja@musik.example", "Maja", &roles, Lang::En);
    let case = Case::new(house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(house, &maja);
    call(&case, &browser);
    let request = case.request(Right::Access);
    let hand = [("request", request.as_str()), ("due_on", "2026-03-09"), ("hand-1", "Old chat")];
    assert_eq!(browser.fill(&case.path("collect"), &case.path("collect"), &hand).status, 303);
    let task = case.path(&format!("tasks/{}", case.stored().file.tasks[0].id));
    let page = browser.get(&task);
    let found = [("found", "yes"), ("place", "The archive"), ("category", "Chat"), ("provided", "yes")];
    let taken = browser.upload(&page, &task, &found, ("chat.csv", b"When,Said\n2022-05-04,Hej\n"));
    assert_eq!(taken.status, 303, "{}", taken.text());
    house.drain();
    let fulfilled = [("outcome", "fulfilled"), ("words", "Här är allt vi har om dig.")];
    assert_eq!(case.answer(&browser, Right::Access, &fulfilled).status, 303);
    house.drain();
    let package = house.app.store.look(|db| tasks::package(db, &request)).unwrap().unwrap();
    let key = house.app.store.case_key(&case.id).unwrap();
    let mut bytes = Vec::new();
    house.app.store.files.read(&key, &package.file_id).unwrap().read_to_end(&mut bytes).unwrap();
    let verified = verify(Cursor::new(bytes)).unwrap();
    assert!(verified.is_whole(), "{:?}", verified.problems);
    serde_json::to_string(&verified.manifest.unwrap()).unwrap()
}

#[test]
fn a_case_is_searched_in_and_told_of_the_sources_of_its_own_controller_only() {
    let databases = Databases::sqlite();
    let house = House::with_shop_of(&databases, &["musik"]);
    let maja = house.colleague("mia@musik.example", "Mia", &[Role::Caseworker], Lang::En);
    // a case of musik-norden, about somebody the shop of musik knows
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let found = browser.fill(&case.path("look-up"), &case.path("look-up"), &[("go", "search")]);
    assert_eq!(found.status, 200, "{}", found.text());
    assert_eq!(found.count("input[name=record]"), 0, "{}", found.text());
    assert!(!case.stored().file.case.unproven_match);
    call(&case, &browser);
    let page = browser.get(&case.path("collect"));
    assert_eq!(page.count("input[name=source]"), 0, "{}", page.text());
    let request = case.request(Right::Access);
    let record = r#"["webshop",{"table":"Customer","key":[1]}]"#;
    for forged in [("source", "webshop"), ("record", record)] {
        let fields = [("request", request.as_str()), ("due_on", "2026-03-09"), forged];
        let refused = browser.post(&page, &case.path("collect"), &fields);
        assert_eq!(refused.status, 404, "{}", refused.text());
    }
    assert_eq!(case.state(Right::Access), State::Assessing);
    assert!(!package_of(&house).contains("webshop"), "a source of another controller");
}
