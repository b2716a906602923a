//! Building the package of an answer: findings from the sealed files, the art. 15(1) information
//! as far as the data maps and the configuration know it, streamed into a sealed file.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::event::EventKind;
use crate::domain::finding::{Finding, Texts};
use crate::domain::right::Right;
use crate::mail::authority::authority;
use crate::package::{
    Article15, Authority, Controller as Card, FindingInput, PackageKind, PackageOrder, Recipient, Statement,
    write,
};
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::handling::mark;
use crate::sources::map::DataMap;
use crate::store::cases::{self, StoredCase};
use crate::store::files;
use crate::store::tasks::{self, StoredFinding};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

/// Builds the package of a request that is in review or ready. Called by the worker. A request that
/// has moved on (sent back, withdrawn) needs none: nothing is kept.
pub fn build(app: &App, request_id: &str) -> Result<()> {
    let case_id = app.store.look(|db| Ok::<_, Error>(cases::of_request(db, request_id)?))?;
    let (stored, findings, key) = app.store.read_case(&Actor::System, &case_id, "package", |tx, _| {
        let stored = cases::load(tx.db, &case_id)?;
        let mine = tasks::of_request(tx.db, request_id)?;
        let findings: Vec<StoredFinding> =
            tasks::findings(tx.db, &case_id)?.into_iter().filter(|f| mine.contains(&f.task_id)).collect();
        Ok::<_, Error>((stored, findings, app.store.case_key(&case_id)?))
    })?;
    let Some(request) = stored.file.request(request_id) else { return Err(Error::NotFound) };
    let wants_package = matches!(
        request.state,
        crate::domain::request::State::InReview | crate::domain::request::State::Ready
    ) && request.answer.as_ref().is_some_and(|a| a.outcome.releases());
    if !wants_package {
        return Ok(());
    }
    let order = order(app, &stored, request.right)?;
    let mut inputs = Vec::new();
    for stored_finding in &findings {
        inputs.push(input(app, &key, stored_finding)?);
    }
    let mut writing = app.store.files.create(&key)?;
    let summary = write(&order, inputs.into_iter(), &mut writing)
        .map_err(|e| Error::Broken(format!("package: {e}")))?;
    let written = writing.finish()?;
    app.store.write(&Actor::System, |tx| {
        let now = cases::load(tx.db, &case_id)?;
        // sent back while we built: the next answer gets its own package
        let same_answer = now
            .file
            .request(request_id)
            .is_some_and(|r| r.answer == request.answer && r.state == request.state);
        if !same_answer {
            return Ok(());
        }
        files::insert(
            tx,
            &key,
            &case_id,
            &written,
            files::Kind::Package,
            None,
            "package.zip",
            "application/zip",
        )?;
        tasks::keep_package(tx, &key, &case_id, request_id, &written.id, &written.sha256, &summary.manifest)?;
        let facts =
            serde_json::json!({ "sha256": written.sha256, "bytes": written.bytes, "request": request_id });
        mark(tx, &key, &case_id, EventKind::PackageBuilt, facts)
    })
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

fn order(app: &App, stored: &StoredCase, right: Right) -> Result<PackageOrder> {
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
        article_15: (kind == PackageKind::Access).then(|| article_15(app)),
        authority: authority(controller.authority, stored.lang).map(|a| Authority {
            name: a.name,
            address: a.address,
            web: a.web,
        }),
        withheld: Vec::new(),
        portable_documents: Vec::new(),
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

/// The information of art. 15(1), from the activities the data maps describe.
fn article_15(app: &App) -> Article15 {
    let maps: BTreeMap<&str, &DataMap> =
        app.sources.names().filter_map(|n| app.sources.get(n)).map(|s| (s.name(), s.map())).collect();
    let mut all = Article15::default();
    for activity in maps.values().flat_map(|map| map.activity.iter()) {
        let code = Some(activity.code.get_ref().clone());
        let statement = |text: &Texts| {
            (!text.is_empty()).then(|| Statement { activity: code.clone(), text: text.clone() })
        };
        all.purposes.extend(statement(&activity.purposes));
        all.retention.extend(statement(&activity.retention));
        all.source.extend(statement(&activity.origin));
        all.automated_decisions.extend(statement(&activity.automated_decisions));
        all.safeguards.extend(statement(&activity.transfers));
        if !activity.recipients.is_empty() {
            let name = activity.recipients.values().next().cloned().unwrap_or_default();
            all.recipients.push(Recipient { name, category: activity.recipients.clone(), country: None });
        }
    }
    all
}
