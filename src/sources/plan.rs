//! The data map held against the live schema: every name resolved to what is really there, or a
//! problem that says what is missing and what may be meant. Reading starts from a plan, so a
//! source that has changed is noticed before the first record is read.

use super::map::{AddressColumns, DataMap, IdentifierColumns, MappedColumn, Table};
use super::schema::{ColumnInfo, Schema, TableInfo};
use std::collections::BTreeMap;

/// Something `doctor` has to say about a map and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether the source cannot be used like this; otherwise it works, but look at it.
    pub is_error: bool,
    /// Line of the map.
    pub line: usize,
    /// What, and how to mend it.
    pub what: String,
}

/// A table of the map with everything it names found in the live schema.
#[derive(Debug)]
pub(super) struct Planned<'a> {
    pub(super) map: &'a Table,
    pub(super) info: &'a TableInfo,
    /// Hops towards the table that knows people, nearest first; empty for that table itself.
    pub(super) hops: Vec<Hop<'a>>,
    /// Index, in the plan, of the table that knows the people.
    pub(super) subject: usize,
    /// Key columns; only for a table that knows people.
    pub(super) key: Vec<&'a ColumnInfo>,
    pub(super) identifiers: Vec<(&'a IdentifierColumns, Vec<&'a ColumnInfo>)>,
    pub(super) addresses: Vec<Address<'a>>,
    pub(super) contexts: Vec<Joined<'a>>,
    pub(super) columns: Vec<Selected<'a>>,
}

/// An address on record.
#[derive(Debug)]
pub(super) struct Address<'a> {
    pub(super) map: &'a AddressColumns,
    pub(super) columns: Vec<&'a ColumnInfo>,
    pub(super) city: Option<&'a ColumnInfo>,
    pub(super) since: Option<&'a ColumnInfo>,
}

/// One step from a table to the one it hangs on.
#[derive(Debug, Clone)]
pub(super) struct Hop<'a> {
    pub(super) to: &'a TableInfo,
    /// Own column, column there.
    pub(super) on: Vec<(&'a ColumnInfo, &'a ColumnInfo)>,
}

/// A context, joined to the table (`None`) or to an earlier context.
#[derive(Debug)]
pub(super) struct Joined<'a> {
    pub(super) info: &'a TableInfo,
    pub(super) from: Option<usize>,
    pub(super) on: Vec<(&'a ColumnInfo, &'a ColumnInfo)>,
}

/// A column that is read, from the table (`None`) or a context.
#[derive(Debug)]
pub(super) struct Selected<'a> {
    pub(super) map: &'a MappedColumn,
    pub(super) context: Option<usize>,
    pub(super) info: &'a ColumnInfo,
}

/// Holds a map against a schema. Errors first, each kind in the order of the map.
pub fn check_map(map: &DataMap, schema: &Schema) -> Vec<Problem> {
    let mut problems = plan(map, schema).1;
    problems.sort_by_key(|problem| !problem.is_error);
    problems
}

/// The plan of a map, or the first thing that makes it impossible.
pub(super) fn plan_or_problem<'a>(map: &'a DataMap, schema: &'a Schema) -> Result<Vec<Planned<'a>>, String> {
    let (plan, problems) = plan(map, schema);
    match problems.into_iter().find(|problem| problem.is_error) {
        Some(problem) => Err(problem.what),
        None => Ok(plan),
    }
}

fn plan<'a>(map: &'a DataMap, schema: &'a Schema) -> (Vec<Planned<'a>>, Vec<Problem>) {
    let mut planner = Planner { map, schema, problems: Vec::new(), line: 1 };
    let plan = map.table.iter().filter_map(|table| planner.table(table)).collect();
    planner.unmapped_tables();
    (plan, planner.problems)
}

struct Planner<'a> {
    map: &'a DataMap,
    schema: &'a Schema,
    problems: Vec<Problem>,
    line: usize,
}

impl<'a> Planner<'a> {
    fn error(&mut self, what: String) {
        self.problems.push(Problem { is_error: true, line: self.line, what });
    }

