//! What goes on after an answer: restrictions, recipients, backups; of one case, and of all.

use crate::domain::deadline::local_date;
use crate::domain::event::{Event, EventKind};
use crate::domain::fulfilment::{Case18, Exception, NoticeStatus, may_lift};
use crate::services::handling::Step;
use crate::services::{Error, Result, fulfilment};
use crate::store::follow_ups::{self, Kind, Standing};
use crate::store::{cases, chain};
use crate::web::form::Fields;
use crate::web::staff::case_facts;
use crate::web::staff::show::Answer;
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::record::{
    BackupLine, FollowLine, FollowList, FollowUps, NoticeLine, Opt, RestrictionLine,
};
use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::shell::Place;
use crate::web::{frame, view::desk::record};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use chrono::Days;
use serde_json::json;

/// Most lines of a kind in the list of all cases.
const MOST: i64 = 200;
/// How long a recipient gets to answer, by default.
const REPLY_DAYS: u64 = 14;

/// `GET …/follow-ups`.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, &Fields::default(), Vec::new()).await
}

/// `POST …/follow-ups`: `do` says what, `row` to what; the other fields end in `-{row}`.
pub async fn act(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let row = fields.one("row").to_owned();
    let Some(what) = Doing::from_code(fields.one("do")) else { return Err(Error::NotFound.into()) };
    let typed = fields.clone();
    let done = seat.act(&id, &fields, move |step| carry_out(step, what, &typed)).await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(did(&id, what.event())),
        Ended::Again(status, errors) => {
            let at_row = |error: FieldError| FieldError { field: format!("{}-{row}", error.field), ..error };
            let errors = errors.into_iter().map(at_row).collect();
            show(&seat, &id, status, &fields, errors).await
        }
        // a row that moved meanwhile is shown as it stands
        Ended::Overtaken => show(&seat, &id, StatusCode::CONFLICT, &Fields::default(), Vec::new()).await,
    }
}

codes! {
    /// What a form on the page does.
    pub enum Doing {
        /// Restrict the use.
        Restrict = "restrict",
        /// Log a use of restricted data.
        Use = "use",
        /// Tell the person that it will be lifted.
        Notice = "notice",
        /// Lift.
        Lift = "lift",
        /// Write to a recipient.
        Mail = "mail",
        /// A recipient was told another way.
        Told = "told",
        /// A recipient has confirmed.
        Confirmed = "confirmed",
        /// Telling a recipient is impossible.
        Impossible = "impossible",
        /// Telling a recipient takes too much.
        Disproportionate = "disproportionate",
        /// Backups were checked.
        Backup = "backup",
    }
}

impl Doing {
    const fn event(self) -> EventKind {
        match self {
            Doing::Restrict => EventKind::RestrictionOpened,
            Doing::Use => EventKind::RestrictionUsed,
            Doing::Notice => EventKind::RestrictionNoticed,
            Doing::Lift => EventKind::RestrictionLifted,
            Doing::Mail | Doing::Told => EventKind::RecipientTold,
            Doing::Confirmed | Doing::Impossible | Doing::Disproportionate => EventKind::RecipientSettled,
            Doing::Backup => EventKind::FollowUpDone,
        }
    }
}

fn carry_out(step: &Step<'_>, what: Doing, typed: &Fields) -> Result<()> {
    let row = typed.one("row");
    let one = |name: &str| typed.one(&format!("{name}-{row}")).trim().to_owned();
    let day = |name: &str| typed.date(&format!("{name}-{row}"));
    match what {
        Doing::Restrict => {
            let case = Case18::from_code(&one("case"));
            fulfilment::restrict(step, &one("request"), case, &one("what"), day("from_on"))
        }
        Doing::Use => {
            let exception = Exception::from_code(&one("exception"));
            fulfilment::log_use(step, row, exception, day("used_on"), &one("use"))
        }
        Doing::Notice => fulfilment::tell_of_end(step, row, day("lift_on"), &one("why"), &one("next")),
        Doing::Lift => fulfilment::lift(step, row),
        Doing::Mail => fulfilment::tell_by_mail(step, row, &one("known"), &one("what"), day("reply_by_on")),
        Doing::Told => fulfilment::settle(step, row, NoticeStatus::Told, &one("proof")),
        Doing::Confirmed => fulfilment::settle(step, row, NoticeStatus::Confirmed, &one("proof")),
        Doing::Impossible => fulfilment::settle(step, row, NoticeStatus::Impossible, &one("reason")),
        Doing::Disproportionate => {
            fulfilment::settle(step, row, NoticeStatus::Disproportionate, &one("reason"))
        }
        Doing::Backup => fulfilment::tick_off(step, row, &one("checked")),
    }
}

