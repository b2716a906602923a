//! Extension, receipt, controller.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::calendar::Country;
use crate::domain::decide::{Command, Need, Refusal};
use crate::domain::event::EventKind;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;

/// Asked on the day of receipt, replied ten days later: safe until 7 April, disputable to 13 April.
fn paused_ten_days() -> Desk {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let mut desk = desk.on("2026-03-12");
    desk.does(&maja(), reply("2026-03-12")).unwrap();
    desk
}

#[test]
fn an_extension_gives_three_months_from_receipt_and_ends_the_promise() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-04-07");
    desk.does(&karin(), extend("r1", None)).unwrap();
    let dates = desk.r(1).dates;
    assert_eq!((dates.statutory_on, dates.promise_on), (day("2026-06-02"), None));
    assert!(!desk.r(1).extension.unwrap().disputable);
}

#[test]
fn an_extension_is_for_officers_needs_reasons_and_is_given_once() {
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.tries(&maja(), &extend("r1", None)), Err(Refusal::Role { event: EventKind::Extend }));
    let Command::Extend { request, ground, .. } = extend("r1", None) else { panic!() };
    let silent = Command::Extend { request, ground, reasons: " ".into(), disputable_reason: None };
    assert_eq!(desk.lacks(&karin(), &silent), ["words"]);
    desk.does(&karin(), extend("r1", None)).unwrap();
    assert_eq!(desk.lacks(&karin(), &extend("r1", None)), ["only_once"]);
}

#[test]
fn an_extension_after_the_last_day_comes_too_late() {
    let desk = Desk::assessing(&[Right::Access]).on("2026-04-08");
    let refusal = desk.tries(&karin(), &extend("r1", Some("We thought otherwise"))).unwrap_err();
    assert_eq!(refusal.needs(), [Need::NotAfter { last_on: day("2026-04-07") }]);
}

#[test]
fn a_day_only_the_pause_reaches_needs_the_officer_s_reason_and_is_disputable() {
    let mut desk = paused_ten_days().on("2026-04-10");
    assert_eq!(desk.lacks(&karin(), &extend("r1", None)), ["disputable_reason"]);
    let decision = desk.does(&karin(), extend("r1", Some("The pause counted"))).unwrap();
    assert!(desk.r(1).extension.unwrap().disputable);
    assert!(decision.events[0].private.as_deref().unwrap().contains("The pause counted"));
    let desk = paused_ten_days().on("2026-04-14");
    assert_eq!(desk.lacks(&karin(), &extend("r1", Some("The pause counted"))), ["not_after"]);
}

#[test]
fn what_must_stop_at_once_is_not_extended() {
    for right in [Right::MarketingObjection, Right::ConsentWithdrawal] {
        let desk = Desk::assessing(&[right]);
        let refusal = Refusal::Right { event: EventKind::Extend, right };
        assert_eq!(desk.tries(&karin(), &extend("r1", None)), Err(refusal));
    }
}

#[test]
fn a_waiting_request_can_be_extended_and_goes_on_waiting() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&karin(), extend("r1", None)).unwrap();
    assert_eq!(desk.state(), State::AwaitingPerson);
}

#[test]
fn an_extension_is_undone_before_its_notice_arrives_or_with_a_correction() {
    let undo = |correction_sent| Command::UndoExtension { request: "r1".into(), correction_sent };
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(
        desk.tries(&karin(), &undo(true)),
        Err(Refusal::NothingToDo { event: EventKind::UndoExtension })
    );
    desk.does(&karin(), extend("r1", None)).unwrap();
    assert!(desk.tries(&karin(), &undo(false)).is_ok());
    desk.file.requests[0].extension.as_mut().unwrap().delivered = true;
    assert_eq!(desk.lacks(&karin(), &undo(false)), ["correction_sent"]);
    desk.does(&karin(), undo(true)).unwrap();
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-04-07"));
}

fn correct(received_on: &str) -> Command {
    Command::CorrectReceivedDate { received_on: day(received_on), reason: "The post stamp".into() }
}

