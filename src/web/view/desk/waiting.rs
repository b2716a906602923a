//! Asking what it is about, deciding on a pause, and the steps that are little more than their letter.

use crate::domain::decide::PauseChoice;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::desk::{RequestChoice, Step};
use crate::web::view::parts::Tick;
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/cases/{id}/scope/{request}`: `amount`, `question`, `meanwhile`, `by_on`, `go`
/// (`check`, or anything else to ask).
#[derive(Debug, Clone, Serialize)]
pub struct AskScope {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Request id.
    pub request_id: String,
    /// Language of the letter.
    pub language: Lang,
    /// How much is held, as typed.
    pub amount: String,
    /// The question, as typed.
    pub question: String,
    /// What the person gets meanwhile, as typed.
    pub meanwhile: String,
    /// Answer by, as typed.
    pub by_on: String,
    /// Last day a question still pauses.
    pub pauses_until_on: NaiveDate,
    /// Asked today it pauses.
    pub pauses: bool,
    /// The letter goes on paper: it pauses once it was posted.
    pub on_paper: bool,
    /// Other rights of the case, which go on.
    pub others: Vec<Right>,
    /// The date without the pause, which stays in sight.
    pub unpaused_on: NaiveDate,
    /// Decide on the pause by.
    pub decide_by_on: NaiveDate,
    /// The letter as it stands.
    pub letter: LetterPreview,
}

/// `GET|POST /desk/cases/{id}/pause`: `request` each, `choice`, `reason`.
#[derive(Debug, Clone, Serialize)]
pub struct DecidePause {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// The paused requests.
    pub requests: Vec<RequestChoice>,
    /// The day we asked.
    pub asked_on: NaiveDate,
    /// What we asked, in the words of the letter.
    pub question: String,
    /// Reminders sent since.
    pub reminders: i64,
    /// The date without the pause.
    pub unpaused_on: NaiveDate,
    /// Decide by.
    pub decide_by_on: NaiveDate,
    /// The first day it may be closed without a reply.
    pub lapses_on: NaiveDate,
    /// What can be decided.
    pub choices: Vec<PauseChoice>,
    /// What is chosen, if anything.
    pub choice: Option<PauseChoice>,
    /// As typed.
    pub reason: String,
}

/// A step that is little more than its letter: closing, undoing, opening again. `request` each where
/// several may be chosen, `reason` where one is asked for.
#[derive(Debug, Clone, Serialize)]
pub struct WithLetter {
    /// The frame.
    pub desk: Desk,
    /// The step.
    pub step: Step,
    /// Where the form goes.
    pub action: String,
    /// The event: its words are the heading and the button.
    pub event: EventKind,
    /// What it does, in a sentence.
    pub lead: Said,
    /// The right, when it is about one request.
    pub right: Option<Right>,
    /// The requests, when several may be chosen.
    pub requests: Vec<RequestChoice>,
    /// What has to be known, with its date.
    pub dates: Vec<(Said, NaiveDate)>,
    /// The reason as typed; none when none is asked for.
    pub reason: Option<String>,
    /// What law demands of the letter and whether it is there.
    pub complete: Vec<Tick>,
    /// The letter as it stands; none when nobody is written to.
    pub letter: Option<LetterPreview>,
}

pages! {
    AskScope => "desk/ask_scope.html",
    DecidePause => "desk/decide_pause.html",
    WithLetter => "desk/with_letter.html",
}
