//! Codes and links sent to people: address check, identity, a new case code. Stored hashed, used
//! once, tried a few times only, counted in the database.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::identity::Channel;
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::error::{Error, Result};
use crate::store::schema::codes;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

codes! {
    /// What a code or link is for.
    pub enum Purpose {
        /// Confirms the address the person gave: level 1.
        AddressCheck = "address_check",
        /// Proves an address on record: level 2 (a).
        Identity = "identity",
        /// Shows a new case code to a confirmed address.
        NewCode = "new_code",
        /// Stops a case from a known address.
        Stop = "stop",
    }
}

/// How long a mailed code lives (R7).
pub const CODE_LIFE: Duration = Duration::minutes(10);
/// How often one code may be tried (R8).
pub const TRIES: i32 = 5;

/// What a code proves. Sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proves {
    /// Channel it went over.
    pub channel: Channel,
    /// Address it went to.
    pub address: String,
    /// Source the address was found in; none for an address the person gave.
    pub source: Option<String>,
    /// Since when it stood on record.
    pub on_record_since: Option<NaiveDate>,
}

/// A link or code as stored.
#[derive(Debug, Clone)]
pub struct Code {
    /// Row id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// What for.
    pub purpose: Purpose,
    /// What it proves, sealed.
    details: Vec<u8>,
    /// When a code was last mailed or the link made.
    pub made_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// Whether it was used.
    pub is_used: bool,
}

type Row = (String, String, String, Vec<u8>, NaiveDateTime, NaiveDateTime, Option<NaiveDateTime>);

fn read(row: Row) -> Result<Code> {
    Ok(Code {
        id: row.0,
        case_id: row.1,
        purpose: code(Purpose::from_code(&row.2), "codes.purpose")?,
        details: row.3,
        made_at: row.4.and_utc(),
        expires_at: row.5.and_utc(),
        is_used: row.6.is_some(),
    })
}

impl Code {
    /// What it proves.
    pub fn proves(&self, key: &CaseKey) -> Result<Proves> {
        Ok(open_json(key, &Place { table: "codes", column: "details", row: &self.id }, &self.details)?)
    }
}

/// Makes a link. Returns the row id.
pub fn make_link(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    purpose: Purpose,
    token_hash: [u8; 32],
    proves: &Proves,
    life: Duration,
) -> Result<String> {
    let id = tokens::id();
    diesel::insert_into(codes::table)
        .values((
            codes::id.eq(&id),
            codes::case_id.eq(case_id),
            codes::purpose.eq(purpose.code()),
            codes::token_hash.eq(Some(token_hash.to_vec())),
            codes::details.eq(seal_json(
                key,
                &Place { table: "codes", column: "details", row: &id },
                proves,
            )?),
            codes::tries.eq(0),
            codes::made_at.eq(tx.now.naive_utc()),
            codes::expires_at.eq((tx.now + life).naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(id)
}

/// The link with this token, used or not, expired or not.
pub fn by_token(db: &mut Db, token_hash: &[u8; 32]) -> Result<Code> {
    let row: Row = codes::table
        .filter(codes::token_hash.eq(token_hash.to_vec()))
        .select((
            codes::id,
            codes::case_id,
            codes::purpose,
            codes::details,
            codes::made_at,
            codes::expires_at,
            codes::used_at,
        ))
        .first(db)?;
    read(row)
}

/// A link or code by its id.
pub fn by_id(db: &mut Db, id: &str) -> Result<Code> {
    let row: Row = codes::table
        .find(id)
        .select((
            codes::id,
            codes::case_id,
            codes::purpose,
            codes::details,
            codes::made_at,
            codes::expires_at,
            codes::used_at,
        ))
        .first(db)?;
    read(row)
}

/// The newest identity code of a case that has not been used.
pub fn open_identity(db: &mut Db, case_id: &str) -> Result<Option<Code>> {
    let row: Option<Row> = codes::table
        .filter(codes::case_id.eq(case_id))
        .filter(codes::purpose.eq(Purpose::Identity.code()))
        .filter(codes::used_at.is_null())
        .order((codes::made_at.desc(), codes::id.desc()))
        .select((
            codes::id,
            codes::case_id,
            codes::purpose,
            codes::details,
            codes::made_at,
            codes::expires_at,
            codes::used_at,
        ))
        .first(db)
        .optional()?;
    row.map(read).transpose()
}

/// Puts a fresh code on a link. The tries of the old one are not given back beyond the new code's own.
pub fn set_code(tx: &mut Tx<'_>, id: &str, code_hash: [u8; 32]) -> Result<()> {
    diesel::update(codes::table.find(id))
        .set((
            codes::code_hash.eq(Some(code_hash.to_vec())),
            codes::tries.eq(0),
            codes::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Uses a link, once. `false` when it was used or has expired.
pub fn use_link(tx: &mut Tx<'_>, id: &str) -> Result<bool> {
    let now = tx.now.naive_utc();
    let used = diesel::update(
        codes::table.find(id).filter(codes::used_at.is_null()).filter(codes::expires_at.gt(now)),
    )
    .set(codes::used_at.eq(Some(now)))
    .execute(tx.db)?;
    Ok(used == 1)
}

/// Tries a code: counts the try first, in one atomic statement, so that parallel guesses are never
/// evaluated more than five times; then compares; a right one is used up.
pub fn try_code(tx: &mut Tx<'_>, id: &str, code_hash: &[u8; 32]) -> Result<bool> {
    let born_after = (tx.now - CODE_LIFE).naive_utc();
    let counted = diesel::update(
        codes::table
            .find(id)
            .filter(codes::used_at.is_null())
            .filter(codes::tries.lt(TRIES))
            .filter(codes::code_hash.is_not_null())
            .filter(codes::made_at.gt(born_after)),
    )
    .set(codes::tries.eq(codes::tries + 1))
    .execute(tx.db)?;
    if counted == 0 {
        return Ok(false);
    }
    let stored: Option<Vec<u8>> = codes::table.find(id).select(codes::code_hash).first(tx.db)?;
    if !stored.is_some_and(|stored| tokens::same(&stored, code_hash)) {
        return Ok(false);
    }
    let used = diesel::update(codes::table.find(id).filter(codes::used_at.is_null()))
        .set(codes::used_at.eq(Some(tx.now.naive_utc())))
        .execute(tx.db)?;
    if used == 1 { Ok(true) } else { Err(Error::Stale) }
}

/// Whether a mailed code waits to be typed: one was sent, has not expired and may still be tried.
pub fn is_waiting(db: &mut Db, id: &str, now: DateTime<Utc>) -> Result<bool> {
    let waiting: i64 = codes::table
        .filter(codes::id.eq(id))
        .filter(codes::used_at.is_null())
        .filter(codes::tries.lt(TRIES))
        .filter(codes::code_hash.is_not_null())
        .filter(codes::made_at.gt((now - CODE_LIFE).naive_utc()))
        .count()
        .get_result(db)?;
    Ok(waiting == 1)
}
