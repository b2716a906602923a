//! Marketing is stopped: the record, the suppression list and the written answer in one step.

use crate::domain::decide::Command;
use crate::domain::event::{Event, EventKind};
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, State};
use crate::domain::stopping::Stopped;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::suppression::address;
use crate::store::cases::{self, AnswerWords};
use crate::store::chain;
use crate::store::suppressions::{self, Origin};

/// What staff say about a stop.
pub struct Record {
    /// What was stopped, when, and who was told. `is_kept` is decided here.
    pub stopped: Stopped,
    /// Own words in the letter.
    pub words: String,
    /// Further addresses to keep on the list, besides those the person gave.
    pub more: Vec<String>,
}

/// Keeps the record, puts the person's addresses on the suppression list and sends the answer to
/// review. Whoever does so of a request nobody has yet takes it.
pub fn stop(step: &Step<'_>, request_id: &str, record: Record) -> Result<()> {
    let Record { mut stopped, words, more } = record;
    if stopped.channels.is_empty() {
        return Err(Error::field("channel", "error-stopped-channel"));
    }
    let app = step.app;
    app.store.write_case(step.actor, step.case_id, |tx, key| {
        let mut before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let requests = vec![request_id.to_owned()];
        let request = before.file.request(request_id).ok_or(Error::NotFound)?;
        if !request.right.is_answered_by_acting() {
            return Err(Error::NotFound);
        }
        if request.state == State::Received {
            step.decide_and_commit(tx, key, &before, &Command::Claim { requests: requests.clone() })?;
            before = cases::load(tx.db, step.case_id)?;
        }
        let state = before.file.request(request_id).map(|request| request.state);
        let answer = Answer { outcome: Outcome::Fulfilled, grounds: Vec::new(), complete: true };
        let command = match state {
            Some(State::Collecting) => Command::SubmitForReview { requests, answer },
            _ => Command::SubmitWithoutCollecting { requests, answer },
        };
        step.decide_and_commit(tx, key, &before, &command)?;
        let controller = app.controllers.get(&before.file.case.controller_id)?;
        let person = before.person(key)?;
        let given = [person.email, person.phone].into_iter().flatten();
        let mut kept = 0;
        for typed in given.chain(more) {
            let address = address(controller, &typed);
            let is_new = suppressions::add(tx, &address, Origin::Case, None)?;
            kept += i32::from(is_new || suppressions::is_on(tx.store, tx.db, &address)?);
        }
        stopped.is_kept = kept > 0;
        let facts = serde_json::json!({
            "channels": stopped.channels, "at": stopped.at, "told": stopped.told.len(), "kept": kept,
        });
        let event = Event::new(EventKind::MarketingStopped, Some(request_id), facts);
        chain::append(tx, step.case_id, Some(key), &event)?;
        let words = AnswerWords { words, stopped: Some(stopped), ..AnswerWords::default() };
        Ok(cases::set_answer(tx, key, request_id, &words)?)
    })
}
