//! The case page, and the steps of one press: take it, give it to a colleague.

use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::request::{Request, State as Stand};
use crate::services::handling;
use crate::services::{App, Error, Result};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::case_facts::{self, Facts};
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::{Seat, did};
use crate::web::staff::{case_panels as panels, history, keeping, offers, refusals, related, rows};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::desk::case::{CasePage, Draft, HistoryLine};
use crate::web::view::desk::identity::Assign;
use crate::web::view::desk::queue::Mark;
use crate::web::view::desk::{RequestChoice, Step as Shown};
use crate::web::view::parts::{Choice, FieldError, Tone};
use crate::web::view::shell::{Desk, Notice, Place};
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// `GET /desk/cases/{id}`
pub async fn case(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (actor, case_id) = (seat.actor.clone(), id.into_inner());
    let asked = request.query_string().to_owned();
    let facts = run(&state, move |web| case_facts::read_as(web, &actor, &case_id, &asked)).await?;
    let notices = just_done(request.query_string()).into_iter().collect();
    show_facts(&state, &seat, &facts, StatusCode::OK, Draft::default(), notices).await
}

/// What the step did that led here: said once, at the top.
fn just_done(query: &str) -> Option<Notice> {
    let what = EventKind::from_code(query.strip_prefix("did=")?)?;
    let key = format!("did-{what}");
    words::exists(&key).then(|| Notice { tone: Some(Tone::Done), said: Said::new(key) })
}

/// The page with what was typed, and with facts to tell at its top.
pub(super) async fn show_case(
    state: &State,
    seat: &Seat,
    case_id: &str,
    status: StatusCode,
    draft: Draft,
    notices: Vec<Notice>,
) -> Answer {
    let (actor, id) = (seat.actor.clone(), case_id.to_owned());
    let facts = run(state, move |web| case_facts::read(web, &actor, &id)).await?;
    show_facts(state, seat, &facts, status, draft, notices).await
}

async fn show_facts(
    state: &State,
    seat: &Seat,
    facts: &Facts,
    status: StatusCode,
    draft: Draft,
    mut notices: Vec<Notice>,
) -> Answer {
    if facts.messages.iter().any(|(message, _)| message.failed_at.is_some()) {
        notices.push(Notice { tone: Some(Tone::Stop), said: Said::new("event-letter_failed-done") });
    }
    let desk = frame::desk(state, &seat.signed, Place::Queue, "", notices).await?;
    show::page(state, seat.lang, status, &model(facts, &state.app, seat, desk, draft))
}

fn model(facts: &Facts, app: &App, seat: &Seat, desk: Desk, draft: Draft) -> CasePage {
    let (file, lang) = (&facts.stored.file, seat.lang);
    let works = case_facts::works(&seat.signed.session.member.roles);
    let offered = offers::all(facts, &seat.actor);
    let can_assign = offered.iter().any(|o| o.event == EventKind::Assign && o.blocked.is_none());
    CasePage {
        desk,
        case_id: facts.id().to_owned(),
        version: file.case.version,
        reference: facts.stored.reference.clone(),
        person: Some(facts.person.name.clone()).filter(|name| !name.is_empty()),
        controller: facts.controller.legal_name.clone(),
        intake: file.case.intake,
        language: facts.stored.lang,
        flags: marks(facts),
        next: offers::next(facts, &offered, &seat.actor),
        clocks: panels::clocks(facts, lang),
        requests: panels::cards(facts, &seat.actor, &offered),
        messages: panels::messages(facts, lang),
        draft,
        hides_numbers: facts.holds_number() && !facts.shows_numbers,
        shows_numbers: facts.holds_number() && facts.shows_numbers,
        files: panels::files(facts, None),
        tasks: panels::tasks(facts, app, lang, works),
        findings: panels::findings(facts, lang),
        actions: offers::actions(facts, &offered, None),
        who: panels::person(facts),
        identity: panels::identity(facts),
        checklist: panels::checklist(facts),
        colleagues: colleagues(facts),
        can_assign,
        can_write: works,
        history: lines(facts, app, lang),
        entries: facts.entries,
        left_out: left_out(facts),
        chain_whole: facts.is_chain_whole,
        linked: related::lines(&facts.related),
        hint: related::hint(&facts.related),
        apart: panels::apart(facts),
        is_complaint: file.requests.is_empty(),
        keeping: keeping::panel(facts, false),
    }
}

/// The marks of the case; with them, that the person was not sure what to ask for, as long as
/// somebody still has to read their words.
fn marks(facts: &Facts) -> Vec<Mark> {
    let mut marks = rows::case_marks(&facts.stored.file.case.flags);
    let is_early = |r: &Request| matches!(r.state, Stand::Received | Stand::Assessing);
    let is = |kind: EventKind| facts.steps.iter().filter(move |(row, _)| row.kind == kind.code());
    let mut first = is(EventKind::Submit);
    let was_unsure = first.any(|(row, _)| row.facts.contains("\"unsure\":true"));
    if was_unsure && is(EventKind::Reclassify).next().is_none() && facts.open().any(is_early) {
        marks.push(rows::mark("unsure", Some(Tone::Soon), "info"));
    }
    marks
}

