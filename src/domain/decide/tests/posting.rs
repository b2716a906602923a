//! Letters on paper: what counts from the day they were posted.

use super::sample::*;
use crate::domain::access::Actor;
use crate::domain::deadline::{StepKind, explain};
use crate::domain::decide::{
    Command, Decision, Need, NextStep, Posting, Refusal, is_to_pause, next_step, posted,
};
use crate::domain::event::EventKind;
use crate::domain::outcome::Outcome;
use crate::domain::reminder::{ReminderKind, due};
use crate::domain::request::State;
use crate::domain::right::Right;
use proptest::prelude::*;

/// Letter `l1`, written on the second of March unless told otherwise.
fn post(desk: &Desk, actor: &Actor, on: &str, extends: Option<&str>) -> Result<Decision, Refusal> {
    let written_at = morning(day(RECEIVED));
    let posting = Posting { letter: "l1", extends, written_at, posted_on: day(on) };
    posted(&desk.rules, &desk.file, actor, desk.now, &posting)
}

fn posts(desk: &mut Desk, on: &str, extends: Option<&str>) -> Decision {
    let decision = post(desk, &maja(), on, extends).unwrap();
    desk.keeps(&decision);
    decision
}

fn asked_on_paper() -> Desk {
    let mut desk = Desk::assessing(&[Right::Access, Right::Erasure]);
    desk.does(&maja(), ask_on_paper(RECEIVED, "2026-03-31")).unwrap();
    desk
}

#[test]
fn a_question_on_paper_stops_the_clock_from_the_day_it_was_posted() {
    let mut desk = asked_on_paper();
    assert_eq!(desk.state(), State::AwaitingPerson);
    assert!(!desk.r(1).pauses[0].counts && is_to_pause(&desk.rules, desk.r(1)));
    let next = next_step(&desk.rules, &desk.file, &maja(), desk.now);
    assert_eq!(next.step, NextStep::PostQuestion);
    // Thursday 5 March is the third working day after the receipt on Monday
    desk = desk.on("2026-03-06");
    let decision = posts(&mut desk, "2026-03-05", None);
    assert_eq!(decision.acted_on, ["r1", "r2"]);
    assert!(decision.events.iter().all(|event| event.kind == EventKind::LetterPosted));
    assert_eq!(decision.events[0].facts["posted_on"], "2026-03-05");
    let pause = &desk.r(1).pauses[0];
    assert_eq!((pause.asked_on, pause.counts, &pause.unposted), (day("2026-03-05"), true, &None));
    desk = desk.on("2026-03-20");
    desk.does(&Actor::Person, reply("2026-03-15")).unwrap();
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-04-13"), "2 April and 10 days is Sunday the 12th");
}

#[test]
fn posted_on_the_fourth_working_day_it_stops_nothing() {
    let mut desk = asked_on_paper().on("2026-03-06");
    posts(&mut desk, "2026-03-06", None);
    assert!(!desk.r(1).pauses[0].counts);
    desk = desk.on("2026-03-20");
    desk.does(&Actor::Person, reply("2026-03-16")).unwrap();
    assert_eq!(desk.r(1).dates.statutory_on, day("2026-04-07"));
}

#[test]
fn a_question_that_never_left_stops_nothing_whatever_day_of_receipt_is_corrected() {
    let mut desk = asked_on_paper().on("2026-03-20");
    let steps = |desk: &Desk| {
        let r = desk.r(1);
        explain(&desk.rules, r.right, r.received_on, &r.pauses, None)
    };
    assert!(steps(&desk).iter().any(|step| step.kind == StepKind::PauseUnposted));
    desk.does(&Actor::Person, reply("2026-03-10")).unwrap();
    let command = Command::CorrectReceivedDate { received_on: day("2026-03-01"), reason: "The stamp".into() };
    desk.does(&karin(), command).unwrap();
    assert!(!desk.r(1).pauses[0].counts);
    assert!(steps(&desk).iter().all(|step| step.kind != StepKind::Pause));
    posts(&mut desk, "2026-03-12", None);
    assert!(!desk.r(1).pauses[0].counts, "it was answered before its letter left");
}

