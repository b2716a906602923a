//! Which right a request is about.

use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::{pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/reclassify/{request}`: `right`.
#[derive(Debug, Clone, Serialize)]
pub struct Reclassify {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// The right as we understand it now.
    pub right: Right,
    /// Its date.
    pub due_on: NaiveDate,
    /// The other rights.
    pub choices: Vec<RightChoice>,
    /// What the person wrote.
    pub words: Vec<String>,
    /// An answer is written; it will be dropped.
    pub drops_answer: bool,
}

/// A right it may be.
#[derive(Debug, Clone, Serialize)]
pub struct RightChoice {
    /// The right.
    pub right: Right,
    /// The date it would have; none where it is not possible.
    pub due_on: Option<NaiveDate>,
    /// Chosen.
    pub chosen: bool,
}

pages! { Reclassify => "desk/reclassify.html" }
