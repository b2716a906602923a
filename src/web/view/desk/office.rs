//! Behind the cases: letters and jobs given up on, and the demo's mails.

use crate::domain::access::Role;
use crate::domain::job::Cause;
use crate::web::view::{Moment, pages, shell::Desk, shell::LanguageLink};
use serde::Serialize;

/// `GET /desk/jobs`; `POST /desk/jobs/{id}/retry`, `POST /desk/jobs/{id}/drop`.
#[derive(Debug, Clone, Serialize)]
pub struct Jobs {
    /// The frame.
    pub desk: Desk,
    /// Given up on, newest first.
    pub dead: Vec<JobLine>,
    /// Waiting for their next try.
    pub waiting: i64,
    /// Mail is held (after a restore) until a person confirms (`POST /desk/jobs/release`).
    pub held: bool,
    /// Signed heads do not reach the folder outside.
    pub unproven: bool,
}

/// One job.
#[derive(Debug, Clone, Serialize)]
pub struct JobLine {
    /// Id.
    pub id: String,
    /// Its kind (`ui-job-{kind}`).
    pub kind: String,
    /// The case it belongs to: id and reference.
    pub case: Option<(String, String)>,
    /// Tries so far.
    pub tries: i64,
    /// Last try, local time.
    pub at: Moment,
    /// Why it failed (`job-failed-{cause}`).
    pub cause: Cause,
    /// The technical side, where there is one to show; no personal data.
    pub detail: Option<String>,
}

/// `GET /demo`: only the demo has it.
#[derive(Debug, Clone, Serialize)]
pub struct DemoDoors {
    /// The name in the bar.
    pub brand: String,
    /// The same page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// Where a person asks.
    pub form_href: String,
    /// Who may sign in at the desk.
    pub sign_ins: Vec<DemoSignIn>,
}

/// One invented colleague.
#[derive(Debug, Clone, Serialize)]
pub struct DemoSignIn {
    /// Name.
    pub name: String,
    /// Address to sign in with.
    pub email: String,
    /// Password.
    pub password: String,
    /// Roles (`role-{role}`).
    pub roles: Vec<Role>,
    /// The six digits that are good now.
    pub digits: String,
}

/// `GET /demo/mails`, `GET /demo/mails/{id}`: only the demo has them.
#[derive(Debug, Clone, Serialize)]
pub struct DemoMails {
    /// The name in the bar.
    pub brand: String,
    /// The same page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// Where a person asks.
    pub form_href: String,
    /// Newest first.
    pub mails: Vec<MailLine>,
    /// The opened one.
    pub open: Option<MailOpen>,
}

/// One mail in the list.
#[derive(Debug, Clone, Serialize)]
pub struct MailLine {
    /// Id.
    pub id: String,
    /// To whom.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// When, local time.
    pub at: Moment,
    /// To staff.
    pub staff: bool,
}

/// The opened mail.
#[derive(Debug, Clone, Serialize)]
pub struct MailOpen {
    /// Id.
    pub id: String,
    /// To.
    pub to: String,
    /// From.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// When, local time.
    pub at: Moment,
    /// The plain text in pieces, so that links can be pressed.
    pub text: Vec<MailPiece>,
}

/// Words or a link of a mail.
#[derive(Debug, Clone, Serialize)]
pub struct MailPiece {
    /// The words.
    pub text: String,
    /// The link it is; only addresses of this service are links.
    pub href: Option<String>,
}

impl MailPiece {
    /// Cuts plain text into words and links to this service at `base` (`http://127.0.0.1:8080`).
    pub fn cut(text: &str, base: &str) -> Vec<MailPiece> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(base).filter(|_| !base.is_empty()) {
            let (before, link) = rest.split_at(at);
            let end = link.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(link.len());
            let (link, after) = link.split_at(end);
            let link_only = link.trim_end_matches(['.', ',', ')']);
            let tail = link.strip_prefix(link_only).unwrap_or_default();
            pieces.push(MailPiece { text: before.to_owned(), href: None });
            pieces.push(MailPiece { text: link_only.to_owned(), href: Some(link_only.to_owned()) });
            pieces.push(MailPiece { text: tail.to_owned(), href: None });
            rest = after;
        }
        pieces.push(MailPiece { text: rest.to_owned(), href: None });
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}

pages! { Jobs => "desk/jobs.html", DemoMails => "desk/demo_mails.html", DemoDoors => "desk/demo.html" }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_service_become_links() {
        let pieces = MailPiece::cut("See http://h:1/o/a/find. Not http://evil.example/", "http://h:1");
        let seen: Vec<_> = pieces.iter().map(|p| (p.text.as_str(), p.href.is_some())).collect();
        assert_eq!(
            seen,
            [
                ("See ", false),
                ("http://h:1/o/a/find", true),
                (".", false),
                (" Not http://evil.example/", false)
            ]
        );
    }
}
