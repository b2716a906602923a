//! The person's side of a case: opened by reference and code, for thirty minutes at a time.

use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::domain::reference::Reference;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::services::{beat, identity, limits};
use crate::store::{self, cases, chain, persons};
use serde_json::json;

/// Stands for a case, a key and a reference that do not exist.
const NOWHERE: &str = "none";

/// Opens the conversation. Unknown reference, wrong code and a code of another controller's case
/// are one answer, at one cost (R6): each counts once for the network address and once for what
/// was typed (a right code is taken back from the latter: nobody guesses who knows), reads one case
/// row and one key, compares one hash, and marks one chain. For a reference that leads nowhere these
/// are a row and a key that do not exist, and the chain of the house; what that saves is waited for.
/// Returns the token for the cookie.
pub fn open(app: &App, controller_id: &str, reference: &str, code: &str, from: &str) -> Result<String> {
    beat::on_the(beat::SHORT, || try_code(app, controller_id, reference, code, from))
}

fn try_code(app: &App, controller_id: &str, reference: &str, code: &str, from: &str) -> Result<String> {
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::OPENINGS, from))?;
    let parsed = Reference::parse(reference);
    // a reference no case can have is asked for all the same
    let asked = parsed.as_ref().map_or(NOWHERE, Reference::as_str);
    let found = app.store.look(|db| Ok::<_, Error>(cases::door(db, asked)?))?;
    let counted = found.as_ref().map_or_else(|| format!("{NOWHERE}/{asked}"), |door| door.case_id.clone());
    let within = app.store.write(&Actor::System, |tx| limits::is_within(tx, limits::CASE_CODES, &counted))?;
    let typed = identity::case_code_hash(app, &counted, code);
    let key = app.store.vault.key(found.as_ref().map_or(NOWHERE, |door| &door.key_id));
    let key = match key {
        Ok(key) => Some(key),
        Err(store::Error::NoKey) => None,
        Err(other) => return Err(other.into()),
    };
    let expected = found.as_ref().map_or(&[][..], |door| &door.code_hash);
    let is_right = tokens::same(expected, &typed)
        && key.is_some()
        && within
        && found.as_ref().is_some_and(|door| door.controller_id == controller_id && !door.erased);
    let token = tokens::token();
    app.store.write(&Actor::Person, |tx| match (&found, &key) {
        (Some(door), Some(_)) if is_right => {
            limits::take_back(tx, limits::CASE_CODES, &counted)?;
            Ok(persons::open(tx, token.hash, &door.case_id)?)
        }
        (Some(door), Some(key)) => {
            mark(tx, key, &door.case_id, EventKind::CodeRefused, json!({ "what": "case" }))
        }
        _ => {
            let event = Event::new(EventKind::CodeRefused, None, json!({ "what": "case", "known": false }));
            chain::append(tx, chain::HOUSE, None, &event)?;
            Ok::<_, Error>(())
        }
    })?;
    if is_right { Ok(token.plain.to_string()) } else { Err(Error::field("code", "error-case-no_match")) }
}

/// The case a cookie opens, while it is good. Notes the use.
pub fn session(app: &App, token: &str) -> Result<Option<String>> {
    let hash = tokens::hash_token(token);
    let now = app.store.clock.now();
    let found = app.store.look(|db| Ok::<_, Error>(persons::find(db, &hash, now)?))?;
    if found.is_some() {
        app.store.write(&Actor::Person, |tx| Ok::<_, Error>(persons::seen(tx, &hash)?))?;
    }
    Ok(found)
}

/// Ends the conversation in this browser.
pub fn leave(app: &App, token: &str) -> Result<()> {
    app.store.write(&Actor::Person, |tx| Ok(persons::end(tx, &tokens::hash_token(token))?))
}
