//! How long our own cases are kept, and how they go: over the pages an officer uses.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::case::Flag;
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::{Error, reminding, signing};
use indsigt::store::deliveries::{self, Allowance};
use indsigt::store::{cases, staff};

const LISTS: &str = "/desk/retention";

fn as_staff<T>(
    house: &House,
    who: &Colleague,
    case: &str,
    work: impl FnOnce(&Step<'_>) -> indsigt::services::Result<T>,
) -> T {
    let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &who.id)).unwrap());
    work(&Step { app: &house.app, actor: &actor, case_id: case, seen: None }).unwrap()
}

/// A case that the person withdrew on 2 March 2026.
fn closed<'a>(house: &'a House, maja: &Colleague) -> Case<'a> {
    let case = Case::new(house, maja, LUIS, &[Right::Access]);
    as_staff(house, maja, &case.id, |step| handling::withdraw(step, Vec::new(), Some("a letter".into())));
    case
}

fn is_gone(case: &Case<'_>) -> bool {
    let store = &case.house.app.store;
    let is_erased = case.stored().file.case.erased;
    assert_eq!(store.case_key(&case.id).is_err(), is_erased);
    is_erased
}

/// What lies in the list of cases that may be erased.
fn ready(page: &super::browser::Page) -> Vec<String> {
    page.all("form[action$=erase] input[name=case]", "value")
}

#[test]
fn a_closed_case_says_until_when_it_is_kept_and_is_erased_from_the_list_when_that_day_has_passed() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = closed(&house, &maja);
        let desk = format!("/desk/cases/{}", case.id);
        let page = Browser::of(&house, &karin).get(&desk);
        let said = "Kept until Tuesday 2 March 2027: 12 months after it was closed on 2 March 2026. \
                    Ended as: Withdrawn";
        assert!(page.text().replace('\u{a0}', " ").contains(said), "{}", page.text());

        databases.clock.advance(Duration::days(365));
        let karin_at_work = Browser::of(&house, &karin);
        let page = karin_at_work.get(LISTS);
        assert_eq!((page.status, ready(&page).len()), (200, 0), "its last day is today");
        let early = karin_at_work.post(&page, "/desk/retention/erase", &[("case", &case.id)]);
        assert_eq!(early.location.as_deref(), Some("/desk/retention?erased=0&left=1"));
        assert!(!is_gone(&case));

        databases.clock.advance(Duration::days(1));
        let karin_at_work = Browser::of(&house, &karin);
        let page = karin_at_work.get(LISTS);
        assert_eq!(ready(&page), [case.id.as_str()]);
        assert!(!page.html.contains("Gonçalves"), "a list to decide from needs no names");
        let listed = databases.count(&format!(
            "SELECT COUNT(*) FROM events WHERE kind = 'read' AND facts LIKE '%retention%' AND facts LIKE '%{}%'",
            case.id
        ));
        assert_eq!(listed, 1, "who looked at the list is entered");
        assert!(karin_at_work.get(&desk).text().contains("That day has passed."));
        let none = karin_at_work.post(&page, "/desk/retention/erase", &[]);
        assert_eq!((none.status, none.all(".error-summary a", "href")), (422, vec!["#case".to_owned()]));

        // whoever is no officer finds no list and erases nothing
        let maja_at_work = Browser::of(&house, &maja);
        assert_eq!(maja_at_work.get(LISTS).status, 404);
        let queue = maja_at_work.get("/desk");
        assert_eq!(maja_at_work.post(&queue, "/desk/retention/erase", &[("case", &case.id)]).status, 404);
        assert!(!is_gone(&case));

        let erased = karin_at_work.post(&page, "/desk/retention/erase", &[("case", &case.id)]);
        assert_eq!(erased.location.as_deref(), Some("/desk/retention?erased=1&left=0"), "{}", erased.text());
        assert!(is_gone(&case));
        assert!(karin_at_work.get("/desk/retention?erased=1&left=0").text().contains("One case is erased"));
        assert_eq!(karin_at_work.get(&desk).status, 404);
        assert_eq!(databases.count("SELECT COUNT(*) FROM erasing"), 0, "nothing is left to be done");
        let again = karin_at_work.post(&page, "/desk/retention/erase", &[("case", &case.id)]);
        assert_eq!(again.location.as_deref(), Some("/desk/retention?erased=0&left=1"));

        // what is left: reference, dates, outcome, and the chain
        let stored = case.stored();
        let request = &stored.file.requests[0];
        assert!(!stored.reference.is_empty() && request.outcome.is_some() && request.closed_at.is_some());
        let report = indsigt::store::verify::verify(&house.app.store, None, None).unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
        let key = indsigt::crypto::keys::CaseKey::generate();
        assert!(stored.person(&key).is_err());
    });
}

