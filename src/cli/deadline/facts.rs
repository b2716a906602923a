//! What is typed or stands in a line, read strictly: half a date is no date.

use crate::domain::calendar::{Country, KNOWN_YEARS, Profile};
use crate::domain::controller::Rules;
use crate::domain::language::Lang;
use crate::domain::request::{Pause, PauseKind};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use std::str::FromStr;

/// The facts of one request.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Whose holidays count.
    pub country: Country,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    /// Whether it was extended.
    pub extended: bool,
    /// Pauses, all of them valid.
    pub pauses: Vec<Pause>,
}

impl Facts {
    /// Reads the date of receipt and holds the facts against each other.
    pub fn new(
        country: Country,
        received: &str,
        extended: bool,
        pauses: Vec<Pause>,
    ) -> Result<Facts, String> {
        let received_on = date(received)?;
        if !KNOWN_YEARS.contains(&received_on.year()) {
            return Err(format!(
                "{received_on} is outside the years whose holidays are known ({} to {}).",
                KNOWN_YEARS.start(),
                KNOWN_YEARS.end()
            ));
        }
        if let Some(early) = pauses.iter().find(|pause| pause.asked_on < received_on) {
            return Err(format!(
                "The pause from {} begins before the receipt on {received_on}.",
                early.asked_on
            ));
        }
        Ok(Facts { country, received_on, extended, pauses })
    }
}

/// A promise in days, or none.
#[derive(Debug, Clone, Copy)]
pub struct Promise(pub Option<u32>);

impl FromStr for Promise {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "none" => Ok(Promise(None)),
            days => match days.parse() {
                Ok(days) if days <= 366 => Ok(Promise(Some(days))),
                _ => Err("a promise is a number of days up to 366, or none".to_owned()),
            },
        }
    }
}

/// The rules of a controller of this country that has settled nothing but profile and promise.
pub fn rules(country: Country, profile: Profile, promise_days: Option<u32>) -> Rules {
    let zone = match country {
        Country::Dk => Tz::Europe__Copenhagen,
        Country::Se => Tz::Europe__Stockholm,
    };
    Rules {
        country,
        profile,
        zone,
        promise_days,
        promise_pauses: false,
        four_eyes: true,
        ask_within_working_days: 3,
        keep: crate::domain::retention::Keep::months(12),
    }
}

/// DK or SE, in either case.
pub fn country(text: &str) -> Result<Country, String> {
    Country::from_code(&text.to_ascii_uppercase())
        .ok_or_else(|| format!("{} is no country known here: DK or SE.", quoted(text)))
}

/// `eu` or `national`.
pub fn profile(text: &str) -> Result<Profile, String> {
    Profile::from_code(text).ok_or_else(|| format!("{} is no profile: eu or national.", quoted(text)))
}

/// `da`, `sv` or `en`.
pub fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| format!("{} is no language known here: da, sv or en.", quoted(text)))
}

/// A date that exists, written YYYY-MM-DD and nothing else: what is cut off is not guessed at.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(format!("{} is no date: YYYY-MM-DD is needed.", quoted(text)));
    }
    text.parse().map_err(|_| format!("{text} does not exist."))
}

/// `A..B`, or `A..` while the question is open.
pub fn pause(text: &str) -> Result<Pause, String> {
    let (asked, answered) = text
        .split_once("..")
        .ok_or_else(|| format!("{} is no pause: A..B is needed, or A.. while it is open.", quoted(text)))?;
    let asked_on = date(asked)?;
    let answered_on = if answered.is_empty() { None } else { Some(date(answered)?) };
    if answered_on.is_some_and(|answered_on| answered_on < asked_on) {
        return Err(format!("The pause {text} ends before it begins."));
    }
    Ok(Pause {
        id: String::new(),
        kind: PauseKind::Identity,
        asked_on,
        answered_on,
        doubt_on: None,
        unposted: None,
        counts: true,
        reply_by_on: asked_on,
        decided: false,
        reminders: 0,
    })
}

/// What was written, safe to print: control characters escaped and cut to a readable length.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.is_empty() {
        return "Nothing".to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let more = if cut.len() < text.len() { "…" } else { "" };
    format!("\"{}{more}\"", cut.escape_debug())
}
