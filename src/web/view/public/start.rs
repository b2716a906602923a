//! Before asking: choose the organisation, the start page.

use crate::web::view::{pages, shell::Shell};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET /` when more than one organisation answers here.
#[derive(Debug, Clone, Serialize)]
pub struct ChooseOrganisation {
    /// The frame; `home` is empty.
    pub shell: Shell,
    /// Who can be asked.
    pub organisations: Vec<OrganisationLink>,
}

/// One organisation to choose.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationLink {
    /// Legal name.
    pub name: String,
    /// What it does, in its own words.
    pub about: Option<String>,
    /// Postal address, which tells namesakes apart.
    pub address: String,
    /// `/o/{slug}`.
    pub href: String,
}

/// `GET /o/{slug}`.
#[derive(Debug, Clone, Serialize)]
pub struct Start {
    /// The frame.
    pub shell: Shell,
    /// What the organisation does, in its own words.
    pub about: Option<String>,
    /// When the answer comes if the form is sent today.
    pub answer_by_on: NaiveDate,
    /// The promise in days, when the organisation makes one.
    pub promise_days: Option<i64>,
}

pages! {
    ChooseOrganisation => "public/choose_organisation.html",
    Start => "public/start.html",
}
