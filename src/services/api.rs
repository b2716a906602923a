//! Programs that submit cases: they exchange a secret for a token of five minutes, and do with it what
//! people do with the form. Every call is an entry of the house.

use crate::crypto::bearer::{self, Claims, LIFE};
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::language::Lang;
use crate::domain::person::Person;
use crate::domain::reference::Reference;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::intake::{self, Sent, Submission};
use crate::services::limits;
use crate::store::api_clients::{self, Client, Scope, Status};
use crate::store::cases::{self, CaseWords};
use chrono::NaiveDate;
use serde_json::json;
use zeroize::Zeroizing;

/// Stands for the secret of a client that does not exist, so that it costs the same.
const NO_SECRET: [u8; 32] = [0; 32];

/// A client as it was added. The secret is shown once.
pub struct Added {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: Zeroizing<String>,
}

/// Adds a client.
pub fn add(app: &App, name: &str, controllers: &[String], scopes: &[Scope]) -> Result<Added> {
    if name.trim().is_empty() || scopes.is_empty() || controllers.is_empty() {
        return Err(Error::field("name", "error-form-empty"));
    }
    for slug in controllers {
        app.controllers.by_slug(slug)?;
    }
    let (id, secret) = (tokens::id(), tokens::token());
    let client = Client {
        id: id.clone(),
        name: name.trim().to_owned(),
        controllers: controllers.to_vec(),
        scopes: scopes.to_vec(),
        secret_hash: secret.hash.to_vec(),
        status: Status::Active,
    };
    let added = app.store.write(&Actor::System, |tx| api_clients::add(tx, &client));
    match added {
        Err(crate::store::Error::Taken) => Err(Error::Conflict),
        other => Ok(other.map(|()| Added { id, secret: secret.plain })?),
    }
}

/// Disables a client; tokens it still has are refused from now on.
pub fn disable(app: &App, name: &str) -> Result<()> {
    app.store.write(&Actor::System, |tx| Ok(api_clients::disable(tx, name)?))
}

/// All clients.
pub fn all(app: &App) -> Result<Vec<Client>> {
    app.store.look(|db| Ok(api_clients::all(db)?))
}

/// Whom a token is for.
fn audience(app: &App) -> String {
    app.link(&["api", "v1"])
}

fn issuer(app: &App) -> String {
    app.public_url.trim_end_matches('/').to_owned()
}

/// A token for a client and its secret. A client that does not exist, a wrong secret and a disabled
/// client are one answer.
pub fn token(app: &App, id: &str, secret: &str, from: &str) -> Result<String> {
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::API_TOKENS, from))?;
    let client = app.store.look(|db| Ok::<_, Error>(api_clients::find(db, id)?))?;
    let expected = client.as_ref().map_or(&NO_SECRET[..], |client| &client.secret_hash);
    let is_right = tokens::same(expected, &tokens::hash_token(secret));
    let good = client.filter(|client| is_right && client.status == Status::Active);
    app.store.write(&Actor::System, |tx| {
        let facts =
            json!({ "what": "token", "client": good.as_ref().map(|c| &c.id), "given": good.is_some() });
        Ok::<_, Error>(api_clients::note(tx, facts)?)
    })?;
    let client = good.ok_or(Error::NotFound)?;
    let now = app.store.clock.now();
    let scopes: Vec<&str> = client.scopes.iter().map(|scope| scope.code()).collect();
    let claims = Claims {
        iss: issuer(app),
        aud: audience(app),
        sub: client.id,
        scope: scopes.join(" "),
        iat: now.timestamp(),
        exp: (now + LIFE).timestamp(),
        jti: tokens::id(),
    };
    bearer::sign(&app.store.secrets.api(), &claims).map_err(|why| Error::Broken(why.to_string()))
}

/// Why a call is not carried out, besides what any use case says.
#[derive(Debug)]
pub enum Denied {
    /// No good token, or a client that was disabled.
    Token,
    /// The token does not reach that far.
    Scope,
    /// What any use case says.
    Other(Error),
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        Denied::Other(error)
    }
}

/// The client behind a token, as its row stands now: one disabled a moment ago is refused.
pub fn client(app: &App, token: &str, scope: Scope) -> std::result::Result<Client, Denied> {
    let now = app.store.clock.now();
    let claims = bearer::verify(&app.store.secrets.api(), &issuer(app), &audience(app), token, now)
        .map_err(|_| Denied::Token)?;
    let found = app.store.look(|db| Ok::<_, Error>(api_clients::find(db, &claims.sub)?))?;
    let client = found.filter(|client| client.status == Status::Active).ok_or(Denied::Token)?;
    let has = claims.scope.split(' ').any(|one| one == scope.code()) && client.scopes.contains(&scope);
    if !has {
        return Err(Denied::Scope);
    }
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::API_CALLS, &client.id))?;
    Ok(client)
}

