//! The queue of jobs: entered with the change they follow from, leased, tried again, buried.

use crate::crypto::tokens;
use crate::domain::job::{Job, NewJob};
use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::schema::jobs;
use crate::store::unit::Tx;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Text;

/// How long a job stays with a node that was last heard of. A node that works renews its lease four
/// times within it; what a killed node was doing is taken up by another after this long.
pub const LEASE: Duration = Duration::minutes(2);

/// A job that was leased to this worker.
#[derive(Debug, Clone)]
pub struct Leased {
    /// Job id; the Message-ID of a mail is made from it.
    pub id: String,
    /// What to do.
    pub job: Job,
    /// Case it belongs to.
    pub case_id: Option<String>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Proof of the lease.
    pub lease: String,
}

/// Enters a job in the transaction of the change it follows from.
pub fn enqueue(tx: &mut Tx<'_>, case_id: Option<&str>, new: &NewJob) -> Result<String> {
    let id = tokens::id();
    let body = serde_json::to_string(&new.job).map_err(|e| Error::Database(format!("job: {e}")))?;
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(&id),
            jobs::kind.eq(new.job.kind()),
            jobs::case_id.eq(case_id),
            jobs::body.eq(body),
            jobs::state.eq("waiting"),
            jobs::run_at.eq(new.run_at.unwrap_or(tx.now).naive_utc()),
            jobs::not_after.eq(new.not_after.map(|at| at.naive_utc())),
            jobs::attempts.eq(0),
            jobs::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(id)
}

type Row = (String, Option<String>, String, i32, Option<NaiveDateTime>);

/// Leases the next job that is due, of a kind this worker may do now. Jobs that became pointless
/// are dropped; a lease that ran out (the node died) is taken over and counts as an attempt.
pub fn lease(tx: &mut Tx<'_>, kinds: &[&str]) -> Result<Option<Leased>> {
    let now = tx.now.naive_utc();
    loop {
        let Some((id, case_id, body, attempts, not_after)) = next(tx.db, now, kinds)? else {
            return Ok(None);
        };
        if not_after.is_some_and(|limit| limit <= now) {
            settle_row(tx, &id, "dropped", None, None)?;
            continue;
        }
        let attempt = u32::try_from(attempts).unwrap_or_default() + 1;
        let Ok(job) = serde_json::from_str(&body) else {
            settle_row(tx, &id, "dead", Some("unknown_job: its body cannot be read"), None)?;
            continue;
        };
        if attempt > 1 && Job::retry_after(attempt - 1).is_none() {
            settle_row(tx, &id, "dead", Some("died: the node that worked on it died each time"), None)?;
            continue;
        }
        let lease = tokens::id();
        diesel::update(jobs::table.find(&id))
            .set((
                jobs::state.eq("leased"),
                jobs::attempts.eq(attempts + 1),
                jobs::lease.eq(Some(&lease)),
                jobs::leased_until.eq(Some((tx.now + LEASE).naive_utc())),
            ))
            .execute(tx.db)?;
        return Ok(Some(Leased { id, job, case_id, attempt, lease }));
    }
}

fn next(db: &mut Db, now: NaiveDateTime, kinds: &[&str]) -> Result<Option<Row>> {
    let due = jobs::table
        .filter(jobs::kind.eq_any(kinds.to_vec()))
        .filter(
            jobs::state
                .eq("waiting")
                .and(jobs::run_at.le(now))
                .or(jobs::state.eq("leased").and(jobs::leased_until.lt(now))),
        )
        .order((jobs::run_at.asc(), jobs::id.asc()))
        .select((jobs::id, jobs::case_id, jobs::body, jobs::attempts, jobs::not_after))
        .limit(1);
    // SQLite holds the write lock; on PostgreSQL other workers pass by a row somebody has
    Ok(match db {
        Db::Postgres(c) => due.for_update().skip_locked().first(c).optional()?,
        Db::Sqlite(c) => due.first(c).optional()?,
    })
}

