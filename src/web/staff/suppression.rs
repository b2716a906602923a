//! The suppression list at the desk: is an address on it, put it on, take it off. The list cannot be
//! read through: it knows no addresses.

use crate::services::{Error, suppression};
use crate::store::suppressions::{self, Stop};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{books, refusals};
use crate::web::state::{State, Web, run};
use crate::web::view::desk::books::{StopLine, SuppressionList};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

type Found = (Option<Vec<Stop>>, Option<&'static str>);

/// `GET /desk/suppression`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&state, &seat, StatusCode::OK, Fields::default(), (None, None), Vec::new()).await
}

/// `POST /desk/suppression`: `controller`, `address`, `go` (look, add, lift), `reason`.
pub async fn act(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (typed, actor) = (fields.clone(), seat.actor.clone());
    let done = run(&state, move |web| {
        let controller = books::controller(web, typed.one("controller"))?;
        let (address, reason) = (typed.one("address"), typed.one("reason"));
        let did = match typed.one("go") {
            "add" => Some(match suppression::add(&web.app, &actor, controller, address, reason)? {
                true => "added",
                false => "was_on",
            }),
            "lift" => {
                suppression::lift(&web.app, &actor, controller, address, reason)?;
                Some("lifted")
            }
            _ => None,
        };
        Ok((Some(suppression::look_up(&web.app, &actor, controller, address)?), did))
    })
    .await;
    match done {
        Ok(found) => show(&state, &seat, StatusCode::OK, fields, found, Vec::new()).await,
        Err(Error::Invalid(problems)) => {
            let errors = refusals::problems(&problems, &[]);
            show(&state, &seat, StatusCode::UNPROCESSABLE_ENTITY, fields, (None, None), errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

fn line(web: &Web, stop: Stop) -> StopLine {
    StopLine {
        origin: stop.origin.code().to_owned(),
        at: show::moment(web, stop.made_at),
        reason: stop.reason,
        lifted: stop.lifted.map(|(_, at, why)| (show::moment(web, at), why.unwrap_or_default())),
    }
}

async fn show(
    state: &State,
    seat: &Seat,
    status: StatusCode,
    typed: Fields,
    (found, did): Found,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let desk = books::desk(state, seat).await?;
    let model = run(state, move |web| {
        let controllers = books::controllers(web, typed.one("controller"));
        let chosen = controllers.iter().find(|c| c.chosen).map(|c| c.value.clone()).unwrap_or_default();
        let id = books::controller(web, &chosen)?.id.clone();
        Ok(SuppressionList {
            desk,
            controllers,
            counts: web.app.store.look(|db| Ok::<_, Error>(suppressions::count(db, &id)?))?,
            address: typed.one("address").to_owned(),
            reason: if did.is_some() { String::new() } else { typed.one("reason").to_owned() },
            is_on: found.as_ref().and_then(|f| f.first()).is_some_and(|stop| stop.lifted.is_none()),
            found: found.map(|stops| stops.into_iter().map(|stop| line(web, stop)).collect()),
            did,
            errors,
        })
    })
    .await?;
    show::page(state, seat.lang, status, &model)
}
