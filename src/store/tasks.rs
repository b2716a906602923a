//! Tasks, the findings they brought back, and the packages made from them.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open, open_json, seal, seal_json};
use crate::crypto::tokens;
use crate::domain::finding::Finding;
use crate::domain::task::{Task, TaskState};
use crate::store::backend::Db;
use crate::store::case_rows::{TaskRow, code};
use crate::store::error::{Error, Result};
use crate::store::schema::{findings, packages, requests, task_requests, tasks};
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whom a task asks, and what it needs to know about the person. Sealed: staff write the name of a
/// colleague or system freely, and where data lie tells about the person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskDetails {
    /// Name of the source, or of the colleague's system.
    pub name: String,
    /// For a source: keys of the records chosen at look-up, as the source's map defines them.
    pub subjects: Vec<serde_json::Value>,
    /// For a source: why some of these are the person's although nothing proven points at them.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// For a hand: what the holder is asked.
    pub question: String,
}

/// A task as the case page and the worker see it.
#[derive(Debug, Clone)]
pub struct StoredTask {
    /// Task id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// "source" or "hand".
    pub holder: String,
    /// Where it stands.
    pub state: TaskState,
    /// By when.
    pub due_on: chrono::NaiveDate,
    /// When it was finished.
    pub finished_at: Option<DateTime<Utc>>,
    private: Vec<u8>,
    problem: Option<Vec<u8>>,
}

fn problem_place(id: &str) -> Place<'_> {
    Place { table: "tasks", column: "problem", row: id }
}

impl StoredTask {
    /// Why it failed.
    pub fn problem(&self, key: &CaseKey) -> Result<Option<String>> {
        let Some(sealed) = &self.problem else { return Ok(None) };
        let clear = open(key, &problem_place(&self.id), sealed)?;
        Ok(Some(String::from_utf8_lossy(&clear).into_owned()))
    }

    /// Whom it asks, and what it needs to know.
    pub fn details(&self, key: &CaseKey) -> Result<TaskDetails> {
        if self.private.is_empty() {
            return Ok(TaskDetails::default());
        }
        Ok(open_json(key, &Place { table: "tasks", column: "private", row: &self.id }, &self.private)?)
    }
}

fn read(row: TaskRow) -> Result<StoredTask> {
    Ok(StoredTask {
        state: code(TaskState::from_code(&row.state), "tasks.state")?,
        id: row.id,
        case_id: row.case_id,
        holder: row.holder,
        due_on: row.due_on,
        problem: row.problem,
        finished_at: row.finished_at.map(|at| at.and_utc()),
        private: row.private,
    })
}

/// Enters a task with the requests it works for. Called by the one door.
pub(crate) fn insert(tx: &mut Tx<'_>, key: &CaseKey, case_id: &str, task: &Task) -> Result<()> {
    let place = Place { table: "tasks", column: "private", row: &task.id };
    let row = TaskRow {
        id: task.id.clone(),
        case_id: case_id.to_owned(),
        holder: task.holder.code().to_owned(),
        state: task.state.code().to_owned(),
        due_on: task.due_on,
        private: seal_json(key, &place, &TaskDetails::default())?,
        problem: None,
        made_at: tx.now.naive_utc(),
        finished_at: None,
    };
    diesel::insert_into(tasks::table).values(&row).execute(tx.db)?;
    for request in &task.request_ids {
        diesel::insert_into(task_requests::table)
            .values((task_requests::task_id.eq(&task.id), task_requests::request_id.eq(request)))
            .execute(tx.db)?;
    }
    Ok(())
}

/// Keeps what a task needs to know.
pub fn set_details(tx: &mut Tx<'_>, key: &CaseKey, task_id: &str, details: &TaskDetails) -> Result<()> {
    let sealed = seal_json(key, &Place { table: "tasks", column: "private", row: task_id }, details)?;
    diesel::update(tasks::table.find(task_id)).set(tasks::private.eq(sealed)).execute(tx.db)?;
    Ok(())
}

