//! Writes a package in one pass: records are read line by line, at most one part waits in
//! memory, every JSON file is validated before it is written, the manifest comes last.

use crate::domain::finding::{Document, Finding, Part};
use crate::package::archive::{Archive, Entry};
use crate::package::cover::{Cover, Kept, column_label, label};
use crate::package::error::PackageError;
use crate::package::manifest::{
    Category, ControllerCard, FORMAT, File, Information, Manifest, Searched, instant,
};
use crate::package::order::{FindingInput, PackageOrder, in_language};
use crate::package::parts::{Full, Lines, Parts};
use crate::package::sample::Sample;
use crate::package::schema::Schemas;
use crate::package::{json, names, page};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};

/// The last file of the package.
pub(crate) const MANIFEST: &str = "manifest.json";

/// What became of an order.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageSummary {
    /// The manifest as written: files, hashes, redactions, withheld, searched.
    pub manifest: Manifest,
    /// SHA-256 (hex) of `manifest.json`.
    pub manifest_sha256: String,
    /// SHA-256 (hex) of the whole package, stored with the release.
    pub sha256: String,
    /// Size of the whole package in bytes.
    pub bytes: u64,
    /// Records in it.
    pub records: u64,
    /// Documents in it.
    pub documents: u64,
}

/// Writes the package for `order` to `out`, which need not seek.
///
/// # Errors
/// [`PackageError`]; what was written by then is no readable ZIP file and must be thrown away.
pub fn write<'a, W: Write>(
    order: &PackageOrder,
    findings: impl Iterator<Item = FindingInput<'a>>,
    out: W,
) -> Result<PackageSummary, PackageError> {
    let mut writer = Writer {
        order,
        schemas: Schemas::load()?,
        archive: Archive::new(out, order.created_at),
        cover: Cover::new(order),
        sample: Sample::new(order.language),
        files: Vec::new(),
        searched: Vec::new(),
        categories: Vec::new(),
        numbers: BTreeMap::new(),
        documents: 0,
    };
    for input in findings {
        writer.finding(input)?;
    }
    writer.finish()
}

struct Writer<'o, W: Write> {
    order: &'o PackageOrder,
    schemas: Schemas,
    archive: Archive<W>,
    cover: Cover<'o>,
    sample: Sample,
    files: Vec<File>,
    searched: Vec<Searched>,
    categories: Vec<Category>,
    /// Parts written by folder: two sources may share a category, and two codes a folder.
    numbers: BTreeMap<String, usize>,
    documents: u64,
}

/// A part of a finding that goes into the package.
struct Open {
    kept: Kept,
    /// Its table on the readable page.
    section: usize,
}

