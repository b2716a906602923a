//! Passing a request on to a controller we are processor for: whom the directory has, and the letter
//! to the person.

use crate::domain::access::Role;
use crate::domain::event::EventKind;
use crate::services::Error;
use crate::services::belonging::forwarding;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::belonging::{CustomerChoice, Forward};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/forward/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/forward/{request}`: looks at the letter again, or passes it on.
pub async fn go(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            if typed.one("customer").is_empty() {
                return Err(Error::field("customer", "error-forward-to"));
            }
            forwarding::forward(step, &wanted, typed.one("customer"), typed.one("rest") == "none")
        })
        .await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => {
            show(&seat, &id, &request_id, StatusCode::OK, fields, Vec::new()).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::Forward)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("forward/{request_id}");
            conflict::page(&seat, &id, Wanted::of(EventKind::Forward, tail, &fields, &[])).await
        }
    }
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
            let chosen = typed.one("customer").to_owned();
            let closes = typed.one("rest") == "none";
            let (sight, (register, letter)) = look(web, actor, &case_id, "forward", |tx, key, sight| {
                let register = forwarding::directory(tx, &sight.controller)?;
                let request = sight.request(&request_id)?;
                let customers = register.iter().flat_map(|register| &register.customer);
                let letter = match customers.into_iter().find(|one| one.code == chosen) {
                    Some(one) => {
                        let letter = forwarding::letter_to_person(request, one, sight.today, closes);
                        Some(preview::letter(web, key, sight, &letter, Vec::new())?)
                    }
                    None => None,
                };
                Ok((register, letter))
            })?;
            if sight.offer(EventKind::Forward, &request_id).is_none() {
                return Ok(None);
            }
            let choice = |register: &crate::domain::register::Register| -> Vec<CustomerChoice> {
                let customers = register.customer.iter();
                customers
                    .map(|one| CustomerChoice {
                        value: one.code.clone(),
                        name: one.name.clone(),
                        agreement: one.agreement.clone(),
                        why_not: forwarding::is_joint(register, one)
                            .then(|| Said::new("need-no_joint_controllers")),
                        chosen: one.code == chosen,
                    })
                    .collect()
            };
            Ok(Some(Forward {
                desk,
                right: sight.request(&request_id)?.right,
                customers: register.as_ref().map(choice).unwrap_or_default(),
                due_on: forwarding::due_on(&sight.controller, sight.now),
                closes,
                can_close: actor.holds(Role::Officer),
                letter,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
