//! Where a request belongs and who is who, filled in.

use super::desk::{closed_case, error, letter, step};
use super::{Sample, desk, on, sample};
use crate::domain::case::Intake;
use crate::domain::decide::APART;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::read_as::ReadAs;
use crate::domain::right::Right;
use crate::web::view::Said;
use crate::web::view::desk::belonging::*;
use crate::web::view::desk::case::{Action, CasePage, Next};
use crate::web::view::desk::people::*;
use crate::web::view::desk::rights::RightChoice;
use crate::web::view::parts::Choice;
use crate::web::view::shell::Place;

fn channels() -> Vec<Choice> {
    let staffs = Intake::ALL.iter().filter(|intake| **intake != Intake::Form);
    let channel = |intake: &Intake| Choice {
        value: intake.code().into(),
        name: String::new(),
        chosen: *intake == Intake::Phone,
    };
    staffs.map(channel).collect()
}

fn dates(day: &str) -> Vec<(Right, chrono::NaiveDate)> {
    vec![(Right::Access, on(day)), (Right::Erasure, on(day))]
}

pub(super) fn pages() -> Vec<Sample> {
    let mut all = vec![
        sample("desk-received-date", received()),
        sample("desk-received-date-empty", ReceivedDate { changes: vec![], is_later: false, ..received() }),
        sample(
            "desk-move",
            MoveTo {
                desk: desk(Place::Queue),
                step: step(vec![error("to", "error-move-to")]),
                now: "Nordlys Handel A/S".into(),
                dates: dates("2026-12-05"),
                choices: vec![MoveChoice {
                    value: "sydlys".into(),
                    name: "Sydlys AB".into(),
                    dates: dates("2026-12-07"),
                    chosen: true,
                }],
            },
        ),
        sample(
            "desk-instruction",
            InstructionForm {
                desk: desk(Place::Queue),
                step: step(vec![error("agreement", "error-instruction-agreement")]),
                customer: "Kommunen".into(),
                email: "dpo@kommunen.example".into(),
                agreement: String::new(),
                channels: channels(),
                received_on: "2026-11-24".into(),
                today_on: on("2026-11-24"),
                rights: Right::ALL.iter().map(|right| (*right, *right == Right::Erasure)).collect(),
                words: "Slet borgerens beskeder.".into(),
            },
        ),
    ];
    all.extend(forward());
    all.extend(rights());
    all.extend(same());
    all.extend(elsewhere());
    all.extend(people());
    all.extend(complaints());
    all
}

fn forward() -> Vec<Sample> {
    let choice = |name: &str, why_not: Option<&str>| CustomerChoice {
        value: name.into(),
        name: name.into(),
        agreement: "DBA 2025-14".into(),
        why_not: why_not.map(Said::new),
        chosen: why_not.is_none(),
    };
    let some = Forward {
        desk: desk(Place::Queue),
        step: step(vec![error("customer", "error-forward-to")]),
        request_id: "r1".into(),
        right: Right::Access,
        customers: vec![
            choice("Demoby Kommune", None),
            choice("Nordlys Data ApS", Some("need-no_joint_controllers")),
        ],
        due_on: on("2026-11-26"),
        closes: true,
        can_close: true,
        letter: Some(letter()),
    };
    let none = Forward {
        customers: vec![],
        letter: None,
        can_close: false,
        closes: false,
        step: step(vec![]),
        ..some.clone()
    };
    let caseworker = Forward { can_close: false, closes: false, step: step(vec![]), ..some.clone() };
    vec![
        sample("desk-forward", some),
        sample("desk-forward-nobody", none),
        sample("desk-forward-caseworker", caseworker),
    ]
}

fn received() -> ReceivedDate {
    ReceivedDate {
        desk: desk(Place::Queue),
        step: step(vec![]),
        was_on: on("2026-11-05"),
        received_on: "2026-11-09".into(),
        today_on: on("2026-11-24"),
        reason: String::new(),
        changes: vec![DateChange { right: Right::Access, was_on: on("2026-12-05"), on: on("2026-12-09") }],
        is_later: true,
        language: Lang::Da,
    }
}

fn rights() -> Vec<Sample> {
    let add = AddRight {
        desk: desk(Place::Queue),
        step: step(vec![error("right", "error-right-none"), error("since", "error-since-none")]),
        split: None,
        choices: Right::ALL
            .iter()
            .map(|right| RightChoice {
                right: *right,
                due_on: (*right != Right::Access).then(|| on("2026-12-05")),
                chosen: *right == Right::Erasure,
            })
            .collect(),
        since: "first".into(),
        words: vec!["Send mig alt, og slet det så.".into()],
    };
    let split = AddRight { split: Some(("r1".into(), Right::Access)), step: step(vec![]), ..add.clone() };
    vec![sample("desk-add-right", add), sample("desk-split", split)]
}

