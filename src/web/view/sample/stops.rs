//! Marketing that was stopped, notices, and the officer's books, filled in.

use super::desk::{error, letter, step};
use super::{Sample, at, desk, on, sample, shell};
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::domain::stopping::Channel;
use crate::web::view::desk::books::*;
use crate::web::view::desk::stopped::*;
use crate::web::view::parts::Choice;
use crate::web::view::public::notices::*;
use crate::web::view::public::stop::*;
use crate::web::view::shell::Place;

pub(super) fn all() -> Vec<Sample> {
    let mut pages = public();
    pages.extend(books());
    pages.push(stopped());
    pages
}

fn public() -> Vec<Sample> {
    let stop = |step: StopStep| StopMarketing {
        shell: shell(),
        action: "/o/nordlys/stop/token".into(),
        step,
        right: (step != StopStep::Unknown).then_some(Right::MarketingObjection),
        masked: "f•••@example.com".into(),
        reference: (step == StopStep::Done).then(|| "K7QF-2M9D".to_owned()),
    };
    let contact = ContactLine {
        is_officer: true,
        name: "Mette Holm".into(),
        email: Some("dpo@nordlys.example".into()),
        phone: Some("00 00 00 00".into()),
    };
    let (phone, email) = (Some("00 00 00 00".to_owned()), Some("privatliv@nordlys.example".to_owned()));
    let address = Some("Eksempelvej 1, 0000 Demoby".to_owned());
    vec![
        sample("stop-ask", stop(StopStep::Ask)),
        sample(
            "stop-ask-consent",
            StopMarketing { right: Some(Right::ConsentWithdrawal), ..stop(StopStep::Ask) },
        ),
        sample("stop-done", stop(StopStep::Done)),
        sample(
            "stop-done-consent",
            StopMarketing { right: Some(Right::ConsentWithdrawal), ..stop(StopStep::Done) },
        ),
        sample("stop-before", stop(StopStep::Before)),
        sample("stop-unknown", stop(StopStep::Unknown)),
        sample(
            "privacy",
            PrivacyNotice {
                shell: shell(),
                contact: Some(contact.clone()),
                web: Some("https://nordlys.example".into()),
                keep_months: 12,
                authority: "Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, www.datatilsynet.dk".into(),
            },
        ),
        sample(
            "privacy-person",
            PrivacyNotice {
                shell: shell(),
                contact: Some(ContactLine { is_officer: false, email: None, phone: None, ..contact }),
                web: None,
                keep_months: 1,
                authority: "Datatilsynet".into(),
            },
        ),
        sample(
            "right-to-object",
            RightToObject { shell: shell(), phone: phone.clone(), email: email.clone() },
        ),
        sample("form-closed", FormClosed { shell: shell(), phone, email, address }),
    ]
}

fn choice(value: &str, name: &str, chosen: bool) -> Choice {
    Choice { value: value.into(), name: name.into(), chosen }
}

