//! Limits are counted by an address the server knows, not by one a client makes up (R58).

use super::headers::hidden;
use super::place::Place;
use crate::crash::binary::{HOST, Installation};
use crate::support::http::{Answer, Request};
use crate::support::{Databases, on_both};

const MOST: usize = 30;

fn counts(answers: &[Answer]) -> (usize, usize) {
    let with = |status: u16| answers.iter().filter(|a| a.status == status).count();
    (with(422), with(429))
}

#[test]
fn a_thousand_made_up_addresses_of_a_client_that_is_no_proxy_are_one() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        let token = hidden(&place.send(Request::new("GET", "/o/musik/find")).text(), "csrf");
        let fields = [("csrf", token.as_str()), ("reference", "K7QF-2M9D"), ("code", "00000000")];
        let names = [
            "X-Forwarded-For",
            "X-Real-IP",
            "Forwarded",
            "CF-Connecting-IP",
            "X-Client-IP",
            "True-Client-IP",
        ];
        let answers: Vec<Answer> = (0..1000_usize)
            .map(|n| {
                let made_up = format!("10.{}.{}.7", n / 250, n % 250);
                let request = place.request("POST", "/o/musik/find", None).form(&fields);
                let extra = names[n % names.len()];
                place.send(request.header("X-Forwarded-For", &made_up).header(extra, &made_up))
            })
            .collect();
        assert_eq!(counts(&answers), (MOST, 1000 - MOST));
    });
}

#[test]
fn behind_a_proxy_of_ours_the_right_most_hop_counts_and_nothing_left_of_it() {
    let house = Installation::sqlite(([127, 0, 0, 1], 9).into());
    let running = house.start();
    let page = house.ask(Request::new("GET", "/o/shop/find"), "192.0.2.1").unwrap().text();
    let token = hidden(&page, "csrf");
    let fields = [("csrf", token.as_str()), ("reference", "K7QF-2M9D"), ("code", "00000000")];
    let open = |hops: &str| {
        let origin = format!("https://{HOST}");
        house.ask(Request::new("POST", "/o/shop/find").header("Origin", &origin).form(&fields), hops).unwrap()
    };
    let made_up: Vec<Answer> = (0..40).map(|n| open(&format!("10.0.0.{n}, 198.51.100.7"))).collect();
    assert_eq!(counts(&made_up), (MOST, 10));
    let same_network: Vec<Answer> = (0..40).map(|n| open(&format!("2001:db8:1:2::{n}"))).collect();
    assert_eq!(counts(&same_network), (MOST, 10), "an IPv6 client owns its whole /64");
    assert_eq!(open("203.0.113.9").status, 422, "somebody else is not kept out");
    running.stop();
}
