//! Members of staff, their invitations and recovery codes.

use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::store::backend::Db;
use crate::store::case_rows::{code, codes};
use crate::store::error::{Error, Result};
use crate::store::schema::{invites, recovery_codes, sessions, staff};
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

codes! {
    /// Whether somebody may sign in.
    pub enum Status {
        /// Has a link, no password yet: no rights.
        Invited = "invited",
        /// May sign in.
        Active = "active",
        /// May not sign in any more.
        Disabled = "disabled",
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = staff)]
struct Row {
    id: String,
    email: String,
    name: String,
    roles: String,
    lang: String,
    status: String,
    password: Option<String>,
    totp: Option<Vec<u8>>,
    totp_step: i64,
    stamp: i64,
    failures: i32,
    failed_at: Option<NaiveDateTime>,
    signed_in_at: Option<NaiveDateTime>,
    made_at: NaiveDateTime,
}

/// A member of staff.
#[derive(Clone)]
pub struct Member {
    /// Staff id.
    pub id: String,
    /// Address they sign in with, lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Roles held.
    pub roles: Vec<Role>,
    /// Language of their desk.
    pub lang: Lang,
    /// Whether they may sign in.
    pub status: Status,
    /// Password hash (PHC string).
    pub password: Option<String>,
    /// Second factor, sealed under the staff key.
    pub totp: Option<Vec<u8>>,
    /// Last time step used: a code counts once.
    pub totp_step: i64,
    /// Moves with every change of credential, role or status.
    pub stamp: i64,
    /// Failed tries since the last success.
    pub failures: u32,
    /// When the last one was.
    pub failed_at: Option<DateTime<Utc>>,
    /// Last sign-in.
    pub signed_in_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for Member {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Member {
            roles: codes(&row.roles, Role::from_code, "staff.roles")?,
            lang: code(Lang::from_code(&row.lang), "staff.lang")?,
            status: code(Status::from_code(&row.status), "staff.status")?,
            id: row.id,
            email: row.email,
            name: row.name,
            password: row.password,
            totp: row.totp,
            totp_step: row.totp_step,
            stamp: row.stamp,
            failures: u32::try_from(row.failures).unwrap_or_default(),
            failed_at: row.failed_at.map(|at| at.and_utc()),
            signed_in_at: row.signed_in_at.map(|at| at.and_utc()),
        })
    }
}

fn role_list(roles: &[Role]) -> String {
    roles.iter().map(|r| r.code()).collect::<Vec<_>>().join(" ")
}

/// Adds somebody who has not accepted yet. [`Error::Taken`] when the address is in use.
pub fn invite(tx: &mut Tx<'_>, id: &str, email: &str, name: &str, roles: &[Role], lang: Lang) -> Result<()> {
    let row = Row {
        id: id.to_owned(),
        email: email.to_lowercase(),
        name: name.to_owned(),
        roles: role_list(roles),
        lang: lang.code().to_owned(),
        status: Status::Invited.code().to_owned(),
        password: None,
        totp: None,
        totp_step: 0,
        stamp: 1,
        failures: 0,
        failed_at: None,
        signed_in_at: None,
        made_at: tx.now.naive_utc(),
    };
    diesel::insert_into(staff::table).values(&row).execute(tx.db)?;
    Ok(())
}

