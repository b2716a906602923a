//! One request's dates with their steps, for people and for programs.

use super::facts::Facts;
use crate::domain::calendar::Country;
use crate::domain::controller::Rules;
use crate::domain::deadline::{Reckoning, Step, StepKind, Track, due_instant, explain, reckon};
use crate::domain::request::Extension;
use crate::domain::right::Right;
use chrono::{Datelike, NaiveDate, SecondsFormat};
use serde_json::{Value, json};
use std::fmt::Write;

fn computed(facts: &Facts, rules: &Rules) -> (Reckoning, Vec<Step>) {
    let notice = Extension { noticed_on: facts.received_on, delivered: true, disputable: false };
    let extension = facts.extended.then_some(&notice);
    let steps = explain(rules, Right::Access, facts.received_on, &facts.pauses, extension);
    (reckon(rules, facts.received_on, &facts.pauses, facts.extended), steps)
}

/// The dates as one JSON object. Dates are local, instants UTC; `null` where there is none.
pub fn json(facts: &Facts, rules: &Rules) -> String {
    let (got, steps) = computed(facts, rules);
    let instant = |date| due_instant(rules.zone, date).to_rfc3339_opts(SecondsFormat::Secs, true);
    let value: Value = json!({
        "country": facts.country,
        "profile": rules.profile,
        "received": facts.received_on,
        "month_raw": got.month_raw,
        "month_due": got.month_due,
        "promise_due": got.promise_due,
        "due": got.due,
        "due_instant_utc": instant(got.due),
        "extended_due": got.extended_due,
        "paused_days": got.paused_days,
        "paused_open_since": got.paused_open_since,
        "statutory_due": got.statutory_due,
        "overdue_from_utc": instant(got.statutory_due),
        "shown_due": got.shown_due,
        "last_day_to_extend": got.month_due,
        "last_day_to_extend_paused": got.last_extend_paused,
        "steps": steps,
    });
    format!("{value:#}")
}

/// The dates as a page of text.
pub fn text(facts: &Facts, rules: &Rules) -> String {
    let (got, steps) = computed(facts, rules);
    let mut page = format!("Answer by {}\n\n", dated(got.shown_due));
    let mut row = |name: &str, date: Option<NaiveDate>| {
        if let Some(date) = date {
            let _ = writeln!(page, "  {name:<27}{}", dated(date));
        }
    };
    row("Received", Some(facts.received_on));
    row("The law", Some(got.statutory_due));
    row("Our promise", got.promise_counts);
    row("Last day to extend", Some(got.month_due));
    row("  with pauses, disputable", Some(got.last_extend_paused).filter(|date| *date != got.month_due));
    row("Paused since", got.paused_open_since);
    page.push_str("\nHow the date was computed\n");
    for step in &steps {
        let on = step.on.map_or_else(|| " ".repeat(14), dated);
        let _ = writeln!(page, "  {on}  {:<8}  {}", track(step), sentence(step, facts));
    }
    let late = due_instant(rules.zone, got.statutory_due).to_rfc3339_opts(SecondsFormat::Secs, true);
    let _ = write!(page, "\nOverdue from {late}, when {} has ended there.", got.statutory_due);
    page
}

fn dated(date: NaiveDate) -> String {
    date.format("%a %Y-%m-%d").to_string()
}

const fn track(step: &Step) -> &'static str {
    match step.track {
        Track::Law => "law",
        Track::Promise => "promise",
        Track::Shown => "answer",
    }
}

fn sentence(step: &Step, facts: &Facts) -> String {
    let days = step.days.unwrap_or_default();
    let from = step.from.unwrap_or(facts.received_on);
    match step.kind {
        StepKind::Received => "Received: day 0".to_owned(),
        StepKind::Promise => format!("Our promise: {days} days later"),
        StepKind::Month => "One month later".to_owned(),
        StepKind::Extended => "Extended: three months from receipt".to_owned(),
        StepKind::Clamp => format!("That month has no day {}, so its last day counts", from.day()),
        StepKind::Pause => format!("Waited for the person {}: {days} days are added", range(step)),
        StepKind::PausePromiseNot => "The promise does not move while we wait".to_owned(),
        StepKind::PauseOpen => format!("Still waiting {}: it counts once answered", range(step)),
        StepKind::PauseNotValid => format!("Asked too late {}: nothing is added", range(step)),
        StepKind::ExtendedPromise => "Once extended, the promise no longer counts".to_owned(),
        StepKind::RollSaturday => format!("{from} is a Saturday: the next day"),
        StepKind::RollSunday => format!("{from} is a Sunday: the next day"),
        StepKind::RollHoliday => {
            format!(
                "{from} is a holiday ({}): the next day",
                step.holiday.map_or("", |holiday| holiday.code())
            )
        }
        StepKind::NoRoll => "A working day: the date stays".to_owned(),
        StepKind::Earliest => "The earlier of law and promise counts".to_owned(),
        StepKind::Same => "Law and promise give the same date".to_owned(),
        StepKind::LawOnly => "No promise: the law's date counts".to_owned(),
        StepKind::ActAtOnce => "No period in law: at once, by the next working day".to_owned(),
        StepKind::Source => {
            let country = match facts.country {
                Country::Dk => "Denmark",
                Country::Se => "Sweden",
            };
            format!("Under Regulation 1182/71 and the public holidays of {country}")
        }
    }
}

fn range(step: &Step) -> String {
    match step.range {
        Some((asked, Some(answered))) => format!("{asked}..{answered}"),
        Some((asked, None)) => format!("{asked}.."),
        None => String::new(),
    }
}
