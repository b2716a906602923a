//! A lower identity level, proposed by an officer with a reason and accepted by a second person.

use crate::domain::decide;
use crate::domain::event::{Event, EventKind};
use crate::domain::identity::{Channel, Proof, ProofWay};
use crate::services::conversation;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, mark};
use crate::services::identity::keep_proof;
use crate::store::proofs::ProofDetails;
use crate::store::{Tx, cases, chain};
use serde_json::json;

/// What an officer proposed and nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Staff id of who proposed it.
    pub by: String,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Why.
    pub reason: String,
}

/// The open proposal of a case: the newest, unless it was answered or somebody proved who they are
/// since.
pub fn proposal(
    tx: &mut Tx<'_>,
    key: &crate::crypto::keys::CaseKey,
    case_id: &str,
) -> Result<Option<Proposal>> {
    let Some(asked) = chain::newest(tx.db, case_id, EventKind::LevelAsked)? else { return Ok(None) };
    for answer in [EventKind::LevelAccepted, EventKind::LevelRefused, EventKind::IdentityProven] {
        if chain::newest(tx.db, case_id, answer)?.is_some_and(|row| row.seq > asked.seq) {
            return Ok(None);
        }
    }
    Ok(Some(Proposal {
        by: asked.actor.strip_prefix("staff:").unwrap_or_default().to_owned(),
        at: asked.at.and_utc(),
        reason: asked.words(key)?.unwrap_or_default(),
    }))
}

/// An officer proposes to accept the level there is.
///
/// # Errors
/// What the law refuses ([`decide::ask_level`]); a proposal is open already.
pub fn ask(step: &Step<'_>, reason: &str) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        step.is_current(&stored)?;
        decide::ask_level(&stored.file, step.actor, reason)?;
        if proposal(tx, key, step.case_id)?.is_some() {
            let event = EventKind::LevelAsked;
            return Err(Error::Refused(decide::Refusal::NothingToDo { event }));
        }
        let facts = json!({ "level": stored.file.case.level });
        let event = Event::new(EventKind::LevelAsked, None, facts).saying(reason.trim());
        chain::append(tx, step.case_id, Some(key), &event)?;
        Ok(())
    })
}

/// A second person accepts it: the level rises through the one door, and what waited for it goes on.
///
/// # Errors
/// What the law refuses ([`decide::accept_level`]); nothing was proposed.
pub fn accept(step: &Step<'_>, fresh_factor: bool) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        cases::hold(tx, step.case_id)?;
        let stored = cases::load(tx.db, step.case_id)?;
        step.is_current(&stored)?;
        let proposal = proposal(tx, key, step.case_id)?.ok_or(Error::NotFound)?;
        let rules = &step.app.controllers.get(&stored.file.case.controller_id)?.rules;
        let alone = decide::accept_level(rules, &stored.file, step.actor, &proposal.by, fresh_factor)?;
        let facts = json!({ "asked_by": proposal.by, "single_handed": alone });
        mark(tx, key, step.case_id, EventKind::LevelAccepted, facts)?;
        // it proves no channel: what is released still needs one (R1)
        let (way, channel) = (ProofWay::Accepted, Channel::Post);
        let proof = Proof { way, channel, at: tx.now, on_record_since: None };
        let details = ProofDetails { note: proposal.reason, ..ProofDetails::default() };
        keep_proof(step.app, step.actor, tx, key, &stored, proof, &details)
    })
}

/// It is not accepted; what is missing is still missing.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not work on the case, and when nothing was proposed.
pub fn refuse(step: &Step<'_>) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        conversation::may_work(step.actor, &stored)?;
        step.is_current(&stored)?;
        proposal(tx, key, step.case_id)?.ok_or(Error::NotFound)?;
        mark(tx, key, step.case_id, EventKind::LevelRefused, json!({}))
    })
}