fn books() -> Vec<Sample> {
    let controllers =
        || vec![choice("nordlys", "Nordlys Handel A/S", true), choice("norden", "Nordlys Norden AB", false)];
    let list = SuppressionList {
        desk: desk(Place::Elsewhere),
        controllers: controllers(),
        counts: (214, 1),
        address: String::new(),
        reason: String::new(),
        found: None,
        is_on: false,
        did: None,
        errors: vec![],
    };
    let line = |origin: &str, lifted: bool| StopLine {
        origin: origin.into(),
        at: at("2026-11-23T10:12:00+01:00"),
        reason: lifted.then(|| "Ringede den 3. og bad om det".to_owned()),
        lifted: lifted
            .then(|| (at("2026-11-24T09:00:00+01:00"), "Vil gerne have nyhedsbrevet igen".to_owned())),
    };
    let disclosure = DisclosureLine {
        asked_on: on("2026-11-20"),
        decided_on: on("2026-11-21"),
        controller: "Nordlys Handel A/S".into(),
        outcome: "partly".into(),
        asker: "Østjyllands Politi, N.N.".into(),
        basis: "Retsplejelovens § 804, kendelse 1-2026".into(),
        what: "Tidspunkter for log-in i marts".into(),
        about: "Kunde 20417".into(),
        decided_by: "Mette Holm".into(),
        why: "Indhold var ikke omfattet".into(),
    };
    let training = TrainingLine {
        kind: "training",
        what: "Databeskyttelse 2025".into(),
        done_on: on("2025-01-10"),
        valid_until_on: Some(on("2026-01-10")),
        is_over: true,
    };
    let notices = ObjectionNotices {
        desk: desk(Place::Elsewhere),
        may_enter: true,
        controllers: controllers(),
        told_by: vec!["email", "letter", "sms", "phone", "web", "in_person"],
        way: "letter".into(),
        given_on: "2026-11-23".into(),
        occasion: String::new(),
        audience: String::new(),
        pages: vec![(
            "Nordlys Handel A/S".into(),
            "https://data.nordlys.example/o/nordlys/right-to-object".into(),
        )],
        notices: vec![],
        errors: vec![error("occasion", "error-notice-occasion")],
    };
    vec![
        sample("desk-suppression", list.clone()),
        sample(
            "desk-suppression-on",
            SuppressionList {
                found: Some(vec![line("link", false), line("desk", true)]),
                is_on: true,
                did: Some("added"),
                ..list.clone()
            },
        ),
        sample(
            "desk-suppression-off",
            SuppressionList {
                found: Some(vec![]),
                errors: vec![error("address", "error-suppression-not_on")],
                ..list
            },
        ),
        sample(
            "desk-right-to-object",
            ObjectionNotices {
                notices: vec![NoticeLine {
                    on: on("2026-11-02"),
                    controller: "Nordlys Handel A/S".into(),
                    occasion: "Velkomstbrev".into(),
                    audience: "Nye kunder i uge 45".into(),
                    way: "letter".into(),
                    text_version: "2026-11".into(),
                    by: "Maja Demo".into(),
                }],
                ..notices.clone()
            },
        ),
        sample(
            "desk-right-to-object-empty",
            ObjectionNotices { may_enter: false, errors: vec![], ..notices },
        ),
        sample(
            "desk-disclosures",
            Disclosures {
                desk: desk(Place::Elsewhere),
                may_enter: true,
                controllers: controllers(),
                outcomes: vec!["disclosed", "partly", "refused"],
                typed: DisclosureTyped::default(),
                lines: vec![disclosure],
                errors: vec![error("asker", "error-disclosure-asker")],
            },
        ),
        sample(
            "desk-training",
            TrainingBook {
                desk: desk(Place::Elsewhere),
                may_enter: true,
                colleagues: vec![choice("s1", "Maja Demo", true)],
                kinds: vec!["training", "confidentiality"],
                kind: "training".into(),
                what: String::new(),
                done_on: "2026-11-23".into(),
                valid_until_on: String::new(),
                members: vec![
                    MemberLine {
                        name: "Maja Demo".into(),
                        is_active: true,
                        lacking: vec!["training", "confidentiality"],
                        records: vec![
                            training.clone(),
                            TrainingLine {
                                valid_until_on: Some(on("2027-01-10")),
                                is_over: false,
                                ..training.clone()
                            },
                        ],
                    },
                    MemberLine {
                        name: "Jonas Demo".into(),
                        is_active: false,
                        lacking: vec![],
                        records: vec![training],
                    },
                ],
                lacking: 1,
                errors: vec![],
            },
        ),
    ]
}

fn stopped() -> Sample {
    sample(
        "desk-stopped",
        StoppedPage {
            desk: desk(Place::Queue),
            step: step(vec![error("channel", "error-stopped-channel")]),
            request_id: "r1".into(),
            language: Lang::Da,
            due_on: on("2026-11-24"),
            days: 1,
            channels: Channel::ALL
                .iter()
                .map(|c| ChannelChoice { code: c.code(), chosen: *c == Channel::Email })
                .collect(),
            stopped_on: "2026-11-23".into(),
            stopped_time: "10:12".into(),
            recipients: vec![RecipientChoice { name: "Brevdue ApS".into(), chosen: true }],
            told: "Postbud A/S".into(),
            newsletter_on: on("2026-11-28"),
            more: String::new(),
            kept: vec!["f•••@example.com".into()],
            words: String::new(),
            approvers: vec!["Jonas Demo".into()],
            letter: letter(),
        },
    )
}