impl<W: Write> Writer<'_, W> {
    fn finding(&mut self, input: FindingInput<'_>) -> Result<(), PackageError> {
        let FindingInput { finding, searched_at, query_id, records, documents } = input;
        let open: Vec<Option<Open>> = finding.parts.iter().map(|part| self.open(&finding, part)).collect();
        self.records(&finding, &open, Lines::new(&finding, records))?;
        let before = self.documents;
        self.finding_documents(&finding, documents)?;
        let cover = &self.cover;
        self.searched.push(Searched::of(
            &finding,
            searched_at,
            query_id.as_deref(),
            |table| cover.is_hidden(&finding, table),
            self.documents - before,
        ));
        Ok(())
    }

    fn open(&mut self, finding: &Finding, part: &Part) -> Option<Open> {
        let kept = self.cover.part(finding, part)?;
        let lang = self.order.language;
        let text = label(part, lang);
        if part.records > 0 {
            let (activity, code) = (part.activity.clone(), part.category.clone());
            let category = Category { activity, code, label: text.clone() };
            if !self.categories.contains(&category) {
                self.categories.push(category);
            }
        }
        let source = in_language(&finding.labels, lang).unwrap_or(&finding.source).to_owned();
        let columns = kept.columns.iter().map(|column| column_label(column, lang)).collect();
        Some(Open { section: self.sample.open(text, source, columns), kept })
    }

    fn records<R: BufRead>(
        &mut self,
        finding: &Finding,
        open: &[Option<Open>],
        mut lines: Lines<'_, R>,
    ) -> Result<(), PackageError> {
        let mut parts =
            Parts::new(finding, open.iter().map(|o| o.as_ref().map(|o| &o.kept))).map_err(broken_json)?;
        let mut counts = vec![0u64; finding.parts.len()];
        while let Some(mut record) = lines.next()? {
            if let Some(count) = counts.get_mut(record.part) {
                *count += 1;
            }
            let Some(Some(Open { kept, section })) = open.get(record.part) else { continue };
            let fields: Map<String, Value> =
                kept.columns.iter().filter_map(|column| record.fields.remove_entry(&column.name)).collect();
            self.sample.add(*section, kept.columns.iter().map(|column| fields.get(&column.name)));
            for full in parts.add(record.part, &json::line(&fields).map_err(broken_json)?) {
                self.part(finding, open, &full)?;
            }
        }
        while let Some(full) = parts.next_left() {
            self.part(finding, open, &full)?;
        }
        let mut counted = finding.parts.iter().zip(counts);
        match counted.find(|(part, actual)| part.records != *actual) {
            None => Ok(()),
            Some((part, actual)) => Err(PackageError::Records {
                source_code: finding.source.clone(),
                table: part.table.clone(),
                expected: part.records,
                actual,
            }),
        }
    }

    fn part(&mut self, finding: &Finding, open: &[Option<Open>], full: &Full) -> Result<(), PackageError> {
        let (Some(part), Some(Some(Open { kept, section }))) =
            (finding.parts.get(full.part), open.get(full.part))
        else {
            return Ok(());
        };
        let folder = names::part_folder(&part.activity, &part.category);
        let number = self.numbers.entry(folder.clone()).or_default();
        *number += 1;
        let path = names::part_path(&folder, *number);
        // the bytes are read back as any reader would, and only then written
        self.schemas.check_part(&path, &serde_json::from_str(&full.text).map_err(broken_json)?)?;
        let entry = self.write_text(&path, &full.text)?;
        self.sample.path(*section, &path);
        self.files.push(File {
            media_type: "application/json".to_owned(),
            category: Some(part.category.clone()),
            activity: Some(part.activity.clone()),
            source: Some(finding.source.clone()),
            provided_by_subject: Some(kept.columns.iter().all(|column| column.provided)),
            records: Some(full.records),
            redactions: kept.redactions.clone(),
            ..file(path, entry)
        });
        Ok(())
    }

    fn finding_documents(
        &mut self,
        finding: &Finding,
        given: Vec<(Document, Box<dyn Read + '_>)>,
    ) -> Result<(), PackageError> {
        let wrong = |document: &Document| PackageError::Document {
            source_code: finding.source.clone(),
            file_id: document.file_id.clone(),
        };
        let mut given = given.into_iter();
        for (document, goes_in) in finding.documents.iter().zip(self.cover.documents(finding)) {
            let (_, mut bytes) =
                given.next().filter(|(d, _)| d == document).ok_or_else(|| wrong(document))?;
            if !goes_in {
                continue;
            }
            let path = names::document_path(self.files_of_documents() + 1, &document.media_type);
            let entry = self.archive.entry(&path, document.bytes, |out| {
                // one byte more than announced is enough to know that it changed
                io::copy(&mut bytes.by_ref().take(document.bytes.saturating_add(1)), out)?;
                Ok::<_, PackageError>(())
            })?;
            if entry.bytes != document.bytes {
                return Err(wrong(document));
            }
            self.documents += 1;
            self.files.push(File {
                media_type: document.media_type.clone(),
                source: Some(finding.source.clone()),
                original_name: Some(document.name.clone()),
                ..file(path, entry)
            });
        }
        match given.next() {
            Some((extra, _)) => Err(wrong(&extra)),
            None => Ok(()),
        }
    }

    fn files_of_documents(&self) -> usize {
        usize::try_from(self.documents).unwrap_or(usize::MAX)
    }

    fn write_text(&mut self, path: &str, text: &str) -> Result<Entry, PackageError> {
        self.archive.entry(path, text.len() as u64, |out| Ok(out.write_all(text.as_bytes())?))
    }

    fn finish(mut self) -> Result<PackageSummary, PackageError> {
        let order = self.order;
        let mut files = std::mem::take(&mut self.files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut manifest = Manifest {
            format: FORMAT.to_owned(),
            version: 1,
            kind: order.kind.code().to_owned(),
            case_reference: order.case_reference.clone(),
            controller: ControllerCard::of(order),
            created_at: instant(order.created_at),
            language: order.language,
            request_types: order.rights.clone(),
            article_15: order
                .article_15
                .as_ref()
                .map(|a| Information::of(a, order.authority.as_ref(), &self.categories, order.language)),
            files,
            withheld: self.cover.finish()?,
            searched: self.searched,
        };
        let sections = self.sample.finish();
        let path = format!("README.{}.html", order.language);
        let readme = page::Page::new(order, &manifest, &sections)?;
        let entry = self.archive.entry(&path, 0, |out| readme.write_to(out))?;
        manifest.files.insert(0, File { media_type: "text/html".to_owned(), ..file(path, entry) });
        let text = json::pretty(&manifest).map_err(broken_json)?;
        self.schemas.check_manifest(MANIFEST, &serde_json::from_str(&text).map_err(broken_json)?)?;
        let manifest_entry = self.archive.entry(MANIFEST, text.len() as u64, |out| {
            Ok::<_, PackageError>(out.write_all(text.as_bytes())?)
        })?;
        let records = manifest.files.iter().filter_map(|file| file.records).sum();
        let whole = self.archive.finish()?;
        Ok(PackageSummary {
            manifest,
            manifest_sha256: manifest_entry.sha256,
            sha256: whole.sha256,
            bytes: whole.bytes,
            records,
            documents: self.documents,
        })
    }
}

/// A file of which nothing but its bytes is known yet.
fn file(path: String, entry: Entry) -> File {
    File {
        path,
        media_type: String::new(),
        bytes: entry.bytes,
        sha256: entry.sha256,
        category: None,
        activity: None,
        source: None,
        provided_by_subject: None,
        records: None,
        redactions: Vec::new(),
        original_name: None,
    }
}

/// JSON of our own making that does not serialise or read back: a fault of this program. Only
/// the kind of fault is told, serde's words could quote a value.
fn broken_json(error: serde_json::Error) -> PackageError {
    PackageError::Broken { what: "JSON", why: format!("{:?}", error.classify()) }
}
