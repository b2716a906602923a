//! The register of processing: its state at a glance, its sections, one entry, its versions, and the
//! record of art. 30.

use crate::services::register::article30::Record;
use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::{Moment, Said, pages, shell::Desk};
use serde::Serialize;

/// What every page of a register carries.
#[derive(Debug, Clone, Serialize)]
pub struct Of {
    /// Its name.
    pub name: String,
    /// Version shown, which a form sends back.
    pub version: i64,
    /// When that was made.
    pub made_at: Moment,
    /// By whom; empty when by the program.
    pub made_by: String,
    /// Whether the reader may change it.
    pub can_edit: bool,
}

/// `GET /desk/register`, `GET /desk/register/{name}`.
#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    /// The frame.
    pub desk: Desk,
    /// The register; none while there is none.
    pub of: Option<Of>,
    /// Names of the others.
    pub others: Vec<String>,
    /// Whether the reader may write or import one.
    pub can_edit: bool,
    /// Organisations: slug and name.
    pub controllers: Vec<Choice>,
    /// What is missing or lapsed, errors first.
    pub problems: Vec<Problem>,
    /// The sections with how many entries each has.
    pub sections: Vec<(String, i64)>,
    /// What could not be read of a file that was sent.
    pub errors: Vec<FieldError>,
}

/// Something that is not right.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// The entry it is about.
    pub entry: String,
    /// What it is.
    pub said: Said,
    /// Where it can be mended.
    pub href: String,
    /// Whether it is about the law and not only about words.
    pub is_grave: bool,
}

/// `GET /desk/register/{name}/{section}`.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// The frame.
    pub desk: Desk,
    /// The register.
    pub of: Of,
    /// Section.
    pub section: String,
    /// Its entries.
    pub entries: Vec<Line>,
}

/// One entry in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Code.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// How many things are not right with it.
    pub problems: i64,
}

/// `GET /desk/register/{name}/{section}/entry`: one entry as a form, for whoever may only read as a page.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The frame.
    pub desk: Desk,
    /// The register; none for one that is not there yet.
    pub of: Option<Of>,
    /// Section; `register` for the register as a whole.
    pub section: String,
    /// Code of the entry; empty for a new one.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// The fields.
    pub fields: Vec<FormField>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// What somebody else changed meanwhile.
    pub changed: Vec<ChangeLine>,
    /// Rights its grounds leave open, as a hint (`right-…-staff`).
    pub rights: Vec<String>,
}

/// One control of the form.
#[derive(Debug, Clone, Serialize)]
pub struct FormField {
    /// Name in the form.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// `line`, `text`, `number`, `date`, `choice`, `ticks`, `yes` or `head`.
    pub kind: &'static str,
    /// What stands in it.
    pub value: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// Language of a text.
    pub lang: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it can only be read.
    pub fixed: bool,
}

/// `GET /desk/register/{name}/history`.
#[derive(Debug, Clone, Serialize)]
pub struct History {
    /// The frame.
    pub desk: Desk,
    /// The register.
    pub of: Of,
    /// Newest first.
    pub versions: Vec<VersionLine>,
}

/// One version.
#[derive(Debug, Clone, Serialize)]
pub struct VersionLine {
    /// Version.
    pub version: i64,
    /// When.
    pub made_at: Moment,
    /// By whom; empty when by the program.
    pub made_by: String,
    /// What was changed, in words.
    pub what: String,
    /// SHA-256, hex.
    pub sha256: String,
    /// What is different from the version before.
    pub changes: Vec<ChangeLine>,
}

/// One difference.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeLine {
    /// Section.
    pub section: String,
    /// Entry.
    pub code: String,
    /// Field in words; empty for the entry as a whole.
    pub field: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// `GET /desk/register/article-30`.
#[derive(Debug, Clone, Serialize)]
pub struct Article30 {
    /// The frame.
    pub desk: Desk,
    /// Whose record it is.
    pub controller: String,
    /// The record; none while there is no register.
    pub record: Option<Record>,
    /// The other organisations: slug and name.
    pub controllers: Vec<Choice>,
}

pages! {
    Overview => "desk/register.html",
    List => "desk/register_list.html",
    Entry => "desk/register_entry.html",
    History => "desk/register_history.html",
    Article30 => "desk/article_30.html",
}
