//! Reminders: what the law of reminders gives now, claimed once in the database, turned into mails.

use crate::domain::access::{Actor, Role};
use crate::domain::deadline::local_date;
use crate::domain::event::EventKind;
use crate::domain::letter::{Letter, OverdueRow, StaffMail};
use crate::domain::reminder::{self, Recipient, Reminder, ReminderKind, Window};
use crate::domain::request::{PauseKind, Request};
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::services::letters::{self, Order};
use crate::store::cases::{self, StoredCase};
use crate::store::staff::{self, Member, Status};
use crate::store::{installation, messages, queue, reminders};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

/// How many cases are asked for at a time.
const PAGE: i64 = 200;

/// A reminder to one member of staff, before anybody knows whether it went out already.
struct Line {
    subject: String,
    kind: ReminderKind,
    on: NaiveDate,
    /// A mail of its own; the others stand in the digest.
    mail: Option<StaffMail>,
    overdue: Option<OverdueRow>,
}

/// Sends what is due now. Running it twice, after a restart or on two nodes sends nothing twice.
/// Outside the hours reminders go out in, no case is read. Returns how many reminders went out.
pub fn run(app: &App) -> Result<usize> {
    let now = app.store.clock.now();
    let awake: Vec<&Controller> =
        app.controllers.all().iter().filter(|c| reminder::is_sending_time(&c.rules, now)).collect();
    if awake.is_empty() {
        return Ok(0);
    }
    let (held, everybody) =
        app.store.look(|db| Ok::<_, Error>((installation::is_held(db)?, staff::all(db)?)))?;
    if held {
        return Ok(0);
    }
    let active: Vec<Member> = everybody.into_iter().filter(|m| m.status == Status::Active).collect();
    let mut lines: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    let mut sent = 0;
    for controller in awake {
        let window = Window::of(local_date(controller.rules.zone, now));
        let mut after = String::new();
        loop {
            let page = app
                .store
                .look(|db| Ok::<_, Error>(queue::watched(db, &controller.id, &window, &after, PAGE)?))?;
            let Some(last) = page.last() else { break };
            after.clone_from(last);
            for case_id in &page {
                match look_at(app, controller, case_id, now, &active, &mut lines) {
                    Ok(to_person) => sent += to_person,
                    // one case that cannot be read must not keep the others from being reminded of
                    Err(error @ (Error::Broken(_) | Error::NoKey | Error::NotFound)) => {
                        tracing::error!(case = %case_id, %error, "nobody can be reminded of a case");
                    }
                    Err(other) => return Err(other),
                }
            }
        }
    }
    for (staff_id, lines) in &lines {
        sent += tell(app, staff_id, lines)?;
    }
    Ok(sent)
}

/// Collects what is due about one case and reminds the person, who is told of no other case.
fn look_at(
    app: &App,
    controller: &Controller,
    case_id: &str,
    now: DateTime<Utc>,
    active: &[Member],
    lines: &mut BTreeMap<String, Vec<Line>>,
) -> Result<usize> {
    let stored = app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?))?;
    let mut sent = 0;
    for request in &stored.file.requests {
        for reminder in reminder::due(now, &controller.rules, request, &stored.file.tasks) {
            if reminder.recipient == Recipient::Person {
                sent += usize::from(to_person(app, &stored, request, &reminder)?);
                continue;
            }
            let about = stored.file.case.about_staff.as_deref();
            for member in recipients(&reminder, active).filter(|m| about != Some(m.id.as_str())) {
                let line = line(app, &stored, request, &reminder);
                lines.entry(member.id.clone()).or_default().push(line);
            }
        }
    }
    Ok(sent)
}

fn line(app: &App, stored: &StoredCase, request: &Request, reminder: &Reminder) -> Line {
    let overdue = (reminder.kind == ReminderKind::Late).then(|| OverdueRow {
        reference: stored.reference.clone(),
        right: request.right,
        days: -reminder.days,
        link: link(app, stored),
    });
    Line {
        subject: reminder.task_id.as_ref().unwrap_or(&reminder.request_id).clone(),
        kind: reminder.kind,
        on: reminder.on,
        mail: mail(app, stored, request, reminder),
        overdue,
    }
}

