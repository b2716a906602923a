//! Forms being filled in, and the receipt shown once. Sealed under a key only the cookie holds.

use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::drafts;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

/// How long an unfinished form is kept after the last page.
pub const LIFE: Duration = Duration::hours(2);

/// Keeps (or replaces) a draft.
pub fn put(tx: &mut Tx<'_>, cookie_hash: &[u8; 32], sealed: &[u8]) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO drafts (cookie_hash, sealed, expires_at) VALUES ($1, $2, $3) \
         ON CONFLICT (cookie_hash) DO UPDATE SET sealed = $2, expires_at = $3",
    )
    .bind::<diesel::sql_types::Binary, _>(cookie_hash.to_vec())
    .bind::<diesel::sql_types::Binary, _>(sealed)
    .bind::<diesel::sql_types::Timestamp, _>((tx.now + LIFE).naive_utc())
    .execute(tx.db)?;
    Ok(())
}

/// The draft of this cookie, while it lives.
pub fn get(db: &mut Db, cookie_hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
    Ok(drafts::table
        .find(cookie_hash.to_vec())
        .filter(drafts::expires_at.gt(now.naive_utc()))
        .select(drafts::sealed)
        .first(db)
        .optional()?)
}

/// Forgets a draft.
pub fn remove(tx: &mut Tx<'_>, cookie_hash: &[u8; 32]) -> Result<()> {
    diesel::delete(drafts::table.find(cookie_hash.to_vec())).execute(tx.db)?;
    Ok(())
}

/// Forgets drafts that have expired.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(diesel::delete(drafts::table.filter(drafts::expires_at.lt(tx.now.naive_utc()))).execute(tx.db)?)
}
