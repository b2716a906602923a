//! Known addresses (R5): whoever reads mail at another address the organisation has on record is told
//! that somebody asks in their name, and can stop it with one press.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::{Actor, Role};
use crate::domain::case::Flag;
use crate::domain::decide::Command;
use crate::domain::event::EventKind;
use crate::domain::identity::Channel;
use crate::domain::letter::{Letter, StaffMail};
use crate::domain::request::Request;
use crate::services::app::App;
use crate::services::contact::is_same;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, mark};
use crate::services::identity::{Judged, LookedUp};
use crate::services::letters::{self, Order, To};
use crate::services::{limits, outbox};
use crate::store::cases::{self, StoredCase};
use crate::store::codes::{self, Proves, Purpose};
use crate::store::staff::{self, Status};
use crate::store::{Tx, deliveries, messages, notices, proofs};
use serde_json::json;

/// A mail address the organisation has on record of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The address.
    pub address: String,
    /// Source it stands in.
    pub source: String,
}

/// The mail addresses on the records that are taken for the person's: those something proven points
/// at, those staff said are theirs, and the one whose address is used now.
pub fn on_record(looked: &[LookedUp], judged: &Judged, used: Option<&str>) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for source in looked {
        for candidate in source.found.iter().flatten() {
            let record = (source.source.clone(), candidate.key.clone());
            let is_used =
                candidate.addresses.iter().any(|a| used.is_some_and(|used| is_same(used, &a.value)));
            if !is_used && !judged.collects(&record, candidate.is_proven()) {
                continue;
            }
            for address in candidate.addresses.iter().filter(|a| a.channel == Channel::Email) {
                if !known.iter().any(|one| is_one(&one.address, &address.value)) {
                    known.push(Known { address: address.value.clone(), source: source.source.clone() });
                }
            }
        }
    }
    known
}

/// Whether two mail addresses are one mailbox.
fn is_one(one: &str, other: &str) -> bool {
    limits::mailbox(one) == limits::mailbox(other)
}

/// Makes the link that stops the case from this address; the caller writes it into a letter and says
/// which with [`carried_by`].
pub(super) fn stop_link(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    known: &Known,
) -> Result<(String, String)> {
    let case = &stored.file.case;
    let token = tokens::token();
    let proves = Proves {
        channel: Channel::Email,
        address: known.address.clone(),
        source: Some(known.source.clone()),
        on_record_since: None,
    };
    let id = notices::make_link(tx, key, &case.id, token.hash, &proves)?;
    let slug = &app.controllers.get(&case.controller_id)?.slug;
    Ok((id, app.link(&["o", slug, "not-me", &token.plain])))
}

/// Keeps which letter carries the link to a code, and that a release waits after it: unless the
/// request itself gave that address, where whoever writes reads the mail.
pub(super) fn carried_by(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    known: &Known,
    link: &str,
    message: &str,
) -> Result<()> {
    let is_given = writes_from(key, stored, &known.address)?;
    let hold_hours = if is_given { 0 } else { app.caps.release_hold_hours };
    Ok(notices::keep(tx, &stored.file.case.id, link, message, hold_hours)?)
}

/// Tells every known address that was not told yet. The address of whoever writes is not among them:
/// the notice is for somebody else, and that mailbox has had the receipt.
pub(super) fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    known: &[Known],
    but: Option<&str>,
) -> Result<()> {
    let told = notices::addresses(tx.db, key, &stored.file.case.id)?;
    for one in known {
        let is_told = told.iter().any(|(_, proves)| is_one(&proves.address, &one.address));
        let is_left_out = but.is_some_and(|but| is_one(but, &one.address));
        if !is_told && !is_left_out && !writes_from(key, stored, &one.address)? {
            write(app, tx, key, stored, one, false, app.caps.release_hold_hours)?;
        }
    }
    Ok(())
}

/// Whether an address is one the request gave: of the person, or of who writes for them.
fn writes_from(key: &CaseKey, stored: &StoredCase, address: &str) -> Result<bool> {
    let given = [stored.person(key)?.email, stored.contact(key)?.email];
    Ok(given.iter().flatten().any(|given| is_one(given, address)))
}

fn write(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    known: &Known,
    leaves: bool,
    hold_hours: i32,
) -> Result<()> {
    let case_id = &stored.file.case.id;
    let (link, stop_link) = stop_link(app, tx, key, stored, known)?;
    let letter = Letter::KnownNotice { stop_link, leaves };
    let order = Order { to: To::OnRecord(known.address.clone()), ..Order::notice(&letter) };
    let (message, _) = letters::keep(app, tx, key, stored, &order)?;
    notices::keep(tx, case_id, &link, &message, hold_hours)?;
    mark(tx, key, case_id, EventKind::KnownNotice, json!({ "leaves": leaves, "hold_hours": hold_hours }))
}

/// A code to this very address was proven: whoever reads mail there is who asks.
pub(super) fn proven(tx: &mut Tx<'_>, key: &CaseKey, case_id: &str, address: &str) -> Result<()> {
    for (id, proves) in notices::addresses(tx.db, key, case_id)? {
        if is_one(&proves.address, address) {
            notices::settle(tx, &id)?;
        }
    }
    Ok(())
}

