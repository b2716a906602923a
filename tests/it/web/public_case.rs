//! An open conversation: messages, files, who one is, withdrawing, leaving.

use crate::support_web::{Answer, Browser, TestApp, link};
use chrono::{Duration, NaiveDate};
use indsigt::crypto::tokens;
use indsigt::domain::calendar::Country;
use indsigt::domain::decide::SendVia;
use indsigt::domain::identity::Level;
use indsigt::domain::outcome::Outcome;
use indsigt::domain::right::Right;
use indsigt::services::identity::{self, Question};
use indsigt::services::{answer, conversation, handling};
use indsigt::store::cases::{self, AnswerWords};
use indsigt::store::codes::{self, Proves, Purpose};
use indsigt::store::search;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A case with this reference's id, open in a browser.
fn opened<'a>(test: &'a TestApp, email: &str) -> (Browser<'a>, Answer, String) {
    let browser = test.browser();
    let (reference, code) = browser.ask_for_access("Freja Prøve", email);
    let status = browser.open(&reference, &code);
    assert_eq!(status.status, 200);
    (browser, status, test.case_id(&reference))
}

#[test]
fn messages_go_both_ways_and_notes_are_never_shown() {
    let test = TestApp::start();
    let (browser, status, case_id) = opened(&test, "f@example.com");
    let form = status.form("/case/message");
    let empty = browser.post(&form.clone().with("text", "  "));
    assert_eq!((empty.status, empty.errors()), (422, vec!["text".to_owned()]));
    let refused = browser.post(&form.clone().with("text", "See here").file("x.exe", b"MZ\x90\x00aaaa\x00"));
    assert_eq!(refused.errors(), ["file"]);
    assert_eq!(refused.form("/case/message").value("text"), "See here", "nothing typed is lost");
    assert!(refused.text().contains("/o/shop/case?lang=da") || refused.text().contains("&#x2f;case?lang=da"));
    let sent = browser.submit(&form.with("text", "<i>Here is a file</i>").file("order.txt", b"4711"));
    assert!(sent.words().contains("We have your message"));
    assert!(sent.words().contains("<i>Here is a file</i>") && !sent.text().contains("<i>Here"));
    assert!(sent.words().contains("order.txt"));
    test.step(&case_id, |step| conversation::note(step, "SECRET-NOTE"));
    test.step(&case_id, |step| conversation::staff_writes(step, "Thank you, we look at it."));
    let page = browser.get("/o/shop/case");
    assert!(page.words().contains("Thank you, we look at it."));
    assert!(!page.text().contains("SECRET-NOTE") && !page.text().contains("Maja"));
    let mails = test.mails_to("f@example.com");
    assert!(mails.iter().all(|mail| !mail.text.contains("we look at it")), "the mail says nothing of it");
}

#[test]
fn a_letter_with_a_link_or_a_code_is_never_shown_to_who_has_only_the_case_code() {
    let test = TestApp::start();
    let (browser, _, _) = opened(&test, "f@example.com");
    let confirm = link(&test.mails_to("f@example.com")[0], "/confirm/");
    let token = confirm.rsplit('/').next().unwrap();
    let page = browser.get("/o/shop/case").text();
    assert!(!page.contains(token));
    assert!(!page.contains("/case/letters/") && !page.contains("&#x2f;letters&#x2f;"));
}

#[test]
fn a_question_shows_as_a_pause_and_its_letter_can_be_read_here() {
    let test = TestApp::start();
    let (browser, _, case_id) = opened(&test, "f@example.com");
    test.clock.advance(Duration::days(1));
    test.step(&case_id, |step| indsigt::services::handling::claim(step, Vec::new()));
    let question = Question {
        reason: "the address is new to us".into(),
        item: "an answer from the address we had".into(),
        doubt_on: on("2026-03-03"),
        reply_by_on: on("2026-03-24"),
    };
    test.step(&case_id, |step| identity::ask(step, Vec::new(), &question));
    assert_eq!(browser.get("/o/shop/case").to(), "/o/shop/find?why=over", "half an hour is over");
    let page = reopened(&test, &browser, &case_id);
    let words = page.words();
    for expected in [
        "We are waiting for you",
        "an answer from the address we had",
        "While we wait, the clock stands still",
        "Paused, else",
    ] {
        assert!(words.contains(expected), "{expected} is missing in {words}");
    }
    let letter = page.text();
    let letter = letter.split("letters&#x2f;").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let letter = browser.get(&format!("/o/shop/case/letters/{letter}"));
    assert!(letter.words().contains("the address is new to us"));
    // another case's conversation does not open it
    let (other, _, _) = opened(&test, "g@example.com");
    let id = test.app.store.look(|db| indsigt::store::messages::of_case(db, &case_id)).unwrap();
    for message in id {
        assert_eq!(other.get(&format!("/o/shop/case/letters/{}", message.id)).status, 404);
    }
}

