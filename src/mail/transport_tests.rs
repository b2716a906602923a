//! Against a real mail server on loopback: what arrives, what must never arrive, what is retried.

use super::*;
use crate::mail::message_id;
use crate::mail::sink::{Manners, Sink, Taken};
use chrono::DateTime;
use proptest::prelude::*;

fn envelope() -> Envelope {
    Envelope {
        from: "data@skovly.example".into(),
        from_name: "Skovly Musik ApS, Århus".into(),
        to: "luis@embraer.example".into(),
        reply_to: Some("svar@skovly.example".into()),
        message_id: message_id("0192-job", "data.skovly.example"),
        subject: "Dit svar är klart – “én” 日本".into(),
        text: "Kære Luís\n.\nEn linje med kun et punktum ovenfor.\n".into(),
        html: Some("<p>Kære Luís</p>".into()),
        headers: vec![("X-Case-Kind".into(), "letter".into())],
        sent_at: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
    }
}

fn settings(sink: &Sink, security: Security) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port: Some(sink.at.port()),
        security,
        user: None,
        password: None,
        ca_pem: None,
        timeout: Duration::from_secs(20),
    }
}

fn plain(sink: &Sink) -> Transport {
    Transport::new(&MailSettings::Smtp(settings(sink, Security::Plain))).unwrap()
}

/// The lines before the first empty one, folded lines joined.
fn headers(data: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in data.lines().take_while(|line| !line.is_empty()) {
        match all.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => *last += line,
            None => all.push(line.to_owned()),
        }
    }
    all
}

#[tokio::test]
async fn a_mail_arrives_once_with_its_own_envelope_and_says_that_a_program_wrote_it() {
    let sink = Sink::open(Manners::default()).await;
    plain(&sink).send(&envelope()).await.unwrap();
    let taken = sink.drain();
    assert_eq!(taken.len(), 1);
    assert_eq!(
        (taken[0].from.as_str(), taken[0].to.as_slice()),
        ("data@skovly.example", &["luis@embraer.example".to_owned()][..])
    );
    let headers = headers(&taken[0].data);
    for expected in [
        "Auto-Submitted: auto-generated",
        "Message-ID: <0192-job@data.skovly.example>",
        "To: luis@embraer.example",
        "Reply-To: svar@skovly.example",
        "X-Case-Kind: letter",
        "MIME-Version: 1.0",
    ] {
        assert!(headers.iter().any(|h| h == expected), "{expected} is not in {headers:#?}");
    }
    assert!(headers.iter().any(|h| h.starts_with("Date: ") && h.contains("2026")), "{headers:#?}");
    assert!(taken[0].data.contains("multipart/alternative"));
}

#[tokio::test]
async fn many_mails_share_connections_and_none_is_lost() {
    let sink = Sink::open(Manners::default()).await;
    let transport = plain(&sink);
    for _ in 0..20 {
        transport.send(&envelope()).await.unwrap();
    }
    assert_eq!(sink.drain().len(), 20);
    let greetings = sink.heard.lock().unwrap().iter().filter(|line| line.starts_with("EHLO")).count();
    assert!(greetings < 20, "{greetings} connections");
}

#[test]
fn a_transport_may_be_dropped_outside_its_runtime_and_after_it() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (transport, taken) = runtime.block_on(async {
        let sink = Sink::open(Manners::default()).await;
        let transport = plain(&sink);
        transport.send(&envelope()).await.unwrap();
        (transport, sink.drain().len())
    });
    assert_eq!(taken, 1);
    let other = transport.clone();
    drop(transport);
    drop(runtime);
    drop(other);
}

