//! From the tasks to the answer that leaves the house.

use super::command::{NewTask, SendVia};
use super::guard::{self, Made};
use super::intake::new_task;
use super::posting::posted_at;
use super::step::{Step, close};
use super::{Decision, Need, Refusal};
use crate::domain::access::Actor;
use crate::domain::case::CaseFile;
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::event::EventKind;
use crate::domain::grounds::Ground;
use crate::domain::job::{Job, NewJob};
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, Request, State};
use crate::domain::table::{self, Who};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

/// Tasks go out: to connected sources by a job each, to colleagues by the queue. Not below the
/// level the right needs.
pub(super) fn start_collecting(mut step: Step<'_>, tasks: &[NewTask]) -> Result<Decision, Refusal> {
    let (file, today) = (step.file, step.today);
    for request in step.targets() {
        step.need_all(guard::identity(&file.case, request.right));
        let has_task = !tasks.is_empty() || guard::tasks_of(file, request).next().is_some();
        step.need(has_task, Need::Task);
    }
    for task in tasks {
        step.need_words(&task.name, "task_name");
        step.need_date(task.due_on, "due_on", Some(today), None);
    }
    step.met()?;
    step.next.new_tasks = tasks.iter().map(|task| new_task(task, &step.next.acted_on)).collect();
    step.next.jobs = tasks
        .iter()
        .filter(|task| task.holder.is_searched())
        .map(|task| NewJob::now(Job::SearchSource { task_id: task.id.clone() }))
        .collect();
    let ids: Vec<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    step.each(None, |_| json!({ "tasks": ids }));
    Ok(step.done())
}

/// The tasks are done and the answer is written.
pub(super) fn submit_for_review(mut step: Step<'_>, answer: &Answer) -> Result<Decision, Refusal> {
    let file = step.file;
    for request in step.targets() {
        step.need_all(guard::tasks(file, request));
        step.need_all(guard::identity(&file.case, request.right));
        step.need_all(guard::answer(step.rules, file, request, answer, Made::Collected));
    }
    step.met()?;
    write_answer(&mut step, answer, State::Collecting);
    Ok(step.done())
}

/// The answer is written without collecting: refused, cannot identify, nothing held, or marketing
/// stopped, for which nothing is collected.
pub(super) fn submit_without_collecting(mut step: Step<'_>, answer: &Answer) -> Result<Decision, Refusal> {
    for request in step.targets() {
        step.need_all(guard::answer(step.rules, step.file, request, answer, Made::WithoutCollecting));
    }
    step.met()?;
    write_answer(&mut step, answer, State::Assessing);
    Ok(step.done())
}

/// Keeps the answer and who wrote it. A package is built now, so that the reviewer sees what will
/// be sent.
fn write_answer(step: &mut Step<'_>, answer: &Answer, from: State) {
    let (author, today) = (step.actor.staff_id().map(str::to_owned), step.today);
    step.each(None, |request| {
        forget_review(request);
        request.answer = Some(answer.clone());
        request.author = author.clone();
        request.reviewed_from = Some(from);
        json!({
            "outcome": answer.outcome,
            "grounds": answer.grounds,
            "late_refusal": guard::is_late_refusal(request, answer.outcome, today),
        })
    });
    step.next.jobs = step
        .targets()
        .filter(|request| request.right.has_package() && answer.outcome.releases())
        .map(|request| NewJob::now(Job::BuildPackage { request_id: request.id.clone() }))
        .collect();
}

/// Drops what a review left on a request. The answer stays as a draft.
pub(super) fn forget_review(request: &mut Request) {
    (request.reviewed_from, request.approver) = (None, None);
    request.single_handed = false;
    (request.package, request.approved_package) = (None, None);
}

/// Sent back by a reviewer, or an approval recalled: to where the answer came from, with a comment.
pub(super) fn send_back(mut step: Step<'_>, comment: &str) -> Result<Decision, Refusal> {
    step.need_words(comment, "comment");
    step.met()?;
    step.each(Some(comment), |request| {
        forget_review(request);
        json!({})
    });
    Ok(step.done())
}

