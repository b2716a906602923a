//! How often a mailed code may be guessed and how many of them a mailbox gets, over several mails,
//! hours and cases (R8, R9).

use super::visitor::{Visitor, mailed_code};
use crate::desk::Answer;
use crate::support::{Databases, House, on_both};
use crate::web::browser::Browser;
use crate::web::case_steps::LUIS;
use chrono::Duration;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::reference::Reference;
use indsigt::store::cases;

/// Where the shop of the tests belongs.
const SLUG: &str = "musik";

/// A case of a customer, asked for by a person whose browser has it open.
struct Asked<'a> {
    house: &'a House,
    email: &'static str,
    keys: (String, String),
    case_id: String,
    visitor: Visitor<'a>,
}

impl<'a> Asked<'a> {
    fn new(house: &'a House, email: &'static str) -> Asked<'a> {
        let visitor = Visitor::of(house, SLUG);
        let keys = visitor.asks_for_access("Somebody of the shop", email);
        let reference = Reference::parse(&keys.0).unwrap();
        let case_id = house.app.store.look(|db| cases::by_reference(db, &reference)).unwrap();
        let asked = Asked { house, email, keys, case_id, visitor };
        asked.opens();
        asked
    }

    fn opens(&self) {
        let (reference, code) = &self.keys;
        assert!(self.visitor.opens(reference, code).body.contains(reference));
    }

    /// A new browser: the conversation of the last one is over.
    fn comes_back(&mut self) {
        self.visitor = Visitor::of(self.house, SLUG);
        self.opens();
    }

    /// The page of the case.
    fn page(&self) -> Answer {
        self.visitor.get(&format!("/o/{SLUG}/case"))
    }

    /// The button behind the link is pressed; the code that comes.
    fn mailed_code(&self, link: &str) -> String {
        assert_eq!(self.visitor.press(link, &[("go", "send")]).status, 303);
        self.house.drain();
        mailed_code(&self.house.newest_mail(self.email).1).unwrap()
    }

    /// Staff look the person up and send the way to a code to the address on record.
    fn send_link(&self, desk: &Browser<'_>) -> u16 {
        let page = format!("/desk/cases/{}/look-up", self.case_id);
        let found = desk.fill(&page, &page, &[("go", "search")]);
        let to = &found.all("input[name=to]:not([disabled])", "value")[0];
        desk.post(&found, &format!("{page}/choose"), &[("to", to), ("go", "code")]).status
    }

    fn claim(&self, desk: &Browser<'_>) {
        let page = format!("/desk/cases/{}", self.case_id);
        assert_eq!(desk.fill(&page, &format!("{page}/claim"), &[]).status, 303);
    }

    fn level(&self) -> u8 {
        let stored = self.house.app.store.look(|db| cases::load(db, &self.case_id));
        stored.unwrap().file.case.level.number()
    }
}

fn link(house: &House, email: &str) -> String {
    house.drain();
    house.link(email, "/fetch/")
}

/// Mails to the mailbox with a code or the way to one.
fn code_mails(house: &House) -> usize {
    house.drain();
    let is_one = |text: &str| text.contains("/fetch/") || mailed_code(text).is_some();
    house.mails().iter().filter(|(to, _, text)| to == LUIS && is_one(text)).count()
}

/// Another customer of the shop.
const LEONIE: &str = "leonekohler@surfeu.de";

#[test]
fn fifteen_guesses_of_codes_count_for_a_case_and_day_however_many_codes_are_mailed() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::En);
        // the right code is the fifteenth thing that is typed, and the sixteenth
        for (email, guesses, is_let_in) in [(LUIS, 14, true), (LEONIE, 15, false)] {
            let mut asked = Asked::new(&house, email);
            let desk = Browser::of(&house, &maja);
            asked.claim(&desk);
            assert_eq!(asked.send_link(&desk), 303);
            let link = link(&house, email);
            let mut guessed = 0;
            // two codes in this hour, more than five guesses at each
            for most in [8, guesses] {
                let right = asked.mailed_code(&link);
                let page = asked.page();
                let wrong = if right == "0000 0000" { "1111 1111" } else { "0000 0000" };
                while guessed < most - 1 {
                    assert_eq!(asked.visitor.types_code(&page, wrong).status, 422, "guess {guessed}");
                    guessed += 1;
                }
                let late = asked.visitor.types_code(&page, &right).status;
                assert_eq!(late, 422, "a code takes five tries");
                guessed += 1;
            }
            assert_eq!((guessed, asked.level()), (guesses, 0));
            house.app.store.clock.advance(Duration::hours(1));
            asked.comes_back();
            let right = asked.mailed_code(&link);
            let answer = asked.visitor.types_code(&asked.page(), &right).status;
            assert_eq!(answer, if is_let_in { 303 } else { 429 }, "after {guesses} guesses");
            assert_eq!(asked.level(), if is_let_in { 2 } else { 0 });
            if !is_let_in {
                // the day after, the person gets in
                house.app.store.clock.advance(Duration::days(1));
                asked.comes_back();
                let right = asked.mailed_code(&link);
                assert_eq!(asked.visitor.types_code(&asked.page(), &right).status, 303);
                assert_eq!(asked.level(), 2);
            }
        }
    });
}

#[test]
fn a_mailbox_gets_ten_mails_with_codes_a_day_over_all_cases_and_more_the_next_day() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::En);
        let asked = [Asked::new(&house, LUIS), Asked::new(&house, LUIS)];
        let mut links = Vec::new();
        for one in &asked {
            let desk = Browser::of(&house, &maja);
            one.claim(&desk);
            assert_eq!(one.send_link(&desk), 303);
            links.push(link(&house, LUIS));
        }
        assert_ne!(links[0], links[1]);
        assert_eq!(code_mails(&house), 2);
        // hour by hour, in turn, more often than an hour allows
        let mut answers = Vec::new();
        for _hour in 0..6 {
            for turn in 0..5 {
                let at = turn % 2;
                answers.push(asked[at].visitor.press(&links[at], &[("go", "send")]).status);
            }
            assert!(code_mails(&house) <= 10, "{answers:?}");
            house.app.store.clock.advance(Duration::hours(1));
        }
        assert_eq!(code_mails(&house), 10, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 303 | 429)), "{answers:?}");
        assert_eq!(asked[1].send_link(&Browser::of(&house, &maja)), 429, "not even staff");
        house.app.store.clock.advance(Duration::days(1));
        assert_eq!(asked[0].visitor.press(&links[0], &[("go", "send")]).status, 303);
        assert_eq!(code_mails(&house), 11);
    });
}
