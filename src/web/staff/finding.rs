//! What a task found, read from its sealed files. Every look is an entry of the chain.

use crate::crypto::keys::CaseKey;
use crate::domain::finding::{Finding, Record, Texts};
use crate::domain::language::Lang;
use crate::domain::register::Register;
use crate::services::records::OTHER_SYSTEMS;
use crate::services::{App, Error, Result, register};
use crate::store::files::FileRow;
use crate::store::{files, tasks};
use crate::web::error::Failure;
use crate::web::staff::steps::{Seat, look};
use crate::web::staff::{covered, look_up};
use crate::web::state::State;
use crate::web::view::desk::collect::{FindingColumn, FindingPage, FindingPart};
use crate::web::view::parts::FileLink;
use crate::words;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use tokio_stream::wrappers::ReceiverStream;

type Answer = std::result::Result<HttpResponse, Failure>;

/// Records shown of one category; the package holds them all.
const MOST_RECORDS: usize = 200;
/// Bytes handed on at a time.
const CHUNK: usize = 64 * 1024;

/// `GET …/findings/{task}`.
pub async fn page(state: State, request: HttpRequest, path: web::Path<(String, String)>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (case_id, task_id) = path.into_inner();
    if let Some(asking) = covered::ask(&seat, &request, &case_id).await? {
        return Ok(asking);
    }
    let (desk, lang) = (seat.desk().await?, seat.lang);
    let page = seat
        .run(move |web, actor| {
            let (sight, (stored, finding)) = look(web, actor, &case_id, "finding", |tx, key, _| {
                tasks::in_case(tx.db, &case_id, &task_id)?;
                let all = tasks::findings(tx.db, &case_id)?;
                let stored = all.into_iter().find(|f| f.task_id == task_id).ok_or(Error::NotFound)?;
                let finding = stored.finding(key)?;
                Ok((stored, finding))
            })?;
            let key = web.app.store.case_key(&case_id)?;
            let rows = match &stored.records_file {
                Some(file) => rows(&web.app, &key, file, &finding)?,
                None => vec![Vec::new(); finding.parts.len()],
            };
            let register = register::in_force(&web.app, &sight.controller)?;
            let said = |texts: &Texts| texts.get(&lang).cloned();
            let kind = |code: &str| words::text(lang, &look_up::kind(code).id, &[]);
            Ok(FindingPage {
                desk,
                name: said(&finding.labels).unwrap_or_else(|| finding.source.clone()),
                searched: finding.searched.iter().map(|(code, value)| (kind(code), value.clone())).collect(),
                searched_where: finding.searched_where.clone(),
                parts: parts(&register, &finding, rows, lang),
                documents: finding
                    .documents
                    .iter()
                    .map(|d| FileLink {
                        name: d.name.clone(),
                        bytes: d.bytes,
                        href: Some(format!(
                            "/desk/cases/{case_id}/findings/{task_id}/documents/{}",
                            d.file_id
                        )),
                    })
                    .collect(),
                task_id,
                step: sight.step(Vec::new()),
            })
        })
        .await?;
    seat.show(StatusCode::OK, &page)
}

fn parts(
    register: &Register,
    finding: &Finding,
    rows: Vec<Vec<Vec<String>>>,
    lang: Lang,
) -> Vec<FindingPart> {
    let said = |texts: &Texts, code: &str| texts.get(&lang).cloned().unwrap_or_else(|| code.to_owned());
    finding
        .parts
        .iter()
        .zip(rows)
        .map(|(part, rows)| FindingPart {
            label: said(&part.labels, &part.category),
            activity: activity(register, &part.activity, lang),
            ground: part.legal_ground.clone(),
            columns: part
                .columns
                .iter()
                .map(|c| FindingColumn { label: said(&c.labels, &c.name), provided: c.provided })
                .collect(),
            rows,
            records: i64::try_from(part.records).unwrap_or(i64::MAX),
        })
        .collect()
}

/// What an activity is called: as the register says it, or that it is a place somebody searched.
fn activity(register: &Register, code: &str, lang: Lang) -> String {
    match register.activity(code).and_then(|known| known.label.get(&lang)) {
        Some(label) => label.clone(),
        None if code == OTHER_SYSTEMS => words::text(lang, "finding-by_hand", &[]),
        None => code.to_owned(),
    }
}

/// The first records of every part, cell by cell in the order of its columns.
fn rows(app: &App, key: &CaseKey, file: &str, finding: &Finding) -> Result<Vec<Vec<Vec<String>>>> {
    let mut rows: Vec<Vec<Vec<String>>> = vec![Vec::new(); finding.parts.len()];
    for line in BufReader::new(app.store.files.read(key, file)?).lines() {
        let record: Record =
            serde_json::from_str(&line?).map_err(|e| Error::Broken(format!("a record of a finding: {e}")))?;
        let (Some(part), Some(own)) = (finding.parts.get(record.part), rows.get_mut(record.part)) else {
            return Err(Error::Broken("a record of a finding names no part".into()));
        };
        if own.len() < MOST_RECORDS {
            own.push(part.columns.iter().map(|c| cell(record.fields.get(&c.name))).collect());
        }
    }
    Ok(rows)
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// `GET …/findings/{task}/documents/{file}`: a document as it was handed in, never opened inline.
pub async fn document(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String, String)>,
) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (case_id, task_id, file_id) = path.into_inner();
    if let Some(asking) = covered::ask(&seat, &request, &case_id).await? {
        return Ok(asking);
    }
    let (file, name, key) = seat
        .run(move |web, actor| {
            let (_, (file, name)) = look(web, actor, &case_id, "file", |tx, key, _| {
                let all = tasks::findings(tx.db, &case_id)?;
                let stored = all.into_iter().find(|f| f.task_id == task_id).ok_or(Error::NotFound)?;
                let finding = stored.finding(key)?;
                if !finding.documents.iter().any(|d| d.file_id == file_id) {
                    return Err(Error::NotFound);
                }
                let file = files::in_case(tx.db, &case_id, &file_id)?;
                let name = file.name(key)?;
                Ok((file, name))
            })?;
            let key = web.app.store.case_key(&case_id)?;
            Ok((file, name, key))
        })
        .await?;
    let disposition = format!("attachment; filename*=UTF-8''{}", percent(&name));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/octet-stream"))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .streaming(stream(&seat.state, key, file)))
}

/// Everything but letters, digits, dot, hyphen and underscore as `%XX` (RFC 8187).
fn percent(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// Opens the sealed file on a thread that may wait and hands its bytes on as they are wanted.
pub fn stream(state: &State, key: CaseKey, file: FileRow) -> ReceiverStream<std::io::Result<Bytes>> {
    let (send, receive) = tokio::sync::mpsc::channel(2);
    let state = state.clone();
    drop(web::block(move || {
        let mut reader = match state.app.store.files.read(&key, &file.id) {
            Ok(reader) => reader,
            Err(error) => return drop(send.blocking_send(Err(error))),
        };
        let mut buffer = vec![0; CHUNK];
        loop {
            let next = match reader.read(&mut buffer) {
                Ok(0) => return,
                Ok(n) => Ok(Bytes::copy_from_slice(buffer.get(..n).unwrap_or_default())),
                Err(error) => Err(error),
            };
            let is_over = next.is_err();
            if send.blocking_send(next).is_err() || is_over {
                return;
            }
        }
    }));
    ReceiverStream::new(receive)
}
