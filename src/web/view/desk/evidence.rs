//! The evidence of a case as a page of its own, without the frame of the desk: it is read far from
//! here, loads nothing, and links to nothing but the files beside it.

use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::web::view::desk::case::HistoryLine;
use crate::web::view::parts::SumStep;
use crate::web::view::{Moment, Said, pages};
use chrono::NaiveDate;
use serde::Serialize;

/// `evidence.html` in the evidence of a case.
#[derive(Debug, Clone, Serialize)]
pub struct EvidencePage {
    /// Who answers.
    pub controller: String,
    /// Reference.
    pub reference: String,
    /// When it was made.
    pub made_at: Moment,
    /// The whole chain was recomputed and holds.
    pub is_chain_whole: bool,
    /// How many entries it has.
    pub entries: i64,
    /// The requests, their dates and decisions.
    pub requests: Vec<EvidenceRequest>,
    /// What happened, oldest first, reads included.
    pub history: Vec<HistoryLine>,
    /// The letters beside it: path in the archive.
    pub letters: Vec<String>,
    /// How it can be checked, a paragraph each.
    pub checks: Vec<Said>,
}

/// One request.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceRequest {
    /// The right.
    pub right: Right,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Received.
    pub received_on: NaiveDate,
    /// The law's date.
    pub statutory_on: NaiveDate,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// How the date was computed.
    pub sums: Vec<SumStep>,
    /// Grounds: article, and the reasons in words.
    pub grounds: Vec<(String, String)>,
    /// The answer in words.
    pub words: String,
}

pages! { EvidencePage => "desk/evidence.html" }
