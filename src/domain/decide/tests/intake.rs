//! Who takes it, which right it is, where it belongs.

use super::sample::*;
use crate::domain::access::{Actor, Role};
use crate::domain::decide::{Command, Refusal};
use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};

fn assign(to: &str) -> Command {
    Command::Assign { requests: vec![], to: to.into() }
}

fn claim() -> Command {
    Command::Claim { requests: vec![] }
}

#[test]
fn claiming_takes_a_received_request_and_leaves_other_states_alone() {
    let mut desk = Desk::received(&[Right::Access]);
    desk.does(&maja(), claim()).unwrap();
    assert_eq!((desk.state(), desk.r(1).assignee.as_deref()), (State::Assessing, Some("maja")));
    let mut desk = Desk::collecting(&[Right::Access]);
    desk.does(&karin(), assign("sofus")).unwrap();
    assert_eq!((desk.state(), desk.r(1).assignee.as_deref()), (State::Collecting, Some("sofus")));
}

#[test]
fn claiming_what_is_mine_already_changes_nothing() {
    let desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.tries(&maja(), &claim()), Err(Refusal::NothingToDo { event: EventKind::Claim }));
}

#[test]
fn a_case_about_a_colleague_does_not_exist_for_them_even_if_they_are_an_officer() {
    let mut desk = Desk::received(&[Right::Access]);
    desk.file.case.about_staff = Some("karin".into());
    assert_eq!(desk.tries(&karin(), &assign("maja")), Err(Refusal::NotFound));
    assert_eq!(desk.tries(&maja(), &claim()), Err(Refusal::NotFound), "not named, no officer");
    let other = staff("olga", &[Role::Officer]);
    assert_eq!(desk.lacks(&other, &assign("karin")), ["not_about_assignee"]);
    desk.does(&other, assign("maja")).unwrap();
    assert!(desk.tries(&maja(), &assign("sofus")).is_ok(), "named now");
    assert!(desk.tries(&Actor::Person, &Command::Withdraw { requests: vec![], evidence: None }).is_ok());
}

#[test]
fn administrators_auditors_and_the_program_change_nothing() {
    let desk = Desk::received(&[Right::Access]);
    for actor in [staff("a", &[Role::Administrator]), staff("b", &[Role::Auditor]), Actor::System] {
        assert_eq!(desk.tries(&actor, &claim()), Err(Refusal::Role { event: EventKind::Claim }));
    }
}

#[test]
fn a_request_of_another_case_is_not_found() {
    let desk = Desk::received(&[Right::Access]);
    let command = Command::Claim { requests: vec!["elsewhere".into()] };
    assert_eq!(desk.tries(&maja(), &command), Err(Refusal::NotFound));
}

#[test]
fn an_empty_list_means_every_request_the_event_is_allowed_for() {
    let mut desk = Desk::received(&[Right::Access, Right::Erasure, Right::Objection]);
    desk.does(&maja(), Command::Claim { requests: vec!["r2".into()] }).unwrap();
    let decision = desk.does(&maja(), claim()).unwrap();
    assert_eq!(decision.acted_on, ["r1", "r3"]);
    assert_eq!(decision.events.len(), 2);
}

#[test]
fn a_named_request_in_the_wrong_state_refuses_the_whole_command() {
    let mut desk = Desk::received(&[Right::Access, Right::Erasure]).proven();
    desk.does(&maja(), Command::Claim { requests: vec!["r1".into()] }).unwrap();
    let both = Command::StartCollecting {
        requests: vec!["r1".into(), "r2".into()],
        tasks: vec![task("t", Holder::Hand, "2026-03-20")],
    };
    let refusal = Refusal::State { event: EventKind::StartCollecting, state: State::Received };
    assert_eq!(desk.tries(&maja(), &both), Err(refusal));
}

#[test]
fn a_right_in_the_first_message_has_its_date_and_a_later_one_has_today_s() {
    let mut desk = Desk::received(&[Right::Access]).on("2026-03-10");
    let add = |id: &str, in_first_message| Command::AddRight {
        id: id.into(),
        right: Right::Erasure,
        in_first_message,
    };
    desk.does(&maja(), add("r2", true)).unwrap();
    desk.does(&maja(), add("r3", false)).unwrap();
    assert_eq!(desk.r(2).received_on, day(RECEIVED));
    assert_eq!(desk.r(3).received_on, day("2026-03-10"));
    assert_eq!(desk.lacks(&maja(), &add("r1", true)), ["new_id"]);
}

#[test]
fn a_split_off_request_keeps_day_zero_and_reader_but_no_pause() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let split = Command::Split { request: "r1".into(), id: "r2".into(), right: Right::Erasure };
    desk.does(&maja(), split).unwrap();
    let new = desk.r(2);
    assert_eq!((new.state, new.assignee.as_deref()), (State::Assessing, Some("maja")));
    assert_eq!((new.received_on, new.pauses.len()), (day(RECEIVED), 0));
}

fn reclassify(right: Right) -> Command {
    Command::Reclassify { request: "r1".into(), right }
}

#[test]
fn reclassifying_recomputes_the_dates() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), reclassify(Right::MarketingObjection)).unwrap();
    assert_eq!(desk.r(1).dates.act_by_on, day("2026-03-03"));
    let same = desk.tries(&maja(), &reclassify(Right::MarketingObjection));
    assert_eq!(same, Err(Refusal::NothingToDo { event: EventKind::Reclassify }));
}