#[test]
fn a_second_factor_grown_old_is_asked_for_before_anything_is_erased_and_the_choice_is_kept() {
    let databases = Databases::sqlite();
    let (house, maja, _, karin) = staffed(&databases);
    let case = closed(&house, &maja);
    databases.clock.advance(Duration::days(366));
    let browser = crate::desk::Browser::signed_in(&house, &karin);
    let page = browser.get(LISTS);
    databases.clock.advance(Duration::minutes(6));
    let csrf = page.value("csrf");
    let stale = browser.post("/desk/retention/erase", &[("csrf", &csrf), ("case", &case.id)]);
    assert!(stale.location().starts_with("/desk/step-up?next="), "{}", stale.words());
    assert!(!is_gone(&case));
    let door = browser.get(stale.location());
    let (csrf, next, code) = (door.value("csrf"), door.value("next"), house.fresh_code(&karin));
    let proven = browser.post("/desk/step-up", &[("csrf", &csrf), ("otp", &code), ("next", &next)]);
    assert_eq!(proven.location(), LISTS);
    let again = browser.get(LISTS);
    assert_eq!(again.count("input[name=case][checked]"), 1);
    let csrf = again.value("csrf");
    browser.post("/desk/retention/erase", &[("csrf", &csrf), ("case", &case.id)]);
    assert!(is_gone(&case));
}

#[test]
fn a_legal_hold_says_who_and_why_and_keeps_the_case_until_it_is_lifted() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = closed(&house, &maja);
        let (desk, hold) = (format!("/desk/cases/{}", case.id), case.path("hold"));
        databases.clock.advance(Duration::days(366));
        let browser = Browser::of(&house, &karin);
        let page = browser.get(&desk);
        assert!(page.all("a.button", "href").contains(&hold), "{}", page.text());
        let empty = browser.fill(&hold, &hold, &[("reason", " ")]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        let set = browser.fill(&hold, &hold, &[("reason", "Sued before the district court")]);
        assert_eq!(set.location, Some(format!("{desk}?did=legal_hold_on")), "{}", set.text());
        let page = browser.get(&format!("{desk}?did=legal_hold_on"));
        for said in ["The case is on legal hold", "Legal hold", "Sued before the district court", "by Karin"]
        {
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }

        let lists = browser.get(LISTS);
        assert_eq!(ready(&lists), [""; 0]);
        assert!(lists.text().contains("There is a legal hold on it"), "{}", lists.text());
        // a form that was made by hand gets no further than the page
        let forced = browser.post(&lists, "/desk/retention/erase", &[("case", &case.id)]);
        assert_eq!(forced.location.as_deref(), Some("/desk/retention?erased=0&left=1"));
        assert!(!is_gone(&case));
        // a caseworker neither sets nor lifts it
        let other = Browser::of(&house, &maja);
        assert_eq!(other.get(&hold).status, 404);
        assert!(!other.get(&desk).all("a.button", "href").contains(&hold));

        let lifting = [("off", "yes"), ("reason", "Settled")];
        let lifted = browser.fill(&hold, &hold, &lifting);
        assert_eq!(lifted.location, Some(format!("{desk}?did=legal_hold_off")), "{}", lifted.text());
        let lists = browser.get(LISTS);
        assert_eq!(ready(&lists), [case.id.as_str()]);
        browser.post(&lists, "/desk/retention/erase", &[("case", &case.id)]);
        assert!(is_gone(&case));
    });
}

