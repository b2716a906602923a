//! Collecting: tasks for sources and colleagues, what they bring back, and trying again.

use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::decide::{Command, NewTask};
use crate::domain::event::EventKind;
use crate::domain::finding::{Document, Finding};
use crate::domain::identifier::masked;
use crate::domain::job::{Job, NewJob};
use crate::domain::task::{Holder, TaskState};
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, mark};
use crate::services::identity::{self, LookedUp};
use crate::services::intake::Attached;
use crate::services::records::{self, About, Records};
use crate::services::{conversation, letters};
use crate::sources::{Order, SubjectKey};
use crate::store::files::{self, Written};
use crate::store::tasks::{self, TaskDetails};
use crate::store::{cases, jobs, proofs};
use chrono::NaiveDate;

/// A source to be searched, and the records in it that are the person. Without records the finding
/// says that nothing is held.
pub struct ChosenSource {
    /// Source.
    pub source: String,
    /// Records chosen at look-up.
    pub subjects: Vec<SubjectKey>,
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
/// only what really matched is collected.
pub fn start(
    step: &Step<'_>,
    requests: Vec<String>,
    sources: &[ChosenSource],
    hands: &[Asked],
    due_on: NaiveDate,
) -> Result<()> {
    if sources.iter().any(|s| !s.subjects.is_empty()) {
        check_chosen(step, sources)?;
    }
    // looking up moved the version; what the page showed is compared before it
    let mut details: Vec<(NewTask, TaskDetails)> = Vec::new();
    for chosen in sources {
        let subjects = chosen
            .subjects
            .iter()
            .map(|s| serde_json::to_value(s).map_err(|e| Error::Broken(e.to_string())))
            .collect::<Result<Vec<_>>>()?;
        let task = new_task(Holder::Source, &chosen.source, due_on);
        details.push((task, TaskDetails { subjects, question: String::new() }));
    }
    for asked in hands {
        let task = new_task(Holder::Hand, &asked.name, asked.due_on);
        details.push((task, TaskDetails { subjects: Vec::new(), question: asked.question.clone() }));
    }
    let tasks_wanted = details.iter().map(|(task, _)| task.clone()).collect();
    // the searches are jobs of the decision itself
    step.take(&Command::StartCollecting { requests, tasks: tasks_wanted }, |tx, key, _, _| {
        for (task, wanted) in &details {
            tasks::set_details(tx, key, &task.id, wanted)?;
        }
        Ok(())
    })
}

fn new_task(holder: Holder, name: &str, due_on: NaiveDate) -> NewTask {
    NewTask { id: tokens::id(), holder, name: name.to_owned(), due_on }
}

/// Looks up without moving the version of the case, and refuses records that did not match.
fn check_chosen(step: &Step<'_>, sources: &[ChosenSource]) -> Result<()> {
    let looked = search(step)?;
    for chosen in sources {
        let found = looked.iter().find(|l| l.source == chosen.source).ok_or(Error::NotFound)?;
        let Ok(candidates) = &found.found else { return Err(Error::field("source", "error-source-away")) };
        let all_known = chosen.subjects.iter().all(|s| candidates.iter().any(|c| c.key == *s));
        if !all_known {
            return Err(Error::field("source", "error-record-gone"));
        }
    }
    Ok(())
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
    let (searched, lang) = app.store.write(&actor, |tx| {
        let from = [TaskState::Open, TaskState::Failed, TaskState::Running];
        tasks::set_state(tx, task_id, &from, TaskState::Running, None)?;
        let stored = cases::load(tx.db, &task.case_id)?;
        let proven = proofs::proven_addresses(tx.db, &key, &task.case_id)?;
        let person = stored.person(&key)?;
        Ok::<_, Error>((identity::identifiers(&stored, &person, &proven), stored.lang))
    })?;
    task.state = TaskState::Running;
    let subjects: Vec<SubjectKey> = task
        .details(&key)?
        .subjects
        .into_iter()
        .map(|s| serde_json::from_value(s).map_err(|e| Error::Broken(format!("task: {e}"))))
        .collect::<Result<_>>()?;
    let Some(source) = app.sources.get(&task.name) else {
        return fail(app, &task, NOT_CONFIGURED);
    };
    let mut writing = app.store.files.create(&key)?;
    let order = Order { keys: &subjects, searched: &searched, lang };
    let finding = match source.find(order, &mut writing) {
        Ok(finding) => finding,
        Err(error) => {
            // it names tables and settings, never a person
            tracing::warn!(source = task.name, %error, "a source could not be searched");
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
        tasks::set_state(tx, &task.id, &[TaskState::Running], TaskState::Failed, Some(problem))?;
        let facts = serde_json::json!({ "task": task.id, "source": task.name, "fault": problem });
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
    key: &crate::crypto::keys::CaseKey,
    finding: &Finding,
    records: Option<&Written>,
    documents: &[Attached],
) -> Result<()> {
    app.store.write(actor, |tx| {
        tasks::set_state(tx, &task.id, &[task.state], TaskState::Done, None)?;
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
            "source": task.name,
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
        tasks::set_state(tx, task_id, &[TaskState::Failed], TaskState::Open, None)?;
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
            let source = app.sources.get(&task.name).filter(|_| task.holder == Holder::Source.code());
            if !can_be_answered_by_hand(&task) {
                return Err(Error::Stale);
            }
            let proven = proofs::proven_addresses(tx.db, key, step.case_id)?;
            let person = stored.person(key)?;
            let finding = Finding {
                source: task.name.clone(),
                labels: source.map_or_else(|| stored_labels(&task.name), |s| s.map().source.label.clone()),
                searched: identity::identifiers(&stored, &person, &proven)
                    .iter()
                    .map(|i| (i.kind.code().to_owned(), masked(i.kind, &i.value)))
                    .collect(),
                searched_where: searched_where.trim().to_owned(),
                ..Finding::default()
            };
            let called = finding.labels.get(&stored.lang).unwrap_or(&task.name).clone();
            Ok::<_, Error>((task, step.app.store.case_key(step.case_id)?, finding, called))
        })?;
    let HandAnswer::Found { pasted, files, about } = answer else {
        return keep(app, step.actor, &task, &key, &finding, None, &[]);
    };
    if pasted.trim().is_empty() && files.is_empty() {
        return Err(Error::field("paste", "error-found-empty"));
    }
    let mut all = Vec::new();
    if !pasted.trim().is_empty() {
        conversation::check(&pasted, "paste")?;
        all.push(records::pasted(&called, &about, &pasted));
    }
    let (mut documents, mut read) = (Vec::new(), Vec::new());
    for file in files {
        match records::read(app, &key, &called, &about, &file)? {
            Some(found) => {
                all.push(found);
                read.push(file);
            }
            None => documents.push(file),
        }
    }
    finding.documents = documents.iter().map(document).collect();
    let written = if all.is_empty() { None } else { Some(write_records(app, &key, &mut finding, all)?) };
    keep(app, step.actor, &task, &key, &finding, written.as_ref(), &documents)?;
    // what was read into records is kept as records; a file that stays behind has no row and is swept
    for file in &read {
        app.store.files.remove(&file.written.id)?;
    }
    Ok(())
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
fn write_records(
    app: &App,
    key: &crate::crypto::keys::CaseKey,
    finding: &mut Finding,
    all: Vec<Records>,
) -> Result<Written> {
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
