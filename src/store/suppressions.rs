//! The suppression list: who must not be sent marketing, as keyed hashes. It belongs to the main
//! database and to no case, so it survives the erasure of every case.

use crate::crypto::sealed::{Place, open, seal};
use crate::crypto::stops::{AddressKind, Suppression};
use crate::crypto::tokens;
use crate::domain::calendar::Country;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::suppressions;
use crate::store::unit::{Store, Tx};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

codes! {
    /// How an address came on the list.
    pub enum Origin {
        /// A case that was answered.
        Case = "case",
        /// A link that was pressed.
        Link = "link",
        /// Somebody at the desk.
        Desk = "desk",
    }
}

/// An address, as it is looked for on the list of one controller.
#[derive(Clone, Copy)]
pub struct Address<'a> {
    /// The controller.
    pub controller_id: &'a str,
    /// Its country, for phone numbers without a country code.
    pub home: Country,
    /// What it is.
    pub kind: AddressKind,
    /// As typed.
    pub typed: &'a str,
}

impl Address<'_> {
    fn value(&self, store: &Store) -> Option<Vec<u8>> {
        let list = Suppression::new(store.secrets.suppression());
        list.value(self.controller_id, self.home, self.kind, self.typed)
    }

    /// Whether it is written like one at all.
    pub fn is_real(&self, store: &Store) -> bool {
        self.value(store).is_some()
    }
}

/// A stop of one address, with its history.
#[derive(Debug, Clone)]
pub struct Stop {
    /// Id.
    pub id: String,
    /// How it came on the list.
    pub origin: Origin,
    /// Why, in words.
    pub reason: Option<String>,
    /// Who put it there: `person`, `staff:…` or `system`.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Who took it off, when and why.
    pub lifted: Option<(String, DateTime<Utc>, Option<String>)>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = suppressions)]
struct Row {
    id: String,
    origin: String,
    reason: Option<Vec<u8>>,
    made_by: String,
    made_at: NaiveDateTime,
    lifted_by: Option<String>,
    lifted_at: Option<NaiveDateTime>,
    lifted_reason: Option<Vec<u8>>,
}

impl Row {
    fn stop(self, store: &Store) -> Result<Stop> {
        let words = |column, sealed: Option<Vec<u8>>| -> Result<Option<String>> {
            let Some(sealed) = sealed else { return Ok(None) };
            let clear = open(store.secrets.staff_secrets(), &place(column, &self.id), &sealed)?;
            Ok(Some(String::from_utf8_lossy(&clear).into_owned()))
        };
        let lifted_reason = words("lifted_reason", self.lifted_reason)?;
        Ok(Stop {
            origin: code(Origin::from_code(&self.origin), "suppressions.origin")?,
            reason: words("reason", self.reason)?,
            lifted: self.lifted_by.zip(self.lifted_at).map(|(by, at)| (by, at.and_utc(), lifted_reason)),
            made_by: self.made_by,
            made_at: self.made_at.and_utc(),
            id: self.id,
        })
    }
}

fn place<'a>(column: &'a str, id: &'a str) -> Place<'a> {
    Place { table: "suppressions", column, row: id }
}

fn sealed(tx: &Tx<'_>, column: &str, id: &str, words: Option<&str>) -> Option<Vec<u8>> {
    words.map(|words| seal(tx.store.secrets.staff_secrets(), &place(column, id), words.as_bytes()))
}

/// Refuses a list made with another secret: nobody on it would be found, and all of them would be
/// sent marketing again.
pub fn refuse_other_secret(db: &mut Db, secret: &[u8; 32]) -> std::result::Result<(), String> {
    let mark = Suppression::new(secret).mark();
    let other: i64 = suppressions::table
        .filter(suppressions::key_mark.ne(mark))
        .count()
        .get_result(db)
        .map_err(|e| Error::from(e).to_string())?;
    if other == 0 {
        return Ok(());
    }
    Err("the key store does not hold the secret of the suppression list: it is older than the main database. \
         Nobody on the list would be found. Restore the key store that belongs to this database."
        .into())
}

