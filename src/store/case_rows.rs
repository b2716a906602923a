//! Rows of cases, requests, pauses and proofs, and how they become the facts the law looks at.

use crate::domain::case::{Case, Flag, Intake, Representation};
use crate::domain::identity::{Channel, Level, Proof, ProofWay};
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, Dates, Extension, Pause, PauseKind, Request, State};
use crate::domain::right::Right;
use crate::domain::task::{Holder, Task, TaskState};
use crate::store::error::{Error, Result};
use crate::store::schema::{cases, pauses, proofs, requests, tasks};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// Reads a code that only this program writes; anything else means the row was tampered with.
pub fn code<T>(found: Option<T>, column: &str) -> Result<T> {
    found.ok_or_else(|| Error::Database(format!("{column} holds a code this version does not know")))
}

/// A list of codes in one column, separated by spaces.
pub fn codes<T>(text: &str, read: impl Fn(&str) -> Option<T>, column: &str) -> Result<Vec<T>> {
    text.split_whitespace().map(|word| code(read(word), column)).collect()
}

/// The `cases` table.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = cases)]
#[expect(missing_docs, reason = "columns are explained in the migration")]
pub struct CaseRow {
    pub id: String,
    pub controller_id: String,
    pub reference: String,
    pub key_id: String,
    pub version: i64,
    pub intake: String,
    pub lang: String,
    pub received_at: NaiveDateTime,
    pub received_on: NaiveDate,
    pub level: i32,
    pub address_confirmed: bool,
    pub flags: String,
    pub representation: String,
    pub about_staff: Option<String>,
    pub unproven_match: bool,
    pub retention_on: Option<NaiveDate>,
    pub erased: bool,
    pub unsure: bool,
    pub person: Vec<u8>,
    pub words: Vec<u8>,
    pub code_hash: Vec<u8>,
    pub submission_key: Option<Vec<u8>>,
    pub submission_hash: Option<Vec<u8>>,
    pub made_at: NaiveDateTime,
}

/// The columns of `cases` that the one door may change.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_null = true)]
pub struct CaseChange {
    controller_id: String,
    received_at: NaiveDateTime,
    received_on: NaiveDate,
    level: i32,
    address_confirmed: bool,
    flags: String,
    representation: String,
    about_staff: Option<String>,
    unproven_match: bool,
    retention_on: Option<NaiveDate>,
    erased: bool,
}

impl CaseChange {
    /// The changed columns of a case as it is next.
    pub fn of(case: &Case) -> Self {
        CaseChange {
            controller_id: case.controller_id.clone(),
            received_at: case.received_at.naive_utc(),
            received_on: case.received_on,
            level: i32::from(case.level.number()),
            address_confirmed: case.address_confirmed,
            flags: flags(case),
            representation: case.representation.code().to_owned(),
            about_staff: case.about_staff.clone(),
            unproven_match: case.unproven_match,
            retention_on: case.retention_on,
            erased: case.erased,
        }
    }
}

/// The flags of a case as one column.
pub fn flags(case: &Case) -> String {
    case.flags.iter().map(|f| f.code()).collect::<Vec<_>>().join(" ")
}

impl CaseRow {
    /// The facts of the case.
    pub fn facts(&self, proofs: Vec<Proof>) -> Result<Case> {
        Ok(Case {
            id: self.id.clone(),
            controller_id: self.controller_id.clone(),
            intake: code(Intake::from_code(&self.intake), "cases.intake")?,
            received_at: self.received_at.and_utc(),
            received_on: self.received_on,
            level: level(self.level)?,
            proofs,
            address_confirmed: self.address_confirmed,
            flags: codes(&self.flags, Flag::from_code, "cases.flags")?,
            representation: code(Representation::from_code(&self.representation), "cases.representation")?,
            about_staff: self.about_staff.clone(),
            unproven_match: self.unproven_match,
            notices: Vec::new(),
            undelivered: Vec::new(),
            retention_on: self.retention_on,
            erased: self.erased,
            version: self.version,
        })
    }
}

fn level(number: i32) -> Result<Level> {
    code(u8::try_from(number).ok().and_then(|n| Level::try_from(n).ok()), "level")
}

