//! What goes into a package and on whose behalf: everything the writer needs to be told.

use crate::domain::finding::{Document, Finding, Texts};
use crate::domain::language::Lang;
use crate::domain::right::Right;
pub use crate::domain::withholding::Scope;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::io::{BufRead, Read};

/// Which right a package answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageKind {
    /// Art. 15(3): a copy of everything about the person.
    Access,
    /// Art. 20(1): only what the person provided, processed on consent or contract.
    Portability,
}

impl PackageKind {
    /// The code in the manifest.
    pub const fn code(self) -> &'static str {
        match self {
            PackageKind::Access => "access",
            PackageKind::Portability => "portability",
        }
    }
}

/// The order for one package.
#[derive(Clone)]
pub struct PackageOrder {
    /// Access or portability.
    pub kind: PackageKind,
    /// Reference of the case.
    pub case_reference: String,
    /// Who answers.
    pub controller: Controller,
    /// When the package is made; also the time of every file in it.
    pub created_at: DateTime<Utc>,
    /// The controller's time zone, for the dates on the readable page.
    pub zone: Tz,
    /// The person's language.
    pub language: Lang,
    /// The rights it answers, at least one.
    pub rights: Vec<Right>,
    /// The information of art. 15(1) and (2). `None` when portability alone was asked for.
    pub article_15: Option<Article15>,
    /// Where to complain (art. 15(1)(f), 12(4)).
    pub authority: Option<Authority>,
    /// What staff decided to withhold.
    pub withheld: Vec<Withheld>,
    /// File ids of documents the person provided on consent or contract: only these go into a
    /// portability package, because nobody but staff can know it of a document.
    pub portable_documents: Vec<String>,
}

/// The controller as it presents itself to the person. What is not configured is `None`.
#[derive(Debug, Clone, Default)]
pub struct Controller {
    /// Legal name.
    pub name: String,
    /// Company registration number.
    pub number: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Person or function to ask.
    pub contact: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Address of the privacy notice.
    pub privacy_notice: Option<String>,
}

/// The information of art. 15(1)(a)–(e), (g), (h) and (2), as far as the configuration knows it. An empty
/// list or `None` is said to be unrecorded; nothing is invented. The categories found and the
/// rights of the person are added by the writer, which knows them.
#[derive(Debug, Clone, Default)]
pub struct Article15 {
    /// (a) purposes.
    pub purposes: Vec<Statement>,
    /// (b) categories, besides those found.
    pub categories: Vec<Statement>,
    /// (c) recipients or categories of them.
    pub recipients: Vec<Recipient>,
    /// (d) how long, or by which criteria.
    pub retention: Vec<Period>,
    /// (g) where the data came from, if not from the person.
    pub source: Vec<Statement>,
    /// (h) automated decisions: logic, significance, consequences.
    pub automated_decisions: Vec<Statement>,
    /// 15(2) safeguards of a transfer to a third country.
    pub safeguards: Vec<Statement>,
    /// Activities in which nothing is held or nobody can be identified, and why (art. 11).
    pub not_held: Vec<Statement>,
    /// The register all this was taken from.
    pub register: Option<RegisterVersion>,
}

/// A version of the register of processing (art. 30).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterVersion {
    /// Name of the register.
    pub name: String,
    /// Which version.
    pub version: i64,
    /// SHA-256 of it, hex.
    pub sha256: String,
    /// The version of the privacy policy that applied when the request came, if one is known.
    pub policy: Option<String>,
}

/// A sentence of the configuration.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    /// The processing activity it is about; `None`: all of them.
    pub activity: Option<String>,
    /// The sentence, per language.
    pub text: Texts,
}

/// How long data are kept, or by which criteria.
#[derive(Debug, Clone, Default)]
pub struct Period {
    /// The processing activity it is about.
    pub activity: String,
    /// The category it is about, where that is kept otherwise than the rest of its activity.
    pub category: Option<String>,
    /// What the activity or the category is called, per language.
    pub label: Texts,
    /// The period, per language.
    pub text: Texts,
}

/// Somebody data are disclosed to.
#[derive(Debug, Clone, Default)]
pub struct Recipient {
    /// Name, or the category of recipients.
    pub name: String,
    /// What kind of recipient, per language.
    pub category: Texts,
    /// What it does with the data, per language.
    pub does: Texts,
    /// The country it is in, by its code.
    pub country: Option<String>,
    /// What that country is called, per language.
    pub country_name: Texts,
}

/// A supervisory authority.
#[derive(Debug, Clone, Default)]
pub struct Authority {
    /// Name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Web address.
    pub web: String,
}

/// Something left out, by decision of staff.
#[derive(Clone)]
pub struct Withheld {
    /// What is taken out of the package. One that meets nothing in the findings stops the package:
    /// a misspelt name must not turn into a disclosure.
    pub scope: Scope,
    /// How it is named to the person, in their language.
    pub what: String,
    /// Code of the ground (`domain::grounds`).
    pub ground_code: String,
    /// The provision, written as "15(4)".
    pub article: String,
    /// Until when, if it ends.
    pub until: Option<NaiveDate>,
    /// The concrete reason, a whole sentence in the person's language.
    pub why: String,
}

/// A finding with its streams. Records are read line by line, documents in blocks.
pub struct FindingInput<'a> {
    /// What was found, described.
    pub finding: Finding,
    /// When it was searched, if known.
    pub searched_at: Option<DateTime<Utc>>,
    /// Id of the search in our own log (the task).
    pub query_id: Option<String>,
    /// One [`crate::domain::finding::Record`] a line.
    pub records: Box<dyn BufRead + 'a>,
    /// The documents of the finding, all of them, in its order.
    pub documents: Vec<(Document, Box<dyn Read + 'a>)>,
}

/// The text in the wanted language; else in English; else in any.
pub(crate) fn in_language(texts: &Texts, lang: Lang) -> Option<&str> {
    [texts.get(&lang), texts.get(&Lang::En), texts.values().next()]
        .into_iter()
        .flatten()
        .map(|text| text.trim())
        .find(|text| !text.is_empty())
}

/// `None` for a text without words: "not configured" has one form in the package.
pub(crate) fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
}
