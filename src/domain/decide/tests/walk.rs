//! Every path of the table, for every right, from received on: no collecting and no release below
//! the level, nothing refused that cannot be, an end for every state, nothing after erasure.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::case::{Flag, Representation};
use crate::domain::deadline;
use crate::domain::decide::{Command, Decision, PauseChoice, SendVia};
use crate::domain::event::EventKind;
use crate::domain::identity::{Channel, Level, ProofWay};
use crate::domain::outcome::Outcome;
use crate::domain::read_as::ReadAs;
use crate::domain::request::{Answer, Request, State};
use crate::domain::right::Right;
use crate::domain::table::{TABLE, To, row};
use crate::domain::task::{Holder, TaskState};
use chrono::{Days, Duration};
use std::collections::{BTreeSet, HashMap, VecDeque};

/// What of a case decides where it can go: the abstraction the walk is bounded by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    right: Right,
    state: State,
    back: [Option<State>; 3],
    level: Level,
    proven: bool,
    mailbox: bool,
    stopped: bool,
    unproven_match: bool,
    tasks: Tasks,
    answer: Option<Outcome>,
    package: [Option<String>; 2],
    outcome: Option<Outcome>,
    asked: bool,
    waits: Option<(bool, bool, bool)>,
    closed_before: bool,
    representation: Representation,
    /// What can be taken back is taken back at once; elsewhere it changes no way.
    undoable: [bool; 3],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Tasks {
    None,
    Open,
    Done,
}

/// Days the walk waits at once: past undo, reopening, lapse and retention. It waits where that
/// opens or closes a way: after a question and after closing.
const WAIT: i64 = 90;

fn key(desk: &Desk) -> Key {
    let (case, r) = (&desk.file.case, desk.r(1));
    let is_over = !r.state.is_open() && r.outcome != Some(Outcome::Withdrawn);
    Key {
        right: r.right,
        state: r.state,
        back: [r.paused_from, r.reviewed_from, r.withdrawn_from],
        level: case.level,
        proven: case.delivery_proof().is_some(),
        mailbox: case.proofs.iter().any(|p| p.way.proves_delivery() && p.channel == Channel::Email),
        stopped: case.is(Flag::Stopped),
        // Looked at only before anything is collected.
        unproven_match: case.unproven_match && r.state == State::Assessing,
        tasks: match desk.file.tasks.iter().rfind(|task| task.state != TaskState::Cancelled) {
            _ if is_over => Tasks::None,
            None => Tasks::None,
            Some(task) if task.state == TaskState::Done => Tasks::Done,
            Some(_) => Tasks::Open,
        },
        answer: r.answer.as_ref().map(|answer| answer.outcome),
        package: [r.package.clone(), r.approved_package.clone()],
        outcome: r.outcome,
        asked: !r.pauses.is_empty(),
        waits: r.open_pause().map(|p| (p.decided, p.reminders >= 2, p.asked_on < desk.today())),
        closed_before: r.closed_at.is_some_and(|at| at < desk.now),
        representation: case.representation,
        undoable: [case.is(Flag::Bin), case.is(Flag::LegalHold), r.extension.is_some()]
            .map(|is| is && r.state == State::Received),
    }
}

