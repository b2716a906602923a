//! Indsigt as a source of its own: earlier cases of the same person, and of nobody else.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::on_both;
use chrono::Duration;
use indsigt::domain::finding::Finding;
use indsigt::domain::right::Right;
use indsigt::package::Manifest;
use indsigt::services::own_cases;
use indsigt::store::tasks;
use std::io::Read;

/// The manifest of the package that was built for this case.
fn manifest(case: &Case<'_>) -> Manifest {
    let store = &case.house.app.store;
    let id = case.request(Right::Access);
    let package = store.look(|db| tasks::package(db, &id)).unwrap().unwrap();
    package.summary(&store.case_key(&case.id).unwrap()).unwrap()
}

/// What this program found in itself for this case: described, and the records as text.
fn own(case: &Case<'_>) -> (Finding, String) {
    let store = &case.house.app.store;
    let key = store.case_key(&case.id).unwrap();
    let all = store.look(|db| tasks::findings(db, &case.id)).unwrap();
    let found = all.into_iter().map(|stored| (stored.finding(&key).unwrap(), stored.records_file));
    let (finding, file) = found.into_iter().find(|(finding, _)| finding.source == own_cases::NAME).unwrap();
    let mut text = String::new();
    if let Some(file) = file {
        store.files.read(&key, &file).unwrap().read_to_string(&mut text).unwrap();
    }
    (finding, text)
}

fn collected(case: &Case<'_>, browser: &Browser<'_>) {
    case.prove(browser, LUIS);
    case.collect(browser);
    case.house.drain();
}

#[test]
fn an_earlier_case_of_the_same_person_is_given_out_and_who_read_it_by_function_only() {
    on_both(|databases| {
        let (house, maja, ..) = staffed(databases);
        let browser = Browser::of(&house, &maja);
        // a namesake with another address, and somebody else behind the same mailbox
        Case::new(&house, &maja, "another.luis@example.com", &[Right::Access]);
        Case::named(&house, &maja, "Somebody Else", LUIS, &[Right::Access]);
        let first = Case::new(&house, &maja, LUIS, &[Right::Access]);
        collected(&first, &browser);
        let (finding, _) = own(&first);
        assert!(finding.is_empty() && !finding.searched.is_empty(), "nothing of theirs was here before");

        // a mailbox gets only so many codes an hour
        house.app.store.clock.advance(Duration::hours(2));
        let browser = Browser::of(&house, &maja);
        let second = Case::new(&house, &maja, LUIS, &[Right::Access]);
        collected(&second, &browser);
        let (finding, records) = own(&second);
        let categories: Vec<&str> = finding.parts.iter().map(|part| part.category.as_str()).collect();
        assert_eq!(categories, ["indsigt-requests", "indsigt-letters", "indsigt-checks", "indsigt-reads"]);
        assert_eq!(finding.parts[0].records, 1, "one earlier case, neither this one nor another's");
        assert!(records.contains(&first.stored().reference), "{records}");
        assert!(records.contains("\"function\":\"Handläggare\""), "{records}");
        assert!(
            !records.contains(&maja.id) && !records.contains("Maja"),
            "no name of a colleague: {records}"
        );

        assert_eq!(second.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        house.drain();
        let manifest = manifest(&second);
        let purposes = manifest.article_15.as_ref().unwrap().purposes.as_ref().unwrap();
        let is_told = purposes.iter().any(|s| s.activity.as_deref() == Some("data-protection-requests"));
        assert!(is_told, "what it is used for is said");
        assert!(manifest.files.iter().any(|file| file.category.as_deref() == Some("indsigt-letters")));
    });
}
