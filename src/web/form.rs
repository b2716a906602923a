//! Bodies of requests: read with a cap and a deadline, forms as plain names and values.

use crate::services::Error;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// Most bytes of an ordinary form.
pub const MOST_BYTES: usize = 256 * 1024;
/// What is too big is still read so far, so that the browser hears the answer instead of a cut line.
const MOST_READ: usize = 32 * 1024 * 1024;
/// Most fields of a form (R61).
const MOST_FIELDS: usize = 100;
/// The same at a case, where staff choose among what was found: one for every record or column.
const MOST_CHOICES: usize = 2_000;
/// How long a body may take: actix bounds only the head of a request.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// The fields of a form in the order sent. A name may come several times.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Fields as they were read. A NUL is no character anybody types, and PostgreSQL takes none: it
    /// is read as U+FFFD, as in a page, which makes an address, an id or a token one that does not
    /// exist and leaves a text readable.
    pub fn new(fields: Vec<(String, String)>) -> Self {
        let readable = |text: String| match text.contains('\0') {
            true => text.replace('\0', "\u{fffd}"),
            false => text,
        };
        Fields(fields.into_iter().map(|(name, value)| (readable(name), readable(value))).collect())
    }

    /// The first value of a name; empty when it was not sent.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// The same, trimmed; `None` when nothing is left.
    pub fn filled(&self, name: &str) -> Option<String> {
        Some(self.one(name).trim()).filter(|v| !v.is_empty()).map(str::to_owned)
    }

    /// Every value of a name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect()
    }

    /// Whether a name was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.one(name).trim().parse().ok()
    }

    /// A date as `<input type=date>` sends it.
    pub fn date(&self, name: &str) -> Option<chrono::NaiveDate> {
        self.one(name).trim().parse().ok()
    }

    /// All names and values.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

fn most_fields(request: &HttpRequest) -> usize {
    // an activity of the register names any number of other entries
    if ["/desk/cases/", "/desk/retention/", "/desk/register/"].iter().any(|p| request.path().starts_with(p)) {
        MOST_CHOICES
    } else {
        MOST_FIELDS
    }
}

/// A whole body: capped, with a deadline.
///
/// # Errors
/// Too large, too slow, or cut on the way.
pub async fn read(mut stream: web::Payload) -> Result<web::BytesMut, Error> {
    let reading = async {
        let mut bytes = web::BytesMut::new();
        let mut read = 0;
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(|_| Error::field("form", "error-form-cut"))?;
            read += chunk.len();
            if read <= MOST_BYTES {
                bytes.extend_from_slice(&chunk);
            } else if read > MOST_READ {
                break;
            }
        }
        if read > MOST_BYTES { Err(Error::field("form", "error-too-large")) } else { Ok(bytes) }
    };
    tokio::time::timeout(DEADLINE, reading).await.map_err(|_| Error::field("form", "error-too-slow"))?
}

impl FromRequest for Fields {
    type Error = crate::web::error::Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = web::Payload::from_request(&request, payload);
        Box::pin(async move {
            let stream = (&mut payload).await.map_err(|_| Error::Unavailable)?;
            let bytes = read(stream).await?;
            let most = most_fields(&request);
            let fields: Vec<(String, String)> =
                form_urlencoded::parse(&bytes).take(most + 1).map(|(n, v)| (n.into(), v.into())).collect();
            if fields.len() > most {
                return Err(Error::field("form", "error-too-large").into());
            }
            Ok(Fields::new(fields))
        })
    }
}