/// Keeps a link for a member; older ones stop working.
pub fn set_invite(
    tx: &mut Tx<'_>,
    staff_id: &str,
    token_hash: [u8; 32],
    expires_at: DateTime<Utc>,
) -> Result<()> {
    diesel::delete(invites::table.filter(invites::staff_id.eq(staff_id))).execute(tx.db)?;
    diesel::insert_into(invites::table)
        .values((
            invites::token_hash.eq(token_hash.to_vec()),
            invites::staff_id.eq(staff_id),
            invites::expires_at.eq(expires_at.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Who a link invites, while it is good.
pub fn invited(db: &mut Db, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<(Member, DateTime<Utc>)> {
    let (staff_id, expires_at): (String, NaiveDateTime) = invites::table
        .find(token_hash.to_vec())
        .filter(invites::used_at.is_null())
        .filter(invites::expires_at.gt(now.naive_utc()))
        .select((invites::staff_id, invites::expires_at))
        .first(db)?;
    Ok((get(db, &staff_id)?, expires_at.and_utc()))
}

/// The member with this id.
pub fn get(db: &mut Db, id: &str) -> Result<Member> {
    let row: Row = staff::table.find(id).select(Row::as_select()).first(db)?;
    row.try_into()
}

/// The member who signs in with this address.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Member>> {
    let row: Option<Row> = staff::table
        .filter(staff::email.eq(email.trim().to_lowercase()))
        .select(Row::as_select())
        .first(db)
        .optional()?;
    row.map(Member::try_from).transpose()
}

/// Everybody, by name.
pub fn all(db: &mut Db) -> Result<Vec<Member>> {
    let rows: Vec<Row> =
        staff::table.order((staff::name.asc(), staff::id.asc())).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Member::try_from).collect()
}

/// What a change of a member sets; `None` leaves it.
#[derive(Debug, Default, Clone)]
pub struct Change {
    /// New status.
    pub status: Option<Status>,
    /// New roles.
    pub roles: Option<Vec<Role>>,
    /// New password hash; `Some(None)` takes it away.
    pub password: Option<Option<String>>,
    /// New second factor, sealed; `Some(None)` takes it away.
    pub totp: Option<Option<Vec<u8>>>,
}

#[derive(AsChangeset)]
#[diesel(table_name = staff)]
struct Set<'a> {
    status: Option<&'a str>,
    roles: Option<String>,
    password: Option<Option<&'a str>>,
    totp: Option<Option<&'a [u8]>>,
}

/// Changes credential, role or status. The stamp moves and every session of the member ends in
/// the same transaction, on every node (R26).
pub fn change(tx: &mut Tx<'_>, id: &str, change: &Change) -> Result<()> {
    // only what changes is written, and the stamp counts in the database: two changes at once on
    // two nodes must not undo one another (a disabled member would be active again)
    let set = Set {
        status: change.status.map(Status::code),
        roles: change.roles.as_deref().map(role_list),
        password: change.password.as_ref().map(Option::as_deref),
        totp: change.totp.as_ref().map(Option::as_deref),
    };
    let found =
        diesel::update(staff::table.find(id)).set((set, staff::stamp.eq(staff::stamp + 1))).execute(tx.db)?;
    if found == 0 {
        return Err(Error::NotFound);
    }
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(id))).execute(tx.db)?;
    if change.status == Some(Status::Active) || matches!(change.password, Some(Some(_))) {
        diesel::update(invites::table.filter(invites::staff_id.eq(id)))
            .set(invites::used_at.eq(Some(tx.now.naive_utc())))
            .execute(tx.db)?;
    }
    Ok(())
}

/// Uses a time step of the second factor, once: `false` when it (or a later one) was used before.
pub fn use_totp_step(tx: &mut Tx<'_>, id: &str, step: i64) -> Result<bool> {
    let used = diesel::update(staff::table.find(id).filter(staff::totp_step.lt(step)))
        .set(staff::totp_step.eq(step))
        .execute(tx.db)?;
    Ok(used == 1)
}

/// Counts a failed try and says how many there have been since the last success.
pub fn failed(tx: &mut Tx<'_>, id: &str) -> Result<u32> {
    diesel::update(staff::table.find(id))
        .set((staff::failures.eq(staff::failures + 1), staff::failed_at.eq(Some(tx.now.naive_utc()))))
        .execute(tx.db)?;
    Ok(get(tx.db, id)?.failures)
}

/// Notes a sign-in and forgets the failures.
pub fn signed_in(tx: &mut Tx<'_>, id: &str, password: Option<&str>) -> Result<()> {
    diesel::update(staff::table.find(id))
        .set((
            staff::failures.eq(0),
            staff::failed_at.eq(None::<NaiveDateTime>),
            staff::signed_in_at.eq(Some(tx.now.naive_utc())),
        ))
        .execute(tx.db)?;
    if let Some(rehashed) = password {
        diesel::update(staff::table.find(id)).set(staff::password.eq(Some(rehashed))).execute(tx.db)?;
    }
    Ok(())
}

/// Replaces the recovery codes.
pub fn set_recovery_codes(tx: &mut Tx<'_>, id: &str, hashes: &[[u8; 32]]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::staff_id.eq(id))).execute(tx.db)?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::staff_id.eq(id), recovery_codes::code_hash.eq(hash.to_vec())))
            .execute(tx.db)?;
    }
    Ok(())
}

/// Uses a recovery code, once.
pub fn use_recovery_code(tx: &mut Tx<'_>, id: &str, hash: &[u8; 32]) -> Result<bool> {
    let used = diesel::update(
        recovery_codes::table.find((id, hash.to_vec())).filter(recovery_codes::used_at.is_null()),
    )
    .set(recovery_codes::used_at.eq(Some(tx.now.naive_utc())))
    .execute(tx.db)?;
    Ok(used == 1)
}
