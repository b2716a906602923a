//! The blind index: finding a sealed value again without having it in clear.
//!
//! A value is normalised, then HMAC-SHA-256 under a key of its field. Mail addresses, phone
//! numbers and references are nearly unique to a person, so a hit should be one: 16 bytes.
//!
//! **Name words are cut to 12 bits**, 4,096 values for all words there are: Denmark and Sweden
//! use several hundred thousand given names and surnames, so some fifty of them share each value
//! and a stolen index does not tell which one stands there (R69). A hit is therefore a candidate:
//! the caller opens it and compares. What this does not hide: a very frequent word (Jensen,
//! Andersson) makes its value frequent, whoever shares it. Dates of birth and gender have no
//! index at all.

use super::{canonical::Canonical, mac};
use crate::domain::calendar::Country;
use crate::domain::normalise;
use crate::domain::reference::Reference;
use zeroize::Zeroizing;

/// What is indexed. Each field has a key of its own, so that equal values in two fields do not look equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A mail address.
    Email,
    /// A phone number.
    Phone,
    /// One whole word of a name.
    NameWord,
    /// A case reference.
    Reference,
}

impl Field {
    /// Every field.
    pub const ALL: &'static [Field] = &[Field::Email, Field::Phone, Field::NameWord, Field::Reference];

    /// The stable code stored beside a value, and the name of the field's key.
    pub const fn code(self) -> &'static str {
        match self {
            Field::Email => "email",
            Field::Phone => "phone",
            Field::NameWord => "name_word",
            Field::Reference => "reference",
        }
    }

    /// How many bits of the HMAC are kept.
    fn bits(self) -> usize {
        match self {
            Field::NameWord => 12,
            Field::Email | Field::Phone | Field::Reference => 128,
        }
    }
}

/// The installation's blind index. Rows made by it must be deleted with their case: they
/// outlive the case key.
pub struct BlindIndex {
    key: Zeroizing<[u8; 32]>,
    home: Option<Country>,
}

impl BlindIndex {
    /// With the installation's key. Phone numbers count only with their country code; see `at`.
    pub fn new(key: &[u8; 32]) -> Self {
        BlindIndex { key: Zeroizing::new(*key), home: None }
    }

    /// The same index, reading phone numbers without a country code as those of `home`: the
    /// country of the case's controller.
    pub fn at(&self, home: Country) -> Self {
        BlindIndex { key: self.key.clone(), home: Some(home) }
    }

    /// The value to store or to look for. `None` when the text is no such thing (no address, no
    /// number, more than one word), so that nothing is ever found by nothing.
    pub fn value(&self, field: Field, typed: &str) -> Option<Vec<u8>> {
        let form = match field {
            Field::Email => normalise::mail(typed)?,
            Field::Phone => normalise::phone(typed, self.home)?,
            Field::Reference => Reference::parse(typed)?.as_str().to_owned(),
            Field::NameWord => {
                let mut words = normalise::name_words(typed);
                if words.len() > 1 {
                    return None;
                }
                words.pop()?
            }
        };
        Some(self.hash(field, &form))
    }

    /// The values of every word of a name, sorted so that their order says nothing, each once.
    /// For the other fields: the one value, if there is one.
    pub fn words(&self, field: Field, typed: &str) -> Vec<Vec<u8>> {
        if field != Field::NameWord {
            return self.value(field, typed).into_iter().collect();
        }
        let mut values: Vec<Vec<u8>> =
            normalise::name_words(typed).iter().map(|word| self.hash(field, word)).collect();
        values.sort();
        values.dedup();
        values
    }

    fn hash(&self, field: Field, form: &str) -> Vec<u8> {
        let info = Canonical::new("indsigt/blind index/1").text(field.code()).done();
        let key = mac::derive(&self.key, b"", &info);
        let whole = mac::hmac(&key, form.as_bytes());
        let bytes = field.bits().div_ceil(8);
        let mut value: Vec<u8> = whole.iter().take(bytes).copied().collect();
        if let (Some(last), spare @ 1..) = (value.last_mut(), bytes * 8 - field.bits()) {
            *last &= 0xff << spare;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn index() -> BlindIndex {
        BlindIndex::new(&[3; 32])
    }

    #[test]
    fn the_same_person_is_found_however_they_are_written() {
        let index = index().at(Country::Dk);
        assert_eq!(
            index.value(Field::Email, "Søren@Økonomi.dk"),
            index.value(Field::Email, "søren@xn--konomi-9xa.dk")
        );
        assert_eq!(index.value(Field::Phone, "12 34 56 78"), index.value(Field::Phone, "+4512345678"));
        assert_eq!(index.words(Field::NameWord, "Anne-Marie"), index.words(Field::NameWord, "MARIE ANNE"));
        let reference = Reference::from_random(77);
        let typed = reference.as_str().to_lowercase().replace('-', "");
        assert_eq!(index.value(Field::Reference, reference.as_str()), index.value(Field::Reference, &typed));
        assert_eq!(index.value(Field::Email, "a@b.dk").map(|value| value.len()), Some(16));
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        for field in Field::ALL {
            for typed in ["", " ", "\u{200b}", "?!"] {
                assert_eq!(index().value(*field, typed), None);
                assert!(index().words(*field, typed).is_empty());
            }
        }
        assert_eq!(index().value(Field::NameWord, "two words"), None);
        assert_eq!(index().value(Field::Phone, "12345678"), None, "no country to read it in");
    }

    #[test]
    fn another_field_or_another_key_is_another_value() {
        let other = BlindIndex::new(&[4; 32]);
        assert_ne!(index().value(Field::Email, "a@b.dk"), other.value(Field::Email, "a@b.dk"));
        let values: HashSet<_> = Field::ALL.iter().map(|field| index().hash(*field, "same")).collect();
        assert_eq!(values.len(), Field::ALL.len());
    }

    #[test]
    fn name_words_share_their_values() {
        let values: HashSet<Vec<u8>> =
            (0..40_000).filter_map(|n| index().value(Field::NameWord, &format!("name{n}"))).collect();
        assert!(values.len() <= 4096, "{}", values.len());
        assert!(values.iter().all(|value| value.len() == 2 && value[1] & 0x0f == 0));
        // ten words to a value on average: hardly one of 4,096 stays empty
        assert!(values.len() > 4000, "{}", values.len());
    }

    #[test]
    fn the_order_of_a_name_does_not_show() {
        let values = index().words(Field::NameWord, "Zoe Anna Mia Bo");
        assert_eq!(values.len(), 4);
        assert!(values.is_sorted());
    }
}
