//! More time, and a person who withdraws on paper or by phone.

use crate::domain::deadline;
use crate::domain::decide::{Command, ExtendGround, Refusal, decide};
use crate::domain::event::EventKind;
use crate::domain::letter::Letter;
use crate::services::{Error, Result, handling};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::staff::{answer_form, preview, refusals, waiting};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::time::{Extend, WithdrawByEvidence};
use crate::web::view::parts::{FieldError, SumStep, Tick, Tone};
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::Days;

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// A withdrawal can be undone for this long.
const UNDO_DAYS: u64 = 7;
const NAMES: &[(&str, &str)] = &[("reasons", "why")];

/// `GET …/extend/{request}`.
pub async fn extend_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show_extend(&seat, &id, &request_id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/extend/{request}`: looks at the letter again, or extends.
pub async fn extend(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let extended = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let ground = ground(&typed).ok_or(Error::field("ground", "error-extend-ground"))?;
            handling::extend(step, &wanted, ground, &reasons(&typed), typed.filled("late_reason"))
        })
        .await
    };
    match ended(extended, NAMES)? {
        Ended::Done(()) if is_check => {
            show_extend(&seat, &id, &request_id, StatusCode::OK, fields, Some(Vec::new())).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::Extend)),
        Ended::Again(status, errors) => {
            show_extend(&seat, &id, &request_id, status, fields, Some(errors)).await
        }
        Ended::Overtaken => {
            let tail = format!("extend/{request_id}");
            let wanted = Wanted::of(EventKind::Extend, tail, &fields, &["why", "late_reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

/// Art. 12(3) knows two grounds; both may be ticked.
fn ground(typed: &Fields) -> Option<ExtendGround> {
    let ticked = typed.all("ground");
    match (ticked.contains(&"complexity"), ticked.contains(&"number")) {
        (true, true) => Some(ExtendGround::Both),
        (true, false) => Some(ExtendGround::Complexity),
        (false, true) => Some(ExtendGround::Number),
        (false, false) => None,
    }
}

/// The reasons as the letter says them, after "because" and before the article.
fn reasons(typed: &Fields) -> String {
    typed.one("why").trim().trim_end_matches('.').to_owned()
}

async fn show_extend(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, letter) = look(web, actor, &case_id, "extend", |_, key, sight| {
                let request = sight.request(&request_id)?;
                let extended_on =
                    deadline::if_extended(&sight.controller.rules, request.received_on, &request.pauses);
                let letter =
                    Letter::Extension { right: request.right, reasons: reasons(&typed), extended_on };
                let missing =
                    if reasons(&typed).is_empty() { vec![Said::new("need-words-reasons")] } else { vec![] };
                preview::letter(web, key, sight, &letter, missing)
            })?;
            let request = sight.request(&request_id)?;
            let Some(offer) = sight.offer(EventKind::Extend, &request_id) else { return Ok(None) };
            let rules = &sight.controller.rules;
            let extended_on = deadline::if_extended(rules, request.received_on, &request.pauses);
            let (last_on, paused_on) = (request.dates.last_extend_on, request.dates.last_extend_paused_on);
            let blocked =
                || offer.blocked.as_ref().map(|why| refusals::errors(why, NAMES)).unwrap_or_default();
            let command = Command::Extend {
                request: request_id.clone(),
                ground: ground(&typed).unwrap_or(ExtendGround::Complexity),
                reasons: reasons(&typed),
                disputable_reason: typed.filled("late_reason"),
            };
            let mut complete = Vec::new();
            if ground(&typed).is_none() {
                complete.push(missing(Said::new("error-extend-ground"), Some("ground")));
            }
            let tried = decide(rules, &sight.stored.file, actor, sight.now, &command);
            if let Err(Refusal::Needs { needs, .. }) = &tried {
                complete.extend(needs.iter().map(|need| missing(refusals::said_need(need), None)));
            }
            let date = words::date(sight.stored.lang, extended_on);
            let (complaint, _) = answer_form::remedy_sentences(&sight);
            complete.push(preview::stands("ui-tick-date", &letter, Some(&date)));
            complete.push(preview::stands("ui-tick-complaint", &letter, complaint.as_deref()));
            Ok(Some(Extend {
                desk,
                right: request.right,
                language: sight.stored.lang,
                due_on: request.dates.act_by_on,
                extended_on,
                sums: vec![
                    SumStep { said: Said::new("clock-step-received"), on: Some(request.received_on) },
                    SumStep { said: Said::new("clock-step-extended"), on: Some(extended_on) },
                ],
                last_on,
                days: sight.days_to(last_on),
                disputable_until_on: (sight.today > last_on && sight.today <= paused_on).then_some(paused_on),
                grounds: typed.all("ground").into_iter().map(str::to_owned).collect(),
                why: typed.one("why").to_owned(),
                late_reason: typed.one("late_reason").to_owned(),
                // a notice of more time names the authority; the courts are for a refusal (art. 12(4))
                remedies: complaint.into_iter().collect(),
                complete,
                letter,
                step: sight.step(errors.unwrap_or_else(blocked)),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

fn missing(said: Said, field: Option<&str>) -> Tick {
    Tick { tone: Some(Tone::Stop), said, field: field.map(str::to_owned) }
}

/// `GET …/withdraw`.
pub async fn withdraw_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_withdraw(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/withdraw`: by what the person wrote or said, kept as evidence.
pub async fn withdraw(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let done = seat
        .step(&id, &fields, move |step| {
            let requests = waiting::ticked(&typed)?;
            handling::withdraw(step, requests, Some(evidence(&typed)?))
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Withdraw)),
        Ended::Again(status, errors) => show_withdraw(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::Withdraw, "withdraw", &fields, &["evidence"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

/// The day it came and what it said. Without words the law says what is missing.
fn evidence(typed: &Fields) -> Result<String> {
    let told_on = typed.date("told_on").ok_or(Error::field("told_on", "error-date-unreal"))?;
    let words = typed.one("evidence").trim();
    Ok(if words.is_empty() { String::new() } else { format!("{told_on}: {words}") })
}

async fn show_withdraw(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "withdraw", |_, _, _| Ok(()))?;
            if sight.requests_for(EventKind::Withdraw).is_empty() {
                return Ok(None);
            }
            let told_on = typed.one("told_on").to_owned();
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::Withdraw, &[]));
            Ok(Some(WithdrawByEvidence {
                desk,
                requests: waiting::choices(&sight, EventKind::Withdraw, &typed),
                evidence: typed.one("evidence").to_owned(),
                told_on: if told_on.is_empty() { sight.today.to_string() } else { told_on },
                undo_until_on: sight.today + Days::new(UNDO_DAYS),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
