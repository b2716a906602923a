//! Signing in to the desk: password, second factor, progressive delay, step-up, and the end of it.

use crate::crypto::passwords::{HashingError, Verdict};
use crate::crypto::totp::{self, TotpSecret};
use crate::crypto::{sealed, tokens};
use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::StaffMail;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::limits;
use crate::store::staff::{self, Member, Status};
use crate::store::{Tx, chain, messages, sessions};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;

/// What somebody typed at the door.
pub struct Attempt<'a> {
    /// Address.
    pub email: &'a str,
    /// Password.
    pub password: &'a str,
    /// Six digits, or a recovery code.
    pub code: &'a str,
    /// Network address (IPv6 by /64), as the proxy rules see it.
    pub from: &'a str,
    /// Whether the browser has a cookie of an earlier success of this account: strangers then
    /// cannot lock its owner out.
    pub is_known_device: bool,
}

/// A session that was opened.
pub struct SignedIn {
    /// Who.
    pub member: Member,
    /// Token for the cookie.
    pub token: String,
}

/// After how many failures the owner is told.
const ALERT_AFTER: u32 = 10;

/// How long the next try waits after so many failures: nothing for three, then 2, 4, 8 … seconds,
/// at most five minutes.
fn delay(failures: u32) -> Duration {
    match failures {
        0..=3 => Duration::zero(),
        n => Duration::seconds(1_i64 << (n - 3).min(8)).min(Duration::minutes(5)),
    }
}

/// Signs in. A wrong address, password or code gives the same answer and costs the same.
/// [`Error::TooOften`] while a delay runs, [`Error::Unavailable`] when too many sign in at once.
pub fn sign_in(app: &App, attempt: &Attempt<'_>) -> Result<SignedIn> {
    let now = app.store.clock.now();
    let member = app.store.look(|db| staff::by_email(db, attempt.email).map_err(Error::from))?;
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::SIGN_INS_ADDRESS, attempt.from))?;
    let usable = member.filter(|m| m.status == Status::Active);
    if let Some(member) = usable.as_ref().filter(|_| !attempt.is_known_device) {
        let until = member.failed_at.unwrap_or(DateTime::<Utc>::MIN_UTC) + delay(member.failures);
        if until > now {
            return Err(Error::TooOften((until - now).num_seconds().max(1)));
        }
        app.store.write(&Actor::System, |tx| limits::count(tx, limits::SIGN_INS_ACCOUNT, &member.id))?;
    }
    let stored = usable.as_ref().and_then(|m| m.password.as_deref());
    let verdict = app.hasher.verify(attempt.password, stored).map_err(hashing)?;
    match (usable, verdict) {
        (Some(member), Verdict::Right { needs_rehash }) if factor_holds(app, &member, attempt.code)? => {
            let rehashed = if needs_rehash { app.hasher.hash(attempt.password).ok() } else { None };
            open_session(app, member, rehashed.as_deref())
        }
        (member, _) => {
            note_failure(app, member.as_ref())?;
            Err(Error::NotFound)
        }
    }
}

fn hashing(error: HashingError) -> Error {
    match error {
        HashingError::Busy => Error::Unavailable,
        other => Error::Broken(other.to_string()),
    }
}

/// Checks and uses up a second factor: a time-based code (each step once) or a recovery code.
fn factor_holds(app: &App, member: &Member, code: &str) -> Result<bool> {
    let Some(secret) = secret_of(app, member)? else { return Ok(false) };
    let now = app.store.clock.now();
    if let Some(step) = secret.check(code, now, Some(member.totp_step)) {
        return app.store.write(&Actor::System, |tx| Ok(staff::use_totp_step(tx, &member.id, step)?));
    }
    let hash = totp::recovery_hash(app.store.secrets.codes(), &member.id, code);
    app.store.write(&Actor::System, |tx| Ok(staff::use_recovery_code(tx, &member.id, &hash)?))
}

fn secret_of(app: &App, member: &Member) -> Result<Option<TotpSecret>> {
    let Some(stored) = &member.totp else { return Ok(None) };
    let clear = sealed::open(app.store.secrets.staff_secrets(), &place(&member.id), stored)
        .map_err(|_| Error::Broken("a second factor cannot be opened".into()))?;
    Ok(Some(TotpSecret::from_bytes(clear)))
}

