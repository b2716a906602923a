//! Where local dates meet instants: when a day is over, whether something is late.

use crate::domain::request::Dates;
use chrono::{DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The local date of an instant. Weekends and evenings count as the day they are.
pub fn local_date(zone: Tz, instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The first instant after the local day: "the expiry of the last hour" (Reg. 1182/71 art. 3(2)).
/// What happens at it or later is late. Right on days of 23 and 25 hours.
pub fn due_instant(zone: Tz, date: NaiveDate) -> DateTime<Utc> {
    date.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, |next| local_instant(zone, next, NaiveTime::MIN))
}

/// The instant a local clock first shows this time on this date; where the clock is put forward
/// over it, the first instant after the gap.
pub fn local_instant(zone: Tz, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    /// No gap is longer than a day (Samoa left out 30 December 2011).
    const STEPS: i32 = 26 * 4;
    let wall = date.and_time(time);
    if !(1..=9999).contains(&date.year()) {
        return wall.and_utc(); // no zone rules exist there, and arithmetic may leave the range
    }
    (0..=STEPS)
        .find_map(|step| match zone.from_local_datetime(&(wall + Duration::minutes(i64::from(step) * 15))) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        })
        .unwrap_or_else(|| wall.and_utc())
}

/// Whether the law's date has passed: from local midnight after it (art. 12(3) GDPR).
pub fn is_overdue(dates: &Dates, zone: Tz, now: DateTime<Utc>) -> bool {
    now >= due_instant(zone, dates.statutory_on)
}

/// Whether only the organisation's own promise has passed. That is never called overdue.
pub fn promise_missed(dates: &Dates, zone: Tz, now: DateTime<Utc>) -> bool {
    dates.promise_on.is_some_and(|promise| now >= due_instant(zone, promise)) && !is_overdue(dates, zone, now)
}

/// Calendar days from today to `act_by_on`: 0 today, negative once it has passed.
pub fn days_left(dates: &Dates, zone: Tz, now: DateTime<Utc>) -> i64 {
    (dates.act_by_on - local_date(zone, now)).num_days()
}
