//! The door: nobody gets in who should not, and whoever should is not kept out by others.

use super::{Answer, Browser};
use crate::support::house::{House, PASSWORD};
use crate::support::{Databases, on_both, wal};
use chrono::Duration;
use indsigt::crypto::totp::TotpSecret;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::services::staff;
use indsigt::web::routes::{self, Access};
use std::sync::Barrier;
use zeroize::Zeroizing;

const CASEWORKER: &[Role] = &[Role::Caseworker];

/// RFC 4648 base32, without padding.
fn base32(text: &str) -> Vec<u8> {
    let (mut bytes, mut buffer, mut bits) = (Vec::new(), 0u32, 0);
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).unwrap();
        buffer = (buffer << 5) | u32::try_from(value).unwrap();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 255).unwrap());
        }
    }
    bytes
}

#[test]
fn an_invitation_leads_over_password_and_second_factor_to_the_queue() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let invited =
        staff::invite(&house.app, &Actor::System, "ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let link = invited.unwrap().link;
    let path = link.trim_start_matches(&house.address).to_owned();
    let browser = Browser::of(&house);

    let page = browser.get(&path);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("ida@musik.example"));
    let csrf = page.value("csrf");
    let with = |password: &str, again: &str| {
        browser.post(&path, &[("csrf", &csrf), ("password", password), ("password2", again)])
    };
    let short = with("kort", "kort");
    assert_eq!(short.status, 422);
    assert!(short.count("#password-error-1") == 1, "{}", short.words());
    let own = with("ida demo ida demo", "ida demo ida demo");
    assert_eq!((own.status, own.count("#password-error-1")), (422, 1));
    let other = with(PASSWORD, "noget helt andet her");
    assert_eq!((other.status, other.count("#password2-error-1")), (422, 1));
    let chosen = with(PASSWORD, PASSWORD);
    assert_eq!((chosen.status, chosen.location()), (303, "/desk/second-factor"));

    let factor = browser.get("/desk/second-factor");
    let (key, codes) = (factor.texts("dd code"), factor.texts("ol.codes code"));
    assert_eq!((factor.status, key.len(), codes.len()), (200, 1, 10));
    let csrf = factor.value("csrf");
    let wrong = browser.post("/desk/second-factor", &[("csrf", &csrf), ("otp", "000000"), ("kept", "yes")]);
    assert_eq!((wrong.status, wrong.count("#otp-error-1")), (422, 1));
    assert_eq!((wrong.texts("dd code"), wrong.texts("ol.codes code")), (key.clone(), codes.clone()));
    // nothing counts before the first right code
    assert_eq!(Browser::of(&house).sign_in("ida@musik.example", PASSWORD, "000000").status, 422);

    let secret = TotpSecret::from_bytes(Zeroizing::new(base32(&key[0])));
    let code = secret.code_at(house.app.store.clock.now()).unwrap().to_string();
    let unkept = browser.post("/desk/second-factor", &[("csrf", &csrf), ("otp", &code)]);
    assert_eq!((unkept.status, unkept.count("#kept-error-1")), (422, 1));
    let right = browser.post("/desk/second-factor", &[("csrf", &csrf), ("otp", &code), ("kept", "yes")]);
    assert_eq!((right.status, right.location()), (303, "/desk"), "{}", right.words());
    let queue = browser.get("/desk");
    assert_eq!(queue.status, 200);
    assert!(queue.body.contains("Ida Demo"));

    // the link works once, the codes of the page count afterwards, and each of them once
    assert_eq!(Browser::of(&house).get(&path).status, 404);
    assert_eq!(browser.get("/desk/second-factor").status, 404);
    let with_recovery = || Browser::of(&house).sign_in("ida@musik.example", PASSWORD, &codes[0]).status;
    assert_eq!((with_recovery(), with_recovery()), (303, 422));
}

