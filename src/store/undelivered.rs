//! Answers that came back and were not sent again yet.

use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::{cases, undelivered};
use crate::store::unit::Tx;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

/// Most cases named above the queue.
const MOST: i64 = 20;

/// Notes that the answer of a request came back. Noting it twice is fine.
pub fn note(tx: &mut Tx<'_>, case_id: &str, request_id: &str) -> Result<()> {
    clear(tx, request_id)?;
    diesel::insert_into(undelivered::table)
        .values((
            undelivered::request_id.eq(request_id),
            undelivered::case_id.eq(case_id),
            undelivered::noted_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// It was sent again.
pub fn clear(tx: &mut Tx<'_>, request_id: &str) -> Result<()> {
    diesel::delete(undelivered::table.find(request_id)).execute(tx.db)?;
    Ok(())
}

/// The requests of a case whose answer came back.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Vec<String>> {
    Ok(undelivered::table
        .filter(undelivered::case_id.eq(case_id))
        .order(undelivered::request_id.asc())
        .select(undelivered::request_id)
        .load(db)?)
}

/// Case and reference of the answers that came back, oldest first, as this member of staff may see
/// them: nobody sees a case about themselves, a colleague's only the officer and who works on it.
pub fn waiting(db: &mut Db, staff_id: &str, is_officer: bool) -> Result<Vec<(String, String)>> {
    let me = staff_id.to_owned();
    let mut query = undelivered::table.inner_join(cases::table).into_boxed();
    query = query.filter(cases::erased.eq(false));
    query = query.filter(cases::about_staff.is_null().or(cases::about_staff.ne(me.clone())));
    if !is_officer {
        let is_mine = sql::<Bool>(
            "EXISTS (SELECT 1 FROM requests r WHERE r.case_id = undelivered.case_id AND r.assignee = ",
        )
        .bind::<Text, _>(me)
        .sql(")");
        query = query.filter(cases::about_staff.is_null().or(is_mine));
    }
    let mut found: Vec<(String, String)> = query
        .order((undelivered::noted_at.asc(), undelivered::request_id.asc()))
        .select((cases::id, cases::reference))
        .limit(MOST)
        .load(db)?;
    found.dedup();
    Ok(found)
}
