//! An officer decides on a stop from a known address: the case goes on, or is refused on its own page.

use crate::domain::event::EventKind;
use crate::domain::letter::Letter;
use crate::services::known;
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

/// `GET …/stop`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/stop`: `reason`.
pub async fn lift(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let reason = fields.one("reason").trim().to_owned();
    let lifted = seat.step(&id, &fields, move |step| known::lift(step, reason)).await;
    match ended(lifted, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::StopLifted)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::StopLifted, "stop", &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, letter) = look(web, actor, &case_id, "stop", |_, key, sight| {
                preview::letter(web, key, sight, &Letter::StopLifted, Vec::new())
            })?;
            if sight.offers_of(EventKind::StopLifted).next().is_none() {
                return Ok(None);
            }
            Ok(Some(WithLetter {
                desk,
                action: sight.path("stop"),
                event: EventKind::StopLifted,
                lead: Said::new("stop_lifted-lead"),
                right: None,
                requests: Vec::new(),
                dates: Vec::new(),
                reason: Some(typed.one("reason").to_owned()),
                complete: Vec::new(),
                letter: Some(letter),
                step: sight.step(errors.unwrap_or_else(|| sight.blocked(EventKind::StopLifted, &[]))),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
