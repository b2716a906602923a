//! The interface for programs: parse, call the same services as the pages, answer JSON. Errors are
//! problem details (RFC 9457). No cookie is ever looked at here.

use crate::domain::language::Lang;
use crate::domain::person::Person;
use crate::services::api::{self, Denied, NewCase};
use crate::services::{Error, Result};
use crate::store::api_clients::{Client, Scope};
use crate::web::form;
use crate::web::frame;
use crate::web::state::{State, Web, run};
use crate::words;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What stands before a token in its header.
const BEARER: &str = "Bearer ";

/// An answer with what went wrong.
fn problem(status: StatusCode, detail: &str, more: Value) -> HttpResponse {
    let title = status.canonical_reason().unwrap_or("Error");
    let mut body = json!({
        "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail,
    });
    if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
        body.extend(more);
    }
    HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "application/problem+json"))
        .body(body.to_string())
}

/// What the guard or the router refused, as problem details.
pub fn explained(answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = answer.status();
    let is_empty = matches!(answer.response().body().size(), BodySize::None | BodySize::Sized(0));
    if !is_empty || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let page =
        problem(status, "There is nothing for this call. See the documentation of the interface.", json!({}));
    ServiceResponse::new(answer.request().clone(), page.map_into_boxed_body())
}

fn failed(error: &Error) -> HttpResponse {
    let unprocessable = |problems: &[crate::services::FieldProblem]| {
        let fields: Vec<Value> = problems
            .iter()
            .map(|p| json!({ "field": p.field, "message": words::text(Lang::En, p.key, &[]) }))
            .collect();
        problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Some fields have to be mended.",
            json!({ "fields": fields }),
        )
    };
    match error {
        Error::Invalid(problems) => match problems.first().map(|p| p.key) {
            Some("error-too-large") => {
                problem(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large.", json!({}))
            }
            Some("error-too-slow") => {
                problem(StatusCode::REQUEST_TIMEOUT, "The body took too long.", json!({}))
            }
            _ => unprocessable(problems),
        },
        Error::NotFound | Error::NoKey => {
            problem(StatusCode::NOT_FOUND, "There is no such thing for this client.", json!({}))
        }
        Error::Conflict | Error::Stale | Error::Refused(_) => problem(
            StatusCode::CONFLICT,
            "The same Idempotency-Key came before with other content. Use a new key for a new case.",
            json!({}),
        ),
        Error::TooOften(seconds) => {
            let mut answer =
                problem(StatusCode::TOO_MANY_REQUESTS, "Too many calls. Try again later.", json!({}));
            if let Ok(value) = header::HeaderValue::from_str(&seconds.to_string()) {
                answer.headers_mut().insert(header::RETRY_AFTER, value);
            }
            answer
        }
        Error::Held | Error::Unavailable => {
            let mut answer = problem(StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.", json!({}));
            answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("30"));
            answer
        }
        Error::Broken(why) => {
            tracing::error!(why, "a call of the interface failed");
            problem(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Something is broken here. It is in our log.",
                json!({}),
            )
        }
    }
}

fn denied(denied: &Denied) -> HttpResponse {
    let challenge = |mut answer: HttpResponse, value: &'static str| {
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static(value));
        answer
    };
    match denied {
        Denied::Token => challenge(
            problem(
                StatusCode::UNAUTHORIZED,
                "The token is missing, over or not ours. Ask for a new one.",
                json!({}),
            ),
            "Bearer error=\"invalid_token\"",
        ),
        Denied::Scope => challenge(
            problem(StatusCode::FORBIDDEN, "The token does not allow this call.", json!({})),
            "Bearer error=\"insufficient_scope\"",
        ),
        Denied::Other(error) => failed(error),
    }
}

/// The JSON of a call.
async fn read_json<T: for<'de> Deserialize<'de>>(
    payload: web::Payload,
) -> std::result::Result<T, HttpResponse> {
    let bytes = form::read(payload).await.map_err(|error| failed(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        // what was sent is never quoted: place and kind say enough
        let at = json!({ "line": error.line(), "column": error.column() });
        problem(StatusCode::BAD_REQUEST, "The body is not the JSON this call takes.", at)
    })
}

