//! The form: from the first question to the receipt, with everything that can go wrong on the way.

use crate::support_web::{TestApp, keys, link};

#[test]
fn a_person_asks_gets_a_receipt_and_a_mail_confirms_and_follows_the_case() {
    let test = TestApp::start();
    let browser = test.browser();
    let root = browser.get("/");
    assert_eq!(root.to(), "/o/shop", "one organisation: straight on");
    let start = browser.get("/o/shop");
    assert_eq!(start.status, 200);
    assert!(start.text().contains("<time datetime=\"2026-04-01\">"), "{}", start.text());
    let check = browser.fill_in(&["access", "erasure"], "Freja Prøve", "freja@example.com");
    assert!(check.words().contains("Freja Prøve") && check.words().contains("Everything, please."));
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, code) = keys(&receipt);
    assert!(!receipt.text().contains("Freja") && !receipt.text().contains("freja@example.com"));
    assert!(receipt.words().contains("You want it erased once you have seen it"));
    assert_eq!(
        keys(&browser.get("/o/shop/receipt")),
        (reference.clone(), code.clone()),
        "reload shows it again"
    );

    let mails = test.mails_to("freja@example.com");
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains(&reference) || mails[0].subject.contains(&reference));
    for form in [code.clone(), code.replace(' ', "")] {
        assert!(
            !mails[0].text.contains(&form) && !mails[0].html.as_deref().unwrap_or_default().contains(&form)
        );
    }
    let confirm = link(&mails[0], "/confirm/");
    for _ in 0..3 {
        assert_eq!(browser.get(&confirm).status, 200);
    }
    assert_eq!(
        test.count("SELECT COUNT(*) FROM cases WHERE address_confirmed"),
        0,
        "looking confirms nothing"
    );
    let done = browser.submit(&browser.get(&confirm).form(&confirm[confirm.find("/o/").unwrap()..]));
    assert!(done.words().contains("Your e-mail address works"));
    assert_eq!(test.count("SELECT COUNT(*) FROM cases WHERE address_confirmed"), 1);

    let status = browser.open(&reference.to_lowercase(), &code.replace(' ', ""));
    assert_eq!(status.status, 200);
    let words = status.words();
    for expected in [
        "We have received your request",
        "Our promise: 30 days later",
        "The earlier date counts",
        "Everything, please.",
        "See my information",
        "Erase my information",
    ] {
        assert!(words.contains(expected), "{expected} is missing in {words}");
    }
    assert!(status.text().contains("<time datetime=\"2026-04-01\">"));
}

#[test]
fn the_same_form_sent_twenty_times_at_once_makes_one_case() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "F", "f@example.com");
    let form = check.form("/ask/check").with("go", "send").file("a.txt", b"same bytes");
    let statuses = test.runtime.block_on(async {
        let sends = (0..20).map(|_| browser.posting(&form).send());
        futures_util::future::join_all(sends).await
    });
    for answer in statuses {
        let answer = answer.unwrap();
        assert_eq!(answer.status(), 303);
        assert!(answer.headers()["location"].to_str().unwrap().starts_with("/o/shop/receipt"));
    }
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 1);
    assert_eq!(test.count("SELECT COUNT(*) FROM files"), 1);
    assert_eq!(test.files().len(), 1, "what was sealed for nothing is gone");
    assert_eq!(test.mails_to("f@example.com").len(), 1);
    // a retry hours of clicking later: the receipt, with its code
    let again = browser.submit(&form);
    assert!(again.words().contains("You have already sent it"));
    keys(&again);
}

#[test]
fn the_same_form_with_other_content_is_a_conflict_in_words() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "F", "f@example.com");
    let form = check.form("/ask/check").with("go", "send");
    browser.submit(&form);
    let other = browser.post(&form.file("more.txt", b"something else"));
    assert_eq!(other.status, 409);
    assert!(other.words().contains("You have sent this form already"), "{}", other.words());
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 1);
    assert!(test.files().is_empty());
}

#[test]
fn an_older_page_in_another_window_is_noticed_before_it_is_sent() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "F", "f@example.com");
    let contact = browser.get("/o/shop/ask/contact").form("/ask/contact");
    browser.submit(&contact.with("name", "Somebody Else").with("go", "next"));
    let noticed = browser.post(&check.form("/ask/check").with("go", "send"));
    assert_eq!(noticed.status, 422);
    assert!(noticed.words().contains("You have written in another window"));
    assert!(noticed.words().contains("Somebody Else"), "it shows what would be sent now");
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 0);
    keys(&browser.submit(&noticed.form("/ask/check").with("go", "send")));
}

