//! Looking up: which records may be the person, how each matched, and the addresses that stand
//! on record. Nothing is chosen here and nothing is kept: several candidates stay several (R12).

use super::fault::Fault;
use super::plan::{Address, Planned};
use super::query;
use super::schema::ColumnInfo;
use super::system::{KeyValue, System};
use super::value::as_text;
use crate::domain::finding::Texts;
use crate::domain::identifier::{
    Agreement, Identifier, IdentifierKind, Needle, Refusal, Strength, masked_address,
};
use crate::domain::identity::Channel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Most records one identifier may match before it is said to identify nobody.
pub const MOST_MATCHES: usize = 50;

/// Names one record of a table that knows people. Personal data: sealed where it is stored.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubjectKey {
    /// Table, as the map calls it.
    pub table: String,
    /// Values of its key columns.
    pub key: Vec<KeyValue>,
}

impl std::fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SubjectKey({})", self.table)
    }
}

/// An identifier that agreed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matched {
    /// Kind as it was typed.
    pub kind: IdentifierKind,
    /// How it agreed.
    pub agreement: Agreement,
    /// What it says here: weak as soon as another record shares it, or only a part agreed.
    pub strength: Strength,
    /// Whether it matched more than one record of this source.
    pub is_shared: bool,
    /// Whether the person has proven it.
    pub is_proven: bool,
}

/// An address the organisation has on record.
#[derive(Clone, PartialEq, Eq)]
pub struct AddressOnRecord {
    /// Channel.
    pub channel: Channel,
    /// The address itself. Only for sending a code to, and for showing to those who may see it.
    pub value: String,
    /// The address as shown before anything is proven.
    pub masked: String,
    /// Since when it is on record, when the source says so.
    pub on_record_since: Option<NaiveDate>,
}

impl std::fmt::Debug for AddressOnRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AddressOnRecord({}, since {:?})", self.channel, self.on_record_since)
    }
}

/// A record that may be the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which record.
    pub key: SubjectKey,
    /// What records of this table are called for people.
    pub labels: Texts,
    /// What agreed, strongest first.
    pub matched: Vec<Matched>,
    /// Addresses on record.
    pub addresses: Vec<AddressOnRecord>,
}

impl Candidate {
    /// The strongest thing that agreed.
    pub fn strength(&self) -> Strength {
        self.matched.iter().map(|matched| matched.strength).max().unwrap_or(Strength::Weak)
    }

    /// Whether something the person has proven points at this record and at no other. If not, the
    /// record may be somebody else's (a namesake, one of a family with one mailbox): it is shown
    /// masked, proves nothing, and is collected only for a reason staff write down.
    pub fn is_proven(&self) -> bool {
        self.matched
            .iter()
            .any(|matched| matched.is_proven && !matched.is_shared && matched.strength == Strength::Strong)
    }
}

/// What looking up brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookUp {
    /// Records that may be the person, strongest first.
    pub candidates: Vec<Candidate>,
    /// Identifiers that were not searched by, and why.
    pub refused: Vec<(IdentifierKind, Refusal)>,
    /// Kinds this source does not know people by.
    pub unknown_here: Vec<IdentifierKind>,
}

/// Searches an open source by every identifier that is fit for it.
pub(super) fn look_up(
    system: &mut dyn System,
    plan: &[Planned<'_>],
    identifiers: &[Identifier],
) -> Result<LookUp, Fault> {
    let mut found = LookUp::default();
    let mut candidates: BTreeMap<SubjectKey, Candidate> = BTreeMap::new();
    for identifier in identifiers {
        let needle = match Needle::new(identifier) {
            Ok(needle) => needle,
            Err(refusal) => {
                found.refused.push((identifier.kind, refusal));
                continue;
            }
        };
        match matches_of(system, plan, &needle)? {
            Outcome::Refused(refusal) => found.refused.push((identifier.kind, refusal)),
            Outcome::UnknownHere => found.unknown_here.push(identifier.kind),
            Outcome::Hits(hits) => add(&mut candidates, identifier, hits),
        }
    }
    found.candidates = candidates.into_values().collect();
    for candidate in &mut found.candidates {
        candidate.matched.sort_by(|a, b| b.strength.cmp(&a.strength).then_with(|| a.cmp(b)));
    }
    found.candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.strength()));
    Ok(found)
}

enum Outcome {
    Refused(Refusal),
    UnknownHere,
    Hits(Vec<Hit>),
}

struct Hit {
    key: SubjectKey,
    labels: Texts,
    agreement: Agreement,
    strength: Strength,
    addresses: Vec<AddressOnRecord>,
}

