//! When people were told of their right to object, and by which text.

use crate::services::{Error, books as service};
use crate::store::objection_notices::{Details, Way};
use crate::store::staff;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{books, refusals};
use crate::web::state::{State, run};
use crate::web::view::desk::books::{NoticeLine, ObjectionNotices};
use crate::web::view::parts::FieldError;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// `GET /desk/right-to-object`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&state, &seat, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST /desk/right-to-object`: `controller`, `given_on`, `way`, `occasion`, `audience`.
pub async fn add(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (typed, actor) = (fields.clone(), seat.actor.clone());
    let done = run(&state, move |web| {
        let controller = books::controller(web, typed.one("controller"))?;
        let given_on = typed.date("given_on").ok_or(Error::field("given_on", "error-date-unreal"))?;
        let way = Way::from_code(typed.one("way")).ok_or(Error::field("way", "error-notice-way"))?;
        let text = |name: &str| typed.one(name).trim().to_owned();
        let details = Details { occasion: text("occasion"), audience: text("audience") };
        service::told_of_objection(&web.app, &actor, controller, given_on, way, &details)
    })
    .await;
    match done {
        Ok(()) => Ok(show::to("/desk/right-to-object")),
        Err(Error::Invalid(problems)) => {
            let errors = refusals::problems(&problems, &[]);
            show(&state, &seat, StatusCode::UNPROCESSABLE_ENTITY, fields, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

async fn show(
    state: &State,
    seat: &Seat,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (desk, may_enter) = (books::desk(state, seat).await?, books::may_enter(seat));
    let model = run(state, move |web| {
        let members = web.app.store.look(|db| Ok::<_, Error>(staff::all(db)?))?;
        let name = |tag: &str| {
            let id = tag.strip_prefix("staff:").unwrap_or_default();
            members.iter().find(|m| m.id == id).map(|m| m.name.clone()).unwrap_or_default()
        };
        let page = |slug: &str| web.app.link(&["o", slug, "right-to-object"]);
        let all = web.app.controllers.all();
        let today = service::today(&web.app).to_string();
        let given_on = typed.one("given_on");
        Ok(ObjectionNotices {
            desk,
            may_enter,
            controllers: books::controllers(web, typed.one("controller")),
            told_by: Way::ALL.iter().map(|way| way.code()).collect(),
            way: typed.one("way").to_owned(),
            given_on: if given_on.is_empty() { today } else { given_on.to_owned() },
            occasion: typed.one("occasion").to_owned(),
            audience: typed.one("audience").to_owned(),
            pages: all.iter().map(|c| (c.legal_name.clone(), page(&c.slug))).collect(),
            notices: service::objection_notices(&web.app)?
                .into_iter()
                .map(|notice| NoticeLine {
                    on: notice.given_on,
                    controller: books::name_of(web, &notice.controller_id),
                    occasion: notice.details.occasion,
                    audience: notice.details.audience,
                    way: notice.way.code().to_owned(),
                    text_version: notice.text_version,
                    by: name(&notice.made_by),
                })
                .collect(),
            errors,
        })
    })
    .await?;
    show::page(state, seat.lang, status, &model)
}
