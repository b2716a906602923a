//! What people are told apart from asking: the privacy notice of this service (art. 13), the right to
//! object (art. 21(4)), and that the form is closed while the first is not whole.

use crate::services::notices::{self, Facts};
use crate::web::error::Failure;
use crate::web::public::Visit;
use crate::web::state::{State, run};
use crate::web::view::public::notices::{ContactLine, FormClosed, PrivacyNotice, RightToObject};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

async fn facts(visit: &Visit<'_>) -> Result<Facts, Failure> {
    let controller = visit.controller.clone();
    Ok(run(visit.state, move |web| notices::facts(&web.app, &controller)).await?)
}

/// The page instead of the form, while the organisation has not said what art. 13 wants told before
/// people write. `None`: the form is open.
pub async fn closed(visit: &Visit<'_>) -> Result<Option<HttpResponse>, Failure> {
    let gaps = notices::gaps(visit.controller, &facts(visit).await?);
    if gaps.is_empty() {
        return Ok(None);
    }
    tracing::warn!(controller = visit.controller.slug, ?gaps, "the form is not served: see indsigt doctor");
    let page = FormClosed {
        shell: visit.shell_of(""),
        phone: visit.controller.phone.clone(),
        email: visit.controller.email.clone(),
        address: visit.controller.address.as_deref().map(one_line),
    };
    visit.show(StatusCode::SERVICE_UNAVAILABLE, &page).map(Some)
}

fn one_line(address: &str) -> String {
    address.lines().collect::<Vec<_>>().join(", ")
}

/// `GET {home}/privacy`
pub async fn privacy(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let facts = facts(&visit).await?;
    if !notices::gaps(visit.controller, &facts).is_empty() {
        return closed(&visit).await.and_then(|page| Ok(page.ok_or(crate::services::Error::NotFound)?));
    }
    let contact = facts.contact.map(|contact| ContactLine {
        is_officer: contact.is_officer,
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
    });
    visit.ok(&PrivacyNotice {
        shell: visit.shell(),
        contact,
        web: visit.controller.web.clone(),
        keep_months: i64::from(visit.controller.rules.keep.longest()),
        authority: visit.authority()?,
    })
}

/// `GET {home}/right-to-object`
pub async fn right_to_object(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    visit.ok(&RightToObject {
        shell: visit.shell(),
        phone: visit.controller.phone.clone(),
        email: visit.controller.email.clone(),
    })
}