    fn warning(&mut self, what: String) {
        let problem = Problem { is_error: false, line: self.line, what };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn find_table(&mut self, name: &str) -> Option<&'a TableInfo> {
        let found = self.schema.table(name);
        if found.is_none() {
            let near = meant(self.schema.nearest_table(name));
            self.error(format!("there is no table “{name}” that we may see{near}"));
        }
        found
    }

    fn find_column(&mut self, table: &'a TableInfo, name: &str) -> Option<&'a ColumnInfo> {
        let found = table.column(name);
        if found.is_none() {
            let near = meant(table.nearest_column(name));
            self.error(format!("the table “{}” has no column “{name}”{near}", table.name));
        }
        found
    }

    fn find_columns(&mut self, table: &'a TableInfo, names: &[String]) -> Vec<&'a ColumnInfo> {
        names.iter().filter_map(|name| self.find_column(table, name)).collect()
    }

    fn pairs(
        &mut self,
        own: &'a TableInfo,
        other: &'a TableInfo,
        on: &BTreeMap<String, String>,
    ) -> Vec<(&'a ColumnInfo, &'a ColumnInfo)> {
        let mut pairs = Vec::new();
        for (here, there) in on {
            if let (Some(here), Some(there)) = (self.find_column(own, here), self.find_column(other, there)) {
                if here.shape != there.shape {
                    let (a, b) = (&here.declared, &there.declared);
                    self.warning(format!("“{}” ({a}) is joined to “{}” ({b})", here.name, there.name));
                }
                pairs.push((here, there));
            }
        }
        pairs
    }

    fn table(&mut self, table: &'a Table) -> Option<Planned<'a>> {
        self.line = self.map.line_of(&table.name);
        let info = self.find_table(table.name.get_ref())?;
        let (hops, subject) = self.hops(table, info)?;
        let key = self.find_columns(info, &table.key);
        let names: Vec<&str> = key.iter().map(|column| column.name.as_str()).collect();
        if table.is_subject() && !info.is_unique(&names) {
            self.not_unique(info, &names, "one key could name several people");
        }
        if info.is_writable {
            self.warning(format!(
                "our account may change “{}”; give it the right to read and no more",
                info.name
            ));
        }
        let identifiers =
            table.identifier.iter().map(|map| (map, self.find_columns(info, &map.columns))).collect();
        let addresses = table.address.iter().map(|map| self.address(info, map)).collect();
        let contexts = self.contexts(table, info);
        let columns = self.columns(table, info, &contexts);
        self.unmapped_columns(table, info);
        Some(Planned { map: table, info, hops, subject, key, identifiers, addresses, contexts, columns })
    }

    fn not_unique(&mut self, info: &TableInfo, columns: &[&str], what: &str) {
        let columns = columns.join(", ");
        self.warning(format!("“{}” has no unique index on {columns}: {what}", info.name));
    }

    fn address(&mut self, info: &'a TableInfo, map: &'a AddressColumns) -> Address<'a> {
        Address {
            map,
            columns: self.find_columns(info, &map.columns),
            city: map.city.as_ref().and_then(|name| self.find_column(info, name)),
            since: map.since.as_ref().and_then(|name| self.find_column(info, name)),
        }
    }

    /// The way from a table to the people, and the index of the table that knows them.
    fn hops(&mut self, table: &'a Table, info: &'a TableInfo) -> Option<(Vec<Hop<'a>>, usize)> {
        let (mut hops, mut at) = (Vec::new(), info);
        let (mut name, mut next) = (table.name.get_ref(), table.from.as_ref().map(|from| (from, &table.on)));
        while let Some((from, on)) = next {
            let to = self.find_table(from)?;
            let pairs = self.pairs(at, to, on);
            self.check_hop(at, to, &pairs);
            hops.push(Hop { to, on: pairs });
            at = to;
            name = from;
            next = self.map.table.iter().find(|table| table.name.get_ref() == from).map_or_else(
                || {
                    let link = self.map.link.iter().find(|link| link.name.get_ref() == from);
                    link.map(|link| (&link.from, &link.on))
                },
                |table| table.from.as_ref().map(|from| (from, &table.on)),
            );
        }
        let is_root = |other: &&Table| other.name.get_ref() == name && other.is_subject();
        let root = if table.is_subject() { table } else { self.map.table.iter().find(is_root)? };
        let subject = self.map.table.iter().position(|other| std::ptr::eq(other, root))?;
        Some((hops, subject))
    }

    fn check_hop(&mut self, at: &TableInfo, to: &TableInfo, on: &[(&ColumnInfo, &ColumnInfo)]) {
        let there: Vec<&str> = on.iter().map(|(_, there)| there.name.as_str()).collect();
        if !to.is_unique(&there) {
            self.not_unique(to, &there, "records of other people could come along");
        }
        let is_indexed = on.iter().any(|(here, _)| at.indexed.contains(&here.name));
        if !at.is_view && !is_indexed {
            let here: Vec<&str> = on.iter().map(|(here, _)| here.name.as_str()).collect();
            let here = here.join(", ");
            self.warning(format!("“{}” has no index on {here}: every search reads the whole table", at.name));
        }
    }

    fn contexts(&mut self, table: &'a Table, info: &'a TableInfo) -> Vec<Joined<'a>> {
        let mut contexts: Vec<Joined<'a>> = Vec::new();
        for context in &table.context {
            self.line = self.map.line_of(&context.table);
            let from = context.from.as_ref().and_then(|from| position_of(table, from));
            let own = from.and_then(|at| contexts.get(at)).map_or(info, |joined| joined.info);
            let Some(other) = self.find_table(context.table.get_ref()) else { break };
            let on = self.pairs(own, other, &context.on);
            let there: Vec<&str> = on.iter().map(|(_, there)| there.name.as_str()).collect();
            if !other.is_unique(&there) {
                let there = there.join(", ");
                self.error(format!("the context “{}” has no unique index on {there}", other.name));
            }
            contexts.push(Joined { info: other, from, on });
        }
        contexts
    }

    fn columns(
        &mut self,
        table: &'a Table,
        info: &'a TableInfo,
        contexts: &[Joined<'a>],
    ) -> Vec<Selected<'a>> {
        let mut columns = Vec::new();
        for map in table.column.iter().filter(|column| !column.skip) {
            self.line = self.map.line_of(&map.name);
            let (context, name) = map.origin();
            let context = context.and_then(|name| position_of(table, name));
            let from = context.and_then(|at| contexts.get(at)).map_or(info, |joined| joined.info);
            if let Some(info) = self.find_column(from, name)
                && map.is_read()
            {
                columns.push(Selected { map, context, info });
            }
        }
        columns
    }

    /// A column the map does not know would be missing from the answer.
    fn unmapped_columns(&mut self, table: &Table, info: &'a TableInfo) {
        self.line = self.map.line_of(&table.name);
        let own = table.column.iter().map(MappedColumn::origin).filter(|(context, _)| context.is_none());
        let mapped: Vec<_> = own.filter_map(|(_, name)| info.column(name)).collect();
        for column in info.columns.iter().filter(|column| !mapped.contains(column)) {
            let (table, column) = (&info.name, &column.name);
            self.warning(format!(
                "“{table}”.“{column}” is not in the map and is not given out; add or skip it"
            ));
        }
    }

    /// A table that refers to a mapped one probably holds data about the same people.
    fn unmapped_tables(&mut self) {
        self.line = 1;
        let schema = self.schema;
        let tables = self.map.table.iter().map(|table| table.name.get_ref());
        let known: Vec<&TableInfo> = tables
            .chain(self.map.link.iter().map(|link| link.name.get_ref()))
            .chain(&self.map.source.left_out)
            .filter_map(|name| schema.table(name))
            .collect();
        for table in &schema.tables {
            let refers = table.refers_to.iter().find(|to| known.iter().any(|known| known.name == **to));
            if let Some(to) = refers
                && !known.contains(&table)
            {
                let name = &table.name;
                self.warning(format!(
                    "“{name}” refers to “{to}” and is not in the map; add it or leave it out by name"
                ));
            }
        }
    }
}

fn position_of(table: &Table, context: &str) -> Option<usize> {
    table.context.iter().position(|other| other.table.get_ref() == context)
}

fn meant(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default()
}
