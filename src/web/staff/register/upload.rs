//! The register as a file: fetched, and sent back as a new version.

use super::{errors, newest, show_overview};
use crate::services::register::file::{self, Unreadable};
use crate::services::register::{self as registers};
use crate::services::{Error, Result};
use crate::web::form::{DEADLINE, Fields};
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::StreamExt;

/// Most bytes of a register sent as a file.
const MOST_BYTES: usize = 1024 * 1024;

/// `GET /desk/register/of/{name}/file`: the newest version as TOML.
pub async fn file(state: State, request: HttpRequest, name: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (name, text) = seat
        .run(move |web, _| {
            let stored = newest(web, &name)?;
            let text = file::written(&stored.register).map_err(|e| Error::Broken(e.to_string()))?;
            Ok((format!("{}-{}.toml", stored.register.name, stored.version), text))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/toml; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(text))
}

/// `POST /desk/register/upload`: a file as the next version of the register it names.
pub async fn upload(state: State, request: HttpRequest, form: Multipart) -> Answer {
    let (fields, text) = read(form).await?;
    let seat = Seat::with_form(&state, &request, &fields)?;
    let shown = fields.filled("name");
    let kept = seat
        .run(move |web, actor| {
            let read = match file::read(&text) {
                Ok(read) => read,
                Err(Unreadable { line, what }) => {
                    let line = i64::try_from(line).unwrap_or(i64::MAX);
                    let said = Said::new("error-register-file").with("line", line).with("what", what);
                    return Ok(Err(vec![FieldError::new("file", said)]));
                }
            };
            let name = read.register.name.clone();
            let newest = registers::newest(&web.app, &name)?.map_or(0, |stored| stored.version);
            // a file of the register on the page replaces the version the page showed, no other
            let is_shown = fields.one("name") == name;
            let seen = if is_shown { fields.number("version").unwrap_or(0) } else { newest };
            match registers::keep(&web.app, actor, &read.register, seen, "TOML") {
                Ok(_) => Ok(Ok(name)),
                Err(why) => match errors(why, "register", "") {
                    Ok(errors) => Ok(Err(errors)),
                    Err(Error::Stale) => {
                        Ok(Err(vec![FieldError::new("file", Said::new("error-register-stale"))]))
                    }
                    Err(other) => Err(other),
                },
            }
        })
        .await?;
    match kept {
        Ok(name) => Ok(show::to(&format!("/desk/register/of/{name}"))),
        Err(errors) => show_overview(&state, &request, shown, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// The fields of the form and the text of its file.
async fn read(mut form: Multipart) -> Result<(Fields, String)> {
    let reading = async {
        let (mut fields, mut text) = (Vec::new(), Vec::new());
        while let Some(part) = form.next().await {
            let mut part = part.map_err(|_| Error::field("form", "error-form-cut"))?;
            let name = part.name().unwrap_or_default().to_owned();
            let is_file = part.content_disposition().is_some_and(|d| d.get_filename().is_some());
            let mut value = Vec::new();
            while let Some(chunk) = part.next().await {
                let chunk = chunk.map_err(|_| Error::field("form", "error-form-cut"))?;
                if value.len() + chunk.len() > MOST_BYTES {
                    return Err(Error::field("file", "error-too-large"));
                }
                value.extend_from_slice(&chunk);
            }
            match is_file {
                true => text = value,
                false => fields.push((name, String::from_utf8_lossy(&value).into_owned())),
            }
        }
        Ok((Fields::new(fields), String::from_utf8_lossy(&text).into_owned()))
    };
    tokio::time::timeout(DEADLINE, reading).await.map_err(|_| Error::field("form", "error-too-slow"))?
}