#[test]
fn a_link_that_opens_and_a_complaint_that_is_open_keep_the_case() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = closed(&house, &maja);
        let at_work = Browser::of(&house, &maja);
        let complains = case.path("complaint");
        let said =
            [("channel", "phone"), ("received_on", "2026-03-02"), ("complaint", "Det tog för lång tid.")];
        let entered = at_work.fill(&complains, &complains, &said).location.unwrap();
        let complaint =
            Case { house: &house, id: entered.replace("/desk/cases/", "").replace("?did=complaint", "") };
        house
            .app
            .store
            .write(&indsigt::domain::access::Actor::Person, |tx| {
                let allowed = Allowance { life: Duration::days(370), downloads: 5 };
                deliveries::make(tx, &case.id, &case.request(Right::Access), [3; 32], allowed)?;
                Ok::<_, Error>(())
            })
            .unwrap();
        databases.clock.advance(Duration::days(366));
        let browser = Browser::of(&house, &karin);
        let lists = browser.get(LISTS);
        for said in ["A link to the answer still works", "A complaint about it is open"] {
            assert!(lists.text().contains(said), "{said}: {}", lists.text());
        }
        assert_eq!(ready(&lists), [""; 0]);
        let (at_work, settles) = (Browser::of(&house, &maja), complaint.path("settle"));
        let settled = at_work.fill(&settles, &settles, &[("go", "settle"), ("words", "Du har rätt.")]);
        assert_eq!(settled.status, 303, "{}", settled.text());
        databases.clock.advance(Duration::days(5));
        let browser = Browser::of(&house, &karin);
        assert_eq!(ready(&browser.get(LISTS)), [case.id.as_str()]);
    });
}

#[test]
fn suspected_spam_lies_apart_and_is_deleted_after_two_weeks_by_an_officer_who_has_read_it() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let spam = unclaimed(&house, &maja);
        let (desk, bin) = (format!("/desk/cases/{}", spam.id), spam.path("bin"));
        let open = "/desk?tab=open";
        let at_work = Browser::of(&house, &maja);
        assert_eq!(at_work.get(open).count("table.queue a.who"), 1);
        let empty = at_work.fill(&bin, &bin, &[]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        let put = at_work.fill(&bin, &bin, &[("reason", "It sells watches")]);
        assert_eq!(put.location, Some(format!("{desk}?did=bin")), "{}", put.text());
        assert_eq!(at_work.get(open).count("table.queue"), 0, "it stands apart from the queue");
        assert!(at_work.get(&desk).text().contains("In the bin"));
        // nobody is reminded of it, whatever its dates say
        databases.clock.advance(Duration::days(2) - Duration::hours(1));
        assert_eq!(reminding::run(&house.app).unwrap(), 0);

        let browser = Browser::of(&house, &karin);
        let lists = browser.get(LISTS);
        let chosen = "form[action$=purge] input[name=case]";
        assert!(lists.text().contains(&spam.stored().reference) && lists.count(chosen) == 0);
        let purge = [("case", spam.id.as_str()), ("nobody_asks", "yes")];
        let early = browser.post(&lists, "/desk/retention/purge", &purge);
        assert_eq!(early.location.as_deref(), Some("/desk/retention?erased=0&left=1"));

        databases.clock.advance(Duration::days(13));
        let browser = Browser::of(&house, &karin);
        let lists = browser.get(LISTS);
        assert_eq!(lists.all(chosen, "value"), [spam.id.as_str()]);
        let unread = browser.post(&lists, "/desk/retention/purge", &purge[..1]);
        assert_eq!(
            (unread.status, unread.all(".error-summary a", "href")),
            (422, vec!["#nobody_asks".into()])
        );
        let gone = browser.post(&lists, "/desk/retention/purge", &purge);
        assert_eq!(gone.location.as_deref(), Some("/desk/retention?erased=1&left=0"), "{}", gone.text());
        assert!(is_gone(&spam));
    });
}

#[test]
fn what_was_no_spam_comes_back_to_the_queue_by_hand_or_with_whoever_takes_it() {
    let databases = Databases::sqlite();
    let (house, maja, _, _) = staffed(&databases);
    let case = unclaimed(&house, &maja);
    let bin = case.path("bin");
    let browser = Browser::of(&house, &maja);
    let due = case.stored().file.requests[0].dates;
    browser.fill(&bin, &bin, &[("reason", "It looks like an advertisement")]);
    let out = browser.fill(&bin, &bin, &[("out", "yes")]);
    assert_eq!(out.location, Some(format!("/desk/cases/{}?did=unbin", case.id)), "{}", out.text());
    assert_eq!(browser.get("/desk?tab=open").count("table.queue a.who"), 1);
    assert_eq!(case.stored().file.requests[0].dates, due);
    browser.fill(&bin, &bin, &[("reason", "Once more")]);
    let page = browser.get(&format!("/desk/cases/{}", case.id));
    browser.post(&page, &case.path("claim"), &[]);
    assert!(!case.stored().file.case.is(Flag::Bin));
    // what somebody works on is put in no bin
    assert_eq!(browser.get(&bin).location, Some(format!("/desk/cases/{}", case.id)));
}