/// Tells one member of staff everything that is new, in one transaction: what was claimed and not
/// mailed would never be told.
fn tell(app: &App, staff_id: &str, lines: &[Line]) -> Result<usize> {
    let recipient = format!("staff:{staff_id}");
    let subjects: Vec<String> = lines.iter().map(|line| line.subject.clone()).collect();
    let told = app.store.look(|db| Ok::<_, Error>(reminders::claimed(db, &subjects, &recipient)?))?;
    let is_new = |line: &&Line| !told.contains(&(line.subject.clone(), line.kind.code().to_owned(), line.on));
    let new: Vec<&Line> = lines.iter().filter(is_new).collect();
    if new.is_empty() {
        return Ok(0);
    }
    app.store.write(&Actor::System, |tx| {
        let (mut sent, mut rows) = (0, Vec::new());
        for line in new {
            if !reminders::claim(tx, &line.subject, line.kind.code(), line.on, &recipient)? {
                continue;
            }
            sent += 1;
            if let Some(mail) = &line.mail {
                messages::keep_staff_mail(tx, staff_id, mail)?;
            }
            rows.extend(line.overdue.clone());
        }
        if !rows.is_empty() {
            messages::keep_staff_mail(tx, staff_id, &StaffMail::OverdueDigest { rows })?;
        }
        Ok(sent)
    })
}

/// The assignee; or every officer, and while there is none everybody who works on cases, so that a
/// date is never missed because a role is not filled.
fn recipients<'a>(reminder: &'a Reminder, active: &'a [Member]) -> Box<dyn Iterator<Item = &'a Member> + 'a> {
    match &reminder.recipient {
        Recipient::Assignee(id) if active.iter().any(|m| m.id == *id) => {
            Box::new(active.iter().filter(move |m| m.id == *id))
        }
        _ if active.iter().any(|m| m.roles.contains(&Role::Officer)) => {
            Box::new(active.iter().filter(|m| m.roles.contains(&Role::Officer)))
        }
        _ => Box::new(active.iter().filter(|m| m.roles.contains(&Role::Caseworker))),
    }
}

fn link(app: &App, stored: &StoredCase) -> String {
    app.link(&["desk", "cases", &stored.file.case.id])
}

/// The mail of a reminder; none for a line of the digest.
fn mail(app: &App, stored: &StoredCase, request: &Request, reminder: &Reminder) -> Option<StaffMail> {
    let reference = stored.reference.clone();
    let link = link(app, stored);
    Some(match reminder.kind {
        ReminderKind::Late => return None,
        ReminderKind::Left14
        | ReminderKind::Left7
        | ReminderKind::Left3
        | ReminderKind::Left1
        | ReminderKind::Left0
        | ReminderKind::Officer1
        | ReminderKind::Officer7 => StaffMail::Reminder {
            reference,
            right: request.right,
            days: reminder.days,
            act_by_on: request.dates.act_by_on,
            link,
        },
        ReminderKind::LastExtend5 | ReminderKind::LastExtend1 => {
            StaffMail::LastExtend { reference, days: reminder.days, last_on: reminder.on, link }
        }
        ReminderKind::DecidePause => StaffMail::DecidePause {
            reference,
            decide_by_on: reminder.on,
            act_by_on: request.dates.act_by_on,
            link,
        },
        ReminderKind::Unassigned => StaffMail::Unassigned { reference, link },
        ReminderKind::TaskDue | ReminderKind::TaskChased | ReminderKind::TaskEscalated => {
            StaffMail::TaskDue { reference, days: reminder.days, link }
        }
        ReminderKind::Person7 | ReminderKind::Person21 | ReminderKind::Person45 => return None,
    })
}

fn to_person(app: &App, stored: &StoredCase, request: &Request, reminder: &Reminder) -> Result<bool> {
    let case_id = &stored.file.case.id;
    let Some(pause) = request.open_pause() else { return Ok(false) };
    let told = app.store.look(|db| {
        Ok::<_, Error>(reminders::claimed(db, std::slice::from_ref(&reminder.request_id), "person")?)
    })?;
    if told.contains(&(reminder.request_id.clone(), reminder.kind.code().to_owned(), reminder.on)) {
        return Ok(false);
    }
    app.store.write_case(&Actor::System, case_id, |tx, key| {
        // one letter for the case, although several requests wait for the same reply
        let subject = format!("{case_id}:{}", pause.kind);
        let row_is_new =
            reminders::claim(tx, &reminder.request_id, reminder.kind.code(), reminder.on, "person")?;
        if !row_is_new {
            return Ok(false);
        }
        cases::count_reminder(tx, &pause.id)?;
        if !reminders::claim(tx, &subject, reminder.kind.code(), reminder.on, "person")? {
            return Ok(false);
        }
        let item = cases::asked_item(tx.db, key, case_id, pause.kind)?.unwrap_or_default();
        let reply_by_on = pause.reply_by_on;
        let letter = match pause.kind {
            PauseKind::Identity => Letter::PersonReminder { item, reply_by_on },
            PauseKind::Scope => Letter::ScopeReminder { question: item, reply_by_on },
        };
        letters::keep(app, tx, key, stored, &Order::notice(&letter))?;
        let facts = serde_json::json!({ "kind": reminder.kind, "to": "person" });
        mark(tx, key, case_id, EventKind::Reminded, facts)?;
        Ok::<_, Error>(true)
    })
}
