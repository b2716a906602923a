//! Links from mails: confirm an address, fetch the code that shows who one is. Looking does
//! nothing, so that programs that follow every link in a mail confirm and fetch nothing.

use crate::services::{Error, identity};
use crate::store::codes::CODE_LIFE;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::ask::general;
use crate::web::public::visit::link_token;
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::prove::{ConfirmAddress, FetchCode, FetchStep, LinkStep};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

fn confirm_page(visit: &Visit<'_>, token: &str, step: LinkStep) -> Result<HttpResponse, Failure> {
    let page = ConfirmAddress {
        shell: visit.shell_of(&format!("confirm/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/confirm/{token}", visit.home()),
        step,
    };
    let status = if step == LinkStep::Closed { StatusCode::NOT_FOUND } else { StatusCode::OK };
    visit.show(status, &page)
}

/// `GET {home}/confirm/{token}`
pub async fn ask_confirm(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    let is_link = run(&state, move |web| identity::can_confirm(&web.app, &token)).await?;
    let step = match (is_link, visit.has("done")) {
        (false, _) => LinkStep::Closed,
        (true, true) => LinkStep::Done,
        (true, false) => LinkStep::Ask,
    };
    confirm_page(&visit, &path.1, step)
}

/// `POST {home}/confirm/{token}`
pub async fn confirm(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    if frame::check_token(&state, &token, fields.one("csrf")).is_err() {
        return confirm_page(&visit, &token, LinkStep::Ask);
    }
    match run(&state, move |web| identity::confirm_address(&web.app, &token)).await {
        Ok(()) => Ok(visit.to(&format!("confirm/{}?done", path.1))),
        Err(Error::NotFound) => confirm_page(&visit, &path.1, LinkStep::Closed),
        Err(other) => Err(other.into()),
    }
}

async fn fetch_page(
    visit: &Visit<'_>,
    token: &str,
    step: FetchStep,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let link = token.to_owned();
    let masked = run(visit.state, move |web| identity::link_leads_to(&web.app, &link)).await?;
    let (step, masked) = match masked {
        Some(masked) => (step, masked),
        None => (FetchStep::Closed, String::new()),
    };
    let status = match step {
        FetchStep::Closed => StatusCode::NOT_FOUND,
        _ if errors.is_empty() => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = FetchCode {
        shell: visit.shell_of(&format!("fetch/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/fetch/{token}", visit.home()),
        step,
        masked,
        minutes: CODE_LIFE.num_minutes(),
        errors,
    };
    visit.show(status, &page)
}

/// `GET {home}/fetch/{token}`
pub async fn ask_code(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let step = if visit.has("sent") { FetchStep::Enter } else { FetchStep::Ask };
    fetch_page(&visit, &link_token(&path.1)?, step, Vec::new()).await
}

/// `POST {home}/fetch/{token}` with `go`: `send` mails the code, `enter` types it.
///
/// A code is typed only where the case is open, by reference and case code. The mailbox on record
/// alone shows that somebody there got a mail, and the case code alone that somebody sent the form;
/// only both together show that the one who asks is the one on record. Otherwise the owner of a
/// mailbox could be talked into pressing a button and would prove a stranger's request.
pub async fn fetch(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    let is_entering = fields.one("go") == "enter";
    let step = if is_entering { FetchStep::Enter } else { FetchStep::Ask };
    if frame::check_token(&state, &token, fields.one("csrf")).is_err() {
        return fetch_page(&visit, &token, step, vec![general("error-form-old")]).await;
    }
    let open = visit.conversation().await?;
    if !is_entering {
        let link = token.clone();
        return match run(&state, move |web| identity::fetch_code(&web.app, &link)).await {
            Ok(()) if open.is_some() => Ok(visit.to(&format!("fetch/{token}?sent"))),
            Ok(()) => Ok(visit.to("find?why=code")),
            Err(Error::NotFound) => fetch_page(&visit, &token, FetchStep::Closed, Vec::new()).await,
            Err(other) => Err(other.into()),
        };
    }
    let Some(open) = open else { return Ok(visit.to("find?why=code")) };
    let code = fields.one("code").to_owned();
    if code.trim().is_empty() {
        let errors = vec![FieldError::new("code", Said::new("error-code-empty"))];
        return fetch_page(&visit, &token, step, errors).await;
    }
    match run(&state, move |web| identity::try_code(&web.app, &open.case_id, &code)).await {
        Ok(()) => Ok(visit.to("case?done=identity")),
        Err(Error::Invalid(wrong)) => fetch_page(&visit, &token, step, problems::said(&wrong, "")).await,
        Err(other) => Err(other.into()),
    }
}
