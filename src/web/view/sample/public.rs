//! The person's pages, filled in.

use super::{Sample, at, on, sample, shell};
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::Said;
use crate::web::view::parts::{FieldError, FileLink, Message, SumStep, Tone, Voice};
use crate::web::view::public::answer::*;
use crate::web::view::public::ask::*;
use crate::web::view::public::case::*;
use crate::web::view::public::error::*;
use crate::web::view::public::prove::*;
use crate::web::view::public::start::*;

fn question(number: u8, errors: Vec<FieldError>) -> Question {
    Question { number, of: 5, csrf: "token".into(), draft: "sealed".into(), errors }
}

fn error(field: &str, id: &str) -> FieldError {
    FieldError::new(field, Said::new(id))
}

pub(super) fn all() -> Vec<Sample> {
    let mut pages = asking();
    pages.extend(following());
    pages.extend(answering());
    pages.extend(
        Trouble::ALL
            .iter()
            .zip([
                "error-403",
                "error-404",
                "error-413",
                "error-421",
                "error-429",
                "error-500",
                "error-503",
                "error-409",
            ])
            .map(|(trouble, name)| sample(name, ErrorPage::new(shell(), *trouble, 20, 10))),
    );
    pages
}

fn asking() -> Vec<Sample> {
    let about = AskAbout {
        shell: shell(),
        question: question(2, vec![]),
        rights: vec![Right::Access, Right::Erasure],
        unsure: false,
        words: "Jeg vil gerne se alt, I har om mig.".into(),
        about: String::new(),
        other_ids: String::new(),
        rectify_wrong: String::new(),
        rectify_right: String::new(),
        objection_why: String::new(),
        decision_which: String::new(),
        consent_which: String::new(),
        looks_like_number: false,
    };
    let contact = AskContact {
        shell: shell(),
        question: question(3, vec![]),
        name: "Freja Eksempelholm".into(),
        email: "freja@exampel.com".into(),
        email_guess: Some("freja@example.com".into()),
        phone: String::new(),
        address: String::new(),
        language: Lang::Da,
        offered: Lang::ALL.iter().map(|l| LanguageName { lang: *l, name: l.own_name() }).collect(),
    };
    let mut at_root = shell();
    at_root.home = String::new();
    at_root.brand = "Nordlys".into();
    at_root.organisation = None;
    let receipt = Receipt {
        shell: shell(),
        reference: "K7QF-2M9D".into(),
        code: Some("4821 7730 2291".into()),
        received_at: at("2026-10-29T21:47:00+01:00"),
        answer_by_on: on("2026-11-28"),
        promise_days: Some(30),
        law_on: on("2026-11-30"),
        understood: vec![Said::new("right-access-asked"), Said::new("right-erasure-asked_after_access")],
        has_email: true,
        again: false,
    };
    let choose = ChooseOrganisation {
        shell: at_root,
        organisations: vec![
            OrganisationLink {
                about: Some("Vi sælger te på nettet.".into()),
                name: "Nordlys Handel A/S".into(),
                address: "Eksempelvej 1, 0000 Demoby".into(),
                href: "/o/nordlys".into(),
            },
            OrganisationLink {
                about: Some("Vi sælger te på nettet.".into()),
                name: "Nordlys Norden AB".into(),
                address: "Exempelgatan 2, 000 00 Demostad".into(),
                href: "/o/norden".into(),
            },
        ],
    };
    vec![
        sample("choose-organisation", choose),
        sample(
            "start",
            Start { shell: shell(), about: None, answer_by_on: on("2026-12-24"), promise_days: Some(30) },
        ),
        sample(
            "ask-rights",
            AskRights { shell: shell(), question: question(1, vec![]), chosen: vec!["access".into()] },
        ),
        sample(
            "ask-rights-error",
            AskRights {
                shell: shell(),
                question: question(1, vec![error("right", "error-rights-none")]),
                chosen: vec![],
            },
        ),
        sample(
            "ask-objecting",
            AskObjecting { shell: shell(), question: question(1, vec![]), chosen: vec!["objection".into()] },
        ),
        sample("ask-about", about.clone()),
        sample(
            "ask-about-all",
            AskAbout {
                rights: Right::ALL.to_vec(),
                unsure: true,
                looks_like_number: true,
                question: question(2, vec![error("rectify_wrong", "error-rectify-wrong")]),
                ..about
            },
        ),
        sample("ask-contact", contact.clone()),
        sample(
            "ask-contact-error",
            AskContact {
                email: "ebba.latsasson@".into(),
                email_guess: None,
                name: String::new(),
                question: question(
                    3,
                    vec![error("name", "error-name-empty"), error("email", "error-email-part")],
                ),
                ..contact
            },
        ),
        sample(
            "ask-who",
            AskWho {
                shell: shell(),
                question: question(4, vec![]),
                who: "self".into(),
                person_name: String::new(),
                person_email: String::new(),
                person_phone: String::new(),
                person_address: String::new(),
            },
        ),
        sample("check-answers", check()),
        sample("receipt", receipt.clone()),
        sample("receipt-again", Receipt { code: None, again: true, promise_days: None, ..receipt }),
    ]
}

