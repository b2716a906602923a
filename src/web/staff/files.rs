//! Files of a case: fetched as attachments, never opened inside our pages.

use crate::services::Error;
use crate::store::{cases, files};
use crate::web::staff::show::Answer;
use crate::web::staff::steps::Seat;
use crate::web::state::{State, run};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use std::io::Read;

/// `GET …/files/{file}`: what the person sent, or a document somebody found. Uploads are capped, so
/// a file fits into memory.
pub async fn file(state: State, request: HttpRequest, path: web::Path<(String, String)>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (case_id, file_id) = path.into_inner();
    let (name, media_type, bytes) = run(&state, move |web| {
        let store = &web.app.store;
        let (row, name, key) = store.read_case(&seat.actor, &case_id, "file", |tx, key| {
            let stored = cases::load(tx.db, &case_id)?;
            let row = files::in_case(tx.db, &case_id, &file_id)?;
            let is_for_reading =
                row.kind == files::Kind::Upload.code() || row.kind == files::Kind::Document.code();
            if !stored.file.is_known_to(&seat.actor) || !is_for_reading {
                return Err(Error::NotFound);
            }
            let name = row.name(key)?;
            Ok::<_, Error>((row, name, key.clone()))
        })?;
        let mut bytes = Vec::with_capacity(usize::try_from(row.bytes).unwrap_or_default());
        store.files.read(&key, &row.id)?.read_to_end(&mut bytes)?;
        Ok::<_, Error>((name, row.media_type, bytes))
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_DISPOSITION, attachment(&name)))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .body(bytes))
}

/// The header that names an attachment (RFC 6266, RFC 8187): plain letters for old readers, the
/// real name in UTF-8.
pub(crate) fn attachment(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(
            attachment("Åses \"brev\"\r\nX: y.pdf"),
            "attachment; filename=\"_ses _brev___X_ y.pdf\"; \
             filename*=UTF-8''%C3%85ses%20%22brev%22%0D%0AX%3A%20y.pdf"
        );
    }
}