/// A task by id.
pub fn get(db: &mut Db, id: &str) -> Result<StoredTask> {
    let row: TaskRow = tasks::table.find(id).select(TaskRow::as_select()).first(db)?;
    read(row)
}

/// The tasks of a case.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Vec<StoredTask>> {
    let rows: Vec<TaskRow> = tasks::table
        .filter(tasks::case_id.eq(case_id))
        .order(tasks::id.asc())
        .select(TaskRow::as_select())
        .load(db)?;
    rows.into_iter().map(read).collect()
}

/// Ids of the tasks that work for a request.
pub fn of_request(db: &mut Db, request_id: &str) -> Result<Vec<String>> {
    Ok(task_requests::table
        .filter(task_requests::request_id.eq(request_id))
        .order(task_requests::task_id.asc())
        .select(task_requests::task_id)
        .load(db)?)
}

/// The names of the tasks of a case, by id.
pub fn names(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<BTreeMap<String, String>> {
    of_case(db, case_id)?.into_iter().map(|task| Ok((task.id.clone(), task.details(key)?.name))).collect()
}

/// A running task could not be done, and why.
pub fn fail(tx: &mut Tx<'_>, key: &CaseKey, id: &str, problem: &str) -> Result<()> {
    set_state(tx, id, &[TaskState::Running], TaskState::Failed)?;
    let sealed = seal(key, &problem_place(id), problem.as_bytes());
    diesel::update(tasks::table.find(id)).set(tasks::problem.eq(Some(sealed))).execute(tx.db)?;
    Ok(())
}

/// Moves a task from one of `from` to `to`. [`Error::Stale`] when it stands elsewhere: a cancelled
/// task stays cancelled, an answered one is not answered twice.
pub fn set_state(tx: &mut Tx<'_>, id: &str, from: &[TaskState], to: TaskState) -> Result<()> {
    let from: Vec<&str> = from.iter().map(|s| s.code()).collect();
    let finished = to.is_finished().then(|| tx.now.naive_utc());
    let moved = diesel::update(tasks::table.find(id).filter(tasks::state.eq_any(from)))
        .set((
            tasks::state.eq(to.code()),
            tasks::problem.eq(None::<Vec<u8>>),
            tasks::finished_at.eq(finished),
        ))
        .execute(tx.db)?;
    if moved == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// A finding as stored.
#[derive(Debug, Clone)]
pub struct StoredFinding {
    /// Row id.
    pub id: String,
    /// Task that brought it.
    pub task_id: String,
    /// File with the record stream, if there are records.
    pub records_file: Option<String>,
    /// How many records.
    pub records: i64,
    /// When.
    pub made_at: DateTime<Utc>,
    details: Vec<u8>,
}

impl StoredFinding {
    /// What was found, described.
    pub fn finding(&self, key: &CaseKey) -> Result<Finding> {
        Ok(open_json(key, &Place { table: "findings", column: "details", row: &self.id }, &self.details)?)
    }
}

/// Keeps a finding; a task that is tried again replaces what it brought before.
pub fn keep_finding(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    task: &StoredTask,
    finding: &Finding,
    records_file: Option<&str>,
) -> Result<()> {
    diesel::delete(findings::table.filter(findings::task_id.eq(&task.id))).execute(tx.db)?;
    let id = tokens::id();
    let records: u64 = finding.parts.iter().map(|p| p.records).sum();
    diesel::insert_into(findings::table)
        .values((
            findings::id.eq(&id),
            findings::case_id.eq(&task.case_id),
            findings::task_id.eq(&task.id),
            findings::records_file.eq(records_file),
            findings::records.eq(i64::try_from(records).unwrap_or(i64::MAX)),
            findings::details.eq(seal_json(
                key,
                &Place { table: "findings", column: "details", row: &id },
                finding,
            )?),
            findings::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The findings of a case, by task.
pub fn findings(db: &mut Db, case_id: &str) -> Result<Vec<StoredFinding>> {
    type Row = (String, String, Option<String>, i64, Vec<u8>, NaiveDateTime);
    let rows: Vec<Row> = findings::table
        .filter(findings::case_id.eq(case_id))
        .order((findings::task_id.asc(), findings::id.asc()))
        .select((
            findings::id,
            findings::task_id,
            findings::records_file,
            findings::records,
            findings::details,
            findings::made_at,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(id, task_id, records_file, records, details, made_at)| StoredFinding {
            id,
            task_id,
            records_file,
            records,
            details,
            made_at: made_at.and_utc(),
        })
        .collect())
}

/// A built package.
#[derive(Debug, Clone, Queryable)]
pub struct Package {
    /// Request answered.
    pub request_id: String,
    /// Case.
    pub case_id: String,
    /// File with the sealed bytes.
    pub file_id: String,
    /// SHA-256 of the clear package, hex.
    pub sha256: String,
    summary: Vec<u8>,
}

impl Package {
    /// What is inside, for the preview.
    pub fn summary<T: serde::de::DeserializeOwned>(&self, key: &CaseKey) -> Result<T> {
        Ok(open_json(
            key,
            &Place { table: "packages", column: "summary", row: &self.request_id },
            &self.summary,
        )?)
    }
}

/// Keeps the package of a request (replacing an older one) and marks the request. An approval of
/// another package is no approval of this one.
pub fn keep_package<T: Serialize>(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    request_id: &str,
    file_id: &str,
    sha256: &str,
    summary: &T,
) -> Result<()> {
    diesel::delete(packages::table.find(request_id)).execute(tx.db)?;
    let place = Place { table: "packages", column: "summary", row: request_id };
    diesel::insert_into(packages::table)
        .values((
            packages::request_id.eq(request_id),
            packages::case_id.eq(case_id),
            packages::file_id.eq(file_id),
            packages::sha256.eq(sha256),
            packages::summary.eq(seal_json(key, &place, summary)?),
            packages::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    diesel::update(requests::table.find(request_id))
        .set(requests::package_sha256.eq(sha256))
        .execute(tx.db)?;
    Ok(())
}

/// The package of a request, if one was built.
pub fn package(db: &mut Db, request_id: &str) -> Result<Option<Package>> {
    Ok(packages::table
        .find(request_id)
        .select((
            packages::request_id,
            packages::case_id,
            packages::file_id,
            packages::sha256,
            packages::summary,
        ))
        .first(db)
        .optional()?)
}

/// Forgets the package of a request: the answer was sent back. The file goes with the case.
pub fn drop_package(tx: &mut Tx<'_>, request_id: &str) -> Result<()> {
    diesel::delete(packages::table.find(request_id)).execute(tx.db)?;
    let none = requests::package_sha256.eq(None::<String>);
    diesel::update(requests::table.find(request_id)).set(none).execute(tx.db)?;
    Ok(())
}

/// Open tasks of every case whose date has come, for reminders.
pub fn due(db: &mut Db, until: chrono::NaiveDate) -> Result<Vec<StoredTask>> {
    let rows: Vec<TaskRow> = tasks::table
        .filter(tasks::state.eq_any([TaskState::Open.code(), TaskState::Failed.code()]))
        .filter(tasks::due_on.le(until))
        .order((tasks::due_on.asc(), tasks::id.asc()))
        .select(TaskRow::as_select())
        .load(db)?;
    rows.into_iter().map(read).collect::<Result<Vec<_>>>()
}

/// A task of this case, or [`Error::NotFound`].
pub fn in_case(db: &mut Db, case_id: &str, task_id: &str) -> Result<StoredTask> {
    let task = get(db, task_id)?;
    if task.case_id == case_id { Ok(task) } else { Err(Error::NotFound) }
}
