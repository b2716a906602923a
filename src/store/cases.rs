//! Cases and their requests: opening, loading, and `commit`, the only way a case changes.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::domain::calendar::Country;
use crate::domain::case::{Case, CaseFile, Representation};
use crate::domain::decide::Decision;
use crate::domain::event::EventKind;
use crate::domain::fulfilment::{Burden, Fulfilment};
use crate::domain::language::Lang;
use crate::domain::letter::GroundText;
use crate::domain::person::{Contact, Person, Representative};
use crate::domain::reference::Reference;
use crate::domain::request::{PauseKind, Request};
use crate::domain::stopping::Stopped;
use crate::domain::task::Task;
use crate::domain::withholding::Selection;
use crate::store::backend::Db;
use crate::store::case_rows::{CaseChange, CaseRow, PauseRow, ProofRow, RequestRow, TaskRow, code, flags};
use crate::store::error::{Error, Result};
use crate::store::schema::{cases, pauses, proofs, requests, task_requests, tasks};
use crate::store::unit::Tx;
use crate::store::{chain, jobs, notices, search, undelivered};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What the person wrote, besides who they are. Sealed as one value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseWords {
    /// What it is about, in their own words.
    pub about: String,
    /// Which consent, which use, which decision: the details of single rights.
    pub details: String,
    /// Who asks for the person, if somebody does.
    pub representative: Option<Representative>,
    /// Why a date more than 30 days back was entered, if it was.
    pub entered_reason: Option<String>,
}

/// The answer to a request in words. Sealed as one value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerWords {
    /// What was done or found.
    pub words: String,
    /// Grounds with reasons.
    pub grounds: Vec<GroundText>,
    /// Where was searched, for "no data".
    pub searched: Vec<String>,
    /// By which identifiers, masked.
    pub identifiers: Vec<String>,
    /// What of the findings stays out of the package, and which documents may be taken along.
    pub selection: Selection,
    /// The marketing that was stopped, for the answer to an objection to it.
    #[serde(default)]
    pub stopped: Option<Stopped>,
    /// What was done, for the rights that keep a record of it.
    #[serde(default)]
    pub record: Option<Fulfilment>,
    /// What shows that it is unfounded or excessive.
    #[serde(default)]
    pub burden: Option<Burden>,
    /// The record and the proof as they were typed, for the form when the answer comes back.
    #[serde(default)]
    pub typed: Vec<(String, String)>,
    /// The version of the register the art. 15 information is taken from.
    #[serde(default)]
    pub register: Option<RegisterUsed>,
}

impl AnswerWords {
    /// Every ground of the answer: those that were written, and those that follow from the record.
    pub fn all_grounds(&self) -> Vec<GroundText> {
        let of_record = self.record.iter().flat_map(Fulfilment::grounds);
        self.grounds.iter().cloned().chain(of_record).collect()
    }
}

/// The version of the register an answer is written from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterUsed {
    /// Name of the register.
    pub name: String,
    /// Which version.
    pub version: i64,
}

/// A case to be opened.
pub struct NewCase<'a> {
    /// Facts decided by the law.
    pub decision: &'a Decision,
    /// Reference, unique.
    pub reference: &'a Reference,
    /// Id of the key in the vault.
    pub key_id: &'a str,
    /// Country of the controller: a phone number without a country code is one of there.
    pub home: Country,
    /// Language of the person.
    pub lang: Lang,
    /// The person was not sure which right it is.
    pub unsure: bool,
    /// Who they are.
    pub person: &'a Person,
    /// What they wrote.
    pub words: &'a CaseWords,
    /// Keyed hash of the case code.
    pub code_hash: [u8; 32],
    /// Key and hash of the form, for cases from the form.
    pub submission: Option<([u8; 32], [u8; 32])>,
}

/// A stored case: the facts, and what belongs to it besides.
#[derive(Debug, Clone)]
pub struct StoredCase {
    /// What `decide` looks at.
    pub file: CaseFile,
    /// Reference.
    pub reference: String,
    /// Language of the person.
    pub lang: Lang,
    /// The person was not sure which right it is.
    pub unsure: bool,
    row: CaseRow,
}

impl StoredCase {
    /// Who the person is.
    pub fn person(&self, key: &CaseKey) -> Result<Person> {
        Ok(open_json(key, &Place { table: "cases", column: "person", row: &self.row.id }, &self.row.person)?)
    }

    /// What the person wrote.
    pub fn words(&self, key: &CaseKey) -> Result<CaseWords> {
        Ok(open_json(key, &Place { table: "cases", column: "words", row: &self.row.id }, &self.row.words)?)
    }

