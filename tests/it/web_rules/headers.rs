//! The headers every answer has, whatever it is (R39, R63).

use super::place::{Place, ROLES};
use crate::support::Databases;
use crate::support::http::{Answer, Request};
use indsigt::web::routes;

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                   base-uri 'none'; frame-ancestors 'none'";

/// Name and value; the value of `cache-control` depends on what it is.
const ALWAYS: &[(&str, &str)] = &[
    ("content-security-policy", CSP),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("x-robots-tag", "noindex, nofollow"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
];

fn holds(answer: &Answer, what: &str) {
    for (name, value) in ALWAYS {
        let all: Vec<_> = answer.headers.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect();
        // a file that is handed over may be kept even tighter
        let fits = |v: &str| v == *value || (*name == "content-security-policy" && is_tighter(v));
        assert!(all.len() == 1 && all.iter().all(|v| fits(v)), "{what}: {name} is {all:?}");
    }
    let cache = answer.header("cache-control").unwrap_or_default();
    let is_asset = what.contains(" /assets/") && answer.status == 200;
    assert!(
        if is_asset { cache.contains("immutable") } else { cache.contains("no-store") },
        "{what}: {cache}"
    );
    for (name, value) in &answer.headers {
        let reveals = name == "server" || name == "x-powered-by";
        assert!(!reveals, "{what}: {name}: {value}");
    }
    for cookie in answer.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, v)| v) {
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite="), "{what}: {cookie}");
        assert!(cookie.contains("Path=/") && !cookie.contains("Domain"), "{what}: {cookie}");
    }
}

fn is_tighter(policy: &str) -> bool {
    policy.contains("default-src 'none'") && policy.contains("sandbox")
}

#[test]
fn every_answer_of_every_route_has_them_for_everybody() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    for route in routes::all() {
        let path = place.path(&route);
        for method in ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"] {
            for session in [None, Some(session.as_str())] {
                let answer = place.send(place.request(method, &path, session));
                assert!(answer.status < 500, "{method} {path}: {}", answer.status);
                holds(&answer, &format!("{method} {path} {}", answer.status));
            }
        }
    }
}

#[test]
fn every_error_has_them() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let get = |path: &str| place.request("GET", path, None);
    let post = |path: &str| place.request("POST", path, None);
    let big = "x".repeat(300 * 1024);
    let foreign = Request::new("POST", "/o/musik/find").header("Origin", "https://evil.example");
    let mut seen = Vec::new();
    let mut look = |answer: Answer, what: &str| {
        seen.push(answer.status);
        assert!(answer.text().contains("<h1>"), "{what} {}: {}", answer.status, answer.text());
        holds(&answer, what);
    };
    look(place.send(get("/no/such/page")), "unknown path");
    look(place.send(get("/o/nobody")), "unknown organisation");
    look(place.send(get("/%00%ff/../..//etc/passwd")), "odd path");
    look(place.send(get("/assets/..%2f..%2fCargo.toml")), "traversal");
    look(place.send(foreign), "foreign origin");
    look(place.send_raw(&get("/o/musik").header("Host", "evil.example")).unwrap(), "other host");
    look(place.send(post("/o/musik/ask/rights").form(&[("words", &big)])), "too large");
    look(place.send(post("/o/musik/find").form(&[("reference", "x")])), "incomplete");
    for _ in 0..31 {
        let known = [("reference", place.reference.as_str()), ("code", "00000000")];
        place.send(post("/o/musik/find").form(&known));
    }
    let token = hidden(&place.send(get("/o/musik/find")).text(), "csrf");
    let often = loop {
        let fields = [("csrf", token.as_str()), ("reference", &place.reference), ("code", "00000000")];
        let answer = place.send(post("/o/musik/find").form(&fields));
        if answer.status != 422 {
            break answer;
        }
    };
    assert!(often.header("retry-after").is_some());
    look(often, "too often");
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [403, 404, 413, 421, 422, 429]);
}

/// The value of a hidden field of a page.
pub fn hidden(page: &str, name: &str) -> String {
    let html = scraper::Html::parse_document(page);
    let selector = scraper::Selector::parse(&format!("input[type=hidden][name={name}]")).unwrap();
    html.select(&selector).next().and_then(|e| e.value().attr("value")).unwrap_or_default().to_owned()
}
