//! What the pages of a case call things: sources and categories by their labels, each step with
//! the rights it is about, the chain with what of it is not shown, and the page as the person sees it.

use super::browser::{Browser, Page};
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::right::Right;

/// A case of two requests whose tasks are done, with the browser of whoever did them.
fn collected<'a>(house: &'a House, by: &crate::support::house::Colleague) -> (Case<'a>, Browser<'a>) {
    let case = Case::new(house, by, LUIS, &[Right::Access, Right::Portability]);
    let browser = Browser::of(house, by);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    (case, browser)
}

#[test]
fn a_task_and_its_history_name_the_source_as_its_data_map_does_in_the_readers_language() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let sara = house.colleague("sara@musik.example", "Sara", &[Role::Caseworker], Lang::Sv);
    let (case, english) = collected(&house, &maja);
    let names = |page: &Page| page.texts("#tasks ol b");
    let page = english.get(case.path("").trim_end_matches('/'));
    assert_eq!(names(&page), ["The web shop", "Requests about data protection"]);
    assert!(page.texts(".history b").contains(&"The web shop answered: 46 findings".to_owned()));
    let swedish = Browser::of(&house, &sara);
    let page = swedish.get(case.path("").trim_end_matches('/'));
    assert_eq!(names(&page), ["Webbutiken", "Ärenden om dataskydd"]);
    assert!(!page.text().contains("webshop"), "{}", page.text());
}

#[test]
fn the_review_and_the_sending_show_categories_by_their_labels() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let (case, browser) = collected(&house, &maja);
    let fields = [("outcome", "fulfilled"), ("words", "Här är allt.")];
    assert_eq!(case.answer(&browser, Right::Access, &fields).status, 303);
    house.drain();
    let approver = Browser::of(&house, &jonas);
    let categories = |page: &Page| -> Vec<String> {
        let cells = page.texts("section[aria-labelledby=contents] tbody td:not(.n)");
        cells.iter().map(|cell| cell.lines().next().unwrap_or_default().trim().to_owned()).collect()
    };
    let review = approver.get(&case.step(Right::Access, "review"));
    let expected = ["Customer details", "Invoices", "Music bought"];
    let shown = categories(&review);
    assert!(shown.iter().zip(expected).all(|(cell, label)| cell.starts_with(label)), "{shown:?}");
    assert_eq!(case.approve(&approver, Right::Access).status, 303);
    let sending = Browser::of(&house, &maja).get(&case.step(Right::Access, "send"));
    assert_eq!(categories(&sending), shown);

    let task = case.stored().file.tasks[0].id.clone();
    let heads = browser.get(&case.path(&format!("findings/{task}"))).texts("section > header > span");
    assert!(heads[0].contains("Sale of music"), "{heads:?}");
}

#[test]
fn one_step_on_two_requests_is_one_line_that_names_both() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let (case, browser) = collected(&house, &maja);
    let page = browser.get(case.path("").trim_end_matches('/'));
    for what in ["Maja took it", "Collecting started: 2 tasks"] {
        let line: Vec<String> =
            page.texts(".history li").into_iter().filter(|l| l.starts_with(what)).collect();
        assert_eq!(line.len(), 1, "{what}: {line:?}");
        assert!(line[0].contains("Access") && line[0].contains("Portability"), "{line:?}");
    }
    // with one request there is nothing to tell apart
    let single = Case::new(&house, &maja, "other@example.org", &[Right::Access]);
    let page = browser.get(single.path("").trim_end_matches('/'));
    let claimed = page.texts(".history li").into_iter().find(|l| l.starts_with("Maja took it")).unwrap();
    assert!(!claimed.contains("Access"), "{claimed}");
}

#[test]
fn the_entries_shown_and_those_left_out_add_up_to_the_chain() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let (case, browser) = collected(&house, &maja);
    let page = browser.get(case.path("").trim_end_matches('/'));
    let number = |text: &str| -> usize {
        text.split_whitespace().find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("{text}"))
    };
    let all = number(&page.texts("#history header .badge")[0]);
    let left_out = page.texts("#left-out");
    assert!(left_out[0].contains("who read the case"), "{left_out:?}");
    assert_eq!(page.count(".history code") + number(&left_out[0]), all);
}

#[test]
fn staff_read_the_page_as_the_person_sees_it_and_can_press_nothing() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let desk = browser.get(case.path("").trim_end_matches('/'));
    assert!(desk.all("#conversation a", "href").contains(&case.path("as-person")));
    let note = case.path("note");
    assert_eq!(browser.post(&desk, &note, &[("note", "ONLY-FOR-US")]).status, 303);
    let page = browser.get(&case.path("as-person"));
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("as the person sees it") && text.contains("Allt ni har."), "{text}");
    assert!(!text.contains("ONLY-FOR-US"));
    assert_eq!(
        (page.all("html", "lang"), page.count("form"), page.count("button")),
        (vec!["sv".into()], 0, 0)
    );
    assert!(page.all("main a", "href").iter().all(|href| !href.contains("/case/")), "{text}");
    let read = house.app.store.look(|db| indsigt::store::chain::entries(db, &case.id)).unwrap();
    assert!(read.iter().any(|row| row.kind == "read" && row.facts.contains("as_person")));
}

#[test]
fn a_national_number_is_hidden_in_the_history_and_in_a_letter_as_it_is_on_the_case() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let (case, browser) = collected(&house, &maja);
    let answer = [("outcome", "fulfilled"), ("words", "Ditt nummer 900101-1234 är rättat.")];
    assert_eq!(case.answer(&browser, Right::Access, &answer).status, 303);
    house.drain();
    let (approver, review) = (Browser::of(&house, &jonas), case.step(Right::Access, "review"));
    let comment = [("comment", "Write 900101-1234 out.")];
    assert_eq!(approver.fill(&review, &format!("{review}/changes"), &comment).status, 303);
    assert_eq!(case.answer(&browser, Right::Access, &answer).status, 303);
    house.drain();
    assert_eq!(case.approve(&approver, Right::Access).status, 303);
    let send = case.step(Right::Access, "send");
    assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);

    let at = case.path("");
    let at = at.trim_end_matches('/');
    let page = browser.get(at);
    assert!(!page.html.contains("900101-1234"), "{}", page.text());
    let history = page.texts(".history b");
    assert!(history.contains(&"Sent back: Write 900101-•••• out.".to_owned()), "{history:?}");
    let shown = browser.get(&format!("{at}?numbers=shown")).texts(".history b");
    assert!(shown.contains(&"Sent back: Write 900101-1234 out.".to_owned()), "{shown:?}");

    let letters = page.all("#conversation a[href*='/letters/']", "href");
    let letter = letters
        .iter()
        .find(|href| browser.get(href).text().contains("Ditt nummer"))
        .expect("the letter of the answer");
    let hidden = browser.get(letter);
    assert!(hidden.text().contains("Ditt nummer 900101-•••• är rättat."), "{}", hidden.text());
    assert!(!hidden.html.contains("900101-1234"));
    // on paper it goes as it was written: shown on demand, with an entry that says so
    let reads = "SELECT COUNT(*) AS n FROM events WHERE kind = 'read' AND facts LIKE '%numbers%'";
    let before = databases.count(reads);
    let show = hidden.all("a[href$='numbers=shown']", "href");
    assert_eq!(show, [format!("{letter}?numbers=shown")]);
    assert!(browser.get(&show[0]).text().contains("Ditt nummer 900101-1234 är rättat."));
    assert_eq!(databases.count(reads), before + 1);
}
