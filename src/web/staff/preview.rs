//! Letters and packages as they stand before they are sent.

use crate::crypto::keys::CaseKey;
use crate::domain::finding::Finding;
use crate::domain::language::Lang;
use crate::domain::letter::Letter;
use crate::domain::request::Request;
use crate::package::Manifest;
use crate::services::{Result, answer, kept, letters};
use crate::store::files::{self, FileRow};
use crate::store::{Tx, cases, tasks};
use crate::web::form::Fields;
use crate::web::staff::answer_form;
use crate::web::staff::steps::{Sight, staff_name};
use crate::web::state::Web;
use crate::web::view::Said;
use crate::web::view::desk::answer::{PackageFile, PackageLine, PackagePreview};
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::parts::{Tick, Tone};

/// A letter as it would go out, and what it still lacks. While the law wants more in it, there is
/// no text: half a letter would read as a whole one.
pub fn letter(
    web: &Web,
    key: &CaseKey,
    sight: &Sight,
    letter: &Letter,
    missing: Vec<Said>,
) -> Result<LetterPreview> {
    let draft = letters::draft(&web.app, key, &sight.stored, letter, sight.now)?;
    let (subject, text) = draft.map(|d| (d.subject, d.text)).unwrap_or_default();
    Ok(LetterPreview { language: sight.stored.lang, subject, text, missing })
}

/// An answer that is written, as whoever approves or sends it reads it.
pub struct Written {
    /// Its letter.
    pub letter: LetterPreview,
    /// Who wrote it; empty when nobody is known.
    pub author: String,
    /// Its record as it was typed.
    pub typed: Fields,
    package: Option<(PackagePreview, FileRow)>,
    key: CaseKey,
}

impl Written {
    /// What its package holds, read again. Asked outside the transaction.
    pub fn package(&mut self, web: &Web) -> Result<Option<PackagePreview>> {
        inspected(web, &self.key, self.package.take())
    }
}

/// The written answer of a request; `None` while there is none.
pub fn answer(
    web: &Web,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    sight: &Sight,
    request: &Request,
    lang: Lang,
) -> Result<Option<Written>> {
    let Some(given) = &request.answer else { return Ok(None) };
    let words = cases::answer(tx.db, key, &request.id)?.unwrap_or_default();
    let typed = Fields::new(words.typed.clone());
    let late = sight.today > request.dates.statutory_on;
    let letter = answer::letter(request.right, given.outcome, words, late);
    Ok(Some(Written {
        letter: self::letter(web, key, sight, &letter, Vec::new())?,
        author: staff_name(tx, request.author.as_deref()),
        typed,
        package: package(tx, key, sight, &request.id, lang)?,
        key: key.clone(),
    }))
}

/// What the package of a request holds; `None` while there is none.
pub fn package(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    sight: &Sight,
    request_id: &str,
    lang: Lang,
) -> Result<Option<(PackagePreview, FileRow)>> {
    let Some(package) = tasks::package(tx.db, request_id)? else { return Ok(None) };
    let manifest: Manifest = package.summary(key)?;
    let file = files::in_case(tx.db, &package.case_id, &package.file_id)?;
    let mut found = Vec::new();
    for stored in tasks::findings(tx.db, &package.case_id)? {
        found.push(stored.finding(key)?);
    }
    let contents = contents(&manifest, &found, lang);
    let page = crate::package::page_of(&manifest);
    let page_href = page.map(|_| sight.path(&format!("review/{request_id}/page")));
    let preview = PackagePreview {
        made_at: sight.moment(file.made_at()),
        records: contents.iter().map(|line| line.records).sum(),
        contents,
        withheld: manifest
            .withheld
            .iter()
            .map(|w| (w.what.clone(), ground(&w.ground_code, &w.why), reason(&w.ground_code, &w.why)))
            .collect(),
        files: manifest
            .files
            .iter()
            .map(|f| PackageFile { name: f.path.clone(), bytes: f.bytes, sha256: f.sha256.clone() })
            .collect(),
        bytes: u64::try_from(file.bytes).unwrap_or_default(),
        sha256: package.sha256,
        page_href,
        checks: Vec::new(),
    };
    Ok(Some((preview, file)))
}

/// The same, with what reading the kept package again has shown.
fn inspected(
    web: &Web,
    key: &CaseKey,
    package: Option<(PackagePreview, FileRow)>,
) -> Result<Option<PackagePreview>> {
    let Some((mut preview, file)) = package else { return Ok(None) };
    if let Some(found) = kept::inspect(&web.app, key, &file, &preview.sha256)? {
        let tick = |id: &str, holds| Tick {
            tone: Some(if holds { Tone::Done } else { Tone::Stop }),
            said: Said::new(id),
            field: None,
        };
        preview.checks =
            vec![tick("ui-tick-schema", found.fits_schema), tick("ui-tick-hashes", found.hashes_match)];
    }
    Ok(Some(preview))
}

/// One line a table, and one for every place where nothing is held. The package names categories by
/// their codes; what they are called stands in the findings it was made from.
fn contents(manifest: &Manifest, found: &[Finding], lang: Lang) -> Vec<PackageLine> {
    let mut lines = Vec::new();
    for searched in &manifest.searched {
        let source = searched.labels.get(&lang).cloned().unwrap_or_else(|| searched.source.clone());
        let by: Vec<&str> = searched.identifiers.iter().map(|i| i.masked.as_str()).collect();
        let how = by.join(", ");
        if !searched.held {
            lines.push(PackageLine { source: source.clone(), category: None, how: how.clone(), records: 0 });
        }
        for table in &searched.tables {
            lines.push(PackageLine {
                source: source.clone(),
                category: Some(category(found, &searched.source, &table.table, &table.category, lang)),
                how: how.clone(),
                records: i64::try_from(table.records).unwrap_or(i64::MAX),
            });
        }
    }
    lines
}

fn category(found: &[Finding], source: &str, table: &str, code: &str, lang: Lang) -> String {
    let parts = found.iter().filter(|finding| finding.source == source).flat_map(|finding| &finding.parts);
    let mut same = parts.filter(|part| part.table == table && part.category == code);
    same.find_map(|part| part.labels.get(&lang)).map_or(code, String::as_str).to_owned()
}

/// The reason beside the ground, where the ground is not already told by it.
fn reason(code: &str, why: &str) -> String {
    if crate::words::exists(&format!("ground-{code}-label")) { why.to_owned() } else { String::new() }
}

/// Whether the letter as it stands names the authority and the court (art. 12(4)).
pub fn remedies(sight: &Sight, letter: &LetterPreview) -> Vec<Tick> {
    let (complaint, court) = answer_form::remedy_sentences(sight);
    vec![
        stands("ui-tick-complaint", letter, complaint.as_deref()),
        stands("ui-tick-court", letter, Some(&court)),
    ]
}

/// Whether these words stand in the letter, however its lines are broken. While the letter cannot
/// be written, nothing stands in it yet.
pub fn stands(id: &str, letter: &LetterPreview, wanted: Option<&str>) -> Tick {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let holds = wanted.is_some_and(|wanted| one_line(&letter.text).contains(&one_line(wanted)));
    let tone = if holds { Tone::Done } else { Tone::Stop };
    Tick { tone: Some(tone).filter(|_| !letter.text.is_empty()), said: Said::new(id), field: None }
}

/// Why something is withheld: the ground's label, or the words the data map has for it.
fn ground(code: &str, why: &str) -> Said {
    let id = format!("ground-{code}-label");
    if crate::words::exists(&id) { Said::new(id) } else { Said::new("withheld-why").with("why", why) }
}
