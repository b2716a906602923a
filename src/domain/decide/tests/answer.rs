//! From the tasks to the answer that leaves the house.

use super::sample::*;
use crate::domain::access::{Actor, Role};
use crate::domain::case::{Flag, Representation};
use crate::domain::decide::{Command, Need, Refusal, SendVia, hand_over};
use crate::domain::event::EventKind;
use crate::domain::identity::{Channel, Level, ProofWay};
use crate::domain::job::Job;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, State};
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};

#[test]
fn nothing_is_collected_below_the_level_of_the_right() {
    for right in Right::ALL {
        for level in [Level::Nothing, Level::Contact, Level::Proven, Level::Strong] {
            let desk = Desk::assessing(&[*right]).level(level);
            let lacks = desk.lacks(&maja(), &start(&["t1"]));
            let expected: &[&str] = if level >= right.level_needed() { &[] } else { &["identity"] };
            assert_eq!(lacks, expected, "{right} at {level:?}");
        }
    }
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let desk = Desk::assessing(&[Right::Access]).level(Level::Contact);
    let refusal = desk.tries(&maja(), &start(&[])).unwrap_err();
    let identity = Need::Identity { needed: Level::Proven, reached: Level::Contact };
    assert_eq!(refusal.needs(), [identity, Need::Task]);
    assert_eq!(refusal.to_string(), "\"start_collecting\" needs more: identity, task");
}

#[test]
fn a_connected_source_is_searched_by_a_job_and_a_colleague_is_not() {
    let mut desk = Desk::assessing(&[Right::Access]).proven();
    let tasks = vec![task("t1", Holder::Source, "2026-03-20"), task("t2", Holder::Hand, "2026-03-20")];
    let decision = desk.does(&maja(), Command::StartCollecting { requests: vec![], tasks }).unwrap();
    let jobs: Vec<_> = decision.jobs.into_iter().map(|job| job.job).collect();
    assert_eq!(jobs, [Job::SearchSource { task_id: "t1".into() }]);
    assert_eq!(decision.new_tasks[1].request_ids, ["r1"]);
}

#[test]
fn a_task_is_not_due_in_the_past() {
    let desk = Desk::assessing(&[Right::Access]).proven();
    let tasks = vec![task("t1", Holder::Hand, "2026-03-01")];
    assert_eq!(desk.lacks(&maja(), &Command::StartCollecting { requests: vec![], tasks }), ["date"]);
}

#[test]
fn review_begins_when_every_task_is_done() {
    let mut desk = Desk::collecting(&[Right::Access]);
    let refusal = desk.tries(&maja(), &submit(Outcome::Fulfilled, &[])).unwrap_err();
    assert_eq!(refusal.needs(), [Need::TasksFinished { tasks: vec!["t1".into()] }]);
    desk.file.tasks[0].state = TaskState::Failed;
    assert_eq!(desk.lacks(&maja(), &submit(Outcome::Fulfilled, &[])), ["tasks_finished"]);
    desk.file.tasks[0].state = TaskState::Cancelled;
    assert_eq!(desk.lacks(&maja(), &submit(Outcome::Fulfilled, &[])), ["task_answered"]);
    desk.file.tasks[0].state = TaskState::Done;
    let decision = desk.does(&maja(), submit(Outcome::Fulfilled, &[])).unwrap();
    assert_eq!((desk.state(), desk.r(1).author.as_deref()), (State::InReview, Some("maja")));
    assert_eq!(decision.jobs[0].job, Job::BuildPackage { request_id: "r1".into() });
}

#[test]
fn review_does_not_begin_when_the_level_has_fallen() {
    let desk = Desk::collecting(&[Right::Erasure]).tasks_done().level(Level::Contact);
    assert_eq!(desk.lacks(&maja(), &submit(Outcome::Fulfilled, &[])), ["identity"]);
}

#[test]
fn a_refusal_carries_grounds_that_fit_the_right_and_the_outcome() {
    let desk = Desk::collecting(&[Right::Erasure]).tasks_done();
    let lacks = |outcome, grounds: &[&str]| desk.lacks(&maja(), &submit(outcome, grounds));
    assert_eq!(lacks(Outcome::Refused, &[]), ["ground"]);
    assert_eq!(lacks(Outcome::PartlyFulfilled, &[]), ["ground"]);
    assert_eq!(lacks(Outcome::Refused, &["rights_of_others"]), ["ground_allowed"], "that is access");
    assert_eq!(lacks(Outcome::Refused, &["because"]), ["ground_allowed"]);
    assert_eq!(lacks(Outcome::Fulfilled, &["legal_claims"]), ["ground_allowed"]);
    assert!(lacks(Outcome::Refused, &["no_ground_17_1", "legal_obligation"]).is_empty());
    assert!(lacks(Outcome::PartlyFulfilled, &["legal_obligation"]).is_empty());
}

