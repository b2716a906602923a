//! The link in a notice to a known address. Looking does nothing and shows nothing of the case, so
//! that programs that follow every link in a mail stop nothing; one press does.

use crate::services::{Error, known};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::Visit;
use crate::web::public::visit::link_token;
use crate::web::state::{State, run};
use crate::web::view::public::prove::{LinkStep, StopCase};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

fn page(visit: &Visit<'_>, token: &str, step: LinkStep) -> Result<HttpResponse, Failure> {
    let page = StopCase {
        shell: visit.shell_of(&format!("not-me/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/not-me/{token}", visit.home()),
        step,
        phone: visit.controller.phone.clone(),
    };
    let status = if step == LinkStep::Closed { StatusCode::NOT_FOUND } else { StatusCode::OK };
    visit.show(status, &page)
}

/// `GET {home}/not-me/{token}`
pub async fn ask(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    let stops = run(&state, move |web| known::can_stop(&web.app, &token)).await?;
    let step = match (stops, visit.has("done")) {
        (false, _) => LinkStep::Closed,
        (true, true) => LinkStep::Done,
        (true, false) => LinkStep::Ask,
    };
    page(&visit, &path.1, step)
}

/// `POST {home}/not-me/{token}`
pub async fn stop(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    if frame::check_token(&state, &token, fields.one("csrf")).is_err() {
        return page(&visit, &token, LinkStep::Ask);
    }
    match run(&state, move |web| known::stop(&web.app, &token)).await {
        Ok(()) => Ok(visit.to(&format!("not-me/{}?done", path.1))),
        Err(Error::NotFound) => page(&visit, &path.1, LinkStep::Closed),
        Err(other) => Err(other.into()),
    }
}
