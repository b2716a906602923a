//! Sending an answer, and sending its link again.

use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::desk::answer::PackagePreview;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::parts::Tick;
use crate::web::view::{Moment, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/send/{request}`: `via` (`mail`, `post`, `in_person`), `posted_on`,
/// `note`, `late_reason`, `otp`.
#[derive(Debug, Clone, Serialize)]
pub struct Send {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right.
    pub right: Right,
    /// The outcome.
    pub outcome: Outcome,
    /// The date that counts.
    pub due_on: NaiveDate,
    /// Days to it; negative when late.
    pub days: i64,
    /// Late: a reason is needed.
    pub is_late: bool,
    /// Who it goes to.
    pub to: String,
    /// Level reached.
    pub level: u8,
    /// The proven channel, masked; none when nothing is proven.
    pub channel: Option<String>,
    /// The postal address on record.
    pub postal: Option<String>,
    /// The address is protected: a tick (`address_seen`) says that letter and package were looked at.
    pub is_protected: bool,
    /// Ticked.
    pub address_seen: bool,
    /// `mail`, `post`, `in_person`.
    pub via: String,
    /// As typed.
    pub posted_on: String,
    /// As typed.
    pub note: String,
    /// As typed.
    pub late_reason: String,
    /// Who wrote it.
    pub author: String,
    /// Who approved it.
    pub approver: String,
    /// Approved by its author.
    pub single_handed: bool,
    /// How long the link is open, in days, and how many downloads.
    pub open: (i64, i64),
    /// A fresh code is asked here.
    pub needs_code: bool,
    /// What was checked just now.
    pub checks: Vec<Tick>,
    /// The letter.
    pub letter: LetterPreview,
    /// The package.
    pub package: Option<PackagePreview>,
}

/// `GET /desk/cases/{id}/send/{request}` once the answer is sent: its package, to print, to post or
/// to hand over.
#[derive(Debug, Clone, Serialize)]
pub struct HandOver {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The right.
    pub right: Right,
    /// The whole package.
    pub package_href: String,
    /// Its readable page; none when it is too large to be shown by itself.
    pub page_href: Option<String>,
    /// Size of the package in bytes.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
    /// When it was released, local time.
    pub closed_at: Option<Moment>,
}

/// `GET|POST /desk/cases/{id}/renew/{request}`: a new link for a package that is kept. `POST …/close`
/// closes the one that is open.
#[derive(Debug, Clone, Serialize)]
pub struct RenewDelivery {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right.
    pub right: Right,
    /// Where it goes, masked.
    pub channel: String,
    /// The old link is open until; none when closed.
    pub open_until_on: Option<NaiveDate>,
    /// The new one will be open until.
    pub new_until_on: NaiveDate,
    /// The package is kept until; none while no day is set.
    pub kept_until_on: Option<NaiveDate>,
}

pages! { Send => "desk/send.html", HandOver => "desk/hand_over.html", RenewDelivery => "desk/renew.html" }
