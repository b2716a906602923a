//! Asking the person and waiting: the questions, the replies, and what is done when none comes.

use super::command::{Command, PauseChoice};
use super::step::Step;
use super::{Decision, Need, Refusal};
use crate::domain::calendar;
use crate::domain::controller::Rules;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Pause, PauseKind, Request};
use crate::domain::table::To;
use chrono::{Days, NaiveDate};
use serde_json::json;

/// A case lapses this many days after the question at the earliest.
const LAPSE_DAYS: u64 = 60;
/// And not before the person was reminded this often.
pub(super) const LAPSE_REMINDERS: u32 = 2;
/// An officer decides on an open pause this many working days before the un-paused date.
const DECIDE_WORKING_DAYS: u32 = 5;

/// By when an officer decides on the pause of a request: in time before the date it has without the
/// pause, so that answering, refusing and extending are still possible then.
pub fn decide_by_on(rules: &Rules, unpaused_on: NaiveDate) -> NaiveDate {
    (0..DECIDE_WORKING_DAYS)
        .fold(unpaused_on, |day, _| calendar::working_day_before(rules.country, rules.profile, day))
}

/// Whether a question that goes out on `asked_on` was asked "without undue delay" after `since`,
/// the receipt or the recorded doubt, and so stops the clock (EDPB 01/2022).
pub(super) fn is_in_time(rules: &Rules, since: NaiveDate, asked_on: NaiveDate) -> bool {
    calendar::working_days_between(rules.country, rules.profile, since, asked_on)
        <= rules.ask_within_working_days
}

/// Whether a pause stops the clock of a request: its question has left the house, in time after the
/// receipt or after the doubt.
pub(super) fn counts(rules: &Rules, received_on: NaiveDate, pause: &Pause) -> bool {
    pause.unposted.is_none() && counts_once_posted(rules, received_on, pause)
}

/// The same of a question on paper, were it posted on the day it was asked: what its letter says.
fn counts_once_posted(rules: &Rules, received_on: NaiveDate, pause: &Pause) -> bool {
    let since = [Some(received_on), pause.doubt_on].into_iter().flatten();
    since.into_iter().any(|since| is_in_time(rules, since, pause.asked_on))
}

/// Whether the question a request waits with stops its clock, or will when it is posted at once.
pub fn is_to_pause(rules: &Rules, request: &Request) -> bool {
    request.open_pause().is_some_and(|pause| counts_once_posted(rules, request.received_on, pause))
}

/// Another day of receipt or another calendar: a question that was in time may turn out to have been
/// late, and the other way round.
pub(super) fn recount(rules: &Rules, request: &mut Request) {
    let received_on = request.received_on;
    for pause in &mut request.pauses {
        pause.counts = counts(rules, received_on, pause);
    }
}

/// Who are you? (art. 12(6)) A mail goes out in the same transaction, so the clock stops today or
/// not at all. On paper it stops when the letter was posted (`posting`).
pub(super) fn ask_identity(mut step: Step<'_>, command: &Command) -> Result<Decision, Refusal> {
    let Command::AskIdentity { reason, item, doubt_on, reply_by_on, pause_ids, on_paper, .. } = command
    else {
        return Err(Refusal::Role { event: step.row.kind });
    };
    let (doubt_on, reply_by_on) = (*doubt_on, *reply_by_on);
    let (rules, today) = (step.rules, step.today);
    step.need_words(reason, "reason");
    step.need_words(item, "item");
    let received_on = step.targets().map(|request| request.received_on).min();
    step.need_date(doubt_on, "doubt_on", received_on, Some(today));
    step.need_date(reply_by_on, "reply_by_on", Some(today + Days::new(1)), None);
    step.need(pause_ids.len() >= step.next.acted_on.len(), Need::Fact { fact: "pause_ids" });
    step.met()?;
    let mut ids = pause_ids.iter().cloned();
    step.each(Some(&format!("{reason}\n{item}")), |request| {
        let id = ids.next().unwrap_or_default();
        let asked = new_pause(id, PauseKind::Identity, today, reply_by_on);
        let asked = Pause { doubt_on: Some(doubt_on), unposted: on_paper.clone(), ..asked };
        let counts = counts(rules, request.received_on, &asked);
        pause(request, Pause { counts, ..asked });
        json!({ "kind": "identity", "pauses": counts, "doubt_on": doubt_on, "reply_by_on": reply_by_on })
    });
    Ok(step.done())
}

/// What is it about? (recital 63) Access only, once, and only because much is held: how much is
/// kept with the question. On paper it stops the clock when it was posted.
pub(super) fn ask_scope(mut step: Step<'_>, command: &Command) -> Result<Decision, Refusal> {
    let Command::AskScope { amount, question, reply_by_on, pause_id, on_paper, .. } = command else {
        return Err(Refusal::Role { event: step.row.kind });
    };
    let reply_by_on = *reply_by_on;
    let (rules, today) = (step.rules, step.today);
    step.need_words(amount, "amount");
    step.need_words(question, "question");
    step.need_date(reply_by_on, "reply_by_on", Some(today + Days::new(1)), None);
    let asked = step.targets().any(|request| request.pauses.iter().any(|p| p.kind == PauseKind::Scope));
    step.need(!asked, Need::OnlyOnce);
    step.met()?;
    step.each(Some(&format!("{amount}\n{question}")), |request| {
        let asked = new_pause(pause_id.clone(), PauseKind::Scope, today, reply_by_on);
        let asked = Pause { unposted: on_paper.clone(), ..asked };
        let counts = counts(rules, request.received_on, &asked);
        pause(request, Pause { counts, ..asked });
        json!({ "kind": "scope", "pauses": counts, "reply_by_on": reply_by_on })
    });
    Ok(step.done())
}

