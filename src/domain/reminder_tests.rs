//! The schedule at known dates, holidays and the changes of the clocks among them.

use super::*;
use crate::domain::calendar::{Country, Profile};
use crate::domain::deadline::dates;
use crate::domain::request::{Extension, Pause, PauseKind, State};
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use chrono_tz::Tz;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn rules() -> Rules {
    Rules {
        country: Country::Dk,
        profile: Profile::Eu,
        zone: Tz::Europe__Copenhagen,
        promise_days: Some(30),
        promise_pauses: false,
        four_eyes: true,
        ask_within_working_days: 3,
        keep: crate::domain::retention::Keep::months(12),
    }
}

fn request(right: Right, received_on: &str) -> Request {
    let received_on = day(received_on);
    Request {
        id: "r1".into(),
        right,
        state: State::Assessing,
        paused_from: None,
        reviewed_from: None,
        assignee: Some("anna".into()),
        received_on,
        pauses: Vec::new(),
        extension: None,
        answer: None,
        author: None,
        approver: None,
        single_handed: false,
        package: None,
        approved_package: None,
        outcome: None,
        closed_at: None,
        withdrawn_from: None,
        dates: dates(&rules(), right, received_on, &[], None),
    }
}

/// The rule the database is asked with, see `store::queue::watched`.
fn in_window(today: NaiveDate, request: &Request, tasks: &[Task]) -> bool {
    let window = Window::of(today);
    let last_on = request.dates.last_extend_on;
    request.dates.act_by_on <= window.act_by_until
        || (today <= last_on && last_on <= window.extend_until)
        || (request.assignee.is_none() && request.received_on < today)
        || request.open_pause().is_some_and(|pause| pause.asked_on <= window.asked_until)
        || tasks.iter().any(|task| !task.state.is_finished() && task.due_on <= window.task_until)
}

/// Runs the schedule every hour over the days; the row's key keeps repeats out, as the database does.
fn sent(request: &Request, tasks: &[Task], from: &str, to: &str) -> Vec<String> {
    let mut rows = BTreeSet::new();
    let mut sent = Vec::new();
    let mut now = at(&format!("{from}T00:00:00Z"));
    while now < at(&format!("{to}T00:00:00Z")) {
        let due = due(now, &rules(), request, tasks);
        // the database is asked for what lies in the window: nothing that is due may lie outside
        assert!(due.is_empty() || in_window(local_date(rules().zone, now), request, tasks), "{now}: {due:?}");
        for r in due {
            if rows.insert((r.request_id, r.task_id, r.kind, r.on, r.recipient.key())) {
                let local = now.with_timezone(&rules().zone).format("%m-%d %H:%M");
                sent.push(format!("{local} {} {} {}", r.kind, r.recipient.key(), r.days));
            }
        }
        now += chrono::Duration::hours(1);
    }
    sent
}

#[test]
fn a_request_over_easter_and_the_change_of_clocks_is_reminded_on_working_days_at_eight() {
    // Promise and act-by date 1 April; the law's date 7 April. Clocks go forward on 29 March.
    let request = request(Right::Access, "2026-03-02");
    assert_eq!(
        sent(&request, &[], "2026-03-02", "2026-04-11"),
        [
            "03-18 08:00 left_14 staff:anna 14",
            "03-25 08:00 left_7 staff:anna 7",
            "03-27 08:00 left_3 staff:anna 5", // the 29th is a Sunday
            "03-31 08:00 left_1 staff:anna 1",
            "04-01 08:00 left_0 staff:anna 0",
            // Five and one days before 7 April are both closed: one reminder on the day before them.
            "04-01 08:00 last_extend_1 officers 6",
            "04-07 08:00 late staff:anna -6",
            "04-07 08:00 officer_1 officers -6",
            "04-08 08:00 late staff:anna -7",
            "04-08 08:00 officer_7 officers -7",
            "04-09 08:00 late staff:anna -8",
            "04-10 08:00 late staff:anna -9",
        ]
    );
}

#[test]
fn after_an_outage_only_the_latest_of_a_ladder_is_given() {
    let request = request(Right::Access, "2026-03-02");
    assert_eq!(
        sent(&request, &[], "2026-03-26", "2026-03-27"),
        ["03-26 08:00 left_7 staff:anna 6"],
        "fourteen days are not told after seven"
    );
    assert_eq!(sent(&request, &[], "2026-04-09", "2026-04-10").len(), 2, "one digest line, one officer");
}

#[test]
fn nothing_is_sent_at_night_on_weekends_or_holidays_or_about_closed_requests() {
    let mut request = request(Right::Access, "2026-03-02");
    // Maundy Thursday to Easter Monday, and 19:59 UTC on the Tuesday is 21:59 in Copenhagen.
    assert_eq!(sent(&request, &[], "2026-04-02", "2026-04-07"), Vec::<String>::new());
    assert!(due(at("2026-04-07T05:59:59Z"), &rules(), &request, &[]).is_empty());
    assert!(!due(at("2026-04-07T06:00:00Z"), &rules(), &request, &[]).is_empty());
    assert!(due(at("2026-04-07T19:59:00Z"), &rules(), &request, &[]).is_empty());
    request.state = State::Closed;
    assert!(due(at("2026-04-07T06:00:00Z"), &rules(), &request, &[]).is_empty());
}

