//! The guards several events share: identity, delivery, and what makes an answer an answer.

use super::Need;
use super::command::SendVia;
use crate::domain::case::{Case, CaseFile, Flag, Hold, Representation};
use crate::domain::controller::Rules;
use crate::domain::grounds::Ground;
use crate::domain::identity::{Channel, Level};
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, Pause, PauseKind, Request};
use crate::domain::right::Right;
use crate::domain::task::{Task, TaskState};
use chrono::{DateTime, NaiveDate, Utc};

/// The identity gate: nothing is collected or released below the level the right needs (R2–R4).
pub(super) fn identity(case: &Case, right: Right) -> Vec<Need> {
    at_least(case, right.level_needed())
}

fn at_least(case: &Case, needed: Level) -> Vec<Need> {
    if case.level >= needed { Vec::new() } else { vec![Need::Identity { needed, reached: case.level }] }
}

/// Whether an answer with this outcome may leave over this way (R1): a stopped case releases
/// nothing; data of a right that needs level 2 go only over a channel proven to have been on
/// record before. A mail needs a proven mailbox; post goes to the address on record, and in
/// person is in person, so any such proof will do.
pub(super) fn delivery(case: &Case, right: Right, outcome: Outcome, via: &SendVia) -> Vec<Need> {
    if !outcome.releases() {
        return Vec::new();
    }
    let proven = case
        .proofs
        .iter()
        .filter(|proof| proof.way.proves_delivery())
        .any(|proof| !matches!(via, SendVia::Mail) || proof.channel == Channel::Email);
    let mut needs = identity(case, right);
    if right.level_needed() >= Level::Proven && !proven {
        needs.push(Need::Delivery);
    }
    if case.is(Flag::Stopped) {
        needs.push(Need::NotStopped);
    }
    needs
}

/// What keeps an answer with this outcome from leaving now: a notice to a known address that was not
/// handed over, or after which whoever reads it there still has time to stop the case (R5).
pub(super) fn hold(rules: &Rules, case: &Case, outcome: Outcome, now: DateTime<Utc>) -> Vec<Need> {
    let hold = case.hold(now).filter(|_| outcome.releases());
    hold.map(|hold| match hold {
        Hold::Unsent => Need::NoticeUnsent,
        Hold::Until(until) => Need::NoticeHold { until: until.with_timezone(&rules.zone).naive_local() },
    })
    .into_iter()
    .collect()
}

/// How an answer came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// After tasks were done.
    Collected,
    /// Straight from assessing.
    WithoutCollecting,
}

/// What an answer to this request lacks: an outcome the right knows, every text, grounds that
/// carry it (art. 12(4)), the level for a release, and for "no data" level 1.
pub(super) fn answer(
    rules: &Rules,
    file: &CaseFile,
    request: &Request,
    answer: &Answer,
    made: Made,
) -> Vec<Need> {
    let (case, right, outcome) = (&file.case, request.right, answer.outcome);
    let mut needs = Vec::new();
    let exists = outcome.is_answer() && (right.can_be_refused() || !outcome.needs_grounds());
    let skips = made == Made::WithoutCollecting && outcome.releases() && !right.is_answered_by_acting();
    if !exists || skips {
        needs.push(Need::Outcome { outcome });
    }
    if !answer.complete {
        needs.push(Need::Text);
    }
    if outcome.needs_grounds() && answer.grounds.is_empty() {
        needs.push(Need::Ground);
    }
    needs.extend(answer.grounds.iter().filter_map(|code| ground(rules, case, request, outcome, code)));
    if outcome.releases() {
        needs.extend(identity(case, right));
    }
    if outcome == Outcome::NoData {
        needs.extend(at_least(case, Level::Contact));
        // After collecting, the tasks searched with what was proven meanwhile.
        if case.unproven_match && made == Made::WithoutCollecting {
            needs.push(Need::NoUnprovenMatch);
        }
    }
    needs
}

/// What keeps this ground from standing in the answer, if anything.
fn ground(rules: &Rules, case: &Case, request: &Request, outcome: Outcome, code: &str) -> Option<Need> {
    let of_this_law = |ground: &&Ground| ground.country.is_none_or(|country| country == rules.country);
    let ground = Ground::find(code).filter(of_this_law);
    let Some(ground) = ground.filter(|ground| ground.is_allowed_for(request.right, outcome)) else {
        return Some(Need::GroundAllowed { ground: code.to_owned() });
    };
    let asks = |pause: &Pause| pause.kind == PauseKind::Identity && pause.unposted.is_none();
    let was_asked = request.pauses.iter().any(asks);
    if ground.after_asking && !was_asked {
        return Some(Need::AskedFirst { ground: code.to_owned() });
    }
    let asks_for_another = matches!(case.representation, Representation::Unjudged | Representation::Refused);
    if code == "no_authority_to_represent" && !asks_for_another {
        return Some(Need::Fact { fact: "representative_without_authority" });
    }
    None
}

/// The tasks that work for a request and are not called off.
pub(super) fn tasks_of<'a>(file: &'a CaseFile, request: &'a Request) -> impl Iterator<Item = &'a Task> {
    file.tasks
        .iter()
        .filter(|task| task.state != TaskState::Cancelled && task.request_ids.contains(&request.id))
}

/// Whether every task of a request is done, and at least one is.
pub(super) fn tasks(file: &CaseFile, request: &Request) -> Vec<Need> {
    let open: Vec<String> = tasks_of(file, request)
        .filter(|task| task.state != TaskState::Done)
        .map(|task| task.id.clone())
        .collect();
    if !open.is_empty() {
        return vec![Need::TasksFinished { tasks: open }];
    }
    if tasks_of(file, request).next().is_none() { vec![Need::TaskAnswered] } else { Vec::new() }
}

/// The last local day on which a refusal still has its month: art. 12(4) knows no extension.
/// After it a refusal is warned about, never blocked.
pub(super) fn is_late_refusal(request: &Request, outcome: Outcome, on: NaiveDate) -> bool {
    outcome.needs_grounds() && on > request.dates.last_extend_paused_on
}