fn new_pause(id: String, kind: PauseKind, asked_on: NaiveDate, reply_by_on: NaiveDate) -> Pause {
    Pause {
        id,
        kind,
        asked_on,
        answered_on: None,
        doubt_on: None,
        unposted: None,
        counts: false,
        reply_by_on,
        decided: false,
        reminders: 0,
    }
}

fn pause(request: &mut Request, pause: Pause) {
    request.paused_from = Some(request.state);
    request.pauses.push(pause);
}

/// Ends the open pause on a day; the state it left is forgotten, as the request is back there.
pub(super) fn end_pause(request: &mut Request, on: NaiveDate) {
    request.paused_from = None;
    for pause in request.pauses.iter_mut().filter(|pause| pause.answered_on.is_none()) {
        pause.answered_on = Some(on.max(pause.asked_on));
    }
}

/// The reply came: the clock runs on from the day of the reply, not of its entry.
pub(super) fn reply_received(mut step: Step<'_>, replied_on: NaiveDate) -> Result<Decision, Refusal> {
    let asked_on = step.targets().filter_map(|r| r.open_pause()).map(|pause| pause.asked_on).max();
    step.need_date(replied_on, "replied_on", asked_on, Some(step.today));
    step.met()?;
    step.each(None, |request| {
        let days = paused_days(request, replied_on);
        end_pause(request, replied_on);
        json!({ "replied_on": replied_on, "days": days })
    });
    Ok(step.done())
}

/// Days the open pause has stopped the clock by `on`.
fn paused_days(request: &Request, on: NaiveDate) -> i64 {
    request.open_pause().filter(|pause| pause.counts).map_or(0, |pause| (on - pause.asked_on).num_days())
}

/// Staff let the clock run again without a reply.
pub(super) fn resume(mut step: Step<'_>, reason: &str) -> Result<Decision, Refusal> {
    let today = step.today;
    step.need_words(reason, "reason");
    step.met()?;
    step.each(Some(reason), |request| {
        let days = paused_days(request, today);
        end_pause(request, today);
        json!({ "days": days })
    });
    Ok(step.done())
}

/// What an officer decides before the un-paused date. Answering, refusing and extending end the
/// pause today and are then done by their own events; keeping it is recorded with the reason.
pub(super) fn decide_pause(
    mut step: Step<'_>,
    choice: PauseChoice,
    reason: &str,
) -> Result<Decision, Refusal> {
    let today = step.today;
    step.need_words(reason, "reason");
    if choice == PauseChoice::KeepPausing {
        let lies_here = |request: &Request| request.open_pause().is_some_and(|p| p.unposted.is_some());
        let is_posted = !step.targets().any(lies_here);
        step.need(is_posted, Need::Fact { fact: "question_posted" });
    }
    step.met()?;
    let to = match choice {
        PauseChoice::Answer | PauseChoice::Refuse | PauseChoice::Extend => To::WhereItWas,
        PauseChoice::KeepPausing => To::StaysOrWhereItWas,
    };
    step.each_to(to, Some(reason), |request| {
        for pause in request.pauses.iter_mut().filter(|pause| pause.answered_on.is_none()) {
            pause.decided = true;
        }
        if choice != PauseChoice::KeepPausing {
            end_pause(request, today);
        }
        json!({ "choice": choice })
    });
    Ok(step.done())
}

/// The first day a request may lapse whose question went out on this day.
pub fn lapses_from(asked_on: NaiveDate) -> NaiveDate {
    asked_on + Days::new(LAPSE_DAYS)
}

/// Closed because no reply came: 60 days, two reminders, the officer's decision. Never by itself.
pub(super) fn lapse(mut step: Step<'_>) -> Result<Decision, Refusal> {
    let today = step.today;
    for pause in step.targets().filter_map(|request| request.open_pause()) {
        let first_on = lapses_from(pause.asked_on);
        step.need(pause.unposted.is_none(), Need::Fact { fact: "question_posted" });
        step.need(today >= first_on, Need::NotBefore { first_on });
        step.need(pause.reminders >= LAPSE_REMINDERS, Need::Reminders { sent: pause.reminders });
        step.need(pause.decided, Need::PauseDecided);
    }
    step.met()?;
    let asked_on = step.targets().filter_map(|r| r.open_pause()).map(|pause| pause.asked_on).min();
    let days = asked_on.map_or(0, |on| (today - on).num_days());
    let facts = json!({ "lapsed_on": today, "days": days });
    let ids = step.next.acted_on.clone();
    for request in step.next.requests.iter_mut().filter(|request| ids.contains(&request.id)) {
        end_pause(request, today);
    }
    step.close_as(Outcome::Lapsed, None, &facts);
    Ok(step.done())
}
