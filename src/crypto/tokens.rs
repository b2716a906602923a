//! Links, codes and ids: made, written, read back and kept as hashes.
//!
//! A link token has 256 bits, so a plain SHA-256 at rest is enough (R35). A code people type is
//! short: at rest it is an HMAC under a key that is not in the database, bound to its case, so
//! that a stolen database does not give it away by trying all of them (R7).

use super::{canonical::Canonical, mac, random};
use crate::domain::normalise;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A token for a link or a session: `plain` goes out once, `hash` is kept.
pub struct Token {
    /// 256 random bits as 43 characters of base64url.
    pub plain: Zeroizing<String>,
    /// SHA-256 of `plain`.
    pub hash: [u8; 32],
}

/// A fresh token.
pub fn token() -> Token {
    let plain = Zeroizing::new(URL_SAFE_NO_PAD.encode(random::key().as_slice()));
    Token { hash: hash_token(&plain), plain }
}

/// What is kept of a token.
pub fn hash_token(plain: &str) -> [u8; 32] {
    Sha256::digest(plain.as_bytes()).into()
}

/// Whether two values are equal, in a time that does not tell where they differ.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

/// Eight random digits for a code sent by mail: `1234 5678`. Lives minutes.
pub fn digits8() -> Zeroizing<String> {
    grouped_digits(8)
}

/// Twelve random digits, the code of a case: `4821 7730 5519`. Lives as long as the case is open.
pub fn case_code() -> Zeroizing<String> {
    grouped_digits(12)
}

fn grouped_digits(count: usize) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(count + count / 4));
    for (i, digit) in random::below(10, count).iter().enumerate() {
        if i > 0 && i % 4 == 0 {
            text.push(' ');
        }
        text.push(char::from(b'0' + digit));
    }
    text
}

/// The digits of a code as typed: blanks and hyphens do not matter, full-width digits count.
/// `None` when anything else stands there.
pub fn normalise_code(typed: &str) -> Option<Zeroizing<String>> {
    normalise::digits(typed).map(Zeroizing::new)
}

/// What is kept of a code. `scope` names what the code is for and to which case (or person) it
/// belongs, such as `status/<case id>`: the same digits elsewhere give another hash. The code is
/// read as people type it.
pub fn code_hash(key: &[u8; 32], scope: &str, code: &str) -> [u8; 32] {
    let digits = normalise_code(code);
    let form = digits.as_ref().map_or(code, |digits| digits.as_str());
    mac::hmac(key, &Canonical::new("indsigt/code/1").text(scope).text(form).done())
}

/// A new id: UUID version 7 as text. Sorts by time; tells nothing else.
pub fn id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// 64 random bits, for references.
pub fn random_u64() -> u64 {
    u64::from_be_bytes(random::public())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_256_bits_and_is_kept_as_its_hash() {
        let (one, other) = (token(), token());
        assert_eq!(one.plain.len(), 43);
        assert!(one.plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        assert_eq!(hash_token(&one.plain), one.hash);
        assert_ne!(one.hash, other.hash);
        // FIPS 180-2, appendix B.1
        assert_eq!(super::super::hex(&hash_token("abc"))[..16], *"ba7816bf8f01cfea");
    }

    #[test]
    fn codes_are_written_in_groups_of_four() {
        for _ in 0..200 {
            let (short, long) = (digits8(), case_code());
            assert_eq!((short.len(), long.len()), (9, 14));
            for code in [short, long] {
                assert!(
                    code.split(' ')
                        .all(|group| group.len() == 4 && group.bytes().all(|b| b.is_ascii_digit()))
                );
            }
        }
    }

    #[test]
    fn every_place_of_a_code_holds_every_digit_equally_often() {
        const ROUNDS: usize = 20_000;
        let mut seen = [[0f64; 10]; 8];
        for _ in 0..ROUNDS {
            for (place, digit) in digits8().bytes().filter(u8::is_ascii_digit).enumerate() {
                seen[place][usize::from(digit - b'0')] += 1.0;
            }
        }
        let expected = ROUNDS as f64 / 10.0;
        for place in seen {
            let chi_square: f64 = place.iter().map(|n| (n - expected).powi(2) / expected).sum();
            // 9 degrees of freedom: above 50 once in ten million
            assert!(chi_square < 50.0, "{chi_square}");
        }
    }

    #[test]
    fn a_code_counts_however_it_is_typed_and_only_where_it_belongs() {
        let kept = code_hash(&[5; 32], "status/case-1", "4821 7730 5519");
        for typed in ["482177305519", " 4821-7730-5519 ", "４８２１７７３０５５１９", "4821\u{200b}77305519"]
        {
            assert_eq!(code_hash(&[5; 32], "status/case-1", typed), kept, "{typed}");
        }
        assert_ne!(code_hash(&[5; 32], "status/case-1", "482177305518"), kept);
        assert_ne!(code_hash(&[5; 32], "status/case-1", "482177305519x"), kept);
        assert_ne!(code_hash(&[5; 32], "status/case-2", "482177305519"), kept);
        assert_ne!(code_hash(&[6; 32], "status/case-1", "482177305519"), kept);
    }

    #[test]
    fn comparing_sees_every_difference() {
        assert!(same(b"abc", b"abc"));
        assert!(!same(b"abc", b"abd"));
        assert!(!same(b"abc", b"ab"));
        assert!(same(b"", b""));
    }

    #[test]
    fn ids_are_new_and_sort_by_time() {
        let ids: Vec<String> = (0..1000).map(|_| id()).collect();
        assert!(ids.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'7'));
        let mut sorted = ids.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted, ids);
        assert_ne!(random_u64(), random_u64());
    }
}
