//! Every word a person reads: the Fluent files under `locales/`, one folder a language.
//!
//! Texts are asked for strictly: an unknown id or a slot left open is an error in a debug build
//! and in every test. A release build shows the English text, or the id, and writes it to the log,
//! because a page with one odd word still tells a person when they get their answer.

mod dates;
mod loading;
mod templates;

pub use dates::{Plate, date, day, plate, range, table_date, time};
pub use templates::register;

use crate::domain::language::Lang;
use fluent_bundle::{FluentArgs, FluentValue};

/// What fills a slot. A number is grouped as the language does it and chooses the plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, shown exactly as it is; braces in it mean nothing.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Value::Text(text.clone())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

/// Why a text could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// No such id in this language.
    #[error("there is no text {id} in {lang}")]
    Missing {
        /// Language asked for.
        lang: Lang,
        /// Id asked for.
        id: String,
    },
    /// A slot of the text was not filled.
    #[error("the text {id} in {lang} is not filled: {detail}")]
    Slot {
        /// Language asked for.
        lang: Lang,
        /// Id asked for.
        id: String,
        /// Which slot.
        detail: String,
    },
}

/// The text with this id, slots filled; an error when the id or a slot is missing. Slots the text
/// does not use are ignored, so that one call can serve a family of texts.
///
/// # Errors
/// [`WordsError::Missing`] for an unknown id, [`WordsError::Slot`] for a slot left open.
pub fn try_text(lang: Lang, id: &str, slots: &[(&str, Value)]) -> Result<String, WordsError> {
    let bundle = &loading::language(lang).bundle;
    let pattern = bundle
        .get_message(id)
        .and_then(|message| message.value())
        .ok_or_else(|| WordsError::Missing { lang, id: id.to_owned() })?;
    let mut args = FluentArgs::with_capacity(slots.len());
    for (name, value) in slots {
        args.set(
            *name,
            match value {
                Value::Text(text) => FluentValue::from(text.as_str()),
                Value::Number(number) => FluentValue::from(*number),
            },
        );
    }
    let mut problems = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned();
    match problems.first() {
        None => Ok(text),
        Some(problem) => Err(WordsError::Slot { lang, id: id.to_owned(), detail: problem.to_string() }),
    }
}

/// The text with this id, slots filled.
///
/// # Panics
/// In a debug build, when the id or a slot is missing. A release build falls back to English and
/// then to the id, and logs which text it was.
pub fn text(lang: Lang, id: &str, slots: &[(&str, Value)]) -> String {
    try_text(lang, id, slots).unwrap_or_else(|problem| {
        debug_assert!(false, "{problem}");
        fall_back(id, slots, &problem)
    })
}

/// What a release build shows instead of a text it cannot make.
fn fall_back(id: &str, slots: &[(&str, Value)], problem: &WordsError) -> String {
    tracing::error!(%problem, "a text is missing");
    try_text(Lang::En, id, slots).unwrap_or_else(|_| id.to_owned())
}

/// Whether a text with this id exists (in every language: [`check`] holds that).
pub fn exists(id: &str) -> bool {
    loading::language(Lang::En).slots.contains_key(id)
}

/// Every id, in alphabetical order: for the tests and checks that walk a family of texts.
pub fn ids() -> Vec<String> {
    loading::language(Lang::En).slots.keys().cloned().collect()
}

/// The names of the slots of a text, in alphabetical order; empty for an unknown id.
pub fn slots(id: &str) -> Vec<String> {
    loading::language(Lang::En).slots.get(id).map(|s| s.iter().cloned().collect()).unwrap_or_default()
}

/// A whole number, grouped: 1.208, 1 208, 1,208.
pub fn number(lang: Lang, number: i64) -> String {
    loading::grouped(lang, number)
}

/// "a, b og c". Empty for no items.
pub fn list(lang: Lang, items: &[String]) -> String {
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => {
            text(lang, "list-and", &[("rest", rest.join(", ").into()), ("last", last.into())])
        }
    }
}

/// An article as it stands in brackets at the end of a sentence: "17(3)(b)" becomes
/// "(artikel 17, stk. 3, litra b)". Several are parted by commas; what is not an article of the
/// GDPR (a judgment, a national law) is kept as written.
pub fn article(lang: Lang, written: &str) -> String {
    text(lang, "article-brackets", &[("article", bare_article(lang, written).into())])
}

fn bare_article(lang: Lang, written: &str) -> String {
    let first = written.split(',').next().unwrap_or_default().trim();
    if one_article(lang, first).is_none() {
        return written.to_owned();
    }
    let parts: Vec<String> = written
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| one_article(lang, part).unwrap_or_else(|| part.to_owned()))
        .collect();
    list(lang, &parts)
}

/// "12(5)(b)" in the language's own form; `None` when it is not of that shape.
fn one_article(lang: Lang, written: &str) -> Option<String> {
    let mut parts = written.split('(');
    let number = parts.next().filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))?;
    let mut done = text(lang, "article-plain", &[("number", number.into())]);
    for part in parts {
        let part = part.strip_suffix(')')?;
        let is_number = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_letter = matches!(part.as_bytes(), [b'a'..=b'z']);
        let (id, slot) = match (is_number, is_letter) {
            (true, _) => ("article-paragraph", "number"),
            (_, true) => ("article-letter", "letter"),
            _ => return None,
        };
        let piece = text(lang, id, &[(slot, part.into())]);
        let glue = match (lang, is_number) {
            (Lang::Da, _) => ", ",
            (Lang::Sv, true) => ".",
            (Lang::Sv, false) => " ",
            (Lang::En, _) => "",
        };
        done = format!("{done}{glue}{piece}");
    }
    Some(done)
}

/// The public holiday or closing day with this code ("dk.langfredag"), as it stands inside a sentence.
pub fn holiday(lang: Lang, code: &str) -> String {
    text(lang, &format!("holiday-{}", code.replace('.', "-")), &[])
}

/// Everything that is wrong with the texts: files that do not parse, ids or slots that one
/// language has and another has not. Empty in a sound build; asked for at start-up and by `doctor`.
pub fn check() -> Vec<String> {
    let mut problems = loading::problems();
    let english = &loading::language(Lang::En).slots;
    for lang in [Lang::Da, Lang::Sv] {
        let theirs = &loading::language(lang).slots;
        for (id, slots) in english {
            match theirs.get(id) {
                None => problems.push(format!("{id} is missing in {lang}")),
                Some(other) if other != slots => {
                    problems.push(format!("{id} has the slots {slots:?} in en but {other:?} in {lang}"));
                }
                Some(_) => {}
            }
        }
        problems.extend(
            theirs
                .keys()
                .filter(|id| !english.contains_key(*id))
                .map(|id| format!("{id} in {lang} is missing in en")),
        );
    }
    problems
}

#[cfg(test)]
mod tests;
