//! Ending, taking up again, stopping, keeping and erasing.

use super::answer::forget_review;
use super::pause::end_pause;
use super::step::{Step, close, recompute};
use super::{Decision, Need, Refusal};
use crate::domain::access::Actor;
use crate::domain::case::{Flag, Representation};
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Request, State};
use crate::domain::retention::Keeper;
use crate::domain::right::Right;
use chrono::{Days, NaiveDate};
use serde_json::json;

/// A withdrawal can be undone by the person for this many days.
const UNDO_DAYS: u64 = 7;
/// What was closed in error can be opened again for this many days.
const REOPEN_DAYS: u64 = 30;
/// Spam stays in the bin this many days.
pub const BIN_DAYS: u64 = 14;

/// Taken back, by the person's code or with evidence in writing. A pause goes on and tasks stay as
/// they are, so that an undo within seven days finds everything as it was and the clock never
/// stopped.
pub(super) fn withdraw(mut step: Step<'_>, evidence: Option<&str>) -> Result<Decision, Refusal> {
    if *step.actor != Actor::Person {
        step.need_words(evidence.unwrap_or_default(), "evidence");
    }
    step.met()?;
    let now = step.now;
    step.each(evidence, |request| {
        request.withdrawn_from = Some(request.state);
        close(request, Outcome::Withdrawn, now);
        json!({})
    });
    Ok(step.done())
}

/// The last day a withdrawal can be undone; `None` when it was not withdrawn.
pub fn undo_until(rules: &Rules, request: &Request) -> Option<NaiveDate> {
    let withdrawn = request.outcome == Some(Outcome::Withdrawn) && request.withdrawn_from.is_some();
    request.closed_at.filter(|_| withdrawn).map(|at| local_date(rules.zone, at) + Days::new(UNDO_DAYS))
}

/// Taken up again where it stood.
pub(super) fn undo_withdrawal(mut step: Step<'_>) -> Result<Decision, Refusal> {
    for request in step.targets() {
        match undo_until(step.rules, request) {
            Some(last_on) => step.need(step.today <= last_on, Need::NotAfter { last_on }),
            None => return Err(Refusal::NothingToDo { event: step.row.kind }),
        }
    }
    step.met()?;
    step.each(None, |request| {
        (request.outcome, request.closed_at, request.withdrawn_from) = (None, None, None);
        json!({})
    });
    Ok(step.done())
}

/// The last day a closed request can be opened again; `None` while it is open.
pub fn reopen_until(rules: &Rules, request: &Request) -> Option<NaiveDate> {
    request.closed_at.map(|at| local_date(rules.zone, at) + Days::new(REOPEN_DAYS))
}

/// Opened again because it was closed in error: from the beginning, with its old clock. A pause
/// that was open when it was closed ended that day.
pub(super) fn reopen(mut step: Step<'_>, reason: &str) -> Result<Decision, Refusal> {
    for request in step.targets() {
        let last_on = reopen_until(step.rules, request).unwrap_or(step.today);
        step.need(step.today <= last_on, Need::NotAfter { last_on });
    }
    step.need_words(reason, "reason");
    step.met()?;
    let (rules, today) = (step.rules, step.today);
    step.each(Some(reason), |request| {
        let was = request.outcome;
        end_pause(request, request.closed_at.map_or(today, |at| local_date(rules.zone, at)));
        forget_review(request);
        (request.answer, request.author) = (None, None);
        (request.outcome, request.closed_at, request.withdrawn_from) = (None, None, None);
        json!({ "was": was })
    });
    Ok(step.done())
}

/// "This is not me", from an address on record: nothing is released until an officer has decided.
pub(super) fn stop(mut step: Step<'_>) -> Result<Decision, Refusal> {
    set_flag(&mut step, Flag::Stopped, true)?;
    step.about_case(None, json!({}));
    Ok(step.done())
}

/// Sets or clears a flag; refused when it is so already.
pub(super) fn set_flag(step: &mut Step<'_>, flag: Flag, on: bool) -> Result<(), Refusal> {
    if step.file.case.is(flag) == on {
        return Err(Refusal::NothingToDo { event: step.row.kind });
    }
    let flags = &mut step.next.case.flags;
    if on {
        flags.push(flag);
    } else {
        flags.retain(|set| *set != flag);
    }
    Ok(())
}

