//! Getting to the desk: sign-in, invitation, second factor, a fresh code, one's sessions.

use crate::domain::access::Role;
use crate::web::view::parts::FieldError;
use crate::web::view::{Moment, Said, pages, shell::Desk, shell::Door};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/sign-in`: `email`, `password`, `otp`, hidden `next`.
#[derive(Debug, Clone, Serialize)]
pub struct SignIn {
    /// The frame.
    pub door: Door,
    /// As typed.
    pub email: String,
    /// Where to go afterwards; a path of ours.
    pub next: String,
    /// What has to be mended at fields.
    pub errors: Vec<FieldError>,
    /// It did not work (`error-signin-wrong`), or the session is over (`error-signin-ended`).
    pub notice: Option<Said>,
    /// Seconds to wait before the next try.
    pub wait_seconds: Option<i64>,
}

/// `GET|POST /desk/invite/{token}`: `password`, `password2`.
#[derive(Debug, Clone, Serialize)]
pub struct Invite {
    /// The frame.
    pub door: Door,
    /// Where the form goes.
    pub action: String,
    /// The invited.
    pub name: String,
    /// Their sign-in.
    pub email: String,
    /// What they may do.
    pub roles: Vec<Role>,
    /// The link is open until.
    pub until_on: NaiveDate,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// A closed or unknown invitation.
#[derive(Debug, Clone, Serialize)]
pub struct InviteClosed {
    /// The frame.
    pub door: Door,
}

/// `GET|POST /desk/second-factor`: `otp`, `kept`.
#[derive(Debug, Clone, Serialize)]
pub struct SecondFactor {
    /// The frame.
    pub door: Door,
    /// Side of the QR code in modules, quiet zone included.
    pub qr_size: u32,
    /// Its dark modules as an SVG path (`M4 4.5h7m1 0h1…`).
    pub qr_path: String,
    /// The key in groups of four.
    pub key: String,
    /// The account named in the app.
    pub account: String,
    /// Recovery codes, shown once.
    pub recovery_codes: Vec<String>,
    /// Ticked: codes are kept.
    pub kept: bool,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// `GET|POST /desk/step-up`: a fresh code before a step that needs it; `otp`, hidden `next`.
#[derive(Debug, Clone, Serialize)]
pub struct StepUp {
    /// The frame.
    pub desk: Desk,
    /// Where to go on.
    pub next: String,
    /// What it is for (`event-…-do`).
    pub purpose: Option<Said>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// `GET /desk/sessions`; `POST /desk/sessions/end` with `session`, or `all`.
#[derive(Debug, Clone, Serialize)]
pub struct Sessions {
    /// The frame.
    pub desk: Desk,
    /// Open sessions, this one first.
    pub sessions: Vec<SessionLine>,
}

/// One session.
#[derive(Debug, Clone, Serialize)]
pub struct SessionLine {
    /// Id sent back as `session`.
    pub id: String,
    /// Began, local time.
    pub since: Moment,
    /// Last used, local time.
    pub used: Moment,
    /// This very session.
    pub current: bool,
}

pages! {
    SignIn => "desk/sign_in.html",
    Invite => "desk/invite.html",
    InviteClosed => "desk/invite_closed.html",
    SecondFactor => "desk/second_factor.html",
    StepUp => "desk/step_up.html",
    Sessions => "desk/sessions.html",
}
