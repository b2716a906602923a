//! The link in a newsletter that stops it. Looking does nothing, so that programs which follow every
//! link of a mail stop nothing; one press stops it, from our page or from the mail program itself
//! (RFC 8058), without cookie, form token or account.

use crate::domain::identifier::{IdentifierKind, masked};
use crate::domain::language::Lang;
use crate::services::Error;
use crate::services::stop_links::{self, Link, Pressed};
use crate::web::error::Failure;
use crate::web::public::Visit;
use crate::web::state::{State, run};
use crate::web::view::public::stop::{StopMarketing, StopStep};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The language of the page: what the reader chose, else that of the mail, else what their browser asks.
fn language(visit: &Visit<'_>, link: &Link) -> Lang {
    let has_chosen = visit.request.query_string().contains("lang=");
    if has_chosen { visit.lang } else { link.lang.unwrap_or(visit.lang) }
}

fn show(
    visit: &Visit<'_>,
    token: &str,
    link: Option<&Link>,
    step: StopStep,
    reference: Option<String>,
) -> Result<HttpResponse, Failure> {
    let path = format!("stop/{token}");
    let page = StopMarketing {
        shell: visit.shell_of(&path),
        action: format!("{}/{path}", visit.home()),
        step,
        right: link.map(|link| link.right),
        masked: link.map(|link| masked(IdentifierKind::Email, &link.email)).unwrap_or_default(),
        reference,
    };
    let status = if step == StopStep::Unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    visit.show(status, &page)
}

/// A token is written as ours are, or it leads nowhere and into no page.
fn written(token: &str) -> Result<String, Failure> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if token.len() <= crate::crypto::stops::LONGEST && token.chars().all(is_token) {
        return Ok(token.to_owned());
    }
    Err(Error::NotFound.into())
}

/// `GET {home}/stop/{token}`
pub async fn ask(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let mut visit = Visit::new(&state, &request, &path.0)?;
    let token = written(&path.1)?;
    match stop_links::read(&state.app, visit.controller, &token) {
        Ok(link) => {
            visit.lang = language(&visit, &link);
            show(&visit, &token, Some(&link), StopStep::Ask, None)
        }
        Err(Error::NotFound) => show(&visit, &token, None, StopStep::Unknown, None),
        Err(other) => Err(other.into()),
    }
}

/// `POST {home}/stop/{token}`: the body is not read. What it says was decided when the link was made.
pub async fn press(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let mut visit = Visit::new(&state, &request, &path.0)?;
    let token = written(&path.1)?;
    let link = stop_links::read(&state.app, visit.controller, &token).ok();
    if let Some(link) = &link {
        visit.lang = language(&visit, link);
    }
    let (controller, pressed, lang, from) =
        (visit.controller.clone(), token.clone(), visit.lang, visit.from());
    match run(&state, move |web| stop_links::press(&web.app, &controller, &pressed, lang, &from)).await {
        Ok(Pressed::Stopped { reference }) => {
            show(&visit, &token, link.as_ref(), StopStep::Done, Some(reference))
        }
        Ok(Pressed::Before) => show(&visit, &token, link.as_ref(), StopStep::Before, None),
        Err(Error::NotFound) => show(&visit, &token, None, StopStep::Unknown, None),
        Err(other) => Err(other.into()),
    }
}