/// Puts an address on the list; `false` when it stands there already or is no address. An entry of
/// the house says that something was added, never what.
pub fn add(tx: &mut Tx<'_>, address: &Address<'_>, origin: Origin, reason: Option<&str>) -> Result<bool> {
    let Some(mac) = address.value(tx.store) else { return Ok(false) };
    if in_force(tx.db, address.controller_id, address.kind, &mac)?.is_some() {
        return Ok(false);
    }
    let id = tokens::id();
    let added = diesel::sql_query(
        "INSERT INTO suppressions (id, controller_id, kind, mac, key_mark, origin, reason, made_by, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (controller_id, kind, mac) WHERE lifted_at IS NULL DO NOTHING",
    )
    .bind::<diesel::sql_types::Text, _>(&id)
    .bind::<diesel::sql_types::Text, _>(address.controller_id)
    .bind::<diesel::sql_types::Text, _>(address.kind.code())
    .bind::<diesel::sql_types::Binary, _>(&mac)
    .bind::<diesel::sql_types::Text, _>(Suppression::new(tx.store.secrets.suppression()).mark())
    .bind::<diesel::sql_types::Text, _>(origin.code())
    .bind::<diesel::sql_types::Nullable<diesel::sql_types::Binary>, _>(sealed(tx, "reason", &id, reason))
    .bind::<diesel::sql_types::Text, _>(tx.actor.tag())
    .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
    .execute(tx.db)?;
    if added == 1 {
        note(tx, json!({ "what": "added", "kind": address.kind, "origin": origin, "row": id }))?;
    }
    Ok(added == 1)
}

/// Takes an address off the list; the row stays as history. [`Error::NotFound`] when it is not on it.
pub fn lift(tx: &mut Tx<'_>, address: &Address<'_>, reason: &str) -> Result<()> {
    let mac = address.value(tx.store).ok_or(Error::NotFound)?;
    let id = in_force(tx.db, address.controller_id, address.kind, &mac)?.ok_or(Error::NotFound)?;
    let reason = sealed(tx, "lifted_reason", &id, Some(reason));
    let open = suppressions::table.find(&id).filter(suppressions::lifted_at.is_null());
    let lifted = diesel::update(open)
        .set((
            suppressions::lifted_by.eq(Some(tx.actor.tag())),
            suppressions::lifted_at.eq(Some(tx.now.naive_utc())),
            suppressions::lifted_reason.eq(reason),
        ))
        .execute(tx.db)?;
    if lifted != 1 {
        return Err(Error::Stale);
    }
    note(tx, json!({ "what": "lifted", "kind": address.kind, "row": id }))
}

/// An entry about the list, in the chain of who did it.
pub fn note(tx: &mut Tx<'_>, facts: serde_json::Value) -> Result<()> {
    let chain = tx.actor.staff_id().map_or_else(|| chain::HOUSE.to_owned(), chain::staff_chain);
    chain::append(tx, &chain, None, &Event::new(EventKind::Suppression, None, facts)).map(|_| ())
}

fn in_force(db: &mut Db, controller_id: &str, kind: AddressKind, mac: &[u8]) -> Result<Option<String>> {
    Ok(suppressions::table
        .filter(suppressions::controller_id.eq(controller_id))
        .filter(suppressions::kind.eq(kind.code()))
        .filter(suppressions::mac.eq(mac))
        .filter(suppressions::lifted_at.is_null())
        .select(suppressions::id)
        .first(db)
        .optional()?)
}

/// Whether an address is on the list now.
pub fn is_on(store: &Store, db: &mut Db, address: &Address<'_>) -> Result<bool> {
    let Some(mac) = address.value(store) else { return Ok(false) };
    Ok(in_force(db, address.controller_id, address.kind, &mac)?.is_some())
}

/// Every stop of an address, newest first.
pub fn history(store: &Store, db: &mut Db, address: &Address<'_>) -> Result<Vec<Stop>> {
    let Some(mac) = address.value(store) else { return Ok(Vec::new()) };
    let rows: Vec<Row> = suppressions::table
        .filter(suppressions::controller_id.eq(address.controller_id))
        .filter(suppressions::kind.eq(address.kind.code()))
        .filter(suppressions::mac.eq(mac))
        .order(suppressions::id.desc())
        .select(Row::as_select())
        .load(db)?;
    rows.into_iter().map(|row| row.stop(store)).collect()
}

/// How many addresses of each kind are on a controller's list: mail addresses, phone numbers.
pub fn count(db: &mut Db, controller_id: &str) -> Result<(i64, i64)> {
    let mut of = |kind: AddressKind| {
        suppressions::table
            .filter(suppressions::controller_id.eq(controller_id))
            .filter(suppressions::kind.eq(kind.code()))
            .filter(suppressions::lifted_at.is_null())
            .count()
            .get_result(db)
    };
    Ok((of(AddressKind::Email)?, of(AddressKind::Phone)?))
}
