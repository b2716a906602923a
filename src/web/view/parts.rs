//! Parts that several pages share: errors at fields, ticks, messages, files, sums of a date.

use crate::web::view::{Moment, Said};
use chrono::NaiveDate;
use serde::Serialize;

codes! {
    /// A tone: it always travels with a word and a shape.
    pub enum Tone {
        /// Late, wrong, missing.
        Stop = "stop",
        /// Near; take care.
        Soon = "soon",
        /// Paused.
        Wait = "wait",
        /// Done.
        Done = "done",
    }
}

/// What is wrong with one field. The summary links to it in the order given.
#[derive(Debug, Clone, Serialize)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: String,
    /// What to write instead (`error-…`).
    pub said: Said,
}

impl FieldError {
    /// The error `said` at `field`.
    pub fn new(field: &str, said: Said) -> Self {
        FieldError { field: field.to_owned(), said }
    }
}

/// One line of "how was this date computed?". The last one is the total.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SumStep {
    /// What happens in this step (`clock-step-…`).
    pub said: Said,
    /// The date it leads to; none when it only explains.
    pub on: Option<NaiveDate>,
}

/// One line of a visible list of what a step needs.
#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    /// Done, missing (stop), take care (soon); none is not yet.
    pub tone: Option<Tone>,
    /// What it is.
    pub said: Said,
    /// Field to jump to when it is missing.
    pub field: Option<String>,
}

codes! {
    /// Who wrote a message.
    pub enum Voice {
        /// The person.
        Person = "person",
        /// We: a letter or message to the person.
        Ours = "ours",
        /// An internal note, never sent.
        Note = "note",
    }
}

/// One message of the conversation.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// Who wrote it.
    pub voice: Voice,
    /// The writer's name; on the person's page the organisation's.
    pub who: String,
    /// How it came or went (`channel-…`, `ui-delivered` …).
    pub how: Option<Said>,
    /// When, local time.
    pub at: Moment,
    /// A letter's subject.
    pub subject: Option<String>,
    /// The words, as plain text with line breaks.
    pub text: String,
    /// Files sent along.
    pub files: Vec<FileLink>,
    /// Where the whole letter can be read.
    pub href: Option<String>,
}

/// A file that can be fetched, never opened inline.
#[derive(Debug, Clone, Serialize)]
pub struct FileLink {
    /// Its name as sent.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Where; none when only named.
    pub href: Option<String>,
}

/// A name and a value for a list of choices.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Sent as the field's value.
    pub value: String,
    /// Shown: a proper name (a colleague, a source, an organisation), never a sentence of ours.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}
