//! Notices to known addresses: which letter, which link stops the case, how long a release waits.

use crate::crypto::keys::CaseKey;
use crate::domain::case::Notice;
use crate::store::backend::Db;
use crate::store::codes::{self, Proves, Purpose};
use crate::store::error::Result;
use crate::store::schema::{messages, notices};
use crate::store::unit::Tx;
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

/// How long the link of a notice stops a case: as long as a case can well be open.
const LIFE: Duration = Duration::days(400);

/// Makes the link that stops a case from an address. Returns its id.
pub fn make_link(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    token_hash: [u8; 32],
    known: &Proves,
) -> Result<String> {
    codes::make_link(tx, key, case_id, Purpose::Stop, token_hash, known, LIFE)
}

/// Keeps that a letter carries this link, and for how many hours a release waits after it.
pub fn keep(tx: &mut Tx<'_>, case_id: &str, link_id: &str, message_id: &str, hold_hours: i32) -> Result<()> {
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(link_id),
            notices::case_id.eq(case_id),
            notices::message_id.eq(message_id),
            notices::hold_hours.eq(hold_hours),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The notices of a case, as the guards look at them.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Vec<Notice>> {
    type Row = (i32, Option<NaiveDateTime>, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let rows: Vec<Row> = notices::table
        .inner_join(messages::table)
        .filter(notices::case_id.eq(case_id))
        .order(notices::id.asc())
        .select((notices::hold_hours, notices::settled_at, messages::delivered_at, messages::failed_at))
        .load(db)?;
    let read = |(hours, settled, sent, failed): Row| Notice {
        sent_at: sent.map(|at| at.and_utc()),
        failed: failed.is_some(),
        hold_hours: u32::try_from(hours).unwrap_or_default(),
        settled: settled.is_some(),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The links of a case with the address each went to, oldest first.
pub fn addresses(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<(String, Proves)>> {
    let ids: Vec<String> = notices::table
        .filter(notices::case_id.eq(case_id))
        .order(notices::id.asc())
        .select(notices::id)
        .load(db)?;
    ids.into_iter()
        .map(|id| {
            let proves = codes::by_id(db, &id)?.proves(key)?;
            Ok((id, proves))
        })
        .collect()
}

/// Notes that a code to the address of this notice was proven: nobody has to be waited for there.
pub fn settle(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    diesel::update(notices::table.find(id).filter(notices::settled_at.is_null()))
        .set(notices::settled_at.eq(Some(tx.now.naive_utc())))
        .execute(tx.db)?;
    Ok(())
}
