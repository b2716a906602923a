//! How a page of the desk is answered.

use crate::domain::language::Lang;
use crate::services::{Error, FieldProblem};
use crate::web::error::Failure;
use crate::web::public::download::PAGE_POLICY;
use crate::web::staff::refusals;
use crate::web::state::{State, Web};
use crate::web::view::parts::FieldError;
use crate::web::view::{Moment, Page};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use chrono::{DateTime, NaiveDate, Utc};

/// What a handler answers.
pub type Answer = Result<HttpResponse, Failure>;

/// A page.
pub fn page<P: Page>(state: &State, lang: Lang, status: StatusCode, page: &P) -> Answer {
    let body = state.pages.show(lang, page)?;
    Ok(HttpResponse::build(status).insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(body))
}

/// The readable page of a package: it loads nothing and runs nothing.
pub fn readable_page(html: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header(("content-security-policy", PAGE_POLICY))
        .body(html)
}

/// On to another page, after something was done.
pub fn to(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, place)).finish()
}

/// A path of the desk to go on to; anything else is the queue.
pub fn local(next: &str) -> &str {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
    let is_desk = next == "/desk" || next.starts_with("/desk/");
    if is_desk && !next.contains("//") && next.chars().all(is_plain) { next } else { "/desk" }
}

/// The messages of a form's problems.
pub fn errors(problems: &[FieldProblem]) -> Vec<FieldError> {
    refusals::problems(problems, &[("password_again", "password2"), ("code", "otp")])
}

/// The problems of a form that was not taken, or the failure it was otherwise.
pub fn problems(error: Error) -> Result<Vec<FieldProblem>, Failure> {
    match error {
        Error::Invalid(problems) => Ok(problems),
        other => Err(Failure(other)),
    }
}

/// Today at the desk.
pub fn today(web: &Web) -> NaiveDate {
    web.app.store.clock.now().with_timezone(&web.app.desk_zone()).date_naive()
}

/// An instant on the desk's clock.
pub fn moment(web: &Web, at: DateTime<Utc>) -> Moment {
    at.with_timezone(&web.app.desk_zone()).fixed_offset()
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn one_goes_on_only_to_pages_of_the_desk() {
        for good in ["/desk", "/desk/cases/0190-a/send/b_1", "/desk/jobs"] {
            assert_eq!(local(good), good);
        }
        for bad in [
            "",
            "//evil.example",
            "/desk//evil",
            "/desks",
            "https://evil.example/desk/",
            "/desk/..",
            "/desk/\\evil",
            "/desk/x?y=z",
            "/desk/\r\nSet-Cookie",
            "/",
            "desk/x",
            "/o/shop",
        ] {
            assert_eq!(local(bad), "/desk", "{bad}");
        }
    }
}
