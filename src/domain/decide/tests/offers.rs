//! The buttons and the next step.

use super::sample::*;
use crate::domain::access::{Actor, Role};
use crate::domain::case::Flag;
use crate::domain::decide::{Choice, Next, NextStep, Offer, Warning, next_step, options};
use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::domain::table;
use std::collections::BTreeSet;

fn offers(desk: &Desk, actor: &Actor) -> Vec<Offer> {
    options(&desk.rules, &desk.file, actor, desk.now)
}

fn events(desk: &Desk, actor: &Actor) -> Vec<&'static str> {
    offers(desk, actor).iter().map(|offer| offer.event.code()).collect()
}

fn offer(desk: &Desk, actor: &Actor, event: EventKind) -> Offer {
    offers(desk, actor).into_iter().find(|offer| offer.event == event).unwrap()
}

#[test]
fn a_received_case_offers_each_role_its_own_buttons() {
    let desk = Desk::received(&[Right::Access]);
    let work = "assign claim add_right split reclassify ask_identity forward instruction_received not_a_request \
                duplicate withdraw representative_accepted representative_refused complaint \
                move_controller person_apart bin";
    assert_eq!(events(&desk, &maja()).join(" "), work);
    let office = "assign claim ask_identity forward not_a_request extend representative_accepted \
                  representative_refused correct_received_date legal_hold_on person_apart bin";
    assert_eq!(events(&desk, &karin()).join(" "), office);
    assert_eq!(events(&desk, &Actor::Person), ["withdraw", "stop", "complaint"]);
    for none in [jonas(), staff("x", &[Role::Auditor, Role::Administrator]), Actor::System] {
        assert!(events(&desk, &none).is_empty());
    }
}

#[test]
fn a_button_whose_guard_fails_says_why() {
    let desk = Desk::assessing(&[Right::Access]).level(Level::Contact);
    let blocked = offer(&desk, &maja(), EventKind::StartCollecting).blocked.unwrap();
    assert_eq!(blocked.needs()[0].code(), "identity");
    assert_eq!(offer(&desk.proven(), &maja(), EventKind::StartCollecting).blocked, None);
    let desk = Desk::collecting(&[Right::Access]);
    let blocked = offer(&desk, &maja(), EventKind::SubmitForReview).blocked.unwrap();
    assert_eq!(blocked.needs()[0].code(), "tasks_finished");
}

#[test]
fn the_outcomes_offered_are_those_the_guard_would_take() {
    let outcomes = |desk: &Desk, event| offer(desk, &maja(), event).choices;
    let desk = Desk::assessing(&[Right::Access]);
    assert_eq!(
        outcomes(&desk, EventKind::SubmitWithoutCollecting),
        [Choice::Outcome(Outcome::Refused), Choice::Outcome(Outcome::CannotIdentify)],
        "no data needs level 1"
    );
    let desk = Desk::collecting(&[Right::MarketingObjection]).tasks_done();
    assert_eq!(
        outcomes(&desk, EventKind::SubmitForReview),
        [Choice::Outcome(Outcome::Fulfilled), Choice::Outcome(Outcome::NoData)]
    );
}

#[test]
fn the_ways_to_send_are_those_that_are_proven() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    let ways = offer(&desk, &maja(), EventKind::SendAnswer).choices;
    assert_eq!(ways, [Choice::Mail, Choice::Post, Choice::InPerson]);
    desk.file.case.proofs[0].channel = crate::domain::identity::Channel::Post;
    let ways = offer(&desk, &maja(), EventKind::SendAnswer).choices;
    assert_eq!(ways, [Choice::Post, Choice::InPerson]);
    desk.file.requests[0].package = None;
    let blocked = offer(&desk, &maja(), EventKind::SendAnswer).blocked.unwrap();
    assert!(blocked.needs().iter().any(|need| need.code() == "package"));
}

#[test]
fn a_button_shows_its_limit_and_what_is_late() {
    let desk = Desk::assessing(&[Right::Access]);
    let extend = offer(&desk, &karin(), EventKind::Extend);
    assert_eq!((extend.until_on, extend.warning), (Some(day("2026-04-07")), None));
    let desk = desk.on("2026-04-08");
    assert!(offer(&desk, &karin(), EventKind::Extend).blocked.is_some());
    let asking = offer(&desk, &maja(), EventKind::AskIdentity);
    assert_eq!(asking.warning, Some(Warning::WithoutPause));
    let refusing = offer(&desk, &maja(), EventKind::SubmitWithoutCollecting);
    assert_eq!(refusing.warning, Some(Warning::LateRefusal));
    let desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]).on("2026-04-08");
    let sending = offer(&desk, &maja(), EventKind::SendAnswer);
    assert_eq!((sending.blocked, sending.warning), (None, Some(Warning::Late)));
}

#[test]
fn a_withdrawn_request_shows_the_person_until_when_they_can_undo() {
    use crate::domain::decide::Command;
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&Actor::Person, Command::Withdraw { requests: vec![], evidence: None }).unwrap();
    let undo = offer(&desk, &Actor::Person, EventKind::UndoWithdrawal);
    assert_eq!(undo.until_on, Some(day("2026-03-09")));
}