fn add(candidates: &mut BTreeMap<SubjectKey, Candidate>, identifier: &Identifier, hits: Vec<Hit>) {
    let is_shared = hits.iter().any(|hit| hits.first().is_some_and(|first| first.key != hit.key));
    for hit in hits {
        let is_weak = is_shared || hit.agreement == Agreement::Partial;
        let matched = Matched {
            kind: identifier.kind,
            agreement: hit.agreement,
            strength: if is_weak { Strength::Weak } else { hit.strength },
            is_shared,
            is_proven: identifier.proven,
        };
        let Hit { key, labels, addresses, .. } = hit;
        let new = || Candidate { key: key.clone(), labels, matched: Vec::new(), addresses };
        let candidate = candidates.entry(key.clone()).or_insert_with(new);
        if !candidate.matched.contains(&matched) {
            candidate.matched.push(matched);
        }
    }
}

fn matches_of(system: &mut dyn System, plan: &[Planned<'_>], needle: &Needle) -> Result<Outcome, Fault> {
    let (mut hits, mut is_known, mut is_long_enough, mut is_too_many) = (Vec::new(), false, false, false);
    for table in plan {
        for (map, columns) in &table.identifiers {
            if !needle.kind().searches(map.kind) {
                continue;
            }
            is_known = true;
            if needle.weight() < map.min_length {
                continue;
            }
            is_long_enough = true;
            let wanted = wanted_columns(table, columns);
            let query = query::candidates(system.dialect(), table, columns, needle, &wanted);
            system.rows(&query, &mut |row| {
                let row = Row { columns: &wanted, values: row };
                let stored: Vec<String> = columns.iter().filter_map(|column| row.text(column)).collect();
                let Some(agreement) = needle.agrees(&stored.join(" ")) else { return Ok(()) };
                if hits.len() >= MOST_MATCHES {
                    is_too_many = true;
                } else {
                    hits.push(row.hit(table, agreement, map.strength)?);
                }
                Ok(())
            })?;
        }
    }
    Ok(match (is_known, is_long_enough, is_too_many) {
        (false, ..) => Outcome::UnknownHere,
        (_, false, _) => Outcome::Refused(Refusal::TooShort),
        (.., true) => Outcome::Refused(Refusal::TooManyMatches),
        _ => Outcome::Hits(hits),
    })
}

fn wanted_columns<'a>(table: &Planned<'a>, identifier: &[&'a ColumnInfo]) -> Vec<&'a ColumnInfo> {
    let of_addresses = table
        .addresses
        .iter()
        .flat_map(|address| address.columns.iter().chain(&address.city).chain(&address.since));
    let mut wanted: Vec<&ColumnInfo> = Vec::new();
    for column in table.key.iter().chain(identifier).chain(of_addresses) {
        if !wanted.iter().any(|other| other.name == column.name) {
            wanted.push(column);
        }
    }
    wanted
}

struct Row<'a> {
    columns: &'a [&'a ColumnInfo],
    values: Vec<Value>,
}

impl Row<'_> {
    fn value(&self, column: &ColumnInfo) -> Option<&Value> {
        let at = self.columns.iter().position(|other| other.name == column.name)?;
        self.values.get(at)
    }

    fn text(&self, column: &ColumnInfo) -> Option<String> {
        self.value(column).and_then(as_text)
    }

    fn hit(&self, table: &Planned<'_>, agreement: Agreement, strength: Strength) -> Result<Hit, Fault> {
        let name = table.map.name.get_ref();
        let key: Option<Vec<KeyValue>> =
            table.key.iter().map(|column| self.value(column).and_then(KeyValue::from_json)).collect();
        let key = key.ok_or_else(|| {
            Fault::Changed(format!("a key of the table “{name}” is neither a number nor text"))
        })?;
        Ok(Hit {
            key: SubjectKey { table: name.clone(), key },
            labels: table.map.label.clone(),
            agreement,
            strength,
            addresses: table.addresses.iter().filter_map(|address| self.address(address)).collect(),
        })
    }

    fn address(&self, address: &Address<'_>) -> Option<AddressOnRecord> {
        let parts: Vec<String> = address.columns.iter().filter_map(|column| self.text(column)).collect();
        if parts.is_empty() {
            return None;
        }
        let value = parts.join(", ");
        let city = address.city.and_then(|column| self.text(column));
        let since = address.since.and_then(|column| self.text(column));
        let channel = address.map.channel;
        Some(AddressOnRecord {
            channel,
            masked: masked_address(channel, &value, city.as_deref()),
            value,
            on_record_since: since.and_then(|text| text.get(..10)?.parse().ok()),
        })
    }
}
