//! A lower level than the right needs, accepted by an officer with a reason and a second person (R2).

use super::{Need, Refusal};
use crate::domain::access::{Actor, Role};
use crate::domain::case::{CaseFile, Flag};
use crate::domain::controller::Rules;
use crate::domain::event::EventKind;
use crate::domain::identity::Level;

/// Whether an officer may propose it: a level is missing, and nobody at a known address has stopped
/// the case.
///
/// # Errors
/// A [`Refusal`].
pub fn ask_level(file: &CaseFile, actor: &Actor, reason: &str) -> Result<(), Refusal> {
    let event = EventKind::LevelAsked;
    if file.case.erased || !file.is_known_to(actor) {
        return Err(Refusal::NotFound);
    }
    if !actor.holds(Role::Officer) {
        return Err(Refusal::Role { event });
    }
    let mut needs = lacks(file);
    if reason.trim().is_empty() {
        needs.push(Need::Words { field: "reason" });
    }
    if needs.is_empty() { Ok(()) } else { Err(Refusal::Needs { event, needs }) }
}

/// Whether somebody may accept what `asked_by` proposed: anybody else who works on cases. Where four
/// eyes is off the officer may alone, after a fresh second factor. Says whether it was single-handed.
///
/// # Errors
/// A [`Refusal`].
pub fn accept_level(
    rules: &Rules,
    file: &CaseFile,
    actor: &Actor,
    asked_by: &str,
    fresh_factor: bool,
) -> Result<bool, Refusal> {
    let event = EventKind::LevelAccepted;
    if file.case.erased || !file.is_known_to(actor) {
        return Err(Refusal::NotFound);
    }
    let works = [Role::Caseworker, Role::Approver, Role::Officer].iter().any(|role| actor.holds(*role));
    if !works {
        return Err(Refusal::Role { event });
    }
    let alone = actor.staff_id() == Some(asked_by);
    let mut needs = lacks(file);
    if alone && rules.four_eyes {
        needs.push(Need::Fact { fact: "second_person" });
    } else if alone && !fresh_factor {
        needs.push(Need::FreshFactor);
    }
    if needs.is_empty() { Ok(alone) } else { Err(Refusal::Needs { event, needs }) }
}

/// What keeps a lower level from being accepted at all.
fn lacks(file: &CaseFile) -> Vec<Need> {
    let open = file.requests.iter().filter(|request| request.state.is_open());
    let needed = open.map(|request| request.right.level_needed()).max().unwrap_or(Level::Nothing);
    let mut needs = Vec::new();
    if file.case.level >= needed {
        needs.push(Need::IdentityDoubt);
    }
    if file.case.is(Flag::Stopped) {
        needs.push(Need::NotStopped);
    }
    needs
}
