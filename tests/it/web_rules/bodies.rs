//! Whatever is sent as a body, the answer is never a failure of ours (R61), and text that is odd
//! but allowed comes back as it was typed.

use super::headers::hidden;
use super::place::{Place, ROLES, allowed, is_unsafe};
use crate::support::http::{self, Request};
use crate::support::{Databases, on_both};
use indsigt::crypto::tokens;
use indsigt::web::routes;
use std::io::Write;

const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data; boundary=X";

/// Bodies nobody's browser sends, with their type. Good for every route: none is a complete form.
fn corpus() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let many: String = (0..10_000).map(|n| format!("f{n}=v&")).collect();
    let same: String = "right=access&".repeat(10_000);
    let parts: String = (0..10_000)
        .map(|n| format!("--X\r\nContent-Disposition: form-data; name=\"f{n}\"\r\n\r\nv\r\n"))
        .collect();
    let part = |head: &str, body: &str| format!("--X\r\n{head}\r\n\r\n{body}\r\n--X--\r\n").into_bytes();
    let field = "Content-Disposition: form-data; name=\"go\"";
    let mut invalid = b"go=send&words=".to_vec();
    invalid.extend([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x00]);
    vec![
        ("nothing", FORM, Vec::new()),
        ("NULs", FORM, vec![0; 1000]),
        ("NULs in fields", FORM, b"go=send&words=%00%00&csrf=%00\0\0".to_vec()),
        ("invalid UTF-8", FORM, invalid.clone()),
        ("invalid UTF-8, encoded", FORM, b"words=%ff%fe%c3%28%ed%a0%80&go=%ff".to_vec()),
        ("broken percent signs", FORM, b"words=%&csrf=%zz&go=%1".to_vec()),
        ("10,000 fields", FORM, many.into_bytes()),
        ("one field 10,000 times", FORM, same.into_bytes()),
        ("10 MB of one field", FORM, format!("words={}", "x".repeat(10_000_000)).into_bytes()),
        ("10 MB of percent signs", FORM, "%".repeat(10_000_000).into_bytes()),
        ("only ampersands", FORM, "&".repeat(100_000).into_bytes()),
        ("JSON", "application/json", b"{\"go\":[[[[[[]]]]]]}".to_vec()),
        ("no type", "", b"go=send".to_vec()),
        ("a type that is none", "\u{7f}/;;=", b"go=send".to_vec()),
        ("another charset", "application/x-www-form-urlencoded; charset=utf-16", b"g\0o\0=\0".to_vec()),
        ("gzip that is none", "application/gzip", vec![0x1f, 0x8b, 8, 0, 0, 0]),
        ("multipart, nothing", PARTS, Vec::new()),
        ("multipart, cut in a head", PARTS, b"--X\r\nContent-Dispo".to_vec()),
        ("multipart, cut in a value", PARTS, format!("--X\r\n{field}\r\n\r\nsen").into_bytes()),
        ("multipart, no end", PARTS, format!("--X\r\n{field}\r\n\r\nsend\r\n--X").into_bytes()),
        ("multipart, other boundary", PARTS, format!("--Y\r\n{field}\r\n\r\nsend\r\n--Y--\r\n").into_bytes()),
        ("multipart, no boundary", "multipart/form-data", part(field, "send")),
        ("multipart, empty boundary", "multipart/form-data; boundary=", part(field, "send")),
        ("multipart, nameless", PARTS, part("Content-Disposition: form-data", "send")),
        ("multipart, no disposition", PARTS, part("X-Nothing: here", "send")),
        ("multipart, NULs", PARTS, part("Content-Disposition: form-data; name=\"\0\"", "\0\0\0")),
        ("multipart, 10,000 parts", PARTS, format!("{parts}--X--\r\n").into_bytes()),
        ("multipart, 10 MB field", PARTS, part(field, &"x".repeat(10_000_000))),
        (
            "multipart, 12 MB file",
            PARTS,
            part(
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
                &"x".repeat(12_000_000),
            ),
        ),
        (
            "multipart, odd file name",
            PARTS,
            part("Content-Disposition: form-data; name=\"file\"; filename=\"../../\u{202e}fdp.exe\"", "MZ"),
        ),
        ("noise", FORM, noise(4096)),
        ("multipart noise", PARTS, noise(4096)),
    ]
}

/// The same noise every time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[test]
fn no_body_makes_any_route_fail() {
    on_both(no_body_fails);
}

