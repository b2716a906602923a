//! Handing an answer over: the link opens a page without data; bytes flow only after the second
//! secret, which is the case code; every completed download is counted.

use crate::crypto::{csrf, tokens};
use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::{self, mark};
use crate::services::{conversation, identity, limits};
use crate::store::deliveries::{self, Delivery};
use crate::store::files::FileRow;
use crate::store::messages::{self, Body};
use crate::store::{cases, files, installation, tasks};
use chrono::Duration;

/// How long the page with the files may be used after the second secret was right.
const PASS: Duration = Duration::minutes(30);

/// What is behind a link.
pub struct Contents {
    /// The link.
    pub delivery: Delivery,
    /// Reference of the case.
    pub reference: String,
    /// Language of the letters of the case.
    pub language: Lang,
    /// The letter.
    pub letter: Option<Body>,
    /// The package.
    pub package: FileRow,
    /// SHA-256 of the package, hex.
    pub package_sha256: String,
    /// Proof that the second secret was right, for the buttons of the page.
    pub pass: String,
}

fn find(app: &App, token: &str) -> Result<Delivery> {
    let now = app.store.clock.now();
    let (delivery, held) = app.store.look(|db| {
        Ok::<_, Error>((deliveries::by_token(db, &tokens::hash_token(token))?, installation::is_held(db)?))
    })?;
    if held {
        return Err(Error::Held);
    }
    if delivery.is_good(now) { Ok(delivery) } else { Err(Error::NotFound) }
}

/// Whether a link is still good. Looking changes nothing: mail scanners may look all day.
pub fn is_good(app: &App, token: &str) -> Result<bool> {
    match find(app, token) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Opens the page behind the link with the case code. Wrong ones are counted per link and cost
/// nothing else.
pub fn unlock(app: &App, token: &str, code: &str) -> Result<Contents> {
    let delivery = find(app, token)?;
    let is_right = app.store.write_case(&Actor::Person, &delivery.case_id, |tx, key| {
        if !limits::is_within(tx, limits::LINK_SECRETS, &delivery.id)? {
            return Ok(None);
        }
        let stored = cases::load(tx.db, &delivery.case_id)?;
        let typed = identity::case_code_hash(app, &delivery.case_id, code);
        let is_right = tokens::same(stored.code_hash(), &typed);
        if is_right {
            limits::take_back(tx, limits::LINK_SECRETS, &delivery.id)?;
        } else {
            mark(tx, key, &delivery.case_id, EventKind::CodeRefused, serde_json::json!({ "what": "link" }))?;
        }
        Ok::<_, Error>(Some(is_right))
    })?;
    match is_right {
        Some(true) => contents(app, delivery),
        Some(false) => Err(Error::field("code", "error-code-wrong")),
        None => Err(Error::TooOften(3600)),
    }
}

fn contents(app: &App, delivery: Delivery) -> Result<Contents> {
    let now = app.store.clock.now();
    let pass = csrf::form_token(app.store.secrets.forms(), &pass_name(&delivery.id), now);
    let case_id = delivery.case_id.clone();
    let link = delivery.id.clone();
    handling::read_by_person(app, &case_id, "answer", &link, |tx, key| {
        let package = tasks::package(tx.db, &delivery.request_id)?.ok_or(Error::NotFound)?;
        let letter = messages::of_case(tx.db, &delivery.case_id)?.into_iter().rev().find(|m| {
            m.letter.as_deref() == Some("answer") && m.request_id.as_ref() == Some(&delivery.request_id)
        });
        let stored = cases::load(tx.db, &delivery.case_id)?;
        Ok(Contents {
            reference: stored.reference,
            language: stored.lang,
            letter: letter.map(|m| m.body(key)).transpose()?,
            package: files::in_case(tx.db, &delivery.case_id, &package.file_id)?,
            package_sha256: package.sha256,
            pass,
            delivery,
        })
    })
}

fn pass_name(delivery_id: &str) -> String {
    format!("delivery/{delivery_id}")
}

/// The page again, for who has a pass.
pub fn with_pass(app: &App, token: &str, pass: &str) -> Result<Contents> {
    let delivery = find(app, token)?;
    let now = app.store.clock.now();
    csrf::check(app.store.secrets.forms(), &pass_name(&delivery.id), pass, now, PASS)
        .map_err(|_| Error::NotFound)?;
    contents(app, delivery)
}

codes! {
    /// What is handed out besides the package.
    pub enum Piece {
        /// The readable page.
        Page = "page",
        /// The letter as a text.
        Letter = "letter",
    }
}

/// Hands out a piece of the answer. The entry that says so is written before its first byte (R71),
/// once a minute for each piece of a link, like every read by a person.
pub fn hand_out(app: &App, token: &str, pass: &str, piece: Piece) -> Result<Contents> {
    let contents = with_pass(app, token, pass)?;
    let delivery = &contents.delivery;
    app.store.write_case(&Actor::Person, &delivery.case_id, |tx, key| {
        if limits::is_within(tx, limits::READ_MARKS, &format!("{piece}/{}", delivery.id))? {
            let facts = serde_json::json!({ "what": piece, "sha256": contents.package_sha256 });
            mark(tx, key, &delivery.case_id, EventKind::Downloaded, facts)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(contents)
}

/// A download of the package that has begun and was counted.
pub struct Download {
    /// Delivery row.
    pub delivery_id: String,
    /// Case.
    pub case_id: String,
    /// The file.
    pub file: FileRow,
}

/// Takes one of the downloads. Given back with [`broke_off`] when the last byte was not reached.
pub fn begin(app: &App, token: &str, pass: &str) -> Result<Download> {
    let contents = with_pass(app, token, pass)?;
    let delivery = &contents.delivery;
    app.store.write_case(&Actor::Person, &delivery.case_id, |tx, key| {
        if !deliveries::take(tx, &delivery.id)? {
            return Err(Error::NotFound);
        }
        mark(
            tx,
            key,
            &delivery.case_id,
            EventKind::Downloaded,
            serde_json::json!({ "sha256": contents.package_sha256 }),
        )
    })?;
    Ok(Download {
        delivery_id: contents.delivery.id.clone(),
        case_id: contents.delivery.case_id.clone(),
        file: contents.package,
    })
}

/// A download broke off: it does not count.
pub fn broke_off(app: &App, delivery_id: &str) -> Result<()> {
    app.store.write(&Actor::System, |tx| Ok(deliveries::give_back(tx, delivery_id)?))
}

/// Whether a link was closed while bytes flow: then they stop.
pub fn is_revoked(app: &App, token: &str) -> Result<bool> {
    app.store.look(|db| Ok(deliveries::by_token(db, &tokens::hash_token(token))?.is_revoked()))
}

/// The person closes the link at once.
pub fn close(app: &App, token: &str, pass: &str) -> Result<()> {
    let contents = with_pass(app, token, pass)?;
    revoke(app, &Actor::Person, &contents.delivery.case_id, &contents.delivery.request_id)
}

/// Closes every link of a request, by the person or by staff.
pub fn revoke(app: &App, actor: &Actor, case_id: &str, request_id: &str) -> Result<()> {
    app.store.write_case(actor, case_id, |tx, key| {
        if cases::of_request(tx.db, request_id)? != case_id {
            return Err(Error::NotFound);
        }
        if actor.staff_id().is_some() {
            conversation::may_work(actor, &cases::load(tx.db, case_id)?)?;
        }
        deliveries::revoke(tx, request_id)?;
        mark(tx, key, case_id, EventKind::LinkRevoked, serde_json::json!({ "request": request_id }))
    })
}