fn check() -> CheckAnswers {
    CheckAnswers {
        max_megabytes: 10,
        max_files: 5,
        shell: shell(),
        question: question(5, vec![]),
        rights: vec![Right::Access, Right::Erasure, Right::MarketingObjection],
        unsure: false,
        about: vec![Answered {
            label: Said::new("form-words-label"),
            text: "Orders and customer service,\nsince about 2023".into(),
        }],
        name: "Freja Eksempelholm".into(),
        email: "freja@example.com".into(),
        phone: String::new(),
        address: String::new(),
        language: "English",
        who: "parent".into(),
        person_name: "Birk Opdigtet".into(),
        person_email: "birk@example.com".into(),
        person_phone: String::new(),
        person_address: String::new(),
        answer_by_on: on("2026-12-24"),
        kept_months: 12,
    }
}

fn requests() -> Vec<StatusRequest> {
    vec![
        StatusRequest {
            id: "r1".into(),
            right: Right::Access,
            said: Said::new("state-collecting-person"),
            on: None,
            can_withdraw: true,
            undo_until_on: None,
        },
        StatusRequest {
            id: "r2".into(),
            right: Right::MarketingObjection,
            said: Said::new("outcome-withdrawn-person"),
            on: Some(on("2026-12-07")),
            can_withdraw: false,
            undo_until_on: Some(on("2026-12-01")),
        },
    ]
}

pub(super) fn sums() -> Vec<SumStep> {
    vec![
        SumStep { said: Said::new("clock-step-received"), on: Some(on("2026-10-29")) },
        SumStep { said: Said::new("clock-step-promise").with("n", 30), on: Some(on("2026-11-28")) },
        SumStep { said: Said::new("clock-step-month"), on: Some(on("2026-11-29")) },
        SumStep {
            said: Said::new("clock-step-roll_sunday")
                .with("day", crate::web::view::Slot::Day(on("2026-12-06")))
                .with("date", on("2026-12-07")),
            on: Some(on("2026-12-07")),
        },
        SumStep { said: Said::new("clock-step-pause_promise_not"), on: None },
        SumStep { said: Said::new("clock-step-earliest"), on: Some(on("2026-12-05")) },
    ]
}

fn step(place: StepPlace, id: &str, day: Option<&str>) -> TrackerStep {
    TrackerStep { place, said: Said::new(id), detail: None, on: day.map(on) }
}

pub(super) fn messages() -> Vec<Message> {
    let message = |voice, who: &str, text: &str, when: &str| Message {
        voice,
        who: who.into(),
        how: Some(Said::new("channel-status_page")),
        at: at(when),
        subject: None,
        text: text.into(),
        files: vec![],
        href: None,
    };
    let mut letter = message(
        Voice::Ours,
        "Nordlys Handel A/S",
        "Din mail er en anden end den, vi kender.\nDerfor har vi sendt en kode til den, vi kender.",
        "2026-11-03T09:12:00+01:00",
    );
    letter.subject = Some("Er det dig?".into());
    letter.href = Some("/o/nordlys/case/letters/l1".into());
    let mut last = message(
        Voice::Person,
        "Freja Eksempelholm",
        "Jeg har skrevet koden ind nu. Undskyld, mailen lå i spam.",
        "2026-11-10T08:05:00+01:00",
    );
    last.files = vec![FileLink { name: "ordre.pdf".into(), bytes: 54_000, href: None }];
    vec![letter, last]
}

