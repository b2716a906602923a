//! Every command of the real program, as an operator types it: what it does, what it says, and the
//! code it ends with. `serve` is under `crash`.

mod arguments;
mod audit;
mod backup;
mod deadline;
mod demo;
mod doctor;
mod migrate;
mod register;
mod staff;
mod worker;

use crate::crash::binary::Installation;
use crate::crash::browser::{Asked, Browser, Receipt};
use crate::crash::sink::Sink;
use crate::support::postgres;

/// An installation on each kind of database, each with a mail server of its own.
fn on_each(test: impl Fn(&Installation, &Sink)) {
    let sink = Sink::start();
    test(&Installation::sqlite(sink.address()), &sink);
    if let Some(server) = postgres::address() {
        let sink = Sink::start();
        test(&Installation::postgres(&server, sink.address()), &sink);
    }
}

/// Somebody asks over the web while the program runs, and looks at their case.
fn somebody_asks(house: &Installation, email: &str) -> Receipt {
    let running = house.start();
    let mut browser = Browser::new(house, "10.9.8.7".into());
    let asked = Asked { name: "Ada".into(), email: email.into(), words: "Everything".into() };
    let form = browser.fill_in(&asked).unwrap();
    let receipt = browser.send_form(&form).unwrap();
    assert!(browser.opens(&receipt), "reference and code open the case");
    running.stop();
    receipt
}
