//! How the program stops: what runs is finished, nobody new is let in, and it ends well.

use super::binary::{HOST, Installation, until};
use super::browser::{Asked, Browser};
use super::sink::Sink;
use crate::support::http;
use std::io::Write;

const READY: &str = "GET /readyz HTTP/1.1\r\nHost: privacy.example.test\r\nConnection: close\r\n\r\n";

#[test]
fn told_to_stop_it_finishes_what_runs_says_it_is_leaving_and_ends_well() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    let mut running = house.start();
    // a form whose second half is on its way
    let mut slow = http::connect(house.address).unwrap();
    let body = "right=access&go=next";
    let (first, second) = body.split_at(7);
    let head = format!(
        "POST /o/shop/ask/rights HTTP/1.1\r\nHost: {HOST}\r\nOrigin: https://{HOST}\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{first}",
        body.len()
    );
    slow.write_all(head.as_bytes()).unwrap();
    let ready = || http::exchange(house.address, READY.as_bytes()).map(|answer| answer.status);
    assert_eq!(ready().unwrap(), 200);

    running.terminate();
    // the proxy in front hears it in time to send people elsewhere
    until("it says that it is leaving", || match ready() {
        Ok(503) => Some(()),
        Ok(_) => None,
        Err(gone) => panic!("the door was closed before anybody was told: {gone}"),
    });
    until("nobody new is let in", || ready().is_err().then_some(()));

    slow.write_all(second.as_bytes()).unwrap();
    let answer = http::read(&mut slow, false).unwrap();
    assert_eq!((answer.status, answer.header("location")), (303, Some("/o/shop/ask/about")));
    drop(slow);
    let status = running.exited();
    assert_eq!(status.code(), Some(0), "{status}: {}", house.log());
}

#[test]
fn told_to_stop_it_still_settles_the_letter_it_is_sending() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    for number in 0..5 {
        let running = house.start();
        let asked = Asked {
            name: "Ada".into(),
            email: format!("ada{number}@people.example"),
            words: "Everything".into(),
        };
        let mut browser = Browser::new(&house, format!("10.0.0.{number}"));
        let form = browser.fill_in(&asked).unwrap();
        browser.send_form(&form).unwrap();
        // the letter is on its way now, or will be at the next start
        running.stop();
    }
    let running = house.start();
    until("every letter has left", || (sink.by_recipient().len() == 5).then_some(()));
    running.stop();
    let by_recipient = sink.by_recipient();
    assert!(by_recipient.values().all(|ids| ids.len() == 1), "{by_recipient:?}");
}
