//! The record of processing (art. 30) of one organisation: a page to print, and the same as JSON.

use super::{controllers, desk};
use crate::domain::language::Lang;
use crate::services::register::article30::{self, Record};
use crate::services::{Error, Result};
use crate::web::staff::show::Answer;
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web};
use crate::web::view::desk::register::Article30;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse};

/// The organisation asked for; the first when none is.
fn slug(request: &HttpRequest, web: &Web) -> Result<String> {
    let mut pairs = form_urlencoded::parse(request.query_string().as_bytes());
    let asked = pairs.find(|(name, _)| name == "controller").map(|(_, slug)| slug.into_owned());
    let first = || web.app.controllers.all().first().map(|one| one.slug.clone());
    asked.or_else(first).ok_or(Error::NotFound)
}

fn record(web: &Web, slug: &str, lang: Lang) -> Result<(String, Option<Record>)> {
    let controller = web.app.controllers.by_slug(slug)?;
    match article30::record(&web.app, controller, lang) {
        Ok(record) => Ok((controller.legal_name.clone(), Some(record))),
        Err(Error::NotFound) => Ok((controller.legal_name.clone(), None)),
        Err(other) => Err(other),
    }
}

/// `GET /desk/register/article-30?controller=…`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (desk, lang) = (desk(&state, &seat).await?, seat.lang);
    let wanted = slug(&request, &state)?;
    let page = seat
        .run(move |web, _| {
            let (controller, record) = record(web, &wanted, lang)?;
            let mut all = controllers(web);
            all.iter_mut().for_each(|one| one.chosen = one.value == wanted);
            Ok(Article30 { desk, controller, record, controllers: all })
        })
        .await?;
    seat.show(StatusCode::OK, &page)
}

/// `GET /desk/register/article-30.json?controller=…`
pub async fn json(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (lang, wanted) = (seat.lang, slug(&request, &state)?);
    let name = format!("article-30-{wanted}.json");
    let record = seat.run(move |web, _| record(web, &wanted, lang)?.1.ok_or(Error::NotFound)).await?;
    let body = serde_json::to_string_pretty(&record).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body))
}

/// `GET /schema/indsigt-article-30-1.json`
pub async fn schema() -> HttpResponse {
    HttpResponse::Ok().content_type("application/schema+json").body(article30::SCHEMA)
}
