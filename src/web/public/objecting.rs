//! Saying that something went wrong, from the case page: a complaint about how it was handled, and
//! that what we read as no request was one.

use crate::domain::access::Actor;
use crate::domain::case::Intake;
use crate::services::belonging::linked::{self, Complaint};
use crate::services::conversation::{LONGEST, person_writes};
use crate::services::handling::Step;
use crate::services::{Error, Result};
use crate::store::cases;
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::public::case::{is_ours, open_or_find, read, settle};
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::view::public::case::Status;
use crate::words;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// `POST {home}/case/complain`: `complaint`.
pub async fn complain(state: State, request: HttpRequest, slug: web::Path<String>, fields: Fields) -> Answer {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let words = fields.one("complaint").replace("\r\n", "\n");
    let result = if is_ours(&visit, &open, &fields) {
        let (case_id, words) = (open.case_id.clone(), words.clone());
        run(&state, move |web| {
            let step = Step { app: &web.app, actor: &Actor::Person, case_id: &case_id, seen: None };
            linked::complain(&step, &Complaint { words, intake: Intake::Form, received_on: None })
        })
        .await
        .map(drop)
    } else {
        Err(Error::field("main", "error-form-old"))
    };
    match result {
        Err(Error::Invalid(wrong)) => match read(&visit, &open).await? {
            Some(page) => {
                let kept: String = words.chars().take(LONGEST).collect();
                visit.again(&Status { errors: problems::said(&wrong, ""), complaint: kept, ..page })
            }
            None => Ok(visit.to("find?why=over")),
        },
        other => settle(&visit, &open, other, "case?done=complaint").await,
    }
}

/// `POST {home}/case/complaints` with `case`: on to the page of a complaint about this case.
pub async fn go_to(state: State, request: HttpRequest, slug: web::Path<String>, fields: Fields) -> Answer {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if !is_ours(&visit, &open, &fields) {
        return settle(&visit, &open, Err(Error::field("main", "error-form-old")), "case").await;
    }
    let wanted = fields.one("case").to_owned();
    let token = run(&state, move |web| linked::go_to(&web.app, &open.case_id, &wanted)).await?;
    let mut answer = visit.to("case");
    let cookie = cookies::set(&state.settings, cookies::PERSON, &token, None);
    answer.add_cookie(&cookie).map_err(|_| Error::Broken("a cookie".into()))?;
    Ok(answer)
}

/// `POST {home}/case/was-a-request`: the person's own sentence, as a message that staff read.
pub async fn was_a_request(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Answer {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let result: Result<()> = if is_ours(&visit, &open, &fields) {
        let case_id = open.case_id.clone();
        run(&state, move |web| {
            let lang = web.app.store.look(|db| Ok::<_, Error>(cases::load(db, &case_id)?.lang))?;
            person_writes(&web.app, &case_id, &words::text(lang, "belonging-was-request-words", &[]), None)
        })
        .await
    } else {
        Err(Error::field("main", "error-form-old"))
    };
    settle(&visit, &open, result, "case?done=message").await
}
