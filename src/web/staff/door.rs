//! The door: sign in, sign out, the language of one's desk, a fresh second factor.

use crate::domain::language::Lang;
use crate::services::signing::{self, Attempt};
use crate::services::{Error, Result};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web, run};
use crate::web::view::Said;
use crate::web::view::desk::access::{SignIn, StepUp};
use crate::web::view::parts::FieldError;
use crate::web::view::shell::Place;
use actix_web::cookie::{Cookie, time::Duration};
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpRequest, HttpResponse};

/// Most bytes of a sign-in: checked before anything is hashed (R19).
const MOST_BYTES: usize = 4096;

/// What the door's forms are bound to: there is no session yet, and the guard checks the origin.
pub(super) const DOOR: &str = "door";

/// `GET /desk/sign-in`
pub async fn sign_in_page(state: State, request: HttpRequest) -> Answer {
    let next = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "next")
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default();
    let lang = frame::reader_language(&state, &request, Lang::ALL);
    let model = sign_in_model(&state, &request, "", show::local(&next));
    let mut answer = show::page(&state, lang, StatusCode::OK, &model)?;
    if let Some(cookie) = frame::language_cookie(&state, &request, lang) {
        add(&mut answer, &cookie);
    }
    Ok(answer)
}

fn sign_in_model(state: &State, request: &HttpRequest, email: &str, next: &str) -> SignIn {
    SignIn {
        door: frame::door(state, request),
        email: email.to_owned(),
        next: next.to_owned(),
        errors: Vec::new(),
        notice: None,
        wait_seconds: None,
    }
}

/// `POST /desk/sign-in`: `email`, `password`, `otp`, `next`. Whatever is wrong, the answer is one.
pub async fn sign_in(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let lang = frame::reader_language(&state, &request, Lang::ALL);
    let next = show::local(fields.one("next")).to_owned();
    let mut again = sign_in_model(&state, &request, fields.one("email"), &next);
    if fields.pairs().iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > MOST_BYTES {
        return Err(Error::field("form", "error-too-large").into());
    }
    if frame::check_token(&state, DOOR, fields.one("csrf")).is_err() {
        again.notice = Some(Said::new("error-form-old"));
        return show::page(&state, lang, StatusCode::FORBIDDEN, &again);
    }
    again.errors = missing(&fields);
    if !again.errors.is_empty() {
        return show::page(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let device = cookies::get(&state.settings, &request, cookies::DEVICE);
    let from = frame::client(&state, &request);
    let signed = run(&state, move |web| attempt(web, &fields, device.as_deref(), &from)).await;
    match signed {
        Ok(signed) => Ok(entered(&state, &signed, &next)),
        Err(Error::NotFound) => {
            again.notice = Some(Said::new("error-signin-wrong"));
            show::page(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, &again)
        }
        Err(Error::TooOften(seconds)) => {
            again.notice = Some(Said::new("page-429-title"));
            again.wait_seconds = Some(seconds);
            let mut answer = show::page(&state, lang, StatusCode::TOO_MANY_REQUESTS, &again)?;
            answer.headers_mut().insert(RETRY_AFTER, seconds.into());
            Ok(answer)
        }
        Err(other) => Err(Failure(other)),
    }
}

fn missing(fields: &Fields) -> Vec<FieldError> {
    [("email", "error-signin-email"), ("password", "error-signin-password"), ("otp", "error-signin-otp")]
        .iter()
        .filter(|(name, _)| fields.one(name).trim().is_empty())
        .map(|(name, key)| FieldError::new(name, Said::new(*key)))
        .collect()
}

fn attempt(web: &Web, fields: &Fields, device: Option<&str>, from: &str) -> Result<signing::SignedIn> {
    let (email, password, code) = (fields.one("email"), fields.one("password"), fields.one("otp"));
    signing::sign_in(&web.app, &Attempt { email, password, code, from, device })
}

/// Into the house, with a session of its own and the mark of a known browser.
pub(super) fn entered(state: &State, signed: &signing::SignedIn, next: &str) -> HttpResponse {
    let mut answer = show::to(next);
    add(&mut answer, &cookies::set(&state.settings, cookies::DESK, &signed.token, None));
    let life = Some(Duration::days(365));
    let mark = signing::device_mark(&state.app, &signed.member);
    add(&mut answer, &cookies::set(&state.settings, cookies::DEVICE, &mark, life));
    answer
}

pub(super) fn add(answer: &mut HttpResponse, cookie: &Cookie<'_>) {
    if answer.add_cookie(cookie).is_err() {
        tracing::error!(cookie = cookie.name(), "a cookie cannot be written");
    }
}

/// `POST /desk/sign-out`
pub async fn sign_out(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    run(&state, move |web| signing::sign_out(&web.app, &seat.signed.token, &seat.signed.session.member))
        .await?;
    let mut answer = show::to("/desk/sign-in");
    add(&mut answer, &cookies::remove(&state.settings, cookies::DESK));
    Ok(answer)
}

/// `POST /desk/language`: `lang`. Kept in this browser only.
pub async fn language(state: State, request: HttpRequest, fields: Fields) -> Answer {
    Seat::with_form(&state, &request, &fields)?;
    let lang = Lang::from_code(fields.one("lang")).ok_or(Error::NotFound)?;
    let mut answer = show::to("/desk");
    let life = Some(Duration::days(180));
    add(&mut answer, &cookies::set(&state.settings, cookies::LANG, lang.code(), life));
    Ok(answer)
}

/// `GET /desk/step-up?next=`
pub async fn step_up_page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let next = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "next")
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default();
    show_step_up(&state, &seat, &next, StatusCode::OK, Vec::new()).await
}

async fn show_step_up(
    state: &State,
    seat: &Seat,
    next: &str,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let desk = frame::desk(state, &seat.signed, Place::Elsewhere, "", Vec::new()).await?;
    let model = StepUp { desk, next: show::local(next).to_owned(), purpose: None, errors };
    show::page(state, seat.lang, status, &model)
}

/// `POST /desk/step-up`: `otp`, `next`. The session gets a new token.
pub async fn step_up(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let next = show::local(fields.one("next")).to_owned();
    let (signed, code) = (seat.signed.clone(), fields.one("otp").to_owned());
    let proven =
        run(&state, move |web| signing::step_up(&web.app, &signed.token, &signed.session.member, &code))
            .await;
    match proven {
        Ok(token) => {
            let mut answer = show::to(&next);
            add(&mut answer, &cookies::set(&state.settings, cookies::DESK, &token, None));
            Ok(answer)
        }
        Err(Error::Invalid(_)) => {
            let errors = vec![FieldError::new("otp", Said::new("error-otp-wrong"))];
            show_step_up(&state, &seat, &next, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}
