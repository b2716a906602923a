//! The desk's pages, filled in.

use super::public::{messages, sums};
use super::{Sample, at, desk, on, sample};
use super::{answers, belonging, doors, keeping, letters, steps, waiting};
use crate::domain::case::Intake;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Dates, Pause, PauseKind, Request, State};
use crate::domain::retention::Keeper;
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::web::view::clock::{ClockDrawing, Due};
use crate::web::view::desk::answer::*;
use crate::web::view::desk::case::*;
use crate::web::view::desk::identity::*;
use crate::web::view::desk::keeping::KeepingPanel;
use crate::web::view::desk::queue::*;
use crate::web::view::desk::{RequestChoice, Step};
use crate::web::view::parts::{Choice, FieldError, FileLink, Message, Tick, Tone, Voice};
use crate::web::view::shell::{Notice, Place};
use crate::web::view::{Said, Slot};

const HASH: &str = "9f3c41d077abe2105c8e0b6f12d4a17e88c13f526d90e4b72a05c9d871f630be";

/// A request received on `received` and due on `due`, without a pause.
pub(crate) fn request(right: Right, state: State, received: &str, due: &str) -> Request {
    Request {
        id: "r1".into(),
        right,
        state,
        paused_from: None,
        reviewed_from: None,
        assignee: None,
        received_on: on(received),
        pauses: vec![],
        extension: None,
        answer: None,
        author: None,
        approver: None,
        single_handed: false,
        package: None,
        approved_package: None,
        outcome: None,
        closed_at: None,
        withdrawn_from: None,
        dates: Dates {
            statutory_on: on(due),
            promise_on: None,
            shown_on: on(due),
            act_by_on: on(due),
            last_extend_on: on(due),
            last_extend_paused_on: on(due),
        },
    }
}

fn paused(asked: &str, answered: Option<&str>) -> Pause {
    Pause {
        id: "p1".into(),
        kind: PauseKind::Identity,
        asked_on: on(asked),
        answered_on: answered.map(on),
        doubt_on: None,
        unposted: None,
        counts: true,
        reply_by_on: on("2026-12-08"),
        decided: false,
        reminders: 0,
    }
}

pub(super) fn today() -> chrono::NaiveDate {
    on("2026-11-24")
}

pub(super) fn step(errors: Vec<FieldError>) -> Step {
    Step {
        case_id: "c1".into(),
        reference: "K7QF-2M9D".into(),
        person: "Freja Eksempelholm".into(),
        version: 7,
        errors,
    }
}

pub(super) fn error(field: &str, id: &str) -> FieldError {
    FieldError::new(field, Said::new(id))
}

pub(super) fn tick(tone: Option<Tone>, id: &str) -> Tick {
    Tick { tone, said: Said::new(id), field: None }
}

pub(super) fn choice(value: &str, name: &str, chosen: bool) -> Choice {
    Choice { value: value.into(), name: name.into(), chosen }
}

pub(super) fn choices() -> Vec<RequestChoice> {
    vec![
        RequestChoice { id: "r1".into(), right: Right::Access, chosen: true },
        RequestChoice { id: "r2".into(), right: Right::Erasure, chosen: false },
    ]
}

pub(super) fn letter() -> LetterPreview {
    LetterPreview {
        language: Lang::Da,
        subject: "Vi sletter det meste, men må beholde dine fakturaer".into(),
        text:
            "Kære Freja Eksempelholm\n\nDu har bedt os slette dine oplysninger.\n\nVenlig hilsen\nMaja Demo"
                .into(),
        missing: vec![Said::new("ui-tick-reason")],
    }
}

