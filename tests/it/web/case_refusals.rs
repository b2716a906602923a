//! What the pages of a case refuse, and how they say it.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;

#[test]
fn below_its_level_nothing_is_collected_and_the_page_says_why() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let why = "Identity level 2 is needed and 0 is reached.";
    let page = browser.get(&case.path("collect"));
    assert!(page.status == 200 && page.text().contains(why), "{}", page.text());
    assert_eq!(page.count("input[name=record]"), 0, "nothing was searched");
    let request = case.request(Right::Access);
    let fields = [
        ("request", request.as_str()),
        ("due_on", "2026-03-09"),
        ("hand-1", "Chat"),
        ("question-1", "All of it"),
    ];
    let refused = browser.post(&page, &case.path("collect"), &fields);
    assert!(refused.status == 409 && refused.text().contains(why), "{}", refused.text());
    assert!(refused.text().contains("All of it"), "what was typed is kept");
    assert_eq!(case.state(Right::Access), State::Assessing);
}

#[test]
fn a_refusal_leaves_with_its_reason_the_authority_and_the_court() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let half = [
        ("outcome", "refused"),
        ("ground", "excessive_repetitive"),
        ("what-excessive_repetitive", "din begäran"),
    ];
    let again = case.answer(&browser, Right::Access, &half);
    assert_eq!(again.status, 422);
    assert_eq!(
        again.all(".error-summary a", "href"),
        ["#why-excessive_repetitive", "#b-objective", "#b-subjective", "#b-evidence"]
    );
    assert_eq!(again.all("input[name=what-excessive_repetitive]", "value"), ["din begäran"]);
    let none = case.answer(&browser, Right::Access, &[("outcome", "refused")]);
    assert!(none.status == 409 && none.text().contains("Choose at least one ground"), "{}", none.text());
    let mut whole = half.to_vec();
    whole.push(("why-excessive_repetitive", "Du har fått samma svar tre gånger i år."));
    whole.extend([
        ("b-objective", "Fyra begäranden sedan januari."),
        ("b-subjective", "Inget nytt har tillkommit."),
        ("b-evidence", "Svaren från januari, februari och mars"),
    ]);
    assert_eq!(case.answer(&browser, Right::Access, &whole).status, 303);
    assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::Access).status, 303);
    let send = case.step(Right::Access, "send");
    let browser = Browser::of(&house, &maja);
    let sent = browser.fill(&send, &send, &[("via", "mail")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    house.drain();
    let letter = house.newest_mail(LUIS).1;
    for part in ["samma svar tre gånger", "Integritetsskyddsmyndigheten", "domstol"] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
}

#[test]
fn nothing_held_waits_for_the_address_and_for_whoever_else_may_be_meant() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let nobody = "nobody@example.org";
    let case = Case::new(&house, &maja, nobody, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let early = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    assert!(early.status == 409 && early.text().contains("Identity level 1 is needed"), "{}", early.text());
    case.confirm_address(nobody);
    let written = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    // the shop knows somebody of that name, whom nobody has proven to be the person
    assert!(written.status == 409 && written.text().contains("Ask who the person is"), "{}", written.text());
}

#[test]
fn a_person_in_no_source_is_told_what_was_searched_in_their_language() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let nobody = "nobody@example.org";
    let case = Case::named(&house, &maja, "Tove Ingenstans", nobody, &[Right::Access]);
    case.confirm_address(nobody);
    let browser = Browser::of(&house, &maja);
    let written = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    assert_eq!(written.status, 303, "{}", written.text());
    assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::Access).status, 303);
    let send = case.step(Right::Access, "send");
    let browser = Browser::of(&house, &maja);
    assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);
    house.drain();
    let letter = house.newest_mail(nobody).1;
    assert!(letter.contains("webbutikens kunder, fakturor och fakturarader"), "{letter}");
    assert!(!letter.contains("web shop"), "{letter}");
}

