//! Taking back what was done in error: an extension, a closing.

use crate::domain::decide::{Command, decide};
use crate::domain::event::EventKind;
use crate::services::{Error, amending};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::waiting::WithLetter;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/undo-extension/{request}`.
pub async fn undo_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, EventKind::UndoExtension, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/undo-extension/{request}`.
pub async fn undo(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let wanted = request_id.clone();
    let done = seat.step(&id, &fields, move |step| amending::undo_extension(step, &wanted)).await;
    settle(&seat, &id, &request_id, EventKind::UndoExtension, fields, done).await
}

/// `GET …/reopen/{request}`.
pub async fn reopen_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, EventKind::Reopen, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/reopen/{request}`: `reason`.
pub async fn reopen(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (wanted, reason) = (request_id.clone(), fields.one("reason").trim().to_owned());
    let done = seat.step(&id, &fields, move |step| amending::reopen(step, &wanted, reason)).await;
    settle(&seat, &id, &request_id, EventKind::Reopen, fields, done).await
}

/// The form of a step, below the case.
fn tail(event: EventKind, request_id: &str) -> String {
    let step = if event == EventKind::Reopen { "reopen" } else { "undo-extension" };
    format!("{step}/{request_id}")
}

async fn settle(
    seat: &Seat,
    id: &str,
    request_id: &str,
    event: EventKind,
    fields: Fields,
    done: crate::services::Result<()>,
) -> Answer {
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(id, event)),
        Ended::Again(status, errors) => show(seat, id, request_id, event, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(event, tail(event, request_id), &fields, &["reason"]);
            conflict::page(seat, id, wanted).await
        }
    }
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    event: EventKind,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let what = if event == EventKind::Reopen { "reopen" } else { "undo_extension" };
            let (sight, found) = look(web, actor, &case_id, what, |_, key, sight| {
                sight.request(&request_id)?;
                let rules = &sight.controller.rules;
                let tried = match event {
                    EventKind::Reopen => {
                        let reason = "-".to_owned();
                        Command::Reopen { request: request_id.clone(), reason }
                    }
                    _ => Command::UndoExtension { request: request_id.clone(), correction_sent: true },
                };
                let Ok(next) = decide(rules, &sight.stored.file, actor, sight.now, &tried) else {
                    return Ok(None);
                };
                let request = next.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
                let letter = match event {
                    EventKind::Reopen => amending::reopened_letter(request, sight.today),
                    _ => amending::undone_letter(request, sight.today),
                };
                let letter = preview::letter(web, key, sight, &letter, Vec::new())?;
                Ok(Some((letter, request.dates.shown_on)))
            })?;
            let request = sight.request(&request_id)?;
            let Some(offer) = sight.offer(event, &request_id) else { return Ok(None) };
            let is_told = event == EventKind::Reopen || request.extension.is_some_and(|e| e.delivered);
            let lead = match event {
                EventKind::Reopen => "reopen-lead",
                _ if is_told => "undo_extension-lead-told",
                _ => "undo_extension-lead",
            };
            let mut dates = Vec::new();
            dates.extend(found.as_ref().map(|(_, due_on)| (Said::new("amend-due"), *due_on)));
            dates.extend(offer.until_on.map(|on| (Said::new("amend-until"), on)));
            Ok(Some(WithLetter {
                desk,
                action: sight.path(&tail(event, &request_id)),
                event,
                lead: Said::new(lead),
                right: Some(request.right),
                requests: Vec::new(),
                dates,
                reason: (event == EventKind::Reopen).then(|| typed.one("reason").to_owned()),
                complete: Vec::new(),
                letter: found.map(|(letter, _)| letter).filter(|_| is_told),
                step: sight.step(errors.unwrap_or_else(|| sight.blocked(event, &[]))),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
