//! The receipt: reference and code, as long as the browser and two hours last. Nothing on it
//! identifies the person.

use crate::services::Error;
use crate::web::error::Failure;
use crate::web::public::Visit;
use crate::web::public::ask::kept;
use crate::web::public::draft::Kept;
use crate::web::public::visit::local;
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::public::ask::Receipt;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET {home}/receipt`
pub async fn show(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let sent = match kept(&visit).await? {
        Some((_, Kept::Sent(sent))) => sent,
        Some((_, Kept::Draft(_))) => return Ok(visit.to("ask/check")),
        None => return Err(Error::NotFound.into()),
    };
    visit.ok(&Receipt {
        shell: visit.shell(),
        reference: sent.reference,
        code: Some(sent.code),
        received_at: local(visit.controller, sent.received_at),
        answer_by_on: sent.answer_by_on,
        promise_days: sent.promise_days,
        law_on: sent.law_on,
        understood: sent.understood.into_iter().map(Said::new).collect(),
        has_email: sent.has_email,
        again: visit.has("again"),
    })
}
