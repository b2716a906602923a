//! What the books of a privacy officer share: the frame, choices, names, files to take along.

use crate::domain::access::Role;
use crate::services::app::Controller;
use crate::services::{Result, books};
use crate::web::frame;
use crate::web::staff::show::Answer;
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web};
use crate::web::view::parts::Choice;
use crate::web::view::shell::{Desk, Place};
use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

/// The frame of a book.
pub async fn desk(state: &State, seat: &Seat) -> Result<Desk> {
    frame::desk(state, &seat.signed, Place::Elsewhere, "", Vec::new()).await
}

/// Whether this reader may enter something, or only reads.
pub fn may_enter(seat: &Seat) -> bool {
    seat.actor.holds(Role::Officer)
}

/// The controllers to choose from; the first where none was chosen.
pub fn controllers(web: &Web, chosen: &str) -> Vec<Choice> {
    let all = web.app.controllers.all();
    let is_known = all.iter().any(|c| c.slug == chosen);
    all.iter()
        .enumerate()
        .map(|(at, c)| Choice {
            value: c.slug.clone(),
            name: c.legal_name.clone(),
            chosen: if is_known { c.slug == chosen } else { at == 0 },
        })
        .collect()
}

/// The controller a form names; the only one where the form had nothing to choose.
pub fn controller<'a>(web: &'a Web, slug: &str) -> Result<&'a Controller> {
    match (web.app.controllers.all(), slug) {
        ([only], "") => Ok(only),
        _ => web.app.controllers.by_slug(slug),
    }
}

/// The name of the controller of a row; one that is not configured any more has none.
pub fn name_of(web: &Web, controller_id: &str) -> String {
    web.app.controllers.get(controller_id).map(|c| c.legal_name.clone()).unwrap_or_default()
}

/// A table as a file.
pub fn file(name: &str, rows: &[Vec<String>]) -> Answer {
    let bytes = books::csv(rows)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")))
        .body(bytes))
}
