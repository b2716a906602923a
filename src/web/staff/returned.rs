//! An answer that came back: why, and how it is sent again.

use crate::domain::decide::print_again;
use crate::domain::event::EventKind;
use crate::services::{letters, returned};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::staff::{refusals, rows};
use crate::web::state::State;
use crate::web::view::desk::waiting::Returned;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/undelivered/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/undelivered/{request}`: `reason`, `print`.
pub async fn note(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let wanted = request_id.clone();
    let (reason, print) = (fields.one("reason").trim().to_owned(), fields.has("print"));
    let noted =
        seat.step(&id, &fields, move |step| returned::undeliverable(step, &wanted, reason, print)).await;
    match ended(noted, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Undeliverable)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let tail = format!("undelivered/{request_id}");
            let wanted = Wanted::of(EventKind::Undeliverable, tail, &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "undelivered", |_, _, _| Ok(()))?;
            let request = sight.request(&request_id)?;
            let (Some(offer), Some(outcome), Some(closed_at)) =
                (sight.offer(EventKind::Undeliverable, &request_id), request.outcome, request.closed_at)
            else {
                return Ok(None);
            };
            let blocked = offer.blocked.as_ref().map(|why| refusals::errors(why, &[])).unwrap_or_default();
            let rules = &sight.controller.rules;
            let printing = print_again(rules, &sight.stored.file, actor, sight.now, &request_id);
            let renewing = sight.offer(EventKind::RenewDelivery, &request_id);
            Ok(Some(Returned {
                desk,
                right: request.right,
                outcome: rows::outcome(outcome),
                sent_on: letters::today(&sight.controller, closed_at),
                reason: typed.one("reason").to_owned(),
                print: typed.has("print"),
                cannot_print: printing.err().map(|refusal| refusals::said_refusal(&refusal)),
                renew: renewing
                    .filter(|offer| offer.blocked.is_none())
                    .map(|_| sight.path(&format!("renew/{request_id}"))),
                step: sight.step(errors.unwrap_or(blocked)),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
