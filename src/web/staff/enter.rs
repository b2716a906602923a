//! Entering what came by letter, phone, counter, chat, social media or mail; and the receipt that is
//! printed once, with the code.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::services::app::Controller;
use crate::services::intake::{self, Attached, Begun, Entered, Submission};
use crate::services::{Error, Result};
use crate::store::staff::{self, Member, Status};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::enter_form::{self, Form};
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::staff::{carry, door, refusals};
use crate::web::state::{State, Web, run};
use crate::web::upload;
use crate::web::view::Said;
use crate::web::view::desk::enter::{EnterCase, EnteredReceipt};
use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::shell::{Desk, Place};
use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the fields of use cases are called on the page.
const NAMES: refusals::Names<'static> =
    &[("main", "right"), ("request", "right"), ("late_entry_reason", "late_reason")];

/// `GET /desk/enter`
pub async fn enter_page(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let key = tokens::token().plain.to_string();
    let fields = Fields::new(vec![("key".into(), key), ("receipt".into(), "print".into())]);
    show_form(&state, &seat, &fields, StatusCode::OK, Vec::new()).await
}

async fn show_form(
    state: &State,
    seat: &Seat,
    fields: &Fields,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let desk = frame::desk(state, &seat.signed, Place::Enter, "", Vec::new()).await?;
    let me = seat.signed.session.member.id.clone();
    let colleagues = run(state, move |web| {
        let all = web.app.store.look(|db| Ok::<_, Error>(staff::all(db)?))?;
        Ok(all.into_iter().filter(|m| m.status != Status::Disabled && m.id != me).collect::<Vec<_>>())
    })
    .await?;
    let controller = enter_form::controller(state, fields)?;
    let today = crate::services::letters::today(controller, state.app.store.clock.now());
    let model = model(state, desk, fields, controller, today, &colleagues, errors, seat.lang);
    show::page(state, seat.lang, status, &model)
}

#[expect(clippy::too_many_arguments, reason = "a form and everything around it")]
fn model(
    web: &Web,
    desk: Desk,
    fields: &Fields,
    controller: &Controller,
    today: NaiveDate,
    colleagues: &[Member],
    errors: Vec<FieldError>,
    lang: Lang,
) -> EnterCase {
    let text = |name: &str| fields.one(name).to_owned();
    let form = enter_form::read(fields, controller, today);
    let chosen = |value: &str, field: &str| fields.one(field) == value;
    EnterCase {
        desk,
        key: text("key"),
        max_megabytes: web.app.caps.file_megabytes(),
        errors,
        channel: text("channel"),
        received_on: text("received_on"),
        today_on: today,
        late_reason: text("late_reason"),
        controllers: web
            .app
            .controllers
            .all()
            .iter()
            .map(|c| Choice {
                value: c.slug.clone(),
                name: c.legal_name.clone(),
                chosen: c.id == controller.id,
            })
            .collect(),
        answer_by: enter_form::answer_by(&form, controller, today, lang),
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
        address: text("address"),
        other_ids: text("other_ids"),
        protected: form.is_protected,
        kind: text("kind"),
        rep_name: text("rep_name"),
        rep_email: text("rep_email"),
        rep_phone: text("rep_phone"),
        rep_address: text("rep_address"),
        about_staff: colleagues
            .iter()
            .map(|m| Choice {
                value: m.id.clone(),
                name: m.name.clone(),
                chosen: chosen(&m.id, "about_staff"),
            })
            .collect(),
        words: text("words"),
        rights: fields.all("right").into_iter().map(str::to_owned).collect(),
        receipt: text("receipt"),
        language: form.lang,
        languages: controller.languages.clone(),
        perhaps: Vec::new(),
    }
}

/// `POST /desk/enter`, multipart. `go=dates` works the date out and saves nothing.
pub async fn enter(state: State, request: HttpRequest, multipart: Multipart) -> Answer {
    let received = upload::receive(&state, multipart, begin).await?;
    taken(&state, &request, &received.fields, received.file, &received.file_name).await
}

fn begin(web: &Web) -> Result<(Begun, CaseKey)> {
    let begun = intake::begin(&web.app)?;
    let key = begun.key.clone();
    Ok((begun, key))
}

