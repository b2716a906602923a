//! The steps of a case as the person follows them: done, now, to come.

use crate::domain::case::CaseFile;
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Request, State as Stage};
use crate::services::app::Controller;
use crate::services::letters;
use crate::web::public::thread::ended;
use crate::web::view::Said;
use crate::web::view::public::case::{StepPlace, TrackerStep};
use chrono::NaiveDate;

/// The steps of a case, told by the request the headline speaks of. At most one is current.
pub fn steps(
    file: &CaseFile,
    main: &Request,
    controller: &Controller,
    answer_by_on: Option<NaiveDate>,
) -> Vec<TrackerStep> {
    let now = place(main);
    let received = line(0, now, "ui-track-received", Some(file.case.received_on));
    if main.state == Stage::Closed && !main.outcome.is_some_and(Outcome::is_answer) {
        let ended_on = main.closed_at.map(|at| letters::today(controller, at));
        let said = main.outcome.map_or_else(|| Said::new("state-closed-person"), ended);
        return vec![received, TrackerStep { place: StepPlace::Done, said, detail: None, on: ended_on }];
    }
    let mut steps = vec![received];
    if main.state == Stage::AwaitingPerson {
        steps.push(line(1, now, "ui-track-waiting", None));
    } else if main.state == Stage::Assessing {
        steps.push(line(1, now, "state-assessing-person", None));
    }
    if main.right.level_needed() > Level::Nothing {
        steps.extend(identity(file, main, controller, now));
    }
    steps.push(line(3, now, work(main, now), None));
    let review = line(4, now, review(main, controller, now), None);
    let by_colleague = review.place != StepPlace::Done && controller.rules.four_eyes;
    steps.push(TrackerStep { detail: by_colleague.then(|| Said::new("ui-track-review-more")), ..review });
    let answered_on = main.closed_at.map(|at| letters::today(controller, at)).or(answer_by_on);
    let answer = if main.state == Stage::Closed { "ui-track-answered" } else { "ui-track-answer" };
    steps.push(line(5, now, answer, answered_on));
    steps
}

/// The work itself. Once it is done it reads as done, and says no more than what was done: an
/// answer that is still being checked is not told beforehand.
fn work(main: &Request, now: u8) -> &'static str {
    let has_package = main.right.has_package();
    match (now, main.outcome) {
        (0..=3, _) if has_package => "ui-track-collecting",
        (0..=3, _) => "ui-track-acting",
        (_, Some(Outcome::Fulfilled | Outcome::PartlyFulfilled)) if has_package => "ui-track-collected",
        (_, Some(Outcome::Fulfilled | Outcome::PartlyFulfilled)) => "ui-track-acted",
        (_, Some(Outcome::NoData)) => "ui-track-searched",
        (_, None) if has_package && main.reviewed_from == Some(Stage::Collecting) => "ui-track-searched",
        _ => "ui-track-assessed",
    }
}

/// The check of the answer: by a colleague, or by its author where one person answers alone.
fn review(main: &Request, controller: &Controller, now: u8) -> &'static str {
    match (now > 4, main.single_handed || (!controller.rules.four_eyes && now <= 4)) {
        (false, false) => "ui-track-review",
        (false, true) => "ui-track-review_alone",
        (true, false) => "ui-track-reviewed",
        (true, true) => "ui-track-reviewed_alone",
    }
}

/// Which step is current; 6 when all are done.
fn place(main: &Request) -> u8 {
    match main.state {
        Stage::Received => 0,
        Stage::Assessing | Stage::AwaitingPerson => 1,
        Stage::Collecting => 3,
        Stage::InReview => 4,
        Stage::Ready => 5,
        Stage::Closed | Stage::Erased => 6,
    }
}

fn line(at: u8, now: u8, id: &str, on: Option<NaiveDate>) -> TrackerStep {
    let place = match at.cmp(&now) {
        std::cmp::Ordering::Less => StepPlace::Done,
        std::cmp::Ordering::Equal => StepPlace::Current,
        std::cmp::Ordering::Greater => StepPlace::Later,
    };
    TrackerStep { place, said: Said::new(id), detail: None, on }
}

/// Whether we know who it is. An answer that needs no proof (nothing held, refused) is given
/// without one, and then there was no such step.
fn identity(file: &CaseFile, main: &Request, controller: &Controller, now: u8) -> Option<TrackerStep> {
    let is_reached = file.case.level >= main.right.level_needed();
    if !is_reached {
        let later = TrackerStep { place: StepPlace::Later, ..line(2, now, "ui-track-identity-later", None) };
        return (now <= 2).then_some(later);
    }
    let proven_at = file.case.proofs.iter().map(|p| p.at).max();
    let on = proven_at.map(|at| letters::today(controller, at));
    Some(TrackerStep { place: StepPlace::Done, ..line(2, now, "ui-track-identity", on) })
}
