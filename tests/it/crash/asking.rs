//! Somebody asks, without the web: the use case behind the form.

use indsigt::crypto::tokens;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::services::App;
use indsigt::services::intake::{self, FormKey, Opened, Submission, Submitted};
use indsigt::store::cases::CaseWords;

/// Somebody with this address asks the first controller for access.
pub fn ask(app: &App, email: &str) -> Opened {
    ask_as(app, email, "Ada Nilsson", "everything")
}

/// The same under this name, in these words.
pub fn ask_as(app: &App, email: &str, name: &str, about: &str) -> Opened {
    let submission = Submission {
        controller: app.controllers.all().first().unwrap(),
        lang: Lang::En,
        rights: vec![Right::Access],
        unsure: false,
        person: Person { name: name.into(), email: Some(email.into()), ..Person::default() },
        words: CaseWords { about: about.into(), ..CaseWords::default() },
        file: None,
    };
    send(app, submission, email)
}

/// Sends a form as it is, from this network address.
pub fn send(app: &App, submission: Submission<'_>, from: &str) -> Opened {
    let form = FormKey {
        key: tokens::token().hash,
        content: [1; 32],
        cookie_hash: tokens::token().hash,
        seal_receipt: Box::new(|_| Vec::new()),
        from: from.to_owned(),
    };
    match intake::submit(app, intake::begin(app).unwrap(), submission, form).unwrap() {
        Submitted::Opened(opened) => *opened,
        Submitted::Before => panic!("a new form was taken for an old one"),
    }
}
