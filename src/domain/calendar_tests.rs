//! The calendar against dates from outside.

use super::*;
use std::collections::BTreeSet;

const HOLIDAYS: &str = include_str!("../../tests/data/vectors/holidays_dk_se.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(move |d| d.year() == year)
}

#[test]
fn every_holiday_of_every_year_in_the_vectors_is_found_and_no_other() {
    let vectors: serde_json::Value = serde_json::from_str(HOLIDAYS).unwrap();
    let mut years = 0;
    for country in Country::ALL {
        for (year, lists) in vectors["holidays"][country.code()].as_object().unwrap() {
            let wanted = |list: &str| -> BTreeSet<NaiveDate> {
                lists[list].as_object().unwrap().keys().map(|key| day(key)).collect()
            };
            let year = year.parse().unwrap();
            let public: BTreeSet<_> = days_of(year).filter(|d| is_public_holiday(*country, *d)).collect();
            let customary: BTreeSet<_> =
                days_of(year).filter(|d| customary_day(*country, *d).is_some()).collect();
            assert_eq!(public, wanted("public"), "{country} {year}");
            assert_eq!(customary, wanted("not_public_but_customary"), "{country} {year}");
            years += 1;
        }
    }
    assert_eq!(years, 14);
}

#[test]
fn easter_falls_where_the_almanacs_say() {
    // Published dates, the earliest and latest of the period among them.
    for known in [
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2031-04-13",
        "2035-03-25",
        "2038-04-25",
        "2040-04-01",
    ] {
        assert_eq!(easter(day(known).year()), Some(day(known)));
    }
}

#[test]
fn store_bededag_was_a_holiday_until_2023_and_is_none_from_2024() {
    for known in ["2020-05-08", "2021-04-30", "2022-05-13", "2023-05-05"] {
        assert_eq!(public_holiday(Country::Dk, day(known)), Some(Holiday::DkStoreBededag));
    }
    assert_eq!(public_holiday(Country::Dk, day("2024-04-26")), None);
    assert_eq!(public_holiday(Country::Dk, day("2026-05-01")), None);
}

#[test]
fn every_year_2020_to_2040_has_as_many_public_holidays_as_its_statute_names() {
    for year in KNOWN_YEARS {
        let count = |country| days_of(year).filter(|d| is_public_holiday(country, *d)).count();
        assert_eq!(count(Country::Dk), if year <= 2023 { 11 } else { 10 }, "DK {year}");
        assert_eq!(count(Country::Se), 13, "SE {year}");
    }
}

#[test]
fn christmas_eve_is_a_working_day_unless_the_controller_says_otherwise() {
    let eve = day("2026-12-24");
    assert!(is_working_day(Country::Dk, Profile::Eu, eve));
    assert_eq!(closed(Country::Se, Profile::National, eve), Some(Closed::Holiday(Holiday::SeJulafton)));
    assert_eq!(roll(Country::Dk, Profile::National, eve), day("2026-12-28"));
}

#[test]
fn working_days_are_counted_across_easter() {
    let (dk, eu) = (Country::Dk, Profile::Eu);
    let wednesday = day("2026-04-01");
    assert_eq!(next_working_day(dk, eu, wednesday), day("2026-04-07"));
    assert_eq!(working_day_before(dk, eu, day("2026-04-07")), wednesday);
    assert_eq!(roll_back(dk, eu, day("2026-04-06")), wednesday);
    assert_eq!(working_days_add(dk, eu, wednesday, 3), day("2026-04-09"));
    assert_eq!(working_days_add(dk, eu, wednesday, 0), wednesday);
    assert_eq!(working_days_between(dk, eu, wednesday, day("2026-04-09")), 3);
    assert_eq!(working_days_between(dk, eu, wednesday, day("2026-03-01")), 0);
    assert_eq!(next_working_day(Country::Se, eu, wednesday), day("2026-04-02"));
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for country in Country::ALL {
        for edge in [NaiveDate::MIN, NaiveDate::MAX, day("0001-01-01"), day("1582-10-15"), day("9999-12-31")]
        {
            let _ = public_holiday(*country, edge);
            assert!(roll(*country, Profile::National, edge) >= edge);
            assert!(roll_back(*country, Profile::National, edge) <= edge);
            assert!(working_days_add(*country, Profile::Eu, edge, 3) >= edge);
        }
    }
}
