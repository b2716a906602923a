//! Form tokens: a form counts only when our own page, in the same session, lately, made it.
//!
//! Text: base64url of time (8 bytes) · random (16) · HMAC (32). The random part makes every
//! token different, so that a compressed page never repeats one to guess at.

use super::{canonical::Canonical, mac, random, tokens};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Duration, Utc};
use thiserror::Error;

const MIXED: usize = 16;
/// How far ahead of ours another node's clock may be.
const CLOCK_GAP: Duration = Duration::minutes(2);

/// Why a form token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FormRefused {
    /// Missing, cut, of another session, or not ours.
    #[error("the form was not made by this page in this session")]
    Foreign,
    /// Ours, but the page stood open too long: show it again with what was typed.
    #[error("the form stood open too long")]
    TooOld,
}

/// A token for a form shown at `at` in `session` (the session's id, or that of a visitor's cookie).
pub fn form_token(key: &[u8; 32], session: &str, at: DateTime<Utc>) -> String {
    let mixed = random::public::<MIXED>();
    let mut bytes = at.timestamp().to_be_bytes().to_vec();
    bytes.extend_from_slice(&mixed);
    bytes.extend_from_slice(&proof(key, session, at.timestamp(), &mixed));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Checks a token that came back at `now`; it counts for `lives`. Gives the instant the form
/// was shown, in whole seconds.
///
/// # Errors
/// `Foreign` or `TooOld`.
pub fn check(
    key: &[u8; 32],
    session: &str,
    token: &str,
    now: DateTime<Utc>,
    lives: Duration,
) -> Result<DateTime<Utc>, FormRefused> {
    let mut bytes = [0u8; 8 + MIXED + 32];
    // a decoded length of 56 fits exactly; longer text does not decode into the array
    let length = URL_SAFE_NO_PAD.decode_slice(token, &mut bytes).map_err(|_| FormRefused::Foreign)?;
    let (time, rest) = bytes.split_first_chunk::<8>().ok_or(FormRefused::Foreign)?;
    let (mixed, given) = rest.split_at(MIXED);
    let seconds = i64::from_be_bytes(*time);
    if length != bytes.len() || !tokens::same(&proof(key, session, seconds, mixed), given) {
        return Err(FormRefused::Foreign);
    }
    let at = DateTime::from_timestamp(seconds, 0).ok_or(FormRefused::Foreign)?;
    if at > now + CLOCK_GAP {
        return Err(FormRefused::Foreign);
    }
    if now - at > lives {
        return Err(FormRefused::TooOld);
    }
    Ok(at)
}

fn proof(key: &[u8; 32], session: &str, seconds: i64, mixed: &[u8]) -> [u8; 32] {
    mac::hmac(key, &Canonical::new("indsigt/form/1").text(session).number(seconds).bytes(mixed).done())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: [u8; 32] = [4; 32];

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 250_000_000).unwrap()
    }

    fn back(session: &str, token: &str, seconds: i64) -> Result<DateTime<Utc>, FormRefused> {
        check(&KEY, session, token, at(seconds), Duration::hours(2))
    }

    #[test]
    fn a_form_counts_in_its_session_for_its_time() {
        let token = form_token(&KEY, "s1", at(0));
        assert_eq!(back("s1", &token, 0), Ok(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        assert!(back("s1", &token, 7199).is_ok());
        assert_eq!(back("s1", &token, 7201), Err(FormRefused::TooOld));
        assert!(back("s1", &token, -100).is_ok(), "another node's clock may be a little behind");
        assert_eq!(back("s1", &token, -200), Err(FormRefused::Foreign));
        assert_eq!(back("s2", &token, 0), Err(FormRefused::Foreign));
        assert_eq!(check(&[5; 32], "s1", &token, at(0), Duration::hours(2)), Err(FormRefused::Foreign));
        assert_ne!(token, form_token(&KEY, "s1", at(0)));
    }

    #[test]
    fn what_is_no_token_is_foreign() {
        let long = "A".repeat(100_000);
        for token in ["", "A", "æøå", "====", &long, &"A".repeat(74), &"A".repeat(75), &"A".repeat(76)] {
            assert_eq!(back("s1", token, 0), Err(FormRefused::Foreign));
        }
    }

    proptest! {
        #[test]
        fn any_changed_character_is_noticed(place in 0usize..75, other in "[A-Za-z0-9_-]") {
            let token = form_token(&KEY, "s1", at(0));
            prop_assert_eq!(token.len(), 75);
            let mut changed = token.clone();
            changed.replace_range(place..=place, &other);
            prop_assert_eq!(back("s1", &changed, 0).is_ok(), changed == token);
        }
    }
}
