//! A lower identity level: an officer proposes it, a second person accepts it or not.

use crate::domain::decide::{Need, Refusal, accept_level, ask_level};
use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::services::{Error, accepting};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::refusals;
use crate::web::staff::steps::{Ended, Seat, did, ended, look, staff_name};
use crate::web::state::State;
use crate::web::view::desk::waiting::{AcceptLevel, AskedLevel};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/accept`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/accept` with `go`: `ask` (with `reason`), `accept`, `refuse`. Alone at the desk, the officer
/// proves the second factor first.
pub async fn answer(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (typed, is_fresh) = (fields.clone(), seat.is_fresh());
    let event = match fields.one("go") {
        "accept" => EventKind::LevelAccepted,
        "refuse" => EventKind::LevelRefused,
        _ => EventKind::LevelAsked,
    };
    let done = seat
        .step(&id, &fields, move |step| match event {
            EventKind::LevelAccepted => accepting::accept(step, is_fresh),
            EventKind::LevelRefused => accepting::refuse(step),
            _ => accepting::ask(step, typed.one("reason")),
        })
        .await;
    if let Err(Error::Refused(Refusal::Needs { needs, .. })) = &done
        && needs.as_slice() == [Need::FreshFactor]
    {
        let here = format!("/desk/cases/{id}/accept");
        let back = form_urlencoded::byte_serialize(here.as_bytes()).collect::<String>();
        let to = format!("/desk/step-up?next={back}");
        return Ok(HttpResponse::SeeOther().insert_header((LOCATION, to)).finish());
    }
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, event)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, Wanted::of(event, "accept", &fields, &["reason"])).await
        }
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, asked) = look(web, actor, &case_id, "accept", |tx, key, sight| {
                let Some(open) = accepting::proposal(tx, key, &case_id)? else { return Ok(None) };
                let rules = &sight.controller.rules;
                let may = accept_level(rules, &sight.stored.file, actor, &open.by, true);
                let line = AskedLevel {
                    who: staff_name(tx, Some(&open.by)),
                    on: sight.moment(open.at).date_naive(),
                    reason: open.reason,
                    single_handed: may == Ok(true),
                    blocked: may.err().map(|refusal| refusals::said_refusal(&refusal)),
                };
                Ok(Some(line))
            })?;
            let file = &sight.stored.file;
            let may_ask = ask_level(file, actor, "-").is_ok();
            if asked.is_none() && !may_ask {
                return Ok(None);
            }
            let open = file.requests.iter().filter(|request| request.state.is_open());
            let rights: Vec<_> = open
                .filter(|request| request.right.level_needed() > file.case.level)
                .map(|request| request.right)
                .collect();
            let needed = rights.iter().map(|right| right.level_needed()).max().unwrap_or(Level::Nothing);
            Ok(Some(AcceptLevel {
                desk,
                level: i64::from(file.case.level.number()),
                needed: i64::from(needed.number()),
                rights,
                asked,
                reason: typed.one("reason").to_owned(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
