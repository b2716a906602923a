//! More rights in what was written: one added, one split in two; and the corrected receipt that
//! tells the person how we understand them now.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::decide::{Command, Decision};
use crate::domain::letter::{Letter, RightDate};
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order};
use crate::store::Tx;
use crate::store::cases::StoredCase;

/// Adds a right found in the first message, or asked for later (then its clock begins today).
///
/// # Errors
/// [`Error::Invalid`] at `right` when an open request of the case is about that right already.
pub fn add(step: &Step<'_>, right: Right, in_first_message: bool) -> Result<()> {
    let command = Command::AddRight { id: tokens::id(), right, in_first_message };
    step.take(&command, |tx, key, before, decision| {
        is_new(before, right)?;
        tell(step.app, tx, key, before, decision, None)
    })
}

/// Makes a second request of one that asks for two things.
///
/// # Errors
/// As for [`add`].
pub fn split(step: &Step<'_>, request: &str, right: Right) -> Result<()> {
    let command = Command::Split { request: request.to_owned(), id: tokens::id(), right };
    step.take(&command, |tx, key, before, decision| {
        is_new(before, right)?;
        tell(step.app, tx, key, before, decision, None)
    })
}

/// The same right twice at once would be answered twice.
fn is_new(before: &StoredCase, right: Right) -> Result<()> {
    let has = before.file.requests.iter().any(|r| r.state.is_open() && r.right == right);
    if has { Err(Error::field("right", "error-right-twice")) } else { Ok(()) }
}

/// The day by which the person hears from us about a request.
pub fn date(request: &Request) -> RightDate {
    let dates = &request.dates;
    let due_on = if request.right.acts_at_once() { dates.act_by_on } else { dates.shown_on };
    RightDate { right: request.right, due_on }
}

/// The open requests with their dates, as a letter lists them.
pub fn dates(requests: &[Request]) -> Vec<RightDate> {
    requests.iter().filter(|request| request.state.is_open()).map(date).collect()
}

/// The corrected receipt: every open right as it is understood now, with its date.
pub(crate) fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    decision: &Decision,
    was: Option<Right>,
) -> Result<()> {
    let received_on = decision.case.received_on;
    let is_later = |r: &Request| decision.acted_on.contains(&r.id) && r.received_on != received_on;
    let letter = Letter::ReceiptCorrected {
        was,
        rights: dates(&decision.requests),
        added_later: decision.requests.iter().any(is_later),
        received_on,
    };
    let request_id = decision.acted_on.first().map(String::as_str);
    letters::keep(app, tx, key, before, &Order { request_id, ..Order::notice(&letter) })?;
    Ok(())
}