/// Opens the case of a browser again, with a code the test puts there.
fn reopened(test: &TestApp, browser: &Browser<'_>, case_id: &str) -> Answer {
    let code = "1234 5678 9012";
    let hash = identity::case_code_hash(&test.app, case_id, code);
    let system = indsigt::domain::access::Actor::System;
    test.app.store.write(&system, |tx| cases::set_code(tx, case_id, hash)).unwrap();
    let reference = test.app.store.look(|db| cases::load(db, case_id)).unwrap().reference;
    browser.open(&reference, code)
}

/// A link that fetches a code, as staff send it to an address on record.
pub fn code_link(test: &TestApp, case_id: &str, address: &str) -> String {
    let token = tokens::token();
    let proves = Proves {
        channel: indsigt::domain::identity::Channel::Email,
        address: address.into(),
        source: Some("shop".into()),
        on_record_since: Some(on("2020-01-01")),
    };
    test.app
        .store
        .write_case(&test.staff, case_id, |tx, key| {
            codes::make_link(tx, key, case_id, Purpose::Identity, token.hash, &proves, Duration::days(30))
        })
        .unwrap();
    format!("/o/shop/fetch/{}", *token.plain)
}

#[test]
fn a_mailed_code_proves_who_one_is_only_together_with_the_case() {
    let test = TestApp::start();
    let (browser, _, case_id) = opened(&test, "new@example.com");
    let path = code_link(&test, &case_id, "luis@record.example");
    let page = browser.get("/o/shop/case");
    assert!(page.words().contains("Open the e-mail at the address we already had"), "{}", page.words());
    // somebody who reads that mailbox, without the case
    let stranger = test.browser();
    for _ in 0..50 {
        let looked = stranger.get(&path);
        assert_eq!(looked.status, 200);
        assert!(looked.words().contains("l•••@record.example") && !looked.text().contains("luis@"));
        stranger.send(stranger.request(reqwest::Method::HEAD, &path));
    }
    assert!(test.mails_to("luis@record.example").is_empty(), "looking sends nothing");
    let asked = stranger.post(&stranger.get(&path).form(&path).with("go", "send"));
    assert_eq!(asked.to(), "/o/shop/find?why=code");
    let mails = test.mails_to("luis@record.example");
    assert_eq!(mails.len(), 1);
    let code = mails[0].text.split_whitespace().collect::<Vec<_>>();
    let code =
        code.windows(2).find(|w| w.iter().all(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit())));
    let code = code.unwrap_or_else(|| panic!("no code in {}", mails[0].text)).join(" ");
    let typed = stranger.get(&format!("{path}?sent")).form(&path).with("go", "enter").with("code", &code);
    assert_eq!(stranger.post(&typed).to(), "/o/shop/find?why=code");
    assert_eq!(test.count("SELECT COUNT(*) FROM cases WHERE level = 2"), 0);
    // the one whose case it is
    let form = browser.get("/o/shop/case").form("/case/identity");
    let wrong = browser.post(&form.clone().with("code", "0000 0000"));
    assert_eq!((wrong.status, wrong.errors()), (422, vec!["code".to_owned()]));
    let done = browser.submit(&form.with("code", &code));
    assert!(done.words().contains("Now we know it is you"));
    assert_eq!(test.count("SELECT COUNT(*) FROM cases WHERE level = 2"), 1);
    assert_eq!(browser.get(&path).status, 404, "the link is used up");
}

