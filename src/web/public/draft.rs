//! A form being filled in, kept by the server and sealed under a key only the visitor's cookie
//! holds: a database, or a backup of it, does not tell what anybody has typed but not sent.
//!
//! Each organisation has a draft of its own in a browser. When the form has been sent, the receipt
//! takes the draft's place in the same commit, so that a retry finds it.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::{hex, tokens};
use crate::domain::access::Actor;
use crate::services::app::App;
use crate::services::{Error, Result, limits};
use crate::store::drafts;
use crate::web::cookies;
use crate::web::public::Visit;
use crate::web::public::answers::Answers;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What a visitor's cookie opens.
#[expect(clippy::large_enum_variant, reason = "one lives at a time, for one request")]
#[derive(Clone, Serialize, Deserialize)]
pub enum Kept {
    /// Answers so far.
    Draft(Draft),
    /// The form was sent.
    Sent(Sent),
}

/// Answers so far.
#[derive(Clone, Serialize, Deserialize)]
pub struct Draft {
    /// The form's own key: sent twice, it makes one case.
    pub key: [u8; 32],
    /// The answers.
    pub answers: Answers,
    /// Counts the changes, so that a page showing older answers is noticed before it is sent.
    pub version: u32,
    /// The advice about personal numbers was shown: it is given once and refuses nothing.
    pub advised: bool,
    /// The address a likely misspelling was asked about.
    pub asked_about: String,
}

impl Draft {
    /// A new form with a key of its own.
    pub fn blank() -> Self {
        Draft {
            key: tokens::token().hash,
            answers: Answers::default(),
            version: 0,
            advised: false,
            asked_about: String::new(),
        }
    }

    /// The public name of the form, which its pages send back: tells two forms apart and says
    /// nothing about the key.
    pub fn id(&self) -> String {
        public_id(&self.key)
    }

    /// The name and the state of the answers, for the page that shows all of them.
    pub fn shown(&self) -> String {
        format!("{}.{}", self.id(), self.version)
    }
}

/// A form that was sent, and what its receipt says. Nothing in it identifies the person.
#[derive(Clone, Serialize, Deserialize)]
pub struct Sent {
    /// The form's public name.
    pub id: String,
    /// Hash of the answers.
    pub answers: [u8; 32],
    /// Keyed hash of everything that was sent.
    pub content: [u8; 32],
    /// Reference of the case.
    pub reference: String,
    /// Code of the case.
    pub code: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The date shown.
    pub answer_by_on: NaiveDate,
    /// The promise, when it is what counts.
    pub promise_days: Option<i64>,
    /// The law's date.
    pub law_on: NaiveDate,
    /// How it was understood: text ids.
    pub understood: Vec<String>,
    /// Whether a mail goes out.
    pub has_email: bool,
}

fn public_id(key: &[u8; 32]) -> String {
    hex(&Sha256::digest([b"indsigt/form id/1".as_slice(), key].concat())).chars().take(16).collect()
}

/// Hash of everything that is sent: the answers and the file. It stands in clear beside the case, so
/// it is keyed: whoever has the database alone cannot try out what somebody may have written.
pub fn content(app: &App, answers: &[u8; 32], file_sha256: Option<&str>) -> [u8; 32] {
    let sent = format!("{}/{}", hex(answers), file_sha256.unwrap_or("-"));
    tokens::code_hash(app.store.secrets.forms(), "submission", &sent)
}

/// The cookie of this organisation's form, if the browser has one.
pub fn cookie(visit: &Visit<'_>) -> Option<String> {
    cookies::get(&visit.state.settings, visit.request, &cookie_name(visit))
}

fn cookie_name(visit: &Visit<'_>) -> String {
    format!("{}-{}", cookies::DRAFT, visit.controller.slug)
}

/// The cookie that opens a draft; it ends with the browser.
pub fn set_cookie(visit: &Visit<'_>, value: &str) -> actix_web::cookie::Cookie<'static> {
    cookies::set(&visit.state.settings, &cookie_name(visit), value, None)
}

/// Removes that cookie.
pub fn no_cookie(visit: &Visit<'_>) -> actix_web::cookie::Cookie<'static> {
    cookies::remove(&visit.state.settings, &cookie_name(visit))
}

/// What the cookie opens; none when it is unknown, has expired or does not open.
pub fn load(app: &App, cookie: &str) -> Result<Option<Kept>> {
    let (hash, now) = (tokens::hash_token(cookie), app.store.clock.now());
    let sealed = app.store.look(|db| Ok::<_, Error>(drafts::get(db, &hash, now)?))?;
    let row = hex(&hash);
    Ok(sealed.and_then(|sealed| open_json(&key(app, cookie), &place(&row), &sealed).ok()))
}

/// Keeps a draft for two more hours. A receipt that took its place in the meantime stays.
pub fn save(app: &App, cookie: &str, draft: &Draft) -> Result<()> {
    let (hash, row) = (tokens::hash_token(cookie), hex(&tokens::hash_token(cookie)));
    let sealed = seal(app, cookie, &Kept::Draft(draft.clone()))?;
    app.store.write(&Actor::Person, |tx| {
        let now = drafts::get(tx.db, &hash, tx.now)?;
        match now.and_then(|sealed| open_json(&key(app, cookie), &place(&row), &sealed).ok()) {
            Some(Kept::Sent(_)) => Ok(()),
            _ => Ok::<_, Error>(drafts::put(tx, &hash, &sealed)?),
        }
    })
}

/// Begins a form: a new draft under a new cookie, counted against the visitor's network address.
pub fn begin(app: &App, draft: &Draft, from: &str) -> Result<String> {
    let token = tokens::token();
    let sealed = seal(app, &token.plain, &Kept::Draft(draft.clone()))?;
    app.store.write(&Actor::Person, |tx| {
        limits::count(tx, limits::FORMS, from)?;
        Ok::<_, Error>(drafts::put(tx, &token.hash, &sealed)?)
    })?;
    Ok(token.plain.to_string())
}

/// Forgets what was typed.
pub fn forget(app: &App, cookie: &str) -> Result<()> {
    app.store.write(&Actor::Person, |tx| Ok(drafts::remove(tx, &tokens::hash_token(cookie))?))
}

fn seal(app: &App, cookie: &str, kept: &Kept) -> Result<Vec<u8>> {
    seal_with(&key(app, cookie), cookie, kept)
}

/// Seals under the key of this cookie.
pub fn seal_with(key: &CaseKey, cookie: &str, kept: &Kept) -> Result<Vec<u8>> {
    let row = hex(&tokens::hash_token(cookie));
    seal_json(key, &place(&row), kept).map_err(|_| Error::Broken("a draft cannot be written".into()))
}

fn place(row: &str) -> Place<'_> {
    Place { table: "drafts", column: "sealed", row }
}

/// The key comes from the cookie and a secret of the installation: neither alone opens a draft.
pub fn key(app: &App, cookie: &str) -> CaseKey {
    CaseKey::from_bytes(Zeroizing::new(tokens::code_hash(app.store.secrets.forms(), "draft", cookie)))
}
