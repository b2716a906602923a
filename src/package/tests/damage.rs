//! Streams that are not what the finding says, and packages that were changed afterwards.

use super::*;
use sha2::{Digest, Sha256};
use std::io::Write;
use zip::write::SimpleFileOptions;

fn error(found: Found) -> String {
    make(&order(PackageKind::Access), &[found]).unwrap_err().to_string()
}

#[test]
fn a_record_stream_that_was_cut_is_refused() {
    let mut found = shop();
    let keep = found.lines.lines().count() - 1;
    found.lines = found.lines.lines().take(keep).map(|line| format!("{line}\n")).collect();
    assert_eq!(error(found), "source shop, table Score: 1 records were found but 0 are in the stream");
}

#[test]
fn a_column_nobody_described_is_never_released() {
    let mut found = shop();
    found.line(0, &json!({"FirstName": "x", "PasswordHash": "CANARY"}));
    let error = error(found);
    assert_eq!(error, "source shop: line 10 holds a field the finding does not describe");
}

#[test]
fn a_broken_line_is_named_by_its_number_and_never_quoted() {
    for line in ["{\"part\":0,\"fields\":\"CANARY\"}", "CANARY", "{\"part\":0,\"fields\":{\"Email\":\"CANARY"]
    {
        let mut found = shop();
        found.lines.push_str(line);
        let error = error(found);
        assert!(error.contains("line 10") && !error.contains("CANARY"), "{error}");
    }
    let mut found = shop();
    found.line(7, &json!({}));
    assert!(error(found).contains("line 10"));
}

#[test]
fn a_line_longer_than_any_record_is_refused_before_it_fills_the_memory() {
    let mut found = shop();
    found.lines.push_str(&"x".repeat(MAX_LINE_BYTES + 1));
    assert!(error(found).ends_with("(it is too long)"));
}

#[test]
fn a_document_that_is_missing_or_changed_is_refused() {
    let whole = shop().document("f-1", "a.pdf", "application/pdf", b"%PDF-1");
    let (mut shorter, mut longer, mut missing) = (whole.clone(), whole.clone(), whole.clone());
    shorter.bytes[0].pop();
    longer.bytes[0].push(0);
    missing.bytes.clear();
    assert!(make(&order(PackageKind::Access), &[whole]).is_ok());
    for found in [shorter, longer, missing] {
        assert!(error(found).contains("document f-1"));
    }
    let unexpected = shop().document("f-2", "b.txt", "text/plain", b"b");
    let mut extra = unexpected.input();
    extra.finding.documents.clear();
    let result = write(&order(PackageKind::Access), std::iter::once(extra), Vec::new());
    assert!(matches!(result, Err(PackageError::Document { .. })));
}

#[test]
fn a_full_disk_is_told_as_such() {
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, data: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(data.len()).ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(data.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let size = make(&order(PackageKind::Access), &[shop()]).unwrap().1.len();
    for room in (0..size).step_by(97) {
        let result = write(&order(PackageKind::Access), [shop()].iter().map(Found::input), Full(room));
        assert!(matches!(result, Err(PackageError::Io(_) | PackageError::Zip(_))), "{room}: {result:?}");
    }
}

/// Packs files again, as somebody would who changed one.
fn packed(files: &BTreeMap<String, String>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        zip.start_file(path, SimpleFileOptions::DEFAULT).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn problems(files: &BTreeMap<String, String>) -> Vec<Problem> {
    verify(Cursor::new(packed(files))).unwrap().problems
}

#[test]
fn what_was_changed_removed_or_added_afterwards_is_found_and_named() {
    let (_, files) = unpacked(&order(PackageKind::Access), &[shop()]);
    assert_eq!(problems(&files), []);
    let path = "data/sales/score/part-0001.json".to_owned();

    let mut changed = files.clone();
    changed.insert(path.clone(), files[&path].replace("17", "71"));
    assert_eq!(problems(&changed), [Problem::Changed(path.clone())]);

    let mut missing = files.clone();
    missing.remove(&path);
    assert_eq!(problems(&missing), [Problem::Missing(path.clone())]);

    let mut extra = files.clone();
    extra.insert("data/sales/score/part-0002.json".to_owned(), files[&path].clone());
    assert_eq!(problems(&extra), [Problem::Extra("data/sales/score/part-0002.json".to_owned())]);

    let mut no_manifest = files.clone();
    no_manifest.insert("manifest.json".to_owned(), "{}".to_owned());
    assert_eq!(problems(&no_manifest), [Problem::NoManifest]);
}

#[test]
fn a_part_that_hides_a_column_does_not_pass_even_with_a_fitting_hash() {
    let (_, mut files) = unpacked(&order(PackageKind::Access), &[shop()]);
    let path = "data/sales/score/part-0001.json".to_owned();
    let part = files[&path].replace("{\"Score\":17}", "{\"Score\":17,\"Hidden\":1}");
    let mut manifest = parsed(&files, "manifest.json");
    let entry =
        manifest["files"].as_array_mut().unwrap().iter_mut().find(|f| f["path"] == path.as_str()).unwrap();
    entry["bytes"] = part.len().into();
    entry["sha256"] = archive::hex(&Sha256::digest(&part)).into();
    files.insert(path.clone(), part);
    files.insert("manifest.json".to_owned(), manifest.to_string());
    assert_eq!(problems(&files), [Problem::Invalid(path)]);
}

#[test]
fn bytes_hidden_between_the_files_are_found() {
    let (_, package) = make(&order(PackageKind::Access), &[shop()]).unwrap();
    // a second archive in front: its files are in no directory
    let (_, files) = unpacked(&order(PackageKind::Access), &[shop()]);
    let mut two = packed(&files);
    two.extend_from_slice(&package);
    let verified = verify(Cursor::new(two)).unwrap();
    assert!(verified.problems.contains(&Problem::Inconsistent), "{:?}", verified.problems);
}

#[test]
fn something_else_than_a_package_is_an_error() {
    assert!(matches!(verify(Cursor::new(b"no zip".as_slice())), Err(PackageError::Zip(_))));
}
