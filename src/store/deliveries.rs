//! Links to answers: the token hashed, the downloads counted in one atomic statement.

use crate::crypto::tokens;
use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::deliveries;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What a new link allows.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// How long it lives; it can be renewed while the package is kept (R37).
    pub life: Duration,
    /// How many completed downloads it allows.
    pub downloads: i32,
}

/// A link to an answer.
#[derive(Debug, Clone, Queryable)]
pub struct Delivery {
    /// Row id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// Request answered.
    pub request_id: String,
    /// Until when.
    expires_at: NaiveDateTime,
    /// Completed downloads.
    pub downloads: i32,
    /// How many are allowed.
    pub max_downloads: i32,
    /// When it was closed early.
    revoked_at: Option<NaiveDateTime>,
}

impl Delivery {
    /// Until when the link is good.
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at.and_utc()
    }

    /// Whether bytes may flow now.
    pub fn is_good(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.expires_at() > now && self.downloads < self.max_downloads
    }

    /// Whether somebody closed it.
    pub fn is_revoked(&self) -> bool {
        self.revoked_at.is_some()
    }
}

/// Makes a link; older ones of the same request are closed in the same step.
pub fn make(
    tx: &mut Tx<'_>,
    case_id: &str,
    request_id: &str,
    token_hash: [u8; 32],
    allowed: Allowance,
) -> Result<DateTime<Utc>> {
    revoke(tx, request_id)?;
    let expires_at = tx.now + allowed.life;
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::id.eq(tokens::id()),
            deliveries::case_id.eq(case_id),
            deliveries::request_id.eq(request_id),
            deliveries::token_hash.eq(token_hash.to_vec()),
            deliveries::expires_at.eq(expires_at.naive_utc()),
            deliveries::downloads.eq(0),
            deliveries::max_downloads.eq(allowed.downloads),
            deliveries::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(expires_at)
}

/// The link with this token.
pub fn by_token(db: &mut Db, token_hash: &[u8; 32]) -> Result<Delivery> {
    Ok(deliveries::table
        .filter(deliveries::token_hash.eq(token_hash.to_vec()))
        .select((
            deliveries::id,
            deliveries::case_id,
            deliveries::request_id,
            deliveries::expires_at,
            deliveries::downloads,
            deliveries::max_downloads,
            deliveries::revoked_at,
        ))
        .first(db)?)
}

/// The newest link of a request.
pub fn newest(db: &mut Db, request_id: &str) -> Result<Option<Delivery>> {
    Ok(deliveries::table
        .filter(deliveries::request_id.eq(request_id))
        .order((deliveries::made_at.desc(), deliveries::id.desc()))
        .select((
            deliveries::id,
            deliveries::case_id,
            deliveries::request_id,
            deliveries::expires_at,
            deliveries::downloads,
            deliveries::max_downloads,
            deliveries::revoked_at,
        ))
        .first(db)
        .optional()?)
}

/// Takes one download, atomically: `false` when none is left, the link is closed or too old.
pub fn take(tx: &mut Tx<'_>, id: &str) -> Result<bool> {
    let taken = diesel::update(
        deliveries::table
            .find(id)
            .filter(deliveries::downloads.lt(deliveries::max_downloads))
            .filter(deliveries::revoked_at.is_null())
            .filter(deliveries::expires_at.gt(tx.now.naive_utc())),
    )
    .set(deliveries::downloads.eq(deliveries::downloads + 1))
    .execute(tx.db)?;
    Ok(taken == 1)
}

/// Gives a download back that broke off before its last byte.
pub fn give_back(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    diesel::update(deliveries::table.find(id).filter(deliveries::downloads.gt(0)))
        .set(deliveries::downloads.eq(deliveries::downloads - 1))
        .execute(tx.db)?;
    Ok(())
}

/// Closes every link of a request, at once. Says how many were open.
pub fn revoke(tx: &mut Tx<'_>, request_id: &str) -> Result<usize> {
    Ok(diesel::update(
        deliveries::table
            .filter(deliveries::request_id.eq(request_id))
            .filter(deliveries::revoked_at.is_null()),
    )
    .set(deliveries::revoked_at.eq(Some(tx.now.naive_utc())))
    .execute(tx.db)?)
}