#[test]
fn a_ground_of_another_country_s_law_does_not_fit() {
    let desk = Desk::collecting(&[Right::Access]).tasks_done();
    assert!(desk.lacks(&maja(), &submit(Outcome::Refused, &["dk_22_1"])).is_empty());
    assert_eq!(desk.lacks(&maja(), &submit(Outcome::Refused, &["se_5_1"])), ["ground_allowed"]);
}

#[test]
fn an_answer_without_every_text_is_not_submitted() {
    let desk = Desk::collecting(&[Right::Access]).tasks_done();
    let unwritten = Answer { complete: false, ..answer(Outcome::Fulfilled, &[]) };
    assert_eq!(
        desk.lacks(&maja(), &Command::SubmitForReview { requests: vec![], answer: unwritten }),
        ["text"]
    );
}

#[test]
fn marketing_objection_and_consent_withdrawal_cannot_be_refused_in_any_way() {
    for right in [Right::MarketingObjection, Right::ConsentWithdrawal] {
        let desk = Desk::collecting(&[right]).tasks_done();
        for outcome in [Outcome::Refused, Outcome::PartlyFulfilled, Outcome::CannotIdentify] {
            let lacks = desk.lacks(&maja(), &submit(outcome, &["no_authority_to_represent"]));
            assert!(lacks.contains(&"outcome"), "{right} {outcome}");
        }
        assert!(desk.lacks(&maja(), &submit(Outcome::Fulfilled, &[])).is_empty());
    }
    let desk = Desk::collecting(&[Right::ConsentWithdrawal]).tasks_done();
    assert!(desk.lacks(&maja(), &submit(Outcome::Fulfilled, &["other_ground_remains"])).is_empty());
}

#[test]
fn an_outcome_that_follows_from_another_event_is_no_answer() {
    let desk = Desk::collecting(&[Right::Access]).tasks_done();
    for outcome in [Outcome::Withdrawn, Outcome::Lapsed, Outcome::Duplicate, Outcome::Forwarded] {
        assert_eq!(desk.lacks(&maja(), &submit(outcome, &[])), ["outcome"], "{outcome}");
    }
}

#[test]
fn without_collecting_only_a_refusal_no_data_or_cannot_identify_goes_to_review() {
    let desk = Desk::assessing(&[Right::Access]).proven();
    assert_eq!(desk.lacks(&maja(), &submit_without(Outcome::Fulfilled, &[])), ["outcome"]);
    let partly = submit_without(Outcome::PartlyFulfilled, &["rights_of_others"]);
    assert_eq!(desk.lacks(&maja(), &partly), ["outcome"]);
    assert!(desk.lacks(&maja(), &submit_without(Outcome::Refused, &["excessive_abuse"])).is_empty());
    assert!(desk.lacks(&maja(), &submit_without(Outcome::NoData, &[])).is_empty());
    let cannot = submit_without(Outcome::CannotIdentify, &["subject_not_identifiable"]);
    assert!(desk.lacks(&maja(), &cannot).is_empty());
}

#[test]
fn no_data_needs_level_one_and_no_match_on_anything_unproven() {
    let no_data = submit_without(Outcome::NoData, &[]);
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.file.case.unproven_match = true;
    assert_eq!(desk.lacks(&maja(), &no_data), ["identity", "no_unproven_match"]);
    desk.file.case.unproven_match = false;
    let desk = desk.level(Level::Contact);
    assert!(desk.lacks(&maja(), &no_data).is_empty());
}

#[test]
fn identity_is_a_ground_only_after_asking() {
    let cannot = submit_without(Outcome::CannotIdentify, &["identity_not_confirmed"]);
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.lacks(&maja(), &cannot), ["asked_first"]);
    desk.does(&maja(), ask("2026-03-02", "2026-03-20")).unwrap();
    desk.does(&maja(), reply("2026-03-02")).unwrap();
    assert!(desk.lacks(&maja(), &cannot).is_empty());
}

#[test]
fn missing_authority_is_a_ground_only_against_a_representative() {
    let refusal = submit_without(Outcome::Refused, &["no_authority_to_represent"]);
    let mut desk = Desk::assessing(&[Right::Access]);
    assert_eq!(desk.lacks(&maja(), &refusal), ["representative_without_authority"]);
    desk.file.case.representation = Representation::Unjudged;
    assert!(desk.lacks(&maja(), &refusal).is_empty());
}

