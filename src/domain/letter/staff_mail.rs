//! The mails to staff: what waits, what is late, who is invited.

use crate::domain::right::Right;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A mail to staff: reference, days left, link; no name, no content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum StaffMail {
    /// Days left to `act_by_on` (0: today).
    Reminder {
        /// Case reference.
        reference: String,
        /// Right concerned.
        right: Right,
        /// Days left.
        days: i64,
        /// The date.
        act_by_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Every working day while something is late.
    OverdueDigest {
        /// Reference, right, days late, link.
        rows: Vec<OverdueRow>,
    },
    /// Last day to extend is near.
    LastExtend {
        /// Case reference.
        reference: String,
        /// Days left.
        days: i64,
        /// The date.
        last_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// A pause has to be decided on.
    DecidePause {
        /// Case reference.
        reference: String,
        /// By when.
        decide_by_on: NaiveDate,
        /// The date without the pause.
        act_by_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Somebody at a known address stopped a case.
    Stopped {
        /// Case reference.
        reference: String,
        /// Link to the case.
        link: String,
    },
    /// Nobody has taken it for more than one working day.
    Unassigned {
        /// Case reference.
        reference: String,
        /// Link to the case.
        link: String,
    },
    /// A task is due or late. Whom it asks is said in the house only.
    TaskDue {
        /// Case reference.
        reference: String,
        /// Days left; negative when late.
        days: i64,
        /// Link to the case.
        link: String,
    },
    /// What was erased is overwritten in the backups by now: to be checked.
    FollowUp {
        /// Case reference.
        reference: String,
        /// The date.
        due_on: NaiveDate,
        /// Link to the case.
        link: String,
    },
    /// Welcome: choose a password, add a second factor.
    Invitation {
        /// Name of the invited.
        name: String,
        /// Link, works once.
        link: String,
        /// Last day.
        until_on: NaiveDate,
    },
    /// Ten failed sign-ins on your account.
    SignInAlert {
        /// How many failed tries.
        failures: u32,
    },
}

/// One line of the overdue digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueRow {
    /// Case reference.
    pub reference: String,
    /// Right concerned.
    pub right: Right,
    /// Days late.
    pub days: i64,
    /// Link to the case.
    pub link: String,
}

impl StaffMail {
    /// File name of the template, without language and ending.
    pub const fn template(&self) -> &'static str {
        match self {
            StaffMail::Reminder { .. } => "staff_reminder",
            StaffMail::OverdueDigest { .. } => "staff_overdue_digest",
            StaffMail::LastExtend { .. } => "staff_last_extend",
            StaffMail::DecidePause { .. } => "staff_decide_pause",
            StaffMail::Stopped { .. } => "staff_stopped",
            StaffMail::Unassigned { .. } => "staff_unassigned",
            StaffMail::TaskDue { .. } => "staff_task_due",
            StaffMail::FollowUp { .. } => "staff_follow_up",
            StaffMail::Invitation { .. } => "staff_invitation",
            StaffMail::SignInAlert { .. } => "staff_sign_in_alert",
        }
    }
}
