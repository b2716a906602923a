//! Complaints about how a case was handled: a case of their own, without a right, opened by the
//! person or by staff, and answered in words.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::case::Intake;
use crate::domain::decide::{APART, Command, NewCase as Asked, open_complaint};
use crate::domain::letter::Letter;
use crate::domain::reference::Reference;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::intake::{self, Begun};
use crate::services::letters::{self, Order, To};
use crate::services::{conversation, identity, limits};
use crate::store::cases::{self, CaseWords, NewCase, StoredCase};
use crate::store::linked::{self, Details, Kind};
use crate::store::messages::{self, Body};
use crate::store::{Tx, persons};
use crate::{crypto::tokens, words};
use chrono::NaiveDate;
use zeroize::Zeroizing;

/// What somebody complains about.
pub struct Complaint {
    /// In their words, or in staff's.
    pub words: String,
    /// How it came.
    pub intake: Intake,
    /// Local date of receipt; `None`: today.
    pub received_on: Option<NaiveDate>,
}

/// The complaint as it was opened.
pub struct Opened {
    /// Case id.
    pub case_id: String,
    /// Its reference.
    pub reference: String,
}

/// Opens a complaint about a case. The same words from the same person on the same day are one
/// complaint, however often they are sent.
///
/// # Errors
/// [`Error::Invalid`] at `complaint` without words; what the law refuses.
pub fn complain(step: &Step<'_>, complaint: &Complaint) -> Result<Opened> {
    conversation::check(&complaint.words, "complaint")?;
    let begun = intake::begin(step.app)?;
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        if *step.actor == Actor::Person {
            limits::count(tx, limits::MESSAGES, step.case_id)?;
        }
        // a second press of the same button waits here, and finds what the first one opened
        cases::hold(tx, step.case_id)?;
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        if let Some(opened) = opened_before(step, tx, &before, complaint)? {
            return Ok(opened);
        }
        step.decide_and_commit(tx, key, &before, &Command::Complaint { new_case: begun.case_id.clone() })?;
        open(step, tx, key, &begun, &before, complaint)
    })
}

/// Keyed, so that it tells nothing of the words. Staff's forms carry a version instead.
fn once(step: &Step<'_>, complaint: &Complaint, on: NaiveDate) -> Option<[u8; 32]> {
    let text = format!("{on} {}", complaint.words);
    (*step.actor == Actor::Person).then(|| identity::case_code_hash(step.app, step.case_id, &text))
}

fn opened_before(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    of: &StoredCase,
    complaint: &Complaint,
) -> Result<Option<Opened>> {
    let today = letters::today(step.app.controllers.get(&of.file.case.controller_id)?, tx.now);
    let Some(key) = once(step, complaint, today) else { return Ok(None) };
    let Some((case_id, _)) = cases::by_submission(tx.db, &key)? else { return Ok(None) };
    let reference = cases::load(tx.db, &case_id)?.reference;
    Ok(Some(Opened { case_id, reference }))
}