#[tokio::test]
async fn a_server_without_tls_gets_neither_password_nor_mail() {
    let sink = Sink::open(Manners::default()).await;
    let mut stripped = settings(&sink, Security::StartTls);
    (stripped.user, stripped.password) = (Some("user".into()), Some("secret".to_owned().into()));
    let error = Transport::new(&MailSettings::Smtp(stripped)).unwrap().send(&envelope()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(..)), "{error}");
    let mut implicit = settings(&sink, Security::Tls);
    implicit.timeout = Duration::from_secs(2);
    let error = Transport::new(&MailSettings::Smtp(implicit)).unwrap().send(&envelope()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(..)), "{error}");
    let heard = sink.heard.lock().unwrap().clone();
    let leaks =
        heard.iter().filter(|line| ["AUTH", "MAIL", "RCPT", "DATA"].iter().any(|c| line.starts_with(c)));
    assert_eq!(leaks.count(), 0, "{heard:#?}");
    assert_eq!(sink.drain(), Vec::<Taken>::new());
}

#[test]
fn mail_without_tls_is_refused_beyond_this_machine() {
    let at = |host: &str, security| SmtpSettings {
        host: host.into(),
        port: None,
        security,
        user: None,
        password: None,
        ca_pem: None,
        timeout: Duration::from_secs(1),
    };
    let make = |settings| Transport::new(&MailSettings::Smtp(settings)).map(drop);
    for host in ["mail.example.com", "10.0.0.1", "127.0.0.1.evil.example", "localhost.evil.example", ""] {
        assert_eq!(make(at(host, Security::Plain)), Err(SettingsError::PlainBeyondLoopback), "{host}");
        assert_eq!(make(at("mail.example.com", Security::StartTls)), Ok(()));
    }
    for host in ["localhost", "127.0.0.1", "::1"] {
        assert_eq!(make(at(host, Security::Plain)), Ok(()));
    }
    let half = SmtpSettings { user: Some("user".into()), ..at("mail.example.com", Security::Tls) };
    assert_eq!(make(half), Err(SettingsError::HalfCredentials));
    let nonsense = SmtpSettings {
        ca_pem: Some("-----BEGIN CERTIFICATE-----\nx".into()),
        ..at("a.example", Security::Tls)
    };
    assert_eq!(make(nonsense), Err(SettingsError::Tls));
}

#[tokio::test]
async fn a_refused_recipient_is_final_and_everything_else_is_tried_again() {
    let manners = |on_rcpt, on_auth| Manners { on_rcpt, on_auth, silent: false };
    let sink = Sink::open(manners("550 5.1.1 <luis@embraer.example> unknown", "")).await;
    let error = plain(&sink).send(&envelope()).await.unwrap_err();
    assert_eq!(error, SendError::Permanent(Cause::MailRefused, "the mail server answered 550".into()));

    let sink = Sink::open(manners("451 later", "")).await;
    let error = plain(&sink).send(&envelope()).await.unwrap_err();
    assert_eq!(error, SendError::Temporary(Cause::MailLater, "the mail server answered 451".into()));

    let sink = Sink::open(manners("", "535 no")).await;
    let mut with_user = settings(&sink, Security::Plain);
    (with_user.user, with_user.password) = (Some("user".into()), Some("secret".to_owned().into()));
    let error = Transport::new(&MailSettings::Smtp(with_user)).unwrap().send(&envelope()).await.unwrap_err();
    assert_eq!(error, SendError::Temporary(Cause::MailSignIn, "the mail server answered 535".into()));

    let sink = Sink::open(Manners { silent: true, ..Manners::default() }).await;
    let mut impatient = settings(&sink, Security::Plain);
    impatient.timeout = Duration::from_millis(200);
    let error = Transport::new(&MailSettings::Smtp(impatient)).unwrap().send(&envelope()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(..)), "{error}");

    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut nobody = settings(&sink, Security::Plain);
    nobody.port = Some(closed.port());
    let error = Transport::new(&MailSettings::Smtp(nobody)).unwrap().send(&envelope()).await.unwrap_err();
    assert!(matches!(error, SendError::Temporary(..)), "{error}");
}

