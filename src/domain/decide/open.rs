//! Opening a case: what a person submits and what staff enter.

use super::step::recompute;
use super::term::noon;
use super::{Decision, Need, Refusal};
use crate::domain::access::Actor;
use crate::domain::case::{Case, Flag, Intake, Representation};
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::event::{Event, EventKind};
use crate::domain::identity::Level;
use crate::domain::request::{Dates, Request, State};
use crate::domain::right::Right;
use crate::domain::table::{self, Who};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::json;

/// What was received longer ago than this is entered with a reason.
const LATE_ENTRY_DAYS: u64 = 30;

/// What is known of a case when it is opened. Ids are made by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Case id.
    pub id: String,
    /// Controller id.
    pub controller_id: String,
    /// How it reached us. `Form`: the person submits it; anything else is entered by staff.
    pub intake: Intake,
    /// Request id and right of each request, in the order made. A right named twice counts once.
    pub requests: Vec<(String, Right)>,
    /// The person was not sure which right it is: the id for the request that is made when no
    /// right was chosen beside it.
    pub unsure: Option<String>,
    /// Whether there is one way to reach the person.
    pub reachable: bool,
    /// Local date of receipt, for what staff enter; ignored for a form, which is received now.
    pub received_on: Option<NaiveDate>,
    /// Why it is entered more than 30 days later.
    pub late_reason: Option<String>,
    /// Whether somebody asks for the person.
    pub by_representative: bool,
    /// The member of staff it is about, if it is.
    pub about_staff: Option<String>,
}

/// Opens a case: one per submission, with a request for each right. The version of the new case
/// is 0; the store makes it 1.
///
/// **Not sure.** A case has at least one request, because only a request has a clock. Somebody who
/// chose nothing but "not sure" gets a request for access: its month is the ordinary one, it
/// changes nothing, and it needs level 2 before anything leaves, so no harm is done before staff
/// have read the words and reclassified it. The event keeps the fact `unsure`.
///
/// A way to reach the person is needed from the form only: a letter, a call or a social-media
/// message counts however it can be answered (EDPB 01/2022 forbids demanding a channel).
///
/// # Errors
/// [`Refusal::Role`] when a person enters or staff submit; [`Refusal::NotFound`] when staff enter a
/// case about themselves; [`Refusal::Needs`] with everything missing.
pub fn open(rules: &Rules, actor: &Actor, now: DateTime<Utc>, new: &NewCase) -> Result<Decision, Refusal> {
    let today = local_date(rules.zone, now);
    let event = if *actor == Actor::Person { EventKind::Submit } else { EventKind::Enter };
    let row = table::row(event).ok_or(Refusal::Role { event })?;
    table::may_act(row, &Who::of(actor))?;
    if new.about_staff.is_some() && new.about_staff.as_deref() == actor.staff_id() {
        return Err(Refusal::NotFound);
    }
    let rights = rights(new);
    let needs = missing(event, today, new, &rights);
    if !needs.is_empty() {
        return Err(Refusal::Needs { event, needs });
    }
    let (received_at, received_on) = match new.received_on.filter(|_| event == EventKind::Enter) {
        Some(received_on) if received_on != today => (noon(rules.zone, received_on), received_on),
        _ => (now, today),
    };
    let requests: Vec<Request> =
        rights.iter().map(|(id, right)| new_request(rules, id, *right, received_on)).collect();
    let facts = json!({
        "intake": new.intake,
        "received_on": received_on,
        "rights": rights.iter().map(|(_, right)| *right).collect::<Vec<_>>(),
        "unsure": new.unsure.is_some(),
        "representative": new.by_representative,
    });
    let mut entry = Event::new(event, None, facts);
    entry.private = new.late_reason.clone().filter(|reason| !reason.trim().is_empty());
    Ok(Decision {
        case: new_case(new, received_at, received_on),
        acted_on: requests.iter().map(|request| request.id.clone()).collect(),
        requests,
        new_tasks: Vec::new(),
        cancelled_tasks: Vec::new(),
        events: vec![entry],
        jobs: Vec::new(),
    })
}

