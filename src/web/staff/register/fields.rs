//! An entry as the controls of its form, drawn from the one description of its fields.

use crate::domain::language::Lang;
use crate::domain::register::Register;
use crate::services::Result;
use crate::services::register::field_id;
use crate::services::register::form::{self, Entry, Field, Kind, MOST_ROWS};
use crate::web::form::Fields;
use crate::web::view::desk::register::FormField;
use crate::web::view::parts::Choice;
use crate::words;
use serde_json::Value;

/// What the controls need to know besides the entry.
pub struct Drawing<'a> {
    /// The register, for what can be chosen.
    pub register: &'a Register,
    /// Languages its texts are written in.
    pub languages: &'a [Lang],
    /// The section.
    pub section: &'a str,
    /// Controllers: slug and name.
    pub controllers: &'a [Choice],
    /// The reader's language.
    pub lang: Lang,
    /// Whether the entry is there already, so that its code is fixed.
    pub is_there: bool,
}

/// What was typed, as an entry's values by the names of the form.
pub fn typed(fields: &Fields) -> impl Fn(&str) -> Vec<String> + '_ {
    |name| fields.all(name).into_iter().map(str::to_owned).collect()
}

impl Drawing<'_> {
    /// The controls of an entry; `typed` goes before what is kept.
    pub fn controls(
        &self,
        fields: &[Field],
        entry: &Entry,
        typed: Option<&Fields>,
    ) -> Result<Vec<FormField>> {
        let mut drawn = Vec::new();
        for field in fields {
            self.draw("", field, entry.get(field.name), typed, &mut drawn)?;
        }
        Ok(drawn)
    }

    fn draw(
        &self,
        above: &str,
        field: &Field,
        value: Option<&Value>,
        typed: Option<&Fields>,
        drawn: &mut Vec<FormField>,
    ) -> Result<()> {
        let name = format!("{above}{}", field.name);
        let label = words::text(self.lang, &field_id(self.section, field.name), &[]);
        let is_key = above.is_empty() && field.name == form::key_of(self.section);
        let one = |name: &str, value: Option<&Value>| match typed {
            Some(typed) => typed.one(name).to_owned(),
            None => plain(value),
        };
        let control = |kind, value| FormField {
            name: name.clone(),
            label: label.clone(),
            kind,
            value,
            options: Vec::new(),
            lang: String::new(),
            optional: !field.needed,
            fixed: is_key && self.is_there,
        };
        match field.kind {
            Kind::Line => drawn.push(control("line", one(&name, value))),
            Kind::Lines => drawn.push(control("text", one(&name, value))),
            Kind::Date => drawn.push(control("date", one(&name, value))),
            Kind::Number => drawn.push(control("number", one(&name, value))),
            Kind::YesNo => {
                let is_yes = match typed {
                    Some(typed) => typed.one(&name) == "yes",
                    // people may be told who a customer is unless somebody says otherwise
                    None => value.map_or(field.name == "may_be_named", |v| *v == Value::Bool(true)),
                };
                drawn.push(control("yes", if is_yes { "yes" } else { "" }.to_owned()));
            }
            Kind::Texts => {
                for lang in self.languages {
                    let below = format!("{name}.{lang}");
                    let text = value.and_then(|texts| texts.get(lang.code()));
                    let tongue = words::text(self.lang, &format!("register-lang-{lang}"), &[]);
                    drawn.push(FormField {
                        name: below.clone(),
                        label: format!("{label} ({tongue})"),
                        lang: lang.code().to_owned(),
                        ..control("text", one(&below, text))
                    });
                }
            }
            Kind::Period => {
                for unit in ["years", "months", "days"] {
                    let below = format!("{name}.{unit}");
                    let count = value.and_then(|period| period.get(unit));
                    let called = words::text(self.lang, &format!("register-field-{unit}"), &[]);
                    drawn.push(FormField {
                        name: below.clone(),
                        label: format!("{label}: {called}"),
                        ..control("number", one(&below, count))
                    });
                }
            }
            Kind::Choice(codes, prefix) => {
                let chosen = one(&name, value);
                let options = codes().into_iter().map(|code| Choice {
                    value: code.to_owned(),
                    name: self.word(prefix, code),
                    chosen: chosen == code,
                });
                drawn.push(FormField { options: options.collect(), ..control("choice", chosen.clone()) });
            }
            Kind::Code(section) | Kind::Codes(section) => {
                let chosen = self.chosen(&name, value, typed);
                let mut options = Vec::new();
                for entry in form::entries(self.register, section)? {
                    let code = form::code(section, &entry);
                    let called = form::title(section, &entry, self.lang);
                    options.push(Choice { chosen: chosen.contains(&code), value: code, name: called });
                }
                let kind = if matches!(field.kind, Kind::Code(_)) { "choice" } else { "ticks" };
                drawn.push(FormField { options, ..control(kind, String::new()) });
            }
            Kind::Controllers => {
                let chosen = self.chosen(&name, value, typed);
                let all = self.controllers.iter();
                let options = all.map(|one| Choice { chosen: chosen.contains(&one.value), ..one.clone() });
                drawn.push(FormField { options: options.collect(), ..control("ticks", String::new()) });
            }
            Kind::Languages => {
                let chosen = self.chosen(&name, value, typed);
                let options = Lang::ALL.iter().map(|lang| Choice {
                    value: lang.code().to_owned(),
                    name: words::text(self.lang, &format!("register-lang-{lang}"), &[]),
                    chosen: chosen.iter().any(|code| code == lang.code()),
                });
                drawn.push(FormField { options: options.collect(), ..control("ticks", String::new()) });
            }
            Kind::Group(below) => {
                drawn.push(control("head", String::new()));
                for field in below {
                    let inner = value.and_then(|group| group.get(field.name));
                    self.draw(&format!("{name}."), field, inner, typed, drawn)?;
                }
            }
            Kind::Rows(below) => {
                let kept = value.and_then(Value::as_array).map_or(0, Vec::len);
                // one more than there are, for another
                for row in 0..(kept + 1).min(MOST_ROWS) {
                    drawn.push(FormField {
                        label: format!("{label} {}", row + 1),
                        ..control("head", String::new())
                    });
                    for field in below {
                        let inner = value.and_then(|rows| rows.get(row)?.get(field.name));
                        let optional = Field { needed: false, ..*field };
                        self.draw(&format!("{name}.{row}."), &optional, inner, typed, drawn)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn chosen(&self, name: &str, value: Option<&Value>, typed: Option<&Fields>) -> Vec<String> {
        match (typed, value) {
            (Some(typed), _) => typed.all(name).into_iter().map(str::to_owned).collect(),
            (None, Some(Value::Array(all))) => all.iter().map(|one| plain(Some(one))).collect(),
            (None, Some(one)) => vec![plain(Some(one))],
            (None, None) => Vec::new(),
        }
    }

    fn word(&self, prefix: &str, code: &str) -> String {
        // the grounds have their words where the answers have them
        let id = if prefix == "register-ground-" {
            format!("ground-{code}-label")
        } else {
            format!("{prefix}{code}")
        };
        words::text(self.lang, &id, &[])
    }
}

/// A value as it stands in a control.
fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(lines)) => lines.iter().map(|one| plain(Some(one))).collect::<Vec<_>>().join("\n"),
        Some(other) => other.to_string(),
    }
}