async fn taken(
    state: &State,
    request: &HttpRequest,
    fields: &Fields,
    file: Result<Option<(Begun, Attached)>>,
    file_name: &str,
) -> Answer {
    let seat = Seat::with_form(state, request, fields)?;
    let controller = enter_form::controller(state, fields)?.clone();
    let today = crate::services::letters::today(&controller, state.app.store.clock.now());
    if fields.one("go") == "dates" {
        return show_form(state, &seat, fields, StatusCode::OK, Vec::new()).await;
    }
    let mut form = enter_form::read(fields, &controller, today);
    let file = match file {
        Ok(file) => file,
        Err(error) => {
            let problems = show::problems(error)?;
            form.errors.extend(problems.iter().map(|p| {
                let said = refusals::said_problem(p).with("file", file_name);
                FieldError::new(&p.field, said)
            }));
            None
        }
    };
    if !form.errors.is_empty() {
        let errors = std::mem::take(&mut form.errors);
        return show_form(state, &seat, fields, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    }
    let (actor, key) = (seat.actor.clone(), tokens::hash_token(fields.one("key")));
    let done = run(state, move |web| opened(web, &actor, &controller, form, file, key)).await;
    match done {
        Ok(Done::Before(case_id)) => Ok(show::to(&format!("/desk/cases/{case_id}"))),
        Ok(Done::Opened { case_id, receipt }) => {
            let mut answer = show::to(&format!("/desk/cases/{case_id}/receipt"));
            door::add(&mut answer, &cookies::set(&state.settings, cookies::ENTERED, &receipt, None));
            Ok(answer)
        }
        Err(Error::Refused(refusal)) => {
            let errors = refusals::errors(&refusal, NAMES);
            show_form(state, &seat, fields, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(Error::Invalid(problems)) => {
            let errors = refusals::problems(&problems, NAMES);
            show_form(state, &seat, fields, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

enum Done {
    /// A case was opened; the receipt is carried under this token.
    Opened { case_id: String, receipt: String },
    /// This very form had opened a case before.
    Before(String),
}

/// What the printed receipt says; carried to the next page and kept nowhere else.
#[derive(Serialize, Deserialize)]
struct Receipt {
    case_id: String,
    reference: String,
    code: Option<String>,
    slug: String,
    language: Lang,
    received_on: NaiveDate,
    answer_by_on: NaiveDate,
    rights: Vec<Right>,
}

fn opened(
    web: &Web,
    actor: &Actor,
    controller: &Controller,
    form: Form,
    file: Option<(Begun, Attached)>,
    key: [u8; 32],
) -> Result<Done> {
    if let Some(case_id) = intake::entered_before(&web.app, &key)? {
        return Ok(Done::Before(case_id));
    }
    let (begun, file) = match file {
        Some((begun, file)) => (begun, Some(file)),
        None => (intake::begin(&web.app)?, None),
    };
    let (Some(intake), Some(received_on)) = (form.intake, form.received_on) else {
        return Err(Error::NotFound);
    };
    let entered = Entered {
        intake,
        received_on,
        late_reason: form.late_reason,
        about_staff: form.about_staff,
        is_protected: form.is_protected,
        is_printed: form.is_printed,
        key,
    };
    let submission = Submission {
        controller,
        lang: form.lang,
        rights: form.rights,
        unsure: false,
        person: form.person,
        words: form.words,
        file,
    };
    let is_mailed = submission.contact().email.is_some() && !form.is_printed;
    let opened = match intake::enter(&web.app, actor, begun, submission, entered) {
        Ok(opened) => opened,
        // the same form was a moment faster
        Err(error) => match intake::entered_before(&web.app, &key)? {
            Some(case_id) => return Ok(Done::Before(case_id)),
            None => return Err(error),
        },
    };
    let requests = &opened.decision.requests;
    let receipt = Receipt {
        case_id: opened.case_id.clone(),
        reference: opened.reference,
        code: (!is_mailed).then(|| opened.code.to_string()),
        slug: controller.slug.clone(),
        language: form.lang,
        received_on,
        answer_by_on: requests.iter().map(|r| r.dates.shown_on).min().unwrap_or(received_on),
        rights: requests.iter().map(|r| r.right).collect(),
    };
    Ok(Done::Opened { case_id: opened.case_id, receipt: carry::put(web, &receipt)?.to_string() })
}

/// `GET /desk/cases/{id}/receipt`: the receipt to print, for whoever has just entered the case, in
/// the browser they did it with. For anybody else it is the case page.
pub async fn receipt(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let case_page = show::to(&format!("/desk/cases/{id}"));
    let Some(token) = cookies::get(&state.settings, &request, cookies::ENTERED) else { return Ok(case_page) };
    let found = run(&state, move |web| carry::get::<Receipt>(web, &token)).await?;
    let Some(receipt) = found.filter(|receipt| receipt.case_id == *id) else { return Ok(case_page) };
    let desk = frame::desk(&state, &seat.signed, Place::Enter, "", Vec::new()).await?;
    let controller = state.app.controllers.by_slug(&receipt.slug)?;
    let line = [controller.address.clone(), controller.number.clone()];
    let model = EnteredReceipt {
        desk,
        case_id: receipt.case_id,
        language: receipt.language,
        controller: controller.legal_name.clone(),
        controller_line: line.into_iter().flatten().collect::<Vec<_>>().join(", ").replace('\n', ", "),
        reference: receipt.reference,
        code: receipt.code,
        received_on: receipt.received_on,
        answer_by_on: receipt.answer_by_on,
        understood: receipt.rights.iter().map(|r| Said::new(format!("right-{r}-asked_plain"))).collect(),
        find_address: state.app.link(&["o", &controller.slug, "case"]),
    };
    show::page(&state, seat.lang, StatusCode::OK, &model)
}
