//! Inputs of a record, filled with what was typed.

use super::Desk;
use crate::domain::fulfilment::{Recipients, Touched};
use crate::domain::grounds;
use crate::domain::outcome::Outcome;
use crate::web::form::Fields;
use crate::web::view::Said;
use crate::web::view::desk::record::{Group, Input, InputKind, Opt};

/// What was typed.
pub struct Form<'a> {
    /// The fields.
    pub typed: &'a Fields,
}

/// Words as they are.
pub fn plain(words: &str) -> Said {
    Said::new("record-plain").with("words", words)
}

/// A group; its heading is the text of its id.
pub fn group(id: &str, more: Option<Said>, inputs: Vec<Input>) -> Group {
    Group { id: id.to_owned(), title: Said::new(id), more, inputs }
}

impl Input {
    /// The same with a sentence under it.
    #[must_use]
    pub fn hint(self, hint: Said) -> Input {
        Input { hint: Some(hint), ..self }
    }

    /// The same, written in the language of the case.
    #[must_use]
    pub fn in_letter(self) -> Input {
        Input { in_letter: true, ..self }
    }

    /// The same, filled when nothing was typed.
    #[must_use]
    pub fn or(self, value: &str) -> Input {
        if self.value.is_empty() { Input { value: value.to_owned(), ..self } } else { self }
    }
}

impl Form<'_> {
    fn input(&self, kind: InputKind, name: &str, label: Said) -> Input {
        Input {
            kind,
            name: name.to_owned(),
            label,
            hint: None,
            value: self.typed.one(name).to_owned(),
            options: Vec::new(),
            in_letter: false,
        }
    }

    /// One line.
    pub fn line(&self, name: &str, label: &str) -> Input {
        self.input(InputKind::Line, name, Said::new(label))
    }

    /// Several lines.
    pub fn area(&self, name: &str, label: &str) -> Input {
        self.input(InputKind::Area, name, Said::new(label))
    }

    /// A date.
    pub fn date(&self, name: &str, label: &str) -> Input {
        self.input(InputKind::Date, name, Said::new(label))
    }

    /// Yes or no.
    pub fn check(&self, name: &str, label: &str) -> Input {
        self.input(InputKind::Check, name, Said::new(label))
    }

    /// A sentence.
    pub fn told(&self, said: Said) -> Input {
        self.input(InputKind::Told, "", said)
    }

    /// A heading.
    pub fn head(&self, said: Said) -> Input {
        self.input(InputKind::Head, "", said)
    }

    /// Something to choose: values with what they are called.
    pub fn choose(&self, kind: InputKind, name: &str, label: &str, values: Vec<(String, Said)>) -> Input {
        let chosen = self.typed.all(name);
        let opt =
            |(value, label): (String, Said)| Opt { chosen: chosen.contains(&value.as_str()), value, label };
        Input { options: values.into_iter().map(opt).collect(), ..self.input(kind, name, Said::new(label)) }
    }

    /// The same with a choice to begin with.
    pub fn choose_or(
        &self,
        kind: InputKind,
        name: &str,
        label: &str,
        values: Vec<(String, Said)>,
        default: Option<&str>,
    ) -> Input {
        let mut input = self.choose(kind, name, label, values);
        if !self.typed.has(name) {
            for option in &mut input.options {
                option.chosen = Some(option.value.as_str()) == default;
            }
        }
        input
    }

    /// The activities to tick; none without a register.
    pub fn activities(&self, desk: &Desk, name: &str) -> Option<Input> {
        let all: Vec<(String, Said)> =
            desk.activities().iter().map(|one| (one.code.clone(), plain(&desk.text(&one.label)))).collect();
        (!all.is_empty()).then(|| self.choose(InputKind::Checks, name, "record-touched", all))
    }

    /// The recipients of what was touched, and others by hand.
    pub fn recipients(&self, desk: &Desk, prefix: &str, touched: &[Touched]) -> Group {
        let known = desk.register.as_ref().map(|r| Recipients::of(r, touched)).unwrap_or_default();
        let mut inputs = Vec::new();
        if !known.is_empty() {
            let names: Vec<String> = known.into_iter().map(|one| one.name).collect();
            inputs.push(self.told(Said::new("record-recipients-list").with("names", names.join(", "))));
        }
        let also = self.area(&format!("{prefix}-recipients"), "record-recipients-also");
        inputs.push(also.hint(Said::new("record-recipients-hint")));
        inputs.push(self.check(&format!("{prefix}-named"), "record-named"));
        group("record-recipients", Some(Said::new("record-recipients-more")), inputs)
    }

    /// The grounds of a right that keep a part back, to choose one.
    pub fn grounds(&self, desk: &Desk, name: &str, articles: &str) -> Input {
        let fits = |ground: &&grounds::Ground| {
            ground.article.starts_with(articles)
                && ground.is_allowed_for(desk.right, Outcome::PartlyFulfilled)
        };
        let mut all = vec![(String::new(), Said::new("record-choose"))];
        all.extend(
            grounds::ALL
                .iter()
                .filter(fits)
                .map(|ground| (ground.code.to_owned(), Said::new(format!("ground-{}-label", ground.code)))),
        );
        self.choose(InputKind::Select, name, "record-ground", all)
    }
}
