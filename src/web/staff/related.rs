//! Other cases on the page of a case: what came of it, what it came of, and what may be the same
//! person's. Whoever may not know of a case is not told of it here either.

use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::outcome::Outcome;
use crate::services::Result;
use crate::services::belonging::same;
use crate::store::cases::{self, StoredCase};
use crate::store::chain::EventRow;
use crate::store::linked::{self, Kind};
use crate::store::{Tx, chain};
use crate::web::view::Said;
use crate::web::view::desk::case::LinkedCase;
use serde_json::Value;
use std::collections::BTreeMap;

/// Another case, and what it is to this one (the tail of a word key).
pub(super) struct Related {
    stored: StoredCase,
    how: &'static str,
}

/// Reads them: linked ones first, then the case a duplicate is answered in, then those alike.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, this: &StoredCase) -> Result<Vec<Related>> {
    let id = &this.file.case.id;
    let mut found: Vec<(String, &'static str)> = Vec::new();
    for link in linked::of_case(tx.db, id)? {
        let came_of_this = link.of_case == *id;
        let how = match (link.kind, came_of_this) {
            (Kind::Complaint, true) => "complaint",
            (Kind::Complaint, false) => "complaint_about",
            (Kind::Instruction, true) => "instruction",
            (Kind::Instruction, false) => "instruction_of",
        };
        found.push((if came_of_this { link.case_id } else { link.of_case }, how));
    }
    if this.file.requests.iter().any(|request| request.outcome == Some(Outcome::Duplicate)) {
        let steps = chain::steps(tx.db, id, super::case_facts::ENTRIES)?;
        found.extend(steps.iter().filter_map(|step| Some((other(step)?, "answered_in"))));
    }
    let mut related: Vec<Related> = Vec::new();
    for (id, how) in found {
        let is_new = !related.iter().any(|known| known.stored.file.case.id == id);
        let stored = cases::load(tx.db, &id)?;
        if is_new && !stored.file.case.erased && stored.file.is_known_to(actor) {
            related.push(Related { stored, how });
        }
    }
    for stored in same::alike(tx, actor, id)? {
        if !related.iter().any(|known| known.stored.file.case.id == stored.file.case.id) {
            let how = alike(this, &stored);
            related.push(Related { stored, how });
        }
    }
    Ok(related)
}

/// The other case an entry names.
fn other(step: &EventRow) -> Option<String> {
    let told: Value = serde_json::from_str(&step.facts).ok()?;
    let is_duplicate = step.kind == EventKind::Duplicate.code();
    told.get("of_case").filter(|_| is_duplicate)?.as_str().map(str::to_owned)
}

/// What a case with the same mail address or phone number may be: the same asked twice, asked again,
/// or something else.
fn alike(this: &StoredCase, other: &StoredCase) -> &'static str {
    let open = || this.file.requests.iter().filter(|request| request.state.is_open());
    if open().any(|request| same::answers(other, request.right).is_some()) {
        return "perhaps_duplicate";
    }
    let has = |request: &crate::domain::request::Request| {
        other.file.requests.iter().any(|there| there.right == request.right)
    };
    if open().any(has) { "perhaps_repeat" } else { "perhaps_same" }
}

/// The lines of the panel.
pub(super) fn lines(related: &[Related]) -> Vec<LinkedCase> {
    let line = |one: &Related| {
        let file = &one.stored.file;
        LinkedCase {
            case_id: file.case.id.clone(),
            reference: one.stored.reference.clone(),
            how: Said::new(format!("related-{}", one.how)),
            rights: file.requests.iter().map(|request| request.right).collect(),
            received_on: file.case.received_on,
            is_open: file.requests.iter().any(|request| request.state.is_open())
                || file.case.is(crate::domain::case::Flag::Complaint),
        }
    };
    related.iter().map(line).collect()
}

/// What to say at the top: the newest case in which the same may have been asked. Never more than a
/// hint.
pub(super) fn hint(related: &[Related]) -> Option<Said> {
    let first = |how: &str| related.iter().find(|one| one.how == how);
    let one = first("perhaps_duplicate").or_else(|| first("perhaps_repeat"))?;
    let said = Said::new(format!("{}-hint", one.how.replace("perhaps_", "related-perhaps_")));
    Some(said.with("reference", one.stored.reference.clone()))
}

/// The references the history may name, by case.
pub(super) fn references(related: &[Related]) -> BTreeMap<String, String> {
    related.iter().map(|one| (one.stored.file.case.id.clone(), one.stored.reference.clone())).collect()
}
