//! Entering what came another way.

use super::Browser;
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::services::{Error, status};
use indsigt::store::{cases, files};

const CASEWORKER: &[Role] = &[Role::Caseworker];

fn changed<'a>(fields: &[(&'a str, &'a str)], change: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != change.0).collect();
    all.push(change);
    all
}

#[test]
fn a_letter_becomes_a_case_with_a_printed_receipt_shown_once() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    let form = browser.get("/desk/enter");
    assert_eq!(form.status, 200, "{}", form.words());
    let (csrf, key) = (form.value("csrf"), form.value("key"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("key", key.as_str()),
        ("channel", "letter"),
        ("received_on", "2026-02-27"),
        ("controller", "musik"),
        ("name", "Luna Eksempel"),
        ("address", "Prøvevej 1\r\n0000 Demoby"),
        ("protected", "yes"),
        ("words", "Vis mig alt, og slet det bagefter."),
        ("right", "access"),
        ("right", "erasure"),
        ("receipt", "print"),
        ("language", "da"),
    ];
    let with = |go: &'static str| [fields.as_slice(), &[("go", go)]].concat();
    let dates = browser.upload("/desk/enter", &with("dates"), None);
    assert_eq!(dates.status, 200);
    // 30 days after Friday 27 February, the organisation's promise
    assert!(dates.body.contains("datetime=\"2026-03-29\""), "{}", dates.words());
    assert_eq!(dates.value("name"), "Luna Eksempel");
    assert_eq!(databases.count("SELECT COUNT(*) FROM cases"), 0);

    let entered = browser.upload("/desk/enter", &with("enter"), Some(("scan.pdf", b"%PDF-1.7 a scan %%EOF")));
    assert_eq!(entered.status, 303, "{}", entered.words());
    assert!(entered.location().ends_with("/receipt"));
    let receipt = browser.get(entered.location());
    let keys = receipt.texts(".keys dd");
    assert_eq!((receipt.status, keys.len()), (200, 2), "{}", receipt.words());
    assert!(receipt.body.contains("Du vil se dine oplysninger"), "{}", receipt.words());
    // the code on it opens the conversation
    let controller = house.app.controllers.by_slug("musik").unwrap();
    assert!(status::open(&house.app, &controller.id, &keys[0], &keys[1], "127.0.0.1").is_ok());

    // sent twice it is one case; and nobody else sees the code
    let again = browser.upload("/desk/enter", &with("enter"), None);
    let case_path = entered.location().trim_end_matches("/receipt").to_owned();
    assert_eq!((again.status, again.location()), (303, case_path.as_str()));
    assert_eq!(databases.count("SELECT COUNT(*) FROM cases"), 1);
    let elsewhere = Browser::signed_in(&house, &ida);
    assert_eq!(elsewhere.get(entered.location()).location(), case_path);
    assert!(!elsewhere.get(&case_path).body.contains(&keys[1]));

    let case = case_path.rsplit('/').next().unwrap();
    let (stored, uploads) = house
        .app
        .store
        .look(|db| Ok::<_, Error>((cases::load(db, case)?, files::of_case(db, case, files::Kind::Upload)?)))
        .unwrap();
    assert_eq!(stored.file.case.received_on.to_string(), "2026-02-27");
    assert_eq!((stored.file.requests.len(), uploads.len()), (2, 1));
    let page = elsewhere.get(&case_path);
    assert!(page.body.contains("Protected identity") && !page.body.contains("Prøvevej"), "{}", page.words());
    assert!(page.body.contains("scan.pdf"));
}

#[test]
fn wrong_input_shows_the_form_again_with_everything_that_was_typed() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    let form = browser.get("/desk/enter");
    let (csrf, key) = (form.value("csrf"), form.value("key"));
    let good = [
        ("csrf", csrf.as_str()),
        ("key", key.as_str()),
        ("channel", "phone"),
        ("received_on", "2026-03-02"),
        ("name", "Luna Eksempel"),
        ("words", "Vis mig alt."),
        ("right", "access"),
        ("receipt", "print"),
        ("go", "enter"),
    ];
    for (change, field) in [
        (("channel", ""), "channel"),
        (("channel", "form"), "channel"),
        (("received_on", ""), "received_on"),
        (("received_on", "2026-02-30"), "received_on"),
        (("received_on", "2026-03-03"), "received_on"),
        (("received_on", "2026-01-02"), "late_reason"),
        (("name", ""), "name"),
        (("right", ""), "right"),
        (("right", "everything"), "right"),
        (("receipt", "mail"), "email"),
        (("email", "luna@"), "email"),
        (("kind", "parent"), "rep_name"),
    ] {
        let answer = browser.upload("/desk/enter", &changed(&good, change), None);
        assert_eq!((answer.status, answer.count(&format!("#{field}-error-1"))), (422, 1), "{change:?}");
        assert_eq!(answer.texts("textarea[name=words]"), ["Vis mig alt."]);
        assert_eq!(answer.value("key"), key);
    }
    let wrong_file =
        browser.upload("/desk/enter", &good, Some(("run.exe", b"MZ\x90\x00\x03\x00\x00\x00\x04")));
    assert_eq!((wrong_file.status, wrong_file.count("#file-error-1")), (422, 1), "{}", wrong_file.words());
    assert!(wrong_file.body.contains("run.exe"));
    let forged = browser.upload("/desk/enter", &changed(&good, ("csrf", "forged")), None);
    assert_eq!(forged.status, 403);
    assert_eq!(databases.count("SELECT COUNT(*) FROM cases"), 0);
    // a late letter with a reason is taken
    let late =
        changed(&changed(&good, ("received_on", "2026-01-02")), ("late_reason", "in another department"));
    assert_eq!(browser.upload("/desk/enter", &late, None).status, 303);
}

#[test]
fn a_mailed_receipt_carries_no_code() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    let form = browser.get("/desk/enter");
    let (csrf, key) = (form.value("csrf"), form.value("key"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("key", key.as_str()),
        ("channel", "mail"),
        ("received_on", "2026-03-02"),
        ("name", "Luna Eksempel"),
        ("email", "luna@example.org"),
        ("right", "marketing_objection"),
        ("receipt", "mail"),
        ("language", "en"),
        ("go", "enter"),
    ];
    let entered = browser.upload("/desk/enter", &fields, None);
    assert_eq!(entered.status, 303, "{}", entered.words());
    let receipt = browser.get(entered.location());
    assert_eq!(receipt.count(".keys dd"), 1, "{}", receipt.words());
    house.drain();
    let (_, text) = house.newest_mail("luna@example.org");
    assert!(text.contains(&receipt.texts(".keys dd")[0]));
}