/// The `requests` table.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = requests, treat_none_as_null = true)]
#[expect(missing_docs, reason = "columns are explained in the migration")]
pub struct RequestRow {
    pub id: String,
    pub case_id: String,
    pub right_code: String,
    pub state: String,
    pub is_open: bool,
    pub paused_from: Option<String>,
    pub reviewed_from: Option<String>,
    pub assignee: Option<String>,
    pub received_on: NaiveDate,
    pub extended_on: Option<NaiveDate>,
    pub extension_delivered: bool,
    pub extension_disputable: bool,
    pub answer_outcome: Option<String>,
    pub answer_grounds: String,
    pub answer_complete: bool,
    pub author: Option<String>,
    pub approver: Option<String>,
    pub single_handed: bool,
    pub package_sha256: Option<String>,
    pub outcome: Option<String>,
    pub closed_at: Option<NaiveDateTime>,
    pub withdrawn_from: Option<String>,
    pub statutory_on: NaiveDate,
    pub promise_on: Option<NaiveDate>,
    pub shown_on: NaiveDate,
    pub act_by_on: NaiveDate,
    pub last_extend_on: NaiveDate,
    pub last_extend_paused_on: NaiveDate,
    pub level_needed: i32,
    pub level: i32,
}

/// The hash of the package built and, after a space, of the one approved.
fn package_hashes(request: &Request) -> Option<String> {
    let built = request.package.as_ref()?;
    Some(match &request.approved_package {
        Some(approved) => format!("{built} {approved}"),
        None => built.clone(),
    })
}

impl RequestRow {
    fn package_hash(&self, place: usize) -> Option<String> {
        self.package_sha256.as_deref()?.split(' ').nth(place).map(str::to_owned)
    }

    /// The row of a request of a case at this level.
    pub fn of(request: &Request, case: &Case) -> Self {
        let text = |s: Option<State>| s.map(|s| s.code().to_owned());
        RequestRow {
            id: request.id.clone(),
            case_id: case.id.clone(),
            right_code: request.right.code().to_owned(),
            state: request.state.code().to_owned(),
            is_open: request.state.is_open(),
            paused_from: text(request.paused_from),
            reviewed_from: text(request.reviewed_from),
            assignee: request.assignee.clone(),
            received_on: request.received_on,
            extended_on: request.extension.map(|e| e.noticed_on),
            extension_delivered: request.extension.is_some_and(|e| e.delivered),
            extension_disputable: request.extension.is_some_and(|e| e.disputable),
            answer_outcome: request.answer.as_ref().map(|a| a.outcome.code().to_owned()),
            answer_grounds: request.answer.as_ref().map(|a| a.grounds.join(" ")).unwrap_or_default(),
            answer_complete: request.answer.as_ref().is_some_and(|a| a.complete),
            author: request.author.clone(),
            approver: request.approver.clone(),
            single_handed: request.single_handed,
            package_sha256: package_hashes(request),
            outcome: request.outcome.map(|o| o.code().to_owned()),
            closed_at: request.closed_at.map(|at| at.naive_utc()),
            withdrawn_from: text(request.withdrawn_from),
            statutory_on: request.dates.statutory_on,
            promise_on: request.dates.promise_on,
            shown_on: request.dates.shown_on,
            act_by_on: request.dates.act_by_on,
            last_extend_on: request.dates.last_extend_on,
            last_extend_paused_on: request.dates.last_extend_paused_on,
            level_needed: i32::from(request.right.level_needed().number()),
            level: i32::from(case.level.number()),
        }
    }

