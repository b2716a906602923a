//! Reading a data map strictly: unknown keys are refused with the nearest known one, every text
//! must stand in every language the map claims, every reference must lead somewhere.

use super::{DataMap, MappedColumn, Table};
use crate::domain::finding::Texts;
use crate::domain::grounds::Ground;
use crate::domain::identifier::{IdentifierKind, Strength};
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::sources::schema::nearest;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// One thing wrong with a map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {what}")]
pub struct MapError {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub what: String,
}

/// Everything wrong with a map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct MapErrors(pub Vec<MapError>);

impl MapErrors {
    fn one(file: &str, line: usize, what: String) -> Self {
        MapErrors(vec![MapError { file: file.to_string(), line, what }])
    }
}

impl DataMap {
    /// Reads a map from its file.
    pub fn load(path: &Path) -> Result<Self, MapErrors> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| {
            MapErrors::one(&file, 1, format!("the file cannot be read: {}", error.kind()))
        })?;
        Self::parse(&file, &text)
    }

    /// Reads a map from its text; `file` is for messages only.
    pub fn parse(file: &str, text: &str) -> Result<Self, MapErrors> {
        let line_starts: Vec<usize> =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut map: DataMap = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = line_starts.partition_point(|start| *start <= at);
            MapErrors::one(file, line, with_nearest(error.message()))
        })?;
        map.sha256 = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        map.file = file.to_string();
        map.line_starts = line_starts;
        let mut review = Review { map: &map, errors: Vec::new() };
        review.everything();
        match review.errors {
            errors if errors.is_empty() => Ok(map),
            errors => Err(MapErrors(errors)),
        }
    }
}

/// Adds the nearest known name to serde's "unknown field `x`, expected one of `a`, `b`".
fn with_nearest(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    let is_unknown = message.starts_with("unknown field") || message.starts_with("unknown variant");
    match (is_unknown, names.next()) {
        (true, Some(wrong)) => match nearest(wrong, names) {
            Some(near) => format!("`{wrong}` is not known here; did you mean `{near}`?"),
            None => message.to_string(),
        },
        _ => message.to_string(),
    }
}

struct Review<'a> {
    map: &'a DataMap,
    errors: Vec<MapError>,
}

