//! The record of an answer and what goes on after it, filled in.

use super::desk::{error, step};
use super::{Sample, desk, on, sample};
use crate::domain::fulfilment::{NoticeKind, NoticeStatus};
use crate::domain::language::Lang;
use crate::web::view::Said;
use crate::web::view::desk::record::*;
use crate::web::view::parts::Choice;
use crate::web::view::shell::Place;

/// One input of each kind.
pub(super) fn groups() -> Vec<Group> {
    let input = |kind, name: &str, label: &str, value: &str| Input {
        kind,
        name: name.into(),
        label: Said::new(label),
        hint: None,
        value: value.into(),
        options: vec![],
        in_letter: kind == InputKind::Line,
    };
    let options = vec![
        Opt { value: "erase".into(), label: Said::new("record-action-erase"), chosen: false },
        Opt { value: "keep".into(), label: Said::new("record-action-keep"), chosen: true },
    ];
    let choose = |kind, name: &str| Input {
        options: options.clone(),
        hint: Some(Said::new("record-recipients-hint")),
        ..input(kind, name, "record-action", "")
    };
    let until = Said::new("record-e-until-more").with("date", on("2031-12-31"));
    vec![Group {
        id: "record-e-lines".into(),
        title: Said::new("record-e-lines"),
        more: Some(Said::new("record-register")),
        inputs: vec![
            Input {
                label: Said::new("record-plain").with("words", "Salg"),
                ..input(InputKind::Head, "", "record-e", "")
            },
            input(InputKind::Line, "e-what-1", "record-e-what", "Fakturaer"),
            choose(InputKind::Radio, "e-action-1"),
            choose(InputKind::Select, "e-rule-1"),
            choose(InputKind::Checks, "x-touched"),
            input(InputKind::Date, "e-start-1", "record-e-start", "2026-06-30"),
            Input { label: until, ..input(InputKind::Told, "", "record-e", "") },
            input(InputKind::Area, "e-likeness", "record-e-likeness", "Billederne er slettet."),
            input(InputKind::Check, "e-named", "record-named", "yes"),
        ],
    }]
}

pub(super) fn pages() -> Vec<Sample> {
    let restriction = |id: &str, lifted: bool| RestrictionLine {
        id: id.into(),
        what: "adressen".into(),
        case: Said::new("record-case-a"),
        from_on: on("2026-11-24"),
        lifted_on: lifted.then(|| on("2026-12-20")),
        is_decided: !lifted,
        notice: Said::new("follow-notice-out").with("date", on("2026-12-20")),
        can_lift: !lifted,
        uses: vec![(on("2026-12-01"), Said::new("exception-claims"), "Svar til advokaten".into())],
    };
    let notice = |id: &str, status: NoticeStatus| NoticeLine {
        id: id.into(),
        name: "Postfirmaet A/S".into(),
        has_address: true,
        kind: NoticeKind::Rectified,
        status,
        is_open: status.is_open(),
        reply_by_on: Some(on("2026-12-08")),
        proof: if status.is_open() { String::new() } else { "Ringede tilbage".into() },
    };
    let backup = |id: &str, is_done: bool| BackupLine {
        id: id.into(),
        due_on: on("2026-12-24"),
        is_due: true,
        is_done,
        how: if is_done { "Set i loggen".into() } else { String::new() },
    };
    let page = FollowUps {
        desk: desk(Place::Queue),
        step: step(vec![error("use-r1", "error-follow-words")]),
        language: Lang::Da,
        can_work: true,
        restrictions: vec![restriction("r1", false), restriction("r2", true)],
        requests: vec![Choice { value: "q1".into(), name: "rectification".into(), chosen: false }],
        cases: vec![Opt { value: "a".into(), label: Said::new("record-case-a"), chosen: false }],
        exceptions: vec![Opt { value: "claims".into(), label: Said::new("exception-claims"), chosen: false }],
        notices: vec![
            notice("n1", NoticeStatus::Open),
            notice("n2", NoticeStatus::Told),
            notice("n3", NoticeStatus::Confirmed),
        ],
        backups: vec![backup("b1", false), backup("b2", true)],
        today_on: on("2026-11-24"),
        reply_by_on: on("2026-12-08"),
        typed: [("exception-r1".to_owned(), "claims".to_owned())].into(),
    };
    let line = |is_due| FollowLine {
        case_id: "c1".into(),
        reference: "K7QF-2M9D".into(),
        kind: Said::new("follow-backups"),
        detail: Said::new("right-erasure-staff"),
        on: Some(on("2026-12-24")),
        is_due,
    };
    let list = FollowList { desk: desk(Place::FollowUps), lines: vec![line(true), line(false)] };
    vec![
        sample(
            "desk-follow-ups-none",
            FollowUps {
                step: step(vec![]),
                restrictions: vec![],
                requests: vec![],
                notices: vec![],
                backups: vec![],
                can_work: false,
                ..page.clone()
            },
        ),
        sample("desk-follow-ups", page),
        sample("desk-follow-list-none", FollowList { lines: vec![], ..list.clone() }),
        sample("desk-follow-list", list),
    ]
}