/// The chain, newest first.
fn lines(facts: &Facts, app: &App, lang: Lang) -> Vec<HistoryLine> {
    let requests = &facts.stored.file.requests;
    let tasks = facts.tasks.iter().map(|held| (held.task.id.clone(), held.name.clone())).collect();
    let zone = facts.controller.rules.zone;
    let (staff, shows_numbers) = (&facts.staff, facts.shows_numbers);
    let references = related::references(&facts.related);
    let reader = history::Reader {
        app,
        lang,
        staff,
        requests,
        tasks: &tasks,
        references: &references,
        zone,
        shows_numbers,
    };
    reader.lines(facts.steps.iter().map(|(row, words)| (row, words.as_deref())))
}

/// The entries of the chain that are no line of the history: who read the case, and what is older
/// than the page goes back.
fn left_out(facts: &Facts) -> Option<Said> {
    let shown = i64::try_from(facts.steps.len()).unwrap_or(i64::MAX);
    let others = facts.entries - shown;
    let key = if shown < case_facts::ENTRIES { "history-left_out" } else { "history-left_out-older" };
    (others > 0).then(|| Said::new(key).with("n", others).with("shown", shown))
}

/// Whom it can be given to; who has it now is chosen.
fn colleagues(facts: &Facts) -> Vec<Choice> {
    let now = facts.open().find_map(|request| request.assignee.as_deref());
    facts
        .colleagues()
        .map(|member| Choice {
            value: member.id.clone(),
            name: member.name.clone(),
            chosen: now == Some(member.id.as_str()),
        })
        .collect()
}

/// `POST …/claim`: `version`, `request` each (none: every request one may take).
pub async fn claim(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let requests = chosen(&fields);
    let done = seat.step(&id, &fields, move |step| handling::claim(step, requests)).await;
    ended(&state, &seat, &id, &fields, EventKind::Claim, done).await
}

/// `GET …/assign`
pub async fn assign_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_assign(&state, &seat, &id, StatusCode::OK, Vec::new()).await
}

async fn show_assign(
    state: &State,
    seat: &Seat,
    case_id: &str,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let (actor, id) = (seat.actor.clone(), case_id.to_owned());
    let facts = run(state, move |web| case_facts::read(web, &actor, &id)).await?;
    let desk = frame::desk(state, &seat.signed, Place::Queue, "", Vec::new()).await?;
    let choice = |r: &crate::domain::request::Request| RequestChoice {
        id: r.id.clone(),
        right: r.right,
        chosen: true,
    };
    let model = Assign {
        desk,
        step: shown_step(&facts, errors),
        requests: facts.open().map(choice).collect(),
        colleagues: colleagues(&facts),
    };
    show::page(state, seat.lang, status, &model)
}

pub(super) fn shown_step(facts: &Facts, errors: Vec<FieldError>) -> Shown {
    Shown {
        case_id: facts.id().to_owned(),
        reference: facts.stored.reference.clone(),
        person: facts.person.name.clone(),
        version: facts.stored.file.case.version,
        errors,
    }
}

/// `POST …/assign`: `version`, `to`, `request` each.
pub async fn assign(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (requests, to) = (chosen(&fields), fields.one("to").to_owned());
    let done = seat
        .step(&id, &fields, move |step| match handling::assign(step, requests, &to) {
            // whoever is not there is nobody to give it to; a case that is not there shows no form
            Err(Error::NotFound) => Err(Error::field("to", "error-colleague")),
            other => other,
        })
        .await;
    match done {
        Err(Error::Invalid(problems)) => {
            let errors = show::errors(&problems);
            show_assign(&state, &seat, &id, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        other => ended(&state, &seat, &id, &fields, EventKind::Assign, other).await,
    }
}

fn chosen(fields: &Fields) -> Vec<String> {
    fields.all("request").into_iter().map(str::to_owned).collect()
}

/// The form of a step, below the case.
fn tail(event: EventKind) -> &'static str {
    match event {
        EventKind::Claim => "claim",
        EventKind::Assign => "assign",
        EventKind::MessageSent => "message",
        _ => "note",
    }
}

/// Back to the case; or why not: somebody was faster, or the law says no.
pub(super) async fn ended(
    state: &State,
    seat: &Seat,
    case_id: &str,
    fields: &Fields,
    event: EventKind,
    done: Result<()>,
) -> Answer {
    match done {
        Ok(()) => Ok(did(case_id, event)),
        Err(Error::Stale) => {
            let wanted = Wanted::of(event, tail(event), fields, &["text", "note"]);
            conflict::page(seat, case_id, wanted).await
        }
        Err(Error::Refused(refusal)) => {
            let said = refusals::said_refusal(&refusal);
            let notices = vec![Notice { tone: Some(Tone::Stop), said }];
            let draft = Draft {
                text: fields.one("text").to_owned(),
                note: fields.one("note").to_owned(),
                errors: Vec::new(),
            };
            show_case(state, seat, case_id, StatusCode::CONFLICT, draft, notices).await
        }
        Err(other) => Err(Failure(other)),
    }
}
