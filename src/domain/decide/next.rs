//! What to do next: one step on top of the case page.

use super::command::Command;
use super::pause::LAPSE_REMINDERS;
use super::{decide, decide_by_on, guard, lapses_from};
use crate::domain::access::Actor;
use crate::domain::case::{CaseFile, Flag};
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::request::{Request, State};
use chrono::{DateTime, Utc};

codes! {
    /// The next step of a case, for whoever looks at it.
    pub enum NextStep {
        /// Nobody has it.
        Claim = "claim",
        /// The level is missing: look the person up, prove who they are, or ask.
        Identify = "identify",
        /// Tasks can go out.
        StartCollecting = "start_collecting",
        /// Tasks are open.
        AnswerTasks = "answer_tasks",
        /// Every task is done.
        WriteAnswer = "write_answer",
        /// Somebody else must read it.
        AwaitReview = "await_review",
        /// You can read and approve it.
        Review = "review",
        /// Approved: send it.
        Send = "send",
        /// The package is not built yet: nothing can be approved or sent.
        AwaitPackage = "await_package",
        /// Stopped from a known address: an officer decides.
        Stopped = "stopped",
        /// The question is written and lies here: it has to be posted.
        PostQuestion = "post_question",
        /// The date the request has without its pause comes near: an officer decides on the pause.
        DecidePause = "decide_pause",
        /// No reply came in all the time there was: an officer may close it.
        Lapse = "lapse",
        /// The person has to reply.
        WaitForPerson = "wait_for_person",
        /// Everything is closed.
        Nothing = "nothing",
    }
}

impl NextStep {
    /// Whether it is for us to move.
    pub const fn is_ours(self) -> bool {
        !matches!(
            self,
            NextStep::AwaitReview | NextStep::AwaitPackage | NextStep::WaitForPerson | NextStep::Nothing
        )
    }
}

/// The next step and the request it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// What to do.
    pub step: NextStep,
    /// For which request; `None` when everything is closed.
    pub request: Option<String>,
}

/// The step of the open request whose date comes first; one that is ours to take before one that
/// waits for somebody else.
pub fn next_step(rules: &Rules, file: &CaseFile, actor: &Actor, now: DateTime<Utc>) -> Next {
    file.requests
        .iter()
        .filter(|request| request.state.is_open())
        .map(|request| (step_of(rules, file, actor, now, request), request))
        .min_by_key(|(step, request)| (!step.is_ours(), request.dates.act_by_on))
        .map_or(Next { step: NextStep::Nothing, request: None }, |(step, request)| Next {
            step,
            request: Some(request.id.clone()),
        })
}

fn step_of(rules: &Rules, file: &CaseFile, actor: &Actor, now: DateTime<Utc>, request: &Request) -> NextStep {
    match request.state {
        State::Received => NextStep::Claim,
        State::Assessing if file.case.level < request.right.level_needed() => NextStep::Identify,
        State::Assessing => NextStep::StartCollecting,
        State::Collecting if guard::tasks(file, request).is_empty() => NextStep::WriteAnswer,
        State::Collecting => NextStep::AnswerTasks,
        State::InReview if awaits_package(request) => NextStep::AwaitPackage,
        State::InReview => {
            let approve = Command::Approve { requests: vec![request.id.clone()], fresh_factor: true };
            if decide(rules, file, actor, now, &approve).is_ok() {
                NextStep::Review
            } else {
                NextStep::AwaitReview
            }
        }
        State::Ready => ready(file, request),
        State::AwaitingPerson if request.open_pause().is_some_and(|pause| pause.unposted.is_some()) => {
            NextStep::PostQuestion
        }
        State::AwaitingPerson => waiting(rules, now, request),
        State::Closed | State::Erased => NextStep::Nothing,
    }
}

/// What becomes of a question that was asked: the officer's decision is due, it may lapse, or there
/// is nothing to do but wait.
fn waiting(rules: &Rules, now: DateTime<Utc>, request: &Request) -> NextStep {
    let today = local_date(rules.zone, now);
    let Some(pause) = request.open_pause() else { return NextStep::WaitForPerson };
    if !pause.decided && today >= decide_by_on(rules, request.dates.act_by_on) {
        NextStep::DecidePause
    } else if pause.decided && pause.reminders >= LAPSE_REMINDERS && today >= lapses_from(pause.asked_on) {
        NextStep::Lapse
    } else {
        NextStep::WaitForPerson
    }
}

fn awaits_package(request: &Request) -> bool {
    request.needs_package() && request.package.is_none()
}

fn ready(file: &CaseFile, request: &Request) -> NextStep {
    let releases = request.answer.as_ref().is_some_and(|answer| answer.outcome.releases());
    if releases && file.case.is(Flag::Stopped) {
        NextStep::Stopped
    } else if awaits_package(request) {
        NextStep::AwaitPackage
    } else {
        NextStep::Send
    }
}