#[tokio::test]
async fn a_folder_gets_one_whole_file_per_mail_that_only_its_owner_reads() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("mails");
    let transport = Transport::new(&MailSettings::File(inside.clone())).unwrap();
    transport.send(&envelope()).await.unwrap();
    transport.send(&envelope()).await.unwrap();
    let mut second = envelope();
    second.message_id = message_id("0193", "data.skovly.example");
    transport.send(&second).await.unwrap();
    let mut names: Vec<String> =
        std::fs::read_dir(&inside).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["0192-job@data.skovly.example.eml", "0193@data.skovly.example.eml"]);
    let eml = std::fs::read_to_string(inside.join(&names[0])).unwrap();
    assert!(eml.contains("Message-ID: <0192-job@data.skovly.example>\r\n"), "{eml}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(inside.join(&names[0])).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn memory_keeps_what_was_sent_and_debug_shows_none_of_it() {
    let transport = Transport::new(&MailSettings::Memory).unwrap();
    transport.send(&envelope()).await.unwrap();
    let Transport::Memory(memory) = &transport else { unreachable!() };
    assert_eq!(memory.sent()[0].to, "luis@embraer.example");
    assert!(!format!("{memory:?}").contains("luis"), "{memory:?}");
}

#[test]
fn what_is_no_address_or_breaks_the_line_is_refused_without_repeating_it() {
    let refuse = |change: &dyn Fn(&mut Envelope)| {
        let mut envelope = envelope();
        change(&mut envelope);
        envelope.message().map(drop).unwrap_err()
    };
    for bad in
        ["", "luis", "a@", "@b", "a b@c.example", "a@b.example,c@d.example", "<a@b.example>", "a@b..example"]
    {
        assert_eq!(refuse(&|e| e.to = bad.into()), EnvelopeError::Address("recipient"), "{bad}");
    }
    for bad in ["a@b.example\r\nBcc: x@y.example", "a@b.example\n", "\"a\r\n b\"@c.example", "a\0@b.example"]
    {
        assert_eq!(refuse(&|e| e.to = bad.into()), EnvelopeError::Control("recipient"), "{bad:?}");
        assert_eq!(refuse(&|e| e.from = bad.into()), EnvelopeError::Control("sender"), "{bad:?}");
        assert_eq!(refuse(&|e| e.reply_to = Some(bad.into())), EnvelopeError::Control("reply"), "{bad:?}");
    }
    assert_eq!(
        refuse(&|e| e.to = format!("{}@b.example", "a".repeat(250))),
        EnvelopeError::Address("recipient")
    );
    assert_eq!(refuse(&|e| e.subject = "Hej\r\nBcc: x@y.example".into()), EnvelopeError::Control("subject"));
    assert_eq!(refuse(&|e| e.from_name = "A\u{2028}B".into()), EnvelopeError::Control("sender name"));
    assert_eq!(refuse(&|e| e.message_id = "<a b@c>".into()), EnvelopeError::Address("message id"));
    for name in ["Bcc", "to", "X:Y", "X Y", "X\r\nBcc", "", "Å"] {
        assert_eq!(
            refuse(&|e| e.headers = vec![(name.into(), "x@y.example".into())]),
            EnvelopeError::HeaderName,
            "{name}"
        );
    }
    assert_eq!(
        refuse(&|e| e.headers = vec![("X-A".into(), "b\r\nBcc: c".into())]),
        EnvelopeError::Control("header")
    );
}

