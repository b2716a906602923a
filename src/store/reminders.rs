//! What was reminded. One row per (subject, kind, date, recipient): a second run, a restart or a
//! second node finds the row and does nothing.

use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::reminders;
use crate::store::unit::Tx;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// Claims a reminder; `true` for exactly one caller, ever.
pub fn claim(tx: &mut Tx<'_>, subject: &str, kind: &str, due_on: NaiveDate, recipient: &str) -> Result<bool> {
    let made = diesel::sql_query(
        "INSERT INTO reminders (subject, kind, due_on, recipient, sent_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (subject, kind, due_on, recipient) DO NOTHING",
    )
    .bind::<diesel::sql_types::Text, _>(subject)
    .bind::<diesel::sql_types::Text, _>(kind)
    .bind::<diesel::sql_types::Date, _>(due_on)
    .bind::<diesel::sql_types::Text, _>(recipient)
    .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
    .execute(tx.db)?;
    Ok(made == 1)
}

/// What a recipient was reminded of already, about any of these subjects: subject, kind, date.
pub fn claimed(
    db: &mut Db,
    subjects: &[String],
    recipient: &str,
) -> Result<HashSet<(String, String, NaiveDate)>> {
    let mut found = HashSet::new();
    for some in subjects.chunks(500) {
        let rows: Vec<(String, String, NaiveDate)> = reminders::table
            .filter(reminders::subject.eq_any(some.to_vec()))
            .filter(reminders::recipient.eq(recipient))
            .select((reminders::subject, reminders::kind, reminders::due_on))
            .load(db)?;
        found.extend(rows);
    }
    Ok(found)
}
