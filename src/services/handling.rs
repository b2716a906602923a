//! Steps of a case: load, let the law decide, commit through the one door, tell the person.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::decide::{Command, Decision, ExtendGround, decide};
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::Letter;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::app::App;
use crate::services::belonging::rights;
use crate::services::error::{Error, Result};
use crate::services::fulfilment;
use crate::services::letters::{self, Order};
use crate::services::{known, limits};
use crate::store::cases::{self, StoredCase};
use crate::store::{Tx, chain, tasks};
use chrono::NaiveDate;

/// Who does something to which case, as they saw it.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// The house.
    pub app: &'a App,
    /// Who acts.
    pub actor: &'a Actor,
    /// Which case.
    pub case_id: &'a str,
    /// The version on the page they acted from; `None` when the actor saw no version (the person,
    /// a job).
    pub seen: Option<i64>,
}

impl Step<'_> {
    /// One command: everything it changes, and what `follow` adds, happens together or not at all.
    pub fn take<T>(
        &self,
        command: &Command,
        follow: impl FnOnce(&mut Tx<'_>, &CaseKey, &StoredCase, &Decision) -> Result<T>,
    ) -> Result<T> {
        self.app.store.write_case(self.actor, self.case_id, |tx, key| {
            let before = cases::load(tx.db, self.case_id)?;
            self.is_current(&before)?;
            let decision = self.decide_and_commit(tx, key, &before, command)?;
            follow(tx, key, &before, &decision)
        })
    }

    /// [`Error::Stale`] when somebody changed the case since the page was made.
    pub(crate) fn is_current(&self, stored: &StoredCase) -> Result<()> {
        if self.seen.is_some_and(|seen| seen != stored.file.case.version) {
            Err(Error::Stale)
        } else {
            Ok(())
        }
    }

    /// Decides and commits inside an open transaction.
    pub fn decide_and_commit(
        &self,
        tx: &mut Tx<'_>,
        key: &CaseKey,
        before: &StoredCase,
        command: &Command,
    ) -> Result<Decision> {
        let rules = &self.app.controllers.get(&before.file.case.controller_id)?.rules;
        self.decide_by(rules, tx, key, before, command)
    }

    /// The same by the rules of another controller, to whom the case goes.
    pub(crate) fn decide_by(
        &self,
        rules: &Rules,
        tx: &mut Tx<'_>,
        key: &CaseKey,
        before: &StoredCase,
        command: &Command,
    ) -> Result<Decision> {
        let decision = decide(rules, &before.file, self.actor, tx.now, command)?;
        cases::commit(tx, key, before.file.case.version, &decision)?;
        fulfilment::restrict_meanwhile(tx, key, before, &decision, local_date(rules.zone, tx.now))?;
        Ok(decision)
    }

    /// A command with nothing to follow.
    pub fn just(&self, command: &Command) -> Result<()> {
        self.take(command, |_, _, _, _| Ok(()))
    }
}

/// Takes unassigned requests.
pub fn claim(step: &Step<'_>, requests: Vec<String>) -> Result<()> {
    step.just(&Command::Claim { requests })
}

/// Gives requests to a colleague who may work on cases.
pub fn assign(step: &Step<'_>, requests: Vec<String>, to: &str) -> Result<()> {
    let colleague = step.app.store.look(|db| Ok::<_, Error>(crate::store::staff::get(db, to)?))?;
    let may = colleague.status == crate::store::staff::Status::Active
        && colleague.roles.iter().any(|r| r.sees_cases() && *r != crate::domain::access::Role::Auditor);
    if !may {
        return Err(Error::field("to", "error-colleague"));
    }
    step.just(&Command::Assign { requests, to: to.to_owned() })
}

/// It is another right than first understood (or the person was not sure). They are told how we
/// understand them now, and by when they hear from us.
pub fn reclassify(step: &Step<'_>, request: &str, right: Right) -> Result<()> {
    let command = Command::Reclassify { request: request.to_owned(), right };
    step.take(&command, |tx, key, before, decision| {
        let was = before.file.request(request).ok_or(Error::NotFound)?.right;
        // an answer to the other right is no answer to this one
        tasks::drop_package(tx, request)?;
        rights::tell(step.app, tx, key, before, decision, Some(was))
    })
}

/// The person replied; staff enter it, or the person did it on the page. The new date is told.
pub fn reply_received(step: &Step<'_>, requests: Vec<String>, replied_on: NaiveDate) -> Result<()> {
    step.take(&Command::ReplyReceived { requests, replied_on }, |tx, key, before, decision| {
        tell_new_date(step.app, tx, key, before, decision, true)
    })
}

/// Staff let the clock run again.
pub fn resume(step: &Step<'_>, requests: Vec<String>, reason: String) -> Result<()> {
    step.take(&Command::Resume { requests, reason }, |tx, key, before, decision| {
        tell_new_date(step.app, tx, key, before, decision, false)
    })
}

