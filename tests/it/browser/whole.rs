//! The whole way in Chromium, in Swedish: a customer of the shop asks for access and portability,
//! staff answer, and what is downloaded is that customer's data and nobody else's.

use super::driver::Browser;
use super::package::{Unpacked, unpack};
use super::person::Person;
use super::staff::Desk;
use crate::support::house::House;
use crate::support::{Databases, on_both};
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use sha2::{Digest, Sha256};

/// Customer 1 of Chinook: seven invoices, 38 invoice lines.
const LUIS: &str = "luisg@embraer.com.br";
const INVOICES: [&str; 7] = ["121", "143", "195", "316", "327", "382", "98"];

#[test]
fn a_customer_asks_in_swedish_and_downloads_their_own_data_and_nobody_elses() {
    on_both(whole_way);
}

fn whole_way(databases: &Databases) {
    let (Some(mine), Some(desk), Some(other)) =
        (Browser::open("sv"), Browser::open("da"), Browser::open("en"))
    else {
        return;
    };
    let house = House::on(databases);
    let maja = house.colleague("maja@musik.example", "Maja Krog", &[Role::Caseworker], Lang::Da);
    let jonas = house.colleague("jonas@musik.example", "Jonas Lind", &[Role::Approver], Lang::En);

    let person = Person::asks(&mine, &house, &["access", "portability"], ("Luís Gonçalves", LUIS));
    person.confirms();
    let caseworker = Desk::of(&desk, &house, &maja);
    let case = caseworker.claims();
    let found = caseworker.looks_up(&case);
    assert!(found.contains("Gonçalves"), "{found}");
    caseworker.sends_code();
    let secrets = person.proves();

    caseworker.collects(&case);
    let shown = caseworker.reads_letters(&case);
    assert!(shown.contains("Din kod: ••••") && shown.contains("/fetch/…"), "{shown}");
    for secret in secrets.iter().chain([&person.code]) {
        assert!(!shown.contains(secret), "the desk reads what proves a mailbox");
    }
    caseworker.answers(&case, "access", "fulfilled", "Här är allt vi har om dig.");
    caseworker.answers(&case, "portability", "fulfilled", "Här är det du kan ta med dig.");
    let approver = Desk::of(&other, &house, &jonas);
    let read = approver.approves(&case, "access");
    assert!(read.contains("Här är allt vi har om dig.") && read.contains("38"), "{read}");
    approver.approves(&case, "portability");

    // releasing asks for a code of the last five minutes
    house.app.store.clock.advance(chrono::Duration::minutes(6));
    caseworker.sends(&case, "access");
    let access = house.link(LUIS, "/answer/");
    caseworker.sends(&case, "portability");
    let portability = house.link(LUIS, "/answer/");
    assert_ne!(access, portability);

    let bytes = person.fetches(&access, "public-15-answer-access");
    let sum: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
    assert!(mine.source().contains(&sum), "the page shows the checksum of what it gives");
    is_all_of_luis(&unpack(&bytes), &person.reference);
    is_what_luis_can_take_along(&unpack(&person.fetches(&portability, "public-16-answer-portability")));
    person.sees_case("public-17-answered");
}

fn is_all_of_luis(package: &Unpacked, reference: &str) {
    let manifest = &package.manifest;
    assert_eq!((manifest.language, manifest.kind.as_str()), (Lang::Sv, "access"));
    assert_eq!(manifest.case_reference, reference);
    assert_eq!(package.counts(), [("customer", 1), ("invoice", 7), ("purchase", 38)]);
    assert_eq!(package.values("customer", "customerid"), ["1"]);
    assert_eq!(package.values("customer", "email"), [LUIS]);
    assert_eq!(package.values("invoice", "customerid"), ["1"], "no invoice of another customer");
    assert_eq!(package.values("invoice", "invoiceid"), INVOICES);
    assert_eq!(package.values("purchase", "invoiceid"), INVOICES, "no line of another invoice");
    assert_eq!(package.values("purchase", "invoicelineid").len(), 38);
    assert!(manifest.withheld.is_empty());
}

/// Art. 20(1): what the person provided, and only where the ground is consent or contract.
fn is_what_luis_can_take_along(package: &Unpacked) {
    assert_eq!((package.manifest.language, package.manifest.kind.as_str()), (Lang::Sv, "portability"));
    assert_eq!(package.counts(), [("customer", 1), ("purchase", 38)]);
    assert!(package.grounds.values().all(|ground| ground == "a" || ground == "b"));
    assert_eq!(package.values("customer", "email"), [LUIS]);
    for (category, columns) in &package.columns {
        assert!(columns.values().all(|provided| *provided), "{category}: {columns:?}");
        for record in &package.records[category] {
            let names = record.as_object().unwrap().keys();
            assert!(names.into_iter().all(|name| columns.contains_key(name)), "{record}");
        }
    }
    let left_out: Vec<(&str, &str)> =
        package.manifest.withheld.iter().map(|w| (w.what.as_str(), w.ground_code.as_str())).collect();
    let says = |what: &str, code| left_out.iter().any(|(w, c)| w.contains(what) && *c == code);
    assert!(says("Fakturor", "not_consent_or_contract"), "{left_out:?}");
    assert!(says("Kundnummer", "not_provided_by_subject"), "{left_out:?}");
    assert!(says("Styckpris", "not_provided_by_subject"), "{left_out:?}");
}
