//! `manifest.json`: what the package holds, what it does not and why, and what was searched.

use crate::domain::finding::{Finding, Texts};
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::package::order::{
    Article15, Authority, PackageOrder, Period, Statement, Withheld, filled, in_language,
};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The format's name, for a program that meets the file alone.
pub(crate) const FORMAT: &str = "indsigt-package";

/// The manifest, field by field as the schema has it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always "indsigt-package".
    pub format: String,
    /// Always 1.
    pub version: u32,
    /// "access" or "portability".
    pub kind: String,
    /// Reference of the case.
    pub case_reference: String,
    /// Who answers.
    pub controller: ControllerCard,
    /// When it was made, UTC to the second.
    pub created_at: String,
    /// The person's language.
    pub language: Lang,
    /// Rights answered.
    pub request_types: Vec<Right>,
    /// Information of art. 15.
    pub article_15: Option<Information>,
    /// Every file but the manifest.
    pub files: Vec<File>,
    /// What was left out.
    pub withheld: Vec<WithheldEntry>,
    /// Every place searched.
    pub searched: Vec<Searched>,
}

/// The controller; what is not configured is null.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControllerCard {
    /// Legal name.
    pub name: String,
    /// Registration number.
    pub number: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Mail.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Privacy notice.
    pub privacy_notice: Option<String>,
}

/// Art. 15(1)(a)–(h), (2) in the person's language; null: not recorded.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Information {
    /// (a)
    pub purposes: Option<Vec<Sentence>>,
    /// (b)
    pub categories: Option<Vec<Sentence>>,
    /// (c)
    pub recipients: Option<Vec<RecipientEntry>>,
    /// (d)
    pub retention: Option<Vec<PeriodEntry>>,
    /// (e)
    pub rights: Vec<Right>,
    /// (f)
    pub complaint: Option<Complaint>,
    /// (g)
    pub source: Option<Vec<Sentence>>,
    /// (h)
    pub automated_decisions: Option<Vec<Sentence>>,
    /// 15(2)
    pub safeguards: Option<Vec<Sentence>>,
    /// Where nothing is held or nobody can be identified, and why.
    #[serde(default)]
    pub not_held: Option<Vec<Sentence>>,
    /// What it was taken from.
    #[serde(default)]
    pub register: Option<RegisterEntry>,
}

/// The version of the register the information was taken from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterEntry {
    /// Name.
    pub name: String,
    /// Version.
    pub version: i64,
    /// SHA-256 in hex.
    pub sha256: String,
    /// Version of the privacy policy that applied when the request came.
    pub policy: Option<String>,
}

/// A sentence about one activity, or all.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Code of the activity.
    pub activity: Option<String>,
    /// The sentence.
    pub text: String,
}

/// How long something is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodEntry {
    /// Code of the activity.
    pub activity: String,
    /// Code of the category, where it is kept otherwise than the rest of the activity.
    pub category: Option<String>,
    /// What the activity or the category is called.
    pub label: Option<String>,
    /// The period.
    pub text: String,
}

/// A category found, by its code and by its name for people.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Category {
    pub(crate) activity: String,
    pub(crate) code: String,
    pub(crate) label: String,
}

/// A recipient.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientEntry {
    /// Name or category.
    pub name: String,
    /// Kind.
    pub category: Option<String>,
    /// What it does with the data.
    #[serde(default)]
    pub does: Option<String>,
    /// Country, by its code.
    pub country: Option<String>,
    /// What the country is called.
    #[serde(default)]
    pub country_name: Option<String>,
}

/// Where to complain.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Name of the authority.
    pub authority: String,
    /// Postal address.
    pub address: String,
    /// Web address.
    pub web: String,
}

/// A file of the package.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path in the package.
    pub path: String,
    /// Media type.
    pub media_type: String,
    /// Size, unpacked.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
    /// Category of data.
    pub category: Option<String>,
    /// Activity.
    pub activity: Option<String>,
    /// Source.
    pub source: Option<String>,
    /// Whether the person provided all of it.
    pub provided_by_subject: Option<bool>,
    /// Records in it.
    pub records: Option<u64>,
    /// What was taken out of it.
    pub redactions: Vec<Redaction>,
    /// Name of a document where it was found.
    pub original_name: Option<String>,
}

/// Something taken out of a file, named as the person is told.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// What.
    pub what: String,
    /// Ground.
    pub ground_code: String,
    /// Provision.
    pub article: String,
}

/// Something left out of the package.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithheldEntry {
    /// What.
    pub what: String,
    /// Ground.
    pub ground_code: String,
    /// Provision.
    pub article: String,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// Why.
    pub why: String,
}

/// Names of documents, what was withheld and why are about the person and stay out of logs.
impl fmt::Debug for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Manifest")
            .field("kind", &self.kind)
            .field("case_reference", &self.case_reference)
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

impl From<&Withheld> for WithheldEntry {
    fn from(w: &Withheld) -> Self {
        Self {
            what: w.what.clone(),
            ground_code: w.ground_code.clone(),
            article: w.article.clone(),
            until: w.until,
            why: w.why.clone(),
        }
    }
}

/// A place that was searched.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searched {
    /// Source.
    pub source: String,
    /// Its name for people.
    pub labels: Texts,
    /// Where, in words.
    #[serde(rename = "where")]
    pub searched_where: String,
    /// When, if known.
    pub searched_at: Option<String>,
    /// By what, masked.
    pub identifiers: Vec<Identifier>,
    /// Whether anything was held.
    pub held: bool,
    /// SHA-256 of the data map.
    pub map_sha256: Option<String>,
    /// Id of the search.
    pub query_id: Option<String>,
    /// Rows found by table.
    pub tables: Vec<TableCount>,
    /// Documents found and not withheld.
    pub documents: u64,
}

