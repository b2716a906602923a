//! The log holds nothing of what people sent: not their words, not their headers, not an address
//! with a token in it, not even where the program panics (R79).

use super::binary::{HOST, Installation, until};
use super::browser::{Asked, Browser};
use super::sink::Sink;
use crate::support::http::{self, Request};
use indsigt::cli::boot;
use indsigt::config::Config;
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// Stands in every place where somebody could write something.
const CANARY: &str = "Kanariefugl";

fn holds_no_canary(log: &str) {
    let lower = log.to_lowercase();
    let line = log.lines().zip(lower.lines()).find(|(_, line)| line.contains(&CANARY.to_lowercase()));
    assert!(line.is_none(), "the log tells what somebody sent: {line:?}");
}

/// A request with the canary in every header a stranger may set.
fn marked(method: &str, target: &str) -> Request {
    ["User-Agent", "Referer", "Authorization", "X-Forwarded-For", "Accept-Language", "X-Other", "From"]
        .into_iter()
        .fold(Request::new(method, target), |request, name| request.header(name, CANARY))
        .header("Host", HOST)
        .header("Cookie", &format!("person={CANARY}; desk={CANARY}; draft={CANARY}; lang={CANARY}"))
}

#[test]
fn nothing_that_is_sent_stands_in_the_log() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    let talkative = house.configuration(sink.address()).replace("level = \"warn\"", "level = \"debug\"");
    house.configure(&talkative);
    let running = house.start();

    // a request that is taken, and its letter
    let mut browser = Browser::new(&house, "10.2.2.2".into());
    let email = format!("{CANARY}@people.example");
    let asked = Asked { name: CANARY.into(), email, words: format!("{CANARY} was here") };
    let form = browser.fill_in(&asked).unwrap();
    browser.send_form(&form).unwrap();
    until("the letter has left", || (!sink.received().is_empty()).then_some(()));

    // every door, with the canary as token, as query and as field
    let paths = [
        "/o/shop",
        "/o/shop/find",
        "/o/shop/lost-code",
        "/o/shop/case",
        "/o/shop/case/message",
        "/o/shop/receipt",
        "/o/shop/ask/rights",
        "/o/shop/ask/contact",
        "/o/shop/ask/check",
        "/desk",
        "/desk/sign-in",
        "/desk/search",
        "/desk/jobs",
        "/readyz",
    ];
    let with_token = [
        "/o/shop/confirm/",
        "/o/shop/fetch/",
        "/o/shop/new-code/",
        "/o/shop/answer/",
        "/desk/invite/",
        "/desk/cases/",
        "/o/",
        "/",
    ];
    let places = paths.iter().map(|path| format!("{path}?{CANARY}={CANARY}&next=%2F{CANARY}"));
    let places = places.chain(with_token.iter().map(|path| format!("{path}{CANARY}?q={CANARY}")));
    let fields = ["reference", "code", "name", "email", "password", "otp", "text", "q", "csrf", CANARY];
    let fields: Vec<(&str, &str)> = fields.into_iter().map(|name| (name, CANARY)).collect();
    let origin = format!("https://{HOST}");
    for place in places {
        let from_us = |r: Request| r.header("Origin", &origin).header("Sec-Fetch-Site", "same-origin");
        let multipart = format!("multipart/form-data; boundary={CANARY}");
        for request in [
            marked("GET", &place),
            marked("PUT", &place),
            marked(CANARY, &place),
            from_us(marked("POST", &place)).form(&fields),
            marked("POST", &place).header("Origin", &format!("https://{CANARY}.example")).form(&fields),
            from_us(marked("POST", &place)).body("application/json", format!("{{\"{CANARY}\":")),
            from_us(marked("POST", &place))
                .body(&multipart, format!("--{CANARY}\r\n{CANARY}: {CANARY}\r\n\r\n")),
        ] {
            // a cut line is an answer too
            let _ = request.send(house.address);
        }
    }
    // what is no HTTP at all
    for bytes in
        [format!("{CANARY}\r\n\r\n"), format!("GET /{CANARY} HTTP/1.1\r\n{CANARY}\r\nHost: {CANARY}\r\n\r\n")]
    {
        let _ = http::exchange(house.address, bytes.as_bytes());
    }
    running.stop();
    let log = house.log();
    assert!(log.lines().filter(|line| line.contains("\"request\"")).count() > 100, "{log}");
    holds_no_canary(&log);
}

/// Where the child of the test finds its configuration.
const CHILD: &str = "INDSIGT_TEST_PANICS_WITH";

#[test]
fn a_panic_says_where_it_happened_and_not_what_it_was_about() {
    if let Ok(configuration) = std::env::var(CHILD) {
        return panic_in_every_way(&configuration);
    }
    let house = Installation::sqlite(([127, 0, 0, 1], 9).into());
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::log::a_panic_says_where_it_happened_and_not_what_it_was_about",
            "--nocapture",
        ])
        .env(CHILD, house.folder().join("indsigt.toml"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(child.stderr).unwrap();
    assert!(child.status.success(), "{said}");
    holds_no_canary(&said);
    let lines: Vec<serde_json::Value> =
        said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let places: Vec<&str> = lines.iter().filter_map(|line| line["place"].as_str()).collect();
    assert_eq!(places.len(), 4, "{said}");
    assert!(places.iter().any(|place| place.contains("log.rs:")), "{places:?}");
    assert!(lines.iter().all(|line| line["level"] == "ERROR"), "{said}");
}

/// The panics that are likely to quote a value, in threads of their own.
fn panic_in_every_way(configuration: &str) {
    let config = Config::load(Some(configuration.as_ref()), &BTreeMap::new()).unwrap();
    boot::log_panics();
    boot::log(&config);
    let ways: [fn(); 4] = [
        || panic!("{CANARY}"),
        || assert!(CANARY.is_empty(), "{CANARY}"),
        || assert_eq!(CANARY.len(), 0, "{CANARY}"),
        || {
            let words = format!("ø{CANARY}");
            drop(words[1..].to_owned());
        },
    ];
    for way in ways {
        assert!(std::thread::spawn(way).join().is_err());
    }
}
