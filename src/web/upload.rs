//! Forms that carry a file: the fields into memory, the file sealed piece by piece as it arrives,
//! so that no clear byte of it touches a disk.
//!
//! Each piece is written by a thread that may wait, and no thread waits for the network: somebody
//! who sends a byte a minute holds a connection, not a thread.

use crate::crypto::keys::CaseKey;
use crate::services::intake::Attached;
use crate::services::uploads::Incoming;
use crate::services::{Error, Result};
use crate::web::form::{self, Fields};
use crate::web::state::{State, Web, run};
use actix_multipart::{Field, Multipart};
use actix_web::web::BytesMut;
use futures_util::StreamExt;
use std::time::Duration;

/// How long a whole form with a file may take to arrive.
pub const DEADLINE: Duration = Duration::from_secs(5 * 60);
/// Bytes handed to the disk at a time.
const PIECE: usize = 256 * 1024;
/// What is too big is still read so many times the largest file, so that the browser hears the
/// answer instead of a cut line.
const READ_ON: u64 = 3;
/// Most parts of a form.
const MOST_PARTS: usize = 100;

/// A form with its file.
pub struct Received<K> {
    /// The fields.
    pub fields: Fields,
    /// The file and what was begun for it; none when none was chosen. A file that cannot be taken
    /// does not spoil the fields: the form is shown again with them.
    pub file: Result<Option<(K, Attached)>>,
    /// Name of the file as sent, for the sentence that says what is wrong with it.
    pub file_name: String,
}

/// Reads a multipart form. `begin` is called when the first byte of a file arrives, and says under
/// which key it is sealed.
pub async fn receive<K, F>(state: &State, multipart: Multipart, begin: F) -> Result<Received<K>>
where
    K: Send + 'static,
    F: FnOnce(&Web) -> Result<(K, CaseKey)> + Send + 'static,
{
    let mut reading = Reading {
        state,
        begin: Some(begin),
        fields: Vec::new(),
        file: Ok(None),
        file_name: String::new(),
        read: 0,
        text: 0,
    };
    tokio::time::timeout(DEADLINE, reading.all(multipart))
        .await
        .map_err(|_| Error::field("form", "error-too-slow"))??;
    Ok(Received { fields: Fields::new(reading.fields), file: reading.file, file_name: reading.file_name })
}

struct Reading<'a, K, F> {
    state: &'a State,
    begin: Option<F>,
    fields: Vec<(String, String)>,
    file: Result<Option<(K, Attached)>>,
    file_name: String,
    read: u64,
    text: usize,
}

impl<K, F> Reading<'_, K, F>
where
    K: Send + 'static,
    F: FnOnce(&Web) -> Result<(K, CaseKey)> + Send + 'static,
{
    async fn all(&mut self, mut multipart: Multipart) -> Result<()> {
        while let Some(part) = multipart.next().await {
            let part = part.map_err(|_| Error::field("form", "error-form-cut"))?;
            if self.fields.len() >= MOST_PARTS {
                return Err(Error::field("form", "error-too-large"));
            }
            let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            match file_name {
                Some(name) => self.file(part, name).await?,
                None => self.field(part).await?,
            }
        }
        if self.text > form::MOST_BYTES {
            return Err(Error::field("form", "error-too-large"));
        }
        Ok(())
    }

    /// The next bytes of a part; more than can be meant ends the reading.
    async fn next(&mut self, part: &mut Field) -> Result<Option<actix_web::web::Bytes>> {
        let Some(bytes) = part.next().await else { return Ok(None) };
        let bytes = bytes.map_err(|_| Error::field("form", "error-form-cut"))?;
        self.read += bytes.len() as u64;
        if self.read > READ_ON * self.state.app.caps.file_bytes {
            return Err(Error::field("form", "error-too-large"));
        }
        Ok(Some(bytes))
    }

    async fn field(&mut self, mut part: Field) -> Result<()> {
        let name = part.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        while let Some(bytes) = self.next(&mut part).await? {
            self.text += bytes.len();
            if self.text <= form::MOST_BYTES {
                value.extend_from_slice(&bytes);
            }
        }
        self.fields.push((name, String::from_utf8_lossy(&value).into_owned()));
        Ok(())
    }

    async fn file(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut piece = BytesMut::new();
        let mut sink: Option<(K, Incoming)> = None;
        let mut refused: Option<Error> = None;
        let mut is_new = true;
        while let Some(bytes) = self.next(&mut part).await? {
            if std::mem::take(&mut is_new) && self.begin.is_none() {
                refused = Some(Error::field("file", "error-file-several"));
            }
            if refused.is_some() {
                continue;
            }
            piece.extend_from_slice(&bytes);
            if piece.len() >= PIECE {
                match self.write(sink.take(), piece.split()).await {
                    Ok(written) => sink = Some(written),
                    Err(error) => refused = Some(error),
                }
            }
        }
        if refused.is_none() && !piece.is_empty() {
            match self.write(sink.take(), piece).await {
                Ok(written) => sink = Some(written),
                Err(error) => refused = Some(error),
            }
        }
        if let Some(error) = refused {
            self.discard().await;
            self.file_name = name;
            self.file = Err(error);
        } else if let Some((begun, incoming)) = sink {
            let as_named = name.clone();
            let finished = run(self.state, move |_| incoming.finish(&as_named)).await;
            self.file_name = name;
            self.file = finished.map(|file| file.map(|file| (begun, file)));
        }
        Ok(())
    }

    async fn write(&mut self, sink: Option<(K, Incoming)>, piece: BytesMut) -> Result<(K, Incoming)> {
        let begin = self.begin.take();
        run(self.state, move |web| {
            let (begun, mut incoming) = match (sink, begin) {
                (Some(open), _) => open,
                (None, Some(begin)) => {
                    let (begun, key) = begin(web)?;
                    let incoming = Incoming::begin(&web.app, &key)?;
                    (begun, incoming)
                }
                (None, None) => return Err(Error::field("file", "error-file-several")),
            };
            incoming.chunk(&piece)?;
            Ok((begun, incoming))
        })
        .await
    }

    /// A file that was taken before another one was refused has no row and must not stay.
    async fn discard(&mut self) {
        if let Ok(Some((_, file))) = std::mem::replace(&mut self.file, Ok(None)) {
            remove(self.state, file.written.id).await;
        }
    }
}

/// Removes a written file that no row will ever name. What fails here the sweep finds.
pub async fn remove(state: &State, file_id: String) {
    let removed = run(state, move |web| Ok(web.app.store.files.remove(&file_id)?)).await;
    if let Err(error) = removed {
        tracing::warn!(%error, "a file that was not kept could not be removed");
    }
}
