//! The lists an officer erases from: cases whose retention is reached, and the bin.

use crate::services::keeping::{self, Gone, Review};
use crate::services::{App, Error, Result};
use crate::web::form::Fields;
use crate::web::staff::kept;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::keeping::{BinLine, ReachedLine, RetentionPage};
use crate::web::view::parts::{FieldError, Tone};
use crate::web::view::shell::Notice;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// `GET /desk/retention`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let ticked = kept::take(&seat, &request).await?.unwrap_or_default();
    let notices = told(request.query_string());
    show_lists(&seat, StatusCode::OK, ticked, Vec::new(), notices).await
}

/// What the step before has done: `?erased=3&left=1`.
fn told(query: &str) -> Vec<Notice> {
    let number = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .and_then(|(_, value)| value.parse::<i64>().ok())
            .filter(|n| *n > 0)
    };
    let notice =
        |key: &str, tone: Tone, n: i64| Notice { tone: Some(tone), said: Said::new(key).with("n", n) };
    let erased = number("erased").map(|n| notice("retention-erased", Tone::Done, n));
    let left = number("left").map(|n| notice("retention-left", Tone::Soon, n));
    erased.into_iter().chain(left).collect()
}

/// `POST /desk/retention/erase`: `case` each.
pub async fn erase(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let chosen = chosen(&fields);
    if chosen.is_empty() {
        let errors = vec![FieldError::new("case", Said::new("error-retention-none"))];
        return show_lists(&seat, StatusCode::UNPROCESSABLE_ENTITY, fields, errors, Vec::new()).await;
    }
    let gone = seat.run(move |web, actor| keeping::erase(&web.app, actor, &chosen)).await?;
    Ok(back(gone))
}

/// `POST /desk/retention/purge`: `case` each, `nobody_asks`.
pub async fn purge(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (chosen, nobody_asks) = (chosen(&fields), fields.one("nobody_asks") == "yes");
    let mut errors = Vec::new();
    if chosen.is_empty() {
        errors.push(FieldError::new("spam", Said::new("error-retention-none")));
    }
    if !nobody_asks {
        errors.push(FieldError::new("nobody_asks", Said::new("error-bin-unread")));
    }
    if !errors.is_empty() {
        return show_lists(&seat, StatusCode::UNPROCESSABLE_ENTITY, fields, errors, Vec::new()).await;
    }
    let gone = seat.run(move |web, actor| keeping::purge(&web.app, actor, &chosen, nobody_asks)).await?;
    Ok(back(gone))
}

fn chosen(fields: &Fields) -> Vec<String> {
    let mut ids: Vec<String> = fields.all("case").into_iter().map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}

fn back(gone: Gone) -> actix_web::HttpResponse {
    show::to(&format!("/desk/retention?erased={}&left={}", gone.erased, gone.left))
}

async fn show_lists(
    seat: &Seat,
    status: StatusCode,
    ticked: Fields,
    errors: Vec<FieldError>,
    notices: Vec<Notice>,
) -> Answer {
    let desk = crate::web::view::shell::Desk { notices, ..seat.desk().await? };
    let page = seat
        .run(move |web, actor| {
            let Review { reached, binned, unfinished } = keeping::review(&web.app, actor)?;
            let is_ticked = |id: &str| ticked.all("case").contains(&id);
            let line = |case: keeping::Reached| -> Result<ReachedLine> {
                Ok(ReachedLine {
                    chosen: is_ticked(&case.listed.case_id),
                    controller: controller(&web.app, &case.listed.controller_id)?,
                    requests: case.requests.iter().map(|r| (r.right, r.outcome)).collect(),
                    reached_on: case.listed.retention_on.ok_or(Error::NotFound)?,
                    kept_by: case.kept_by,
                    case_id: case.listed.case_id,
                    reference: case.listed.reference,
                })
            };
            let lines = reached.into_iter().map(line).collect::<Result<Vec<_>>>()?;
            let (ready, kept) = lines.into_iter().partition(|line| line.kept_by.is_empty());
            let bin_line = |case: keeping::Binned| -> Result<BinLine> {
                Ok(BinLine {
                    chosen: is_ticked(&case.listed.case_id),
                    controller: controller(&web.app, &case.listed.controller_id)?,
                    since_on: case.since_on,
                    until_on: case.until_on,
                    may_go: case.may_go,
                    is_held: case.is_held,
                    case_id: case.listed.case_id,
                    reference: case.listed.reference,
                })
            };
            let binned = binned.into_iter().map(bin_line).collect::<Result<Vec<_>>>()?;
            let may_purge = binned.iter().any(|line| line.may_go && !line.is_held);
            Ok(RetentionPage { desk, ready, kept, may_purge, binned, unfinished, errors })
        })
        .await?;
    seat.show(status, &page)
}

fn controller(app: &App, id: &str) -> Result<String> {
    Ok(app.controllers.get(id)?.legal_name.clone())
}