pub(super) fn package() -> PackagePreview {
    PackagePreview {
        made_at: at("2026-12-02T14:05:00+01:00"),
        contents: vec![
            PackageLine {
                source: "Webshop".into(),
                category: Some("Ordrer".into()),
                how: "customer number".into(),
                records: 7,
            },
            PackageLine { source: "Fragt ApS".into(), category: None, how: "two systems".into(), records: 0 },
        ],
        records: 1_046,
        withheld: vec![(
            "2 navne i samtaler".into(),
            Said::new("ground-rights_of_others-label"),
            "De handler om to andre kunder.".into(),
        )],
        files: vec![PackageFile { name: "manifest.json".into(), bytes: 9_000, sha256: HASH.into() }],
        bytes: 1_240_000,
        sha256: HASH.into(),
        page_href: Some("/desk/cases/c1/review/r1/page".into()),
        checks: vec![tick(Some(Tone::Done), "ui-tick-schema"), tick(Some(Tone::Stop), "ui-tick-hashes")],
    }
}

pub(super) fn all() -> Vec<Sample> {
    let mut pages = doors::door_pages();
    pages.extend(queue_pages());
    pages.push(sample("desk-case", case()));
    pages.push(sample("desk-case-closed", closed_case()));
    pages.extend(keeping::keeping_pages());
    pages.extend(steps::identity_pages());
    pages.extend(steps::collect_pages());
    pages.extend(belonging::pages());
    pages.extend(answers::answer_pages());
    pages.extend(answers::other_pages());
    pages.extend(letters::letter_pages());
    pages.extend(waiting::waiting_pages());
    pages
}

fn row(person: &str, reference: &str, request: &Request) -> QueueRow {
    QueueRow {
        case_id: "c1".into(),
        reference: reference.into(),
        person: Some(person.into()).filter(|p: &String| !p.is_empty()),
        nth: (1, 1),
        right: request.right,
        state: request.state,
        flags: vec![],
        due: Due::of(request, today()),
        assignee: None,
        received_on: request.received_on,
        intake: Intake::Form,
        unread: false,
        controller: "Nordlys Handel A/S".into(),
        outcome: None,
    }
}

fn mark(id: &str, tone: Option<Tone>, icon: &'static str) -> Mark {
    Mark { said: Said::new(id), tone, icon }
}

fn rows() -> Vec<QueueRow> {
    let mut waiting = request(Right::Portability, State::AwaitingPerson, "2026-11-09", "2026-12-09");
    waiting.pauses = vec![paused("2026-11-13", None)];
    let mut calm = request(Right::Access, State::Collecting, "2026-10-29", "2026-12-05");
    calm.pauses = vec![paused("2026-11-03", Some("2026-11-10"))];
    let late = request(Right::Objection, State::InReview, "2026-10-22", "2026-11-21");
    let mut missed = request(Right::Access, State::Ready, "2026-10-24", "2026-11-23");
    missed.dates.statutory_on = on("2026-11-26");
    let consent = request(Right::ConsentWithdrawal, State::Received, "2026-11-24", "2026-11-25");
    let soon = request(Right::Erasure, State::Assessing, "2026-10-28", "2026-11-27");
    let mut rows = vec![
        row("Otto Påhitt", "P3WM-7T4R", &late),
        row("Ronja Demoström", "T8HB-4X6C", &missed),
        row("Ebba Låtsasson", "C6TK-5N3H", &consent),
        row("", "W2RC-6H8M", &soon),
        row("Freja Eksempelholm", "K7QF-2M9D", &calm),
        row("Aksel Opfundsen", "N6VT-8K3H", &waiting),
    ];
    rows[0].flags = vec![mark("flag-reason_needed", Some(Tone::Stop), "warn")];
    rows[3].flags =
        vec![mark("flag-address_unconfirmed", None, "mail"), mark("flag-extended", None, "extended")];
    rows[4].nth = (1, 2);
    rows[4].unread = true;
    rows[4].assignee = Some("Maja Demo".into());
    rows
}

fn tabs() -> Vec<TabCount> {
    Tab::ALL
        .iter()
        .zip([14, 6, 4, 2, 4, 41, 1_208])
        .map(|(tab, count)| TabCount::new(*tab, Some(count).filter(|_| *tab != Tab::Closed)))
        .collect()
}

