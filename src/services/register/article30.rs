//! The record of processing activities (art. 30), for a supervisory authority that asks for it: one
//! part for what we decide ourselves (art. 30(1)), one for what we do for others (art. 30(2)).

use super::in_force;
use crate::domain::finding::Texts;
use crate::domain::language::Lang;
use crate::domain::register::{Activity, ContactPoint, Register};
use crate::services::app::{App, Controller};
use crate::services::article15::country;
use crate::services::error::{Error, Result};
use crate::store::register;
use crate::words;
use chrono::NaiveDate;
use serde::Serialize;

/// The schema of the JSON form.
pub const SCHEMA: &str = include_str!("indsigt-article-30-1.schema.json");

/// The record of one controller. The letters are those of art. 30.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    /// Always `indsigt-article-30`.
    pub format: &'static str,
    /// Always 1.
    pub version: u32,
    /// Language of the texts.
    pub language: Lang,
    /// The day it was written.
    pub made_on: NaiveDate,
    /// What it was taken from.
    pub register: Source,
    /// (1)(a), (2)(a).
    pub controller: Party,
    /// (1)(a), (2)(a): officer or person responsible, deputies, representative.
    pub contacts: Vec<Contact>,
    /// (1)(a): joint controllers.
    pub joint_controllers: Vec<Party>,
    /// (1)
    pub as_controller: Vec<Processing>,
    /// (2)
    pub as_processor: Vec<Service>,
}

/// The version of the register.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Name.
    pub name: String,
    /// Version.
    pub version: i64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// A legal entity.
#[derive(Debug, Clone, Serialize)]
pub struct Party {
    /// Legal name.
    pub name: String,
    /// Registration number.
    pub number: Option<String>,
    /// Country, by its code.
    pub country: Option<String>,
    /// How it is reached.
    pub contact: Option<String>,
}

/// Somebody to turn to.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// What they are.
    pub role: String,
    /// Name or function.
    pub name: String,
    /// How they are reached.
    pub contact: String,
}

/// A recipient.
#[derive(Debug, Clone, Serialize)]
pub struct Given {
    /// Name.
    pub name: String,
    /// What it is to us.
    pub category: String,
    /// What it does.
    pub does: String,
    /// Country, by its code.
    pub country: String,
    /// What binds it.
    pub agreement: String,
}

/// A transfer out of the EU/EEA.
#[derive(Debug, Clone, Serialize)]
pub struct Abroad {
    /// Recipient.
    pub recipient: String,
    /// Country, by its code.
    pub country: String,
    /// Why it is allowed.
    pub safeguard: String,
    /// Whether that holds on the day of the record.
    pub is_valid: bool,
}

/// An activity we are controller of.
#[derive(Debug, Clone, Serialize)]
pub struct Processing {
    /// Code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// (b)
    pub purposes: String,
    /// Legal grounds; not asked for by art. 30.
    pub grounds: Vec<String>,
    /// (c) people.
    pub subjects: Vec<String>,
    /// (c) data.
    pub categories: Vec<String>,
    /// (d)
    pub recipients: Vec<Given>,
    /// (e)
    pub transfers: Vec<Abroad>,
    /// (f)
    pub time_limits: Vec<String>,
    /// (g)
    pub measures: Vec<String>,
}

/// An activity we carry out for others.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    /// Code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// (a) on whose behalf.
    pub controllers: Vec<Party>,
    /// (b) categories of processing.
    pub processing: String,
    /// (c)
    pub transfers: Vec<Abroad>,
    /// (d)
    pub measures: Vec<String>,
}

/// The record of a controller as its register stands today.
///
/// # Errors
/// [`Error::NotFound`] while it has no register.
pub fn record(app: &App, controller: &Controller, lang: Lang) -> Result<Record> {
    let stored = app.store.look(|db| register::current(db, &controller.slug))?.ok_or(Error::NotFound)?;
    let register = in_force(app, controller)?;
    let today = app.store.clock.now().with_timezone(&controller.rules.zone).date_naive();
    let reader = Reader { register: &register, lang, today };
    let (ours, others): (Vec<_>, Vec<_>) =
        register.activities_of(&controller.slug).partition(|one| one.is_ours());
    Ok(Record {
        format: "indsigt-article-30",
        version: 1,
        language: lang,
        made_on: today,
        register: Source {
            name: stored.register.name.clone(),
            version: stored.version,
            sha256: stored.sha256.clone(),
        },
        controller: Party {
            name: controller.legal_name.clone(),
            number: controller.number.clone(),
            country: Some(controller.rules.country.code().to_owned()),
            contact: lines([&controller.address, &controller.phone, &controller.email]),
        },
        contacts: register.contact.iter().map(|one| reader.contact(one)).collect(),
        joint_controllers: reader.joint(&ours),
        as_controller: ours.iter().map(|one| reader.processing(one)).collect(),
        as_processor: others.iter().map(|one| reader.service(one)).collect(),
    })
}

