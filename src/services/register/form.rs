//! What the entries of a register are made of: one description of their fields, from which every
//! form is drawn and read. A new field of the register is one line here.

use crate::domain::finding::LegalGround;
use crate::domain::grounds;
use crate::domain::language::Lang;
use crate::domain::register::{
    Agreement, ContactKind, Disposal, Mechanism, RecipientKind, Register, Role, SpecialGround, StartEvent,
};
use crate::services::error::{Error, FieldProblem, Result};
use serde_json::{Map, Value};

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line.
    Line,
    /// A text in every language of the register.
    Texts,
    /// One of these codes; the word of a code is the prefix and the code.
    Choice(fn() -> Vec<&'static str>, &'static str),
    /// One entry of another section.
    Code(&'static str),
    /// Entries of another section.
    Codes(&'static str),
    /// Controllers of the installation.
    Controllers,
    /// Languages.
    Languages,
    /// Lines, each a value.
    Lines,
    /// A date.
    Date,
    /// Yes or no.
    YesNo,
    /// A number.
    Number,
    /// Years, months and days.
    Period,
    /// Fields that are there together or not at all.
    Group(&'static [Field]),
    /// As many of these as are filled in, by the first field.
    Rows(&'static [Field]),
}

/// A field of an entry.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name in the register.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the entry cannot be without it.
    pub needed: bool,
}

const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: true }
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: false }
}

macro_rules! choice {
    ($codes:ty, $words:literal) => {
        Kind::Choice(|| <$codes>::ALL.iter().map(|one| one.code()).collect(), $words)
    };
}

fn keeping_grounds() -> Vec<&'static str> {
    let erasure = |ground: &&grounds::Ground| ground.article.starts_with("17(3)");
    grounds::ALL.iter().filter(erasure).map(|ground| ground.code).collect()
}

/// The sections in the order in which they are shown.
pub const SECTIONS: &[&str] = &[
    "activity",
    "recipient",
    "transfer",
    "retention",
    "category",
    "subject",
    "product",
    "customer",
    "joint",
    "contact",
    "measure",
    "policy",
];

const REGISTER: &[Field] = &[
    must("controllers", Kind::Controllers),
    must("languages", Kind::Languages),
    may("backup_days", Kind::Number),
];
const NEW: &[Field] = &[
    must("name", Kind::Line),
    must("controllers", Kind::Controllers),
    must("languages", Kind::Languages),
    may("backup_days", Kind::Number),
];
const CONTACT: &[Field] = &[
    must("code", Kind::Line),
    must("kind", choice!(ContactKind, "register-contact-")),
    must("name", Kind::Line),
    may("email", Kind::Line),
    may("phone", Kind::Line),
    may("postal", Kind::Line),
];
const JOINT: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    may("number", Kind::Line),
    must("country", Kind::Line),
    must("arrangement", Kind::Texts),
    must("contact", Kind::Line),
];
const CUSTOMER: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    may("number", Kind::Line),
    must("country", Kind::Line),
    may("email", Kind::Line),
    may("phone", Kind::Line),
    may("postal", Kind::Line),
    must("agreement", Kind::Line),
    must("may_be_named", Kind::YesNo),
];
const LABELLED: &[Field] = &[must("code", Kind::Line), must("label", Kind::Texts)];
const CATEGORY: &[Field] = &[
    must("code", Kind::Line),
    must("label", Kind::Texts),
    must("personal_number", Kind::YesNo),
    must("special", Kind::YesNo),
    must("likeness", Kind::YesNo),
    must("online", Kind::YesNo),
];
const RECIPIENT: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    must("kind", choice!(RecipientKind, "register-recipient-")),
    must("does", Kind::Texts),
    must("country", Kind::Line),
    must("agreement", choice!(Agreement, "register-agreement-")),
    may("email", Kind::Line),
];
const TRANSFER: &[Field] = &[
    must("code", Kind::Line),
    must("recipient", Kind::Code("recipient")),
    must("country", Kind::Line),
    must("mechanism", choice!(Mechanism, "register-mechanism-")),
    may("from", Kind::Date),
    may("until", Kind::Date),
    may("words", Kind::Texts),
];
const RETENTION: &[Field] = &[
    must("code", Kind::Line),
    must("label", Kind::Texts),
    must("starts", choice!(StartEvent, "register-starts-")),
    may("period", Kind::Period),
    must("running_year", Kind::YesNo),
    may("basis", Kind::Texts),
    may("ground", Kind::Choice(keeping_grounds, "register-ground-")),
    may("precedence", Kind::Number),
    must("then", choice!(Disposal, "register-then-")),
];
const MEASURE: &[Field] = &[must("code", Kind::Line), must("words", Kind::Texts)];
const POLICY: &[Field] = &[must("version", Kind::Line), must("from", Kind::Date), may("address", Kind::Line)];
const BASIS: &[Field] = &[
    must("article_6", choice!(LegalGround, "register-article_6-")),
    may("article_9", choice!(SpecialGround, "register-article_9-")),
    may("words", Kind::Texts),
];
const AUTOMATED: &[Field] =
    &[must("decides", Kind::YesNo), must("logic", Kind::Texts), must("significance", Kind::Texts)];