#[test]
fn wrong_input_keeps_every_value_and_lists_what_to_mend_in_page_order() {
    let test = TestApp::start();
    let browser = test.browser();
    let none = browser.post(&browser.get("/o/shop/ask/rights").form("/ask/rights").with("go", "next"));
    assert_eq!((none.status, none.errors()), (422, vec!["right".to_owned()]));
    let first =
        none.form("/ask/rights").and("right", "rectification").and("right", "unsure").with("go", "next");
    let about = browser
        .submit(&first)
        .form("/ask/about")
        .with("rectify_right", "<b>Østergade 1</b>")
        .with("go", "next");
    let wrong = browser.post(&about);
    assert_eq!((wrong.status, wrong.errors()), (422, vec!["words".to_owned(), "rectify_wrong".to_owned()]));
    assert_eq!(wrong.form("/ask/about").value("rectify_right"), "<b>Østergade 1</b>");
    assert!(!wrong.text().contains("<b>Østergade"), "what is typed is never markup");
    let typed = "\u{202e}zero\u{200b}width\n  שלום  ";
    let right = wrong.form("/ask/about").with("words", typed).with("rectify_wrong", "old").with("go", "next");
    let contact = browser.submit(&right);
    let form = contact
        .form("/ask/contact")
        .with("name", "")
        .with("email", "freja@")
        .with("phone", "ring")
        .with("go", "next");
    let wrong = browser.post(&form);
    assert_eq!(wrong.errors(), ["name", "email", "phone"]);
    assert_eq!(wrong.form("/ask/contact").value("email"), "freja@");
    // back and forth loses nothing
    let back = browser.submit(&wrong.form("/ask/contact").with("name", "Half").with("go", "back"));
    assert_eq!(back.form("/ask/about").value("words").trim_end(), typed.trim_end());
    let forth = browser.submit(&back.form("/ask/about").with("go", "next"));
    assert_eq!(forth.form("/ask/contact").value("name"), "Half");
    // and what still has to be mended cannot be passed by
    assert_eq!(browser.get("/o/shop/ask/check").to(), "/o/shop/ask/contact?mend");
    assert_eq!(browser.follow("/o/shop/ask/check").errors(), ["email", "phone"]);
}

#[test]
fn two_dates_on_the_same_day_are_not_called_earlier_and_later() {
    let test = TestApp::start();
    let browser = test.browser();
    // April has thirty days: the promise and the month end on one day
    test.clock.advance(chrono::Duration::days(36));
    let receipt = browser
        .submit(&browser.fill_in(&["access"], "F", "f@example.com").form("/ask/check").with("go", "send"));
    assert!(receipt.text().contains("datetime=\"2026-05-07\""), "{}", receipt.text());
    assert!(receipt.words().contains("The law’s date is the same day"), "{}", receipt.words());
    let (reference, code) = keys(&receipt);
    let status = browser.open(&reference, &code).words();
    assert!(status.contains("The promise and the law give the same date"), "{status}");
    assert!(!receipt.words().contains("earlier date") && !status.contains("earlier date"));
}

#[test]
fn the_organisation_says_itself_how_long_it_keeps_the_case() {
    let said = [("", "12 months"), ("keep_months = 1\n", "1 month"), ("keep_months = 36\n", "36 months")];
    for (setting, said) in said {
        let test = TestApp::with(setting);
        let check = test.browser().fill_in(&["access"], "F", "f@example.com").words();
        assert!(check.contains(&format!("erase them {said} after the case ends")), "{check}");
    }
}

#[test]
fn advice_is_given_once_and_refuses_nothing() {
    let test = TestApp::start();
    let browser = test.browser();
    let first =
        browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "access").with("go", "next");
    let about = browser
        .submit(&first)
        .form("/ask/about")
        .with("words", "My number is 010190-1234")
        .with("go", "next");
    let advised = browser.submit(&about);
    assert!(advised.words().contains("looks like a national ID number"));
    let contact = browser.submit(&advised.form("/ask/about").with("go", "next"));
    let form = contact.form("/ask/contact").with("name", "F").with("email", "f@gmial.com").with("go", "next");
    let asked = browser.submit(&form);
    assert!(asked.words().contains("Did you mean f@gmail.com?"), "{}", asked.words());
    let who = browser.submit(&asked.form("/ask/contact").with("go", "next"));
    let check = browser.submit(&who.form("/ask/who").with("who", "self").with("go", "next"));
    assert!(check.words().contains("010190-1234") && check.words().contains("f@gmial.com"));
    keys(&browser.submit(&check.form("/ask/check").with("go", "send")));
}

