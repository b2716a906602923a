//! Whether somebody may act for the person: what was seen, who they are, who gets the answer.

use crate::domain::case::{Flag, Representation};
use crate::domain::event::EventKind;
use crate::services::belonging::authority;
use crate::store::representations;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::people::Authority;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/representative`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/representative`: `go` (`accept`, `refuse`) with the fields of either.
pub async fn judge(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let is_accepted = fields.one("go") == "accept";
    let event =
        if is_accepted { EventKind::RepresentativeAccepted } else { EventKind::RepresentativeRefused };
    let done = seat
        .step(&id, &fields, move |step| {
            if is_accepted {
                let gets_answer = typed.one("gets_answer") == "yes";
                authority::accept(step, typed.one("evidence"), typed.one("identity"), gets_answer)
            } else {
                authority::refuse(step, typed.one("missing"))
            }
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, event)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let shown = &["evidence", "identity", "missing"];
            conflict::page(&seat, &id, Wanted::of(event, "representative", &fields, shown)).await
        }
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (words, judged)) = look(web, actor, &case_id, "representative", |tx, key, sight| {
                let judged = representations::of_case(tx.db, &case_id)?;
                let judged = judged.map(|judged| judged.details(key, &case_id)).transpose()?;
                Ok((sight.stored.words(key)?, judged))
            })?;
            let case = &sight.stored.file.case;
            let offered = sight.offers_of(EventKind::RepresentativeAccepted).next().is_some();
            let Some(theirs) = words.representative.filter(|_| offered) else { return Ok(None) };
            if case.representation == Representation::None {
                return Ok(None);
            }
            let one = |name: &str| typed.one(name).to_owned();
            Ok(Some(Authority {
                desk,
                name: theirs.name,
                kind: theirs.kind.code().to_owned(),
                judgement: case.representation.code().to_owned(),
                judged: judged.map(|details| (details.authority, details.identity)),
                level: case.level.number(),
                is_child: case.is(Flag::Child),
                evidence: one("evidence"),
                identity: one("identity"),
                gets_answer: typed.one("gets_answer") == "yes",
                missing: one("missing"),
                language: sight.stored.lang,
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
