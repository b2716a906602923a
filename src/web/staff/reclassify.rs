//! Another right than first understood: the person's words, the rights, and the date each would have.

use crate::domain::decide::{Command, decide};
use crate::domain::event::EventKind;
use crate::domain::right::Right;
use crate::services::{Error, handling};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::rights::{Reclassify, RightChoice};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/reclassify/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/reclassify/{request}`: `right`.
pub async fn reclassify(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (right, wanted) = (Right::from_code(fields.one("right")), request_id.clone());
    let done = seat
        .step(&id, &fields, move |step| {
            handling::reclassify(step, &wanted, right.ok_or(Error::field("right", "error-right-none"))?)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Reclassify)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, &fields, errors).await,
        Ended::Overtaken => {
            let tail = format!("reclassify/{request_id}");
            conflict::page(&seat, &id, Wanted::of(EventKind::Reclassify, tail, &fields, &[])).await
        }
    }
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: &Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let chosen = Right::from_code(typed.one("right"));
    let page = seat
        .run(move |web, actor| {
            let (sight, words) =
                look(web, actor, &case_id, "reclassify", |_, key, sight| Ok(sight.stored.words(key)?))?;
            let request = sight.request(&request_id)?;
            if sight.offer(EventKind::Reclassify, &request_id).is_none() {
                return Ok(None);
            }
            let due_on = |right: Right| {
                let command = Command::Reclassify { request: request_id.clone(), right };
                let rules = &sight.controller.rules;
                let decision = decide(rules, &sight.stored.file, actor, sight.now, &command).ok()?;
                decision.requests.iter().find(|r| r.id == request_id).map(|r| r.dates.act_by_on)
            };
            let others = Right::ALL.iter().copied().filter(|right| *right != request.right);
            Ok(Some(Reclassify {
                desk,
                right: request.right,
                due_on: request.dates.act_by_on,
                choices: others
                    .map(|right| RightChoice { right, due_on: due_on(right), chosen: chosen == Some(right) })
                    .collect(),
                words: [words.about, words.details].into_iter().filter(|w| !w.trim().is_empty()).collect(),
                drops_answer: request.answer.is_some(),
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
