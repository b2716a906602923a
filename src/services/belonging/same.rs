//! Perhaps the same person: other cases with the same mail address or phone number. Found by keyed
//! hashes, offered to staff, never assumed.

use crate::domain::access::Actor;
use crate::domain::decide::Command;
use crate::domain::letter::Letter;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::belonging::rights;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order};
use crate::store::cases::{self, StoredCase};
use crate::store::{Tx, search};

/// The other cases of the same controller that may be the same person's, as far as this actor may
/// know of them; newest first.
pub fn alike(tx: &mut Tx<'_>, actor: &Actor, case_id: &str) -> Result<Vec<StoredCase>> {
    let mut known = Vec::new();
    for id in search::alike(tx.db, case_id)? {
        let stored = cases::load(tx.db, &id)?;
        if stored.file.is_known_to(actor) {
            known.push(stored);
        }
    }
    Ok(known)
}

/// The open request of a case that answers this right.
pub fn answers(stored: &StoredCase, right: Right) -> Option<&Request> {
    stored.file.requests.iter().find(|request| request.state.is_open() && request.right == right)
}

/// The request is answered in another case of the same person, which staff confirm. Neither identity
/// nor address passes over: only the letter says where the answer comes from.
///
/// # Errors
/// [`Error::Invalid`] at `of_case` for a case that is not of the same controller or unknown to the
/// actor; what the law refuses: nobody confirmed, nothing open there, a later date.
pub fn duplicate(step: &Step<'_>, request: &str, of_case: &str, same_person: bool) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let right = before.file.request(request).ok_or(Error::NotFound)?.right;
        let other = target(tx, step.actor, &before, of_case)?;
        let there = answers(&other, right);
        let command = Command::Duplicate {
            request: request.to_owned(),
            of_case: of_case.to_owned(),
            target_open: there.is_some(),
            same_person,
            target_received_on: there.map_or(other.file.case.received_on, |there| there.received_on),
        };
        step.decide_and_commit(tx, key, &before, &command)?;
        let Some(there) = there else { return Err(Error::NotFound) };
        let letter = Letter::Duplicate {
            right,
            other: other.reference.clone(),
            received_on: there.received_on,
            due_on: rights::date(there).due_on,
        };
        let order = Order { request_id: Some(request), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, &before, &order)?;
        Ok(())
    })
}

fn target(tx: &mut Tx<'_>, actor: &Actor, before: &StoredCase, of_case: &str) -> Result<StoredCase> {
    let nowhere = || Error::field("of_case", "error-duplicate-of");
    // held, so that its request is not closed between reading and commit
    cases::hold(tx, of_case).map_err(|_| nowhere())?;
    let other = cases::load(tx.db, of_case)?;
    let is_ours = other.file.case.controller_id == before.file.case.controller_id;
    if is_ours && other.file.is_known_to(actor) { Ok(other) } else { Err(nowhere()) }
}
