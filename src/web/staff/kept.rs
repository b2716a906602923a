//! A form that came with a second factor grown old is not carried out; what was typed in it waits,
//! sealed, until the factor is proven anew and the page is opened again.

use crate::services::Result;
use crate::web::cookies;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::guard::SignedIn;
use crate::web::staff::carry;
use crate::web::staff::steps::Seat;
use crate::web::state::{State, run};
use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use serde::{Deserialize, Serialize};

/// What is carried: for one colleague, for one page.
#[derive(Serialize, Deserialize)]
struct Kept {
    member: String,
    path: String,
    fields: Vec<(String, String)>,
}

/// Keeps a form of ours for `path`. The cookie opens it; a form that is not ours is not kept.
pub async fn keep(state: &State, signed: &SignedIn, path: &str, form: &Fields) -> Option<Cookie<'static>> {
    frame::check_desk_token(state, signed, form.one("csrf")).ok()?;
    // token and version belong to the page that sent them: the next one has its own
    let is_typed = |(name, _): &&(String, String)| !matches!(name.as_str(), "csrf" | "version");
    let fields = form.pairs().iter().filter(is_typed).cloned().collect();
    let kept = Kept { member: signed.session.member.id.clone(), path: path.to_owned(), fields };
    let token = run(state, move |web| carry::put(web, &kept)).await;
    match token {
        Ok(token) => Some(cookies::set(&state.settings, cookies::KEPT, &token, None)),
        Err(error) => {
            tracing::error!(%error, "what was typed could not be kept");
            None
        }
    }
}

/// What was kept for the page that is asked for, once.
pub(super) async fn take(seat: &Seat, request: &HttpRequest) -> Result<Option<Fields>> {
    let Some(token) = cookies::get(&seat.state.settings, request, cookies::KEPT) else { return Ok(None) };
    let (member, path) = (seat.signed.session.member.id.clone(), request.path().to_owned());
    run(&seat.state, move |web| {
        let kept = carry::get::<Kept>(web, &token)?.filter(|kept| kept.member == member && kept.path == path);
        let Some(kept) = kept else { return Ok(None) };
        carry::forget(web, &token)?;
        Ok(Some(Fields::new(kept.fields)))
    })
    .await
}
