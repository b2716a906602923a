//! Limits shared by all nodes: counts within a window, under keyed hashes.

use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::counters;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

/// Counts one more in the present window and says how many there are now, this one included.
/// One atomic statement: parallel requests on any node never share a number.
pub fn hit(tx: &mut Tx<'_>, name: &[u8], window: Duration) -> Result<i64> {
    let start = window_of(tx.now, window);
    let (name, start) = (name.to_vec(), start.naive_utc());
    diesel::sql_query(
        "INSERT INTO counters (name, window_at, hits) VALUES ($1, $2, 1) \
         ON CONFLICT (name, window_at) DO UPDATE SET hits = counters.hits + 1",
    )
    .bind::<diesel::sql_types::Binary, _>(&name)
    .bind::<diesel::sql_types::Timestamp, _>(start)
    .execute(tx.db)?;
    Ok(counters::table.find((name, start)).select(counters::hits).first(tx.db)?)
}

/// How many were counted in the present window; counts nothing.
pub fn hits(db: &mut Db, name: &[u8], window: Duration, now: DateTime<Utc>) -> Result<i64> {
    let start = window_of(now, window).naive_utc();
    let found = counters::table.find((name.to_vec(), start)).select(counters::hits).first(db).optional()?;
    Ok(found.unwrap_or_default())
}

/// Takes one hit of the present window back: what was counted before it was known turned out to be
/// nothing that counts.
pub fn take_back(tx: &mut Tx<'_>, name: &[u8], window: Duration) -> Result<()> {
    let start = window_of(tx.now, window).naive_utc();
    diesel::update(counters::table.find((name.to_vec(), start)).filter(counters::hits.gt(0)))
        .set(counters::hits.eq(counters::hits - 1))
        .execute(tx.db)?;
    Ok(())
}

fn window_of(now: DateTime<Utc>, window: Duration) -> DateTime<Utc> {
    let length = window.num_seconds().max(1);
    let start = now.timestamp().div_euclid(length) * length;
    DateTime::from_timestamp(start, 0).unwrap_or(now)
}

/// Forgets windows that began before `before`.
pub fn forget(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize> {
    Ok(diesel::delete(counters::table.filter(counters::window_at.lt(before.naive_utc()))).execute(tx.db)?)
}
