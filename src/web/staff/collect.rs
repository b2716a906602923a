//! Collecting: the places to search, the records found there, and who is asked by hand.

use crate::domain::event::EventKind;
use crate::domain::identifier::masked;
use crate::services::collection::{self, Asked, ChosenRecord, ChosenSource};
use crate::services::handling::Step;
use crate::services::identity::{self, Judged};
use crate::services::{Error, FieldProblem, Result};
use crate::store::proofs;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::look_up;
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::state::{State, Web};
use crate::web::view::desk::RequestChoice;
use crate::web::view::desk::collect::{HandTask, SourceChoice, StartCollecting};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;

type Answer = std::result::Result<HttpResponse, Failure>;

/// Most rows for tasks by hand.
const MOST_HANDS: usize = 20;
const NAMES: &[(&str, &str)] = &[("task_name", "hand-1")];

/// `GET …/collect`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/collect`: one more row to ask by hand, or the start.
pub async fn start(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let is_more = fields.one("go") == "more";
    let started = if is_more {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| begin(step, &typed)).await
    };
    match ended(started, NAMES)? {
        Ended::Done(()) if is_more => show(&seat, &id, StatusCode::OK, fields, None).await,
        Ended::Done(()) => Ok(did(&id, EventKind::StartCollecting)),
        Ended::Again(status, errors) => show(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted =
                Wanted::of(EventKind::StartCollecting, "collect", &fields, &["hand-", "question-", "why-"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

fn begin(step: &Step<'_>, typed: &Fields) -> Result<()> {
    let requests: Vec<String> = typed.all("request").into_iter().map(str::to_owned).collect();
    if requests.is_empty() {
        return Err(Error::field("request", "need-any_right"));
    }
    let due_on = typed.date("due_on").ok_or(Error::field("due_on", "error-date-unreal"))?;
    collection::start(step, requests, &sources(typed)?, &hands(typed, due_on)?, due_on)
}

/// The sources that were ticked, with the records that were ticked in them.
fn sources(typed: &Fields) -> Result<Vec<ChosenSource>> {
    let records: Vec<_> = typed.all("record").into_iter().map(look_up::read_record).collect();
    let records: Option<Vec<_>> = records.into_iter().collect();
    let records = records.ok_or(Error::field("source", "error-record-gone"))?;
    let mut chosen: Vec<ChosenSource> = typed
        .all("source")
        .into_iter()
        .map(|source| ChosenSource { source: source.to_owned(), subjects: Vec::new() })
        .collect();
    for (source, key) in records {
        let reason = typed.one(&collection::reason_field(&source, &key)).to_owned();
        let key = ChosenRecord { key, reason };
        match chosen.iter_mut().find(|c| c.source == source) {
            Some(known) => known.subjects.push(key),
            // a record was ticked and its source was not: it is searched
            None => chosen.push(ChosenSource { source, subjects: vec![key] }),
        }
    }
    Ok(chosen)
}

/// How many rows to ask by hand were filled in; a row that was sent empty is one too.
fn rows(typed: &Fields) -> usize {
    (1..=MOST_HANDS).rev().find(|no| typed.has(&format!("hand-{no}"))).unwrap_or(0)
}

/// Whoever is asked by hand. A question without a name, or a date that is none, is said at its row.
fn hands(typed: &Fields, usual_on: NaiveDate) -> Result<Vec<Asked>> {
    let mut asked = Vec::new();
    let mut problems = Vec::new();
    for no in 1..=rows(typed) {
        let field = |name: &str| format!("{name}-{no}");
        let question = typed.one(&field("question")).trim().to_owned();
        let due = typed.filled(&field("due"));
        let due_on = match (&due, typed.date(&field("due"))) {
            (None, _) => Some(usual_on),
            (Some(_), on) => on,
        };
        match (typed.filled(&field("hand")), due_on) {
            (None, _) if question.is_empty() => {}
            (None, _) => problems.push(FieldProblem::new(&field("hand"), "need-words-task_name")),
            (_, None) => problems.push(FieldProblem::new(&field("due"), "error-date-unreal")),
            (Some(name), Some(due_on)) => asked.push(Asked { name, question, due_on }),
        }
    }
    if problems.is_empty() { Ok(asked) } else { Err(Error::Invalid(problems)) }
}

async fn show(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk, lang) = (id.to_owned(), seat.desk().await?, seat.lang);
    let page = seat
        .run(move |web, actor| {
            let (sight, (identifiers, judged)) = look(web, actor, &case_id, "collect", |tx, key, sight| {
                let proven = proofs::proven_addresses(tx.db, key, &case_id)?;
                let identifiers = identity::identifiers(&sight.stored, &sight.person, &proven);
                Ok((identifiers, identity::judged(tx, key, &case_id)?))
            })?;
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::StartCollecting, NAMES));
            // below the level nothing is searched: the page only says why
            let may = sight.offers_of(EventKind::StartCollecting).any(|offer| offer.blocked.is_none());
            let sources = if may { places(web, actor, &sight, lang, &typed, &judged)? } else { Vec::new() };
            let usual_on = collection::default_due_on(&web.app, &sight.stored)?;
            let typed_due = typed.one("due_on").to_owned();
            let more = usize::from(typed.one("go") == "more");
            let hands = (rows(&typed) + more).clamp(1, MOST_HANDS);
            Ok(StartCollecting {
                desk,
                requests: choices(&sight, &typed),
                sources,
                hands: (1..=hands).map(|no| hand(no, &typed)).collect(),
                due_on: if typed_due.is_empty() { usual_on.to_string() } else { typed_due },
                identifiers: identifiers.iter().map(|i| masked(i.kind, &i.value)).collect(),
                can_add: hands < MOST_HANDS,
                is_added: more == 1,
                can_start: may,
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}

fn choices(sight: &Sight, typed: &Fields) -> Vec<RequestChoice> {
    let (sent, chosen) = (typed.has("version"), typed.all("request"));
    sight
        .requests_for(EventKind::StartCollecting)
        .into_iter()
        .map(|request| {
            let free = sight
                .offer(EventKind::StartCollecting, &request.id)
                .is_some_and(|offer| offer.blocked.is_none());
            let ticked = if sent { chosen.contains(&request.id.as_str()) } else { free };
            RequestChoice { id: request.id.clone(), right: request.right, chosen: ticked }
        })
        .collect()
}

/// Every connected source with the records a fresh search finds. What somebody said at look-up to be
/// the person is ticked, and what something proven points at; the rest waits for a human to say so.
fn places(
    web: &Web,
    actor: &crate::domain::access::Actor,
    sight: &Sight,
    lang: crate::domain::language::Lang,
    typed: &Fields,
    judged: &Judged,
) -> Result<Vec<SourceChoice>> {
    let sent = typed.has("version");
    let (sources, records) = (typed.all("source"), typed.all("record"));
    let found = identity::search(&web.app, actor, &sight.stored.file.case.id)?;
    let all = look_up::result(&web.app, sight, lang, &found, (typed, judged));
    let mut lines = all.sources.into_iter();
    let mut candidates = all.candidates.into_iter().peekable();
    Ok(found
        .iter()
        .map(|looked| {
            let line = lines.next();
            let count = looked.found.as_ref().map_or(0, Vec::len);
            let mut own: Vec<_> = candidates.by_ref().take(count).collect();
            for (candidate, one) in own.iter_mut().zip(looked.found.iter().flatten()) {
                let record = (looked.source.clone(), one.key.clone());
                let is_sent = records.contains(&candidate.value.as_str());
                candidate.chosen = if sent { is_sent } else { judged.collects(&record, candidate.proven) };
                candidate.why = typed.one(&candidate.why_field).to_owned();
            }
            SourceChoice {
                value: looked.source.clone(),
                name: line.map(|line| line.name).unwrap_or_default(),
                chosen: if sent { sources.contains(&looked.source.as_str()) } else { looked.found.is_ok() },
                trouble: looked.found.as_ref().err().map(|code| look_up::trouble(code)),
                records: own,
            }
        })
        .collect())
}

fn hand(no: usize, typed: &Fields) -> HandTask {
    let one = |name: &str| typed.one(&format!("{name}-{no}")).to_owned();
    HandTask { no, name: one("hand"), question: one("question"), due_on: one("due") }
}
