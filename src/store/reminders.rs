//! What was reminded. One row per (subject, kind, date, recipient): a second run, a restart or a
//! second node finds the row and does nothing.

use crate::store::error::Result;
use crate::store::unit::Tx;
use chrono::NaiveDate;
use diesel::prelude::*;

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
