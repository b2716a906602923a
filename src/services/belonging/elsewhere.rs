//! What belongs elsewhere: it is no data-protection request, or it was meant for another
//! organisation of this house.

use crate::domain::decide::Command;
use crate::domain::letter::Letter;
use crate::domain::read_as::ReadAs;
use crate::services::app::Controller;
use crate::services::belonging::rights;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order};
use crate::store::cases;

/// What it is and who has it now.
pub struct Elsewhere {
    /// What it was read as.
    pub read_as: ReadAs,
    /// The same in our own words.
    pub what: String,
    /// Who has it now.
    pub passed_to: String,
}

impl Elsewhere {
    /// The letter that says so (LAW E 4).
    pub fn letter(&self, received_on: chrono::NaiveDate) -> Letter {
        Letter::NotARequest {
            read_as: self.read_as,
            what: self.what.trim().to_owned(),
            passed_to: self.passed_to.trim().to_owned(),
            received_on,
        }
    }
}

/// It is something else: the person is told what, where it went, and that they can object.
pub fn not_a_request(step: &Step<'_>, request: &str, elsewhere: &Elsewhere) -> Result<()> {
    let command = Command::NotARequest {
        request: request.to_owned(),
        read_as: elsewhere.read_as,
        what: elsewhere.what.trim().to_owned(),
        passed_to: one_line(&elsewhere.passed_to),
    };
    step.take(&command, |tx, key, before, _| {
        let received_on = before.file.request(request).ok_or(Error::NotFound)?.received_on;
        let letter = elsewhere.letter(received_on);
        let order = Order { request_id: Some(request), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, before, &order)?;
        Ok(())
    })
}

/// The history reads the last line of what was written as the place it went to.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// It was meant for another organisation here. Its calendar counts from now on, and it is the one
/// that tells the person.
pub fn move_to(step: &Step<'_>, to: &Controller) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let from = step.app.controllers.get(&before.file.case.controller_id)?.legal_name.clone();
        let command = Command::MoveController { controller_id: to.id.clone() };
        let decision = step.decide_by(&to.rules, tx, key, &before, &command)?;
        let moved = cases::load(tx.db, step.case_id)?;
        let letter = Letter::Moved {
            from,
            received_on: decision.case.received_on,
            rights: rights::dates(&decision.requests),
        };
        letters::keep(step.app, tx, key, &moved, &Order::notice(&letter))?;
        Ok(())
    })
}
