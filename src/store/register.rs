//! The registers in their versions. The newest version is the one that applies; none is ever
//! changed, so what an answer was written from can be read as long as the house stands.

use crate::domain::event::{Event, EventKind};
use crate::domain::register::Register;
use crate::store::backend::Db;
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::{register_controllers, registers};
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};

/// A version of a register.
#[derive(Debug, Clone)]
pub struct Stored {
    /// What it says.
    pub register: Register,
    /// Which version, from 1.
    pub version: i64,
    /// SHA-256 of the text it is kept as, hex.
    pub sha256: String,
    /// What was changed.
    pub what: String,
    /// Who changed it: `staff:…` or `system`.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
}

type Row = (String, i64, String, String, String, NaiveDateTime);

fn stored((body, version, sha256, what, made_by, made_at): Row) -> Result<Stored> {
    let register = serde_json::from_str(&body)
        .map_err(|e| Error::Database(format!("a register cannot be read: {e}")))?;
    Ok(Stored { register, version, sha256, what, made_by, made_at: made_at.and_utc() })
}

const COLUMNS: (
    registers::body,
    registers::version,
    registers::sha256,
    registers::what,
    registers::made_by,
    registers::made_at,
) = (
    registers::body,
    registers::version,
    registers::sha256,
    registers::what,
    registers::made_by,
    registers::made_at,
);

/// The register that applies to a controller now; `None` while it has none.
pub fn current(db: &mut Db, slug: &str) -> Result<Option<Stored>> {
    let name: Option<String> =
        register_controllers::table.find(slug).select(register_controllers::name).first(db).optional()?;
    name.map_or(Ok(None), |name| newest(db, &name))
}

/// The newest version of the register of this name.
pub fn newest(db: &mut Db, name: &str) -> Result<Option<Stored>> {
    let row: Option<Row> = registers::table
        .filter(registers::name.eq(name))
        .order(registers::version.desc())
        .select(COLUMNS)
        .first(db)
        .optional()?;
    row.map(stored).transpose()
}

/// One version of a register.
///
/// # Errors
/// [`Error::NotFound`].
pub fn version(db: &mut Db, name: &str, version: i64) -> Result<Stored> {
    stored(registers::table.find((name, version)).select(COLUMNS).first(db)?)
}

/// Every version, newest first.
pub fn versions(db: &mut Db, name: &str) -> Result<Vec<Stored>> {
    let rows: Vec<Row> = registers::table
        .filter(registers::name.eq(name))
        .order(registers::version.desc())
        .select(COLUMNS)
        .load(db)?;
    rows.into_iter().map(stored).collect()
}

/// The names of all registers.
pub fn names(db: &mut Db) -> Result<Vec<String>> {
    Ok(registers::table.select(registers::name).distinct().order(registers::name).load(db)?)
}

/// Keeps a register as its next version, and makes it that of its controllers. `seen`: the version
/// it was changed from, 0 for a new one; `what`: the change in words, without names of people.
///
/// # Errors
/// [`Error::Stale`] when another version came in between; [`Error::Taken`] when one of its
/// controllers has another register.
pub fn save(tx: &mut Tx<'_>, register: &Register, seen: i64, what: &str) -> Result<i64> {
    let before: Option<i64> = registers::table
        .filter(registers::name.eq(&register.name))
        .select(diesel::dsl::max(registers::version))
        .first(tx.db)?;
    if before.unwrap_or(0) != seen {
        return Err(Error::Stale);
    }
    let body = serde_json::to_string(register).map_err(|e| Error::Database(format!("register: {e}")))?;
    let sha256 = crate::crypto::hex(&Sha256::digest(body.as_bytes()));
    let version = seen + 1;
    diesel::insert_into(registers::table)
        .values((
            registers::name.eq(&register.name),
            registers::version.eq(version),
            registers::body.eq(&body),
            registers::sha256.eq(&sha256),
            registers::what.eq(what),
            registers::made_by.eq(tx.actor.tag()),
            registers::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)
        .map_err(|error| match Error::from(error) {
            Error::Taken => Error::Stale,
            other => other,
        })?;
    diesel::delete(register_controllers::table.filter(register_controllers::name.eq(&register.name)))
        .execute(tx.db)?;
    for slug in &register.controllers {
        diesel::insert_into(register_controllers::table)
            .values((register_controllers::slug.eq(slug), register_controllers::name.eq(&register.name)))
            .execute(tx.db)?;
    }
    let facts = serde_json::json!({ "register": register.name, "version": version, "sha256": sha256 });
    chain::append(tx, chain::HOUSE, None, &Event::new(EventKind::RegisterChanged, None, facts))?;
    Ok(version)
}
