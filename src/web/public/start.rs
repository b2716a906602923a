//! Before asking: `/` and the start page of an organisation.

use crate::domain::deadline;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::error::Failure;
use crate::web::frame;
use crate::web::public::{Visit, notices};
use crate::web::state::State;
use crate::web::view::public::start::{ChooseOrganisation, OrganisationLink, Start};
use crate::web::view::shell::Shell;
use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};

/// `/`: straight on when one organisation answers here, else choose.
pub async fn root(state: State, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let controllers = state.app.controllers.all();
    if let [only] = controllers {
        return Ok(HttpResponse::SeeOther().insert_header((LOCATION, format!("/o/{}", only.slug))).finish());
    }
    let lang = frame::reader_language(&state, &request, Lang::ALL);
    let organisations = controllers
        .iter()
        .map(|c| OrganisationLink {
            name: c.legal_name.clone(),
            about: c.about.get(&lang).cloned(),
            address: c.address.clone().unwrap_or_default().lines().collect::<Vec<_>>().join(", "),
            href: format!("/o/{}", c.slug),
        })
        .collect();
    let shell = Shell {
        brand: state.app.house_name(),
        home: String::new(),
        languages: Shell::languages("/", Lang::ALL),
        organisation: None,
        demo: state.app.is_demo,
    };
    let body = state.pages.show(lang, &ChooseOrganisation { shell, organisations })?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "text/html; charset=utf-8"));
    if let Some(cookie) = frame::language_cookie(&state, &request, lang) {
        answer.cookie(cookie);
    }
    Ok(answer.body(body))
}

/// `/find` without an organisation (the button of an error page that knows none): a case is found
/// with the organisation it was sent to.
pub async fn find(state: State) -> HttpResponse {
    let target = match state.app.controllers.all() {
        [only] => format!("/o/{}/find", only.slug),
        _ => "/".to_owned(),
    };
    HttpResponse::SeeOther().insert_header((LOCATION, target)).finish()
}

/// `/o/{slug}`: what can be asked, and when the answer comes if it is sent today.
pub async fn organisation(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    if let Some(closed) = notices::closed(&visit).await? {
        return Ok(closed);
    }
    let rules = &visit.controller.rules;
    let dates = deadline::dates(rules, Right::Access, visit.today(), &[], None);
    visit.ok(&Start {
        shell: visit.shell(),
        about: visit.controller.about.get(&visit.lang).cloned(),
        answer_by_on: dates.shown_on,
        promise_days: promise(rules, &dates),
    })
}

/// The promise in days, when it is what counts: a promise later than the law's date is none.
pub(super) fn promise(
    rules: &crate::domain::controller::Rules,
    dates: &crate::domain::request::Dates,
) -> Option<i64> {
    rules.promise_days.filter(|_| dates.promise_on == Some(dates.shown_on)).map(i64::from)
}
