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
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
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
    /// The cookie of an earlier success in this browser, if it has one: strangers then cannot lock
    /// its owner out.
    pub device: Option<&'a str>,
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

/// How long failures are remembered after the last one. A day's limit has begun anew by then.
pub const REMEMBERED: Duration = Duration::days(2);

/// How long the next try waits after so many failures: nothing for three, then 2, 4, 8 … seconds,
/// at most five minutes.
fn delay(failures: u32) -> Duration {
    match failures {
        0..=3 => Duration::zero(),
        n => Duration::seconds(1_i64 << (n - 3).min(9)).min(Duration::minutes(5)),
    }
}

/// Signs in. A wrong address, password or code gives the same answer, waits the same and costs the
/// same: one evaluation and two commits, whoever is meant and whatever was wrong (R23).
///
/// # Errors
/// [`Error::NotFound`] when something is wrong, [`Error::TooOften`] while a delay runs or a limit is
/// reached, [`Error::Unavailable`] when too many sign in at once.
pub fn sign_in(app: &App, attempt: &Attempt<'_>) -> Result<SignedIn> {
    let found = app.store.look(|db| staff::by_email(db, attempt.email).map_err(Error::from))?;
    let member = found.filter(|m| m.status == Status::Active);
    let is_known_browser = member
        .as_ref()
        .zip(attempt.device)
        .is_some_and(|(member, device)| tokens::same(device.as_bytes(), device_mark(app, member).as_bytes()));
    let waits = app.store.write(&Actor::System, |tx| waits(app, tx, attempt, is_known_browser))?;
    if let Some(seconds) = waits {
        return Err(Error::TooOften(seconds));
    }
    let stored = member.as_ref().and_then(|m| m.password.as_deref());
    let verdict = app.hasher.verify(attempt.password, stored).map_err(hashing)?;
    let proven = member.as_ref().filter(|_| matches!(verdict, Verdict::Right { .. }));
    let token = tokens::token();
    let is_in = app.store.write(&Actor::System, |tx| {
        let has_factor = uses_factor(app, tx, proven, attempt.code)?;
        match proven.filter(|_| has_factor) {
            Some(member) => enter(app, tx, member, token.hash).map(|()| true),
            None => note_failure(app, tx, member.as_ref(), attempt.email).map(|()| false),
        }
    })?;
    let Some(member) = member.filter(|_| is_in) else { return Err(Error::NotFound) };
    if verdict == (Verdict::Right { needs_rehash: true }) {
        rehash(app, &member, attempt.password);
    }
    Ok(SignedIn { member, token: token.plain.to_string() })
}

/// Counts a try; the seconds to wait when it comes too soon or too often. An address nobody has
/// waits as long as one somebody has.
fn waits(app: &App, tx: &mut Tx<'_>, attempt: &Attempt<'_>, is_known_browser: bool) -> Result<Option<i64>> {
    if !limits::is_within(tx, limits::SIGN_INS_NETWORK, attempt.from)? {
        return Ok(Some(limits::SIGN_INS_NETWORK.wait()));
    }
    let address = staff::address(attempt.email);
    if is_known_browser {
        let is_within = limits::is_within(tx, limits::SIGN_INS_KNOWN, &address)?;
        return Ok((!is_within).then(|| limits::SIGN_INS_KNOWN.wait()));
    }
    if let Some(failures) = staff::failures(tx.db, &address_hash(app, &address))? {
        let left = failures.last_at + delay(failures.count) - tx.now;
        if left > Duration::zero() {
            return Ok(Some(left.num_seconds().max(1)));
        }
    }
    let is_within = limits::is_within(tx, limits::SIGN_INS_ACCOUNT, &address)?;
    Ok((!is_within).then(|| limits::SIGN_INS_ACCOUNT.wait()))
}

/// What failures are counted under.
fn address_hash(app: &App, address: &str) -> [u8; 32] {
    tokens::code_hash(app.store.secrets.forms(), "sign-in", address)
}

fn hashing(error: HashingError) -> Error {
    match error {
        HashingError::Busy => Error::Unavailable,
        other => Error::Broken(other.to_string()),
    }
}