#[test]
fn whatever_is_wrong_the_door_answers_the_same() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let gone = house.colleague("gone@musik.example", "Gone Demo", CASEWORKER, Lang::En);
    staff::disable(&house.app, &Actor::System, &gone.email).unwrap();
    let said = |email: &str, password: &str, otp: &str| {
        let browser = Browser::of(&house);
        let answer = browser.sign_in(email, password, otp);
        assert!(answer.set_cookies().is_empty());
        let csrf = answer.value("csrf");
        (answer.status, answer.body.replace(email, "").replace(&csrf, ""))
    };
    let unknown = said("nobody@musik.example", PASSWORD, "123456");
    assert_eq!(unknown.0, 422);
    assert_eq!(said(&ida.email, "not the password at all", &house.fresh_code(&ida)), unknown);
    assert_eq!(said(&ida.email, PASSWORD, "123456"), unknown);
    assert_eq!(said(&gone.email, PASSWORD, &house.fresh_code(&gone)), unknown);
}

/// The status, the headers but the hour, and the page but what was typed and its token.
fn said(answer: &Answer, email: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let body = answer.body.replace(email, "").replace(&answer.value("csrf"), "");
    (answer.status, headers.collect(), body)
}

#[test]
fn ten_tries_at_the_door_are_answered_alike_whoever_is_meant_and_whatever_is_wrong() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let colleague = |email: &str| house.colleague(email, "Demo", CASEWORKER, Lang::En).email;
        let (ida, eva, ole) =
            (colleague("ida@musik.example"), colleague("eva@musik.example"), colleague("ole@musik.example"));
        staff::disable(&house.app, &Actor::System, &ole).unwrap();
        let tries = [
            ("who@musik.example", PASSWORD),
            (ida.as_str(), "not the password at all"),
            (eva.as_str(), PASSWORD),
            (ole.as_str(), PASSWORD),
        ];
        // at once, and with time for every delay to be over
        for (pause, statuses) in [(0, [vec![422; 4], vec![429; 6]].concat()), (301, vec![422; 10])] {
            let mut all = Vec::new();
            for (email, password) in tries {
                let ten = (0..10).map(|_| {
                    house.app.store.clock.advance(Duration::seconds(pause));
                    said(&Browser::of(&house).sign_in(email, password, "000000"), email)
                });
                all.push(ten.collect::<Vec<_>>());
            }
            assert_eq!(all[0].iter().map(|seen| seen.0).collect::<Vec<_>>(), statuses);
            for other in &all[1..] {
                assert_eq!(other, &all[0]);
            }
        }
    });
}

#[test]
fn whatever_is_wrong_at_the_door_costs_two_commits() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let colleague = |email: &str| house.colleague(email, "Demo", CASEWORKER, Lang::En).email;
    let (ida, ole) = (colleague("ida@musik.example"), colleague("ole@musik.example"));
    staff::disable(&house.app, &Actor::System, &ole).unwrap();
    let browser = Browser::of(&house);
    for (email, password) in [
        ("who@musik.example", PASSWORD),
        (ida.as_str(), "not the password at all"),
        (ida.as_str(), PASSWORD),
        (ole.as_str(), PASSWORD),
    ] {
        let commits = || wal::commits(&databases.folder().join("main.sqlite"));
        let before = commits();
        assert_eq!(browser.sign_in(email, password, "000000").status, 422);
        assert_eq!(commits() - before, 2, "{email} {password}");
    }
}

#[test]
fn a_disabled_member_does_not_come_back_by_an_open_invitation() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let invited =
            staff::invite(&house.app, &Actor::System, "ida@musik.example", "Ida", CASEWORKER, Lang::En);
        let link = invited.unwrap().link;
        let path = link.trim_start_matches(&house.address);
        // half way through when they are disabled
        let (browser, otp) = half_way(&house, path);
        staff::disable(&house.app, &Actor::System, "ida@musik.example").unwrap();
        let csrf = browser.get("/desk/sign-in").value("csrf");
        let last = [("csrf", csrf.as_str()), ("otp", &otp), ("kept", "yes")];
        assert_eq!(browser.post("/desk/second-factor", &last).status, 404);
        let fields = [("csrf", csrf.as_str()), ("password", PASSWORD), ("password2", PASSWORD)];
        assert_eq!((browser.get(path).status, browser.post(path, &fields).status), (404, 404));
        assert_eq!(Browser::of(&house).sign_in("ida@musik.example", PASSWORD, &otp).status, 422);
        assert_eq!(databases.count("SELECT count(*) FROM invites"), 0);
        // a reset invites them again; the old link stays dead
        let again = staff::reset(&house.app, &Actor::System, "ida@musik.example").unwrap().link;
        assert_eq!(browser.get(path).status, 404);
        assert_eq!(browser.get(again.trim_start_matches(&house.address)).status, 200);
    });
}

