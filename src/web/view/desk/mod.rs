//! The desk's pages. Every address begins with `/desk`; every form of a case carries `csrf` and
//! `version`, the version of the case as it was seen.

pub mod access;
pub mod answer;
pub mod belonging;
pub mod books;
pub mod case;
pub mod collect;
pub mod conflict;
pub mod enter;
pub mod evidence;
pub mod identity;
pub mod keeping;
pub mod letter;
pub mod office;
pub mod people;
pub mod queue;
pub mod record;
pub mod register;
pub mod rights;
pub mod send;
pub mod stopped;
pub mod time;
pub mod waiting;

use crate::domain::right::Right;
use crate::web::view::parts::FieldError;
use serde::Serialize;

/// What every step on a case carries: where it belongs, what was seen, what has to be mended.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Case id, as in `/desk/cases/{id}`.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// The person's name, or the word for a name that is hidden.
    pub person: String,
    /// The version of the case as seen; sent back as `version`.
    pub version: i64,
    /// What has to be mended, in page order.
    pub errors: Vec<FieldError>,
}

/// A request to choose, with its right.
#[derive(Debug, Clone, Serialize)]
pub struct RequestChoice {
    /// Request id: the field's value.
    pub id: String,
    /// The right.
    pub right: Right,
    /// Ticked.
    pub chosen: bool,
}
