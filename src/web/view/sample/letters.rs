//! Letters of cases, filled in.

use super::desk::{error, step};
use super::{Sample, at, desk, on, sample};
use crate::domain::language::Lang;
use crate::web::view::Said;
use crate::web::view::desk::letter::{CaseLetter, LetterRow, LettersToPost};
use crate::web::view::shell::Place;

pub(super) fn letter_pages() -> Vec<Sample> {
    let letter = CaseLetter {
        desk: desk(Place::Queue),
        step: step(vec![]),
        message_id: "m1".into(),
        language: Lang::Da,
        subject: "Vi vil være sikre på, at det er dig".into(),
        to: None,
        how: Said::new("ui-to-be-posted"),
        at: at("2026-11-24T13:52:00+01:00"),
        posted: None,
        text: "Kære Freja Eksempelholm\n\nDit CPR-nummer ••••••-•••• behøver vi ikke.\n\nVenlig hilsen\nMaja Demo"
            .into(),
        hides_numbers: true,
        shows_numbers: false,
        posted_on: Some("2026-11-24".into()),
        is_receipt: false,
    };
    let row = |said: &str, reference: &str, person: Option<&str>| LetterRow {
        href: "/desk/cases/c1/letters/m1".into(),
        said: Said::new(said),
        reference: reference.into(),
        person: person.map(str::to_owned),
        controller: Some("Nordlys Handel A/S".into()),
        at: at("2026-11-24T13:52:00+01:00"),
    };
    let rows = vec![
        row("letter-name-ask_identity", "K7QF-2M9D", Some("Freja Eksempelholm")),
        row("letter-name-receipt", "P3WM-7T4R", None),
    ];
    vec![
        sample("desk-letter", letter.clone()),
        sample(
            "desk-letter-posted",
            CaseLetter {
                step: step(vec![error("posted_on", "error-date-unreal")]),
                posted: Some(on("2026-11-25")),
                posted_on: Some("2026-02-31".into()),
                is_receipt: true,
                hides_numbers: false,
                shows_numbers: true,
                ..letter
            },
        ),
        sample("desk-letters", LettersToPost { desk: desk(Place::Queue), rows, after: Some("MTcw".into()) }),
        sample("desk-letters-empty", LettersToPost { desk: desk(Place::Queue), rows: vec![], after: None }),
    ]
}
