//! Asking what it is about, and what becomes of a question nobody answers.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use super::paper::{by_letter, entries, is_replayed, letters, request};
use crate::support::house::House;
use crate::support::on_both;
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use indsigt::domain::outcome::Outcome;
use indsigt::domain::request::{PauseKind, State};
use indsigt::domain::right::Right;
use indsigt::services::{conversation, reminding};

const SCOPE: [(&str, &str); 4] = [
    ("amount", "omkring 9 000 rader i tre system."),
    ("question", "Vilka år\ngäller det?"),
    ("meanwhile", "dina kontaktuppgifter"),
    ("by_on", "2026-03-23"),
];
const QUESTION: [(&str, &str); 6] = [
    ("go", "send"),
    ("doubt", "other"),
    ("why", "ni skriver från en ny adress"),
    ("ask", "call"),
    ("doubt_on", "2026-03-02"),
    ("by_on", "2026-03-23"),
];

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Ten in the morning of a day, and the reminders of that day.
fn move_to(house: &House, day: (i32, u32, u32)) {
    let at = Utc.with_ymd_and_hms(day.0, day.1, day.2, 10, 0, 0).unwrap();
    let clock = &house.app.store.clock;
    clock.advance(at - clock.now());
    reminding::run(&house.app).unwrap();
    house.drain();
}

#[test]
fn scope_is_asked_once_with_its_amount_and_everything_is_an_answer() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::Erasure]);
        let browser = Browser::of(&house, &maja);
        let path = case.step(Right::Access, "scope");
        let desk = case.path("").trim_end_matches('/').to_owned();
        assert!(browser.get(&desk).all(".card a.button", "href").contains(&path));
        let empty = browser.fill(&path, &path, &[("by_on", "2026-03-23")]);
        let missing = empty.all(".error-summary a", "href");
        assert_eq!((empty.status, missing), (409, vec!["#amount".to_owned(), "#question".to_owned()]));
        let mut looked_at = vec![("go", "check")];
        looked_at.extend(SCOPE);
        let page = browser.fill(&path, &path, &looked_at);
        let letter = page.texts("article.letter").concat();
        assert!(letter.contains("Det är många: omkring 9 000 rader i tre system."), "{letter}");
        assert_eq!(case.state(Right::Access), State::Assessing);

        // whoever only approves asks nothing, and erasure has no such question
        assert_eq!(Browser::of(&house, &jonas).get(&path).location.as_ref(), Some(&desk));
        let other = case.step(Right::Erasure, "scope");
        assert_eq!(browser.get(&other).location.as_ref(), Some(&desk));

        assert_eq!(browser.fill(&path, &path, &SCOPE).status, 303);
        let waits = request(&case, Right::Access);
        let pause = &waits.pauses[0];
        assert_eq!((waits.state, pause.kind, pause.counts), (State::AwaitingPerson, PauseKind::Scope, true));
        assert_eq!(case.state(Right::Erasure), State::Assessing, "the other request goes on");
        house.drain();
        let (subject, mail) = house.newest_mail(LUIS);
        assert_eq!(subject, "Vi har en fråga till dig");
        for part in ["Vilka år gäller det?", "Du kan svara ”allt”", "dina kontaktuppgifter", "skäl\u{a0}63"]
        {
            assert!(mail.contains(part), "{part}: {mail}");
        }
        assert!(browser.get(&desk).text().contains("Scope asked"));

        // the person is reminded of the question, and sees it on their page as staff see it
        move_to(&house, (2026, 3, 9));
        assert!(house.newest_mail(LUIS).1.contains("Vilka år gäller det?"));
        let theirs = Browser::of(&house, &maja).get(&case.path("as-person")).text();
        assert!(
            theirs.contains("Vilka år gäller det?") && theirs.contains("Du kan svara ”allt”"),
            "{theirs}"
        );
        conversation::person_writes(&house.app, &case.id, "Allt.", None).unwrap();
        let answered = request(&case, Right::Access);
        assert_eq!(
            (answered.state, answered.pauses[0].answered_on),
            (State::Assessing, Some(on("2026-03-09")))
        );
        assert!(is_replayed(&case, &answered));
        let again = Browser::of(&house, &maja).fill(&path, &path, &SCOPE);
        assert_eq!(again.status, 409, "once");
        assert!(again.text().contains("It can be done once"), "{}", again.text());
    });
}

