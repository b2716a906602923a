//! Asking the person and waiting.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::case::Flag;
use crate::domain::decide::{Command, PauseChoice, Refusal};
use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;

#[test]
fn a_pause_stops_only_the_requests_whose_right_needs_the_missing_level() {
    let rights = [Right::Access, Right::MarketingObjection, Right::Objection, Right::AutomatedDecision];
    let mut desk = Desk::assessing(&rights).level(Level::Contact);
    let decision = desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    assert_eq!(decision.acted_on, ["r1"], "objection has its level; art. 12(6) does not name art. 22");
    assert_eq!(desk.r(1).paused_from, Some(State::Assessing));
    assert_eq!(desk.r(2).state, State::Assessing);
}

#[test]
fn nobody_is_asked_who_they_are_for_marketing_consent_or_an_automated_decision() {
    for right in [Right::MarketingObjection, Right::ConsentWithdrawal, Right::AutomatedDecision] {
        let desk = Desk::assessing(&[right]);
        let refusal = Refusal::Right { event: EventKind::AskIdentity, right };
        assert_eq!(desk.tries(&maja(), &ask("2026-03-02", "2026-03-20")), Err(refusal));
    }
}

#[test]
fn nobody_is_asked_whose_level_is_reached_unless_the_case_was_stopped() {
    let mut desk = Desk::assessing(&[Right::Access]).proven();
    assert_eq!(desk.lacks(&maja(), &ask("2026-03-02", "2026-03-20")), ["identity_doubt"]);
    desk.does(&Actor::Person, Command::Stop).unwrap();
    assert!(desk.file.case.is(Flag::Stopped));
    assert!(desk.tries(&maja(), &ask("2026-03-02", "2026-03-20")).is_ok());
}

#[test]
fn a_question_within_three_working_days_of_receipt_or_doubt_stops_the_clock() {
    // Monday 2 March; the third working day after is Thursday 5 March.
    for (asked_on, doubt_on, counts) in [
        ("2026-03-05", "2026-03-02", true),
        ("2026-03-06", "2026-03-02", false),
        ("2026-03-12", "2026-03-09", true),
        ("2026-03-13", "2026-03-09", false),
        // Friday to Wednesday: the weekend is no working day.
        ("2026-03-18", "2026-03-13", true),
    ] {
        let mut desk = Desk::assessing(&[Right::Access]).on(asked_on);
        let decision = desk.does(&maja(), ask(doubt_on, "2026-03-31")).unwrap();
        assert_eq!(desk.r(1).pauses[0].counts, counts, "asked {asked_on}, doubt {doubt_on}");
        assert_eq!(decision.events[0].facts["pauses"], counts);
        assert_eq!(desk.state(), State::AwaitingPerson, "it is sent either way");
    }
}

#[test]
fn a_question_says_why_and_what_and_gives_time_to_reply() {
    let desk = Desk::assessing(&[Right::Access]).on("2026-03-05");
    let command = Command::AskIdentity {
        requests: vec![],
        reason: " ".into(),
        item: String::new(),
        doubt_on: day("2026-03-06"),
        reply_by_on: day("2026-03-05"),
        pause_ids: vec![],
        on_paper: None,
    };
    assert_eq!(desk.lacks(&maja(), &command), ["words", "words", "date", "date", "pause_ids"]);
    assert_eq!(desk.lacks(&maja(), &ask("2026-03-01", "2026-03-20")), ["date"], "doubt before receipt");
}

#[test]
fn a_request_in_review_returns_to_review_after_the_reply() {
    let mut desk = Desk::in_review(Right::Objection, Outcome::Refused, &["compelling_legitimate_grounds"]);
    desk.file.case.level = Level::Nothing;
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&Actor::Person, reply("2026-03-02")).unwrap();
    assert_eq!(desk.state(), State::InReview);
    assert_eq!(desk.r(1).reviewed_from, Some(State::Collecting));
}

#[test]
fn the_clock_resumes_on_the_day_of_the_reply_not_of_its_entry() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-04-07"), "an open pause counts nothing yet");
    let mut desk = desk.on("2026-03-20");
    let decision = desk.does(&maja(), reply("2026-03-12")).unwrap();
    assert_eq!((desk.state(), desk.r(1).paused_from), (State::Assessing, None));
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-04-13"), "2 April + 10 days is Sunday 12 April");
    assert_eq!(desk.r(1).dates.last_extend_on, day("2026-04-07"));
    assert_eq!(decision.events[0].facts["days"], 10);
}

#[test]
fn a_reply_lies_between_the_question_and_today() {
    let mut desk = Desk::assessing(&[Right::Access]).on("2026-03-04");
    desk.does(&maja(), ask("2026-03-04", "2026-03-20")).unwrap();
    let desk = desk.on("2026-03-10");
    assert_eq!(desk.lacks(&maja(), &reply("2026-03-03")), ["date"]);
    assert_eq!(desk.lacks(&maja(), &reply("2026-03-11")), ["date"]);
    assert!(desk.tries(&maja(), &reply("2026-03-10")).is_ok());
}

