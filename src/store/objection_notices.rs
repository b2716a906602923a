//! When people were told of their right to object, and how (art. 21(4)).

use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::chain;
use crate::store::error::{Error, Result};
use crate::store::schema::objection_notices;
use crate::store::unit::{Store, Tx};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

codes! {
    /// How they were told.
    pub enum Way {
        /// By mail.
        Email = "email",
        /// In a letter.
        Letter = "letter",
        /// In a text message.
        Sms = "sms",
        /// On the phone.
        Phone = "phone",
        /// On a page they had to pass.
        Web = "web",
        /// Face to face.
        InPerson = "in_person",
    }
}

/// What is sealed: it may name people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The first contact or campaign.
    pub occasion: String,
    /// Who was told.
    pub audience: String,
}

/// One entry.
pub struct Notice {
    /// Controller.
    pub controller_id: String,
    /// The day.
    pub given_on: NaiveDate,
    /// How.
    pub way: Way,
    /// Which version of the text.
    pub text_version: String,
    /// The rest.
    pub details: Details,
    /// Who entered it.
    pub made_by: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = objection_notices)]
struct Row {
    id: String,
    controller_id: String,
    given_on: NaiveDate,
    way: String,
    text_version: String,
    sealed: Vec<u8>,
    made_by: String,
    made_at: NaiveDateTime,
}

fn place(id: &str) -> Place<'_> {
    Place { table: "objection_notices", column: "sealed", row: id }
}

/// Keeps an entry.
pub fn keep(
    tx: &mut Tx<'_>,
    controller_id: &str,
    given_on: NaiveDate,
    way: Way,
    text_version: &str,
    details: &Details,
) -> Result<()> {
    let staff = tx.actor.staff_id().map(chain::staff_chain).ok_or(Error::NotFound)?;
    let id = tokens::id();
    let row = Row {
        sealed: seal_json(tx.store.secrets.staff_secrets(), &place(&id), details)?,
        controller_id: controller_id.to_owned(),
        given_on,
        way: way.code().to_owned(),
        text_version: text_version.to_owned(),
        made_by: tx.actor.tag(),
        made_at: tx.now.naive_utc(),
        id: id.clone(),
    };
    diesel::insert_into(objection_notices::table).values(&row).execute(tx.db)?;
    let facts = serde_json::json!({ "row": id, "given_on": given_on, "way": way, "text": text_version });
    chain::append(tx, &staff, None, &Event::new(EventKind::ObjectionNotice, None, facts)).map(|_| ())
}

/// All of them, the newest first.
pub fn all(store: &Store, db: &mut Db) -> Result<Vec<Notice>> {
    let rows: Vec<Row> = objection_notices::table
        .order((objection_notices::given_on.desc(), objection_notices::id.desc()))
        .select(Row::as_select())
        .load(db)?;
    let key = store.secrets.staff_secrets();
    rows.into_iter()
        .map(|row| {
            Ok(Notice {
                details: open_json(key, &place(&row.id), &row.sealed)?,
                way: code(Way::from_code(&row.way), "objection_notices.way")?,
                controller_id: row.controller_id,
                given_on: row.given_on,
                text_version: row.text_version,
                made_by: row.made_by,
            })
        })
        .collect()
}
