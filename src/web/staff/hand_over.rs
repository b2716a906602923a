//! A released package in the hands of staff: to print, to post, to give over the counter.

use crate::domain::decide;
use crate::services::{Error, kept};
use crate::web::error::Failure;
use crate::web::staff::steps::{Seat, Sight, look, to_case};
use crate::web::staff::{covered, finding, preview, show};
use crate::web::state::State;
use crate::web::view::desk::send::HandOver;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// The paths of a released package, for whoever may fetch it now.
pub fn href(sight: &Sight, actor: &crate::domain::access::Actor, request_id: &str) -> Option<String> {
    let may = decide::hand_over(&sight.stored.file, actor, request_id).is_ok();
    may.then(|| sight.path(&format!("send/{request_id}")))
}

/// The page of a package that was released: where it can be fetched, and what it holds.
pub async fn page(seat: &Seat, case_id: &str, request_id: &str) -> Answer {
    let (id, request_id, lang) = (case_id.to_owned(), request_id.to_owned(), seat.lang);
    let desk = seat.desk().await?;
    let model = seat
        .run(move |web, actor| {
            let (sight, package) = look(web, actor, &id, "answer", |tx, key, sight| {
                preview::package(tx, key, sight, &request_id, lang)
            })?;
            let (Some(href), Some((package, file))) = (href(&sight, actor, &request_id), package) else {
                return Ok(None);
            };
            let request = sight.request(&request_id)?;
            Ok(Some(HandOver {
                desk,
                right: request.right,
                package_href: format!("{href}/package"),
                page_href: package.page_href.is_some().then(|| format!("{href}/page")),
                bytes: u64::try_from(file.bytes).unwrap_or_default(),
                sha256: package.sha256,
                closed_at: request.closed_at.map(|at| sight.moment(at)),
                step: sight.step(Vec::new()),
            }))
        })
        .await?;
    match model {
        Some(model) => seat.show(StatusCode::OK, &model),
        None => Ok(to_case(case_id)),
    }
}

/// `GET …/send/{request}/package`: the whole package.
pub async fn package(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    if let Some(asking) = covered::ask(&seat, &request, &id).await? {
        return Ok(asking);
    }
    let opened = seat.run(move |web, actor| released(kept::for_hand_over(&web.app, actor, &id, &request_id)));
    let opened = opened.await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}.zip\"", opened.reference)))
        .streaming(finding::stream(&seat.state, opened.key, opened.file)))
}

/// `GET …/send/{request}/page`: its readable page, to read and to print.
pub async fn readable(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    if let Some(asking) = covered::ask(&seat, &request, &id).await? {
        return Ok(asking);
    }
    let read = seat.run(move |web, actor| {
        let opened = released(kept::for_hand_over(&web.app, actor, &id, &request_id))?;
        kept::readable(&web.app, &opened.key, &opened.file, &opened.manifest)
    });
    Ok(show::readable_page(read.await?))
}

/// What may not be fetched is not there.
fn released<T>(opened: crate::services::Result<T>) -> crate::services::Result<T> {
    match opened {
        Err(Error::Refused(_)) => Err(Error::NotFound),
        other => other,
    }
}
