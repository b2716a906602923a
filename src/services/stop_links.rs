//! Links that stop marketing with one press (art. 21(5), 7(3)): made for those who send, pressed by
//! people or by their mail program (RFC 8058). What is in a link was sealed by us.

use crate::crypto::stops::{AddressKind, Links, StopLink};
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::language::Lang;
use crate::domain::normalise;
use crate::domain::person::Person;
use crate::domain::right::Right;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::intake::{self, Submission};
use crate::services::{limits, suppression};
use crate::store::cases::CaseWords;
use crate::store::suppressions::{self, Origin};
use crate::words;

/// The rights a link can use: those that need no proof of who somebody is and cannot be refused.
pub const RIGHTS: &[Right] = &[Right::MarketingObjection, Right::ConsentWithdrawal];

/// A link for this address. `None` when it is no mail address.
///
/// # Errors
/// It cannot be sealed: a mistake in the program.
pub fn make(
    app: &App,
    controller: &Controller,
    right: Right,
    email: &str,
    lang: Option<Lang>,
) -> Result<Option<String>> {
    let Some(email) = normalise::mail_address(email) else { return Ok(None) };
    let link =
        StopLink { right: right.code().to_owned(), email, lang: lang.map(|lang| lang.code().to_owned()) };
    let token = Links::new(app.store.secrets.stop_links())
        .seal(&controller.slug, &link)
        .map_err(|why| Error::Broken(format!("a stop link: {why}")))?;
    Ok(Some(app.link(&["o", &controller.slug, "stop", &token])))
}

/// What a link is about, read without doing anything.
pub struct Link {
    /// The right.
    pub right: Right,
    /// The address, of which the page shows the beginning only.
    pub email: String,
    /// The language of the mail it came with, if the sender said so.
    pub lang: Option<Lang>,
}

/// Reads a link. [`Error::NotFound`] when it is none of ours, of another controller, or changed.
pub fn read(app: &App, controller: &Controller, token: &str) -> Result<Link> {
    let links = Links::new(app.store.secrets.stop_links());
    let link = links.open(&controller.slug, token).map_err(|_| Error::NotFound)?;
    let right =
        Right::from_code(&link.right).filter(|right| RIGHTS.contains(right)).ok_or(Error::NotFound)?;
    let lang =
        link.lang.as_deref().and_then(Lang::from_code).filter(|lang| controller.languages.contains(lang));
    Ok(Link { right, email: link.email, lang })
}

/// What became of a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// It is stopped, and a case stands for it.
    Stopped {
        /// Reference of the case.
        reference: String,
    },
    /// It was stopped before: nothing is new.
    Before,
}

/// Somebody pressed: the address is on the suppression list at once, and a case is opened that staff
/// finish. The same address pressed again, by whatever link, makes no second one.
pub fn press(app: &App, controller: &Controller, token: &str, lang: Lang, from: &str) -> Result<Pressed> {
    let link = match read(app, controller, token) {
        Ok(link) => link,
        Err(error) => {
            app.store.write(&Actor::System, |tx| limits::count(tx, limits::OPENINGS, from))?;
            return Err(error);
        }
    };
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::STOP_LINKS, from))?;
    let address = suppression::address(controller, &link.email);
    let history = app.store.look(|db| Ok::<_, Error>(suppressions::history(&app.store, db, &address)?))?;
    let is_on = history.first().is_some_and(|stop| stop.lifted.is_none());
    if is_on && link.right == Right::MarketingObjection {
        return Ok(Pressed::Before);
    }
    // an address that was taken off the list since may be stopped again by the same link
    let lifted = history.iter().filter(|stop| stop.lifted.is_some()).count();
    let form = normalise::mail(&link.email).unwrap_or_default();
    let scope = format!("stop link/{}/{}/{lifted}", controller.id, link.right);
    let key = tokens::code_hash(app.store.secrets.stop_links(), &scope, &form);
    let submission = Submission {
        controller,
        lang,
        rights: vec![link.right],
        unsure: false,
        person: Person { email: Some(link.email.clone()), ..Person::default() },
        words: CaseWords {
            about: words::text(lang, &format!("stop-words-{}", link.right), &[]),
            ..CaseWords::default()
        },
        file: None,
    };
    let opened = intake::pressed(app, &submission, key, |tx| {
        debug_assert_eq!(address.kind, AddressKind::Email);
        suppressions::add(tx, &address, Origin::Link, None)?;
        Ok(())
    })?;
    Ok(opened.map_or(Pressed::Before, |opened| Pressed::Stopped { reference: opened.reference }))
}
