//! The Fluent files in the binary, read once.

use crate::domain::language::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
struct Files;

/// One language: its texts, and for each the slots it needs.
pub(super) struct Language {
    pub(super) bundle: FluentBundle<FluentResource>,
    pub(super) slots: BTreeMap<String, BTreeSet<String>>,
    problems: Vec<String>,
}

static DA: LazyLock<Language> = LazyLock::new(|| load(Lang::Da));
static SV: LazyLock<Language> = LazyLock::new(|| load(Lang::Sv));
static EN: LazyLock<Language> = LazyLock::new(|| load(Lang::En));

/// The texts of a language.
pub(super) fn language(lang: Lang) -> &'static Language {
    match lang {
        Lang::Da => &DA,
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

/// What went wrong while reading the files.
pub(super) fn problems() -> Vec<String> {
    Lang::ALL.iter().flat_map(|lang| language(*lang).problems.clone()).collect()
}

/// The sources of one language's files, in the order of their names: for the tests of wording.
pub(super) fn sources(lang: Lang) -> Vec<(String, String)> {
    let folder = format!("{lang}/");
    let mut names: Vec<String> = Files::iter()
        .filter(|name| name.starts_with(&folder) && name.ends_with(".ftl"))
        .map(|name| name.into_owned())
        .collect();
    names.sort();
    names
        .into_iter()
        .filter_map(|name| {
            let file = Files::get(&name)?;
            Some((name, String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}

fn load(lang: Lang) -> Language {
    let locale = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Without this, mails and pages would hold invisible direction marks around every slot.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Da => |value, _| format_number(Lang::Da, value),
        Lang::Sv => |value, _| format_number(Lang::Sv, value),
        Lang::En => |value, _| format_number(Lang::En, value),
    }));
    let (mut slots, mut problems) = (BTreeMap::new(), Vec::new());
    for (name, source) in sources(lang) {
        read_slots(&source, &mut slots);
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(|error| format!("{name}: {error}")));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            problems.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }
    problems.extend(
        slots.keys().filter(|id| !bundle.has_message(id)).map(|id| format!("{lang}: {id} does not parse")),
    );
    Language { bundle, slots, problems }
}

/// Notes for each text which slots its source names, and which other texts it quotes whose slots
/// it then needs too (a quoted text stands earlier in the same file).
fn read_slots(source: &str, slots: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut current: Option<String> = None;
    for line in source.lines() {
        if let Some((id, _)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let id = id.trim_end();
            current = Some(id.to_owned());
            slots.entry(id.to_owned()).or_default();
        }
        let Some(id) = &current else { continue };
        for piece in line.split('{').skip(1) {
            let name: String = piece
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || "$_-".contains(*c))
                .collect();
            let found: BTreeSet<String> = match name.strip_prefix('$') {
                Some(slot) => BTreeSet::from([slot.to_owned()]),
                None => slots.get(&name).cloned().unwrap_or_default(),
            };
            slots.entry(id.clone()).or_default().extend(found);
        }
    }
}

fn format_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        // Slots are filled with whole numbers only, so nothing is cut here.
        FluentValue::Number(number) => Some(grouped(lang, number.value as i64)),
        _ => None,
    }
}

/// A whole number with the language's mark between thousands.
pub(super) fn grouped(lang: Lang, number: i64) -> String {
    let mark = match lang {
        Lang::Da => '.',
        Lang::Sv => '\u{a0}',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut done = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        done.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            done.push(mark);
        }
        done.push(digit);
    }
    done
}
