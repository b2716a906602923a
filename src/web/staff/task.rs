//! A task answered by hand, and a source that is tried again.

use crate::crypto::keys::CaseKey;
use crate::domain::event::EventKind;
use crate::domain::finding::LegalGround;
use crate::domain::task::TaskState;
use crate::services::collection::{self, HandAnswer};
use crate::services::intake::Attached;
use crate::services::records::{About, PastedAs};
use crate::services::uploads::Incoming;
use crate::services::{Error, Result, conversation, identity};
use crate::store::{cases, proofs, tasks};
use crate::web::error::Failure;
use crate::web::form::{DEADLINE, Fields};
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::look_up;
use crate::web::staff::steps::{Ended, Seat, did, ended, look, to_case};
use crate::web::state::State;
use crate::web::upload::{Budget, MOST_FILES};
use crate::web::view::desk::collect::TaskPage;
use crate::web::view::parts::FieldError;
use crate::words;
use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::StreamExt;

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// A file of ten megabytes over a slow line.
const FILES_DEADLINE: std::time::Duration = std::time::Duration::from_secs(300);
const NAMES: &[(&str, &str)] = &[("searched", "place")];

/// `GET …/tasks/{task}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, task) = path.into_inner();
    show(&seat, &id, &task, StatusCode::OK, Fields::default(), Vec::new()).await
}

