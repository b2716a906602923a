//! Sources that fail: each says which one and what, without a secret, and leaves nothing half-done.

use super::*;
use crate::sources::Fault;
use std::io::{Read, Write};
use std::net::TcpListener;

const PASSWORD: &str = "p@ss$word";

fn fault_of(settings: SourceSettings) -> Fault {
    let error = source(settings).look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap_err();
    let said = format!("{error} {error:?}");
    for secret in [PASSWORD, "ss$word", "p%40ss", "anna@x.dk"] {
        assert!(!said.contains(secret), "{said}");
    }
    assert!(said.starts_with("The source “shop” "), "{said}");
    error.fault
}

fn postgres_at(url: &str) -> SourceSettings {
    settings(Kind::Postgres, url, &data("chinook.map.toml"))
}

#[test]
fn addresses_that_lead_nowhere_are_said_without_the_password() {
    for (url, code) in [
        ("postgres://shop:p@ss$word@127.0.0.1:1/shop", "unreachable"),
        ("postgres://shop:p%40ss$word@127.0.0.1:1/shop", "unreachable"),
        ("postgres://shop:p@ss$word@/shop", "unreachable"),
        ("postgres://shop:p%40ss$word@db.invalid/shop?sslmode=disable", "settings"),
        ("postgres://shop:p%40ss$word@db.invalid/shop?sslmode=verify-full", "settings"),
        ("p@ss$word", "settings"),
        ("user=shop password='p@ss$word'", "settings"),
        ("user=shop password='p@ss$word' host=127.0.0.1 port=1", "unreachable"),
    ] {
        assert_eq!(fault_of(postgres_at(url)).code(), code, "{url}");
    }
}

/// A server that takes one connection and gives these answers in turn.
fn server(answers: Vec<&'static [u8]>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut buffer = [0; 1024];
        for answer in answers {
            if stream.read(&mut buffer).unwrap_or(0) == 0 {
                return;
            }
            stream.write_all(answer).unwrap();
        }
        // Holds the connection open until the other side has had enough.
        while stream.read(&mut buffer).unwrap_or(0) > 0 {}
    });
    format!("postgres://shop:p%40ss$word@127.0.0.1:{port}/shop")
}

#[test]
fn a_wrong_password_is_said_and_not_repeated_even_when_the_server_does() {
    let ask: &[u8] = b"R\0\0\0\x08\0\0\0\x03";
    let refuse: &[u8] = b"E\0\0\0\x2BSFATAL\0VFATAL\0C28P01\0Mno to p@ss$word\0\0";
    assert_eq!(refuse.len(), 1 + 0x2B);
    assert_eq!(fault_of(postgres_at(&server(vec![ask, refuse]))), Fault::SignIn);
}

#[test]
fn a_server_that_never_answers_is_left_after_the_time_set() {
    let timeout = Duration::from_millis(200);
    let fault = fault_of(SourceSettings { timeout, ..postgres_at(&server(vec![])) });
    assert_eq!(fault, Fault::TooSlow(timeout));
}

#[test]
fn a_server_without_tls_or_with_a_strange_certificate_is_not_spoken_to() {
    let url = format!("{}?sslmode=require", server(vec![b"N"]));
    assert_eq!(fault_of(postgres_at(&url)).code(), "tls");
}

#[test]
fn a_file_that_is_missing_or_no_database_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| {
        let url = format!("sqlite://{}", folder.path().join(name).display());
        settings(Kind::Sqlite, &url, &data("chinook.map.toml"))
    };
    assert_eq!(fault_of(at("missing.sqlite")), Fault::Unreachable("the file does not exist"));
    assert!(!folder.path().join("missing.sqlite").exists(), "asking makes no file");
    std::fs::write(folder.path().join("text.sqlite"), "no database at all, ".repeat(100)).unwrap();
    assert_eq!(fault_of(at("text.sqlite")), Fault::Unreachable("the file is no SQLite database"));
}

#[test]
fn a_changed_schema_is_noticed_before_anything_is_read() {
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        let candidates =
            source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
        fixture.execute("ALTER TABLE booking RENAME COLUMN note TO noted");
        let mut lines = Vec::new();
        let keys = [candidates[0].key.clone()];
        let error =
            source.find(Order { keys: &keys, searched: &[], lang: Lang::En }, &mut lines).unwrap_err();
        let what = "the table “booking” has no column “note”; did you mean “noted”?";
        assert_eq!(error.fault, Fault::Changed(what.to_string()));
        assert!(lines.is_empty());
        fixture.execute("DROP TABLE booking");
        assert!(find(&source, &candidates).is_err_and(|e| e.to_string().contains("no table “booking”")));
    });
}

/// Runs something once, as soon as the first byte is written.
struct Midway<'a>(Option<Box<dyn FnOnce() + 'a>>);

