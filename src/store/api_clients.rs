//! Programs that may submit cases, and whose each of those cases is.

use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::case_rows::{code, codes};
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::{api_cases, api_clients};
use crate::store::unit::Tx;
use chrono::NaiveDateTime;
use diesel::prelude::*;

codes! {
    /// What a client may do.
    pub enum Scope {
        /// Submit cases.
        Submit = "cases:submit",
        /// Read the state of the cases it submitted.
        Read = "cases:read",
    }
}

codes! {
    /// Whether a client may do anything.
    pub enum Status {
        /// It may.
        Active = "active",
        /// It may not any more.
        Disabled = "disabled",
    }
}

/// A client.
#[derive(Clone)]
pub struct Client {
    /// Id: its user name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Slugs of the controllers it submits to.
    pub controllers: Vec<String>,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Hash of its secret, which is 256 random bits.
    pub secret_hash: Vec<u8>,
    /// Whether it may do anything.
    pub status: Status,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = api_clients)]
struct Row {
    id: String,
    name: String,
    controllers: String,
    scopes: String,
    secret_hash: Vec<u8>,
    status: String,
    made_at: NaiveDateTime,
    disabled_at: Option<NaiveDateTime>,
}

impl TryFrom<Row> for Client {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Client {
            scopes: codes(&row.scopes, Scope::from_code, "api_clients.scopes")?,
            status: code(Status::from_code(&row.status), "api_clients.status")?,
            controllers: row.controllers.split_whitespace().map(str::to_owned).collect(),
            id: row.id,
            name: row.name,
            secret_hash: row.secret_hash,
        })
    }
}

/// Adds a client. [`Error::Taken`] when the name is in use.
pub fn add(tx: &mut Tx<'_>, client: &Client) -> Result<()> {
    let scopes: Vec<&str> = client.scopes.iter().map(|scope| scope.code()).collect();
    let row = Row {
        id: client.id.clone(),
        name: client.name.clone(),
        controllers: client.controllers.join(" "),
        scopes: scopes.join(" "),
        secret_hash: client.secret_hash.clone(),
        status: client.status.code().to_owned(),
        made_at: tx.now.naive_utc(),
        disabled_at: None,
    };
    diesel::insert_into(api_clients::table).values(&row).execute(tx.db)?;
    note(tx, serde_json::json!({ "what": "client_added", "client": client.id, "scopes": scopes }))
}

/// Disables a client by name. [`Error::NotFound`] when there is none that is active.
pub fn disable(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    let active = api_clients::table
        .filter(api_clients::name.eq(name))
        .filter(api_clients::status.eq(Status::Active.code()));
    let id: String = active.select(api_clients::id).first(tx.db)?;
    diesel::update(api_clients::table.find(&id))
        .set((
            api_clients::status.eq(Status::Disabled.code()),
            api_clients::disabled_at.eq(Some(tx.now.naive_utc())),
        ))
        .execute(tx.db)?;
    note(tx, serde_json::json!({ "what": "client_disabled", "client": id }))
}

/// The client with this id.
pub fn find(db: &mut Db, id: &str) -> Result<Option<Client>> {
    let row: Option<Row> = api_clients::table.find(id).select(Row::as_select()).first(db).optional()?;
    row.map(Client::try_from).transpose()
}

/// All of them, by name.
pub fn all(db: &mut Db) -> Result<Vec<Client>> {
    let rows: Vec<Row> = api_clients::table.order(api_clients::name).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Client::try_from).collect()
}

/// Keeps whose a case is.
pub fn owns(tx: &mut Tx<'_>, case_id: &str, client_id: &str) -> Result<()> {
    diesel::insert_into(api_cases::table)
        .values((
            api_cases::case_id.eq(case_id),
            api_cases::client_id.eq(client_id),
            api_cases::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Whether this client submitted the case.
pub fn is_of(db: &mut Db, case_id: &str, client_id: &str) -> Result<bool> {
    let owner: Option<String> =
        api_cases::table.find(case_id).select(api_cases::client_id).first(db).optional()?;
    Ok(owner.as_deref() == Some(client_id))
}

/// An entry of the house about a client or a call.
pub fn note(tx: &mut Tx<'_>, facts: serde_json::Value) -> Result<()> {
    chain::append(tx, chain::HOUSE, None, &Event::new(EventKind::Api, None, facts)).map(|_| ())
}
