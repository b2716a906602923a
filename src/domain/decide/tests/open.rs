//! Opening a case.

use super::sample::{day, maja, morning, new_case, rules, staff};
use crate::domain::access::{Actor, Role};
use crate::domain::case::{Intake, Representation};
use crate::domain::decide::{Decision, NewCase, Refusal, open};
use crate::domain::event::EventKind;
use crate::domain::request::State;
use crate::domain::right::Right;
use chrono::{DateTime, Utc};

fn lacks(result: Result<Decision, Refusal>) -> Vec<&'static str> {
    result.err().map_or(Vec::new(), |refusal| refusal.needs().iter().map(|need| need.code()).collect())
}

fn letter(received_on: &str) -> NewCase {
    NewCase { intake: Intake::Letter, received_on: Some(day(received_on)), ..new_case(&[Right::Access]) }
}

#[test]
fn several_rights_of_one_form_become_requests_of_one_case_each_with_its_dates() {
    let now = morning(day("2026-03-02"));
    let rights = [Right::Access, Right::MarketingObjection];
    let opened = open(&rules(), &Actor::Person, now, &new_case(&rights)).unwrap();
    assert_eq!(opened.events.len(), 1);
    assert_eq!(opened.events[0].kind, EventKind::Submit);
    assert_eq!(opened.acted_on, ["r1", "r2"]);
    assert!(opened.requests.iter().all(|r| r.state == State::Received));
    assert_eq!(opened.requests[0].dates.statutory_on, day("2026-04-07"), "2 April 2026 is Maundy Thursday");
    assert_eq!(opened.requests[0].dates.act_by_on, day("2026-04-01"), "the promise is never rolled");
    assert_eq!(opened.requests[1].dates.act_by_on, day("2026-03-03"), "the next working day");
}

#[test]
fn the_clock_starts_on_the_local_date_of_receipt() {
    let late_evening: DateTime<Utc> = "2026-03-01T23:30:00Z".parse().unwrap();
    let opened = open(&rules(), &Actor::Person, late_evening, &new_case(&[Right::Access])).unwrap();
    assert_eq!(opened.case.received_on, day("2026-03-02"));
    assert_eq!(opened.case.received_at, late_evening);
}

#[test]
fn a_form_without_a_right_or_a_way_to_reach_them_names_both() {
    let new = NewCase { reachable: false, ..new_case(&[]) };
    let now = morning(day("2026-03-02"));
    assert_eq!(lacks(open(&rules(), &Actor::Person, now, &new)), ["any_right", "reachable"]);
}

#[test]
fn somebody_who_is_only_unsure_gets_a_request_that_harms_nothing() {
    let now = morning(day("2026-03-02"));
    let unsure = |rights: &[Right]| NewCase { unsure: Some("u".into()), ..new_case(rights) };
    let opened = open(&rules(), &Actor::Person, now, &unsure(&[])).unwrap();
    assert_eq!((opened.requests[0].id.as_str(), opened.requests[0].right), ("u", Right::Access));
    assert_eq!(opened.events[0].facts["unsure"], true);
    let opened = open(&rules(), &Actor::Person, now, &unsure(&[Right::Erasure])).unwrap();
    assert_eq!(opened.requests.len(), 1, "a right that was chosen is enough");
}

#[test]
fn a_right_named_twice_counts_once() {
    let now = morning(day("2026-03-02"));
    let opened = open(&rules(), &Actor::Person, now, &new_case(&[Right::Access, Right::Access])).unwrap();
    assert_eq!(opened.requests.len(), 1);
}

#[test]
fn a_letter_is_entered_with_the_day_it_came() {
    let now = morning(day("2026-03-10"));
    let opened = open(&rules(), &maja(), now, &letter("2026-03-02")).unwrap();
    assert_eq!(opened.events[0].kind, EventKind::Enter);
    assert_eq!(opened.requests[0].received_on, day("2026-03-02"));
    assert_eq!(opened.case.received_at.with_timezone(&rules().zone).date_naive(), day("2026-03-02"));
}

#[test]
fn what_is_entered_has_a_day_that_is_not_in_the_future() {
    let now = morning(day("2026-03-10"));
    assert_eq!(lacks(open(&rules(), &maja(), now, &letter("2026-03-11"))), ["date"]);
    let without = NewCase { received_on: None, ..letter("2026-03-10") };
    assert_eq!(lacks(open(&rules(), &maja(), now, &without)), ["date"]);
    assert!(open(&rules(), &maja(), now, &letter("2026-03-10")).is_ok());
}

#[test]
fn more_than_thirty_days_back_needs_a_reason() {
    let now = morning(day("2026-03-31"));
    assert!(open(&rules(), &maja(), now, &letter("2026-03-01")).is_ok(), "30 days");
    assert_eq!(lacks(open(&rules(), &maja(), now, &letter("2026-02-28"))), ["late_entry_reason"]);
    let explained = NewCase { late_reason: Some("It lay in the post room".into()), ..letter("2026-02-28") };
    let opened = open(&rules(), &maja(), now, &explained).unwrap();
    assert_eq!(opened.events[0].private.as_deref(), Some("It lay in the post room"));
}

#[test]
fn staff_do_not_submit_forms_and_a_person_does_not_enter_letters() {
    let now = morning(day("2026-03-10"));
    let form = NewCase { received_on: Some(day("2026-03-10")), ..new_case(&[Right::Access]) };
    assert_eq!(lacks(open(&rules(), &maja(), now, &form)), ["channel"]);
    assert_eq!(lacks(open(&rules(), &Actor::Person, now, &letter("2026-03-10"))), ["channel"]);
    for role in [Role::Approver, Role::Auditor, Role::Administrator] {
        let refusal = open(&rules(), &staff("x", &[role]), now, &letter("2026-03-10")).unwrap_err();
        assert_eq!(refusal, Refusal::Role { event: EventKind::Enter }, "{role}");
    }
}

#[test]
fn nobody_enters_a_case_about_themselves() {
    let now = morning(day("2026-03-10"));
    let about = NewCase { about_staff: Some("maja".into()), ..letter("2026-03-10") };
    assert_eq!(open(&rules(), &maja(), now, &about), Err(Refusal::NotFound));
}

#[test]
fn who_asks_for_another_is_not_yet_believed() {
    let now = morning(day("2026-03-02"));
    let new = NewCase { by_representative: true, ..new_case(&[Right::Access]) };
    let opened = open(&rules(), &Actor::Person, now, &new).unwrap();
    assert_eq!(opened.case.representation, Representation::Unjudged);
}
