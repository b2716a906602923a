//! What authorities asked for: a log of its own. Reading it is an entry, taking it along another.

use crate::services::{Error, books as service};
use crate::store::disclosures::{Details, Disclosure, New, Outcome};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{books, refusals};
use crate::web::state::{State, Web, run};
use crate::web::view::desk::books::{DisclosureLine, DisclosureTyped, Disclosures};
use crate::web::view::parts::FieldError;
use crate::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// `GET /desk/disclosures`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&state, &seat, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST /desk/disclosures`
pub async fn add(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (typed, actor) = (fields.clone(), seat.actor.clone());
    let done = run(&state, move |web| {
        let controller = books::controller(web, typed.one("controller"))?;
        let day = |name: &str| typed.date(name).ok_or(Error::field(name, "error-date-unreal"));
        let text = |name: &str| typed.one(name).trim().to_owned();
        let outcome = Outcome::from_code(typed.one("outcome"))
            .ok_or(Error::field("outcome", "error-disclosure-outcome"))?;
        let details = Details {
            asker: text("asker"),
            basis: text("basis"),
            what: text("what"),
            about: text("about"),
            decided_by: text("decided_by"),
            why: text("why"),
        };
        let new = New {
            controller_id: &controller.id,
            asked_on: day("asked_on")?,
            decided_on: day("decided_on")?,
            outcome,
            details: &details,
        };
        service::disclose(&web.app, &actor, &new)
    })
    .await;
    match done {
        Ok(()) => Ok(show::to("/desk/disclosures")),
        Err(Error::Invalid(problems)) => {
            let errors = refusals::problems(&problems, &[]);
            show(&state, &seat, StatusCode::UNPROCESSABLE_ENTITY, fields, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

/// `POST /desk/disclosures/export`: the log as CSV.
pub async fn export(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (actor, lang) = (seat.actor.clone(), seat.lang);
    let rows = run(&state, move |web| {
        let t = |id: &str| words::text(lang, id, &[]);
        let heads = [
            "asked_on",
            "decided_on",
            "controller",
            "outcome",
            "asker",
            "basis",
            "what",
            "about",
            "decided_by",
            "why",
        ];
        let mut rows: Vec<Vec<String>> =
            vec![heads.iter().map(|head| t(&format!("disclosure-{head}"))).collect()];
        for one in service::disclosures(&web.app, &actor, "exported")? {
            let line = line(web, one);
            rows.push(vec![
                line.asked_on.to_string(),
                line.decided_on.to_string(),
                line.controller,
                t(&format!("disclosure-outcome-{}", line.outcome)),
                line.asker,
                line.basis,
                line.what,
                line.about,
                line.decided_by,
                line.why,
            ]);
        }
        Ok(rows)
    })
    .await?;
    books::file("disclosures", &rows)
}

fn line(web: &Web, one: Disclosure) -> DisclosureLine {
    DisclosureLine {
        asked_on: one.asked_on,
        decided_on: one.decided_on,
        controller: books::name_of(web, &one.controller_id),
        outcome: one.outcome.code().to_owned(),
        asker: one.details.asker,
        basis: one.details.basis,
        what: one.details.what,
        about: one.details.about,
        decided_by: one.details.decided_by,
        why: one.details.why,
    }
}

async fn show(
    state: &State,
    seat: &Seat,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (desk, may_enter, actor) =
        (books::desk(state, seat).await?, books::may_enter(seat), seat.actor.clone());
    let model = run(state, move |web| {
        let today = service::today(&web.app).to_string();
        let text = |name: &str| typed.one(name).to_owned();
        let day = |name: &str| if typed.one(name).is_empty() { today.clone() } else { text(name) };
        Ok(Disclosures {
            desk,
            may_enter,
            controllers: books::controllers(web, typed.one("controller")),
            outcomes: Outcome::ALL.iter().map(|outcome| outcome.code()).collect(),
            typed: DisclosureTyped {
                asked_on: day("asked_on"),
                decided_on: day("decided_on"),
                outcome: text("outcome"),
                asker: text("asker"),
                basis: text("basis"),
                what: text("what"),
                about: text("about"),
                decided_by: text("decided_by"),
                why: text("why"),
            },
            lines: service::disclosures(&web.app, &actor, "read")?
                .into_iter()
                .map(|one| line(web, one))
                .collect(),
            errors,
        })
    })
    .await?;
    show::page(state, seat.lang, status, &model)
}
