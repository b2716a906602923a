//! `worker`: the work behind the web, by a node that serves none.

use super::on_each;
use crate::crash::asking::ask;
use crate::crash::binary::{Installation, no_mail, until};
use crate::support::http;
use indsigt::cli::boot;
use indsigt::clock::Clock;
use indsigt::config::{Config, Environment};

/// The use case behind the form, on the databases of this installation.
fn somebody_asked(house: &Installation) {
    let config = Config::load(Some(&house.folder().join("indsigt.toml")), &Environment::new()).unwrap();
    ask(&boot::app(&config, Clock::System, false).unwrap(), "ada@people.example");
}

#[test]
fn the_worker_sends_what_waits_serves_no_web_and_ends_well() {
    on_each(|house, sink| {
        somebody_asked(house);
        assert!(sink.received().is_empty(), "nobody works yet");
        let worker = house.launch(&["worker"]);
        let is_sent = || sink.by_recipient().contains_key("ada@people.example").then_some(());
        until("the letter has left", is_sent);
        assert!(http::connect(house.address).is_err(), "it serves no web");
        worker.stop();
    });
}

#[test]
fn the_worker_refuses_a_wrong_master_key() {
    let house = Installation::sqlite(no_mail());
    house.told(&["migrate"]).with(0);
    std::fs::remove_file(house.master_key_file()).unwrap();
    indsigt::crypto::keys::MasterKey::create(&house.master_key_file()).unwrap();
    house.told(&["worker"]).with(1).complains(&["Indsigt cannot start.", "not the key this installation"]);
}