/// Everything staff, person and officer could try, each by every kind of actor that might.
fn commands(desk: &Desk) -> Vec<(Actor, Command)> {
    let requests = Vec::new;
    let one = || "r1".to_owned();
    let words = || "w".to_owned();
    let today = desk.today();
    let mut tries = vec![
        (maja(), Command::Claim { requests: requests() }),
        (maja(), Command::LookUp { sources: vec![], candidates: 1, unproven_match: true }),
        (maja(), Command::LookUp { sources: vec![], candidates: 0, unproven_match: false }),
        (maja(), Command::ReplyReceived { requests: requests(), replied_on: today }),
        (Actor::Person, Command::ReplyReceived { requests: requests(), replied_on: today }),
        (karin(), Command::Resume { requests: requests(), reason: words() }),
        (karin(), Command::Lapse { requests: requests() }),
        (
            maja(),
            Command::NotARequest {
                request: one(),
                read_as: ReadAs::Support,
                what: words(),
                passed_to: words(),
            },
        ),
        (maja(), Command::RequestChanges { requests: requests(), comment: words() }),
        (jonas(), Command::RequestChanges { requests: requests(), comment: words() }),
        (maja(), Command::RecallApproval { requests: requests(), comment: words() }),
        (maja(), Command::Approve { requests: requests(), fresh_factor: true }),
        (jonas(), Command::Approve { requests: requests(), fresh_factor: true }),
        (maja(), Command::RenewDelivery { request: one() }),
        (Actor::Person, Command::RenewDelivery { request: one() }),
        (Actor::Person, Command::Withdraw { requests: requests(), evidence: None }),
        (Actor::Person, Command::UndoWithdrawal { requests: requests() }),
        (Actor::Person, Command::Stop),
        (karin(), Command::Reopen { request: one(), reason: words() }),
        (maja(), start(&[])),
        (maja(), start(&["t"])),
        (karin(), Command::Erase { kept_by: Vec::new(), listed_for_review: true }),
        (
            maja(),
            Command::AskIdentity {
                requests: requests(),
                reason: words(),
                item: words(),
                doubt_on: today,
                reply_by_on: today + Days::new(9),
                pause_ids: vec!["p".into()],
                on_paper: None,
            },
        ),
        (
            maja(),
            Command::AskScope {
                request: one(),
                amount: words(),
                question: words(),
                reply_by_on: today + Days::new(9),
                pause_id: "s".into(),
                on_paper: None,
            },
        ),
        (
            karin(),
            Command::Forward {
                request: one(),
                task: task("f", Holder::Hand, &today.to_string()),
                nothing_of_ours_remains: true,
                joint_controllers: false,
            },
        ),
        (
            maja(),
            Command::Duplicate {
                request: one(),
                of_case: "other".into(),
                target_open: true,
                same_person: true,
                target_received_on: day(RECEIVED),
            },
        ),
    ];
    for choice in [PauseChoice::Answer, PauseChoice::KeepPausing] {
        tries.push((karin(), Command::DecidePause { requests: requests(), choice, reason: words() }));
    }
    for (outcome, grounds) in [
        (Outcome::Fulfilled, vec![]),
        (Outcome::PartlyFulfilled, vec![part_ground(desk.r(1).right)]),
        (Outcome::Refused, vec!["manifestly_unfounded".to_owned()]),
        (Outcome::NoData, vec![]),
        (Outcome::CannotIdentify, vec!["subject_not_identifiable".to_owned()]),
        (Outcome::CannotIdentify, vec!["identity_not_confirmed".to_owned()]),
    ] {
        let answer = Answer { outcome, grounds, complete: true };
        tries.push((maja(), Command::SubmitForReview { requests: requests(), answer: answer.clone() }));
        tries.push((maja(), Command::SubmitWithoutCollecting { requests: requests(), answer }));
    }
    tries.extend(around_the_work(desk));
    for via in [SendVia::Mail, SendVia::Post { posted_on: today }, SendVia::InPerson { note: words() }] {
        tries.push((maja(), send_via(via, Some("late"))));
    }
    tries
}

