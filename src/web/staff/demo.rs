//! What only the demo has: its sign-ins with their codes, and its mails, readable at a page.

use crate::domain::language::Lang;
use crate::services::{Error, Result};
use crate::store::staff;
use crate::web::frame;
use crate::web::staff::eml::{self, Eml};
use crate::web::staff::show::{self, Answer};
use crate::web::state::{DemoSignIn as Known, State, Web, run};
use crate::web::view::desk::office::{DemoDoors, DemoMails, DemoSignIn, MailLine, MailOpen, MailPiece};
use crate::web::view::shell::Shell;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use std::path::PathBuf;

/// Most mails listed.
const MOST: usize = 200;

/// `GET /demo`
pub async fn doors(state: State, request: HttpRequest) -> Answer {
    if state.settings.demo_mails.is_none() {
        return Err(Error::NotFound.into());
    }
    let lang = frame::reader_language(&state, &request, Lang::ALL);
    let now = state.app.store.clock.now();
    let sign_in = |known: &Known| DemoSignIn {
        name: known.name.to_owned(),
        email: known.email.to_owned(),
        password: known.password.to_owned(),
        roles: known.roles.to_vec(),
        digits: known.factor.code_at(now).map(|code| code.to_string()).unwrap_or_default(),
    };
    let model = DemoDoors {
        brand: state.app.house_name(),
        languages: Shell::languages(request.path(), Lang::ALL),
        form_href: form_href(&state),
        sign_ins: state.settings.demo_sign_ins.iter().map(sign_in).collect(),
    };
    show::page(&state, lang, StatusCode::OK, &model)
}

/// Where a person asks: the first organisation's form.
fn form_href(web: &Web) -> String {
    web.app.controllers.all().first().map(|c| format!("/o/{}", c.slug)).unwrap_or_default()
}

/// `GET /demo/mails`
pub async fn mails(state: State, request: HttpRequest) -> Answer {
    show_mails(state, request, None).await
}

/// `GET /demo/mails/{id}`
pub async fn mail(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    show_mails(state, request, Some(id.into_inner())).await
}

async fn show_mails(state: State, request: HttpRequest, asked: Option<String>) -> Answer {
    let folder = state.settings.demo_mails.clone().ok_or(Error::NotFound)?;
    let lang = frame::reader_language(&state, &request, Lang::ALL);
    let languages = Shell::languages(request.path(), Lang::ALL);
    let model = run(&state, move |web| {
        let mails = read(folder)?;
        let addresses: Vec<String> =
            web.app.store.look(|db| Ok::<_, Error>(staff::all(db)?))?.into_iter().map(|m| m.email).collect();
        let open = match &asked {
            Some(id) => {
                let found = mails.iter().find(|(name, _)| name == id).ok_or(Error::NotFound)?;
                Some(opened(web, &found.0, &found.1))
            }
            None => None,
        };
        let line = |(id, mail): &(String, Eml)| MailLine {
            id: id.clone(),
            to: mail.to.clone(),
            subject: mail.subject.clone(),
            at: at(web, mail),
            staff: addresses.iter().any(|address| mail.to.to_lowercase().contains(address.as_str())),
        };
        Ok(DemoMails {
            brand: web.app.house_name(),
            languages,
            form_href: form_href(web),
            mails: mails.iter().map(line).collect(),
            open,
        })
    })
    .await?;
    show::page(&state, lang, StatusCode::OK, &model)
}

fn at(web: &Web, mail: &Eml) -> crate::web::view::Moment {
    show::moment(web, mail.at.map_or(web.app.store.clock.now(), |at| at.to_utc()))
}

fn opened(web: &Web, id: &str, mail: &Eml) -> MailOpen {
    MailOpen {
        id: id.to_owned(),
        to: mail.to.clone(),
        from: mail.from.clone(),
        subject: mail.subject.clone(),
        at: at(web, mail),
        text: MailPiece::cut(&mail.text, web.app.public_url.trim_end_matches('/')),
    }
}

/// Every mail of the folder, newest first, by the name of its file. A name asked for is only ever
/// compared with these.
fn read(folder: PathBuf) -> Result<Vec<(String, Eml)>> {
    let mut mails = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(mails),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(id) = name.strip_suffix(".eml").filter(|id| !id.starts_with('.')) else { continue };
        mails.push((id.to_owned(), eml::read(&String::from_utf8_lossy(&std::fs::read(&path)?))));
    }
    mails.sort_by(|(one, a), (other, b)| b.at.cmp(&a.at).then_with(|| other.cmp(one)));
    mails.truncate(MOST);
    Ok(mails)
}
