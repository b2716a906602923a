//! The clock of art. 12(3) GDPR: facts in, dates out. A stored date must equal the replay.
//!
//! Periods run by Reg. (EEC, Euratom) 1182/71: the day of receipt is not counted (art. 3(1)), a
//! month ends on the same date of the next one or its last day (art. 3(2)(c)), and what would end
//! on a Saturday, Sunday or public holiday ends on the next working day (art. 3(4)).
//! [`steps::explain`] says the same as a list of steps to be shown.

pub mod instants;
pub mod steps;

use crate::domain::calendar;
use crate::domain::controller::Rules;
use crate::domain::request::{Dates, Extension, Pause};
use crate::domain::right::Right;
use chrono::{Days, Months, NaiveDate};

pub use instants::{days_left, due_instant, is_overdue, local_date, promise_missed};
pub use steps::{Step, StepKind, Track, explain};

/// Every date of the clock, with those in between that the command line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoning {
    /// Local date of receipt: day 0.
    pub received_on: NaiveDate,
    /// A month after receipt, clamped to the month's last day, not rolled.
    pub month_raw: NaiveDate,
    /// The same rolled to a working day: the law's date without extension and pauses, and the last
    /// safe day to extend or refuse.
    pub month_due: NaiveDate,
    /// The organisation's promise, counted from receipt and never rolled. It stands here even when
    /// an extension has ended it.
    pub promise_due: Option<NaiveDate>,
    /// The earlier of the two.
    pub due: NaiveDate,
    /// Three months after receipt, rolled, when the period was extended.
    pub extended_due: Option<NaiveDate>,
    /// Days in the union of the valid answered pauses.
    pub paused_days: u64,
    /// Since when a valid question has been open. It counts nothing yet.
    pub paused_open_since: Option<NaiveDate>,
    /// The law's date with extension and answered pauses, rolled once at the very end.
    pub statutory_due: NaiveDate,
    /// The promise as it still counts: none once extended; moved by pauses only if the
    /// controller's setting says so.
    pub promise_counts: Option<NaiveDate>,
    /// The earlier of the last two: what is shown.
    pub shown_due: NaiveDate,
    /// [`Reckoning::month_due`] moved by answered pauses; between the two, extending is disputable.
    pub last_extend_paused: NaiveDate,
}

/// Computes every date from the facts.
pub fn reckon(rules: &Rules, received_on: NaiveDate, pauses: &[Pause], extended: bool) -> Reckoning {
    let roll = |date| calendar::roll(rules.country, rules.profile, date);
    let paused_days = paused_ranges(received_on, pauses).iter().map(|(from, to)| days_in(*from, *to)).sum();
    let month_raw = add_months(received_on, 1);
    let month_due = roll(month_raw);
    let promise_due = rules.promise_days.map(|days| add_days(received_on, u64::from(days)));
    let three_months = add_months(received_on, 3);
    let statutory_due = roll(add_days(if extended { three_months } else { month_raw }, paused_days));
    let promise_counts = match promise_due {
        Some(date) if !extended && rules.promise_pauses => Some(add_days(date, paused_days)),
        Some(date) if !extended => Some(date),
        _ => None,
    };
    Reckoning {
        received_on,
        month_raw,
        month_due,
        promise_due,
        due: promise_due.map_or(month_due, |promise| promise.min(month_due)),
        extended_due: extended.then(|| roll(three_months)),
        paused_days,
        paused_open_since: open_since(pauses),
        statutory_due,
        promise_counts,
        shown_due: promise_counts.map_or(statutory_due, |promise| promise.min(statutory_due)),
        last_extend_paused: roll(add_days(month_raw, paused_days)),
    }
}

/// The dates of a request, computed from its facts. A stored date must equal this.
///
/// `act_by_on` is what is shown, with one exception: for the rights the law gives no period
/// (art. 7(3) and 21(3): stop at once) it is the working day after receipt, if that is earlier.
/// An open pause counts nothing, so meanwhile it is the date without that pause.
pub fn dates(
    rules: &Rules,
    right: Right,
    received_on: NaiveDate,
    pauses: &[Pause],
    extension: Option<&Extension>,
) -> Dates {
    let reckoning = reckon(rules, received_on, pauses, extension.is_some());
    Dates {
        statutory_on: reckoning.statutory_due,
        promise_on: reckoning.promise_counts,
        shown_on: reckoning.shown_due,
        act_by_on: act_by(rules, right, &reckoning),
        last_extend_on: reckoning.month_due,
        last_extend_paused_on: reckoning.last_extend_paused,
    }
}

/// The date an extension would give (three months from receipt, art. 12(3)), for "if extended".
pub fn if_extended(rules: &Rules, received_on: NaiveDate, pauses: &[Pause]) -> NaiveDate {
    reckon(rules, received_on, pauses, true).statutory_due
}

fn act_by(rules: &Rules, right: Right, reckoning: &Reckoning) -> NaiveDate {
    if right.acts_at_once() {
        calendar::next_working_day(rules.country, rules.profile, reckoning.received_on)
            .min(reckoning.shown_due)
    } else {
        reckoning.shown_due
    }
}

/// The union of the valid answered pauses as ranges `[asked, answered)`, in order and apart.
/// Waiting before the received date (it may have been corrected since) was never part of the period.
fn paused_ranges(received_on: NaiveDate, pauses: &[Pause]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut ranges: Vec<(NaiveDate, NaiveDate)> = pauses
        .iter()
        .filter(|pause| pause.counts)
        .filter_map(|pause| Some((pause.asked_on.max(received_on), pause.answered_on?)))
        .filter(|(from, to)| from < to)
        .collect();
    ranges.sort_unstable();
    let mut union: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match union.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => union.push((from, to)),
        }
    }
    union
}

fn open_since(pauses: &[Pause]) -> Option<NaiveDate> {
    pauses
        .iter()
        .filter(|pause| pause.counts && pause.answered_on.is_none())
        .map(|pause| pause.asked_on)
        .min()
}

fn days_in(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from((to - from).num_days()).unwrap_or(0)
}

/// Same date `months` later, or the last day of that month (Reg. 1182/71 art. 3(2)(c)).
fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

fn add_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod known_answers;
#[cfg(test)]
mod properties;
