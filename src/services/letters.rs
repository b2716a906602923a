//! Composing letters: the frame from the controller and the case, the words from the templates,
//! the address from what was proven. What goes out is kept as sent.

use crate::crypto::keys::CaseKey;
use crate::domain::identity::Channel;
use crate::domain::letter::Letter;
use crate::domain::normalise;
use crate::domain::person::Person;
use crate::mail::authority::authority;
use crate::mail::render::{self, ControllerFacts, Frame};
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::store::cases::StoredCase;
use crate::store::messages::{self, Body, Carrier, Kind, NewMessage};
use crate::store::{Tx, proofs};
use chrono::{DateTime, NaiveDate, Utc};

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// The address the person gave, or the representative who acts for them: status notices without
    /// personal data.
    Given,
    /// The channel that was proven, and nothing else (R1).
    Proven,
    /// This address on record.
    OnRecord(String),
    /// The address the person gave themselves, whoever acts for them.
    Person,
    /// On paper: printed by staff, and posted or handed over then, if that is known.
    Paper(Option<DateTime<Utc>>),
}

/// A letter to be kept and sent with a change.
pub struct Order<'a> {
    /// Its id, when something refers to it already.
    pub id: Option<String>,
    /// The letter.
    pub letter: &'a Letter,
    /// To whom.
    pub to: To,
    /// Request it belongs to.
    pub request_id: Option<&'a str>,
    /// Pointless after this instant.
    pub not_after: Option<DateTime<Utc>>,
}

impl<'a> Order<'a> {
    /// A status notice to whoever writes to us.
    pub fn notice(letter: &'a Letter) -> Self {
        Order { id: None, letter, to: To::Given, request_id: None, not_after: None }
    }
}

/// Renders a letter, keeps it, and enters it in the outbox when it goes by mail. Returns its id and
/// how it travels. A letter without an address to go to is kept for print.
pub fn keep(
    app: &App,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    order: &Order<'_>,
) -> Result<(String, Carrier)> {
    let person = stored.person(key)?;
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let to = address(tx, key, stored, &order.to)?;
    let frame = frame(app, controller, stored, &person, today(controller, tx.now))?;
    let rendered = render::render(order.letter, &frame).map_err(|e| Error::Broken(e.to_string()))?;
    let carrier = if to.is_some() { Carrier::Mail } else { Carrier::Paper };
    let body = Body {
        to,
        subject: rendered.subject,
        text: rendered.text,
        html: Some(rendered.html),
        ..Body::default()
    };
    let posted_at = match order.to {
        To::Paper(at) => at,
        _ => None,
    };
    let new = NewMessage {
        id: order.id.clone(),
        case_id: &stored.file.case.id,
        kind: Kind::Letter,
        letter: Some(order.letter),
        request_id: order.request_id,
        carrier,
        body: &body,
        not_after: order.not_after,
        posted_at,
    };
    Ok((messages::keep(tx, key, &new)?, carrier))
}

/// The address a letter goes to; `None`: on paper.
fn address(tx: &mut Tx<'_>, key: &CaseKey, stored: &StoredCase, to: &To) -> Result<Option<String>> {
    Ok(match to {
        To::Given => mailable(stored.contact(key)?.email.as_deref()),
        To::OnRecord(address) => mailable(Some(address)),
        To::Person => mailable(stored.person(key)?.email.as_deref()),
        To::Paper(_) => None,
        // the newest proven mailbox: a call back after it proves another channel, not another address
        To::Proven => proofs::of_case(tx.db, key, &stored.file.case.id)?
            .into_iter()
            .find(|(proof, _)| proof.way.proves_delivery() && proof.channel == Channel::Email)
            .and_then(|(_, details)| mailable(Some(&details.address))),
    })
}

/// Whether a notice to whoever writes to us goes on paper: they gave no address to mail it to.
pub fn goes_on_paper(key: &CaseKey, stored: &StoredCase) -> Result<bool> {
    Ok(mailable(stored.contact(key)?.email.as_deref()).is_none())
}

/// How a letter that is being written would read; `None` while the law wants more in it.
pub fn draft(
    app: &App,
    key: &CaseKey,
    stored: &StoredCase,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<Option<render::Rendered>> {
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let frame = frame(app, controller, stored, &stored.person(key)?, today(controller, now))?;
    match render::render(letter, &frame) {
        Ok(rendered) => Ok(Some(rendered)),
        Err(render::RenderError::Incomplete(_)) => Ok(None),
        Err(other) => Err(Error::Broken(other.to_string())),
    }
}

/// The one form of an address mail is sent to: what was typed may look like another mailbox.
fn mailable(typed: Option<&str>) -> Option<String> {
    typed.and_then(normalise::mail_address)
}

/// How a letter would read, for the preview. Nothing is kept.
pub fn preview(
    app: &App,
    key: &CaseKey,
    stored: &StoredCase,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<render::Rendered> {
    let controller = app.controllers.get(&stored.file.case.controller_id)?;
    let frame = frame(app, controller, stored, &stored.person(key)?, today(controller, now))?;
    render::render(letter, &frame).map_err(|e| Error::Broken(e.to_string()))
}

fn frame(
    app: &App,
    controller: &Controller,
    stored: &StoredCase,
    person: &Person,
    date: NaiveDate,
) -> Result<Frame> {
    let authority = authority(controller.authority, stored.lang)
        .ok_or_else(|| Error::Broken("no supervisory authority is known for a controller".into()))?;
    Ok(Frame {
        lang: stored.lang,
        controller: facts(controller),
        reference: Some(stored.reference.clone()),
        person_name: person.name.clone(),
        date,
        authority,
        public_body: controller.public_body.then_some(controller.rules.country),
        status_link: app.link(&["o", &controller.slug, "case"]),
    })
}

/// What a letter says about the controller.
pub fn facts(controller: &Controller) -> ControllerFacts {
    ControllerFacts {
        legal_name: controller.legal_name.clone(),
        number: controller.number.clone(),
        address: controller.address.clone(),
        phone: controller.phone.clone(),
        email: controller.email.clone(),
        web: controller.web.clone(),
        contact_person: controller.contact_person.clone(),
    }
}

/// The local date of a controller.
pub fn today(controller: &Controller, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&controller.rules.zone).date_naive()
}
