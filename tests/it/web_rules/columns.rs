//! A column's name in a form changes no column: handlers read the fields they ask for (R34).

use super::headers::hidden;
use super::place::{Place, ROLES};
use crate::support::Databases;

/// Every column of every table of the main database.
fn columns(databases: &Databases) -> Vec<String> {
    let mut all = databases.texts(
        "SELECT DISTINCT p.name AS text FROM sqlite_schema s JOIN pragma_table_info(s.name) p \
         WHERE s.type = 'table' ORDER BY p.name",
    );
    // what the forms of these steps carry themselves
    all.retain(|name| name != "version");
    all
}

/// The rows of a table without the columns a step is there to change.
fn rows(databases: &Databases, table: &str, changed: &[&str]) -> Vec<String> {
    let names = databases.texts(&format!("SELECT name AS text FROM pragma_table_info('{table}')"));
    let kept: Vec<String> = names
        .iter()
        .filter(|name| !changed.contains(&name.as_str()))
        .map(|name| format!("'{name}=' || quote({name})"))
        .collect();
    assert!(kept.len() > 10 && kept.len() + changed.len() == names.len(), "{names:?}");
    databases.texts(&format!("SELECT {} AS text FROM {table} ORDER BY id", kept.join(" || ' ' || ")))
}

#[test]
fn a_columns_name_in_a_form_changes_no_column_that_the_step_does_not_change() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let session = place.session(ROLES);
    let case = format!("/desk/cases/{}", place.case_id);
    let columns = columns(&databases);
    for known in ["state", "level", "answer_outcome", "received_on", "controller_id", "code_hash", "erased"] {
        assert!(columns.iter().any(|name| name == known), "{known} is a column");
    }
    let mut seen = Vec::new();
    for (step, own, on_case, on_requests) in [
        ("claim", [("request", ""), ("note", "")], &["version"][..], &["state", "assignee"][..]),
        ("note", [("note", "called"), ("request", "")], &["version"], &[]),
        ("message", [("text", "hello"), ("request", "")], &["version"], &[]),
    ] {
        let page = place.send(place.request("GET", &case, Some(&session))).text();
        let (csrf, version) = (hidden(&page, "csrf"), hidden(&page, "version"));
        let mut fields = vec![("csrf", csrf.as_str()), ("version", version.as_str())];
        fields.extend(own.iter().filter(|(_, value)| !value.is_empty()));
        let taken: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        for name in columns.iter().map(String::as_str).filter(|name| !taken.contains(name)) {
            fields.push((name, "7"));
        }
        fields.extend([
            ("state", "closed"),
            ("level", "3"),
            ("erased", "1"),
            ("answer_outcome", "fulfilled"),
        ]);
        let look = || [rows(&databases, "cases", on_case), rows(&databases, "requests", on_requests)];
        let before = look();
        let answer =
            place.send(place.request("POST", &format!("{case}/{step}"), Some(&session)).form(&fields));
        assert_eq!(answer.status, 303, "{step}: {}", answer.text());
        assert_eq!(before, look(), "{step}");
        seen.push(databases.texts("SELECT state AS text FROM requests"));
    }
    assert!(seen.iter().all(|states| states == &["assessing"]), "{seen:?}");
}
