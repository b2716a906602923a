//! What people are told before and apart from asking: the privacy notice of this very service, the
//! right to object, and that the form is not open.

use crate::web::view::{pages, shell::Shell};
use serde::Serialize;

/// Whom to turn to.
#[derive(Debug, Clone, Serialize)]
pub struct ContactLine {
    /// Whether they are a data protection officer.
    pub is_officer: bool,
    /// Name or function.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// `GET {home}/privacy` (art. 13).
#[derive(Debug, Clone, Serialize)]
pub struct PrivacyNotice {
    /// The frame.
    pub shell: Shell,
    /// Whom to turn to.
    pub contact: Option<ContactLine>,
    /// Web pages of the organisation.
    pub web: Option<String>,
    /// Months a closed case is kept.
    pub keep_months: i64,
    /// Who takes complaints, in one line.
    pub authority: String,
}

/// `GET {home}/right-to-object` (art. 21(4)): apart from everything else.
#[derive(Debug, Clone, Serialize)]
pub struct RightToObject {
    /// The frame.
    pub shell: Shell,
    /// Phone.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
}

/// The form while the privacy notice is not whole.
#[derive(Debug, Clone, Serialize)]
pub struct FormClosed {
    /// The frame.
    pub shell: Shell,
    /// Phone.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
}

pages! {
    PrivacyNotice => "public/privacy.html",
    RightToObject => "public/right_to_object.html",
    FormClosed => "public/form_closed.html",
}