    /// Who acts for the person: whoever asked for them, until their authority is refused.
    pub fn representative(&self, key: &CaseKey) -> Result<Option<Representative>> {
        match self.file.case.representation {
            Representation::None | Representation::Refused => Ok(None),
            Representation::Unjudged | Representation::Accepted => Ok(self.words(key)?.representative),
        }
    }

    /// Where notices go: to the representative who acts, else to the person.
    pub fn contact(&self, key: &CaseKey) -> Result<Contact> {
        Ok(match self.representative(key)? {
            Some(representative) => representative.contact,
            None => self.person(key)?.contact(),
        })
    }

    /// Keyed hash of the case code.
    pub fn code_hash(&self) -> &[u8] {
        &self.row.code_hash
    }

    /// The hash of the form that made it, if a form did.
    pub fn submission_hash(&self) -> Option<&[u8]> {
        self.row.submission_hash.as_deref()
    }
}

/// Opens a case: row, requests, index, first entries, jobs.
pub fn insert(tx: &mut Tx<'_>, key: &CaseKey, new: &NewCase<'_>) -> Result<()> {
    let case = &new.decision.case;
    let place = |column| Place { table: "cases", column, row: &case.id };
    let row = CaseRow {
        id: case.id.clone(),
        controller_id: case.controller_id.clone(),
        reference: new.reference.as_str().to_owned(),
        key_id: new.key_id.to_owned(),
        version: 1,
        intake: case.intake.code().to_owned(),
        lang: new.lang.code().to_owned(),
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
        unsure: new.unsure,
        person: seal_json(key, &place("person"), new.person)?,
        words: seal_json(key, &place("words"), new.words)?,
        code_hash: new.code_hash.to_vec(),
        submission_key: new.submission.map(|(key, _)| key.to_vec()),
        submission_hash: new.submission.map(|(_, hash)| hash.to_vec()),
        made_at: tx.now.naive_utc(),
    };
    diesel::insert_into(cases::table).values(&row).execute(tx.db)?;
    for request in &new.decision.requests {
        write_request(tx, request, &RequestRow::of(request, case), true)?;
    }
    let people = search::People { person: new.person, representative: new.words.representative.as_ref() };
    search::enter(tx, &case.id, new.reference, &people, new.home)?;
    follow(tx, key, new.decision)
}

/// Loads a case by id. [`Error::NotFound`] when there is none.
pub fn load(db: &mut Db, case_id: &str) -> Result<StoredCase> {
    let row: CaseRow = cases::table.find(case_id).select(CaseRow::as_select()).first(db)?;
    let proofs: Vec<ProofRow> = proofs::table
        .filter(proofs::case_id.eq(case_id))
        .order((proofs::made_at.asc(), proofs::id.asc()))
        .select(ProofRow::as_select())
        .load(db)?;
    let proofs = proofs.iter().map(ProofRow::facts).collect::<Result<Vec<_>>>()?;
    let requests = load_requests(db, case_id)?;
    let tasks = load_tasks(db, case_id)?;
    let case = Case {
        notices: notices::of_case(db, case_id)?,
        undelivered: undelivered::of_case(db, case_id)?,
        ..row.facts(proofs)?
    };
    Ok(StoredCase {
        file: CaseFile { case, requests, tasks },
        reference: row.reference.clone(),
        lang: code(Lang::from_code(&row.lang), "cases.lang")?,
        unsure: row.unsure,
        row,
    })
}

fn load_requests(db: &mut Db, case_id: &str) -> Result<Vec<Request>> {
    Ok(requests_of(db, &[case_id.to_owned()])?.into_iter().map(|(_, request)| request).collect())
}

/// The requests of several cases, each with its case id, in the order they were made.
pub fn requests_of(db: &mut Db, case_ids: &[String]) -> Result<Vec<(String, Request)>> {
    let rows: Vec<RequestRow> = requests::table
        .filter(requests::case_id.eq_any(case_ids.to_vec()))
        .order(requests::id.asc())
        .select(RequestRow::as_select())
        .load(db)?;
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let pauses: Vec<PauseRow> = pauses::table
        .filter(pauses::request_id.eq_any(ids))
        .order((pauses::asked_on.asc(), pauses::id.asc()))
        .select(PauseRow::as_select())
        .load(db)?;
    rows.iter()
        .map(|row| {
            let own = pauses.iter().filter(|p| p.request_id == row.id).map(PauseRow::facts);
            Ok((row.case_id.clone(), row.facts(own.collect::<Result<Vec<_>>>()?)?))
        })
        .collect()
}

