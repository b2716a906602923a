//! Fetching an answer: link, second secret, counted downloads, revoking.

use crate::support_web::{Answer, Browser, Filled, TestApp, link};
use chrono::{Days, Duration};
use indsigt::domain::decide::SendVia;
use indsigt::domain::identity::{Channel, ProofWay};
use indsigt::domain::outcome::Outcome;
use indsigt::services::answer::{self, Written};
use indsigt::services::collection::{self, Asked, HandAnswer};
use indsigt::services::contact::{self, ContactBack};
use indsigt::services::records::{About, PastedAs};
use indsigt::services::uploads::Incoming;
use indsigt::services::{delivery, handling, intake};
use indsigt::store::cases::{self, AnswerWords};
use indsigt::store::tasks;
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// An answered access request.
struct Answered<'a> {
    test: &'a TestApp,
    browser: Browser<'a>,
    case_id: String,
    request_id: String,
    reference: String,
    code: String,
    path: String,
}

/// Answers a case of `luis@record.example` with what `paste` holds, and a document of some size.
fn answered<'a>(test: &'a TestApp, document: Option<Vec<u8>>) -> Answered<'a> {
    let browser = test.browser();
    let (reference, code) = browser.ask_for_access("Luís Prøve", "luis@record.example");
    let case_id = test.case_id(&reference);
    test.step(&case_id, |step| handling::claim(step, Vec::new()));
    let contact = ContactBack {
        seen_files: Vec::new(),
        way: ProofWay::ContactBack,
        channel: Channel::Email,
        address: "luis@record.example".into(),
        on_record: "customer card".into(),
        note: "wrote to the address on the card".into(),
        on_record_since: Some(test.today() - Days::new(400)),
        is_typed: true,
        is_confirmed: true,
    };
    test.step(&case_id, |step| contact::contact_back(step, contact));
    let due_on = test.today() + Days::new(5);
    let hand = |name: &str| Asked { name: name.into(), question: "What do you hold?".into(), due_on };
    test.step(&case_id, |step| {
        collection::start(step, Vec::new(), &[], &[hand("CRM"), hand("Archive")], due_on)
    });
    let key = test.app.store.case_key(&case_id).unwrap();
    let tasks = test.app.store.look(|db| tasks::names(db, &key, &case_id)).unwrap();
    for (task, name) in &tasks {
        let answer = match (&document, name.as_str()) {
            (Some(bytes), "Archive") => HandAnswer::Found {
                pasted: String::new(),
                pasted_as: PastedAs::Text,
                files: vec![attached(test, &case_id, bytes)],
                about: About::default(),
            },
            _ => HandAnswer::Found {
                pasted: format!("CANARY of {name}"),
                pasted_as: PastedAs::Text,
                files: Vec::new(),
                about: About::default(),
            },
        };
        test.step(&case_id, |step| collection::answer_by_hand(step, task, answer, "all of it"));
    }
    test.drain();
    let request_id = test.app.store.look(|db| cases::load(db, &case_id)).unwrap().file.requests[0].id.clone();
    let words = AnswerWords { words: "Here is everything.".into(), ..AnswerWords::default() };
    let written = Written { outcome: Outcome::Fulfilled, words };
    test.step(&case_id, |step| answer::submit(step, &request_id, written));
    test.drain();
    // the one who wrote it may not approve it
    let officer = indsigt::services::staff::invite(
        &test.app,
        &indsigt::domain::access::Actor::System,
        "karin@shop.example",
        "Karin",
        &[indsigt::domain::access::Role::Approver],
        indsigt::domain::language::Lang::En,
    );
    let karin = indsigt::domain::access::Actor::Staff {
        id: officer.unwrap().id,
        roles: vec![indsigt::domain::access::Role::Approver],
    };
    let step = handling::Step { app: &test.app, actor: &karin, case_id: &case_id, seen: None };
    handling::approve(&step, Vec::new(), true).unwrap();
    test.step(&case_id, |step| answer::send(step, &request_id, SendVia::Mail, None));
    let mails = test.mails_to("luis@record.example");
    let link = link(mails.last().unwrap(), "/answer/");
    let path = link[link.find("/o/").unwrap()..].to_owned();
    Answered { test, browser, case_id, request_id, reference, code, path }
}

fn attached(test: &TestApp, case_id: &str, bytes: &[u8]) -> intake::Attached {
    let key = test.app.store.case_key(case_id).unwrap();
    let mut incoming = Incoming::begin(&test.app, &key, "scan.pdf").unwrap();
    incoming.chunk(bytes).unwrap();
    incoming.finish().unwrap().unwrap()
}

