//! Letters of cases: those that lie here to be printed and posted, one of them to read and to print,
//! and that it was posted.

use crate::domain::access::Role;
use crate::domain::decide;
use crate::domain::event::{Event, EventKind};
use crate::domain::national_number;
use crate::services::{Error, Result, posting};
use crate::store::chain;
use crate::store::messages::{self, Carrier, Kind};
use crate::store::paper::{self, Row, View};
use crate::store::staff::Member;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::case_panels;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::{Ended, Seat, ended, look};
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::letter::{CaseLetter, LetterRow, LettersToPost};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde_json::json;
use std::collections::HashMap;

type Path = web::Path<(String, String)>;

/// `GET /desk/letters`: `after`.
pub async fn list(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = seat.desk().await?;
    let member = seat.signed.session.member.clone();
    let asked = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "after")
        .and_then(|(_, value)| cursor(&value));
    let model = seat
        .run(move |web, actor| {
            let view = View { after: asked, ..view(&member) };
            let (rows, more) = web.app.store.look(|db| Ok::<_, Error>(paper::page(db, &view)?))?;
            let whose = chain::staff_chain(&member.id);
            let mut cases: Vec<&str> = rows.iter().map(|row| row.case_id.as_str()).collect();
            cases.sort_unstable();
            cases.dedup();
            let facts = json!({ "what": "letters", "cases": cases });
            let event = Event::new(EventKind::Read, None, facts);
            web.app.store.write(actor, |tx| chain::append(tx, &whose, None, &event).map_err(Error::from))?;
            let after = rows.last().filter(|_| more).map(written);
            Ok(LettersToPost { desk, rows: shown(web, &rows)?, after })
        })
        .await?;
    seat.show(StatusCode::OK, &model)
}

/// What a member of staff sees of them, from the first.
pub(super) fn view(member: &Member) -> View<'_> {
    View { staff_id: &member.id, is_officer: member.roles.contains(&Role::Officer), after: None }
}

/// Where the next page begins: opaque to the reader.
fn cursor(text: &str) -> Option<(DateTime<Utc>, String)> {
    let clear = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let (at, id) = clear.split_once(' ')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, id.to_owned()))
}

fn written(row: &Row) -> String {
    URL_SAFE_NO_PAD.encode(format!("{} {}", row.made_at().timestamp_micros(), row.message_id))
}

/// The rows with their names opened. A case whose key is gone shows its reference alone.
fn shown(web: &Web, rows: &[Row]) -> Result<Vec<LetterRow>> {
    let key_ids: Vec<String> = rows.iter().map(|row| row.key_id.clone()).collect();
    let keys: HashMap<String, _> = web.app.store.vault.keys(&key_ids)?.into_iter().collect();
    let several = web.app.controllers.all().len() > 1;
    rows.iter()
        .map(|row| {
            let controller = web.app.controllers.get(&row.controller_id)?;
            let name = keys.get(&row.key_id).and_then(|key| row.name(key).ok());
            Ok(LetterRow {
                href: format!("/desk/cases/{}/letters/{}", row.case_id, row.message_id),
                said: Said::new(format!(
                    "letter-name-{}",
                    row.letter.as_deref().unwrap_or("message_waiting")
                )),
                reference: row.reference.clone(),
                person: name.flatten(),
                controller: several.then(|| controller.legal_name.clone()),
                at: row.made_at().with_timezone(&controller.rules.zone).fixed_offset(),
            })
        })
        .collect()
}

/// `GET …/letters/{message}`. National numbers in it are hidden as on the case; `?numbers=shown`
/// shows them, to print the letter as it goes to the person, and leaves an entry that says so.
pub async fn letter(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let shows_numbers = request.query_string() == "numbers=shown";
    show_letter(&seat, &path.0, &path.1, shows_numbers, None).await
}