impl Write for Midway<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Some(act) = self.0.take() {
            act();
        }
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_column_dropped_midway_fails_the_whole_finding() {
    let Some(fixture) = Fixture::postgres(CLUB) else { return };
    let source = fixture.source(CLUB_MAP);
    let candidates = source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
    let mut out = Midway(Some(Box::new(|| fixture.execute("ALTER TABLE booking DROP COLUMN note"))));
    let keys = [candidates[0].key.clone()];
    let error = source.find(Order { keys: &keys, searched: &[], lang: Lang::En }, &mut out).unwrap_err();
    assert_eq!(error.fault.code(), "changed", "{error}");
}

#[test]
fn what_is_added_midway_is_not_seen_by_the_finding_under_way() {
    let Some(fixture) = Fixture::postgres(CLUB) else { return };
    let source = fixture.source(CLUB_MAP);
    let candidates = source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
    let add = || fixture.execute("INSERT INTO booking VALUES (102, 10, 'three')");
    let keys = [candidates[0].key.clone()];
    let order = Order { keys: &keys, searched: &[], lang: Lang::En };
    let finding = source.find(order, &mut Midway(Some(Box::new(add)))).unwrap();
    assert_eq!(finding.parts[1].records, 2);
}

#[test]
fn a_full_disk_on_our_side_is_not_blamed_on_the_source() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let fixture = Fixture::sqlite(CLUB);
    let source = fixture.source(CLUB_MAP);
    let candidates = source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
    let keys = [candidates[0].key.clone()];
    let error = source.find(Order { keys: &keys, searched: &[], lang: Lang::En }, &mut Full).unwrap_err();
    assert_eq!(error.fault, Fault::Storing(std::io::ErrorKind::StorageFull));
}

#[test]
fn a_record_that_is_gone_is_no_empty_answer() {
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        let candidates =
            source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
        fixture.execute("DELETE FROM member WHERE club = 'north'");
        let error = find(&source, &candidates).err().unwrap();
        assert_eq!(error.fault, Fault::RecordGone("member".to_string()));
    });
}

#[test]
fn more_records_than_the_cap_are_an_error_and_exactly_the_cap_is_none() {
    everywhere(CLUB, |fixture| {
        let capped = |row_cap| source(SourceSettings { row_cap, ..fixture.settings(CLUB_MAP) });
        let candidates =
            capped(3).look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
        assert_eq!(find(&capped(3), &candidates).unwrap().records.len(), 3);
        let error = find(&capped(2), &candidates).err().unwrap();
        assert_eq!(error.fault, Fault::TooManyRecords(2));
    });
}

/// The club's map on views, one of which takes forever.
fn slow(sql: &str) -> String {
    format!("{CLUB} ALTER TABLE booking RENAME TO booked; {sql}")
}

#[test]
fn a_query_that_takes_too_long_is_cut_off() {
    let forever = slow(
        "CREATE VIEW booking AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
         SELECT b.* FROM booked b WHERE b.id IN (SELECT -i FROM n)",
    );
    let on_sqlite = Some(Fixture::sqlite(&forever));
    let on_postgres =
        Fixture::postgres(&slow("CREATE VIEW booking AS SELECT b.* FROM booked b, pg_sleep(600)"));
    for fixture in on_sqlite.iter().chain(&on_postgres) {
        let timeout = Duration::from_millis(1500);
        let source = source(SourceSettings { timeout, ..fixture.settings(CLUB_MAP) });
        let candidates =
            source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
        let error = find(&source, &candidates).err().unwrap();
        assert_eq!(error.fault, Fault::TooSlow(timeout), "on {:?}", fixture.kind);
    }
}

#[test]
fn a_table_we_may_not_read_is_named() {
    let Some(fixture) = Fixture::postgres(CLUB) else { return };
    let role = format!("reader_{}", uuid::Uuid::new_v4().simple());
    fixture.execute(&format!("CREATE ROLE {role} LOGIN; GRANT SELECT ON member TO {role}"));
    let reader = fixture.database.as_ref().unwrap().url().replacen("postgres@", &format!("{role}@"), 1);
    let settings = SourceSettings { url: SecretString::from(reader), ..fixture.settings(CLUB_MAP) };
    let source = source(settings);
    let candidates = source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
    let refused = find(&source, &candidates);
    let problems = source.check().unwrap();
    fixture.execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}"));
    assert_eq!(refused.err().unwrap().fault, Fault::Denied("booking".to_string()));
    assert!(problems.iter().all(|problem| !problem.what.contains("may change")), "{problems:?}");
}

#[test]
fn nothing_can_be_written_through_a_source() {
    // A view that writes when it is read: the transaction refuses.
    let Some(fixture) = Fixture::postgres(&slow(
        "CREATE FUNCTION spy() RETURNS int LANGUAGE plpgsql VOLATILE AS
           $$ BEGIN INSERT INTO booked VALUES (999, 10, 'spied'); RETURN 1; END $$;
         CREATE VIEW booking AS SELECT b.* FROM booked b WHERE spy() = 1",
    )) else {
        return;
    };
    let source = fixture.source(CLUB_MAP);
    let candidates = source.look_up(&[identifier(IdentifierKind::Email, "anna@x.dk")]).unwrap().candidates;
    let error = find(&source, &candidates).err().unwrap();
    assert_eq!(error.fault, Fault::Database { table: "booking".into(), code: "25006".into() });
}
