//! The doors: where requests come from, what every answer carries, and what nobody learns here.

use crate::support_web::{Answer, TestApp, demo_factor};
use reqwest::Method;

#[test]
fn a_form_from_elsewhere_or_from_nowhere_is_refused() {
    let test = TestApp::start();
    let browser = test.browser();
    let form =
        browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "access").with("go", "next");
    let bare = || browser.request(Method::POST, &form.action).form(&form.fields);
    for request in [
        bare(),
        bare().header("origin", "https://evil.example"),
        bare().header("origin", "null"),
        bare().header("sec-fetch-site", "cross-site").header("origin", &test.base),
        bare().header("sec-fetch-site", "same-site"),
    ] {
        let refused = browser.send(request);
        assert_eq!(refused.status, 403);
        assert!(refused.words().contains("The page was open too long"));
    }
    assert_eq!(test.count("SELECT COUNT(*) FROM drafts"), 0);
    assert_eq!(browser.send(bare().header("origin", &test.base)).status, 303);
}

#[test]
fn another_host_is_not_answered() {
    let test = TestApp::start();
    let browser = test.browser();
    let refused = browser.send(browser.request(Method::GET, "/o/shop").header("host", "evil.example"));
    assert_eq!(refused.status, 421);
    assert!(refused.words().contains("That address does not belong here"));
}

#[test]
fn every_answer_carries_its_headers_errors_too() {
    let test = TestApp::start();
    let browser = test.browser();
    for path in
        ["/o/shop", "/o/shop/ask/rights", "/o/shop/find", "/o/nobody", "/o/shop/nothing", "/o/shop/receipt"]
    {
        let answer = browser.get(path);
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        assert_eq!(answer.headers["referrer-policy"], "no-referrer", "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
    }
    let missing = browser.get("/o/nobody");
    assert_eq!(missing.status, 404);
    assert!(missing.words().contains("There is no such page"));
    assert_eq!(browser.send(browser.request(Method::HEAD, "/o/shop")).status, 200);
}

fn without_tokens(answer: &Answer) -> String {
    let text = answer.text();
    let mut parts = text.split("name=\"csrf\" value=\"");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        plain.push_str(part.split_once('"').unwrap().1);
    }
    plain
}

#[test]
fn an_unknown_reference_and_a_wrong_code_give_the_same_bytes() {
    let test = TestApp::start();
    let (reference, code) = test.browser().ask_for_access("F", "f@example.com");
    let unknown = indsigt::domain::reference::Reference::from_random(7).as_str().to_owned();
    let browser = test.browser();
    let find = browser.get("/o/shop/find").form("/find");
    let tried = |reference: &str, code: &str| {
        browser.post(&find.clone().with("reference", reference).with("code", code))
    };
    let wrong_code = tried(&reference, "0000 0000 0000");
    let wrong_case = tried(&unknown, "0000 0000 0000");
    assert_eq!((wrong_code.status, wrong_case.status), (422, 422));
    assert_eq!(
        without_tokens(&wrong_code).replace(&reference, ""),
        without_tokens(&wrong_case).replace(&unknown, "")
    );
    assert_eq!(wrong_code.text().len(), wrong_case.text().len());
    assert!(!wrong_code.text().contains("0000 0000"), "a secret is never sent back");
    // the lost-code page says one thing to everybody
    let lost = browser.get("/o/shop/lost-code").form("/lost-code");
    let known = browser.submit(&lost.clone().with("reference", &reference));
    let nobody = browser.submit(&lost.with("reference", &unknown));
    assert_eq!(without_tokens(&known), without_tokens(&nobody));
    assert!(test.mails_to("f@example.com").len() == 1, "the address was never confirmed");
    assert!(browser.open(&reference, &code).status == 200);
}

#[test]
fn guessing_codes_ends_for_the_case_and_for_the_address() {
    let test = TestApp::start();
    let (reference, code) = test.browser().ask_for_access("F", "f@example.com");
    let browser = test.browser();
    let find = browser.get("/o/shop/find").form("/find").with("reference", &reference);
    for guess in 0..15 {
        assert_eq!(browser.post(&find.clone().with("code", &format!("{guess:012}"))).status, 422);
    }
    assert_eq!(browser.post(&find.clone().with("code", &code)).status, 422, "the right one comes too late");
    for _ in 0..14 {
        browser.post(&find.clone().with("code", "1"));
    }
    let stopped = browser.post(&find.with("code", "1"));
    assert_eq!(stopped.status, 429);
    assert!(stopped.headers.contains_key("retry-after"));
    assert!(stopped.words().contains("Too many tries"));
    test.clock.advance(chrono::Duration::days(2));
    assert_eq!(browser.open(&reference, &code).status, 200);
}

#[test]
fn who_knows_the_code_is_not_locked_out_by_using_it_often() {
    let test = TestApp::start();
    let (reference, code) = test.browser().ask_for_access("F", "f@example.com");
    for opening in 1..=25 {
        assert_eq!(test.browser().open(&reference, &code).status, 200, "opening {opening}");
    }
    // what was guessed wrong stays counted, whoever opens the case in between
    test.clock.advance(chrono::Duration::hours(1));
    let browser = test.browser();
    let find = browser.get("/o/shop/find").form("/find").with("reference", &reference);
    for guess in 0..15 {
        assert_eq!(browser.post(&find.clone().with("code", &format!("{guess:012}"))).status, 422);
        let still = browser.post(&find.clone().with("code", &code)).status;
        assert_eq!(still, if guess < 14 { 303 } else { 422 }, "after guess {guess}");
    }
}

