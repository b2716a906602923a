//! The case page of an open conversation and its steps: type a code, withdraw, undo, a new link,
//! leave.

use crate::domain::access::Actor;
use crate::domain::outcome::Outcome;
use crate::services::handling::{self, Step};
use crate::services::{Error, answer, identity, letters, limits, returned, status as conversation};
use crate::store::cases;
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::status::{self, Frame};
use crate::web::public::visit::Conversation;
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::answer::NewLink;
use crate::web::view::public::case::{Status, WithdrawChoose, Withdrawn};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::Days;

/// The conversation, or where to open one.
pub async fn open_or_find(visit: &Visit<'_>) -> Result<Result<Conversation, HttpResponse>, Failure> {
    Ok(visit.conversation().await?.ok_or_else(|| visit.to("find?why=over")))
}

/// The token of a form of the case page came back.
pub fn is_ours(visit: &Visit<'_>, open: &Conversation, fields: &Fields) -> bool {
    frame::check_token(visit.state, &open.token, fields.one("csrf")).is_ok()
}

/// Reads the page of the conversation. `None`: the case is not one of this organisation.
pub async fn read(visit: &Visit<'_>, open: &Conversation) -> Result<Option<Status>, Failure> {
    let frame = Frame {
        shell: visit.shell_of("case"),
        csrf: frame::visitor_token(visit.state, &open.token),
        lang: visit.lang,
        authority: visit.authority()?,
        caps: visit.state.app.caps,
    };
    let (slug, case_id) = (visit.controller.slug.clone(), open.case_id.clone());
    let from = open.token.clone();
    let page = run(visit.state, move |web| {
        let controller = web.app.controllers.by_slug(&slug)?;
        handling::read_by_person(&web.app, &case_id, "status", &from, |tx, key| {
            status::page(tx, key, controller, &case_id, frame)
        })
    })
    .await;
    match page {
        Ok(page) => Ok(Some(page)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The page again, with what has to be mended and what was typed.
pub async fn again(
    visit: &Visit<'_>,
    open: &Conversation,
    errors: Vec<FieldError>,
    text: &str,
) -> Result<HttpResponse, Failure> {
    match read(visit, open).await? {
        Some(page) => visit.again(&Status { errors, text: text.to_owned(), ..page }),
        None => Ok(visit.to("find?why=over")),
    }
}

/// What a step of the case page came to: on with 303, or the page again.
pub async fn settle(
    visit: &Visit<'_>,
    open: &Conversation,
    result: crate::services::Result<()>,
    next: &str,
) -> Result<HttpResponse, Failure> {
    let errors = match result {
        Ok(()) => return Ok(visit.to(next)),
        Err(Error::Invalid(wrong)) => problems::said(&wrong, ""),
        Err(Error::Refused(refusal)) => problems::refused(&refusal),
        Err(Error::Stale) => vec![FieldError::new("main", Said::new("page-409-person"))],
        Err(other) => return Err(other.into()),
    };
    again(visit, open, errors, "").await
}

fn old_form() -> crate::services::Result<()> {
    Err(Error::field("main", "error-old-form"))
}

/// `GET {home}/case`
pub async fn show(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let notice = match visit.mark("done").as_deref() {
        Some("message") => Some("ui-message-sent"),
        Some("identity") => Some("ui-identity-done"),
        Some("undone") => Some("ui-undone"),
        Some("complaint") => Some("complaint-sent"),
        Some("undelivered") => Some("ui-undelivered-said"),
        _ => None,
    };
    match read(&visit, &open).await? {
        Some(page) => visit.ok(&Status { notice: notice.map(Said::new), ..page }),
        None => Ok(visit.to("find?why=over")),
    }
}

/// `POST {home}/case/identity`: the mailed code.
pub async fn prove(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let code = fields.one("code").trim().to_owned();
    let result = if !is_ours(&visit, &open, &fields) {
        old_form()
    } else if code.is_empty() {
        Err(Error::field("code", "error-code-empty"))
    } else {
        let case_id = open.case_id.clone();
        run(&state, move |web| identity::try_code(&web.app, &case_id, &code)).await
    };
    settle(&visit, &open, result, "case?done=identity").await
}

/// `POST {home}/case/leave`
pub async fn leave(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    if let Some(open) = visit.conversation().await?
        && is_ours(&visit, &open, &fields)
    {
        run(&state, move |web| conversation::leave(&web.app, &open.token)).await?;
    }
    let mut answer = visit.to("find?why=left");
    let cookie = cookies::remove(&state.settings, cookies::PERSON);
    answer.add_cookie(&cookie).map_err(|_| Error::Broken("a cookie".into()))?;
    Ok(answer)
}

/// `GET {home}/case/withdraw`
pub async fn choose(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let chosen = visit.mark("request").into_iter().collect();
    choosing(&visit, chosen, Vec::new()).await
}

async fn choosing(
    visit: &Visit<'_>,
    chosen: Vec<String>,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Failure> {
    let open = match open_or_find(visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let Some(page) = read(visit, &open).await? else { return Ok(visit.to("find?why=over")) };
    let can: Vec<_> = page.requests.into_iter().filter(|r| r.can_withdraw).collect();
    // with one request there is nothing to choose
    let chosen = if let [only] = can.as_slice() { vec![only.id.clone()] } else { chosen };
    let page = WithdrawChoose {
        shell: visit.shell_of("case/withdraw"),
        csrf: page.csrf,
        reference: page.reference,
        requests: can,
        chosen,
        undo_until_on: visit.today() + Days::new(7),
        errors,
    };
    if page.errors.is_empty() { visit.ok(&page) } else { visit.again(&page) }
}

/// `POST {home}/case/withdraw` with `request`, once or several times.
pub async fn withdraw(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let chosen: Vec<String> = fields.all("request").into_iter().map(str::to_owned).collect();
    let wrong = |id| vec![FieldError::new("request", Said::new(id))];
    if !is_ours(&visit, &open, &fields) {
        return choosing(&visit, chosen, wrong("error-form-old")).await;
    }
    if chosen.is_empty() {
        return choosing(&visit, chosen, wrong("error-withdraw-none")).await;
    }
    let case_id = open.case_id.clone();
    let result = run(&state, move |web| handling::withdraw(&step(&web.app, &case_id), chosen, None)).await;
    settle(&visit, &open, result, "case/withdrawn").await
}

/// `POST {home}/case/undelivered` with `request`: the answer did not arrive.
pub async fn undelivered(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let wanted = fields.one("request").to_owned();
    let result = if is_ours(&visit, &open, &fields) {
        let case_id = open.case_id.clone();
        run(&state, move |web| returned::person_says(&web.app, &case_id, &wanted)).await
    } else {
        old_form()
    };
    settle(&visit, &open, result, "case?done=undelivered").await
}

fn step<'a>(app: &'a crate::services::App, case_id: &'a str) -> Step<'a> {
    Step { app, actor: &Actor::Person, case_id, seen: None }
}

/// `GET {home}/case/withdrawn`: what was withdrawn and can still be undone.
pub async fn withdrawn(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let Some(page) = read(&visit, &open).await? else { return Ok(visit.to("find?why=over")) };
    let all = page.answer_by_on.is_none();
    let undoable: Vec<_> = page.requests.into_iter().filter(|r| r.undo_until_on.is_some()).collect();
    let Some(undo_until_on) = undoable.iter().filter_map(|r| r.undo_until_on).min() else {
        return Ok(visit.to("case"));
    };
    let (slug, case_id) = (slug.into_inner(), open.case_id.clone());
    let (withdrawn_on, answer_by_on) = run(&state, move |web| {
        let controller = web.app.controllers.by_slug(&slug)?;
        let file = web.app.store.look(|db| Ok::<_, Error>(cases::load(db, &case_id)?.file))?;
        let gone = || file.requests.iter().filter(|r| r.outcome == Some(Outcome::Withdrawn));
        let on = gone().filter_map(|r| r.closed_at).max().map(|at| letters::today(controller, at));
        Ok((on, gone().map(|r| r.dates.shown_on).min()))
    })
    .await?;
    visit.ok(&Withdrawn {
        shell: visit.shell(),
        csrf: page.csrf,
        reference: page.reference,
        requests: undoable,
        withdrawn_on: withdrawn_on.unwrap_or(visit.today()),
        undo_until_on,
        answer_by_on: answer_by_on.unwrap_or(undo_until_on),
        all,
    })
}

/// `POST {home}/case/undo` with `request`, once or several times.
pub async fn undo(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let requests: Vec<String> = fields.all("request").into_iter().map(str::to_owned).collect();
    let result = if is_ours(&visit, &open, &fields) {
        let case_id = open.case_id.clone();
        run(&state, move |web| handling::undo_withdrawal(&step(&web.app, &case_id), requests)).await
    } else {
        old_form()
    };
    settle(&visit, &open, result, "case?done=undone").await
}

/// `GET {home}/case/new-link`
pub async fn ask_link(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (sent, request) = (visit.has("sent"), visit.mark("request"));
    if !sent && request.is_none() {
        return Ok(visit.to("case"));
    }
    let csrf = frame::visitor_token(&state, &open.token);
    visit.ok(&NewLink { shell: visit.shell(), csrf, request, sent })
}

/// `POST {home}/case/new-link` with `request`: a new link goes to the proven address, the old one
/// closes. Counted like code mails, so that nobody's mailbox is filled.
pub async fn new_link(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    let open = match open_or_find(&visit).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let wanted = fields.one("request").to_owned();
    let result = if is_ours(&visit, &open, &fields) {
        let case_id = open.case_id.clone();
        run(&state, move |web| {
            let who = format!("link/{case_id}");
            web.app.store.write(&Actor::Person, |tx| limits::count(tx, limits::CODE_MAILS_HOUR, &who))?;
            answer::renew(&step(&web.app, &case_id), &wanted)
        })
        .await
    } else {
        old_form()
    };
    settle(&visit, &open, result, "case/new-link?sent").await
}
