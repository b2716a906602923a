//! The case page: everything the law allows and nothing else, for the one who looks.

use super::Browser;
use super::cases::{Letter, enter};
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::services::Error;
use indsigt::store::{chain, messages};

const CASEWORKER: &[Role] = &[Role::Caseworker];

fn reads(house: &House, case: &str) -> Vec<String> {
    let rows = house.app.store.look(|db| chain::entries(db, case).map_err(Error::from)).unwrap();
    let read = rows.into_iter().filter(|row| row.kind == "read");
    read.map(|row| serde_json::from_str::<serde_json::Value>(&row.facts).unwrap()["what"].to_string())
        .collect()
}

#[test]
fn the_page_says_what_is_next_and_every_look_leaves_an_entry() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let case = enter(&house, &ida, Letter { email: Some("luna@example.org"), ..Letter::default() });
    let browser = Browser::signed_in(&house, &ida);
    let path = format!("/desk/cases/{case}");
    let page = browser.get(&path);
    assert_eq!(page.status, 200, "{}", page.words());
    assert_eq!(page.texts("h1"), ["Luna Eksempel"]);
    assert_eq!(page.texts("#next"), ["Take the request"]);
    assert!(page.body.contains("Vis mig alt."));
    assert!(page.body.contains("Shown entries checked"));
    // due by the promise of 30 days: Wednesday 1 April 2026
    assert_eq!(page.texts("[aria-current=date] dd time"), ["Wed 1 Apr 2026"]);
    let history = page.texts(".history b");
    assert_eq!(history, ["Entered (Letter), received on 2 March 2026"]);
    browser.get(&path);
    browser.get("/desk/cases/0190a0b0-0000-7000-8000-000000000000");
    assert_eq!(reads(&house, &case), ["\"case\"", "\"case\""]);
    assert_eq!(browser.get("/desk/cases/..%2F..%2Fetc").status, 404);
}

#[test]
fn taking_a_request_moves_it_on_and_offers_what_the_table_offers() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let case = enter(&house, &ida, Letter::default());
    let browser = Browser::signed_in(&house, &ida);
    let path = format!("/desk/cases/{case}");
    let before = browser.get(&path);
    assert_eq!(before.texts(".card .state"), ["Received"]);
    let request = before.value("request");
    let taken = browser.send_from(&before, &format!("{path}/claim"), &[("request", &request)]);
    assert_eq!((taken.status, taken.location()), (303, format!("{path}?did=claim").as_str()));
    let after = browser.get(taken.location());
    assert_eq!(after.texts(".notice"), ["The case is yours now"]);
    assert_eq!(browser.get(&format!("{path}?did=nothing-there-is")).count(".notice"), 0);
    assert_eq!(after.texts(".card .state"), ["Assessing"]);
    assert_eq!(after.texts("#next"), ["Make sure who it is"]);
    assert_eq!(after.texts(".history b")[0], "Ida Demo took it");
    for href in ["look-up", "identity", "withdraw"] {
        assert_eq!(after.count(&format!("main a.button[href=\"{path}/{href}\"]")).min(1), 1, "{href}");
    }
    // below the level nothing is collected: the button says why
    let disabled = after.texts(".card button[disabled]");
    assert!(disabled.contains(&"Start collecting".to_owned()), "{disabled:?}");
    assert!(after.body.contains("Identity level 2 is needed"), "{}", after.words());
    // only an officer extends
    assert_eq!(after.count(&format!("a[href^=\"{path}/extend\"]")), 0);
    assert_eq!(browser.get("/desk").texts("a.who"), ["Luna Eksempel"]);
}

#[test]
fn an_auditor_sees_everything_and_changes_nothing() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let eva = house.colleague("eva@musik.example", "Eva Demo", &[Role::Auditor], Lang::En);
    let case = enter(&house, &ida, Letter::default());
    let browser = Browser::signed_in(&house, &eva);
    assert_eq!(browser.get("/desk").texts("a.who"), ["Luna Eksempel"]);
    let path = format!("/desk/cases/{case}");
    let page = browser.get(&path);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Vis mig alt."));
    assert_eq!((page.count("main form"), page.count("main button")), (0, 0));
    let csrf = page.value("csrf");
    for tail in ["claim", "assign", "note", "message"] {
        let fields = [("csrf", csrf.as_str()), ("version", "1"), ("note", "x"), ("text", "x")];
        assert_eq!(browser.post(&format!("{path}/{tail}"), &fields).status, 404, "{tail}");
    }
    assert_eq!(reads(&house, &case).len(), 1);
}

