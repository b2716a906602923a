//! Two people on one case: the second sees what changed, and what they typed is kept. And the
//! desk's errors.

use crate::domain::event::EventKind;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::web::view::desk::Step;
use crate::web::view::desk::case::HistoryLine;
use crate::web::view::public::error::Trouble;
use crate::web::view::{Moment, Said, pages, shell::Desk};
use serde::Serialize;

/// Status 409. The form sends the same step again with the new version, or keeps the words as a note
/// (`POST …/note`), or drops them (a link to the case).
#[derive(Debug, Clone, Serialize)]
pub struct Conflict {
    /// The frame.
    pub desk: Desk,
    /// The step; `version` is the new one.
    pub step: Step,
    /// Who was faster.
    pub who: String,
    /// When the stale page was made, local time, if known.
    pub opened_at: Option<Moment>,
    /// What happened since.
    pub changes: Vec<HistoryLine>,
    /// Where requests stood before, and where they stand now; newest first.
    pub states: Vec<StateChange>,
    /// The step they wanted.
    pub event: EventKind,
    /// Where it is sent again; none when it is no longer possible.
    pub action: Option<String>,
    /// Why it is no longer possible.
    pub blocked: Option<Said>,
    /// What they typed: every field, sent again as it was.
    pub typed: Vec<Typed>,
}

/// A request that moved.
#[derive(Debug, Clone, Serialize)]
pub struct StateChange {
    /// The right.
    pub right: Right,
    /// Where it stood.
    pub before: State,
    /// Where it stands.
    pub now: State,
}

/// One field as it was typed.
#[derive(Debug, Clone, Serialize)]
pub struct Typed {
    /// Field name.
    pub name: String,
    /// Value.
    pub value: String,
    /// Long text, shown and editable; short values travel hidden.
    pub shown: bool,
}

/// An error page of the desk: 403, 404, 413, 421, 429, 500, 503.
#[derive(Debug, Clone, Serialize)]
pub struct DeskError {
    /// The frame.
    pub desk: Desk,
    /// What happened.
    pub trouble: Trouble,
    /// The sentence under the headline.
    pub body: Said,
}

pages! { Conflict => "desk/conflict.html", DeskError => "desk/error.html" }
