//! Links from mails: confirm an address, fetch the code that shows who one is. A GET does nothing.

use crate::web::view::{pages, parts::FieldError, shell::Shell};
use serde::Serialize;

codes! {
    /// How far a mailed link has come.
    pub enum LinkStep {
        /// Nothing done yet: one button.
        Ask = "ask",
        /// Done.
        Done = "done",
        /// Too old, used, or unknown: all look the same.
        Closed = "closed",
    }
}

/// `GET {home}/confirm/{token}`: one button; `POST` confirms. Scanners that follow links confirm
/// nothing.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmAddress {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// Where the form goes: `{home}/confirm/{token}`.
    pub action: String,
    /// How far it is.
    pub step: LinkStep,
}

/// `GET {home}/not-me/{token}`: one button; `POST` stops the case. Nothing of the case is shown.
#[derive(Debug, Clone, Serialize)]
pub struct StopCase {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// Where the form goes: `{home}/not-me/{token}`.
    pub action: String,
    /// How far it is.
    pub step: LinkStep,
    /// Whom to call.
    pub phone: Option<String>,
}

/// `GET {home}/code/{token}`: a button mails the code (`POST`, `go=send`); then it is typed here
/// (`POST`, `go=enter`, `code`).
#[derive(Debug, Clone, Serialize)]
pub struct FetchCode {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// Where the forms go: `{home}/code/{token}`.
    pub action: String,
    /// Ask, sent and typed, or closed.
    pub step: FetchStep,
    /// Where the code went, masked.
    pub masked: String,
    /// For how many minutes a code lives.
    pub minutes: i64,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// `GET {home}/new-code/{token}`: one button; `POST` shows a new case code, once. The old one stops
/// working with it.
#[derive(Debug, Clone, Serialize)]
pub struct NewCode {
    /// The frame.
    pub shell: Shell,
    /// Token sent back as `csrf`.
    pub csrf: String,
    /// Where the form goes: `{home}/new-code/{token}`.
    pub action: String,
    /// How far it is.
    pub step: LinkStep,
    /// The new code, when it was just made.
    pub code: Option<String>,
}

codes! {
    /// How far fetching a code has come.
    pub enum FetchStep {
        /// Nothing sent yet.
        Ask = "ask",
        /// Sent: type it.
        Enter = "enter",
        /// Right: we know who it is.
        Done = "done",
        /// Too old, used, or unknown.
        Closed = "closed",
    }
}

pages! {
    ConfirmAddress => "public/confirm_address.html",
    StopCase => "public/stop.html",
    NewCode => "public/new_code.html",
    FetchCode => "public/fetch_code.html",
}
