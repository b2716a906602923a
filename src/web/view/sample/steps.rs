//! Steps on a case, filled in: who is it, collect.

use super::desk::*;
use super::public::sums;
use super::{Sample, at, desk, on, sample};
use crate::domain::identity::Channel;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::web::view::Said;
use crate::web::view::desk::collect::*;
use crate::web::view::desk::identity::*;
use crate::web::view::parts::{Choice, FileLink};
use crate::web::view::shell::Place;

pub(super) fn identity_pages() -> Vec<Sample> {
    let address = |value: &str, address: &str, channel, refused: Option<Said>| RecordAddress {
        value: value.into(),
        address: address.into(),
        channel,
        source: "Webshop".into(),
        since_on: Some(on("2024-03-14")),
        young: refused.is_some(),
        refused,
        chosen: false,
    };
    let young = Said::new("ui-address-young").with("n", 14);
    let look_up = LookUp {
        desk: desk(Place::Queue),
        step: step(vec![]),
        rights: vec![Right::Access, Right::Portability],
        level: 1,
        needed: 2,
        identifiers: vec![
            Identifier {
                kind: Said::new("ui-id-kind-email"),
                value: "aksel@example.com".into(),
                proven: true,
            },
            Identifier { kind: Said::new("ui-id-kind-phone"), value: "00 00 00 42".into(), proven: false },
        ],
        found: None,
        contact: ContactBack::default(),
        uploads: vec![Choice { value: "f1".into(), name: "pas.jpg".into(), chosen: false }],
    };
    let candidate = |title: &str, name: Option<&str>, proven| Candidate {
        value: format!("shop:{title}"),
        title: title.into(),
        name: name.map(str::to_owned),
        matched: vec![
            Said::new("ui-match-exact").with("kind", Said::new("ui-id-kind-email")),
            Said::new("ui-match-normalised").with("kind", Said::new("ui-id-kind-name")),
        ],
        proven,
        on_record: vec![("a.opfundsen@example.org".into(), Some(on("2024-03-14")))],
        chosen: proven,
        is_other: false,
        why_field: format!("why-{title}"),
        why: String::new(),
    };
    let found = LookUpResult {
        at: at("2026-11-24T10:12:00+01:00"),
        sources: vec![
            SourceLine { name: "Webshop".into(), hits: Some(1), trouble: None, left_out: vec![] },
            SourceLine {
                name: "CRM".into(),
                hits: None,
                trouble: Some(Said::new("fault-too_slow")),
                left_out: vec![],
            },
        ],
        candidates: vec![
            candidate("Webshop, customer 20417", Some("Aksel Opfundsen"), true),
            candidate("CRM, contact 5120", Some("A•••• O••••••••"), false),
        ],
        addresses: vec![
            address("a1", "a.opfundsen@example.org", Channel::Email, None),
            address("a2", "00 00 00 42", Channel::Phone, None),
            address("a3", "Prøvegade 3, 0000 Demoby", Channel::Post, None),
            address("a4", "aksel@example.com", Channel::Email, Some(young)),
        ],
    };
    let ask = AskIdentity {
        desk: desk(Place::Queue),
        step: step(vec![error("why", "error-staff-doubt")]),
        language: Lang::Sv,
        doubt: "other_address".into(),
        why: String::new(),
        ask: vec!["code".into()],
        item: String::new(),
        doubt_on: "2026-11-23".into(),
        by_on: "2026-12-08".into(),
        pauses_until_on: on("2026-11-27"),
        pauses: true,
        on_paper: false,
        effects: vec![
            PauseEffect {
                right: Right::Access,
                pauses: true,
                why: Said::new("ui-effect-needs").with("n", 2).with("has", 1),
            },
            PauseEffect { right: Right::MarketingObjection, pauses: false, why: Said::new("ui-effect-none") },
        ],
        unpaused_on: on("2026-12-23"),
        decide_by_on: on("2026-12-16"),
        letter: Some(letter()),
    };
    vec![
        sample("desk-look-up", look_up.clone()),
        sample("desk-look-up-found", LookUp { found: Some(found.clone()), ..look_up.clone() }),
        sample(
            "desk-look-up-nobody",
            LookUp {
                found: Some(LookUpResult { candidates: vec![], addresses: vec![], ..found }),
                step: step(vec![error("sure", "error-staff-reason")]),
                ..look_up
            },
        ),
        sample("desk-ask-identity", ask.clone()),
        sample("desk-ask-identity-paper", AskIdentity { on_paper: true, ..ask.clone() }),
        sample("desk-ask-identity-late", AskIdentity { pauses: false, letter: None, ..ask }),
        sample(
            "desk-reply",
            ReplyReceived {
                desk: desk(Place::Queue),
                step: step(vec![]),
                requests: choices(),
                asked_on: on("2026-11-03"),
                today_on: today(),
                replied_on: "2026-11-10".into(),
                how: String::new(),
                sums: sums(),
            },
        ),
        sample(
            "desk-resume",
            Resume {
                desk: desk(Place::Queue),
                step: step(vec![]),
                requests: choices(),
                due_on: on("2026-12-05"),
                reason: String::new(),
            },
        ),
        sample(
            "desk-assign",
            Assign {
                desk: desk(Place::Queue),
                step: step(vec![]),
                requests: choices(),
                colleagues: vec![choice("s1", "Maja Demo", true)],
            },
        ),
    ]
}

