//! Writing to us from the case page, with a file if one likes; and reading a letter again.

use crate::services::conversation::{LONGEST, person_writes};
use crate::services::{Error, FieldProblem, handling};
use crate::store::cases;
use crate::web::error::Failure;
use crate::web::public::answers::{has_controls, is_blank};
use crate::web::public::case::{again, is_ours, open_or_find};
use crate::web::public::status::belongs;
use crate::web::public::thread::Reading;
use crate::web::public::visit::{link_token, local};
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::upload;
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::case::LetterPage;
use actix_multipart::Multipart;
use actix_web::{HttpRequest, HttpResponse, web};

/// `POST {home}/case/message`
pub async fn write(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    multipart: Multipart,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let case_id = open.case_id.clone();
    let received =
        upload::receive(&state, multipart, move |web| Ok(((), web.app.store.case_key(&case_id)?))).await?;
    let text = received.fields.one("text").replace("\r\n", "\n");
    let mut wrong = Vec::new();
    if !is_ours(&visit, &open, &received.fields) {
        wrong.push(FieldError::new("main", Said::new("error-form-old")));
    }
    wrong.extend(text_problem(&text));
    let file = match received.file {
        Ok(file) => file.map(|((), file)| file),
        Err(Error::Invalid(problem)) => {
            wrong.extend(problems::said(&problem, &received.file_name));
            None
        }
        Err(other) => return Err(other.into()),
    };
    let errors = if wrong.is_empty() {
        let (case_id, words) =
            (open.case_id.clone(), if is_blank(&text) { String::new() } else { text.clone() });
        match run(&state, move |web| person_writes(&web.app, &case_id, &words, file)).await {
            Ok(()) => return Ok(visit.to("case?done=message")),
            Err(Error::Invalid(problem)) => problems::said(&problem, &received.file_name),
            Err(other) => return Err(other.into()),
        }
    } else {
        wrong
    };
    again(&visit, &open, errors, &text).await
}

fn text_problem(text: &str) -> Option<FieldError> {
    let over = text.chars().count().saturating_sub(LONGEST);
    if over > 0 {
        let over = i64::try_from(over).unwrap_or(i64::MAX);
        return Some(FieldError::new("text", Said::new("error-message-long").with("over", over)));
    }
    if has_controls(text) {
        return problems::said(&[FieldProblem::new("text", "error-characters")], "").pop();
    }
    None
}

/// `GET {home}/case/letters/{id}`
pub async fn letter(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (slug, id) = (path.0.clone(), link_token(&path.1)?);
    let (reference, made_at, body) = run(&state, move |web| {
        let controller = web.app.controllers.by_slug(&slug)?;
        let from = format!("{}/{id}", open.token);
        handling::read_by_person(&web.app, &open.case_id, "letter", &from, |tx, key| {
            let stored = cases::load(tx.db, &open.case_id)?;
            let reading = Reading::of(controller, belongs(&stored, controller)?, key)?;
            let (letter, body) = reading.letter(tx, &id)?;
            Ok::<_, Error>((stored.reference.clone(), letter.made_at, body))
        })
    })
    .await?;
    visit.ok(&LetterPage {
        shell: visit.shell(),
        reference,
        subject: body.subject,
        sent_at: local(visit.controller, made_at),
        text: body.text,
    })
}