impl Review<'_> {
    fn wrong(&mut self, line: usize, what: String) {
        self.errors.push(MapError { file: self.map.file.clone(), line, what });
    }

    /// Every text in every language the map claims, none empty, none in another.
    fn texts(&mut self, line: usize, of: &str, texts: &Texts) {
        let languages = &self.map.source.languages;
        for lang in languages {
            if texts.get(lang).is_none_or(|text| text.trim().is_empty()) {
                self.wrong(line, format!("{of} has no text in “{lang}”"));
            }
        }
        if let Some(lang) = texts.keys().find(|lang| !languages.contains(lang)) {
            self.wrong(line, format!("{of} has a text in “{lang}”, which `languages` does not name"));
        }
    }

    fn everything(&mut self) {
        let map = self.map;
        if map.source.languages.is_empty() {
            self.wrong(1, "`languages` names no language".to_string());
        }
        self.texts(1, "`label` of the source", &map.source.label);
        self.texts(1, "`searched` of the source", &map.source.searched);
        self.links();
        let mut categories = BTreeSet::new();
        for table in &map.table {
            let line = map.line_of(&table.name);
            self.table(line, table);
            if !categories.insert((&table.activity, &table.category)) {
                let what = format!("the category `{}` stands twice in `{}`", table.category, table.activity);
                self.wrong(line, what);
            }
        }
        if !map.table.iter().any(Table::is_subject) {
            self.wrong(1, "no table knows people: one needs `key` and `[[table.identifier]]`".to_string());
        }
    }

    fn links(&mut self) {
        for link in &self.map.link {
            let line = self.map.line_of(&link.name);
            self.hangs_on(line, link.name.get_ref(), &link.from, link.on.is_empty());
        }
    }

    /// A join leads to one known table, and in the end to one that knows people.
    fn hangs_on(&mut self, line: usize, name: &str, from: &str, has_no_columns: bool) {
        if has_no_columns {
            self.wrong(line, format!("`{name}` says `from` and not `on`"));
        }
        let named = self.named(from);
        if named != 1 {
            let how = if named == 0 { "is not in the map" } else { "stands in the map more than once" };
            return self.wrong(line, format!("`{name}` hangs on `{from}`, which {how}"));
        }
        let (mut at, mut hops) = (from, 0);
        while let Some(next) = self.parent(at) {
            (at, hops) = (next, hops + 1);
            if hops > self.map.table.len() + self.map.link.len() {
                return self.wrong(line, format!("`{name}` hangs on itself"));
            }
        }
    }

    fn named(&self, name: &str) -> usize {
        self.map.table.iter().filter(|table| table.name.get_ref() == name).count()
            + self.map.link.iter().filter(|link| link.name.get_ref() == name).count()
    }

    fn parent(&self, name: &str) -> Option<&str> {
        let table = self.map.table.iter().find(|table| table.name.get_ref() == name);
        let link = self.map.link.iter().find(|link| link.name.get_ref() == name);
        table.and_then(|table| table.from.as_deref()).or(link.map(|link| link.from.as_str()))
    }

    /// Codes become folder and file names in the package.
    fn code(&mut self, line: usize, of: &str, code: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if code.is_empty() || code.len() > 40 || !code.chars().all(fits) {
            self.wrong(line, format!("{of} is `{code}`; it is made of a to z, 0 to 9, - and _, at most 40"));
        }
    }

    fn table(&mut self, line: usize, table: &Table) {
        let name = table.name.get_ref();
        self.code(line, "`category`", &table.category);
        self.texts(line, &format!("`label` of `{name}`"), &table.label);
        self.code(line, &format!("`activity` of `{name}`"), &table.activity);
        if let Some(rule) = &table.retention {
            self.code(line, &format!("`retention` of `{name}`"), rule);
        }
        match &table.from {
            Some(from) => {
                self.hangs_on(line, name, from, table.on.is_empty());
                if !(table.key.is_empty() && table.identifier.is_empty() && table.address.is_empty()) {
                    self.wrong(
                        line,
                        format!("`{name}` hangs on another table and also knows people: choose one"),
                    );
                }
            }
            None => self.subject(line, table),
        }
        self.columns(table);
    }

    fn subject(&mut self, line: usize, table: &Table) {
        let name = table.name.get_ref();
        if table.key.is_empty() {
            self.wrong(line, format!("`{name}` has neither `from` nor `key`"));
        }
        if table.identifier.is_empty() {
            self.wrong(line, format!("`{name}` knows people by no `[[table.identifier]]`"));
        }
        if !table.on.is_empty() {
            self.wrong(line, format!("`{name}` says `on` and not `from`"));
        }
        for identifier in &table.identifier {
            let kind = identifier.kind;
            if identifier.columns.is_empty() || identifier.min_length == 0 {
                self.wrong(line, format!("the identifier {kind} of `{name}` needs columns and a length"));
            }
            if identifier.columns.len() > 1 && kind != IdentifierKind::Name {
                self.wrong(line, format!("only a name is put together from several columns, not {kind}"));
            }
            if kind == IdentifierKind::Name && identifier.strength != Strength::Weak {
                self.wrong(line, format!("a name is weak evidence; say so in `{name}`"));
            }
        }
        if table.address.iter().any(|address| address.columns.is_empty()) {
            self.wrong(line, format!("an address of `{name}` has no columns"));
        }
    }

    /// A column is withheld on a ground that lets a part of an answer to an access request be left out.
    fn ground(&mut self, line: usize, column: &MappedColumn) {
        let Some(code) = &column.ground else { return };
        let name = column.name.get_ref();
        if column.redact.is_empty() {
            self.wrong(line, format!("`{name}` says `ground` and not `redact`"));
        }
        let limits = |ground: &Ground| ground.is_allowed_for(Right::Access, Outcome::PartlyFulfilled);
        if !Ground::find(code).is_some_and(limits) {
            self.wrong(line, format!("`{name}` cannot be withheld on the ground `{code}`"));
        }
    }

    fn columns(&mut self, table: &Table) {
        let map = self.map;
        let mut seen = BTreeSet::new();
        for context in &table.context {
            let line = map.line_of(&context.table);
            let name = context.table.get_ref();
            if let Some(from) = &context.from
                && !seen.contains(from)
            {
                self.wrong(
                    line,
                    format!("the context `{name}` hangs on `{from}`, which does not stand above it"),
                );
            }
            if context.on.is_empty() {
                self.wrong(line, format!("the context `{name}` has no `on`"));
            }
            if !seen.insert(name.clone()) {
                self.wrong(line, format!("the context `{name}` stands twice"));
            }
        }
        let mut names = BTreeSet::new();
        for column in &table.column {
            let line = map.line_of(&column.name);
            let name = column.name.get_ref();
            if !names.insert(name) {
                self.wrong(line, format!("the column `{name}` stands twice"));
            }
            if let (Some(context), _) = column.origin()
                && !seen.contains(context)
            {
                self.wrong(
                    line,
                    format!("`{name}` is read from `{context}`, which is no context of this table"),
                );
            }
            if column.skip {
                continue;
            }
            self.texts(line, &format!("`label` of the column `{name}`"), &column.label);
            if !column.redact.is_empty() {
                self.texts(line, &format!("`redact` of the column `{name}`"), &column.redact);
            }
            self.ground(line, column);
        }
        if !table.column.iter().any(MappedColumn::is_read) {
            self.wrong(map.line_of(&table.name), format!("`{}` gives out no column", table.name.get_ref()));
        }
    }
}
