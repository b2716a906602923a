//! Ending, taking up again, stopping, keeping and erasing.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::case::{Flag, Representation};
use crate::domain::decide::{Command, Refusal};
use crate::domain::event::EventKind;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::retention::{self, Keeper};
use crate::domain::right::Right;
use crate::domain::task::TaskState;

fn withdraw(evidence: Option<&str>) -> Command {
    Command::Withdraw { requests: vec![], evidence: evidence.map(Into::into) }
}

fn undo() -> Command {
    Command::UndoWithdrawal { requests: vec![] }
}

#[test]
fn a_person_withdraws_by_code_and_staff_with_written_evidence() {
    let desk = Desk::assessing(&[Right::Access]);
    assert!(desk.lacks(&Actor::Person, &withdraw(None)).is_empty());
    assert_eq!(desk.lacks(&maja(), &withdraw(None)), ["words"]);
    assert!(desk.lacks(&maja(), &withdraw(Some("Letter of 3 March"))).is_empty());
}

#[test]
fn a_withdrawal_undone_within_seven_days_finds_everything_as_it_was() {
    let mut desk = Desk::collecting(&[Right::Access]);
    let before = desk.file.clone();
    desk.does(&Actor::Person, withdraw(None)).unwrap();
    assert_eq!((desk.state(), desk.r(1).outcome), (State::Closed, Some(Outcome::Withdrawn)));
    assert_eq!(desk.file.tasks[0].state, TaskState::Open);
    let mut desk = desk.on("2026-03-09");
    assert!(desk.tries(&maja(), &undo()).is_err(), "only the person");
    desk.does(&Actor::Person, undo()).unwrap();
    assert_eq!(desk.file, before);
}

#[test]
fn after_seven_days_a_withdrawal_stands() {
    let mut desk = Desk::collecting(&[Right::Access]);
    desk.does(&Actor::Person, withdraw(None)).unwrap();
    assert_eq!(desk.on("2026-03-10").lacks(&Actor::Person, &undo()), ["not_after"]);
}

#[test]
fn a_pause_goes_on_while_a_request_is_withdrawn() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&Actor::Person, withdraw(None)).unwrap();
    desk.does(&Actor::Person, undo()).unwrap();
    assert_eq!(desk.state(), State::AwaitingPerson);
    desk.does(&Actor::Person, reply("2026-03-02")).unwrap();
    assert_eq!(desk.state(), State::Assessing);
}

#[test]
fn what_was_closed_otherwise_is_no_withdrawal_to_undo() {
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    let refusal = Refusal::NothingToDo { event: EventKind::UndoWithdrawal };
    assert_eq!(desk.tries(&Actor::Person, &undo()), Err(refusal));
}

fn reopen(reason: &str) -> Command {
    Command::Reopen { request: "r1".into(), reason: reason.into() }
}

#[test]
fn what_was_closed_in_error_is_opened_again_within_thirty_days_on_its_old_clock() {
    let desk = Desk::closed(Right::Access, Outcome::NoData);
    assert_eq!(desk.lacks(&karin(), &reopen("")), ["words"]);
    assert!(desk.tries(&maja(), &reopen("We forgot a source")).is_err(), "no officer");
    assert_eq!(desk.clone().on("2026-04-02").lacks(&karin(), &reopen("We forgot a source")), ["not_after"]);
    let dates = desk.r(1).dates;
    let mut desk = desk.on("2026-04-01");
    desk.does(&karin(), reopen("We forgot a source")).unwrap();
    let request = desk.r(1);
    assert_eq!((request.state, request.outcome, &request.answer), (State::Assessing, None, &None));
    assert_eq!(request.dates, dates);
}

