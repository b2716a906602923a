//! Who may use which route: no session, each role alone, stale second factor (R26, R28, R29, R31).

use super::place::{Place, ROLES, allowed, asks_step_up, changes, is_unsafe};
use crate::support::Databases;
use crate::support::http::Answer;
use indsigt::domain::access::Role;
use indsigt::web::routes;

/// To the door, and from there on to where they wanted: to this very path and nowhere else.
fn leads_to_sign_in(answer: &Answer, path: &str) -> bool {
    let back: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    let to = answer.header("location").unwrap_or_default();
    answer.status == 303 && (to == "/desk/sign-in" || to == format!("/desk/sign-in?next={back}"))
}

#[test]
fn a_staff_route_leads_whoever_has_no_session_to_the_door() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let staff_routes: Vec<_> = routes::all().into_iter().filter(|r| allowed(r).is_some()).collect();
    assert!(staff_routes.len() > 20, "the table was read");
    for route in &staff_routes {
        let (method, path) = (route.method.as_str(), place.path(route));
        for session in [None, Some(""), Some("nobody"), Some(&*"A".repeat(43)), Some("%00")] {
            let answer = place.send(place.request(method, &path, session));
            assert!(
                leads_to_sign_in(&answer, &path),
                "{method} {path} with {session:?}: {:?}",
                answer.seen()
            );
            assert!(answer.body.is_empty());
        }
    }
}

#[test]
fn a_session_of_a_person_opens_no_staff_route() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let controller = &place.house.app.controllers.all()[0];
    let (app, id) = (&place.house.app, &controller.id);
    let token = indsigt::services::status::open(app, id, &place.reference, &place.code, "192.0.2.1").unwrap();
    for route in routes::all().iter().filter(|r| allowed(r).is_some()) {
        let (method, path) = (route.method.as_str(), place.path(route));
        for name in ["desk", "case"] {
            let request = place.request(method, &path, None).header("Cookie", &format!("{name}={token}"));
            assert!(leads_to_sign_in(&place.send(request), &path), "{method} {path}");
        }
    }
}

/// Status, headers and body without what names the path itself.
fn without(answer: &Answer, path: &str) -> (u16, Vec<(String, String)>, String) {
    let (status, headers, text) = answer.seen();
    let escaped = path.replace('/', "&#x2f;");
    (status, headers, text.replace(path, "PATH").replace(&escaped, "PATH"))
}

#[test]
fn a_route_that_is_not_for_a_role_looks_like_one_that_does_not_exist() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let sessions: Vec<(Role, String)> = ROLES.iter().map(|role| (*role, place.session(&[*role]))).collect();
    let mut refused = 0;
    for route in routes::all() {
        let Some(roles) = allowed(&route) else { continue };
        let (method, path) = (route.method.as_str(), place.path(&route));
        let nowhere = place.unknown_path(&path);
        for (_, session) in sessions.iter().filter(|(role, _)| !roles.contains(role)) {
            let answer = place.send(place.request(method, &path, Some(session)));
            let absent = place.send(place.request(method, &nowhere, Some(session)));
            let (seen, expected) = (without(&answer, &path), without(&absent, &nowhere));
            let first = seen.2.lines().zip(expected.2.lines()).find(|(a, b)| a != b);
            assert!(seen == expected, "{method} {path} differs from {nowhere}: {first:?}");
            assert_eq!(answer.status, 404);
            refused += 1;
        }
    }
    assert!(refused > 20, "only {refused} pairs of route and role are refused");
}

#[test]
fn a_method_that_the_table_does_not_name_does_not_exist_on_any_path() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let named = |method: &str, path: &str| {
        let fits = |pattern: &str| {
            let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
            pattern.len() == path.len()
                && pattern.iter().zip(&path).all(|(p, part)| p.starts_with('{') || p == part)
        };
        routes::all().iter().any(|route| route.method.as_str() == method && fits(route.path))
    };
    let mut tried = 0;
    for path in routes::all().iter().map(|route| place.path(route)) {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
            if named(method, &path) {
                continue;
            }
            let answer = place.send(place.request(method, &path, Some(&session)));
            assert_eq!(answer.status, 404, "{method} {path}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn an_administrator_alone_opens_no_case() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(&[Role::Administrator]);
    let of_cases = |path: &str| {
        ["/desk/cases/", "/desk/queue", "/desk/search", "/desk/enter"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    for route in routes::all().iter().filter(|route| of_cases(route.path)) {
        let answer = place.send(place.request(route.method.as_str(), &place.path(route), Some(&session)));
        assert_eq!(answer.status, 404, "{} {}", route.method, route.path);
    }
    for route in routes::all().iter().filter(|route| allowed(route).is_some() && !is_unsafe(route)) {
        let answer = place.send(place.request("GET", &place.path(route), Some(&session)));
        let text = answer.text();
        assert!(!text.contains(&place.reference) && !text.contains("Ada Nilsson"), "{}", route.path);
    }
}

#[test]
fn where_a_fresh_second_factor_is_asked_for_a_stale_one_leads_to_the_step_up() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let guarded: Vec<_> = routes::all().into_iter().filter(asks_step_up).collect();
    assert!(guarded.len() > 2, "{guarded:?}");
    for route in &guarded {
        let (method, path) = (route.method.as_str(), place.path(route));
        for role in allowed(route).unwrap() {
            let session = place.session(&[role]);
            let fresh = place.send(place.request(method, &path, Some(&session)));
            assert!(!fresh.header("location").is_some_and(|to| to.contains("step-up")), "{method} {path}");
            databases.clock.advance(chrono::Duration::seconds(301));
            let stale = place.send(place.request(method, &path, Some(&session)));
            let to = stale.header("location").unwrap_or_default();
            assert!(stale.status == 303 && to.starts_with("/desk/step-up?next="), "{method} {path}: {to}");
        }
    }
}

#[test]
fn an_idle_session_and_an_old_one_are_over() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let path = format!("/desk/cases/{}/identity", place.case_id);
    let status = |session: &str| place.send(place.request("GET", &path, Some(session))).status;
    let session = place.session(&[Role::Officer]);
    for _ in 0..25 {
        databases.clock.advance(chrono::Duration::minutes(28));
        assert_eq!(status(&session), 200);
    }
    databases.clock.advance(chrono::Duration::minutes(28));
    assert_eq!(status(&session), 303, "twelve hours in any case");
    let session = place.session(&[Role::Officer]);
    databases.clock.advance(chrono::Duration::minutes(30));
    assert_eq!(status(&session), 303, "thirty minutes without a request");
}

#[test]
fn a_form_without_its_token_changes_nothing_on_any_route_for_any_role() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let before = place.everything();
    let fields =
        [("csrf", "nonsense"), ("version", "1"), ("reason", "because"), ("go", "send"), ("text", "words")];
    for route in routes::all().iter().filter(|r| is_unsafe(r)) {
        let (method, path) = (route.method.as_str(), place.path(route));
        for with in [&fields[..], &fields[1..], &[]] {
            let session = allowed(route).map(|_| session.as_str());
            let answer = place.send(place.request(method, &path, session).form(with));
            assert!(answer.status < 500, "{method} {path}: {}", answer.status);
            let after = place.everything();
            assert_eq!(before, after, "{method} {path} changed {:?}", changes(&before, &after));
        }
    }
    let path = format!("/desk/cases/{}/identity", place.case_id);
    let answer = place.send(place.request("GET", &path, Some(&session)));
    assert_eq!(answer.status, 200, "not even the session was ended");
}
