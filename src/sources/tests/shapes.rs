//! Joins over composite keys and links, withheld columns, and how values of many types are read.

use super::*;
use IdentifierKind::Email;
use serde_json::json;

#[test]
fn joins_follow_composite_keys_and_links_and_stop_at_other_people() {
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        let found = found_by(&source, Email, "anna@x.dk");
        let notes: Vec<_> = found.records.iter().filter_map(|r| r.fields.get("note").cloned()).collect();
        assert_eq!(notes, [json!("one"), json!("two")], "on {:?}", fixture.kind);
        assert_eq!(found.records[0].fields["number"], json!(1));
        // Both records that share an address, when somebody decides that both are the person.
        let found = found_by(&source, Email, "family@x.dk");
        assert_eq!(found.finding.parts.iter().map(|p| p.records).collect::<Vec<_>>(), [2, 2]);
    });
}

#[test]
fn a_record_reached_twice_comes_once() {
    everywhere(CLUB, |fixture| {
        fixture.execute(
            "INSERT INTO account VALUES (21, 'north', 2); UPDATE booking SET account_id = 21 WHERE id = 300",
        );
        let source = fixture.source(CLUB_MAP);
        let candidates = source.look_up(&[identifier(Email, "family@x.dk")]).unwrap().candidates;
        let twice: Vec<_> = candidates.iter().chain(&candidates).cloned().collect();
        assert_eq!(find(&source, &twice).unwrap().records.len(), 4);
    });
}

#[test]
fn a_withheld_column_is_named_with_its_reason_and_never_read() {
    everywhere(CLUB, |fixture| {
        let secret =
            CLUB_MAP.replace("somebody else.\" } }", "somebody else.\" }, ground = \"trade_secret_ip\" }");
        let by_secret = found_by(&fixture.source(&secret), Email, "anna@x.dk");
        assert_eq!(by_secret.finding.withheld[0].ground_code, "trade_secret_ip");
        let found = found_by(&fixture.source(CLUB_MAP), Email, "anna@x.dk");
        assert!(!String::from_utf8(found.lines).unwrap().contains("s1"));
        let [withheld] = found.finding.withheld.as_slice() else { panic!("{:?}", found.finding.withheld) };
        assert_eq!(withheld.ground_code, "rights_of_others");
        assert_eq!(
            (withheld.column.as_str(), withheld.reasons[&Lang::En].as_str()),
            ("secret", "It is about somebody else.")
        );
        assert!(
            found.finding.parts[0]
                .columns
                .iter()
                .all(|column| column.name != "secret" && column.name != "since")
        );
    });
}

#[test]
fn an_address_says_since_when_it_is_on_record() {
    everywhere(CLUB, |fixture| {
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(Email, "anna@x.dk")]).unwrap();
        assert_eq!(found.candidates[0].addresses[0].on_record_since, "2026-10-01".parse().ok());
    });
}

const MAP_HEAD: &str = r#"
[source]
languages = ["en"]
label = { en = "x" }
searched = { en = "x" }
[[table]]
name = "things"
activity = "x"
category = "things"
label = { en = "x" }
legal_ground = "a"
key = ["id"]
identifier = [{ kind = "email", columns = ["email"], strength = "strong" }]
"#;

fn map_of(columns: &[&str]) -> String {
    let column = |name: &&str| format!("{{ name = \"{name}\", label = {{ en = \"x\" }} }}");
    format!("{MAP_HEAD}column = [{}]\n", columns.iter().map(column).collect::<Vec<_>>().join(", "))
}

fn only_record(fixture: &Fixture, columns: &[&str]) -> serde_json::Value {
    let found = found_by(&fixture.source(&map_of(columns)), Email, "a@x.dk");
    assert_eq!(found.records.len(), 1);
    serde_json::Value::Object(found.records[0].fields.clone())
}

#[test]
fn every_type_of_postgresql_can_be_read() {
    let Some(fixture) = Fixture::postgres(
        "CREATE DOMAIN amount AS numeric(30, 10);
         CREATE TYPE mood AS ENUM ('fine'); CREATE TYPE pair AS (a int, b text);
         CREATE TABLE things (id uuid PRIMARY KEY, email char(20), a amount, b numeric, c float8, d bool, e bytea,
           f jsonb, g text[], h timestamptz, i timestamp, j date, k interval, l mood, m pair, n int8, o inet, p float4,
           q text, r time);
         INSERT INTO things VALUES ('6f0f4b1e-8d2c-4f39-9a5e-0d9a3f8b7c11', 'a@x.dk', 5, 123456789012345678.5, 13.86,
           true, '\\x00ff', '{\"b\": [1, null], \"a\": \"æ\"}', ARRAY['x', NULL], '2026-03-29 01:30:00+01',
           '2026-03-29 02:30:00.250', '2026-02-28', '1 day 2 hours', 'fine', ROW(1, 'z'), 9007199254740993,
           '10.0.0.1', 0.1, E'line\\nnext', '09:30');"
            .replace("\\\\x", "\\x")
            .as_str(),
    ) else {
        return;
    };
    let letters: Vec<String> = ('a'..='r').map(String::from).collect();
    let columns: Vec<&str> = ["id", "email"].into_iter().chain(letters.iter().map(String::as_str)).collect();
    assert_eq!(
        only_record(&fixture, &columns),
        json!({
            "id": "6f0f4b1e-8d2c-4f39-9a5e-0d9a3f8b7c11", "email": "a@x.dk", "a": 5, "b": "123456789012345678.5",
            "c": 13.86, "d": true, "e": "data:application/octet-stream;base64,AP8=",
            "f": {"a": "æ", "b": [1, null]}, "g": ["x", null], "h": "2026-03-29T00:30:00Z",
            "i": "2026-03-29T02:30:00.25", "j": "2026-02-28", "k": "P1DT2H", "l": "fine", "m": {"a": 1, "b": "z"},
            "n": "9007199254740993", "o": "10.0.0.1/32", "p": 0.1, "q": "line\nnext", "r": "09:30:00"
        })
    );
}

#[test]
fn every_type_of_sqlite_can_be_read() {
    let fixture = Fixture::sqlite(
        "CREATE TABLE things (id TEXT PRIMARY KEY, email TEXT, a NUMERIC(10,2), b BOOLEAN, c BLOB, d DATETIME, e DATETIME,
           f REAL, g INTEGER, h TEXT, i, \"odd \"\"name\" TEXT);
         INSERT INTO things VALUES ('k', 'a@x.dk', '5.00', 1, x'00ff', '2026-03-29 02:30:00', 'spring', 1e300,
           9007199254740993, CAST(x'ff' AS TEXT), 'free', 'quoted');",
    );
    let found = only_record(&fixture, &["id", "a", "b", "c", "d", "e", "f", "g", "h", "i", "odd \\\"name"]);
    assert_eq!(
        found,
        json!({
            "id": "k", "a": 5, "b": true, "c": "data:application/octet-stream;base64,AP8=",
            "d": "2026-03-29T02:30:00", "e": "spring", "f": "1e300", "g": "9007199254740993",
            "h": "data:application/octet-stream;base64,/w==", "i": "free", "odd \"name": "quoted"
        })
    );
}
