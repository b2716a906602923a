//! Meant for another organisation of this house: where it can go, and the dates there.

use crate::domain::decide::{Command, decide};
use crate::domain::event::EventKind;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::Error;
use crate::services::belonging::{elsewhere, rights};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::belonging::{MoveChoice, MoveTo};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/move`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, &Fields::default(), None).await
}

/// `POST …/move`: `to`.
pub async fn go(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let to = fields.one("to").to_owned();
    let done = seat
        .step(&id, &fields, move |step| {
            let to = step.app.controllers.by_slug(&to).map_err(|_| Error::field("to", "error-move-to"))?;
            elsewhere::move_to(step, to)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::MoveController)),
        Ended::Again(status, errors) => show(&seat, &id, status, &fields, Some(errors)).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, Wanted::of(EventKind::MoveController, "move", &fields, &[])).await
        }
    }
}

/// The dates of the open requests.
fn dates(requests: &[Request]) -> Vec<(Right, NaiveDate)> {
    rights::dates(requests).into_iter().map(|date| (date.right, date.due_on)).collect()
}

async fn show(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: &Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk, chosen) = (id.to_owned(), seat.desk().await?, typed.one("to").to_owned());
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "move", |_, _, _| Ok(()))?;
            if sight.offers_of(EventKind::MoveController).next().is_none() {
                return Ok(None);
            }
            let file = &sight.stored.file;
            let others = web.app.controllers.all().iter().filter(|c| c.id != sight.controller.id);
            let choices = others.map(|to| {
                let command = Command::MoveController { controller_id: to.id.clone() };
                let there = decide(&to.rules, file, actor, sight.now, &command);
                MoveChoice {
                    value: to.slug.clone(),
                    name: to.legal_name.clone(),
                    dates: there.map(|there| dates(&there.requests)).unwrap_or_default(),
                    chosen: chosen == to.slug,
                }
            });
            let blocked = || sight.blocked(EventKind::MoveController, &[]);
            Ok(Some(MoveTo {
                desk,
                now: sight.controller.legal_name.clone(),
                dates: dates(&file.requests),
                choices: choices.collect(),
                step: sight.step(errors.unwrap_or_else(blocked)),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
