//! Marketing was stopped: one form with what, when and who was told, which is the answer.

use crate::domain::access::Role;
use crate::domain::event::EventKind;
use crate::domain::identifier::{IdentifierKind, masked};
use crate::domain::outcome::Outcome;
use crate::domain::register::RecipientKind;
use crate::domain::request::State as Stand;
use crate::domain::stopping::{Channel, Stopped, newsletter_by};
use crate::services::app::Controller;
use crate::services::stopping::{self, Record};
use crate::services::{Error, FieldProblem, Result, answer};
use crate::store::cases::AnswerWords;
use crate::store::register;
use crate::store::staff::{self, Status};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, did, ended, look, to_case};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::stopped::{ChannelChoice, RecipientChoice, StoppedPage};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/stopped/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, None, Vec::new()).await
}

/// `POST …/stopped/{request}`: looks at the letter again, or keeps the record and sends it to review.
pub async fn stop(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let stored =
                step.app.store.look(|db| Ok::<_, Error>(crate::store::cases::load(db, step.case_id)?))?;
            let controller = step.app.controllers.get(&stored.file.case.controller_id)?;
            let received_on = stored.file.request(&wanted).ok_or(Error::NotFound)?.received_on;
            stopping::stop(step, &wanted, record(&typed, controller, received_on)?)
        })
        .await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => {
            show(&seat, &id, &request_id, StatusCode::OK, Some(fields), Vec::new()).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::MarketingStopped)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, Some(fields), errors).await,
        Ended::Overtaken => {
            let tail = format!("stopped/{request_id}");
            conflict::page(
                &seat,
                &id,
                Wanted::of(EventKind::MarketingStopped, tail, &fields, &["told", "words"]),
            )
            .await
        }
    }
}

fn channels(typed: &Fields) -> Vec<Channel> {
    let ticked = typed.all("channel");
    Channel::ALL.iter().copied().filter(|channel| ticked.contains(&channel.code())).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn at(typed: &Fields, controller: &Controller) -> Option<DateTime<FixedOffset>> {
    let time = NaiveTime::parse_from_str(typed.one("stopped_time").trim(), "%H:%M").ok()?;
    let local = typed.date("stopped_on")?.and_time(time);
    Some(controller.rules.zone.from_local_datetime(&local).earliest()?.fixed_offset())
}

fn stopped(
    typed: &Fields,
    controller: &Controller,
    received_on: NaiveDate,
    at: DateTime<FixedOffset>,
) -> Stopped {
    let channels = channels(typed);
    let newsletter_on =
        channels.contains(&Channel::Email).then(|| newsletter_by(received_on, controller.newsletter_days));
    let mut told: Vec<String> = typed.all("recipient").into_iter().map(str::to_owned).collect();
    told.extend(lines(typed.one("told")));
    Stopped { at, channels, told, newsletter_on, is_kept: false }
}

/// What was typed; what is missing is named at its field.
fn record(typed: &Fields, controller: &Controller, received_on: NaiveDate) -> Result<Record> {
    let mut problems = Vec::new();
    if channels(typed).is_empty() {
        problems.push(FieldProblem::new("channel", "error-stopped-channel"));
    }
    let when = at(typed, controller);
    if when.is_none() {
        problems.push(FieldProblem::new("stopped_on", "error-date-unreal"));
    }
    match when.filter(|_| problems.is_empty()) {
        Some(at) => Ok(Record {
            stopped: stopped(typed, controller, received_on, at),
            words: typed.one("words").trim().to_owned(),
            more: lines(typed.one("more")),
        }),
        None => Err(Error::Invalid(problems)),
    }
}

/// What most stops are, so that one press is enough: mail, now.
fn usual(now: DateTime<FixedOffset>) -> Fields {
    let field = |name: &str, value: String| (name.to_owned(), value);
    Fields::new(vec![
        field("channel", Channel::Email.code().into()),
        field("stopped_on", now.date_naive().to_string()),
        field("stopped_time", now.format("%H:%M").to_string()),
    ])
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: Option<Fields>,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (registered, staff, key)) =
                look(web, actor, &case_id, "answer", |tx, key, sight| {
                    let slug = &sight.controller.slug;
                    let registered = register::current(tx.db, slug)?.map(|stored| stored.register.recipient);
                    Ok((registered.unwrap_or_default(), staff::all(tx.db)?, key.clone()))
                })?;
            let request = sight.request(&request_id)?.clone();
            let is_open = matches!(request.state, Stand::Received | Stand::Assessing | Stand::Collecting);
            if !is_open || !request.right.is_answered_by_acting() {
                return Ok(None);
            }
            let now = sight.moment(sight.now);
            let typed = typed.unwrap_or_else(|| usual(now));
            let received_on = request.received_on;
            let record =
                stopped(&typed, &sight.controller, received_on, at(&typed, &sight.controller).unwrap_or(now));
            let given = [
                (IdentifierKind::Email, sight.person.email.clone()),
                (IdentifierKind::Phone, sight.person.phone.clone()),
            ];
            let kept: Vec<String> =
                given.into_iter().filter_map(|(kind, value)| Some(masked(kind, &value?))).collect();
            let more = typed.one("more").to_owned();
            let stopped = Stopped { is_kept: !kept.is_empty() || !lines(&more).is_empty(), ..record };
            let missing =
                if stopped.channels.is_empty() { vec![Said::new("error-stopped-channel")] } else { vec![] };
            let words = AnswerWords {
                words: typed.one("words").trim().to_owned(),
                stopped: Some(stopped),
                ..AnswerWords::default()
            };
            let late = sight.today > request.dates.statutory_on;
            let letter = answer::letter(request.right, Outcome::Fulfilled, words, late);
            let approves = |m: &&staff::Member| {
                m.status == Status::Active
                    && m.roles.contains(&Role::Approver)
                    && Some(m.id.as_str()) != actor.staff_id()
            };
            let is_shared = sight.controller.rules.four_eyes;
            let ticked = typed.all("recipient");
            Ok(Some(StoppedPage {
                desk,
                language: sight.stored.lang,
                due_on: request.dates.act_by_on,
                days: sight.days_to(request.dates.act_by_on),
                channels: Channel::ALL
                    .iter()
                    .map(|c| ChannelChoice { code: c.code(), chosen: channels(&typed).contains(c) })
                    .collect(),
                stopped_on: typed.one("stopped_on").to_owned(),
                stopped_time: typed.one("stopped_time").to_owned(),
                recipients: registered
                    .iter()
                    .filter(|r| r.kind == RecipientKind::Processor)
                    .map(|r| RecipientChoice {
                        name: r.name.clone(),
                        chosen: ticked.contains(&r.name.as_str()),
                    })
                    .collect(),
                told: typed.one("told").to_owned(),
                newsletter_on: newsletter_by(received_on, sight.controller.newsletter_days),
                more,
                kept,
                words: typed.one("words").to_owned(),
                approvers: staff
                    .iter()
                    .filter(|_| is_shared)
                    .filter(approves)
                    .map(|m| m.name.clone())
                    .collect(),
                letter: preview::letter(web, &key, &sight, &letter, missing)?,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await;
    match page {
        Ok(page) => seat.show_or_case(status, page.as_ref(), id),
        Err(Error::Refused(_)) => Ok(to_case(id)),
        Err(other) => Err(Failure(other)),
    }
}
