//! Marketing that was stopped: what, when, who was told.

use crate::domain::language::Lang;
use crate::web::view::desk::Step;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::{pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/stopped/{request}`.
#[derive(Debug, Clone, Serialize)]
pub struct StoppedPage {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// Language of the letter.
    pub language: Lang,
    /// The day by which it must be stopped.
    pub due_on: NaiveDate,
    /// Days left.
    pub days: i64,
    /// Codes of the channels.
    pub channels: Vec<ChannelChoice>,
    /// Day typed.
    pub stopped_on: String,
    /// Time typed.
    pub stopped_time: String,
    /// Recipients the register names.
    pub recipients: Vec<RecipientChoice>,
    /// Others who were told, a line each.
    pub told: String,
    /// The last day a newsletter list may hold the address.
    pub newsletter_on: NaiveDate,
    /// Further addresses for the list, a line each.
    pub more: String,
    /// Addresses the person gave, masked, that go on the list.
    pub kept: Vec<String>,
    /// Own words.
    pub words: String,
    /// Who can approve; empty: the author does.
    pub approvers: Vec<String>,
    /// The letter as it would go out.
    pub letter: LetterPreview,
}

/// A channel to tick.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelChoice {
    /// Code (`stopped-…`).
    pub code: &'static str,
    /// Ticked.
    pub chosen: bool,
}

/// A recipient to tick.
#[derive(Debug, Clone, Serialize)]
pub struct RecipientChoice {
    /// Name: the field's value.
    pub name: String,
    /// Ticked.
    pub chosen: bool,
}

pages! { StoppedPage => "desk/stopped.html" }