#[test]
fn withdrawing_can_be_undone_for_seven_days_and_the_date_stays() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access", "erasure"], "F", "f@example.com");
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, code) = crate::support_web::keys(&receipt);
    browser.open(&reference, &code);
    let choose = browser.get("/o/shop/case/withdraw");
    let none = browser.post(&choose.form("/case/withdraw"));
    assert_eq!((none.status, none.errors()), (422, vec!["request".to_owned()]));
    let stored = test.app.store.look(|db| cases::load(db, &test.case_id(&reference))).unwrap();
    let erasure = stored.file.requests.iter().find(|r| r.right == Right::Erasure).unwrap().id.clone();
    let done = browser.submit(&none.form("/case/withdraw").and("request", &erasure));
    assert!(done.words().contains("You have withdrawn your request"), "{}", done.words());
    assert!(done.words().contains("It has stopped. We go on with the rest"));
    assert!(done.text().contains("datetime=\"2026-03-09\""));
    let page = browser.get("/o/shop/case");
    assert!(page.words().contains("You withdrew the request"));
    let undone = browser.submit(&browser.get("/o/shop/case/withdrawn").form("/case/undo"));
    assert!(undone.words().contains("We have taken your request up again"), "{}", undone.words());
    let form = browser.get("/o/shop/case/withdraw").form("/case/withdraw").and("request", &erasure);
    browser.submit(&form);
    let late = browser.get("/o/shop/case/withdrawn").form("/case/undo");
    test.clock.advance(Duration::days(8));
    let case_id = test.case_id(&reference);
    let page = reopened(&test, &browser, &case_id);
    assert!(!page.text().contains("case&#x2f;undo") && !page.text().contains("/case/undo"));
    let form = crate::support_web::Filled {
        action: late.action,
        ..page.form("/case/leave").and("request", &erasure)
    };
    let refused = browser.post(&form);
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("That is not possible"), "{}", refused.words());
}

#[test]
fn leaving_ends_the_conversation_and_a_form_of_another_one_is_not_carried_out() {
    let test = TestApp::start();
    let (browser, status, _) = opened(&test, "f@example.com");
    let (other, _, _) = opened(&test, "g@example.com");
    let foreign = status.form("/case/message").with("text", "from elsewhere");
    let refused = other.post(&foreign);
    assert_eq!(refused.status, 422);
    assert!(!other.get("/o/shop/case").words().contains("from elsewhere"));
    assert_eq!(browser.post(&status.form("/case/leave")).to(), "/o/shop/find?why=left");
    assert_eq!(browser.get("/o/shop/case").to(), "/o/shop/find?why=over");
    assert_eq!(browser.post(&foreign).to(), "/o/shop/find?why=over");
}

#[test]
fn a_new_code_comes_over_the_confirmed_address_and_ends_the_old_one() {
    let test = TestApp::start();
    let (browser, _, case_id) = opened(&test, "f@example.com");
    let reference = test.app.store.look(|db| cases::load(db, &case_id)).unwrap().reference;
    let confirm = link(&test.mails_to("f@example.com")[0], "/confirm/");
    let path = confirm[confirm.find("/o/").unwrap()..].to_owned();
    browser.submit(&browser.get(&path).form(&path));
    let lost = browser.get("/o/shop/lost-code").form("/lost-code").with("reference", &reference);
    assert!(browser.submit(&lost).words().contains("Look in your e-mail"));
    let mails = test.mails_to("f@example.com");
    let mail = mails.last().unwrap();
    assert!(!mail.text.contains(&reference));
    let link = link(mail, "/new-code/");
    let path = link[link.find("/o/").unwrap()..].to_owned();
    for _ in 0..50 {
        assert_eq!(browser.get(&path).status, 200);
    }
    assert_eq!(browser.get("/o/shop/case").status, 200, "looking ends nothing");
    let shown = browser.post(&browser.get(&path).form(&path));
    let code = shown.first(".keys dd").unwrap();
    assert_eq!(browser.get("/o/shop/case").to(), "/o/shop/find?why=over");
    let opened = browser.open(&reference, &code);
    assert_eq!(opened.status, 200);
    assert!(opened.words().contains("A new code for this case was made"), "{}", opened.words());
    assert_eq!(test.count("SELECT count(*) FROM events WHERE kind = 'code_replaced'"), 1);
    let again = browser.post(&browser.get(&path).form(&path));
    assert_eq!(again.status, 404);
    assert!(again.words().contains("The link is closed"));
}

