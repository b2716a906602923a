//! Exact search by reference, mail, phone or whole words of a name. Sent by POST: what was searched
//! for never stands in an address.

use crate::domain::access::Role;
use crate::domain::calendar::Country;
use crate::services::{Error, Result};
use crate::store::queue::{self as requests, Tab, View};
use crate::store::search;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::belonging::complaint;
use crate::web::staff::queue;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web, run};
use crate::web::view::desk::queue::Search;
use crate::web::view::shell::Place;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// Most rows one search shows.
const MOST: usize = 50;
/// Longest text searched for.
const LONGEST: usize = 200;

/// `GET /desk/search`: the empty page, for whoever comes back to it.
pub async fn search_page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = frame::desk(&state, &seat.signed, Place::Queue, "", Vec::new()).await?;
    show::page(
        &state,
        seat.lang,
        StatusCode::OK,
        &Search { desk, rows: Vec::new(), complaints: Vec::new(), more: false },
    )
}

/// `POST /desk/search`: `q`.
pub async fn search(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let typed: String = fields.one("q").trim().chars().take(LONGEST).collect();
    let desk = frame::desk(&state, &seat.signed, Place::Queue, &typed, Vec::new()).await?;
    let (lang, actor, member) = (seat.lang, seat.actor, seat.signed.session.member);
    let model = run(&state, move |web| {
        let view = View {
            tab: Tab::Open,
            controller_id: None,
            staff_id: &member.id,
            today: show::today(web),
            after: None,
            is_officer: member.roles.contains(&Role::Officer),
        };
        let ids = ids(web, &typed)?;
        let mut found = web.app.store.look(|db| Ok::<_, Error>(requests::of_cases(db, &ids, &view)?))?;
        let more = found.len() > MOST;
        found.truncate(MOST);
        let complaints = complaint::among(web, &actor, &member, &ids)?;
        Ok(Search { desk, rows: queue::tell(web, &actor, "search", &found)?, complaints, more })
    })
    .await?;
    show::page(&state, lang, StatusCode::OK, &model)
}

/// The cases that fit. What the name index gives are candidates, and the store has opened
/// and compared them.
fn ids(web: &Web, typed: &str) -> Result<Vec<String>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let homes: Vec<Country> = web.app.controllers.all().iter().map(|c| c.rules.country).collect();
    let store = &web.app.store;
    store.look(|db| Ok(search::find(store, db, typed, &homes)?))
}