pub(super) fn collect_pages() -> Vec<Sample> {
    let task = TaskPage {
        desk: desk(Place::Queue),
        step: step(vec![]),
        task_id: "t4".into(),
        name: "Old chat, 2022–2023".into(),
        holder: Holder::Hand,
        state: TaskState::Open,
        question: "Everything about order 10382".into(),
        can_answer: true,
        due_on: on("2026-11-27"),
        days: 3,
        rights: vec![Right::Access],
        look_for: vec![("E-mail".into(), "freja@example.com".into(), true)],
        trouble: None,
        found: "yes".into(),
        paste: "2023-02-11\tHvor bliver min pakke af?".into(),
        paste_as: "text".into(),
        category: "Conversations".into(),
        provided: "yes".into(),
        ground: "b".into(),
        place: String::new(),
        max_megabytes: 25,
        max_files: 10,
    };
    let finding = FindingPage {
        desk: desk(Place::Queue),
        step: step(vec![]),
        task_id: "t1".into(),
        name: "Webshop".into(),
        searched: vec![("E-mail".into(), "freja@example.com".into())],
        searched_where: String::new(),
        parts: vec![FindingPart {
            label: "Ordrer".into(),
            activity: "Salg".into(),
            ground: "b".into(),
            columns: vec![
                FindingColumn { label: "Nummer".into(), provided: false },
                FindingColumn { label: "Adresse".into(), provided: true },
            ],
            rows: vec![vec!["10382".into(), "Prøvegade 3".into()]],
            records: 7,
        }],
        documents: vec![FileLink {
            name: "samtale.pdf".into(),
            bytes: 88_000,
            href: Some("/desk/cases/c1/files/f2".into()),
        }],
    };
    vec![
        sample(
            "desk-collect",
            StartCollecting {
                desk: desk(Place::Queue),
                step: step(vec![]),
                requests: choices(),
                sources: vec![SourceChoice {
                    value: "shop".into(),
                    name: "Webshop".into(),
                    chosen: true,
                    trouble: None,
                    records: vec![],
                }],
                hands: vec![HandTask {
                    no: 1,
                    name: "Chat".into(),
                    question: String::new(),
                    due_on: String::new(),
                }],
                can_add: true,
                is_added: false,
                can_start: true,
                due_on: "2026-11-27".into(),
                identifiers: vec!["freja@example.com".into(), "10382".into()],
            },
        ),
        sample("desk-task", task.clone()),
        sample(
            "desk-task-failed",
            TaskPage {
                trouble: Some(Said::new("fault-changed")),
                holder: Holder::Source,
                state: TaskState::Failed,
                days: -2,
                step: step(vec![error("found", "error-staff-reason"), error("place", "error-staff-reason")]),
                found: String::new(),
                ..task
            },
        ),
        sample("desk-finding", finding.clone()),
        sample("desk-finding-none", FindingPage { parts: vec![], documents: vec![], ..finding }),
    ]
}
