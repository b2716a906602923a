//! Keeping our own cases, and letting them go: legal hold, the bin, the lists an officer reviews,
//! erasing.

use crate::domain::access::Actor;
use crate::domain::deadline::local_date;
use crate::domain::decide::Command;
use crate::domain::event::{Event, EventKind};
use crate::domain::request::Request;
use crate::domain::retention::Keeper;
use crate::services::app::App;
use crate::services::conversation;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::store::keeping::{self, Listed};
use crate::store::{Tx, cases, chain, erasing, keepers};
use chrono::{Days, NaiveDate};
use serde_json::json;

pub use crate::domain::decide::BIN_DAYS;

/// Puts a case on legal hold.
pub fn hold(step: &Step<'_>, reason: String) -> Result<()> {
    step.just(&Command::LegalHoldOn { reason })
}

/// Lifts the hold.
pub fn release(step: &Step<'_>, reason: String) -> Result<()> {
    step.just(&Command::LegalHoldOff { reason })
}

/// Puts a case in the bin as suspected spam.
pub fn bin(step: &Step<'_>, reason: String) -> Result<()> {
    step.just(&Command::Bin { reason })
}

/// Takes it out again.
pub fn unbin(step: &Step<'_>) -> Result<()> {
    step.just(&Command::Unbin)
}

/// A case whose retention is reached.
pub struct Reached {
    /// The case.
    pub listed: Listed,
    /// Its requests.
    pub requests: Vec<Request>,
    /// What keeps it all the same; empty: it may be erased.
    pub kept_by: Vec<Keeper>,
}

/// A case in the bin.
pub struct Binned {
    /// The case.
    pub listed: Listed,
    /// Since which local day.
    pub since_on: NaiveDate,
    /// The first day it may be deleted.
    pub until_on: NaiveDate,
    /// Whether that day has come.
    pub may_go: bool,
    /// An officer put it on hold.
    pub is_held: bool,
}

/// What an officer reviews.
pub struct Review {
    /// Cases whose retention is reached, the longest reached first.
    pub reached: Vec<Reached>,
    /// The bin, the oldest first.
    pub binned: Vec<Binned>,
    /// Erasures that were decided and are not finished yet.
    pub unfinished: i64,
}

/// The lists. The entry that says which cases they named is written in the same transaction.
pub fn review(app: &App, actor: &Actor) -> Result<Review> {
    let me = actor.staff_id().unwrap_or_default().to_owned();
    app.store.write(actor, |tx| {
        let (mut reached, mut binned) = (Vec::new(), Vec::new());
        for controller in app.controllers.all() {
            let today = local_date(controller.rules.zone, tx.now);
            let listed = keeping::reached(tx.db, &controller.id, today, &me)?;
            let ids: Vec<String> = listed.iter().map(|case| case.case_id.clone()).collect();
            let kept = keepers::of_cases(tx.db, &ids, tx.now)?;
            let mut requests = cases::requests_of(tx.db, &ids)?;
            for listed in listed {
                let is_its = |(case_id, _): &(String, Request)| *case_id == listed.case_id;
                reached.push(Reached {
                    kept_by: kept.iter().filter(|(id, _)| *id == listed.case_id).map(|(_, k)| *k).collect(),
                    requests: requests.extract_if(.., |entry| is_its(entry)).map(|(_, r)| r).collect(),
                    listed,
                });
            }
            for listed in keeping::binned(tx.db, &controller.id, &me)? {
                let at = keeping::binned_at(tx.db, &listed.case_id)?.unwrap_or(tx.now);
                let since_on = local_date(controller.rules.zone, at);
                let until_on = since_on + Days::new(BIN_DAYS);
                let kept = keepers::of_case(tx.db, &listed.case_id, tx.now)?;
                let is_held = kept.contains(&Keeper::LegalHold);
                binned.push(Binned { listed, since_on, until_on, may_go: today >= until_on, is_held });
            }
        }
        let named = reached.iter().map(|case| &case.listed).chain(binned.iter().map(|case| &case.listed));
        let ids: Vec<&str> = named.map(|listed| listed.case_id.as_str()).collect();
        let entry = Event::new(EventKind::Read, None, json!({ "what": "retention", "cases": ids }));
        chain::append(tx, &chain::staff_chain(&me), None, &entry)?;
        Ok(Review { reached, binned, unfinished: erasing::unfinished(tx.db)? })
    })
}

/// What became of the cases that were chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gone {
    /// Erased.
    pub erased: usize,
    /// Left as they are: something keeps them, or somebody was faster.
    pub left: usize,
}

/// Erases cases whose retention is reached. Each is asked about anew, and one that is kept does not
/// keep the others.
pub fn erase(app: &App, actor: &Actor, case_ids: &[String]) -> Result<Gone> {
    each(app, actor, case_ids, |tx, case_id| {
        let kept_by = keepers::of_case(tx.db, case_id, tx.now)?;
        // what an officer chooses from is the list: whoever reads it reviews what it names
        Ok(Command::Erase { kept_by, listed_for_review: true })
    })
}

/// Deletes spam from the bin. `nobody_asks`: the officer has read them and nobody asks for anything
/// in them.
pub fn purge(app: &App, actor: &Actor, case_ids: &[String], nobody_asks: bool) -> Result<Gone> {
    each(app, actor, case_ids, |tx, case_id| {
        let controller_id = cases::load(tx.db, case_id)?.file.case.controller_id;
        let zone = app.controllers.get(&controller_id)?.rules.zone;
        let binned_at = keeping::binned_at(tx.db, case_id)?.unwrap_or(tx.now);
        Ok(Command::PurgeSpam { binned_on: local_date(zone, binned_at), right_recognised: !nobody_asks })
    })
}

fn each(
    app: &App,
    actor: &Actor,
    case_ids: &[String],
    command: impl Fn(&mut Tx<'_>, &str) -> Result<Command>,
) -> Result<Gone> {
    let mut gone = Gone::default();
    for case_id in case_ids {
        let done = app.store.write_case(actor, case_id, |tx, key| {
            let before = cases::load(tx.db, case_id)?;
            conversation::may_see(actor, &before)?;
            let command = command(tx, case_id)?;
            let step = Step { app, actor, case_id, seen: None };
            step.decide_and_commit(tx, key, &before, &command)?;
            Ok::<_, Error>(erasing::begin(tx, case_id)?)
        });
        match done {
            Ok(()) => gone.erased += 1,
            Err(Error::Refused(_) | Error::NotFound | Error::Stale) => gone.left += 1,
            Err(other) => return Err(other),
        }
    }
    if gone.erased > 0
        && let Err(error) = finish(app)
    {
        // it is decided and marked: nobody reads it any more, and the schedule goes on with it
        tracing::error!(%error, "an erasure was decided and could not be finished now");
    }
    Ok(gone)
}

/// Goes on with every erasure that was decided; what a crash or a busy log left is finished here.
/// Returns how many are left for the next time.
pub fn finish(app: &App) -> Result<usize> {
    // the first pass deletes, the second finds nothing left
    match erasing::go_on(&app.store, &app.checkpoint_folder)? {
        0 => Ok(0),
        _ => Ok(erasing::go_on(&app.store, &app.checkpoint_folder)?),
    }
}
