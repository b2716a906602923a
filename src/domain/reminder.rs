//! Reminders: who is told what, and on which working day at 08:00 local time.
//!
//! Pure: [`due`] says what stands to be sent at this moment. The database keeps one row per
//! (request, task, kind, date, recipient), so asking again (a second run, a restart, another node)
//! sends nothing twice; `on` is the date a reminder is about, so a changed date re-arms it. Of
//! each ladder only the latest rung is given: after an outage nobody gets the ones that passed.

use crate::domain::calendar;
use crate::domain::controller::Rules;
use crate::domain::deadline::{days_left, local_date};
use crate::domain::decide::decide_by_on;
use crate::domain::request::Request;
use crate::domain::task::Task;
use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};

codes! {
    /// What a reminder is about.
    pub enum ReminderKind {
        /// Staff: 14 calendar days to the act-by date.
        Left14 = "left_14",
        /// Staff: 7 days.
        Left7 = "left_7",
        /// Staff: 3 days.
        Left3 = "left_3",
        /// Staff: 1 day.
        Left1 = "left_1",
        /// Staff: on the day.
        Left0 = "left_0",
        /// Staff: a line of the daily digest, every working day after the act-by date.
        Late = "late",
        /// Privacy officer: the first day after the act-by date.
        Officer1 = "officer_1",
        /// Privacy officer: the seventh day.
        Officer7 = "officer_7",
        /// 5 days to the last day to extend or refuse.
        LastExtend5 = "last_extend_5",
        /// 1 day to it.
        LastExtend1 = "last_extend_1",
        /// Privacy officer: a pause has to be decided on, before the date there is without it.
        DecidePause = "decide_pause",
        /// Nobody has taken it for more than one working day.
        Unassigned = "unassigned",
        /// A task is due today.
        TaskDue = "task_due",
        /// A task is late: a chaser.
        TaskChased = "task_chased",
        /// A task stays late: the privacy officer is told.
        TaskEscalated = "task_escalated",
        /// The person: we have waited 7 days for a reply.
        Person7 = "person_7",
        /// The person: 21 days.
        Person21 = "person_21",
        /// The person: 45 days.
        Person45 = "person_45",
    }
}

/// Who gets it. The services turn this into addresses.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// The member of staff the request is assigned to.
    Assignee(String),
    /// Everybody who holds the role of privacy officer.
    Officers,
    /// The person who asked.
    Person,
}

impl Recipient {
    /// How the recipient stands in the row that makes a repeat harmless.
    pub fn key(&self) -> String {
        match self {
            Recipient::Assignee(id) => format!("staff:{id}"),
            Recipient::Officers => "officers".to_owned(),
            Recipient::Person => "person".to_owned(),
        }
    }
}

/// One reminder that stands to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is about.
    pub kind: ReminderKind,
    /// The request.
    pub request_id: String,
    /// The task, for the three kinds about one.
    pub task_id: Option<String>,
    /// The date it is about; part of the row's key. For the digest, the day of the digest.
    pub on: NaiveDate,
    /// Who gets it.
    pub recipient: Recipient,
    /// Calendar days from today to the date it is about, negative once that has passed; for the
    /// person, the days we have waited.
    pub days: i64,
}

/// From this local hour on working days.
const FROM_HOUR: u32 = 8;
/// What an outage held back still goes out the same day until this hour, then waits for the morning.
const UNTIL_HOUR: u32 = 20;
/// Calendar days before the act-by date.
const LEFT: [(u64, ReminderKind); 5] = [
    (14, ReminderKind::Left14),
    (7, ReminderKind::Left7),
    (3, ReminderKind::Left3),
    (1, ReminderKind::Left1),
    (0, ReminderKind::Left0),
];
/// Calendar days before the last day to extend or refuse.
const LAST_EXTEND: [(u64, ReminderKind); 2] =
    [(5, ReminderKind::LastExtend5), (1, ReminderKind::LastExtend1)];
/// Calendar days after the act-by date.
const OFFICER: [(u64, ReminderKind); 2] = [(1, ReminderKind::Officer1), (7, ReminderKind::Officer7)];
/// Calendar days after the question went out.
const PERSON: [(u64, ReminderKind); 3] =
    [(7, ReminderKind::Person7), (21, ReminderKind::Person21), (45, ReminderKind::Person45)];