#[test]
fn scope_asked_on_paper_pauses_from_the_day_it_was_posted() {
    on_both(|databases| {
        let (house, maja, ..) = staffed(databases);
        let case = by_letter(&house, &maja, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        let path = case.step(Right::Access, "scope");
        assert!(browser.get(&path).text().contains("The person has no e-mail address."));
        assert_eq!(browser.fill(&path, &path, &SCOPE).status, 303);
        assert!(!request(&case, Right::Access).pauses[0].counts);
        house.app.store.clock.advance(Duration::days(1));
        let letter = letters(&case, "ask_scope").remove(0);
        let page = format!("/desk/cases/{}/letters/{}", case.id, letter.id);
        let browser = Browser::of(&house, &maja);
        let posted = browser.fill(&page, &format!("{page}/posted"), &[("posted_on", "2026-03-03")]);
        assert_eq!(posted.status, 303, "{}", posted.text());
        let pause = &request(&case, Right::Access).pauses[0];
        assert_eq!((pause.asked_on, pause.counts), (on("2026-03-03"), true));
    });
}

#[test]
fn an_officer_is_reminded_decides_and_closes_what_nobody_replied_about() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let (identity, desk) = (case.path("identity"), case.path("").trim_end_matches('/').to_owned());
        let browser = Browser::of(&house, &maja);
        assert_eq!(browser.fill(&identity, &identity, &QUESTION).status, 303);
        let (pause, lapse) = (case.path("pause"), case.path("lapse"));
        let told = |house: &House| {
            let all = house.mails();
            all.iter().filter(|(to, s, _)| to == "karin@musik.example" && s.contains("decide on the")).count()
        };

        // due on Thursday 2 April: five working days before is Thursday 26 March
        move_to(&house, (2026, 3, 25));
        assert_eq!(told(&house), 0);
        move_to(&house, (2026, 3, 26));
        move_to(&house, (2026, 3, 27));
        assert_eq!(told(&house), 1);
        let officer = Browser::of(&house, &karin);
        let next = officer.get(&desk);
        assert_eq!(next.all(".next a.button", "href"), std::slice::from_ref(&pause), "{}", next.text());
        // a caseworker decides nothing
        let caseworker = Browser::of(&house, &maja);
        assert_eq!(caseworker.get(&pause).location.as_ref(), Some(&desk));
        let page = caseworker.get(&desk);
        let id = case.request(Right::Access);
        let keep =
            [("request", id.as_str()), ("choice", "keep_pausing"), ("reason", "Personen är utomlands.")];
        caseworker.post(&page, &pause, &keep);
        assert!(!request(&case, Right::Access).pauses[0].decided);

        let empty = officer.fill(&pause, &pause, &[("request", &id)]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (422, vec!["#choice".to_owned()]));
        assert_eq!(officer.fill(&pause, &pause, &keep).status, 303);
        assert!(request(&case, Right::Access).pauses[0].decided);
        house.drain();
        let (_, mail) = house.newest_mail(LUIS);
        assert!(mail.contains("tidigast fredag den 1\u{a0}maj 2026") && mail.contains("IMY"), "{mail}");
        assert!(!mail.contains("utomlands"), "the reason stays in the house");
        let history = officer.get(&desk).text();
        assert!(history.contains("Pause decided: go on waiting"), "{history}");

        // not before sixty days and two reminders
        assert_eq!(officer.fill(&lapse, &lapse, &[("request", &id)]).status, 409);
        for day in [(2026, 4, 16), (2026, 5, 4)] {
            move_to(&house, day);
        }
        let officer = Browser::of(&house, &karin);
        assert_eq!(officer.get(&desk).all(".next a.button", "href"), std::slice::from_ref(&lapse));
        assert_eq!(Browser::of(&house, &maja).get(&lapse).location.as_ref(), Some(&desk));
        let page = officer.get(&lapse);
        assert!(page.texts("article.letter").concat().contains("väcka talan i domstol"), "{}", page.text());
        assert_eq!(officer.post(&page, &lapse, &[("request", &id)]).status, 303);
        let closed = request(&case, Right::Access);
        assert_eq!((closed.state, closed.outcome), (State::Closed, Some(Outcome::Lapsed)));
        house.drain();
        let (subject, mail) = house.newest_mail(LUIS);
        assert_eq!(subject, "Ditt ärende är avslutat");
        for part in ["skicka en ny begäran", "Integritetsskyddsmyndigheten", "väcka talan i domstol"] {
            assert!(mail.contains(part), "{part}: {mail}");
        }
        let line = "Closed: no reply in 63 days and after two reminders";
        assert!(officer.get(&desk).text().contains(line), "{}", officer.get(&desk).text());
    });
}

#[test]
fn deciding_to_refuse_or_extend_lets_the_clock_run_and_leads_to_that_page() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        for (choice, tail) in [("refuse", "answer"), ("extend", "extend"), ("answer", "")] {
            let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
            let identity = case.path("identity");
            assert_eq!(Browser::of(&house, &maja).fill(&identity, &identity, &QUESTION).status, 303);
            let id = case.request(Right::Access);
            let officer = Browser::of(&house, &karin);
            let pause = case.path("pause");
            let fields = [("request", id.as_str()), ("choice", choice), ("reason", "Vi vet nog.")];
            let done = officer.fill(&pause, &pause, &fields);
            let to = done.location.unwrap();
            assert!(if tail.is_empty() {
                to.ends_with("?did=decide_pause")
            } else {
                to == case.step(Right::Access, tail)
            });
            let request = request(&case, Right::Access);
            assert_eq!((request.state, request.open_pause()), (State::Assessing, None));
            assert!(is_replayed(&case, &request));
            assert_eq!((letters(&case, "resumed").len(), entries(&case, "decide_pause")), (1, 1));
        }
    });
}