async fn show(seat: &Seat, id: &str, status: StatusCode, typed: &Fields, errors: Vec<FieldError>) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let can_work = case_facts::works(&seat.signed.session.member.roles);
    let typed = typed.pairs().iter().cloned().collect();
    let page = seat
        .run(move |web, actor| {
            let (sight, (going_on, stands)) = look(web, actor, &case_id, "follow_ups", |tx, key, _| {
                let going_on = follow_ups::of_case(tx.db, key, &case_id)?;
                let stands = going_on
                    .restrictions
                    .iter()
                    .map(|one| fulfilment::stand(tx, one))
                    .collect::<Result<Vec<_>>>()?;
                Ok((going_on, stands))
            })?;
            let today = sight.today;
            let is_closed = |id: &str| sight.request(id).is_ok_and(|request| !request.state.is_open());
            let restrictions = going_on.restrictions.iter().zip(&stands).map(|(one, stand)| {
                let uses = going_on.uses.iter().filter(|used| used.restriction_id == one.id);
                RestrictionLine {
                    id: one.id.clone(),
                    what: one.details.what.clone(),
                    case: Said::new(format!("record-case-{}", one.basis)),
                    from_on: one.from_on,
                    lifted_on: one.lifted_on,
                    is_decided: one.basis.ends_with_decision() && is_closed(&one.request_id),
                    notice: match one.lift_on {
                        None => Said::new("follow-notice-first"),
                        Some(on) if stand.notice_out => Said::new("follow-notice-out").with("date", on),
                        Some(_) => Said::new("follow-notice-waits"),
                    },
                    can_lift: may_lift(stand, today),
                    uses: uses
                        .map(|used| {
                            let why = Said::new(format!("exception-{}", used.exception));
                            (used.used_on, why, used.details.what.clone())
                        })
                        .collect(),
                }
            });
            let notices = going_on.notices.iter().map(|one| NoticeLine {
                id: one.id.clone(),
                name: one.details.name.clone(),
                has_address: !one.details.email.is_empty(),
                kind: one.kind,
                status: one.status,
                is_open: one.status.is_open(),
                reply_by_on: one.reply_by_on,
                proof: one.details.proof.clone(),
            });
            let backups = going_on.backups.iter().map(|one| BackupLine {
                id: one.id.clone(),
                due_on: one.due_on,
                is_due: one.due_on <= today,
                is_done: one.done_at.is_some(),
                how: one.details.proof.clone(),
            });
            let open = sight.stored.file.requests.iter().filter(|request| request.state.is_open());
            Ok::<_, Error>(FollowUps {
                desk,
                language: sight.stored.lang,
                can_work,
                restrictions: restrictions.collect(),
                requests: open
                    .map(|request| Choice {
                        value: request.id.clone(),
                        name: request.right.code().to_owned(),
                        chosen: false,
                    })
                    .collect(),
                cases: options(Case18::ALL.iter().map(|case| case.code()), "record-case"),
                exceptions: options(Exception::ALL.iter().map(|one| one.code()), "exception"),
                notices: notices.collect(),
                backups: backups.collect(),
                today_on: today,
                reply_by_on: today + Days::new(REPLY_DAYS),
                typed,
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}

fn options<'a>(codes: impl Iterator<Item = &'a str>, family: &str) -> Vec<Opt> {
    codes
        .map(|code| record::Opt {
            value: code.to_owned(),
            label: Said::new(format!("{family}-{code}")),
            chosen: false,
        })
        .collect()
}

/// `GET /desk/follow-ups`: everything that goes on, of every case this member of staff may see.
pub async fn list(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = frame::desk(&state, &seat.signed, Place::FollowUps, "", Vec::new()).await?;
    let member = seat.signed.session.member.clone();
    let model = seat
        .run(move |web, actor| {
            let standing = web.app.store.look(|db| {
                let all = follow_ups::all_open(db, MOST)?;
                let mut seen = Vec::new();
                for one in all {
                    // a case about a colleague is known to few
                    let is_known =
                        one.about_staff.is_none() || cases::load(db, &one.case_id)?.file.is_known_to(actor);
                    if is_known {
                        seen.push(one);
                    }
                }
                Ok::<_, Error>(seen)
            })?;
            let mut of: Vec<&str> = standing.iter().map(|one| one.case_id.as_str()).collect();
            of.sort_unstable();
            of.dedup();
            let event = Event::new(EventKind::Read, None, json!({ "what": "follow_ups", "cases": of }));
            let whose = chain::staff_chain(&member.id);
            web.app.store.write(actor, |tx| chain::append(tx, &whose, None, &event).map_err(Error::from))?;
            let now = web.app.store.clock.now();
            let mut lines = Vec::new();
            for one in &standing {
                let zone = web.app.controllers.get(&one.controller_id)?.rules.zone;
                lines.push(line(one, local_date(zone, now)));
            }
            Ok::<_, Error>(FollowList { desk, lines })
        })
        .await?;
    seat.show(StatusCode::OK, &model)
}

fn line(one: &Standing, today: chrono::NaiveDate) -> FollowLine {
    let (kind, detail) = match one.kind {
        Kind::Restriction => ("follow-restrictions", format!("record-case-{}", one.detail)),
        Kind::Notice => ("follow-recipients", format!("notice-kind-{}", one.detail)),
        Kind::Backup => ("follow-backups", format!("right-{}-staff", one.detail)),
    };
    FollowLine {
        case_id: one.case_id.clone(),
        reference: one.reference.clone(),
        kind: Said::new(kind),
        detail: Said::new(detail),
        on: one.on,
        is_due: one.kind != Kind::Restriction && one.on.is_some_and(|on| on <= today),
    }
}
