//! One message to one address, built so that no value can become a header or a second recipient (R57).

use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};

/// Longest address RFC 5321 allows in a path.
const LONGEST_ADDRESS: usize = 254;

/// A message to be sent. Addresses are parsed and values checked when it is built into a message.
#[derive(Clone)]
pub struct Envelope {
    /// The controller's sender address.
    pub from: String,
    /// The controller's name, shown beside it.
    pub from_name: String,
    /// The one recipient.
    pub to: String,
    /// Where a reply goes, if elsewhere.
    pub reply_to: Option<String>,
    /// Stable over attempts: see [`message_id`].
    pub message_id: String,
    /// Subject, one line.
    pub subject: String,
    /// The letter as text.
    pub text: String,
    /// The letter as HTML; without it the mail is text only.
    pub html: Option<String>,
    /// Further headers: ASCII name and one-line value.
    pub headers: Vec<(String, String)>,
    /// When it is sent, for the Date header.
    pub sent_at: DateTime<Utc>,
}

/// Nothing of a letter goes into logs.
impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Envelope").field("message_id", &self.message_id).finish_non_exhaustive()
    }
}

/// Why a message was not built. Names the place, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// Not an address of the form local@domain.
    #[error("the {0} address is not a mail address")]
    Address(&'static str),
    /// A line break, NUL or another control character where only one line may stand.
    #[error("the {0} holds a control character")]
    Control(&'static str),
    /// A header name that is no header name, or one the message sets itself.
    #[error("a header has a name it may not have")]
    HeaderName,
    /// The parts could not be put together.
    #[error("the message could not be put together")]
    Build,
}

/// The Message-ID of a job: the same on every attempt, so that a receiver can tell a repetition.
pub fn message_id(job_id: &str, domain: &str) -> String {
    let clean = |text: &str| -> String {
        text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
    };
    format!("<{}@{}>", clean(job_id), clean(domain))
}

impl Envelope {
    /// The finished message with its SMTP envelope: exactly one recipient, `Auto-Submitted` set so
    /// that no absence notice answers it (RFC 3834).
    ///
    /// # Errors
    /// [`EnvelopeError`] for an address that is none, a control character in a line, or a header
    /// of a name the message sets itself.
    pub fn message(&self) -> Result<Message, EnvelopeError> {
        let from = address(&self.from, "sender")?;
        let to = address(&self.to, "recipient")?;
        let name = line(&self.from_name, "sender name")?;
        let name = Some(name.to_owned()).filter(|name| !name.is_empty());
        let path = lettre::address::Envelope::new(Some(from.clone()), vec![to.clone()])
            .map_err(|_| EnvelopeError::Build)?;
        let mut builder = Message::builder()
            .envelope(path)
            .from(Mailbox::new(name, from))
            .to(Mailbox::new(None, to))
            .subject(line(&self.subject, "subject")?)
            .date(self.sent_at.into())
            .message_id(Some(checked_id(&self.message_id)?.to_owned()));
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(Mailbox::new(None, address(reply_to, "reply")?));
        }
        builder = builder.raw_header(header("Auto-Submitted", "auto-generated")?);
        for (name, value) in &self.headers {
            if OWN.iter().any(|own| own.eq_ignore_ascii_case(name)) {
                return Err(EnvelopeError::HeaderName);
            }
            builder = builder.raw_header(header(name, value)?);
        }
        let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body(&self.text));
        match &self.html {
            None => builder.singlepart(text),
            Some(html) => {
                let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(body(html));
                builder.multipart(MultiPart::alternative().singlepart(text).singlepart(html))
            }
        }
        .map_err(|_| EnvelopeError::Build)
    }
}

/// Headers the message sets itself, or that would change who gets it.
const OWN: [&str; 16] = [
    "From",
    "Sender",
    "To",
    "Cc",
    "Bcc",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Auto-Submitted",
    "Return-Path",
    "Received",
    "Resent-To",
];

/// A mail address: parsed, one line, without control characters.
fn address(text: &str, place: &'static str) -> Result<Address, EnvelopeError> {
    if text.chars().any(char::is_control) {
        return Err(EnvelopeError::Control(place));
    }
    if text.len() > LONGEST_ADDRESS {
        return Err(EnvelopeError::Address(place));
    }
    text.parse().map_err(|_| EnvelopeError::Address(place))
}

/// One line without control characters or the line separators of Unicode.
fn line<'a>(text: &'a str, place: &'static str) -> Result<&'a str, EnvelopeError> {
    if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(EnvelopeError::Control(place));
    }
    Ok(text)
}

fn checked_id(id: &str) -> Result<&str, EnvelopeError> {
    let inner = id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or_default();
    let fits = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
    };
    match inner.split_once('@') {
        Some((left, right)) if fits(left) && fits(right) => Ok(id),
        _ => Err(EnvelopeError::Address("message id")),
    }
}

fn header(name: &str, value: &str) -> Result<HeaderValue, EnvelopeError> {
    let fits = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let name = HeaderName::new_from_ascii(name.to_owned()).ok().filter(|_| fits);
    let name = name.ok_or(EnvelopeError::HeaderName)?;
    Ok(HeaderValue::new(name, line(value, "header")?.to_owned()))
}

/// Bodies may have lines but no NUL; every line ends as mail wants it.
fn body(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect::<String>()
        .replace('\n', "\r\n")
}