#[test]
fn a_request_withdrawn_while_waiting_is_reopened_without_its_pause() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let mut desk = desk.on("2026-03-05");
    desk.does(&Actor::Person, withdraw(None)).unwrap();
    let mut desk = desk.on("2026-03-20");
    desk.does(&karin(), reopen("They meant another case")).unwrap();
    assert_eq!(desk.r(1).pauses[0].answered_on, Some(day("2026-03-05")));
    assert_eq!((desk.state(), desk.r(1).paused_from), (State::Assessing, None));
}

#[test]
fn a_case_is_stopped_once_and_before_it_is_closed() {
    let mut desk = Desk::received(&[Right::Access]);
    assert!(desk.tries(&maja(), &Command::Stop).is_err(), "only from the address on record");
    desk.does(&Actor::Person, Command::Stop).unwrap();
    assert!(desk.file.case.is(Flag::Stopped));
    let again = desk.tries(&Actor::Person, &Command::Stop);
    assert_eq!(again, Err(Refusal::NothingToDo { event: EventKind::Stop }));
    let closed = Desk::closed(Right::Access, Outcome::Fulfilled);
    assert!(closed.tries(&Actor::Person, &Command::Stop).is_err());
}

#[test]
fn a_representative_s_authority_is_seen_before_it_is_accepted() {
    let accept = |evidence: &str| Command::RepresentativeAccepted {
        evidence: evidence.into(),
        answer_to_representative: false,
    };
    let refuse = Command::RepresentativeRefused { missing: "A power of attorney".into() };
    let mut desk = Desk::received(&[Right::Access]);
    assert_eq!(desk.lacks(&maja(), &accept("Seen")), ["representative"]);
    desk.file.case.representation = Representation::Unjudged;
    assert_eq!(desk.lacks(&maja(), &accept("")), ["words"]);
    desk.does(&maja(), refuse).unwrap();
    assert_eq!(desk.file.case.representation, Representation::Refused);
    desk.does(&karin(), accept("Power of attorney seen")).unwrap();
    assert_eq!(desk.file.case.representation, Representation::Accepted);
}

fn erase() -> Command {
    Command::Erase { kept_by: Vec::new(), listed_for_review: true }
}

#[test]
fn a_closed_case_is_erased_when_retention_has_run_out_and_nothing_keeps_it() {
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    let reached_on = retention::kept(&desk.rules, &desk.file.requests).unwrap().reached_on;
    let mut nobody_knows = desk.clone();
    nobody_knows.file.case.retention_on = None;
    assert_eq!(nobody_knows.lacks(&karin(), &erase()), ["retention_reached"]);
    assert_eq!(desk.file.case.retention_on, Some(reached_on), "the step that closed it has set the day");
    let desk = desk.on(&reached_on.pred_opt().unwrap().to_string());
    assert_eq!(desk.lacks(&karin(), &erase()), ["retention_reached"]);
    let mut desk = desk.on(&reached_on.to_string());
    desk.does(&karin(), erase()).unwrap();
    assert!(desk.file.case.erased);
    assert_eq!(desk.state(), State::Erased);
}

#[test]
fn everything_that_keeps_a_case_is_named() {
    let mut desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    desk.does(&karin(), Command::LegalHoldOn { reason: "Lawsuit".into() }).unwrap();
    let kept = Command::Erase { kept_by: Keeper::ALL.to_vec(), listed_for_review: false };
    assert_eq!(
        desk.lacks(&karin(), &kept),
        [
            "retention_reached",
            "no_legal_hold",
            "no_live_restriction",
            "no_open_recipient_notice",
            "no_backup_follow_up",
            "no_valid_link",
            "no_open_complaint",
            "listed_for_review",
        ]
    );
}

#[test]
fn a_case_with_an_open_request_is_not_erased() {
    let mut desk = Desk::assessing(&[Right::Access, Right::Erasure]);
    desk.does(&Actor::Person, Command::Withdraw { requests: vec!["r1".into()], evidence: None }).unwrap();
    desk.file.case.retention_on = Some(day("2026-03-01"));
    let refusal = Refusal::State { event: EventKind::Erase, state: State::Assessing };
    assert_eq!(desk.tries(&karin(), &erase()), Err(refusal));
}

