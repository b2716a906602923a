//! HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869): the only two ways a key becomes another value.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The size of a SHA-256 block: a shorter HMAC key is filled up with zeros to it.
const BLOCK: usize = 64;

/// HMAC-SHA-256 of `message` under `key`.
pub(super) fn hmac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let mut block = Zeroizing::new([0u8; BLOCK]);
    block[..key.len()].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// A key of its own for one use, by HKDF. `info` names the use; `salt` may be empty.
#[expect(clippy::expect_used, reason = "HKDF refuses only outputs above 255 blocks; this is one")]
pub(super) fn derive(key: &[u8; 32], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(Some(salt), key).expand(info, out.as_mut_slice()).expect("32 bytes are one block");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    /// RFC 4231 test case 1 has a 20-byte key, which HMAC fills with zeros: so may we.
    #[test]
    fn hmac_gives_the_answers_of_rfc_4231() {
        let mut key = [0u8; 32];
        key[..20].fill(0x0b);
        let want = bytes("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assert_eq!(hmac(&key, b"Hi There").to_vec(), want);
        let mut key = [0u8; 32];
        key[..4].copy_from_slice(b"Jefe");
        let want = bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assert_eq!(hmac(&key, b"what do ya want for nothing?").to_vec(), want);
    }

    /// RFC 5869 test case 1, whose input key is 22 bytes, through the same crate and calls.
    #[test]
    fn hkdf_gives_the_answer_of_rfc_5869() {
        let mut out = [0u8; 42];
        let salt = bytes("000102030405060708090a0b0c");
        let info = bytes("f0f1f2f3f4f5f6f7f8f9");
        Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22]).expand(&info, &mut out).unwrap();
        let want = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
        assert_eq!(out.to_vec(), bytes(want));
    }

    /// One block of HKDF is two HMACs; written out, it must be what the crate gives.
    #[test]
    fn derive_is_extract_then_expand() {
        let mut salt = [0u8; 32];
        salt[..4].copy_from_slice(b"salt");
        let prk = hmac(&salt, &[7u8; 32]);
        assert_eq!(*derive(&[7u8; 32], b"salt", b"use"), hmac(&prk, b"use\x01"));
        assert_ne!(*derive(&[7u8; 32], b"salt", b"use"), *derive(&[7u8; 32], b"salt", b"other"));
        assert_ne!(*derive(&[7u8; 32], b"salt", b"use"), *derive(&[7u8; 32], b"", b"use"));
    }
}
