//! Answers and what lies around the cases, filled in.

use super::desk::*;
use super::public::sums;
use super::{Sample, at, desk, on, sample};
use crate::domain::access::Role;
use crate::domain::event::EventKind;
use crate::domain::job::Cause;
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::web::view::Said;
use crate::web::view::desk::answer::*;
use crate::web::view::desk::case::*;
use crate::web::view::desk::conflict::*;
use crate::web::view::desk::enter::*;
use crate::web::view::desk::identity::*;
use crate::web::view::desk::office::*;
use crate::web::view::desk::rights::*;
use crate::web::view::desk::send::*;
use crate::web::view::desk::time::*;
use crate::web::view::parts::Tone;
use crate::web::view::public::error::Trouble;
use crate::web::view::shell::{Place, Shell};

pub(super) fn answer_pages() -> Vec<Sample> {
    let complete = vec![tick(Some(Tone::Done), "ui-tick-outcome"), tick(Some(Tone::Stop), "ui-tick-reason")];
    let ground = |code: &str, article: &str, chosen| GroundChoice {
        code: code.into(),
        article: article.into(),
        chosen,
        what: if chosen { "dine fakturaer".into() } else { String::new() },
        why: String::new(),
    };
    let answer = AnswerForm {
        desk: desk(Place::Queue),
        step: step(vec![error("why-legal_obligation", "error-staff-reason")]),
        request_id: "r1".into(),
        right: Right::Erasure,
        state: State::Collecting,
        language: Lang::Da,
        due_on: on("2026-12-05"),
        days: 11,
        refuse_by_on: on("2026-11-30"),
        refuse_late: false,
        outcomes: vec![Outcome::Fulfilled, Outcome::PartlyFulfilled, Outcome::Refused],
        outcome: Some(Outcome::PartlyFulfilled),
        grounds: vec![
            ground("legal_obligation", "17(3)(b)", true),
            ground("legal_claims", "17(3)(e)", false),
        ],
        no_refusal: None,
        found: found(),
        withheld_grounds: vec!["rights_of_others".into(), "trade_secret_ip".into()],
        is_portability: true,
        record: super::record::groups(),
        words: String::new(),
        searched: vec!["Webshop".into(), "CRM".into()],
        remedies: vec!["Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby".into()],
        complete: complete.clone(),
        letter: letter(),
        approvers: vec!["Jonas Demo".into()],
        can_submit: false,
        blocked: Some(Said::new("ui-why-incomplete")),
    };
    let review = Review {
        desk: desk(Place::Queue),
        step: step(vec![]),
        request_id: "r1".into(),
        right: Right::Access,
        state: State::InReview,
        outcome: Outcome::Fulfilled,
        author: "Maja Demo".into(),
        due_on: on("2026-12-05"),
        days: 2,
        can_approve: true,
        single_handed: true,
        blocked: None,
        can_change: true,
        can_recall: false,
        comment: String::new(),
        record: super::record::groups(),
        language: Lang::Da,
        letter: LetterPreview { missing: vec![], ..letter() },
        package: Some(package()),
        checks: vec![tick(Some(Tone::Done), "ui-tick-schema"), tick(Some(Tone::Done), "ui-tick-hashes")],
    };
    let send = Send {
        desk: desk(Place::Queue),
        step: step(vec![]),
        request_id: "r1".into(),
        right: Right::Access,
        outcome: Outcome::Fulfilled,
        due_on: on("2026-12-05"),
        days: 2,
        is_late: false,
        to: "Freja Eksempelholm".into(),
        level: 2,
        channel: Some("f•••@example.com".into()),
        postal: None,
        is_protected: false,
        address_seen: false,
        via: "mail".into(),
        posted_on: String::new(),
        note: String::new(),
        late_reason: String::new(),
        author: "Maja Demo".into(),
        approver: "Jonas Demo".into(),
        single_handed: false,
        open: (7, 5),
        needs_code: true,
        checks: vec![tick(Some(Tone::Done), "ui-tick-channel")],
        letter: LetterPreview { missing: vec![], ..letter() },
        package: Some(package()),
    };
    vec![
        sample("desk-answer", answer.clone()),
        sample(
            "desk-answer-marketing",
            AnswerForm {
                right: Right::MarketingObjection,
                outcomes: vec![Outcome::Fulfilled],
                outcome: None,
                grounds: vec![],
                no_refusal: Some(Said::new("ground-none-marketing")),
                approvers: vec![],
                can_submit: true,
                blocked: None,
                step: step(vec![]),
                searched: vec![],
                found: vec![],
                ..answer
            },
        ),
        sample("desk-review", review.clone()),
        sample(
            "desk-review-mine",
            Review {
                can_approve: false,
                single_handed: false,
                blocked: Some(Said::new("error-staff-self")),
                package: None,
                ..review.clone()
            },
        ),
        sample(
            "desk-review-ready",
            Review { state: State::Ready, can_change: false, can_recall: true, ..review },
        ),
        sample("desk-send", send.clone()),
        sample(
            "desk-send-late",
            Send {
                is_late: true,
                days: -3,
                channel: None,
                postal: Some("Prøvegade 3, 0000 Demoby".into()),
                via: "post".into(),
                is_protected: true,
                needs_code: false,
                package: None,
                step: step(vec![error("late_reason", "error-staff-reason")]),
                ..send
            },
        ),
        sample(
            "desk-hand-over",
            HandOver {
                desk: desk(Place::Queue),
                step: step(vec![]),
                right: Right::Access,
                package_href: "/desk/cases/c1/send/r1/package".into(),
                page_href: Some("/desk/cases/c1/send/r1/page".into()),
                bytes: 1_240_000,
                sha256: "9f3c41d077abe2105c8e0b6f12d4a17e88c13f526d90e4b72a05c9d871f630be".into(),
                closed_at: Some(at("2026-11-24T13:52:00+01:00")),
            },
        ),
        sample(
            "desk-renew",
            RenewDelivery {
                desk: desk(Place::Queue),
                step: step(vec![]),
                request_id: "r1".into(),
                right: Right::Access,
                channel: "f•••@example.com".into(),
                open_until_on: None,
                new_until_on: on("2026-12-20"),
                kept_until_on: Some(on("2027-01-10")),
            },
        ),
        sample(
            "desk-extend",
            Extend {
                desk: desk(Place::Queue),
                step: step(vec![]),
                request_id: "r1".into(),
                right: Right::Access,
                language: Lang::Da,
                due_on: on("2026-12-05"),
                extended_on: on("2027-02-05"),
                sums: sums(),
                last_on: on("2026-11-30"),
                days: 6,
                disputable_until_on: Some(on("2026-12-07")),
                grounds: vec!["complexity".into()],
                why: String::new(),
                late_reason: String::new(),
                remedies: vec!["Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby".into()],
                complete,
                letter: letter(),
            },
        ),
        sample(
            "desk-withdraw",
            WithdrawByEvidence {
                desk: desk(Place::Queue),
                step: step(vec![]),
                requests: choices(),
                evidence: String::new(),
                told_on: "2026-11-24".into(),
                undo_until_on: on("2026-12-01"),
            },
        ),
    ]
}

