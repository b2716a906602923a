//! The form that enters a case: what was typed, what has to be mended, what it becomes.

use crate::domain::case::Intake;
use crate::domain::deadline;
use crate::domain::language::Lang;
use crate::domain::normalise;
use crate::domain::person::{Contact, Person, Representative, RepresentativeKind};
use crate::domain::right::Right;
use crate::services::app::Controller;
use crate::services::{Error, Result};
use crate::store::cases::CaseWords;
use crate::web::form::Fields;
use crate::web::state::Web;
use crate::web::steps;
use crate::web::view::Said;
use crate::web::view::desk::enter::EnterDate;
use crate::web::view::parts::FieldError;
use chrono::{Days, NaiveDate};

/// What was received longer ago than this needs a reason.
const LATE_DAYS: u64 = 30;
/// Longest name, address or number.
const LONG: usize = 500;
/// Longest text.
const LONGEST: usize = 20_000;

/// The form, read.
pub(super) struct Form {
    pub(super) intake: Option<Intake>,
    pub(super) received_on: Option<NaiveDate>,
    pub(super) rights: Vec<Right>,
    pub(super) lang: Lang,
    pub(super) person: Person,
    pub(super) words: CaseWords,
    pub(super) late_reason: Option<String>,
    pub(super) about_staff: Option<String>,
    pub(super) is_protected: bool,
    pub(super) is_printed: bool,
    pub(super) errors: Vec<FieldError>,
}

/// The organisation the form names.
pub(super) fn controller<'a>(web: &'a Web, fields: &Fields) -> Result<&'a Controller> {
    match fields.one("controller") {
        "" => web.app.controllers.all().first().ok_or(Error::NotFound),
        slug => web.app.controllers.by_slug(slug),
    }
}

/// Reads the form and notes, field by field, what has to be mended.
pub(super) fn read(fields: &Fields, controller: &Controller, today: NaiveDate) -> Form {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, said: Said| errors.push(FieldError::new(field, said));
    let intake = Intake::from_code(fields.one("channel")).filter(|intake| *intake != Intake::Form);
    if intake.is_none() {
        wrong("channel", Said::new("error-staff-channel"));
    }
    let received_on = fields.date("received_on");
    let late_reason = fields.filled("late_reason");
    match received_on {
        None if fields.one("received_on").trim().is_empty() => {
            wrong("received_on", Said::new("error-staff-received"))
        }
        None => wrong("received_on", Said::new("error-date-unreal")),
        Some(on) if on > today => wrong("received_on", Said::new("error-date-future")),
        Some(on) if on + Days::new(LATE_DAYS) < today && late_reason.is_none() => {
            wrong("late_reason", Said::new("error-date-old"));
        }
        Some(_) => {}
    }
    let name = fields.filled("name").unwrap_or_default();
    if name.is_empty() {
        wrong("name", Said::new("error-name-empty"));
    }
    let email = fields.filled("email");
    let rep_email = fields.filled("rep_email");
    for (field, email) in [("email", &email), ("rep_email", &rep_email)] {
        if email.as_deref().is_some_and(|email| normalise::mail_address(email).is_none()) {
            wrong(field, Said::new("error-email-part"));
        }
    }
    let of_representative = ["rep_name", "rep_email", "rep_phone", "rep_address"];
    let of_person = ["name", "email", "phone", "address", "other_ids", "late_reason"];
    for field in of_person.into_iter().chain(of_representative) {
        if fields.one(field).chars().count() > LONG {
            wrong(field, Said::new("error-too-long"));
        }
    }
    if fields.one("words").chars().count() > LONGEST {
        wrong("words", Said::new("error-too-long"));
    }
    let rights: Vec<Right> = fields.all("right").into_iter().filter_map(Right::from_code).collect();
    if rights.is_empty() {
        wrong("right", Said::new("error-rights-none"));
    }
    let kind = RepresentativeKind::from_code(fields.one("kind")).filter(|kind| kind.is_asked());
    let rep_name = fields.filled("rep_name");
    if kind.is_some() && rep_name.is_none() {
        wrong("rep_name", Said::new("error-name-empty"));
    }
    if kind.is_none() && rep_name.is_some() {
        wrong("kind", Said::new("error-who-none"));
    }
    let contact = Contact {
        email: rep_email,
        phone: fields.filled("rep_phone"),
        postal: fields.filled("rep_address").map(|text| text.replace("\r\n", "\n")),
    };
    let representative = kind.zip(rep_name).map(|(kind, name)| Representative { name, kind, contact });
    let is_printed = fields.one("receipt") == "print";
    let (mail_field, mail) = match &representative {
        Some(one) => ("rep_email", &one.contact.email),
        None => ("email", &email),
    };
    if !is_printed && mail.is_none() && fields.has("receipt") {
        wrong(mail_field, Said::new("error-receipt-mail"));
    }
    let asked = Lang::from_code(fields.one("language"));
    let offered = |lang: &Lang| controller.languages.contains(lang);
    let lang = asked.filter(offered).or_else(|| controller.languages.first().copied()).unwrap_or(Lang::En);
    Form {
        intake,
        received_on,
        rights,
        lang,
        person: Person {
            name,
            email,
            phone: fields.filled("phone"),
            postal: fields.filled("address").map(|text| text.replace("\r\n", "\n")),
            other_ids: fields.filled("other_ids"),
        },
        words: CaseWords {
            about: fields.filled("words").unwrap_or_default().replace("\r\n", "\n"),
            details: String::new(),
            representative,
            entered_reason: late_reason.clone(),
        },
        late_reason,
        about_staff: fields.filled("about_staff"),
        is_protected: fields.one("protected") == "yes",
        is_printed,
        errors,
    }
}

/// The date a received day leads to: the soonest of the rights chosen, access while there is none.
pub(super) fn answer_by(
    form: &Form,
    controller: &Controller,
    today: NaiveDate,
    lang: Lang,
) -> Option<EnterDate> {
    let received_on = form.received_on.filter(|on| *on <= today)?;
    let rules = &controller.rules;
    let act_by = |right: &Right| deadline::dates(rules, *right, received_on, &[], None).act_by_on;
    let right = form.rights.iter().copied().min_by_key(act_by).unwrap_or(Right::Access);
    let on = act_by(&right);
    let told = deadline::explain(rules, right, received_on, &[], None);
    Some(EnterDate { on, days: (on - today).num_days(), sums: steps::sums(&told, lang) })
}