fn changes() -> Command {
    Command::RequestChanges { requests: vec![], comment: "Name the invoices".into() }
}

fn recall() -> Command {
    Command::RecallApproval { requests: vec![], comment: "One more source".into() }
}

#[test]
fn an_answer_sent_back_returns_to_where_it_came_from() {
    let mut desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    desk.does(&jonas(), changes()).unwrap();
    assert_eq!(desk.state(), State::Collecting);
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), submit_without(Outcome::Refused, &["excessive_abuse"])).unwrap();
    desk.does(&jonas(), changes()).unwrap();
    assert_eq!(desk.state(), State::Assessing);
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    for actor in [maja(), jonas(), karin()] {
        assert!(desk.tries(&actor, &recall()).is_ok());
    }
    desk.does(&maja(), recall()).unwrap();
    assert_eq!((desk.state(), &desk.r(1).approver), (State::Collecting, &None));
    assert_eq!(desk.r(1).package, None, "it is built again with the next answer");
    assert_eq!(desk.r(1).approved_package, None);
}

#[test]
fn sending_back_needs_a_comment_and_the_reviewer_s_role() {
    let desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    let silent = Command::RequestChanges { requests: vec![], comment: " ".into() };
    assert_eq!(desk.lacks(&jonas(), &silent), ["words"]);
    assert!(desk.tries(&maja(), &changes()).is_err());
}

#[test]
fn an_author_does_not_approve_their_own_answer() {
    let mut desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    desk.file.requests[0].author = Some("jonas".into());
    let fresh = Command::Approve { requests: vec![], fresh_factor: true };
    assert_eq!(desk.lacks(&jonas(), &fresh), ["other_approver"]);
    assert!(desk.tries(&staff("karen", &[Role::Approver]), &approve()).is_ok());
}

#[test]
fn who_runs_the_desk_alone_approves_after_a_fresh_factor_and_the_step_is_marked() {
    let mut desk = Desk::collecting(&[Right::Access]).tasks_done();
    desk.rules.four_eyes = false;
    desk.does(&solo(), submit(Outcome::Fulfilled, &[])).unwrap();
    let mut desk = desk.packed();
    assert_eq!(desk.lacks(&solo(), &approve()), ["fresh_factor"]);
    let fresh = Command::Approve { requests: vec![], fresh_factor: true };
    let decision = desk.does(&solo(), fresh).unwrap();
    assert!(desk.r(1).single_handed);
    assert_eq!(decision.events[0].facts["single_handed"], true);
    let mut other = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    other.rules.four_eyes = false;
    other.does(&jonas(), approve()).unwrap();
    assert!(!other.r(1).single_handed, "a second person did it");
}

#[test]
fn an_approval_asks_the_answer_again_what_it_lacks() {
    let desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]).level(Level::Contact);
    assert_eq!(desk.lacks(&jonas(), &approve()), ["identity"]);
}

#[test]
fn the_gate_is_asked_again_when_the_answer_is_sent() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    assert!(desk.lacks(&maja(), &send()).is_empty());
    desk.file.case.proofs.clear();
    assert_eq!(desk.lacks(&maja(), &send()), ["delivery"]);
    desk.file.case.level = Level::Contact;
    assert_eq!(desk.lacks(&maja(), &send()), ["identity", "delivery"]);
}

#[test]
fn a_mail_needs_a_proven_mailbox_and_the_post_an_address_on_record() {
    let mut desk = Desk::ready(Right::Erasure, Outcome::Fulfilled, &[]);
    desk.file.case.proofs.clear();
    let by_post = send_via(SendVia::Post { posted_on: day(RECEIVED) }, None);
    let mut accepted = desk.clone().proven_over(ProofWay::Accepted, Channel::Email);
    assert_eq!(accepted.lacks(&maja(), &by_post), ["delivery"], "accepting a level proves no channel");
    accepted.file.case.proofs.clear();
    let given = accepted.proven_over(ProofWay::AddressCheck, Channel::Email);
    assert_eq!(given.lacks(&maja(), &send()), ["delivery"], "an address that stands only in the request");
    let phoned = desk.proven_over(ProofWay::ContactBack, Channel::Phone);
    assert_eq!(phoned.lacks(&maja(), &send()), ["delivery"]);
    assert!(phoned.lacks(&maja(), &by_post).is_empty());
}

