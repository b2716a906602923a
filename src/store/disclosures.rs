//! What authorities asked for and what they were told: a log of its own, apart from people's requests.
//! Everything in it that says who or what is sealed under the installation's secret.

use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::event::{Event, EventKind};
use crate::store::case_rows::code;
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::disclosures;
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

codes! {
    /// What became of it.
    pub enum Outcome {
        /// Everything that was asked for.
        Disclosed = "disclosed",
        /// A part of it.
        Partly = "partly",
        /// Nothing.
        Refused = "refused",
    }
}

/// What is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Which authority, and who there.
    pub asker: String,
    /// On what legal ground: the law, the order of a court.
    pub basis: String,
    /// What was handed over, in kind; for a refusal what was asked for.
    pub what: String,
    /// About whom.
    pub about: String,
    /// Who decided.
    pub decided_by: String,
    /// Why it was refused or cut.
    pub why: String,
}

/// One entry.
pub struct Disclosure {
    /// Id.
    pub id: String,
    /// Controller.
    pub controller_id: String,
    /// Day it was asked for.
    pub asked_on: NaiveDate,
    /// Day it was decided and, unless refused, handed over.
    pub decided_on: NaiveDate,
    /// What became of it.
    pub outcome: Outcome,
    /// The rest.
    pub details: Details,
    /// Who entered it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
}

/// An entry to be made.
pub struct New<'a> {
    /// Controller.
    pub controller_id: &'a str,
    /// Day it was asked for.
    pub asked_on: NaiveDate,
    /// Day it was decided.
    pub decided_on: NaiveDate,
    /// What became of it.
    pub outcome: Outcome,
    /// The rest.
    pub details: &'a Details,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = disclosures)]
struct Row {
    id: String,
    controller_id: String,
    asked_on: NaiveDate,
    decided_on: NaiveDate,
    outcome: String,
    sealed: Vec<u8>,
    made_by: String,
    made_at: NaiveDateTime,
}

fn place(id: &str) -> Place<'_> {
    Place { table: "disclosures", column: "sealed", row: id }
}

/// Keeps an entry. None is ever changed: a mistake is mended by another one.
pub fn keep(tx: &mut Tx<'_>, new: &New<'_>) -> Result<String> {
    let id = tokens::id();
    let row = Row {
        sealed: seal_json(tx.store.secrets.staff_secrets(), &place(&id), new.details)?,
        controller_id: new.controller_id.to_owned(),
        asked_on: new.asked_on,
        decided_on: new.decided_on,
        outcome: new.outcome.code().to_owned(),
        made_by: tx.actor.tag(),
        made_at: tx.now.naive_utc(),
        id: id.clone(),
    };
    diesel::insert_into(disclosures::table).values(&row).execute(tx.db)?;
    note(tx, serde_json::json!({ "what": "entered", "row": id, "outcome": new.outcome }))?;
    Ok(id)
}

/// All of them, the newest first. The entry that says so is written first: `what` is `read` or `exported`.
pub fn read(tx: &mut Tx<'_>, what: &str) -> Result<Vec<Disclosure>> {
    note(tx, serde_json::json!({ "what": what }))?;
    let rows: Vec<Row> = disclosures::table
        .order((disclosures::asked_on.desc(), disclosures::id.desc()))
        .select(Row::as_select())
        .load(tx.db)?;
    let key = tx.store.secrets.staff_secrets();
    rows.into_iter()
        .map(|row| {
            Ok(Disclosure {
                details: open_json(key, &place(&row.id), &row.sealed)?,
                outcome: code(Outcome::from_code(&row.outcome), "disclosures.outcome")?,
                id: row.id,
                controller_id: row.controller_id,
                asked_on: row.asked_on,
                decided_on: row.decided_on,
                made_by: row.made_by,
                made_at: row.made_at.and_utc(),
            })
        })
        .collect()
}

fn note(tx: &mut Tx<'_>, facts: serde_json::Value) -> Result<()> {
    let staff = tx.actor.staff_id().ok_or(Error::NotFound)?;
    let chain = chain::staff_chain(staff);
    chain::append(tx, &chain, None, &Event::new(EventKind::Disclosure, None, facts)).map(|_| ())
}
