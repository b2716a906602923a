//! A letter and its frame become subject, text and HTML. Strict: what is open is an error.
//!
//! A value is only ever put in, never read as a template. Mails that may go to an address nobody
//! has proven carry no name; mails with a code carry no reference and no link to the case.

use super::authority::AuthorityFacts;
use super::complete::{self, GapError};
use super::{blocks, fulfilment, templates};
use crate::domain::calendar::Country;
use crate::domain::fulfilment::Fulfilment;
use crate::domain::language::Lang;
use crate::domain::letter::{Letter, StaffMail};
use crate::domain::outcome::Outcome;
use crate::words;
use chrono::NaiveDate;
use minijinja::value::{Serde, Value};
use minijinja::{ErrorKind, context};
use serde::Serialize;
use std::collections::BTreeMap;

/// Who writes: the controller as every letter names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ControllerFacts {
    /// Legal name.
    pub legal_name: String,
    /// Company number with its kind: "CVR 12345678".
    pub number: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Contact address.
    pub email: Option<String>,
    /// Web address.
    pub web: Option<String>,
    /// Named contact person or data protection officer.
    pub contact_person: Option<String>,
}

/// What every letter carries besides its own facts.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Language of the case.
    pub lang: Lang,
    /// Who writes.
    pub controller: ControllerFacts,
    /// Case reference; left out of letters that carry a code.
    pub reference: Option<String>,
    /// The person's name; only an answer greets by name.
    pub person_name: String,
    /// Date of the letter, local.
    pub date: NaiveDate,
    /// Where the person can complain (art. 77 GDPR).
    pub authority: AuthorityFacts,
    /// The country whose law an appeal follows, when a public body writes.
    pub public_body: Option<Country>,
    /// The page where the case can be followed; it names neither reference nor code.
    pub status_link: String,
}

/// A finished letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Subject: no name, no right.
    pub subject: String,
    /// The whole letter as text.
    pub text: String,
    /// The same as a page that stands alone and prints.
    pub html: String,
    /// It shows reference and code together: hand it over on paper, never mail it.
    pub only_on_paper: bool,
}

/// Why a letter could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The letter lacks something the law or our promise wants in it.
    #[error(transparent)]
    Incomplete(#[from] GapError),
    /// The template asks for something the letter has not. Holds no value of the letter.
    #[error("the template {template} cannot be filled: {detail}")]
    Template {
        /// Name of the template.
        template: String,
        /// What and in which line.
        detail: String,
    },
}

/// Renders a letter to a person.
///
/// # Errors
/// [`RenderError::Incomplete`] for a letter that must not leave as it is,
/// [`RenderError::Template`] when template and letter do not fit.
pub fn render(letter: &Letter, frame: &Frame) -> Result<Rendered, RenderError> {
    complete::check(letter)?;
    let names = letter.names_reference();
    let names_authority = is_answer(letter)
        || matches!(
            letter,
            Letter::Extension { .. }
                | Letter::Lapsed { .. }
                | Letter::PauseKept { .. }
                | Letter::RestrictionEnds { .. }
        );
    if names_authority
        && (frame.authority.name.trim().is_empty() || frame.authority.address.trim().is_empty())
    {
        return Err(GapError::NoAuthority.into());
    }
    let reference = frame.reference.as_deref().map(one_line).filter(|_| names);
    if names && reference.is_none() {
        return Err(GapError::Empty("which case it is about").into());
    }
    let controller = tidy(&frame.controller);
    let name = one_line(&frame.person_name);
    let greeting = if is_answer(letter) && !name.is_empty() {
        words::text(frame.lang, "letter-greeting", &[("name", name.into())])
    } else {
        words::text(frame.lang, "letter-greeting_plain", &[])
    };
    let mut facts = facts(letter);
    more_facts(letter, frame, &mut facts)?;
    let status_link = (names && letter.is_to_person()).then(|| one_line(&frame.status_link));
    let mut links = links(&facts);
    links.extend(status_link.clone());
    facts.insert("lang".into(), frame.lang.code().into());
    facts.insert("controller".into(), Value::from(Serde(&controller)));
    facts.insert("authority".into(), Value::from(Serde(&frame.authority)));
    let follow = status_link.as_ref().map(|link| {
        let line = words::text(frame.lang, "letter-frame-follow", &[("link", link.into())]);
        blocks::pieces(&line, &links)
    });
    let outside = context! {
        lang => frame.lang.code(),
        controller => Value::from(Serde(&controller)),
        about => about(frame.lang, &controller),
        greeting => greeting,
        reference => reference,
        date => frame.date.to_string(),
        status_link => status_link,
        follow => Value::from(Serde(follow)),
    };
    let only_on_paper = matches!(
        letter,
        Letter::Receipt { code: Some(_), .. } | Letter::ComplaintReceived { code: Some(_), .. }
    );
    finish(frame.lang, letter.template(), facts, outside, &links, only_on_paper)
}

