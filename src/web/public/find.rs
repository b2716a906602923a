//! Opening a case with reference and code, and a new code when it was lost. An unknown reference, a
//! wrong code and a case of somebody else give one and the same answer.

use crate::services::{Error, case_code, outbox, status};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::ask::general;
use crate::web::public::visit::link_token;
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::case::{FindCase, LostCode};
use crate::web::view::public::prove::{LinkStep, NewCode};
use actix_web::{HttpRequest, HttpResponse, web};

/// What the tokens of these forms are bound to: there is no session yet, and the guard has checked
/// where the form came from.
const NOBODY: &str = "find";

fn find_page(visit: &Visit<'_>, reference: &str, errors: Vec<FieldError>, notice: Option<Said>) -> FindCase {
    FindCase {
        shell: visit.shell_of("find"),
        csrf: frame::visitor_token(visit.state, NOBODY),
        reference: reference.to_owned(),
        errors,
        notice,
    }
}

/// `GET {home}/find`
pub async fn show(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let notice = match visit.mark("why").as_deref() {
        Some("over") => Some(Said::new("ui-find-over")),
        Some("left") => Some(Said::new("ui-find-left")),
        Some("code") => Some(Said::new("ui-find-code")),
        _ => None,
    };
    visit.ok(&find_page(&visit, "", Vec::new(), notice))
}

/// `POST {home}/find`
pub async fn open(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let (reference, code) = (fields.one("reference").trim().to_owned(), fields.one("code").trim().to_owned());
    let mut errors = Vec::new();
    if frame::check_token(&state, NOBODY, fields.one("csrf")).is_err() {
        errors.push(general("error-form-old"));
    }
    if reference.is_empty() {
        errors.push(FieldError::new("reference", Said::new("error-reference-part")));
    }
    if code.is_empty() {
        errors.push(FieldError::new("code", Said::new("error-code-empty")));
    }
    if !errors.is_empty() {
        return visit.again(&find_page(&visit, &reference, errors, None));
    }
    let (controller_id, from, typed) = (visit.controller.id.clone(), visit.from(), reference.clone());
    let opened = run(&state, move |web| status::open(&web.app, &controller_id, &typed, &code, &from)).await;
    match opened {
        Ok(token) => {
            let mut answer = visit.to("case");
            let cookie = cookies::set(&state.settings, cookies::PERSON, &token, None);
            answer.add_cookie(&cookie).map_err(|_| Error::Broken("a cookie".into()))?;
            Ok(answer)
        }
        Err(Error::Invalid(wrong)) => {
            visit.again(&find_page(&visit, &reference, problems::said(&wrong, ""), None))
        }
        Err(other) => Err(other.into()),
    }
}

fn lost_page(visit: &Visit<'_>, reference: &str, errors: Vec<FieldError>, sent: bool) -> LostCode {
    LostCode {
        shell: visit.shell_of("lost-code"),
        csrf: frame::visitor_token(visit.state, NOBODY),
        reference: reference.to_owned(),
        errors,
        sent,
    }
}

/// `GET {home}/lost-code`
pub async fn lost(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    visit.ok(&lost_page(&visit, "", Vec::new(), visit.has("sent")))
}

/// `POST {home}/lost-code`: what happens next is in the mailbox, whatever was typed here.
pub async fn send_new_code(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let reference = fields.one("reference").trim().to_owned();
    let error = if frame::check_token(&state, NOBODY, fields.one("csrf")).is_err() {
        Some(general("error-form-old"))
    } else {
        reference.is_empty().then(|| FieldError::new("reference", Said::new("error-reference-part")))
    };
    if let Some(error) = error {
        return visit.again(&lost_page(&visit, &reference, vec![error], false));
    }
    let from = visit.from();
    run(&state, move |web| case_code::ask(&web.app, &reference, &from)).await?;
    Ok(visit.to("lost-code?sent"))
}

fn new_code_page(visit: &Visit<'_>, token: &str, step: LinkStep, code: Option<String>) -> NewCode {
    NewCode {
        shell: visit.shell_of(&format!("new-code/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/new-code/{token}", visit.home()),
        step,
        code,
    }
}

/// `GET {home}/new-code/{token}`: one button, whatever the link; looking uses nothing up. After a
/// restore the page says at once that the button would do nothing yet.
pub async fn ask_new_code(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    run(&state, |web| outbox::refuse_held(&web.app)).await?;
    visit.ok(&new_code_page(&visit, &token, LinkStep::Ask, None))
}

/// `POST {home}/new-code/{token}`: the new code, shown once. There is no page to lead on to that
/// could show it again, so this is the one form answered without 303.
pub async fn show_new_code(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    if frame::check_token(&state, &token, fields.one("csrf")).is_err() {
        return visit.again(&new_code_page(&visit, &token, LinkStep::Ask, None));
    }
    let link = token.clone();
    match run(&state, move |web| case_code::replace(&web.app, &link)).await {
        Ok(code) => visit.ok(&new_code_page(&visit, &token, LinkStep::Done, Some(code))),
        Err(Error::NotFound) => visit.show(
            actix_web::http::StatusCode::NOT_FOUND,
            &new_code_page(&visit, &token, LinkStep::Closed, None),
        ),
        Err(other) => Err(other.into()),
    }
}