/// Holds on to a leased job for another [`LEASE`]. `false` when the lease was lost in the meantime.
pub fn renew(tx: &mut Tx<'_>, leased: &Leased) -> Result<bool> {
    let held = diesel::update(
        jobs::table.find(&leased.id).filter(jobs::state.eq("leased")).filter(jobs::lease.eq(&leased.lease)),
    )
    .set(jobs::leased_until.eq(Some((tx.now + LEASE).naive_utc())))
    .execute(tx.db)?;
    Ok(held > 0)
}

/// How a job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// Done.
    Done,
    /// Did not work; the ladder says when again, or it is buried.
    Retry(String),
    /// Can never work; buried where staff see it.
    GiveUp(String),
}

/// Settles a leased job. `false` when the lease was lost in the meantime.
pub fn settle(tx: &mut Tx<'_>, leased: &Leased, settled: &Settled) -> Result<bool> {
    // this takes the row: nobody can take the lease over between the question and the answer
    if !renew(tx, leased)? {
        return Ok(false);
    }
    match settled {
        Settled::Done => settle_row(tx, &leased.id, "done", None, None)?,
        Settled::GiveUp(why) => settle_row(tx, &leased.id, "dead", Some(why), None)?,
        Settled::Retry(why) => match Job::retry_after(leased.attempt) {
            Some(wait) => settle_row(tx, &leased.id, "waiting", Some(why), Some(tx.now + wait))?,
            None => settle_row(tx, &leased.id, "dead", Some(why), None)?,
        },
    }
    Ok(true)
}

fn settle_row(
    tx: &mut Tx<'_>,
    id: &str,
    state: &str,
    problem: Option<&str>,
    again_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let finished = again_at.is_none().then(|| tx.now.naive_utc());
    diesel::update(jobs::table.find(id))
        .set((
            jobs::state.eq(state),
            jobs::problem.eq(problem),
            jobs::lease.eq(None::<String>),
            jobs::leased_until.eq(None::<NaiveDateTime>),
            jobs::finished_at.eq(finished),
        ))
        .execute(tx.db)?;
    if let Some(at) = again_at {
        diesel::update(jobs::table.find(id)).set(jobs::run_at.eq(at.naive_utc())).execute(tx.db)?;
    }
    Ok(())
}

/// Calls off a job of a case that waits or was buried. `false` when there is none: it is being done
/// at this moment, or it was done.
pub fn call_off(tx: &mut Tx<'_>, case_id: &str, job: &Job) -> Result<bool> {
    let body = serde_json::to_string(job).map_err(|e| Error::Database(format!("job: {e}")))?;
    let open = jobs::table
        .filter(jobs::case_id.eq(case_id))
        .filter(jobs::body.eq(body))
        .filter(jobs::state.eq_any(["waiting", "dead"]));
    let called_off = diesel::update(open)
        .set((jobs::state.eq("dropped"), jobs::finished_at.eq(Some(tx.now.naive_utc()))))
        .execute(tx.db)?;
    Ok(called_off > 0)
}

/// A buried job, as staff see it.
#[derive(Debug, Clone, Queryable)]
pub struct DeadJob {
    /// Job id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Case it belongs to.
    pub case_id: Option<String>,
    /// Why it was given up.
    pub problem: Option<String>,
    /// When.
    pub finished_at: Option<NaiveDateTime>,
    /// Tries.
    pub attempts: i32,
}

/// Who looks at the list of buried jobs.
#[derive(Debug, Clone, Copy)]
pub struct Eyes<'a> {
    /// The member of staff.
    pub staff_id: &'a str,
    /// Whether they are officer.
    pub is_officer: bool,
}

/// Buried jobs, newest first.
pub fn dead(db: &mut Db) -> Result<Vec<DeadJob>> {
    dead_but(db, &[])
}

