//! A link that stops marketing with one press.

use crate::domain::right::Right;
use crate::web::view::{pages, shell::Shell};
use serde::Serialize;

codes! {
    /// How far the link has come.
    pub enum StopStep {
        /// Nothing done yet: one button.
        Ask = "ask",
        /// Stopped now.
        Done = "done",
        /// Stopped before.
        Before = "before",
        /// No link of ours.
        Unknown = "unknown",
    }
}

/// `GET {home}/stop/{token}`: one button; `POST` stops, with or without our page.
#[derive(Debug, Clone, Serialize)]
pub struct StopMarketing {
    /// The frame.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// How far it is.
    pub step: StopStep,
    /// What is stopped; none for an unknown link.
    pub right: Option<Right>,
    /// The address, masked.
    pub masked: String,
    /// Reference of the case, when it was just made.
    pub reference: Option<String>,
}

pages! { StopMarketing => "public/stop_marketing.html" }
