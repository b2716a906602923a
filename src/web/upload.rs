//! Forms that carry a file: the fields into memory, the file sealed piece by piece as it arrives,
//! so that no clear byte of it touches a disk.
//!
//! Each piece is written by a thread that may wait, and no thread waits for the network: somebody
//! who sends a byte a minute holds a connection, not a thread.

use crate::crypto::keys::CaseKey;
use crate::services::app::Caps;
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
/// Most parts of a form (R61).
const MOST_PARTS: usize = 100;
/// Most files of any form of ours: those of an answer given by hand.
pub const MOST_FILES: usize = 10;

/// What may still come in with a form: parts, bytes in all, bytes of its fields. One for every
/// multipart form, however its length was announced.
pub struct Budget {
    parts: usize,
    bytes: u64,
    text: usize,
}

impl Budget {
    /// The budget of a form that carries so many files.
    pub fn new(caps: &Caps, files: usize) -> Budget {
        let files = u64::try_from(files).unwrap_or(u64::MAX);
        Budget { parts: MOST_PARTS, bytes: caps.form_bytes(files), text: form::MOST_BYTES }
    }

    /// One more part. Its name counts like what stands in it, for an empty part holds memory too.
    pub fn part(&mut self, part: &Field) -> Result<()> {
        self.parts = self.parts.checked_sub(1).ok_or_else(too_large)?;
        let name = part.name().unwrap_or_default().len();
        self.text = self.text.checked_sub(name).ok_or_else(too_large)?;
        Ok(())
    }

    /// The next bytes of a part; more in all than can be meant ends the reading.
    pub async fn next(&mut self, part: &mut Field) -> Result<Option<actix_web::web::Bytes>> {
        let Some(bytes) = part.next().await else { return Ok(None) };
        let bytes = bytes.map_err(|_| Error::field("form", "error-form-cut"))?;
        self.bytes = self.bytes.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        Ok(Some(bytes))
    }

    /// The value of a field. One that is too long is read to its end and refused then, so that the
    /// browser hears it.
    pub async fn value(&mut self, part: &mut Field) -> Result<String> {
        let (mut value, mut left) = (Vec::new(), Some(self.text));
        while let Some(bytes) = self.next(part).await? {
            left = left.and_then(|left| left.checked_sub(bytes.len()));
            if left.is_some() {
                value.extend_from_slice(&bytes);
            }
        }
        self.text = left.ok_or_else(too_large)?;
        Ok(String::from_utf8_lossy(&value).into_owned())
    }
}

fn too_large() -> Error {
    Error::field("form", "error-too-large")
}

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
        budget: Budget::new(&state.app.caps, 1),
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
    budget: Budget,
}

impl<K, F> Reading<'_, K, F>
where
    K: Send + 'static,
    F: FnOnce(&Web) -> Result<(K, CaseKey)> + Send + 'static,
{
    async fn all(&mut self, mut multipart: Multipart) -> Result<()> {
        while let Some(part) = multipart.next().await {
            let mut part = part.map_err(|_| Error::field("form", "error-form-cut"))?;
            self.budget.part(&part)?;
            let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            match file_name {
                Some(name) => self.file(part, name).await?,
                None => {
                    let name = part.name().unwrap_or_default().to_owned();
                    self.fields.push((name, self.budget.value(&mut part).await?));
                }
            }
        }
        Ok(())
    }

    async fn file(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut piece = BytesMut::new();
        let mut sink: Option<(K, Incoming)> = None;
        let mut refused: Option<Error> = None;
        let mut is_new = true;
        while let Some(bytes) = self.budget.next(&mut part).await? {
            if std::mem::take(&mut is_new) && self.begin.is_none() {
                refused = Some(Error::field("file", "error-file-several"));
            }
            if refused.is_some() {
                continue;
            }
            piece.extend_from_slice(&bytes);
            if piece.len() >= PIECE {
                match self.write(&name, sink.take(), piece.split()).await {
                    Ok(written) => sink = Some(written),
                    Err(error) => refused = Some(error),
                }
            }
        }
        if refused.is_none() && !piece.is_empty() {
            match self.write(&name, sink.take(), piece).await {
                Ok(written) => sink = Some(written),
                Err(error) => refused = Some(error),
            }
        }
        if let Some(error) = refused {
            self.file_name = name;
            self.file = Err(error);
        } else if let Some((begun, incoming)) = sink {
            let finished = run(self.state, move |_| incoming.finish()).await;
            self.file_name = name;
            self.file = finished.map(|file| file.map(|file| (begun, file)));
        }
        Ok(())
    }

    async fn write(
        &mut self,
        name: &str,
        sink: Option<(K, Incoming)>,
        piece: BytesMut,
    ) -> Result<(K, Incoming)> {
        let (begin, name) = (self.begin.take(), name.to_owned());
        run(self.state, move |web| {
            let (begun, mut incoming) = match (sink, begin) {
                (Some(open), _) => open,
                (None, Some(begin)) => {
                    let (begun, key) = begin(web)?;
                    let incoming = Incoming::begin(&web.app, &key, &name)?;
                    (begun, incoming)
                }
                (None, None) => return Err(Error::field("file", "error-file-several")),
            };
            incoming.chunk(&piece)?;
            Ok((begun, incoming))
        })
        .await
    }
}
