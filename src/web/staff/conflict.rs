//! Two people on one case: the second sees what changed, and what they typed is kept.

use crate::crypto::csrf;
use crate::domain::event::EventKind;
use crate::domain::request::State as Stand;
use crate::services::Result;
use crate::store::chain::EventRow;
use crate::store::{chain, staff, tasks};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame::FORM_LIFE;
use crate::web::staff::history::Reader;
use crate::web::staff::refusals;
use crate::web::staff::steps::{Seat, Sight, look};
use crate::web::view::Said;
use crate::web::view::desk::conflict::{Conflict, StateChange, Typed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

/// Most changes shown.
const MOST: i64 = 30;

/// The step somebody wanted to take on a page that was no longer true.
pub struct Wanted {
    /// The event.
    pub event: EventKind,
    /// Where its form goes, after `/desk/cases/{id}/`.
    pub tail: String,
    /// Everything that was typed.
    pub fields: Fields,
    /// Fields that hold words of their own: shown to be copied or changed.
    pub shown: &'static [&'static str],
}

impl Wanted {
    /// A step with what was typed for it.
    pub fn of(
        event: EventKind,
        tail: impl Into<String>,
        fields: &Fields,
        shown: &'static [&'static str],
    ) -> Self {
        Wanted { event, tail: tail.into(), fields: fields.clone(), shown }
    }

    fn typed(&self) -> Vec<Typed> {
        let own = self.fields.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "csrf" | "version"));
        own.map(|(name, value)| {
            let is_words = self.shown.contains(&name.as_str())
                || self.shown.iter().any(|shown| shown.ends_with('-') && name.starts_with(shown));
            Typed { name: name.clone(), value: value.clone(), shown: is_words && !value.is_empty() }
        })
        .collect()
    }
}

/// The page, with status 409. Nothing was written.
pub async fn page(seat: &Seat, id: &str, wanted: Wanted) -> std::result::Result<HttpResponse, Failure> {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let (opened_at, lang) = (opened_at(seat, &wanted.fields), seat.lang);
    let page = seat
        .run(move |web, actor| {
            let (sight, (who, lines, states)) = look(web, actor, &case_id, "case", |tx, key, sight| {
                let since = |row: &&EventRow| opened_at.is_none_or(|at| row.at.and_utc() >= at);
                let rows = chain::steps(tx.db, &case_id, MOST)?;
                let rows: Vec<&EventRow> = rows.iter().filter(since).collect();
                let (everybody, zone) = (staff::all(tx.db)?, sight.controller.rules.zone);
                let requests = &sight.stored.file.requests;
                let tasks = tasks::names(tx.db, key, &sight.stored.file.case.id)?;
                let reader = Reader {
                    app: &web.app,
                    lang,
                    staff: &everybody,
                    requests,
                    tasks: &tasks,
                    references: &BTreeMap::new(),
                    zone,
                    shows_numbers: false,
                };
                let words = rows.iter().map(|row| Ok(row.words(key)?)).collect::<Result<Vec<_>>>()?;
                let told = rows.iter().zip(&words).map(|(row, words)| (*row, words.as_deref()));
                let lines = reader.lines(told);
                let who = lines.first().map(|line| line.who.clone()).unwrap_or_default();
                let states = rows.iter().filter_map(|row| state_change(sight, row)).collect();
                Ok((who, lines, states))
            })?;
            let offers: Vec<_> = sight.offers_of(wanted.event).collect();
            // what is not in the table of events stands open to whoever may work on the case
            let blocked = if crate::domain::table::row(wanted.event).is_none() {
                None
            } else if offers.is_empty() {
                Some(Said::new("refusal-not_now"))
            } else if offers.iter().any(|offer| offer.blocked.is_none()) {
                None
            } else {
                offers.iter().find_map(|offer| offer.blocked.as_ref()).map(refusals::said_refusal)
            };
            Ok(Conflict {
                desk,
                step: sight.step(Vec::new()),
                who,
                opened_at: opened_at.map(|at| sight.moment(at)),
                changes: lines,
                states,
                event: wanted.event,
                action: blocked.is_none().then(|| format!("/desk/cases/{case_id}/{}", wanted.tail)),
                blocked,
                typed: wanted.typed(),
            })
        })
        .await?;
    seat.show(StatusCode::CONFLICT, &page)
}

/// When the page was made that sent the form: its token says so.
fn opened_at(seat: &Seat, fields: &Fields) -> Option<DateTime<Utc>> {
    let store = &seat.state.app.store;
    let (key, now) = (store.secrets.forms(), store.clock.now());
    csrf::check(key, &seat.signed.token, fields.one("csrf"), now, FORM_LIFE).ok()
}

/// Before and now, as an entry of the chain has it.
fn state_change(sight: &Sight, row: &EventRow) -> Option<StateChange> {
    let facts: Value = serde_json::from_str(&row.facts).ok()?;
    let state = |name: &str| facts.get(name).and_then(Value::as_str).and_then(Stand::from_code);
    let right = sight.stored.file.request(row.request_id.as_deref()?)?.right;
    Some(StateChange { right, before: state("from")?, now: state("to")? })
}
