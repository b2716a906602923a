//! Asking what it is about, and what is done when no reply comes: the officer's decision, closing.

use crate::crypto::tokens;
use crate::domain::decide::{Command, PauseChoice, is_to_pause, lapses_from};
use crate::domain::letter::Letter;
use crate::domain::right::Right;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, tell_new_date};
use crate::services::letters::{self, Order};
use crate::store::cases;
use chrono::NaiveDate;

/// What is asked, and why it may be.
pub struct ScopeQuestion {
    /// How much is held, concrete.
    pub amount: String,
    /// The question, one paragraph.
    pub question: String,
    /// What the person gets meanwhile, in words; may be empty.
    pub meanwhile: String,
    /// Reply by.
    pub reply_by_on: NaiveDate,
}

/// The letter that asks. `others` are the rights of the case that go on.
pub fn scope_letter(asked: &ScopeQuestion, others: Vec<Right>, pauses: bool) -> Letter {
    Letter::AskScope {
        amount: asked.amount.clone(),
        question: asked.question.clone(),
        meanwhile: asked.meanwhile.clone(),
        others,
        reply_by_on: asked.reply_by_on,
        pauses,
    }
}

/// Asks what a request for access is about (recital 63); the question goes out in the same
/// transaction, and pauses that request if it was asked early enough. On paper it pauses when it was
/// posted.
pub fn ask_scope(step: &Step<'_>, request_id: &str, asked: &ScopeQuestion) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let id = tokens::id();
        let command = Command::AskScope {
            request: request_id.to_owned(),
            amount: asked.amount.clone(),
            question: asked.question.clone(),
            reply_by_on: asked.reply_by_on,
            pause_id: tokens::id(),
            on_paper: letters::goes_on_paper(key, &before)?.then(|| id.clone()),
        };
        let decision = step.decide_and_commit(tx, key, &before, &command)?;
        let rules = &step.app.controllers.get(&before.file.case.controller_id)?.rules;
        let request = decision.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
        let goes_on = decision.requests.iter().filter(|r| r.state.is_open() && r.open_pause().is_none());
        let letter = scope_letter(asked, goes_on.map(|r| r.right).collect(), is_to_pause(rules, request));
        let order = Order { id: Some(id), request_id: Some(request_id), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, &before, &order)?;
        Ok(())
    })
}

/// An officer decides on the pause. Answering, refusing and extending let the clock run again and are
/// then done by their own steps; the person is told the date. Who is waited for longer is told so,
/// and until when nothing is closed.
pub fn decide_pause(
    step: &Step<'_>,
    requests: Vec<String>,
    choice: PauseChoice,
    reason: String,
) -> Result<()> {
    step.take(&Command::DecidePause { requests, choice, reason }, |tx, key, before, decision| {
        if choice != PauseChoice::KeepPausing {
            return tell_new_date(step.app, tx, key, before, decision, false);
        }
        let acted = decision.requests.iter().filter(|r| decision.acted_on.contains(&r.id));
        let Some(pause) = acted.filter_map(|r| r.open_pause()).max_by_key(|p| (p.counts, p.asked_on)) else {
            return Ok(());
        };
        let letter = Letter::PauseKept {
            asked_on: pause.asked_on,
            pauses: pause.counts,
            lapses_on: lapses_from(pause.asked_on),
        };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}

/// The letter that closes what nobody replied about.
pub fn lapse_letter(file: &crate::domain::case::CaseFile, requests: &[String]) -> Letter {
    let closed = || file.requests.iter().filter(|r| requests.contains(&r.id));
    let asked_on = closed().filter_map(|r| r.open_pause()).map(|pause| pause.asked_on).min();
    Letter::Lapsed {
        rights: closed().map(|r| r.right).collect(),
        asked_on: asked_on.unwrap_or(file.case.received_on),
    }
}

/// An officer closes requests because no reply came; the notice says how to go on, and where to
/// complain.
pub fn lapse(step: &Step<'_>, requests: Vec<String>) -> Result<()> {
    step.take(&Command::Lapse { requests }, |tx, key, before, decision| {
        let letter = lapse_letter(&before.file, &decision.acted_on);
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}
