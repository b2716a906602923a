//! Ending a wait for the person: their reply, or letting the clock run again.

use crate::domain::deadline;
use crate::domain::event::EventKind;
use crate::domain::request::Request;
use crate::services::handling::Step;
use crate::services::{Error, Result, conversation, handling};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::RequestChoice;
use crate::web::view::desk::identity::{ReplyReceived, Resume};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;

type Answer = std::result::Result<HttpResponse, Failure>;

/// The requests an event can be done for, ticked unless others were chosen.
pub fn choices(sight: &Sight, event: EventKind, typed: &Fields) -> Vec<RequestChoice> {
    let (sent, chosen) = (typed.has("version"), typed.all("request"));
    let requests = sight.requests_for(event).into_iter();
    requests
        .map(|r| RequestChoice {
            id: r.id.clone(),
            right: r.right,
            chosen: !sent || chosen.contains(&r.id.as_str()),
        })
        .collect()
}

/// The requests that were ticked. None ticked is an error: the law would take it for all of them.
pub fn ticked(typed: &Fields) -> Result<Vec<String>> {
    let chosen: Vec<String> = typed.all("request").into_iter().map(str::to_owned).collect();
    if chosen.is_empty() { Err(Error::field("request", "need-any_right")) } else { Ok(chosen) }
}

/// `GET …/reply`.
pub async fn reply_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_reply(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/reply`.
pub async fn reply(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let entered = seat
        .step(&id, &fields, move |step| {
            let on = typed.date("replied_on").ok_or(Error::field("replied_on", "error-date-unreal"))?;
            handling::reply_received(step, ticked(&typed)?, on)?;
            // what they replied is kept beside it; the reply itself is what moves the clock
            let after = Step { seen: None, ..*step };
            typed.filled("how").map_or(Ok(()), |how| conversation::note(&after, &how))
        })
        .await;
    match ended(entered, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::ReplyReceived)),
        Ended::Again(status, errors) => show_reply(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::ReplyReceived, "reply", &fields, &["how"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show_reply(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "reply", |_, _, _| Ok(()))?;
            let waiting = sight.requests_for(EventKind::ReplyReceived);
            let asked_on = waiting.iter().filter_map(|r| r.open_pause()).map(|p| p.asked_on).max();
            let typed_on = typed.one("replied_on").to_owned();
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::ReplyReceived, &[]));
            Ok(ReplyReceived {
                desk,
                requests: choices(&sight, EventKind::ReplyReceived, &typed),
                asked_on: asked_on.ok_or(Error::NotFound)?,
                today_on: sight.today,
                replied_on: if typed_on.is_empty() { sight.today.to_string() } else { typed_on },
                how: typed.one("how").to_owned(),
                sums: Vec::new(),
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}

/// `GET …/resume`.
pub async fn resume_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_resume(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/resume`.
pub async fn resume(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let resumed = seat
        .step(&id, &fields, move |step| {
            handling::resume(step, ticked(&typed)?, typed.one("reason").trim().to_owned())
        })
        .await;
    match ended(resumed, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Resume)),
        Ended::Again(status, errors) => show_resume(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::Resume, "resume", &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show_resume(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "resume", |_, _, _| Ok(()))?;
            let waiting = sight.requests_for(EventKind::Resume);
            let due_on = waiting.iter().map(|request| resumed_on(&sight, request)).min();
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::Resume, &[]));
            Ok(Resume {
                desk,
                requests: choices(&sight, EventKind::Resume, &typed),
                due_on: due_on.ok_or(Error::NotFound)?,
                reason: typed.one("reason").to_owned(),
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}

/// The date of a request if its pause ends today.
fn resumed_on(sight: &Sight, request: &Request) -> NaiveDate {
    let mut pauses = request.pauses.clone();
    for pause in pauses.iter_mut().filter(|pause| pause.answered_on.is_none()) {
        pause.answered_on = Some(sight.today.max(pause.asked_on));
    }
    let rules = &sight.controller.rules;
    deadline::dates(rules, request.right, request.received_on, &pauses, request.extension.as_ref()).shown_on
}
