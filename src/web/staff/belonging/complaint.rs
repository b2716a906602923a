//! Complaints: entered by staff, listed, answered in words.

use crate::domain::access::Role;
use crate::domain::case::Flag;
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::Letter;
use crate::services::belonging::linked as service;
use crate::services::{Error, Result};
use crate::store::chain;
use crate::store::linked::{self, Row, View};
use crate::store::staff::Member;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::belonging::{channel, channels, pieces};
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::people::{Complain, ComplaintRow, Complaints, Settle};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;
use std::collections::HashMap;

type Answer = std::result::Result<HttpResponse, Failure>;

/// `GET …/complaint`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/complaint`: leads to the new case.
pub async fn enter(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let done = seat
        .step(&id, &fields, move |step| {
            let on = typed.date("received_on").ok_or(Error::field("received_on", "error-date-unreal"))?;
            let complaint = service::Complaint {
                words: typed.one("complaint").replace("\r\n", "\n"),
                intake: channel(&typed)?,
                received_on: Some(on),
            };
            service::complain(step, &complaint)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(opened) => Ok(did(&opened.case_id, EventKind::Complaint)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::Complaint, "complaint", &fields, &["complaint"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "complaint", |_, _, _| Ok(()))?;
            if sight.offers_of(EventKind::Complaint).next().is_none() {
                return Ok(None);
            }
            Ok(Some(Complain {
                desk,
                channels: channels(&typed),
                received_on: typed.filled("received_on").unwrap_or_else(|| sight.today.to_string()),
                today_on: sight.today,
                complaint: typed.one("complaint").to_owned(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// `GET …/settle`.
pub async fn settle_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_settle(&seat, &id, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/settle`: looks at the letter again, or answers.
pub async fn settle(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| service::settle(step, typed.one("words"))).await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => show_settle(&seat, &id, StatusCode::OK, fields, Vec::new()).await,
        Ended::Done(()) => Ok(did(&id, EventKind::SettleComplaint)),
        Ended::Again(status, errors) => show_settle(&seat, &id, status, fields, errors).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::SettleComplaint, "settle", &fields, &["words"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

async fn show_settle(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (complaint, letter)) = look(web, actor, &case_id, "settle", |_, key, sight| {
                let letter = Letter::ComplaintSettled { words: typed.one("words").trim().to_owned() };
                let missing = typed.filled("words").is_none().then(|| Said::new("need-words-words"));
                let letter = preview::letter(web, key, sight, &letter, missing.into_iter().collect())?;
                Ok((pieces(sight.stored.words(key)?), letter))
            })?;
            if sight.offers_of(EventKind::SettleComplaint).next().is_none() {
                return Ok(None);
            }
            Ok(Some(Settle {
                desk,
                complaint,
                words: typed.one("words").to_owned(),
                language: sight.stored.lang,
                letter,
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// `GET /desk/complaints`: those nobody has answered, oldest first.
pub async fn list(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = seat.desk().await?;
    let member = seat.signed.session.member.clone();
    let page = seat
        .run(move |web, actor| {
            let rows = web.app.store.look(|db| Ok::<_, Error>(linked::complaints(db, &view(&member))?))?;
            Ok(Complaints { desk, rows: tell(web, actor, &rows)? })
        })
        .await?;
    seat.show(StatusCode::OK, &page)
}

/// What a member of staff sees of them.
pub(crate) fn view(member: &Member) -> View<'_> {
    View { staff_id: &member.id, is_officer: member.roles.contains(&Role::Officer), among: None }
}

/// The complaints among cases that were found by a search.
pub(crate) fn among(
    web: &Web,
    actor: &crate::domain::access::Actor,
    member: &Member,
    ids: &[String],
) -> Result<Vec<ComplaintRow>> {
    let view = View { among: Some(ids), ..view(member) };
    let rows = web.app.store.look(|db| Ok::<_, Error>(linked::complaints(db, &view)?))?;
    if rows.is_empty() { Ok(Vec::new()) } else { tell(web, actor, &rows) }
}

/// Shows rows: the entry that says which cases were listed is written first, then names are opened.
fn tell(web: &Web, actor: &crate::domain::access::Actor, rows: &[Row]) -> Result<Vec<ComplaintRow>> {
    let whose = chain::staff_chain(actor.staff_id().unwrap_or_default());
    let cases: Vec<&str> = rows.iter().map(|row| row.case_id.as_str()).collect();
    let event = Event::new(EventKind::Read, None, json!({ "what": "complaints", "cases": cases }));
    web.app.store.write(actor, |tx| chain::append(tx, &whose, None, &event).map_err(Error::from))?;
    let key_ids: Vec<String> = rows.iter().map(|row| row.key_id.clone()).collect();
    let keys: HashMap<String, _> = web.app.store.vault.keys(&key_ids)?.into_iter().collect();
    let several = web.app.controllers.all().len() > 1;
    rows.iter()
        .map(|row| {
            let name = keys.get(&row.key_id).and_then(|key| row.name(key).ok());
            let controller = web.app.controllers.get(&row.controller_id)?;
            Ok(ComplaintRow {
                case_id: row.case_id.clone(),
                reference: row.reference.clone(),
                person: name.flatten(),
                controller: several.then(|| controller.legal_name.clone()),
                received_on: row.received_on,
                is_open: row.flags()?.contains(&Flag::Complaint),
            })
        })
        .collect()
}
