//! A letter of a case as it was kept, to read and to print.

use crate::domain::national_number;
use crate::services::Error;
use crate::store::cases;
use crate::store::messages::{self, Kind};
use crate::web::frame;
use crate::web::staff::case_panels;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, run};
use crate::web::view::desk::letter::CaseLetter;
use crate::web::view::shell::Place;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// `GET …/letters/{message}`. National numbers in it are hidden as on the case; `?numbers=shown`
/// shows them, to print the letter as it goes to the person, and leaves an entry that says so.
pub async fn letter(state: State, request: HttpRequest, path: web::Path<(String, String)>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (case_id, message_id) = path.into_inner();
    let desk = frame::desk(&state, &seat.signed, Place::Queue, "", Vec::new()).await?;
    let actor = seat.actor.clone();
    let shows_numbers = request.query_string() == "numbers=shown";
    let what = if shows_numbers { "numbers" } else { "letter" };
    let model = run(&state, move |web| {
        web.app.store.read_case(&actor, &case_id, what, |tx, key| {
            let stored = cases::load(tx.db, &case_id)?;
            let message = messages::get(tx.db, &message_id)?;
            let is_here = message.case_id == case_id && message.kind == Kind::Letter;
            if !is_here || !stored.file.is_known_to(&actor) {
                return Err(Error::NotFound);
            }
            let body = message.body(key)?;
            let zone = web.app.controllers.get(&stored.file.case.controller_id)?.rules.zone;
            let text = case_panels::without_secrets(&message, &body.text);
            let holds_number =
                [&body.subject, &text].into_iter().any(|written| national_number::is_in(written));
            let on_screen = |written: String| match shows_numbers {
                true => written,
                false => national_number::masked(&written),
            };
            Ok(CaseLetter {
                desk,
                case_id: case_id.clone(),
                reference: stored.reference.clone(),
                language: stored.lang,
                message_id: message.id.clone(),
                hides_numbers: holds_number && !shows_numbers,
                shows_numbers: holds_number && shows_numbers,
                subject: on_screen(body.subject),
                to: body.to,
                how: case_panels::travelled(&message),
                at: message.made_at.with_timezone(&zone).fixed_offset(),
                text: on_screen(text),
            })
        })
    })
    .await?;
    show::page(&state, seat.lang, StatusCode::OK, &model)
}
