//! Another day of receipt than the one that was entered.

use crate::domain::decide::Command;
use crate::domain::letter::Letter;
use crate::services::belonging::rights;
use crate::services::error::Result;
use crate::services::handling::Step;
use crate::services::letters::{self, Order};
use chrono::NaiveDate;

/// Corrects the day. Nobody loses by an earlier one; of a later one the person is told why.
pub fn correct(step: &Step<'_>, received_on: NaiveDate, reason: &str) -> Result<()> {
    let command = Command::CorrectReceivedDate { received_on, reason: reason.trim().to_owned() };
    step.take(&command, |tx, key, before, decision| {
        let was_on = before.file.case.received_on;
        if received_on <= was_on {
            return Ok(());
        }
        let letter = Letter::ReceivedCorrected {
            was_on,
            received_on,
            reason: reason.trim().to_owned(),
            rights: rights::dates(&decision.requests),
        };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}
