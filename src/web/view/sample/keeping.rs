//! Keeping our own cases, filled in.

use super::desk::{error, step};
use super::{Sample, desk, on, sample};
use crate::domain::outcome::Outcome;
use crate::domain::retention::Keeper;
use crate::domain::right::Right;
use crate::web::view::desk::keeping::*;
use crate::web::view::shell::Place;

/// A hold somebody put on.
pub(super) fn held() -> Held {
    Held {
        user: "Karin Demo".into(),
        on: on("2026-11-20"),
        reason: "The person has sued us over the answer (case BS-0000).".into(),
    }
}

pub(super) fn keeping_pages() -> Vec<Sample> {
    let line = |reference: &str, kept_by: &[Keeper], chosen| ReachedLine {
        case_id: "c1".into(),
        reference: reference.into(),
        controller: "Nordlys Handel A/S".into(),
        requests: vec![
            (Right::Access, Some(Outcome::Fulfilled)),
            (Right::Erasure, Some(Outcome::PartlyFulfilled)),
        ],
        reached_on: on("2026-11-03"),
        kept_by: kept_by.to_vec(),
        chosen,
    };
    let binned = |reference: &str, until: &str, may_go, is_held| BinLine {
        case_id: "c3".into(),
        reference: reference.into(),
        controller: "Nordlys Handel A/S".into(),
        since_on: on("2026-11-08"),
        until_on: on(until),
        may_go,
        is_held,
        chosen: false,
    };
    let lists = RetentionPage {
        desk: desk(Place::Queue),
        ready: vec![line("K7QF-2M9D", &[], true), line("P3WM-7T4R", &[], false)],
        kept: vec![line("H4TN-6XJC", Keeper::ALL, false)],
        binned: vec![
            binned("R2VX-8KMP", "2026-11-22", true, false),
            binned("T5JD-3WQA", "2026-12-01", false, true),
        ],
        may_purge: true,
        unfinished: 1,
        errors: vec![error("case", "error-retention-none"), error("nobody_asks", "error-bin-unread")],
    };
    let empty = RetentionPage {
        ready: vec![],
        kept: vec![],
        binned: vec![],
        may_purge: false,
        unfinished: 0,
        errors: vec![],
        ..lists.clone()
    };
    let hold =
        |held, errors| HoldPage { desk: desk(Place::Queue), step: step(errors), held, reason: String::new() };
    let bin = |is_in, errors| BinPage {
        desk: desk(Place::Queue),
        step: step(errors),
        is_in,
        reason: String::new(),
    };
    vec![
        sample("desk-hold", hold(None, vec![error("reason", "need-words-reason")])),
        sample("desk-hold-off", hold(Some(held()), vec![])),
        sample("desk-bin", bin(false, vec![])),
        sample("desk-bin-out", bin(true, vec![])),
        sample("desk-retention", lists),
        sample("desk-retention-empty", empty),
    ]
}
