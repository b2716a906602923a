//! Dates and times as each language writes them (months in words, hard space between day and month).

use super::{Value, text};
use crate::domain::language::Lang;
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};

/// The three lines of a date plate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plate {
    /// "lørdag den".
    pub weekday: String,
    /// "5.".
    pub day: String,
    /// "december 2026".
    pub month_year: String,
}

/// With weekday: "lørdag den 5. december 2026". It brings its own "den".
pub fn date(lang: Lang, date: NaiveDate) -> String {
    text(lang, "date-long", &parts(lang, date, ""))
}

/// Without weekday: "5. december 2026".
pub fn day(lang: Lang, date: NaiveDate) -> String {
    text(lang, "date-day", &parts(lang, date, ""))
}

/// For a table: "lør. 5. dec. 2026".
pub fn table_date(lang: Lang, date: NaiveDate) -> String {
    text(lang, "date-table", &parts(lang, date, "-short"))
}

/// For the date plate, three lines.
pub fn plate(lang: Lang, date: NaiveDate) -> Plate {
    let parts = parts(lang, date, "");
    Plate {
        weekday: text(lang, "date-plate-weekday", &parts),
        day: text(lang, "date-plate-day", &parts),
        month_year: text(lang, "date-plate-month", &parts),
    }
}

/// The time of day in the zone of `at`: "kl. 21.47". It brings its own "kl.".
pub fn time<Tz: TimeZone>(lang: Lang, at: &DateTime<Tz>) -> String {
    let slots =
        [("hour", format!("{:02}", at.hour()).into()), ("minute", format!("{:02}", at.minute()).into())];
    text(lang, "date-time", &slots)
}

/// From one day to another, both included: "3.–10. november". The year is written only when the
/// days stand in different years.
pub fn range(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from.year() != to.year() {
        let slots = [("from", day(lang, from).into()), ("to", day(lang, to).into())];
        return text(lang, "date-range-years", &slots);
    }
    let id = match (from == to, from.month() == to.month()) {
        (true, _) => "date-range-day",
        (_, true) => "date-range-month",
        _ => "date-range-year",
    };
    let mut slots = parts(lang, from, "");
    slots.push(("day2", to.day().to_string().into()));
    slots.push(("month2", month(lang, to, "").into()));
    text(lang, id, &slots)
}

fn month(lang: Lang, date: NaiveDate, form: &str) -> String {
    text(lang, &format!("month{form}-{}", date.month()), &[])
}

/// The words and figures a date is made of. Figures are text: a year is never grouped.
fn parts(lang: Lang, date: NaiveDate, form: &str) -> Vec<(&'static str, Value)> {
    let weekday = text(lang, &format!("weekday{form}-{}", date.weekday().number_from_monday()), &[]);
    vec![
        ("weekday", weekday.into()),
        ("day", date.day().to_string().into()),
        ("month", month(lang, date, form).into()),
        ("year", date.year().to_string().into()),
    ]
}