fn no_body_fails(databases: &Databases) {
    let place = Place::on(databases);
    let mut answers = 0;
    for (name, kind, body) in corpus() {
        let session = place.session(ROLES);
        for route in routes::all().iter().filter(|r| is_unsafe(r)) {
            let session = allowed(route).map(|_| session.as_str());
            let (method, path) = (route.method.as_str(), place.path(route));
            let request = place.request(method, &path, session).header("Host", &place.host);
            let request = request.body(kind, body.clone());
            let answer = place.send_raw(&request).unwrap_or_else(|e| panic!("{name} to {path}: {e}"));
            let is_well = (400..500).contains(&answer.status) || answer.status == 303 || answer.status == 200;
            assert!(is_well, "{name} to {method} {path}: {}", answer.status);
            if body.len() > 9_000_000 {
                assert!(
                    (400..500).contains(&answer.status) || answer.status == 303,
                    "{name} to {path}: {}",
                    answer.status
                );
            }
            answers += 1;
        }
        // so that limits of an hour hide nothing
        databases.clock.advance(chrono::Duration::hours(1));
    }
    eprintln!("{answers} answers");
    assert_eq!(place.send(place.request("GET", "/healthz", None)).status, 200);
    assert_eq!(databases.count("SELECT count(*) FROM cases"), 1, "none of it made a case");
}

#[test]
fn a_nul_is_no_character_of_any_address_or_id() {
    on_both(|databases| {
        let place = Place::on(databases);
        let session = place.session(ROLES);
        for route in routes::all().iter().filter(|route| route.path.contains('{')) {
            let whole = place.path(route);
            // in every place that has a parameter, and in the question
            let places = route.path.split('/').enumerate().filter(|(_, part)| part.starts_with('{'));
            let mut paths: Vec<String> = places
                .flat_map(|(n, _)| ["%00", "a%00b"].map(|nul| (n, nul)))
                .map(|(n, nul)| {
                    whole
                        .split('/')
                        .enumerate()
                        .map(|(at, part)| if at == n { nul } else { part })
                        .collect::<Vec<_>>()
                        .join("/")
                })
                .collect();
            paths.push(format!("{whole}?after=%00&tab=%00"));
            for path in paths {
                let request = place.request(route.method.as_str(), &path, Some(&session));
                let answer = place.send(request);
                assert_eq!(answer.status, 404, "{} {path}", route.method);
            }
        }
        // where people type: who signs in, whom a request is given to
        let csrf = hidden(&place.send(place.request("GET", "/desk/sign-in", None)).text(), "csrf");
        let fields =
            [("csrf", csrf.as_str()), ("email", "a\0@b.example"), ("password", "\0"), ("otp", "\0\0")];
        assert_eq!(place.send(place.request("POST", "/desk/sign-in", None).form(&fields)).status, 422);
        let page = format!("/desk/cases/{}/assign", place.case_id);
        let shown = place.send(place.request("GET", &page, Some(&session))).text();
        let (csrf, version) = (hidden(&shown, "csrf"), hidden(&shown, "version"));
        let fields = [("csrf", csrf.as_str()), ("version", version.as_str()), ("to", "\0")];
        let given = place.send(place.request("POST", &page, Some(&session)).form(&fields));
        assert!((400..500).contains(&given.status), "{}", given.status);
        for (path, field) in [("/desk/search", "q"), ("/desk/jobs/release", "confirmed")] {
            let fields = [("csrf", csrf.as_str()), (field, "\0")];
            let answer = place.send(place.request("POST", path, Some(&session)).form(&fields));
            assert!(answer.status < 500, "{path}: {}", answer.status);
        }
    });
}

#[test]
fn a_form_of_more_parts_than_any_of_ours_is_refused() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let part = |name: &str| format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n\r\n");
    let file = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n\r\n";
    let long = "n".repeat(4_000);
    let task = format!("/desk/cases/{}/tasks/{}", place.case_id, tokens::id());
    for path in ["/o/musik/ask/check", "/desk/enter", &task] {
        for (body, is_refused) in [
            (part("f").repeat(100), false),
            (part("f").repeat(101), true),
            (part("").repeat(101), true),
            (file.repeat(101), true),
            // names alone are more than a form may hold
            (part(&long).repeat(99), true),
        ] {
            let body = format!("{body}--X--\r\n");
            // the length is not announced
            let chunks = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: desk={session}\r\n\
                 Content-Type: {PARTS}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
                host = place.host
            );
            let answer = http::exchange(place.address(), format!("{head}{chunks}").as_bytes()).unwrap();
            assert_eq!(answer.status == 413, is_refused, "{path}: {}", answer.status);
        }
    }
}

