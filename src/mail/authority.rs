//! The supervisory authorities a letter names (arts. 12(4), 77 GDPR): data with a date, not template text.
//!
//! `data/authorities/*.json` is taken from the collection of Datenanfragen.de e. V. (CC0-1.0).

use crate::domain::calendar::Country;
use crate::domain::language::Lang;
use crate::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// An authority as a letter names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuthorityFacts {
    /// Name, in a reader's language where they need to be told whose authority it is.
    pub name: String,
    /// Postal address on one line; the country is named when the reader's language is another's.
    pub address: String,
    /// Web address without scheme: "www.datatilsynet.dk".
    pub web: String,
}

#[derive(Deserialize)]
struct Entry {
    address: String,
    web: String,
}

static DK: LazyLock<Option<Entry>> = LazyLock::new(|| read(include_str!("../../data/authorities/dk.json")));
static SE: LazyLock<Option<Entry>> = LazyLock::new(|| read(include_str!("../../data/authorities/se.json")));

fn read(json: &str) -> Option<Entry> {
    serde_json::from_str(json).inspect_err(|error| tracing::error!(%error, "authority data")).ok()
}

/// The authority of a country, as it is named to a reader of `lang`. `None` only if the embedded
/// data cannot be read, which a test rules out.
pub fn authority(country: Country, lang: Lang) -> Option<AuthorityFacts> {
    let (entry, home) = match country {
        Country::Dk => (DK.as_ref()?, Lang::Da),
        Country::Se => (SE.as_ref()?, Lang::Sv),
    };
    // The last line of the address is the country, in English.
    let mut lines: Vec<String> = entry.address.lines().map(hard_postcode).collect();
    lines.pop();
    if lang != home {
        lines.push(words::text(lang, &format!("country-{country}"), &[]));
    }
    Some(AuthorityFacts {
        name: words::text(lang, &format!("authority-{country}-name"), &[]),
        address: lines.join(", "),
        web: entry.web.trim_start_matches("https://").trim_end_matches('/').to_owned(),
    })
}

/// A Swedish postcode ("104 20") is one number: it does not break.
fn hard_postcode(line: &str) -> String {
    let figures = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    let mut words = line.splitn(3, ' ');
    match (words.next(), words.next(), words.next()) {
        (Some(a), Some(b), Some(town)) if figures(a, 3) && figures(b, 2) => format!("{a}\u{a0}{b} {town}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_complaint_sentence_reads_as_it_was_written_for_each_country_and_language() {
        for country in Country::ALL {
            for lang in Lang::ALL {
                let of = authority(*country, *lang).unwrap();
                let slots =
                    [("authority", of.name.into()), ("address", of.address.into()), ("web", of.web.into())];
                let written = format!("letter-complaint-{}", country.code().to_lowercase());
                assert_eq!(words::text(*lang, "letter-complaint", &slots), words::text(*lang, &written, &[]));
            }
        }
    }
}
