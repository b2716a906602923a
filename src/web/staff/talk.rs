//! Writing on a case: a message to the person, a note for colleagues. Two forms, two paths, so that
//! one is never taken for the other.

use crate::domain::event::EventKind;
use crate::services::{Error, conversation};
use crate::web::form::Fields;
use crate::web::staff::case;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::State;
use crate::web::view::desk::case::Draft;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// `POST …/message`: `version`, `text`. It stands on the person's page; a mail without content says so.
pub async fn message(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let text = fields.one("text").replace("\r\n", "\n");
    let done = seat.step(&id, &fields, move |step| conversation::staff_writes(step, &text)).await;
    told(&state, &seat, &id, &fields, EventKind::MessageSent, done).await
}

/// `POST …/note`: `version`, `note`. Internal, never sent.
pub async fn note(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let text = fields.one("note").replace("\r\n", "\n");
    let done = seat.step(&id, &fields, move |step| conversation::note(step, &text)).await;
    told(&state, &seat, &id, &fields, EventKind::Note, done).await
}

/// What was typed stays on the page when it cannot be taken.
async fn told(
    state: &State,
    seat: &Seat,
    case_id: &str,
    fields: &Fields,
    event: EventKind,
    done: crate::services::Result<()>,
) -> Answer {
    match done {
        Err(Error::Invalid(problems)) => {
            let draft = Draft {
                text: fields.one("text").to_owned(),
                note: fields.one("note").to_owned(),
                errors: show::errors(&problems),
            };
            case::show_case(state, seat, case_id, StatusCode::UNPROCESSABLE_ENTITY, draft, Vec::new()).await
        }
        other => case::ended(state, seat, case_id, fields, event, other).await,
    }
}