fn open(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    begun: &Begun,
    of: &StoredCase,
    complaint: &Complaint,
) -> Result<Opened> {
    let (app, case) = (step.app, &of.file.case);
    let controller = app.controllers.get(&case.controller_id)?;
    let today = letters::today(controller, tx.now);
    let by = of.representative(key)?;
    let asked = Asked {
        id: begun.case_id.clone(),
        controller_id: case.controller_id.clone(),
        intake: complaint.intake,
        requests: Vec::new(),
        unsure: None,
        reachable: true,
        received_on: Some(complaint.received_on.unwrap_or(today)),
        late_reason: complaint.received_on.map(|_| complaint.words.clone()),
        by_representative: by.is_some(),
        about_staff: case.about_staff.clone(),
    };
    let mut decision = open_complaint(&controller.rules, step.actor, tx.now, &asked, step.case_id)?;
    for event in &mut decision.events {
        // the words stand in the conversation
        event.private = None;
    }
    decision.case.flags.extend(APART.iter().copied().filter(|flag| case.is(*flag)));
    decision.case.representation = case.representation;
    // the same mailbox, and who writes came in through the case it was confirmed for
    decision.case.address_confirmed = case.address_confirmed;
    let (reference, code) = (Reference::from_random(tokens::random_u64()), tokens::case_code());
    let words = CaseWords { about: complaint.words.clone(), representative: by, ..CaseWords::default() };
    let person = of.person(key)?;
    let row = NewCase {
        decision: &decision,
        reference: &reference,
        key_id: begun.key_id(),
        home: controller.rules.country,
        lang: of.lang,
        unsure: false,
        person: &person,
        words: &words,
        code_hash: identity::case_code_hash(app, &begun.case_id, &code),
        submission: once(step, complaint, today).map(|key| (key, key)),
    };
    cases::insert(tx, &begun.key, &row)?;
    linked::enter(tx, &begun.key, &begun.case_id, step.case_id, Kind::Complaint, &Details::default())?;
    let body = Body { text: complaint.words.clone(), ..Body::default() };
    messages::keep(tx, &begun.key, &conversation::plain(&begun.case_id, messages::Kind::Received, &body))?;
    let new = cases::load(tx.db, &begun.case_id)?;
    let received_on = decision.case.received_on;
    acknowledge(app, tx, begun, controller, of, &new, received_on, &code)?;
    Ok(Opened { case_id: begun.case_id.clone(), reference: new.reference })
}

#[expect(clippy::too_many_arguments, reason = "the facts of one letter")]
fn acknowledge(
    app: &App,
    tx: &mut Tx<'_>,
    begun: &Begun,
    controller: &Controller,
    of: &StoredCase,
    new: &StoredCase,
    received_on: NaiveDate,
    code: &Zeroizing<String>,
) -> Result<()> {
    let on_paper = letters::goes_on_paper(&begun.key, new)?;
    let handler =
        controller.contact_person.clone().unwrap_or_else(|| words::text(of.lang, "complaint-handler", &[]));
    let letter = Letter::ComplaintReceived {
        about: of.reference.clone(),
        handler,
        received_on,
        code: on_paper.then(|| code.to_string()),
    };
    let to = if on_paper { To::Paper(None) } else { To::Given };
    letters::keep(app, tx, &begun.key, new, &Order { to, ..Order::notice(&letter) })?;
    Ok(())
}

/// Answers a complaint in words, which closes it.
pub fn settle(step: &Step<'_>, words: &str) -> Result<()> {
    let command = Command::SettleComplaint { words: words.trim().to_owned() };
    step.take(&command, |tx, key, before, _| {
        let letter = Letter::ComplaintSettled { words: words.trim().to_owned() };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}

/// The complaints that came of a case, with their references; open or not.
pub fn of_case(tx: &mut Tx<'_>, case_id: &str) -> Result<Vec<StoredCase>> {
    let links = linked::of_case(tx.db, case_id)?;
    let is_its = |link: &&linked::Link| link.of_case == case_id && link.kind == Kind::Complaint;
    let mut found = Vec::new();
    for link in links.iter().filter(is_its) {
        let stored = cases::load(tx.db, &link.case_id)?;
        if !stored.file.case.erased {
            found.push(stored);
        }
    }
    Ok(found)
}

/// From the page of a case to that of a complaint about it: whoever opened the one with its code may
/// read the other. Returns the token for the cookie.
///
/// # Errors
/// [`Error::NotFound`] for anything that is not a complaint about this very case.
pub fn go_to(app: &App, case_id: &str, complaint: &str) -> Result<String> {
    let token = tokens::token();
    app.store.write(&Actor::Person, |tx| {
        let is_its = of_case(tx, case_id)?.iter().any(|stored| stored.file.case.id == complaint);
        if !is_its {
            return Err(Error::NotFound);
        }
        Ok::<_, Error>(persons::open(tx, token.hash, complaint)?)
    })?;
    Ok(token.plain.to_string())
}
