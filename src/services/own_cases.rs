//! Indsigt as a source: what an earlier case here holds about the same person. Who asks for access
//! is told of their earlier cases, how their identity was checked, and when their case was read and
//! why (C-579/21: not by which employee, only in which function).
//!
//! A case is the same person's when its subject has an identifier this person has proven, and the
//! same name: a shared mailbox is not one person, and a namesake proves nothing.

use crate::crypto::blind::Field;
use crate::crypto::keys::CaseKey;
use crate::domain::access::{Actor, Role};
use crate::domain::event::EventKind;
use crate::domain::finding::{Column, Finding, LegalGround, Part, Record, Texts};
use crate::domain::identifier::{Identifier, IdentifierKind, masked};
use crate::domain::language::Lang;
use crate::domain::normalise::name_words;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::register::own;
use crate::store::cases::StoredCase;
use crate::store::messages::{self, Kind};
use crate::store::{Tx, cases, chain, proofs, search, staff};
use crate::words;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Name of the source in tasks, findings and packages.
pub const NAME: &str = "indsigt";

/// Most reads of one case that are listed, newest first.
const MOST_READS: usize = 1_000;

/// Whom we search ourselves for.
pub struct Wanted<'a> {
    /// The case that asks; it is not told of itself.
    pub case_id: &'a str,
    /// Its controller: another's cases are another's.
    pub controller: &'a Controller,
    /// The person's name.
    pub name: &'a str,
    /// What they can be searched by; only what is proven counts.
    pub identifiers: &'a [Identifier],
    /// Language of the words.
    pub lang: Lang,
}

/// The finding without records: nothing is held here.
pub fn nothing(wanted: &Wanted<'_>) -> Finding {
    let proven = wanted.identifiers.iter().filter(|one| is_searched(one));
    Finding {
        source: NAME.to_owned(),
        labels: texts("own-label"),
        searched: proven.map(|one| (one.kind.code().to_owned(), masked(one.kind, &one.value))).collect(),
        searched_where: words::text(wanted.lang, "own-searched", &[]),
        ..Finding::default()
    }
}

fn is_searched(one: &Identifier) -> bool {
    one.proven && matches!(one.kind, IdentifierKind::Email | IdentifierKind::Phone)
}

/// The earlier cases of the same person with this controller, oldest first.
pub fn earlier(app: &App, wanted: &Wanted<'_>) -> Result<Vec<String>> {
    let home = wanted.controller.rules.country;
    let blind = app.store.blind.at(home);
    let mut values = Vec::new();
    for one in wanted.identifiers.iter().filter(|one| is_searched(one)) {
        let field = if one.kind == IdentifierKind::Email { Field::Email } else { Field::Phone };
        values.extend(blind.value(field, &one.value).map(|value| (field, value)));
    }
    let found = app
        .store
        .look(|db| Ok::<_, Error>(search::by_values(db, &values, &wanted.controller.id, wanted.case_id)?))?;
    let name: BTreeSet<String> = name_words(wanted.name).into_iter().collect();
    let mut same = Vec::new();
    for case_id in found {
        let is_theirs = app.store.write(&Actor::System, |tx| {
            let stored = cases::load(tx.db, &case_id)?;
            let key = app.store.case_key(&case_id)?;
            let person = stored.person(&key)?;
            // the index knows representatives too: it must be the subject's own
            let own = [(Field::Email, &person.email), (Field::Phone, &person.phone)];
            let has_value = own.into_iter().any(|(field, text)| {
                let value = text.as_deref().and_then(|text| blind.value(field, text));
                value.is_some_and(|value| values.contains(&(field, value)))
            });
            let other: BTreeSet<String> = name_words(&person.name).into_iter().collect();
            Ok::<_, Error>(has_value && !name.is_empty() && other == name)
        })?;
        if is_theirs {
            same.push(case_id);
        }
    }
    same.sort();
    Ok(same)
}

/// Everything the earlier cases hold: one line per record to `out`, and what the lines are. Each case
/// that is read gets the mark of it.
pub fn find(app: &App, wanted: &Wanted<'_>, out: &mut dyn Write) -> Result<Finding> {
    let mut finding = nothing(wanted);
    let mut sorted: BTreeMap<usize, Vec<Map<String, Value>>> = BTreeMap::new();
    for case_id in earlier(app, wanted)? {
        app.store.read_case(&Actor::System, &case_id, "access", |tx, key| {
            let stored = cases::load(tx.db, &case_id)?;
            let told = [
                requests(&stored, key, wanted)?,
                letters(tx, key, &stored, wanted.lang)?,
                checks(tx, key, &stored, wanted.lang)?,
                reads(tx, &stored, wanted.lang)?,
            ];
            for (table, rows) in told.into_iter().enumerate() {
                sorted.entry(table).or_default().extend(rows);
            }
            Ok::<_, Error>(())
        })?;
    }
    for (table, rows) in sorted.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let Some((code, columns)) = TABLES.get(table) else { continue };
        let part = finding.parts.len();
        let records = rows.len() as u64;
        for fields in rows {
            let record = Record { part, fields };
            let line = serde_json::to_string(&record).map_err(|e| Error::Broken(e.to_string()))?;
            writeln!(out, "{line}")?;
        }
        finding.parts.push(Part {
            table: (*code).to_owned(),
            activity: own::CODE.to_owned(),
            category: format!("{NAME}-{code}"),
            labels: texts(&format!("own-table-{code}")),
            legal_ground: LegalGround::Obligation.code().to_owned(),
            columns: columns
                .iter()
                .map(|name| Column {
                    name: (*name).to_owned(),
                    labels: texts(&format!("own-column-{name}")),
                    provided: *name == "wrote",
                })
                .collect(),
            records,
        });
    }
    Ok(finding)
}

