//! XChaCha20-Poly1305, the one cipher we use, with everything it binds spelled out.

use super::{Unopenable, random};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// Bytes of a nonce: long enough to be random without ever meeting twice.
pub(super) const NONCE: usize = 24;
/// Bytes of the tag at the end of every ciphertext.
pub(super) const TAG: usize = 16;

/// Ciphertext and tag. `bound` is not hidden but must be the same when opening.
///
/// A nonce must never be used twice with one key.
#[expect(clippy::expect_used, reason = "the cipher refuses only messages of 256 GiB and more")]
pub(super) fn lock(key: &[u8; 32], nonce: &[u8; NONCE], bound: &[u8], clear: &[u8]) -> Vec<u8> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), Payload { msg: clear, aad: bound })
        .expect("a message fits the cipher")
}

/// The clear bytes, or `Broken` when key, nonce, bound bytes or ciphertext are not those of `lock`.
pub(super) fn unlock(
    key: &[u8; 32],
    nonce: &[u8; NONCE],
    bound: &[u8],
    locked: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: locked, aad: bound })
        .map(Zeroizing::new)
        .map_err(|_| Unopenable::Broken)
}

/// `lock` under a fresh random nonce, which stands before the ciphertext.
pub(super) fn lock_random(key: &[u8; 32], bound: &[u8], clear: &[u8]) -> Vec<u8> {
    let nonce = random::public::<NONCE>();
    let mut out = nonce.to_vec();
    out.extend(lock(key, &nonce, bound, clear));
    out
}

/// Opens what `lock_random` gave.
pub(super) fn unlock_random(
    key: &[u8; 32],
    bound: &[u8],
    locked: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unopenable> {
    let (nonce, rest) = locked.split_first_chunk::<NONCE>().ok_or(Unopenable::Malformed)?;
    unlock(key, nonce, bound, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn the_cipher_gives_the_answer_of_the_draft() {
        let key: [u8; 32] = std::array::from_fn(|i| 0x80 + i as u8);
        let nonce: [u8; 24] = std::array::from_fn(|i| 0x40 + i as u8);
        let bound = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let clear: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you \
            only one tip for the future, sunscreen would be it.";
        let locked = lock(&key, &nonce, &bound, clear);
        assert_eq!(locked[..8], [0xbd, 0x6d, 0x17, 0x9d, 0x3e, 0x83, 0xd4, 0x3b]);
        let tag: &[u8] =
            &[0xc0, 0x87, 0x59, 0x24, 0xc1, 0xc7, 0x98, 0x79, 0x47, 0xde, 0xaf, 0xd8, 0x78, 0x0a, 0xcf, 0x49];
        assert_eq!(&locked[clear.len()..], tag);
        assert_eq!(unlock(&key, &nonce, &bound, &locked).unwrap().as_slice(), clear);
    }
}
