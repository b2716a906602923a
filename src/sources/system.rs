//! What every kind of system must be able to do, and no more: say its schema, and run one
//! read-only query with bound values row by row. Everything else (looking up, finding, checking)
//! is written once on top of this.

use super::fault::Fault;
use super::schema::{ColumnInfo, Schema};
use super::value::Shape;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A value bound to a query, or a part of a record's key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KeyValue {
    /// Whole number.
    Integer(i64),
    /// Text; also numbers too long for JSON, and identifiers like UUIDs.
    Text(String),
}

impl KeyValue {
    /// The key as it was read; only numbers and text can be keys.
    pub(super) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => number.as_i64().map(KeyValue::Integer),
            Value::String(text) => Some(KeyValue::Text(text.clone())),
            _ => None,
        }
    }
}

/// A read-only query.
pub(super) struct Query {
    /// Text; identifiers come from the introspected schema, values are placeholders.
    pub(super) sql: String,
    /// Values of the placeholders, in order.
    pub(super) values: Vec<KeyValue>,
    /// What the columns hold, in order.
    pub(super) shapes: Vec<Shape>,
    /// Table it is about, for messages.
    pub(super) table: String,
}

/// What is done with a row.
pub(super) type EachRow<'a> = dyn FnMut(Vec<Value>) -> Result<(), Fault> + 'a;

/// Largest value that is carried, in bytes.
pub(super) const LARGEST_VALUE: usize = 64 * 1024 * 1024;

/// An open, read-only, consistent view of a source, until it is dropped or its time runs out.
pub(super) trait System {
    /// Introspects the live schema.
    fn schema(&mut self) -> Result<Schema, Fault>;
    /// Its SQL.
    fn dialect(&self) -> &'static dyn Dialect;
    /// Runs a query; memory does not grow with the number of rows.
    fn rows(&mut self, query: &Query, each: &mut EachRow<'_>) -> Result<(), Fault>;
}

/// How kinds of systems differ in SQL. `text` is always an expression of type text.
pub(super) trait Dialect {
    /// Placeholder number `number` (from 1), compared with a column or, without one, with text.
    fn placeholder(&self, number: usize, column: Option<&ColumnInfo>) -> String;
    /// A column in the form [`System::rows`] reads its shape from.
    fn read(&self, column: &str, shape: Shape) -> String;
    /// A column as text.
    fn text(&self, column: &str) -> String;
    /// True for every `text` that may fold to the value; ASCII text exactly, anything else always.
    fn may_fold_to(&self, text: &str, placeholder: &str) -> String;
    /// True for every `text` whose digits may end with the value, which has `length` digits.
    fn may_end_with_digits(&self, text: &str, placeholder: &str, length: usize) -> String;
}
