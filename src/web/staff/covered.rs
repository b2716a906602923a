//! The second, deliberate step before anything is opened that may show a protected address.

use crate::domain::case::Flag;
use crate::services::Result;
use crate::web::error::Failure;
use crate::web::staff::steps::{Seat, look};
use crate::web::view::desk::people::Covered;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

/// What the address of a page carries once the step was taken.
pub const SHOWN: &str = "address=shown";

/// The page that asks first, for a case whose address is protected; `None`: nothing to ask.
pub async fn ask(
    seat: &Seat,
    request: &HttpRequest,
    case_id: &str,
) -> std::result::Result<Option<HttpResponse>, Failure> {
    if request.query_string() == SHOWN {
        return Ok(None);
    }
    let (id, desk, path) = (case_id.to_owned(), seat.desk().await?, request.path().to_owned());
    let page: Option<Covered> = seat
        .run(move |web, actor| -> Result<Option<Covered>> {
            // most cases are not: no entry is written for asking
            let is_protected = web.app.store.look(|db| {
                let case = crate::store::cases::load(db, &id)?.file.case;
                Ok::<_, crate::services::Error>(case.is(Flag::ProtectedIdentity))
            })?;
            if !is_protected {
                return Ok(None);
            }
            let (sight, ()) = look(web, actor, &id, "covered", |_, _, _| Ok(()))?;
            Ok(Some(Covered { desk, href: format!("{path}?{SHOWN}"), step: sight.step(Vec::new()) }))
        })
        .await?;
    page.map(|page| seat.show(StatusCode::OK, &page)).transpose()
}
