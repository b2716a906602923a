//! Reading what was asked: who takes it, which right it is, where it belongs.

use super::command::NewTask;
use super::open::new_request;
use super::pause::end_pause;
use super::step::{Step, back_to};
use super::{Decision, Need, Refusal};
use crate::domain::access::Role;
use crate::domain::calendar;
use crate::domain::case::Flag;
use crate::domain::event::Event;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::read_as::ReadAs;
use crate::domain::request::{PauseKind, Request, State};
use crate::domain::right::Right;
use crate::domain::task::{Task, TaskState};
use chrono::NaiveDate;
use serde_json::json;

/// A task for a controller we are processor for is due in this many working days (art. 28(3)(e)).
const FORWARD_WORKING_DAYS: u32 = 2;

/// Given to a colleague. A case about a member of staff is never given to them.
pub(super) fn assign(mut step: Step<'_>, to: &str) -> Result<Decision, Refusal> {
    let about = step.file.case.about_staff.as_deref();
    step.need(about != Some(to), Need::Fact { fact: "not_about_assignee" });
    step.met()?;
    // whoever takes it has found a request in it
    step.next.case.flags.retain(|flag| *flag != Flag::Bin);
    step.each(None, |request| {
        request.assignee = Some(to.to_owned());
        json!({ "assignee": to })
    });
    Ok(step.done())
}

/// Taken by the one who acts.
pub(super) fn claim(step: Step<'_>) -> Result<Decision, Refusal> {
    match step.actor.staff_id().map(str::to_owned) {
        Some(id) => assign(step, &id),
        None => Err(Refusal::Role { event: step.row.kind }),
    }
}

/// A right found in the first message has its date; one asked for later has today's.
pub(super) fn add_right(
    mut step: Step<'_>,
    id: &str,
    right: Right,
    in_first_message: bool,
) -> Result<Decision, Refusal> {
    step.need(step.file.request(id).is_none(), Need::Fact { fact: "new_id" });
    step.met()?;
    let received_on = if in_first_message { step.file.case.received_on } else { step.today };
    let request = new_request(step.rules, id, right, received_on);
    append(&mut step, request, json!({ "right": right, "received_on": received_on }));
    Ok(step.done())
}

/// One request becomes two: the new one has the same day 0 and reader, and a clock without the
/// pauses of the first, which can only make it earlier.
pub(super) fn split(mut step: Step<'_>, id: &str, right: Right) -> Result<Decision, Refusal> {
    step.need(step.file.request(id).is_none(), Need::Fact { fact: "new_id" });
    step.met()?;
    let Some(first) = step.targets().next() else { return Err(Refusal::NotFound) };
    let mut request = new_request(step.rules, id, right, first.received_on);
    if first.state != State::Received {
        request.state = State::Assessing;
        request.assignee = first.assignee.clone();
    }
    append(&mut step, request, json!({ "right": right, "of": first.id }));
    Ok(step.done())
}

/// Adds a request to the case and makes it what the command acted on.
fn append(step: &mut Step<'_>, request: Request, facts: serde_json::Value) {
    step.next.acted_on = vec![request.id.clone()];
    step.next.events.push(Event::new(step.row.kind, Some(&request.id), facts));
    step.next.requests.push(request);
}

/// It is another right than first understood.
pub(super) fn reclassify(mut step: Step<'_>, right: Right) -> Result<Decision, Refusal> {
    let (level, today) = (step.file.case.level, step.today);
    step.each(None, |request| {
        let was = request.right;
        reread(request, right, level, today);
        json!({ "right": right, "was": was })
    });
    Ok(step.done())
}

/// An answer written for the first right is dropped; the request waits or collects on only if the
/// new right needs and may.
fn reread(request: &mut Request, right: Right, level: Level, today: NaiveDate) {
    request.right = right;
    let before_review = |state| match state {
        State::InReview | State::Ready => request.reviewed_from.unwrap_or(State::Assessing),
        other => other,
    };
    let paused_from = request.paused_from.map(before_review);
    let state = before_review(request.state);
    let keeps_waiting = request.open_pause().is_some_and(|pause| match pause.kind {
        PauseKind::Identity => right.may_ask_identity() && level < right.level_needed(),
        PauseKind::Scope => right == Right::Access,
    });
    (request.answer, request.author, request.approver) = (None, None, None);
    (request.reviewed_from, request.single_handed) = (None, false);
    (request.package, request.approved_package) = (None, None);
    if state == State::AwaitingPerson && keeps_waiting {
        request.paused_from = paused_from.map(|state| back_to(state, right, level));
    } else if state == State::AwaitingPerson {
        end_pause(request, today);
        request.state = back_to(paused_from.unwrap_or(State::Assessing), right, level);
    } else {
        request.state = back_to(state, right, level);
    }
}

