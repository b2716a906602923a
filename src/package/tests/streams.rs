//! Many records: parts are cut as promised, and never more than one of them waits in memory.

use super::*;
use crate::package::parts::Parts;
use std::cell::Cell;
use std::io::{BufReader, Write};

/// Makes lines as they are asked for, so that no test holds the input either.
struct Endless<'a> {
    next: u64,
    end: u64,
    width: usize,
    rest: Vec<u8>,
    read: &'a Cell<usize>,
}

impl Read for Endless<'_> {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        if self.rest.is_empty() && self.next < self.end {
            // not compressible, so that what is written shows when it was written
            let mut noise = self.next.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
            let value: String = (0..self.width)
                .map(|_| {
                    noise ^= noise << 13;
                    noise ^= noise >> 7;
                    noise ^= noise << 17;
                    char::from(b'a' + (noise % 26) as u8)
                })
                .collect();
            let row = json!({"part": 0, "fields": {"n": self.next, "v": value}});
            self.rest = format!("{row}\n").into_bytes();
            self.next += 1;
        }
        let n = buf.len().min(self.rest.len());
        buf[..n].copy_from_slice(&self.rest[..n]);
        self.rest.drain(..n);
        self.read.set(self.read.get() + n);
        Ok(n)
    }
}

/// Remembers how much was read at most between two writes.
struct Watch<'a> {
    read: &'a Cell<usize>,
    at_last_write: usize,
    most: &'a Cell<usize>,
    kept: Vec<u8>,
}

impl Write for Watch<'_> {
    fn write(&mut self, data: &[u8]) -> std::io::Result<usize> {
        self.most.set(self.most.get().max(self.read.get() - self.at_last_write));
        self.at_last_write = self.read.get();
        self.kept.extend_from_slice(data);
        Ok(data.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Writes `records` records of `width` letters; answers the summary, the package and the most
/// that was read before something was written.
fn many(records: u64, width: usize) -> (PackageSummary, Vec<u8>, usize) {
    let (read, most) = (Cell::new(0), Cell::new(0));
    let mut found = Found::in_source("shop").table("Log", "b", &[("n", true), ("v", true)], &[]);
    found.finding.parts[0].records = records;
    let rows = Endless { next: 0, end: records, width, rest: Vec::new(), read: &read };
    let input = FindingInput { records: Box::new(BufReader::new(rows)), ..found.input() };
    let mut out = Watch { read: &read, at_last_write: 0, most: &most, kept: Vec::new() };
    let summary = write(&order(PackageKind::Access), std::iter::once(input), &mut out).unwrap();
    (summary, out.kept, most.get())
}

#[test]
fn twenty_five_thousand_records_become_three_parts() {
    let (summary, package, most) = many(25_000, 40);
    let parts: Vec<u64> = summary.manifest.files.iter().filter_map(|f| f.records).collect();
    assert_eq!(parts, [10_000, 10_000, 5_000]);
    assert!(most < MAX_PART_BYTES + MAX_LINE_BYTES, "{most}");
    let verified = verify(Cursor::new(&package)).unwrap();
    assert!(verified.is_whole() && verified.records == 25_000, "{:?}", verified.problems);

    let page = &unzip(&package)["README.en.html"];
    assert!(page.contains("Here you see the first 500 of 25,000."), "the page says that it shows a part");
    assert_eq!(
        page.matches("<td").count(),
        2 * PAGE_ROWS + 5,
        "500 rows of two columns, and the lists around"
    );
    assert!(page.contains("part-0003.json"));
}

#[test]
fn wide_records_are_cut_by_size_and_never_more_than_one_part_waits() {
    let (summary, package, most) = many(300, 32 * 1024);
    let parts: Vec<u64> = summary.manifest.files.iter().filter_map(|f| f.records).collect();
    assert_eq!(parts.iter().sum::<u64>(), 300);
    assert!(parts.len() >= 3, "{parts:?}");
    assert!(summary.manifest.files.iter().all(|f| f.bytes <= (MAX_PART_BYTES + 1024) as u64));
    assert!(most <= MAX_PART_BYTES + 64 * 1024, "{most} bytes were read before anything was written");
    assert!(verify(Cursor::new(&package)).unwrap().is_whole());

    let page = &unzip(&package)["README.en.html"];
    assert!(page.len() < PAGE_BYTES + 256 * 1024, "{}", page.len());
    assert!(page.contains("(the rest is in the file)"));
}

#[test]
fn tables_that_come_mixed_still_fill_their_parts() {
    let mut found =
        Found::in_source("shop").table("A", "b", &[("n", true)], &[]).table("B", "b", &[("n", true)], &[]);
    for n in 0..15_000 {
        found.line(0, &json!({"n": n}));
        found.line(1, &json!({"n": n}));
    }
    found.finding.parts.iter_mut().for_each(|part| part.records = 15_000);
    let (summary, _) = unpacked(&order(PackageKind::Access), &[found]);
    let parts: Vec<(&str, u64)> =
        summary.manifest.files.iter().filter_map(|f| Some((f.category.as_deref()?, f.records?))).collect();
    assert_eq!(parts, [("a", 10_000), ("a", 5_000), ("b", 10_000), ("b", 5_000)]);
}

#[test]
fn what_waits_never_passes_the_limit_with_any_number_of_tables() {
    let mut found = Found::in_source("shop");
    for n in 0..40 {
        found = found.table(&format!("T{n}"), "b", &[("v", true)], &[]);
    }
    let kept = super::cover::Kept { columns: found.finding.parts[0].columns.clone(), redactions: Vec::new() };
    let mut parts = Parts::new(&found.finding, (0..40).map(|_| Some(&kept))).unwrap();
    let line = format!("{{\"v\":\"{}\"}}", "x".repeat(50_000));
    let (mut written, mut records) = (0, 0);
    for n in 0..400 {
        for full in parts.add(n % 40, &line) {
            written += full.text.len();
            records += full.records;
        }
        assert!(parts.bytes() <= MAX_PART_BYTES, "{}", parts.bytes());
    }
    while let Some(full) = parts.next_left() {
        written += full.text.len();
        records += full.records;
    }
    assert_eq!((records, parts.bytes()), (400, 0));
    assert!(written > 20_000_000);
}