#[test]
fn a_letter_is_posted_between_the_day_it_was_written_and_today_by_who_writes_letters() {
    let desk = asked_on_paper().on("2026-03-04");
    for (on, allowed) in
        [("2026-03-01", false), ("2026-03-02", true), ("2026-03-04", true), ("2026-03-05", false)]
    {
        let refused = post(&desk, &maja(), on, None).err();
        let need = Need::Date { field: "posted_on", from: Some(day(RECEIVED)), to: Some(day("2026-03-04")) };
        let refusal = Refusal::Needs { event: EventKind::LetterPosted, needs: vec![need] };
        assert_eq!(refused, (!allowed).then_some(refusal), "{on}");
    }
    let role = Refusal::Role { event: EventKind::LetterPosted };
    for nobody in [jonas(), Actor::Person, Actor::System] {
        assert_eq!(post(&desk, &nobody, "2026-03-03", None).err(), Some(role.clone()));
    }
    let mut about = desk.clone();
    about.file.case.about_staff = Some("maja".into());
    assert_eq!(post(&about, &maja(), "2026-03-03", None).err(), Some(Refusal::NotFound));
    assert!(post(&desk, &karin(), "2026-03-03", None).is_ok());
}

#[test]
fn until_it_was_posted_nobody_is_reminded_of_a_question_refused_over_it_or_lapses() {
    let mut desk = asked_on_paper().on("2026-05-04");
    let reminded = |desk: &Desk| {
        let now = desk.now;
        due(now, &desk.rules, desk.r(1), &[]).iter().any(|r| {
            matches!(r.kind, ReminderKind::Person7 | ReminderKind::Person21 | ReminderKind::Person45)
        })
    };
    assert!(!reminded(&desk));
    for request in &mut desk.file.requests {
        request.pauses[0].decided = true;
        request.pauses[0].reminders = 2;
    }
    assert_eq!(desk.lacks(&karin(), &Command::Lapse { requests: vec![] }), ["question_posted"]);
    let mut unasked = desk.clone();
    unasked.does(&Actor::Person, reply("2026-05-04")).unwrap();
    assert_eq!(
        unasked.lacks(&maja(), &submit_without(Outcome::CannotIdentify, &["identity_not_confirmed"])),
        ["asked_first"]
    );
    posts(&mut desk, "2026-03-04", None);
    assert!(reminded(&desk));
    desk.does(&karin(), Command::Lapse { requests: vec![] }).unwrap();
}

#[test]
fn the_notice_of_an_extension_is_of_the_day_it_was_posted_and_disputable_when_that_is_too_late() {
    for (on, disputable) in [("2026-04-07", false), ("2026-04-08", true)] {
        let mut desk = Desk::assessing(&[Right::Access, Right::Erasure]);
        desk.does(&karin(), extend("r1", None)).unwrap();
        let mut desk = desk.on("2026-04-10");
        let decision = posts(&mut desk, on, Some("r1"));
        assert_eq!(decision.acted_on, ["r1"]);
        let extension = desk.r(1).extension.unwrap();
        assert_eq!((extension.noticed_on, extension.delivered), (day(on), true));
        assert_eq!(extension.disputable, disputable, "posted {on}; the last day is 7 April");
    }
}

#[test]
fn an_undone_extension_is_not_brought_back_by_its_letter() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&karin(), extend("r1", None)).unwrap();
    desk.does(&karin(), Command::UndoExtension { request: "r1".into(), correction_sent: false }).unwrap();
    let decision = posts(&mut desk, RECEIVED, Some("r1"));
    assert!(decision.acted_on.is_empty() && decision.events.len() == 1, "the entry says that it left");
    assert_eq!(desk.r(1).extension, None);
}

proptest! {
    #[test]
    fn posting_and_other_facts_may_be_entered_in_any_order(
        order in Just((0usize..4).collect::<Vec<_>>()).prop_shuffle(),
        posted_after in 0u64..6,
        replied_after in 6u64..12,
        received_before in 0u64..4,
    ) {
        let desk = asked_on_paper().on("2026-03-20");
        let on = |days: u64| (day(RECEIVED) + chrono::Days::new(days)).to_string();
        let received_on = day(RECEIVED) - chrono::Days::new(received_before + 1);
        let act = |desk: &mut Desk, which: usize| match which {
            0 => drop(posts(desk, &on(posted_after), None)),
            1 => drop(desk.does(&Actor::Person, reply(&on(replied_after))).unwrap()),
            2 => {
                let command = Command::CorrectReceivedDate { received_on, reason: "The stamp".into() };
                drop(desk.does(&karin(), command).unwrap());
            }
            _ => drop(desk.does(&karin(), extend("r2", None)).unwrap()),
        };
        let (mut straight, mut other) = (desk.clone(), desk);
        (0..4).for_each(|which| act(&mut straight, which));
        order.into_iter().for_each(|which| act(&mut other, which));
        prop_assert_eq!(&straight.file, &other.file);
        for request in &straight.file.requests {
            let extension = request.extension.as_ref();
            let replay = crate::domain::deadline::dates(
                &straight.rules, request.right, request.received_on, &request.pauses, extension);
            prop_assert_eq!(request.dates, replay);
        }
    }
}
