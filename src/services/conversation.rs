//! Messages both ways, and internal notes.

use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::letter::Letter;
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::handling::{Step, mark};
use crate::services::intake::Attached;
use crate::services::letters::{self, Order};
use crate::services::limits;
use crate::store::Tx;
use crate::store::cases;
use crate::store::files;
use crate::store::messages::{self, Body, Carrier, Kind, NewMessage};

/// Longest message, in characters.
pub const LONGEST: usize = 20_000;

/// Words are there and not too many.
pub(crate) fn check(text: &str, field: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::field(field, "error-needed"));
    }
    if text.chars().count() > LONGEST {
        return Err(Error::field(field, "error-too-long"));
    }
    Ok(())
}

/// The person writes on the case page, with a file if they like.
pub fn person_writes(app: &App, case_id: &str, text: &str, file: Option<Attached>) -> Result<()> {
    if file.is_none() || !text.is_empty() {
        check(text, "text")?;
    }
    app.store.write_case(&Actor::Person, case_id, |tx, key| {
        limits::count(tx, limits::MESSAGES, case_id)?;
        if let Some(file) = &file {
            has_room(app, tx, case_id, file)?;
        }
        let body = Body { text: text.to_owned(), ..Body::default() };
        let id = messages::keep(tx, key, &plain(case_id, Kind::Received, &body))?;
        if let Some(file) = &file {
            let (written, kind) = (&file.written, files::Kind::Upload);
            files::insert(tx, key, case_id, written, kind, Some(&id), &file.name, file.media_type)?;
            mark(
                tx,
                key,
                case_id,
                EventKind::FileAttached,
                serde_json::json!({ "bytes": file.written.bytes }),
            )?;
        }
        mark(tx, key, case_id, EventKind::MessageReceived, serde_json::json!({}))
    })
}

/// The case takes one more file from the person (R43).
pub(crate) fn has_room(app: &App, tx: &mut Tx<'_>, case_id: &str, file: &Attached) -> Result<()> {
    let (count, bytes) = files::uploaded_bytes(tx.db, case_id)?;
    let all = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(file.written.bytes);
    if count < app.caps.files_per_case && all <= app.caps.case_bytes {
        return Ok(());
    }
    let problem = FieldProblem::new("file", "error-case-files");
    let problem = problem.with("n", app.caps.files_per_case).with("max", app.caps.case_megabytes());
    Err(Error::Invalid(vec![problem]))
}

fn plain<'a>(case_id: &'a str, kind: Kind, body: &'a Body) -> NewMessage<'a> {
    NewMessage {
        case_id,
        kind,
        letter: None,
        request_id: None,
        carrier: Carrier::Page,
        body,
        not_after: None,
    }
}

/// Staff write to the person: it stands on the case page, and a mail without content says so.
pub fn staff_writes(step: &Step<'_>, text: &str) -> Result<()> {
    check(text, "text")?;
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        may_work(step.actor, &stored)?;
        step.is_current(&stored)?;
        let body = Body { text: text.to_owned(), ..Body::default() };
        messages::keep(tx, key, &plain(step.case_id, Kind::Sent, &body))?;
        letters::keep(step.app, tx, key, &stored, &Order::notice(&Letter::MessageWaiting))?;
        mark(tx, key, step.case_id, EventKind::MessageSent, serde_json::json!({}))
    })
}

/// An internal note, never sent.
pub fn note(step: &Step<'_>, text: &str) -> Result<()> {
    check(text, "note")?;
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        may_work(step.actor, &stored)?;
        step.is_current(&stored)?;
        let body = Body { text: text.to_owned(), ..Body::default() };
        messages::keep(tx, key, &plain(step.case_id, Kind::Note, &body))?;
        mark(tx, key, step.case_id, EventKind::Note, serde_json::json!({}))
    })
}

/// Who may work on a case they may see: caseworkers, approvers and officers.
pub(crate) fn may_work(actor: &Actor, stored: &cases::StoredCase) -> Result<()> {
    use crate::domain::access::Role;
    let works = [Role::Caseworker, Role::Approver, Role::Officer].iter().any(|r| actor.holds(*r));
    if works { may_see(actor, stored) } else { Err(Error::NotFound) }
}

/// A case about a member of staff does not exist for that person, and for others only when they
/// are officer or it was given to them.
pub(crate) fn may_see(actor: &Actor, stored: &cases::StoredCase) -> Result<()> {
    if stored.file.is_known_to(actor) { Ok(()) } else { Err(Error::NotFound) }
}