/// Approved by somebody else than the author; where four eyes is off, by the author after a fresh
/// second factor, marked single-handed. The answer is asked again what it lacks, so nothing below
/// its level gets ready. What is approved is one package, by its hash: no other one goes out.
pub(super) fn approve(mut step: Step<'_>, fresh_factor: bool) -> Result<Decision, Refusal> {
    let approver = step.actor.staff_id().map(str::to_owned);
    for request in step.targets() {
        need_answer(&mut step, request);
        step.need(!request.needs_package() || request.package.is_some(), Need::Package);
        if request.author == approver {
            let needs_second = step.rules.four_eyes || rests_on_our_proof(request);
            step.need(!needs_second, Need::OtherApprover);
            step.need(needs_second || fresh_factor, Need::FreshFactor);
        }
    }
    step.met()?;
    step.each(None, |request| {
        request.single_handed = request.author == approver;
        request.approver = approver.clone();
        request.approved_package = request.package.clone();
        json!({ "single_handed": request.single_handed, "package_sha256": request.approved_package })
    });
    Ok(step.done())
}

/// Whether a ground of art. 12(5) stands in the answer: a second person approves it even at a desk
/// run by one.
fn rests_on_our_proof(request: &Request) -> bool {
    let codes = request.answer.iter().flat_map(|answer| &answer.grounds);
    codes.filter_map(|code| Ground::find(code)).any(Ground::needs_proof)
}

/// Notes what the stored answer lacks by now.
fn need_answer(step: &mut Step<'_>, request: &Request) {
    let made = match request.reviewed_from {
        Some(State::Collecting) => Made::Collected,
        _ => Made::WithoutCollecting,
    };
    match &request.answer {
        Some(answer) => step.need_all(guard::answer(step.rules, step.file, request, answer, made)),
        None => step.need(false, Need::Text),
    }
}

/// The answer goes out. Level, channel and answer are checked again here, in the step that is
/// committed. A late answer needs a reason; a late refusal is marked, never blocked.
pub(super) fn send(
    mut step: Step<'_>,
    via: &SendVia,
    late_reason: Option<&str>,
) -> Result<Decision, Refusal> {
    let (rules, now, today) = (step.rules, step.now, step.today);
    let late_reason = late_reason.map(str::trim).filter(|reason| !reason.is_empty());
    let sent_on = match via {
        SendVia::Post { posted_on } => *posted_on,
        SendVia::Mail | SendVia::InPerson { .. } => today,
    };
    if let SendVia::InPerson { note } = via {
        step.need_words(note, "note");
    }
    for request in step.targets() {
        step.need_date(sent_on, "posted_on", Some(request.received_on), Some(today));
        need_answer(&mut step, request);
        let outcome = request.answer.as_ref().map_or(Outcome::Refused, |answer| answer.outcome);
        step.need_all(guard::delivery(&step.file.case, request.right, outcome, via));
        step.need_all(guard::hold(rules, &step.file.case, outcome, now));
        step.need_all(approved_package(request));
        step.need(sent_on <= request.dates.statutory_on || late_reason.is_some(), Need::LateReason);
    }
    step.met()?;
    let closed_at = posted_at(rules, now, sent_on);
    step.each(said(via, late_reason).as_deref(), |request| {
        let outcome = request.answer.as_ref().map_or(Outcome::Refused, |answer| answer.outcome);
        close(request, outcome, closed_at);
        sent_facts(request, outcome, via, sent_on)
    });
    step.call_off_tasks();
    Ok(step.done())
}

/// What keeps the package of an answer from going out: it is not there, or it is not the one that
/// was approved.
fn approved_package(request: &Request) -> Vec<Need> {
    match &request.package {
        _ if !request.needs_package() => Vec::new(),
        None => vec![Need::Package],
        built if *built != request.approved_package => vec![Need::SamePackage],
        Some(_) => Vec::new(),
    }
}

