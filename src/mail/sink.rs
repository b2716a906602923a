//! A small mail server on loopback that keeps what it was handed: for the tests.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What a client said before and in DATA.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) from: String,
    pub(super) to: Vec<String>,
    pub(super) data: String,
}

/// How the server behaves.
#[derive(Clone, Default)]
pub(super) struct Manners {
    /// Answer to RCPT TO; empty: 250.
    pub(super) on_rcpt: &'static str,
    /// Answer to AUTH; empty: 235.
    pub(super) on_auth: &'static str,
    /// Never says a word.
    pub(super) silent: bool,
}

pub(super) struct Sink {
    pub(super) at: SocketAddr,
    pub(super) taken: Arc<Mutex<Vec<Taken>>>,
    /// Every command line, in order.
    pub(super) heard: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    pub(super) async fn open(manners: Manners) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Sink { at: listener.local_addr().unwrap(), taken: Arc::default(), heard: Arc::default() };
        let (taken, heard) = (sink.taken.clone(), sink.heard.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, manners.clone(), taken.clone(), heard.clone()));
            }
        });
        sink
    }

    pub(super) fn drain(&self) -> Vec<Taken> {
        std::mem::take(&mut *self.taken.lock().unwrap())
    }
}

async fn talk(
    stream: TcpStream,
    manners: Manners,
    taken: Arc<Mutex<Vec<Taken>>>,
    heard: Arc<Mutex<Vec<String>>>,
) -> Option<()> {
    if manners.silent {
        std::future::pending::<()>().await;
    }
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    write.write_all(b"220 sink ESMTP\r\n").await.ok()?;
    let mut mail = Taken::default();
    let or = |answer: &'static str, usual: &'static str| if answer.is_empty() { usual } else { answer };
    loop {
        let line = line(&mut lines).await?;
        heard.lock().unwrap().push(line.clone());
        let upper = line.to_ascii_uppercase();
        let answer = match upper.split([' ', ':']).next()? {
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN",
            "AUTH" => or(manners.on_auth, "235 ok"),
            "MAIL" => {
                mail = Taken { from: path(&line), ..Taken::default() };
                "250 ok"
            }
            "RCPT" => {
                mail.to.push(path(&line));
                or(manners.on_rcpt, "250 ok")
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                mail.data = data(&mut lines).await?;
                taken.lock().unwrap().push(std::mem::take(&mut mail));
                "250 kept"
            }
            "QUIT" => "221 bye",
            "RSET" | "NOOP" => "250 ok",
            _ => "500 what",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
}

async fn line(lines: &mut BufReader<tokio::net::tcp::OwnedReadHalf>) -> Option<String> {
    let mut bytes = Vec::new();
    let read = lines.read_until(b'\n', &mut bytes).await.ok()?;
    (read > 0).then(|| String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned())
}

async fn data(lines: &mut BufReader<tokio::net::tcp::OwnedReadHalf>) -> Option<String> {
    let mut all = String::new();
    loop {
        let line = line(lines).await?;
        if line == "." {
            return Some(all);
        }
        all += line.strip_prefix('.').unwrap_or(&line);
        all += "\n";
    }
}

fn path(line: &str) -> String {
    line.split_once('<')
        .and_then(|(_, rest)| rest.rsplit_once('>'))
        .map(|(p, _)| p.to_owned())
        .unwrap_or_default()
}
