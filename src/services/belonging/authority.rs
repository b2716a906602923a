//! Who acts for the person: authority seen and accepted or refused, who they are, and who gets the
//! answer (the person, unless they released it).

use crate::domain::case::{Case, Representation};
use crate::domain::decide::Command;
use crate::domain::letter::Letter;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order, To};
use crate::store::Tx;
use crate::store::representations::{self, Details};

/// Accepts the representative.
///
/// # Errors
/// [`Error::Invalid`] at `identity` when nobody says how it was made sure who they are.
pub fn accept(step: &Step<'_>, evidence: &str, identity: &str, gets_answer: bool) -> Result<()> {
    if identity.trim().is_empty() {
        return Err(Error::field("identity", "error-representative-identity"));
    }
    let command = Command::RepresentativeAccepted {
        evidence: evidence.trim().to_owned(),
        answer_to_representative: gets_answer,
    };
    step.take(&command, |tx, key, before, _| {
        let details = Details { authority: evidence.trim().to_owned(), identity: identity.trim().to_owned() };
        representations::keep(tx, key, step.case_id, gets_answer, &details)?;
        let letter = Letter::RepresentativeAccepted { answer_to_representative: gets_answer };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}

/// Whether the answer goes to the person although somebody acts for them: they did not release it.
pub fn answers_person(tx: &mut Tx<'_>, case: &Case) -> Result<bool> {
    if case.representation != Representation::Accepted {
        return Ok(false);
    }
    Ok(representations::of_case(tx.db, &case.id)?.is_some_and(|judged| !judged.gets_answer))
}

/// Refuses the representative, who is told what is missing and that they are told nothing else.
pub fn refuse(step: &Step<'_>, missing: &str) -> Result<()> {
    let command = Command::RepresentativeRefused { missing: missing.trim().to_owned() };
    step.take(&command, |tx, key, before, _| {
        let details = Details { authority: missing.trim().to_owned(), identity: String::new() };
        representations::keep(tx, key, step.case_id, false, &details)?;
        let letter = Letter::RepresentativeRefused { missing: missing.trim().to_owned() };
        // it goes to them, whoever is written to from now on
        let words = before.words(key)?;
        let theirs = words.representative.and_then(|one| one.contact.email);
        let to = theirs.map_or(To::Paper(None), To::OnRecord);
        letters::keep(step.app, tx, key, before, &Order { to, ..Order::notice(&letter) })?;
        Ok(())
    })
}
