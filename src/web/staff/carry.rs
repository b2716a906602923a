//! What is carried from one page to the next without being kept: a second factor being set up, a
//! code shown once. Sealed in a draft that only the browser's cookie opens, for two hours.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::services::{Error, Result};
use crate::store::drafts;
use crate::web::state::Web;
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

const PLACE: Place<'static> = Place { table: "drafts", column: "sealed", row: "carried" };

/// The key needs both the cookie and the installation's secret.
fn key(web: &Web, token: &str) -> CaseKey {
    let derived = tokens::code_hash(web.app.store.secrets.forms(), "carried", token);
    CaseKey::from_bytes(Zeroizing::new(derived))
}

/// Carries a value. The token goes into a cookie.
pub(super) fn put<T: Serialize>(web: &Web, value: &T) -> Result<Zeroizing<String>> {
    let token = tokens::token();
    let sealed =
        seal_json(&key(web, &token.plain), &PLACE, value).map_err(|e| Error::Broken(e.to_string()))?;
    web.app.store.write(&Actor::System, |tx| drafts::put(tx, &token.hash, &sealed).map_err(Error::from))?;
    Ok(token.plain)
}

/// What is carried under this token, while it lives.
pub(super) fn get<T: DeserializeOwned>(web: &Web, token: &str) -> Result<Option<T>> {
    let (hash, now) = (tokens::hash_token(token), web.app.store.clock.now());
    let sealed = web.app.store.look(|db| drafts::get(db, &hash, now).map_err(Error::from))?;
    Ok(sealed.and_then(|sealed| open_json(&key(web, token), &PLACE, &sealed).ok()))
}

/// Forgets it.
pub(super) fn forget(web: &Web, token: &str) -> Result<()> {
    let hash = tokens::hash_token(token);
    web.app.store.write(&Actor::System, |tx| drafts::remove(tx, &hash).map_err(Error::from))
}
