//! Members of staff, their invitations and recovery codes.

use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::store::backend::Db;
use crate::store::case_rows::{code, codes};
use crate::store::error::{Error, Result};
use crate::store::schema::{failed_sign_ins, invites, recovery_codes, sessions, staff};
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
        email: address(email),
        name: name.to_owned(),
        roles: role_list(roles),
        lang: lang.code().to_owned(),
        status: Status::Invited.code().to_owned(),
        password: None,
        totp: None,
        totp_step: 0,
        stamp: 1,
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

/// Who a link invites, while it is good: a member who has to choose a password, and nobody who was
/// disabled since.
pub fn invited(db: &mut Db, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<(Member, DateTime<Utc>)> {
    let (staff_id, expires_at): (String, NaiveDateTime) = invites::table
        .find(token_hash.to_vec())
        .filter(invites::used_at.is_null())
        .filter(invites::expires_at.gt(now.naive_utc()))
        .select((invites::staff_id, invites::expires_at))
        .first(db)?;
    let member = get(db, &staff_id)?;
    if member.status == Status::Invited { Ok((member, expires_at.and_utc())) } else { Err(Error::NotFound) }
}

/// Uses a link up: the member may sign in from now on, with this password hash and this second
/// factor (sealed). [`Error::NotFound`] when the link is not good any more, be it that somebody else
/// used it or that the member was disabled a moment ago.
pub fn accept(tx: &mut Tx<'_>, id: &str, token_hash: &[u8; 32], password: &str, totp: &[u8]) -> Result<()> {
    let set =
        Set { status: Some(Status::Active.code()), password: Some(Some(password)), totp: Some(Some(totp)) };
    // the row of the member first: whoever changes them at the same time waits here, and what is
    // asked of the link afterwards is as they left it
    let invited = staff::table.find(id).filter(staff::status.eq(Status::Invited.code()));
    let accepted = diesel::update(invited).set((set, staff::stamp.eq(staff::stamp + 1))).execute(tx.db)?;
    let open = invites::table
        .find(token_hash.to_vec())
        .filter(invites::staff_id.eq(id))
        .filter(invites::used_at.is_null())
        .filter(invites::expires_at.gt(tx.now.naive_utc()));
    let used = diesel::update(open).set(invites::used_at.eq(Some(tx.now.naive_utc()))).execute(tx.db)?;
    if (accepted, used) != (1, 1) {
        return Err(Error::NotFound);
    }
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(id))).execute(tx.db)?;
    Ok(())
}

/// The member with this id.
pub fn get(db: &mut Db, id: &str) -> Result<Member> {
    let row: Row = staff::table.find(id).select(Row::as_select()).first(db)?;
    row.try_into()
}

/// The one form of an address people sign in with: lower case, without blanks around it.
pub fn address(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// The member who signs in with this address.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Member>> {
    let row: Option<Row> =
        staff::table.filter(staff::email.eq(address(email))).select(Row::as_select()).first(db).optional()?;
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
    /// New password hash; `Some(None)` takes it away.
    pub password: Option<Option<String>>,
    /// New second factor, sealed; `Some(None)` takes it away.
    pub totp: Option<Option<Vec<u8>>>,
}

#[derive(AsChangeset)]
#[diesel(table_name = staff)]
struct Set<'a> {
    status: Option<&'a str>,
    password: Option<Option<&'a str>>,
    totp: Option<Option<&'a [u8]>>,
}

/// Changes credential or status. The stamp moves, and every session and every open invitation of the
/// member ends in the same transaction, on every node (R26).
pub fn change(tx: &mut Tx<'_>, id: &str, change: &Change) -> Result<()> {
    // only what changes is written, and the stamp counts in the database: two changes at once on
    // two nodes must not undo one another (a disabled member would be active again)
    let set = Set {
        status: change.status.map(Status::code),
        password: change.password.as_ref().map(Option::as_deref),
        totp: change.totp.as_ref().map(Option::as_deref),
    };
    let found =
        diesel::update(staff::table.find(id)).set((set, staff::stamp.eq(staff::stamp + 1))).execute(tx.db)?;
    if found == 0 {
        return Err(Error::NotFound);
    }
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(id))).execute(tx.db)?;
    diesel::delete(invites::table.filter(invites::staff_id.eq(id))).execute(tx.db)?;
    Ok(())
}

/// Uses a time step of the second factor, once: `false` when it (or a later one) was used before.
pub fn use_totp_step(tx: &mut Tx<'_>, id: &str, step: i64) -> Result<bool> {
    let used = diesel::update(staff::table.find(id).filter(staff::totp_step.lt(step)))
        .set(staff::totp_step.eq(step))
        .execute(tx.db)?;
    Ok(used == 1)
}

/// Failed sign-ins with an address since the last success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: u32,
    /// When the last one was.
    pub last_at: DateTime<Utc>,
}

/// The failed sign-ins under the keyed hash of an address, whether or not anybody has it.
pub fn failures(db: &mut Db, address: &[u8; 32]) -> Result<Option<Failures>> {
    let row: Option<(i32, NaiveDateTime)> = failed_sign_ins::table
        .find(address.to_vec())
        .select((failed_sign_ins::failures, failed_sign_ins::failed_at))
        .first(db)
        .optional()?;
    Ok(row.map(|(count, at)| Failures {
        count: u32::try_from(count).unwrap_or_default(),
        last_at: at.and_utc(),
    }))
}

/// Counts a failed sign-in and says how many there have been since the last success. One atomic
/// statement: tries at once on any node are all counted.
pub fn failed(tx: &mut Tx<'_>, address: &[u8; 32]) -> Result<u32> {
    diesel::sql_query(
        "INSERT INTO failed_sign_ins (address, failures, failed_at) VALUES ($1, 1, $2) \
         ON CONFLICT (address) DO UPDATE SET failures = failed_sign_ins.failures + 1, failed_at = $2",
    )
    .bind::<diesel::sql_types::Binary, _>(address.to_vec())
    .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
    .execute(tx.db)?;
    Ok(failures(tx.db, address)?.map_or(0, |f| f.count))
}

/// Notes a sign-in and forgets the failures of its address.
pub fn signed_in(tx: &mut Tx<'_>, id: &str, address: &[u8; 32]) -> Result<()> {
    diesel::update(staff::table.find(id))
        .set(staff::signed_in_at.eq(Some(tx.now.naive_utc())))
        .execute(tx.db)?;
    diesel::delete(failed_sign_ins::table.find(address.to_vec())).execute(tx.db)?;
    Ok(())
}

/// Forgets failures whose last one was before `before`.
pub fn forget_failures(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize> {
    let old = failed_sign_ins::table.filter(failed_sign_ins::failed_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(tx.db)?)
}

/// Keeps the same password under another hash. Nothing happens when the password was changed since.
pub fn rehashed(tx: &mut Tx<'_>, id: &str, old: &str, new: &str) -> Result<()> {
    diesel::update(staff::table.find(id).filter(staff::password.eq(old)))
        .set(staff::password.eq(Some(new)))
        .execute(tx.db)?;
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