fn reclassify() -> Reclassify {
    let other = |right, due: Option<&str>| RightChoice { right, due_on: due.map(on), chosen: false };
    Reclassify {
        desk: desk(Place::Queue),
        step: step(vec![error("right", "error-right-none")]),
        request_id: "r1".into(),
        right: Right::Access,
        due_on: on("2026-12-05"),
        choices: vec![
            other(Right::Erasure, Some("2026-12-05")),
            other(Right::MarketingObjection, Some("2026-11-25")),
            other(Right::ConsentWithdrawal, None),
        ],
        words: vec!["I keep getting your letters and want it to stop.".into()],
        drops_answer: true,
    }
}

/// A table with a column that is withheld, and a document.
fn found() -> Vec<FoundSource> {
    let line = |id: &str, label: Option<&str>, ground: &str, file: Option<&str>| FoundLine {
        id: id.into(),
        name: format!("withhold {id}"),
        label: label.map(Into::into),
        ground: ground.into(),
        file_id: file.map(Into::into),
        provided: file.is_some(),
    };
    let table = FoundGroup {
        label: Some("Samtaler".into()),
        count: 2,
        chosen: true,
        lines: vec![
            line("found-1", None, "", None),
            line("found-2", Some("Medarbejder"), "rights_of_others", None),
        ],
    };
    let documents = FoundGroup {
        label: None,
        count: 1,
        chosen: false,
        lines: vec![line("found-3", Some("brev.pdf"), "", Some("f1"))],
    };
    vec![FoundSource { name: "CRM".into(), groups: vec![table, documents] }]
}