fn load_tasks(db: &mut Db, case_id: &str) -> Result<Vec<Task>> {
    let rows: Vec<TaskRow> = tasks::table
        .filter(tasks::case_id.eq(case_id))
        .order(tasks::id.asc())
        .select(TaskRow::as_select())
        .load(db)?;
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let links: Vec<(String, String)> = task_requests::table
        .filter(task_requests::task_id.eq_any(ids))
        .select((task_requests::task_id, task_requests::request_id))
        .load(db)?;
    rows.iter()
        .map(|row| row.facts(links.iter().filter(|(t, _)| *t == row.id).map(|(_, r)| r.clone()).collect()))
        .collect()
}

/// THE DOOR. Commits every change of one step, if the case still has the version that was seen:
/// facts, dates, tasks, entries of the chain, jobs. Returns the new version, or [`Error::Stale`].
pub fn commit(tx: &mut Tx<'_>, key: &CaseKey, seen: i64, decision: &Decision) -> Result<i64> {
    let case = &decision.case;
    let moved = diesel::update(cases::table.find(&case.id).filter(cases::version.eq(seen)))
        .set((CaseChange::of(case), cases::version.eq(seen + 1)))
        .execute(tx.db)?;
    if moved == 0 {
        let exists: i64 = cases::table.filter(cases::id.eq(&case.id)).count().get_result(tx.db)?;
        return Err(if exists == 0 { Error::NotFound } else { Error::Stale });
    }
    let before: Vec<RequestRow> =
        requests::table.filter(requests::case_id.eq(&case.id)).select(RequestRow::as_select()).load(tx.db)?;
    for request in &decision.requests {
        let known = before.iter().find(|r| r.id == request.id);
        let mut row = RequestRow::of(request, case);
        if row.reviewed_from.is_some() && row.package_sha256.is_none() {
            // built while this was decided on another connection: it stays with its answer
            row.package_sha256 = known.and_then(|r| r.package_sha256.clone());
        }
        // the notice left while this was decided on another connection
        row.extension_delivered |= known.is_some_and(|r| {
            r.extension_delivered && r.extended_on.is_some() && r.extended_on == row.extended_on
        });
        write_request(tx, request, &row, known.is_none())?;
    }
    for id in &decision.cancelled_tasks {
        diesel::update(tasks::table.find(id))
            .set((tasks::state.eq("cancelled"), tasks::finished_at.eq(tx.now.naive_utc())))
            .execute(tx.db)?;
    }
    for task in &decision.new_tasks {
        crate::store::tasks::insert(tx, key, &case.id, task)?;
    }
    follow(tx, key, decision)?;
    Ok(seen + 1)
}