/// Working days after a task's date on which it is chased and escalated.
const TASK_CHASED_AFTER: u32 = 1;
const TASK_ESCALATED_AFTER: u32 = 3;
/// Working days a request may lie unassigned.
const UNASSIGNED_WORKING_DAYS: u32 = 1;

/// Whether reminders go out now: working days from 08:00 in the controller's time zone.
pub fn is_sending_time(rules: &Rules, now: DateTime<Utc>) -> bool {
    let hour = now.with_timezone(&rules.zone).hour();
    (FROM_HOUR..UNTIL_HOUR).contains(&hour)
        && calendar::is_working_day(rules.country, rules.profile, local_date(rules.zone, now))
}

/// Longest run of days that are no working days, with room to spare: a rung is never moved further.
const MOVED: u64 = 7;

/// Which dates of an open request can give a reminder on a day at all: what the database is asked
/// for, so that not every case is read. Wider than [`due`], never narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Today: the last day to extend is not over, and what is unassigned came before it.
    pub today: NaiveDate,
    /// The act-by date is no later.
    pub act_by_until: NaiveDate,
    /// The last day to extend is no later.
    pub extend_until: NaiveDate,
    /// The person was asked no later.
    pub asked_until: NaiveDate,
    /// The date of an unfinished task is no later.
    pub task_until: NaiveDate,
}

impl Window {
    /// The window of a day.
    pub fn of(today: NaiveDate) -> Window {
        let most = |ladder: &[(u64, ReminderKind)]| ladder.iter().map(|(days, _)| *days).max().unwrap_or(0);
        let least = PERSON.iter().map(|(days, _)| *days).min().unwrap_or(0);
        Window {
            today,
            act_by_until: today + Days::new(most(&LEFT) + MOVED),
            extend_until: today + Days::new(most(&LAST_EXTEND) + MOVED),
            asked_until: today - Days::new(least),
            task_until: today + Days::new(MOVED),
        }
    }
}

/// Everything that stands to be sent about a request and the tasks that work for it. Empty
/// outside [`is_sending_time`] and for requests that are no longer open.
pub fn due(now: DateTime<Utc>, rules: &Rules, request: &Request, tasks: &[Task]) -> Vec<Reminder> {
    if !request.state.is_open() || !is_sending_time(rules, now) {
        return Vec::new();
    }
    let desk = Desk { rules, request, today: local_date(rules.zone, now) };
    let mut reminders = Vec::new();
    reminders.extend(desk.act_by(days_left(&request.dates, rules.zone, now)));
    reminders.extend(desk.officer());
    reminders.extend(desk.last_extend());
    reminders.extend(desk.decide_pause());
    reminders.extend(desk.unassigned());
    reminders.extend(desk.person());
    let ours = tasks.iter().filter(|task| task.request_ids.contains(&request.id));
    reminders.extend(ours.filter_map(|task| desk.task(task)));
    reminders
}

/// A request seen on one day.
struct Desk<'a> {
    rules: &'a Rules,
    request: &'a Request,
    today: NaiveDate,
}