/// The same as this member of staff may see them.
pub fn dead_for(db: &mut Db, eyes: Eyes<'_>) -> Result<Vec<DeadJob>> {
    let hidden = hidden_from(db, eyes)?;
    dead_but(db, &hidden)
}

#[derive(QueryableByName)]
struct CaseId {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Cases about a member of staff that have buried jobs and do not exist for this one: as in the
/// queue, a case about themself, and a colleague's for all but the officer and who works on it.
fn hidden_from(db: &mut Db, eyes: Eyes<'_>) -> Result<Vec<String>> {
    let works_on_it = "EXISTS (SELECT 1 FROM requests r WHERE r.case_id = c.id AND r.assignee = $1)";
    let others = if eyes.is_officer { String::new() } else { format!("OR NOT {works_on_it}") };
    let hidden: Vec<CaseId> = diesel::sql_query(format!(
        "SELECT DISTINCT c.id AS id FROM jobs j JOIN cases c ON c.id = j.case_id \
         WHERE j.state = 'dead' AND c.about_staff IS NOT NULL AND (c.about_staff = $1 {others})"
    ))
    .bind::<Text, _>(eyes.staff_id)
    .load(db)?;
    Ok(hidden.into_iter().map(|case| case.id).collect())
}

fn dead_but(db: &mut Db, hidden: &[String]) -> Result<Vec<DeadJob>> {
    Ok(jobs::table
        .filter(jobs::state.eq("dead"))
        .filter(jobs::case_id.is_null().or(jobs::case_id.ne_all(hidden.to_vec())))
        .order((jobs::finished_at.desc(), jobs::id.desc()))
        .select((jobs::id, jobs::kind, jobs::case_id, jobs::problem, jobs::finished_at, jobs::attempts))
        .limit(200)
        .load(db)?)
}

/// The case a job belongs to, if it belongs to one.
pub fn case_of(db: &mut Db, id: &str) -> Result<Option<String>> {
    Ok(jobs::table.find(id).select(jobs::case_id).first(db)?)
}

/// How many jobs are buried.
pub fn count_dead(db: &mut Db) -> Result<i64> {
    Ok(jobs::table.filter(jobs::state.eq("dead")).count().get_result(db)?)
}

/// The same as this member of staff may see them.
pub fn count_dead_for(db: &mut Db, eyes: Eyes<'_>) -> Result<i64> {
    let hidden = hidden_from(db, eyes)?;
    Ok(jobs::table
        .filter(jobs::state.eq("dead"))
        .filter(jobs::case_id.is_null().or(jobs::case_id.ne_all(hidden)))
        .count()
        .get_result(db)?)
}

/// Tries a buried job once more, from the bottom of the ladder.
pub fn revive(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let moved = diesel::update(jobs::table.find(id).filter(jobs::state.eq("dead")))
        .set((
            jobs::state.eq("waiting"),
            jobs::attempts.eq(0),
            jobs::run_at.eq(tx.now.naive_utc()),
            jobs::finished_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx.db)?;
    if moved == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Lets go of a buried job: nobody wants it done any more.
pub fn let_go(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let moved = diesel::update(jobs::table.find(id).filter(jobs::state.eq("dead")))
        .set(jobs::state.eq("dropped"))
        .execute(tx.db)?;
    if moved == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// How many jobs wait or are being worked on.
pub fn unfinished(db: &mut Db) -> Result<i64> {
    Ok(jobs::table.filter(jobs::state.eq_any(["waiting", "leased"])).count().get_result(db)?)
}

/// Forgets jobs that ended before `before`: they hold ids only, but a queue must not grow for ever.
pub fn forget(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize> {
    Ok(diesel::delete(
        jobs::table
            .filter(jobs::state.eq_any(["done", "dropped"]))
            .filter(jobs::finished_at.lt(before.naive_utc())),
    )
    .execute(tx.db)?)
}