    /// The facts of the request.
    pub fn facts(&self, pauses: Vec<Pause>) -> Result<Request> {
        let state = |text: &Option<String>, column: &str| -> Result<Option<State>> {
            text.as_deref().map(|t| code(State::from_code(t), column)).transpose()
        };
        let outcome = |text: &Option<String>| -> Result<Option<Outcome>> {
            text.as_deref().map(|t| code(Outcome::from_code(t), "requests.outcome")).transpose()
        };
        Ok(Request {
            id: self.id.clone(),
            right: code(Right::from_code(&self.right_code), "requests.right_code")?,
            state: code(State::from_code(&self.state), "requests.state")?,
            paused_from: state(&self.paused_from, "requests.paused_from")?,
            reviewed_from: state(&self.reviewed_from, "requests.reviewed_from")?,
            assignee: self.assignee.clone(),
            received_on: self.received_on,
            pauses,
            extension: self.extended_on.map(|noticed_on| Extension {
                noticed_on,
                delivered: self.extension_delivered,
                disputable: self.extension_disputable,
            }),
            answer: outcome(&self.answer_outcome)?.map(|outcome| Answer {
                outcome,
                grounds: self.answer_grounds.split_whitespace().map(str::to_owned).collect(),
                complete: self.answer_complete,
            }),
            author: self.author.clone(),
            approver: self.approver.clone(),
            single_handed: self.single_handed,
            package: self.package_hash(0),
            approved_package: self.package_hash(1),
            outcome: outcome(&self.outcome)?,
            closed_at: self.closed_at.map(|at| at.and_utc()),
            withdrawn_from: state(&self.withdrawn_from, "requests.withdrawn_from")?,
            dates: Dates {
                statutory_on: self.statutory_on,
                promise_on: self.promise_on,
                shown_on: self.shown_on,
                act_by_on: self.act_by_on,
                last_extend_on: self.last_extend_on,
                last_extend_paused_on: self.last_extend_paused_on,
            },
        })
    }
}

/// The `pauses` table.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = pauses)]
#[expect(missing_docs, reason = "columns are explained in the domain type")]
pub struct PauseRow {
    pub id: String,
    pub request_id: String,
    pub kind: String,
    pub asked_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub doubt_on: Option<NaiveDate>,
    pub unposted: Option<String>,
    pub counts: bool,
    pub reply_by_on: NaiveDate,
    pub decided: bool,
    pub reminders: i32,
}

impl PauseRow {
    /// The row of a pause.
    pub fn of(pause: &Pause, request_id: &str) -> Self {
        PauseRow {
            id: pause.id.clone(),
            request_id: request_id.to_owned(),
            kind: pause.kind.code().to_owned(),
            asked_on: pause.asked_on,
            answered_on: pause.answered_on,
            doubt_on: pause.doubt_on,
            unposted: pause.unposted.clone(),
            counts: pause.counts,
            reply_by_on: pause.reply_by_on,
            decided: pause.decided,
            reminders: i32::try_from(pause.reminders).unwrap_or(i32::MAX),
        }
    }

    /// The facts of the pause.
    pub fn facts(&self) -> Result<Pause> {
        Ok(Pause {
            id: self.id.clone(),
            kind: code(PauseKind::from_code(&self.kind), "pauses.kind")?,
            asked_on: self.asked_on,
            answered_on: self.answered_on,
            doubt_on: self.doubt_on,
            unposted: self.unposted.clone(),
            counts: self.counts,
            reply_by_on: self.reply_by_on,
            decided: self.decided,
            reminders: u32::try_from(self.reminders).unwrap_or_default(),
        })
    }
}

/// The `proofs` table.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = proofs)]
#[expect(missing_docs, reason = "columns are explained in the migration")]
pub struct ProofRow {
    pub id: String,
    pub case_id: String,
    pub way: String,
    pub channel: String,
    pub made_at: NaiveDateTime,
    pub on_record_since: Option<NaiveDate>,
    pub details: Vec<u8>,
}

impl ProofRow {
    /// The facts of the proof; the address stays sealed.
    pub fn facts(&self) -> Result<Proof> {
        Ok(Proof {
            way: code(ProofWay::from_code(&self.way), "proofs.way")?,
            channel: code(Channel::from_code(&self.channel), "proofs.channel")?,
            at: self.made_at.and_utc(),
            on_record_since: self.on_record_since,
        })
    }
}

/// The `tasks` table.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = tasks)]
#[expect(missing_docs, reason = "columns are explained in the migration")]
pub struct TaskRow {
    pub id: String,
    pub case_id: String,
    pub holder: String,
    pub state: String,
    pub due_on: NaiveDate,
    pub private: Vec<u8>,
    pub problem: Option<Vec<u8>>,
    pub made_at: NaiveDateTime,
    pub finished_at: Option<NaiveDateTime>,
}

impl TaskRow {
    /// The facts of the task.
    pub fn facts(&self, request_ids: Vec<String>) -> Result<Task> {
        Ok(Task {
            id: self.id.clone(),
            request_ids,
            holder: code(Holder::from_code(&self.holder), "tasks.holder")?,
            state: code(TaskState::from_code(&self.state), "tasks.state")?,
            due_on: self.due_on,
        })
    }
}
