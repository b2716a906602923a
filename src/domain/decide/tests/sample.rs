//! A desk for tests: one case, a clock that is set by hand, four colleagues.

use crate::domain::access::{Actor, Role};
use crate::domain::calendar::{Country, Profile};
use crate::domain::case::{CaseFile, Intake};
use crate::domain::controller::Rules;
use crate::domain::decide::{Command, Decision, NewCase, NewTask, Refusal, SendVia, decide, open};
use crate::domain::identity::{Channel, Level, Proof, ProofWay};
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, Request, State};
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Monday 2 March 2026: the day every sample case is received.
pub(super) const RECEIVED: &str = "2026-03-02";

/// The hash of the package as it was built.
pub(super) const PACKED: &str = "abababababababababababababababababababababababababababababababab";

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Ten in the morning UTC, which is the same day in Copenhagen.
pub(super) fn morning(on: NaiveDate) -> DateTime<Utc> {
    on.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap()).and_utc()
}

pub(super) fn rules() -> Rules {
    Rules {
        country: Country::Dk,
        profile: Profile::Eu,
        zone: chrono_tz::Europe::Copenhagen,
        promise_days: Some(30),
        promise_pauses: false,
        four_eyes: true,
        ask_within_working_days: 3,
        keep: crate::domain::retention::Keep::months(12),
    }
}

pub(super) fn staff(id: &str, roles: &[Role]) -> Actor {
    Actor::Staff { id: id.into(), roles: roles.to_vec() }
}

/// Caseworker.
pub(super) fn maja() -> Actor {
    staff("maja", &[Role::Caseworker])
}

/// Approver.
pub(super) fn jonas() -> Actor {
    staff("jonas", &[Role::Approver])
}

/// Privacy officer.
pub(super) fn karin() -> Actor {
    staff("karin", &[Role::Officer])
}

/// Runs the desk alone.
pub(super) fn solo() -> Actor {
    staff("solo", &[Role::Caseworker, Role::Approver, Role::Officer])
}

pub(super) fn new_case(rights: &[Right]) -> NewCase {
    NewCase {
        id: "case".into(),
        controller_id: "nordlys".into(),
        intake: Intake::Form,
        requests: rights.iter().enumerate().map(|(i, right)| (format!("r{}", i + 1), *right)).collect(),
        unsure: None,
        reachable: true,
        received_on: None,
        late_reason: None,
        by_representative: false,
        about_staff: None,
    }
}

/// A case under test.
#[derive(Debug, Clone)]
pub(super) struct Desk {
    pub(super) rules: Rules,
    pub(super) file: CaseFile,
    pub(super) now: DateTime<Utc>,
}

impl Desk {
    /// A case with these rights, received by the form on 2 March 2026; requests r1, r2…
    pub(super) fn received(rights: &[Right]) -> Self {
        let (rules, now) = (rules(), morning(day(RECEIVED)));
        let decision = open(&rules, &Actor::Person, now, &new_case(rights)).unwrap();
        let file = CaseFile { case: decision.case, requests: decision.requests, tasks: Vec::new() };
        Desk { rules, file, now }
    }

    /// The same, taken by Maja.
    pub(super) fn assessing(rights: &[Right]) -> Self {
        let mut desk = Desk::received(rights);
        desk.does(&maja(), Command::Claim { requests: vec![] }).unwrap();
        desk
    }

    /// The same, identity proven over the mailbox on record, one task by hand out.
    pub(super) fn collecting(rights: &[Right]) -> Self {
        let mut desk = Desk::assessing(rights).proven();
        desk.does(&maja(), start(&["t1"])).unwrap();
        desk
    }

    /// The same, the task done and an answer with this outcome in review, by Maja, its package built.
    pub(super) fn in_review(right: Right, outcome: Outcome, grounds: &[&str]) -> Self {
        let mut desk = Desk::collecting(&[right]).tasks_done();
        desk.does(&maja(), submit(outcome, grounds)).unwrap();
        desk.packed()
    }

    /// The package of the answer is built, if it has one.
    pub(super) fn packed(mut self) -> Self {
        for request in self.file.requests.iter_mut().filter(|request| request.needs_package()) {
            request.package = Some(PACKED.to_owned());
        }
        self
    }

    /// The same, approved by Jonas.
    pub(super) fn ready(right: Right, outcome: Outcome, grounds: &[&str]) -> Self {
        let mut desk = Desk::in_review(right, outcome, grounds);
        desk.does(&jonas(), approve()).unwrap();
        desk
    }

    /// The same, sent by mail.
    pub(super) fn closed(right: Right, outcome: Outcome) -> Self {
        let mut desk = Desk::ready(right, outcome, &[]);
        desk.does(&maja(), send()).unwrap();
        desk
    }

    /// Level reached without a word on delivery.
    pub(super) fn level(mut self, level: Level) -> Self {
        self.file.case.level = level;
        self
    }