/// What changes whose case it is, what it is about and when it came.
fn around_the_work(desk: &Desk) -> Vec<(Actor, Command)> {
    let one = || "r1".to_owned();
    let words = || "w".to_owned();
    let mut tries = vec![
        (karin(), Command::Assign { requests: vec![], to: "sofus".into() }),
        (maja(), Command::InstructionReceived { new_case: "other".into() }),
        (maja(), Command::PersonApart { flag: Flag::Child, on: true, reason: words() }),
        (maja(), Command::Undeliverable { request: one(), reason: words() }),
        (karin(), extend("r1", Some("w"))),
        (karin(), Command::UndoExtension { request: one(), correction_sent: true }),
        (maja(), Command::RepresentativeAccepted { evidence: words(), answer_to_representative: true }),
        (maja(), Command::RepresentativeRefused { missing: words() }),
        (Actor::Person, Command::Complaint { new_case: "other".into() }),
        (maja(), Command::MoveController { controller_id: "sydlys".into() }),
        (karin(), Command::LegalHoldOn { reason: words() }),
        (karin(), Command::LegalHoldOff { reason: words() }),
        (maja(), Command::Bin { reason: words() }),
        (maja(), Command::Unbin),
        (karin(), Command::PurgeSpam { binned_on: day(RECEIVED), right_recognised: false }),
    ];
    for received_on in ["2026-02-20", RECEIVED] {
        let received_on = day(received_on);
        tries.push((karin(), Command::CorrectReceivedDate { received_on, reason: words() }));
    }
    // where another right leads is walked without a representative
    let rights = if desk.file.case.representation == Representation::None { Right::ALL } else { &[] };
    for right in rights.iter().copied() {
        tries.push((maja(), Command::Reclassify { request: one(), right }));
    }
    // what a new request meets depends on the case alone, so one right is added where each is walked
    if let Some(right) = next_right(desk.r(1).right).filter(|_| !rights.is_empty()) {
        let in_first_message = desk.r(1).pauses.is_empty();
        tries.push((maja(), Command::AddRight { id: "r2".into(), right, in_first_message }));
        tries.push((maja(), Command::Split { request: one(), id: "r2".into(), right }));
    }
    tries
}

/// The right after this one, around the list.
fn next_right(right: Right) -> Option<Right> {
    Right::ALL.iter().cycle().skip_while(|other| **other != right).nth(1).copied()
}

fn part_ground(right: Right) -> String {
    match right {
        Right::Access => "rights_of_others",
        Right::Portability => "not_provided_by_subject",
        Right::Erasure => "legal_obligation",
        Right::Objection => "legal_claims_objection",
        Right::AutomatedDecision => "adm_contract",
        _ => "manifestly_unfounded",
    }
    .to_owned()
}

/// What happens around the table: proofs, tasks, packages, reminders, time.
fn surroundings(desk: &Desk) -> Vec<Desk> {
    let mut around = vec![
        desk.clone().proven_over(ProofWay::AddressCheck, Channel::Email),
        desk.clone().proven_over(ProofWay::Accepted, Channel::Email),
        desk.clone().proven(),
        desk.clone().proven_over(ProofWay::InPerson, Channel::Counter),
    ];
    if !desk.file.tasks.is_empty() {
        around.push(desk.clone().tasks_done());
    }
    if desk.r(1).right.has_package() && matches!(desk.state(), State::InReview | State::Ready) {
        for hash in [PACKED.to_owned(), "cd".repeat(32)] {
            let mut built = desk.clone();
            built.file.requests[0].package = Some(hash);
            around.push(built);
        }
    }
    if desk.state() == State::AwaitingPerson {
        let mut reminded = desk.clone();
        reminded.file.requests[0].pauses.iter_mut().for_each(|pause| pause.reminders = 2);
        around.push(reminded);
    }
    let just_asked = desk.r(1).open_pause().is_some_and(|pause| pause.asked_on == desk.today());
    if just_asked || desk.r(1).closed_at == Some(desk.now) {
        let mut later = desk.clone();
        later.now += Duration::days(WAIT);
        around.push(later);
    }
    around.into_iter().map(without_history).collect()
}

/// Forgets what no guard looks at, so that the walk stays finite.
fn without_history(mut desk: Desk) -> Desk {
    desk.file.case.proofs.sort_by_key(|proof| (proof.way, proof.channel));
    desk.file.case.proofs.dedup_by_key(|proof| (proof.way, proof.channel));
    desk.file.tasks.retain(|task| task.state != TaskState::Cancelled);
    desk.file.tasks.sort_by_key(|task| task.state != TaskState::Done);
    desk.file.tasks.dedup_by_key(|task| task.state);
    desk
}

/// Names a step when it breaks the law; written only then.
#[derive(Debug)]
#[expect(dead_code, reason = "read by Debug when an assertion fails")]
struct Step<'a> {
    event: EventKind,
    before: &'a Request,
    after: &'a Request,
}