/// Opens a complaint about how a case was handled: no right, so no request and no statutory date.
/// The day it came counts all the same. `new.requests` and `new.unsure` are not looked at.
///
/// # Errors
/// [`Refusal::Role`], [`Refusal::NotFound`] and [`Refusal::Needs`], as for [`open`].
pub fn open_complaint(
    rules: &Rules,
    actor: &Actor,
    now: DateTime<Utc>,
    new: &NewCase,
    of_case: &str,
) -> Result<Decision, Refusal> {
    let placeholder = NewCase { requests: vec![(String::new(), Right::Access)], unsure: None, ..new.clone() };
    let mut decision = open(rules, actor, now, &placeholder)?;
    decision.requests.clear();
    decision.acted_on.clear();
    decision.case.flags.push(Flag::Complaint);
    for event in &mut decision.events {
        event.facts = json!({
            "intake": new.intake,
            "received_on": decision.case.received_on,
            "complaint_about": of_case,
            "representative": new.by_representative,
        });
    }
    Ok(decision)
}

/// Opens the instruction of a controller we are processor for: they act for the person and get the
/// answer, so there is no authority to judge (art. 28(3)(a)).
///
/// # Errors
/// As for [`open`].
pub fn open_instruction(
    rules: &Rules,
    actor: &Actor,
    now: DateTime<Utc>,
    new: &NewCase,
    of_case: &str,
) -> Result<Decision, Refusal> {
    let mut decision = open(rules, actor, now, new)?;
    decision.case.representation = Representation::Accepted;
    for event in &mut decision.events {
        if let serde_json::Value::Object(facts) = &mut event.facts {
            facts.insert("instruction_of".into(), json!(of_case));
        }
    }
    Ok(decision)
}

/// The rights asked for, each once; access when the person was only unsure.
fn rights(new: &NewCase) -> Vec<(String, Right)> {
    let mut rights: Vec<(String, Right)> = Vec::new();
    for (id, right) in &new.requests {
        if !rights.iter().any(|(_, known)| known == right) {
            rights.push((id.clone(), *right));
        }
    }
    if let (true, Some(id)) = (rights.is_empty(), &new.unsure) {
        rights.push((id.clone(), Right::Access));
    }
    rights
}

/// Everything the form or the entry lacks.
fn missing(event: EventKind, today: NaiveDate, new: &NewCase, rights: &[(String, Right)]) -> Vec<Need> {
    let mut needs = Vec::new();
    if rights.is_empty() {
        needs.push(Need::AnyRight);
    }
    if (event == EventKind::Submit) != (new.intake == Intake::Form) {
        needs.push(Need::Channel);
    }
    if event == EventKind::Submit {
        if !new.reachable {
            needs.push(Need::Reachable);
        }
        return needs;
    }
    match new.received_on {
        Some(received_on) if received_on <= today => {
            let explained = new.late_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
            if received_on + Days::new(LATE_ENTRY_DAYS) < today && !explained {
                needs.push(Need::LateEntryReason);
            }
        }
        _ => needs.push(Need::Date { field: "received_on", from: None, to: Some(today) }),
    }
    needs
}

fn new_case(new: &NewCase, received_at: DateTime<Utc>, received_on: NaiveDate) -> Case {
    let representation = if new.by_representative { Representation::Unjudged } else { Representation::None };
    Case {
        id: new.id.clone(),
        controller_id: new.controller_id.clone(),
        intake: new.intake,
        received_at,
        received_on,
        level: Level::Nothing,
        proofs: Vec::new(),
        address_confirmed: false,
        flags: Vec::new(),
        representation,
        about_staff: new.about_staff.clone(),
        unproven_match: false,
        notices: Vec::new(),
        undelivered: Vec::new(),
        retention_on: None,
        erased: false,
        version: 0,
    }
}

/// A request as it begins, with its dates.
pub(super) fn new_request(rules: &Rules, id: &str, right: Right, received_on: NaiveDate) -> Request {
    let mut request = Request {
        id: id.to_owned(),
        right,
        state: State::Received,
        paused_from: None,
        reviewed_from: None,
        assignee: None,
        received_on,
        pauses: Vec::new(),
        extension: None,
        answer: None,
        author: None,
        approver: None,
        single_handed: false,
        package: None,
        approved_package: None,
        outcome: None,
        closed_at: None,
        withdrawn_from: None,
        dates: Dates {
            statutory_on: received_on,
            promise_on: None,
            shown_on: received_on,
            act_by_on: received_on,
            last_extend_on: received_on,
            last_extend_paused_on: received_on,
        },
    };
    recompute(rules, &mut request);
    request
}