const ACTIVITY: &[Field] = &[
    must("code", Kind::Line),
    must("label", Kind::Texts),
    must("role", choice!(Role, "register-role-")),
    must("purposes", Kind::Texts),
    may("controllers", Kind::Controllers),
    may("basis", Kind::Rows(BASIS)),
    may("subjects", Kind::Codes("subject")),
    may("categories", Kind::Codes("category")),
    may("source", Kind::Texts),
    may("recipients", Kind::Codes("recipient")),
    may("retention", Kind::Codes("retention")),
    may("measures", Kind::Codes("measure")),
    may("systems", Kind::Lines),
    may("products", Kind::Codes("product")),
    may("customers", Kind::Codes("customer")),
    may("joint", Kind::Codes("joint")),
    must("marketing", Kind::YesNo),
    must("made_public", Kind::YesNo),
    may("automated", Kind::Group(AUTOMATED)),
    may("nothing_held", Kind::Texts),
    may("not_identifiable", Kind::Texts),
    may("self_service", Kind::Texts),
];

/// The fields of a section; `register` is the register as a whole, `new` one that is not there yet.
///
/// # Errors
/// [`Error::NotFound`] for a section there is not.
pub fn fields(section: &str) -> Result<&'static [Field]> {
    Ok(match section {
        "register" => REGISTER,
        "new" => NEW,
        "contact" => CONTACT,
        "joint" => JOINT,
        "customer" => CUSTOMER,
        "product" | "subject" => LABELLED,
        "category" => CATEGORY,
        "recipient" => RECIPIENT,
        "transfer" => TRANSFER,
        "retention" => RETENTION,
        "measure" => MEASURE,
        "policy" => POLICY,
        "activity" => ACTIVITY,
        _ => return Err(Error::NotFound),
    })
}

/// The field an entry of a section is named by.
pub fn key_of(section: &str) -> &'static str {
    if section == "policy" { "version" } else { "code" }
}

/// A register as plain values, as its forms see it.
pub type Entry = Map<String, Value>;

fn whole(register: &Register) -> Result<Entry> {
    match serde_json::to_value(register) {
        Ok(Value::Object(whole)) => Ok(whole),
        Ok(_) => Err(Error::Broken("a register is no object".into())),
        Err(error) => Err(Error::Broken(format!("register: {error}"))),
    }
}

/// The entries of a section, in the order of the register.
pub fn entries(register: &Register, section: &str) -> Result<Vec<Entry>> {
    let mut whole = whole(register)?;
    if section == "register" {
        return Ok(vec![whole]);
    }
    let Some(Value::Array(all)) = whole.remove(section) else { return Ok(Vec::new()) };
    Ok(all
        .into_iter()
        .filter_map(|one| if let Value::Object(one) = one { Some(one) } else { None })
        .collect())
}

