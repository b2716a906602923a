//! A person at their browser in a house of the tests: the public pages as they stand, every cookie
//! they are given remembered.

use crate::desk::{Answer, Browser};
use crate::support::House;
use scraper::{Html, Selector};
use std::cell::RefCell;

/// The person.
pub struct Visitor<'a> {
    browser: Browser<'a>,
    home: String,
    cookies: RefCell<Vec<(String, String)>>,
}

/// What a form would send as it stands: the fields nobody types into.
fn hidden(page: &Answer, action: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(&page.body);
    let selector = Selector::parse("form[method=post]").unwrap();
    let form = html.select(&selector).find(|form| form.attr("action") == Some(action));
    let form = form.unwrap_or_else(|| panic!("no form to {action}: {}", page.words()));
    form.select(&Selector::parse("input[type=hidden]").unwrap())
        .filter_map(|field| Some((field.attr("name")?.to_owned(), field.attr("value")?.to_owned())))
        .collect()
}

impl<'a> Visitor<'a> {
    /// Somebody new, at this organisation.
    pub fn of(house: &'a House, slug: &str) -> Visitor<'a> {
        Visitor { browser: Browser::of(house), home: format!("/o/{slug}"), cookies: RefCell::default() }
    }

    fn seen(&self, answer: Answer) -> Answer {
        for cookie in answer.set_cookies() {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if !value.is_empty() {
                self.cookies.borrow_mut().push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    /// Every value a cookie ever had.
    pub fn cookies(&self) -> Vec<(String, String)> {
        self.cookies.borrow().clone()
    }

    /// A page.
    pub fn get(&self, path: &str) -> Answer {
        self.seen(self.browser.get(path))
    }

    /// The form to `action` on a page, sent with these fields.
    pub fn send(&self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let kept = hidden(page, action);
        let mut all: Vec<(&str, &str)> = kept.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        all.extend(fields);
        self.seen(self.browser.post(action, &all))
    }

    /// The same, and where it leads.
    pub fn submit(&self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.send(page, action, fields);
        assert_eq!(answer.status, 303, "{action}: {}", answer.words());
        self.get(answer.location())
    }

    /// A page of one button, pressed.
    pub fn press(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(&self.get(path), path, fields)
    }

    /// Asks for access; reference and code as the receipt shows them.
    pub fn asks_for_access(&self, name: &str, email: &str) -> (String, String) {
        let mut page = self.get(&format!("{}/ask/rights", self.home));
        for (step, fields) in [
            ("rights", vec![("right", "access")]),
            ("about", vec![("words", "Everything, please.")]),
            ("contact", vec![("name", name), ("email", email)]),
            ("who", vec![("who", "self")]),
        ] {
            let fields = [&fields[..], &[("go", "next")]].concat();
            page = self.submit(&page, &format!("{}/ask/{step}", self.home), &fields);
        }
        let action = format!("{}/ask/check", self.home);
        let kept = hidden(&page, &action);
        let mut all: Vec<(&str, &str)> = kept.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        all.push(("go", "send"));
        let sent = self.seen(self.browser.upload(&action, &all, None));
        assert_eq!(sent.status, 303, "{}", sent.words());
        let keys = self.get(sent.location()).texts(".keys dd");
        let [reference, code] = keys.try_into().unwrap();
        (reference, code)
    }

    /// Opens a case by reference and code; the page of it.
    pub fn opens(&self, reference: &str, code: &str) -> Answer {
        let find = format!("{}/find", self.home);
        self.submit(&self.get(&find), &find, &[("reference", reference), ("code", code)])
    }

    /// Types a mailed code into the form of a page of the case, which may be an older one.
    pub fn types_code(&self, page: &Answer, code: &str) -> Answer {
        self.send(page, &format!("{}/case/identity", self.home), &[("code", code)])
    }
}

/// The code in a mail, if it carries one: two groups of four digits.
pub fn mailed_code(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_group = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    words.windows(2).find(|pair| pair.iter().all(is_group)).map(|pair| pair.join(" "))
}