#[test]
fn the_second_of_two_people_sees_what_changed_and_keeps_what_they_typed() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", CASEWORKER, Lang::En);
    let case = enter(&house, &ida, Letter::default());
    let path = format!("/desk/cases/{case}");
    let (first, second) = (Browser::signed_in(&house, &ida), Browser::signed_in(&house, &bo));
    let stale = second.get(&path);
    let request = stale.value("request");
    house.app.store.clock.advance(chrono::Duration::minutes(2));
    let fresh = first.get(&path);
    assert_eq!(first.send_from(&fresh, &format!("{path}/claim"), &[("request", &request)]).status, 303);

    let claimed = second.send_from(&stale, &format!("{path}/claim"), &[("request", &request)]);
    assert_eq!(claimed.status, 409);
    assert!(claimed.texts("h1")[0].starts_with("Ida Demo"), "{:?}", claimed.texts("h1"));
    assert!(claimed.texts(".history b").contains(&"Ida Demo took it".to_owned()));
    let assigned =
        second.send_from(&stale, &format!("{path}/assign"), &[("to", &bo.id), ("request", &request)]);
    assert_eq!(assigned.status, 409);
    let words = "I called, nobody answered. <b>&";
    let note = second.send_from(&stale, &format!("{path}/note"), &[("note", words)]);
    assert_eq!((note.status, note.texts("textarea[name=note]")), (409, vec![words.to_owned()]));
    let message = second.send_from(&stale, &format!("{path}/message"), &[("text", words)]);
    assert_eq!((message.status, message.texts("textarea[name=text]")), (409, vec![words.to_owned()]));
    let kept = || house.app.store.look(|db| messages::of_case(db, &case).map_err(Error::from)).unwrap().len();
    let before = kept();

    // what was typed is sent again from the page that told about the change
    assert_eq!(
        second.send_from(&note, &format!("{path}/note"), &[("note", words)]).location(),
        format!("{path}?did=note")
    );
    assert_eq!(kept(), before + 1);
    let page = second.get(&path);
    assert!(page.body.contains("I called, nobody answered. &lt;b&gt;&amp;"), "{}", page.words());
}

#[test]
fn a_message_reaches_the_person_and_a_note_never_does() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let case = enter(&house, &ida, Letter { email: Some("luna@example.org"), ..Letter::default() });
    let path = format!("/desk/cases/{case}");
    let browser = Browser::signed_in(&house, &ida);
    let page = browser.get(&path);
    let empty = browser.send_from(&page, &format!("{path}/message"), &[("text", "  ")]);
    assert_eq!((empty.status, empty.count("#text-error-1")), (422, 1));
    assert_eq!(browser.send_from(&page, &format!("{path}/note"), &[("note", "SECRET-NOTE")]).status, 303);
    assert_eq!(browser.send_from(&page, &format!("{path}/message"), &[("text", "PUBLIC-WORDS")]).status, 303);
    house.drain();
    let page = browser.get(&path);
    assert!(page.body.contains("SECRET-NOTE") && page.body.contains("PUBLIC-WORDS"));
    let mails = house.mails();
    // receipt and "you have a message", neither with content
    assert_eq!(mails.iter().filter(|(to, ..)| to == "luna@example.org").count(), 2);
    assert!(mails.iter().all(|(_, _, text)| !text.contains("SECRET-NOTE") && !text.contains("PUBLIC-WORDS")));
}

