//! Letters and jobs that were given up: seen, tried again, let go.

use crate::domain::access::{Actor, Role};
use crate::domain::job::Failed;
use crate::services::{Error, Result, outbox};
use crate::store::cases::{self, Named};
use crate::store::jobs::DeadJob;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web, run};
use crate::web::view::desk::office::{JobLine, Jobs};
use crate::web::view::shell::Place;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// `GET /desk/jobs`
pub async fn jobs(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = frame::desk(&state, &seat.signed, Place::Jobs, "", Vec::new()).await?;
    let actor = seat.actor;
    let model = run(&state, move |web| {
        let found = outbox::look(&web.app, &actor)?;
        let sees_cases = Role::ALL.iter().any(|role| role.sees_cases() && actor.holds(*role));
        let ids: Vec<String> = found.dead.iter().filter_map(|job| job.case_id.clone()).collect();
        let named = web.app.store.look(|db| cases::named(db, &ids).map_err(Error::from))?;
        Ok(Jobs {
            desk,
            dead: found.dead.iter().map(|job| line(web, sees_cases, job, &named)).collect(),
            waiting: found.waiting,
            held: found.is_held,
            unproven: found.is_unproven,
        })
    })
    .await?;
    show::page(&state, seat.lang, StatusCode::OK, &model)
}

/// A job, with its case for whoever sees cases.
fn line(web: &Web, sees_cases: bool, job: &DeadJob, named: &[Named]) -> JobLine {
    let case = named.iter().find(|case| sees_cases && Some(&case.id) == job.case_id.as_ref());
    let at = job.finished_at.map_or(web.app.store.clock.now(), |at| at.and_utc());
    let failed = Failed::parse(job.problem.as_deref().unwrap_or_default());
    JobLine {
        id: job.id.clone(),
        kind: job.kind.clone(),
        case: case.map(|case| (case.id.clone(), case.reference.clone())),
        tries: i64::from(job.attempts),
        at: show::moment(web, at),
        cause: failed.cause,
        detail: failed.shown().map(str::to_owned),
    }
}

/// `POST /desk/jobs/{id}/retry`
pub async fn retry(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    act(&state, &request, &fields, move |web, actor| outbox::retry(&web.app, actor, &id)).await
}

/// `POST /desk/jobs/{id}/drop`
pub async fn let_go(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    act(&state, &request, &fields, move |web, actor| outbox::let_go(&web.app, actor, &id)).await
}

/// `POST /desk/jobs/release`: after a restore, mail, timers and links go on.
pub async fn release(state: State, request: HttpRequest, fields: Fields) -> Answer {
    act(&state, &request, &fields, move |web, actor| outbox::release(&web.app, actor)).await
}

/// Does it and comes back. What somebody else did a moment before is done too.
async fn act<F>(state: &State, request: &HttpRequest, fields: &Fields, work: F) -> Answer
where
    F: FnOnce(&Web, &Actor) -> Result<()> + Send + 'static,
{
    let seat = Seat::with_form(state, request, fields)?;
    match run(state, move |web| work(web, &seat.actor)).await {
        Ok(()) | Err(Error::NotFound) => Ok(show::to("/desk/jobs")),
        Err(other) => Err(Failure(other)),
    }
}
