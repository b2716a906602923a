//! Taking back what was done in error: an extension, a closing.

use crate::domain::decide::Command;
use crate::domain::letter::Letter;
use crate::domain::request::Request;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order};
use crate::store::cases::{self, StoredCase};
use crate::store::messages::{self, TakenBack};
use crate::store::{Tx, deliveries, tasks};

/// Undoes an extension. A notice that has not left is taken back with it and nobody is told anything;
/// one that has, or is leaving at this moment, is followed by a correction.
pub fn undo_extension(step: &Step<'_>, request_id: &str) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        cases::hold(tx, step.case_id)?;
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let has_left = has_left(tx, &before, request_id)?;
        let command = Command::UndoExtension { request: request_id.to_owned(), correction_sent: has_left };
        let decision = step.decide_and_commit(tx, key, &before, &command)?;
        if !has_left {
            return Ok(());
        }
        let request = decision.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
        let controller = step.app.controllers.get(&before.file.case.controller_id)?;
        let letter = undone_letter(request, letters::today(controller, tx.now));
        let order = Order { request_id: Some(request_id), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, &before, &order)?;
        Ok(())
    })
}

/// Whether the notice of an extension has left the house, or may be leaving. One that has not is
/// taken back here.
fn has_left(tx: &mut Tx<'_>, before: &StoredCase, request_id: &str) -> Result<bool> {
    let is_delivered = before.file.request(request_id).and_then(|r| r.extension).is_some_and(|e| e.delivered);
    let all = messages::of_case(tx.db, &before.file.case.id)?;
    let notice = all.iter().rev().find(|m| {
        m.letter.as_deref() == Some(Letter::EXTENSION) && m.request_id.as_deref() == Some(request_id)
    });
    match notice {
        Some(notice) if !is_delivered => Ok(messages::take_back(tx, &notice.id)? == TakenBack::IsLeaving),
        _ => Ok(is_delivered),
    }
}

/// The correction: the old date holds again.
pub fn undone_letter(request: &Request, today: chrono::NaiveDate) -> Letter {
    let due_on = request.dates.shown_on;
    Letter::ExtensionUndone { right: request.right, due_on, late: today > due_on }
}

/// Opens again what was closed in error. The person is told; the old clock goes on. What was written
/// and released for the closed answer ends: its links close, its package goes.
pub fn reopen(step: &Step<'_>, request_id: &str, reason: String) -> Result<()> {
    let command = Command::Reopen { request: request_id.to_owned(), reason };
    step.take(&command, |tx, key, before, decision| {
        let request = decision.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
        deliveries::revoke(tx, request_id)?;
        tasks::drop_package(tx, request_id)?;
        let controller = step.app.controllers.get(&before.file.case.controller_id)?;
        let letter = reopened_letter(request, letters::today(controller, tx.now));
        let order = Order { request_id: Some(request_id), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, before, &order)?;
        Ok(())
    })
}

/// The letter: we are working on it again.
pub fn reopened_letter(request: &Request, today: chrono::NaiveDate) -> Letter {
    let due_on = request.dates.shown_on;
    Letter::Reopened { right: request.right, due_on, late: today > due_on }
}
