//! The installation as a whole: its name in signatures, and whether mail, timers and links are held.

use crate::crypto::tokens;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::chain;
use crate::store::error::Result;
use crate::store::schema::installation;
use crate::store::unit::Tx;
use chrono::{DateTime, Utc};
use diesel::prelude::*;

const ID: &str = "id";
const HELD: &str = "held";

fn get(db: &mut Db, name: &str) -> Result<Option<String>> {
    Ok(installation::table.find(name).select(installation::value).first(db).optional()?)
}

fn set(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO installation (name, value, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET value = $2, changed_at = $3",
    )
    .bind::<diesel::sql_types::Text, _>(name)
    .bind::<diesel::sql_types::Text, _>(value)
    .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
    .execute(tx.db)?;
    Ok(())
}

/// Gives the installation its name, once: of two nodes that start together, one names it.
pub fn identify(tx: &mut Tx<'_>) -> Result<()> {
    if get(tx.db, ID)?.is_none() {
        diesel::sql_query(
            "INSERT INTO installation (name, value, changed_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
        )
        .bind::<diesel::sql_types::Text, _>(ID)
        .bind::<diesel::sql_types::Text, _>(tokens::id())
        .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
        .execute(tx.db)?;
    }
    Ok(())
}

/// The installation's name, as it stands in signed heads.
pub fn id(db: &mut Db) -> Result<String> {
    Ok(get(db, ID)?.unwrap_or_default())
}

/// Whether mail, timers and links are held because the system was restored and nobody has
/// confirmed it yet.
pub fn is_held(db: &mut Db) -> Result<bool> {
    Ok(get(db, HELD)?.is_some_and(|v| v == "yes"))
}

/// What a restore runs on a main database before anybody can open it: mail, timers and links are
/// held, and every session of the past is over, because somebody may have lost their access since.
/// [`hold`] adds the entry, once there is a key to make it with.
pub fn held_before_it_opens(now: DateTime<Utc>) -> String {
    let at = now.format("%Y-%m-%d %H:%M:%S%.6f");
    format!(
        "DELETE FROM sessions; DELETE FROM person_sessions; DELETE FROM drafts; \
         INSERT INTO installation (name, value, changed_at) VALUES ('{HELD}', 'yes', '{at}') \
         ON CONFLICT (name) DO UPDATE SET value = 'yes', changed_at = '{at}';"
    )
}

/// Holds mail, timers and links.
pub fn hold(tx: &mut Tx<'_>) -> Result<()> {
    set(tx, HELD, "yes")?;
    let event = Event::new(EventKind::Installation, None, serde_json::json!({ "what": "restored_and_held" }));
    chain::append(tx, chain::HOUSE, None, &event).map(|_| ())
}

/// A person confirmed the restored system: everything goes on.
pub fn release(tx: &mut Tx<'_>) -> Result<()> {
    set(tx, HELD, "no")?;
    let event = Event::new(EventKind::Installation, None, serde_json::json!({ "what": "released" }));
    chain::append(tx, chain::HOUSE, None, &event).map(|_| ())
}
