//! Contact-back: staff called, wrote to or met the person at what stood on record before the request.

use crate::domain::event::EventKind;
use crate::domain::identifier::{Identifier, IdentifierKind, Needle};
use crate::domain::identity::{Channel, Proof, ProofWay};
use crate::domain::normalise::fold;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::handling::{Step, mark};
use crate::services::identity::{self, LookedUp, is_young, keep_proof, may};
use crate::services::known;
use crate::sources::AddressOnRecord;
use crate::store::proofs::ProofDetails;
use crate::store::{cases, files};
use chrono::NaiveDate;

/// What staff recorded about calling, writing or meeting the person on record: level 2 (b), or 3
/// in person. A document seen adds to it and is never kept: its files go with the record.
pub struct ContactBack {
    /// How.
    pub way: ProofWay,
    /// On which channel.
    pub channel: Channel,
    /// Address or number used.
    pub address: String,
    /// Where it was on record.
    pub on_record: String,
    /// Who looked, when, what was said; the kind of a document seen.
    pub note: String,
    /// Files the person sent that show the document: nothing is kept of them but that it was seen.
    pub seen_files: Vec<String>,
    /// Since when it was on record. Needed when it was typed.
    pub on_record_since: Option<NaiveDate>,
    /// It was typed, not chosen among what a source has on record.
    pub is_typed: bool,
    /// Staff say that it stood on record although the request gave it too and no source holds it.
    pub is_confirmed: bool,
}

impl ContactBack {
    /// What lacks, in the order of the form.
    fn lacks(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        let mut need = |is_there: bool, field: &str, key: &'static str| {
            if !is_there {
                problems.push(FieldProblem::new(field, key));
            }
        };
        need(!self.address.trim().is_empty(), "address", "error-needed");
        need(!self.on_record.trim().is_empty(), "on_record", "error-needed");
        need(!self.is_typed || self.on_record_since.is_some(), "on_record_since", "error-since-needed");
        need(!self.note.trim().is_empty(), "note", "error-needed");
        problems
    }
}

/// Records contact-back or a meeting.
///
/// # Errors
/// What the event table refuses (R29); [`Error::Invalid`] for what lacks, for an address that came
/// on record too shortly before the request, and for one that stands nowhere but in the request as
/// long as nobody confirms that it does: answering there would prove nothing (R1).
pub fn contact_back(step: &Step<'_>, mut contact: ContactBack) -> Result<()> {
    if !matches!(contact.way, ProofWay::ContactBack | ProofWay::InPerson) {
        return Err(Error::NotFound);
    }
    let case = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
    may(step.actor, &case, PARTS_OF)?;
    let problems = contact.lacks();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let (looked, judged) = identity::search_judged(step.app, step.actor, step.case_id)?;
    let only_given = match held(step, &contact, &looked)? {
        Held::Elsewhere => false,
        Held::InSource(address) => {
            // the source's word counts more than what was typed
            contact.on_record_since = address.on_record_since.or(contact.on_record_since);
            false
        }
        Held::OnlyGiven if contact.is_confirmed => true,
        Held::OnlyGiven => return Err(Error::field("only_given", "error-only_given")),
    };
    let known = known::on_record(&looked, &judged, Some(&contact.address));
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        step.is_current(&stored)?;
        may(step.actor, &stored, PARTS_OF)?;
        let since = contact.on_record_since;
        let received_on = stored.file.case.received_on;
        if since.is_some_and(|since| is_young(step.app, received_on, since)) {
            let field = if contact.is_typed { "on_record_since" } else { "address" };
            return Err(Error::field(field, "error-address-young"));
        }
        let proof = Proof { way: contact.way, channel: contact.channel, at: tx.now, on_record_since: since };
        let details = ProofDetails {
            address: contact.address.clone(),
            on_record: contact.on_record.clone(),
            note: contact.note.clone(),
            only_given,
        };
        // they were reached at it: the notice is for whoever reads mail at another address
        known::tell(step.app, tx, key, &stored, &known, Some(&contact.address))?;
        keep_proof(step.app, step.actor, tx, key, &stored, proof, &details)?;
        for file in &contact.seen_files {
            files::delete_upload(tx, step.case_id, file)?;
            let facts = serde_json::json!({ "file": file, "what": "document_seen" });
            mark(tx, key, step.case_id, EventKind::FileDeleted, facts)?;
        }
        Ok(())
    })?;
    for file in &contact.seen_files {
        // no row names it any more: if this fails, the sweep removes it
        if let Err(error) = step.app.store.files.remove(file) {
            tracing::warn!(why = %error.kind(), "a file that was looked at could not be removed");
        }
    }
    Ok(())
}

/// Reaching somebody is part of looking up, or how staff got the reply we wait for.
const PARTS_OF: &[EventKind] = &[EventKind::LookUp, EventKind::ReplyReceived];

/// Where an address stands, as far as the program can know.
enum Held {
    /// Not in the request: staff know it from somewhere.
    Elsewhere,
    /// In a source, too.
    InSource(AddressOnRecord),
    /// In the request, and in no source that answered.
    OnlyGiven,
}

fn held(step: &Step<'_>, contact: &ContactBack, looked: &[LookedUp]) -> Result<Held> {
    if !contact.is_typed {
        return Ok(Held::Elsewhere);
    }
    // what a representative gave for themselves is the request's word too
    let given = step.app.store.read_case(step.actor, step.case_id, "contact", |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        let (person, writes) = (stored.person(key)?, stored.contact(key)?);
        Ok::<_, Error>([person.email, person.phone, person.postal, writes.email, writes.phone, writes.postal])
    })?;
    let records = looked.iter().filter_map(|l| l.found.as_ref().ok()).flatten();
    let mut addresses = records.flat_map(|record| &record.addresses);
    if let Some(found) = addresses.find(|on_record| is_same(&contact.address, &on_record.value)) {
        return Ok(Held::InSource(found.clone()));
    }
    let is_given = given.iter().flatten().any(|given| is_same(&contact.address, given));
    Ok(if is_given { Held::OnlyGiven } else { Held::Elsewhere })
}

/// Whether two addresses are one, however they are written.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let agrees = |kind| {
        let typed = Identifier { kind, value: one.to_owned(), proven: false };
        Needle::new(&typed).is_ok_and(|needle| needle.agrees(other).is_some())
    };
    agrees(IdentifierKind::Email) || agrees(IdentifierKind::Phone) || fold(one) == fold(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        for (one, other) in [
            ("Luis@Example.com ", "luis@example.com"),
            ("20 12 34 56", "+45 20123456"),
            ("Prøvevej 1,  0000 Prøveby", "prøvevej 1, 0000 PRØVEBY"),
        ] {
            assert!(is_same(one, other) && is_same(other, one), "{one} / {other}");
        }
        for (one, other) in [
            ("luis@example.com", "luis@example.org"),
            ("20 12 34 56", "20 12 34 57"),
            ("Prøvevej 1", "Prøvevej 2"),
        ] {
            assert!(!is_same(one, other), "{one} / {other}");
        }
    }
}
