//! Work that happens after a change, in the same database and transaction: the outbox.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

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
