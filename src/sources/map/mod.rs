//! The data map: what a source holds about people and where, in a TOML file a privacy officer can
//! read. What it is used for stands in the register; the map names the activity by its code. The map is the only thing that says what is given out; the live
//! schema is the only thing that says what can be read.
//!
//! A `[[table]]` either knows people by identifiers (then it has a `key`), or hangs on another
//! table by `from` and `on` (own column = column there), over as many hops as it takes; a
//! `[[link]]` is a hop that gives out nothing itself. A `[[table.context]]` adds readable words
//! from tables about things (the name of what was bought), never from tables about people.

mod read;

pub use read::{MapError, MapErrors};

use crate::domain::finding::{LegalGround, Texts};
use crate::domain::identifier::{IdentifierKind, Strength};
use crate::domain::identity::Channel;
use crate::domain::language::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A whole data map, read and found complete.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataMap {
    /// The source as a whole.
    pub source: SourceWords,
    /// Tables that are given out.
    #[serde(default)]
    pub table: Vec<Table>,
    /// Tables that only lead to others.
    #[serde(default)]
    pub link: Vec<Link>,
    /// SHA-256 of the file, hex.
    #[serde(skip)]
    pub sha256: String,
    /// File it was read from, for messages.
    #[serde(skip)]
    pub file: String,
    #[serde(skip)]
    line_starts: Vec<usize>,
}

/// The source as a whole.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceWords {
    /// Languages every text of the map is written in.
    pub languages: Vec<Lang>,
    /// What the source is called for people.
    pub label: Texts,
    /// What was searched, in words, for "nothing held" and for the letter.
    pub searched: Texts,
    /// Tables that refer to mapped ones and are left out on purpose.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// A table that is given out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Name in the source, `schema.name` where that is needed.
    pub name: Spanned<String>,
    /// Code of its activity in the register, which says everything else about it.
    pub activity: String,
    /// Category of data; a file name in the package, so it stands once per activity.
    pub category: String,
    /// What the category is called for people.
    pub label: Texts,
    /// Legal ground of this processing.
    pub legal_ground: LegalGround,
    /// Code of the register's retention rule for these, where they are kept otherwise than the rest of
    /// the activity.
    pub retention: Option<String>,
    /// Columns that name one record: only for a table that knows people.
    #[serde(default)]
    pub key: Vec<String>,
    /// Identifiers it knows people by.
    #[serde(default)]
    pub identifier: Vec<IdentifierColumns>,
    /// Addresses on record.
    #[serde(default)]
    pub address: Vec<AddressColumns>,
    /// Table or link it hangs on.
    pub from: Option<String>,
    /// Own column = column there; several for a composite key.
    #[serde(default)]
    pub on: BTreeMap<String, String>,
    /// Readable words from tables about things.
    #[serde(default)]
    pub context: Vec<Context>,
    /// Columns, in the order they are given out.
    #[serde(default)]
    pub column: Vec<MappedColumn>,
}

/// A table that only leads to others.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Name in the source.
    pub name: Spanned<String>,
    /// Table or link it hangs on.
    pub from: String,
    /// Own column = column there.
    pub on: BTreeMap<String, String>,
}

/// Columns that hold an identifier of a person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifierColumns {
    /// Kind.
    pub kind: IdentifierKind,
    /// Column; several are joined by a space (first and last name).
    pub columns: Vec<String>,
    /// How much a match says.
    pub strength: Strength,
    /// Fewest letters and digits a typed value needs to be searched here.
    #[serde(default = "four")]
    pub min_length: usize,
}

fn four() -> usize {
    4
}

/// An address the organisation has on record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressColumns {
    /// Over which channel it reaches the person.
    #[serde(with = "channel")]
    pub channel: Channel,
    /// Columns, joined by commas.
    pub columns: Vec<String>,
    /// Column with the city, the only part of a postal address that is shown masked.
    pub city: Option<String>,
    /// Column with the date since when the address is on record.
    pub since: Option<String>,
}

mod channel {
    //! Channels by their code, without the counter, which is no address.
    use super::Channel;
    use serde::{Deserialize, Deserializer, de::Error};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Channel, D::Error> {
        match Channel::deserialize(deserializer)? {
            Channel::Counter => Err(D::Error::custom("an address is email, phone or post")),
            channel => Ok(channel),
        }
    }
}

/// A table about things, joined for its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// Name in the source.
    pub table: Spanned<String>,
    /// Another context it hangs on; the table itself when not said.
    pub from: Option<String>,
    /// Column there = column here, which must be unique here.
    pub on: BTreeMap<String, String>,
}

/// A column that is given out, or deliberately not.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    /// Name it is given out under; also the column, unless `of` says otherwise.
    pub name: Spanned<String>,
    /// Column it is read from: `Other` in the table, or `Track.Name` in a context.
    pub of: Option<String>,
    /// What it is called for people.
    #[serde(default)]
    pub label: Texts,
    /// Whether the person provided it (art. 20(1)).
    #[serde(default)]
    pub provided: bool,
    /// Why its values are withheld: they are never read, and the person is told so.
    #[serde(default)]
    pub redact: Texts,
    /// On which ground (`domain::grounds`). Without it: the rights of others, art. 15(4).
    pub ground: Option<String>,
    /// Not about the person: never read, not mentioned.
    #[serde(default)]
    pub skip: bool,
}

impl MappedColumn {
    /// Whether its values are read.
    pub fn is_read(&self) -> bool {
        !self.skip && self.redact.is_empty()
    }

    /// The code of the ground its values are withheld on.
    pub fn ground_code(&self) -> &str {
        self.ground.as_deref().unwrap_or("rights_of_others")
    }

    /// Context and column it is read from.
    pub fn origin(&self) -> (Option<&str>, &str) {
        let of = self.of.as_deref().unwrap_or(self.name.get_ref());
        of.rsplit_once('.').map_or((None, of), |(context, column)| (Some(context), column))
    }
}

impl Table {
    /// Whether it knows people itself.
    pub fn is_subject(&self) -> bool {
        self.from.is_none()
    }
}

impl DataMap {
    /// Line of the file a name stands on, from 1.
    pub fn line_of(&self, name: &Spanned<String>) -> usize {
        self.line_starts.partition_point(|start| *start <= name.span().start)
    }
}
