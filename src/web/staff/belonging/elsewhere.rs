//! It is no data-protection request: what it is, where it goes, and the letter that says so.

use crate::domain::event::EventKind;
use crate::domain::read_as::ReadAs;
use crate::services::Error;
use crate::services::belonging::elsewhere::{self, Elsewhere};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::belonging::pieces;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::belonging::NotARequest;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/not-a-request/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/not-a-request/{request}`: looks at the letter again, or closes.
pub async fn close(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let written = written(&typed).ok_or(Error::field("read_as", "error-read-as"))?;
            elsewhere::not_a_request(step, &wanted, &written)
        })
        .await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => {
            show(&seat, &id, &request_id, StatusCode::OK, fields, Vec::new()).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::NotARequest)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("not-a-request/{request_id}");
            let wanted = Wanted::of(EventKind::NotARequest, tail, &fields, &["what", "passed_to"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

fn written(typed: &Fields) -> Option<Elsewhere> {
    Some(Elsewhere {
        read_as: ReadAs::from_code(typed.one("read_as"))?,
        what: typed.one("what").to_owned(),
        passed_to: typed.one("passed_to").to_owned(),
    })
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (words, letter)) = look(web, actor, &case_id, "not_a_request", |_, key, sight| {
                let received_on = sight.request(&request_id)?.received_on;
                let so_far = written(&typed).unwrap_or(Elsewhere {
                    read_as: ReadAs::Other,
                    what: String::new(),
                    passed_to: String::new(),
                });
                let mut missing = Vec::new();
                for (field, need) in [("what", "need-words-what"), ("passed_to", "need-words-passed_to")] {
                    if typed.filled(field).is_none() {
                        missing.push(Said::new(need));
                    }
                }
                let letter = preview::letter(web, key, sight, &so_far.letter(received_on), missing)?;
                Ok((sight.stored.words(key)?, letter))
            })?;
            if sight.offer(EventKind::NotARequest, &request_id).is_none() {
                return Ok(None);
            }
            Ok(Some(NotARequest {
                desk,
                right: sight.request(&request_id)?.right,
                words: pieces(words),
                kinds: ReadAs::ALL.to_vec(),
                read_as: typed.one("read_as").to_owned(),
                what: typed.one("what").to_owned(),
                passed_to: typed.one("passed_to").to_owned(),
                language: sight.stored.lang,
                letter,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
