//! Legal hold on and off, into the bin and out of it: steps on a case.

use crate::domain::case::Flag;
use crate::domain::deadline::local_date;
use crate::domain::event::EventKind;
use crate::domain::request::Request;
use crate::domain::retention::{self, Keeper};
use crate::services::keeping;
use crate::store::chain;
use crate::web::form::Fields;
use crate::web::staff::case_facts::Facts;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::show::Answer;
use crate::web::staff::steps::{Ended, Seat, did, ended, look, staff_name};
use crate::web::state::State;
use crate::web::view::desk::keeping::{BinPage, Held, HoldPage, KeepingPanel};
use crate::web::view::parts::FieldError;
use crate::web::view::{Said, Slot};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use chrono::Days;

/// `GET …/hold`
pub async fn hold_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_hold(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/hold`: `reason`; puts it on or lifts it, whichever the page offered (`off`).
pub async fn hold(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let is_off = fields.one("off") == "yes";
    let event = if is_off { EventKind::LegalHoldOff } else { EventKind::LegalHoldOn };
    let reason = fields.one("reason").trim().to_owned();
    let done = seat
        .step(&id, &fields, move |step| match is_off {
            true => keeping::release(step, reason),
            false => keeping::hold(step, reason),
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, event)),
        Ended::Again(status, errors) => show_hold(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => conflict::page(&seat, &id, Wanted::of(event, "hold", &fields, &["reason"])).await,
    }
}

async fn show_hold(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, held) = look(web, actor, &case_id, "hold", |tx, key, sight| {
                if !sight.stored.file.case.is(Flag::LegalHold) {
                    return Ok(None);
                }
                let Some(entry) = chain::newest(tx.db, &case_id, EventKind::LegalHoldOn)? else {
                    return Ok(None);
                };
                Ok(Some(Held {
                    user: staff_name(tx, entry.actor.strip_prefix("staff:")),
                    on: local_date(sight.controller.rules.zone, entry.at.and_utc()),
                    reason: entry.words(key)?.unwrap_or_default(),
                }))
            })?;
            let is_offered = [EventKind::LegalHoldOn, EventKind::LegalHoldOff]
                .into_iter()
                .any(|event| sight.offers_of(event).next().is_some());
            let errors = errors.unwrap_or_default();
            Ok(is_offered.then(|| HoldPage {
                desk,
                held,
                reason: typed.one("reason").to_owned(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// `GET …/bin`
pub async fn bin_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_bin(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/bin`: `reason`; in, or out again (`out`).
pub async fn bin(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let is_out = fields.one("out") == "yes";
    let event = if is_out { EventKind::Unbin } else { EventKind::Bin };
    let reason = fields.one("reason").trim().to_owned();
    let done = seat
        .step(&id, &fields, move |step| match is_out {
            true => keeping::unbin(step),
            false => keeping::bin(step, reason),
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, event)),
        Ended::Again(status, errors) => show_bin(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => conflict::page(&seat, &id, Wanted::of(event, "bin", &fields, &["reason"])).await,
    }
}

async fn show_bin(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, ()) = look(web, actor, &case_id, "bin", |_, _, _| Ok(()))?;
            let is_in = sight.stored.file.case.is(Flag::Bin);
            let event = if is_in { EventKind::Unbin } else { EventKind::Bin };
            let is_offered = sight.offers_of(event).next().is_some();
            let errors = errors.unwrap_or_else(|| sight.blocked(event, &[]));
            Ok(is_offered.then(|| BinPage {
                desk,
                is_in,
                reason: typed.one("reason").to_owned(),
                step: sight.step(errors),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}

/// How long the case is kept, for its page. `evidence`: whether this reader may take it out.
pub(super) fn panel(facts: &Facts, evidence: bool) -> KeepingPanel {
    let case = &facts.stored.file.case;
    let today = facts.today();
    KeepingPanel {
        said: until(facts, &facts.stored.file.requests),
        is_over: case.retention_on.is_some_and(|on| on <= today),
        held: case.is(Flag::LegalHold).then(|| held(facts)).flatten(),
        kept_by: match case.retention_on {
            Some(_) => facts.kept_by.iter().copied().filter(|k| *k != Keeper::LegalHold).collect(),
            None => Vec::new(),
        },
        evidence: evidence.then(|| format!("/desk/cases/{}/evidence", facts.id())),
    }
}

fn until(facts: &Facts, requests: &[Request]) -> Said {
    let Some(reached_on) = facts.stored.file.case.retention_on else { return Said::new("keeping-open") };
    let last_on = reached_on - Days::new(1);
    // it may have closed under another setting: then only the day is sure
    let kept = retention::kept(&facts.controller.rules, requests).filter(|kept| kept.last_on == last_on);
    match kept.and_then(|kept| Some((kept, kept.outcome?))) {
        Some((kept, outcome)) => Said::new("keeping-until")
            .with("date", last_on)
            .with("day", Slot::Day(kept.closed_on))
            .with("n", i64::from(kept.months))
            .with("outcome", Said::new(format!("outcome-{outcome}-staff"))),
        None => Said::new("keeping-until_bare").with("date", last_on),
    }
}

fn held(facts: &Facts) -> Option<Held> {
    let (entry, words) = facts.held.as_ref()?;
    Some(Held {
        user: entry.actor.strip_prefix("staff:").and_then(|id| facts.name(id)).unwrap_or_default(),
        on: facts.local(entry.at.and_utc()).date_naive(),
        reason: facts.on_screen(words.as_deref().unwrap_or_default()),
    })
}