/// The code of an entry.
pub fn code(section: &str, entry: &Entry) -> String {
    entry.get(key_of(section)).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// One entry.
///
/// # Errors
/// [`Error::NotFound`].
pub fn entry(register: &Register, section: &str, wanted: &str) -> Result<Entry> {
    let mut all = entries(register, section)?.into_iter();
    let is_it = |one: &Entry| section == "register" || code(section, one) == wanted;
    all.find(is_it).ok_or(Error::NotFound)
}

/// What an entry is called: its text in this language, its name, or its code.
pub fn title(section: &str, entry: &Entry, lang: Lang) -> String {
    let said = ["label", "words"].iter().find_map(|field| {
        let texts = entry.get(*field)?.as_object()?;
        texts.get(lang.code()).or_else(|| texts.values().next())?.as_str().map(str::to_owned)
    });
    let named = || entry.get("name").and_then(Value::as_str).map(str::to_owned);
    said.or_else(named).unwrap_or_else(|| code(section, entry))
}

/// The register with this entry in the place of the one called `old`, or added.
pub fn put(register: &Register, section: &str, old: Option<&str>, new: Entry) -> Result<Register> {
    let mut whole = whole(register)?;
    if section == "register" {
        for field in REGISTER {
            whole.remove(field.name);
        }
        whole.extend(new);
    } else {
        let mut all = entries(register, section)?;
        match all.iter_mut().find(|one| old.is_some_and(|old| code(section, one) == old)) {
            Some(place) => *place = new,
            None => all.push(new),
        }
        whole.insert(section.to_owned(), all.into_iter().map(Value::Object).collect());
    }
    from(whole)
}

/// The register without an entry.
pub fn without(register: &Register, section: &str, gone: &str) -> Result<Register> {
    let mut whole = whole(register)?;
    let all = entries(register, section)?.into_iter().filter(|one| code(section, one) != gone);
    whole.insert(section.to_owned(), all.map(Value::Object).collect());
    from(whole)
}

fn from(whole: Entry) -> Result<Register> {
    serde_json::from_value(Value::Object(whole))
        .map_err(|error| Error::Broken(format!("a register from its form: {error}")))
}

/// Where an entry is referred to: section, code of the entry that does, field.
pub fn uses(
    register: &Register,
    section: &str,
    wanted: &str,
) -> Result<Vec<(&'static str, String, &'static str)>> {
    let mut found = Vec::new();
    for other in SECTIONS {
        for field in fields(other)? {
            let leads_there = matches!(field.kind, Kind::Code(to) | Kind::Codes(to) if to == section);
            if !leads_there {
                continue;
            }
            for one in entries(register, other)? {
                let names = match one.get(field.name) {
                    Some(Value::String(code)) => code == wanted,
                    Some(Value::Array(codes)) => codes.iter().any(|code| code.as_str() == Some(wanted)),
                    _ => false,
                };
                if names {
                    found.push((*other, code(other, &one), field.name));
                }
            }
        }
    }
    Ok(found)
}

/// What was typed: every value of a name.
pub type Typed<'a> = &'a dyn Fn(&str) -> Vec<String>;

/// An entry as it was typed, with what cannot be read.
pub fn read(fields: &[Field], languages: &[Lang], typed: Typed<'_>) -> (Entry, Vec<FieldProblem>) {
    let mut problems = Vec::new();
    let entry = read_below("", fields, languages, typed, &mut problems);
    (entry, problems)
}

fn read_below(
    above: &str,
    fields: &[Field],
    languages: &[Lang],
    typed: Typed<'_>,
    problems: &mut Vec<FieldProblem>,
) -> Entry {
    let mut entry = Entry::new();
    for field in fields {
        let name = format!("{above}{}", field.name);
        if let Some(value) = value(&name, field, languages, typed, problems) {
            entry.insert(field.name.to_owned(), value);
        }
    }
    entry
}

fn value(
    name: &str,
    field: &Field,
    languages: &[Lang],
    typed: Typed<'_>,
    problems: &mut Vec<FieldProblem>,
) -> Option<Value> {
    let one = |name: &str| typed(name).first().map(|text| text.trim().to_owned()).unwrap_or_default();
    let filled = |name: &str| Some(one(name)).filter(|text| !text.is_empty());
    match field.kind {
        Kind::Line => filled(name).or_else(|| field.needed.then(String::new)).map(Value::String),
        Kind::Texts => {
            let said = languages.iter().filter_map(|lang| {
                Some((lang.code().to_owned(), Value::String(filled(&format!("{name}.{lang}"))?)))
            });
            Some(said.collect::<Entry>()).filter(|said| field.needed || !said.is_empty()).map(Value::Object)
        }
        Kind::Choice(..) | Kind::Code(_) => {
            let chosen = filled(name);
            if chosen.is_none() && field.needed {
                problems.push(FieldProblem::new(name, "error-register-choose"));
            }
            chosen.map(Value::String)
        }
        Kind::Codes(_) | Kind::Controllers | Kind::Languages => {
            Some(typed(name).into_iter().map(Value::String).collect())
        }
        Kind::Lines => {
            let lines = one(name);
            let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            Some(lines.map(|line| Value::String(line.to_owned())).collect())
        }
        Kind::Date => {
            let text = filled(name);
            if let Some(text) = &text
                && text.parse::<chrono::NaiveDate>().is_err()
            {
                problems.push(FieldProblem::new(name, "error-date-unreal"));
            } else if text.is_none() && field.needed {
                problems.push(FieldProblem::new(name, "error-date-unreal"));
            }
            text.map(Value::String)
        }
        Kind::YesNo => Some(Value::Bool(one(name) == "yes")),
        Kind::Number => number(name, &one(name), problems),
        Kind::Period => {
            let mut period = Entry::new();
            for unit in ["years", "months", "days"] {
                let below = format!("{name}.{unit}");
                let value = number(&below, &one(&below), problems);
                period.extend(value.filter(|n| n.as_u64() != Some(0)).map(|n| (unit.to_owned(), n)));
            }
            Some(period).filter(|period| !period.is_empty()).map(Value::Object)
        }
        Kind::Group(below) => {
            let group = read_below(&format!("{name}."), below, languages, typed, problems);
            let says_something = group.values().any(|value| match value {
                Value::Object(texts) => !texts.is_empty(),
                other => *other == Value::Bool(true),
            });
            says_something.then_some(Value::Object(group))
        }
        Kind::Rows(below) => {
            let first = below.first().map_or("", |first| first.name);
            let rows = (0..MOST_ROWS).filter(|row| filled(&format!("{name}.{row}.{first}")).is_some());
            let rows: Vec<usize> = rows.collect();
            let read = rows.into_iter().map(|row| {
                let above = format!("{name}.{row}.");
                Value::Object(read_below(&above, below, languages, typed, problems))
            });
            Some(read.collect())
        }
    }
}

/// Most rows one form carries.
pub const MOST_ROWS: usize = 12;

fn number(name: &str, text: &str, problems: &mut Vec<FieldProblem>) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    let number = text.parse::<u32>().ok();
    if number.is_none() {
        problems.push(FieldProblem::new(name, "error-register-number"));
    }
    number.map(Value::from)
}
