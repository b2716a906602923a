//! Another day of receipt: every date before and after, before anything is saved.

use crate::domain::decide::{Command, decide};
use crate::domain::event::EventKind;
use crate::services::Error;
use crate::services::belonging::received;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::belonging::{DateChange, ReceivedDate};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/received`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/received`: shows the dates, or corrects.
pub async fn correct(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let on = typed.date("received_on").ok_or(Error::field("received_on", "error-date-unreal"))?;
            received::correct(step, on, typed.one("reason"))
        })
        .await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => show(&seat, &id, StatusCode::OK, fields, Vec::new()).await,
        Ended::Done(()) => Ok(did(&id, EventKind::CorrectReceivedDate)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::CorrectReceivedDate, "received", &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

/// The dates of every request as they are and as they would be.
fn changes(sight: &Sight, actor: &crate::domain::access::Actor, received_on: NaiveDate) -> Vec<DateChange> {
    let file = &sight.stored.file;
    let command = Command::CorrectReceivedDate { received_on, reason: "-".to_owned() };
    let Ok(next) = decide(&sight.controller.rules, file, actor, sight.now, &command) else {
        return Vec::new();
    };
    let pairs = file.requests.iter().zip(&next.requests);
    pairs
        .map(|(before, after)| DateChange {
            right: before.right,
            was_on: before.dates.act_by_on,
            on: after.dates.act_by_on,
        })
        .collect()
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "received", |_, _, _| Ok(()))?;
            if sight.offers_of(EventKind::CorrectReceivedDate).next().is_none() {
                return Ok(None);
            }
            let was_on = sight.stored.file.case.received_on;
            let on = typed.date("received_on");
            let typed_on = typed.one("received_on").to_owned();
            Ok(Some(ReceivedDate {
                desk,
                was_on,
                received_on: if typed.has("received_on") { typed_on } else { was_on.to_string() },
                today_on: sight.today,
                reason: typed.one("reason").to_owned(),
                changes: on.map(|on| changes(&sight, actor, on)).unwrap_or_default(),
                is_later: on.is_some_and(|on| on > was_on && on <= sight.today),
                language: sight.stored.lang,
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