/// Tells the person the new date after a wait, once for the case: the latest of the requests.
pub(crate) fn tell_new_date(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    decision: &Decision,
    is_reply: bool,
) -> Result<()> {
    let acted = decision.requests.iter().filter(|r| decision.acted_on.contains(&r.id));
    let Some(latest) = acted.max_by_key(|r| r.dates.shown_on) else { return Ok(()) };
    let days = latest
        .pauses
        .iter()
        .filter(|p| p.counts)
        .filter_map(|p| p.answered_on.map(|on| (on - p.asked_on).num_days()))
        .next_back()
        .unwrap_or(0);
    let due_on = latest.dates.shown_on;
    let letter = if is_reply { Letter::ReplyThanks { days, due_on } } else { Letter::Resumed { due_on } };
    letters::keep(app, tx, key, before, &Order::notice(&letter))?;
    Ok(())
}

/// Extends one request by two months (art. 12(3)); the notice goes out in the same transaction.
pub fn extend(
    step: &Step<'_>,
    request: &str,
    ground: ExtendGround,
    reasons: &str,
    disputable_reason: Option<String>,
) -> Result<()> {
    let command = Command::Extend {
        request: request.to_owned(),
        ground,
        reasons: reasons.to_owned(),
        disputable_reason,
    };
    step.take(&command, |tx, key, before, decision| {
        let Some(next) = decision.requests.iter().find(|r| r.id == request) else {
            return Err(Error::NotFound);
        };
        let letter = Letter::Extension {
            right: next.right,
            reasons: reasons.to_owned(),
            extended_on: next.dates.statutory_on,
        };
        let order = Order { request_id: Some(request), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, before, &order)?;
        Ok(())
    })
}

/// The person (by code) or staff (with written evidence) withdraw. Seven days to undo it.
pub fn withdraw(step: &Step<'_>, requests: Vec<String>, evidence: Option<String>) -> Result<()> {
    step.take(&Command::Withdraw { requests, evidence }, |tx, key, before, decision| {
        let controller = step.app.controllers.get(&before.file.case.controller_id)?;
        let rights =
            decision.requests.iter().filter(|r| decision.acted_on.contains(&r.id)).map(|r| r.right).collect();
        let undo_until_on = letters::today(controller, tx.now) + chrono::Days::new(7);
        let letter = Letter::Withdrawn { rights, undo_until_on };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}

/// The person takes it up again within seven days. The clock never stopped.
pub fn undo_withdrawal(step: &Step<'_>, requests: Vec<String>) -> Result<()> {
    step.just(&Command::UndoWithdrawal { requests })
}

/// A reviewer sends the answer back, with a comment.
pub fn request_changes(step: &Step<'_>, requests: Vec<String>, comment: String) -> Result<()> {
    step.take(&Command::RequestChanges { requests, comment }, drop_packages)
}

/// An approval is taken back, with a comment.
pub fn recall_approval(step: &Step<'_>, requests: Vec<String>, comment: String) -> Result<()> {
    step.take(&Command::RecallApproval { requests, comment }, drop_packages)
}

/// A package belongs to one written answer: when that goes back, the package goes.
fn drop_packages(tx: &mut Tx<'_>, _: &CaseKey, _: &StoredCase, decision: &Decision) -> Result<()> {
    for request in &decision.acted_on {
        tasks::drop_package(tx, request)?;
    }
    Ok(())
}

/// Approves; known addresses hear that an answer leaves. Without four eyes the author approves after a fresh second factor.
pub fn approve(step: &Step<'_>, requests: Vec<String>, fresh_factor: bool) -> Result<()> {
    step.take(&Command::Approve { requests, fresh_factor }, |tx, key, before, decision| {
        let approved: Vec<&Request> =
            decision.requests.iter().filter(|r| decision.acted_on.contains(&r.id)).collect();
        known::before_release(step.app, tx, key, before, &approved)
    })
}

/// Reads a case for a person who may look as often as they like. The entry that says so is written
/// first (R71), once a minute from one conversation or link; `from` names that.
pub fn read_by_person<T>(
    app: &App,
    case_id: &str,
    what: &str,
    from: &str,
    work: impl FnOnce(&mut Tx<'_>, &CaseKey) -> Result<T>,
) -> Result<T> {
    app.store.write_case(&Actor::Person, case_id, |tx, key| {
        if limits::is_within(tx, limits::READ_MARKS, &format!("{what}/{from}"))? {
            mark(tx, key, case_id, EventKind::Read, serde_json::json!({ "what": what }))?;
        }
        work(tx, key)
    })
}

/// An entry for what the house itself notes about a case.
pub(crate) fn mark(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    kind: EventKind,
    facts: serde_json::Value,
) -> Result<()> {
    chain::append(tx, case_id, Some(key), &Event::new(kind, None, facts))?;
    Ok(())
}
