//! Random walks: whatever is done on whatever day, the stored dates are those of the facts.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::deadline;
use crate::domain::decide::{Command, Decision, PauseChoice};
use crate::domain::identity::{Channel, Level, ProofWay};
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use chrono::{Days, Duration};
use proptest::prelude::*;

/// One move: what, an argument, and how many days pass before it.
type Move = (u8, u8, u8);

/// A command for a move. Request and dates follow from the argument, so that refusals and
/// successes both happen.
fn command(desk: &Desk, (what, argument, _): Move) -> (Actor, Command) {
    let today = desk.today();
    let request = format!("r{}", argument % 3 + 1);
    let requests = if argument % 4 == 3 { Vec::new() } else { vec![request.clone()] };
    let back = today - Days::new(u64::from(argument % 12));
    let words = || "w".to_owned();
    match what {
        0 => (maja(), Command::Claim { requests }),
        1 => (maja(), ask(&back.to_string(), &(today + Days::new(14)).to_string())),
        2 => (Actor::Person, Command::ReplyReceived { requests, replied_on: back }),
        3 => (karin(), Command::Resume { requests, reason: words() }),
        4 => (karin(), extend(&request, (argument % 2 == 0).then_some("w"))),
        5 => (karin(), Command::UndoExtension { request, correction_sent: argument % 2 == 0 }),
        6 => (karin(), Command::CorrectReceivedDate { received_on: back, reason: words() }),
        7 => (
            maja(),
            Command::Reclassify { request, right: Right::ALL[usize::from(argument) % Right::ALL.len()] },
        ),
        8 => (maja(), Command::StartCollecting { requests, tasks: vec![] }),
        9 => (maja(), start(&["t"])),
        10 => (Actor::Person, Command::Withdraw { requests, evidence: None }),
        11 => (Actor::Person, Command::UndoWithdrawal { requests }),
        12 => (karin(), Command::Reopen { request, reason: words() }),
        13 => (
            maja(),
            Command::AskScope {
                request,
                amount: words(),
                question: words(),
                reply_by_on: today + Days::new(14),
                pause_id: "s".into(),
                on_paper: None,
            },
        ),
        14 => {
            let choice = [PauseChoice::Extend, PauseChoice::KeepPausing][usize::from(argument % 2)];
            (karin(), Command::DecidePause { requests, choice, reason: words() })
        }
        15 => (karin(), Command::Lapse { requests }),
        16 => {
            let id = format!("n{}", desk.file.requests.len());
            (maja(), Command::AddRight { id, right: Right::Access, in_first_message: argument % 2 == 0 })
        }
        17 => {
            let id = format!("n{}", desk.file.requests.len());
            (maja(), Command::Split { request, id, right: Right::Erasure })
        }
        18 => (maja(), submit_without(Outcome::Refused, &["manifestly_unfounded"])),
        19 => (jonas(), approve()),
        20 => (jonas(), Command::RequestChanges { requests, comment: words() }),
        _ => (maja(), send()),
    }
}

fn check(before: &Desk, after: &Desk, decision: &Decision) -> Result<(), TestCaseError> {
    for request in &after.file.requests {
        let replay = deadline::dates(
            &after.rules,
            request.right,
            request.received_on,
            &request.pauses,
            request.extension.as_ref(),
        );
        prop_assert_eq!(request.dates, replay, "{:?}", request);
        prop_assert!(request.pauses.iter().filter(|pause| pause.answered_on.is_none()).count() <= 1);
        prop_assert!(request.dates.act_by_on <= request.dates.shown_on);
        let reached = after.file.case.level >= request.right.level_needed();
        prop_assert!(request.state != State::Collecting || reached, "below its level: {:?}", request);
        let untouched = !decision.acted_on.contains(&request.id);
        let was = before.file.request(&request.id);
        prop_assert!(!untouched || was == Some(request), "not acted on, yet changed: {:?}", request);
    }
    prop_assert_eq!(after.file.case.version, before.file.case.version);
    prop_assert!(!decision.events.is_empty());
    let ids: Vec<_> = after.file.requests.iter().map(|request| &request.id).collect();
    prop_assert!(decision.acted_on.iter().all(|id| ids.contains(&id)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_stored_dates_are_those_of_the_facts_after_any_walk(
        moves in prop::collection::vec((0u8..22, any::<u8>(), 0u8..20), 1..40),
        promise_pauses: bool,
        promise_days in prop::option::of(1u32..60),
        proven: bool,
    ) {
        let mut desk = Desk::received(&[Right::Access, Right::Objection, Right::MarketingObjection]);
        desk.rules.promise_pauses = promise_pauses;
        desk.rules.promise_days = promise_days;
        for request in &mut desk.file.requests {
            request.dates =
                deadline::dates(&desk.rules, request.right, request.received_on, &[], None);
        }
        desk = if proven { desk.proven() } else { desk.proven_over(ProofWay::AddressCheck, Channel::Email) };
        for step in moves {
            desk.now += Duration::days(i64::from(step.2));
            let (actor, command) = command(&desk, step);
            let Ok(decision) = desk.tries(&actor, &command) else { continue };
            let before = desk.clone();
            desk.keeps(&decision);
            check(&before, &desk, &decision)?;
        }
    }

    #[test]
    fn the_order_of_independent_facts_does_not_matter(
        order in Just((0usize..6).collect::<Vec<_>>()).prop_shuffle(),
        replied in 4u64..10,
        received in 0u64..3,
    ) {
        let mut desk = Desk::assessing(&[Right::Access, Right::Erasure]);
        desk.does(&maja(), ask("2026-03-02", "2026-03-31")).unwrap();
        let mut desk = desk.on("2026-03-20");
        let facts = [
            (karin(), extend("r1", None)),
            (
                maja(),
                Command::ReplyReceived {
                    requests: vec!["r1".into()],
                    replied_on: day("2026-03-02") + Days::new(replied),
                },
            ),
            (
                karin(),
                Command::CorrectReceivedDate {
                    received_on: day("2026-03-01") - Days::new(received),
                    reason: "The post stamp".into(),
                },
            ),
            (karin(), Command::LegalHoldOn { reason: "Lawsuit".into() }),
            (karin(), Command::Assign { requests: vec!["r2".into()], to: "sofus".into() }),
            (karin(), Command::Resume { requests: vec!["r2".into()], reason: "Known".into() }),
        ];
        let mut straight = desk.clone();
        for (actor, command) in facts.clone() {
            straight.does(&actor, command).unwrap();
        }
        for index in order {
            let (actor, command) = facts[index].clone();
            desk.does(&actor, command).unwrap();
        }
        prop_assert_eq!(desk.file, straight.file);
    }
}

#[test]
fn a_refused_command_changes_nothing_and_a_level_alone_moves_no_date() {
    let desk = Desk::assessing(&[Right::Access]);
    let before = desk.file.clone();
    assert!(desk.tries(&maja(), &start(&["t1"])).is_err());
    assert_eq!(desk.file, before);
    let proven = desk.level(Level::Strong);
    assert_eq!(proven.file.requests, before.requests);
}