#[test]
fn resuming_needs_a_reason_and_counts_from_today() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let mut desk = desk.on("2026-03-09");
    let resume = |reason: &str| Command::Resume { requests: vec![], reason: reason.into() };
    assert_eq!(desk.lacks(&maja(), &resume("")), ["words"]);
    desk.does(&karin(), resume("We know them after all")).unwrap();
    assert_eq!(desk.r(1).pauses[0].answered_on, Some(day("2026-03-09")));
}

fn ask_scope() -> Command {
    Command::AskScope {
        request: "r1".into(),
        amount: "9,000 lines in three systems".into(),
        question: "Which years?".into(),
        reply_by_on: day("2026-03-20"),
        pause_id: "s1".into(),
        on_paper: None,
    }
}

#[test]
fn scope_is_asked_once_and_only_for_access() {
    let mut desk = Desk::collecting(&[Right::Access]);
    desk.does(&maja(), ask_scope()).unwrap();
    desk.does(&Actor::Person, reply("2026-03-02")).unwrap();
    assert_eq!(desk.state(), State::Collecting);
    assert_eq!(desk.lacks(&maja(), &ask_scope()), ["only_once"]);
    let desk = Desk::collecting(&[Right::Erasure]);
    let refusal = Refusal::Right { event: EventKind::AskScope, right: Right::Erasure };
    assert_eq!(desk.tries(&maja(), &ask_scope()), Err(refusal));
}

#[test]
fn scope_is_asked_because_much_is_held_and_on_paper_it_waits_for_the_post() {
    let mut desk = Desk::collecting(&[Right::Access]);
    let Command::AskScope { request, question, reply_by_on, pause_id, .. } = ask_scope() else { panic!() };
    let command = |amount: &str, on_paper| Command::AskScope {
        request: request.clone(),
        amount: amount.into(),
        question: question.clone(),
        reply_by_on,
        pause_id: pause_id.clone(),
        on_paper,
    };
    assert_eq!(desk.lacks(&maja(), &command(" ", None)), ["words"]);
    desk.does(&maja(), command("9,000 lines", Some("l1".into()))).unwrap();
    let pause = &desk.r(1).pauses[0];
    assert_eq!((pause.counts, pause.unposted.as_deref()), (false, Some("l1")));
}

#[test]
fn a_pause_is_decided_on_five_working_days_before_the_date_it_would_have_without_it() {
    let rules = super::sample::rules();
    // Good Friday, Easter Monday and the Thursday before are none
    let by = crate::domain::decide::decide_by_on(&rules, day("2026-04-09"));
    assert_eq!(by, day("2026-03-30"));
}

#[test]
fn what_was_collecting_does_not_come_back_to_collecting_below_its_level() {
    let mut desk = Desk::collecting(&[Right::Access]);
    desk.does(&maja(), ask_scope()).unwrap();
    desk.file.case.level = Level::Contact;
    desk.does(&Actor::Person, reply("2026-03-02")).unwrap();
    assert_eq!(desk.state(), State::Assessing);
}

fn decide_pause(choice: PauseChoice) -> Command {
    Command::DecidePause { requests: vec![], choice, reason: "They are abroad".into() }
}

#[test]
fn an_officer_keeps_a_pause_with_a_reason_or_ends_it() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    assert!(desk.tries(&maja(), &decide_pause(PauseChoice::Answer)).is_err(), "no officer");
    let mut kept = desk.clone();
    kept.does(&karin(), decide_pause(PauseChoice::KeepPausing)).unwrap();
    assert_eq!((kept.state(), kept.r(1).pauses[0].decided), (State::AwaitingPerson, true));
    desk.does(&karin(), decide_pause(PauseChoice::Refuse)).unwrap();
    assert_eq!((desk.state(), desk.r(1).open_pause()), (State::Assessing, None));
    let silent =
        Command::DecidePause { requests: vec![], choice: PauseChoice::KeepPausing, reason: String::new() };
    assert_eq!(kept.lacks(&karin(), &silent), ["words"]);
}

#[test]
fn a_case_lapses_after_sixty_days_two_reminders_and_the_officer_s_decision() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    let lapse = Command::Lapse { requests: vec![] };
    let mut desk = desk.on("2026-04-30");
    assert_eq!(desk.lacks(&karin(), &lapse), ["not_before", "reminders", "pause_decided"]);
    desk.does(&karin(), decide_pause(PauseChoice::KeepPausing)).unwrap();
    desk.file.requests[0].pauses[0].reminders = 2;
    assert_eq!(desk.lacks(&karin(), &lapse), ["not_before"], "59 days");
    let mut desk = desk.on("2026-05-01");
    assert!(desk.tries(&Actor::System, &lapse).is_err(), "never by itself");
    desk.does(&karin(), lapse).unwrap();
    assert_eq!((desk.state(), desk.r(1).outcome), (State::Closed, Some(Outcome::Lapsed)));
    assert_eq!(desk.r(1).open_pause(), None);
}
