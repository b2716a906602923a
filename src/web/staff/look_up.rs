//! What a look-up found, as the page shows it: masked as long as nothing proven points at it.

use crate::domain::case::Flag;
use crate::domain::identifier::{Agreement, Identifier, Strength};
use crate::domain::identity::Channel;
use crate::domain::language::Lang;
use crate::domain::national_number;
use crate::domain::task::Holder;
use crate::services::identity::{self, Judged, LookedUp};
use crate::services::{App, collection};
use crate::sources::{AddressOnRecord, Candidate, KeyValue, Matched, SubjectKey};
use crate::web::form::Fields;
use crate::web::staff::steps::Sight;
use crate::web::view::Said;
use crate::web::view::desk::identity as view;
use crate::words;
use serde::{Deserialize, Serialize};

/// An address on record as it travels in a form.
#[derive(Serialize, Deserialize)]
pub struct Chosen {
    /// Source.
    pub source: String,
    /// Record.
    pub key: SubjectKey,
    /// Which of its addresses.
    pub no: usize,
}

impl Chosen {
    /// Reads the value of a choice; `None` for anything that is none.
    pub fn read(value: &str) -> Option<Chosen> {
        serde_json::from_str(value).ok()
    }
}

/// A record as it travels in a form; the service finds it again before anything is done with it.
pub fn record_value(source: &str, key: &SubjectKey) -> String {
    serde_json::to_string(&(source, key)).unwrap_or_default()
}

/// Reads such a value back.
pub fn read_record(value: &str) -> Option<(String, SubjectKey)> {
    serde_json::from_str(value).ok()
}

/// What was ticked of the records a page showed.
pub fn read_judged(fields: &Fields) -> Judged {
    let ticked = fields.all("record");
    let records = |is_theirs: bool| {
        let of = fields.all("seen").into_iter().filter(|seen| ticked.contains(seen) == is_theirs);
        of.filter_map(read_record).collect()
    };
    Judged { theirs: records(true), others: records(false) }
}

/// The address a choice names, in a fresh look-up.
pub fn find(found: &[LookedUp], chosen: &Chosen) -> Option<AddressOnRecord> {
    let looked = found.iter().find(|l| l.source == chosen.source)?;
    let candidate = looked.found.as_ref().ok()?.iter().find(|c| c.key == chosen.key)?;
    candidate.addresses.get(chosen.no).cloned()
}

/// Something the person can be searched by.
pub fn identifier(identifier: &Identifier) -> view::Identifier {
    view::Identifier {
        kind: kind(identifier.kind.code()),
        value: national_number::masked(&identifier.value),
        proven: identifier.proven,
    }
}

/// What a kind of identifier is called.
pub fn kind(code: &str) -> Said {
    let known = match code {
        "email" | "phone" | "name" => code,
        "customer_number" | "member_number" => "customer",
        _ => "other",
    };
    Said::new(format!("ui-id-kind-{known}"))
}

/// What a source is called for staff: the label of its data map. One that is not configured any
/// more has only its name.
pub fn source_name(app: &App, source: &str, lang: Lang) -> String {
    let label = app.sources.get(source).and_then(|found| found.map().source.label.get(&lang));
    label.map_or(source, String::as_str).to_owned()
}

/// What a task is called for staff: its source, or whoever is asked by hand.
pub fn task_name(app: &App, holder: &str, name: &str, lang: Lang) -> String {
    match Holder::from_code(holder) {
        Some(Holder::Source) => source_name(app, name, lang),
        Some(Holder::Own) => words::text(lang, "own-label", &[]),
        _ => name.to_owned(),
    }
}

/// What is wrong with a source, by its code. The log has the particulars.
pub fn trouble(code: &str) -> Said {
    let key = format!("fault-{code}");
    Said::new(if words::exists(&key) { key } else { "fault-other".to_owned() })
}

/// Everything a look-up brought.
pub fn result(
    app: &App,
    sight: &Sight,
    lang: Lang,
    found: &[LookedUp],
    (typed, judged): (&Fields, &Judged),
) -> view::LookUpResult {
    let mut candidates = Vec::new();
    let mut addresses = Vec::new();
    for looked in found {
        let name = source_name(app, &looked.source, lang);
        for one in looked.found.iter().flatten() {
            let hides_post = sight.stored.file.case.is(Flag::ProtectedIdentity);
            let mut shown = candidate(&name, &looked.source, lang, hides_post, one);
            let record = (looked.source.clone(), one.key.clone());
            shown.chosen = if typed.has("seen") {
                typed.all("record").contains(&shown.value.as_str())
            } else {
                judged.theirs.contains(&record)
            };
            shown.is_other = judged.others.contains(&record);
            candidates.push(shown);
            addresses.extend(record_addresses(app, &name, &looked.source, sight, one, typed.one("to")));
        }
    }
    view::LookUpResult {
        at: sight.moment(sight.now),
        sources: found.iter().map(|looked| line(app, lang, looked)).collect(),
        candidates,
        addresses,
    }
}

