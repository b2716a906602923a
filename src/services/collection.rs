//! Collecting: tasks for sources and colleagues, what they bring back, and trying again.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::decide::{Command, NewTask};
use crate::domain::event::{Event, EventKind};
use crate::domain::finding::{Document, Finding};
use crate::domain::identifier::masked;
use crate::domain::job::{Job, NewJob};
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::handling::{Step, mark};
use crate::services::identity::{self, LookedUp};
use crate::services::intake::Attached;
use crate::services::own_cases::{self, Wanted};
use crate::services::records::{self, About, PastedAs, Records};
use crate::services::{conversation, letters};
use crate::sources::{Order, SubjectKey};
use crate::store::files::{self, Written};
use crate::store::tasks::{self, TaskDetails};
use crate::store::{Tx, cases, chain, jobs, proofs};
use chrono::NaiveDate;

/// A source to be searched, and the records in it that are the person. Without records the finding
/// says that nothing is held.
pub struct ChosenSource {
    /// Source.
    pub source: String,
    /// Records chosen at look-up.
    pub subjects: Vec<ChosenRecord>,
}

/// A record somebody chose as the person's.
pub struct ChosenRecord {
    /// Which record.
    pub key: SubjectKey,
    /// Why it is the person's. Needed when nothing the person has proven points at it alone: it
    /// may be somebody else's, and what is collected is given out.
    pub reason: String,
}

/// Name of the form field that holds the reason for a record, and of the problems with it. Says
/// nothing about the record.
pub fn reason_field(source: &str, key: &SubjectKey) -> String {
    let record = serde_json::to_string(&(source, key)).unwrap_or_default();
    let short: String =
        tokens::hash_token(&record).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("why-{short}")
}

/// A colleague or system to be asked by hand.
pub struct Asked {
    /// The system or colleague.
    pub name: String,
    /// What is asked.
    pub question: String,
    /// By when.
    pub due_on: NaiveDate,
}

/// Starts collecting for these requests. Records that were chosen are looked up once more, so that
/// only what really matched is collected. Why a record is the person's at which nothing proven
/// points alone goes into the chain, sealed, and to whoever approves.
///
/// # Errors
/// [`Error::Invalid`] with a problem at [`reason_field`] for every such record without a reason.
pub fn start(
    step: &Step<'_>,
    requests: Vec<String>,
    sources: &[ChosenSource],
    hands: &[Asked],
    due_on: NaiveDate,
) -> Result<()> {
    let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
    for chosen in sources {
        // not of this controller is the same as not there
        let mut own = step.app.sources_of(&stored.file.case.controller_id)?;
        own.find(|source| source.name() == chosen.source).ok_or(Error::NotFound)?;
    }
    let unproven = check_chosen(step, sources)?;
    // looking up moved the version; what the page showed is compared before it
    let mut details: Vec<(NewTask, TaskDetails)> = Vec::new();
    for chosen in sources {
        let subjects = chosen
            .subjects
            .iter()
            .map(|s| serde_json::to_value(&s.key).map_err(|e| Error::Broken(e.to_string())))
            .collect::<Result<Vec<_>>>()?;
        let reasons = unproven.iter().filter(|(source, _)| *source == chosen.source);
        let reasons = reasons.map(|(_, reason)| (*reason).to_owned()).collect();
        let task = new_task(Holder::Source, &chosen.source, due_on);
        let name = chosen.source.clone();
        details.push((task, TaskDetails { name, subjects, reasons, question: String::new() }));
    }
    for asked in hands {
        let task = new_task(Holder::Hand, &asked.name, asked.due_on);
        let (name, question) = (asked.name.clone(), asked.question.clone());
        details.push((task, TaskDetails { name, question, ..TaskDetails::default() }));
    }
    let asks_access = |id: &String| stored.file.request(id).is_some_and(|r| r.right == Right::Access);
    let is_searched =
        stored.file.tasks.iter().any(|task| {
            task.holder == Holder::Own && task.request_ids.iter().any(|id| requests.contains(id))
        });
    if !details.is_empty() && requests.iter().any(asks_access) && !is_searched {
        // what is held here about earlier cases belongs to every answer about access
        let name = own_cases::NAME.to_owned();
        let mut task = new_task(Holder::Own, &name, due_on);
        // tasks stand in the order of their ids: this one behind what staff asked for
        while details.iter().any(|(other, _)| other.id > task.id) {
            task.id = tokens::id();
        }
        details.push((task, TaskDetails { name, ..TaskDetails::default() }));
    }
    let tasks_wanted = details.iter().map(|(task, _)| task.clone()).collect();
    // the searches are jobs of the decision itself
    step.take(&Command::StartCollecting { requests, tasks: tasks_wanted }, |tx, key, _, _| {
        for (task, wanted) in &details {
            tasks::set_details(tx, key, &task.id, wanted)?;
            for reason in &wanted.reasons {
                let facts = serde_json::json!({ "task": task.id });
                let event = Event::new(EventKind::RecordJustified, None, facts).saying(reason);
                chain::append(tx, step.case_id, Some(key), &event)?;
            }
        }
        Ok(())
    })
}