/// `POST …/tasks/{task}`: what was found, or that nothing is held.
pub async fn answer(state: State, request: HttpRequest, path: Path, form: Multipart) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, task) = path.into_inner();
    let (fields, problem, files) = read(&seat, &id, form).await?;
    let (typed, wanted) = (fields.clone(), task.clone());
    let kept = match problem {
        Some(problem) => Err(problem),
        None => {
            seat.act(&id, &fields, move |step| {
                let answer = match typed.one("found") {
                    "none" => HandAnswer::Nothing,
                    "yes" => HandAnswer::Found {
                        pasted: typed.one("paste").to_owned(),
                        pasted_as: pasted_as(typed.one("paste_as")),
                        files,
                        about: about(&typed),
                    },
                    _ => return Err(Error::field("found", "error-found-none")),
                };
                collection::answer_by_hand(step, &wanted, answer, typed.one("place"))
            })
            .await
        }
    };
    match ended(kept, NAMES)? {
        Ended::Done(()) => Ok(did(&id, EventKind::TaskAnswer)),
        Ended::Again(status, errors) => show(&seat, &id, &task, status, fields, errors).await,
        Ended::Overtaken => {
            let wanted =
                Wanted::of(EventKind::TaskAnswer, format!("tasks/{task}"), &fields, &["paste", "place"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

fn pasted_as(code: &str) -> PastedAs {
    match code {
        "table" => PastedAs::Table,
        "json" => PastedAs::Json,
        _ => PastedAs::Text,
    }
}

fn about(typed: &Fields) -> About {
    About {
        category: typed.one("category").to_owned(),
        provided: typed.one("provided") == "yes",
        ground: LegalGround::from_code(typed.one("ground")),
    }
}

/// `POST …/tasks/{task}/retry`.
pub async fn retry(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, task) = path.into_inner();
    let wanted = task.clone();
    let done = seat.act(&id, &fields, move |step| collection::try_again(step, &wanted)).await;
    match ended(done, NAMES)? {
        // somebody else tried again first: the same was wanted
        Ended::Done(()) | Ended::Overtaken => Ok(to_case(&id)),
        Ended::Again(status, errors) => show(&seat, &id, &task, status, fields, errors).await,
    }
}

/// Reads the parts of the form. Files are sealed under the key of the case while they come in; the
/// first thing wrong with one is kept, and the rest of the form is read all the same, so that what
/// was typed is not lost.
async fn read(seat: &Seat, id: &str, mut form: Multipart) -> Result<(Fields, Option<Error>, Vec<Attached>)> {
    let case_id = id.to_owned();
    let key = seat
        .run(move |web, actor| {
            let stored = web.app.store.look(|db| Ok::<_, Error>(cases::load(db, &case_id)?))?;
            conversation::may_work(actor, &stored)?;
            Ok(web.app.store.case_key(&case_id)?)
        })
        .await?;
    let reading = async {
        let (mut fields, mut files, mut problem) = (Vec::new(), Vec::new(), None);
        let mut budget = Budget::new(&seat.state.app.caps, MOST_FILES);
        while let Some(part) = form.next().await {
            let mut part = part.map_err(|_| Error::field("form", "error-form-cut"))?;
            budget.part(&part)?;
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            if let Some(file) = file {
                match take_file(seat, &key, &mut part, &file, &mut budget).await {
                    Ok(Some(_)) if files.len() >= MOST_FILES => {
                        problem = problem.or(Some(Error::field("file", "error-too-many-files")));
                    }
                    Ok(taken) => files.extend(taken),
                    Err(Error::Invalid(found)) => problem = problem.or(Some(Error::Invalid(found))),
                    Err(other) => return Err(other),
                }
            } else {
                fields.push((name, budget.value(&mut part).await?));
            }
        }
        Ok((Fields::new(fields), problem, files))
    };
    let most = FILES_DEADLINE.max(DEADLINE);
    tokio::time::timeout(most, reading).await.map_err(|_| Error::field("form", "error-too-slow"))?
}

/// One file, chunk by chunk. A file that cannot be taken is read to its end, so that what stands
/// after it in the form is still reached.
async fn take_file(
    seat: &Seat,
    key: &CaseKey,
    part: &mut actix_multipart::Field,
    name: &str,
    budget: &mut Budget,
) -> Result<Option<Attached>> {
    let mut incoming = Ok(Incoming::begin(&seat.state.app, key, name)?);
    while let Some(chunk) = budget.next(part).await? {
        incoming = match incoming {
            Ok(mut open) => seat.run(move |_, _| Ok(open.chunk(&chunk).map(|()| open))).await?,
            refused => refused,
        };
    }
    let open = incoming?;
    seat.run(move |_, _| open.finish()).await
}

async fn show(
    seat: &Seat,
    id: &str,
    task_id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, task_id, lang, desk) = (id.to_owned(), task_id.to_owned(), seat.lang, seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (task, details, problem, look_for)) =
                look(web, actor, &case_id, "task", |tx, key, sight| {
                    conversation::may_work(actor, &sight.stored)?;
                    let task = tasks::in_case(tx.db, &case_id, &task_id)?;
                    let proven = proofs::proven_addresses(tx.db, key, &case_id)?;
                    let by = identity::identifiers(&sight.stored, &sight.person, &proven);
                    let look_for = by.iter().map(|i| {
                        let kind = words::text(lang, &look_up::identifier(i).kind.id, &[]);
                        (kind, i.value.clone(), i.proven)
                    });
                    let look_for: Vec<_> = look_for.collect();
                    let (details, problem) = (task.details(key)?, task.problem(key)?);
                    Ok((task, details, problem, look_for))
                })?;
            let fact = sight.stored.file.tasks.iter().find(|t| t.id == task.id).ok_or(Error::NotFound)?;
            let rights = sight.stored.file.requests.iter().filter(|r| fact.request_ids.contains(&r.id));
            let one = |name: &str| typed.one(name).to_owned();
            let failed = task.state == TaskState::Failed;
            Ok(TaskPage {
                desk,
                name: look_up::task_name(&web.app, &task.holder, &details.name, lang),
                holder: fact.holder,
                state: task.state,
                question: details.question,
                can_answer: collection::can_be_answered_by_hand(&task),
                due_on: task.due_on,
                days: sight.days_to(task.due_on),
                rights: rights.map(|r| r.right).collect(),
                look_for,
                trouble: failed.then(|| look_up::trouble(problem.as_deref().unwrap_or_default())),
                found: one("found"),
                paste: one("paste"),
                paste_as: if one("paste_as").is_empty() { "text".into() } else { one("paste_as") },
                category: one("category"),
                provided: one("provided"),
                ground: if one("ground").is_empty() { "f".into() } else { one("ground") },
                place: one("place"),
                max_megabytes: web.app.caps.file_megabytes(),
                max_files: i64::try_from(MOST_FILES).unwrap_or(i64::MAX),
                task_id,
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}