#[test]
fn every_event_is_a_button_somewhere() {
    use crate::domain::decide::Command;
    let mut paused = Desk::assessing(&[Right::Access]);
    paused.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let mut withdrawn = Desk::received(&[Right::Access]);
    withdrawn.does(&Actor::Person, Command::Withdraw { requests: vec![], evidence: None }).unwrap();
    let mut held = Desk::closed(Right::Access, Outcome::Fulfilled);
    held.does(&karin(), Command::LegalHoldOn { reason: "Lawsuit".into() }).unwrap();
    let mut binned = Desk::received(&[Right::Access]);
    binned.does(&maja(), Command::Bin { reason: "An advertisement".into() }).unwrap();
    let mut extended = Desk::received(&[Right::Access]);
    extended.does(&karin(), extend("r1", None)).unwrap();
    let mut complaint = Desk::received(&[Right::Access]);
    complaint.file.requests.clear();
    complaint.file.case.flags.push(Flag::Complaint);
    let mut stopped = Desk::received(&[Right::Access]);
    stopped.does(&Actor::Person, Command::Stop).unwrap();
    // what makes a case, and what an officer does from a list of many
    let mut seen: BTreeSet<EventKind> =
        BTreeSet::from([EventKind::Submit, EventKind::Enter, EventKind::PurgeSpam, EventKind::Erase]);
    for desk in [
        complaint,
        Desk::received(&[Right::Access]),
        Desk::assessing(&[Right::Access]),
        Desk::collecting(&[Right::Access]).tasks_done(),
        Desk::in_review(Right::Access, Outcome::Fulfilled, &[]),
        Desk::ready(Right::Access, Outcome::Fulfilled, &[]),
        Desk::closed(Right::Access, Outcome::Fulfilled),
        paused,
        withdrawn,
        held,
        binned,
        extended,
        stopped,
    ] {
        for actor in [maja(), jonas(), karin(), Actor::Person] {
            seen.extend(offers(&desk, &actor).iter().map(|offer| offer.event));
        }
    }
    let every: BTreeSet<EventKind> = table::TABLE.iter().map(|row| row.kind).collect();
    assert_eq!(seen, every);
}

#[test]
fn a_pause_is_to_be_decided_on_in_time_and_may_lapse_when_nobody_replied() {
    use crate::domain::decide::{Command, PauseChoice};
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    // due on 1 April by the promise: five working days before is Wednesday 25 March
    assert_eq!(next(&desk.clone().on("2026-03-24"), &karin()), NextStep::WaitForPerson);
    let mut desk = desk.on("2026-03-25");
    assert_eq!(next(&desk, &karin()), NextStep::DecidePause);
    assert_eq!(offer(&desk, &karin(), EventKind::DecidePause).until_on, Some(day("2026-03-25")));
    assert!(!events(&desk, &maja()).contains(&"decide_pause"));
    let (requests, reason) = (vec![], "They are abroad".to_owned());
    let keep = Command::DecidePause { requests, choice: PauseChoice::KeepPausing, reason };
    desk.does(&karin(), keep).unwrap();
    assert_eq!(next(&desk, &karin()), NextStep::WaitForPerson);
    desk.file.requests[0].pauses[0].reminders = 2;
    assert_eq!(next(&desk.clone().on("2026-04-30"), &karin()), NextStep::WaitForPerson);
    assert_eq!(next(&desk.on("2026-05-01"), &karin()), NextStep::Lapse);
}

fn next(desk: &Desk, actor: &Actor) -> NextStep {
    next_step(&desk.rules, &desk.file, actor, desk.now).step
}

#[test]
fn the_next_step_leads_from_the_letter_box_to_the_answer() {
    assert_eq!(next(&Desk::received(&[Right::Access]), &maja()), NextStep::Claim);
    let desk = Desk::assessing(&[Right::Access]);
    assert_eq!(next(&desk, &maja()), NextStep::Identify);
    assert_eq!(next(&desk.proven(), &maja()), NextStep::StartCollecting);
    let desk = Desk::collecting(&[Right::Access]);
    assert_eq!(next(&desk, &maja()), NextStep::AnswerTasks);
    assert_eq!(next(&desk.tasks_done(), &maja()), NextStep::WriteAnswer);
    let desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    assert_eq!(next(&desk, &maja()), NextStep::AwaitReview);
    assert_eq!(next(&desk, &jonas()), NextStep::Review);
    let mut unpacked = desk;
    unpacked.file.requests[0].package = None;
    assert_eq!(next(&unpacked, &jonas()), NextStep::AwaitPackage);
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    assert_eq!(next(&desk, &maja()), NextStep::Send);
    desk.file.requests[0].package = None;
    assert_eq!(next(&desk, &maja()), NextStep::AwaitPackage);
    desk.file.case.flags.push(Flag::Stopped);
    assert_eq!(next(&desk, &maja()), NextStep::Stopped);
    let closed = Desk::closed(Right::Access, Outcome::Fulfilled);
    let nothing = Next { step: NextStep::Nothing, request: None };
    assert_eq!(next_step(&closed.rules, &closed.file, &maja(), closed.now), nothing);
}

#[test]
fn what_is_ours_to_do_comes_before_what_waits_and_the_earliest_date_first() {
    let mut desk = Desk::assessing(&[Right::Access, Right::MarketingObjection]);
    let step = next_step(&desk.rules, &desk.file, &maja(), desk.now);
    assert_eq!(step, Next { step: NextStep::WriteAnswer, request: Some("r2".into()) });
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let step = next_step(&desk.rules, &desk.file, &maja(), desk.now);
    assert_eq!(step.request.as_deref(), Some("r2"));
    let mut alone = Desk::assessing(&[Right::Access]);
    alone.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    assert_eq!(next(&alone, &maja()), NextStep::WaitForPerson);
}
