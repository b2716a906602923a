//! The clock against published examples and computed vectors.

use super::*;
use crate::domain::calendar::{Country, Profile};
use crate::domain::request::PauseKind;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::Value;

const VECTORS: &str = include_str!("../../../tests/data/vectors/deadlines.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(super) fn rules(country: Country) -> Rules {
    let zone = match country {
        Country::Dk => Tz::Europe__Copenhagen,
        Country::Se => Tz::Europe__Stockholm,
    };
    Rules {
        country,
        profile: Profile::Eu,
        zone,
        promise_days: Some(30),
        promise_pauses: false,
        four_eyes: true,
        ask_within_working_days: 3,
        keep: crate::domain::retention::Keep::months(12),
    }
}

pub(super) fn pause(asked_on: NaiveDate, answered_on: Option<NaiveDate>) -> Pause {
    Pause {
        id: format!("{asked_on}"),
        kind: PauseKind::Identity,
        asked_on,
        answered_on,
        doubt_on: None,
        unposted: None,
        counts: true,
        reply_by_on: asked_on,
        decided: false,
        reminders: 0,
    }
}

fn extension() -> Extension {
    Extension { noticed_on: day("2026-01-01"), delivered: true, disputable: false }
}

fn rules_of(vector: &Value) -> Rules {
    let mut rules = rules(Country::from_code(vector["country"].as_str().unwrap()).unwrap());
    if let Some(profile) = vector["profile"].as_str() {
        rules.profile = Profile::from_code(profile).unwrap();
    }
    rules
}

fn pauses_of(vector: &Value) -> Vec<Pause> {
    let list = vector["pauses"].as_array().unwrap();
    list.iter().map(|p| pause(day(p["asked"].as_str().unwrap()), p["answered"].as_str().map(day))).collect()
}

/// Holds the reckoning against every expected field that is ours; returns how many it held.
fn hold(vector: &Value, rules: &Rules, got: &Reckoning) -> usize {
    let suspended = got.paused_open_since.is_none().then_some(got.statutory_due);
    let mut held = 0;
    let mut same = |field: &str, ours: Option<NaiveDate>| {
        if let Some(expected) = vector["expected"].get(field) {
            assert_eq!(ours, expected.as_str().map(day), "{} {field}", vector["id"]);
            held += 1;
        }
    };
    same("month_raw", Some(got.month_raw));
    same("month_due", Some(got.month_due));
    same("promise_due", got.promise_due);
    same("effective_due", Some(got.due));
    same("extended_due", got.extended_due);
    same("effective_due_extended", got.extended_due);
    same("extension_notice_due", Some(got.month_due));
    same("refusal_notice_due", Some(got.month_due));
    same("suspended_due", suspended);
    same("paused_open_since", got.paused_open_since);
    if let Some(days) = vector["expected"].get("paused_days") {
        assert_eq!(Some(got.paused_days), days.as_u64(), "{} paused_days", vector["id"]);
        held += 1;
    }
    let instant = at(vector["expected"]["due_instant_utc"].as_str().unwrap());
    assert_eq!(due_instant(rules.zone, got.due), instant, "{} due_instant_utc", vector["id"]);
    held + 1
}

#[test]
fn every_vector_gives_the_expected_dates() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let mut held = 0;
    for vector in vectors["vectors"].as_array().unwrap() {
        let rules = rules_of(vector);
        let got = reckon(
            &rules,
            day(vector["received"].as_str().unwrap()),
            &pauses_of(vector),
            vector["extension"].as_bool().unwrap(),
        );
        held += hold(vector, &rules, &got);
    }
    assert_eq!(vectors["vectors"].as_array().unwrap().len(), 86);
    assert_eq!(held, 86 * 7 + 11 * 2 + 10 * 3);
}

#[test]
fn every_timestamp_vector_gives_its_local_date_and_dates() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let list = vectors["timestamp_vectors"].as_array().unwrap();
    assert_eq!(list.len(), 8);
    for vector in list {
        let rules = rules_of(vector);
        let received_on = local_date(rules.zone, at(vector["received_at_utc"].as_str().unwrap()));
        assert_eq!(received_on, day(vector["expected_local_date"].as_str().unwrap()), "{}", vector["id"]);
        assert_eq!(hold(vector, &rules, &reckon(&rules, received_on, &[], false)), 5);
    }
}

#[test]
fn a_plain_thirty_day_clock_is_later_than_the_law_as_often_as_counted() {
    let range = || day("2024-01-01").iter_days().take_while(|d| *d <= day("2030-12-31"));
    assert_eq!(range().count(), 2557);
    for (country, later) in [(Country::Dk, 166), (Country::Se, 168)] {
        let rules = rules(country);
        let late =
            range().map(|d| reckon(&rules, d, &[], false)).filter(|r| r.promise_due > Some(r.month_due));
        assert_eq!(late.count(), later, "{country}");
    }
}

#[test]
fn an_open_pause_counts_nothing_and_the_act_by_date_stays() {
    let rules = rules(Country::Se);
    let open = [pause(day("2026-09-02"), None)];
    let with = dates(&rules, Right::Access, day("2026-09-01"), &open, None);
    assert_eq!(with, dates(&rules, Right::Access, day("2026-09-01"), &[], None));
    assert_eq!(with.act_by_on, day("2026-10-01"));
}

