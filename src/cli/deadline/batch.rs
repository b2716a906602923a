//! `--batch`: a CSV of requests in, their dates out, line by line.
//!
//! Read by lines and not by a CSV reader: no field of ours holds a comma or a line break, and so a
//! quotation mark left open costs its own line and not all that follow it.

use super::facts::{self, Facts, quoted};
use crate::domain::calendar::{Country, Profile};
use crate::domain::controller::Rules;
use crate::domain::deadline::reckon;
use chrono::NaiveDate;
use std::io::{BufRead, Read, Result, Write};

const HEADER: &str =
    "country,received,month_raw,month_due,promise_due,due,extended_due,paused_days,shown_due";
const COLUMNS: [&str; 4] = ["country", "received", "extended", "pauses"];
/// No honest line is longer; one that is costs no more memory than this.
const LONGEST_LINE: u64 = 64 * 1024;

/// Where each of [`COLUMNS`] stands in a line, and how many fields a line must have, as its header
/// says. Without a header the columns come in order and the last two may be missing.
struct Layout {
    places: [Option<usize>; 4],
    fields: std::ops::RangeInclusive<usize>,
}

impl Layout {
    const fn without_header() -> Self {
        Layout { places: [Some(0), Some(1), Some(2), Some(3)], fields: 2..=4 }
    }

    /// The layout a header gives; `None` when the line is no header.
    fn of_header(fields: &[&str]) -> Option<std::result::Result<Self, String>> {
        let names: Vec<String> = fields.iter().map(|field| field.to_ascii_lowercase()).collect();
        if !names.iter().any(|name| name == "country" || name == "received") {
            return None;
        }
        let unknown = names.iter().find(|name| !COLUMNS.contains(&name.as_str()));
        let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
        let known = places.iter().flatten().count();
        Some(match (unknown, places) {
            (Some(name), _) => Err(format!("{} is no column: {}.", quoted(name), COLUMNS.join(", "))),
            (None, [Some(_), Some(_), ..]) if known == names.len() => {
                Ok(Layout { places, fields: names.len()..=names.len() })
            }
            (None, [Some(_), Some(_), ..]) => Err("a column stands twice.".to_owned()),
            (None, _) => Err("country and received are both needed.".to_owned()),
        })
    }
}

/// Writes a line for every line read, in the same order, and a sentence with the line number to
/// `complaints` for every line that makes no sense. Returns how many were refused.
pub fn run(
    mut input: impl BufRead,
    out: &mut impl Write,
    complaints: &mut impl Write,
    profile: Profile,
    promise_days: Option<u32>,
) -> Result<u64> {
    let rules = Country::ALL.iter().map(|country| facts::rules(*country, profile, promise_days));
    let rules: Vec<Rules> = rules.collect();
    let mut layout = Layout::without_header();
    let (mut bytes, mut number, mut refused, mut begun) = (Vec::new(), 0u64, 0u64, false);
    writeln!(out, "{HEADER}")?;
    while read_line(&mut input, &mut bytes)? {
        number += 1;
        let line = match line_text(&bytes, number) {
            Ok("") => continue,
            Ok(line) => line,
            Err(sentence) => {
                refused += 1;
                writeln!(complaints, "line {number}: {sentence}")?;
                continue;
            }
        };
        let fields = split(line);
        let header = fields.as_ref().ok().filter(|_| !begun).and_then(|fields| Layout::of_header(fields));
        begun = true;
        let answer = match header {
            Some(Ok(given)) => {
                layout = given;
                continue;
            }
            // Every line below would be guessed at.
            Some(Err(sentence)) => {
                writeln!(complaints, "line {number}: {sentence}")?;
                out.flush()?;
                return Ok(refused + 1);
            }
            None => fields.and_then(|fields| row(&fields, &layout, &rules)),
        };
        match answer {
            Ok(row) => writeln!(out, "{row}")?,
            Err(sentence) => {
                refused += 1;
                writeln!(complaints, "line {number}: {sentence}")?;
            }
        }
    }
    out.flush()?;
    Ok(refused)
}

/// Reads one line into `bytes`, the rest of an over-long one thrown away. False at the end.
fn read_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> Result<bool> {
    bytes.clear();
    let mut taken = input.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', bytes)?;
    let whole = bytes.last() == Some(&b'\n');
    if !whole && taken as u64 > LONGEST_LINE {
        let mut rest = Vec::new();
        while taken > 0 && rest.last() != Some(&b'\n') {
            rest.clear();
            taken = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut rest)?;
        }
    }
    Ok(!bytes.is_empty())
}

fn line_text(bytes: &[u8], number: u64) -> std::result::Result<&str, String> {
    if bytes.len() as u64 > LONGEST_LINE {
        return Err("the line is too long to be a request.".to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "the line is not UTF-8 text.".to_owned())?;
    let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
    Ok(text.trim_end_matches(['\n', '\r']).trim())
}

/// The fields of a line, quotation marks around whole fields taken off.
fn split(line: &str) -> std::result::Result<Vec<&str>, String> {
    line.split(',')
        .map(|field| {
            let field = field.trim();
            let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(field);
            if inner.contains('"') { Err(format!("{} is half a field.", quoted(field))) } else { Ok(inner) }
        })
        .collect()
}

fn row(fields: &[&str], layout: &Layout, rules: &[Rules]) -> std::result::Result<String, String> {
    if !layout.fields.contains(&fields.len()) {
        let (least, most) = (layout.fields.start(), layout.fields.end());
        let needed = if least == most { format!("{least}") } else { format!("{least} to {most}") };
        return Err(format!("{} field(s) where {needed} are needed.", fields.len()));
    }
    let [country, received, extended, pauses] =
        layout.places.map(|place| place.and_then(|at| fields.get(at)).copied().unwrap_or(""));
    let country = facts::country(country)?;
    let facts = Facts::new(country, received, yes(extended)?, pauses_of(pauses)?)?;
    let rules = rules.iter().find(|rules| rules.country == country).ok_or("no rules for that country.")?;
    Ok(written(&facts, rules))
}

fn written(facts: &Facts, rules: &Rules) -> String {
    let got = reckon(rules, facts.received_on, &facts.pauses, facts.extended);
    let or_empty = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    format!(
        "{},{},{},{},{},{},{},{},{}",
        facts.country,
        facts.received_on,
        got.month_raw,
        got.month_due,
        or_empty(got.promise_due),
        got.due,
        or_empty(got.extended_due),
        got.paused_days,
        got.shown_due
    )
}

fn yes(text: &str) -> std::result::Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "" | "false" | "no" | "0" => Ok(false),
        "true" | "yes" | "1" => Ok(true),
        _ => Err(format!("extended is true or false, not {}.", quoted(text))),
    }
}

fn pauses_of(text: &str) -> std::result::Result<Vec<crate::domain::request::Pause>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    text.split(';').map(|part| facts::pause(part.trim())).collect()
}

#[cfg(test)]
#[path = "batch_tests.rs"]
mod tests;
