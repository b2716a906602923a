//! "How was this date computed": every step with the dates and holidays it met.

use super::{Reckoning, act_by, add_days, add_months, days_in, paused_ranges, reckon};
use crate::domain::calendar::{self, Closed, Holiday};
use crate::domain::controller::Rules;
use crate::domain::request::{Extension, Pause};
use crate::domain::right::Right;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

codes! {
    /// What a step does. The code is the word key `clock-step-<code>`.
    pub enum StepKind {
        /// The day of receipt: day 0.
        Received = "received",
        /// The promise: `days` days after receipt.
        Promise = "promise",
        /// The law: one month after receipt.
        Month = "month",
        /// Extended: three months after receipt.
        Extended = "extended",
        /// That month has no such day (`from` says which day number was looked for), so its last counts.
        Clamp = "clamp",
        /// We waited for the person over `range`: `days` days are added.
        Pause = "pause",
        /// The promise does not move while we wait.
        PausePromiseNot = "pause_promise_not",
        /// We still wait; the pause counts nothing yet.
        PauseOpen = "pause_open",
        /// Asked too late to stop the clock.
        PauseNotValid = "pause_not_valid",
        /// Once extended, the promise no longer counts.
        ExtendedPromise = "extended_promise",
        /// `from` is a Saturday.
        RollSaturday = "roll_saturday",
        /// `from` is a Sunday.
        RollSunday = "roll_sunday",
        /// `from` is `holiday`.
        RollHoliday = "roll_holiday",
        /// The date is a working day and stays.
        NoRoll = "no_roll",
        /// The earlier of law and promise counts.
        Earliest = "earliest",
        /// Law and promise end on the same day.
        Same = "same",
        /// No promise, so the law's date counts.
        LawOnly = "law_only",
        /// The law gives no period: at once, by the next working day.
        ActAtOnce = "act_at_once",
        /// The question had not been posted.
        PauseUnposted = "pause_unposted",
        /// Under which rules it was computed.
        Source = "source",
    }
}

impl StepKind {
    /// The word key of the sentence that says it.
    pub fn word_key(self) -> String {
        match self {
            StepKind::ActAtOnce => "clock-act_at_once-why".to_owned(),
            kind => format!("clock-step-{kind}"),
        }
    }
}

codes! {
    /// Which date a step moves.
    pub enum Track {
        /// The law's date.
        Law = "law",
        /// The organisation's promise.
        Promise = "promise",
        /// What comes of both.
        Shown = "shown",
    }
}

/// One step. `on` is where its track stands after it, so the steps of a track add up to its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// Which date it moves.
    pub track: Track,
    /// The date after this step; none where the step only states a fact.
    pub on: Option<NaiveDate>,
    /// The date before it, where the step moves one day at a time.
    pub from: Option<NaiveDate>,
    /// Days counted or added.
    pub days: Option<u64>,
    /// First day and day of the reply (not counted) of a pause; the latter none while it is open.
    pub range: Option<(NaiveDate, Option<NaiveDate>)>,
    /// The holiday met.
    pub holiday: Option<Holiday>,
}

impl Step {
    const fn new(kind: StepKind, track: Track, on: Option<NaiveDate>) -> Self {
        Step { kind, track, on, from: None, days: None, range: None, holiday: None }
    }
}

