//! Cases for the desk's tests, entered the way a colleague does.

use crate::support::house::{Colleague, House};
use indsigt::crypto::tokens;
use indsigt::domain::case::Intake;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::services::intake::{self, Entered, Submission};
use indsigt::services::signing;
use indsigt::services::uploads::Incoming;
use indsigt::store::cases::CaseWords;
use indsigt::store::staff;

/// A letter that came in.
pub struct Letter<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub received_on: &'a str,
    pub rights: &'a [Right],
    pub words: &'a str,
    pub about_staff: Option<&'a str>,
    pub is_protected: bool,
    pub file: Option<(&'a str, &'a [u8])>,
}

impl Default for Letter<'_> {
    fn default() -> Self {
        Letter {
            name: "Luna Eksempel",
            email: None,
            phone: None,
            received_on: "2026-03-02",
            rights: &[Right::Access],
            words: "Vis mig alt.",
            about_staff: None,
            is_protected: false,
            file: None,
        }
    }
}

/// Enters it; gives the case's id.
pub fn enter(house: &House, colleague: &Colleague, letter: Letter<'_>) -> String {
    let app = &house.app;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &colleague.id)).unwrap());
    let begun = intake::begin(app).unwrap();
    let file = letter.file.and_then(|(name, bytes)| {
        let mut incoming = Incoming::begin(app, &begun.key, name).unwrap();
        incoming.chunk(bytes).unwrap();
        incoming.finish().unwrap()
    });
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let submission = Submission {
        controller: app.controllers.by_slug("musik").unwrap(),
        lang: Lang::Da,
        rights: letter.rights.to_vec(),
        unsure: false,
        person: Person {
            name: letter.name.into(),
            email: owned(letter.email),
            phone: owned(letter.phone),
            postal: Some("Prøvevej 1\n0000 Demoby".into()),
            other_ids: None,
        },
        words: CaseWords { about: letter.words.into(), ..CaseWords::default() },
        file,
    };
    let received_on = letter.received_on.parse().unwrap();
    let entered = Entered {
        intake: Intake::Letter,
        received_on,
        late_reason: Some("it lay in another department".into()),
        about_staff: owned(letter.about_staff),
        is_protected: letter.is_protected,
        is_printed: letter.email.is_none(),
        key: tokens::token().hash,
    };
    intake::enter(app, &actor, begun, submission, entered).unwrap().case_id
}