#[test]
fn a_changed_date_arms_the_ladder_again() {
    let mut request = request(Right::Access, "2026-09-01");
    let key = |r: &Reminder| (r.kind, r.on);
    let before: Vec<_> = due(at("2026-09-17T07:00:00Z"), &rules(), &request, &[]).iter().map(key).collect();
    assert_eq!(before, [(ReminderKind::Left14, day("2026-10-01"))]);
    let extension = Extension { noticed_on: day("2026-09-17"), delivered: true, disputable: false };
    request.extension = Some(extension);
    request.dates = dates(&rules(), Right::Access, request.received_on, &[], Some(&extension));
    assert!(due(at("2026-09-24T07:00:00Z"), &rules(), &request, &[]).is_empty());
    let after: Vec<_> = due(at("2026-11-17T08:00:00Z"), &rules(), &request, &[]).iter().map(key).collect();
    assert_eq!(after, [(ReminderKind::Left14, day("2026-12-01"))]);
}

#[test]
fn the_last_day_to_extend_is_told_to_officers_and_not_where_there_is_none() {
    // The law's date is 10 March 2026, a Tuesday; five days before is the Thursday.
    let mut request = request(Right::Erasure, "2026-02-10");
    let to_officers = |r: &Request| -> Vec<String> {
        sent(r, &[], "2026-02-10", "2026-03-11").into_iter().filter(|s| s.contains("extend")).collect()
    };
    assert_eq!(
        to_officers(&request),
        ["03-05 08:00 last_extend_5 officers 5", "03-09 08:00 last_extend_1 officers 1"]
    );
    request.right = Right::MarketingObjection;
    assert!(to_officers(&request).is_empty());
}

#[test]
fn a_request_nobody_takes_for_more_than_one_working_day_goes_to_the_officers() {
    let mut request = request(Right::Access, "2026-09-05"); // a Saturday
    request.state = State::Received;
    request.assignee = None;
    assert_eq!(
        sent(&request, &[], "2026-09-05", "2026-09-12"),
        ["09-09 08:00 unassigned officers -4"],
        "Monday is its first day, Tuesday the one working day it may lie"
    );
    request.assignee = Some("bo".into());
    assert!(sent(&request, &[], "2026-09-05", "2026-09-12").is_empty());
}

#[test]
fn an_objection_to_marketing_is_told_on_its_day() {
    let request = request(Right::MarketingObjection, "2026-09-04"); // Friday, act by Monday
    assert_eq!(
        sent(&request, &[], "2026-09-05", "2026-09-09"),
        [
            "09-07 08:00 left_0 staff:anna 0",
            "09-08 08:00 late staff:anna -1",
            "09-08 08:00 officer_1 officers -1",
        ]
    );
}

#[test]
fn a_person_we_wait_for_is_reminded_on_days_7_21_and_45_moved_on_to_working_days() {
    let mut request = request(Right::Access, "2026-03-24");
    request.state = State::AwaitingPerson;
    request.pauses = vec![Pause {
        id: "p".into(),
        kind: PauseKind::Identity,
        asked_on: day("2026-03-26"),
        answered_on: None,
        doubt_on: None,
        unposted: None,
        counts: true,
        reply_by_on: day("2026-04-23"),
        decided: false,
        reminders: 0,
    }];
    let to_person = |request: &Request| -> Vec<String> {
        sent(request, &[], "2026-03-26", "2026-06-01").into_iter().filter(|s| s.contains("person")).collect()
    };
    assert_eq!(
        to_person(&request),
        [
            "04-07 08:00 person_7 person 12", // 2 April is Maundy Thursday
            "04-16 08:00 person_21 person 21",
            "05-11 08:00 person_45 person 46", // 10 May is a Sunday
        ]
    );
    request.pauses[0].answered_on = Some(day("2026-04-08"));
    assert!(to_person(&request).is_empty());
}

#[test]
fn a_task_is_due_then_chased_then_escalated_until_it_is_finished() {
    let request = request(Right::Access, "2026-09-01");
    let mut task = Task {
        id: "t1".into(),
        request_ids: vec!["r1".into()],
        holder: Holder::Hand,
        state: TaskState::Open,
        due_on: day("2026-09-11"), // a Friday
    };
    let about_task = |task: &Task| -> Vec<String> {
        let tasks = std::slice::from_ref(task);
        sent(&request, tasks, "2026-09-01", "2026-09-21").into_iter().filter(|s| s.contains("task")).collect()
    };
    assert_eq!(
        about_task(&task),
        [
            "09-11 08:00 task_due staff:anna 0",
            "09-14 08:00 task_chased staff:anna -3",
            "09-16 08:00 task_escalated officers -5",
        ]
    );
    task.state = TaskState::Done;
    assert!(about_task(&task).is_empty());
    task = Task { state: TaskState::Failed, request_ids: vec!["another".into()], ..task };
    assert!(about_task(&task).is_empty());
}
