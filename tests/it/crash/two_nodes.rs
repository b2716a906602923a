//! Two nodes over one database: what one changes holds on the other, and no work is done twice.

use super::asking::ask;
use super::binary::Installation;
use crate::support::http::Request;
use crate::support::{Databases, House, on_both, postgres};
use indsigt::cli::boot;
use indsigt::clock::Clock;
use indsigt::config::{Config, Environment};
use indsigt::crypto::keys::MasterKey;
use indsigt::crypto::tokens;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::mail::Transport;
use indsigt::services::{Error, staff};
use indsigt::store::messages::{Body, Carrier, Kind, NewMessage};
use indsigt::store::{messages, sessions, staff as members};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;

fn status_with(house: &House, path: &str, token: &str) -> (u16, String) {
    let host = house.address.trim_start_matches("http://");
    let address: SocketAddr = host.parse().unwrap();
    let request = Request::new("GET", path).header("Host", host).header("Cookie", &format!("desk={token}"));
    let answer = request.send(address).unwrap();
    (answer.status, answer.header("location").unwrap_or_default().to_owned())
}

#[test]
fn disabling_a_member_on_one_node_ends_their_session_on_the_other_at_the_next_request() {
    let Some(server) = postgres::address() else { return };
    let databases = Databases::postgres(&server);
    let (here, there) = (House::on(&databases), House::on(&databases));
    let case = ask(&here.app, "ada@people.example");
    let colleague = here.colleague("bo@shop.example", "Bo", &[Role::Caseworker], Lang::En);
    let token = tokens::token();
    here.app
        .store
        .write(&Actor::System, |tx| {
            let member = members::get(tx.db, &colleague.id)?;
            sessions::open(tx, token.hash, &member)
        })
        .unwrap();
    let path = format!("/desk/cases/{}/identity", case.case_id);
    for house in [&here, &there] {
        assert_eq!(status_with(house, &path, &token.plain).0, 200, "the session is good on both");
    }
    staff::disable(&here.app, &Actor::System, &colleague.email).unwrap();
    for house in [&there, &here] {
        let (status, to) = status_with(house, &path, &token.plain);
        assert!(status == 303 && to.starts_with("/desk/sign-in"), "{status} {to}");
    }
}

#[test]
fn two_workers_over_one_database_send_each_of_two_hundred_letters_once() {
    const LETTERS: usize = 200;
    on_both(|databases| {
        let (here, there) = (House::on(databases), House::on(databases));
        let case = ask(&here.app, "ada@people.example");
        here.drain();
        here.app
            .store
            .write_case(&Actor::System, &case.case_id, |tx, key| {
                for number in 0..LETTERS {
                    let body = Body { to: Some(format!("nr{number}@people.example")), ..Body::default() };
                    let (case_id, kind, carrier) = (case.case_id.as_str(), Kind::Letter, Carrier::Mail);
                    let (letter, request_id, not_after) = (None, None, None);
                    let body = &body;
                    let (id, posted_at) = (None, None);
                    let new = NewMessage {
                        id,
                        case_id,
                        kind,
                        letter,
                        request_id,
                        carrier,
                        body,
                        not_after,
                        posted_at,
                    };
                    messages::keep(tx, key, &new)?;
                }
                Ok::<_, Error>(())
            })
            .unwrap();
        let done: Vec<usize> = std::thread::scope(|threads| {
            let both = [&here, &there].map(|house| threads.spawn(move || house.worker.drain().unwrap()));
            both.map(|worker| worker.join().unwrap()).into()
        });
        eprintln!("the two workers did {done:?}");
        assert_eq!(done.iter().sum::<usize>(), LETTERS);
        let sent: Vec<(String, String)> = [&here, &there].into_iter().flat_map(sent_by).collect();
        let letters: Vec<_> = sent.iter().filter(|(to, _)| to.starts_with("nr")).collect();
        let recipients: BTreeSet<_> = letters.iter().map(|(to, _)| to).collect();
        let ids: BTreeSet<_> = letters.iter().map(|(_, id)| id).collect();
        assert_eq!((letters.len(), recipients.len(), ids.len()), (LETTERS, LETTERS, LETTERS));
    });
}

/// A node of one installation on PostgreSQL with a data folder of its own.
fn node(of: &Installation, folder: &Path) -> Config {
    let text = of.configuration(([127, 0, 0, 1], 9).into());
    let own = folder.join("data").display().to_string();
    let text = text.replace(&of.folder().join("data").display().to_string(), &own);
    Config::parse(&text, &Environment::new()).unwrap()
}

#[test]
fn of_two_nodes_first_started_together_the_second_leaves_no_key_of_its_own_behind() {
    let Some(server) = postgres::address() else { return };
    boot::tls_provider();
    let installation = Installation::postgres(&server, ([127, 0, 0, 1], 9).into());
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (node(&installation, here.path()), node(&installation, there.path()));
    let began = boot::prepare(&second, Clock::System).unwrap();
    assert!(second.master_key_file().exists(), "nobody was there when it began");
    drop(boot::open(&first, Clock::System).unwrap());

    let told = began.open().err().expect("two keys cannot both be right");
    let file = second.master_key_file();
    assert!(told.contains("Another node") && told.contains(&file.display().to_string()), "{told}");
    assert!(!file.exists(), "a key that opens nothing stands where the right one belongs");
    // and from now on it makes none
    let told = boot::open(&second, Clock::System).err().unwrap();
    assert!(told.contains("There is no master key at") && !file.exists(), "{told}");

    // what it says to do helps
    std::fs::copy(first.master_key_file(), &file).unwrap();
    drop(boot::open(&second, Clock::System).unwrap());
}

#[test]
fn a_key_file_that_was_there_before_the_start_is_never_removed() {
    let Some(server) = postgres::address() else { return };
    boot::tls_provider();
    let installation = Installation::postgres(&server, ([127, 0, 0, 1], 9).into());
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (node(&installation, here.path()), node(&installation, there.path()));
    drop(boot::open(&first, Clock::System).unwrap());
    let other = MasterKey::create(&second.master_key_file()).unwrap().fingerprint();
    let told = boot::open(&second, Clock::System).err().unwrap();
    assert!(told.contains("not the key this installation was made with"), "{told}");
    assert_eq!(MasterKey::load(&second.master_key_file()).unwrap().fingerprint(), other);

    // the right key put in place while it started is read again, opens, and stays too
    let third = tempfile::tempdir().unwrap();
    let (fresh, late) = (Installation::postgres(&server, ([127, 0, 0, 1], 9).into()), third.path());
    let (first, second) = (node(&fresh, here.path().join("2").as_path()), node(&fresh, late));
    let began = boot::prepare(&second, Clock::System).unwrap();
    drop(boot::open(&first, Clock::System).unwrap());
    std::fs::copy(first.master_key_file(), second.master_key_file()).unwrap();
    drop(began.open().unwrap());
    drop(boot::open(&second, Clock::System).unwrap());
}

fn sent_by(house: &House) -> Vec<(String, String)> {
    let Transport::Memory(memory) = &*house.worker.transport else { panic!("mail is kept in memory here") };
    memory.sent().into_iter().map(|mail| (mail.to, mail.message_id)).collect()
}
