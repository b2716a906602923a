//! Who was taught and promised confidentiality, and whose has run out.

use crate::services::{Error, books as service};
use crate::store::staff::Status;
use crate::store::training::{Kind, Record};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{books, refusals};
use crate::web::state::{State, run};
use crate::web::view::desk::books::{MemberLine, TrainingBook, TrainingLine};
use crate::web::view::parts::{Choice, FieldError};
use crate::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// `GET /desk/training`
pub async fn page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&state, &seat, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST /desk/training`: `staff`, `kind`, `what`, `done_on`, `valid_until_on`.
pub async fn add(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (typed, actor) = (fields.clone(), seat.actor.clone());
    let done = run(&state, move |web| {
        let record = Record {
            staff_id: typed.one("staff").to_owned(),
            kind: Kind::from_code(typed.one("kind")).ok_or(Error::field("kind", "error-training-kind"))?,
            what: typed.one("what").trim().to_owned(),
            done_on: typed.date("done_on").ok_or(Error::field("done_on", "error-date-unreal"))?,
            valid_until_on: match typed.one("valid_until_on").trim() {
                "" => None,
                _ => Some(
                    typed
                        .date("valid_until_on")
                        .ok_or(Error::field("valid_until_on", "error-date-unreal"))?,
                ),
            },
        };
        service::train(&web.app, &actor, &record)
    })
    .await;
    match done {
        Ok(()) => Ok(show::to("/desk/training")),
        Err(Error::Invalid(problems)) => {
            let errors = refusals::problems(&problems, &[]);
            show(&state, &seat, StatusCode::UNPROCESSABLE_ENTITY, fields, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

/// `POST /desk/training/export`: the record as CSV.
pub async fn export(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (actor, lang) = (seat.actor.clone(), seat.lang);
    let rows = run(&state, move |web| {
        let t = |id: &str| words::text(lang, id, &[]);
        let heads = ["staff", "kind", "what", "done_on", "valid_until_on"];
        let mut rows: Vec<Vec<String>> =
            vec![heads.iter().map(|head| t(&format!("training-{head}"))).collect()];
        for standing in service::standings(&web.app, &actor, true)? {
            for kind in &standing.lacking {
                let nothing = t("training-nothing");
                let kind = t(&format!("training-kind-{kind}"));
                rows.push(vec![standing.member.name.clone(), kind, nothing, String::new(), String::new()]);
            }
            for record in &standing.records {
                rows.push(vec![
                    standing.member.name.clone(),
                    t(&format!("training-kind-{}", record.kind)),
                    record.what.clone(),
                    record.done_on.to_string(),
                    record.valid_until_on.map(|on| on.to_string()).unwrap_or_default(),
                ]);
            }
        }
        Ok(rows)
    })
    .await?;
    books::file("training", &rows)
}

async fn show(
    state: &State,
    seat: &Seat,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (desk, may_enter, actor) =
        (books::desk(state, seat).await?, books::may_enter(seat), seat.actor.clone());
    let model = run(state, move |web| {
        let today = service::today(&web.app);
        let done_on = typed.one("done_on");
        let standings = service::standings(&web.app, &actor, false)?;
        let active = |s: &&service::Standing| s.member.status != Status::Disabled;
        let lacking = standings.iter().filter(active).filter(|s| !s.lacking.is_empty()).count();
        let member = |s: &service::Standing| MemberLine {
            name: s.member.name.clone(),
            is_active: s.member.status != Status::Disabled,
            lacking: s.lacking.iter().map(|kind| kind.code()).collect(),
            records: s
                .records
                .iter()
                .map(|record| TrainingLine {
                    kind: record.kind.code(),
                    what: record.what.clone(),
                    done_on: record.done_on,
                    valid_until_on: record.valid_until_on,
                    is_over: record.is_over(today),
                })
                .collect(),
        };
        Ok(TrainingBook {
            desk,
            may_enter,
            colleagues: standings
                .iter()
                .filter(active)
                .map(|s| Choice {
                    value: s.member.id.clone(),
                    name: s.member.name.clone(),
                    chosen: s.member.id == typed.one("staff"),
                })
                .collect(),
            kinds: Kind::ALL.iter().map(|kind| kind.code()).collect(),
            kind: typed.one("kind").to_owned(),
            what: typed.one("what").to_owned(),
            done_on: if done_on.is_empty() { today.to_string() } else { done_on.to_owned() },
            valid_until_on: typed.one("valid_until_on").to_owned(),
            members: standings.iter().map(member).collect(),
            lacking: i64::try_from(lacking).unwrap_or(i64::MAX),
            errors,
        })
    })
    .await?;
    show::page(state, seat.lang, status, &model)
}
