//! A letter on paper leaves the house on the day it is posted, not on the day it was written. The
//! question who somebody is, and the notice of an extension, count from then.

use super::pause::counts;
use super::step::recompute;
use super::term::{dispute, noon};
use super::{Decision, Need, Refusal};
use crate::domain::access::{Actor, Role};
use crate::domain::case::CaseFile;
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::event::{Event, EventKind};
use crate::domain::request::Request;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

/// A letter on paper and the day it left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting<'a> {
    /// Id of the letter.
    pub letter: &'a str,
    /// Id of the request whose extension it is the notice of.
    pub extends: Option<&'a str>,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Local date it was posted or handed over.
    pub posted_on: NaiveDate,
}

/// Whether somebody may say that a letter was posted: whoever writes letters, the caseworker and the
/// officer.
pub fn may_post(file: &CaseFile, actor: &Actor) -> bool {
    file.is_known_to(actor) && (actor.holds(Role::Caseworker) || actor.holds(Role::Officer))
}

/// The instant kept for a letter that left on a day: now, or noon of a day that is over.
pub fn posted_at(rules: &Rules, now: DateTime<Utc>, on: NaiveDate) -> DateTime<Utc> {
    if on == local_date(rules.zone, now) { now } else { noon(rules.zone, on) }
}

/// A letter was posted, between the day it was written and today. A question asked in it stops the
/// clock from that day, if it still was in time; an extension was noticed on that day, and is
/// disputable if that was too late (art. 12(3)). A question that was answered before its letter left
/// had been answered without it, and stops nothing.
///
/// # Errors
/// A [`Refusal`]; then nothing changes.
pub fn posted(
    rules: &Rules,
    file: &CaseFile,
    actor: &Actor,
    now: DateTime<Utc>,
    posting: &Posting<'_>,
) -> Result<Decision, Refusal> {
    let event = EventKind::LetterPosted;
    if file.case.erased || !file.is_known_to(actor) {
        return Err(Refusal::NotFound);
    }
    if !may_post(file, actor) {
        return Err(Refusal::Role { event });
    }
    let (from, to) = (local_date(rules.zone, posting.written_at), local_date(rules.zone, now));
    if posting.posted_on < from || posting.posted_on > to {
        let need = Need::Date { field: "posted_on", from: Some(from), to: Some(to) };
        return Err(Refusal::Needs { event, needs: vec![need] });
    }
    let mut next = Decision {
        case: file.case.clone(),
        requests: file.requests.clone(),
        new_tasks: Vec::new(),
        cancelled_tasks: Vec::new(),
        events: Vec::new(),
        jobs: Vec::new(),
        acted_on: Vec::new(),
    };
    for request in &mut next.requests {
        let (was, dates) = (request.clone(), request.dates);
        leaves(rules, request, posting);
        if *request == was {
            continue;
        }
        recompute(rules, request);
        dispute(request);
        let mut facts = json!({ "letter": posting.letter, "posted_on": posting.posted_on });
        if request.dates != dates {
            facts["act_by_on"] = json!(request.dates.act_by_on);
            facts["statutory_on"] = json!(request.dates.statutory_on);
        }
        next.acted_on.push(request.id.clone());
        next.events.push(Event::new(event, Some(&request.id), facts));
    }
    if next.events.is_empty() {
        let facts = json!({ "letter": posting.letter, "posted_on": posting.posted_on });
        next.events.push(Event::new(event, None, facts));
    }
    Ok(next)
}

fn leaves(rules: &Rules, request: &mut Request, posting: &Posting<'_>) {
    let received_on = request.received_on;
    let waits = request.pauses.iter_mut().filter(|pause| pause.unposted.as_deref() == Some(posting.letter));
    for pause in waits.filter(|pause| pause.answered_on.is_none_or(|on| on >= posting.posted_on)) {
        pause.asked_on = posting.posted_on;
        pause.unposted = None;
        pause.counts = counts(rules, received_on, pause);
    }
    let is_its = posting.extends == Some(request.id.as_str());
    if let Some(extension) = request.extension.as_mut().filter(|notice| is_its && !notice.delivered) {
        extension.noticed_on = posting.posted_on;
        extension.delivered = true;
    }
}