fn status() -> Status {
    Status {
        shell: shell(),
        csrf: "token".into(),
        reference: "K7QF-2M9D".into(),
        headline: Said::new("state-collecting-person"),
        lead: Said::new("state-collecting-now").with("done", 2).with("all", 4),
        answer_by_on: Some(on("2026-12-05")),
        days: 11,
        tone: None,
        is_extended: false,
        tracker: vec![
            step(StepPlace::Done, "ui-track-received", Some("2026-10-29")),
            step(StepPlace::Done, "ui-track-identity", Some("2026-11-10")),
            step(StepPlace::Current, "ui-track-collecting", None),
            TrackerStep {
                detail: Some(Said::new("ui-track-review-more")),
                ..step(StepPlace::Later, "ui-track-review", None)
            },
            step(StepPlace::Later, "ui-track-answer", Some("2026-12-05")),
        ],
        explained: vec![
            Explained { rights: vec![Right::Access], sums: sums(), without_pause_on: Some(on("2026-11-28")) },
            Explained { rights: vec![Right::Erasure], sums: sums(), without_pause_on: None },
        ],
        country: Said::new("ui-country-dk"),
        received_at: at("2026-10-29T21:47:00+01:00"),
        requests: requests(),
        needed: None,
        address_unconfirmed: false,
        answers: vec![],
        complaints: vec![],
        is_complaint: false,
        was_no_request: false,
        complaint: String::new(),
        messages: messages(),
        files: vec![FileLink { name: "fuldmagt.pdf".into(), bytes: 1_240_000, href: None }],
        max_megabytes: 10,
        max_files: 5,
        text: String::new(),
        errors: vec![],
        notice: None,
        authority: "Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, www.datatilsynet.dk".into(),
        preview: None,
    }
}

fn following() -> Vec<Sample> {
    let find = FindCase {
        shell: shell(),
        csrf: "token".into(),
        reference: String::new(),
        errors: vec![],
        notice: None,
    };
    let lost = LostCode {
        shell: shell(),
        csrf: "token".into(),
        reference: String::new(),
        errors: vec![],
        sent: false,
    };
    let answered = Status {
        headline: Said::new("state-closed-person"),
        lead: Said::new("state-closed-now"),
        answer_by_on: None,
        was_no_request: true,
        complaints: vec![ComplaintLine {
            case_id: "c9".into(),
            reference: "M4TX-9K2D".into(),
            received_on: on("2026-12-04"),
            is_open: true,
        }],
        answers: vec![AnswerLine {
            right: Right::Access,
            said: Said::new("outcome-fulfilled-person"),
            sent_on: on("2026-12-03"),
            letter: Some("/o/nordlys/case/letters/l2".into()),
            open_until_on: Some(on("2026-12-10")),
            renewable: Some("r1".into()),
        }],
        notice: Some(Said::new("ui-message-sent")),
        ..status()
    };
    let waiting = Status {
        headline: Said::new("state-awaiting_person-person"),
        lead: Said::new("state-awaiting_person-now").with("date", on("2026-12-08")),
        tone: Some(Tone::Wait),
        needed: Some(Needed {
            is_scope: false,
            text: "Skriv koden fra mailen til den adresse, vi havde i forvejen.".into(),
            by_on: on("2026-12-08"),
            pauses: true,
            code: Some(CodeState::Sent),
        }),
        address_unconfirmed: true,
        errors: vec![FieldError::new("code", Said::new("error-code-wrong").with("n", 4))],
        ..status()
    };
    let withdraw = WithdrawChoose {
        shell: shell(),
        csrf: "token".into(),
        reference: "K7QF-2M9D".into(),
        requests: requests(),
        chosen: vec!["r1".into()],
        undo_until_on: on("2026-12-01"),
        errors: vec![],
    };
    vec![
        sample("find-case", find.clone()),
        sample(
            "find-case-error",
            FindCase {
                reference: "K7QF".into(),
                errors: vec![error("reference", "error-reference-part"), error("code", "error-code-empty")],
                ..find
            },
        ),
        sample("lost-code", lost.clone()),
        sample("lost-code-sent", LostCode { sent: true, ..lost }),
        sample("status", status()),
        sample("status-waiting", waiting),
        sample("status-answered", answered),
        sample("withdraw", withdraw),
        sample(
            "withdrawn",
            Withdrawn {
                shell: shell(),
                csrf: "token".into(),
                reference: "K7QF-2M9D".into(),
                requests: requests(),
                withdrawn_on: on("2026-11-24"),
                undo_until_on: on("2026-12-01"),
                answer_by_on: on("2026-12-05"),
                all: true,
            },
        ),
        sample(
            "letter",
            LetterPage {
                shell: shell(),
                reference: "K7QF-2M9D".into(),
                subject: "Vi har brug for mere tid".into(),
                sent_at: at("2026-11-24T10:00:00+01:00"),
                text: "Kære Freja Eksempelholm\n\nVi har brug for mere tid.\n\nVenlig hilsen\nNordlys".into(),
            },
        ),
        sample("message-sent", MessageSent { shell: shell(), reference: "K7QF-2M9D".into() }),
    ]
}

