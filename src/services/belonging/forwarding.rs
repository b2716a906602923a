//! We are processor: the request belongs to a controller in the directory. It goes to them with the
//! original and the instant of receipt, the person is told where, and a task remembers it.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::calendar;
use crate::domain::deadline;
use crate::domain::decide::{Command, NewTask};
use crate::domain::letter::Letter;
use crate::domain::national_number;
use crate::domain::register::{Customer, Register};
use crate::domain::request::Request;
use crate::domain::task::Holder;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order, To};
use crate::store::cases::{self, StoredCase};
use crate::store::tasks::{self, TaskDetails};
use crate::store::{Tx, register};
use crate::words;
use chrono::{DateTime, NaiveDate, Utc};

/// Working days until somebody has to look whether the controller took it.
const WORKING_DAYS: u32 = 2;

/// The register of a controller, if it has one.
pub fn directory(tx: &mut Tx<'_>, controller: &Controller) -> Result<Option<Register>> {
    Ok(register::current(tx.db, &controller.slug)?.map(|stored| stored.register))
}

/// Whether a customer is a joint controller, too: then each answers the person itself (art. 26(3)).
pub fn is_joint(register: &Register, customer: &Customer) -> bool {
    let is_same = |number: &str| !number.is_empty() && number == customer.number;
    register.joint.iter().any(|joint| joint.name == customer.name || is_same(&joint.number))
}

/// The day the task is due.
pub fn due_on(controller: &Controller, now: DateTime<Utc>) -> NaiveDate {
    let rules = &controller.rules;
    calendar::working_days_add(rules.country, rules.profile, letters::today(controller, now), WORKING_DAYS)
}

/// What the person is told.
pub fn letter_to_person(request: &Request, customer: &Customer, sent_on: NaiveDate, closed: bool) -> Letter {
    let reach = [&customer.postal, &customer.phone, &customer.email];
    let reach: Vec<&str> =
        reach.into_iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    Letter::Forwarded {
        right: request.right,
        controller_name: customer.may_be_named.then(|| customer.name.clone()),
        reach: if customer.may_be_named { reach.join("\n") } else { String::new() },
        received_on: request.received_on,
        sent_on,
        closed,
    }
}

/// What the controller is sent: the original and who wrote it, because nobody else can answer. Its
/// subject says nothing, and national numbers are hidden.
fn letter_to_controller(
    key: &CaseKey,
    stored: &StoredCase,
    controller: &Controller,
    request: &Request,
    customer: &Customer,
) -> Result<Letter> {
    let (person, written) = (stored.person(key)?, stored.words(key)?);
    let who = [Some(person.name), person.email, person.phone, person.postal, person.other_ids];
    let lines = |parts: Vec<String>| {
        let filled = parts.into_iter().filter(|part| !part.trim().is_empty());
        national_number::masked(&filled.collect::<Vec<_>>().join("\n"))
    };
    let words = lines(vec![written.about, written.details]);
    let case = &stored.file.case;
    let dates = deadline::dates(&controller.rules, request.right, request.received_on, &[], None);
    Ok(Letter::ForwardToController {
        customer: customer.name.clone(),
        agreement: customer.agreement.clone(),
        received: case.received_at.with_timezone(&controller.rules.zone).to_rfc3339(),
        right: request.right,
        answer_by_on: dates.statutory_on,
        who: lines(who.into_iter().flatten().collect()),
        words: if words.is_empty() { words::text(stored.lang, "forward-no_words", &[]) } else { words },
        reply_to: [controller.email.clone(), controller.phone.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// Passes a request on. `nothing_of_ours_remains`: it is closed as forwarded, which an officer
/// confirms.
///
/// # Errors
/// [`Error::Invalid`] at `customer` for one that is not in the directory; what the law refuses.
pub fn forward(step: &Step<'_>, request: &str, customer: &str, nothing_of_ours_remains: bool) -> Result<()> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let controller = step.app.controllers.get(&before.file.case.controller_id)?;
        let asked = before.file.request(request).ok_or(Error::NotFound)?;
        let nobody = || Error::field("customer", "error-forward-to");
        let register = directory(tx, controller)?.ok_or_else(nobody)?;
        let known = register.customer.iter().find(|one| one.code == customer).ok_or_else(nobody)?;
        let task = NewTask {
            id: tokens::id(),
            holder: Holder::Hand,
            name: known.name.clone(),
            due_on: due_on(controller, tx.now),
        };
        let command = Command::Forward {
            request: request.to_owned(),
            task: task.clone(),
            nothing_of_ours_remains,
            joint_controllers: is_joint(&register, known),
        };
        step.decide_and_commit(tx, key, &before, &command)?;
        let question = words::text(before.lang, "forward-question", &[]);
        let details = TaskDetails { name: known.name.clone(), question, ..TaskDetails::default() };
        tasks::set_details(tx, key, &task.id, &details)?;
        tell(step.app, tx, key, &before, asked, known, nothing_of_ours_remains)
    })
}

fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    request: &Request,
    customer: &Customer,
    closed: bool,
) -> Result<()> {
    let controller = app.controllers.get(&before.file.case.controller_id)?;
    let request_id = Some(request.id.as_str());
    let letter = letter_to_controller(key, before, controller, request, customer)?;
    let to = match customer.email.trim() {
        "" => To::Paper(None),
        email => To::OnRecord(email.to_owned()),
    };
    letters::keep(app, tx, key, before, &Order { to, request_id, ..Order::notice(&letter) })?;
    let letter = letter_to_person(request, customer, letters::today(controller, tx.now), closed);
    letters::keep(app, tx, key, before, &Order { request_id, ..Order::notice(&letter) })?;
    Ok(())
}