impl Desk<'_> {
    /// The staff ladder up to the act-by date, then the daily digest.
    fn act_by(&self, days: i64) -> Option<Reminder> {
        let act_by_on = self.request.dates.act_by_on;
        if days < 0 {
            return Some(Reminder { days, ..self.reminder(ReminderKind::Late, self.today, self.handler()) });
        }
        let kind = self.latest_before(act_by_on, &LEFT)?;
        Some(Reminder { days, ..self.reminder(kind, act_by_on, self.handler()) })
    }

    fn officer(&self) -> Option<Reminder> {
        let act_by_on = self.request.dates.act_by_on;
        let kind = self.latest_after(act_by_on, &OFFICER)?;
        Some(self.reminder(kind, act_by_on, Recipient::Officers))
    }

    /// To officers, because only they extend. Not where there is nothing to extend.
    fn last_extend(&self) -> Option<Reminder> {
        let last_on = self.request.dates.last_extend_on;
        let pointless = self.request.extension.is_some() || self.request.right.acts_at_once();
        if pointless || self.today > last_on {
            return None;
        }
        let kind = self.latest_before(last_on, &LAST_EXTEND)?;
        Some(self.reminder(kind, last_on, Recipient::Officers))
    }

    /// To officers, because only they decide. Once a date: whoever was told may still wait.
    fn decide_pause(&self) -> Option<Reminder> {
        self.request.open_pause().filter(|pause| !pause.decided && pause.unposted.is_none())?;
        let on = decide_by_on(self.rules, self.request.dates.act_by_on);
        (self.today >= on).then(|| self.reminder(ReminderKind::DecidePause, on, Recipient::Officers))
    }

    fn unassigned(&self) -> Option<Reminder> {
        let received_on = self.request.received_on;
        let (country, profile) = (self.rules.country, self.rules.profile);
        // Counted from the day it could be taken: a Saturday's form is Monday's work.
        let begins_on = calendar::roll(country, profile, received_on);
        let waited = calendar::working_days_between(country, profile, begins_on, self.today);
        let waits = self.request.assignee.is_none() && waited > UNASSIGNED_WORKING_DAYS;
        waits.then(|| self.reminder(ReminderKind::Unassigned, received_on, Recipient::Officers))
    }

    fn person(&self) -> Option<Reminder> {
        // whom nothing was sent to yet is not reminded of it
        let asked_on = self.request.open_pause().filter(|pause| pause.unposted.is_none())?.asked_on;
        let kind = self.latest_after(asked_on, &PERSON)?;
        let days = (self.today - asked_on).num_days();
        Some(Reminder { days, ..self.reminder(kind, asked_on, Recipient::Person) })
    }

    fn task(&self, task: &Task) -> Option<Reminder> {
        if task.state.is_finished() {
            return None;
        }
        let (country, profile) = (self.rules.country, self.rules.profile);
        let after = |days| calendar::working_days_add(country, profile, task.due_on, days);
        let (kind, recipient) = if self.today >= after(TASK_ESCALATED_AFTER) {
            (ReminderKind::TaskEscalated, Recipient::Officers)
        } else if self.today >= after(TASK_CHASED_AFTER) {
            (ReminderKind::TaskChased, self.handler())
        } else if self.today >= calendar::roll_back(country, profile, task.due_on) {
            (ReminderKind::TaskDue, self.handler())
        } else {
            return None;
        };
        Some(Reminder { task_id: Some(task.id.clone()), ..self.reminder(kind, task.due_on, recipient) })
    }

    /// The latest rung reached of a ladder that counts down to `date`: each moved back to the
    /// working day before, so that nobody is told on a Sunday about Saturday.
    fn latest_before(&self, date: NaiveDate, ladder: &[(u64, ReminderKind)]) -> Option<ReminderKind> {
        let reached = |days: u64| {
            date.checked_sub_days(Days::new(days)).is_some_and(|rung| {
                self.today >= calendar::roll_back(self.rules.country, self.rules.profile, rung)
            })
        };
        ladder.iter().rev().find(|(days, _)| reached(*days)).map(|(_, kind)| *kind)
    }

    /// The latest rung reached of a ladder that counts up from `date`: each moved on to a working
    /// day, never before its day has come.
    fn latest_after(&self, date: NaiveDate, ladder: &[(u64, ReminderKind)]) -> Option<ReminderKind> {
        let reached = |days: u64| {
            date.checked_add_days(Days::new(days)).is_some_and(|rung| {
                self.today >= calendar::roll(self.rules.country, self.rules.profile, rung)
            })
        };
        ladder.iter().rev().find(|(days, _)| reached(*days)).map(|(_, kind)| *kind)
    }

    /// Who works on it; while nobody does, the officers.
    fn handler(&self) -> Recipient {
        self.request.assignee.clone().map_or(Recipient::Officers, Recipient::Assignee)
    }

    fn reminder(&self, kind: ReminderKind, on: NaiveDate, recipient: Recipient) -> Reminder {
        Reminder {
            kind,
            request_id: self.request.id.clone(),
            task_id: None,
            on,
            recipient,
            days: (on - self.today).num_days(),
        }
    }
}

#[cfg(test)]
#[path = "reminder_tests.rs"]
mod tests;
