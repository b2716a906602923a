//! What every page for people begins with: whose page it is, in which language, and where its
//! links lead.

use crate::domain::language::Lang;
use crate::mail::authority::authority;
use crate::services::app::Controller;
use crate::services::{Error, status};
use crate::web::error::Failure;
use crate::web::frame;
use crate::web::state::{State, run};
use crate::web::view::Page;
use crate::web::view::shell::Shell;
use crate::web::{cookies, view::Moment};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};

/// One request for a page of a controller.
pub struct Visit<'a> {
    /// The web.
    pub state: &'a State,
    /// The request.
    pub request: &'a HttpRequest,
    /// Whose page it is.
    pub controller: &'a Controller,
    /// The reader's language, one the controller answers in.
    pub lang: Lang,
}

impl<'a> Visit<'a> {
    /// A request for a page of the controller with this name.
    ///
    /// # Errors
    /// No such controller.
    pub fn new(state: &'a State, request: &'a HttpRequest, slug: &str) -> Result<Self, Failure> {
        let controller = frame::controller(state, slug)?;
        let lang = frame::reader_language(state, request, &controller.languages);
        Ok(Visit { state, request, controller, lang })
    }

    /// What every address of these pages begins with.
    pub fn home(&self) -> String {
        format!("/o/{}", self.controller.slug)
    }

    /// The frame of the page asked for.
    pub fn shell(&self) -> Shell {
        frame::shell(self.state, self.request, self.controller)
    }

    /// The frame of a page that answers a form: the same page in another language is `path`, which
    /// can be asked for without sending the form again.
    pub fn shell_of(&self, path: &str) -> Shell {
        let at = format!("{}/{path}", self.home());
        Shell { languages: Shell::languages(&at, &self.controller.languages), ..self.shell() }
    }

    /// A page.
    pub fn show<P: Page>(&self, status: StatusCode, page: &P) -> Result<HttpResponse, Failure> {
        let body = self.state.pages.show(self.lang, page)?;
        let mut answer = HttpResponse::build(status);
        answer.insert_header((CONTENT_TYPE, "text/html; charset=utf-8"));
        if let Some(cookie) = frame::language_cookie(self.state, self.request, self.lang) {
            answer.cookie(cookie);
        }
        Ok(answer.body(body))
    }

    /// A page, all well.
    pub fn ok<P: Page>(&self, page: &P) -> Result<HttpResponse, Failure> {
        self.show(StatusCode::OK, page)
    }

    /// A form shown again with what has to be mended.
    pub fn again<P: Page>(&self, page: &P) -> Result<HttpResponse, Failure> {
        self.show(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// On to another page, with GET: neither reload nor the browser's back sends anything twice.
    pub fn to(&self, path: &str) -> HttpResponse {
        let target = if path.is_empty() { self.home() } else { format!("{}/{path}", self.home()) };
        HttpResponse::SeeOther().insert_header((LOCATION, target)).finish()
    }

    /// Whether the address carries this mark (`?sent`).
    pub fn has(&self, mark: &str) -> bool {
        form_urlencoded::parse(self.request.query_string().as_bytes()).any(|(name, _)| name == mark)
    }

    /// The value of a mark (`?done=message`).
    pub fn mark(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.request.query_string().as_bytes())
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.into_owned())
    }

    /// The network address the visitor comes from, as the limits count it.
    pub fn from(&self) -> String {
        frame::client(self.state, self.request)
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.state.app.store.clock.now()
    }

    /// Today where the controller is.
    pub fn today(&self) -> NaiveDate {
        crate::services::letters::today(self.controller, self.now())
    }

    /// The conversation this browser has open: its token and its case.
    pub async fn conversation(&self) -> Result<Option<Conversation>, Failure> {
        let Some(token) = cookies::get(&self.state.settings, self.request, cookies::PERSON) else {
            return Ok(None);
        };
        let asked = token.clone();
        let case_id = run(self.state, move |web| status::session(&web.app, &asked)).await?;
        Ok(case_id.map(|case_id| Conversation { token, case_id }))
    }

    /// Who takes complaints, as one line.
    pub fn authority(&self) -> Result<String, Failure> {
        let facts = authority(self.controller.authority, self.lang)
            .ok_or_else(|| Error::Broken("no supervisory authority is known for a controller".into()))?;
        Ok([facts.name, facts.address, facts.web].join(", "))
    }
}

/// The token of a link, when it is written like one: anything else leads to no page, and never into
/// an address of ours.
///
/// # Errors
/// It is not.
pub fn link_token(written: &str) -> Result<String, Failure> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if written.len() <= 64 && written.chars().all(is_token) {
        return Ok(written.to_owned());
    }
    Err(Error::NotFound.into())
}

/// A conversation that is open in this browser.
#[derive(Clone)]
pub struct Conversation {
    /// Token of the cookie.
    pub token: String,
    /// Case.
    pub case_id: String,
}

/// An instant on the controller's clock.
pub fn local(controller: &Controller, at: DateTime<Utc>) -> Moment {
    at.with_timezone(&controller.rules.zone).fixed_offset()
}
