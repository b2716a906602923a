//! The second factor of staff: time-based codes (RFC 6238, six digits, 30 seconds, SHA-1 because
//! the apps know nothing else), each used once, and ten recovery codes.

use super::{canonical::Canonical, mac, random, tokens};
use crate::domain::normalise;
use chrono::{DateTime, Utc};
use qrcodegen::{QrCode, QrCodeEcc};
use thiserror::Error;
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

/// Seconds a code lives.
const STEP: i64 = 30;
/// 32 characters without 0, 1, i and o, so that none is mistaken for another on paper.
const RECOVERY_ALPHABET: &[u8; 32] = b"23456789abcdefghjklmnpqrstuvwxyz";
const RECOVERY_CODES: usize = 10;
const RECOVERY_CHARS: usize = 12;

/// Why no second factor can be made of this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TotpError {
    /// The secret has fewer than 128 bits.
    #[error("the secret of the second factor is too short")]
    ShortSecret,
    /// Nobody is named.
    #[error("the second factor needs the name of the account")]
    NoAccount,
    /// The names are too long for a QR code.
    #[error("the name of the organisation or the account is too long for a QR code")]
    TooLong,
}

/// The secret shared with somebody's app. Keep it sealed.
pub struct TotpSecret(Zeroizing<Vec<u8>>);

impl TotpSecret {
    /// A fresh secret of 160 bits (RFC 4226, section 4).
    pub fn generate() -> Self {
        let mut bytes = Zeroizing::new(vec![0u8; 20]);
        random::fill(&mut bytes);
        TotpSecret(bytes)
    }

    /// The secret with these bytes, as opened from its seal.
    pub fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        TotpSecret(bytes)
    }

    /// The bytes, to be sealed.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The secret in base32, for typing it into an app, in groups of four.
    pub fn base32(&self) -> Zeroizing<String> {
        let whole = Zeroizing::new(totp_rs::Secret::from(self.0.as_slice()).to_base32());
        let mut grouped = Zeroizing::new(String::with_capacity(whole.len() * 5 / 4));
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && i % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(c);
        }
        grouped
    }

    fn totp(&self, issuer: &str, account: &str) -> Result<Totp, TotpError> {
        // the URL has no room for a colon in either name
        let (issuer, account) = (issuer.replace(':', " "), account.replace(':', " "));
        Builder::new()
            .with_secret(self.0.as_slice())
            .with_issuer(Some(issuer))
            .with_account_name(account)
            .build()
            .map_err(|_| TotpError::ShortSecret)
    }

    /// The `otpauth://` URL an app reads.
    ///
    /// # Errors
    /// When the secret is too short or `account` is empty.
    pub fn url(&self, issuer: &str, account: &str) -> Result<Zeroizing<String>, TotpError> {
        self.totp(issuer, account)?.to_url().map(Zeroizing::new).map_err(|_| TotpError::NoAccount)
    }

    /// The URL as a QR code.
    ///
    /// # Errors
    /// As `url`; `TooLong` when it does not fit a QR code.
    pub fn qr(&self, issuer: &str, account: &str) -> Result<Qr, TotpError> {
        let code = QrCode::encode_text(&self.url(issuer, account)?, QrCodeEcc::Medium)
            .map_err(|_| TotpError::TooLong)?;
        Ok(Qr::of(&code))
    }

    /// The code of the step an instant lies in: shown by the demo, which has no phone.
    pub fn code_at(&self, at: DateTime<Utc>) -> Option<Zeroizing<String>> {
        let step = u64::try_from(at.timestamp()).ok()?;
        Some(Zeroizing::new(self.totp("", "").ok()?.generate(step).to_string()))
    }

    /// Checks a code typed at `now`. Gives the step it belongs to: keep it as `last_step`, and
    /// the same code (or an older one) is never accepted again (RFC 6238, 5.2). One step either
    /// way is accepted, for clocks that differ.
    pub fn check(&self, code: &str, now: DateTime<Utc>, last_step: Option<i64>) -> Option<i64> {
        let typed = Zeroizing::new(normalise::digits(code)?);
        let totp = self.totp("", "").ok()?;
        let current = now.timestamp().div_euclid(STEP);
        let matching = |step: &i64| {
            u64::try_from(step * STEP).is_ok_and(|at| {
                let right = Zeroizing::new(totp.generate(at).to_string());
                tokens::same(right.as_bytes(), typed.as_bytes())
            })
        };
        (current - 1..=current + 1).filter(|step| last_step.is_none_or(|last| *step > last)).find(matching)
    }
}

/// A QR code for a page, which puts it dark on light and gives it its name.
pub struct Qr {
    /// Side in modules, with the light border the standard asks for.
    pub size: u32,
    /// The dark modules as an SVG path to be stroked one module wide: a line for each run.
    pub path: Zeroizing<String>,
}

impl Qr {
    fn of(code: &QrCode) -> Self {
        // four light modules on each side
        const QUIET: i32 = 4;
        let side = code.size();
        let mut path = Zeroizing::new(String::with_capacity(16 * 1024));
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let run = (x..side).take_while(|x| code.get_module(*x, y)).count();
                if run > 0 {
                    path.push_str(&format!("M{} {}.5h{run}", x + QUIET, y + QUIET));
                }
                x += i32::try_from(run).unwrap_or(side).max(1);
            }
        }
        Qr { size: u32::try_from(side + 2 * QUIET).unwrap_or_default(), path }
    }
}

