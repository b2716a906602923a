//! In front of every handler: the host we are, where an unsafe request came from, who may use the
//! route; behind it: the headers every answer has, and a page for every error.

use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::services::signing;
use crate::store::sessions::Session;
use crate::web::api;
use crate::web::cookies;
use crate::web::error;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::routes::{self, Access};
use crate::web::staff::kept;
use crate::web::state::{self, State, Web};
use crate::web::upload;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse};
use std::net::IpAddr;
use std::time::Instant;

/// The session of the member of staff who makes this request, put there by the guard.
#[derive(Clone)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Its token, for step-up, sign-out and form tokens.
    pub token: String,
}

/// The guard, around the whole application.
pub async fn guard(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let began = Instant::now();
    let Some(state) = request.app_data::<State>().cloned() else {
        return Ok(request.into_response(HttpResponse::InternalServerError().finish()));
    };
    let route = request.match_pattern().unwrap_or_else(|| "unknown".to_owned());
    let method = request.method().clone();
    let answer = match check(&state, &mut request, &route).await {
        Some(refused) => request.into_response(refused),
        // no copy of the request is held meanwhile: the router needs it for itself
        None => next.call(request).await?.map_into_boxed_body(),
    };
    let answer = explained(&state, answer);
    let answer = with_headers(&state, &route, answer);
    tracing::info!(
        method = named(&method),
        route,
        status = answer.status().as_u16(),
        ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        "request"
    );
    Ok(answer)
}

/// A method for the log: anybody can invent one, and the log tells nothing that was sent.
fn named(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// `None`: the handler may go on. Otherwise the answer.
async fn check(state: &State, request: &mut ServiceRequest, route: &str) -> Option<HttpResponse> {
    // health is asked by machines that know no name
    if matches!(route, "/healthz" | "/readyz") {
        return None;
    }
    if !is_protected(state, request) {
        return Some(HttpResponse::Forbidden().finish());
    }
    if !is_our_host(state, request) {
        return Some(HttpResponse::MisdirectedRequest().finish());
    }
    // nothing of ours has a NUL in its address, and PostgreSQL takes none in a question
    if request.uri().path_and_query().is_some_and(|address| address.as_str().contains("%00")) {
        return Some(HttpResponse::NotFound().finish());
    }
    // what is not in the table does not exist, whatever the router would find
    let Some(row) = routes::find(request.method(), request.match_info().unprocessed()) else {
        return Some(HttpResponse::NotFound().finish());
    };
    // no form takes as much: refused unread
    if announced(request.headers()).is_some_and(|bytes| bytes > largest_form(state)) {
        return Some(HttpResponse::PayloadTooLarge().finish());
    }
    let is_ours = match row.access {
        Access::Anywhere => true,
        // a program says nothing of where it comes from; a browser does, and has to come from us
        Access::Machine => !names_origin(request.headers()) || is_same_origin(state, request.headers()),
        Access::Open | Access::Staff { .. } => is_same_origin(state, request.headers()),
    };
    if is_unsafe(request.method()) && !is_ours {
        return Some(HttpResponse::Forbidden().finish());
    }
    match row.access {
        Access::Open | Access::Anywhere | Access::Machine => None,
        Access::Staff { roles, step_up } => staff(state, request, roles, step_up).await.err(),
    }
}

fn largest_form(state: &State) -> u64 {
    state.app.caps.form_bytes(u64::try_from(upload::MOST_FILES).unwrap_or(u64::MAX))
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Behind a proxy we speak plain http: to that proxy and to this machine, and to nobody else who
/// finds the way to us. A peer that cannot be told is nobody's.
fn is_protected(state: &State, request: &ServiceRequest) -> bool {
    let settings = &state.settings;
    let is_ours = |peer: IpAddr| peer.is_loopback() || settings.proxies.iter().any(|p| p.contains(peer));
    settings.is_tls
        || settings.proxies.is_empty()
        || request.peer_addr().is_some_and(|peer| is_ours(peer.ip().to_canonical()))
}

fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Links in our mails name one host; a request for any other is not for us (R56).
fn is_our_host(state: &State, request: &ServiceRequest) -> bool {
    let from_header = request.headers().get(header::HOST).and_then(|h| h.to_str().ok());
    let host = from_header.or_else(|| request.uri().authority().map(|a| a.as_str()));
    host.is_some_and(|host| host.eq_ignore_ascii_case(&state.settings.host))
}

fn names_origin(headers: &HeaderMap) -> bool {
    headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN)
}

/// Every browser says where an unsafe request comes from; one that says nothing is refused (R33).
fn is_same_origin(state: &State, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some(site) => site == "same-origin",
        None => text(header::ORIGIN).is_some_and(|origin| origin == state.settings.origin),
    }
}

