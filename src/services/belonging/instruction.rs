//! The instruction of a controller we are processor for (art. 28(3)(a)): a case of its own, which is
//! answered to them.

use crate::crypto::tokens;
use crate::domain::case::Intake;
use crate::domain::decide::{APART, Command, NewCase as Asked, open_instruction};
use crate::domain::letter::Letter;
use crate::domain::person::{Contact, Person, Representative, RepresentativeKind};
use crate::domain::reference::Reference;
use crate::domain::right::Right;
use crate::services::belonging::linked::Opened;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::handling::Step;
use crate::services::intake;
use crate::services::letters::{self, Order};
use crate::services::{conversation, identity};
use crate::store::cases::{self, CaseWords, NewCase};
use crate::store::linked::{self, Details, Kind};
use crate::store::messages::{self, Body};
use crate::store::representations;
use chrono::NaiveDate;

/// What a controller instructs us to do.
pub struct Instruction {
    /// Who instructs.
    pub customer: String,
    /// Their mail address, where the answer goes.
    pub email: Option<String>,
    /// Reference of the agreement.
    pub agreement: String,
    /// What is to be done, by right.
    pub rights: Vec<Right>,
    /// The instruction in their words.
    pub words: String,
    /// How it came.
    pub intake: Intake,
    /// Local date of receipt.
    pub received_on: NaiveDate,
}

impl Instruction {
    fn lacks(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        for (text, field, key) in [
            (&self.customer, "customer", "error-instruction-customer"),
            (&self.agreement, "agreement", "error-instruction-agreement"),
            (&self.words, "words", "error-instruction-words"),
        ] {
            if text.trim().is_empty() {
                problems.push(FieldProblem::new(field, key));
            }
        }
        problems
    }
}

/// Enters an instruction as a new case of the same person. What the person gave of themselves goes
/// along as what to search by; who they are has to be proven anew, and letters go to the controller.
///
/// # Errors
/// [`Error::Invalid`] for every field that lacks; what the law refuses.
pub fn receive(step: &Step<'_>, instruction: &Instruction) -> Result<Opened> {
    let problems = instruction.lacks();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    conversation::check(&instruction.words, "words")?;
    let begun = intake::begin(step.app)?;
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let of = cases::load(tx.db, step.case_id)?;
        step.is_current(&of)?;
        let command = Command::InstructionReceived { new_case: begun.case_id.clone() };
        step.decide_and_commit(tx, key, &of, &command)?;
        let controller = step.app.controllers.get(&of.file.case.controller_id)?;
        let asked = Asked {
            id: begun.case_id.clone(),
            controller_id: controller.id.clone(),
            intake: instruction.intake,
            requests: instruction.rights.iter().map(|right| (tokens::id(), *right)).collect(),
            unsure: None,
            reachable: true,
            received_on: Some(instruction.received_on),
            late_reason: Some(instruction.words.clone()),
            by_representative: true,
            about_staff: of.file.case.about_staff.clone(),
        };
        let mut decision = open_instruction(&controller.rules, step.actor, tx.now, &asked, step.case_id)?;
        for event in &mut decision.events {
            // the words stand in the conversation
            event.private = None;
        }
        let apart = APART.iter().copied().filter(|flag| of.file.case.is(*flag));
        decision.case.flags.extend(apart);
        let contact = Contact { email: instruction.email.clone(), ..Contact::default() };
        let representative = Representative {
            name: instruction.customer.trim().to_owned(),
            kind: RepresentativeKind::Controller,
            contact,
        };
        let words = CaseWords {
            about: instruction.words.clone(),
            representative: Some(representative),
            ..CaseWords::default()
        };
        let person: Person = of.person(key)?;
        let (reference, code) = (Reference::from_random(tokens::random_u64()), tokens::case_code());
        let row = NewCase {
            decision: &decision,
            reference: &reference,
            key_id: begun.key_id(),
            home: controller.rules.country,
            lang: controller.languages.first().copied().unwrap_or(of.lang),
            unsure: false,
            person: &person,
            words: &words,
            code_hash: identity::case_code_hash(step.app, &begun.case_id, &code),
            submission: None,
        };
        cases::insert(tx, &begun.key, &row)?;
        let details = Details {
            customer: instruction.customer.trim().to_owned(),
            agreement: instruction.agreement.trim().to_owned(),
        };
        linked::enter(tx, &begun.key, &begun.case_id, step.case_id, Kind::Instruction, &details)?;
        let seen = representations::Details { authority: details.agreement.clone(), ..Default::default() };
        representations::keep(tx, &begun.key, &begun.case_id, true, &seen)?;
        let body = Body { text: instruction.words.clone(), ..Body::default() };
        let message = conversation::plain(&begun.case_id, messages::Kind::Received, &body);
        messages::keep(tx, &begun.key, &message)?;
        let new = cases::load(tx.db, &begun.case_id)?;
        let letter = Letter::InstructionReceived {
            agreement: details.agreement,
            received_on: decision.case.received_on,
            rights: decision.requests.iter().map(|request| request.right).collect(),
        };
        letters::keep(step.app, tx, &begun.key, &new, &Order::notice(&letter))?;
        Ok(Opened { case_id: begun.case_id.clone(), reference: new.reference })
    })
}
