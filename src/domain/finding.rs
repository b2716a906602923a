//! The finding: what a task brought back, described. The records themselves stream beside it as
//! one JSON object a line ([`Record`]), sealed; documents are files of their own.

use crate::domain::language::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in every language it was written in.
pub type Texts = BTreeMap<Lang, String>;

codes! {
    /// Legal ground of a processing: the letter of art. 6(1).
    pub enum LegalGround {
        /// Consent.
        Consent = "a",
        /// Contract.
        Contract = "b",
        /// Legal obligation.
        Obligation = "c",
        /// Vital interests.
        VitalInterests = "d",
        /// Public task.
        PublicTask = "e",
        /// Legitimate interests.
        LegitimateInterests = "f",
    }
}

/// One record found, as it stands on a line of a finding's record stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Index into [`Finding::parts`].
    pub part: usize,
    /// The fields in the order of the map; names are those of [`Column::name`].
    pub fields: serde_json::Map<String, serde_json::Value>,
}

/// A column of a part, as the data map describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Name in the source.
    pub name: String,
    /// What it is called for people.
    pub labels: Texts,
    /// Whether the person provided it (art. 20(1)), or it was made or inferred by us.
    pub provided: bool,
}

/// All records of one table about the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Table or file it came from.
    pub table: String,
    /// Processing activity (code of the register).
    pub activity: String,
    /// Category of data (code, used as file name in the package).
    pub category: String,
    /// What the category is called for people.
    pub labels: Texts,
    /// Legal ground of the processing, as in art. 6(1): "a" to "f".
    pub legal_ground: String,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// How many records.
    pub records: u64,
}

impl Part {
    /// Whether portability covers it: processed on consent or contract (art. 20(1)(a)).
    pub fn is_portable(&self) -> bool {
        matches!(self.legal_ground.as_str(), "a" | "b")
    }
}

/// A finding without its records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Source or system it came from.
    pub source: String,
    /// What the source is called for people.
    pub labels: Texts,
    /// SHA-256 (hex) of the data map that found it; empty for a finding made by hand.
    pub map_sha256: String,
    /// Identifiers that were searched, as kind and masked value ("email", "l•••@embraer.com.br").
    pub searched: Vec<(String, String)>,
    /// Where was searched, in words, for "nothing held" and for the letter.
    pub searched_where: String,
    /// The parts found; empty: nothing held.
    pub parts: Vec<Part>,
    /// Columns whose values the data map withholds, and why; they are in no part.
    #[serde(default)]
    pub withheld: Vec<Withheld>,
    /// Documents found, by name and media type; the bytes are files of their own.
    pub documents: Vec<Document>,
}

/// A column that holds something about the person and is not given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Table it stands in.
    pub table: String,
    /// Name in the source.
    pub column: String,
    /// What it is called for people.
    pub labels: Texts,
    /// Why it is withheld.
    pub reasons: Texts,
    /// Code of the ground (`domain::grounds`).
    pub ground_code: String,
}

/// A document found by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// File row that holds the bytes.
    pub file_id: String,
    /// Name as given.
    pub name: String,
    /// Media type, by content.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Finding {
    /// Whether anything is held.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|p| p.records == 0) && self.documents.is_empty()
    }
}
