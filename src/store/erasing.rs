//! Erasing a case in three steps, each harmless when done twice: mark it, destroy its key, delete its
//! rows and files. What is left says that there was a case: its reference, rights, dates and outcomes,
//! and a chain whose sealed parts nobody can open. A crash between the steps is finished by the next
//! pass; the pass that finds nothing left ends it.

use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::store::backend::{Db, empty_log};
use crate::store::chain;
use crate::store::erasures::{self, Erasure};
use crate::store::error::{Error, Result};
use crate::store::schema::{cases, erasing, files, requests};
use crate::store::unit::{Store, Tx};
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::path::Path;

/// What goes with a case, in the order in which nothing refers to what is gone: table, and which of
/// its rows belong to the case. A test holds the list against the tables there are.
pub const GONE: &[(&str, &str)] = &[
    ("api_cases", OF_CASE),
    ("restriction_uses", OF_CASE),
    ("restrictions", OF_CASE),
    ("recipient_notices", OF_CASE),
    ("follow_ups", OF_CASE),
    ("undelivered", OF_CASE),
    ("notices", OF_CASE),
    ("representations", OF_CASE),
    ("linked_cases", "case_id = $1 OR of_case = $1"),
    ("packages", OF_CASE),
    ("deliveries", OF_CASE),
    ("findings", OF_CASE),
    ("files", OF_CASE),
    ("messages", OF_CASE),
    (
        "reminders",
        "subject = $1 OR subject IN (SELECT id FROM requests WHERE case_id = $1) OR subject IN (SELECT id FROM tasks WHERE case_id = $1)",
    ),
    ("task_requests", "task_id IN (SELECT id FROM tasks WHERE case_id = $1)"),
    ("tasks", OF_CASE),
    ("proofs", OF_CASE),
    ("representations", OF_CASE),
    ("linked_cases", OF_CASE),
    ("codes", OF_CASE),
    ("person_sessions", OF_CASE),
    ("blind_index", OF_CASE),
    ("jobs", OF_CASE),
];

const OF_CASE: &str = "case_id = $1";

/// What stays of a case: dates and outcomes, and the pauses those dates were computed with.
pub const STAYS: &[&str] = &["cases", "requests", "pauses", "erasing"];

/// Marks a case that was just decided to be erased, in the transaction of that decision.
pub fn begin(tx: &mut Tx<'_>, case_id: &str) -> Result<()> {
    diesel::insert_into(erasing::table)
        .values((erasing::case_id.eq(case_id), erasing::begun_at.eq(tx.now.naive_utc())))
        .execute(tx.db)?;
    Ok(())
}

/// How many erasures are not finished.
pub fn unfinished(db: &mut Db) -> Result<i64> {
    Ok(erasing::table.count().get_result(db)?)
}

/// One pass over every erasure that is not finished; returns how many are left. Those that had
/// something to delete are among them: what was being written meanwhile is found by the next pass.
pub fn go_on(store: &Store, outside: &Path) -> Result<usize> {
    let waiting: Vec<(String, String)> = store.look(|db| {
        let marked = erasing::table.inner_join(cases::table);
        Ok::<_, Error>(
            marked.order(erasing::begun_at.asc()).select((erasing::case_id, cases::key_id)).load(db)?,
        )
    })?;
    let mut left = 0;
    for (case_id, key_id) in &waiting {
        left += usize::from(!pass(store, outside, case_id, key_id)?);
    }
    Ok(left)
}

