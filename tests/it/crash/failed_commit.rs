//! A commit that fails ends the process, so that whoever watches over it starts it anew: what is on
//! the disk is then read instead of assumed (R84).

use super::binary::{Installation, until};
use super::browser::{Asked, Browser};
use super::sink::Sink;
use crate::support::postgres;
use diesel::connection::SimpleConnection;
use indsigt::domain::access::Actor;
use indsigt::store::{Error, Store, cases, installation, verify};

fn sql(store: &Store, sql: &str) {
    store.pools.writer.get().unwrap().batch_execute(sql).unwrap();
}

/// From now on whoever inserts into `table` fails when it is committed, not before.
fn break_commits(house: &Installation, table: &str) {
    let rule = if house.url.starts_with("postgres") {
        // the connection dies in the middle of COMMIT, as when the server is restarted
        format!(
            "CREATE OR REPLACE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$; \
             CREATE CONSTRAINT TRIGGER gone AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED \
             FOR EACH ROW EXECUTE FUNCTION gone()"
        )
    } else {
        format!(
            "CREATE TABLE gone (id TEXT REFERENCES controllers (id) DEFERRABLE INITIALLY DEFERRED); \
             CREATE TRIGGER gone_now AFTER INSERT ON {table} BEGIN INSERT INTO gone VALUES ('nobody'); END"
        )
    };
    sql(&house.store(), &rule);
}

fn mend_commits(house: &Installation, table: &str) {
    let on_postgres = house.url.starts_with("postgres");
    let rule = format!("DROP TRIGGER gone ON {table}");
    sql(&house.store(), if on_postgres { &rule } else { "DROP TRIGGER gone_now; DROP TABLE gone" });
}

fn ends_and_goes_on(house: &Installation) {
    house.start().stop();
    break_commits(house, "cases");
    let mut running = house.start();
    let mut browser = Browser::new(house, "10.1.1.1".into());
    let asked = Asked { name: "Ada".into(), email: "ada@people.example".into(), words: "All".into() };
    let form = browser.fill_in(&asked).unwrap();
    // perhaps the line is cut, perhaps it says that something failed: never that it was received
    if let Ok(answer) = browser.try_send(&form) {
        assert!(answer.status >= 500, "{}", answer.status);
    }
    let status = running.exited();
    assert_eq!(status.code(), Some(1), "{status}: {}", house.log());
    assert!(house.log().contains("a commit failed"), "{}", house.log());
    drop(running);

    mend_commits(house, "cases");
    let running = house.start();
    browser.send_form(&form).unwrap();
    running.stop();
    let store = house.store();
    assert_eq!(cases::newest_ids(&store, 9).unwrap().len(), 1);
    let report = verify::verify(&store, None, None).unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);

    // the worker alone ends too
    break_commits(house, "ledger");
    store
        .write(&Actor::System, |tx| installation::hold(tx).and_then(|()| installation::release(tx)))
        .map_err(|error: Error| error.to_string())
        .unwrap();
    drop(store);
    let (status, said) = until("the worker ends", || Some(house.run(&["worker"])));
    assert_eq!(status.code(), Some(1), "{status}: {said}");
    assert!(said.contains("a commit failed") && said.contains("Indsigt ends."), "{said}");
}

#[test]
fn after_a_failed_commit_the_program_ends_and_is_good_again_after_a_start_on_sqlite() {
    let sink = Sink::start();
    ends_and_goes_on(&Installation::sqlite(sink.address()));
}

#[test]
fn after_a_failed_commit_the_program_ends_and_is_good_again_after_a_start_on_postgres() {
    let Some(server) = postgres::address() else { return };
    let sink = Sink::start();
    ends_and_goes_on(&Installation::postgres(&server, sink.address()));
}