fn new_task(holder: Holder, name: &str, due_on: NaiveDate) -> NewTask {
    NewTask { id: tokens::id(), holder, name: name.to_owned(), due_on }
}

/// Looks up without moving the version of the case. Refuses records that did not match, and those
/// at which nothing proven points alone as long as nobody says why they are the person's. Returns
/// these reasons, each with its source.
fn check_chosen<'a>(step: &Step<'_>, sources: &'a [ChosenSource]) -> Result<Vec<(&'a str, &'a str)>> {
    if sources.iter().all(|s| s.subjects.is_empty()) {
        return Ok(Vec::new());
    }
    let looked = search(step)?;
    let (mut reasons, mut problems) = (Vec::new(), Vec::new());
    for chosen in sources.iter().filter(|s| !s.subjects.is_empty()) {
        let found = looked.iter().find(|l| l.source == chosen.source).ok_or(Error::NotFound)?;
        let Ok(candidates) = &found.found else { return Err(Error::field("source", "error-source-away")) };
        for record in &chosen.subjects {
            let candidate = candidates.iter().find(|c| c.key == record.key);
            let candidate = candidate.ok_or(Error::field("source", "error-record-gone"))?;
            let (reason, field) = (record.reason.trim(), reason_field(&chosen.source, &record.key));
            if candidate.is_proven() {
                continue;
            }
            if reason.is_empty() {
                problems.push(FieldProblem::new(&field, "error-record-reason"));
            } else if reason.chars().count() > conversation::LONGEST {
                problems.push(FieldProblem::new(&field, "error-too-long"));
            }
            reasons.push((chosen.source.as_str(), reason));
        }
    }
    if problems.is_empty() { Ok(reasons) } else { Err(Error::Invalid(problems)) }
}

/// Why records were collected for a request although nothing proven points at them alone: source
/// and reason. For whoever approves.
pub fn reasons(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    request_id: &str,
) -> Result<Vec<(String, String)>> {
    let mine = tasks::of_request(tx.db, request_id)?;
    let mut found = Vec::new();
    for task in tasks::of_case(tx.db, case_id)?.iter().filter(|task| mine.contains(&task.id)) {
        let details = task.details(key)?;
        found.extend(details.reasons.into_iter().map(|reason| (details.name.clone(), reason)));
    }
    Ok(found)
}

/// The same search as `look_up`, for the page that chooses records: marked as a read.
pub fn search(step: &Step<'_>) -> Result<Vec<LookedUp>> {
    identity::search(step.app, step.actor, step.case_id)
}