/// Staff routes: a good session, one of the roles, a fresh second factor where it is asked for. A
/// route one has no role for looks like a route that does not exist.
async fn staff(
    state: &State,
    request: &mut ServiceRequest,
    roles: &'static [Role],
    step_up: bool,
) -> Result<(), HttpResponse> {
    let to = |place: &str| HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish();
    // a page that was asked for is gone on to after signing in; a form has to be sent again
    let is_page = request.method() == Method::GET && request.path() != "/desk";
    let path = form_urlencoded::byte_serialize(request.path().as_bytes()).collect::<String>();
    let door = if is_page { format!("/desk/sign-in?next={path}") } else { "/desk/sign-in".to_owned() };
    let Some(token) = cookies::get(&state.settings, request.request(), cookies::DESK) else {
        return Err(to(&door));
    };
    let asked = token.clone();
    let found = state::run(state, move |web| signing::session(&web.app, &asked)).await;
    let session = match found {
        Ok(Some(session)) => session,
        Ok(None) => return Err(to(&door)),
        Err(failed) => return Err(actix_web::ResponseError::error_response(&error::Failure(failed))),
    };
    if !roles.is_empty() && !session.member.roles.iter().any(|role| roles.contains(role)) {
        return Err(HttpResponse::NotFound().finish());
    }
    let signed = SignedIn { session, token };
    if step_up && !signed.session.is_fresh(state.app.store.clock.now()) {
        return Err(stepping_up(state, request, &signed).await);
    }
    request.extensions_mut().insert(signed);
    Ok(())
}

/// On to the second factor, and from there to the page that was asked for or whose form was sent.
/// What was typed in the form is kept for that page.
async fn stepping_up(state: &State, request: &mut ServiceRequest, signed: &SignedIn) -> HttpResponse {
    let page = page_of(request.path()).to_owned();
    let next = form_urlencoded::byte_serialize(page.as_bytes()).collect::<String>();
    let place = format!("/desk/step-up?next={next}");
    let mut answer = HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish();
    if request.method() == Method::POST
        && let Ok(form) = request.extract::<Fields>().await
        && let Some(cookie) = kept::keep(state, signed, &page, &form).await
        && answer.add_cookie(&cookie).is_err()
    {
        tracing::error!("a cookie cannot be written");
    }
    answer
}

/// The page a form stands on: its own path, or the nearest above it that can be opened.
fn page_of(path: &str) -> &str {
    let mut page = path;
    while routes::find(&Method::GET, page).is_none() {
        match page.rsplit_once('/') {
            Some((above, _)) if !above.is_empty() => page = above,
            _ => return "/desk",
        }
    }
    page
}

/// An error without a page gets one, in the reader's language; machines get the status alone.
fn explained(state: &State, answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let request = answer.request();
    let status = answer.status();
    if request.path().starts_with("/api/") {
        return api::explained(answer);
    }
    let is_empty = matches!(answer.response().body().size(), BodySize::None | BodySize::Sized(0));
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || !is_empty || request.path() == "/healthz" || request.path() == "/readyz" {
        return answer;
    }
    let retry = answer.headers().get(header::RETRY_AFTER).cloned();
    let seconds = retry.as_ref().and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
    let lang = frame::reader_language(state, request, Lang::ALL);
    let mut page = error::page(state, lang, frame::plain_shell(state, request, lang), status, seconds);
    if let Some(retry) = retry {
        page.headers_mut().insert(header::RETRY_AFTER, retry);
    }
    ServiceResponse::new(answer.request().clone(), page.map_into_boxed_body())
}

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                   base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer, errors too (R39, R63).
fn with_headers(web: &Web, route: &str, mut answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let is_asset = route.starts_with("/assets/") && answer.status() == StatusCode::OK;
    let headers = answer.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set("content-security-policy", CSP);
    set("referrer-policy", "no-referrer");
    set("x-content-type-options", "nosniff");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("x-frame-options", "DENY");
    set("x-robots-tag", "noindex, nofollow");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    // only the stylesheet is the same for everybody
    set("cache-control", if is_asset { "public, max-age=31536000, immutable" } else { "no-store" });
    if web.settings.is_https {
        set("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    answer
}