/// An answer may go to an address from now on that it could not go to before: whoever was told, or
/// proved an address, is told of it, and a release waits anew.
pub(super) fn new_address(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    address: &str,
) -> Result<()> {
    for known in of_case(tx, key, stored)? {
        if !is_one(&known.address, address) && !writes_from(key, stored, &known.address)? {
            write(app, tx, key, stored, &known, false, app.caps.release_hold_hours)?;
        }
    }
    Ok(())
}

/// Every known address of a case: those that were told, and those an identity was proven at.
fn of_case(tx: &mut Tx<'_>, key: &CaseKey, stored: &StoredCase) -> Result<Vec<Known>> {
    let case_id = &stored.file.case.id;
    let told = notices::addresses(tx.db, key, case_id)?;
    let mut all: Vec<Known> = told
        .into_iter()
        .map(|(_, proves)| Known { address: proves.address, source: proves.source.unwrap_or_default() })
        .collect();
    for (proof, details) in proofs::of_case(tx.db, key, case_id)? {
        if proof.way.proves_delivery() && proof.channel == Channel::Email {
            all.push(Known { address: details.address, source: details.on_record });
        }
    }
    let mut once: Vec<Known> = Vec::new();
    for known in all {
        if !once.iter().any(|one| is_one(&one.address, &known.address)) {
            once.push(known);
        }
    }
    Ok(once)
}

/// An answer that gives something out was approved: every known address but the one it goes to hears
/// that it leaves soon. They were told before, so nobody has to be waited for again.
pub(super) fn before_release(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    approved: &[&Request],
) -> Result<()> {
    let releases = |r: &&Request| r.answer.as_ref().is_some_and(|answer| answer.outcome.releases());
    if !approved.iter().any(releases) {
        return Ok(());
    }
    let delivery = proofs::delivery(tx.db, key, &stored.file.case.id)?;
    for known in of_case(tx, key, stored)? {
        let goes_there = delivery.as_ref().is_some_and(|to| is_one(&to.address, &known.address));
        if !goes_there && !writes_from(key, stored, &known.address)? {
            write(app, tx, key, stored, &known, true, 0)?;
        }
    }
    Ok(())
}

/// Whether a link still stops a case.
///
/// # Errors
/// While mail and links are held after a restore.
pub fn can_stop(app: &App, token: &str) -> Result<bool> {
    outbox::refuse_held(app)?;
    let now = app.store.clock.now();
    let found = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))));
    Ok(matches!(found, Ok(Ok(code)) if code.purpose == Purpose::Stop && code.expires_at > now))
}

/// "This is not me", pressed behind a link in a mail to a known address. Nothing is released until an
/// officer has decided, every link to what was released closes, and the officers are told. Pressing
/// twice is fine.
///
/// # Errors
/// [`Error::NotFound`] for a link that stops nothing.
pub fn stop(app: &App, token: &str) -> Result<()> {
    outbox::refuse_held(app)?;
    if !can_stop(app, token)? {
        return Err(Error::NotFound);
    }
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    app.store.write_case(&Actor::Person, &link.case_id, |tx, key| {
        // it is never too late to press: no colleague's step comes between reading and commit
        cases::hold(tx, &link.case_id)?;
        let before = cases::load(tx.db, &link.case_id)?;
        if before.file.case.is(Flag::Stopped) || before.file.case.erased {
            return Ok(());
        }
        for request in &before.file.requests {
            if deliveries::revoke(tx, &request.id)? > 0 {
                let facts = json!({ "request": request.id, "stopped": true });
                mark(tx, key, &link.case_id, EventKind::LinkRevoked, facts)?;
            }
        }
        codes::use_link(tx, &link.id)?;
        if before.file.requests.iter().any(|request| request.state.is_open()) {
            let step = Step { app, actor: &Actor::Person, case_id: &link.case_id, seen: None };
            step.decide_and_commit(tx, key, &before, &Command::Stop)?;
        }
        tell_officers(app, tx, &before)
    })
}

/// Every officer, but whom the case is about.
fn tell_officers(app: &App, tx: &mut Tx<'_>, stored: &StoredCase) -> Result<()> {
    let case = &stored.file.case;
    let is_officer = |m: &staff::Member| {
        m.status == Status::Active
            && m.roles.contains(&Role::Officer)
            && case.about_staff.as_deref() != Some(m.id.as_str())
    };
    for officer in staff::all(tx.db)?.into_iter().filter(is_officer) {
        let link = app.link(&["desk", "cases", &case.id]);
        let mail = StaffMail::Stopped { reference: stored.reference.clone(), link };
        messages::keep_staff_mail(tx, &officer.id, &mail)?;
    }
    Ok(())
}

/// An officer lets a stopped case go on, with a reason. Whoever stopped it is told so.
pub fn lift(step: &Step<'_>, reason: String) -> Result<()> {
    step.take(&Command::StopLifted { reason }, |tx, key, before, _| {
        let mut told: Vec<String> = Vec::new();
        for (id, proves) in notices::addresses(tx.db, key, step.case_id)? {
            let has_stopped = codes::by_id(tx.db, &id)?.is_used;
            if !has_stopped || told.iter().any(|one| is_one(one, &proves.address)) {
                continue;
            }
            let letter = Letter::StopLifted;
            let order = Order { to: To::OnRecord(proves.address.clone()), ..Order::notice(&letter) };
            letters::keep(step.app, tx, key, before, &order)?;
            told.push(proves.address);
        }
        Ok(())
    })
}