#[test]
fn a_corrected_receipt_recomputes_everything_of_the_first_message() {
    let mut desk = Desk::assessing(&[Right::Access, Right::MarketingObjection]).on("2026-03-10");
    let add = Command::AddRight { id: "r3".into(), right: Right::Erasure, in_first_message: false };
    desk.does(&maja(), add).unwrap();
    desk.does(&karin(), correct("2026-02-27")).unwrap();
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-03-27"));
    assert_eq!(desk.r(2).dates.act_by_on, day("2026-03-02"));
    assert_eq!(desk.r(3).received_on, day("2026-03-10"), "asked for later");
    let case = &desk.file.case;
    assert_eq!(case.received_on, day("2026-02-27"));
    assert_eq!(case.received_at.with_timezone(&desk.rules.zone).date_naive(), day("2026-02-27"));
}

#[test]
fn a_receipt_is_not_moved_past_today_or_past_what_happened_since() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-03-05");
    desk.does(&maja(), ask("2026-03-05", "2026-03-20")).unwrap();
    let desk = desk.on("2026-03-20");
    assert_eq!(desk.lacks(&karin(), &correct("2026-03-21")), ["date"]);
    assert_eq!(desk.lacks(&karin(), &correct("2026-03-06")), ["date"], "asked on the 5th");
    assert!(desk.tries(&karin(), &correct("2026-03-05")).is_ok());
    let silent = Command::CorrectReceivedDate { received_on: day("2026-03-01"), reason: String::new() };
    assert_eq!(desk.lacks(&karin(), &silent), ["words"]);
    let same = desk.tries(&karin(), &correct(RECEIVED));
    assert_eq!(same, Err(Refusal::NothingToDo { event: EventKind::CorrectReceivedDate }));
}

#[test]
fn a_later_receipt_can_make_a_question_count_and_an_earlier_one_an_extension_disputable() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-03-12");
    desk.does(&maja(), ask("2026-03-02", "2026-03-31")).unwrap();
    assert!(!desk.r(1).pauses[0].counts);
    desk.does(&karin(), correct("2026-03-10")).unwrap();
    assert!(desk.r(1).pauses[0].counts);
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-04-07");
    desk.does(&karin(), extend("r1", None)).unwrap();
    desk.does(&karin(), correct("2026-02-20")).unwrap();
    assert!(desk.r(1).extension.unwrap().disputable);
}

#[test]
fn an_earlier_receipt_makes_a_question_late_unless_the_doubt_came_later() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-03-05");
    desk.does(&maja(), ask("2026-03-02", "2026-03-31")).unwrap();
    assert!(desk.r(1).pauses[0].counts);
    desk.does(&karin(), correct("2026-02-23")).unwrap();
    assert!(!desk.r(1).pauses[0].counts, "the doubt was as old as the receipt");
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-03-05");
    desk.does(&maja(), ask("2026-03-04", "2026-03-31")).unwrap();
    desk.does(&karin(), correct("2026-02-23")).unwrap();
    assert!(desk.r(1).pauses[0].counts, "the doubt kept its day");
}

#[test]
fn a_case_moved_to_another_controller_keeps_its_receipt_and_gets_its_calendar() {
    let mut desk = Desk::assessing(&[Right::Access]);
    let here = Command::MoveController { controller_id: "nordlys".into() };
    assert!(matches!(desk.tries(&maja(), &here), Err(Refusal::NothingToDo { .. })));
    desk.rules.promise_days = None;
    desk.does(&maja(), Command::MoveController { controller_id: "sydlys".into() }).unwrap();
    assert_eq!(desk.file.case.controller_id, "sydlys");
    assert_eq!((desk.r(1).received_on, desk.r(1).dates.promise_on), (day(RECEIVED), None));
}

#[test]
fn a_question_was_in_time_by_the_calendar_of_the_controller_the_case_was_moved_to() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-04-08");
    desk.rules.ask_within_working_days = 2;
    desk.does(&maja(), ask("2026-04-01", "2026-04-30")).unwrap();
    assert!(desk.r(1).pauses[0].counts, "Maundy Thursday is no working day: the second in Denmark");
    desk.rules.country = Country::Se;
    desk.does(&maja(), Command::MoveController { controller_id: "sydlys".into() }).unwrap();
    assert!(!desk.r(1).pauses[0].counts, "the third in Sweden");
    let mut desk = desk.on("2026-04-20");
    desk.does(&Actor::Person, reply("2026-04-18")).unwrap();
    assert_eq!(desk.r(1).dates.last_extend_paused_on, desk.r(1).dates.last_extend_on, "nothing is added");
}

#[test]
fn a_closed_request_is_not_extended() {
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    let refusal = Refusal::State { event: EventKind::Extend, state: State::Closed };
    assert_eq!(desk.tries(&karin(), &extend("r1", None)), Err(refusal));
}
