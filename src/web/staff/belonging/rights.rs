//! One right more: found in the first message, asked for later, or split off another.

use crate::domain::decide::{Command, decide};
use crate::domain::event::EventKind;
use crate::domain::right::Right;
use crate::services::Error;
use crate::services::belonging::rights;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::belonging::pieces;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::belonging::AddRight;
use crate::web::view::desk::rights::RightChoice;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/add-right`.
pub async fn add_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, None, StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/add-right`: `right`, `since`.
pub async fn add(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let done = seat
        .step(&id, &fields, move |step| {
            let right = right(&typed)?;
            let is_first = match typed.one("since") {
                "first" => true,
                "today" => false,
                _ => return Err(Error::field("since", "error-since-none")),
            };
            rights::add(step, right, is_first)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::AddRight)),
        Ended::Again(status, errors) => show(&seat, &id, None, status, &fields, errors).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, Wanted::of(EventKind::AddRight, "add-right", &fields, &[])).await
        }
    }
}

/// `GET …/split/{request}`.
pub async fn split_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, Some(request_id), StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/split/{request}`: `right`.
pub async fn split(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let done = seat.step(&id, &fields, move |step| rights::split(step, &wanted, right(&typed)?)).await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Split)),
        Ended::Again(status, errors) => show(&seat, &id, Some(request_id), status, &fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("split/{request_id}");
            conflict::page(&seat, &id, Wanted::of(EventKind::Split, tail, &fields, &[])).await
        }
    }
}

fn right(typed: &Fields) -> crate::services::Result<Right> {
    Right::from_code(typed.one("right")).ok_or(Error::field("right", "error-right-none"))
}

async fn show(
    seat: &Seat,
    id: &str,
    split: Option<String>,
    status: StatusCode,
    typed: &Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let (chosen, since) = (Right::from_code(typed.one("right")), typed.one("since").to_owned());
    let page = seat
        .run(move |web, actor| {
            let (sight, words) =
                look(web, actor, &case_id, "add_right", |_, key, sight| Ok(sight.stored.words(key)?))?;
            let offer = match &split {
                Some(request) => sight.offer(EventKind::Split, request),
                None => sight.offers_of(EventKind::AddRight).next(),
            };
            if offer.is_none() {
                return Ok(None);
            }
            let file = &sight.stored.file;
            let due_on = |right: Right| {
                if file.requests.iter().any(|r| r.state.is_open() && r.right == right) {
                    return None;
                }
                let (id, in_first_message) = ("new".to_owned(), since != "today");
                let command = match &split {
                    Some(request) => Command::Split { request: request.clone(), id, right },
                    None => Command::AddRight { id, right, in_first_message },
                };
                let decision = decide(&sight.controller.rules, file, actor, sight.now, &command).ok()?;
                decision.requests.last().map(|request| request.dates.act_by_on)
            };
            let choice = |right: &Right| RightChoice {
                right: *right,
                due_on: due_on(*right),
                chosen: chosen == Some(*right),
            };
            Ok(Some(AddRight {
                desk,
                choices: Right::ALL.iter().map(choice).collect(),
                split: match &split {
                    Some(request) => Some((request.clone(), sight.request(request)?.right)),
                    None => None,
                },
                since: since.clone(),
                words: pieces(words),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
