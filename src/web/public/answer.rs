//! Fetching an answer: the link alone shows nothing; the case code opens the contents; bytes flow
//! only on POST, with the proof that the code was right.

use crate::package::{self, Manifest};
use crate::services::delivery::{self, Contents};
use crate::services::{Error, letters};
use crate::store::tasks;
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::public::ask::general;
use crate::web::public::visit::link_token;
use crate::web::public::{Visit, problems};
use crate::web::state::{State, run};
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::answer::{AnswerContents, LetterText, NewLink, OpenAnswer, WithheldLine};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// Holds the proof, so that the contents can be shown again with GET. The buttons carry it too:
/// two answers may be open in two windows.
const PASS: &str = "answer";

/// A link that leads nowhere: closed, used up, too old or never made. All look the same.
fn closed(visit: &Visit<'_>) -> Result<HttpResponse, Failure> {
    let page = NewLink { shell: visit.shell_of("find"), csrf: String::new(), request: None, sent: false };
    visit.show(StatusCode::NOT_FOUND, &page)
}

fn door(visit: &Visit<'_>, token: &str, errors: Vec<FieldError>) -> Result<HttpResponse, Failure> {
    let page = OpenAnswer {
        shell: visit.shell_of(&format!("answer/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/answer/{token}", visit.home()),
        errors,
    };
    if page.errors.is_empty() { visit.ok(&page) } else { visit.again(&page) }
}

/// `GET {home}/answer/{token}`: a page without data, also for every scanner of mails; with the
/// proof in a cookie, the contents.
pub async fn show(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    if let Some(pass) = cookies::get(&state.settings, &request, PASS) {
        match contents(&visit, &token, pass).await {
            Ok(page) => return visit.ok(&page),
            Err(Failure(Error::NotFound)) => {}
            Err(other) => return Err(other),
        }
    }
    let asked = token.clone();
    if run(&state, move |web| delivery::is_good(&web.app, &asked)).await? {
        door(&visit, &token, Vec::new())
    } else {
        closed(&visit)
    }
}

/// `POST {home}/answer/{token}` with `code`.
pub async fn unlock(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let token = link_token(&path.1)?;
    let code = fields.one("code").trim().to_owned();
    if frame::check_token(&state, &token, fields.one("csrf")).is_err() {
        return door(&visit, &token, vec![general("error-form-old")]);
    }
    if code.is_empty() {
        return door(&visit, &token, vec![FieldError::new("code", Said::new("error-code-empty"))]);
    }
    let asked = token.clone();
    match run(&state, move |web| delivery::unlock(&web.app, &asked, &code)).await {
        Ok(contents) => {
            let mut answer = visit.to(&format!("answer/{token}"));
            let cookie = cookies::set(&state.settings, PASS, &contents.pass, None);
            answer.add_cookie(&cookie).map_err(|_| Error::Broken("a cookie".into()))?;
            Ok(answer)
        }
        Err(Error::NotFound) => closed(&visit),
        Err(Error::Invalid(wrong)) => door(&visit, &token, problems::said(&wrong, "")),
        Err(other) => Err(other.into()),
    }
}

/// The page of the contents, for who has the proof.
async fn contents(visit: &Visit<'_>, token: &str, pass: String) -> Result<AnswerContents, Failure> {
    let (asked, grant) = (token.to_owned(), pass.clone());
    let (contents, manifest) = run(visit.state, move |web| {
        let contents = delivery::with_pass(&web.app, &asked, &pass)?;
        let manifest = manifest(web, &contents)?;
        Ok((contents, manifest))
    })
    .await?;
    Ok(AnswerContents {
        shell: visit.shell_of(&format!("answer/{token}")),
        csrf: frame::visitor_token(visit.state, token),
        action: format!("{}/answer/{token}", visit.home()),
        grant,
        until_on: letters::today(visit.controller, contents.delivery.expires_at()),
        downloads: i64::from(contents.delivery.max_downloads),
        used: i64::from(contents.delivery.downloads),
        reference: contents.reference,
        letter: contents.letter.map(|letter| LetterText {
            subject: letter.subject,
            text: letter.text,
            language: contents.language,
        }),
        page_bytes: package::page_of(&manifest).map_or(0, |page| page.bytes),
        package_bytes: u64::try_from(contents.package.bytes).unwrap_or_default(),
        package_sha256: contents.package_sha256,
        records: i64::try_from(manifest.files.iter().filter_map(|f| f.records).sum::<u64>())
            .unwrap_or(i64::MAX),
        withheld: manifest
            .withheld
            .iter()
            .map(|entry| WithheldLine {
                what: entry.what.clone(),
                ground: Said::new(format!("ground-{}-label", entry.ground_code)),
                article: entry.article.clone(),
                why: entry.why.clone(),
            })
            .collect(),
        authority: visit.authority()?,
    })
}

/// What the package holds. Reading it was marked when the contents were opened.
pub fn manifest(web: &crate::web::state::Web, contents: &Contents) -> crate::services::Result<Manifest> {
    let (case_id, request_id) = (&contents.delivery.case_id, &contents.delivery.request_id);
    let package = web.app.store.look(|db| Ok::<_, Error>(tasks::package(db, request_id)?))?;
    let key = web.app.store.case_key(case_id)?;
    Ok(package.ok_or(Error::NotFound)?.summary(&key)?)
}

/// What was asked for behind the link, with its proof; otherwise the page to answer with.
pub async fn behind(
    visit: &Visit<'_>,
    written: &str,
    fields: &Fields,
) -> Result<Result<(String, String), HttpResponse>, Failure> {
    let token = link_token(written)?;
    if frame::check_token(visit.state, &token, fields.one("csrf")).is_err() {
        return Ok(Err(door(visit, &token, vec![general("error-form-old")])?));
    }
    Ok(Ok((token, fields.one("grant").to_owned())))
}

/// The proof did not hold any more: half an hour is over, or the link is closed.
pub async fn away(visit: &Visit<'_>, token: &str) -> Result<HttpResponse, Failure> {
    let asked = token.to_owned();
    if run(visit.state, move |web| delivery::is_good(&web.app, &asked)).await? {
        door(visit, token, vec![general("error-answer-away")])
    } else {
        closed(visit)
    }
}

/// `POST {home}/answer/{token}/close`: the link closes at once, for everybody.
pub async fn close(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let (token, pass) = match behind(&visit, &path.1, &fields).await? {
        Ok(both) => both,
        Err(page) => return Ok(page),
    };
    let asked = token.clone();
    match run(&state, move |web| delivery::close(&web.app, &asked, &pass)).await {
        Ok(()) => {
            let mut answer = visit.to(&format!("answer/{token}"));
            let cookie = cookies::remove(&state.settings, PASS);
            answer.add_cookie(&cookie).map_err(|_| Error::Broken("a cookie".into()))?;
            Ok(answer)
        }
        Err(Error::NotFound) => away(&visit, &token).await,
        Err(other) => Err(other.into()),
    }
}