/// The words kept with a sent answer: the note of a meeting, the reason for being late.
fn said(via: &SendVia, late_reason: Option<&str>) -> Option<String> {
    let note = match via {
        SendVia::InPerson { note } => Some(note.as_str()),
        SendVia::Mail | SendVia::Post { .. } => None,
    };
    let said: Vec<&str> = note.into_iter().chain(late_reason).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

/// What the chain keeps of a sent answer.
fn sent_facts(request: &Request, outcome: Outcome, via: &SendVia, sent_on: NaiveDate) -> Value {
    let via = match via {
        SendVia::Mail => "mail",
        SendVia::Post { .. } => "post",
        SendVia::InPerson { .. } => "in_person",
    };
    json!({
        "outcome": outcome,
        "via": via,
        "sent_on": sent_on,
        "late": sent_on > request.dates.statutory_on,
        "promise_missed": request.dates.promise_on.is_some_and(|promise_on| sent_on > promise_on),
        "late_refusal": guard::is_late_refusal(request, outcome, sent_on),
        "single_handed": request.single_handed,
        "package_sha256": request.approved_package,
    })
}

/// A new link to what was released: a release again, so with the same gate.
pub(super) fn renew_delivery(mut step: Step<'_>) -> Result<Decision, Refusal> {
    for request in step.targets() {
        let released = request.outcome.filter(|outcome| outcome.releases());
        step.need(released.is_some(), Need::Fact { fact: "released" });
        if let Some(outcome) = released {
            step.need_all(guard::delivery(&step.file.case, request.right, outcome, &SendVia::Mail));
            step.need_all(guard::hold(step.rules, &step.file.case, outcome, step.now));
        }
        step.need_all(approved_package(request));
    }
    step.met()?;
    step.each(None, |_| json!({}));
    Ok(step.done())
}

/// Whether a member of staff may fetch the package of an answer that was released, to print it, post
/// it or hand it over: whoever may send the answer, and only while the gate of the release still
/// holds (R1).
///
/// # Errors
/// A [`Refusal`], as for sending.
pub fn hand_over(file: &CaseFile, actor: &Actor, request_id: &str) -> Result<(), Refusal> {
    let (sent, event) = (EventKind::SendAnswer, EventKind::RenewDelivery);
    if !file.is_known_to(actor) {
        return Err(Refusal::NotFound);
    }
    let request = file.request(request_id).ok_or(Refusal::NotFound)?;
    let row = table::row(sent).ok_or(Refusal::Role { event: sent })?;
    table::may_act(row, &Who::of(actor))?;
    let Some(outcome) = request.outcome.filter(|outcome| outcome.releases() && request.needs_package())
    else {
        return Err(Refusal::NotFound);
    };
    let in_person = SendVia::InPerson { note: String::new() };
    let mut needs = guard::delivery(&file.case, request.right, outcome, &in_person);
    needs.extend(approved_package(request));
    if needs.is_empty() { Ok(()) } else { Err(Refusal::Needs { event, needs }) }
}

/// Whether the letter of an answer may be printed again, to be posted to the address on record: by
/// whoever may send it, and only while the gate of the release still holds (R1).
///
/// # Errors
/// A [`Refusal`], as for sending.
pub fn print_again(
    rules: &Rules,
    file: &CaseFile,
    actor: &Actor,
    now: DateTime<Utc>,
    request_id: &str,
) -> Result<(), Refusal> {
    let event = EventKind::SendAnswer;
    if !file.is_known_to(actor) {
        return Err(Refusal::NotFound);
    }
    let request = file.request(request_id).ok_or(Refusal::NotFound)?;
    let row = table::row(event).ok_or(Refusal::Role { event })?;
    table::may_act(row, &Who::of(actor))?;
    let outcome = request.outcome.filter(|outcome| outcome.is_answer()).ok_or(Refusal::NotFound)?;
    let via = SendVia::Post { posted_on: local_date(rules.zone, now) };
    let mut needs = guard::delivery(&file.case, request.right, outcome, &via);
    needs.extend(guard::hold(rules, &file.case, outcome, now));
    if needs.is_empty() { Ok(()) } else { Err(Refusal::Needs { event, needs }) }
}

/// The answer did not arrive. What was sent stays sent; a new link or the post is the way on.
pub(super) fn undeliverable(mut step: Step<'_>, reason: &str) -> Result<Decision, Refusal> {
    let answered = step.targets().all(|request| request.outcome.is_some_and(Outcome::is_answer));
    step.need(answered, Need::Fact { fact: "answer_sent" });
    step.need_words(reason, "reason");
    step.met()?;
    step.each(Some(reason), |_| json!({}));
    Ok(step.done())
}