/// The same password under today's settings. It was right, so the next sign-in may do it as well.
fn rehash(app: &App, member: &Member, password: &str) {
    let (Ok(new), Some(old)) = (app.hasher.hash(password), &member.password) else { return };
    let kept =
        app.store.write(&actor_of(member), |tx| Ok::<_, Error>(staff::rehashed(tx, &member.id, old, &new)?));
    if let Err(error) = kept {
        tracing::warn!(%error, "a password could not be kept under a stronger hash");
    }
}

/// Checks and uses up a second factor: a time-based code (each step once) or a recovery code. Without
/// a member the same is asked of nobody.
fn uses_factor(app: &App, tx: &mut Tx<'_>, member: Option<&Member>, code: &str) -> Result<bool> {
    if let Some(member) = member {
        let secret = secret_of(app, member)?;
        if let Some(step) = secret.and_then(|s| s.check(code, tx.now, Some(member.totp_step))) {
            return Ok(staff::use_totp_step(tx, &member.id, step)?);
        }
    }
    let whose = member.map_or("", |m| m.id.as_str());
    let hash = totp::recovery_hash(app.store.secrets.codes(), whose, code);
    Ok(staff::use_recovery_code(tx, whose, &hash)?)
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
pub(crate) fn open_session(app: &App, member: Member) -> Result<SignedIn> {
    let token = tokens::token();
    app.store.write(&Actor::System, |tx| enter(app, tx, &member, token.hash))?;
    Ok(SignedIn { member, token: token.plain.to_string() })
}

fn enter(app: &App, tx: &mut Tx<'_>, member: &Member, token_hash: [u8; 32]) -> Result<()> {
    // from here on it is they who act
    let actor = actor_of(member);
    let mut tx = Tx { db: &mut *tx.db, now: tx.now, actor: &actor, store: tx.store };
    staff::signed_in(&mut tx, &member.id, &address_hash(app, &staff::address(&member.email)))?;
    sessions::open(&mut tx, token_hash, member)?;
    mark(&mut tx, &member.id, "in")
}

fn note_failure(app: &App, tx: &mut Tx<'_>, member: Option<&Member>, email: &str) -> Result<()> {
    let failures = staff::failed(tx, &address_hash(app, &staff::address(email)))?;
    let Some(member) = member else {
        let event = Event::new(EventKind::SignIn, None, json!({ "what": "failed", "known": false }));
        chain::append(tx, chain::HOUSE, None, &event)?;
        return Ok(());
    };
    mark(tx, &member.id, "failed")?;
    if failures == ALERT_AFTER {
        messages::keep_staff_mail(tx, &member.id, &StaffMail::SignInAlert { failures })?;
    }
    Ok(())
}

fn mark(tx: &mut Tx<'_>, staff_id: &str, what: &str) -> Result<()> {
    let event = Event::new(EventKind::SignIn, None, json!({ "what": what }));
    chain::append(tx, &chain::staff_chain(staff_id), None, &event)?;
    Ok(())
}

/// What the cookie of a browser that has signed in holds: it is worth nothing for another account,
/// and nothing after a change of credential.
pub fn device_mark(app: &App, member: &Member) -> String {
    let whose = format!("{}/{}", member.id, member.stamp);
    URL_SAFE_NO_PAD.encode(tokens::code_hash(app.store.secrets.forms(), "device", &whose))
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
/// is does not change. Wrong codes are counted in this session alone: what strangers try at the door
/// keeps nobody from releasing an answer. Too many of them end the session.
pub fn step_up(app: &App, token: &str, member: &Member, code: &str) -> Result<String> {
    let (old, new) = (tokens::hash_token(token), tokens::token());
    let is_proven = app.store.write(&actor_of(member), |tx| {
        if uses_factor(app, tx, Some(member), code)? {
            sessions::renew(tx, &old, new.hash)?;
            return mark(tx, &member.id, "step_up").map(|()| true);
        }
        mark(tx, &member.id, "failed")?;
        if sessions::wrong_code(tx, &old)? {
            messages::keep_staff_mail(tx, &member.id, &StaffMail::SignInAlert { failures: ALERT_AFTER })?;
        }
        Ok::<_, Error>(false)
    })?;
    if is_proven { Ok(new.plain.to_string()) } else { Err(Error::field("code", "error-code-wrong")) }
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