#[test]
fn both_objections_are_one_choice_with_a_question_of_its_own_and_a_representative_names_the_person() {
    let test = TestApp::start();
    let browser = test.browser();
    let first =
        browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "objecting").with("go", "next");
    let which = browser.submit(&first);
    let back = browser.submit(&which.form("/ask/objecting").with("go", "back"));
    assert_eq!(back.form("/ask/rights").value("right"), "objecting");
    let none = browser.post(&which.form("/ask/objecting").with("go", "next"));
    assert_eq!(none.errors(), ["objecting"]);
    let form =
        none.form("/ask/objecting").and("objecting", "marketing_objection").and("objecting", "objection");
    let about = browser.submit(&form.with("go", "next"));
    let contact =
        browser.submit(&about.form("/ask/about").with("objection_why", "My situation").with("go", "next"));
    let form = contact
        .form("/ask/contact")
        .with("name", "Ulla Ombud")
        .with("phone", "20 12 34 56")
        .with("go", "next");
    let who = browser.submit(&form);
    let nobody =
        browser.post(&who.form("/ask/who").with("who", "lawyer").with("person_name", "").with("go", "next"));
    assert_eq!(nobody.errors(), ["person_name"]);
    let form = nobody.form("/ask/who").with("person_name", "Birk Opdigtet").with("go", "next");
    let check = browser.submit(&form);
    assert!(check.words().contains("Birk Opdigtet"));
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, _) = keys(&receipt);
    assert!(!receipt.words().contains("Open the e-mail"), "no mail was given");
    let stored =
        test.app.store.look(|db| indsigt::store::cases::load(db, &test.case_id(&reference))).unwrap();
    let key = test.app.store.case_key(&stored.file.case.id).unwrap();
    assert_eq!(stored.person(&key).unwrap().name, "Birk Opdigtet");
    let words = stored.words(&key).unwrap();
    assert_eq!(words.representative.unwrap().name, "Ulla Ombud");
    assert!(words.details.contains("My situation"));
    assert_eq!(stored.file.requests.len(), 2);
}

#[test]
fn a_long_text_is_shown_again_and_ten_megabytes_are_refused_plainly() {
    let test = TestApp::start();
    let browser = test.browser();
    let first =
        browser.get("/o/shop/ask/rights").form("/ask/rights").and("right", "access").with("go", "next");
    let about = browser.submit(&first).form("/ask/about").with("go", "next");
    let long = "a".repeat(20_001);
    let again = browser.post(&about.clone().with("words", &long));
    assert_eq!((again.status, again.errors()), (422, vec!["words".to_owned()]));
    assert!(again.words().contains("Shorten the text by 1 character."), "{}", &again.words()[..400]);
    assert_eq!(again.form("/ask/about").value("words"), long);
    let huge = browser.post(&about.with("words", &"a".repeat(10 * 1024 * 1024)));
    assert_eq!(huge.status, 413);
    assert!(huge.words().contains("That is too large"));
    assert_eq!(browser.get("/o/shop/ask/about").form("/ask/about").value("words"), long, "nothing is lost");
}

const PDF: &[u8] = include_bytes!("../../files/small.pdf");
const PNG: &[u8] = include_bytes!("../../files/small.png");