/// `POST …/letters/{message}/posted`: `posted_on`.
pub async fn posted(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, message_id) = path.into_inner();
    let (typed, message) = (fields.clone(), message_id.clone());
    let done = seat
        .step(&id, &fields, move |step| {
            let on = typed.date("posted_on").ok_or(Error::field("posted_on", "error-date-unreal"))?;
            posting::posted(step, &message, on)
        })
        .await;
    match ended(done, &[])? {
        Ended::Done(()) => Ok(show::to("/desk/letters")),
        Ended::Again(status, errors) => {
            let typed_on = fields.one("posted_on").to_owned();
            show_letter(&seat, &id, &message_id, false, Some((status, typed_on, errors))).await
        }
        Ended::Overtaken => {
            let tail = format!("letters/{message_id}/posted");
            conflict::page(&seat, &id, Wanted::of(EventKind::LetterPosted, tail, &fields, &["posted_on"]))
                .await
        }
    }
}

/// `again`: the day that was typed, and why it was not taken.
async fn show_letter(
    seat: &Seat,
    id: &str,
    message_id: &str,
    shows_numbers: bool,
    again: Option<(StatusCode, String, Vec<FieldError>)>,
) -> std::result::Result<actix_web::HttpResponse, Failure> {
    let (case_id, message_id, desk) = (id.to_owned(), message_id.to_owned(), seat.desk().await?);
    let what = if shows_numbers { "numbers" } else { "letter" };
    let (status, typed_on, errors) = match again {
        Some((status, typed_on, errors)) => (status, Some(typed_on), errors),
        None => (StatusCode::OK, None, Vec::new()),
    };
    let model = seat
        .run(move |web, actor| {
            let (sight, (message, body)) = look(web, actor, &case_id, what, |tx, key, _| {
                let message = messages::get(tx.db, &message_id)?;
                if message.case_id != case_id || message.kind != Kind::Letter {
                    return Err(Error::NotFound);
                }
                let body = message.body(key)?;
                Ok((message, body))
            })?;
            let on_paper = message.carrier == Carrier::Paper;
            let lies_here = on_paper && message.delivered_at.is_none();
            let may_post = lies_here && decide::may_post(&sight.stored.file, actor);
            let text = case_panels::without_secrets(&message, &body.text);
            let holds_number =
                [&body.subject, &text].into_iter().any(|written| national_number::is_in(written));
            let on_screen = |written: String| match shows_numbers {
                true => written,
                false => national_number::masked(&written),
            };
            Ok(CaseLetter {
                desk,
                step: sight.step(errors),
                language: sight.stored.lang,
                subject: on_screen(body.subject),
                to: body.to,
                how: case_panels::travelled(&message),
                at: sight.moment(message.made_at),
                posted: message.delivered_at.filter(|_| on_paper).map(|at| sight.moment(at).date_naive()),
                text: on_screen(text),
                hides_numbers: holds_number && !shows_numbers,
                shows_numbers: holds_number && shows_numbers,
                posted_on: may_post.then(|| typed_on.unwrap_or_else(|| sight.today.to_string())),
                is_receipt: message.letter.as_deref() == Some("receipt"),
                message_id,
            })
        })
        .await?;
    seat.show(status, &model)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn every_letter_has_a_name_in_the_list() {
        let templates = std::fs::read_dir("email_templates/en").unwrap();
        let names = templates.map(|file| file.unwrap().file_name().into_string().unwrap());
        let of_cases: Vec<_> = names.filter(|name| !name.starts_with("staff_")).collect();
        assert!(of_cases.len() > 10, "{of_cases:?}");
        for name in of_cases {
            let key = format!("letter-name-{}", name.trim_end_matches(".txt"));
            assert!(words::exists(&key), "{key}");
        }
    }

    #[test]
    fn where_the_next_page_begins_reads_back_and_nonsense_is_the_first_page() {
        let at = DateTime::from_timestamp_micros(1_700_000_000_123_456).unwrap();
        let text = URL_SAFE_NO_PAD.encode(format!("{} m1", at.timestamp_micros()));
        assert_eq!(cursor(&text), Some((at, "m1".to_owned())));
        for nonsense in ["", "x", "AAAA", "2026-12-05 m1"] {
            assert_eq!(cursor(nonsense), None, "{nonsense}");
        }
    }
}
