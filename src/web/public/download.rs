//! The bytes of an answer: the letter, the package, the readable page out of it.
//!
//! A package is opened piece by piece as the browser takes it. Between two pieces no thread is
//! held, and before each the link is looked at again: a link that is closed cuts what flows.

use crate::crypto::files::SealedReader;
use crate::services::delivery::{self, Download, Piece};
use crate::services::{Error, Result, kept};
use crate::store::files::FileRow;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::public::Visit;
use crate::web::public::answer::{away, behind, manifest};
use crate::web::state::{State, Web, run};
use actix_web::body::SizedStream;
use actix_web::http::header::{CONTENT_TYPE, ContentDisposition, DispositionParam, DispositionType};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream;
use std::fs::File;
use std::io::{BufReader, Read};

/// Bytes read and sent at a time.
const PIECE: u64 = 64 * 1024;
/// The readable page loads nothing and runs nothing; its style stands in it, under a hash of its
/// own policy, which applies besides this one.
pub const PAGE_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'none'";

fn attachment(name: String) -> ContentDisposition {
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    }
}

/// `POST {home}/answer/{token}/letter`: the letter, which stands on the page itself, as a text to keep.
pub async fn letter(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> std::result::Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let (token, pass) = match behind(&visit, &path.1, &fields).await? {
        Ok(both) => both,
        Err(page) => return Ok(page),
    };
    let asked = token.clone();
    let handed = run(&state, move |web| delivery::hand_out(&web.app, &asked, &pass, Piece::Letter)).await;
    let contents = match handed {
        Ok(contents) => contents,
        Err(Error::NotFound) => return away(&visit, &token).await,
        Err(other) => return Err(other.into()),
    };
    let letter = contents.letter.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header(attachment(format!("{}.txt", contents.reference)))
        .body(letter.text))
}

/// `POST {home}/answer/{token}/read`: the readable page, shown in the browser.
pub async fn read(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> std::result::Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let (token, pass) = match behind(&visit, &path.1, &fields).await? {
        Ok(both) => both,
        Err(page) => return Ok(page),
    };
    let asked = token.clone();
    match run(&state, move |web| readable(web, &asked, &pass)).await {
        Ok(page) => Ok(HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header(("content-security-policy", PAGE_POLICY))
            .body(page)),
        Err(Error::NotFound) => away(&visit, &token).await,
        Err(other) => Err(other.into()),
    }
}

fn readable(web: &Web, token: &str, pass: &str) -> Result<Vec<u8>> {
    let contents = delivery::hand_out(&web.app, token, pass, Piece::Page)?;
    let manifest = manifest(web, &contents)?;
    let key = web.app.store.case_key(&contents.delivery.case_id)?;
    kept::readable(&web.app, &key, &contents.package, &manifest)
}

type Reader = SealedReader<BufReader<File>>;

fn open(web: &Web, case_id: &str, file: &FileRow) -> Result<Reader> {
    let key = web.app.store.case_key(case_id)?;
    Ok(web.app.store.files.read(&key, &file.id)?)
}

/// `POST {home}/answer/{token}/package`: one of the downloads the link allows.
pub async fn package(
    state: State,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    fields: Fields,
) -> std::result::Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &path.0)?;
    let (token, pass) = match behind(&visit, &path.1, &fields).await? {
        Ok(both) => both,
        Err(page) => return Ok(page),
    };
    let asked = token.clone();
    let begun = run(&state, move |web| {
        let reference = delivery::with_pass(&web.app, &asked, &pass)?.reference;
        let download = delivery::begin(&web.app, &asked, &pass)?;
        Ok((reference, download))
    });
    let (reference, download) = match begun.await {
        Ok(begun) => begun,
        Err(Error::NotFound) => return away(&visit, &token).await,
        Err(other) => return Err(other.into()),
    };
    // counted from here on: whatever goes wrong below gives the download back
    let counted = Counted { state: state.clone(), delivery_id: Some(download.delivery_id.clone()) };
    let size = u64::try_from(download.file.bytes).unwrap_or_default();
    let reader = opened(&state, download).await?;
    let sending = Sending { state: state.clone(), token, reader, left: size, counted };
    let body = stream::try_unfold(sending, |sending| Box::pin(sending.next()));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header(attachment(format!("{reference}.zip")))
        .body(SizedStream::new(size, body)))
}

async fn opened(state: &State, download: Download) -> Result<Reader> {
    run(state, move |web| open(web, &download.case_id, &download.file)).await
}

/// A download that counts. Dropped before its last byte it is given back.
struct Counted {
    state: State,
    delivery_id: Option<String>,
}

impl Drop for Counted {
    fn drop(&mut self) {
        let Some(delivery_id) = self.delivery_id.take() else { return };
        let state = self.state.clone();
        let give_back = move || {
            if let Err(error) = delivery::broke_off(&state.app, &delivery_id) {
                tracing::warn!(%error, "a download that broke off could not be given back");
            }
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn_blocking(give_back)),
            Err(_) => give_back(),
        }
    }
}

/// A package on its way.
struct Sending {
    state: State,
    token: String,
    reader: Reader,
    left: u64,
    counted: Counted,
}

impl Sending {
    async fn next(self) -> Result<Option<(Bytes, Sending)>> {
        let Sending { state, token, mut reader, left, mut counted } = self;
        if left == 0 {
            return Ok(None);
        }
        let asked = token.clone();
        let (piece, reader) = run(&state, move |web| {
            if delivery::is_revoked(&web.app, &asked)? {
                return Err(Error::NotFound);
            }
            let mut piece = Vec::new();
            reader.by_ref().take(PIECE.min(left)).read_to_end(&mut piece)?;
            if piece.is_empty() {
                return Err(Error::Broken("a package is shorter than its row says".into()));
            }
            Ok((piece, reader))
        })
        .await?;
        let left = left.saturating_sub(piece.len() as u64);
        if left == 0 {
            counted.delivery_id = None;
        }
        Ok(Some((Bytes::from(piece), Sending { state, token, reader, left, counted })))
    }
}
