//! What was done in error is taken back: an extension, a closing.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use super::paper::{by_letter, entries, is_replayed, letters, request};
use crate::support::on_both;
use chrono::{Duration, NaiveDate};
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::delivery;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const EXTEND: [(&str, &str); 3] =
    [("go", "extend"), ("ground", "complexity"), ("why", "uppgifterna ligger i många system")];

#[test]
fn an_extension_whose_notice_has_not_left_is_undone_with_it_and_nobody_is_told() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let paper = by_letter(&house, &maja, &[Right::Access]);
        let mailed = Case::new(&house, &maja, LUIS, &[Right::Access]);
        house.drain();
        let before = house.mails().len();
        let officer = Browser::of(&house, &karin);
        for case in [&paper, &mailed] {
            let extend = case.step(Right::Access, "extend");
            assert_eq!(officer.fill(&extend, &extend, &EXTEND).status, 303);
            let undo = case.step(Right::Access, "undo-extension");
            let page = officer.get(&undo);
            assert_eq!(page.count("article.letter"), 0, "{}", page.text());
            // a caseworker undoes nothing
            let desk = case.path("").trim_end_matches('/').to_owned();
            assert_eq!(Browser::of(&house, &maja).get(&undo).location, Some(desk));
            assert_eq!(officer.post(&page, &undo, &[]).status, 303);
            let request = request(case, Right::Access);
            assert_eq!((request.extension, request.dates.statutory_on), (None, on("2026-04-02")));
            assert!(is_replayed(case, &request));
            assert!(letters(case, "extension").is_empty() && letters(case, "extension_undone").is_empty());
        }
        house.drain();
        assert_eq!(house.mails().len(), before, "neither notice nor correction");
        let names = officer.get("/desk/letters").texts("tbody th");
        assert_eq!(names, ["Receipt"], "the notice on paper is not there to be posted");
        let twice = officer.get(&mailed.step(Right::Access, "undo-extension"));
        assert_eq!(twice.status, 303, "there is nothing to undo any more");
    });
}

#[test]
fn an_extension_the_person_knows_of_is_undone_with_a_correction() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let officer = Browser::of(&house, &karin);
        let extend = case.step(Right::Access, "extend");
        assert_eq!(officer.fill(&extend, &extend, &EXTEND).status, 303);
        house.drain();
        assert!(request(&case, Right::Access).extension.unwrap().delivered);
        let undo = case.step(Right::Access, "undo-extension");
        let page = officer.get(&undo);
        assert!(
            page.texts("article.letter").concat().contains("Det gamla datumet gäller igen"),
            "{}",
            page.text()
        );
        assert_eq!(officer.post(&page, &undo, &[]).status, 303);
        house.drain();
        let (subject, mail) = house.newest_mail(LUIS);
        assert_eq!(subject, "Det gamla datumet gäller igen");
        assert!(mail.contains("torsdag den 2\u{a0}april 2026"), "{mail}");
        assert_eq!(request(&case, Right::Access).extension, None);
        let desk = officer.get(case.path("").trim_end_matches('/')).text();
        assert!(
            desk.contains(
                "Extension undone. Due again Thursday 2\u{a0}April 2026".replace('\u{a0}', " ").as_str()
            ),
            "{desk}"
        );
    });
}

#[test]
fn what_was_closed_in_error_is_opened_again_with_its_old_clock_and_its_links_close() {
    on_both(|databases| {
        let (house, maja, jonas, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        case.collect(&browser);
        assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        house.drain();
        assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::Access).status, 303);
        let send = case.step(Right::Access, "send");
        assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);
        house.drain();
        let token = house.link(LUIS, "/answer/").rsplit('/').next().unwrap().to_owned();
        assert!(delivery::is_good(&house.app, &token).unwrap());
        let due_on = request(&case, Right::Access).dates.statutory_on;

        house.app.store.clock.advance(Duration::days(30));
        let reopen = case.step(Right::Access, "reopen");
        let desk = case.path("").trim_end_matches('/').to_owned();
        assert_eq!(Browser::of(&house, &maja).get(&reopen).location, Some(desk.clone()), "no officer");
        let officer = Browser::of(&house, &karin);
        let empty = officer.fill(&reopen, &reopen, &[]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        let done = officer.fill(&reopen, &reopen, &[("reason", "Fel kund i paketet")]);
        assert_eq!(done.status, 303, "{}", done.text());
        let open = request(&case, Right::Access);
        assert_eq!((open.state, open.outcome, open.closed_at), (State::Assessing, None, None));
        assert_eq!(open.dates.statutory_on, due_on, "the original clock goes on");
        assert!(is_replayed(&case, &open));
        assert!(!delivery::is_good(&house.app, &token).unwrap());
        house.drain();
        let (subject, mail) = house.newest_mail(LUIS);
        assert_eq!(subject, "Vi arbetar med ditt ärende igen");
        assert!(mail.contains("Du får svar senast torsdag den 2\u{a0}april 2026"), "{mail}");
        assert!(
            officer.get(&desk).text().contains("Reopened: Fel kund i paketet. The original clock goes on")
        );
        assert_eq!(entries(&case, "reopen"), 1);
    });
}

#[test]
fn what_was_closed_more_than_thirty_days_ago_stays_closed() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        let (withdraw, id) = (case.path("withdraw"), case.request(Right::Access));
        let told = [("request", id.as_str()), ("told_on", "2026-03-02"), ("evidence", "Ringde.")];
        assert_eq!(browser.fill(&withdraw, &withdraw, &told).status, 303);
        house.app.store.clock.advance(Duration::days(31));
        let officer = Browser::of(&house, &karin);
        let reopen = case.step(Right::Access, "reopen");
        let late = officer.fill(&reopen, &reopen, &[("reason", "Fel")]);
        assert_eq!(late.status, 409);
        assert!(late.text().contains("The last day was"), "{}", late.text());
        assert_eq!(case.state(Right::Access), State::Closed);
    });
}