/// The client behind the token of a call.
async fn allowed(
    state: &State,
    request: &HttpRequest,
    scope: Scope,
) -> std::result::Result<Client, HttpResponse> {
    let given = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(token) = given.and_then(|given| given.strip_prefix(BEARER)).map(str::to_owned) else {
        return Err(denied(&Denied::Token));
    };
    let client = run(state, move |web| Ok(api::client(&web.app, token.trim(), scope))).await;
    match client {
        Ok(Ok(client)) => Ok(client),
        Ok(Err(why)) => Err(denied(&why)),
        Err(error) => Err(failed(&error)),
    }
}

async fn answer<T, F>(state: &State, status: StatusCode, work: F) -> HttpResponse
where
    T: Serialize + Send + 'static,
    F: FnOnce(&Web) -> Result<T> + Send + 'static,
{
    match run(state, work).await {
        Ok(body) => HttpResponse::build(status).json(body),
        Err(error) => failed(&error),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenCall {
    client_id: String,
    client_secret: String,
}

/// `POST /api/v1/token`: `client_id`, `client_secret` as JSON; a token of five minutes.
pub async fn token(state: State, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let call: TokenCall = match read_json(payload).await {
        Ok(call) => call,
        Err(refused) => return refused,
    };
    let from = frame::client(&state, &request);
    let given =
        run(&state, move |web| api::token(&web.app, &call.client_id, &call.client_secret, &from)).await;
    match given {
        Ok(token) => HttpResponse::Ok().json(json!({
            "access_token": token, "token_type": "Bearer",
            "expires_in": crate::crypto::bearer::LIFE.num_seconds(),
        })),
        Err(Error::NotFound) => {
            problem(StatusCode::UNAUTHORIZED, "There is no such client, or the secret is another.", json!({}))
        }
        Err(other) => failed(&other),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonCall {
    #[serde(default)]
    name: String,
    email: Option<String>,
    phone: Option<String>,
    address: Option<String>,
    other_ids: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseCall {
    controller: String,
    rights: Vec<String>,
    language: Option<String>,
    person: PersonCall,
    #[serde(default)]
    message: String,
}

impl From<CaseCall> for NewCase {
    fn from(call: CaseCall) -> Self {
        let filled =
            |text: Option<String>| text.map(|t| t.trim().replace('\0', "\u{fffd}")).filter(|t| !t.is_empty());
        NewCase {
            controller: call.controller,
            rights: call.rights,
            lang: call.language,
            person: Person {
                name: call.person.name.trim().replace('\0', "\u{fffd}"),
                email: filled(call.person.email),
                phone: filled(call.person.phone),
                postal: filled(call.person.address),
                other_ids: filled(call.person.other_ids),
            },
            words: call.message.replace('\0', "\u{fffd}"),
        }
    }
}

/// `POST /api/v1/cases` with `Idempotency-Key`.
pub async fn submit(state: State, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let client = match allowed(&state, &request, Scope::Submit).await {
        Ok(client) => client,
        Err(refused) => return refused,
    };
    let key =
        request.headers().get("idempotency-key").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let new: CaseCall = match read_json(payload).await {
        Ok(call) => call,
        Err(refused) => return refused,
    };
    let new = NewCase::from(new);
    match run(&state, move |web| api::submit(&web.app, &client, &key, &new)).await {
        Ok(accepted) => {
            let status = if accepted.is_again { StatusCode::OK } else { StatusCode::CREATED };
            let code = accepted.code.as_ref().map(|code| code.as_str());
            HttpResponse::build(status).json(json!({ "reference": accepted.reference, "code": code }))
        }
        Err(error) => failed(&error),
    }
}

/// `GET /api/v1/cases/{reference}`
pub async fn read(state: State, request: HttpRequest, reference: web::Path<String>) -> HttpResponse {
    let client = match allowed(&state, &request, Scope::Read).await {
        Ok(client) => client,
        Err(refused) => return refused,
    };
    answer(&state, StatusCode::OK, move |web| {
        let standing = api::read(&web.app, &client, &reference)?;
        let requests: Vec<Value> = standing
            .requests
            .iter()
            .map(|(right, state, due_on, outcome)| {
                json!({ "right": right, "state": state, "due_on": due_on, "outcome": outcome })
            })
            .collect();
        let (reference, received_on) = (&standing.reference, standing.received_on);
        Ok(json!({ "reference": reference, "received_on": received_on, "requests": requests }))
    })
    .await
}
