//! The evidence of a case for the supervisory authority (arts. 5(2), 58(1)(a)): what happened with the
//! chain it stands in, the letters as they were sent, the dates and how they were computed, the
//! decisions with their grounds. Taking it out is an entry of the case.

use crate::crypto::hex;
use crate::crypto::keys::CaseKey;
use crate::domain::access::{Actor, Role};
use crate::domain::deadline::{Step, explain};
use crate::domain::event::{Event, EventKind};
use crate::domain::request::Request;
use crate::services::app::{App, Controller};
use crate::services::conversation;
use crate::services::error::{Error, Result};
use crate::store::backend::Db;
use crate::store::cases::{self, AnswerWords, StoredCase};
use crate::store::chain::{self, EventRow};
use crate::store::messages::{self, Kind};
use crate::store::staff::{self, Member};
use crate::store::{Tx, ledger, tasks};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A request with what was decided about it.
pub struct Decided {
    /// The request.
    pub request: Request,
    /// How its dates were computed.
    pub steps: Vec<Step>,
    /// The answer in words, if one was written.
    pub answer: Option<AnswerWords>,
}

/// The evidence, collected.
pub struct Evidence {
    /// The case.
    pub stored: StoredCase,
    /// Who answers.
    pub controller: Controller,
    /// When it was collected.
    pub at: DateTime<Utc>,
    /// Every entry of the chain with its words, oldest first.
    pub entries: Vec<(EventRow, Option<String>)>,
    /// Whether the whole chain was recomputed and holds.
    pub is_chain_whole: bool,
    /// The requests and what was decided.
    pub decided: Vec<Decided>,
    /// Everybody at the desk, for names.
    pub staff: Vec<Member>,
    /// What the tasks asked, by task.
    pub tasks: BTreeMap<String, String>,
    /// The files of it, path and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Whether this actor may take evidence out: the officer, and whoever audits.
pub fn may_take(actor: &Actor) -> bool {
    actor.holds(Role::Officer) || actor.holds(Role::Auditor)
}

/// Collects the evidence of a case. The entries that say so are written first.
pub fn collect(app: &App, actor: &Actor, case_id: &str) -> Result<Evidence> {
    if !may_take(actor) {
        return Err(Error::NotFound);
    }
    let mut evidence = app.store.read_case(actor, case_id, "evidence", |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        conversation::may_see(actor, &stored)?;
        let taken = Event::new(EventKind::EvidenceTaken, None, json!({}));
        chain::append(tx, case_id, Some(key), &taken)?;
        let controller = app.controllers.get(&stored.file.case.controller_id)?.clone();
        let mut entries = Vec::new();
        for entry in chain::entries(tx.db, case_id)? {
            let words = entry.words(key)?;
            entries.push((entry, words));
        }
        let mut decided = Vec::new();
        for request in &stored.file.requests {
            decided.push(Decided {
                steps: explain(
                    &controller.rules,
                    request.right,
                    request.received_on,
                    &request.pauses,
                    request.extension.as_ref(),
                ),
                answer: cases::answer(tx.db, key, &request.id)?,
                request: request.clone(),
            });
        }
        Ok::<_, Error>(Evidence {
            at: tx.now,
            entries,
            is_chain_whole: false,
            decided,
            staff: staff::all(tx.db)?,
            tasks: tasks::names(tx.db, key, case_id)?,
            files: letters(tx, key, case_id)?,
            controller,
            stored,
        })
    })?;
    let all: Vec<EventRow> = evidence.entries.iter().map(|(entry, _)| entry.clone()).collect();
    let store = &app.store;
    evidence.is_chain_whole =
        store.look(|db| chain::holds(&store.chain_key, db, case_id, &all).map_err(Error::from))?;
    let signed = store.look(newest_head)?;
    let public_key = store.secrets.signing().public_key_pem().map_err(|e| Error::Broken(e.to_string()))?;
    let mut files = vec![
        json_file("case.json", &case(&evidence))?,
        json_file("decisions.json", &decisions(&evidence))?,
        json_file("events.json", &events(&evidence))?,
    ];
    files.append(&mut evidence.files);
    if let Some(signed) = signed {
        files.push(("chain/signed-head.jws".into(), signed.into_bytes()));
    }
    files.push(("chain/public-key.pem".into(), public_key.into_bytes()));
    evidence.files = files;
    Ok(evidence)
}

fn json_file(path: &str, value: &Value) -> Result<(String, Vec<u8>)> {
    let bytes = serde_json::to_vec_pretty(value).map_err(|e| Error::Broken(e.to_string()))?;
    Ok((path.to_owned(), bytes))
}

