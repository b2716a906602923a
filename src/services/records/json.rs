//! Records handed in as JSON: one object or a list of objects.

use super::{MOST_COLUMNS, MOST_RECORDS, Rows, line_at, number, wrong};
use crate::services::error::FieldProblem;
use serde_json::error::Category;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// How deep JSON may nest (R61).
const DEEPEST: usize = 32;

/// Reads it.
pub(super) fn rows(text: &str) -> Rows {
    let text = text.trim_start_matches('\u{feff}');
    if let Some(at) = too_deep(text) {
        return Err(wrong("error-json-deep").with("line", number(line_at(text, at))));
    }
    let rows: Vec<Map<String, Value>> = match serde_json::from_str(text).map_err(|e| broken(text, &e))? {
        Value::Object(one) => vec![one],
        Value::Array(many) => {
            let object = |(at, value)| match value {
                Value::Object(row) => Ok(row),
                _ => Err(wrong("error-json-row").with("item", number(at + 1))),
            };
            many.into_iter().enumerate().map(object).collect::<Result<_, _>>()?
        }
        _ => return Err(wrong("error-json")),
    };
    if rows.len() > MOST_RECORDS {
        return Err(wrong("error-too-many-records"));
    }
    let (mut columns, mut seen) = (Vec::new(), HashSet::new());
    for name in rows.iter().flat_map(|row| row.keys()) {
        if seen.insert(name) {
            columns.push(name.clone());
        }
        if columns.len() > MOST_COLUMNS {
            return Err(wrong("error-too-many-columns"));
        }
    }
    Ok((columns, rows))
}

/// Where it breaks, as an editor counts: lines and characters from 1.
fn broken(text: &str, error: &serde_json::Error) -> FieldProblem {
    let (line, bytes) = (error.line(), error.column());
    if error.classify() == Category::Eof {
        return wrong("error-json-cut").with("line", number(line));
    }
    let written = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = written.char_indices().filter(|(at, _)| at + 1 < bytes).count();
    wrong("error-json-at").with("line", number(line)).with("column", number(before + 1))
}

/// Where a JSON text nests too deep, found before anything is built of it.
fn too_deep(text: &str) -> Option<usize> {
    let (mut now, mut in_text, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if std::mem::take(&mut is_escaped) => {}
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                if now > DEEPEST {
                    return Some(at);
                }
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(deep: usize) -> String {
        format!("{{\"a\":{}{}}}", "[".repeat(deep - 1), "]".repeat(deep - 1))
    }

    fn problem(text: &str) -> (&'static str, Vec<(&'static str, i64)>) {
        let problem = rows(text).unwrap_err();
        (problem.key, problem.slots)
    }

    #[test]
    fn json_nests_32_deep_and_no_deeper() {
        assert_eq!(rows(&nested(32)).unwrap().1.len(), 1);
        assert_eq!(problem(&format!("\n{}", nested(33))), ("error-json-deep", vec![("line", 2)]));
        assert_eq!(problem(&nested(100_000)).0, "error-json-deep");
        // brackets within texts nest nothing
        let text = format!("{{\"a\":\"{}\\\"{}\"}}", "[".repeat(50), "{".repeat(50));
        assert_eq!(rows(&text).unwrap().1.len(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_named_by_line_and_character() {
        let at = |line, column| ("error-json-at", vec![("line", line), ("column", column)]);
        assert_eq!(problem("[\n {\"a\": 1},\n {\"æ\": x}\n]"), at(3, 8));
        assert_eq!(problem("[{\"a\": 1}\n {\"b\": 2}]"), at(2, 2));
        assert_eq!(problem("[\n {\"a\": 1},\n {\"b\""), ("error-json-cut", vec![("line", 3)]));
        assert_eq!(problem("[{\"a\": 1}, 7]"), ("error-json-row", vec![("item", 2)]));
        assert_eq!(problem("7"), ("error-json", vec![]));
    }
}
