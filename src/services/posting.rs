//! Letters on paper: which lie here, and that one was posted.

use crate::domain::decide::{self, Posting, Refusal};
use crate::domain::event::EventKind;
use crate::domain::letter::Letter;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::store::{cases, messages};
use chrono::NaiveDate;

/// A letter was posted or handed over on a day: the clock of what it asks or notices runs from then.
///
/// # Errors
/// What the law refuses ([`decide::posted`]), a letter that is not on paper or has left already
/// (nothing to do), and an older version of the case.
pub fn posted(step: &Step<'_>, message_id: &str, posted_on: NaiveDate) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        let message = messages::get(tx.db, message_id)?;
        if message.case_id != step.case_id {
            return Err(Error::NotFound);
        }
        step.is_current(&stored)?;
        let rules = &step.app.controllers.get(&stored.file.case.controller_id)?.rules;
        let is_extension = message.letter.as_deref() == Some(Letter::EXTENSION);
        let posting = Posting {
            letter: message_id,
            extends: message.request_id.as_deref().filter(|_| is_extension),
            written_at: message.made_at,
            posted_on,
        };
        let decision = decide::posted(rules, &stored.file, step.actor, tx.now, &posting)?;
        if !messages::posted(tx, message_id, decide::posted_at(rules, tx.now, posted_on))? {
            return Err(Error::Refused(Refusal::NothingToDo { event: EventKind::LetterPosted }));
        }
        cases::commit(tx, key, stored.file.case.version, &decision)?;
        Ok(())
    })
}