/// Holds the case until the transaction ends: no step commits on it meanwhile.
pub fn hold(tx: &mut Tx<'_>, case_id: &str) -> Result<()> {
    let held =
        diesel::update(cases::table.find(case_id)).set(cases::version.eq(cases::version)).execute(tx.db)?;
    if held == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Entries and jobs that belong to a decision.
fn follow(tx: &mut Tx<'_>, key: &CaseKey, decision: &Decision) -> Result<()> {
    for event in &decision.events {
        chain::append(tx, &decision.case.id, Some(key), event)?;
    }
    for job in &decision.jobs {
        jobs::enqueue(tx, Some(&decision.case.id), job)?;
    }
    Ok(())
}

fn write_request(tx: &mut Tx<'_>, request: &Request, row: &RequestRow, is_new: bool) -> Result<()> {
    if is_new {
        diesel::insert_into(requests::table)
            .values((row, requests::made_at.eq(tx.now.naive_utc())))
            .execute(tx.db)?;
    } else {
        diesel::update(requests::table.find(&row.id)).set(row).execute(tx.db)?;
        diesel::delete(pauses::table.filter(pauses::request_id.eq(&row.id))).execute(tx.db)?;
    }
    for pause in &request.pauses {
        diesel::insert_into(pauses::table).values(PauseRow::of(pause, &row.id)).execute(tx.db)?;
    }
    Ok(())
}

/// Keeps the words of an answer with its request.
pub fn set_answer(tx: &mut Tx<'_>, key: &CaseKey, request_id: &str, words: &AnswerWords) -> Result<()> {
    let sealed = seal_json(key, &Place { table: "requests", column: "answer", row: request_id }, words)?;
    diesel::update(requests::table.find(request_id)).set(requests::answer.eq(Some(sealed))).execute(tx.db)?;
    Ok(())
}

/// The words of an answer, if one was written.
pub fn answer(db: &mut Db, key: &CaseKey, request_id: &str) -> Result<Option<AnswerWords>> {
    let sealed: Option<Vec<u8>> = requests::table.find(request_id).select(requests::answer).first(db)?;
    sealed
        .map(|sealed| {
            let place = Place { table: "requests", column: "answer", row: request_id };
            Ok(open_json(key, &place, &sealed)?)
        })
        .transpose()
}

/// The id of the case a form key has made, and the hash of that form.
pub fn by_submission(db: &mut Db, submission_key: &[u8; 32]) -> Result<Option<(String, Vec<u8>)>> {
    let found: Option<(String, Option<Vec<u8>>)> = cases::table
        .filter(cases::submission_key.eq(submission_key.to_vec()))
        .select((cases::id, cases::submission_hash))
        .first(db)
        .optional()?;
    Ok(found.map(|(id, hash)| (id, hash.unwrap_or_default())))
}

/// The id of the case with this reference.
pub fn by_reference(db: &mut Db, reference: &Reference) -> Result<String> {
    Ok(cases::table.filter(cases::reference.eq(reference.as_str())).select(cases::id).first(db)?)
}

/// What decides whether a conversation is opened.
#[derive(Queryable)]
pub struct Door {
    /// Case id.
    pub case_id: String,
    /// Controller.
    pub controller_id: String,
    /// Id of its key.
    pub key_id: String,
    /// Keyed hash of its code.
    pub code_hash: Vec<u8>,
    /// Whether its contents are gone.
    pub erased: bool,
}

/// The door of the case with this reference, in one statement whether there is one or not.
pub fn door(db: &mut Db, reference: &str) -> Result<Option<Door>> {
    Ok(cases::table
        .filter(cases::reference.eq(reference))
        .select((cases::id, cases::controller_id, cases::key_id, cases::code_hash, cases::erased))
        .first(db)
        .optional()?)
}

/// What a list of jobs may say about a case: its reference.
#[derive(Debug, Clone, Queryable)]
pub struct Named {
    /// Case id.
    pub id: String,
    /// Reference.
    pub reference: String,
}

/// The references of these cases.
pub fn named(db: &mut Db, case_ids: &[String]) -> Result<Vec<Named>> {
    Ok(cases::table
        .filter(cases::id.eq_any(case_ids.to_vec()))
        .select((cases::id, cases::reference))
        .load(db)?)
}

/// The case a request belongs to.
pub fn of_request(db: &mut Db, request_id: &str) -> Result<String> {
    Ok(requests::table.find(request_id).select(requests::case_id).first(db)?)
}

/// Whether a case was erased. One that never was is [`Error::NotFound`].
pub fn is_erased(db: &mut Db, case_id: &str) -> Result<bool> {
    Ok(cases::table.find(case_id).select(cases::erased).first(db)?)
}

/// Sets a new case code.
pub fn set_code(tx: &mut Tx<'_>, case_id: &str, hash: [u8; 32]) -> Result<()> {
    let set =
        diesel::update(cases::table.find(case_id)).set(cases::code_hash.eq(hash.to_vec())).execute(tx.db)?;
    if set == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Notes that the mail with the notice of an extension has left. It does not move the version: the
/// officer who extended and goes on is not told that somebody was faster. A request that is not
/// extended stays as it is.
pub fn extension_noticed(tx: &mut Tx<'_>, case_id: &str, request_id: &str) -> Result<()> {
    hold(tx, case_id)?;
    diesel::update(requests::table.find(request_id).filter(requests::extended_on.is_not_null()))
        .set(requests::extension_delivered.eq(true))
        .execute(tx.db)?;
    Ok(())
}

/// Counts a reminder to the person on an open pause: two are needed before a case may lapse.
pub fn count_reminder(tx: &mut Tx<'_>, pause_id: &str) -> Result<()> {
    diesel::update(pauses::table.find(pause_id))
        .set(pauses::reminders.eq(pauses::reminders + 1))
        .execute(tx.db)?;
    Ok(())
}

/// What the person was asked for last with a question of this kind, in its words.
pub fn asked_item(db: &mut Db, key: &CaseKey, case_id: &str, kind: PauseKind) -> Result<Option<String>> {
    let event = match kind {
        PauseKind::Identity => EventKind::AskIdentity,
        PauseKind::Scope => EventKind::AskScope,
    };
    // reason and item, amount and question stand on lines of their own; what is asked is last
    let words = chain::newest(db, case_id, event)?.map(|asked| asked.words(key)).transpose()?.flatten();
    Ok(words.and_then(|words| words.lines().last().map(str::to_owned)))
}

/// Ids of the newest cases that were not erased.
pub fn newest_ids(store: &crate::store::Store, limit: i64) -> Result<Vec<String>> {
    store.look(|db| {
        Ok(cases::table
            .filter(cases::erased.eq(false))
            .order((cases::made_at.desc(), cases::id.desc()))
            .limit(limit)
            .select(cases::id)
            .load(db)?)
    })
}
