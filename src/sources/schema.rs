//! The live schema of a source, as introspected. Every identifier that reaches SQL comes from
//! here and nowhere else (R49).

use super::value::Shape;

/// Everything a source has that can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schema {
    /// Tables and views.
    pub tables: Vec<TableInfo>,
}

/// A table or view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableInfo {
    /// Schema it lives in, where the system has schemas.
    pub schema: Option<String>,
    /// Name.
    pub name: String,
    /// Columns in their order.
    pub columns: Vec<ColumnInfo>,
    /// Column sets known to be unique, the primary key first.
    pub unique: Vec<Vec<String>>,
    /// Columns that stand first in an index.
    pub indexed: Vec<String>,
    /// Tables its foreign keys refer to.
    pub refers_to: Vec<String>,
    /// Whether it is a view: views have no indexes and no keys.
    pub is_view: bool,
    /// Whether our account could change it.
    pub is_writable: bool,
    /// Whether it is found without naming its schema.
    pub is_visible: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Name.
    pub name: String,
    /// Type as the system writes it.
    pub declared: String,
    /// What it holds.
    pub shape: Shape,
}

/// Quotes an identifier taken from the introspected schema.
pub fn quoted(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// Names compare without case and underscores when there is no exact one, so that one map fits
/// `InvoiceLine` in one system and `invoice_line` in another.
fn loose(name: &str) -> String {
    name.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect()
}

fn find_one<'a, T>(items: &'a [T], name_of: impl Fn(&T) -> &str, wanted: &str) -> Option<&'a T> {
    if let Some(exact) = items.iter().find(|item| name_of(item) == wanted) {
        return Some(exact);
    }
    let wanted = loose(wanted);
    let mut alike = items.iter().filter(|item| loose(name_of(item)) == wanted);
    let first = alike.next()?;
    alike.next().is_none().then_some(first)
}

impl Schema {
    /// The table the map means: `name`, or `schema.name`; exact first, else the only one that
    /// differs in case and underscores alone.
    pub fn table(&self, wanted: &str) -> Option<&TableInfo> {
        if let Some((schema, name)) = wanted.split_once('.') {
            let inside: Vec<&TableInfo> =
                self.tables.iter().filter(|table| table.schema.as_deref() == Some(schema)).collect();
            return find_one(&inside, |table| table.name.as_str(), name).copied();
        }
        let visible: Vec<&TableInfo> = self.tables.iter().filter(|table| table.is_visible).collect();
        find_one(&visible, |table| table.name.as_str(), wanted).copied()
    }

    /// The known table whose name is nearest to `wanted`.
    pub fn nearest_table(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.tables.iter().map(|table| table.name.as_str()))
    }
}

impl TableInfo {
    /// The column the map means, found as tables are.
    pub fn column(&self, wanted: &str) -> Option<&ColumnInfo> {
        find_one(&self.columns, |column| column.name.as_str(), wanted)
    }

    /// The known column whose name is nearest to `wanted`.
    pub fn nearest_column(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.columns.iter().map(|column| column.name.as_str()))
    }

    /// Quoted for SQL, with its schema.
    pub fn sql(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{}.{}", quoted(schema), quoted(&self.name)),
            None => quoted(&self.name),
        }
    }

    /// Whether these columns contain a set known to be unique.
    pub fn is_unique(&self, columns: &[&str]) -> bool {
        self.unique.iter().any(|set| !set.is_empty() && set.iter().all(|c| columns.contains(&c.as_str())))
    }
}

/// The nearest name that is near enough to be meant.
pub fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|name| (strsim::jaro_winkler(&loose(wanted), &loose(name)), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(names: &[&str]) -> Schema {
        let table =
            |name: &&str| TableInfo { name: name.to_string(), is_visible: true, ..TableInfo::default() };
        Schema { tables: names.iter().map(table).collect() }
    }

    #[test]
    fn a_name_is_found_exactly_or_by_the_only_one_that_is_alike() {
        let found = |names: &[&str], wanted: &str| schema(names).table(wanted).map(|t| t.name.clone());
        assert_eq!(found(&["invoice_line", "invoice"], "InvoiceLine").as_deref(), Some("invoice_line"));
        assert_eq!(found(&["invoice_line", "InvoiceLine"], "InvoiceLine").as_deref(), Some("InvoiceLine"));
        assert_eq!(found(&["invoice_line", "invoiceline"], "InvoiceLine"), None, "two are alike");
        assert_eq!(found(&["invoice"], "InvoiceLine"), None);
    }

    #[test]
    fn quoting_leaves_no_way_out() {
        assert_eq!(quoted("a\"; DROP TABLE b; --"), "\"a\"\"; DROP TABLE b; --\"");
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(schema(&["Customer", "Invoice"]).nearest_table("Custmer"), Some("Customer"));
        assert_eq!(schema(&["Customer", "Invoice"]).nearest_table("zzz"), None);
    }
}
