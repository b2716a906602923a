//! The table as a text: every event × state × role × right, found by asking, to be read by eye.

use crate::domain::event::EventKind;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::domain::table::{TABLE, Who, permitted};
use std::collections::BTreeMap;
use std::fmt::Write;

const LETTERS: &[(Who, char)] = &[
    (Who::Person, 'P'),
    (Who::Caseworker, 'C'),
    (Who::Approver, 'A'),
    (Who::Officer, 'M'),
    (Who::System, 'S'),
];

/// Who may, per state, for one event and right.
fn cells(event: EventKind, right: Right) -> Vec<String> {
    State::ALL
        .iter()
        .map(|state| {
            let who: String = LETTERS
                .iter()
                .filter(|(who, _)| permitted(event, *state, right, &[*who]).is_ok())
                .map(|(_, letter)| *letter)
                .collect();
            if who.is_empty() { ".".into() } else { who }
        })
        .collect()
}

#[test]
fn the_matrix_of_events_states_roles_and_rights_is_the_one_that_was_read() {
    let mut text = format!("{:26}", "");
    for state in State::ALL {
        write!(text, "{:11}", &state.code()[..state.code().len().min(10)]).unwrap();
    }
    writeln!(text, "rights").unwrap();
    for row in TABLE.iter().filter(|row| !row.from.is_empty()) {
        let mut alike: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
        for right in Right::ALL {
            alike.entry(cells(row.kind, *right)).or_default().push(right.article());
        }
        for (cells, articles) in alike.iter().rev() {
            write!(text, "{:26}", row.kind.code()).unwrap();
            for cell in cells {
                write!(text, "{cell:11}").unwrap();
            }
            let rights = if articles.len() == Right::ALL.len() { "all".into() } else { articles.join(" ") };
            writeln!(text, "{rights}").unwrap();
        }
    }
    insta::assert_snapshot!(text);
}