#[test]
fn an_extension_is_granted_once() {
    let databases = Databases::sqlite();
    let (house, maja, _, karin) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &karin);
    let path = case.step(Right::Access, "extend");
    let without =
        browser.fill(&path, &path, &[("go", "extend"), ("why", "uppgifterna ligger i många system")]);
    assert_eq!((without.status, without.all(".error-summary a", "href")), (422, vec!["#ground".to_owned()]));
    let fields = [("go", "extend"), ("ground", "complexity"), ("why", "uppgifterna ligger i många system.")];
    assert_eq!(browser.fill(&path, &path, &fields).status, 303);
    house.drain();
    let letter = house.newest_mail(LUIS).1;
    assert!(letter.contains("många system (") && letter.contains("Integritetsskyddsmyndigheten"), "{letter}");
    let twice = browser.fill(&path, &path, &fields);
    assert!(twice.status == 409 && twice.text().contains("It can be done once"), "{}", twice.text());
}

#[test]
fn the_second_of_two_sees_what_changed_and_keeps_what_they_wrote() {
    let databases = Databases::sqlite();
    let (house, maja, _, karin) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let (first, second) = (Browser::of(&house, &maja), Browser::of(&house, &karin));
    let path = case.step(Right::Access, "answer");
    let page = second.get(&path);
    let (extend, fields) = (
        case.step(Right::Access, "extend"),
        [("go", "extend"), ("ground", "number"), ("why", "det är många frågor")],
    );
    drop(first);
    let faster = Browser::of(&house, &karin);
    assert_eq!(faster.fill(&extend, &extend, &fields).status, 303);
    let words = [("go", "submit"), ("outcome", "no_data"), ("words", "Vi har letat överallt.")];
    let conflict = second.post(&page, &path, &words);
    assert_eq!(conflict.status, 409);
    let text = conflict.text();
    assert!(text.contains("Extended to") && text.contains("Karin"), "{text}");
    assert!(conflict.texts("textarea[name=words]").contains(&"Vi har letat överallt.".to_owned()), "{text}");
    assert_eq!(conflict.all("input[name=outcome]", "value"), ["no_data"]);
    assert_eq!(case.state(Right::Access), State::Assessing);
    let now = case.stored().file.case.version.to_string();
    assert_eq!(conflict.all("input[name=version]", "value")[0], now, "sent again it counts");
}

#[test]
fn marketing_is_offered_no_refusal() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::MarketingObjection]);
    let page = Browser::of(&house, &maja).get(&case.step(Right::MarketingObjection, "answer"));
    assert!(page.text().contains("We cannot refuse to stop marketing."), "{}", page.text());
    assert_eq!(page.all("input[name=outcome]", "value"), ["no_data"]);
    assert_eq!(page.count("input[name=ground]"), 0);
}

#[test]
fn a_form_that_is_not_ours_is_shown_again_and_changes_nothing() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let version = case.stored().file.case.version.to_string();
    let fields =
        [("csrf", "x"), ("version", version.as_str()), ("why", "adressen är ny"), ("by_on", "2026-03-23")];
    let again = browser.post_raw(&case.path("identity"), &fields);
    assert_eq!(again.status, 422);
    assert!(again.text().contains("The page was open too long.") && again.text().contains("adressen är ny"));
    assert_eq!(case.state(Right::Access), State::Assessing);
}

#[test]
fn a_case_about_a_colleague_does_not_exist_for_them_nor_for_others() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, karin) = staffed(&databases);
    let case = Case::about(&house, &karin, LUIS, &[Right::Access], Some(maja.id.clone()));
    for colleague in [&maja, &jonas] {
        let browser = Browser::of(&house, colleague);
        for tail in ["look-up", "identity", "collect", "withdraw"] {
            assert_eq!(browser.get(&case.path(tail)).status, 404, "{tail}");
        }
        for step in ["answer", "review", "extend", "send", "renew"] {
            assert_eq!(browser.get(&case.step(Right::Access, step)).status, 404, "{step}");
        }
    }
    assert_eq!(Browser::of(&house, &karin).get(&case.path("look-up")).status, 200);
}
