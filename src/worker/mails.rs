//! Handing mails to the mail server: at least once, with a Message-ID made from the job id.

use crate::domain::access::Actor;
use crate::domain::event::{Event, EventKind};
use crate::domain::job::{Cause, Failed};
use crate::domain::letter::Letter;
use crate::mail::envelope::{Envelope, message_id};
use crate::mail::render::{self, RenderError};
use crate::mail::transport::SendError;
use crate::services::{self, Error};
use crate::store::jobs::{Leased, Settled};
use crate::store::{cases, chain, messages, staff};
use crate::worker::{Worker, again};

/// Sends a letter that is kept with its case.
pub fn send_letter(worker: &Worker, leased: &Leased, message_id: &str) -> Settled {
    let prepared = prepare_letter(worker, leased, message_id);
    hand_over(worker, leased, prepared, || {
        let Some(case_id) = &leased.case_id else { return Ok(()) };
        worker.app.store.write_case(&Actor::System, case_id, |tx, key| {
            messages::delivered(tx, key, message_id)?;
            let letter = messages::get(tx.db, message_id)?;
            if let (Some(Letter::EXTENSION), Some(request)) = (letter.letter.as_deref(), &letter.request_id) {
                cases::extension_noticed(tx, case_id, request)?;
            }
            let facts = serde_json::json!({ "message": message_id });
            chain::append(tx, case_id, Some(key), &Event::new(EventKind::LetterSent, None, facts))?;
            Ok(())
        })
    })
}

/// A mail before it goes.
enum Prepared {
    /// There is nothing to send any more.
    Nothing,
    /// To be handed over.
    Mail(Box<Envelope>),
    /// Its template cannot be filled.
    Unfilled(RenderError),
}

fn prepare_letter(worker: &Worker, leased: &Leased, message_id: &str) -> services::Result<Prepared> {
    let app = &worker.app;
    let message = app.store.look(|db| Ok::<_, Error>(messages::get(db, message_id)?))?;
    if message.delivered_at.is_some() {
        return Ok(Prepared::Nothing);
    }
    let key = app.store.case_key(&message.case_id)?;
    let body = message.body(&key)?;
    let stored = app.store.look(|db| Ok::<_, Error>(cases::load(db, &message.case_id)?))?;
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let to = body.to.ok_or_else(|| Error::Broken("a letter to be mailed has no address".into()))?;
    Ok(Prepared::Mail(Box::new(Envelope {
        from: controller.sender.clone(),
        from_name: controller.sender_name.clone(),
        to,
        reply_to: controller.email.clone(),
        message_id: message_id_of(worker, &leased.id),
        subject: body.subject,
        text: body.text,
        html: body.html,
        headers: Vec::new(),
        sent_at: app.store.clock.now(),
    })))
}

/// Sends a mail to a member of staff.
pub fn send_staff_mail(worker: &Worker, leased: &Leased, mail_id: &str) -> Settled {
    let prepared = prepare_staff_mail(worker, leased, mail_id);
    hand_over(worker, leased, prepared, || {
        worker.app.store.write(&Actor::System, |tx| Ok(messages::staff_mail_delivered(tx, mail_id)?))
    })
}

fn prepare_staff_mail(worker: &Worker, leased: &Leased, mail_id: &str) -> services::Result<Prepared> {
    let app = &worker.app;
    let key = app.store.secrets.staff_secrets();
    let kept = app.store.look(|db| Ok::<_, Error>(messages::staff_mail(db, key, mail_id)?))?;
    let Some((staff_id, mail)) = kept else { return Ok(Prepared::Nothing) };
    let member = app.store.look(|db| Ok::<_, Error>(staff::get(db, &staff_id)?))?;
    if member.status == staff::Status::Disabled {
        return Ok(Prepared::Nothing);
    }
    let rendered = match render::render_staff(&mail, member.lang) {
        Ok(rendered) => rendered,
        Err(error) => return Ok(Prepared::Unfilled(error)),
    };
    let house = app.controllers.all().first();
    let house = house.ok_or_else(|| Error::Broken("no controller is configured".into()))?;
    Ok(Prepared::Mail(Box::new(Envelope {
        from: house.sender.clone(),
        from_name: house.sender_name.clone(),
        to: member.email,
        reply_to: None,
        message_id: message_id_of(worker, &leased.id),
        subject: rendered.subject,
        text: rendered.text,
        html: Some(rendered.html),
        headers: Vec::new(),
        sent_at: app.store.clock.now(),
    })))
}

fn message_id_of(worker: &Worker, job_id: &str) -> String {
    message_id(job_id, &worker.message_domain)
}

/// The network, with no transaction open; then the note that it went out.
fn hand_over(
    worker: &Worker,
    leased: &Leased,
    prepared: services::Result<Prepared>,
    note: impl FnOnce() -> services::Result<()>,
) -> Settled {
    let envelope = match prepared {
        Ok(Prepared::Mail(envelope)) => envelope,
        Ok(Prepared::Nothing) => return Settled::Done,
        Ok(Prepared::Unfilled(error)) => {
            return Settled::Retry(Failed::new(Cause::Template, error.to_string()).to_string());
        }
        // of an erased case nothing is sent any more; anything else that is missing is a loss that
        // somebody must see
        Err(Error::NotFound) if is_erased(worker, leased) => return Settled::Done,
        Err(error) => return again(&error),
    };
    match worker.runtime.block_on(worker.transport.send(&envelope)) {
        Ok(()) => match note() {
            Ok(()) => Settled::Done,
            Err(error) => again(&error),
        },
        Err(SendError::Temporary(cause, why)) => Settled::Retry(Failed::new(cause, why).to_string()),
        Err(SendError::Permanent(cause, why)) => Settled::GiveUp(Failed::new(cause, why).to_string()),
    }
}

fn is_erased(worker: &Worker, leased: &Leased) -> bool {
    let Some(case_id) = &leased.case_id else { return false };
    worker.app.store.look(|db| cases::is_erased(db, case_id)).unwrap_or(false)
}