#[test]
fn a_case_of_another_organisation_is_not_there() {
    let test = TestApp::with(
        "[[controller]]\nslug = \"other\"\nlegal_name = \"Other AB\"\ncountry = \"SE\"\n\
         email = \"o@other.example\"\naddress = \"Gata 1\"\nphone = \"0\"\ncontact_person = \"O\"\n\
         privacy_notice = \"https://other.example/p\"\nlanguages = [\"sv\", \"en\"]\nabout.sv = \"x\"\nabout.en = \"x\"\nabout.da = \"x\"\n",
    );
    let browser = test.browser();
    let choose = browser.get("/");
    assert_eq!(choose.status, 200);
    assert!(choose.words().contains("Prøvebutikken A/S") && choose.words().contains("Other AB"));
    let (reference, code) = browser.ask_for_access("F", "f@example.com");
    assert_eq!(browser.open(&reference, &code).status, 200);
    assert_eq!(browser.get("/o/other/case").to(), "/o/other/find?why=over");
    let find = browser.get("/o/other/find").form("/find").with("reference", &reference).with("code", &code);
    assert_eq!(browser.post(&find).status, 422);
    let mut danish = test.browser();
    danish.language = "da";
    assert!(danish.get("/o/other").text().contains("<html lang=\"sv\">"), "it does not answer in Danish");
}

#[test]
fn the_caps_of_the_configuration_hold() {
    let test = TestApp::with(
        "[limits]\nrequests_per_hour = 2\nfile_mib = 1\nfiles_per_case = 1\ncase_mib = 1\nlink_days = 3\n\
         link_downloads = 2\nknown_address_days = 30\n",
    );
    let caps = test.app.caps;
    assert_eq!((caps.link_life().num_days(), caps.link_downloads, caps.known_address_days), (3, 2, 30));
    let browser = test.browser();
    let (reference, code) = browser.ask_for_access("F", "f@example.com");
    let case = browser.open(&reference, &code);
    let pdf = |bytes: usize| [b"%PDF-1.4\n".to_vec(), vec![b' '; bytes], b"%%EOF".to_vec()].concat();
    let message =
        |bytes: usize| case.form("/case/message").with("text", "see the file").file("a.pdf", &pdf(bytes));
    let big = browser.post(&message(1024 * 1024));
    assert_eq!(big.status, 422);
    assert!(big.words().contains("At most 1 MB a file"), "{}", big.words());
    assert_eq!(browser.post(&message(1000)).status, 303);
    let second = browser.post(&message(1000));
    assert_eq!(second.status, 422);
    assert!(second.words().contains("A case takes 1 file and 1 MB in all"), "{}", second.words());
    test.browser().ask_for_access("G", "g@example.com");
    let third = test.browser();
    let check = third.fill_in(&["access"], "H", "h@example.com");
    let refused = third.post(&check.form("/ask/check").with("go", "send"));
    assert_eq!(refused.status, 429, "two requests an hour are taken from one address");
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 2);
}

#[test]
fn an_unknown_reference_leaves_as_many_traces_as_a_wrong_code() {
    let test = TestApp::start();
    let (reference, _) = test.browser().ask_for_access("F", "f@example.com");
    let unknown = indsigt::domain::reference::Reference::from_random(7).as_str().to_owned();
    let browser = test.browser();
    let find = browser.get("/o/shop/find").form("/find").with("code", "0000 0000 0000");
    let traces = |reference: &str| {
        let before =
            (test.count("SELECT COUNT(*) FROM events"), test.count("SELECT SUM(hits) FROM counters"));
        assert_eq!(browser.post(&find.clone().with("reference", reference)).status, 422);
        let after = (test.count("SELECT COUNT(*) FROM events"), test.count("SELECT SUM(hits) FROM counters"));
        (after.0 - before.0, after.1 - before.1)
    };
    let wrong_code = traces(&reference);
    assert_eq!(wrong_code.0, 1);
    assert_eq!(traces(&unknown), wrong_code);
    assert_eq!(traces("no reference at all"), wrong_code);
}

#[test]
fn the_page_of_the_demo_is_only_in_the_demo() {
    let test = TestApp::start();
    assert_eq!(test.browser().get("/demo").status, 404);
    let demo = TestApp::demo();
    let page = demo.browser().get("/demo");
    assert_eq!(page.status, 200);
    let digits = demo_factor().code_at(demo.clock.now()).unwrap();
    for expected in ["Maja", "maja@shop.example", "kaffe regnvejr", &digits, "counts once", "Caseworker"] {
        assert!(page.words().contains(expected), "{expected} is missing in {}", page.words());
    }
    // a slash inside an attribute is written as a reference
    let text = page.text().replace("&#x2f;", "/");
    for link in ["/o/shop", "/desk/sign-in", "/demo/mails"] {
        assert!(text.contains(&format!("href=\"{link}\"")), "{link}");
    }
}
