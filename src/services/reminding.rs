//! Reminders: what the law of reminders gives now, claimed once in the database, turned into mails.

use crate::domain::access::{Actor, Role};
use crate::domain::event::EventKind;
use crate::domain::letter::{Letter, OverdueRow, StaffMail};
use crate::domain::reminder::{self, Recipient, Reminder, ReminderKind};
use crate::domain::request::Request;
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::services::letters::{self, Order};
use crate::store::cases::{self, StoredCase};
use crate::store::staff::{self, Member, Status};
use crate::store::{installation, messages, queue, reminders};
use std::collections::BTreeMap;

/// How many requests one step looks at.
const PAGE: i64 = 200;

/// Sends what is due now. Running it twice, after a restart or on two nodes sends nothing twice.
/// Returns how many reminders went out.
pub fn run(app: &App) -> Result<usize> {
    let (held, everybody) =
        app.store.look(|db| Ok::<_, Error>((installation::is_held(db)?, staff::all(db)?)))?;
    if held {
        return Ok(0);
    }
    let active: Vec<Member> = everybody.into_iter().filter(|m| m.status == Status::Active).collect();
    let mut digest: BTreeMap<String, Vec<OverdueRow>> = BTreeMap::new();
    let mut sent = 0;
    let mut after = String::new();
    loop {
        let page = app.store.look(|db| Ok::<_, Error>(queue::open_after(db, &after, PAGE)?))?;
        let Some(last) = page.last() else { break };
        after = last.request_id.clone();
        for watched in &page {
            sent += remind(app, &watched.case_id, &watched.request_id, &active, &mut digest)?;
        }
    }
    for (staff_id, rows) in digest {
        app.store.write(&Actor::System, |tx| {
            Ok::<_, Error>(messages::keep_staff_mail(tx, &staff_id, &StaffMail::OverdueDigest { rows })?)
        })?;
    }
    Ok(sent)
}

fn remind(
    app: &App,
    case_id: &str,
    request_id: &str,
    active: &[Member],
    digest: &mut BTreeMap<String, Vec<OverdueRow>>,
) -> Result<usize> {
    let stored = app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?))?;
    let Some(request) = stored.file.request(request_id) else { return Ok(0) };
    let rules = &app.controllers.get(&stored.file.case.controller_id)?.rules;
    let due = reminder::due(app.store.clock.now(), rules, request, &stored.file.tasks);
    let mut sent = 0;
    for reminder in due {
        sent += match &reminder.recipient {
            Recipient::Person => usize::from(to_person(app, &stored, request, &reminder)?),
            _ => to_staff(app, &stored, request, &reminder, active, digest)?,
        };
    }
    Ok(sent)
}

fn to_staff(
    app: &App,
    stored: &StoredCase,
    request: &Request,
    reminder: &Reminder,
    active: &[Member],
    digest: &mut BTreeMap<String, Vec<OverdueRow>>,
) -> Result<usize> {
    let about = stored.file.case.about_staff.as_deref();
    let mut sent = 0;
    for member in recipients(reminder, active).filter(|m| about != Some(m.id.as_str())) {
        let claimed = app.store.write(&Actor::System, |tx| {
            let subject = reminder.task_id.as_deref().unwrap_or(&reminder.request_id);
            let key = format!("staff:{}", member.id);
            if !reminders::claim(tx, subject, reminder.kind.code(), reminder.on, &key)? {
                return Ok::<_, Error>(false);
            }
            if let Some(mail) = mail(app, stored, request, reminder) {
                messages::keep_staff_mail(tx, &member.id, &mail)?;
            }
            Ok(true)
        })?;
        if claimed && reminder.kind == ReminderKind::Late {
            digest.entry(member.id.clone()).or_default().push(OverdueRow {
                reference: stored.reference.clone(),
                right: request.right,
                days: -reminder.days,
                link: link(app, stored),
            });
        }
        sent += usize::from(claimed);
    }
    Ok(sent)
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
        let item = cases::asked_item(tx.db, key, case_id)?.unwrap_or_default();
        let letter = Letter::PersonReminder { item, reply_by_on: pause.reply_by_on };
        letters::keep(app, tx, key, stored, &Order::notice(&letter))?;
        let facts = serde_json::json!({ "kind": reminder.kind, "to": "person" });
        mark(tx, key, case_id, EventKind::Reminded, facts)?;
        Ok::<_, Error>(true)
    })
}
