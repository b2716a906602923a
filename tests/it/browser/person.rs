//! The person at their browser: asks, confirms, follows links, opens the case and the answer.

use super::driver::Browser;
use crate::support::house::House;

/// Where the Swedish organisation is asked.
pub const HOME: &str = "/o/musik-norden";

/// The button that leads on. The one before it in the page is for the Enter key and is not seen.
const NEXT: &str = ".actions .button";

/// A person with a browser.
pub struct Person<'a> {
    pub browser: &'a Browser,
    house: &'a House,
    email: &'a str,
    /// Reference and case code, as the receipt showed them.
    pub reference: String,
    pub code: String,
}

impl<'a> Person<'a> {
    /// Goes through the five questions and the check, and reads the receipt.
    pub fn asks(
        browser: &'a Browser,
        house: &'a House,
        rights: &[&str],
        (name, email): (&str, &'a str),
    ) -> Person<'a> {
        browser.goto(&format!("{}{HOME}", house.address));
        browser.picture("public-01-start");
        browser.press(".actions .button");
        for right in rights {
            browser.tick(&format!("input[name=right][value={right}]"));
        }
        browser.picture("public-02-rights");
        browser.press(NEXT);
        browser.write("#about", "Köp av musik 2009 till 2013");
        browser.picture("public-03-about");
        browser.press(NEXT);
        browser.write("#name", name);
        browser.write("#email", email);
        browser.tick("input[name=language][value=sv]");
        browser.picture("public-04-contact");
        browser.press(NEXT);
        browser.tick("input[name=who][value=self]");
        browser.picture("public-05-who");
        browser.press(NEXT);
        let check = browser.text("main");
        assert!(check.contains(name) && check.contains(email) && check.contains("Köp av musik"), "{check}");
        browser.picture("public-06-check");
        browser.press(NEXT);
        assert!(browser.address().contains("/receipt"), "{}", browser.text("main"));
        browser.picture("public-07-receipt");
        let reference = browser.text(".keys div:nth-child(1) dd");
        let code = browser.text(".keys div:nth-child(2) dd");
        assert!(!reference.is_empty() && code.chars().filter(char::is_ascii_digit).count() == 12, "{code}");
        Person { browser, house, email, reference, code }
    }

    fn goes(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.house.address));
    }

    /// Follows the link of the first mail and presses its button: the address is theirs.
    pub fn confirms(&self) {
        self.house.drain();
        self.goes(&self.house.link(self.email, "/confirm/"));
        self.browser.picture("public-08-confirm");
        self.browser.press("main form .button");
        assert!(self.browser.address().ends_with("?done"), "{}", self.browser.text("main"));
        self.browser.picture("public-09-confirmed");
    }

    /// Follows the link that went to the address on record, has the code sent, opens the case with
    /// reference and case code, and types the code that came. Answers what only the mailbox knows:
    /// the end of the link and the code.
    pub fn proves(&self) -> [String; 2] {
        self.house.drain();
        let link = self.house.link(self.email, "/fetch/");
        self.goes(&link);
        self.browser.picture("public-10-fetch");
        self.browser.press("button[name=go][value=send]");
        self.house.drain();
        self.browser.picture("public-11-find");
        self.opens();
        self.browser.picture("public-12-type-code");
        let (_, letter) = self.house.newest_mail(self.email);
        let digits = letter.lines().find_map(|line| line.strip_prefix("Din kod: ")).expect(&letter);
        self.browser.write("main form #code", digits);
        self.browser.press("form:has(#code) .button");
        assert!(self.browser.address().contains("done=identity"), "{}", self.browser.text("main"));
        self.browser.picture("public-13-proven");
        [link.rsplit('/').next().unwrap().to_owned(), digits.to_owned()]
    }

    /// Types reference and case code where the browser stands: at the door of the case.
    pub fn opens(&self) {
        self.browser.write("#reference", &self.reference);
        self.browser.write("#code", &self.code);
        self.browser.press(".actions .button");
        assert!(!self.browser.has("#reference"), "{}", self.browser.text("main"));
    }

    /// The page of the case.
    pub fn sees_case(&self, picture: &str) -> String {
        self.goes(&format!("{HOME}/case"));
        self.browser.picture(picture);
        self.browser.text("main")
    }

    /// Writes a message on the page of the case.
    pub fn writes(&self, words: &str) {
        self.goes(&format!("{HOME}/case"));
        self.browser.write("form[action$='/case/message'] textarea", words);
        self.browser.press("form[action$='/case/message'] .button");
    }

    /// Follows the link of an answer, types the case code and fetches the package.
    pub fn fetches(&self, link: &str, picture: &str) -> Vec<u8> {
        self.goes(link);
        self.browser.picture("public-14-open-answer");
        assert!(!self.browser.has("form[action$='/package']"), "nothing is fetched without the code");
        self.browser.write("#code", &self.code);
        self.browser.press(".actions .button");
        self.browser.picture(picture);
        self.browser.click("form[action$='/package'] .button");
        self.browser.downloaded("zip")
    }
}