#[test]
fn what_discloses_nothing_needs_no_proven_channel() {
    let mut desk = Desk::assessing(&[Right::Objection]).level(Level::Contact);
    desk.does(&maja(), start(&["t1"])).unwrap();
    let mut desk = desk.tasks_done();
    desk.does(&maja(), submit(Outcome::Fulfilled, &[])).unwrap();
    desk.does(&jonas(), approve()).unwrap();
    assert!(desk.lacks(&maja(), &send()).is_empty());
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&maja(), submit_without(Outcome::Refused, &["manifestly_unfounded"])).unwrap();
    desk.does(&jonas(), approve()).unwrap();
    assert!(desk.lacks(&maja(), &send()).is_empty(), "a refusal holds no data");
}

#[test]
fn a_stopped_case_releases_nothing_but_may_be_refused() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    desk.does(&Actor::Person, Command::Stop).unwrap();
    assert!(desk.file.case.is(Flag::Stopped));
    assert_eq!(desk.lacks(&maja(), &send()), ["not_stopped"]);
    let mut desk = Desk::ready(Right::Access, Outcome::Refused, &["excessive_abuse"]);
    desk.does(&Actor::Person, Command::Stop).unwrap();
    assert!(desk.lacks(&maja(), &send()).is_empty());
}

#[test]
fn an_answer_is_approved_with_its_package_and_no_other_one_goes_out() {
    let mut desk = Desk::in_review(Right::Access, Outcome::Fulfilled, &[]);
    desk.file.requests[0].package = None;
    assert_eq!(desk.lacks(&jonas(), &approve()), ["package"]);
    let mut desk = desk.packed();
    let approved = desk.does(&jonas(), approve()).unwrap();
    assert_eq!(approved.events[0].facts["package_sha256"], PACKED);
    assert!(desk.lacks(&maja(), &send()).is_empty());
    let mut rebuilt = desk.clone();
    rebuilt.file.requests[0].package = Some("cd".repeat(32));
    assert_eq!(rebuilt.lacks(&maja(), &send()), ["same_package"]);
    rebuilt.file.requests[0].package = None;
    assert_eq!(rebuilt.lacks(&maja(), &send()), ["package"]);
    let sent = desk.does(&maja(), send()).unwrap();
    assert_eq!(sent.events[0].facts["package_sha256"], PACKED);
    for (right, outcome) in [(Right::Erasure, Outcome::Fulfilled), (Right::Access, Outcome::NoData)] {
        let desk = Desk::ready(right, outcome, &[]);
        assert!(desk.lacks(&maja(), &send()).is_empty(), "{right} {outcome} has no package");
    }
}

#[test]
fn a_released_package_is_handed_over_by_who_may_send_while_the_gate_holds() {
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    let gets = |desk: &Desk, actor: &Actor| hand_over(&desk.file, actor, "r1");
    assert_eq!(gets(&desk, &maja()), Ok(()));
    let role = Refusal::Role { event: EventKind::SendAnswer };
    assert_eq!(gets(&desk, &jonas()), Err(role), "an approver does not send");
    let ready = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    assert_eq!(gets(&ready, &maja()), Err(Refusal::NotFound), "not before it was released");
    let nothing = Desk::closed(Right::Access, Outcome::NoData);
    assert_eq!(gets(&nothing, &maja()), Err(Refusal::NotFound));
    let mut stopped = desk.clone();
    stopped.file.case.flags.push(Flag::Stopped);
    assert_eq!(gets(&stopped, &maja()).unwrap_err().needs(), [Need::NotStopped]);
    let mut rebuilt = desk.clone();
    rebuilt.file.requests[0].package = Some("cd".repeat(32));
    assert_eq!(gets(&rebuilt, &maja()).unwrap_err().needs(), [Need::SamePackage]);
}

#[test]
fn a_late_answer_needs_a_reason_from_local_midnight_after_the_statutory_date() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    desk.now = "2026-04-07T21:59:59Z".parse().unwrap();
    assert!(desk.lacks(&maja(), &send()).is_empty(), "one second to midnight in Copenhagen");
    desk.now = "2026-04-07T22:00:00Z".parse().unwrap();
    assert_eq!(desk.lacks(&maja(), &send()), ["late_reason"]);
    assert_eq!(desk.lacks(&maja(), &send_via(SendVia::Mail, Some(" "))), ["late_reason"]);
    let decision = desk.does(&maja(), send_via(SendVia::Mail, Some("A source was down"))).unwrap();
    let facts = &decision.events[0].facts;
    assert_eq!((&facts["late"], &facts["promise_missed"]), (&true.into(), &true.into()));
    assert_eq!(decision.events[0].private.as_deref(), Some("A source was down"));
}