/// A queue with `rows` rows.
pub(crate) fn long_queue(length: usize) -> Queue {
    Queue { groups: grouped(rows().into_iter().cycle().take(length).collect()), ..queue() }
}

fn queue() -> Queue {
    Queue {
        desk: desk(Place::Queue),
        tab: Tab::Open,
        tabs: tabs(),
        letters: Some((3, false)),
        complaints: Some((2, false)),
        undelivered: vec![("c9".into(), "B5JD-2R8M".into())],
        controllers: vec![choice("a", "Nordlys Handel A/S", true), choice("b", "Nordlys Norden AB", false)],
        groups: grouped(rows()),
        after: Some("2026-12-09~r9".into()),
        unassigned: Some((6, on("2026-11-27"))),
        forms: vec![choice("/o/nordlys", "Nordlys Handel A/S", false)],
    }
}

fn queue_pages() -> Vec<Sample> {
    let queue = queue();
    let mut searching = desk(Place::Elsewhere);
    searching.query = "otto@example.com".into();
    let empty =
        |tab: &Tab| Queue { tab: *tab, groups: vec![], after: None, controllers: vec![], ..queue.clone() };
    let mut pages: Vec<Sample> = Tab::ALL.iter().map(|tab| sample("desk-queue-empty", empty(tab))).collect();
    pages.push(sample("desk-queue", queue));
    pages.push(sample(
        "desk-search",
        Search { desk: searching.clone(), rows: rows(), complaints: belonging::complaint_rows(), more: true },
    ));
    pages.push(sample(
        "desk-search-empty",
        Search { desk: searching, rows: vec![], complaints: vec![], more: false },
    ));
    pages
}

fn action(event: EventKind, href: Option<&str>, why: Option<Said>, possible: bool) -> Action {
    Action {
        event,
        label: None,
        href: href.map(str::to_owned),
        post: href.is_none().then(|| "/desk/cases/c1/claim".into()),
        request: Some("r1".into()),
        why,
        possible,
    }
}

fn card(id: &str, request: &Request, actions: Vec<Action>) -> RequestCard {
    RequestCard {
        id: id.into(),
        right: request.right,
        state: request.state,
        path_state: request.paused_from.unwrap_or(request.state),
        flags: vec![],
        due: Due::of(request, today()),
        said: Some(Said::new("ui-next-tasks-why").with("done", 3).with("all", 4)),
        outcome: None,
        author: None,
        approver: None,
        hand_over: Some("/desk/cases/c1/send/r1".into()),
        actions,
    }
}