fn line(app: &App, lang: Lang, looked: &LookedUp) -> view::SourceLine {
    let refused = looked.refused.iter().map(|(kind_of, why)| {
        let why = Said::new(format!("identifier-refused-{why}"));
        Said::new("identifier-refused").with("kind", kind(kind_of.code())).with("why", why)
    });
    let unknown =
        looked.unknown_here.iter().map(|k| Said::new("identifier-unknown").with("kind", kind(k.code())));
    view::SourceLine {
        name: source_name(app, &looked.source, lang),
        hits: looked.found.as_ref().ok().map(|f| i64::try_from(f.len()).unwrap_or(i64::MAX)),
        trouble: looked.found.as_ref().err().map(|code| trouble(code)),
        left_out: refused.chain(unknown).collect(),
    }
}

fn candidate(name: &str, source: &str, lang: Lang, hides_post: bool, found: &Candidate) -> view::Candidate {
    let proven = found.is_proven();
    let value = record_value(source, &found.key);
    let label = found.labels.get(&lang).cloned().unwrap_or_else(|| found.key.table.clone());
    view::Candidate {
        title: format!("{name}: {label} {}", key_text(&found.key)),
        name: None,
        matched: found.matched.iter().map(matched).collect(),
        proven,
        on_record: found
            .addresses
            .iter()
            .map(|a| (shown(a, proven, hides_post), a.on_record_since))
            .collect(),
        chosen: false,
        is_other: false,
        why_field: collection::reason_field(source, &found.key),
        why: String::new(),
        value,
    }
}

/// The values of a record's key, as staff would read them out.
fn key_text(key: &SubjectKey) -> String {
    key.key
        .iter()
        .map(|value| match value {
            KeyValue::Integer(number) => number.to_string(),
            KeyValue::Text(text) => text.clone(),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Where somebody with a protected address lives is not read by the way.
fn shown(address: &AddressOnRecord, proven: bool, hides_post: bool) -> String {
    if hides_post && address.channel == Channel::Post {
        return "•••".to_owned();
    }
    if proven { address.value.clone() } else { address.masked.clone() }
}

/// How one identifier agreed, what that says, and whether the person has proven it.
fn matched(matched: &Matched) -> Said {
    let strength = match (matched.is_shared, matched.strength) {
        (true, _) => "shared",
        (false, Strength::Strong) => "strong",
        (false, Strength::Weak) => "weak",
    };
    let proven = if matched.is_proven { "proven" } else { "unproven" };
    let how = match matched.agreement {
        Agreement::Partial => "match-partial",
        Agreement::Exact => "ui-match-exact",
        Agreement::Normalised => "ui-match-normalised",
    };
    Said::new("match-line")
        .with("how", Said::new(how).with("kind", kind(matched.kind.code())))
        .with("strength", Said::new(format!("match-{strength}")))
        .with("proven", Said::new(format!("match-{proven}")))
}

fn record_addresses<'a>(
    app: &'a App,
    name: &'a str,
    source: &'a str,
    sight: &'a Sight,
    found: &'a Candidate,
    to: &'a str,
) -> impl Iterator<Item = view::RecordAddress> + 'a {
    found.addresses.iter().enumerate().map(move |(no, address)| {
        let choice = Chosen { source: source.to_owned(), key: found.key.clone(), no };
        let value = serde_json::to_string(&choice).unwrap_or_default();
        let received_on = sight.stored.file.case.received_on;
        let is_young = address.on_record_since.is_some_and(|on| identity::is_young(app, received_on, on));
        let refused = match address.channel {
            _ if is_young => Some(Said::new("ui-address-young").with("n", app.caps.known_address_days)),
            Channel::Email => None,
            // only a mail can carry the link; the others are there for calling or writing
            Channel::Phone | Channel::Post | Channel::Counter => Some(Said::new("address-no_code")),
        };
        view::RecordAddress {
            chosen: to == value,
            value,
            address: shown(address, found.is_proven(), sight.stored.file.case.is(Flag::ProtectedIdentity)),
            channel: address.channel,
            source: name.to_owned(),
            since_on: address.on_record_since,
            refused,
            young: is_young,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Fault;
    use std::time::Duration;

    #[test]
    fn every_fault_of_a_source_has_words_of_its_own() {
        let text = String::new;
        let faults = [
            Fault::Settings(""),
            Fault::Unreachable(""),
            Fault::Tls(""),
            Fault::SignIn,
            Fault::Denied(text()),
            Fault::Changed(text()),
            Fault::TooSlow(Duration::ZERO),
            Fault::TooManyRecords(0),
            Fault::ValueTooLarge(text()),
            Fault::RecordGone(text()),
            Fault::Interrupted,
            Fault::Database { table: text(), code: text() },
            Fault::Storing(std::io::ErrorKind::Other),
        ];
        for fault in faults {
            assert_eq!(trouble(fault.code()).id, format!("fault-{}", fault.code()));
        }
        assert_eq!(trouble("what another version wrote").id, "fault-other");
    }
}
