//! Somebody whom no source knows: the answer is that nothing is held, and where it was searched.

use super::driver::Browser;
use super::person::Person;
use super::staff::Desk;
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;

const NORA: &str = "nora@ingenstans.example";

#[test]
fn a_stranger_to_every_source_is_told_that_nothing_is_held_and_where_it_was_searched() {
    let (Some(mine), Some(desk), Some(other)) =
        (Browser::open("sv"), Browser::open("da"), Browser::open("en"))
    else {
        return;
    };
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let maja = house.colleague("maja@musik.example", "Maja Krog", &[Role::Caseworker], Lang::Da);
    let jonas = house.colleague("jonas@musik.example", "Jonas Lind", &[Role::Approver], Lang::En);

    let person = Person::asks(&mine, &house, &["access"], ("Nora Ingenstans", NORA));
    person.confirms();
    let caseworker = Desk::of(&desk, &house, &maja);
    let case = caseworker.claims();
    let found = caseworker.looks_up(&case);
    assert!(!desk.has("input[name=record]"), "{found}");
    caseworker.answers(&case, "access", "no_data", "");
    Desk::of(&other, &house, &jonas).approves(&case, "access");
    caseworker.sends(&case, "access");

    let (subject, letter) = house.newest_mail(NORA);
    assert!(subject.contains("svar"), "{subject}");
    assert!(letter.contains("Vi har inget om dig."), "{letter}");
    assert!(letter.contains("webbutikens kunder, fakturor och fakturarader"), "{letter}");
    assert!(!letter.contains("/answer/"), "there is nothing to fetch: {letter}");

    mine.goto(&format!("{}{}/find", house.address, super::person::HOME));
    person.opens();
    let page = person.sees_case("public-18-no-data");
    assert!(page.contains("Vi har inget om dig"), "{page}");
}