fn case() -> CasePage {
    let mut access = request(Right::Access, State::Collecting, "2026-10-29", "2026-12-05");
    access.pauses = vec![paused("2026-11-03", Some("2026-11-10"))];
    access.dates.last_extend_on = on("2026-11-30");
    let mut erasure = request(Right::Erasure, State::AwaitingPerson, "2026-10-29", "2026-12-05");
    erasure.paused_from = Some(State::Assessing);
    erasure.pauses = vec![paused("2026-11-03", None)];
    let mut extend = action(
        EventKind::Extend,
        Some("/desk/cases/c1/extend/r1"),
        Some(Said::new("ui-why-until").with("date", on("2026-11-30"))),
        true,
    );
    extend.label = Some(Said::new("event-extend-do").with("date", Slot::Short(on("2027-02-05"))));
    let mut review = card(
        "r1",
        &access,
        vec![
            action(
                EventKind::SubmitForReview,
                Some("/desk/cases/c1/answer/r1"),
                Some(Said::new("ui-why-tasks").with("n", 1)),
                false,
            ),
            extend.clone(),
        ],
    );
    review.outcome = Some(Said::new("outcome-fulfilled-staff"));
    review.author = Some("Maja Demo".into());
    let mut messages = messages();
    messages.push(Message {
        voice: Voice::Note,
        who: "Jonas Demo".into(),
        how: None,
        at: at("2026-11-09T14:30:00+01:00"),
        subject: None,
        text: "Chat before 2024 sits in the old system.\nAsk Birgitte in support, not IT.".into(),
        files: vec![],
        href: None,
    });
    let mut frame = desk(Place::Queue);
    frame.notices = vec![Notice { tone: Some(Tone::Done), said: Said::new("ui-done-sent") }];
    CasePage {
        desk: frame,
        case_id: "c1".into(),
        version: 7,
        reference: "K7QF-2M9D".into(),
        person: Some("Freja Eksempelholm".into()),
        controller: "Nordlys Handel A/S".into(),
        intake: Intake::Form,
        language: Lang::Da,
        flags: vec![mark("flag-new_message", None, "mail")],
        next: Next {
            said: Said::new("ui-next-tasks"),
            why: Some(Said::new("ui-next-tasks-why").with("done", 3).with("all", 4)),
            action: Some(action(EventKind::TaskAnswer, Some("/desk/cases/c1/tasks/t4"), None, true)).map(
                |mut a| {
                    a.label = Some(Said::new("ui-answer-task"));
                    a
                },
            ),
            due: Some(Due::of(&access, today())),
        },
        clocks: vec![ClockPanel {
            rights: vec![Right::Access, Right::Erasure],
            drawing: ClockDrawing::of(&access, on("2027-02-05"), today()),
            dates: vec![
                DateLine {
                    said: Said::new("clock-received"),
                    on: on("2026-10-29"),
                    detail: None,
                    counts: false,
                },
                DateLine {
                    said: Said::new("clock-promise"),
                    on: on("2026-12-05"),
                    detail: Some(Said::new("clock-left").with("n", 11)),
                    counts: true,
                },
                DateLine { said: Said::new("clock-law"), on: on("2026-12-07"), detail: None, counts: false },
            ],
            sums: sums(),
        }],
        requests: vec![
            review,
            card(
                "r2",
                &erasure,
                vec![action(EventKind::ReplyReceived, Some("/desk/cases/c1/reply"), None, true)],
            ),
        ],
        messages,
        draft: Draft::default(),
        hides_numbers: true,
        shows_numbers: false,
        files: vec![FileLink {
            name: "fuldmagt.pdf".into(),
            bytes: 54_000,
            href: Some("/desk/cases/c1/files/f1".into()),
        }],
        tasks: tasks(),
        findings: vec![FindingLine {
            task_id: "t1".into(),
            name: "Webshop".into(),
            parts: vec![("Ordrer".into(), 7), ("Ordrelinjer".into(), 1_038)],
            documents: 2,
            matched_by: vec!["customer number".into()],
        }],
        actions: vec![
            action(EventKind::LookUp, Some("/desk/cases/c1/look-up"), None, true),
            action(EventKind::Claim, None, None, true),
            extend,
        ],
        who: PersonPanel {
            name: Some("Freja Eksempelholm".into()),
            email: Some("freja.ny@example.com".into()),
            email_confirmed: false,
            phone: Some("00 00 00 00".into()),
            postal: None,
            hides_address: true,
            other_ids: Some("kundenr. 10382".into()),
            representative: Some(RepresentativeLine {
                email: Some("ombud@example.com".into()),
                email_confirmed: true,
                phone: None,
                postal: None,
                name: "Otto Påhitt".into(),
                kind: "lawyer".into(),
                judgement: "unjudged".into(),
            }),
        },
        identity: IdentityPanel {
            level: 1,
            proofs: vec![(Said::new("id-1-label"), on("2026-11-10"))],
            needed: 2,
            unproven_match: true,
            accept: Some(Said::new("accept-title")),
        },
        checklist: vec![tick(Some(Tone::Done), "ui-tick-tasks"), tick(None, "ui-tick-approved")],
        follows: vec![tick(Some(Tone::Soon), "follow-live")],
        follows_open: 1,
        colleagues: vec![choice("s1", "Maja Demo", true), choice("s2", "Jonas Demo", false)],
        can_assign: true,
        can_write: true,
        history: vec![HistoryLine {
            said: Said::new("event-ask_identity-done_paused"),
            at: at("2026-11-03T09:12:00+01:00"),
            who: "Maja Demo".into(),
            rights: vec![Right::Access, Right::Portability],
            links: vec!["6d90…e4b7".into(), "11ac…70fe".into()],
        }],
        entries: 31,
        left_out: Some(Said::new("history-left_out").with("n", 29).with("shown", 2)),
        chain_whole: true,
        hint: Some(Said::new("related-perhaps_repeat-hint").with("reference", "B9PT-3W6V")),
        apart: vec![Said::new("apart-child-then"), Said::new("apart-protected_identity-then")],
        is_complaint: false,
        linked: vec![LinkedCase {
            case_id: "c0".into(),
            reference: "B9PT-3W6V".into(),
            how: Said::new("related-perhaps_repeat"),
            received_on: on("2026-10-02"),
            rights: vec![Right::MarketingObjection],
            is_open: false,
        }],
        keeping: KeepingPanel {
            said: Said::new("keeping-open"),
            is_over: false,
            held: None,
            kept_by: vec![],
            evidence: Some("/desk/cases/c1/evidence".into()),
        },
    }
}