/// An identifier searched by.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// Kind.
    pub kind: String,
    /// Masked value.
    pub masked: String,
}

/// Rows found in a table.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCount {
    /// Table.
    pub table: String,
    /// Activity.
    pub activity: String,
    /// Category.
    pub category: String,
    /// Rows.
    pub records: u64,
}

/// UTC to the second.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl Searched {
    /// The entry for a finding; parts and documents withheld as a whole are not named.
    pub(crate) fn of(
        finding: &Finding,
        searched_at: Option<DateTime<Utc>>,
        query_id: Option<&str>,
        is_hidden: impl Fn(&str) -> bool,
        documents: u64,
    ) -> Self {
        let is_hash = finding.map_sha256.len() == 64;
        Self {
            source: finding.source.clone(),
            labels: finding.labels.clone(),
            searched_where: finding.searched_where.clone(),
            searched_at: searched_at.map(instant),
            identifiers: finding
                .searched
                .iter()
                .map(|(kind, masked)| Identifier { kind: kind.clone(), masked: masked.clone() })
                .collect(),
            held: !finding.is_empty(),
            map_sha256: is_hash.then(|| finding.map_sha256.clone()),
            query_id: filled(query_id),
            tables: finding
                .parts
                .iter()
                .filter(|part| !is_hidden(&part.table))
                .map(|part| TableCount {
                    table: part.table.clone(),
                    activity: part.activity.clone(),
                    category: part.category.clone(),
                    records: part.records,
                })
                .collect(),
            documents,
        }
    }
}

impl Information {
    /// Art. 15 from the configuration, with the categories that were found. How long a category is
    /// kept is said of those alone: another would tell of what is not there, or is withheld.
    pub(crate) fn of(
        from: &Article15,
        authority: Option<&Authority>,
        found: &[Category],
        lang: Lang,
    ) -> Self {
        let mut categories = sentences(&from.categories, lang).unwrap_or_default();
        for one in found {
            let sentence = Sentence { activity: Some(one.activity.clone()), text: one.label.clone() };
            if !categories.contains(&sentence) {
                categories.push(sentence);
            }
        }
        let recipients: Vec<RecipientEntry> = from
            .recipients
            .iter()
            .filter(|r| !r.name.trim().is_empty())
            .map(|r| RecipientEntry {
                name: r.name.clone(),
                category: in_language(&r.category, lang).map(str::to_owned),
                does: in_language(&r.does, lang).map(str::to_owned),
                country: filled(r.country.as_deref()),
                country_name: in_language(&r.country_name, lang).map(str::to_owned),
            })
            .collect();
        Self {
            purposes: sentences(&from.purposes, lang),
            categories: (!categories.is_empty()).then_some(categories),
            recipients: (!recipients.is_empty()).then_some(recipients),
            retention: periods(&from.retention, found, lang),
            rights: vec![
                Right::Rectification,
                Right::Erasure,
                Right::Restriction,
                Right::Objection,
                Right::Portability,
            ],
            complaint: Complaint::of(authority),
            source: sentences(&from.source, lang),
            automated_decisions: sentences(&from.automated_decisions, lang),
            safeguards: sentences(&from.safeguards, lang),
            not_held: sentences(&from.not_held, lang),
            register: from.register.as_ref().map(|register| RegisterEntry {
                name: register.name.clone(),
                version: register.version,
                sha256: register.sha256.clone(),
                policy: register.policy.clone(),
            }),
        }
    }
}

impl Complaint {
    /// The authority of an order; one without a name is none.
    pub(crate) fn of(authority: Option<&Authority>) -> Option<Self> {
        authority.filter(|a| !a.name.trim().is_empty()).map(|a| Self {
            authority: a.name.clone(),
            address: a.address.clone(),
            web: a.web.clone(),
        })
    }
}

fn sentences(statements: &[Statement], lang: Lang) -> Option<Vec<Sentence>> {
    let list: Vec<Sentence> = statements
        .iter()
        .filter_map(|s| {
            let text = in_language(&s.text, lang)?.to_owned();
            Some(Sentence { activity: filled(s.activity.as_deref()), text })
        })
        .collect();
    (!list.is_empty()).then_some(list)
}

fn periods(known: &[Period], found: &[Category], lang: Lang) -> Option<Vec<PeriodEntry>> {
    let is_told = |period: &&Period| {
        period.category.as_ref().is_none_or(|category| {
            found.iter().any(|one| one.activity == period.activity && one.code == *category)
        })
    };
    let entry = |period: &Period| {
        Some(PeriodEntry {
            activity: period.activity.clone(),
            category: period.category.clone(),
            label: in_language(&period.label, lang).map(str::to_owned),
            text: in_language(&period.text, lang)?.to_owned(),
        })
    };
    let list: Vec<PeriodEntry> = known.iter().filter(is_told).filter_map(entry).collect();
    (!list.is_empty()).then_some(list)
}

impl ControllerCard {
    /// The controller of an order.
    pub(crate) fn of(order: &PackageOrder) -> Self {
        let c = &order.controller;
        Self {
            name: c.name.clone(),
            number: filled(c.number.as_deref()),
            country: filled(c.country.as_deref()),
            contact: filled(c.contact.as_deref()),
            email: filled(c.email.as_deref()),
            phone: filled(c.phone.as_deref()),
            address: filled(c.address.as_deref()),
            privacy_notice: filled(c.privacy_notice.as_deref()),
        }
    }
}
