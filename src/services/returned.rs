//! An answer that came back: what was sent stays sent, and it is sent again.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::deadline::is_overdue;
use crate::domain::decide::{self, Command};
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order, To};
use crate::services::{answer, limits};
use crate::store::cases::{self, StoredCase};
use crate::store::{Tx, undelivered};
use crate::words;

/// The answer did not arrive, as staff enter it: a mail bounced, a letter came back. With `print` its
/// letter lies among the letters to print at once, for the address on record.
pub fn undeliverable(step: &Step<'_>, request_id: &str, reason: String, print: bool) -> Result<()> {
    let command = Command::Undeliverable { request: request_id.to_owned(), reason };
    step.take(&command, |tx, key, before, _| {
        undelivered::note(tx, step.case_id, request_id)?;
        if print { print_again(step, tx, key, before, request_id) } else { Ok(()) }
    })
}

/// The letter once more, on paper. Whoever posts it saves the day, as for every letter.
fn print_again(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    request_id: &str,
) -> Result<()> {
    let controller = step.app.controllers.get(&stored.file.case.controller_id)?;
    decide::print_again(&controller.rules, &stored.file, step.actor, tx.now, request_id)?;
    let request = stored.file.request(request_id).ok_or(Error::NotFound)?;
    let (Some(outcome), Some(closed_at)) = (request.outcome, request.closed_at) else {
        return Err(Error::NotFound);
    };
    let words = cases::answer(tx.db, key, request_id)?.unwrap_or_default();
    let late = is_overdue(&request.dates, controller.rules.zone, closed_at);
    let letter = answer::letter(request.right, outcome, words, late);
    let order = Order { to: To::Paper(None), request_id: Some(request_id), ..Order::notice(&letter) };
    letters::keep(step.app, tx, key, stored, &order)?;
    Ok(undelivered::clear(tx, request_id)?)
}

/// The person says on their page that the answer did not arrive.
///
/// # Errors
/// What the law refuses, and whoever says it too often.
pub fn person_says(app: &App, case_id: &str, request_id: &str) -> Result<()> {
    app.store.write(&Actor::Person, |tx| limits::count(tx, limits::MESSAGES, case_id))?;
    let stored = app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?))?;
    let reason = words::text(stored.lang, "undelivered-person-says", &[]);
    let step = Step { app, actor: &Actor::Person, case_id, seen: None };
    undeliverable(&step, request_id, reason, false)
}
