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
        steps.push(identity(file, main, controller, now));
    }
    let collecting = if main.right.has_package() { "ui-track-collecting" } else { "ui-track-acting" };
    steps.push(line(3, now, collecting, None));
    let review = line(4, now, "ui-track-review", None);
    steps.push(TrackerStep {
        detail: (review.place != StepPlace::Done).then(|| Said::new("ui-track-review-more")),
        ..review
    });
    let answered_on = main.closed_at.map(|at| letters::today(controller, at)).or(answer_by_on);
    steps.push(line(5, now, "ui-track-answer", answered_on));
    steps
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

fn identity(file: &CaseFile, main: &Request, controller: &Controller, now: u8) -> TrackerStep {
    let is_reached = file.case.level >= main.right.level_needed();
    if !is_reached && now <= 2 {
        return TrackerStep { place: StepPlace::Later, ..line(2, now, "ui-track-identity-later", None) };
    }
    let proven_at = file.case.proofs.iter().map(|p| p.at).max();
    let on = proven_at.filter(|_| is_reached).map(|at| letters::today(controller, at));
    TrackerStep { place: StepPlace::Done, ..line(2, now, "ui-track-identity", on) }
}