/// Sources were searched; nothing was kept but whether something unproven matched.
pub(super) fn look_up(
    mut step: Step<'_>,
    sources: &[String],
    candidates: usize,
    unproven_match: bool,
) -> Result<Decision, Refusal> {
    step.next.case.unproven_match = unproven_match;
    let facts = json!({ "sources": sources, "candidates": candidates, "unproven_match": unproven_match });
    step.about_case(None, facts);
    Ok(step.done())
}

/// Passed on to a controller we are processor for. A caseworker passes it on; closing it, because
/// nothing of ours remains, is confirmed by an officer.
pub(super) fn forward(
    mut step: Step<'_>,
    task: &NewTask,
    nothing_of_ours_remains: bool,
    joint_controllers: bool,
) -> Result<Decision, Refusal> {
    // Art. 26(3): the person may turn to each joint controller, so passing on is no answer.
    step.need(!joint_controllers, Need::Fact { fact: "no_joint_controllers" });
    let confirmed = !nothing_of_ours_remains || step.actor.holds(Role::Officer);
    step.need(confirmed, Need::Fact { fact: "officer_confirms" });
    let (country, profile) = (step.rules.country, step.rules.profile);
    let days = calendar::working_days_between(country, profile, step.today, task.due_on);
    step.need(days <= FORWARD_WORKING_DAYS, Need::Fact { fact: "due_in_two_working_days" });
    step.need_date(task.due_on, "due_on", Some(step.today), None);
    step.met()?;
    let new = new_task(task, &step.next.acted_on);
    step.next.new_tasks.push(new);
    let facts = json!({ "task": task.id, "due_on": task.due_on });
    if nothing_of_ours_remains {
        step.close_as(Outcome::Forwarded, None, &facts);
    } else {
        step.each(None, |_| facts.clone());
    }
    Ok(step.done())
}

/// The task as it is created.
pub(super) fn new_task(task: &NewTask, request_ids: &[String]) -> Task {
    Task {
        id: task.id.clone(),
        request_ids: request_ids.to_vec(),
        holder: task.holder,
        state: TaskState::Open,
        due_on: task.due_on,
    }
}

/// Another case came of this one: an instruction of a controller (which the caller has found in
/// the directory) or a complaint. The case itself stays as it is.
pub(super) fn linked_case(mut step: Step<'_>, new_case: &str) -> Result<Decision, Refusal> {
    step.need_words(new_case, "new_case");
    step.met()?;
    step.about_case(None, json!({ "new_case": new_case }));
    Ok(step.done())
}

/// It is something else; the person is told what and where it went, and can object.
pub(super) fn not_a_request(
    mut step: Step<'_>,
    read_as: ReadAs,
    what: &str,
    passed_to: &str,
) -> Result<Decision, Refusal> {
    step.need_words(what, "what");
    step.need_words(passed_to, "passed_to");
    step.met()?;
    step.close_as(
        Outcome::NotARequest,
        Some(&format!("{what}\n{passed_to}")),
        &json!({ "read_as": read_as }),
    );
    Ok(step.done())
}

/// It stands in another case of the same person. That case must keep the earliest date, so a later
/// one there is corrected first; identity and address do not pass over.
pub(super) fn duplicate(
    mut step: Step<'_>,
    of_case: &str,
    target_open: bool,
    same_person: bool,
    target_received_on: NaiveDate,
) -> Result<Decision, Refusal> {
    step.need(of_case != step.file.case.id, Need::Fact { fact: "another_case" });
    step.need(same_person, Need::Fact { fact: "same_person" });
    step.need(target_open, Need::Fact { fact: "target_open" });
    let kept = step.targets().all(|request| target_received_on <= request.received_on);
    step.need(kept, Need::Fact { fact: "earliest_date_kept" });
    step.met()?;
    step.close_as(Outcome::Duplicate, None, &json!({ "of_case": of_case }));
    Ok(step.done())
}
