//! Work that happens after a change, in the same database and transaction: the outbox.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a job does. Ids only: whatever identifies a person stays sealed in its own row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Hand a stored letter to the mail server. At least once, with a Message-ID made from the job id.
    SendLetter {
        /// Message row.
        message_id: String,
    },
    /// Send a mail to staff: reference, days left, link. No name, no content.
    SendStaffMail {
        /// Staff mail row.
        mail_id: String,
    },
    /// Search one connected source for one task.
    SearchSource {
        /// Task row.
        task_id: String,
    },
    /// Build the package of a request's answer.
    BuildPackage {
        /// Request row.
        request_id: String,
    },
}

impl Job {
    /// The kind, as written in the queue.
    pub const fn kind(&self) -> &'static str {
        match self {
            Job::SendLetter { .. } => "send_letter",
            Job::SendStaffMail { .. } => "send_staff_mail",
            Job::SearchSource { .. } => "search_source",
            Job::BuildPackage { .. } => "build_package",
        }
    }

    /// How long after the n-th failed attempt (1-based) the next one is made; `None`: give up and
    /// show it to staff. The ladder: 1 min, 5 min, 15 min, 1 h, 3 h, 6 h, then every 12 h up to
    /// 3 days, which is what a mail server's own queue does.
    pub fn retry_after(attempts: u32) -> Option<chrono::Duration> {
        let minutes = match attempts {
            0 | 1 => 1,
            2 => 5,
            3 => 15,
            4 => 60,
            5 => 180,
            6 => 360,
            7..=11 => 720,
            _ => return None,
        };
        Some(chrono::Duration::minutes(minutes))
    }
}

/// A job to be queued with a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// What to do.
    pub job: Job,
    /// Not before this instant; `None`: at once.
    pub run_at: Option<DateTime<Utc>>,
    /// Pointless after this instant (a code that has expired): dropped, not sent.
    pub not_after: Option<DateTime<Utc>>,
}

impl NewJob {
    /// A job to be done as soon as possible.
    pub fn now(job: Job) -> Self {
        NewJob { job, run_at: None, not_after: None }
    }
}

codes! {
    /// Why a job did not work. The page of jobs says it in the reader's words (`job-failed-…`).
    pub enum Cause {
        /// The mail could not be put together: an address that is none, most often.
        MailAddress = "mail_address",
        /// The mail server refused this mail for good.
        MailRefused = "mail_refused",
        /// The mail server did not take it for the time being.
        MailLater = "mail_later",
        /// The mail server refused our sign-in.
        MailSignIn = "mail_sign_in",
        /// No connection to the mail server, or no answer over it.
        MailAway = "mail_away",
        /// No secure connection to the mail server.
        MailTls = "mail_tls",
        /// The mail could not be written into the folder of the file transport.
        MailFolder = "mail_folder",
        /// The template could not be filled.
        Template = "template",
        /// A source could not be searched: its task says why.
        Source = "source",
        /// Something did not answer, or an answer changed while its package was built.
        Unavailable = "unavailable",
        /// Whoever worked on it stopped each time.
        Died = "died",
        /// Of another version of the program.
        UnknownJob = "unknown_job",
        /// A fault of the program or of what it keeps.
        Broken = "broken",
    }
}

/// Why a job failed, kept with it as one line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// What kind.
    pub cause: Cause,
    /// The technical side of it. Codes and settings only: nothing that identifies a person.
    pub detail: String,
}

impl Failed {
    /// A failure.
    pub fn new(cause: Cause, detail: impl Into<String>) -> Self {
        Failed { cause, detail: detail.into() }
    }

    /// Reads what was kept.
    pub fn parse(kept: &str) -> Failed {
        let (code, detail) = kept.split_once(": ").unwrap_or((kept, ""));
        match Cause::from_code(code) {
            Some(cause) => Failed::new(cause, detail),
            None => Failed::new(Cause::Broken, kept),
        }
    }

    /// The technical side as people may see it: of a fault nobody foresaw it stays in the log.
    pub fn shown(&self) -> Option<&str> {
        let is_ours = !matches!(self.cause, Cause::Broken | Cause::Unavailable);
        Some(self.detail.as_str()).filter(|detail| is_ours && !detail.is_empty())
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.cause, self.detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_read_as_it_was_kept_and_an_unforeseen_one_shows_no_detail() {
        for cause in Cause::ALL {
            let failed = Failed::new(*cause, "the mail server answered 550: no");
            assert_eq!(Failed::parse(&failed.to_string()), failed);
        }
        let old = Failed::parse("broken in a way nobody foresaw");
        assert_eq!((old.cause, old.shown()), (Cause::Broken, None));
        let refused = Failed::new(Cause::MailRefused, "the mail server answered 550");
        assert_eq!(refused.shown(), Some("the mail server answered 550"));
    }
}
