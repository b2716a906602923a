//! Sealed fields: a value under the key of its case, bound to the table, column and row it stands in.
//!
//! Bytes: version (1) · nonce (24) · ciphertext with tag. Inside, the value is followed by
//! `0x80` and zeros up to the next multiple of 64 bytes, so that lengths say little: an address,
//! a name and a phone number look the same.

use super::keys::CaseKey;
use super::{Unopenable, aead, canonical::Canonical, mac};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const STEP: usize = 64;
const END: u8 = 0x80;

/// Where a sealed value stands. Moved anywhere else, it does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row's id.
    pub row: &'a str,
}

impl Place<'_> {
    fn bound(&self) -> Vec<u8> {
        Canonical::new("indsigt/sealed field")
            .bytes(&[VERSION])
            .text(self.table)
            .text(self.column)
            .text(self.row)
            .done()
    }
}

/// Fields have a key of their own, so that a case key never serves two ciphers' uses.
fn field_key(key: &CaseKey) -> Zeroizing<[u8; 32]> {
    mac::derive(key.expose(), b"", b"indsigt/case key/fields/1")
}

/// Seals `clear` for `place`. Twice the same value gives different bytes.
pub fn seal(key: &CaseKey, place: &Place<'_>, clear: &[u8]) -> Vec<u8> {
    let padded_len = (clear.len() / STEP + 1) * STEP;
    let mut padded = Zeroizing::new(Vec::with_capacity(padded_len));
    padded.extend_from_slice(clear);
    padded.push(END);
    padded.resize(padded_len, 0);
    let mut out = vec![VERSION];
    out.extend(aead::lock_random(&field_key(key), &place.bound(), &padded));
    out
}

/// Opens what `seal` gave for the same key and place.
///
/// # Errors
/// `Broken` for another key, another place or changed bytes; `Malformed` for no sealed value.
pub fn open(key: &CaseKey, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
    let (version, locked) = sealed.split_first().ok_or(Unopenable::Malformed)?;
    if *version != VERSION {
        return Err(Unopenable::Malformed);
    }
    let mut clear = aead::unlock_random(&field_key(key), &place.bound(), locked)?;
    let end = clear.iter().rposition(|byte| *byte != 0).ok_or(Unopenable::Malformed)?;
    if clear.get(end) != Some(&END) {
        return Err(Unopenable::Malformed);
    }
    clear.truncate(end);
    Ok(clear)
}

/// A value that cannot be written as JSON (a map whose keys are no text): a mistake in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value cannot be written as JSON")]
pub struct Unwritable;

/// Seals a value as JSON.
///
/// # Errors
/// When the type cannot be written as JSON.
pub fn seal_json<T: Serialize + ?Sized>(
    key: &CaseKey,
    place: &Place<'_>,
    value: &T,
) -> Result<Vec<u8>, Unwritable> {
    let clear = serde_json::to_vec(value).map(Zeroizing::new).map_err(|_| Unwritable)?;
    Ok(seal(key, place, &clear))
}

/// Opens a value sealed as JSON.
///
/// # Errors
/// As `open`; `Malformed` too when the value inside is of another shape. The parser's own
/// message is dropped: it quotes what it read.
pub fn open_json<T: DeserializeOwned>(
    key: &CaseKey,
    place: &Place<'_>,
    sealed: &[u8],
) -> Result<T, Unopenable> {
    let clear = open(key, place, sealed)?;
    serde_json::from_slice(&clear).map_err(|_| Unopenable::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const PLACE: Place<'static> = Place { table: "people", column: "name", row: "7" };

    type Spot = (u8, String, String, String);

    fn spot() -> impl Strategy<Value = Spot> {
        // few values, so that places often differ in one part only
        (0u8..3, "[ab]{0,2}", "[ab]{0,2}", "[ab]{0,2}")
    }

    fn key(byte: u8) -> CaseKey {
        CaseKey::from_bytes(Zeroizing::new([byte; 32]))
    }

    proptest! {
        #[test]
        fn a_value_opens_only_under_its_key_and_in_its_place(
            clear in vec(any::<u8>(), 0..300), from in spot(), to in spot(),
        ) {
            let place = Place { table: &from.1, column: &from.2, row: &from.3 };
            let sealed = seal(&key(from.0), &place, &clear);
            let elsewhere = Place { table: &to.1, column: &to.2, row: &to.3 };
            let opened = open(&key(to.0), &elsewhere, &sealed);
            if from == to {
                prop_assert_eq!(opened.unwrap().to_vec(), clear);
            } else {
                prop_assert_eq!(opened.err(), Some(Unopenable::Broken));
            }
        }

        #[test]
        fn any_changed_or_missing_byte_is_noticed(clear in vec(any::<u8>(), 0..200), place: prop::sample::Index, change in 1u8..) {
            let sealed = seal(&key(1), &PLACE, &clear);
            let at = place.index(sealed.len());
            let mut changed = sealed.clone();
            changed[at] ^= change;
            prop_assert!(open(&key(1), &PLACE, &changed).is_err());
            prop_assert!(open(&key(1), &PLACE, &sealed[..at]).is_err());
            prop_assert!(open(&key(1), &PLACE, &[sealed.as_slice(), &[change]].concat()).is_err());
        }

        #[test]
        fn a_value_that_looks_like_padding_comes_back(zeros in 0usize..200, ends in 0usize..3) {
            let clear = [vec![END; ends], vec![0; zeros]].concat();
            prop_assert_eq!(open(&key(1), &PLACE, &seal(&key(1), &PLACE, &clear)).unwrap().to_vec(), clear);
        }
    }

    #[test]
    fn short_values_all_look_the_same_and_never_alike() {
        let lengths: Vec<usize> = ["", "Bo", "Anna Mathilde Sørensen, Nørregade 4, 1165 København K"]
            .map(|text| seal(&key(1), &PLACE, text.as_bytes()).len())
            .into();
        assert_eq!(lengths, [105, 105, 105]);
        assert_eq!(seal(&key(1), &PLACE, &[1; 63]).len(), 105);
        assert_eq!(seal(&key(1), &PLACE, &[1; 64]).len(), 169);
        assert_ne!(seal(&key(1), &PLACE, b"Bo"), seal(&key(1), &PLACE, b"Bo"));
    }

    #[test]
    fn a_serde_value_comes_back_and_another_shape_is_malformed() {
        let sealed = seal_json(&key(1), &PLACE, &("Åse", 3)).unwrap();
        assert_eq!(open_json::<(String, i32)>(&key(1), &PLACE, &sealed), Ok(("Åse".to_owned(), 3)));
        assert_eq!(open_json::<Vec<bool>>(&key(1), &PLACE, &sealed), Err(Unopenable::Malformed));
        let no_text_keys = std::collections::HashMap::from([((1, 2), 3)]);
        assert_eq!(seal_json(&key(1), &PLACE, &no_text_keys), Err(Unwritable));
    }

    #[test]
    fn what_is_no_sealed_value_is_malformed() {
        for bytes in [&b""[..], b"\x01", b"\x02aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", b"Anna"]
        {
            assert_eq!(open(&key(1), &PLACE, bytes).err(), Some(Unopenable::Malformed));
        }
    }
}
