//! Letters: one as it was kept, to read and to print; and those that lie here to be posted.

use crate::domain::language::Lang;
use crate::web::view::desk::Step;
use crate::web::view::{Moment, Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET /desk/cases/{id}/letters/{message}`; `POST …/posted` (`posted_on`). A case code in it is never
/// shown again.
#[derive(Debug, Clone, Serialize)]
pub struct CaseLetter {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Letter id.
    pub message_id: String,
    /// Language of the letter.
    pub language: Lang,
    /// Subject.
    pub subject: String,
    /// Where it went; none on paper.
    pub to: Option<String>,
    /// How it travelled and what became of it.
    pub how: Said,
    /// Written, local time.
    pub at: Moment,
    /// Posted or handed over; of a letter on paper that has left.
    pub posted: Option<NaiveDate>,
    /// The words as plain text; blank lines part paragraphs.
    pub text: String,
    /// National numbers in it are hidden; `?numbers=shown` shows them, which leaves an entry.
    pub hides_numbers: bool,
    /// They are shown.
    pub shows_numbers: bool,
    /// The day it was posted, as typed: the form stands there for whoever may say so.
    pub posted_on: Option<String>,
    /// It is a receipt, whose code was printed when the case was entered.
    pub is_receipt: bool,
}

/// One letter that lies here.
#[derive(Debug, Clone, Serialize)]
pub struct LetterRow {
    /// Where it is read and printed.
    pub href: String,
    /// What letter it is (`letter-name-…`).
    pub said: Said,
    /// Reference of the case.
    pub reference: String,
    /// The person's name; none when it is hidden or missing.
    pub person: Option<String>,
    /// Which of our organisations, shown when there are several.
    pub controller: Option<String>,
    /// Written, local time.
    pub at: Moment,
}

/// `GET /desk/letters?after=`.
#[derive(Debug, Clone, Serialize)]
pub struct LettersToPost {
    /// The frame.
    pub desk: Desk,
    /// Oldest first.
    pub rows: Vec<LetterRow>,
    /// Where the next page begins (keyset, opaque); none at the end.
    pub after: Option<String>,
}

pages! { CaseLetter => "desk/letter.html", LettersToPost => "desk/letters.html" }
