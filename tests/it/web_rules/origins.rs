//! Where a request comes from and for whom it is meant (R33, R56).

use super::place::{Place, ROLES, allowed, changes, is_unsafe};
use crate::support::Databases;
use crate::support::http::{self, Request};
use actix_web::middleware::from_fn;
use indsigt::config::network::Network;
use indsigt::web::guard::guard;
use indsigt::web::render::Pages;
use indsigt::web::routes::{self, Access};
use indsigt::web::state::{Settings, State, Web};
use std::sync::atomic::AtomicBool;

#[test]
fn an_unsafe_route_refuses_whatever_does_not_come_from_a_page_of_ours() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let ours = format!("http://{}", place.host);
    let (tls, longer) = (format!("https://{}", place.host), format!("{ours}.evil.example"));
    let foreign: &[&[(&str, &str)]] = &[
        &[],
        &[("Origin", "https://evil.example")],
        &[("Origin", "null")],
        &[("Origin", &tls)],
        &[("Origin", &longer)],
        &[("Origin", "http://127.0.0.1")],
        &[("Referer", &ours)],
        &[("Sec-Fetch-Site", "cross-site")],
        &[("Sec-Fetch-Site", "same-site")],
        &[("Sec-Fetch-Site", "none")],
        &[("Sec-Fetch-Site", "cross-site"), ("Origin", &ours)],
    ];
    let before = place.everything();
    let mut refused = 0;
    for route in routes::all().iter().filter(|r| is_unsafe(r) && r.access != Access::Anywhere) {
        let (method, path) = (route.method.as_str(), place.path(route));
        // a program names no page it comes from; whoever names a foreign one is a browser
        let is_program = route.access == Access::Machine;
        for headers in foreign.iter().filter(|h| !is_program || h.iter().any(|(name, _)| *name != "Referer"))
        {
            let cookie = format!("desk={session}");
            let plain = Request::new(method, &path).header("Cookie", &cookie).form(&[("go", "send")]);
            let request = headers.iter().fold(plain, |request, (name, value)| request.header(name, value));
            let answer = place.send(request);
            assert_eq!(answer.status, 403, "{method} {path} with {headers:?}");
            refused += 1;
        }
    }
    let after = place.everything();
    assert_eq!(before, after, "{:?}", changes(&before, &after));
    assert!(refused > 100, "{refused}");
}

#[test]
fn one_route_alone_is_pressed_from_anywhere() {
    let open: Vec<_> = routes::all().into_iter().filter(|r| r.access == Access::Anywhere).collect();
    let told: Vec<_> = open.iter().map(|r| (r.method.as_str(), r.path)).collect();
    assert_eq!(told, [("POST", "/o/{slug}/stop/{token}")]);
    let programs = routes::all().into_iter().filter(|r| r.access == Access::Machine);
    assert!(programs.clone().all(|r| r.path.starts_with("/api/v1/")) && programs.count() == 3);
}

#[test]
fn a_request_for_another_host_is_misdirected_on_every_route() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    for route in routes::all() {
        let (method, path) = (route.method.as_str(), place.path(&route));
        let request = place.request(method, &path, allowed(&route).map(|_| session.as_str()));
        let answer = place.send_raw(&request.header("Host", "evil.example")).unwrap();
        let is_health = matches!(route.path, "/healthz" | "/readyz");
        assert_eq!(answer.status, if is_health { 200 } else { 421 }, "{method} {path}");
        assert!(!answer.text().contains("evil.example"));
    }
}