/// Whether a letter answers a request: it greets by name and says where one can complain.
fn is_answer(letter: &Letter) -> bool {
    matches!(letter, Letter::Answer { .. } | Letter::MarketingStopped { .. })
}

/// Renders a mail to staff: reference, days left, link.
///
/// # Errors
/// [`RenderError::Template`] when template and mail do not fit.
pub fn render_staff(mail: &StaffMail, lang: Lang) -> Result<Rendered, RenderError> {
    let mut facts = facts(mail);
    let mut links = links(&facts);
    if let StaffMail::OverdueDigest { rows } = mail {
        links.extend(rows.iter().map(|row| row.link.clone()));
    }
    facts.insert("lang".into(), lang.code().into());
    let outside = context! {
        lang => lang.code(), controller => (), about => (), greeting => (), reference => (), date => (),
        status_link => (), follow => (),
    };
    finish(lang, mail.template(), facts, outside, &links, false)
}

type Facts = BTreeMap<String, Value>;

fn finish(
    lang: Lang,
    name: &str,
    facts: Facts,
    outside: Value,
    links: &[String],
    only_on_paper: bool,
) -> Result<Rendered, RenderError> {
    let facts = Value::from(facts);
    let subject = one_line(&fill(&templates::subject(lang, name), facts.clone())?);
    let body = tidy_lines(&fill(&templates::body(lang, name), facts)?);
    let blocks = Value::from(Serde(blocks::cut(&body, links)));
    let whole = context! { subject => subject.clone(), body => body, blocks => blocks, ..outside };
    let text = tidy_lines(&fill("frame.txt", whole.clone())?) + "\n";
    let html = fill("frame.html", whole)?;
    Ok(Rendered { subject, text, html, only_on_paper })
}

fn fill(template: &str, facts: Value) -> Result<String, RenderError> {
    let made = templates::environment().get_template(template).and_then(|found| found.render(facts));
    made.map_err(|error| RenderError::Template { template: template.to_owned(), detail: describe(&error) })
}

/// What went wrong and where, without a value: only our own refusals and the name of an undefined
/// place are quoted, as other messages may repeat what was put in.
fn describe(error: &minijinja::Error) -> String {
    let line = error.line().unwrap_or_default();
    match (error.kind(), error.detail()) {
        (ErrorKind::InvalidOperation | ErrorKind::UndefinedError, Some(detail)) => {
            format!("{detail}, line {line}")
        }
        (kind, _) => format!("{kind}, line {line}"),
    }
}

/// The fields of a letter by name. Text is tidied: no control characters.
fn facts(letter: &impl Serialize) -> Facts {
    let fields = match serde_json::to_value(letter) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    fields
        .into_iter()
        .filter(|(name, _)| name != "letter")
        .map(|(name, value)| (name, Value::from(Serde(tidy_value(value)))))
        .collect()
}