#[test]
fn only_pdf_jpeg_png_and_text_are_taken_by_content_and_kept_sealed() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "F", "f@example.com");
    let form = check.form("/ask/check").with("go", "send");
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>";
    let mut zip = b"PK\x03\x04\x14\x00\x00\x00\x08\x00".to_vec();
    zip.resize(300, 7);
    let mut exe = b"MZ\x90\x00\x03\x00\x00\x00".to_vec();
    exe.resize(5000, 0);
    for (name, bytes) in [
        ("cv.exe", exe.as_slice()),
        ("a.svg", svg),
        ("a.zip", &zip),
        ("a.pdf", &zip),
        ("a.png", PDF),
        ("a.pdf", &PDF[..PDF.len() - 1100]),
        ("a.pdf", &[PDF, b"Rar!\x1a\x07\x01\0"].concat()),
    ] {
        let refused = browser.post(&form.clone().file(name, bytes));
        assert_eq!((refused.status, refused.errors()), (422, vec!["file".to_owned()]), "{name}");
        assert!(refused.words().contains(&format!("We cannot open {name}")), "{}", refused.words());
    }
    let mut wide = PNG.to_vec();
    wide[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let refused = browser.post(&form.clone().file("plan.png", &wide));
    assert_eq!((refused.status, refused.errors()), (422, vec!["file".to_owned()]));
    assert!(refused.words().contains("plan.png is a picture of more than 40 million pixels"));
    let big = vec![b'a'; 10 * 1024 * 1024 + 1];
    let refused = browser.post(&form.clone().file("big.txt", &big));
    assert_eq!((refused.status, refused.errors()), (422, vec!["file".to_owned()]));
    assert!(test.files().is_empty(), "what is refused leaves nothing behind");
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 0);
    let mut pdf = b"%PDF-1.7\n%CANARY-IN-A-FILE\n".to_vec();
    pdf.resize(700_000, b' ');
    pdf.extend(b"%%EOF\n");
    keys(&browser.submit(&form.file("../../fuldmagt.pdf", &pdf)));
    let files = test.files();
    assert_eq!(files.len(), 1);
    let sealed = std::fs::read(&files[0]).unwrap();
    assert!(sealed.len() > 700_000 && !String::from_utf8_lossy(&sealed).contains("CANARY"));
}

#[test]
fn what_was_typed_is_sealed_until_it_is_sent_and_forgotten_on_request() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "CANARY-NAME", "canary@example.com");
    for file in ["indsigt.db", "indsigt.db-wal"] {
        let bytes = std::fs::read(test.folder.path().join("data").join(file)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("canary"), "{file}");
    }
    assert_eq!(test.count("SELECT COUNT(*) FROM drafts"), 1);
    let gone = browser.post(&check.form("/ask/check").with("go", "forget"));
    assert_eq!(gone.to(), "/o/shop");
    assert_eq!(test.count("SELECT COUNT(*) FROM drafts"), 0);
    assert_eq!(browser.get("/o/shop/ask/contact").to(), "/o/shop/ask/rights?gone");
}

#[test]
fn after_two_hours_the_form_begins_again_and_keeps_what_was_just_typed() {
    let test = TestApp::start();
    let browser = test.browser();
    browser.fill_in(&["access"], "F", "f@example.com");
    let contact = browser.get("/o/shop/ask/contact").form("/ask/contact");
    test.clock.advance(chrono::Duration::minutes(121));
    let begun = browser.submit(&contact.with("name", "Typed late").with("go", "next"));
    assert!(begun.words().contains("We keep unfinished answers for two hours"), "{}", begun.words());
    let about = browser.submit(&begun.form("/ask/rights").and("right", "access").with("go", "next"));
    let contact = browser.submit(&about.form("/ask/about").with("go", "next"));
    assert_eq!(contact.form("/ask/contact").value("name"), "Typed late");
}

#[test]
fn the_field_nobody_sees_makes_no_case_and_lets_people_go_on() {
    let test = TestApp::start();
    let browser = test.browser();
    browser.fill_in(&["access"], "F", "f@example.com");
    let contact = browser.get("/o/shop/ask/contact").form("/ask/contact");
    let stopped =
        browser.post(&contact.with("website", "https://spam.example").with("name", "Bot").with("go", "next"));
    assert_eq!(stopped.status, 422);
    let form = stopped.form("/ask/contact");
    assert_eq!((form.value("website"), form.value("name")), (String::new(), "Bot".to_owned()));
    browser.submit(&form.with("go", "next"));
}

#[test]
fn every_page_of_the_form_speaks_the_language_chosen() {
    let test = TestApp::start();
    let mut browser = test.browser();
    browser.language = "sv-SE,sv;q=0.9";
    assert!(browser.get("/o/shop").text().contains("<html lang=\"sv\">"));
    assert!(browser.get("/o/shop?lang=da").text().contains("<html lang=\"da\">"));
    assert!(browser.get("/o/shop/ask/rights").text().contains("<html lang=\"da\">"), "the choice is kept");
    let check = browser.fill_in(&["access"], "F", "f@example.com");
    assert!(check.text().contains("<html lang=\"da\">"));
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, code) = keys(&receipt);
    assert!(browser.open(&reference, &code).words().contains("Vi har modtaget din anmodning"));
    assert!(browser.get("/o/shop/case?lang=sv").text().contains("<html lang=\"sv\">"));
}
