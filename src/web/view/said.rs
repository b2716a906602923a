//! A sentence of ours, chosen by code and said in the reader's language when the page renders.

use crate::domain::language::Lang;
use crate::words;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// A text id with its slots: `Said::new("error-file-size").with("file", name).with("max", 10)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Id in `locales/`.
    pub id: String,
    /// Values of the slots the text names.
    pub slots: BTreeMap<String, Slot>,
}

/// What may fill a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// Words as they are: a name, a file, somebody's own sentence.
    Words(String),
    /// A number, which also chooses singular or plural.
    Count(i64),
    /// A date with its weekday (`{date}`).
    On(NaiveDate),
    /// A date without its weekday (`{day}`).
    Day(NaiveDate),
    /// A date as short as in a table.
    Short(NaiveDate),
    /// Another sentence inside this one, for example a right or an outcome.
    Said(Said),
}

impl Said {
    /// The text `id`, still without slots.
    pub fn new(id: impl Into<String>) -> Self {
        Said { id: id.into(), slots: BTreeMap::new() }
    }

    /// With one slot filled.
    pub fn with(mut self, slot: &str, value: impl Into<Slot>) -> Self {
        self.slots.insert(slot.to_owned(), value.into());
        self
    }

    /// The sentence in a language, where no page renders it.
    pub fn text(&self, lang: Lang) -> String {
        let filled = |slot: &Slot| -> words::Value {
            match slot {
                Slot::Words(text) => text.as_str().into(),
                Slot::Count(count) => (*count).into(),
                Slot::On(on) => words::date(lang, *on).into(),
                Slot::Day(on) => words::day(lang, *on).into(),
                Slot::Short(on) => words::table_date(lang, *on).into(),
                Slot::Said(inner) => inner.text(lang).into(),
            }
        };
        let slots: Vec<_> = self.slots.iter().map(|(name, slot)| (name.as_str(), filled(slot))).collect();
        words::text(lang, &self.id, &slots)
    }
}

impl From<&str> for Slot {
    fn from(words: &str) -> Self {
        Slot::Words(words.to_owned())
    }
}

impl From<String> for Slot {
    fn from(words: String) -> Self {
        Slot::Words(words)
    }
}

impl From<i64> for Slot {
    fn from(count: i64) -> Self {
        Slot::Count(count)
    }
}

impl From<NaiveDate> for Slot {
    fn from(date: NaiveDate) -> Self {
        Slot::On(date)
    }
}

impl From<Said> for Slot {
    fn from(said: Said) -> Self {
        Slot::Said(said)
    }
}
