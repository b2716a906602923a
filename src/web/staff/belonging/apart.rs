//! The flags of people the law treats apart: set and cleared with what was seen.

use crate::domain::case::Flag;
use crate::domain::decide::APART;
use crate::domain::event::EventKind;
use crate::services::Error;
use crate::services::belonging::apart;
use crate::store::cases;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::people::{Apart, ApartFlag};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/apart`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/apart`: `flag`, `reason`. What is set is cleared, what is not is set: the form carries the
/// version of the case it showed.
pub async fn mark(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let done = seat
        .step(&id, &fields, move |step| {
            let flag = Flag::from_code(typed.one("flag")).filter(|flag| APART.contains(flag));
            let flag = flag.ok_or(Error::field("flag", "error-apart-flag"))?;
            let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
            apart::mark(step, flag, !stored.file.case.is(flag), typed.one("reason"))
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::PersonApart)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::PersonApart, "apart", &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "apart", |_, _, _| Ok(()))?;
            if sight.offers_of(EventKind::PersonApart).next().is_none() {
                return Ok(None);
            }
            let case = &sight.stored.file.case;
            let flag = |flag: &Flag| ApartFlag {
                flag: *flag,
                on: case.is(*flag),
                chosen: typed.one("flag") == flag.code(),
            };
            Ok(Some(Apart {
                desk,
                flags: APART.iter().map(flag).collect(),
                reason: typed.one("reason").to_owned(),
                country: sight.controller.rules.country.code().to_lowercase(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
