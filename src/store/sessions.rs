//! Server-side sessions of staff: opaque, stored hashed, ended everywhere at once.

use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::schema::sessions;
use crate::store::staff::{self, Member, Status};
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A session ends after this long without a request.
pub const IDLE: Duration = Duration::minutes(30);
/// A session ends after this long in any case.
pub const ABSOLUTE: Duration = Duration::hours(12);
/// So many wrong second factors in a row end a session: whoever has only the cookie guesses no further.
pub const MOST_WRONG_CODES: i32 = 10;
/// A second factor counts as fresh for this long.
pub const FRESH: Duration = Duration::minutes(5);

/// A session that is good now.
#[derive(Clone)]
pub struct Session {
    /// Who it is.
    pub member: Member,
    /// When the second factor was last proven.
    pub fresh_at: DateTime<Utc>,
    /// When it was last used.
    pub seen_at: DateTime<Utc>,
}

impl Session {
    /// Whether a second factor was proven within the last five minutes.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now - self.fresh_at <= FRESH
    }
}

/// Opens a session.
pub fn open(tx: &mut Tx<'_>, token_hash: [u8; 32], member: &Member) -> Result<()> {
    let now = tx.now.naive_utc();
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash.to_vec()),
            sessions::staff_id.eq(&member.id),
            sessions::stamp.eq(member.stamp),
            sessions::made_at.eq(now),
            sessions::seen_at.eq(now),
            sessions::fresh_at.eq(now),
            sessions::wrong_codes.eq(0),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The session with this token, if it is good: not idle, not too old, of an active member whose
/// credentials have not changed since.
pub fn find(db: &mut Db, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<Session>> {
    type Row = (String, i64, NaiveDateTime, NaiveDateTime);
    let row: Option<Row> = sessions::table
        .find(token_hash.to_vec())
        .filter(sessions::seen_at.gt((now - IDLE).naive_utc()))
        .filter(sessions::made_at.gt((now - ABSOLUTE).naive_utc()))
        .select((sessions::staff_id, sessions::stamp, sessions::fresh_at, sessions::seen_at))
        .first(db)
        .optional()?;
    let Some((staff_id, stamp, fresh_at, seen_at)) = row else { return Ok(None) };
    let member = staff::get(db, &staff_id)?;
    if member.stamp != stamp || member.status != Status::Active {
        return Ok(None);
    }
    Ok(Some(Session { member, fresh_at: fresh_at.and_utc(), seen_at: seen_at.and_utc() }))
}

/// Gives a session a new token after a fresh second factor (R25). When it began stays: no step-up
/// carries a session past [`ABSOLUTE`].
pub fn renew(tx: &mut Tx<'_>, old_hash: &[u8; 32], new_hash: [u8; 32]) -> Result<()> {
    let now = tx.now.naive_utc();
    let renewed = diesel::update(sessions::table.find(old_hash.to_vec()))
        .set((
            sessions::token_hash.eq(new_hash.to_vec()),
            sessions::seen_at.eq(now),
            sessions::fresh_at.eq(now),
            sessions::wrong_codes.eq(0),
        ))
        .execute(tx.db)?;
    // ended in the meantime, perhaps in another browser: it must not come back
    if renewed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Counts a wrong second factor in a session. `true` when it was one too many: the session has ended.
pub fn wrong_code(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<bool> {
    diesel::update(sessions::table.find(token_hash.to_vec()))
        .set(sessions::wrong_codes.eq(sessions::wrong_codes + 1))
        .execute(tx.db)?;
    let spent = sessions::table.find(token_hash.to_vec()).filter(sessions::wrong_codes.ge(MOST_WRONG_CODES));
    Ok(diesel::delete(spent).execute(tx.db)? == 1)
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<()> {
    diesel::update(sessions::table.find(token_hash.to_vec()))
        .set(sessions::seen_at.eq(tx.now.naive_utc()))
        .execute(tx.db)?;
    Ok(())
}

/// A session as its owner sees it in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// Hash of its token.
    pub token_hash: Vec<u8>,
    made_at: NaiveDateTime,
    seen_at: NaiveDateTime,
}

impl Listed {
    /// When it began.
    pub fn made_at(&self) -> DateTime<Utc> {
        self.made_at.and_utc()
    }

    /// When it was last used, to the minute.
    pub fn seen_at(&self) -> DateTime<Utc> {
        self.seen_at.and_utc()
    }
}

/// The good sessions of a member, the last used first.
pub fn of(db: &mut Db, member: &Member, now: DateTime<Utc>) -> Result<Vec<Listed>> {
    Ok(sessions::table
        .filter(sessions::staff_id.eq(&member.id))
        .filter(sessions::stamp.eq(member.stamp))
        .filter(sessions::seen_at.gt((now - IDLE).naive_utc()))
        .filter(sessions::made_at.gt((now - ABSOLUTE).naive_utc()))
        .order(sessions::seen_at.desc())
        .select((sessions::token_hash, sessions::made_at, sessions::seen_at))
        .load(db)?)
}

/// Ends one session of a member, found in their list.
pub fn end_listed(tx: &mut Tx<'_>, staff_id: &str, token_hash: &[u8]) -> Result<()> {
    let own = sessions::table.find(token_hash.to_vec()).filter(sessions::staff_id.eq(staff_id));
    diesel::delete(own).execute(tx.db)?;
    Ok(())
}

/// Ends one session.
pub fn end(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<()> {
    diesel::delete(sessions::table.find(token_hash.to_vec())).execute(tx.db)?;
    Ok(())
}

/// Removes sessions that can never be used again.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let (idle, old) = ((tx.now - IDLE).naive_utc(), (tx.now - ABSOLUTE).naive_utc());
    Ok(diesel::delete(sessions::table.filter(sessions::seen_at.lt(idle).or(sessions::made_at.lt(old))))
        .execute(tx.db)?)
}
