//! Reading an answer before it leaves: approve, send back, take an approval back.

use crate::crypto::keys::CaseKey;
use crate::domain::decide::{Need, Refusal};
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::request::{Request, State as Stand};
use crate::services::{Error, Result, collection, handling, kept};
use crate::store::{Tx, proofs};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::staff::{covered, look_up, preview, record, refusals, show};
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::answer::{PackagePreview, Review};
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::parts::{FieldError, Tick, Tone};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/review/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/review/{request}/approve`. Alone at the desk, the author proves the second factor first.
pub async fn approve(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (wanted, is_fresh) = (request_id.clone(), seat.is_fresh());
    let done = seat.step(&id, &fields, move |step| handling::approve(step, vec![wanted], is_fresh)).await;
    if let Err(Error::Refused(Refusal::Needs { needs, .. })) = &done
        && needs.as_slice() == [Need::FreshFactor]
    {
        let here = format!("/desk/cases/{id}/review/{request_id}");
        let back = form_urlencoded::byte_serialize(here.as_bytes()).collect::<String>();
        return Ok(HttpResponse::SeeOther()
            .insert_header((LOCATION, format!("/desk/step-up?next={back}")))
            .finish());
    }
    finish(&seat, &id, &request_id, "approve", EventKind::Approve, fields, done).await
}

/// `POST …/review/{request}/changes`.
pub async fn changes(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (wanted, comment) = (request_id.clone(), fields.one("comment").trim().to_owned());
    let done = seat.step(&id, &fields, move |s| handling::request_changes(s, vec![wanted], comment)).await;
    finish(&seat, &id, &request_id, "changes", EventKind::RequestChanges, fields, done).await
}

/// `POST …/review/{request}/recall`.
pub async fn recall(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (wanted, comment) = (request_id.clone(), fields.one("comment").trim().to_owned());
    let done = seat.step(&id, &fields, move |s| handling::recall_approval(s, vec![wanted], comment)).await;
    finish(&seat, &id, &request_id, "recall", EventKind::RecallApproval, fields, done).await
}

/// `GET …/review/{request}/page`: the readable page of the package as the person will see it.
pub async fn readable(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    if let Some(asking) = covered::ask(&seat, &request, &id).await? {
        return Ok(asking);
    }
    let read = seat.run(move |web, actor| {
        let opened = kept::for_review(&web.app, actor, &id, &request_id)?;
        kept::readable(&web.app, &opened.key, &opened.file, &opened.manifest)
    });
    Ok(show::readable_page(read.await?))
}

async fn finish(
    seat: &Seat,
    id: &str,
    request_id: &str,
    tail: &str,
    event: EventKind,
    fields: Fields,
    done: Result<()>,
) -> Answer {
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(id, event)),
        Ended::Again(status, errors) => show(seat, id, request_id, status, &fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("review/{request_id}/{tail}");
            conflict::page(seat, id, Wanted::of(event, tail, &fields, &["comment"])).await
        }
    }
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: &Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, lang) = (id.to_owned(), request_id.to_owned(), seat.lang);
    let (comment, desk) = (typed.one("comment").to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (written, remarks)) = look(web, actor, &case_id, "answer", |tx, key, sight| {
                let request = sight.request(&request_id)?;
                let written = preview::answer(web, tx, key, sight, request, lang)?;
                Ok((written, remarks(web, tx, key, sight, request, lang)?))
            })?;
            let request = sight.request(&request_id)?;
            let (Some(given), Some(mut written)) = (&request.answer, written) else { return Ok(None) };
            if !matches!(request.state, Stand::InReview | Stand::Ready) {
                return Ok(None);
            }
            let package = written.package(web)?;
            let right_desk = record::Desk::of(&web.app, &case_id, request.right)?;
            // only what somebody wrote: an empty proof says nothing
            let shown = record::groups(&right_desk, &written.typed)
                .into_iter()
                .filter(|group| group.inputs.iter().any(record::says))
                .collect();
            let preview::Written { letter, author, .. } = written;
            let offer = |event| sight.offer(event, &request_id);
            let may = |event| offer(event).is_some_and(|offer| offer.blocked.is_none());
            let is_author = request.author.as_deref() == actor.staff_id();
            Ok(Some(Review {
                desk,
                right: request.right,
                state: request.state,
                outcome: given.outcome,
                author,
                due_on: request.dates.act_by_on,
                days: sight.days_to(request.dates.act_by_on),
                can_approve: may(EventKind::Approve),
                single_handed: is_author && !sight.controller.rules.four_eyes && may(EventKind::Approve),
                blocked: offer(EventKind::Approve)
                    .and_then(|offer| offer.blocked.as_ref())
                    .map(refusals::said_refusal),
                can_change: may(EventKind::RequestChanges),
                can_recall: may(EventKind::RecallApproval),
                comment,
                checks: checks(&sight, request, &letter, package.as_ref())
                    .into_iter()
                    .chain(remarks)
                    .collect(),
                record: shown,
                language: sight.stored.lang,
                letter,
                package,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// What rests on the word of a colleague alone: whoever approves weighs it.
fn remarks(
    web: &Web,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    sight: &Sight,
    request: &Request,
    lang: Lang,
) -> Result<Vec<Tick>> {
    let case_id = &sight.stored.file.case.id;
    let reasons = collection::reasons(tx, key, case_id, &request.id)?.into_iter().map(|(source, reason)| {
        let holder = look_up::source_name(&web.app, &source, lang);
        Said::new("check-record_reason").with("holder", holder.as_str()).with("reason", reason.as_str())
    });
    let proofs = proofs::of_case(tx.db, key, case_id)?.into_iter().filter(|(_, details)| details.only_given);
    let addresses =
        proofs.map(|(_, details)| Said::new("check-only_given").with("place", details.on_record.as_str()));
    let said = reasons.chain(addresses);
    Ok(said.map(|said| Tick { tone: Some(Tone::Soon), said, field: None }).collect())
}

/// What stands behind the answer, as far as the case, the letter and the package itself show it.
pub fn checks(
    sight: &Sight,
    request: &Request,
    letter: &LetterPreview,
    package: Option<&PackagePreview>,
) -> Vec<Tick> {
    let tick = |holds: bool, said: Said| Tick {
        tone: Some(if holds { Tone::Done } else { Tone::Stop }),
        said,
        field: None,
    };
    let case = &sight.stored.file.case;
    let releases = request.answer.as_ref().is_some_and(|a| a.outcome.releases());
    let mut checks = Vec::new();
    if releases {
        let level = Said::new("ui-tick-level").with("n", i64::from(case.level.number()));
        checks.push(tick(case.level >= request.right.level_needed(), level));
        checks.push(tick(case.delivery_proof().is_some(), Said::new("ui-tick-channel")));
    }
    match package {
        Some(package) => checks.extend(package.checks.iter().cloned()),
        None if request.needs_package() => {
            checks.push(Tick { tone: Some(Tone::Wait), said: Said::new("need-package"), field: None });
        }
        None => {}
    }
    if request.answer.as_ref().is_some_and(|a| a.outcome.needs_grounds() || !a.outcome.releases()) {
        checks.extend(preview::remedies(sight, letter));
    }
    checks
}
