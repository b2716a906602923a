//! Messages both ways, and internal notes.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::decide::Command;
use crate::domain::event::EventKind;
use crate::domain::letter::Letter;
use crate::domain::request::State;
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::handling::{self, Step, mark};
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

/// The person writes on the case page, with a file if they like. While we wait for them it is their
/// reply: the clock runs on from today, and they are thanked with the new date. Whether it says what
/// was asked is for staff to judge; if it does not, they ask again.
pub fn person_writes(app: &App, case_id: &str, text: &str, file: Option<Attached>) -> Result<()> {
    if file.is_none() || !text.is_empty() {
        check(text, "text")?;
    }
    app.store.write_case(&Actor::Person, case_id, |tx, key| {
        // what a person writes is never too late: no colleague's step comes between reading and commit
        cases::hold(tx, case_id)?;
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
        mark(tx, key, case_id, EventKind::MessageReceived, serde_json::json!({}))?;
        end_wait(app, tx, key, case_id)
    })
}

/// What the person writes ends every wait for them (WORKFLOW, "reply received").
fn end_wait(app: &App, tx: &mut Tx<'_>, key: &CaseKey, case_id: &str) -> Result<()> {
    let before = cases::load(tx.db, case_id)?;
    let waits = before.file.requests.iter().filter(|r| r.state == State::AwaitingPerson);
    let requests: Vec<String> = waits.map(|r| r.id.clone()).collect();
    if requests.is_empty() {
        return Ok(());
    }
    let replied_on = letters::today(app.controllers.get(&before.file.case.controller_id)?, tx.now);
    let step = Step { app, actor: &Actor::Person, case_id, seen: None };
    let reply = Command::ReplyReceived { requests, replied_on };
    let decision = step.decide_and_commit(tx, key, &before, &reply)?;
    handling::tell_new_date(app, tx, key, &before, &decision, true)
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

pub(crate) fn plain<'a>(case_id: &'a str, kind: Kind, body: &'a Body) -> NewMessage<'a> {
    NewMessage {
        id: None,
        case_id,
        kind,
        letter: None,
        request_id: None,
        carrier: Carrier::Page,
        body,
        not_after: None,
        posted_at: None,
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