/// The tables and their columns, in the order in which they are given out.
const TABLES: &[(&str, &[&str])] = &[
    ("requests", &["reference", "received", "channel", "right", "outcome", "closed", "wrote"]),
    ("letters", &["reference", "at", "direction", "subject", "text"]),
    ("checks", &["reference", "at", "way", "address"]),
    ("reads", &["reference", "at", "function", "read", "why"]),
];

type Rows = Vec<Map<String, Value>>;

fn row<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn instant(at: DateTime<Utc>) -> Value {
    at.to_rfc3339_opts(SecondsFormat::Secs, true).into()
}

fn requests(stored: &StoredCase, key: &CaseKey, wanted: &Wanted<'_>) -> Result<Rows> {
    let lang = wanted.lang;
    let say = |id: String| Value::from(words::text(lang, &id, &[]));
    let case = &stored.file.case;
    let wrote = stored.words(key)?;
    let wrote = [wrote.about, wrote.details].join("\n").trim().to_owned();
    let lines = stored.file.requests.iter().map(|request| {
        row([
            ("reference", stored.reference.clone().into()),
            ("received", instant(case.received_at)),
            ("channel", say(format!("intake-{}", case.intake))),
            ("right", say(format!("right-{}-staff", request.right))),
            (
                "outcome",
                request.outcome.map_or(Value::Null, |outcome| say(format!("outcome-{outcome}-staff"))),
            ),
            ("closed", request.closed_at.map_or(Value::Null, instant)),
            ("wrote", wrote.clone().into()),
        ])
    });
    Ok(lines.collect())
}

/// What the person wrote and what was written to them. Notes among staff are no letters.
fn letters(tx: &mut Tx<'_>, key: &CaseKey, stored: &StoredCase, lang: Lang) -> Result<Rows> {
    let mut rows = Vec::new();
    for message in messages::of_case(tx.db, &stored.file.case.id)? {
        if message.kind == Kind::Note {
            continue;
        }
        let body = message.body(key)?;
        let direction = if message.kind == Kind::Received { "own-from-you" } else { "own-to-you" };
        rows.push(row([
            ("reference", stored.reference.clone().into()),
            ("at", instant(message.made_at)),
            ("direction", words::text(lang, direction, &[]).into()),
            ("subject", body.subject.into()),
            ("text", body.text.into()),
        ]));
    }
    Ok(rows)
}

fn checks(tx: &mut Tx<'_>, key: &CaseKey, stored: &StoredCase, lang: Lang) -> Result<Rows> {
    let proofs = proofs::of_case(tx.db, key, &stored.file.case.id)?;
    let rows = proofs.into_iter().map(|(proof, details)| {
        row([
            ("reference", stored.reference.clone().into()),
            ("at", instant(proof.at)),
            ("way", words::text(lang, &format!("own-way-{}", proof.way), &[]).into()),
            ("address", details.address.into()),
        ])
    });
    Ok(rows.collect())
}

/// When the case was read and why. In which function, never by whom.
fn reads(tx: &mut Tx<'_>, stored: &StoredCase, lang: Lang) -> Result<Rows> {
    let read = EventKind::Read.code();
    let entries = chain::entries(tx.db, &stored.file.case.id)?;
    let entries: Vec<_> = entries.into_iter().filter(|entry| entry.kind == read).collect();
    let mut rows = Vec::new();
    for entry in entries.iter().rev().take(MOST_READS) {
        let facts: Value = serde_json::from_str(&entry.facts).unwrap_or_default();
        let what = facts.get("what").and_then(Value::as_str).unwrap_or_default();
        let (function, why) = match entry.actor.strip_prefix("staff:") {
            Some(id) => {
                let member = staff::get(tx.db, id)?;
                let role =
                    member.roles.first().map_or_else(|| "own-function-staff".into(), |r| format!("role-{r}"));
                let audits =
                    member.roles.iter().all(|role| *role == Role::Auditor) && !member.roles.is_empty();
                (role, if audits { "own-why-audit" } else { "own-why-work" })
            }
            None if entry.actor == "person" => ("own-function-you".into(), "own-why-you"),
            None => ("own-function-system".into(), "own-why-work"),
        };
        let own = format!("own-read-{what}");
        let what = if words::exists(&own) { own } else { "own-read-case".to_owned() };
        rows.push(row([
            ("reference", stored.reference.clone().into()),
            ("at", instant(entry.at.and_utc())),
            ("function", words::text(lang, &function, &[]).into()),
            ("read", words::text(lang, &what, &[]).into()),
            ("why", words::text(lang, why, &[]).into()),
        ]));
    }
    Ok(rows)
}

fn texts(id: &str) -> Texts {
    Lang::ALL.iter().map(|lang| (*lang, words::text(*lang, id, &[]))).collect()
}
