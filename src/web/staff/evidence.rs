//! The evidence of a case as one ZIP, for whoever answers the authority.

use crate::domain::language::Lang;
use crate::package::bundle;
use crate::services::evidence::{self, Decided, Evidence};
use crate::services::{Error, Result};
use crate::web::staff::history::Reader;
use crate::web::staff::show::Answer;
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web};
use crate::web::steps;
use crate::web::view::Said;
use crate::web::view::desk::evidence::{EvidencePage, EvidenceRequest};
use crate::words;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /desk/cases/{id}/evidence`: the archive itself.
pub async fn archive(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (case_id, lang) = (id.into_inner(), seat.lang);
    let (name, bytes) = seat
        .run(move |web, actor| {
            let evidence = evidence::collect(&web.app, actor, &case_id)?;
            Ok((evidence.stored.reference.clone(), packed(web, lang, evidence)?))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"evidence-{name}.zip\"")))
        .body(bytes))
}

/// How it can be checked, in the order it is told.
fn checks() -> Vec<Said> {
    ["hashes", "signature", "chain", "words", "letters"]
        .iter()
        .map(|part| Said::new(format!("evidence-check-{part}")))
        .collect()
}

fn packed(web: &Web, lang: Lang, evidence: Evidence) -> Result<Vec<u8>> {
    let html = web.pages.show(lang, &page(web, lang, &evidence)).map_err(|e| Error::Broken(e.to_string()))?;
    let mut files: Vec<(String, Vec<u8>)> = Lang::ALL.iter().map(|lang| read_me(*lang, &evidence)).collect();
    files.push(("evidence.html".into(), html.into_bytes()));
    let at = evidence.at;
    files.extend(evidence.files);
    let mut out = Vec::new();
    bundle(&mut out, at, &files).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(out)
}

/// `README-da.txt` and its sisters: what it is and how to check it.
fn read_me(lang: Lang, evidence: &Evidence) -> (String, Vec<u8>) {
    let title = Said::new("evidence-title").with("reference", evidence.stored.reference.clone()).text(lang);
    let parts: Vec<String> = [title, evidence.controller.legal_name.clone()]
        .into_iter()
        .chain([words::text(lang, "evidence-about", &[]), words::text(lang, "evidence-check", &[])])
        .chain(checks().iter().map(|said| said.text(lang)))
        .collect();
    (format!("README-{lang}.txt"), format!("{}\n", parts.join("\n\n")).into_bytes())
}

fn page(web: &Web, lang: Lang, evidence: &Evidence) -> EvidencePage {
    let zone = evidence.controller.rules.zone;
    let requests = &evidence.stored.file.requests;
    let reader = Reader {
        app: &web.app,
        lang,
        staff: &evidence.staff,
        requests,
        tasks: &evidence.tasks,
        references: &std::collections::BTreeMap::new(),
        zone,
        shows_numbers: true,
    };
    EvidencePage {
        controller: evidence.controller.legal_name.clone(),
        reference: evidence.stored.reference.clone(),
        made_at: evidence.at.with_timezone(&zone).fixed_offset(),
        is_chain_whole: evidence.is_chain_whole,
        entries: i64::try_from(evidence.entries.len()).unwrap_or(i64::MAX),
        requests: evidence.decided.iter().map(|decided| of_request(lang, zone, decided)).collect(),
        history: reader.lines(evidence.entries.iter().map(|(row, words)| (row, words.as_deref()))),
        letters: evidence
            .files
            .iter()
            .map(|(path, _)| path.clone())
            .filter(|path| path.starts_with("letters/"))
            .collect(),
        checks: checks(),
    }
}

fn of_request(lang: Lang, zone: chrono_tz::Tz, decided: &Decided) -> EvidenceRequest {
    let (request, answer) = (&decided.request, decided.answer.clone().unwrap_or_default());
    EvidenceRequest {
        right: request.right,
        outcome: request.outcome,
        received_on: request.received_on,
        statutory_on: request.dates.statutory_on,
        closed_on: request.closed_at.map(|at| at.with_timezone(&zone).date_naive()),
        sums: steps::sums(&decided.steps, lang),
        grounds: answer
            .grounds
            .iter()
            .map(|ground| (words::article(lang, &ground.article), ground.why.clone()))
            .collect(),
        words: answer.words,
    }
}
