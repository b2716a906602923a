//! The same asked twice: the cases that may be the same person's, and which date is kept.

use crate::domain::case::Flag;
use crate::domain::event::EventKind;
use crate::domain::request::Request;
use crate::services::belonging::{rights, same};
use crate::services::{Error, Result};
use crate::store::cases::StoredCase;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::belonging::{Duplicate, SameCase};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/duplicate/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/duplicate/{request}`: `of_case`, `sure`.
pub async fn close(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let done = seat
        .step(&id, &fields, move |step| {
            if typed.one("of_case").is_empty() {
                return Err(Error::field("of_case", "error-duplicate-of"));
            }
            if !typed.has("sure") {
                return Err(Error::field("sure", "error-duplicate-sure"));
            }
            same::duplicate(step, &wanted, typed.one("of_case"), true)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Duplicate)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, &fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("duplicate/{request_id}");
            conflict::page(&seat, &id, Wanted::of(EventKind::Duplicate, tail, &fields, &[])).await
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
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let (chosen, sure) = (typed.one("of_case").to_owned(), typed.has("sure"));
    let page = seat
        .run(move |web, actor| {
            let (sight, found) =
                look(web, actor, &case_id, "duplicate", |tx, _, _| same::alike(tx, actor, &case_id))?;
            if sight.offer(EventKind::Duplicate, &request_id).is_none() {
                return Ok(None);
            }
            let request = sight.request(&request_id)?;
            let cases = found.iter().map(|other| same_case(web, request, other, &chosen));
            let is_protected = sight.stored.file.case.is(Flag::ProtectedIdentity);
            Ok(Some(Duplicate {
                desk,
                right: request.right,
                received_on: request.received_on,
                name: Some(sight.person.name.clone()).filter(|name| !name.is_empty() && !is_protected),
                cases: cases.collect::<Result<_>>()?,
                sure,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// A candidate as it is shown. Its name is opened so that staff can compare; of a protected identity
/// it is not.
fn same_case(web: &Web, request: &Request, other: &StoredCase, chosen: &str) -> Result<SameCase> {
    let case = &other.file.case;
    let there = same::answers(other, request.right);
    let why_not = match there {
        None => Some("belonging-same-not-open"),
        Some(there) if there.received_on > request.received_on => Some("belonging-same-later"),
        Some(_) => None,
    };
    let key = web.app.store.case_key(&case.id)?;
    let name = other.person(&key)?.name;
    Ok(SameCase {
        case_id: case.id.clone(),
        reference: other.reference.clone(),
        name: Some(name).filter(|name| !name.is_empty() && !case.is(Flag::ProtectedIdentity)),
        kept: there.map(|there| (there.received_on, rights::date(there).due_on)),
        why_not: why_not.map(Said::new),
        chosen: case.id == chosen,
    })
}
