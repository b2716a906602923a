//! Asking what it is about; deciding on a pause; closing what nobody replied about.

use crate::domain::calendar;
use crate::domain::decide::{PauseChoice, decide_by_on, lapses_from};
use crate::domain::event::EventKind;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::waiting::{self, ScopeQuestion};
use crate::services::{Error, letters};
use crate::store::cases;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::staff::waiting::{choices, ticked};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::waiting::{AskScope, DecidePause, WithLetter};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{Days, NaiveDate};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// How long the person is given to reply unless something else is chosen.
const REPLY_DAYS: u64 = 21;
/// What the form calls the fields of the law.
const ASK: &[(&str, &str)] = &[("reply_by_on", "by_on")];

/// `GET …/scope/{request}`.
pub async fn scope_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show_scope(&seat, &id, &request_id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/scope/{request}`: looks at the letter again, or asks.
pub async fn ask_scope(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let asked = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let by_on = typed.date("by_on").ok_or(Error::field("by_on", "error-date-unreal"))?;
            waiting::ask_scope(step, &wanted, &question(&typed, by_on))
        })
        .await
    };
    match ended(asked, ASK)? {
        Ended::Done(()) if is_check => {
            show_scope(&seat, &id, &request_id, StatusCode::OK, fields, Some(Vec::new())).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::AskScope)),
        Ended::Again(status, errors) => {
            show_scope(&seat, &id, &request_id, status, fields, Some(errors)).await
        }
        Ended::Overtaken => {
            let tail = format!("scope/{request_id}");
            let shown = &["amount", "question", "meanwhile"];
            conflict::page(&seat, &id, Wanted::of(EventKind::AskScope, tail, &fields, shown)).await
        }
    }
}

/// The question as typed, a paragraph each, as it stands in the letter.
fn question(typed: &Fields, reply_by_on: NaiveDate) -> ScopeQuestion {
    let paragraph = |name: &str| typed.one(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let inside = |name: &str| paragraph(name).trim_end_matches('.').to_owned();
    ScopeQuestion {
        amount: inside("amount"),
        question: paragraph("question"),
        meanwhile: inside("meanwhile"),
        reply_by_on,
    }
}

async fn show_scope(
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
            let (sight, (letter, on_paper)) = look(web, actor, &case_id, "ask_scope", |_, key, sight| {
                let request = sight.request(&request_id)?;
                let by_on = typed.date("by_on").unwrap_or(sight.today + Days::new(REPLY_DAYS));
                let asked = question(&typed, by_on);
                let mut missing = Vec::new();
                missing.extend(asked.amount.is_empty().then(|| Said::new("need-words-amount")));
                missing.extend(asked.question.is_empty().then(|| Said::new("need-words-question")));
                let letter = waiting::scope_letter(&asked, others(sight, request), in_time(sight, request));
                let letter = preview::letter(web, key, sight, &letter, missing)?;
                Ok((letter, letters::goes_on_paper(key, &sight.stored)?))
            })?;
            let request = sight.request(&request_id)?;
            if sight.offer(EventKind::AskScope, &request_id).is_none() {
                return Ok(None);
            }
            let rules = &sight.controller.rules;
            let unpaused_on = request.dates.act_by_on;
            let by_on = typed.one("by_on").to_owned();
            let usual = || (sight.today + Days::new(REPLY_DAYS)).to_string();
            Ok(Some(AskScope {
                desk,
                request_id: request_id.clone(),
                language: sight.stored.lang,
                amount: typed.one("amount").to_owned(),
                question: typed.one("question").to_owned(),
                meanwhile: typed.one("meanwhile").to_owned(),
                by_on: if by_on.is_empty() { usual() } else { by_on },
                pauses_until_on: calendar::working_days_add(
                    rules.country,
                    rules.profile,
                    request.received_on,
                    rules.ask_within_working_days,
                ),
                pauses: in_time(&sight, request),
                on_paper,
                others: others(&sight, request),
                unpaused_on,
                decide_by_on: decide_by_on(rules, unpaused_on),
                letter,
                step: sight.step(errors.unwrap_or_else(|| sight.blocked(EventKind::AskScope, ASK))),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// The other rights of the case that go on while this one waits.
fn others(sight: &Sight, request: &Request) -> Vec<Right> {
    let goes_on = |r: &&Request| r.id != request.id && r.state.is_open() && r.open_pause().is_none();
    sight.stored.file.requests.iter().filter(goes_on).map(|r| r.right).collect()
}

/// Whether a question that goes out today stops the clock.
fn in_time(sight: &Sight, request: &Request) -> bool {
    let rules = &sight.controller.rules;
    let waited =
        calendar::working_days_between(rules.country, rules.profile, request.received_on, sight.today);
    waited <= rules.ask_within_working_days
}

/// `GET …/pause`.
pub async fn decide_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_decide(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/pause`. What was chosen is done on its own page, which comes next.
pub async fn decide(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let chosen = PauseChoice::from_code(fields.one("choice"));
    let decided = seat
        .step(&id, &fields, move |step| {
            let requests = ticked(&typed)?;
            let choice = chosen.ok_or(Error::field("choice", "error-pause-choice"))?;
            waiting::decide_pause(step, requests, choice, typed.one("reason").trim().to_owned())
        })
        .await;
    match ended(decided, &[])? {
        Ended::Done(()) => {
            let first = fields.all("request").first().copied().unwrap_or_default().to_owned();
            Ok(match chosen {
                Some(PauseChoice::Refuse) => onward(&id, &format!("answer/{first}")),
                Some(PauseChoice::Extend) => onward(&id, &format!("extend/{first}")),
                _ => did(&id, EventKind::DecidePause),
            })
        }
        Ended::Again(status, errors) => show_decide(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::DecidePause, "pause", &fields, &["reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

fn onward(case_id: &str, tail: &str) -> HttpResponse {
    let to = format!("/desk/cases/{case_id}/{tail}");
    HttpResponse::SeeOther().insert_header((LOCATION, to)).finish()
}

async fn show_decide(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, question) = look(web, actor, &case_id, "pause", |tx, key, sight| {
                let waiting = sight.requests_for(EventKind::DecidePause);
                let Some(pause) = waiting.iter().find_map(|r| r.open_pause()) else { return Ok(None) };
                Ok(cases::asked_item(tx.db, key, &case_id, pause.kind)?)
            })?;
            let waiting = sight.requests_for(EventKind::DecidePause);
            let Some(request) = waiting.iter().min_by_key(|r| r.dates.act_by_on) else { return Ok(None) };
            let Some(pause) = request.open_pause() else { return Ok(None) };
            let unpaused_on = request.dates.act_by_on;
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::DecidePause, &[]));
            Ok(Some(DecidePause {
                desk,
                requests: choices(&sight, EventKind::DecidePause, &typed),
                asked_on: pause.asked_on,
                question: question.unwrap_or_default(),
                reminders: i64::from(pause.reminders),
                unpaused_on,
                decide_by_on: decide_by_on(&sight.controller.rules, unpaused_on),
                lapses_on: lapses_from(pause.asked_on),
                choices: PauseChoice::ALL.to_vec(),
                choice: PauseChoice::from_code(typed.one("choice")),
                reason: typed.one("reason").to_owned(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// `GET …/lapse`.
pub async fn lapse_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_lapse(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/lapse`: `request` each.
pub async fn lapse(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let closed = seat.step(&id, &fields, move |step| waiting::lapse(step, ticked(&typed)?)).await;
    match ended(closed, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::Lapse)),
        Ended::Again(status, errors) => show_lapse(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, Wanted::of(EventKind::Lapse, "lapse", &fields, &[])).await
        }
    }
}

async fn show_lapse(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, letter) = look(web, actor, &case_id, "lapse", |_, key, sight| {
                let chosen = choices(sight, EventKind::Lapse, &typed).into_iter().filter(|c| c.chosen);
                let chosen: Vec<String> = chosen.map(|c| c.id).collect();
                let letter = waiting::lapse_letter(&sight.stored.file, &chosen);
                preview::letter(web, key, sight, &letter, Vec::new())
            })?;
            let waiting = sight.requests_for(EventKind::Lapse);
            let asked = waiting.iter().filter_map(|r| r.open_pause()).map(|p| p.asked_on).min();
            let Some(asked_on) = asked else { return Ok(None) };
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::Lapse, &[]));
            Ok(Some(WithLetter {
                desk,
                action: sight.path("lapse"),
                event: EventKind::Lapse,
                lead: Said::new("lapse-lead"),
                right: None,
                requests: choices(&sight, EventKind::Lapse, &typed),
                dates: vec![
                    (Said::new("pause-asked"), asked_on),
                    (Said::new("pause-lapses"), lapses_from(asked_on)),
                ],
                reason: None,
                complete: preview::remedies(&sight, &letter),
                letter: Some(letter),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