fn tasks() -> Vec<TaskLine> {
    TaskState::ALL
        .iter()
        .zip(["Fragt ApS", "Nyhedsbrev", "Webshop", "Regnskab", "Gammel chat"])
        .map(|(state, name)| TaskLine {
            id: format!("t-{state}"),
            holder: if *state == TaskState::Open { Holder::Hand } else { Holder::Source },
            name: name.into(),
            state: *state,
            due_on: on("2026-11-27"),
            records: (*state == TaskState::Done).then_some(46),
            trouble: (*state == TaskState::Failed).then(|| Said::new("fault-changed")),
            searched_where: None,
            can_answer: *state == TaskState::Open,
        })
        .collect()
}

pub(super) fn closed_case() -> CasePage {
    let mut closed = request(Right::Access, State::Closed, "2026-10-29", "2026-12-05");
    closed.outcome = Some(Outcome::Fulfilled);
    let open = case();
    CasePage {
        person: None,
        flags: vec![],
        next: Next { said: Said::new("ui-next-done"), why: None, action: None, due: None },
        clocks: vec![],
        requests: vec![card("r1", &closed, vec![])],
        messages: vec![],
        files: vec![],
        tasks: vec![],
        findings: vec![],
        actions: vec![],
        checklist: vec![],
        follows: vec![],
        follows_open: 0,
        linked: vec![],
        keeping: KeepingPanel {
            said: Said::new("keeping-until")
                .with("date", on("2026-11-20"))
                .with("day", Slot::Day(on("2025-11-20")))
                .with("n", 12)
                .with("outcome", Said::new("outcome-fulfilled-staff")),
            is_over: true,
            held: Some(keeping::held()),
            kept_by: vec![Keeper::ValidLink, Keeper::OpenComplaint],
            evidence: None,
        },
        hint: None,
        apart: vec![Said::new("apart-deceased-then-dk")],
        can_assign: false,
        can_write: false,
        chain_whole: false,
        identity: IdentityPanel { level: 2, proofs: vec![], needed: 2, unproven_match: false, accept: None },
        who: PersonPanel {
            name: None,
            email: None,
            email_confirmed: false,
            phone: None,
            postal: Some("Prøvegade 3\n0000 Demoby".into()),
            hides_address: false,
            other_ids: None,
            representative: None,
        },
        ..open
    }
}
