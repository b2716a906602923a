//! A restore that is killed on its way: what can be opened afterwards is held, and nobody of the past
//! is signed in.

use super::binary::{Installation, no_mail, until};
use crate::support::{Databases, open_case, postgres as server};
use indsigt::domain::right::Right;
use indsigt::store::backup::backup;
use indsigt::store::{Store, installation, persons, postgres};
use std::path::PathBuf;
use std::process::{Child, Stdio};

/// A backup of an installation in which somebody has a conversation open.
fn kept(db: &Databases) -> PathBuf {
    let case = open_case(db, &[Right::Access]);
    db.write(|tx| persons::open(tx, [7; 32], &case.id)).unwrap();
    let folder = db.folder().join("backup");
    backup(db.store(), &folder).unwrap();
    folder
}

fn restoring(db: &Databases, house: &Installation) -> Child {
    use std::os::unix::fs::PermissionsExt;
    let key = house.master_key_file();
    let folder = key.parent().unwrap();
    std::fs::create_dir_all(folder).unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).unwrap();
    std::fs::copy(db.folder().join("master.key"), &key).unwrap();
    let from = db.folder().join("backup").display().to_string();
    let mut command = house.command(&["restore", &from]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn is_held(db: &Databases, store: &Store) {
    assert!(store.look(installation::is_held).unwrap(), "a restored system is open to the past");
    assert_eq!(store.look(|c| persons::find(c, &[7; 32], db.clock.now())).unwrap(), None);
}

#[test]
fn killed_the_moment_the_database_can_be_seen_it_is_held_on_sqlite() {
    let db = Databases::sqlite();
    kept(&db);
    for _ in 0..3 {
        let house = Installation::sqlite(no_mail());
        let main = house.folder().join("main.sqlite");
        let mut child = restoring(&db, &house);
        until("the database has its name", || main.exists().then_some(()));
        // it may have ended by itself already
        let _ = child.kill();
        child.wait().unwrap();
        is_held(&db, &house.store());
    }
}

#[test]
fn killed_between_filling_and_opening_it_is_held_on_postgres() {
    let Some(address) = server::address() else { return };
    let db = Databases::postgres(&address);
    kept(&db);
    let house = Installation::postgres(&address, no_mail());
    let client = || postgres::client(&house.url, &server::tls(rustls::RootCertStore::empty())).unwrap();
    let (holder, other) = (client(), client());
    // the first thing the store does once the tables are filled waits here
    let wait = "SELECT pg_advisory_lock(4242); \
                CREATE FUNCTION wait_here() RETURNS event_trigger LANGUAGE plpgsql AS \
                $$ BEGIN PERFORM pg_advisory_lock(4242); END $$; \
                CREATE EVENT TRIGGER wait_here ON ddl_command_start WHEN TAG IN ('CREATE FUNCTION') \
                EXECUTE FUNCTION wait_here()";
    postgres::wait(holder.batch_execute(wait)).unwrap();
    let mut child = restoring(&db, &house);
    let waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4242 AND NOT granted \
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    until("it has filled the tables", || {
        let waits: i64 = postgres::wait(other.query_one(waiting, &[])).unwrap().get(0);
        let ended = child.try_wait().unwrap();
        assert!(ended.is_none(), "it ended with {ended:?}");
        (waits == 1).then_some(())
    });
    child.kill().unwrap();
    child.wait().unwrap();
    let mend = "DROP EVENT TRIGGER wait_here; SELECT pg_advisory_unlock_all()";
    postgres::wait(holder.batch_execute(mend)).unwrap();
    is_held(&db, &house.store());
}
