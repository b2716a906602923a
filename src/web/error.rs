//! One match from what went wrong to what is answered. No internals are shown; details go to the log.

use crate::domain::language::Lang;
use crate::services::Error;
use crate::web::state::Web;
use crate::web::view::public::error::{ErrorPage, Trouble};
use crate::web::view::shell::Shell;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use std::fmt;

/// A use case that failed, on its way to a page. The page is written by [`page`] in the guard,
/// which knows language and organisation.
#[derive(Debug)]
pub struct Failure(pub Error);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure(error)
    }
}

impl From<crate::store::Error> for Failure {
    fn from(error: crate::store::Error) -> Self {
        Failure(error.into())
    }
}

impl From<crate::web::render::RenderError> for Failure {
    fn from(error: crate::web::render::RenderError) -> Self {
        Failure(Error::Broken(error.to_string()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match &self.0 {
            Error::NotFound | Error::NoKey => StatusCode::NOT_FOUND,
            Error::Stale | Error::Conflict => StatusCode::CONFLICT,
            Error::Refused(_) => StatusCode::CONFLICT,
            Error::Invalid(problems) => match problems.first().map(|p| p.key) {
                Some("error-too-large" | "error-file-too-big") => StatusCode::PAYLOAD_TOO_LARGE,
                Some("error-old-form") => StatusCode::FORBIDDEN,
                Some("error-too-slow") => StatusCode::REQUEST_TIMEOUT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            },
            Error::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Held | Error::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match &self.0 {
            Error::Broken(why) => tracing::error!(why, "a request failed"),
            Error::NoKey => {
                tracing::error!("a case has no key although it was not erased: see indsigt doctor")
            }
            _ => {}
        }
        let mut answer = HttpResponse::build(self.status_code());
        match &self.0 {
            Error::TooOften(seconds) => {
                answer.insert_header((RETRY_AFTER, seconds.to_string()));
            }
            Error::Held | Error::Unavailable => {
                answer.insert_header((RETRY_AFTER, "30"));
            }
            _ => {}
        }
        answer.finish()
    }
}

/// The page for a status that came without one.
pub fn page(
    web: &Web,
    lang: Lang,
    shell: Shell,
    status: StatusCode,
    retry_seconds: Option<i64>,
) -> HttpResponse {
    let trouble = match status.as_u16() {
        403 | 408 | 409 | 422 => Trouble::OldForm,
        413 => Trouble::TooLarge,
        421 => Trouble::WrongHost,
        429 => Trouble::TooMany,
        503 => Trouble::Away,
        code if code >= 500 => Trouble::Broken,
        _ => Trouble::NotFound,
    };
    let minutes = retry_seconds.map_or(1, |s| (s + 59) / 60);
    let megabytes = web.app.caps.file_megabytes();
    let body = web.pages.show(lang, &ErrorPage::new(shell, trouble, minutes, megabytes));
    let body = body.unwrap_or_else(|error| {
        tracing::error!(%error, "an error page could not be rendered");
        String::new()
    });
    HttpResponse::build(status).insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(body)
}
