//! What belongs to no page: health, the stylesheet, the published schema.

use crate::services::Error;
use crate::store::backend;
use crate::web::error::Failure;
use crate::web::render;
use crate::web::state::{State, run};
use actix_web::http::header::{CONTENT_TYPE, ETAG};
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::atomic::Ordering;

/// The process is alive.
pub async fn healthy() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// The service can do its work: databases answer, are up to date and
/// take what is written, and it is not going down.
pub async fn ready(state: State) -> HttpResponse {
    let checked = run(&state, |web| {
        let migrated = web.app.store.look(|db| Ok::<_, Error>(backend::is_migrated(db)?))?;
        web.app.store.vault.count()?;
        Ok(migrated && !web.app.store.is_broken())
    });
    let is_leaving = state.is_leaving.load(Ordering::Relaxed);
    let checked = tokio::time::timeout(std::time::Duration::from_secs(5), checked).await;
    match checked {
        Ok(Ok(true)) if !is_leaving => {
            HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n")
        }
        _ => HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body("not ready\n"),
    }
}

/// The stylesheet and the pictures that belong to it. A stylesheet asked for in an organisation's
/// colour ends with one rule that sets it: no style stands in a page, so the policy needs no
/// exception. What is made of the colour keeps its contrast whatever it is.
pub async fn asset(
    state: State,
    name: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let mut asset = render::asset(&name).ok_or(Error::NotFound)?;
    if let Some(colour) = accent(&state, request.query_string())
        && name.ends_with(".css")
    {
        asset.bytes.to_mut().extend_from_slice(format!("\n:root{{--accent:{colour}}}\n").as_bytes());
        asset.etag.push_str(colour.trim_start_matches('#'));
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, asset.media_type))
        .insert_header((ETAG, format!("\"{}\"", asset.etag)))
        .body(asset.bytes.into_owned()))
}

/// The colour asked for, if an organisation here has it: nothing of a visitor's gets into a stylesheet.
fn accent<'a>(state: &'a State, query: &str) -> Option<&'a str> {
    let (_, asked) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "accent")?;
    let colours = state.app.controllers.all().iter().filter_map(|controller| controller.accent.as_deref());
    colours.into_iter().find(|colour| colour.trim_start_matches('#') == asked)
}

/// The JSON Schema of the package, for whoever reads one.
pub async fn package_schema() -> HttpResponse {
    HttpResponse::Ok().content_type("application/schema+json").body(crate::package::schema_text())
}
