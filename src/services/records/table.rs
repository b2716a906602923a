//! A table handed in as text: CSV, or cells copied from a spreadsheet. The first line has the
//! headings.

use super::{MOST_COLUMNS, MOST_RECORDS, Rows, number, wrong};
use crate::services::error::FieldProblem;
use serde_json::Value;
use std::collections::HashSet;

/// Reads it. A table that is not whole is none: nothing is guessed and nothing left out.
pub(super) fn rows(text: &str) -> Rows {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let lines = lines(text, delimiter)?;
    let Some((first, rest)) = lines.split_first() else { return Err(wrong("error-csv-empty")) };
    if first.fields > MOST_COLUMNS {
        return Err(wrong("error-too-many-columns"));
    }
    if rest.len() > MOST_RECORDS {
        return Err(wrong("error-too-many-records"));
    }
    if let Some(line) = rest.iter().find(|line| line.fields != first.fields) {
        let problem = wrong("error-csv-fields").with("line", number(line.number));
        return Err(problem.with("n", number(line.fields)).with("of", number(first.fields)));
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|_| wrong("error-csv-empty"))?;
    let columns: Vec<String> = headings.iter().map(|heading| heading.trim().to_owned()).collect();
    let mut seen = HashSet::new();
    if let Some(at) = columns.iter().position(|name| name.is_empty() || !seen.insert(name)) {
        let problem = wrong("error-csv-heading").with("line", number(first.number));
        return Err(problem.with("column", number(at + 1)));
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        // every line was counted above: what is left to go wrong names no line
        let row = row.map_err(|_| wrong("error-csv"))?;
        rows.push(columns.iter().cloned().zip(row.iter().map(|v| Value::String(v.to_owned()))).collect());
    }
    Ok((columns, rows))
}

/// What parts the cells: whatever stands most often in the line of headings.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    [b'\t', b';', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// One line of a table: a quoted cell may make it several lines of the text.
struct Line {
    /// Where it begins, from 1.
    number: usize,
    /// How many cells it has.
    fields: usize,
}

/// Where we are in a cell.
#[derive(Clone, Copy, PartialEq)]
enum In {
    /// Before its first character.
    Start,
    /// In a cell without quotation marks.
    Plain,
    /// Between quotation marks.
    Quoted,
}

/// The lines of a table, counted the way they are read: quoted cells hold line ends, empty lines
/// are none.
fn lines(text: &str, delimiter: u8) -> Result<Vec<Line>, FieldProblem> {
    let (mut lines, mut number_now, mut opened) = (Vec::new(), 1_usize, 0);
    let (mut at, mut line): (In, Option<Line>) = (In::Start, None);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let is_end = byte == b'\n' || (byte == b'\r' && bytes.peek() != Some(&b'\n'));
        let is_line_end = byte == b'\n' || byte == b'\r';
        if at == In::Quoted {
            match byte {
                // a doubled mark stands for itself
                b'"' if bytes.peek() == Some(&b'"') => drop(bytes.next()),
                b'"' => at = In::Plain,
                _ => {}
            }
        } else if is_line_end {
            lines.extend(line.take());
            at = In::Start;
        } else {
            let line = line.get_or_insert(Line { number: number_now, fields: 1 });
            at = match byte {
                b'"' if at == In::Start => {
                    opened = number_now;
                    In::Quoted
                }
                byte if byte == delimiter => {
                    line.fields += 1;
                    In::Start
                }
                _ => In::Plain,
            };
        }
        number_now += usize::from(is_end);
    }
    if at == In::Quoted {
        return Err(wrong("error-csv-quote").with("line", number(opened)));
    }
    lines.extend(line);
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (&'static str, Vec<(&'static str, i64)>) {
        let problem = rows(text).unwrap_err();
        (problem.key, problem.slots)
    }

    #[test]
    fn a_table_is_read_whole_whatever_parts_its_cells() {
        for text in
            ["a,b\n1,\"x\ny\"\n\n2,z", "\u{feff}a;b\r\n1;\"x\ny\"\r\n2;z\r\n", "a\tb\n1\t\"x\ny\"\n2\tz\n"]
        {
            let (columns, rows) = rows(text).unwrap();
            assert_eq!(columns, ["a", "b"], "{text:?}");
            assert_eq!((rows.len(), &rows[0]["b"], &rows[1]["b"]), (2, &"x\ny".into(), &"z".into()));
        }
        assert_eq!(rows("a,b\n\"say \"\"hi\"\"\",2\n").unwrap().1[0]["a"], "say \"hi\"");
    }

    #[test]
    fn a_line_with_too_few_or_too_many_cells_is_named_by_its_line_in_the_text() {
        let fields = |line, n, of| ("error-csv-fields", vec![("line", line), ("n", n), ("of", of)]);
        assert_eq!(problem("a,b\n1,2\n3"), fields(3, 1, 2));
        assert_eq!(problem("a,b\n1,2,3\n"), fields(2, 3, 2));
        assert_eq!(problem("\n\na;b\r\n\r\n\"x\r\ny\";2\r\n1;2;3\r\n"), fields(7, 3, 2));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_where_it_opens() {
        assert_eq!(problem("a,b\n1,2\n3,\"x\n4,y\n5,z\n"), ("error-csv-quote", vec![("line", 3)]));
    }

    #[test]
    fn headings_are_there_once_each_and_not_without_end() {
        assert_eq!(problem("\n \n"), ("error-csv-heading", vec![("line", 2), ("column", 1)]));
        assert_eq!(problem("").0, "error-csv-empty");
        assert_eq!(problem("\na,b,a\n1,2,3\n"), ("error-csv-heading", vec![("line", 2), ("column", 3)]));
        assert_eq!(problem("a,,c\n1,2,3\n"), ("error-csv-heading", vec![("line", 1), ("column", 2)]));
        assert_eq!(problem(&",x".repeat(MOST_COLUMNS)).0, "error-too-many-columns");
    }
}
