//! The organisation's notice of what it does with the data of people who ask (art. 13): what it needs
//! to be whole, and what stands in it. Taken from the settings and from the register.

use crate::domain::register::ContactKind;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::store::register;

codes! {
    /// What a controller has not said and the law wants told before a form is filled in.
    pub enum Gap {
        /// No postal address, mail address or phone (art. 13(1)(a)).
        Contact = "contact",
        /// Neither a contact person nor a data protection officer (art. 13(1)(b)).
        Person = "person",
    }
}

/// Whom to turn to about data protection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Whether they are a data protection officer.
    pub is_officer: bool,
    /// Name, function or address.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// Who data of a request goes to besides the controller itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whom to turn to; the register's first contact point, else the settings'.
    pub contact: Option<Contact>,
    /// Whether there is a register: recipients named in it are those of the organisation's own work.
    pub has_register: bool,
}

/// What is known about whom to turn to.
pub fn facts(app: &App, controller: &Controller) -> Result<Facts> {
    let stored = app.store.look(|db| Ok::<_, Error>(register::current(db, &controller.slug)?))?;
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let registered =
        stored.as_ref().and_then(|stored| stored.register.contact.first()).map(|point| Contact {
            is_officer: point.kind == ContactKind::Officer,
            name: point.name.clone(),
            email: filled(&point.email),
            phone: filled(&point.phone),
        });
    let configured = controller.contact_person.as_deref().and_then(filled).map(|name| Contact {
        is_officer: false,
        name,
        email: None,
        phone: None,
    });
    Ok(Facts { contact: registered.or(configured), has_register: stored.is_some() })
}

/// What is missing in the notice; with anything missing the form is not served.
pub fn gaps(controller: &Controller, facts: &Facts) -> Vec<Gap> {
    let has = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let can_be_reached = has(&controller.address) || has(&controller.email) || has(&controller.phone);
    let missing = [(Gap::Contact, !can_be_reached), (Gap::Person, facts.contact.is_none())];
    missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(gap, _)| gap).collect()
}

/// A sentence for whoever runs the installation, for each controller whose form is not served.
pub fn warnings(app: &App) -> Result<Vec<String>> {
    let mut said = Vec::new();
    for controller in app.controllers.all() {
        let missing: Vec<&str> = gaps(controller, &facts(app, controller)?)
            .into_iter()
            .map(|gap| match gap {
                Gap::Contact => "address, email or phone",
                Gap::Person => "contact_person (or a contact point in the register)",
            })
            .collect();
        if !missing.is_empty() {
            said.push(format!(
                "the form of {} is not served: its privacy notice lacks what art. 13 GDPR wants told. Set {}.",
                controller.slug,
                missing.join(" and ")
            ));
        }
    }
    Ok(said)
}

/// The version of the notice of the right to object, as the log names it: it changes with its words.
pub const OBJECT_TEXT: &str = "2026-11";