#[test]
fn a_form_of_more_fields_than_any_of_ours_is_refused() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let at_case = format!("/desk/cases/{}/note", place.case_id);
    // at a case staff choose among what was found
    let most =
        [("/o/musik/ask/rights", 100), ("/o/musik/find", 100), ("/desk/search", 100), (&at_case, 2_000)];
    for (path, most) in most {
        for (count, is_refused) in [(most, false), (most + 1, true)] {
            let fields = vec![("f", ""); count];
            let answer = place.send(place.request("POST", path, Some(&session)).form(&fields));
            assert_eq!(answer.status == 413, is_refused, "{count} fields to {path}: {}", answer.status);
        }
    }
}

#[test]
fn a_body_as_large_as_the_limits_allow_is_not_refused_for_its_length() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let most = place.house.app.caps.file_bytes * 12;
    for (announced, is_refused) in [(most, false), (most + 1, true)] {
        let head = format!(
            "POST /desk/cases/{}/tasks/{} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Cookie: desk={session}\r\nContent-Type: {PARTS}\r\nContent-Length: {announced}\r\n\r\n",
            place.case_id,
            tokens::id(),
            host = place.host
        );
        let mut stream = http::connect(place.address()).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        // what is taken waits for its body and finds the line cut
        let status = http::read(&mut stream, false).map(|answer| answer.status).ok();
        assert_eq!(status == Some(413), is_refused, "{announced}: {status:?}");
    }
}

#[test]
fn a_body_that_is_too_large_is_answered_with_a_sentence_and_not_read_to_its_end() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let head = format!(
        "POST /o/musik/ask/about HTTP/1.1\r\nHost: {}\r\nOrigin: http://{}\r\nContent-Type: {FORM}\r\n\
         Content-Length: 10000000000\r\n\r\n",
        place.host, place.host
    );
    let mut stream = http::connect(place.address()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&vec![b'x'; 512 * 1024]).unwrap();
    // ten gigabytes were announced and half a megabyte was sent: the answer is there already
    let answer = http::read(&mut stream, false).unwrap();
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("<h1>"));
}

#[test]
fn heads_that_are_none_get_no_page_and_never_a_failure() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let host = &place.host;
    let ours = format!("Host: {host}\r\nOrigin: http://{host}\r\nContent-Type: {FORM}\r\n");
    let many: String = (0..200).map(|n| format!("X-{n}: v\r\n")).collect();
    let long = "a".repeat(200_000);
    let heads = [
        format!(
            "POST /o/musik/find HTTP/1.1\r\n{ours}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        format!("POST /o/musik/find HTTP/1.1\r\n{ours}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
        format!("POST /o/musik/find HTTP/1.1\r\n{ours}Content-Length: -1\r\n\r\n"),
        format!("POST /o/musik/find HTTP/1.1\r\n{ours}Content-Length: 1e3\r\n\r\n"),
        format!("POST /o/musik/find HTTP/1.1\r\n{ours}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        format!("POST /o/musik/find HTTP/1.1\r\n{ours}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        format!(
            "POST /o/musik/find HTTP/1.1\r\n{ours}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"
        ),
        format!(
            "POST /o/musik/find HTTP/1.1\r\n{ours}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\nhello\r\n"
        ),
        format!("GET /o/musik HTTP/1.1\r\nHost: {host}\r\n{many}\r\n"),
        format!("GET /o/musik HTTP/1.1\r\nHost: {host}\r\nX-Long: {long}\r\n\r\n"),
        format!("GET /{long} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET /o/musik?{long} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET /o/musik HTTP/1.1\r\nHost : {host}\r\n\r\n"),
        format!("GET /o/musik HTTP/1.1\r\nHost: {host}\r\nX: a\0b\r\n\r\n"),
        format!("GET /o/mu\0sik HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET /o/musik HTTP/9.9\r\nHost: {host}\r\n\r\n"),
        format!("G\u{e9}T /o/musik HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_owned(),
        "\r\n\r\n\r\n".to_owned(),
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}".to_owned(),
    ];
    for head in heads {
        let shown: String = head.chars().take(120).collect();
        let mut stream = http::connect(place.address()).unwrap();
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.shutdown(std::net::Shutdown::Write);
        // cutting the connection is an answer too
        if let Ok(answer) = http::read(&mut stream, false) {
            assert!(
                (400..500).contains(&answer.status) || answer.status == 505,
                "{shown:?}: {}",
                answer.status
            );
        }
    }
    assert_eq!(place.send(Request::new("GET", "/healthz")).status, 200);
}