fn lines<const N: usize>(parts: [&Option<String>; N]) -> Option<String> {
    let filled: Vec<&str> =
        parts.into_iter().flatten().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    (!filled.is_empty()).then(|| filled.join("\n"))
}

struct Reader<'a> {
    register: &'a Register,
    lang: Lang,
    today: NaiveDate,
}

impl Reader<'_> {
    /// The text in the language of the record, else in any: the authority gets all there is.
    fn text(&self, texts: &Texts) -> String {
        texts.get(&self.lang).or_else(|| texts.values().next()).cloned().unwrap_or_default()
    }

    fn say(&self, id: String) -> String {
        words::text(self.lang, &id, &[])
    }

    fn contact(&self, one: &ContactPoint) -> Contact {
        let ways = [&one.email, &one.phone, &one.postal].map(|way| way.trim());
        Contact {
            role: self.say(format!("register-contact-{}", one.kind)),
            name: one.name.clone(),
            contact: ways.into_iter().filter(|way| !way.is_empty()).collect::<Vec<_>>().join("\n"),
        }
    }

    fn joint(&self, ours: &[&Activity]) -> Vec<Party> {
        let named = |code: &String| ours.iter().any(|activity| activity.joint.contains(code));
        let joint = self.register.joint.iter().filter(|one| named(&one.code));
        joint
            .map(|one| Party {
                name: one.name.clone(),
                number: Some(one.number.clone()).filter(|number| !number.is_empty()),
                country: Some(one.country.clone()),
                contact: Some(one.contact.clone()),
            })
            .collect()
    }

    fn processing(&self, one: &Activity) -> Processing {
        let register = self.register;
        let subjects =
            one.subjects.iter().filter_map(|code| register.subject.iter().find(|s| s.code == *code));
        let categories = one.categories.iter().filter_map(|code| register.category(code));
        let recipients = one.recipients.iter().filter_map(|code| register.recipient(code));
        Processing {
            code: one.code.clone(),
            name: self.text(&one.label),
            purposes: self.text(&one.purposes),
            grounds: one
                .basis
                .iter()
                .map(|basis| {
                    let six = self.say(format!("register-article_6-{}", basis.article_6));
                    let nine = basis.article_9.map(|nine| self.say(format!("register-article_9-{nine}")));
                    let parts =
                        [Some(six), nine, Some(self.text(&basis.words)).filter(|text| !text.is_empty())];
                    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
                })
                .collect(),
            subjects: subjects.map(|subject| self.text(&subject.label)).collect(),
            categories: categories.map(|category| self.text(&category.label)).collect(),
            recipients: recipients
                .map(|known| Given {
                    name: known.name.clone(),
                    category: self.say(format!("register-recipient-{}", known.kind)),
                    does: self.text(&known.does),
                    country: known.country.clone(),
                    agreement: self.say(format!("register-agreement-{}", known.agreement)),
                })
                .collect(),
            transfers: self.transfers(one),
            time_limits: register.rules_of(one).iter().map(|rule| self.text(&rule.label)).collect(),
            measures: self.measures(one),
        }
    }

    fn service(&self, one: &Activity) -> Service {
        // an activity that names no customer is done for all of them
        let is_for = |code: &String| one.customers.is_empty() || one.customers.contains(code);
        let customers = self.register.customer.iter().filter(|customer| is_for(&customer.code));
        Service {
            code: one.code.clone(),
            name: self.text(&one.label),
            controllers: customers
                .map(|customer| Party {
                    name: customer.name.clone(),
                    number: Some(customer.number.clone()).filter(|number| !number.is_empty()),
                    country: Some(customer.country.clone()),
                    contact: lines([
                        &Some(customer.postal.clone()),
                        &Some(customer.phone.clone()),
                        &Some(customer.email.clone()),
                    ]),
                })
                .collect(),
            processing: self.text(&one.purposes),
            transfers: self.transfers(one),
            measures: self.measures(one),
        }
    }

    fn transfers(&self, one: &Activity) -> Vec<Abroad> {
        let recipients = one.recipients.iter().filter_map(|code| self.register.recipient(code));
        recipients
            .flat_map(|known| self.register.transfers_to(&known.code).map(move |transfer| (known, transfer)))
            .map(|(known, transfer)| Abroad {
                recipient: known.name.clone(),
                country: transfer.country.clone(),
                safeguard: self.say(format!("register-mechanism-{}", transfer.mechanism)),
                is_valid: !transfer.is_lapsed(self.today),
            })
            .collect()
    }

    fn measures(&self, one: &Activity) -> Vec<String> {
        let measures = one.measures.iter();
        let known = measures.filter_map(|code| self.register.measure.iter().find(|m| m.code == *code));
        known.map(|measure| self.text(&measure.words)).collect()
    }
}

impl Record {
    /// What a country of the record is called.
    pub fn country(&self, code: &str) -> String {
        country(self.language, code)
    }
}
