//! Case references such as `K7QF-2M9D`: random, with a check character, easy to read out.

use std::fmt;

/// 32 characters without 0, 1, I and O, so that none is mistaken for another on paper or by ear.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A case reference. It says nothing about volume or time. The last character is a check:
/// a single wrong character or two neighbours swapped are noticed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

impl Reference {
    /// Makes a reference from 35 random bits (the low bits of `random`).
    pub fn from_random(random: u64) -> Self {
        let mut digits = [0u8; 8];
        for (i, digit) in digits.iter_mut().take(7).enumerate() {
            *digit = ((random >> (5 * i)) & 31) as u8;
        }
        digits[7] = check(&digits[..7]);
        let text: String = digits.iter().map(|d| char::from(ALPHABET[usize::from(*d)])).collect();
        Reference(format!("{}-{}", &text[..4], &text[4..]))
    }

    /// Reads what somebody typed: case, spaces and the hyphen do not matter, and 0/O, 1/I are
    /// not in the alphabet. `None` when it is not a reference or the check character is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
            .map(|c| ALPHABET.iter().position(|a| char::from(*a) == c.to_ascii_uppercase()))
            .map(|p| p.and_then(|p| u8::try_from(p).ok()))
            .collect::<Option<_>>()?;
        if digits.len() != 8 || check(&digits[..7]) != digits[7] {
            return None;
        }
        let text: String = digits.iter().map(|d| char::from(ALPHABET[usize::from(*d)])).collect();
        Some(Reference(format!("{}-{}", &text[..4], &text[4..])))
    }

    /// The reference as written: four characters, a hyphen, four characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Luhn's algorithm for an alphabet of 32.
fn check(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, d)| {
            let value = u32::from(*d) * if i % 2 == 0 { 2 } else { 1 };
            value / 32 + value % 32
        })
        .sum();
    ((32 - sum % 32) % 32) as u8
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_reference_reads_back_and_one_wrong_character_is_noticed(random: u64, place in 0usize..8, other in 0usize..32) {
            let reference = Reference::from_random(random);
            prop_assert_eq!(Reference::parse(&reference.as_str().to_lowercase().replace('-', " ")), Some(reference.clone()));
            let mut typed: Vec<u8> = reference.as_str().bytes().filter(|b| *b != b'-').collect();
            if typed[place] != ALPHABET[other] {
                typed[place] = ALPHABET[other];
                prop_assert_eq!(Reference::parse(&String::from_utf8(typed).unwrap()), None);
            }
        }
    }

    #[test]
    fn what_is_no_reference_is_none() {
        for text in ["", "K7QF", "K7QF-2M9", "K7QF-2M9D-X", "ÆØÅÆ-ØÅÆØ", "0000-0000", "\u{200b}"] {
            assert_eq!(Reference::parse(text), None, "{text}");
        }
    }
}