#[test]
fn when_nothing_was_held_every_step_of_the_closed_case_reads_as_done() {
    let test = TestApp::with("four_eyes = false\n");
    let (browser, _, case_id) = opened(&test, "f@example.com");
    let steps = |page: &Answer| page.all(".tracker li > b");
    let open = browser.get("/o/shop/case");
    assert!(open.words().contains("We collect your data") && open.words().contains("We check the answer"));
    let confirm = link(&test.mails_to("f@example.com")[0], "/confirm/");
    let path = confirm[confirm.find("/o/").unwrap()..].to_owned();
    browser.submit(&browser.get(&path).form(&path));
    test.step(&case_id, |step| indsigt::services::handling::claim(step, Vec::new()));
    let request_id = test.app.store.look(|db| cases::load(db, &case_id)).unwrap().file.requests[0].id.clone();
    let words = AnswerWords { searched: vec!["CRM".into()], ..AnswerWords::default() };
    let written = answer::Written { outcome: Outcome::NoData, words };
    test.step(&case_id, |step| answer::submit(step, &request_id, written));
    test.step(&case_id, |step| handling::approve(step, Vec::new(), true));
    let ready = browser.get("/o/shop/case");
    assert!(ready.words().contains("We have looked into what you asked"), "{}", ready.words());
    assert!(!ready.words().contains("searched"), "what is not sent yet is not told: {}", ready.words());
    test.step(&case_id, |step| answer::send(step, &request_id, SendVia::Mail, None));
    let closed = browser.get("/o/shop/case");
    assert_eq!(
        steps(&closed),
        ["Received", "We have searched for your data", "We have checked the answer", "We have answered you"]
    );
    assert!(!closed.words().contains("We know it is you"), "nobody proved it: {}", closed.words());
}

#[test]
fn letters_go_to_the_representative_and_nobody_is_known_by_what_the_representative_typed() {
    let test = TestApp::start();
    let browser = test.browser();
    let first = browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "access");
    let about = browser.submit(&first.with("go", "next"));
    let contact = browser.submit(&about.form("/ask/about").with("go", "next"));
    let form = contact.form("/ask/contact").with("name", "Ulla Ombud").with("email", "ulla@law.example");
    let who = browser.submit(&form.with("phone", "20 12 34 56").with("go", "next"));
    let form = who.form("/ask/who").with("who", "lawyer").with("person_name", "Birk Opdigtet");
    let wrong = browser.post(&form.clone().with("person_email", "birk@").with("go", "next"));
    assert_eq!(wrong.errors(), ["person_email"]);
    let form = form.with("person_email", "birk@home.example");
    let check = browser.submit(&form.with("go", "next"));
    assert!(check.words().contains("birk@home.example"), "{}", check.words());
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, code) = crate::support_web::keys(&receipt);
    let case_id = test.case_id(&reference);
    let confirm = link(&test.mails_to("ulla@law.example")[0], "/confirm/");
    assert!(test.mails_to("birk@home.example").is_empty(), "{}", confirm);
    let path = confirm[confirm.find("/o/").unwrap()..].to_owned();
    browser.submit(&browser.get(&path).form(&path));
    test.step(&case_id, |step| conversation::staff_writes(step, "We look at the authority."));
    assert_eq!(test.mails_to("ulla@law.example").len(), 2);
    assert!(test.mails_to("birk@home.example").is_empty());

    let stored = test.app.store.look(|db| cases::load(db, &case_id)).unwrap();
    let key = test.app.store.case_key(&case_id).unwrap();
    let person = stored.person(&key).unwrap();
    assert_eq!((person.email.as_deref(), person.phone.as_deref()), (Some("birk@home.example"), None));
    assert!(stored.file.case.address_confirmed, "the lawyer reads that mailbox");
    assert_eq!(stored.file.case.level, Level::Nothing, "which says nothing about the person");
    let known = identity::identifiers(&stored, &person, &[]);
    assert!(known.iter().all(|one| !one.proven && !one.value.contains("ulla")), "{known:?}");

    // a lost code goes where the letters go
    let lost = browser.get("/o/shop/lost-code").form("/lost-code").with("reference", &reference);
    browser.submit(&lost);
    link(test.mails_to("ulla@law.example").last().unwrap(), "/new-code/");
    assert!(test.mails_to("birk@home.example").is_empty());
    // staff find the case by either
    for typed in ["ulla@law.example", "birk@home.example", "20 12 34 56"] {
        let store = &test.app.store;
        let found = store.look(|db| search::find(store, db, typed, &[Country::Dk])).unwrap();
        assert_eq!(found, [case_id.as_str()], "{typed}");
    }
    assert_eq!(browser.open(&reference, &code).status, 200);
}

