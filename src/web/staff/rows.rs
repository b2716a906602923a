//! Rows of the queue and of search results: names opened, dates as the eye sees them.

use crate::domain::case::{Flag, Intake};
use crate::domain::outcome::Outcome;
use crate::domain::request::Request;
use crate::services::{Error, Result};
use crate::store::queue::Row;
use crate::store::{cases, messages, staff};
use crate::web::staff::show;
use crate::web::state::Web;
use crate::web::view::Said;
use crate::web::view::clock::Due;
use crate::web::view::desk::queue::{Mark, QueueRow};
use crate::web::view::parts::Tone;
use std::collections::HashMap;

/// What the rows need besides themselves, read before the entry that says they were shown.
pub(super) struct Around {
    requests: Vec<(String, Request)>,
    unread: Vec<String>,
    staff: HashMap<String, String>,
}

/// Reads it: a handful of indexed queries for a whole page.
pub(super) fn around(web: &Web, rows: &[Row]) -> Result<Around> {
    let ids = case_ids(rows);
    web.app.store.look(|db| {
        let members = staff::all(db)?;
        Ok::<_, Error>(Around {
            requests: cases::requests_of(db, &ids)?,
            unread: messages::unread(db, &ids)?,
            staff: members.into_iter().map(|member| (member.id, member.name)).collect(),
        })
    })
}

/// The cases of the rows, each once.
pub(super) fn case_ids(rows: &[Row]) -> Vec<String> {
    let mut ids: Vec<String> = rows.iter().map(|row| row.case_id.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The rows as they are shown. A case whose key is gone shows its reference alone.
pub(super) fn shown(web: &Web, rows: &[Row], around: &Around) -> Result<Vec<QueueRow>> {
    let today = show::today(web);
    let key_ids: Vec<String> = rows.iter().map(|row| row.key_id.clone()).collect();
    let keys: HashMap<String, _> = web.app.store.vault.keys(&key_ids)?.into_iter().collect();
    let mut done = Vec::with_capacity(rows.len());
    for row in rows {
        let of_case: Vec<&Request> =
            around.requests.iter().filter(|(case, _)| *case == row.case_id).map(|(_, r)| r).collect();
        let Some(place) = of_case.iter().position(|request| request.id == row.request_id) else { continue };
        let Some(request) = of_case.get(place) else { continue };
        let flags = row.flags()?;
        let person = keys.get(&row.key_id).and_then(|key| row.person(key).ok()).map(|person| person.name);
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        done.push(QueueRow {
            case_id: row.case_id.clone(),
            reference: row.reference.clone(),
            person: person.filter(|name| !name.is_empty() && !flags.contains(&Flag::ProtectedIdentity)),
            nth: (number(place + 1), number(of_case.len())),
            right: request.right,
            state: request.state,
            flags: [request_marks(request), case_marks(&flags)].concat(),
            due: Due::of(request, today),
            assignee: row.assignee.as_ref().and_then(|id| around.staff.get(id).cloned()),
            received_on: row.received_on,
            intake: Intake::from_code(&row.intake)
                .ok_or_else(|| Error::Broken("an unknown intake".into()))?,
            unread: around.unread.contains(&row.case_id),
            controller: web.app.controllers.get(&row.controller_id)?.legal_name.clone(),
            outcome: request.outcome.map(outcome),
        });
    }
    Ok(done)
}

/// How it ended, in words for staff.
pub(super) fn outcome(outcome: Outcome) -> Said {
    Said::new(format!("outcome-{outcome}-staff"))
}

/// Marks of a request.
pub(super) fn request_marks(request: &Request) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(extension) = &request.extension {
        marks.push(mark("extended", None, "extended"));
        if extension.disputable {
            marks.push(mark("disputable", Some(Tone::Soon), "warn"));
        }
    }
    if request.single_handed {
        marks.push(mark("single_handed", None, "check"));
    }
    marks
}

/// Marks of a case.
pub(super) fn case_marks(flags: &[Flag]) -> Vec<Mark> {
    flags
        .iter()
        .map(|flag| match flag {
            Flag::Stopped => mark("stopped", Some(Tone::Stop), "warn"),
            Flag::LegalHold => mark("legal_hold", None, "hold"),
            Flag::ProtectedIdentity => mark("protected_identity", None, "lock"),
            other => mark(other.code(), None, "info"),
        })
        .collect()
}

/// A mark by the tail of its word key.
pub(super) fn mark(code: &str, tone: Option<Tone>, icon: &'static str) -> Mark {
    Mark { said: Said::new(format!("flag-{code}")), tone, icon }
}
