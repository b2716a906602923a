//! Building the package of an answer: findings from the sealed files, the art. 15(1) information
//! from the version of the register the answer was written from, streamed into a sealed file.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::finding::Finding;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::mail::authority::authority;
use crate::package::{
    Article15, Authority, Controller as Card, FindingInput, PackageKind, PackageOrder, write,
};
use crate::services::app::{App, Controller};
use crate::services::article15::Facts;
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::services::{letters, withholding};
use crate::store::cases::{self, AnswerWords, StoredCase};
use crate::store::tasks::{self, StoredFinding};
use crate::store::{Tx, files};
use std::io::{BufRead, BufReader, Read};

/// A package on its way: the answer it is built for, as it stood when building began.
pub struct Building {
    case_id: String,
    request: Request,
    words: AnswerWords,
    stored: StoredCase,
    findings: Vec<StoredFinding>,
    key: CaseKey,
}

/// Builds the package of a request whose answer is with a reviewer. Called by the worker.
///
/// # Errors
/// [`Error::Unavailable`] when the answer changed meanwhile: the job tries again. A request that has
/// moved on (sent back, withdrawn) needs none.
pub fn build(app: &App, request_id: &str) -> Result<()> {
    match begin(app, request_id)? {
        Some(building) => building.finish(app),
        None => Ok(()),
    }
}

/// Whether the package of this request is still to be built: its answer is written and not sent. A
/// question to the person changes nothing of that, so the state itself is not asked.
fn wants_package(request: &Request) -> bool {
    request.state.is_open()
        && request.reviewed_from.is_some()
        && request.needs_package()
        && request.package.is_none()
}

/// Reads what the package is built from; `None` when there is nothing to build.
pub fn begin(app: &App, request_id: &str) -> Result<Option<Building>> {
    let case_id = app.store.look(|db| Ok::<_, Error>(cases::of_request(db, request_id)?))?;
    app.store.read_case(&Actor::System, &case_id, "package", |tx, key| {
        let stored = cases::load(tx.db, &case_id)?;
        let request = stored.file.request(request_id).cloned().ok_or(Error::NotFound)?;
        if !wants_package(&request) {
            return Ok(None);
        }
        let words = cases::answer(tx.db, key, request_id)?.unwrap_or_default();
        let findings = findings(tx, &case_id, request_id)?;
        Ok(Some(Building { case_id: case_id.clone(), request, words, stored, findings, key: key.clone() }))
    })
}

fn findings(tx: &mut Tx<'_>, case_id: &str, request_id: &str) -> Result<Vec<StoredFinding>> {
    let mine = tasks::of_request(tx.db, request_id)?;
    Ok(tasks::findings(tx.db, case_id)?.into_iter().filter(|f| mine.contains(&f.task_id)).collect())
}

impl Building {
    /// Writes the package and keeps it, if it still is the package of the written answer.
    pub fn finish(self, app: &App) -> Result<()> {
        let Building { case_id, request, words, stored, findings: found, key } = self;
        let described: Vec<Finding> =
            found.iter().map(|one| Ok::<_, Error>(one.finding(&key)?)).collect::<Result<_>>()?;
        let order = order(app, &stored, request.right, &words, &described)?;
        let mut inputs = Vec::new();
        for stored_finding in &found {
            inputs.push(input(app, &key, stored_finding)?);
        }
        let mut writing = app.store.files.create(&key)?;
        let summary = write(&order, inputs.into_iter(), &mut writing)
            .map_err(|e| Error::Broken(format!("package: {e}")))?;
        let written = writing.finish()?;
        let is_kept = app.store.write_case(&Actor::System, &case_id, |tx, key| {
            cases::hold(tx, &case_id)?;
            let now = cases::load(tx.db, &case_id)?;
            let now = now.file.request(&request.id).ok_or(Error::NotFound)?;
            if !wants_package(now) {
                return Ok(false);
            }
            let answer = cases::answer(tx.db, key, &request.id)?.unwrap_or_default();
            let is_same_answer =
                (&now.answer, &now.author, &answer) == (&request.answer, &request.author, &words);
            let ids = |all: &[StoredFinding]| all.iter().map(|f| f.id.clone()).collect::<Vec<_>>();
            if !is_same_answer || ids(&findings(tx, &case_id, &request.id)?) != ids(&found) {
                // written anew while we built: this package would say what nobody says any more
                return Err(Error::Unavailable);
            }
            let (kind, name, media_type) = (files::Kind::Package, "package.zip", "application/zip");
            files::insert(tx, key, &case_id, &written, kind, None, name, media_type)?;
            tasks::keep_package(
                tx,
                key,
                &case_id,
                &request.id,
                &written.id,
                &written.sha256,
                &summary.manifest,
            )?;
            let facts = serde_json::json!({
                "sha256": written.sha256, "bytes": written.bytes, "request": request.id
            });
            mark(tx, key, &case_id, EventKind::PackageBuilt, facts)?;
            Ok(true)
        });
        if !matches!(is_kept, Ok(true)) {
            // no row names these bytes
            app.store.files.remove(&written.id)?;
        }
        is_kept.map(|_| ())
    }
}

fn input<'a>(app: &'a App, key: &CaseKey, stored: &StoredFinding) -> Result<FindingInput<'a>> {
    let finding: Finding = stored.finding(key)?;
    let records: Box<dyn BufRead> = match &stored.records_file {
        Some(id) => Box::new(BufReader::new(app.store.files.read(key, id)?)),
        None => Box::new(std::io::empty()),
    };
    let mut documents = Vec::new();
    for document in &finding.documents {
        let bytes: Box<dyn Read> = Box::new(app.store.files.read(key, &document.file_id)?);
        documents.push((document.clone(), bytes));
    }
    Ok(FindingInput {
        finding,
        searched_at: Some(stored.made_at),
        query_id: Some(stored.task_id.clone()),
        records,
        documents,
    })
}

fn order(
    app: &App,
    stored: &StoredCase,
    right: Right,
    words: &AnswerWords,
    findings: &[Finding],
) -> Result<PackageOrder> {
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let kind = if right == Right::Portability { PackageKind::Portability } else { PackageKind::Access };
    Ok(PackageOrder {
        kind,
        case_reference: stored.reference.clone(),
        controller: card(controller),
        created_at: app.store.clock.now(),
        zone: controller.rules.zone,
        language: stored.lang,
        rights: vec![right],
        article_15: (kind == PackageKind::Access)
            .then(|| article_15(app, controller, stored, words, findings))
            .transpose()?,
        authority: authority(controller.authority, stored.lang).map(|a| Authority {
            name: a.name,
            address: a.address,
            web: a.web,
        }),
        withheld: withholding::order(words, findings, stored.lang)?,
        portable_documents: words.selection.provided.clone(),
    })
}

fn card(controller: &Controller) -> Card {
    Card {
        name: controller.legal_name.clone(),
        number: controller.number.clone(),
        country: Some(controller.rules.country.code().to_owned()),
        contact: controller.contact_person.clone(),
        email: controller.email.clone(),
        phone: controller.phone.clone(),
        address: controller.address.clone(),
        privacy_notice: controller.privacy_notice.clone(),
    }
}

/// The information of art. 15(1) as the register said it when the answer was written.
fn article_15(
    app: &App,
    controller: &Controller,
    stored: &StoredCase,
    words: &AnswerWords,
    findings: &[Finding],
) -> Result<Article15> {
    let facts = Facts::of(app, controller, stored.lang, words, findings, words.register.as_ref())?;
    let today = letters::today(controller, app.store.clock.now());
    Ok(facts.written(stored.file.case.received_on, today))
}
