//! The facts the clock runs on: extension, receipt, and whose calendar counts.

use super::command::ExtendGround;
use super::pause::recount;
use super::step::Step;
use super::{Decision, Need, Refusal};
use crate::domain::deadline::instants::local_instant;
use crate::domain::deadline::local_date;
use crate::domain::request::{Extension, Request};
use crate::domain::task::TaskState;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde_json::json;

/// Extended by two months (art. 12(3)): once, with reasons, and noticed within the first month.
/// A day that only the answered pauses reach needs the officer's reason and is disputable.
pub(super) fn extend(
    mut step: Step<'_>,
    ground: ExtendGround,
    reasons: &str,
    disputable_reason: Option<&str>,
) -> Result<Decision, Refusal> {
    let today = step.today;
    for request in step.targets() {
        step.need(request.extension.is_none(), Need::OnlyOnce);
        let last_on = request.dates.last_extend_on;
        let paused_last_on = last_on.max(request.dates.last_extend_paused_on);
        if today > paused_last_on {
            step.need(false, Need::NotAfter { last_on: paused_last_on });
        } else if today > last_on {
            let given = disputable_reason.is_some_and(|reason| !reason.trim().is_empty());
            step.need(given, Need::DisputableReason { last_on });
        }
    }
    step.need_words(reasons, "reasons");
    step.met()?;
    let is_disputable = |request: &Request| today > request.dates.last_extend_on;
    let disputed = step.targets().any(is_disputable);
    let why = disputable_reason.filter(|_| disputed);
    let words = why.map_or_else(|| reasons.to_owned(), |why| format!("{reasons}\n{why}"));
    step.each(Some(&words), |request| {
        let disputable = is_disputable(request);
        request.extension = Some(Extension { noticed_on: today, delivered: false, disputable });
        json!({ "ground": ground, "disputable": disputable })
    });
    Ok(step.done())
}

/// Taken back before the notice was delivered, or with a correction to the person.
pub(super) fn undo_extension(mut step: Step<'_>, correction_sent: bool) -> Result<Decision, Refusal> {
    for request in step.targets() {
        match request.extension {
            None => return Err(Refusal::NothingToDo { event: step.row.kind }),
            Some(extension) => {
                step.need(!extension.delivered || correction_sent, Need::Fact { fact: "correction_sent" });
            }
        }
    }
    step.met()?;
    step.each(None, |request| {
        request.extension = None;
        json!({ "correction": correction_sent })
    });
    Ok(step.done())
}

/// Another day of receipt. Requests of the first message move with it; one asked for later keeps
/// its own day. Nothing of the case may lie before the new day.
pub(super) fn correct_received_date(
    mut step: Step<'_>,
    received_on: NaiveDate,
    reason: &str,
) -> Result<Decision, Refusal> {
    let (rules, today, was) = (step.rules, step.today, step.file.case.received_on);
    if received_on == was {
        return Err(Refusal::NothingToDo { event: step.row.kind });
    }
    let first_fact = step.targets().filter_map(|request| first_fact(rules.zone, request, was)).min();
    step.need_date(received_on, "received_on", None, Some(first_fact.unwrap_or(today).min(today)));
    step.need_words(reason, "reason");
    step.met()?;
    step.next.case.received_on = received_on;
    step.next.case.received_at = noon(rules.zone, received_on);
    step.each(Some(reason), |request| {
        if request.received_on == was {
            request.received_on = received_on;
        }
        // A doubt as old as the receipt is as old as the receipt now is; a later one keeps its day.
        for pause in &mut request.pauses {
            pause.doubt_on = pause.doubt_on.map(|on| if on <= was { request.received_on } else { on });
        }
        recount(rules, request);
        json!({ "was": was, "received_on": request.received_on })
    });
    if step.next.requests.is_empty() {
        step.about_case(Some(reason), json!({ "was": was, "received_on": received_on }));
    }
    step.next.requests.iter_mut().for_each(dispute);
    Ok(step.done())
}

/// A notice that turns out to have left after the last day to extend is disputable from then on.
pub(super) fn dispute(request: &mut Request) {
    let last_on = request.dates.last_extend_on;
    if let Some(extension) = request.extension.as_mut() {
        extension.disputable = extension.disputable || extension.noticed_on > last_on;
    }
}

/// The first local day on which something happened to a request that its receipt must not follow.
fn first_fact(zone: Tz, request: &Request, received_on: NaiveDate) -> Option<NaiveDate> {
    let later = (request.received_on != received_on).then_some(request.received_on);
    let asked = request.pauses.iter().map(|pause| pause.asked_on).min();
    let noticed = request.extension.map(|extension| extension.noticed_on);
    let closed = request.closed_at.map(|at| local_date(zone, at));
    [later, asked, noticed, closed].into_iter().flatten().min()
}

/// A day without a time is kept as its local noon, so that it stays the same day in its zone.
pub(super) fn noon(zone: Tz, on: NaiveDate) -> DateTime<Utc> {
    let noon = NaiveTime::MIN.overflowing_add_signed(chrono::Duration::hours(12)).0;
    local_instant(zone, on, noon)
}

/// It was meant for another controller of this installation: the day of receipt stays, the
/// calendar is theirs from now on. Not once something was collected: it was collected for another.
pub(super) fn move_controller(mut step: Step<'_>, controller_id: &str) -> Result<Decision, Refusal> {
    if controller_id == step.file.case.controller_id {
        return Err(Refusal::NothingToDo { event: step.row.kind });
    }
    step.need_words(controller_id, "controller_id");
    // what was asked of one organisation's systems is not another one's to release
    let is_asked = step.file.tasks.iter().any(|task| task.state != TaskState::Cancelled);
    step.need(!is_asked, Need::Fact { fact: "nothing_collected" });
    step.met()?;
    step.next.acted_on = step.file.requests.iter().map(|request| request.id.clone()).collect();
    step.next.case.controller_id = controller_id.to_owned();
    let rules = step.rules;
    step.each(None, |request| {
        recount(rules, request);
        json!({ "controller": controller_id })
    });
    if step.next.requests.is_empty() {
        step.about_case(None, json!({ "controller": controller_id }));
    }
    step.next.requests.iter_mut().for_each(dispute);
    Ok(step.done())
}