#[test]
fn giving_a_request_away_needs_a_colleague_who_works_on_cases() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", CASEWORKER, Lang::En);
    let eva = house.colleague("eva@musik.example", "Eva Demo", &[Role::Auditor], Lang::En);
    let case = enter(&house, &ida, Letter::default());
    let path = format!("/desk/cases/{case}");
    let browser = Browser::signed_in(&house, &ida);
    let page = browser.get(&path);
    assert_eq!(page.texts("#to option"), ["Bo Demo", "Ida Demo"]);
    for nobody in ["", "somebody", eva.id.as_str()] {
        let refused = browser.send_from(&page, &format!("{path}/assign"), &[("to", nobody)]);
        assert_eq!((refused.status, refused.count("#to-error-1")), (422, 1), "{nobody}");
    }
    assert_eq!(browser.send_from(&page, &format!("{path}/assign"), &[("to", &bo.id)]).status, 303);
    assert_eq!(Browser::signed_in(&house, &bo).get("/desk").texts("a.who"), ["Luna Eksempel"]);
    assert_eq!(browser.get(&path).texts(".history b")[0], "Assigned to Bo Demo");
}

#[test]
fn a_file_is_fetched_as_an_attachment_and_a_letter_never_shows_the_code() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let file: (&str, &[u8]) = ("åses \"brev\".txt", b"just words <b>");
    let case = enter(&house, &ida, Letter { file: Some(file), ..Letter::default() });
    let other = enter(&house, &ida, Letter::default());
    let path = format!("/desk/cases/{case}");
    let browser = Browser::signed_in(&house, &ida);
    let page = browser.get(&path);
    let href = |page: &super::Answer, part: &str| {
        let html = scraper::Html::parse_document(&page.body);
        let links = scraper::Selector::parse("a[href]").unwrap();
        let mut all = html.select(&links).filter_map(|a| a.value().attr("href"));
        all.find(|href| href.contains(part)).unwrap().to_owned()
    };
    let at = href(&page, "/files/");
    let fetched = browser.get(&at);
    assert_eq!((fetched.status, fetched.body.as_bytes()), (200, file.1));
    let disposition = fetched.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment;") && disposition.contains("%C3%A5ses%20%22brev%22.txt"),
        "{disposition}"
    );
    assert_eq!(fetched.headers["content-security-policy"], "sandbox; default-src 'none'");
    assert_eq!(fetched.headers["cross-origin-resource-policy"], "same-origin");
    assert_eq!(fetched.headers["x-content-type-options"], "nosniff");
    // another case's address does not open it
    assert_eq!(browser.get(&at.replace(&case, &other)).status, 404);

    let letter = browser.get(&href(&page, "/letters/"));
    assert_eq!(letter.status, 200);
    assert!(letter.body.contains("•••• •••• ••••"), "{}", letter.words());
    assert_eq!(reads(&house, &case), ["\"case\"", "\"file\"", "\"letter\""]);
}

#[test]
fn a_national_number_somebody_wrote_is_hidden_until_it_is_asked_for_and_that_leaves_an_entry() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let words = "Mit nummer er 010190-1234. Ordre 4711-0815.";
    let file = Some(("pas 010190-1234.txt", b"a copy".as_slice()));
    let case = enter(&house, &ida, Letter { words, file, ..Letter::default() });
    let browser = Browser::signed_in(&house, &ida);
    let path = format!("/desk/cases/{case}");
    let hidden = browser.get(&path);
    assert!(!hidden.body.contains("010190-1234"), "{}", hidden.words());
    assert!(hidden.words().contains("Mit nummer er 010190-••••. Ordre 4711-0815."), "{}", hidden.words());
    assert!(hidden.words().contains("pas 010190-••••.txt"));
    let show = format!("{path}?numbers=shown");
    assert_eq!(hidden.count(&format!("#conversation a[href=\"{show}#conversation\"]")), 1);
    let shown = browser.get(&show);
    assert!(shown.words().contains("Mit nummer er 010190-1234."), "{}", shown.words());
    assert!(shown.words().contains("Hide the numbers again"));
    assert_eq!(reads(&house, &case), ["\"case\"", "\"numbers\""]);
    // nothing to hide, nothing offered
    let other = enter(&house, &ida, Letter::default());
    assert!(!browser.get(&format!("/desk/cases/{other}")).body.contains("numbers=shown"));
}
