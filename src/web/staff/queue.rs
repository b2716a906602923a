//! The queue: tabs with counts, one page of requests, sorted by the day one has to act by.

use crate::domain::access::{Actor, Role};
use crate::domain::event::{Event, EventKind};
use crate::services::{Error, Result};
use crate::store::queue::{self as requests, After, Row, Tab, View};
use crate::store::{chain, linked, paper, staff::Member, undelivered};
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{belonging::complaint, letters, rows};
use crate::web::state::{State, Web, run};
use crate::web::view::desk::queue::{Queue, QueueRow, TabCount, grouped, up_to};
use crate::web::view::parts::Choice;
use crate::web::view::shell::Place;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate};
use serde_json::json;

/// What the address asks for.
struct Asked {
    tab: Tab,
    controller: Option<String>,
    after: Option<After>,
}

impl Asked {
    fn of(request: &HttpRequest, member: &Member) -> Asked {
        let value = |name: &str| {
            form_urlencoded::parse(request.query_string().as_bytes())
                .find(|(n, _)| n == name)
                .map(|(_, v)| v.into_owned())
                .filter(|v| !v.is_empty())
        };
        let works = member.roles.iter().any(|role| *role != Role::Auditor && role.sees_cases());
        let first = if works { Tab::Mine } else { Tab::Open };
        Asked {
            tab: value("tab").and_then(|tab| Tab::from_code(&tab)).unwrap_or(first),
            controller: value("controller"),
            after: value("after").and_then(|after| cursor(&after)),
        }
    }
}

/// Where the next page begins: opaque to the reader.
fn cursor(text: &str) -> Option<After> {
    let clear = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let (place, id) = clear.split_once(' ')?;
    match place.parse() {
        Ok(on) => Some(After::ActBy(on, id.to_owned())),
        Err(_) => {
            let at = DateTime::from_timestamp_micros(place.parse().ok()?)?;
            Some(After::Closed(at, id.to_owned()))
        }
    }
}

fn written(after: &After) -> String {
    URL_SAFE_NO_PAD.encode(match after {
        After::ActBy(on, id) => format!("{on} {id}"),
        After::Closed(at, id) => format!("{} {id}", at.timestamp_micros()),
    })
}

/// `GET /desk`, `GET /desk/queue`: `tab`, `controller`, `after`.
pub async fn queue(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let member = seat.signed.session.member.clone();
    if !member.roles.iter().any(|role| role.sees_cases()) {
        return Ok(show::to("/desk/jobs"));
    }
    let asked = Asked::of(&request, &member);
    let works = member.roles.iter().any(|role| *role != Role::Auditor && role.sees_cases());
    let desk = frame::desk(&state, &seat.signed, Place::Queue, "", Vec::new()).await?;
    let (lang, actor) = (seat.lang, seat.actor);
    let model = run(&state, move |web| {
        let controller_id = match &asked.controller {
            Some(slug) => Some(web.app.controllers.by_slug(slug)?.id.clone()),
            None => None,
        };
        let view = View {
            tab: asked.tab,
            controller_id: controller_id.as_deref(),
            staff_id: &member.id,
            today: show::today(web),
            after: asked.after.clone(),
            is_officer: member.roles.contains(&Role::Officer),
        };
        let (tabs, page, more, unassigned, letters, complaints) = read(web, &member, &view)?;
        let shown = tell(web, &actor, "queue", &page)?;
        let came_back = web.app.store.look(|db| {
            Ok::<_, Error>(undelivered::waiting(db, &member.id, member.roles.contains(&Role::Officer))?)
        })?;
        Ok(Queue {
            undelivered: came_back,
            desk,
            tab: asked.tab,
            tabs,
            letters: works.then_some(letters),
            complaints: complaints.0.gt(&0).then_some(complaints),
            controllers: controllers(web, asked.controller.as_deref()),
            groups: grouped(shown),
            after: page.last().filter(|_| more).and_then(|row| row.after(asked.tab)).as_ref().map(written),
            unassigned,
            forms: forms(web),
        })
    })
    .await?;
    show::page(&state, lang, StatusCode::OK, &model)
}

type Read = (Vec<TabCount>, Vec<Row>, bool, Option<(i64, NaiveDate)>, (i64, bool), (i64, bool));

/// Counts and one page. Closed requests are not counted: their number grows for ever.
fn read(web: &Web, member: &Member, view: &View<'_>) -> Result<Read> {
    web.app.store.look(|db| {
        let counts = requests::counts(db, view)?;
        let count = |tab: Tab| counts.iter().find(|(of, _)| *of == tab).map(|(_, n)| *n);
        let tabs = Tab::ALL.iter().map(|tab| TabCount::new(*tab, count(*tab))).collect();
        let (page, more) = requests::page(db, view)?;
        let mut unassigned = None;
        if page.is_empty() {
            let nobody = View { tab: Tab::Unassigned, after: None, ..view.clone() };
            let (first, _) = requests::page(db, &nobody)?;
            unassigned = first.first().zip(count(Tab::Unassigned)).map(|(row, n)| (n, row.act_by_on));
        }
        let letters = up_to(paper::count(db, &letters::view(member))?);
        let complaints = up_to(linked::count(db, &complaint::view(member))?);
        Ok::<_, Error>((tabs, page, more, unassigned, letters, complaints))
    })
}

/// Shows rows: the entry that says which cases were listed is written first, then names are opened.
pub(super) fn tell(web: &Web, actor: &Actor, what: &str, rows: &[Row]) -> Result<Vec<QueueRow>> {
    let around = rows::around(web, rows)?;
    let whose = chain::staff_chain(actor.staff_id().unwrap_or_default());
    let event = Event::new(EventKind::Read, None, json!({ "what": what, "cases": rows::case_ids(rows) }));
    web.app.store.write(actor, |tx| chain::append(tx, &whose, None, &event).map_err(Error::from))?;
    rows::shown(web, rows, &around)
}

/// Our organisations to filter by; none when there is one.
fn controllers(web: &Web, chosen: Option<&str>) -> Vec<Choice> {
    let all = web.app.controllers.all();
    let choice = |c: &crate::services::app::Controller| Choice {
        value: c.slug.clone(),
        name: c.legal_name.clone(),
        chosen: chosen == Some(c.slug.as_str()),
    };
    if all.len() > 1 { all.iter().map(choice).collect() } else { Vec::new() }
}

fn forms(web: &Web) -> Vec<Choice> {
    let form = |c: &crate::services::app::Controller| Choice {
        value: format!("/o/{}", c.slug),
        name: c.legal_name.clone(),
        chosen: false,
    };
    web.app.controllers.all().iter().map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_page_begins_reads_back_and_nonsense_is_the_first_page() {
        let at = DateTime::from_timestamp_micros(1_700_000_000_123_456).unwrap();
        for after in
            [After::ActBy("2026-12-05".parse().unwrap(), "r1".into()), After::Closed(at, "r2".into())]
        {
            assert_eq!(cursor(&written(&after)), Some(after));
        }
        for nonsense in ["", "x", "AAAA", "2026-12-05 r1"] {
            assert_eq!(cursor(nonsense), None, "{nonsense}");
        }
    }
}