/// The conversation as it went out and came in, a text each; notes of the house stay in the house.
fn letters(tx: &mut Tx<'_>, key: &CaseKey, case_id: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let told = messages::of_case(tx.db, case_id)?;
    for message in told.iter().filter(|message| message.kind != Kind::Note) {
        let body = message.body(key)?;
        let name = message.letter.as_deref().unwrap_or(message.kind.code());
        let path =
            format!("letters/{:03}-{}-{name}.txt", files.len() + 1, message.made_at.format("%Y-%m-%d"));
        let mut text = format!("{}: {}\n", message.kind, message.made_at.to_rfc3339());
        for (what, value) in [
            ("carrier", Some(message.carrier.code().to_owned())),
            ("to", body.to.clone()),
            ("delivered", message.delivered_at.map(|at| at.to_rfc3339())),
            ("failed", message.failed_at.map(|at| at.to_rfc3339())),
            ("subject", Some(body.subject.clone()).filter(|subject| !subject.is_empty())),
        ] {
            if let Some(value) = value {
                text.push_str(&format!("{what}: {value}\n"));
            }
        }
        text.push('\n');
        text.push_str(&body.text);
        text.push('\n');
        files.push((path, text.into_bytes()));
    }
    Ok(files)
}

/// The newest signed head of the ledger: what stands outside too.
fn newest_head(db: &mut Db) -> Result<Option<String>> {
    let Some(size) = ledger::newest_signed(db)? else { return Ok(None) };
    Ok(ledger::signed_from(db, size, 1)?.pop().map(|(_, signed)| signed))
}

fn case(evidence: &Evidence) -> Value {
    let (case, controller) = (&evidence.stored.file.case, &evidence.controller);
    let request = |decided: &Decided| {
        let request = &decided.request;
        let pauses = request.pauses.iter().map(|pause| {
            json!({
                "kind": pause.kind, "asked_on": pause.asked_on, "answered_on": pause.answered_on,
                "doubt_on": pause.doubt_on, "counts": pause.counts, "reply_by_on": pause.reply_by_on,
            })
        });
        json!({
            "id": request.id,
            "right": request.right,
            "article": request.right.article(),
            "state": request.state,
            "received_on": request.received_on,
            "closed_at": request.closed_at,
            "outcome": request.outcome,
            "extended_on": request.extension.map(|extension| extension.noticed_on),
            "pauses": pauses.collect::<Vec<_>>(),
            "statutory_on": request.dates.statutory_on,
            "promise_on": request.dates.promise_on,
            "act_by_on": request.dates.act_by_on,
            "computed": decided.steps,
            "author": request.author,
            "approver": request.approver,
            "single_handed": request.single_handed,
            "package_sha256": request.approved_package,
        })
    };
    json!({
        "form": "indsigt-evidence-1",
        "made_at": evidence.at,
        "reference": evidence.stored.reference,
        "controller": { "name": controller.legal_name, "number": controller.number },
        "intake": case.intake,
        "received_at": case.received_at,
        "received_on": case.received_on,
        "zone": controller.rules.zone.name(),
        "identity_level": case.level.number(),
        "retention_on": case.retention_on,
        "legal_hold": case.is(crate::domain::case::Flag::LegalHold),
        "requests": evidence.decided.iter().map(request).collect::<Vec<_>>(),
        "staff": evidence.staff.iter().map(|m| (m.id.clone(), m.name.clone())).collect::<BTreeMap<_, _>>(),
    })
}

fn decisions(evidence: &Evidence) -> Value {
    let decision = |decided: &Decided| {
        let answer = decided.answer.clone().unwrap_or_default();
        json!({
            "request": decided.request.id,
            "right": decided.request.right,
            "outcome": decided.request.outcome.or(decided.request.answer.as_ref().map(|a| a.outcome)),
            "grounds": answer.grounds,
            "words": answer.words,
            "searched": answer.searched,
            "identifiers": answer.identifiers,
        })
    };
    evidence.decided.iter().map(decision).collect()
}

fn events(evidence: &Evidence) -> Value {
    let entry = |(entry, words): &(EventRow, Option<String>)| {
        json!({
            "seq": entry.seq,
            "at": entry.at.and_utc(),
            "actor": entry.actor,
            "kind": entry.kind,
            "request": entry.request_id,
            "facts": serde_json::from_str::<Value>(&entry.facts).unwrap_or(Value::Null),
            "words": words,
            "sealed_sha256": entry.sealed.as_ref().map(|sealed| hex(&Sha256::digest(sealed))),
            "mac": hex(&entry.mac),
        })
    };
    json!({
        "chain": evidence.stored.file.case.id,
        "is_whole": evidence.is_chain_whole,
        "entries": evidence.entries.iter().map(entry).collect::<Vec<_>>(),
    })
}