/// An invitation accepted up to the last step: the browser, and the code that would be right there.
fn half_way<'a>(house: &'a House, path: &str) -> (Browser<'a>, String) {
    let browser = Browser::of(house);
    let csrf = browser.get(path).value("csrf");
    let fields = [("csrf", csrf.as_str()), ("password", PASSWORD), ("password2", PASSWORD)];
    assert_eq!(browser.post(path, &fields).status, 303);
    let key = browser.get("/desk/second-factor").texts("dd code").remove(0);
    let secret = TotpSecret::from_bytes(Zeroizing::new(base32(&key)));
    let otp = secret.code_at(house.app.store.clock.now()).unwrap().to_string();
    (browser, otp)
}

#[test]
fn of_two_browsers_that_accept_one_invitation_at_once_one_is_too_late() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        for round in 0..4 {
            let email = format!("ida{round}@musik.example");
            let invited = staff::invite(&house.app, &Actor::System, &email, "Ida", CASEWORKER, Lang::En);
            let link = invited.unwrap().link;
            let path = link.trim_start_matches(&house.address);
            let together = Barrier::new(2);
            let accept = || {
                let (browser, otp) = half_way(&house, path);
                let csrf = browser.get("/desk/second-factor").value("csrf");
                together.wait();
                let last = [("csrf", csrf.as_str()), ("otp", otp.as_str()), ("kept", "yes")];
                let answer = browser.post("/desk/second-factor", &last);
                (answer.status, browser.get("/desk").status)
            };
            let mut seen = std::thread::scope(|scope| {
                let both = [scope.spawn(accept), scope.spawn(accept)];
                both.map(|one| one.join().unwrap())
            });
            seen.sort_unstable();
            assert_eq!(seen, [(303, 200), (404, 303)]);
        }
    });
}

#[test]
fn ten_thousand_guesses_from_a_hundred_addresses_do_not_keep_the_owner_from_releasing() {
    let databases = Databases::sqlite();
    let house = House::behind_a_proxy(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let known = Browser::signed_in(&house, &ida);
    let stranger = Browser::of(&house);
    let csrf = stranger.get("/desk/sign-in").value("csrf");
    let fields = [
        ("csrf", csrf.as_str()),
        ("email", &ida.email),
        ("password", "guessing and guessing"),
        ("otp", "000000"),
    ];
    let guess = |n: usize| {
        let from = format!("198.51.100.{}", n % 100);
        let request = stranger.posting("/desk/sign-in").header("x-forwarded-for", from).form(&fields);
        stranger.send(request).status
    };
    let mut evaluated = 0;
    for n in 0..120 {
        // the longest delay is over; the next guesses come too soon
        house.app.store.clock.advance(Duration::seconds(301));
        evaluated += (0..3).filter(|again| guess(n + again) == 422).count();
    }
    // a hundred a day (R22), of which the owner's own first sign-in was one
    assert_eq!(evaluated, 99);
    assert_eq!(guess(7), 429);
    assert_eq!(known.sign_in(&ida.email, PASSWORD, &house.fresh_code(&ida)).status, 303);
    let csrf = known.get("/desk/step-up").value("csrf");
    let otp = house.fresh_code(&ida);
    let stepped = known.post("/desk/step-up", &[("csrf", &csrf), ("otp", &otp), ("next", "/desk")]);
    assert_eq!((stepped.status, stepped.location()), (303, "/desk"));
}

#[test]
fn ten_wrong_codes_end_the_session_they_were_tried_in_and_no_other() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
        let (stolen, own) = (Browser::signed_in(&house, &ida), Browser::signed_in(&house, &ida));
        let step_up = |browser: &Browser<'_>, otp: &str| {
            let csrf = browser.get("/desk/step-up").value("csrf");
            browser.post("/desk/step-up", &[("csrf", &csrf), ("otp", otp)]).status
        };
        // a right one in between begins anew
        assert_eq!((0..9).map(|_| step_up(&stolen, "000000")).collect::<Vec<_>>(), [422; 9]);
        assert_eq!(step_up(&stolen, &house.fresh_code(&ida)), 303);
        assert_eq!((0..10).map(|_| step_up(&stolen, "000000")).collect::<Vec<_>>(), [422; 10]);
        assert_eq!((stolen.get("/desk").status, own.get("/desk").status), (303, 200));
        assert_eq!(step_up(&own, &house.fresh_code(&ida)), 303);
        house.drain();
        assert_eq!(house.mails().iter().filter(|(to, ..)| *to == ida.email).count(), 2, "invitation, alert");
        // what was tried in a session slows nobody down at the door
        assert_eq!(Browser::of(&house).sign_in(&ida.email, PASSWORD, &house.fresh_code(&ida)).status, 303);
    });
}