/// Searches one source for one task. Called by the worker; no transaction is open while the source
/// is asked. An error says which source and why; nothing half-collected is kept.
pub fn search_source(app: &App, task_id: &str) -> Result<()> {
    let actor = Actor::System;
    let mut task = app.store.look(|db| Ok::<_, Error>(tasks::get(db, task_id)?))?;
    if task.state.is_finished() {
        return Ok(());
    }
    let key = app.store.case_key(&task.case_id)?;
    let (searched, name, lang, controller_id) = app.store.write(&actor, |tx| {
        let from = [TaskState::Open, TaskState::Failed, TaskState::Running];
        tasks::set_state(tx, task_id, &from, TaskState::Running)?;
        let stored = cases::load(tx.db, &task.case_id)?;
        let proven = proofs::proven_addresses(tx.db, &key, &task.case_id)?;
        let person = stored.person(&key)?;
        let searched = identity::identifiers(&stored, &person, &proven);
        Ok::<_, Error>((searched, person.name, stored.lang, stored.file.case.controller_id))
    })?;
    task.state = TaskState::Running;
    let details = task.details(&key)?;
    let subjects: Vec<SubjectKey> = details
        .subjects
        .into_iter()
        .map(|s| serde_json::from_value(s).map_err(|e| Error::Broken(format!("task: {e}"))))
        .collect::<Result<_>>()?;
    if task.holder == Holder::Own.code() {
        let controller = app.controllers.get(&controller_id)?;
        let wanted = Wanted { case_id: &task.case_id, controller, name: &name, identifiers: &searched, lang };
        let mut writing = app.store.files.create(&key)?;
        let finding = own_cases::find(app, &wanted, &mut writing)?;
        let written = if finding.is_empty() { None } else { Some(writing.finish()?) };
        return keep(app, &actor, &task, &key, &finding, written.as_ref(), &[]);
    }
    let mut own = app.sources_of(&controller_id)?;
    let Some(source) = own.find(|source| source.name() == details.name) else {
        return fail(app, &task, NOT_CONFIGURED);
    };
    let mut writing = app.store.files.create(&key)?;
    let order = Order { keys: &subjects, searched: &searched, lang };
    let finding = match source.find(order, &mut writing) {
        Ok(finding) => finding,
        Err(error) => {
            // it names tables and settings, never a person
            tracing::warn!(source = details.name, %error, "a source could not be searched");
            return fail(app, &task, error.fault.code());
        }
    };
    let written = if finding.is_empty() { None } else { Some(writing.finish()?) };
    keep(app, &actor, &task, &key, &finding, written.as_ref(), &[])
}

/// Code of a task whose source was taken out of the configuration.
const NOT_CONFIGURED: &str = "not_configured";

/// Keeps the code of what was wrong: the pages say it in the reader's language.
fn fail(app: &App, task: &tasks::StoredTask, problem: &str) -> Result<()> {
    app.store.write_case(&Actor::System, &task.case_id, |tx, key| {
        tasks::fail(tx, key, &task.id, problem)?;
        let facts = serde_json::json!({ "task": task.id, "holder": task.holder, "fault": problem });
        mark(tx, key, &task.case_id, EventKind::TaskFailed, facts)
    })?;
    Err(Error::Unavailable)
}

/// Keeps what a task brought, unless it has left the state in which it was looked at: answered by
/// hand while its source is tried again, one of the two comes too late.
fn keep(
    app: &App,
    actor: &Actor,
    task: &tasks::StoredTask,
    key: &CaseKey,
    finding: &Finding,
    records: Option<&Written>,
    documents: &[Attached],
) -> Result<()> {
    app.store.write(actor, |tx| {
        tasks::set_state(tx, &task.id, &[task.state], TaskState::Done)?;
        if let Some(written) = records {
            let kind = files::Kind::Records;
            files::insert(tx, key, &task.case_id, written, kind, None, "records", "application/x-ndjson")?;
        }
        for document in documents {
            let (written, kind) = (&document.written, files::Kind::Document);
            files::insert(tx, key, &task.case_id, written, kind, None, &document.name, document.media_type)?;
        }
        tasks::keep_finding(tx, key, task, finding, records.map(|w| w.id.as_str()))?;
        let found: u64 = finding.parts.iter().map(|p| p.records).sum();
        let kind = if finding.is_empty() { EventKind::TaskNothing } else { EventKind::TaskAnswer };
        let facts = serde_json::json!({
            "task": task.id,
            "holder": task.holder,
            "records": found,
            "documents": finding.documents.len(),
            "map_sha256": finding.map_sha256,
        });
        mark(tx, key, &task.case_id, kind, facts)
    })
}

/// Tries a source again that could not be searched.
pub fn try_again(step: &Step<'_>, task_id: &str) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, _| {
        let stored = cases::load(tx.db, step.case_id)?;
        conversation::may_work(step.actor, &stored)?;
        tasks::in_case(tx.db, step.case_id, task_id)?;
        tasks::set_state(tx, task_id, &[TaskState::Failed], TaskState::Open)?;
        let job = NewJob::now(Job::SearchSource { task_id: task_id.to_owned() });
        jobs::enqueue(tx, Some(step.case_id), &job)?;
        Ok(())
    })
}

/// What somebody answers to a task by hand.
pub enum HandAnswer {
    /// We hold nothing.
    Nothing,
    /// Something was found.
    Found {
        /// Pasted text; may be empty when there are files.
        pasted: String,
        /// What the pasted text is.
        pasted_as: PastedAs,
        /// CSV and JSON files, whose records are read, and documents as they are.
        files: Vec<Attached>,
        /// What kind of data it is.
        about: About,
    },
}