/// Where a second factor stands.
pub(crate) fn place(staff_id: &str) -> sealed::Place<'_> {
    sealed::Place { table: "staff", column: "totp", row: staff_id }
}

/// Opens a session for somebody who has just proven password and second factor.
pub(crate) fn open_session(app: &App, member: Member, rehashed: Option<&str>) -> Result<SignedIn> {
    let token = tokens::token();
    let actor = actor_of(&member);
    app.store.write(&actor, |tx| {
        staff::signed_in(tx, &member.id, rehashed)?;
        sessions::open(tx, token.hash, &member)?;
        mark(tx, &member.id, "in")
    })?;
    Ok(SignedIn { member, token: token.plain.to_string() })
}

fn note_failure(app: &App, member: Option<&Member>) -> Result<()> {
    app.store.write(&Actor::System, |tx| {
        let Some(member) = member else {
            let event = Event::new(EventKind::SignIn, None, json!({ "what": "failed", "known": false }));
            chain::append(tx, chain::HOUSE, None, &event)?;
            return Ok(());
        };
        let failures = staff::failed(tx, &member.id)?;
        mark(tx, &member.id, "failed")?;
        if failures == ALERT_AFTER {
            messages::keep_staff_mail(tx, &member.id, &StaffMail::SignInAlert { failures })?;
        }
        Ok(())
    })
}

fn mark(tx: &mut Tx<'_>, staff_id: &str, what: &str) -> Result<()> {
    let event = Event::new(EventKind::SignIn, None, json!({ "what": what }));
    chain::append(tx, &chain::staff_chain(staff_id), None, &event)?;
    Ok(())
}

/// The member as the one who acts.
pub fn actor_of(member: &Member) -> Actor {
    Actor::Staff { id: member.id.clone(), roles: member.roles.clone() }
}

/// The session a cookie opens, if it is good; notes the use at most once a minute.
pub fn session(app: &App, token: &str) -> Result<Option<sessions::Session>> {
    let now = app.store.clock.now();
    let hash = tokens::hash_token(token);
    let found = app.store.look(|db| Ok::<_, Error>(sessions::find(db, &hash, now)?))?;
    if let Some(session) = found.as_ref().filter(|s| now - s.seen_at > Duration::minutes(1)) {
        app.store.write(&actor_of(&session.member), |tx| Ok::<_, Error>(sessions::seen(tx, &hash)?))?;
    }
    Ok(found)
}

/// Proves the second factor again. The old token ends, a new one begins (R25); how old the session
/// is does not change.
pub fn step_up(app: &App, token: &str, member: &Member, code: &str) -> Result<String> {
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::SIGN_INS_ACCOUNT, &member.id))?;
    if !factor_holds(app, member, code)? {
        note_failure(app, Some(member))?;
        return Err(Error::field("code", "error-code-wrong"));
    }
    let new = tokens::token();
    app.store.write(&actor_of(member), |tx| {
        sessions::renew(tx, &tokens::hash_token(token), new.hash)?;
        mark(tx, &member.id, "step_up")
    })?;
    Ok(new.plain.to_string())
}

/// Signs out.
pub fn sign_out(app: &App, token: &str, member: &Member) -> Result<()> {
    app.store.write(&actor_of(member), |tx| {
        sessions::end(tx, &tokens::hash_token(token))?;
        mark(tx, &member.id, "out")
    })
}

/// The good sessions of a member, the last used first.
pub fn sessions_of(app: &App, member: &Member) -> Result<Vec<sessions::Listed>> {
    let now = app.store.clock.now();
    app.store.look(|db| Ok(sessions::of(db, member, now)?))
}

/// Ends sessions of one's own.
pub fn end_sessions(app: &App, member: &Member, hashes: &[Vec<u8>]) -> Result<()> {
    app.store.write(&actor_of(member), |tx| {
        for hash in hashes {
            sessions::end_listed(tx, &member.id, hash)?;
        }
        mark(tx, &member.id, "ended")
    })
}