/// What an answer needs besides its fields.
fn more_facts(letter: &Letter, frame: &Frame, facts: &mut Facts) -> Result<(), GapError> {
    let lang = frame.lang;
    if let Letter::Answer { outcome, grounds, record, burden, .. } = letter {
        let sentences: Vec<String> = grounds
            .iter()
            .map(|ground| complete::sentence(lang, ground).map(|text| one_line(&text)))
            .collect::<Result<_, _>>()?;
        facts.insert("grounds".into(), sentences.into());
        facts.insert("releases".into(), outcome.releases().into());
        let remedies = outcome.needs_grounds() || *outcome == Outcome::NoData;
        facts.insert("needs_remedies".into(), remedies.into());
        let appeal = frame.public_body.filter(|_| outcome.needs_grounds());
        let appeal = appeal.map(|country| fulfilment::appeal(lang, country, &frame.controller.legal_name));
        facts.insert("appeal".into(), appeal.unwrap_or_default().into());
        let done = record.as_deref().map(|record| fulfilment::done(lang, record, *outcome));
        facts.insert("done".into(), tidy_parts(done).into());
        let proof = burden.as_deref().map(|burden| fulfilment::proof(lang, burden));
        facts.insert("proof".into(), tidy_parts(proof).into());
        let says_backup = match record.as_deref() {
            Some(Fulfilment::Erasure(record)) => record.backup_until().is_some(),
            _ => false,
        };
        facts.insert("says_backup".into(), says_backup.into());
    }
    Ok(())
}

/// Paragraphs made of somebody's own words: no control characters.
fn tidy_parts(parts: Option<Vec<String>>) -> Vec<String> {
    let tidy = |part: String| part.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    parts.unwrap_or_default().into_iter().map(tidy).collect()
}

/// The links the program itself made: only these become links in the HTML.
fn links(facts: &Facts) -> Vec<String> {
    ["link", "confirm_link", "stop_link"]
        .iter()
        .filter_map(|name| facts.get(*name)?.as_str().map(str::to_owned))
        .collect()
}

/// Who writes, a line each.
fn about(lang: Lang, of: &ControllerFacts) -> Vec<String> {
    let first = [Some(of.legal_name.clone()), of.number.clone()];
    let contact = [of.contact_person.clone(), of.phone.clone(), of.email.clone()];
    let contact: Vec<String> = contact.into_iter().flatten().collect();
    let contact = (!contact.is_empty())
        .then(|| words::text(lang, "letter-frame-contact", &[("contact", contact.join(", ").into())]));
    let first: Vec<String> = first.into_iter().flatten().collect();
    [Some(first.join(", ")), of.address.clone(), contact, of.web.clone()].into_iter().flatten().collect()
}

fn tidy(of: &ControllerFacts) -> ControllerFacts {
    let line = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    ControllerFacts {
        legal_name: one_line(&of.legal_name),
        number: line(&of.number),
        address: line(&of.address.as_ref().map(|text| text.trim().replace('\n', ", "))),
        phone: line(&of.phone),
        email: line(&of.email),
        web: line(&of.web),
        contact_person: line(&of.contact_person),
    }
}

fn tidy_value(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        Json::String(text) => {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            Json::String(text.chars().filter(|c| *c == '\n' || !c.is_control()).collect())
        }
        Json::Array(items) => Json::Array(items.into_iter().map(tidy_value).collect()),
        Json::Object(fields) => Json::Object(fields.into_iter().map(|(k, v)| (k, tidy_value(v))).collect()),
        other => other,
    }
}

/// One line: breaks and control characters become single spaces. Hard spaces stay.
fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_control() || c == ' ' || c == '\u{2028}' || c == '\u{2029}');
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// No spaces at the ends of lines and never two blank lines in a row.
fn tidy_lines(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    for line in text.trim().lines().map(|line| line.trim_end_matches(' ')) {
        if !(line.is_empty() && done.ends_with("\n\n")) {
            done.push_str(line);
            done.push('\n');
        }
    }
    done.truncate(done.trim_end().len());
    done
}

#[cfg(test)]
#[path = "render_tests.rs"]
mod tests;
