//! Reads the mails our own file transport wrote, for the demo's page. It knows what we write:
//! header fields of RFC 5322 with encoded words (RFC 2047), the first plain text part of a
//! multipart message, in base64 or quoted-printable. It is no reader for mail of others.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset};

/// A mail, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Eml {
    /// To.
    pub(super) to: String,
    /// From.
    pub(super) from: String,
    /// Subject.
    pub(super) subject: String,
    /// When it was written.
    pub(super) at: Option<DateTime<FixedOffset>>,
    /// The plain text.
    pub(super) text: String,
}

/// Reads a whole mail.
pub(super) fn read(source: &str) -> Eml {
    let source = source.replace("\r\n", "\n");
    let (head, body) = source.split_once("\n\n").unwrap_or((source.as_str(), ""));
    let fields = fields(head);
    let one = |name: &str| field(&fields, name);
    Eml {
        to: words(&one("to")),
        from: words(&one("from")),
        subject: words(&one("subject")),
        at: DateTime::parse_from_rfc2822(one("date").trim()).ok(),
        text: plain(&fields, body).unwrap_or_default(),
    }
}

fn fields(head: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        let is_folded = line.starts_with([' ', '\t']);
        match (fields.last_mut(), line.split_once(':')) {
            (Some((_, value)), _) if is_folded => value.push_str(line),
            (_, Some((name, value))) => fields.push((name.to_ascii_lowercase(), value.trim().to_owned())),
            _ => {}
        }
    }
    fields
}

fn field(fields: &[(String, String)], name: &str) -> String {
    fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The first plain text part, decoded.
fn plain(fields: &[(String, String)], body: &str) -> Option<String> {
    let kind = field(fields, "content-type");
    if let Some(boundary) = parameter(&kind, "boundary") {
        return body.split(&format!("--{boundary}")).find_map(|part| {
            let (head, body) = part.trim_start_matches('\n').split_once("\n\n")?;
            plain(&self::fields(head), body)
        });
    }
    if !kind.is_empty() && !kind.to_ascii_lowercase().starts_with("text/plain") {
        return None;
    }
    let bytes = match field(fields, "content-transfer-encoding").to_ascii_lowercase().as_str() {
        "base64" => STANDARD.decode(body.split_whitespace().collect::<String>()).ok()?,
        "quoted-printable" => quoted(&body.replace("=\n", ""), false),
        _ => body.as_bytes().to_vec(),
    };
    Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim_end().to_owned())
}

fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').find_map(|part| {
        let (key, value) = part.trim().split_once('=')?;
        (key.trim().eq_ignore_ascii_case(name)).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// `=C3=86` as bytes; in a header `_` is a blank.
fn quoted(text: &str, is_header: bool) -> Vec<u8> {
    let mut done = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match (first, code.and_then(|two| u8::from_str_radix(two, 16).ok())) {
            (b'=', Some(byte)) => {
                done.push(byte);
                rest = after.get(2..).unwrap_or_default();
                continue;
            }
            (b'_', _) if is_header => done.push(b' '),
            (other, _) => done.push(*other),
        }
        rest = after;
    }
    done
}

/// A header value with its encoded words opened. Blanks between two of them are not part of the text.
fn words(value: &str) -> String {
    let mut done: Vec<u8> = Vec::new();
    let mut was_encoded = false;
    for piece in value.split_inclusive(' ') {
        let word = piece.trim();
        match encoded(word) {
            Some(bytes) => {
                if was_encoded {
                    while done.last() == Some(&b' ') {
                        done.pop();
                    }
                }
                done.extend(bytes);
                done.extend(piece.ends_with(' ').then_some(b' '));
                was_encoded = true;
            }
            None => {
                done.extend(piece.as_bytes());
                was_encoded = was_encoded && word.is_empty();
            }
        }
    }
    String::from_utf8_lossy(&done).trim().to_owned()
}

fn encoded(word: &str) -> Option<Vec<u8>> {
    let inner = word.strip_prefix("=?")?.strip_suffix("?=")?;
    let mut parts = inner.splitn(3, '?');
    let (_, how, text) = (parts.next()?, parts.next()?, parts.next()?);
    match how.to_ascii_lowercase().as_str() {
        "b" => STANDARD.decode(text).ok(),
        "q" => Some(quoted(text, true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{Envelope, MailSettings, Transport};

    #[test]
    fn encoded_words_are_opened_as_rfc_2047_says() {
        // the examples of RFC 2047, section 8
        assert_eq!(words("=?ISO-8859-1?Q?a?= b"), "a b");
        assert_eq!(words("=?utf-8?Q?a?= =?utf-8?Q?b?="), "ab");
        assert_eq!(words("=?utf-8?Q?a_b?="), "a b");
        assert_eq!(words("Re: =?utf-8?b?w4U=?= <a@example.org>"), "Re: Å <a@example.org>");
    }

    fn sample() -> Envelope {
        Envelope {
            from: "svar@nordlys.example".into(),
            from_name: "Nordlys Handel, æøå".into(),
            to: "aase@example.org".into(),
            reply_to: None,
            message_id: "<1@nordlys.example>".into(),
            subject: "Vi har modtaget din anmodning om at få indsigt i dine oplysninger: sag K7QF-2M9D"
                .into(),
            text: String::new(),
            html: Some("<p>hej</p>".into()),
            headers: Vec::new(),
            sent_at: DateTime::parse_from_rfc3339("2026-11-05T10:00:00Z").unwrap().to_utc(),
        }
    }

    #[tokio::test]
    async fn what_our_transport_writes_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let transport = Transport::new(&MailSettings::File(folder.path().into())).unwrap();
        let text = "Kære Åse\n\nDit svar er klar = æøå. En lang linje, der skal brydes, fordi den er længere end \
                    seksoghalvfjerds tegn i alt.\n\nhttp://127.0.0.1:8080/o/a/case\n";
        let envelope = Envelope { text: text.into(), ..sample() };
        transport.send(&envelope).await.unwrap();
        let path = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let eml = read(&std::fs::read_to_string(path).unwrap());
        assert_eq!(eml.text, text.trim_end());
        assert_eq!(eml.subject, envelope.subject);
        assert!(eml.to.contains("aase@example.org"), "{}", eml.to);
        assert!(eml.at.is_some());
    }
}
