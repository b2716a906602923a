//! The five questions, the check of the answers and the receipt.
//!
//! Each question is a form sent to `{home}/ask/{step}` with `csrf`, `draft` and `go`: `next`,
//! `back`, or on the check page `send`, `forget` or the step to change (`rights`, `about`,
//! `contact`, `who`). `draft` is opaque to the page: it carries the answers so far and the key
//! that makes sending twice one case.

use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::{Moment, Said, pages, parts::FieldError, shell::Shell};
use chrono::NaiveDate;
use serde::Serialize;

/// What every question carries.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// Which question this is, from 1.
    pub number: u8,
    /// Of how many.
    pub of: u8,
    /// The token sent back as `csrf`; empty when the check is by origin alone.
    pub csrf: String,
    /// The answers so far, opaque; empty when a cookie holds them.
    pub draft: String,
    /// What has to be mended, in page order.
    pub errors: Vec<FieldError>,
}

/// `GET|POST {home}/ask/rights`: checkboxes `right` with the codes of the rights, `objecting` for
/// both objections, and `unsure`.
#[derive(Debug, Clone, Serialize)]
pub struct AskRights {
    /// The frame.
    pub shell: Shell,
    /// The question.
    pub question: Question,
    /// The values of `right` that are chosen.
    pub chosen: Vec<String>,
}

/// `POST {home}/ask/objecting`: which objection, checkboxes `objecting`.
#[derive(Debug, Clone, Serialize)]
pub struct AskObjecting {
    /// The frame.
    pub shell: Shell,
    /// The question.
    pub question: Question,
    /// The chosen values, `marketing_objection` and `objection`.
    pub chosen: Vec<String>,
}

/// `POST {home}/ask/about`: `words`, `about`, `other_ids`, and the fields the chosen rights need:
/// `rectify_wrong`, `rectify_right`, `objection_why`, `decision_which`, `consent_which`.
#[derive(Debug, Clone, Serialize)]
pub struct AskAbout {
    /// The frame.
    pub shell: Shell,
    /// The question.
    pub question: Question,
    /// The rights chosen before: they decide which fields are asked.
    pub rights: Vec<Right>,
    /// "I am not sure" was chosen: then the own words are needed.
    pub unsure: bool,
    /// In the person's own words.
    pub words: String,
    /// Order number, shop, since when.
    pub about: String,
    /// Other addresses, numbers or names the organisation may know.
    pub other_ids: String,
    /// What is wrong.
    pub rectify_wrong: String,
    /// What it should say.
    pub rectify_right: String,
    /// What in the person's situation speaks against the use.
    pub objection_why: String,
    /// Which decision.
    pub decision_which: String,
    /// Which consent.
    pub consent_which: String,
    /// The text holds what looks like a national number (never refused).
    pub looks_like_number: bool,
}

/// `POST {home}/ask/contact`: `name`, `email`, `phone`, `address`, `language`, and the honeypot
/// `website`, which people never see.
#[derive(Debug, Clone, Serialize)]
pub struct AskContact {
    /// The frame.
    pub shell: Shell,
    /// The question.
    pub question: Question,
    /// Name.
    pub name: String,
    /// Mail.
    pub email: String,
    /// "Did you mean …?": a likely misspelling, never an error.
    pub email_guess: Option<String>,
    /// Phone.
    pub phone: String,
    /// Postal address, several lines.
    pub address: String,
    /// Language of the answer.
    pub language: Lang,
    /// Languages this organisation answers in.
    pub offered: Vec<LanguageName>,
}

/// A language under its own name.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageName {
    /// The language.
    pub lang: Lang,
    /// Its own name.
    pub name: &'static str,
}

/// `POST {home}/ask/who`: `who` is `self` or the code of a kind of representative, `person_name`,
/// `person_email`, `person_phone` and `person_address` those of the one they ask for.
#[derive(Debug, Clone, Serialize)]
pub struct AskWho {
    /// The frame.
    pub shell: Shell,
    /// The question.
    pub question: Question,
    /// The value chosen, or empty before an answer.
    pub who: String,
    /// The other person's name.
    pub person_name: String,
    /// Their mail, empty when not given.
    pub person_email: String,
    /// Their phone, empty when not given.
    pub person_phone: String,
    /// Their postal address, empty when not given.
    pub person_address: String,
}

/// `POST {home}/ask/check`, multipart: files `file`, and `go`.
#[derive(Debug, Clone, Serialize)]
pub struct CheckAnswers {
    /// The frame.
    pub shell: Shell,
    /// Most megabytes of a file.
    pub max_megabytes: i64,
    /// Most files of a case.
    pub max_files: i64,
    /// The question.
    pub question: Question,
    /// The rights as chosen.
    pub rights: Vec<Right>,
    /// "I am not sure" was chosen.
    pub unsure: bool,
    /// What it is about: each filled field of that page with its label.
    pub about: Vec<Answered>,
    /// Name.
    pub name: String,
    /// Mail, empty when not given.
    pub email: String,
    /// Phone, empty when not given.
    pub phone: String,
    /// Postal address, empty when not given.
    pub address: String,
    /// Language of the answer, by its own name.
    pub language: &'static str,
    /// `self` or the code of a kind of representative.
    pub who: String,
    /// The other person's name.
    pub person_name: String,
    /// Their mail, empty when not given.
    pub person_email: String,
    /// Their phone, empty when not given.
    pub person_phone: String,
    /// Their postal address, empty when not given.
    pub person_address: String,
    /// When the answer comes if the form is sent now.
    pub answer_by_on: NaiveDate,
    /// How long a closed case is kept, in months, for the privacy line.
    pub kept_months: i64,
}

/// A label and what was answered.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    /// The label of the field (`form-…-label`).
    pub label: Said,
    /// The answer.
    pub text: String,
}

/// The receipt, once, right after sending. Nothing on it identifies the person.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt {
    /// The frame.
    pub shell: Shell,
    /// The reference.
    pub reference: String,
    /// The code in groups; none when shown again (sent twice).
    pub code: Option<String>,
    /// Received, local time.
    pub received_at: Moment,
    /// When the person hears from us at the latest.
    pub answer_by_on: NaiveDate,
    /// The promise in days, when it is what counts.
    pub promise_days: Option<i64>,
    /// The law's date.
    pub law_on: NaiveDate,
    /// How we understood it, one line a right (`right-…-asked`).
    pub understood: Vec<Said>,
    /// A mail was given: say that it has a link to press.
    pub has_email: bool,
    /// Sent before: this is the receipt of the first time.
    pub again: bool,
}

pages! {
    AskRights => "public/ask_rights.html",
    AskObjecting => "public/ask_objecting.html",
    AskAbout => "public/ask_about.html",
    AskContact => "public/ask_contact.html",
    AskWho => "public/ask_who.html",
    CheckAnswers => "public/check_answers.html",
    Receipt => "public/receipt.html",
}
