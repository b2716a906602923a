//! The suppression list at work: asked, added to, taken from. Asking is an entry too.

use crate::crypto::stops::AddressKind;
use crate::domain::access::Actor;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::store::suppressions::{self, Address, Origin, Stop};

/// An address as somebody typed it: a mail address holds an at sign, a phone number does not.
pub fn address<'a>(controller: &'a Controller, typed: &'a str) -> Address<'a> {
    let kind = if typed.contains('@') { AddressKind::Email } else { AddressKind::Phone };
    Address { controller_id: &controller.id, home: controller.rules.country, kind, typed }
}

fn real<'a>(app: &App, controller: &'a Controller, typed: &'a str) -> Result<Address<'a>> {
    let address = address(controller, typed);
    if address.is_real(&app.store) {
        Ok(address)
    } else {
        Err(Error::field("address", "error-suppression-address"))
    }
}

/// Is it on the list, and since when? The entry is written first and never names the address.
pub fn look_up(app: &App, actor: &Actor, controller: &Controller, typed: &str) -> Result<Vec<Stop>> {
    let address = real(app, controller, typed)?;
    app.store.write(actor, |tx| {
        let facts =
            serde_json::json!({ "what": "asked", "kind": address.kind, "controller": controller.slug });
        suppressions::note(tx, facts)?;
        Ok(suppressions::history(tx.store, tx.db, &address)?)
    })
}

/// Puts an address on the list, for a reason. `false`: it stood there already.
pub fn add(app: &App, actor: &Actor, controller: &Controller, typed: &str, reason: &str) -> Result<bool> {
    let address = real(app, controller, typed)?;
    let reason = said(reason)?;
    app.store.write(actor, |tx| Ok(suppressions::add(tx, &address, Origin::Desk, Some(reason))?))
}

/// Takes an address off the list: the person asked for marketing again, and where that stands.
pub fn lift(app: &App, actor: &Actor, controller: &Controller, typed: &str, reason: &str) -> Result<()> {
    let address = real(app, controller, typed)?;
    let reason = said(reason)?;
    let lifted = app.store.write(actor, |tx| Ok::<_, Error>(suppressions::lift(tx, &address, reason)?));
    match lifted {
        Err(Error::NotFound) => Err(Error::field("address", "error-suppression-not_on")),
        other => other,
    }
}

fn said(reason: &str) -> Result<&str> {
    match reason.trim() {
        "" => Err(Error::field("reason", "error-staff-reason")),
        reason => Ok(reason),
    }
}

/// Those of many addresses that are on the list, in order: for systems that are about to send. One
/// entry for the whole question.
pub fn among<'a>(
    app: &App,
    controller: &Controller,
    addresses: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<&'a str>> {
    app.store.write(&Actor::System, |tx| {
        let (mut asked, mut found) = (0u64, Vec::new());
        for typed in addresses {
            asked += 1;
            if suppressions::is_on(tx.store, tx.db, &address(controller, typed))? {
                found.push(typed);
            }
        }
        let facts = serde_json::json!({
            "what": "checked", "controller": controller.slug, "asked": asked, "found": found.len(),
        });
        suppressions::note(tx, facts)?;
        Ok(found)
    })
}