/// A case a program sends.
pub struct NewCase {
    /// Slug of the controller.
    pub controller: String,
    /// Rights, by code.
    pub rights: Vec<String>,
    /// Language of the letters.
    pub lang: Option<String>,
    /// Who asks.
    pub person: Person,
    /// In their own words.
    pub words: String,
}

/// What a program is told of a case it sent.
pub struct Accepted {
    /// Reference.
    pub reference: String,
    /// The case code, the first time only.
    pub code: Option<Zeroizing<String>>,
    /// Whether it was sent before.
    pub is_again: bool,
}

/// Submits a case. The same key with the same content gives the same case; with other content it is
/// [`Error::Conflict`].
pub fn submit(app: &App, client: &Client, key: &str, new: &NewCase) -> Result<Accepted> {
    if key.trim().is_empty() || key.len() > 255 {
        return Err(Error::field("Idempotency-Key", "error-form-empty"));
    }
    if !client.controllers.contains(&new.controller) {
        return Err(Error::NotFound);
    }
    let controller = app.controllers.by_slug(&new.controller)?;
    let mut problems = Vec::new();
    let rights: Vec<Right> = new.rights.iter().filter_map(|code| Right::from_code(code)).collect();
    if rights.is_empty() || rights.len() != new.rights.len() {
        problems.push(FieldProblem::new("rights", "error-right-none"));
    }
    let lang = match &new.lang {
        None => controller.languages.first().copied().unwrap_or(Lang::En),
        Some(code) => {
            Lang::from_code(code).filter(|lang| controller.languages.contains(lang)).unwrap_or_else(|| {
                problems.push(FieldProblem::new("language", "error-api-language"));
                Lang::En
            })
        }
    };
    if !new.person.contact().is_reachable() {
        problems.push(FieldProblem::new("person", "error-contact-none"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let content = json!({
        "controller": new.controller, "rights": new.rights, "lang": lang,
        "person": new.person, "words": new.words,
    })
    .to_string();
    let keyed = |scope: &str, text: &str| tokens::code_hash(app.store.secrets.forms(), scope, text);
    let (key, content) =
        (keyed(&format!("api/{}", client.id), &format!("#{key}")), keyed("api content", &content));
    let words = CaseWords { about: new.words.clone(), ..CaseWords::default() };
    let submission =
        Submission { controller, lang, rights, unsure: false, person: new.person.clone(), words, file: None };
    let sent = intake::sent_by_program(app, submission, key, content, |tx, opened| {
        api_clients::owns(tx, &opened.case_id, &client.id)?;
        Ok(api_clients::note(tx, json!({ "what": "submit", "client": client.id, "case": opened.case_id }))?)
    })?;
    match sent {
        Sent::New(opened) => {
            Ok(Accepted { reference: opened.reference, code: Some(opened.code), is_again: false })
        }
        Sent::Before(case_id) => {
            let reference = app.store.look(|db| Ok::<_, Error>(cases::load(db, &case_id)?.reference))?;
            app.store.write(&Actor::System, |tx| {
                let facts = json!({ "what": "submit_again", "client": client.id, "case": case_id });
                Ok::<_, Error>(api_clients::note(tx, facts)?)
            })?;
            Ok(Accepted { reference, code: None, is_again: true })
        }
    }
}

/// How far a case is, as a program is told: no data about anybody.
pub struct Standing {
    /// Reference.
    pub reference: String,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    /// Each request: right, state, the date shown to the person, outcome.
    pub requests: Vec<(Right, State, NaiveDate, Option<crate::domain::outcome::Outcome>)>,
}

/// The state of a case this client submitted. Any other case looks like none.
pub fn read(app: &App, client: &Client, reference: &str) -> Result<Standing> {
    let parsed = Reference::parse(reference).ok_or(Error::NotFound)?;
    let case_id = app.store.look(|db| {
        let id = cases::by_reference(db, &parsed)?;
        if api_clients::is_of(db, &id, &client.id)? { Ok(id) } else { Err(Error::NotFound) }
    })?;
    app.store.read_case(&Actor::System, &case_id, "api", |tx, _| {
        let stored = cases::load(tx.db, &case_id)?;
        let slug = &app.controllers.get(&stored.file.case.controller_id)?.slug;
        if !client.controllers.contains(slug) {
            return Err(Error::NotFound);
        }
        api_clients::note(tx, json!({ "what": "read", "client": client.id, "case": case_id }))?;
        Ok(Standing {
            received_on: stored.file.case.received_on,
            requests: stored
                .file
                .requests
                .iter()
                .map(|r| (r.right, r.state, r.dates.shown_on, r.outcome))
                .collect(),
            reference: stored.reference,
        })
    })
}