fn same() -> Vec<Sample> {
    let case = |reference: &str, kept, why_not: Option<&str>| SameCase {
        case_id: reference.into(),
        reference: reference.into(),
        name: Some("Freja Eksempelholm".into()),
        kept,
        why_not: why_not.map(Said::new),
        chosen: why_not.is_none(),
    };
    let found = Duplicate {
        desk: desk(Place::Queue),
        step: step(vec![error("sure", "error-duplicate-sure")]),
        request_id: "r1".into(),
        right: Right::Access,
        received_on: on("2026-11-05"),
        name: Some("Freja Eksempelholm".into()),
        cases: vec![
            case("B9PT-3W6V", Some((on("2026-11-02"), on("2026-12-02"))), None),
            case("M4TX-9K2D", None, Some("belonging-same-not-open")),
        ],
        sure: false,
    };
    let none = Duplicate { cases: vec![], step: step(vec![]), ..found.clone() };
    vec![sample("desk-duplicate", found), sample("desk-duplicate-none", none)]
}

fn elsewhere() -> Vec<Sample> {
    vec![sample(
        "desk-not-a-request",
        NotARequest {
            desk: desk(Place::Queue),
            step: step(vec![error("read_as", "error-read-as")]),
            request_id: "r1".into(),
            right: Right::Access,
            words: vec![],
            kinds: ReadAs::ALL.to_vec(),
            read_as: "public_access".into(),
            what: "Du beder om journalen om vejarbejdet.".into(),
            passed_to: "Teknik og Miljø".into(),
            language: Lang::Da,
            letter: letter(),
        },
    )]
}

fn people() -> Vec<Sample> {
    let authority = Authority {
        desk: desk(Place::Queue),
        step: step(vec![error("identity", "error-representative-identity")]),
        name: "Ida Prøvesen".into(),
        kind: "lawyer".into(),
        judgement: "unjudged".into(),
        judged: None,
        level: 1,
        is_child: false,
        evidence: "Fuldmagt af 3. november".into(),
        identity: String::new(),
        gets_answer: false,
        missing: String::new(),
        language: Lang::Da,
    };
    let again = Authority {
        judged: Some(("Uden underskrift".into(), String::new())),
        judgement: "refused".into(),
        kind: "parent".into(),
        is_child: true,
        gets_answer: true,
        step: step(vec![]),
        ..authority.clone()
    };
    let apart = |country: &str, on| Apart {
        desk: desk(Place::Queue),
        step: step(vec![]),
        flags: APART.iter().map(|flag| ApartFlag { flag: *flag, on, chosen: false }).collect(),
        reason: String::new(),
        country: country.into(),
    };
    vec![
        sample("desk-authority", authority),
        sample("desk-authority-again", again),
        sample("desk-apart", apart("dk", false)),
        sample("desk-apart-set", apart("se", true)),
        sample(
            "desk-covered",
            Covered {
                desk: desk(Place::Queue),
                step: step(vec![]),
                href: "/desk/cases/c1/findings/t1?address=shown".into(),
            },
        ),
    ]
}

pub(super) fn complaint_rows() -> Vec<ComplaintRow> {
    let row = |reference: &str, person: Option<&str>, is_open| ComplaintRow {
        case_id: reference.into(),
        reference: reference.into(),
        person: person.map(str::to_owned),
        controller: Some("Nordlys Handel A/S".into()),
        received_on: on("2026-11-20"),
        is_open,
    };
    vec![row("B9PT-3W6V", Some("Freja Eksempelholm"), true), row("M4TX-9K2D", None, false)]
}

fn complaints() -> Vec<Sample> {
    vec![
        sample(
            "desk-complain",
            Complain {
                desk: desk(Place::Queue),
                step: step(vec![error("complaint", "error-needed")]),
                channels: channels(),
                received_on: "2026-11-24".into(),
                today_on: on("2026-11-24"),
                complaint: String::new(),
            },
        ),
        sample(
            "desk-settle",
            Settle {
                desk: desk(Place::Queue),
                step: step(vec![]),
                complaint: vec!["I svarer ikke.".into()],
                words: String::new(),
                language: Lang::Da,
                letter: letter(),
            },
        ),
        sample("desk-complaints", Complaints { desk: desk(Place::Queue), rows: complaint_rows() }),
        sample("desk-case-complaint", complaint_case()),
        sample("desk-complaints-none", Complaints { desk: desk(Place::Queue), rows: vec![] }),
    ]
}

fn complaint_case() -> CasePage {
    let settle = Action {
        event: EventKind::SettleComplaint,
        label: None,
        href: Some("/desk/cases/c1/settle".into()),
        post: None,
        request: None,
        why: None,
        possible: true,
    };
    CasePage {
        requests: vec![],
        is_complaint: true,
        next: Next {
            said: Said::new("ui-next-complaint"),
            why: Some(Said::new("ui-next-complaint-why")),
            action: Some(settle.clone()),
            due: None,
        },
        actions: vec![settle],
        ..closed_case()
    }
}
