//! Sessions of people on the status page: opened by reference and code, thirty minutes idle, twelve
//! hours in all.

use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::person_sessions;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

/// A session of a person ends after this long without a request.
pub const IDLE: Duration = Duration::minutes(30);

/// A session of a person ends after this long in any case.
pub const ABSOLUTE: Duration = Duration::hours(12);

/// Opens the conversation of one case. The code alone never opens a download.
pub fn open(tx: &mut Tx<'_>, token_hash: [u8; 32], case_id: &str) -> Result<()> {
    let now = tx.now.naive_utc();
    diesel::insert_into(person_sessions::table)
        .values((
            person_sessions::token_hash.eq(token_hash.to_vec()),
            person_sessions::case_id.eq(case_id),
            person_sessions::made_at.eq(now),
            person_sessions::seen_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The case a session opens, while it is good.
pub fn find(db: &mut Db, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<String>> {
    Ok(person_sessions::table
        .find(token_hash.to_vec())
        .filter(person_sessions::seen_at.gt((now - IDLE).naive_utc()))
        .filter(person_sessions::made_at.gt((now - ABSOLUTE).naive_utc()))
        .select(person_sessions::case_id)
        .first(db)
        .optional()?)
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<()> {
    diesel::update(person_sessions::table.find(token_hash.to_vec()))
        .set(person_sessions::seen_at.eq(tx.now.naive_utc()))
        .execute(tx.db)?;
    Ok(())
}

/// Ends one session.
pub fn end(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<()> {
    diesel::delete(person_sessions::table.find(token_hash.to_vec())).execute(tx.db)?;
    Ok(())
}

/// Ends every session of a case: its code was replaced.
pub fn end_all(tx: &mut Tx<'_>, case_id: &str) -> Result<()> {
    diesel::delete(person_sessions::table.filter(person_sessions::case_id.eq(case_id))).execute(tx.db)?;
    Ok(())
}

/// Removes sessions that can never be used again.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let (idle, old) = ((tx.now - IDLE).naive_utc(), (tx.now - ABSOLUTE).naive_utc());
    let over = person_sessions::seen_at.lt(idle).or(person_sessions::made_at.lt(old));
    Ok(diesel::delete(person_sessions::table.filter(over)).execute(tx.db)?)
}
