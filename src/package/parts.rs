//! Records on their way into parts: at most [`MAX_RECORDS`] records a part, and never more than
//! [`MAX_PART_BYTES`] waiting in memory, also when the tables of a source come mixed.

use crate::domain::finding::{Column, Finding, Part, Record, Texts};
use crate::package::cover::Kept;
use crate::package::error::PackageError;
use crate::package::{MAX_LINE_BYTES, MAX_PART_BYTES, MAX_RECORDS, json};
use serde::Serialize;
use std::collections::HashSet;
use std::io::{BufRead, Read};

/// The name of the format in each part.
const FORMAT: &str = "indsigt-part";
/// What follows the last record.
const TAIL: &str = "\n]}\n";

#[derive(Serialize)]
struct Head<'a> {
    format: &'a str,
    version: u32,
    activity: &'a str,
    category: &'a str,
    source: &'a str,
    table: &'a str,
    labels: &'a Texts,
    legal_ground: Option<&'a str>,
    columns: &'a [Column],
}

/// A part that may be written.
pub(crate) struct Full {
    /// Index of the part in the finding.
    pub part: usize,
    /// The whole file.
    pub text: String,
    /// Records in it.
    pub records: u64,
}

/// What waits for one table.
struct Waiting {
    head: String,
    text: String,
    records: usize,
}

/// Collects the records of one finding.
pub(crate) struct Parts {
    waiting: Vec<Option<Waiting>>,
    bytes: usize,
}

impl Parts {
    /// For the parts of `finding` that are kept.
    pub(crate) fn new<'k>(
        finding: &Finding,
        kept: impl Iterator<Item = Option<&'k Kept>>,
    ) -> Result<Self, serde_json::Error> {
        let waiting = finding
            .parts
            .iter()
            .zip(kept)
            .map(|(part, kept)| {
                kept.map(|kept| {
                    Ok(Waiting { head: head(finding, part, kept)?, text: String::new(), records: 0 })
                })
                .transpose()
            })
            .collect::<Result<_, serde_json::Error>>()?;
        Ok(Self { waiting, bytes: 0 })
    }

    /// Adds a record, already one line of JSON; answers a part that has to be written first or now.
    pub(crate) fn add(&mut self, part: usize, line: &str) -> Vec<Full> {
        let mut full = Vec::new();
        if self.bytes + line.len() > MAX_PART_BYTES {
            full.extend(self.take_largest());
        }
        if let Some(Some(waiting)) = self.waiting.get_mut(part) {
            let before = waiting.text.len();
            waiting.text.push_str(if waiting.records == 0 { &waiting.head } else { ",\n" });
            waiting.text.push_str(line);
            waiting.records += 1;
            self.bytes += waiting.text.len() - before;
            if waiting.records >= MAX_RECORDS {
                full.extend(self.take(part));
            }
        }
        full
    }

    /// What is left at the end, the tables in their order.
    pub(crate) fn next_left(&mut self) -> Option<Full> {
        (0..self.waiting.len()).find_map(|part| self.take(part))
    }

    /// Bytes waiting.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    fn take_largest(&mut self) -> Option<Full> {
        let size = |w: &Option<Waiting>| w.as_ref().map_or(0, |w| w.text.len());
        let largest = (0..self.waiting.len()).max_by_key(|i| self.waiting.get(*i).map_or(0, size))?;
        self.take(largest)
    }

    /// What waits for a table, as a file.
    fn take(&mut self, part: usize) -> Option<Full> {
        let waiting = self.waiting.get_mut(part)?.as_mut().filter(|w| w.records > 0)?;
        let mut text = std::mem::take(&mut waiting.text);
        let records = std::mem::take(&mut waiting.records);
        self.bytes = self.bytes.saturating_sub(text.len());
        text.push_str(TAIL);
        Some(Full { part, text, records: records as u64 })
    }
}

fn head(finding: &Finding, part: &Part, kept: &Kept) -> Result<String, serde_json::Error> {
    let ground = part.legal_ground.as_str();
    let head = json::line(&Head {
        format: FORMAT,
        version: 1,
        activity: &part.activity,
        category: &part.category,
        source: &finding.source,
        table: &part.table,
        labels: &part.labels,
        legal_ground: matches!(ground, "a" | "b" | "c" | "d" | "e" | "f").then_some(ground),
        columns: &kept.columns,
    })?;
    let open = head.strip_suffix('}').unwrap_or(&head);
    Ok(format!("{open},\"records\":[\n"))
}

/// Reads a finding's record stream line by line, each line bounded.
pub(crate) struct Lines<'a, R> {
    source: &'a str,
    stream: R,
    line: u64,
    described: Vec<HashSet<&'a str>>,
    buffer: Vec<u8>,
}

impl<'a, R: BufRead> Lines<'a, R> {
    pub(crate) fn new(finding: &'a Finding, stream: R) -> Self {
        let described =
            finding.parts.iter().map(|part| part.columns.iter().map(|c| c.name.as_str()).collect()).collect();
        Self { source: &finding.source, stream, line: 0, described, buffer: Vec::new() }
    }

    /// The next record; `None` at the end.
    ///
    /// # Errors
    /// A line that is too long, is no record, or holds what the finding does not describe: a
    /// column nobody looked at is not released.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, PackageError> {
        loop {
            self.buffer.clear();
            let limit = MAX_LINE_BYTES as u64 + 1;
            let read = self.stream.by_ref().take(limit).read_until(b'\n', &mut self.buffer)?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            if self.buffer.trim_ascii().is_empty() {
                continue;
            }
            if read as u64 == limit {
                return Err(self.wrong("it is too long"));
            }
            // serde's own message would quote the value
            let record: Record = serde_json::from_slice(&self.buffer)
                .map_err(|_| self.wrong("it is not the JSON of a record"))?;
            let described = self.described.get(record.part);
            if !described.is_some_and(|names| record.fields.keys().all(|name| names.contains(name.as_str())))
            {
                return Err(PackageError::Undescribed {
                    source_code: self.source.to_owned(),
                    line: self.line,
                });
            }
            return Ok(Some(record));
        }
    }

    fn wrong(&self, why: &'static str) -> PackageError {
        PackageError::Line { source_code: self.source.to_owned(), line: self.line, why }
    }
}