    /// Level 2 by a code to the mailbox on record.
    pub(super) fn proven(self) -> Self {
        self.proven_over(ProofWay::CodeToRecord, Channel::Email)
    }

    pub(super) fn proven_over(mut self, way: ProofWay, channel: Channel) -> Self {
        self.file.case.proofs.push(Proof { way, channel, at: self.now, on_record_since: None });
        let level = self.file.case.level.max(way.level());
        self.level(level)
    }

    pub(super) fn tasks_done(mut self) -> Self {
        self.file.tasks.iter_mut().for_each(|task| task.state = TaskState::Done);
        self
    }

    /// Moves the clock to ten in the morning of another day.
    pub(super) fn on(mut self, date: &str) -> Self {
        self.now = morning(day(date));
        self
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    pub(super) fn tries(&self, actor: &Actor, command: &Command) -> Result<Decision, Refusal> {
        decide(&self.rules, &self.file, actor, self.now, command)
    }

    /// Decides, and keeps what was decided as a store would.
    pub(super) fn does(&mut self, actor: &Actor, command: Command) -> Result<Decision, Refusal> {
        let decision = self.tries(actor, &command)?;
        self.keeps(&decision);
        Ok(decision)
    }

    pub(super) fn keeps(&mut self, decision: &Decision) {
        self.file.case = decision.case.clone();
        self.file.requests = decision.requests.clone();
        self.file.tasks.extend(decision.new_tasks.iter().cloned());
        for task in &mut self.file.tasks {
            if decision.cancelled_tasks.contains(&task.id) {
                task.state = TaskState::Cancelled;
            }
        }
    }

    pub(super) fn r(&self, number: usize) -> &Request {
        &self.file.requests[number - 1]
    }

    pub(super) fn state(&self) -> State {
        self.file.requests[0].state
    }

    /// Codes of what is missing; empty when the command would be carried out.
    pub(super) fn lacks(&self, actor: &Actor, command: &Command) -> Vec<&'static str> {
        match self.tries(actor, command) {
            Ok(_) => Vec::new(),
            Err(Refusal::Needs { needs, .. }) => needs.iter().map(|need| need.code()).collect(),
            Err(other) => vec![other.code()],
        }
    }
}

pub(super) fn task(id: &str, holder: Holder, due_on: &str) -> NewTask {
    NewTask { id: id.into(), holder, name: "chinook".into(), due_on: day(due_on) }
}

pub(super) fn start(tasks: &[&str]) -> Command {
    let tasks = tasks.iter().map(|id| task(id, Holder::Hand, "2026-12-01")).collect();
    Command::StartCollecting { requests: vec![], tasks }
}

pub(super) fn answer(outcome: Outcome, grounds: &[&str]) -> Answer {
    Answer { outcome, grounds: grounds.iter().map(|code| (*code).to_owned()).collect(), complete: true }
}

pub(super) fn submit(outcome: Outcome, grounds: &[&str]) -> Command {
    Command::SubmitForReview { requests: vec![], answer: answer(outcome, grounds) }
}

pub(super) fn submit_without(outcome: Outcome, grounds: &[&str]) -> Command {
    Command::SubmitWithoutCollecting { requests: vec![], answer: answer(outcome, grounds) }
}

pub(super) fn approve() -> Command {
    Command::Approve { requests: vec![], fresh_factor: false }
}

pub(super) fn send() -> Command {
    send_via(SendVia::Mail, None)
}

pub(super) fn send_via(via: SendVia, late_reason: Option<&str>) -> Command {
    Command::SendAnswer { requests: vec![], via, late_reason: late_reason.map(Into::into) }
}

pub(super) fn ask(doubt_on: &str, reply_by_on: &str) -> Command {
    Command::AskIdentity {
        requests: vec![],
        reason: "The mail is not the one we know".into(),
        item: "A code to the address on record".into(),
        doubt_on: day(doubt_on),
        reply_by_on: day(reply_by_on),
        pause_ids: vec!["p1".into(), "p2".into(), "p3".into()],
        on_paper: None,
    }
}

/// The same in a letter on paper, `l1`.
pub(super) fn ask_on_paper(doubt_on: &str, reply_by_on: &str) -> Command {
    match ask(doubt_on, reply_by_on) {
        Command::AskIdentity { requests, reason, item, doubt_on, reply_by_on, pause_ids, .. } => {
            let on_paper = Some("l1".to_owned());
            Command::AskIdentity { requests, reason, item, doubt_on, reply_by_on, pause_ids, on_paper }
        }
        other => other,
    }
}

pub(super) fn reply(on: &str) -> Command {
    Command::ReplyReceived { requests: vec![], replied_on: day(on) }
}

pub(super) fn extend(request: &str, disputable_reason: Option<&str>) -> Command {
    Command::Extend {
        request: request.into(),
        ground: crate::domain::decide::ExtendGround::Complexity,
        reasons: "Five systems and scanned paper".into(),
        disputable_reason: disputable_reason.map(Into::into),
    }
}