#[test]
fn a_code_is_used_once() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let code = house.fresh_code(&ida);
    let first = Browser::of(&house).sign_in(&ida.email, PASSWORD, &code);
    assert_eq!(first.status, 303);
    assert_eq!(Browser::of(&house).sign_in(&ida.email, PASSWORD, &code).status, 422);
}

#[test]
fn strangers_are_slowed_down_and_the_owner_s_own_browser_is_not() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let known = Browser::signed_in(&house, &ida);
    let stranger = Browser::of(&house);
    for _ in 0..4 {
        assert_eq!(stranger.sign_in(&ida.email, "guessing and guessing", "000000").status, 422);
    }
    let slowed = stranger.sign_in(&ida.email, PASSWORD, "000000");
    assert_eq!(slowed.status, 429);
    assert_eq!(slowed.headers["retry-after"], "2");
    // the owner gets in at once where they have been before
    let code = ida.secret.code_at(house.app.store.clock.now() + Duration::seconds(30)).unwrap();
    assert_eq!(known.sign_in(&ida.email, PASSWORD, &code).status, 303);
    // and elsewhere once the delay is over; a success forgets the failures
    let elsewhere = Browser::of(&house);
    house.app.store.clock.advance(Duration::seconds(60));
    assert_eq!(elsewhere.sign_in(&ida.email, PASSWORD, &house.fresh_code(&ida)).status, 303);
}

#[test]
fn another_account_s_browser_is_a_stranger() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let bo = house.colleague("bo@musik.example", "Bo Demo", CASEWORKER, Lang::En);
    let of_bo = Browser::signed_in(&house, &bo);
    for _ in 0..4 {
        of_bo.sign_in(&ida.email, "guessing and guessing", "000000");
    }
    assert_eq!(of_bo.sign_in(&ida.email, "guessing and guessing", "000000").status, 429);
}

#[test]
fn a_session_ends_when_its_member_is_disabled_or_does_nothing() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    assert_eq!(browser.get("/desk").status, 200);
    staff::disable(&house.app, &Actor::System, &ida.email).unwrap();
    assert_eq!(browser.get("/desk").location(), "/desk/sign-in");
    // half an hour without a request ends one too
    let bo = house.colleague("bo@musik.example", "Bo Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &bo);
    house.app.store.clock.advance(Duration::minutes(31));
    assert_eq!(browser.get("/desk").status, 303);
}

#[test]
fn the_cookies_are_for_this_host_and_no_script() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let answer = Browser::of(&house).sign_in(&ida.email, PASSWORD, &house.fresh_code(&ida));
    let cookies = answer.set_cookies();
    let session = cookies.iter().find(|cookie| cookie.starts_with("desk=")).unwrap();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(session.contains(attribute), "{session}");
    }
    // it ends with the browser, and its token is random: 256 bits
    assert!(!session.contains("Max-Age") && !session.contains("Domain"), "{session}");
    assert_eq!(session.split(['=', ';']).nth(1).unwrap().len(), 43);
    let device = cookies.iter().find(|cookie| cookie.starts_with("device=")).unwrap();
    assert!(device.contains("HttpOnly") && !device.contains(&ida.id), "{device}");
}

/// A path of the table with something in its places.
fn filled(path: &str) -> String {
    let mut filled = String::new();
    for part in path.split('/').skip(1) {
        filled.push('/');
        filled.push_str(if part.starts_with('{') { "0190a0b0-0000-7000-8000-000000000000" } else { part });
    }
    filled
}