#[test]
fn what_a_representative_gave_twice_is_theirs_and_not_the_persons() {
    let test = TestApp::start();
    let browser = test.browser();
    let first = browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "access");
    let about = browser.submit(&first.with("go", "next"));
    let contact = browser.submit(&about.form("/ask/about").with("go", "next"));
    let form = contact.form("/ask/contact").with("name", "Ulla Ombud").with("email", "ulla@law.example");
    let who = browser.submit(&form.with("phone", "20 12 34 56").with("go", "next"));
    let form = who.form("/ask/who").with("who", "parent").with("person_name", "Birk Opdigtet");
    let form = form.with("person_email", "Ulla@law.example").with("person_phone", "20123456");
    let check = browser.submit(&form.with("go", "next"));
    let (reference, _) =
        crate::support_web::keys(&browser.submit(&check.form("/ask/check").with("go", "send")));
    let case_id = test.case_id(&reference);
    let stored = test.app.store.look(|db| cases::load(db, &case_id)).unwrap();
    let person = stored.person(&test.app.store.case_key(&case_id).unwrap()).unwrap();
    assert_eq!((person.email, person.phone), (None, None));
}

#[test]
fn reloading_the_page_makes_no_chain_grow() {
    let test = TestApp::start();
    let (browser, _, case_id) = opened(&test, "f@example.com");
    let reads =
        || test.count(&format!("SELECT COUNT(*) FROM events WHERE chain = '{case_id}' AND kind = 'read'"));
    assert_eq!(reads(), 1);
    for _ in 0..20 {
        assert_eq!(browser.get("/o/shop/case").status, 200);
    }
    assert_eq!(reads(), 1, "one entry says that this browser looked in this minute");
    test.clock.advance(Duration::minutes(1));
    browser.get("/o/shop/case");
    browser.get("/o/shop/case");
    assert_eq!(reads(), 2);
    let fetch = code_link(&test, &case_id, "f@example.com");
    for _ in 0..20 {
        assert_eq!(browser.get(&fetch).status, 200);
    }
    assert_eq!(reads(), 3, "nor does a link");
}

#[test]
fn how_each_date_came_about_is_told_and_the_same_sum_only_once() {
    let test = TestApp::start();
    let (browser, one, _) = opened(&test, "f@example.com");
    assert_eq!((one.all("#how table").len(), one.all("#how h3").len()), (1, 0));
    let mut form = browser.get("/o/shop/ask/rights").form("/ask/rights").with("go", "next");
    for right in ["access", "erasure", "consent_withdrawal"] {
        form = form.and("right", right);
    }
    let about = browser.submit(&form).form("/ask/about").with("words", "All").with("go", "next");
    let contact = browser.submit(&about.with("consent_which", "The newsletter")).form("/ask/contact");
    let contact = contact.with("name", "Gro").with("email", "g@example.com").with("go", "next");
    let who = browser.submit(&contact).form("/ask/who").with("who", "self").with("go", "next");
    let receipt = browser.submit(&browser.submit(&who).form("/ask/check").with("go", "send"));
    let (reference, code) = crate::support_web::keys(&receipt);
    let page = browser.open(&reference, &code);
    let heads = page.all("#how h3");
    assert_eq!((page.all("#how table").len(), heads.len()), (2, 2), "{}", page.words());
    assert!(heads[0].contains("See my information") && heads[0].contains("Erase"), "{heads:?}");
    assert_eq!(heads[1], "Withdraw a consent");
}

#[test]
fn the_hint_at_a_file_names_the_limits_of_the_configuration_and_the_person_to_ask_is_named() {
    let test = TestApp::with("[limits]\nfile_mib = 3\nfiles_per_case = 2\n");
    let browser = test.browser();
    let hint = "up to 3\u{a0}MB. One file at a time, 2 in all in a case.";
    let check = browser.fill_in(&["access"], "Freja", "f@example.com");
    assert!(check.all(".hint").iter().any(|said| said.contains(hint)), "{}", check.words());
    let (_, status, _) = opened(&test, "g@example.com");
    assert!(status.all(".hint").iter().any(|said| said.contains(hint)), "{}", status.words());
    for page in [browser.get("/o/shop"), check, status] {
        assert!(page.first("footer").unwrap().contains("Ask for Karin Prøve"), "{}", page.text());
    }
    let start = browser.get("/o/shop");
    assert!(start.words().contains("Ask for Karin Prøve"));
    assert!(
        start.all("main p").contains(&"Shop".to_owned()),
        "what it does, above the form: {}",
        start.words()
    );
}
