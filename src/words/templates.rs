//! The words inside templates: functions for pages and letters, strict.
//!
//! The language is the template variable `lang` ("da"). Dates are handed over as serde writes
//! them. An instant is shown in the zone of the template variable `zone` ("Europe/Copenhagen"),
//! or, without it, in the offset it was written with; an instant in UTC without a zone is refused,
//! because a reader would take it for local time.

use super::{Value as Slot, WordsError};
use crate::domain::language::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate, Offset};
use chrono_tz::Tz;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State};

/// Adds `t(id, **slots)`, `date`, `day`, `table_date`, `plate`, `time`, `number`, `date_range`,
/// `list` and `article` to an environment. What cannot be said is an error, never an empty place.
pub fn register(env: &mut Environment<'_>) {
    env.add_function("t", |state: &State, id: &str, slots: Kwargs| -> Result<String, Error> {
        let lang = lang(state)?;
        let filled = fill(&slots)?;
        Ok(super::try_text(lang, id, &filled)?)
    });
    env.add_function("has_text", |id: &str| super::exists(id));
    env.add_function("date", |state: &State, value: Value| on_date(state, &value, super::date));
    env.add_function("day", |state: &State, value: Value| on_date(state, &value, super::day));
    env.add_function("table_date", |state: &State, value: Value| on_date(state, &value, super::table_date));
    env.add_function("plate", |state: &State, value: Value| {
        on_date(state, &value, |lang, date| {
            let plate = super::plate(lang, date);
            Value::from_pairs([
                ("weekday", plate.weekday),
                ("day", plate.day),
                ("month_year", plate.month_year),
            ])
        })
    });
    env.add_function("time", |state: &State, value: Value| -> Result<String, Error> {
        Ok(super::time(lang(state)?, &local(state, &value)?))
    });
    env.add_function("number", |state: &State, number: i64| -> Result<String, Error> {
        Ok(super::number(lang(state)?, number))
    });
    env.add_function("date_range", |state: &State, from: Value, to: Value| -> Result<String, Error> {
        Ok(super::range(lang(state)?, read_date(state, &from)?, read_date(state, &to)?))
    });
    env.add_function("list", |state: &State, items: Vec<String>| -> Result<String, Error> {
        Ok(super::list(lang(state)?, &items))
    });
    env.add_function("article", |state: &State, written: &str| -> Result<String, Error> {
        Ok(super::article(lang(state)?, written))
    });
}

fn refuse(detail: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, detail.into())
}

fn lang(state: &State) -> Result<Lang, Error> {
    let given = state.lookup("lang");
    given
        .as_ref()
        .and_then(Value::as_str)
        .and_then(Lang::from_code)
        .ok_or_else(|| refuse("the template variable lang is not a language"))
}

fn fill(slots: &Kwargs) -> Result<Vec<(&str, Slot)>, Error> {
    slots
        .args()
        .map(|name| {
            let value: Value = slots.get(name)?;
            let slot = match value.kind() {
                ValueKind::Undefined | ValueKind::None => {
                    return Err(refuse(format!("the slot {name} has no value")));
                }
                ValueKind::Number => Slot::Number(
                    i64::try_from(value)
                        .map_err(|_| refuse(format!("the slot {name} is not a whole number")))?,
                ),
                ValueKind::String => Slot::Text(value.to_string()),
                kind => return Err(refuse(format!("the slot {name} is {kind}, not text or a number"))),
            };
            Ok((name, slot))
        })
        .collect()
}

fn on_date<T>(state: &State, value: &Value, write: fn(Lang, NaiveDate) -> T) -> Result<T, Error> {
    Ok(write(lang(state)?, read_date(state, value)?))
}

/// A date, or the local date of an instant.
fn read_date(state: &State, value: &Value) -> Result<NaiveDate, Error> {
    let written = value.as_str().ok_or_else(|| refuse("a date is missing"))?;
    match written.parse::<NaiveDate>() {
        Ok(date) => Ok(date),
        Err(_) => Ok(local(state, value)?.date_naive()),
    }
}

/// An instant on the clock of the reader.
fn local(state: &State, value: &Value) -> Result<DateTime<FixedOffset>, Error> {
    let written = value.as_str().ok_or_else(|| refuse("an instant is missing"))?;
    let at = DateTime::parse_from_rfc3339(written)
        .map_err(|_| refuse("a date or instant is not written as one"))?;
    match state.lookup("zone").filter(|zone| !zone.is_undefined()) {
        Some(zone) => {
            let zone: Tz = zone
                .as_str()
                .and_then(|name| name.parse().ok())
                .ok_or_else(|| refuse("the template variable zone is not a time zone"))?;
            let there = at.with_timezone(&zone);
            Ok(there.with_timezone(&there.offset().fix()))
        }
        None if written.ends_with('Z') => Err(refuse("an instant in UTC needs the template variable zone")),
        None => Ok(at),
    }
}

impl From<WordsError> for Error {
    fn from(problem: WordsError) -> Self {
        refuse(problem.to_string())
    }
}
