//! The customer luisg@embraer.com.br of the Chinook shop, on both kinds of database.

use super::*;
use crate::domain::identifier::{Agreement, Refusal, Strength};
use crate::domain::identity::Channel;
use serde_json::{Value, json};

const LUIS: &str = "luisg@embraer.com.br";
/// Counted in the database by hand: invoices of CustomerId 1.
const INVOICES: [i64; 7] = [98, 121, 143, 195, 316, 327, 382];

fn on_sqlite() -> Source {
    let url = format!("sqlite://{}", data("Chinook_Sqlite.sqlite").display());
    source(settings(Kind::Sqlite, &url, &data("chinook.map.toml")))
}

fn on_postgres() -> Option<(Source, TestDatabase)> {
    let database = TestDatabase::create()?;
    let dump = std::fs::read_to_string(data("Chinook_PostgreSql.sql")).unwrap();
    let (_, tables) = dump.split_once("\\c chinook;").unwrap();
    database.execute(tables);
    let source = source(settings(Kind::Postgres, &database.url(), &data("chinook.map.toml")));
    Some((source, database))
}

fn numbers(found: &Found, category: &str, field: &str) -> Vec<i64> {
    let of_category = |record: &&Record| found.finding.parts[record.part].category == category;
    found.records.iter().filter(of_category).map(|r| r.fields[field].as_i64().unwrap()).collect()
}

fn is_luis_and_nobody_else(source: &Source) {
    let found = found_by(source, IdentifierKind::Email, LUIS);
    let counts: Vec<_> = found.finding.parts.iter().map(|p| (p.category.as_str(), p.records)).collect();
    assert_eq!(counts, [("customer", 1), ("invoice", 7), ("purchase", 38)]);
    assert_eq!(found.records.len(), 46);
    assert_eq!(numbers(&found, "customer", "CustomerId"), [1]);
    assert_eq!(numbers(&found, "invoice", "CustomerId"), [1; 7]);
    assert_eq!(numbers(&found, "invoice", "InvoiceId"), INVOICES);
    assert!(numbers(&found, "purchase", "InvoiceId").iter().all(|id| INVOICES.contains(id)));
    let others = ["leonekohler", "Employee", "jane@chinookcorp.com", "SupportRepId"];
    let text = String::from_utf8(found.lines).unwrap();
    assert!(others.iter().all(|other| !text.contains(other)));
    assert!(text.contains("São José dos Campos"));
    let first = found.records.iter().find(|r| r.fields.contains_key("InvoiceDate")).unwrap();
    assert_eq!(first.fields["InvoiceDate"], json!("2022-03-11T00:00:00"));
    assert_eq!(first.fields["Total"], json!(3.98));
    let line = &found.records.last().unwrap().fields;
    assert!(line["TrackName"].is_string() && line["ArtistName"].is_string(), "words come along: {line:?}");
    assert_eq!(line["Quantity"], json!(1));
}

#[test]
fn the_customer_gets_seven_invoices_and_their_38_lines_and_nobody_elses_from_sqlite() {
    is_luis_and_nobody_else(&on_sqlite());
}

#[test]
fn the_customer_gets_the_same_bytes_from_postgresql() {
    let Some((on_postgres, _database)) = on_postgres() else { return };
    is_luis_and_nobody_else(&on_postgres);
    for customer in ["luisg@embraer.com.br", "leonekohler@surfeu.de", "bjorn.hansen@yahoo.no"] {
        let here = found_by(&on_sqlite(), IdentifierKind::Email, customer);
        let there = found_by(&on_postgres, IdentifierKind::Email, customer);
        assert!(!here.lines.is_empty());
        assert_eq!(String::from_utf8(here.lines), String::from_utf8(there.lines));
        assert_eq!(here.finding, there.finding);
    }
    let candidates = |source: &Source| source.look_up(&[identifier(IdentifierKind::Email, LUIS)]).unwrap();
    assert_eq!(candidates(&on_sqlite()), candidates(&on_postgres));
}

