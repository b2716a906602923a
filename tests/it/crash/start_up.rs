//! How the program starts: ready soon, or it refuses with a sentence and an exit code.

use super::binary::{Installation, no_mail, on_both_kinds, until};
use crate::support::postgres;
use std::time::{Duration, Instant};

/// An installation on SQLite, without mail and without a proxy.
fn sqlite() -> Installation {
    Installation::sqlite(no_mail()).alone(no_mail())
}

/// The same on PostgreSQL, where there is a server.
fn on_postgres() -> Option<Installation> {
    postgres::address().map(|server| Installation::postgres(&server, no_mail()).alone(no_mail()))
}

/// It must end by itself, not well, and say all of this on stderr.
fn refuses(house: &Installation, says: &[&str]) {
    let (status, said) = house.run(&["serve"]);
    assert_eq!(status.code(), Some(1), "{status}: {said}");
    for part in says {
        assert!(said.contains(part), "it does not say {part:?}: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn it_is_ready_after_the_first_start_and_after_every_other() {
    let mut houses = vec![("SQLite", sqlite())];
    houses.extend(on_postgres().map(|house| ("PostgreSQL", house)));
    for (name, house) in houses {
        for which in ["first", "second"] {
            let began = Instant::now();
            let running = house.start();
            eprintln!("{name}, {which} start: ready after {:?}", began.elapsed());
            running.stop();
        }
    }
}

#[test]
fn it_refuses_plain_http_beyond_loopback() {
    let house = sqlite();
    let good = house.configuration(no_mail());
    let bad = good.replace(&format!("address = \"{}\"", house.address), "address = \"0.0.0.0:8443\"");
    assert_ne!(good, bad);
    house.configure(&bad);
    refuses(&house, &["listen.address 0.0.0.0:8443", "plain http", "listen.tls_certificate"]);
}

#[test]
fn it_refuses_the_file_transport_outside_development() {
    let house = sqlite();
    house.configure(&house.configuration(no_mail()).replace("host = \"127.0.0.1\"", "transport = \"file\""));
    refuses(&house, &["mail.transport", "development = true"]);
}

#[test]
fn it_refuses_plain_mail_beyond_this_machine() {
    let house = sqlite();
    let bad = house.configuration(no_mail()).replace("host = \"127.0.0.1\"", "host = \"mail.shop.example\"");
    house.configure(&bad);
    refuses(&house, &["mail.tls", "plain text"]);
}

#[test]
fn it_refuses_a_setting_it_does_not_know_and_names_the_nearest() {
    let house = sqlite();
    let bad = house.configuration(no_mail()).replace("data_dir", "data_dri");
    house.configure(&bad);
    refuses(&house, &["line 3", "data_dri", "data_dir"]);
}

#[test]
fn it_refuses_a_port_that_somebody_has() {
    let house = sqlite();
    let running = house.start();
    refuses(&house, &["Cannot listen on", "another program"]);
    running.stop();
}

#[test]
fn it_refuses_a_wrong_master_key_and_starts_again_with_the_right_one() {
    on_both_kinds(no_mail(), |house| {
        house.start().stop();
        let (right, aside) = (house.master_key_file(), house.folder().join("aside.key"));
        std::fs::rename(&right, &aside).unwrap();
        indsigt::crypto::keys::MasterKey::create(&right).unwrap();
        refuses(house, &["cannot start", "master key", "not the key this installation"]);
        std::fs::remove_file(&right).unwrap();
        std::fs::rename(&aside, &right).unwrap();
        house.start().stop();
    });
}

#[test]
fn it_refuses_to_go_on_without_its_master_key_and_makes_no_other() {
    on_both_kinds(no_mail(), |house| {
        house.start().stop();
        let (right, aside) = (house.master_key_file(), house.folder().join("aside.key"));
        std::fs::rename(&right, &aside).unwrap();
        refuses(house, &["cannot start", "no master key at", "Put the key file"]);
        assert!(!right.exists(), "a new key stands where the right one belongs");
        std::fs::rename(&aside, &right).unwrap();
        house.start().stop();
    });
}

#[test]
fn it_refuses_a_damaged_master_key() {
    let house = sqlite();
    house.start().stop();
    let key = std::fs::read_to_string(house.master_key_file()).unwrap();
    std::fs::write(house.master_key_file(), &key[..key.len() / 2]).unwrap();
    refuses(&house, &["cannot start", "master.key", "cut or changed"]);
}

#[test]
fn it_refuses_a_master_key_that_others_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let house = sqlite();
    house.start().stop();
    let everybody = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(house.master_key_file(), everybody).unwrap();
    refuses(&house, &["cannot start", "chmod 600"]);
}

#[test]
fn it_refuses_a_key_store_that_was_lost() {
    let house = sqlite();
    house.start().stop();
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(house.folder().join(format!("keys.sqlite{ending}")));
    }
    refuses(&house, &["cannot start", "key store"]);
    let Some(house) = on_postgres() else { return };
    house.start().stop();
    let other = postgres::Fresh::on(&postgres::address().unwrap());
    house.configure(&house.configuration(no_mail()).replace(&house.key_store_url, &other.url));
    refuses(&house, &["cannot start", "key store is empty", "Restore the key store"]);
}

#[test]
fn it_refuses_a_database_it_cannot_reach_and_names_no_password() {
    let house = sqlite();
    let nowhere = "postgres://indsigt:hunter2@127.0.0.1:9/shop?sslmode=disable";
    let good = house.configuration(no_mail());
    for (url, which) in [(&house.url, "main database"), (&house.key_store_url, "key store")] {
        house.configure(&good.replace(url, nowhere));
        let (status, said) = house.run(&["serve"]);
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(said.contains(which) && !said.contains("hunter2"), "{said}");
    }
}

#[test]
fn killed_at_any_moment_of_its_first_start_it_starts_the_next_time() {
    let moments = [0, 5, 15, 30, 60, 120, 250];
    let each =
        |moment| [Some(sqlite()), on_postgres()].into_iter().flatten().map(move |house| (moment, house));
    for (milliseconds, house) in moments.into_iter().flat_map(each) {
        let mut child = house.command(&["serve"]).stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().unwrap();
        until("the killed program is gone", || child.try_wait().unwrap());
        house.start().stop();
    }
}