#[test]
fn reclassifying_to_a_right_that_needs_more_leaves_collecting() {
    let mut desk = Desk::assessing(&[Right::Objection]).level(Level::Contact);
    desk.does(&maja(), start(&["t1"])).unwrap();
    desk.does(&maja(), reclassify(Right::Access)).unwrap();
    assert_eq!(desk.state(), State::Assessing);
}

#[test]
fn reclassifying_drops_an_answer_written_for_the_other_right() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    desk.does(&maja(), reclassify(Right::Portability)).unwrap();
    let request = desk.r(1);
    assert_eq!((request.state, &request.answer, &request.approver), (State::Collecting, &None, &None));
    assert_eq!(request.package, None);
}

#[test]
fn a_right_that_must_not_wait_stops_waiting_when_it_is_recognised() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&maja(), reclassify(Right::ConsentWithdrawal)).unwrap();
    assert_eq!((desk.state(), desk.r(1).open_pause()), (State::Assessing, None));
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&maja(), reclassify(Right::Erasure)).unwrap();
    assert_eq!(desk.state(), State::AwaitingPerson, "erasure needs the same level");
}

fn look_up(unproven_match: bool) -> Command {
    Command::LookUp { sources: vec!["chinook".into()], candidates: 1, unproven_match }
}

#[test]
fn a_look_up_belongs_to_assessing_and_keeps_only_whether_something_unproven_matched() {
    let mut desk = Desk::assessing(&[Right::Access]);
    let decision = desk.does(&maja(), look_up(true)).unwrap();
    assert!(desk.file.case.unproven_match);
    assert_eq!(decision.requests, desk.file.requests);
    let desk = Desk::collecting(&[Right::Access]);
    let refusal = Refusal::State { event: EventKind::LookUp, state: State::Collecting };
    assert_eq!(desk.tries(&maja(), &look_up(false)), Err(refusal));
}

fn forward(due_on: &str, nothing_of_ours_remains: bool, joint_controllers: bool) -> Command {
    Command::Forward {
        request: "r1".into(),
        task: task("f1", Holder::Hand, due_on),
        nothing_of_ours_remains,
        joint_controllers,
    }
}

#[test]
fn forwarding_makes_a_task_for_the_controller_due_in_two_working_days() {
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.lacks(&maja(), &forward("2026-03-05", false, false)), ["due_in_two_working_days"]);
    assert_eq!(desk.lacks(&maja(), &forward("2026-03-01", false, false)), ["date"]);
    let decision = desk.does(&maja(), forward("2026-03-04", false, false)).unwrap();
    assert_eq!((desk.state(), decision.new_tasks.len()), (State::Assessing, 1));
}

#[test]
fn among_joint_controllers_nothing_is_forwarded() {
    let desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.lacks(&karin(), &forward("2026-03-04", false, true)), ["no_joint_controllers"]);
}

#[test]
fn closing_a_forwarded_request_is_confirmed_by_an_officer() {
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.lacks(&maja(), &forward("2026-03-04", true, false)), ["officer_confirms"]);
    desk.does(&karin(), forward("2026-03-04", true, false)).unwrap();
    assert_eq!((desk.state(), desk.r(1).outcome), (State::Closed, Some(Outcome::Forwarded)));
    assert_eq!(desk.file.tasks[0].state, TaskState::Open, "the task for the controller stays");
}

#[test]
fn not_a_request_says_what_it_is_and_where_it_went() {
    let mut desk = Desk::assessing(&[Right::Access]);
    let command = |what: &str, passed_to: &str| Command::NotARequest {
        read_as: crate::domain::read_as::ReadAs::PublicAccess,
        request: "r1".into(),
        what: what.into(),
        passed_to: passed_to.into(),
    };
    assert_eq!(desk.lacks(&maja(), &command("", " ")), ["words", "words"]);
    desk.does(&maja(), command("Aktindsigt", "The archive")).unwrap();
    assert_eq!(desk.r(1).outcome, Some(Outcome::NotARequest));
}

#[test]
fn a_duplicate_stands_in_an_open_case_of_the_same_person_that_keeps_the_earliest_date() {
    let mut desk = Desk::assessing(&[Right::Access]);
    let command = |of_case: &str, target_open, same_person, target: &str| Command::Duplicate {
        request: "r1".into(),
        of_case: of_case.into(),
        target_open,
        same_person,
        target_received_on: day(target),
    };
    assert_eq!(
        desk.lacks(&maja(), &command("case", false, false, "2026-03-05")),
        ["another_case", "same_person", "target_open", "earliest_date_kept"]
    );
    let level = desk.file.case.level;
    desk.does(&maja(), command("other", true, true, "2026-03-02")).unwrap();
    assert_eq!((desk.r(1).outcome, desk.file.case.level), (Some(Outcome::Duplicate), level));
}

#[test]
fn a_complaint_makes_another_case_and_leaves_this_one() {
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    let complaint = Command::Complaint { new_case: "c2".into() };
    let decision = desk.tries(&Actor::Person, &complaint).unwrap();
    assert_eq!((&decision.case, &decision.requests), (&desk.file.case, &desk.file.requests));
    let instruction = Command::InstructionReceived { new_case: "c3".into() };
    assert!(desk.tries(&maja(), &instruction).is_ok());
    assert!(desk.tries(&Actor::Person, &instruction).is_err());
    assert_eq!(desk.lacks(&maja(), &Command::Complaint { new_case: String::new() }), ["words"]);
}