/// Text with the characters that have broken mail programs.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("\0".to_owned()),
        Just("\r\n.\r\n".to_owned()),
        Just("\r\nBcc: x@y.example".to_owned()),
        Just("\r\nRCPT TO:<x@y.example>\r\n".to_owned()),
        Just("MAIL FROM:<x@y.example>".to_owned()),
        Just(">,<x@y.example".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\u{85}".to_owned()),
        Just("=?utf-8?Q?=0D=0ABcc:_x?=".to_owned()),
        "[ -~]{0,12}",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn nasty_address() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z][a-z0-9.+_-]{0,8}@[a-z]{1,8}\\.example",
        2 => (nasty(), "[a-z]{1,8}\\.example").prop_map(|(local, domain)| format!("{local}@{domain}")),
        2 => nasty().prop_map(|local| format!("\"{local}\"@a.example")),
        1 => nasty(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_put_in_one_mail_with_the_expected_envelope_leaves_or_none(
        to in nasty_address(), reply in proptest::option::of(nasty_address()), name in nasty(),
        subject in nasty(), text in nasty(), html in proptest::option::of(nasty()), value in nasty(),
    ) {
        let odd = Envelope {
            to, reply_to: reply, from_name: name, subject, text, html,
            headers: vec![("X-Odd".into(), value)], ..envelope()
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (sent, taken, heard) = runtime.block_on(async {
            let sink = Sink::open(Manners::default()).await;
            let sent = plain(&sink).send(&odd).await;
            (sent, sink.drain(), sink.heard.lock().unwrap().clone())
        });
        if sent.is_err() {
            prop_assert_eq!(taken, vec![]);
            return Ok(());
        }
        prop_assert_eq!(taken.len(), 1);
        prop_assert_eq!(&taken[0].from, "data@skovly.example");
        prop_assert_eq!(&taken[0].to, &vec![odd.to.clone()]);
        for command in ["MAIL", "RCPT", "DATA"] {
            prop_assert_eq!(heard.iter().filter(|l| l.to_ascii_uppercase().starts_with(command)).count(), 1);
        }
        let headers = headers(&taken[0].data);
        let named = |name: &str| headers.iter().filter(|h| h.to_ascii_lowercase().starts_with(name)).count();
        for one in ["to:", "from:", "subject:", "message-id:", "date:", "x-odd:", "auto-submitted:", "mime-version:"] {
            prop_assert_eq!(named(one), 1, "{} in {:#?}", one, headers);
        }
        prop_assert_eq!(named("bcc:") + named("cc:") + named("resent-to:"), 0);
        prop_assert!(headers.len() <= 12, "{:#?}", headers);
    }
}

/// One connection over TLS from the first byte, then one mail. Says what it kept.
fn tls_server() -> (u16, std::thread::JoinHandle<Option<String>>) {
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer};
    use std::io::{BufRead, BufReader};
    let file = |name| format!("{}/tests/data/mail-tls/{name}.pem", env!("CARGO_MANIFEST_DIR"));
    let chain = vec![CertificateDer::from_pem_file(file("cert")).unwrap()];
    let key = PrivateKeyDer::from_pem_file(file("key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let connection = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = BufReader::new(rustls::StreamOwned::new(connection, stream));
        stream.get_mut().write_all(b"220 tls ESMTP\r\n").ok()?;
        let (mut kept, mut in_data) = (String::new(), false);
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).ok().filter(|read| *read > 0)?;
            let answer: &[u8] = match (in_data, line.get(..4)) {
                (true, _) if line != ".\r\n" => {
                    kept += &line;
                    continue;
                }
                (true, _) => {
                    stream.get_mut().write_all(b"250 kept\r\n").ok()?;
                    return Some(kept);
                }
                (false, Some("EHLO")) => b"250-tls\r\n250-SMTPUTF8\r\n250 8BITMIME\r\n",
                (false, Some("DATA")) => {
                    in_data = true;
                    b"354 go on\r\n"
                }
                _ => b"250 ok\r\n",
            };
            stream.get_mut().write_all(answer).ok()?;
        }
    });
    (port, server)
}

#[tokio::test]
async fn over_tls_a_mail_goes_only_to_a_server_whose_certificate_is_trusted_and_names_it() {
    let ca = include_str!("../../tests/data/mail-tls/ca.pem");
    for (host, trusted, arrives) in
        [("localhost", Some(ca), true), ("localhost", None, false), ("127.0.0.1", Some(ca), false)]
    {
        let (port, server) = tls_server();
        let settings = SmtpSettings {
            host: host.into(),
            port: Some(port),
            security: Security::Tls,
            user: None,
            password: None,
            ca_pem: trusted.map(str::to_owned),
            timeout: Duration::from_secs(20),
        };
        let sent = Transport::new(&MailSettings::Smtp(settings)).unwrap().send(&envelope()).await;
        assert_eq!(sent.is_ok(), arrives, "{host}: {sent:?}");
        let kept = server.join().unwrap().unwrap_or_default();
        assert_eq!(kept.contains("Message-ID: <0192-job@data.skovly.example>"), arrives, "{host}");
        assert!(arrives || kept.is_empty(), "{host}");
    }
}