impl Answered<'_> {
    fn unlocked(&self) -> Answer {
        let form = self.browser.get(&self.path).form(&self.path).with("code", &self.code);
        let opened = self.browser.post(&form);
        assert_eq!(opened.to(), self.path);
        self.browser.get(&self.path)
    }

    fn button(&self, contents: &Answer, what: &str) -> Filled {
        contents.form(&format!("{}/{what}", self.path))
    }

    fn used(&self) -> i64 {
        self.test.count("SELECT COALESCE(SUM(downloads), 0) FROM deliveries")
    }

    /// Waits, without a clock, for what the server does after a connection is gone.
    fn used_settles_at(&self, wanted: i64) -> bool {
        (0..200).any(|_| {
            self.test.runtime.block_on(tokio::task::yield_now());
            // asking the server something gives it the time to notice
            self.browser.get("/healthz");
            self.used() == wanted
        })
    }
}

#[test]
fn the_link_alone_gives_no_byte_and_looking_uses_nothing_up() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let scanner = test.browser();
    for _ in 0..50 {
        let looked = scanner.get(&case.path);
        assert_eq!(looked.status, 200);
        for secret in ["Luís", "CANARY", &case.reference, "luis@"] {
            assert!(!looked.text().contains(secret), "{secret}");
        }
        assert_eq!(scanner.send(scanner.request(reqwest::Method::HEAD, &case.path)).status, 200);
    }
    let door = scanner.get(&case.path).form(&case.path);
    for what in ["letter", "package", "read", "close"] {
        assert_eq!(scanner.get(&format!("{}/{what}", case.path)).status, 404);
        for grant in ["", "x"] {
            let form =
                Filled { action: format!("{}/{what}", case.path), ..door.clone().with("grant", grant) };
            let refused = scanner.post(&form);
            assert_eq!(refused.status, 422, "{what}");
            assert!(!refused.text().contains("CANARY"));
        }
    }
    let wrong = scanner.post(&door.with("code", "0000 0000 0000"));
    assert_eq!((wrong.status, wrong.errors()), (422, vec!["code".to_owned()]));
    assert_eq!(case.used(), 0);
    assert_eq!(case.unlocked().status, 200);
}

#[test]
fn five_downloads_come_whole_and_the_sixth_finds_the_link_closed() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let contents = case.unlocked();
    assert!(contents.words().contains("Downloaded 0 of 5 times"));
    // the letter is read on the page itself; a copy to keep is plain text
    let letter = contents.first("article.letter").unwrap();
    assert!(letter.contains("Here is everything.") && letter.contains("Luís Prøve"), "{letter}");
    assert!(contents.words().contains("Print the page to have the letter on paper"));
    let copy = case.browser.post(&case.button(&contents, "letter"));
    assert_eq!(copy.status, 200);
    let name = format!("attachment; filename=\"{}.txt\"", case.reference);
    assert_eq!(copy.headers["content-disposition"], name.as_str());
    assert_eq!(copy.headers["content-type"], "text/plain; charset=utf-8");
    assert!(copy.text().contains("Here is everything.") && !copy.text().contains("<p"), "{}", copy.text());
    let page = case.browser.post(&case.button(&contents, "read"));
    assert_eq!(page.status, 200, "{}", page.words());
    assert!(page.text().contains("CANARY of CRM"));
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("sandbox; default-src 'none'"), "{policy}");
    let hash = contents.first("code.hash").unwrap();
    for n in 1..=5 {
        let package = case.browser.post(&case.button(&contents, "package"));
        assert_eq!(package.status, 200);
        let name = format!("attachment; filename=\"{}.zip\"", case.reference);
        assert_eq!(package.headers["content-disposition"], name.as_str());
        assert_eq!(package.headers["content-type"], "application/zip");
        let sum: String = Sha256::digest(&package.body).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(sum, hash);
        assert!(indsigt::package::verify(Cursor::new(package.body)).unwrap().is_whole());
        assert_eq!(case.used(), n);
    }
    let closed = case.browser.post(&case.button(&contents, "package"));
    assert_eq!(closed.status, 404);
    assert!(closed.words().contains("The link is closed"));
    assert_eq!(case.browser.get(&case.path).status, 404);
    // the case page gives a new one, to the proven address
    let status = case.browser.open(&case.reference, &case.code);
    let sent = case.browser.submit(&status.form("/case/new-link"));
    assert!(sent.words().contains("A new link is on its way"), "{}", sent.words());
    let mails = test.mails_to("luis@record.example");
    let fresh = link(mails.last().unwrap(), "/answer/");
    assert!(!fresh.ends_with(&case.path));
    assert_eq!(case.browser.get(&fresh[fresh.find("/o/").unwrap()..]).status, 200);
}

#[test]
fn downloads_at_the_same_time_are_never_more_than_five() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let contents = case.unlocked();
    let form = case.button(&contents, "package");
    let whole = test.runtime.block_on(async {
        let fetches = (0..30).map(|_| async {
            let answer = case.browser.posting(&form).send().await.unwrap();
            answer.status() == 200 && !answer.bytes().await.unwrap().is_empty()
        });
        futures_util::future::join_all(fetches).await.into_iter().filter(|whole| *whole).count()
    });
    assert_eq!(whole, 5);
    assert_eq!(case.used(), 5);
}

