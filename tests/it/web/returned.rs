//! An answer that came back is something to do until it was sent again.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use super::paper::{entries, letters};
use crate::support::on_both;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::returned;
use indsigt::store::messages::Carrier;

/// Two answers that were sent: one with a package, one without.
fn answered<'a>(case: &Case<'a>, browser: &Browser<'_>, approver: &Browser<'_>) {
    case.prove(browser, LUIS);
    case.collect(browser);
    let words = [("outcome", "fulfilled"), ("words", "Här är allt vi har.")];
    for right in [Right::Access, Right::MarketingObjection] {
        let written = match right {
            Right::MarketingObjection => case.stop_marketing(browser),
            _ => case.answer(browser, right, &words),
        };
        assert_eq!(written.status, 303, "{}", written.text());
        case.house.drain();
        assert_eq!(case.approve(approver, right).status, 303);
        let send = case.step(right, "send");
        assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);
    }
    case.house.drain();
}

#[test]
fn a_bounced_answer_stands_above_the_queue_until_a_new_link_went_out() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::MarketingObjection]);
        let (browser, approver) = (Browser::of(&house, &maja), Browser::of(&house, &jonas));
        answered(&case, &browser, &approver);
        let desk = case.path("").trim_end_matches('/').to_owned();
        let path = case.step(Right::Access, "undelivered");
        assert!(browser.get(&desk).all(".card a.button", "href").contains(&path));
        let empty = browser.fill(&path, &path, &[]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        // whoever only approves enters nothing
        assert_eq!(approver.get(&path).location.as_ref(), Some(&desk));
        assert_eq!(browser.get("/desk").count(".notice a.ref"), 0);

        assert_eq!(browser.fill(&path, &path, &[("reason", "Studsade: brevlådan full")]).status, 303);
        assert_eq!(case.state(Right::Access), State::Closed, "what was sent stays sent");
        let queue = browser.get("/desk");
        assert_eq!(queue.all(".notice a.ref", "href"), std::slice::from_ref(&desk), "{}", queue.text());
        let page = browser.get(&desk);
        let renew = case.step(Right::Access, "renew");
        assert_eq!(page.all(".next a.button", "href"), std::slice::from_ref(&renew), "{}", page.text());
        assert!(page.text().contains("The answer did not arrive: Studsade: brevlådan full"));
        let before = house.link(LUIS, "/answer/");
        assert_eq!(browser.fill(&renew, &renew, &[]).status, 303);
        house.drain();
        assert_ne!(house.link(LUIS, "/answer/"), before);
        assert_eq!(browser.get("/desk").count(".notice a.ref"), 0);
    });
}

#[test]
fn the_person_says_it_and_the_letter_is_printed_again() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::MarketingObjection]);
        let (browser, approver) = (Browser::of(&house, &maja), Browser::of(&house, &jonas));
        answered(&case, &browser, &approver);
        let id = case.request(Right::MarketingObjection);
        returned::person_says(&house.app, &case.id, &id).unwrap();
        assert_eq!(entries(&case, "undeliverable"), 1);
        let desk = case.path("").trim_end_matches('/').to_owned();
        let path = case.step(Right::MarketingObjection, "undelivered");
        let page = browser.get(&desk);
        assert_eq!(page.all(".next a.button", "href"), std::slice::from_ref(&path), "{}", page.text());
        let again = [("reason", "Personen ringde"), ("print", "yes")];
        assert_eq!(browser.fill(&path, &path, &again).status, 303);
        let all = letters(&case, "marketing_stopped");
        let printed: Vec<_> = all.iter().filter(|m| m.carrier == Carrier::Paper).collect();
        assert_eq!(printed.len(), 1);
        assert!(printed[0].delivered_at.is_none(), "it lies among the letters to print");
        assert_eq!(browser.get("/desk/letters").texts("tbody th"), ["Marketing stopped"]);
        assert_eq!(browser.get("/desk").count(".notice a.ref"), 0);
    });
}

#[test]
fn what_was_never_answered_did_not_come_back() {
    on_both(|databases| {
        let (house, maja, ..) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let id = case.request(Right::Access);
        assert!(returned::person_says(&house.app, &case.id, &id).is_err());
        let path = case.step(Right::Access, "undelivered");
        assert_eq!(Browser::of(&house, &maja).get(&path).status, 303);
    });
}
