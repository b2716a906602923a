//! Jobs that were given up, as people deal with them: tried again, let go; and mail that is held
//! after a restore, released.

use crate::domain::access::{Actor, Role};
use crate::domain::event::{Event, EventKind};
use crate::services::app::App;
use crate::services::conversation;
use crate::services::error::{Error, Result};
use crate::store::jobs::Eyes;
use crate::store::{Tx, cases, chain, installation, jobs, outside};
use serde_json::json;

/// What waits, what was given up, and whether everything is held.
pub struct Outbox {
    /// Given up, newest first; without those of cases that do not exist for whoever looks.
    pub dead: Vec<jobs::DeadJob>,
    /// Waiting or being worked on.
    pub waiting: i64,
    /// Mail, timers and links are held after a restore.
    pub is_held: bool,
    /// Signed heads do not reach the folder outside: the audit trail is not protected.
    pub is_unproven: bool,
}

/// The state of the queue of jobs.
pub fn look(app: &App, actor: &Actor) -> Result<Outbox> {
    let eyes =
        Eyes { staff_id: actor.staff_id().unwrap_or_default(), is_officer: actor.holds(Role::Officer) };
    let is_unproven = outside::is_behind(&app.store, &app.checkpoint_folder)?;
    app.store.look(|db| {
        Ok(Outbox {
            dead: jobs::dead_for(db, eyes)?,
            waiting: jobs::unfinished(db)?,
            is_held: installation::is_held(db)?,
            is_unproven,
        })
    })
}

/// Tries a buried job once more. [`Error::NotFound`] when it is not buried any more, or belongs to a
/// case that does not exist for this actor.
pub fn retry(app: &App, actor: &Actor, job: &str) -> Result<()> {
    app.store.write(actor, |tx| {
        may_touch(tx, job)?;
        jobs::revive(tx, job)?;
        mark(tx, "job_retried", job)
    })
}

/// Lets go of a buried job. [`Error::NotFound`] when it is not buried any more, or belongs to a case
/// that does not exist for this actor.
pub fn let_go(app: &App, actor: &Actor, job: &str) -> Result<()> {
    app.store.write(actor, |tx| {
        may_touch(tx, job)?;
        jobs::let_go(tx, job)?;
        mark(tx, "job_let_go", job)
    })
}

/// After a restore no link of the past acts, until a person has confirmed the system: what was
/// revoked or used since the backup would act again ([`Error::Held`]).
pub(crate) fn refuse_held(app: &App) -> Result<()> {
    if app.store.look(installation::is_held)? { Err(Error::Held) } else { Ok(()) }
}

/// A person confirms a restored system: mail, timers and links go on.
pub fn release(app: &App, actor: &Actor) -> Result<()> {
    app.store.write(actor, |tx| {
        if !installation::is_held(tx.db)? {
            return Err(Error::NotFound);
        }
        Ok(installation::release(tx)?)
    })
}

/// What is done about a case about a member of staff is not decided by that member.
fn may_touch(tx: &mut Tx<'_>, job: &str) -> Result<()> {
    let Some(case_id) = jobs::case_of(tx.db, job)? else { return Ok(()) };
    conversation::may_see(tx.actor, &cases::load(tx.db, &case_id)?)
}

fn mark(tx: &mut Tx<'_>, what: &str, job: &str) -> Result<()> {
    let event = Event::new(EventKind::Installation, None, json!({ "what": what, "job": job }));
    chain::append(tx, chain::HOUSE, None, &event)?;
    Ok(())
}