/// Ten fresh recovery codes such as `k7qf-2m9d-xh4t`, 60 bits each: shown once, kept as hashes.
pub fn recovery_codes() -> Vec<Zeroizing<String>> {
    (0..RECOVERY_CODES).map(|_| recovery_code()).collect()
}

fn recovery_code() -> Zeroizing<String> {
    let mut code = Zeroizing::new(String::with_capacity(RECOVERY_CHARS + 2));
    for (i, value) in random::below(32, RECOVERY_CHARS).iter().enumerate() {
        if i > 0 && i % 4 == 0 {
            code.push('-');
        }
        code.extend(RECOVERY_ALPHABET.get(usize::from(*value)).map(|c| char::from(*c)));
    }
    code
}

/// What is kept of a recovery code of one member of staff. Case, blanks and hyphens do not matter.
pub fn recovery_hash(key: &[u8; 32], staff: &str, code: &str) -> [u8; 32] {
    let form: Zeroizing<String> = Zeroizing::new(
        normalise::text(code).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect(),
    );
    mac::hmac(key, &Canonical::new("indsigt/recovery/1").text(staff).text(&form).done())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn rfc() -> TotpSecret {
        TotpSecret::from_bytes(Zeroizing::new(b"12345678901234567890".to_vec()))
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// RFC 6238, appendix B (SHA-1): the last six of the eight digits given there.
    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(rfc().check(code, at(seconds), None), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_one_step_early_or_late_and_no_more() {
        // 287082 is the code of step 1, seconds 30 to 59
        for (seconds, counts) in [(0, true), (29, true), (30, true), (89, true), (90, false), (1000, false)] {
            assert_eq!(rfc().check("287082", at(seconds), None).is_some(), counts, "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_once() {
        assert_eq!(rfc().check("287082", at(59), Some(0)), Some(1));
        assert_eq!(rfc().check("287082", at(59), Some(1)), None);
        assert_eq!(rfc().check("287082", at(59), Some(2)), None);
    }

    #[test]
    fn codes_are_read_as_people_type_them_and_nothing_else_is_one() {
        assert!(rfc().check(" 287 082 ", at(59), None).is_some());
        assert!(rfc().check("２８７０８２", at(59), None).is_some());
        for code in ["", "28708", "2870820", "+287082", "287o82", "94287082"] {
            assert_eq!(rfc().check(code, at(59), None), None, "{code}");
        }
        assert_eq!(rfc().check("287082", at(-59), None), None, "before 1970 there are no steps");
    }

    #[test]
    fn the_url_names_the_organisation_and_the_account() {
        let url = rfc().url("Kommune: Øst", "åse@example.org").unwrap();
        assert!(url.starts_with("otpauth://totp/"), "{}", url.as_str());
        assert!(url.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assert!(url.contains("issuer=Kommune") && url.is_ascii());
        assert_eq!(rfc().base32().as_str(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(rfc().url("x", "").err(), Some(TotpError::NoAccount));
        let short = TotpSecret::from_bytes(Zeroizing::new(vec![1; 10]));
        assert_eq!(short.url("x", "y").err(), Some(TotpError::ShortSecret));
        assert_ne!(TotpSecret::generate().expose(), TotpSecret::generate().expose());
        assert_eq!(TotpSecret::generate().expose().len(), 20);
    }

    #[test]
    fn the_qr_code_is_a_path_with_the_three_finders_the_standard_asks_for() {
        let qr = rfc().qr("Indsigt", "a@example.org").unwrap();
        let far = qr.size - 4 - 7;
        // the top line of each finder is a run of seven, four modules from the edge
        for start in ["M4 4.5h7M".to_owned(), format!("M{far} 4.5h7"), format!("M4 {far}.5h7M")] {
            assert!(qr.path.contains(&start), "{start}");
        }
        assert!(qr.path.chars().all(|c| c.is_ascii_digit() || matches!(c, 'M' | 'h' | ' ' | '.')));
        let long = "a".repeat(5000);
        assert_eq!(rfc().qr("Indsigt", &long).err(), Some(TotpError::TooLong));
    }

    #[test]
    fn ten_recovery_codes_count_for_their_owner_however_they_are_typed() {
        let codes = recovery_codes();
        assert_eq!(codes.iter().map(|code| code.as_str()).collect::<HashSet<_>>().len(), 10);
        for code in &codes {
            assert_eq!(code.len(), 14);
            let kept = recovery_hash(&[1; 32], "staff-1", code);
            assert_eq!(recovery_hash(&[1; 32], "staff-1", &code.to_uppercase().replace('-', " ")), kept);
            assert_ne!(recovery_hash(&[1; 32], "staff-2", code), kept);
            assert_ne!(recovery_hash(&[2; 32], "staff-1", code), kept);
            assert_ne!(recovery_hash(&[1; 32], "staff-1", &code[..13]), kept);
        }
    }
}