#[test]
fn a_question_asked_too_late_moves_nothing_and_is_said() {
    let rules = rules(Country::Se);
    let late = Pause { counts: false, ..pause(day("2026-09-20"), Some(day("2026-09-25"))) };
    let got = reckon(&rules, day("2026-09-01"), std::slice::from_ref(&late), false);
    assert_eq!((got.paused_days, got.statutory_due), (0, day("2026-10-01")));
    let steps = explain(&rules, Right::Access, day("2026-09-01"), &[late], None);
    assert!(steps.iter().any(|step| step.kind == StepKind::PauseNotValid));
}

#[test]
fn a_marketing_objection_is_acted_on_by_the_next_working_day() {
    let mut rules = rules(Country::Dk);
    let easter_eve = day("2026-04-01"); // a Wednesday before five closed days
    let got = dates(&rules, Right::MarketingObjection, easter_eve, &[], None);
    assert_eq!(got.act_by_on, day("2026-04-07"));
    assert_eq!(
        dates(&rules, Right::ConsentWithdrawal, day("2026-02-10"), &[], None).act_by_on,
        day("2026-02-11")
    );
    rules.promise_days = Some(2);
    assert_eq!(dates(&rules, Right::MarketingObjection, easter_eve, &[], None).act_by_on, day("2026-04-03"));
}

#[test]
fn an_extension_ends_the_promise_and_keeps_the_last_day_to_extend() {
    let rules = rules(Country::Dk);
    let pauses = [pause(day("2026-09-02"), Some(day("2026-09-09")))];
    let got = dates(&rules, Right::Access, day("2026-09-01"), &pauses, Some(&extension()));
    assert_eq!(got.statutory_on, day("2026-12-08"));
    assert_eq!((got.promise_on, got.shown_on), (None, day("2026-12-08")));
    assert_eq!((got.last_extend_on, got.last_extend_paused_on), (day("2026-10-01"), day("2026-10-08")));
    assert_eq!(if_extended(&rules, day("2026-09-01"), &pauses), day("2026-12-08"));
}

#[test]
fn the_promise_moves_with_a_pause_only_if_the_controller_says_so() {
    let mut rules = rules(Country::Se);
    let pauses = [pause(day("2026-02-02"), Some(day("2026-02-05")))];
    assert_eq!(reckon(&rules, day("2026-01-31"), &pauses, false).promise_counts, Some(day("2026-03-02")));
    rules.promise_pauses = true;
    assert_eq!(reckon(&rules, day("2026-01-31"), &pauses, false).promise_counts, Some(day("2026-03-05")));
}

#[test]
fn late_begins_at_local_midnight_and_a_missed_promise_is_not_overdue() {
    let rules = rules(Country::Dk);
    // Received 27 February 2026: promise 29 March (the night clocks go forward), law 27 March.
    let got = dates(&rules, Right::Access, day("2026-02-27"), &[], None);
    assert_eq!(got.statutory_on, day("2026-03-27"));
    assert!(!is_overdue(&got, rules.zone, at("2026-03-27T22:59:59Z")));
    assert!(is_overdue(&got, rules.zone, at("2026-03-27T23:00:00Z")));
    // Received 2 March: promise 1 April, law 7 April, summer time.
    let got = dates(&rules, Right::Access, day("2026-03-02"), &[], None);
    assert!(!promise_missed(&got, rules.zone, at("2026-04-01T21:59:59Z")));
    assert!(promise_missed(&got, rules.zone, at("2026-04-01T22:00:00Z")));
    assert!(!is_overdue(&got, rules.zone, at("2026-04-01T22:00:00Z")));
    assert!(is_overdue(&got, rules.zone, at("2026-04-07T22:00:00Z")));
    assert!(!promise_missed(&got, rules.zone, at("2026-04-07T22:00:00Z")), "now it is overdue");
    assert_eq!(days_left(&got, rules.zone, at("2026-03-31T21:59:00Z")), 1);
    assert_eq!(days_left(&got, rules.zone, at("2026-04-03T10:00:00Z")), -2);
}

#[test]
fn a_day_ends_where_clocks_jump_over_midnight() {
    // Beirut 2022: 27 March began at 01:00. Apia left out 30 December 2011 whole.
    assert_eq!(due_instant(Tz::Asia__Beirut, day("2022-03-26")), at("2022-03-26T22:00:00Z"));
    assert_eq!(due_instant(Tz::Pacific__Apia, day("2011-12-29")), at("2011-12-30T10:00:00Z"));
    assert_eq!(due_instant(Tz::Europe__Stockholm, day("2026-10-25")), at("2026-10-25T23:00:00Z"));
    assert_eq!(due_instant(Tz::Europe__Stockholm, NaiveDate::MAX), DateTime::<Utc>::MAX_UTC);
}

#[test]
fn the_steps_name_every_closed_day_a_date_met() {
    let steps = explain(&rules(Country::Dk), Right::Access, day("2026-03-02"), &[], None);
    let met: Vec<String> = steps
        .iter()
        .filter_map(|s| Some(format!("{} {}", s.from?, s.holiday.map_or(s.kind.code(), |h| h.code()))))
        .collect();
    assert_eq!(
        met,
        [
            "2026-04-02 dk.skaertorsdag",
            "2026-04-03 dk.langfredag",
            "2026-04-04 roll_saturday",
            "2026-04-05 roll_sunday",
            "2026-04-06 dk.anden_paaskedag"
        ]
    );
}