#[test]
fn only_the_host_people_use_is_ours_however_another_is_spelt() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let (host, port) = (place.host.clone(), place.address().port());
    let spelt = [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("{host}.evil.example"),
        format!("evil.example/{host}"),
        format!("{host}@evil.example"),
        format!("evil.example@{host}"),
        format!("{host},evil.example"),
        format!("evil.example, {host}"),
        format!("{host} evil.example"),
        format!("{host}:80"),
        format!("{host}."),
        format!("{host}#"),
        format!("{host}?"),
        format!("{host}/"),
        format!("http://{host}"),
        format!("xn--{host}"),
        format!("localhost:{port}"),
        format!("127.1:{port}"),
        format!("0x7f.0.0.1:{port}"),
        format!("[::1]:{port}"),
        format!("[::ffff:127.0.0.1]:{port}"),
        format!("127.0.0.1:0{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{}", port.wrapping_add(1)),
        format!(":{port}"),
        String::new(),
        "*".to_owned(),
        ".".to_owned(),
        "a".repeat(4000),
    ];
    for wrong in &spelt {
        for extra in [("X-Forwarded-Host", host.as_str()), ("Forwarded", "host=ours"), ("X-Host", &host)] {
            let request = Request::new("GET", "/o/musik").header("Host", wrong).header(extra.0, extra.1);
            // a head that is none is refused before it is read as a request
            let answer = place.send_raw(&request).unwrap();
            assert!(matches!(answer.status, 421 | 400), "{wrong:?}: {}", answer.status);
            assert!(!answer.text().contains("evil.example"), "{wrong:?}");
        }
    }
    let twice = Request::new("GET", "/o/musik").header("Host", &host).header("Host", "evil.example");
    let answer = place.send_raw(&twice).unwrap();
    assert!(!answer.text().contains("evil.example"));
    let none = http::exchange(place.address(), b"GET /o/musik HTTP/1.0\r\n\r\n").unwrap();
    assert!(matches!(none.status, 421 | 400), "{}", none.status);
}

#[test]
fn a_header_that_names_another_host_changes_no_byte_of_a_page_or_mail() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let plain = place.send(Request::new("GET", "/o/musik").header("Accept-Language", "en"));
    for name in [
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Host",
        "X-Original-Host",
        "X-Forwarded-Server",
        "Forwarded",
    ] {
        let request = Request::new("GET", "/o/musik").header("Accept-Language", "en");
        let answer = place.send(request.header(name, "evil.example"));
        assert_eq!((answer.status, &answer.body), (200, &plain.body), "{name}");
    }
    let mails = place.house.mails();
    assert!(!mails.is_empty());
    for (_, _, text) in mails {
        let links: Vec<_> = text.split_whitespace().filter(|word| word.contains("://")).collect();
        assert!(!links.is_empty());
        let ours = |link: &&&str| link.starts_with(&place.house.address) || link.contains("musik.example");
        let foreign: Vec<_> = links.iter().filter(|link| !ours(link) && !is_authority(link)).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
    }
}

/// Letters name the supervisory authority's own pages.
fn is_authority(link: &str) -> bool {
    ["datatilsynet.dk", "imy.se"].iter().any(|host| link.contains(host))
}

#[test]
fn over_plain_http_only_this_machine_and_our_proxies_are_answered() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let status = |peer: &str, proxies: &[&str], is_tls: bool, path: &str| {
        let web = Web {
            app: place.house.app.clone(),
            pages: Pages::load().unwrap(),
            settings: Settings {
                host: place.host.clone(),
                is_https: true,
                is_tls,
                origin: format!("https://{}", place.host),
                proxies: proxies.iter().map(|network| Network::parse(network).unwrap()).collect(),
                demo_mails: None,
                demo_sign_ins: Vec::new(),
            },
            is_leaving: AtomicBool::new(false),
        };
        let request =
            actix_web::test::TestRequest::with_uri(path).insert_header(("Host", place.host.as_str()));
        let request = request.peer_addr(format!("{peer}:4711").parse().unwrap()).to_request();
        actix_web::rt::System::new().block_on(async {
            let state: State = actix_web::web::Data::new(web);
            let app = actix_web::App::new().app_data(state).wrap(from_fn(guard)).configure(routes::configure);
            let app = actix_web::test::init_service(app).await;
            actix_web::test::call_service(&app, request).await.status().as_u16()
        })
    };
    let ours: &[&str] = &["10.0.0.0/8"];
    for (peer, proxies, is_tls, expected) in [
        ("10.1.2.3", ours, false, 200),
        ("[::ffff:10.1.2.3]", ours, false, 200),
        ("127.0.0.1", ours, false, 200),
        ("[::1]", ours, false, 200),
        ("192.0.2.7", ours, false, 403),
        ("[2001:db8::1]", ours, false, 403),
        // over TLS of our own anybody may come, proxy or not
        ("192.0.2.7", ours, true, 200),
        ("192.0.2.7", &[], true, 200),
    ] {
        assert_eq!(status(peer, proxies, is_tls, "/o/musik"), expected, "{peer} {proxies:?} {is_tls}");
        assert_eq!(status(peer, proxies, is_tls, "/healthz"), 200, "health is asked by machines");
    }
}
