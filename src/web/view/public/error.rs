//! When something stands in the way: what is true, a way onward, the phone. No code, no path.

use crate::web::view::{Said, pages, shell::Shell};
use serde::Serialize;

codes! {
    /// What stands in the way.
    pub enum Trouble {
        /// 403: the form was too old or came from elsewhere.
        OldForm = "403",
        /// 404: no such page, also for a closed link.
        NotFound = "404",
        /// 413: too much at once.
        TooLarge = "413",
        /// 421: this name is not served here.
        WrongHost = "421",
        /// 429: too many tries.
        TooMany = "429",
        /// 500: our fault.
        Broken = "500",
        /// 503: down for a while.
        Away = "503",
        /// 409: the same form was sent with other content.
        SentBefore = "409",
    }
}

/// An error page on the person's side.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorPage {
    /// The frame; without organisation when it is not known.
    pub shell: Shell,
    /// What happened.
    pub trouble: Trouble,
    /// The sentence under the headline in the page's language, with its slots
    /// (`ui-error-…-body`; see [`ErrorPage::new`]).
    pub body: Said,
}

impl ErrorPage {
    /// The page for `trouble` with the sentence it needs. `minutes` and `megabytes` fill the slots
    /// of the sentences that name them.
    pub fn new(shell: Shell, trouble: Trouble, minutes: i64, megabytes: i64) -> Self {
        let body =
            Said::new(format!("ui-error-{}-body", trouble.code())).with("n", minutes).with("max", megabytes);
        ErrorPage { shell, trouble, body }
    }
}

pages! { ErrorPage => "public/error.html" }