fn answering() -> Vec<Sample> {
    let fetch = |step| FetchCode {
        shell: shell(),
        csrf: "token".into(),
        action: "/o/nordlys/code/t".into(),
        step,
        masked: "f•••@example.com".into(),
        minutes: 10,
        errors: vec![],
    };
    let confirm = |step| ConfirmAddress {
        shell: shell(),
        csrf: "token".into(),
        action: "/o/nordlys/confirm/t".into(),
        step,
    };
    let new_code = |step, code: Option<&str>| NewCode {
        shell: shell(),
        csrf: "token".into(),
        action: "/o/nordlys/new-code/t".into(),
        step,
        code: code.map(str::to_owned),
    };
    let link = |request: Option<&str>, sent| NewLink {
        shell: shell(),
        csrf: "token".into(),
        request: request.map(str::to_owned),
        sent,
    };
    vec![
        sample("confirm-address", confirm(LinkStep::Ask)),
        sample("confirm-address-done", confirm(LinkStep::Done)),
        sample("confirm-address-closed", confirm(LinkStep::Closed)),
        sample("new-code", new_code(LinkStep::Ask, None)),
        sample("new-code-done", new_code(LinkStep::Done, Some("4821 7730 2291"))),
        sample("new-code-closed", new_code(LinkStep::Closed, None)),
        sample("fetch-code", fetch(FetchStep::Ask)),
        sample("fetch-code-enter", fetch(FetchStep::Enter)),
        sample("fetch-code-done", fetch(FetchStep::Done)),
        sample("fetch-code-closed", fetch(FetchStep::Closed)),
        sample(
            "open-answer",
            OpenAnswer {
                shell: shell(),
                csrf: "token".into(),
                action: "/o/nordlys/answer/t".into(),
                errors: vec![],
            },
        ),
        sample(
            "answer-contents",
            AnswerContents {
                shell: shell(),
                csrf: "token".into(),
                action: "/o/nordlys/answer/t".into(),
                grant: "g".into(),
                reference: "K7QF-2M9D".into(),
                until_on: on("2026-12-10"),
                downloads: 5,
                used: 1,
                letter: Some(LetterText {
                    subject: "Svar på din anmodning".into(),
                    text: "Kære Freja Lund\n\nDu har bedt om at se dine oplysninger. Her er de.\n\n\
                           Med venlig hilsen\nNordlys Handel ApS"
                        .into(),
                    language: Lang::Da,
                }),
                page_bytes: 212_000,
                package_bytes: 1_240_000,
                package_sha256: "9f3c41d077abe2105c8e0b6f12d4a17e88c13f526d90e4b72a05c9d871f630be".into(),
                records: 46,
                withheld: vec![WithheldLine {
                    what: "2 navne i samtaler".into(),
                    ground: Said::new("ground-rights_of_others-label"),
                    article: "15(4)".into(),
                    why: "De står der, fordi andre har skrevet med.".into(),
                }],
                authority: "Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, www.datatilsynet.dk".into(),
            },
        ),
        sample("new-link", link(Some("r1"), false)),
        sample("new-link-sent", link(Some("r1"), true)),
        sample("link-closed", link(None, false)),
    ]
}