#[test]
fn every_customer_gets_their_own_records_and_all_of_them_are_given_out_once() {
    let source = on_sqlite();
    let mut seen: Vec<(i64, Vec<i64>)> = Vec::new();
    for number in 1..=59 {
        let found = found_by(&source, IdentifierKind::CustomerNumber, &number.to_string());
        assert_eq!(numbers(&found, "customer", "CustomerId"), [number]);
        assert!(numbers(&found, "invoice", "CustomerId").iter().all(|id| *id == number));
        seen.push((number, numbers(&found, "purchase", "InvoiceLineId")));
    }
    let mut lines: Vec<i64> = seen.into_iter().flat_map(|(_, lines)| lines).collect();
    lines.sort();
    assert_eq!(lines, (1..=2240).collect::<Vec<_>>());
}

#[test]
fn looking_up_says_how_it_matched_and_which_addresses_stand_on_record() {
    let found = on_sqlite()
        .look_up(&[
            identifier(IdentifierKind::Email, " LuisG@Embraer.com.br "),
            identifier(IdentifierKind::Name, "luís  gonçalves"),
            identifier(IdentifierKind::Phone, "12 3923 5555"),
            identifier(IdentifierKind::MemberNumber, "4711"),
            identifier(IdentifierKind::Email, "%"),
        ])
        .unwrap();
    let [luis] = found.candidates.as_slice() else { panic!("{found:?}") };
    let how: Vec<_> = luis.matched.iter().map(|m| (m.kind, m.agreement, m.strength)).collect();
    assert_eq!(
        how,
        [
            (IdentifierKind::Email, Agreement::Normalised, Strength::Strong),
            (IdentifierKind::Phone, Agreement::Partial, Strength::Weak),
            (IdentifierKind::Name, Agreement::Normalised, Strength::Weak),
        ]
    );
    assert!(luis.key.key == [super::super::KeyValue::Integer(1)]);
    let addresses: Vec<_> =
        luis.addresses.iter().map(|a| (a.channel, a.value.as_str(), a.masked.as_str())).collect();
    assert_eq!(
        addresses,
        [
            (Channel::Email, "luisg@embraer.com.br", "l•••@embraer.com.br"),
            (Channel::Phone, "+55 (12) 3923-5555", "••• 55"),
            (
                Channel::Post,
                "Av. Brigadeiro Faria Lima, 2170, 12227-000, São José dos Campos, SP, Brazil",
                "•••, São José dos Campos"
            ),
        ]
    );
    assert_eq!(found.unknown_here, [IdentifierKind::MemberNumber]);
    assert_eq!(found.refused, [(IdentifierKind::Email, Refusal::Malformed)]);
}

#[test]
fn somebody_in_no_table_is_not_found_and_the_finding_says_where_was_searched() {
    let source = on_sqlite();
    let searched = [identifier(IdentifierKind::Email, "nobody@example.org")];
    assert!(source.look_up(&searched).unwrap().candidates.is_empty());
    let finding =
        source.find(Order { keys: &[], searched: &searched, lang: Lang::Sv }, &mut Vec::new()).unwrap();
    assert!(finding.is_empty());
    assert_eq!(finding.searched, [("email".to_string(), "n•••@example.org".to_string())]);
    assert_eq!(finding.searched_where, "webbutikens kunder, fakturor och fakturarader");
}

#[test]
fn the_map_fits_both_databases_and_leaves_nothing_unsaid() {
    assert_eq!(on_sqlite().check().unwrap(), []);
    let Some((source, _database)) = on_postgres() else { return };
    let problems = source.check().unwrap();
    assert!(problems.iter().all(|p| !p.is_error && p.what.contains("may change")), "{problems:?}");
}

#[test]
fn portability_marks_what_the_person_provided() {
    let found = found_by(&on_sqlite(), IdentifierKind::Email, LUIS);
    let provided = |category: &str| {
        let part = found.finding.parts.iter().find(|part| part.category == category).unwrap();
        let names = part.columns.iter().filter(|c| c.provided).map(|c| c.name.clone());
        (part.is_portable(), names.collect::<Vec<_>>())
    };
    assert!(provided("customer").0 && !provided("invoice").0 && provided("purchase").0);
    assert_eq!(provided("purchase").1, ["TrackId", "TrackName", "AlbumTitle", "ArtistName", "Quantity"]);
    assert!(found.records.iter().all(|r| r.fields.values().all(|v| !matches!(v, Value::Object(_)))));
}