/// What must hold after any step, whatever path led there.
fn holds_the_law(before: &Desk, after: &Desk, decision: &Decision, event: EventKind) {
    let (case, r) = (&after.file.case, after.r(1));
    assert_eq!(after.file.requests.len(), 1, "one request at a time");
    let what = Step { event, before: before.r(1), after: r };
    let reached = case.level >= r.right.level_needed();
    assert!(r.state != State::Collecting || reached, "collecting below the level: {what:?}");
    let answered = r.answer.as_ref().map(|answer| answer.outcome);
    let releases = |outcome: Option<Outcome>| outcome.is_some_and(Outcome::releases);
    assert!(r.state != State::Ready || !releases(answered) || reached, "ready below the level: {what:?}");
    assert!(r.state != State::Closed || !releases(r.outcome) || reached, "released below: {what:?}");
    let goes_out = matches!(event, EventKind::SendAnswer | EventKind::RenewDelivery);
    if goes_out && releases(r.outcome) {
        let channel = r.right.level_needed() < Level::Proven || case.delivery_proof().is_some();
        assert!(reached && channel && !case.is(Flag::Stopped), "released without its gate: {what:?}");
        let is_the_approved_one = r.package.is_some() && r.package == r.approved_package;
        assert!(!r.right.has_package() || is_the_approved_one, "released another package: {what:?}");
        assert!(r.approver.is_some() && r.approver != r.author, "released unapproved: {what:?}");
    }
    if !r.right.can_be_refused() {
        assert!(!r.outcome.is_some_and(Outcome::needs_grounds), "refused what cannot be: {what:?}");
    }
    assert_eq!(case.version, before.file.case.version, "{what:?}");
    let replay = deadline::dates(&after.rules, r.right, r.received_on, &r.pauses, r.extension.as_ref());
    assert_eq!(r.dates, replay, "{what:?}");
    assert!(table_leads(event, before.r(1), r), "the table does not lead there: {what:?}");
    assert!(!decision.events.is_empty(), "a step without an entry: {what:?}");
}

/// Whether the row of the event leads from the one to the other.
fn table_leads(event: EventKind, before: &Request, after: &Request) -> bool {
    let (from, to) = (before.state, after.state);
    let back = |state: Option<State>| state == Some(to) || to == State::Assessing;
    match row(event).unwrap().to {
        To::Stays => to == from,
        To::State(state) => to == state,
        To::Taken => to == if from == State::Received { State::Assessing } else { from },
        To::StaysOrClosed => to == from || to == State::Closed,
        To::WhereItWas => back(before.paused_from),
        To::StaysOrWhereItWas => to == from || back(before.paused_from),
        To::CameFrom => back(before.reviewed_from),
        To::Back => back(before.withdrawn_from),
        To::Reread => true,
    }
}

/// Where the walk begins: every right asked by the form, access asked for by somebody else, and
/// what looks like spam.
fn beginnings() -> Vec<Desk> {
    let mut all: Vec<Desk> = Right::ALL.iter().map(|right| Desk::received(&[*right])).collect();
    let mut represented = Desk::received(&[Right::Access]);
    represented.file.case.representation = Representation::Unjudged;
    let mut binned = Desk::received(&[Right::Access]).on("2026-06-01");
    binned.file.case.flags = vec![Flag::Bin];
    all.extend([represented, binned]);
    for desk in &mut all {
        desk.rules.keep.months = 1;
    }
    all
}

/// Each request of a case as if it were alone, the first one first: what is asked for later is
/// walked on its own.
fn one_by_one(desk: &Desk) -> Vec<Desk> {
    let alone = |request: &Request| {
        let mut alone = desk.clone();
        alone.file.requests = vec![Request { id: "r1".into(), ..request.clone() }];
        for task in &mut alone.file.tasks {
            task.request_ids = task.request_ids.iter().filter(|id| **id == request.id).cloned().collect();
            task.request_ids.iter_mut().for_each(|id| *id = "r1".into());
        }
        alone.file.tasks.retain(|task| !task.request_ids.is_empty());
        alone
    };
    desk.file.requests.iter().map(alone).collect()
}

