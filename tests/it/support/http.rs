//! A browser's wire: HTTP/1.1 over one plain connection a request, every byte under our control.
//! An answer counts only when it arrived whole.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long any single read or write may take before the test calls it dead.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer that arrived whole.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers in the order sent, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Everything a reader could compare: status, headers (their order is chance) without the time of
    /// day, and the body as text.
    pub fn seen(&self) -> (u16, Vec<(String, String)>, String) {
        let mut headers: Vec<_> = self.headers.iter().filter(|(name, _)| name != "date").cloned().collect();
        headers.sort();
        (self.status, headers, self.text())
    }

    /// Names and values of the cookies it sets.
    pub fn cookies(&self) -> Vec<(String, String)> {
        let set = self.headers.iter().filter(|(name, _)| name == "set-cookie");
        set.filter_map(|(_, value)| value.split(';').next()?.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }
}

/// A request to be sent.
#[derive(Debug, Clone)]
pub struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    /// A request without headers or body.
    pub fn new(method: &str, target: &str) -> Request {
        Request {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// With a header.
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a body of this type.
    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Request {
        self.body = body.into();
        self.header("Content-Type", content_type)
    }

    /// With the fields of a form.
    pub fn form(self, fields: &[(&str, &str)]) -> Request {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.body.is_empty() || self.method == "POST" {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        head.push_str("Connection: close\r\n\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// Sends it and waits for the whole answer.
    pub fn send(&self, to: SocketAddr) -> io::Result<Answer> {
        exchange(to, &self.bytes())
    }
}

/// Opens a connection that never waits for ever.
pub fn connect(to: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&to, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends these bytes and reads the answer. A server may answer and stop reading before everything
/// was sent: then the answer counts, not the broken pipe.
pub fn exchange(to: SocketAddr, bytes: &[u8]) -> io::Result<Answer> {
    let mut stream = connect(to)?;
    let sent = stream.write_all(bytes);
    match read(&mut stream, bytes.starts_with(b"HEAD ")) {
        Ok(answer) => Ok(answer),
        Err(unread) => Err(sent.err().unwrap_or(unread)),
    }
}

fn cut(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, format!("the answer was cut: {what}"))
}

/// Reads one answer. An error when it is not whole.
pub fn read(stream: &mut TcpStream, is_head: bool) -> io::Result<Answer> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
            break at;
        }
        more(stream, &mut bytes)?;
    };
    let head = String::from_utf8_lossy(bytes.get(..head_end).unwrap_or_default()).into_owned();
    let mut body = bytes.split_off(head_end + 4);
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|l| l.split(' ').nth(1)).and_then(|s| s.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let status: u16 = status.ok_or_else(|| cut("no status"))?;
    let answer = Answer { status, headers, body: Vec::new() };
    if is_head || matches!(status, 204 | 304) {
        return Ok(answer);
    }
    if answer.header("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
        return Ok(Answer { body: unchunked(stream, body)?, ..answer });
    }
    let length: usize =
        answer.header("content-length").and_then(|v| v.parse().ok()).ok_or_else(|| cut("no length"))?;
    while body.len() < length {
        more(stream, &mut body)?;
    }
    body.truncate(length);
    Ok(Answer { body, ..answer })
}

fn more(stream: &mut TcpStream, into: &mut Vec<u8>) -> io::Result<()> {
    let mut piece = [0; 16 * 1024];
    match stream.read(&mut piece)? {
        0 => Err(cut("the connection ended")),
        n => {
            into.extend_from_slice(piece.get(..n).unwrap_or_default());
            Ok(())
        }
    }
}

fn unchunked(stream: &mut TcpStream, mut raw: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = loop {
            if let Some(at) = raw.windows(2).position(|w| w == b"\r\n") {
                break at;
            }
            more(stream, &mut raw)?;
        };
        let size = String::from_utf8_lossy(raw.get(..line).unwrap_or_default()).into_owned();
        let size = usize::from_str_radix(size.trim(), 16).map_err(|_| cut("a chunk without size"))?;
        while raw.len() < line + 2 + size + 2 {
            more(stream, &mut raw)?;
        }
        body.extend_from_slice(raw.get(line + 2..line + 2 + size).unwrap_or_default());
        raw = raw.split_off(line + 2 + size + 2);
        if size == 0 {
            return Ok(body);
        }
    }
}