#[test]
fn no_staff_page_opens_without_a_session() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let browser = Browser::of(&house);
    let mut seen = 0;
    for route in routes::all() {
        let Access::Staff { .. } = route.access else { continue };
        let path = filled(route.path);
        let answer =
            if route.method == "GET" { browser.get(&path) } else { browser.post(&path, &[("csrf", "x")]) };
        assert_eq!(answer.status, 303, "{} {path}", route.method);
        assert!(answer.location().starts_with("/desk/sign-in"), "{}", answer.location());
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
    // a page that was asked for is gone on to after signing in
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let door = browser.get(browser.get("/desk/sessions").location());
    let (csrf, next, code) = (door.value("csrf"), door.value("next"), house.fresh_code(&ida));
    let fields = [
        ("csrf", csrf.as_str()),
        ("next", &next),
        ("email", &ida.email),
        ("password", PASSWORD),
        ("otp", &code),
    ];
    assert_eq!(browser.post("/desk/sign-in", &fields).location(), "/desk/sessions");
}

#[test]
fn an_administrator_sees_no_case_page() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let admin = house.colleague("admin@musik.example", "Admin Demo", &[Role::Administrator], Lang::En);
    let browser = Browser::signed_in(&house, &admin);
    for route in routes::all() {
        let Access::Staff { roles, .. } = route.access else { continue };
        if roles.is_empty() || roles.contains(&Role::Administrator) {
            continue;
        }
        let path = filled(route.path);
        let answer =
            if route.method == "GET" { browser.get(&path) } else { browser.post(&path, &[("csrf", "x")]) };
        assert_eq!(answer.status, 404, "{} {path}", route.method);
    }
    assert_eq!(browser.get("/desk").location(), "/desk/jobs");
    let jobs = browser.get("/desk/jobs");
    assert_eq!((jobs.status, jobs.count("a[href=\"/desk/enter\"]"), jobs.count("#q")), (200, 0, 0));
}

#[test]
fn a_form_counts_only_with_our_token_and_from_our_own_page() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    assert_eq!(browser.post("/desk/sign-out", &[("csrf", "forged")]).status, 403);
    assert_eq!(browser.post("/desk/sign-out", &[]).status, 403);
    let csrf = browser.get("/desk").value("csrf");
    let foreign = browser
        .send(browser.client.post(format!("{}/desk/sign-out", house.address)).form(&[("csrf", &csrf)]));
    assert_eq!(foreign.status, 403);
    assert_eq!(browser.get("/desk").status, 200);
    assert_eq!(browser.post("/desk/sign-out", &[("csrf", &csrf)]).location(), "/desk/sign-in");
    assert_eq!(browser.get("/desk").status, 303);
}

#[test]
fn a_fresh_code_gives_a_new_session_and_goes_on_only_within_the_desk() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let browser = Browser::signed_in(&house, &ida);
    let page = browser.get("/desk/step-up?next=%2Fdesk%2Fjobs");
    assert_eq!(page.value("next"), "/desk/jobs");
    let csrf = page.value("csrf");
    let step_up = |otp: &str, next: &str| {
        browser.post("/desk/step-up", &[("csrf", &csrf), ("otp", otp), ("next", next)])
    };
    assert_eq!((step_up("000000", "/desk/jobs").status), 422);
    let right = step_up(&house.fresh_code(&ida), "https://evil.example/desk");
    assert_eq!((right.status, right.location()), (303, "/desk"));
    assert!(right.set_cookies().iter().any(|cookie| cookie.starts_with("desk=")));
    // the form of the old session is worth nothing in the new one
    assert_eq!(step_up(&house.fresh_code(&ida), "/desk").status, 403);
    assert_eq!(browser.get("/desk/step-up?next=//evil.example").value("next"), "/desk");
}

#[test]
fn one_ends_one_s_own_sessions() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", CASEWORKER, Lang::En);
    let (here, there) = (Browser::signed_in(&house, &ida), Browser::signed_in(&house, &ida));
    let page = here.get("/desk/sessions");
    assert_eq!(page.count("main table tbody tr"), 2);
    let csrf = page.value("csrf");
    assert_eq!(here.post("/desk/sessions/end", &[("csrf", &csrf), ("all", "yes")]).status, 303);
    assert_eq!((here.get("/desk").status, there.get("/desk").status), (200, 303));
}

#[test]
fn outside_the_demo_nobody_s_code_or_mail_is_shown() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let browser = Browser::of(&house);
    for path in ["/demo", "/demo/mails", "/demo/mails/x"] {
        assert_eq!(browser.get(path).status, 404, "{path}");
    }
}
