//! A letter as it was kept, to read and to print.

use crate::domain::language::Lang;
use crate::web::view::{Moment, Said, pages, shell::Desk};
use serde::Serialize;

/// `GET /desk/cases/{id}/letters/{message}`. A case code in it is never shown again.
#[derive(Debug, Clone, Serialize)]
pub struct CaseLetter {
    /// The frame.
    pub desk: Desk,
    /// Case id.
    pub case_id: String,
    /// Message id.
    pub message_id: String,
    /// Reference.
    pub reference: String,
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
    /// The words as plain text; blank lines part paragraphs.
    pub text: String,
    /// National numbers in it are hidden; `?numbers=shown` shows them, which leaves an entry.
    pub hides_numbers: bool,
    /// They are shown.
    pub shows_numbers: bool,
}

pages! { CaseLetter => "desk/letter.html" }
