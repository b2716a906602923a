//! A colleague at their browser: signs in, works on a case page by page.

use super::driver::Browser;
use crate::support::house::{Colleague, House, PASSWORD};

/// A colleague who has signed in.
pub struct Desk<'a> {
    pub browser: &'a Browser,
    house: &'a House,
    who: &'a Colleague,
}

impl<'a> Desk<'a> {
    /// Signs in with password and second factor.
    pub fn of(browser: &'a Browser, house: &'a House, who: &'a Colleague) -> Desk<'a> {
        browser.goto(&format!("{}/desk/sign-in", house.address));
        browser.write("#email", &who.email);
        browser.write("#password", PASSWORD);
        browser.write("#otp", &house.fresh_code(who));
        browser.picture("desk-01-sign-in");
        browser.press("form.panel .button");
        assert!(browser.has("header details.me"), "not signed in: {}", browser.text("body"));
        Desk { browser, house, who }
    }

    /// Goes to a page of the house.
    pub fn goes(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.house.address));
    }

    /// Opens the only unassigned case from the queue and claims it. Answers its path.
    pub fn claims(&self) -> String {
        self.goes("/desk?tab=unassigned");
        self.browser.picture("desk-02-queue");
        self.browser.press("table.queue a.who");
        self.browser.picture("desk-03-unclaimed");
        self.browser.press("section.next form[action$='/claim'] .button");
        self.browser.picture("desk-04-claimed");
        let address = self.browser.address();
        let path = address.trim_start_matches(&self.house.address);
        path.split(['?', '#']).next().unwrap().to_owned()
    }

    /// Looks the person up and answers what the page shows of it.
    pub fn looks_up(&self, case: &str) -> String {
        self.goes(&format!("{case}/look-up"));
        self.browser.picture("desk-05-look-up");
        self.browser.press("button[name=go][value=search]");
        self.browser.picture("desk-06-found");
        self.browser.text("main")
    }

    /// Sends a code to the first address on record.
    pub fn sends_code(&self) {
        self.browser.tick("input[name=to]:not([disabled])");
        self.browser.press("button[name=go][value=code]");
        self.browser.picture("desk-07-code-sent");
    }

    /// Collects in the connected source, for every request, with every record found.
    pub fn collects(&self, case: &str) {
        self.goes(&format!("{case}/collect"));
        for name in ["request", "source", "record"] {
            for value in self.browser.attributes(&format!("input[name={name}]"), "value") {
                self.browser.tick(&format!("input[name={name}][value={value:?}]"));
            }
        }
        self.browser.picture("desk-08-collect");
        self.browser.press("form.narrow-room > .row .button");
        self.house.drain();
        self.goes(case);
        self.browser.picture("desk-09-collected");
    }

    /// The case page and every letter on it.
    pub fn reads_letters(&self, case: &str) -> String {
        self.goes(case);
        let mut all = self.browser.source();
        for letter in self.browser.attributes("a[href*='/letters/']", "href") {
            self.goes(&letter);
            all.push_str(&self.browser.source());
        }
        all
    }

    /// From the case page to the step of one request.
    fn steps(&self, case: &str, right: &str, step: &str) {
        self.goes(case);
        self.browser.press(&format!("article.card:has(use[href='#i-{right}']) a[href*='/{step}/']"));
    }

    /// Writes an answer and hands it to the colleague who approves.
    pub fn answers(&self, case: &str, right: &str, outcome: &str, words: &str) {
        self.steps(case, right, "answer");
        self.browser.tick(&format!("input[name=outcome][value={outcome}]"));
        self.browser.write("#words", words);
        self.browser.press("button[name=go][value=check]");
        assert!(!self.browser.has(".error-summary"), "{}", self.browser.text("main"));
        self.browser.picture(&format!("desk-10-answer-{right}-{outcome}"));
        self.browser.press("button[name=go][value=submit]");
        assert!(!self.browser.has(".error-summary"), "{}", self.browser.text("main"));
        self.house.drain();
    }

    /// Reads an answer with its package and approves it. Answers what the page showed.
    pub fn approves(&self, case: &str, right: &str) -> String {
        self.steps(case, right, "review");
        self.browser.picture(&format!("desk-11-review-{right}"));
        let read = self.browser.text("main");
        self.browser.press("form[action$='/approve'] .button");
        assert!(!self.browser.has(".error-summary"), "{}", self.browser.text("main"));
        self.house.drain();
        read
    }

    /// Sends an approved answer by mail, after a fresh code when the last one is too old.
    pub fn sends(&self, case: &str, right: &str) {
        self.steps(case, right, "send");
        if self.browser.address().contains("/desk/step-up") {
            self.browser.picture("desk-12-step-up");
            self.browser.write("#otp", &self.house.fresh_code(self.who));
            self.browser.press("form.panel .button");
        }
        self.browser.tick("input[name=via][value=mail]");
        self.browser.picture(&format!("desk-13-send-{right}"));
        self.browser.press("form[action*='/send/'] .button");
        assert!(!self.browser.has(".error-summary"), "{}", self.browser.text("main"));
        self.house.drain();
        self.browser.picture(&format!("desk-14-sent-{right}"));
    }
}