/// The steps after the mark, for one case; `true` when nothing of it was left.
fn pass(store: &Store, outside: &Path, case_id: &str, key_id: &str) -> Result<bool> {
    let key_has_left = has_left(store.vault.destroy(case_id, key_id, store.clock.now()))?;
    let sealed: Vec<String> = store.look(|db| {
        let own = files::table.filter(files::case_id.eq(case_id));
        Ok::<_, Error>(own.select(files::id).load(db)?)
    })?;
    for id in &sealed {
        store.files.remove(id)?;
    }
    let deleted = store.write(&Actor::System, |tx| delete_rows(tx, case_id))?;
    let is_outside = match store.vault.erasure(key_id)? {
        Some(erasure) => erasures::put_outside(store, outside, &erasure)
            .inspect_err(|why| tracing::error!(%why, "an erasure cannot be written outside: a restore could bring it back"))
            .is_ok(),
        None => false,
    };
    let rows_have_left = has_left(empty_log(&mut *store.pools.writer.get()?))?;
    if deleted > 0 || !(key_has_left && is_outside && rows_have_left) {
        return Ok(false);
    }
    store.write(&Actor::System, |tx| {
        diesel::delete(erasing::table.find(case_id)).execute(tx.db)?;
        Ok::<_, Error>(())
    })?;
    Ok(true)
}

/// Whether what was deleted has left the write-ahead log; a reader may be in the way for now.
fn has_left(emptied: Result<()>) -> Result<bool> {
    match emptied {
        Ok(()) => Ok(true),
        Err(Error::Unavailable) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Deletes what belongs to the case and empties what is left of it; returns how many rows went.
fn delete_rows(tx: &mut Tx<'_>, case_id: &str) -> Result<usize> {
    let mut deleted = 0;
    for (table, rows) in GONE {
        deleted += diesel::sql_query(format!("DELETE FROM {table} WHERE {rows}"))
            .bind::<Text, _>(case_id)
            .execute(tx.db)?;
    }
    diesel::update(requests::table.filter(requests::case_id.eq(case_id)))
        .set((
            requests::answer.eq(None::<Vec<u8>>),
            requests::answer_complete.eq(false),
            requests::package_sha256.eq(None::<String>),
        ))
        .execute(tx.db)?;
    diesel::update(cases::table.find(case_id))
        .set((
            cases::person.eq(Vec::new()),
            cases::words.eq(Vec::new()),
            cases::code_hash.eq(Vec::new()),
            cases::submission_key.eq(None::<Vec<u8>>),
            cases::submission_hash.eq(None::<Vec<u8>>),
            // whom it was about, and what made them a case apart
            cases::about_staff.eq(None::<String>),
            cases::flags.eq(""),
            cases::representation.eq("none"),
        ))
        .execute(tx.db)?;
    Ok(deleted)
}

/// How many ids one statement asks for.
const MOST_ASKED: usize = 500;

/// Erases again what the ledger says was erased and what is there again; returns how many cases that
/// were. This is no new decision: it carries out one that was made and stands in the ledger, on rows
/// older than it, so it does not go through the law.
pub(super) fn again(store: &Store, ledger: &[Erasure]) -> Result<usize> {
    let mut erased = 0;
    for part in ledger.chunks(MOST_ASKED) {
        let key_ids: Vec<String> = part.iter().map(|erasure| erasure.key_id.clone()).collect();
        let back: Vec<String> = store.look(|db| {
            let there = cases::table.filter(cases::key_id.eq_any(&key_ids)).filter(cases::erased.eq(false));
            Ok::<_, Error>(there.select(cases::id).load(db)?)
        })?;
        for case_id in &back {
            store.write(&Actor::System, |tx| mark_again(tx, case_id))?;
        }
        erased += back.len();
        let keys = store.vault.existing(&key_ids)?;
        let inside = store.vault.destroyed(&key_ids)?;
        for erasure in part {
            if keys.contains(&erasure.key_id) || !inside.contains(&erasure.key_id) {
                has_left(store.vault.destroy(&erasure.case_id, &erasure.key_id, erasure.at))?;
            }
        }
    }
    Ok(erased)
}

fn mark_again(tx: &mut Tx<'_>, case_id: &str) -> Result<()> {
    diesel::update(cases::table.find(case_id))
        .set((cases::erased.eq(true), cases::version.eq(cases::version + 1)))
        .execute(tx.db)?;
    diesel::update(requests::table.filter(requests::case_id.eq(case_id)))
        .set((requests::state.eq("erased"), requests::is_open.eq(false)))
        .execute(tx.db)?;
    let event = Event::new(EventKind::Erase, None, serde_json::json!({ "again": true }));
    chain::append(tx, case_id, None, &event)?;
    begin(tx, case_id)
}