/// A case that came in and that nobody has taken.
fn unclaimed<'a>(house: &'a House, by: &Colleague) -> Case<'a> {
    let letter = crate::desk::cases::Letter { email: Some("sell@spam.example"), ..Default::default() };
    let id = crate::desk::cases::enter(house, by, letter);
    assert!(house.app.store.look(|db| cases::load(db, &id)).unwrap().file.requests[0].assignee.is_none());
    Case { house, id }
}

#[test]
fn the_evidence_of_a_case_is_one_archive_that_can_be_checked_and_taking_it_is_an_entry() {
    use indsigt::domain::access::Role;
    use indsigt::domain::language::Lang;
    use sha2::{Digest, Sha256};
    use std::collections::BTreeMap;
    use std::io::Read;
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let auditor = house.colleague("aud@musik.example", "Aud", &[Role::Auditor], Lang::Sv);
        let case = closed(&house, &maja);
        house.drain();
        indsigt::worker::schedule::sign(&house.worker).unwrap();
        let (desk, path) = (format!("/desk/cases/{}", case.id), case.path("evidence"));
        let note = Browser::of(&house, &maja).fill(&desk, &case.path("note"), &[("note", "INSIDE-ONLY")]);
        assert_eq!(note.status, 303);
        let officer = Browser::of(&house, &karin);
        assert!(officer.get(&desk).all("a", "href").contains(&path));
        let (status, bytes) = officer.fetch(&path);
        assert_eq!(status, 200);

        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            files.insert(file.name().unwrap().into_owned(), bytes);
        }
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let mut hashed = 0;
        for line in text("SHA256SUMS").lines() {
            let (sha256, name) = line.split_once("  ").unwrap();
            let found: String = Sha256::digest(&files[name]).iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(found, sha256, "{name}");
            hashed += 1;
        }
        assert_eq!(hashed, files.len() - 1, "every file but the list itself");
        for lang in ["da", "sv", "en"] {
            assert!(text(&format!("README-{lang}.txt")).contains(&case.stored().reference));
        }
        let events: serde_json::Value = serde_json::from_str(&text("events.json")).unwrap();
        assert_eq!(events["is_whole"], true);
        let kinds: Vec<&str> =
            events["entries"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"withdraw") && kinds.last() == Some(&"evidence_taken"), "{kinds:?}");
        let facts: serde_json::Value = serde_json::from_str(&text("case.json")).unwrap();
        assert_eq!(facts["requests"][0]["outcome"], "withdrawn");
        assert!(facts["requests"][0]["computed"].as_array().unwrap().len() > 2);
        assert!(files.keys().any(|name| name.starts_with("letters/") && name.ends_with("withdrawn.txt")));
        let public_key = text("chain/public-key.pem");
        indsigt::crypto::chain::verify_head(&public_key, &text("chain/signed-head.jws")).unwrap();
        let page = text("evidence.html");
        assert!(page.contains("Withdrawn") && page.contains(&case.stored().reference), "{page}");
        let notes = files.values().filter(|b| b.windows(11).any(|w| w == b"INSIDE-ONLY")).count();
        assert_eq!(notes, 0, "what was noted inside stays inside");

        let history = officer.get(&desk).text();
        assert!(history.contains("The evidence of the case was taken out"), "{history}");
        // an auditor may too; who works on cases may not; an old second factor is asked for
        assert_eq!(Browser::of(&house, &auditor).fetch(&path).0, 200);
        assert_eq!(Browser::of(&house, &maja).fetch(&path).0, 404);
        databases.clock.advance(Duration::minutes(6));
        let asked = officer.get(&path);
        assert!(asked.location.is_some_and(|to| to.starts_with("/desk/step-up?next=")), "{}", asked.html);
    });
}
