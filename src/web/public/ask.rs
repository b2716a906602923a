//! The form, one question a page. GET shows a question from the draft; POST takes the answer and
//! leads on with 303, so that the browser's back loses nothing and reload sends nothing twice.

use crate::services::Error;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::Visit;
use crate::web::public::advice;
use crate::web::public::answers::Step;
use crate::web::public::draft::{self, Draft, Kept};
use crate::web::public::notices;
use crate::web::public::questions::{Asking, holds_number};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// What the visitor's cookie opens, with the cookie.
pub async fn kept(visit: &Visit<'_>) -> Result<Option<(String, Kept)>, Failure> {
    let Some(cookie) = draft::cookie(visit) else { return Ok(None) };
    let asked = cookie.clone();
    let kept = run(visit.state, move |web| draft::load(&web.app, &asked)).await?;
    Ok(kept.map(|kept| (cookie, kept)))
}

/// An error that belongs to no single field; the summary leads to the top of the page.
pub fn general(id: &str) -> FieldError {
    FieldError::new("main", Said::new(id))
}

fn step_of(name: &str) -> Result<Step, Failure> {
    Ok(Step::from_code(name).ok_or(Error::NotFound)?)
}

/// `GET {home}/ask/{step}`
pub async fn show(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    if let Some(closed) = notices::closed(&visit).await? {
        return Ok(closed);
    }
    let step = step_of(&path.1)?;
    let errors = if visit.has("gone") { vec![general("error-draft-gone")] } else { Vec::new() };
    let (cookie, draft) = match kept(&visit).await? {
        // going back after sending: the form was sent, and here is its receipt
        Some((_, Kept::Sent(_))) if step != Step::Rights => return Ok(visit.to("receipt?again")),
        Some((cookie, Kept::Draft(draft))) => (cookie, draft),
        _ if step == Step::Rights => {
            return Asking { visit: &visit, step, draft: None, errors }.show_as(StatusCode::OK);
        }
        _ => return Ok(visit.to("ask/rights?gone")),
    };
    let country = visit.controller.rules.country;
    if !draft.answers.is_asked(step) {
        return Ok(visit.to(&format!("ask/{}", draft.answers.after(step))));
    }
    if let Some(gap) = draft.answers.first_gap(step, country) {
        return Ok(visit.to(&format!("ask/{gap}?mend")));
    }
    let errors = match visit.has("mend") {
        true => draft.answers.problems(step, country),
        false => errors,
    };
    Asking { visit: &visit, step, draft: Some((&cookie, &draft)), errors }.show_as(StatusCode::OK)
}

/// `POST {home}/ask/{step}`, every question but the last.
pub async fn answer(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    if let Some(closed) = notices::closed(&visit).await? {
        return Ok(closed);
    }
    let step = step_of(&path.1)?;
    let found = kept(&visit).await?;
    let (cookie, mut draft) = match found {
        Some((cookie, Kept::Draft(draft))) => (cookie, draft),
        Some((_, Kept::Sent(sent))) if sent.id == fields.one("draft") => return Ok(visit.to("receipt?again")),
        _ => return begin(&visit, step, &fields).await,
    };
    let sent_from = fields.one("draft");
    let is_first = step == Step::Rights && sent_from.is_empty();
    let before = draft.answers.clone();
    draft.answers.take(step, &fields);
    let mend =
        |draft: &Draft, errors| Asking { visit: &visit, step, draft: Some((&cookie, draft)), errors }.show();
    // The field people never see. A program that fills in every field gets the page again, for
    // ever; somebody whose browser filled it in goes on by pressing the button once more, because
    // it comes back empty. To pretend success would let such a person wait for an answer.
    if fields.filled("website").is_some() {
        return mend(&draft, vec![general("error-website")]);
    }
    if !is_first && sent_from != draft.id() {
        return mend(&draft, vec![general("error-form-other")]);
    }
    if !is_first && frame::check_token(&state, &cookie, fields.one("csrf")).is_err() {
        return mend(&draft, vec![general("error-form-old")]);
    }
    draft.version += 1;
    let errors = match fields.one("go") {
        "back" => Vec::new(),
        _ => draft.answers.problems(step, visit.controller.rules.country),
    };
    let next = if fields.one("go") == "back" {
        before.before(step)
    } else {
        next(&mut draft, step, !errors.is_empty())
    };
    let (as_cookie, as_draft) = (cookie.clone(), draft.clone());
    run(&state, move |web| draft::save(&web.app, &as_cookie, &as_draft)).await?;
    if !errors.is_empty() {
        return mend(&draft, errors);
    }
    Ok(visit.to(&format!("ask/{next}")))
}

/// Where it goes on. Once, advice comes first: the same question again, with the advice beside it.
fn next(draft: &mut Draft, step: Step, is_wrong: bool) -> Step {
    let answers = &draft.answers;
    if is_wrong {
        return step;
    }
    if step == Step::About && !draft.advised && holds_number(&answers.about) {
        draft.advised = true;
        return step;
    }
    let email = &answers.contact.email;
    if step == Step::Contact && draft.asked_about != *email && advice::guess(email).is_some() {
        draft.asked_about = email.clone();
        return step;
    }
    answers.after(step)
}

/// The first answer of a new form. An answer to a later question without a draft (two hours have
/// passed, or the browser keeps no cookies) is kept in a new one, and the form begins again.
async fn begin(visit: &Visit<'_>, step: Step, fields: &Fields) -> Result<HttpResponse, Failure> {
    let mut draft = Draft::blank();
    draft.answers.take(step, fields);
    let errors = draft.answers.problems(step, visit.controller.rules.country);
    if step == Step::Rights && !errors.is_empty() {
        return Asking { visit, step, draft: None, errors }.show();
    }
    let next = match step {
        Step::Rights => draft.answers.after(step).to_string(),
        _ => "rights?gone".to_owned(),
    };
    let from = visit.from();
    let cookie = run(visit.state, move |web| draft::begin(&web.app, &draft, &from)).await?;
    let mut answer = visit.to(&format!("ask/{next}"));
    answer.add_cookie(&draft::set_cookie(visit, &cookie)).map_err(|_| Error::Broken("a cookie".into()))?;
    Ok(answer)
}
