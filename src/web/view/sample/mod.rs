//! One made-up model of every page, and of the states that look different. Invented people only.

mod answers;
mod belonging;
pub(crate) mod desk;
mod doors;
mod keeping;
mod letters;
mod public;
mod record;
mod register;
mod steps;
mod stops;
mod waiting;

use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::web::view::shell::{Desk, Door, Organisation, Place, Shell};
use crate::web::view::{Moment, Page};
use chrono::NaiveDate;
use minijinja::value::{Serde, Value};

/// A page filled in.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) template: &'static str,
    pub(crate) model: Value,
}

pub(crate) fn sample<P: Page>(name: &'static str, page: P) -> Sample {
    Sample { name, template: P::TEMPLATE, model: Value::from(Serde(&page)) }
}

pub(crate) fn all() -> Vec<Sample> {
    let mut all = public::all();
    all.extend(desk::all());
    all.extend(stops::all());
    all.extend(record::pages());
    all.extend(register::all());
    all
}

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn at(text: &str) -> Moment {
    Moment::parse_from_rfc3339(text).expect("an instant")
}

fn shell() -> Shell {
    Shell {
        brand: "Nordlys Handel A/S".into(),
        home: "/o/nordlys".into(),
        languages: Shell::languages("/o/nordlys", Lang::ALL),
        organisation: Some(Organisation {
            name: "Nordlys Handel A/S".into(),
            country: "DK".into(),
            number: Some("00000000".into()),
            address: "Eksempelvej 1, 0000 Demoby".into(),
            email: "privatliv@nordlys.example".into(),
            phone: Some("00 00 00 00".into()),
            hours: Some("9–15".into()),
            privacy_notice: Some("https://nordlys.example/privatliv".into()),
            dpo: Some("mailto:dpo@nordlys.example".into()),
            contact: Some("Mette Holm".into()),
            accent: None,
        }),
        demo: true,
    }
}

fn desk(here: Place) -> Desk {
    Desk {
        brand: "Nordlys Handel".into(),
        name: "Maja Demo".into(),
        roles: vec![Role::Caseworker, Role::Officer],
        sees_cases: true,
        sees_register: true,
        csrf: "token".into(),
        here,
        query: String::new(),
        dead_letters: 1,
        demo: true,
        notices: vec![],
    }
}

fn door() -> Door {
    Door {
        brand: "Nordlys Handel".into(),
        demo: true,
        languages: Shell::languages("/desk/sign-in", Lang::ALL),
        csrf: "token".into(),
    }
}