#[test]
fn by_post_the_clock_stops_on_the_day_it_was_posted() {
    let desk = Desk::ready(Right::Erasure, Outcome::Fulfilled, &[]).on("2026-04-09");
    let post = |on: &str| send_via(SendVia::Post { posted_on: day(on) }, None);
    assert!(desk.lacks(&maja(), &post("2026-04-07")).is_empty(), "posted in time, noted later");
    assert_eq!(desk.lacks(&maja(), &post("2026-04-08")), ["late_reason"]);
    assert_eq!(desk.lacks(&maja(), &post("2026-04-10")), ["date", "late_reason"]);
    let decision = desk.tries(&maja(), &post("2026-04-07")).unwrap();
    let closed_at = decision.requests[0].closed_at.unwrap();
    assert_eq!(closed_at.with_timezone(&desk.rules.zone).date_naive(), day("2026-04-07"));
}

#[test]
fn in_person_needs_a_note() {
    let desk = Desk::ready(Right::Erasure, Outcome::Fulfilled, &[]);
    let told = |note: &str| send_via(SendVia::InPerson { note: note.into() }, None);
    assert_eq!(desk.lacks(&maja(), &told("")), ["words"]);
    assert!(desk.lacks(&maja(), &told("Known at the counter, passport seen")).is_empty());
}

#[test]
fn a_refusal_after_the_first_month_is_marked_but_never_blocked() {
    let mut desk = Desk::assessing(&[Right::Access]);
    desk.does(&karin(), extend("r1", None)).unwrap();
    let mut desk = desk.on("2026-04-20");
    let decision = desk.does(&maja(), submit_without(Outcome::Refused, &["excessive_abuse"])).unwrap();
    assert_eq!(decision.events[0].facts["late_refusal"], true);
    desk.does(&jonas(), approve()).unwrap();
    let decision = desk.does(&maja(), send()).unwrap();
    assert_eq!(decision.events[0].facts["late_refusal"], true);
    assert_eq!(decision.events[0].facts["late"], false);
}

#[test]
fn sending_closes_with_the_outcome_and_calls_off_what_nobody_needs() {
    let mut desk = Desk::ready(Right::Access, Outcome::Fulfilled, &[]);
    desk.file.tasks.push(crate::domain::task::Task {
        id: "t2".into(),
        state: TaskState::Open,
        ..desk.file.tasks[0].clone()
    });
    let decision = desk.does(&maja(), send()).unwrap();
    assert_eq!((desk.state(), desk.r(1).outcome), (State::Closed, Some(Outcome::Fulfilled)));
    assert_eq!(desk.r(1).closed_at, Some(desk.now));
    assert_eq!(decision.cancelled_tasks, ["t2"]);
}

#[test]
fn a_new_link_passes_the_same_gate_as_the_first() {
    let renew = Command::RenewDelivery { request: "r1".into() };
    let mut desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    assert!(desk.lacks(&Actor::Person, &renew).is_empty());
    assert!(desk.lacks(&maja(), &renew).is_empty());
    desk.file.case.flags.push(Flag::Stopped);
    assert_eq!(desk.lacks(&maja(), &renew), ["not_stopped"]);
    desk.file.case.proofs.clear();
    assert_eq!(desk.lacks(&maja(), &renew), ["delivery", "not_stopped"]);
    let nothing_sent = Desk::closed(Right::Access, Outcome::NoData);
    assert_eq!(nothing_sent.lacks(&maja(), &renew), ["released"]);
    let desk = Desk::closed(Right::Erasure, Outcome::Fulfilled);
    let refusal = Refusal::Right { event: EventKind::RenewDelivery, right: Right::Erasure };
    assert_eq!(desk.tries(&maja(), &renew), Err(refusal));
}

#[test]
fn only_an_answer_that_was_sent_can_fail_to_arrive() {
    let lost = |reason: &str| Command::Undeliverable { request: "r1".into(), reason: reason.into() };
    let desk = Desk::closed(Right::Access, Outcome::Fulfilled);
    assert!(desk.lacks(&maja(), &lost("Mailbox full")).is_empty());
    assert_eq!(desk.lacks(&maja(), &lost("")), ["words"]);
    let mut desk = Desk::received(&[Right::Access]);
    desk.does(&Actor::Person, Command::Withdraw { requests: vec![], evidence: None }).unwrap();
    assert_eq!(desk.lacks(&maja(), &lost("Mailbox full")), ["answer_sent"]);
}