pub(super) fn other_pages() -> Vec<Sample> {
    let enter = EnterCase {
        max_megabytes: 10,
        desk: desk(Place::Enter),
        key: "k".into(),
        errors: vec![error("received_on", "error-staff-received")],
        channel: "letter".into(),
        received_on: "2026-11-16".into(),
        today_on: today(),
        late_reason: String::new(),
        controllers: vec![choice("a", "Nordlys Handel A/S", true), choice("b", "Nordlys Norden AB", false)],
        answer_by: Some(EnterDate { on: on("2026-12-16"), days: 22, sums: sums() }),
        about_staff: vec![choice("s1", "Maja Demo", false)],
        name: "Ingrid Findesikke".into(),
        email: String::new(),
        phone: "00 00 00 17".into(),
        address: String::new(),
        other_ids: String::new(),
        protected: false,
        kind: String::new(),
        rep_name: String::new(),
        rep_email: String::new(),
        rep_phone: String::new(),
        rep_address: String::new(),
        words: "Jeg vil vide, hvad I har stående om mig.".into(),
        rights: vec!["access".into()],
        receipt: "print".into(),
        language: Lang::Da,
        languages: Lang::ALL.to_vec(),
        perhaps: vec![("V2HD-9R5P".into(), "c3".into())],
    };
    let conflict = Conflict {
        desk: desk(Place::Queue),
        step: step(vec![]),
        who: "Jonas Demo".into(),
        opened_at: Some(at("2026-11-24T13:40:00+01:00")),
        changes: vec![HistoryLine {
            said: Said::new("event-extend-done").with("date", on("2027-02-05")),
            at: at("2026-11-24T13:52:00+01:00"),
            who: "Jonas Demo".into(),
            rights: vec![Right::Access],
            links: vec![],
        }],
        states: vec![],
        event: EventKind::MessageSent,
        action: Some("/desk/cases/c1/message".into()),
        blocked: None,
        typed: vec![
            Typed { name: "text".into(), value: "Kære Freja.".into(), shown: true },
            Typed { name: "via".into(), value: "mail".into(), shown: false },
        ],
    };
    let job = JobLine {
        id: "j1".into(),
        kind: "send_letter".into(),
        case: Some(("c1".into(), "K7QF-2M9D".into())),
        tries: 8,
        at: at("2026-11-24T10:31:00+01:00"),
        cause: Cause::MailRefused,
        detail: Some("the mail server answered 550".into()),
    };
    let mails = DemoMails {
        brand: "Nordlys Handel".into(),
        languages: Shell::languages("/demo/mails", Lang::ALL),
        form_href: "/o/nordlys".into(),
        mails: vec![MailLine {
            id: "m1".into(),
            to: "freja@example.com".into(),
            subject: "Er det dig?".into(),
            at: at("2026-11-24T10:31:00+01:00"),
            staff: true,
        }],
        open: Some(MailOpen {
            id: "m1".into(),
            to: "freja@example.com".into(),
            from: "privatliv@nordlys.example".into(),
            subject: "Er det dig?".into(),
            at: at("2026-11-24T10:31:00+01:00"),
            text: MailPiece::cut("Kære Freja\n\nhttp://h:1/o/a/find\n\nVenlig hilsen", "http://h:1"),
        }),
    };
    let doors = DemoDoors {
        brand: "Nordlys Handel".into(),
        languages: Shell::languages("/demo", Lang::ALL),
        form_href: "/o/nordlys".into(),
        sign_ins: vec![DemoSignIn {
            name: "Jonas Demo".into(),
            email: "jonas@nordlys.example".into(),
            password: "kaffe regnvejr cykel lampe".into(),
            roles: vec![Role::Caseworker, Role::Approver],
            digits: "123456".into(),
        }],
    };
    let mut pages = vec![
        sample("desk-reclassify", reclassify()),
        sample("desk-enter", enter.clone()),
        sample("desk-enter-first", EnterCase { answer_by: None, errors: vec![], perhaps: vec![], ..enter }),
        sample(
            "desk-entered",
            EnteredReceipt {
                desk: desk(Place::Enter),
                case_id: "c1".into(),
                language: Lang::Sv,
                controller: "Nordlys Handel A/S".into(),
                controller_line: "CVR 00000000, Eksempelvej 1, 0000 Demoby".into(),
                reference: "K7QF-2M9D".into(),
                code: Some("4821 7730 2291".into()),
                received_on: on("2026-11-16"),
                answer_by_on: on("2026-12-16"),
                understood: vec![Said::new("right-access-asked")],
                find_address: "nordlys.example/o/nordlys/find".into(),
            },
        ),
        sample("desk-conflict", conflict.clone()),
        sample(
            "desk-conflict-blocked",
            Conflict { action: None, blocked: Some(Said::new("ui-no-longer-possible")), ..conflict },
        ),
        sample(
            "desk-jobs",
            Jobs { desk: desk(Place::Jobs), dead: vec![job], waiting: 2, held: true, unproven: true },
        ),
        sample(
            "desk-jobs-empty",
            Jobs { desk: desk(Place::Jobs), dead: vec![], waiting: 0, held: false, unproven: false },
        ),
        sample("demo", doors),
        sample("demo-mails", mails.clone()),
        sample("demo-mails-empty", DemoMails { mails: vec![], open: None, ..mails }),
    ];
    pages.extend(Trouble::ALL.iter().map(|trouble| {
        let error = DeskError {
            desk: desk(Place::Elsewhere),
            trouble: *trouble,
            body: Said::new("ui-desk-error-500-body"),
        };
        sample("desk-error", error)
    }));
    pages
}