/// A colleague's task, or that of a source that could not be searched: somebody looks there instead.
pub fn can_be_answered_by_hand(task: &tasks::StoredTask) -> bool {
    let is_by_hand = task.holder == Holder::Hand.code();
    task.state == TaskState::Failed || (is_by_hand && task.state == TaskState::Open)
}

/// Answers a task by hand. Where was searched is always said.
pub fn answer_by_hand(
    step: &Step<'_>,
    task_id: &str,
    answer: HandAnswer,
    searched_where: &str,
) -> Result<()> {
    if searched_where.trim().is_empty() {
        return Err(Error::field("searched", "error-searched-where"));
    }
    let app = step.app;
    let (task, key, mut finding, called) =
        app.store.read_case(step.actor, step.case_id, "task", |tx, key| {
            let stored = cases::load(tx.db, step.case_id)?;
            conversation::may_work(step.actor, &stored)?;
            let task = tasks::in_case(tx.db, step.case_id, task_id)?;
            if !can_be_answered_by_hand(&task) {
                return Err(Error::Stale);
            }
            let proven = proofs::proven_addresses(tx.db, key, step.case_id)?;
            let person = stored.person(key)?;
            let name = task.details(key)?.name;
            let source = app.sources.get(&name).filter(|_| task.holder == Holder::Source.code());
            let finding = Finding {
                source: name.clone(),
                labels: source.map_or_else(|| stored_labels(&name), |s| s.map().source.label.clone()),
                searched: identity::identifiers(&stored, &person, &proven)
                    .iter()
                    .map(|i| (i.kind.code().to_owned(), masked(i.kind, &i.value)))
                    .collect(),
                searched_where: searched_where.trim().to_owned(),
                ..Finding::default()
            };
            let called = finding.labels.get(&stored.lang).unwrap_or(&name).clone();
            Ok::<_, Error>((task, step.app.store.case_key(step.case_id)?, finding, called))
        })?;
    let HandAnswer::Found { pasted, pasted_as, files, about } = answer else {
        return keep(app, step.actor, &task, &key, &finding, None, &[]);
    };
    if pasted.trim().is_empty() && files.is_empty() {
        return Err(Error::field("paste", "error-found-empty"));
    }
    let mut all = Vec::new();
    if !pasted.trim().is_empty() {
        conversation::check(&pasted, "paste")?;
        all.push(records::pasted(&called, &about, pasted_as, &pasted)?);
    }
    let mut documents = Vec::new();
    for file in files {
        match records::read(app, &key, &called, &about, &file)? {
            // what was read into records is kept as records, and the file goes
            Some(found) => all.push(found),
            None => documents.push(file),
        }
    }
    finding.documents = documents.iter().map(document).collect();
    let written = if all.is_empty() { None } else { Some(write_records(app, &key, &mut finding, all)?) };
    keep(app, step.actor, &task, &key, &finding, written.as_ref(), &documents)
}

fn document(file: &Attached) -> Document {
    Document {
        file_id: file.written.id.clone(),
        name: file.name.clone(),
        media_type: file.media_type.to_owned(),
        bytes: file.written.bytes,
    }
}

fn stored_labels(name: &str) -> crate::domain::finding::Texts {
    crate::domain::language::Lang::ALL.iter().map(|lang| (*lang, name.to_owned())).collect()
}

/// Writes the records of all parts as one stream; each record names its part.
fn write_records(app: &App, key: &CaseKey, finding: &mut Finding, all: Vec<Records>) -> Result<Written> {
    use std::io::Write;
    let mut writing = app.store.files.create(key)?;
    for (part, records) in all.into_iter().enumerate() {
        for mut record in records.records {
            record.part = part;
            let line = serde_json::to_string(&record).map_err(|e| Error::Broken(e.to_string()))?;
            writeln!(writing, "{line}")?;
        }
        finding.parts.push(records.part);
    }
    Ok(writing.finish()?)
}

/// A sensible date for a new task: ten days from today, or three days before the answer is due,
/// whichever is earlier, but not before today.
pub fn default_due_on(app: &App, stored: &cases::StoredCase) -> Result<NaiveDate> {
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let today = letters::today(controller, app.store.clock.now());
    let soonest = stored.file.requests.iter().filter(|r| r.state.is_open()).map(|r| r.dates.act_by_on).min();
    let before = soonest.map_or(today, |on| on - chrono::Days::new(3));
    Ok((today + chrono::Days::new(10)).min(before).max(today))
}