#[test]
fn a_legal_hold_is_set_and_lifted_with_a_reason() {
    let mut desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    assert_eq!(desk.lacks(&karin(), &Command::LegalHoldOn { reason: String::new() }), ["words"]);
    desk.does(&karin(), Command::LegalHoldOn { reason: "Lawsuit".into() }).unwrap();
    assert!(desk.file.case.is(Flag::LegalHold));
    desk.does(&karin(), Command::LegalHoldOff { reason: "Settled".into() }).unwrap();
    assert!(!desk.file.case.is(Flag::LegalHold));
    let again = desk.tries(&karin(), &Command::LegalHoldOff { reason: "Settled".into() });
    assert_eq!(again, Err(Refusal::NothingToDo { event: EventKind::LegalHoldOff }));
}

#[test]
fn spam_is_purged_after_two_weeks_in_the_bin() {
    let purge = |right_recognised| Command::PurgeSpam { binned_on: day("2026-03-03"), right_recognised };
    let mut desk = Desk::received(&[Right::Access]).on("2026-03-16");
    assert_eq!(desk.lacks(&karin(), &purge(true)), ["in_the_bin", "no_right_recognised", "not_before"]);
    assert_eq!(desk.lacks(&maja(), &Command::Bin { reason: " ".into() }), ["words"]);
    desk.does(&maja(), Command::Bin { reason: "An advertisement".into() }).unwrap();
    let mut desk = desk.on("2026-03-17");
    desk.does(&karin(), purge(false)).unwrap();
    assert_eq!(desk.state(), State::Erased);
}

#[test]
fn what_lies_in_the_bin_comes_out_again_by_hand_or_with_whoever_takes_it() {
    let bin = || Command::Bin { reason: "An advertisement".into() };
    let mut desk = Desk::received(&[Right::Access]);
    let dates = desk.r(1).dates;
    desk.does(&maja(), bin()).unwrap();
    assert_eq!((desk.file.case.is(Flag::Bin), desk.r(1).dates), (true, dates), "its clock runs on");
    assert_eq!(desk.tries(&maja(), &bin()), Err(Refusal::NothingToDo { event: EventKind::Bin }));
    desk.does(&karin(), Command::Unbin).unwrap();
    assert!(!desk.file.case.is(Flag::Bin));
    desk.does(&maja(), bin()).unwrap();
    desk.does(&maja(), Command::Claim { requests: Vec::new() }).unwrap();
    assert!(!desk.file.case.is(Flag::Bin), "whoever takes it has found a request in it");
    assert!(desk.tries(&maja(), &bin()).is_err(), "what somebody works on is no spam");
}

#[test]
fn until_when_a_case_is_kept_moves_only_with_what_closes_and_opens() {
    let mut desk = Desk::assessing(&[Right::Access, Right::Erasure]);
    let withdraw = |id: &str| Command::Withdraw { requests: vec![id.into()], evidence: None };
    desk.does(&Actor::Person, withdraw("r1")).unwrap();
    assert_eq!(desk.file.case.retention_on, None, "the other one is open");
    let mut desk = desk.on("2026-03-10");
    desk.does(&Actor::Person, withdraw("r2")).unwrap();
    assert_eq!(desk.file.case.retention_on, Some(day("2027-03-11")));
    desk.rules.keep.months = 24;
    desk.does(&karin(), Command::LegalHoldOn { reason: "Lawsuit".into() }).unwrap();
    assert_eq!(desk.file.case.retention_on, Some(day("2027-03-11")), "it closed under the old setting");
    desk.does(&Actor::Person, Command::UndoWithdrawal { requests: vec!["r2".into()] }).unwrap();
    assert_eq!(desk.file.case.retention_on, None);
    desk.does(&Actor::Person, withdraw("r2")).unwrap();
    assert_eq!(desk.file.case.retention_on, Some(day("2028-03-11")));
}
