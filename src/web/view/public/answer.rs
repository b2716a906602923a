//! Fetching an answer: the second secret, the contents, a new link.

use crate::domain::language::Lang;
use crate::web::view::{Said, pages, parts::FieldError, shell::Shell};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET {home}/answer/{token}`: says nothing about anybody before the case code is posted as `code`.
#[derive(Debug, Clone, Serialize)]
pub struct OpenAnswer {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// Where the form goes: `{home}/answer/{token}`.
    pub action: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// The contents, after the right code. Bytes flow only on `POST {action}/letter`, `/read`,
/// `/package`; `POST {action}/close` closes the link. Each carries `csrf` and `grant`.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerContents {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// `{home}/answer/{token}`.
    pub action: String,
    /// Short-lived proof that the code was right, sent back as `grant`; empty when a cookie holds it.
    pub grant: String,
    /// The reference.
    pub reference: String,
    /// Open until.
    pub until_on: NaiveDate,
    /// Downloads allowed in all.
    pub downloads: i64,
    /// Downloads used.
    pub used: i64,
    /// The letter, to be read here.
    pub letter: Option<LetterText>,
    /// Size of the readable page in bytes.
    pub page_bytes: u64,
    /// Size of the package in bytes.
    pub package_bytes: u64,
    /// Its SHA-256 in hex.
    pub package_sha256: String,
    /// How many records, for the line under the readable page.
    pub records: i64,
    /// What was withheld: the thing, and the ground as a sentence.
    pub withheld: Vec<WithheldLine>,
    /// The supervisory authority as one line.
    pub authority: String,
}

/// One thing that is not in the package.
#[derive(Debug, Clone, Serialize)]
pub struct WithheldLine {
    /// The thing, in the letter's words.
    pub what: String,
    /// Why (`ground-…-label`).
    pub ground: Said,
    /// The article, as written in a letter.
    pub article: String,
    /// The concrete reason, a sentence.
    pub why: String,
}

/// A letter as text, in the language of the case.
#[derive(Debug, Clone, Serialize)]
pub struct LetterText {
    /// Subject.
    pub subject: String,
    /// The whole letter.
    pub text: String,
    /// Its language, which may be another than the page's.
    pub language: Lang,
}

/// `GET|POST {home}/case/new-link`: ask for a new link (`request`); also shown by a closed link,
/// then without a request.
#[derive(Debug, Clone, Serialize)]
pub struct NewLink {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// The request to renew; none from a closed link: then the case is opened first.
    pub request: Option<String>,
    /// Sent: the new link is on its way.
    pub sent: bool,
}

pages! {
    OpenAnswer => "public/open_answer.html",
    AnswerContents => "public/answer_contents.html",
    NewLink => "public/new_link.html",
}