/// The abstract states, each with where it leads, and the events that led anywhere.
struct Walk {
    graph: Vec<(Key, BTreeSet<usize>)>,
    happened: BTreeSet<EventKind>,
}

/// Walks everything reachable.
fn walk() -> Walk {
    let mut numbers: HashMap<Key, usize> = HashMap::new();
    let mut graph: Vec<(Key, BTreeSet<usize>)> = Vec::new();
    let mut queue = VecDeque::new();
    for desk in beginnings() {
        numbers.insert(key(&desk), graph.len());
        graph.push((key(&desk), BTreeSet::new()));
        queue.push_back(desk);
    }
    let mut happened = BTreeSet::new();
    let mut number = 0;
    while let Some(desk) = queue.pop_front() {
        let mut reached = if desk.state() == State::Erased { Vec::new() } else { surroundings(&desk) };
        for (actor, command) in commands(&desk) {
            let Ok(decision) = desk.tries(&actor, &command) else { continue };
            assert_ne!(desk.state(), State::Erased, "{command:?} after erasure");
            happened.insert(command.kind());
            let mut after = desk.clone();
            after.keeps(&decision);
            let mut each = one_by_one(&after);
            holds_the_law(&desk, &each[0], &decision, command.kind());
            reached.extend(each.drain(..).map(without_history));
        }
        for after in reached {
            let key = key(&after);
            let next = *numbers.entry(key.clone()).or_insert(graph.len());
            graph[number].1.insert(next);
            if next == graph.len() {
                graph.push((key, BTreeSet::new()));
                queue.push_back(after);
            }
        }
        number += 1;
    }
    Walk { graph, happened }
}

/// The states from which one that passes can be reached.
fn can_reach(graph: &[(Key, BTreeSet<usize>)], passes: impl Fn(&Key) -> bool) -> Vec<bool> {
    let mut can: Vec<bool> = graph.iter().map(|(key, _)| passes(key)).collect();
    loop {
        let before = can.iter().filter(|can| **can).count();
        for (number, (_, next)) in graph.iter().enumerate().rev() {
            can[number] = can[number] || next.iter().any(|next| can[*next]);
        }
        if can.iter().filter(|can| **can).count() == before {
            return can;
        }
    }
}

#[test]
fn no_path_leads_below_the_level_and_every_state_reaches_an_end() {
    let Walk { graph, happened } = walk();
    let rows: BTreeSet<EventKind> = TABLE.iter().map(|row| row.kind).collect();
    let untried: Vec<_> = rows.difference(&happened).collect();
    // two open a case, and a complaint has no request to walk with
    assert_eq!(untried, [&EventKind::Submit, &EventKind::Enter, &EventKind::SettleComplaint]);
    for right in Right::ALL {
        let of_right = || graph.iter().map(|(key, _)| key).filter(|key| key.right == *right);
        let states: BTreeSet<State> = of_right().map(|key| key.state).collect();
        let waits = right.may_ask_identity();
        for state in State::ALL.iter().filter(|state| waits || **state != State::AwaitingPerson) {
            assert!(states.contains(state), "{right} never reached {state}");
        }
        let released = |key: &Key| key.state == State::Closed && key.outcome == Some(Outcome::Fulfilled);
        assert!(of_right().any(released), "{right} can never be fulfilled");
        let nobody = |key: &Key| key.level == Level::Nothing && key.state == State::Closed;
        let answered = |key: &Key| nobody(key) && key.outcome.is_some_and(Outcome::is_answer);
        assert!(of_right().any(answered), "{right}: who proves nothing gets no answer");
    }
    let closes = can_reach(&graph, |key| !key.state.is_open());
    let ends = can_reach(&graph, |key| key.state == State::Erased);
    for (number, (key, next)) in graph.iter().enumerate() {
        assert!(closes[number] && ends[number], "no end from {key:?}");
        assert!(key.state != State::Erased || next.is_empty(), "it goes on after {key:?}");
    }
}
