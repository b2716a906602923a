//! The case code when it was lost: the link to a new one, and the change itself.

use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::identity::Channel;
use crate::domain::letter::Letter;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::services::identity::case_code_hash;
use crate::services::letters::{self, Order};
use crate::services::{beat, limits, outbox};
use crate::store::codes::{self, Proves, Purpose};
use crate::store::messages::{self, Body, Carrier, Kind, NewMessage};
use crate::store::{cases, persons};
use crate::words;
use chrono::Duration;

/// How long the link to a new case code is good.
const LINK_LIFE: Duration = Duration::hours(24);

/// A person lost their code: a link to a new one goes to the confirmed address. The answer is the
/// same whether there is such a case or not, and takes as long. Anybody who has seen the reference may ask, so these
/// mails have a count of their own and leave the mailbox its codes that prove who it is.
pub fn ask(app: &App, reference: &str, from: &str) -> Result<()> {
    beat::on_the(beat::LONG, || send_link(app, reference, from))
}

fn send_link(app: &App, reference: &str, from: &str) -> Result<()> {
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::OPENINGS, from))?;
    let Some(reference) = crate::domain::reference::Reference::parse(reference) else { return Ok(()) };
    let found = app.store.look(|db| Ok::<_, Error>(cases::by_reference(db, &reference).ok()))?;
    let Some(case_id) = found else { return Ok(()) };
    app.store.write_case(&Actor::Person, &case_id, |tx, key| {
        let stored = cases::load(tx.db, &case_id)?;
        let Some(email) = stored.contact(key)?.email.filter(|_| stored.file.case.address_confirmed) else {
            return Ok(());
        };
        if !limits::is_within(tx, limits::LOST_CODES, &limits::mailbox(&email))? {
            return Ok(());
        }
        let token = tokens::token();
        let proves = Proves { channel: Channel::Email, address: email, source: None, on_record_since: None };
        codes::make_link(tx, key, &case_id, Purpose::NewCode, token.hash, &proves, LINK_LIFE)?;
        let slug = &app.controllers.get(&stored.file.case.controller_id)?.slug;
        let letter = Letter::NewCode { link: app.link(&["o", slug, "new-code", &token.plain]) };
        letters::keep(app, tx, key, &stored, &Order::notice(&letter))?;
        mark(tx, key, &case_id, EventKind::CodeSent, serde_json::json!({ "what": "new_case_code" }))
    })
}

/// Shows a new case code, once; the old one and every open conversation end. The chain notes it,
/// and the conversation says so: whoever did not ask for it sees that somebody has their mailbox.
pub fn replace(app: &App, token: &str) -> Result<String> {
    outbox::refuse_held(app)?;
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    if link.purpose != Purpose::NewCode {
        return Err(Error::NotFound);
    }
    app.store.write_case(&Actor::Person, &link.case_id, |tx, key| {
        if !codes::use_link(tx, &link.id)? {
            return Err(Error::NotFound);
        }
        let code = tokens::case_code();
        cases::set_code(tx, &link.case_id, case_code_hash(app, &link.case_id, &code))?;
        persons::end_all(tx, &link.case_id)?;
        let lang = cases::load(tx.db, &link.case_id)?.lang;
        let body = Body { text: words::text(lang, "notice-code_replaced", &[]), ..Body::default() };
        let notice = NewMessage {
            id: None,
            case_id: &link.case_id,
            kind: Kind::Sent,
            letter: None,
            request_id: None,
            carrier: Carrier::Page,
            body: &body,
            not_after: None,
            posted_at: None,
        };
        messages::keep(tx, key, &notice)?;
        mark(tx, key, &link.case_id, EventKind::CodeReplaced, serde_json::json!({}))?;
        Ok(code.to_string())
    })
}
