//! A mail server of our own on loopback: keeps what it is handed, and can refuse.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A mail that was accepted.
#[derive(Debug, Clone)]
pub struct Received {
    /// Recipient of the envelope.
    pub to: String,
    /// Its Message-ID.
    pub message_id: String,
}

/// Mailboxes of this domain do not exist: 550, for good.
const REFUSED: &str = "@refused.example";

#[derive(Default)]
struct Kept {
    received: Mutex<Vec<Received>>,
    refused: Mutex<Vec<String>>,
    stop: AtomicBool,
}

/// The mail server. It goes away with this value; what it received can still be asked.
pub struct Sink {
    kept: Arc<Kept>,
    address: SocketAddr,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Sink {
    /// Begins to take mail on a free port.
    pub fn start() -> Sink {
        Sink::on(([127, 0, 0, 1], 0).into())
    }

    /// Begins at this address.
    pub fn on(address: SocketAddr) -> Sink {
        let listener = TcpListener::bind(address).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let kept = Arc::new(Kept::default());
        let for_thread = kept.clone();
        let thread = std::thread::spawn(move || serve(&listener, &for_thread));
        Sink { kept, address, thread: Some(thread) }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Every mail so far, oldest first.
    pub fn received(&self) -> Vec<Received> {
        self.kept.received.lock().unwrap().clone()
    }

    /// Recipients that were refused, oldest first.
    pub fn refused(&self) -> Vec<String> {
        self.kept.refused.lock().unwrap().clone()
    }

    /// Every mail so far: recipient → Message-IDs of what came for them.
    pub fn by_recipient(&self) -> BTreeMap<String, Vec<String>> {
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for mail in self.received() {
            all.entry(mail.to).or_default().push(mail.message_id);
        }
        all
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.kept.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(listener: &TcpListener, kept: &Arc<Kept>) {
    while !kept.stop.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((stream, _)) => {
                let kept = kept.clone();
                std::thread::spawn(move || {
                    // a client that was killed in the middle is expected here
                    let _ = talk(stream, &kept);
                });
            }
            // nobody calls: look again soon whether to stop
            Err(_) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn talk(stream: TcpStream, kept: &Kept) -> std::io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    out.write_all(b"220 sink\r\n")?;
    let mut to = String::new();
    while let Some(line) = next_line(&mut lines, kept)? {
        let upper = line.to_uppercase();
        let say: &[u8] = if upper.starts_with("EHLO") || upper.starts_with("HELO") {
            b"250-sink\r\n250 8BITMIME\r\n"
        } else if let Some(rcpt) = upper.starts_with("RCPT TO:").then(|| address_in(&line)) {
            if rcpt.ends_with(REFUSED) {
                kept.refused.lock().unwrap().push(rcpt);
                b"550 5.1.1 no such mailbox\r\n"
            } else {
                to = rcpt;
                b"250 ok\r\n"
            }
        } else if upper == "DATA" {
            out.write_all(b"354 go on\r\n")?;
            let Some(message_id) = take_message(&mut lines, kept)? else { return Ok(()) };
            // kept first, answered then: what was acknowledged is there
            kept.received.lock().unwrap().push(Received { to: to.clone(), message_id });
            b"250 kept\r\n"
        } else if upper == "QUIT" {
            out.write_all(b"221 bye\r\n")?;
            return Ok(());
        } else {
            b"250 ok\r\n"
        };
        out.write_all(say)?;
    }
    Ok(())
}

/// The headers are read for the Message-ID; the rest is thrown away. `None`: the client is gone.
fn take_message(lines: &mut BufReader<TcpStream>, kept: &Kept) -> std::io::Result<Option<String>> {
    let mut message_id = String::new();
    while let Some(line) = next_line(lines, kept)? {
        if line == "." {
            return Ok(Some(message_id));
        }
        let value = line.to_lowercase().starts_with("message-id:").then(|| line.get(11..)).flatten();
        if let Some(value) = value.filter(|_| message_id.is_empty()) {
            message_id = value.trim().to_owned();
        }
    }
    Ok(None)
}

fn next_line(lines: &mut BufReader<TcpStream>, kept: &Kept) -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    loop {
        match lines.read_until(b'\n', &mut line) {
            Ok(0) => return Ok(None),
            Ok(_) => {
                return Ok(Some(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned()));
            }
            Err(e) if matches!(e.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
                if kept.stop.load(Ordering::Relaxed) {
                    return Ok(None);
                }
            }
            Err(e) => return Err(e),
        }
    }
}

fn address_in(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(a, _)| a).to_owned()
}