/// Authority seen and accepted, and it is said who gets the answer.
pub(super) fn accept_representative(
    mut step: Step<'_>,
    evidence: &str,
    answer_to_representative: bool,
) -> Result<Decision, Refusal> {
    need_representative(&mut step);
    step.need_words(evidence, "evidence");
    step.met()?;
    step.next.case.representation = Representation::Accepted;
    step.about_case(Some(evidence), json!({ "answer_to_representative": answer_to_representative }));
    Ok(step.done())
}

/// Authority refused; the letter says what is missing.
pub(super) fn refuse_representative(mut step: Step<'_>, missing: &str) -> Result<Decision, Refusal> {
    need_representative(&mut step);
    step.need_words(missing, "missing");
    step.met()?;
    step.next.case.representation = Representation::Refused;
    step.about_case(Some(missing), json!({}));
    Ok(step.done())
}

fn need_representative(step: &mut Step<'_>) {
    let asks = step.file.case.representation != Representation::None;
    step.need(asks, Need::Fact { fact: "representative" });
}

/// Kept although retention ends, or no longer.
pub(super) fn legal_hold(mut step: Step<'_>, on: bool, reason: &str) -> Result<Decision, Refusal> {
    set_flag(&mut step, Flag::LegalHold, on)?;
    step.need_words(reason, "reason");
    step.met()?;
    step.about_case(Some(reason), json!({}));
    Ok(step.done())
}

/// Spam is deleted after two weeks in the bin, if nobody found a right in it.
pub(super) fn purge_spam(
    mut step: Step<'_>,
    binned_on: NaiveDate,
    right_recognised: bool,
) -> Result<Decision, Refusal> {
    let (today, case) = (step.today, &step.file.case);
    let first_on = binned_on + Days::new(BIN_DAYS);
    step.need(case.is(Flag::Bin), Need::Fact { fact: "in_the_bin" });
    step.need(!right_recognised, Need::Fact { fact: "no_right_recognised" });
    step.need(today >= first_on, Need::NotBefore { first_on });
    step.need(!case.is(Flag::LegalHold), Need::Fact { fact: "no_legal_hold" });
    step.met()?;
    erase_all(&mut step);
    Ok(step.done())
}

/// Into the bin as suspected spam: nobody is reminded of it, and it stands apart from the queue. The
/// clock runs on, because it may turn out to be a request after all.
pub(super) fn bin(mut step: Step<'_>, reason: &str) -> Result<Decision, Refusal> {
    set_flag(&mut step, Flag::Bin, true)?;
    step.need_words(reason, "reason");
    step.need(!step.file.case.is(Flag::LegalHold), Need::Fact { fact: "no_legal_hold" });
    step.met()?;
    step.about_case(Some(reason), json!({}));
    Ok(step.done())
}

/// Out of the bin again, with the clock it always had.
pub(super) fn unbin(mut step: Step<'_>) -> Result<Decision, Refusal> {
    set_flag(&mut step, Flag::Bin, false)?;
    step.about_case(None, json!({}));
    Ok(step.done())
}

/// Retention has run out for every request and nothing keeps the case.
pub(super) fn erase(
    mut step: Step<'_>,
    kept_by: &[Keeper],
    listed_for_review: bool,
) -> Result<Decision, Refusal> {
    let (today, case) = (step.today, &step.file.case);
    let kept = |keeper: Keeper| kept_by.contains(&keeper);
    let holds = [
        (case.retention_on.is_some_and(|retention_on| retention_on <= today), "retention_reached"),
        (!case.is(Flag::LegalHold) && !kept(Keeper::LegalHold), "no_legal_hold"),
        (!kept(Keeper::LiveRestriction), "no_live_restriction"),
        (!kept(Keeper::OpenRecipientNotice), "no_open_recipient_notice"),
        (!kept(Keeper::BackupFollowUp), "no_backup_follow_up"),
        (!kept(Keeper::ValidLink), "no_valid_link"),
        (!kept(Keeper::OpenComplaint), "no_open_complaint"),
        (listed_for_review, "listed_for_review"),
    ];
    for (holds, fact) in holds {
        step.need(holds, Need::Fact { fact });
    }
    step.met()?;
    erase_all(&mut step);
    Ok(step.done())
}

/// Every request is erased with its case; one entry says so. The tasks go with the rows.
fn erase_all(step: &mut Step<'_>) {
    step.next.case.erased = true;
    for request in &mut step.next.requests {
        request.state = State::Erased;
        recompute(step.rules, request);
    }
    let rights: Vec<Right> = step.file.requests.iter().map(|request| request.right).collect();
    step.about_case(None, json!({ "rights": rights }));
}