/// Bytes that do not get smaller when they are packed.
fn noise(bytes: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut noise = b"%PDF-1.7\n".to_vec();
    while noise.len() < bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        noise.extend_from_slice(&state.to_be_bytes());
    }
    noise.extend(b"\n%%EOF\n");
    noise
}

#[test]
fn a_download_that_breaks_off_does_not_count_and_a_closed_link_cuts_what_flows() {
    let test = TestApp::start();
    let case = answered(&test, Some(noise(9_900_000)));
    let contents = case.unlocked();
    // the readable page comes out of a large package too
    let page = case.browser.post(&case.button(&contents, "read"));
    assert!(page.status == 200 && page.text().contains("CANARY of CRM"), "{}", page.status);
    let form = case.button(&contents, "package");
    let take_some = |answer: reqwest::Response| async {
        let mut answer = answer;
        answer.chunk().await.unwrap().unwrap();
        answer
    };
    let broken =
        test.runtime.block_on(async { take_some(case.browser.posting(&form).send().await.unwrap()).await });
    assert_eq!(case.used(), 1);
    drop(broken);
    assert!(case.used_settles_at(0), "{}", case.used());
    // the person (or staff) closes the link while bytes flow
    let cut = test.runtime.block_on(async {
        let mut flowing = take_some(case.browser.posting(&form).send().await.unwrap()).await;
        tokio::task::block_in_place(|| {
            delivery::revoke(&test.app, &test.staff, &case.case_id, &case.request_id).unwrap();
        });
        let mut came = 0;
        loop {
            match flowing.chunk().await {
                Ok(Some(bytes)) => came += bytes.len(),
                Ok(None) => return Ok(came),
                Err(error) => return Err(error),
            }
        }
    });
    assert!(cut.is_err(), "all came although the link was closed: {cut:?}");
    assert_eq!(case.browser.get(&case.path).status, 404);
    assert_eq!(case.browser.post(&form).status, 404);
}

#[test]
fn the_proof_lasts_half_an_hour_and_the_person_can_close_the_link() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let contents = case.unlocked();
    test.clock.advance(Duration::minutes(31));
    let away = case.browser.post(&case.button(&contents, "package"));
    assert_eq!(away.status, 422);
    assert!(away.words().contains("You were away for more than half an hour"));
    let contents = case.unlocked();
    assert_eq!(case.browser.post(&case.button(&contents, "close")).to(), case.path);
    assert_eq!(case.browser.get(&case.path).status, 404);
    // the letter of an answer with a package stands behind link and code only
    let status = case.browser.open(&case.reference, &case.code);
    assert!(!status.text().contains("Here is everything."));
    assert!(status.words().contains("We did what you asked"));
}

#[test]
fn guesses_at_the_second_secret_are_limited() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let form = case.browser.get(&case.path).form(&case.path);
    for _ in 0..20 {
        assert_eq!(case.browser.post(&form.clone().with("code", &case.code)).to(), case.path, "no guess");
    }
    for guess in 0..15 {
        assert_eq!(case.browser.post(&form.clone().with("code", &format!("{guess:012}"))).status, 422);
    }
    assert_eq!(case.browser.post(&form.with("code", &case.code)).status, 429);
}

#[test]
fn reading_the_page_and_fetching_the_letter_are_entered_in_the_chain_before_their_bytes() {
    let test = TestApp::start();
    let case = answered(&test, None);
    let contents = case.unlocked();
    let entered = |piece: &str| {
        let facts = format!("facts LIKE '%\"what\":\"{piece}\"%'");
        test.count(&format!("SELECT COUNT(*) FROM events WHERE kind = 'downloaded' AND {facts}"))
    };
    assert_eq!((entered("page"), entered("letter")), (0, 0));
    for _ in 0..3 {
        assert_eq!(case.browser.post(&case.button(&contents, "read")).status, 200);
    }
    assert_eq!((entered("page"), entered("letter")), (1, 0), "once a minute is enough to tell");
    assert_eq!(case.browser.post(&case.button(&contents, "letter")).status, 200);
    assert_eq!((entered("page"), entered("letter")), (1, 1));
    test.clock.advance(Duration::minutes(1));
    assert_eq!(case.browser.post(&case.button(&contents, "read")).status, 200);
    assert_eq!((entered("page"), entered("letter")), (2, 1));
    // a proof that does not hold reads nothing and enters nothing
    let guessed = case.button(&contents, "read").with("grant", "x");
    assert_eq!(case.browser.post(&guessed).status, 422);
    assert_eq!(entered("page"), 2);
}
