//! A controller we are processor for instructs us: entered as a case of its own.

use crate::domain::event::EventKind;
use crate::domain::normalise;
use crate::domain::right::Right;
use crate::services::Error;
use crate::services::belonging::instruction::{self, Instruction};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::belonging::{channel, channels};
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::belonging::InstructionForm;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// What the law calls what the page calls otherwise.
const NAMES: &[(&str, &str)] = &[("late_reason", "words")];

/// `GET …/instruction`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/instruction`.
pub async fn receive(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let done = seat
        .step(&id, &fields, move |step| {
            let email = typed.filled("email");
            if email.as_deref().is_some_and(|email| normalise::mail_address(email).is_none()) {
                return Err(Error::field("email", "error-email-part"));
            }
            let received_on = typed.date("received_on");
            let instruction = Instruction {
                customer: typed.one("customer").to_owned(),
                email,
                agreement: typed.one("agreement").to_owned(),
                rights: typed.all("right").into_iter().filter_map(Right::from_code).collect(),
                words: typed.one("words").replace("\r\n", "\n"),
                intake: channel(&typed)?,
                received_on: received_on.ok_or(Error::field("received_on", "error-date-unreal"))?,
            };
            instruction::receive(step, &instruction)
        })
        .await;
    match ended(done, NAMES)? {
        Ended::Done(opened) => Ok(did(&opened.case_id, EventKind::InstructionReceived)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let shown = &["customer", "agreement", "words"];
            let wanted = Wanted::of(EventKind::InstructionReceived, "instruction", &fields, shown);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "instruction", |_, _, _| Ok(()))?;
            if sight.offers_of(EventKind::InstructionReceived).next().is_none() {
                return Ok(None);
            }
            let one = |name: &str| typed.one(name).to_owned();
            let chosen = typed.all("right");
            Ok(Some(InstructionForm {
                desk,
                customer: one("customer"),
                email: one("email"),
                agreement: one("agreement"),
                channels: channels(&typed),
                received_on: typed.filled("received_on").unwrap_or_else(|| sight.today.to_string()),
                today_on: sight.today,
                rights: Right::ALL.iter().map(|right| (*right, chosen.contains(&right.code()))).collect(),
                words: one("words"),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
