//! Secrets and proof: sealed fields and files, keys, blind index, passwords, codes, the hash chain.
//!
//! Pure functions over bytes: no SQL, no web, no clock. Randomness comes from the operating
//! system only. Key material lives in types that wipe themselves and cannot be printed.
//!
//! | for | use |
//! |---|---|
//! | a field of a case in a row | [`sealed`] |
//! | an upload, a finding, a package | [`files`] |
//! | finding a sealed value again | [`blind`] |
//! | links, codes, ids | [`tokens`] |
//! | signing in | [`passwords`], [`totp`] |
//! | who must not be sent marketing, links that stop it | [`stops`] |
//! | a program that submits cases | [`bearer`] |
//! | a form that only our page can have sent | [`csrf`] |
//! | that nothing was changed behind our back | [`chain`] |

mod aead;
pub mod bearer;
pub mod blind;
mod canonical;
pub mod chain;
pub mod csrf;
pub mod files;
pub mod key_ring;
pub mod keys;
mod mac;
mod master_file;
mod password_rules;
pub mod passwords;
mod random;
pub mod sealed;
pub mod stops;
pub mod tokens;
pub mod totp;

use thiserror::Error;

/// Why sealed bytes cannot be opened. It says nothing about what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unopenable {
    /// Too short, of an unknown version, or not of the shape expected inside.
    #[error("the sealed bytes are incomplete or of an unknown version")]
    Malformed,
    /// Wrapped under another master key than the one in use.
    #[error("the key was wrapped under another master key than the one in use")]
    OtherMasterKey,
    /// The seal does not hold: another key, another place, or changed bytes.
    #[error("the seal does not hold: another key, another place, or changed bytes")]
    Broken,
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // writing to a String cannot fail
        let _ = write!(text, "{byte:02x}");
        text
    })
}