/// Explains the dates of [`super::dates`], given the same facts: first the promise, then the law,
/// then which of them counts.
pub fn explain(
    rules: &Rules,
    right: Right,
    received_on: NaiveDate,
    pauses: &[Pause],
    extension: Option<&Extension>,
) -> Vec<Step> {
    let reckoning = reckon(rules, received_on, pauses, extension.is_some());
    let waits = paused_ranges(received_on, pauses);
    let mut steps = vec![Step::new(StepKind::Received, Track::Law, Some(received_on))];
    promise_steps(rules, &reckoning, &waits, &mut steps);
    law_steps(rules, &reckoning, &waits, pauses, &mut steps);
    match reckoning.promise_counts {
        Some(promise) if promise == reckoning.statutory_due => {
            steps.push(Step::new(StepKind::Same, Track::Shown, Some(reckoning.shown_due)));
        }
        Some(_) => steps.push(Step::new(StepKind::Earliest, Track::Shown, Some(reckoning.shown_due))),
        None if rules.promise_days.is_none() => {
            steps.push(Step::new(StepKind::LawOnly, Track::Shown, Some(reckoning.shown_due)));
        }
        None => {
            steps.push(Step::new(StepKind::ExtendedPromise, Track::Shown, Some(reckoning.shown_due)));
        }
    }
    if right.acts_at_once() {
        let on = act_by(rules, right, &reckoning);
        steps.push(Step::new(StepKind::ActAtOnce, Track::Shown, Some(on)));
    }
    steps.push(Step::new(StepKind::Source, Track::Law, None));
    steps
}

fn promise_steps(
    rules: &Rules,
    reckoning: &Reckoning,
    waits: &[(NaiveDate, NaiveDate)],
    steps: &mut Vec<Step>,
) {
    let (Some(days), Some(promise)) = (rules.promise_days, reckoning.promise_due) else { return };
    if reckoning.promise_counts.is_none() {
        return; // extended: said where the law's steps end
    }
    let days = Some(u64::from(days));
    steps.push(Step { days, ..Step::new(StepKind::Promise, Track::Promise, Some(promise)) });
    if rules.promise_pauses {
        pause_steps(promise, Track::Promise, waits, steps);
    } else if !waits.is_empty() {
        steps.push(Step::new(StepKind::PausePromiseNot, Track::Promise, Some(promise)));
    }
}

fn law_steps(
    rules: &Rules,
    reckoning: &Reckoning,
    waits: &[(NaiveDate, NaiveDate)],
    pauses: &[Pause],
    steps: &mut Vec<Step>,
) {
    let (kind, months) =
        if reckoning.extended_due.is_some() { (StepKind::Extended, 3) } else { (StepKind::Month, 1) };
    let raw = add_months(reckoning.received_on, months);
    steps.push(Step::new(kind, Track::Law, Some(raw)));
    if raw.day() < reckoning.received_on.day() {
        let from = Some(reckoning.received_on);
        steps.push(Step { from, ..Step::new(StepKind::Clamp, Track::Law, Some(raw)) });
    }
    let mut date = pause_steps(raw, Track::Law, waits, steps);
    for pause in pauses {
        let kind = match (pause.counts, pause.answered_on) {
            (false, _) if pause.unposted.is_some() => StepKind::PauseUnposted,
            (false, _) => StepKind::PauseNotValid,
            (true, None) => StepKind::PauseOpen,
            (true, Some(_)) => continue,
        };
        let range = Some((pause.asked_on, pause.answered_on));
        steps.push(Step { range, ..Step::new(kind, Track::Law, Some(date)) });
    }
    if calendar::is_working_day(rules.country, rules.profile, date) {
        steps.push(Step::new(StepKind::NoRoll, Track::Law, Some(date)));
    }
    while let Some((closed, next)) = calendar::closed(rules.country, rules.profile, date).zip(date.succ_opt())
    {
        let (kind, holiday) = match closed {
            Closed::Saturday => (StepKind::RollSaturday, None),
            Closed::Sunday => (StepKind::RollSunday, None),
            Closed::Holiday(holiday) => (StepKind::RollHoliday, Some(holiday)),
        };
        steps.push(Step { from: Some(date), holiday, ..Step::new(kind, Track::Law, Some(next)) });
        date = next;
    }
}

/// One step per stretch of waiting; returns where the track stands after them.
fn pause_steps(
    from: NaiveDate,
    track: Track,
    waits: &[(NaiveDate, NaiveDate)],
    steps: &mut Vec<Step>,
) -> NaiveDate {
    waits.iter().fold(from, |date, (asked, answered)| {
        let days = days_in(*asked, *answered);
        let on = add_days(date, days);
        let range = Some((*asked, Some(*answered)));
        steps.push(Step { days: Some(days), range, ..Step::new(StepKind::Pause, track, Some(on)) });
        on
    })
}
