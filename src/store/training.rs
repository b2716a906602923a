//! Training and confidentiality of the staff, as the authority may ask to see it (arts. 5(2), 32(4)).

use crate::crypto::tokens;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::trainings;
use crate::store::unit::Tx;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

codes! {
    /// What was done.
    pub enum Kind {
        /// They were taught.
        Training = "training",
        /// They promised confidentiality.
        Confidentiality = "confidentiality",
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Member of staff.
    pub staff_id: String,
    /// What.
    pub kind: Kind,
    /// Which course, which text.
    pub what: String,
    /// When.
    pub done_on: NaiveDate,
    /// Last day it is good; none: it does not run out.
    pub valid_until_on: Option<NaiveDate>,
}

impl Record {
    /// Whether it has run out.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.valid_until_on.is_some_and(|until| until < today)
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = trainings)]
struct Row {
    id: String,
    staff_id: String,
    kind: String,
    what: String,
    done_on: NaiveDate,
    valid_until_on: Option<NaiveDate>,
    made_by: String,
    made_at: NaiveDateTime,
}

/// Keeps an entry.
pub fn keep(tx: &mut Tx<'_>, record: &Record) -> Result<()> {
    let row = Row {
        id: tokens::id(),
        staff_id: record.staff_id.clone(),
        kind: record.kind.code().to_owned(),
        what: record.what.clone(),
        done_on: record.done_on,
        valid_until_on: record.valid_until_on,
        made_by: tx.actor.tag(),
        made_at: tx.now.naive_utc(),
    };
    diesel::insert_into(trainings::table).values(&row).execute(tx.db)?;
    note(tx, serde_json::json!({ "what": "entered", "staff": record.staff_id, "kind": record.kind }))
}

/// All of them, the newest of each member first.
pub fn all(db: &mut Db) -> Result<Vec<Record>> {
    let rows: Vec<Row> = trainings::table
        .order((trainings::staff_id.asc(), trainings::done_on.desc(), trainings::id.desc()))
        .select(Row::as_select())
        .load(db)?;
    rows.into_iter()
        .map(|row| {
            Ok(Record {
                kind: code(Kind::from_code(&row.kind), "trainings.kind")?,
                staff_id: row.staff_id,
                what: row.what,
                done_on: row.done_on,
                valid_until_on: row.valid_until_on,
            })
        })
        .collect()
}

/// An entry about the record, in the chain of who did it.
pub fn note(tx: &mut Tx<'_>, facts: serde_json::Value) -> Result<()> {
    let staff = tx.actor.staff_id().map(chain::staff_chain).ok_or(Error::NotFound)?;
    chain::append(tx, &staff, None, &Event::new(EventKind::Training, None, facts)).map(|_| ())
}
