//! What makes a password acceptable: its length, and that it is none everybody tries (R19).
//! No rules about which characters it must hold.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters.
pub const SHORTEST: usize = 12;
/// Most characters.
pub const LONGEST: usize = 128;
/// How much of a password must be left when the forbidden words are taken out.
const LEFT_OVER: usize = 8;

/// Passwords of at least twelve characters that guessing programs try first, one a line.
const COMMON: &str = include_str!("common_passwords.txt");

/// What is wrong with a password that somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasswordProblem {
    /// Fewer than 12 characters.
    #[error("the password has fewer than {SHORTEST} characters")]
    TooShort,
    /// More than 128 characters.
    #[error("the password has more than {LONGEST} characters")]
    TooLong,
    /// On the list of common ones, a repetition, or a row of the keyboard or alphabet.
    #[error("the password is one of those tried first")]
    Common,
    /// Little more than the organisation's name or the user's own address.
    #[error("the password is little more than the organisation's name or your own address")]
    Forbidden,
}

/// Checks a password somebody chooses, before it is hashed. `forbidden` are the words of this
/// place: the organisation's name, the user's own mail address and name.
///
/// # Errors
/// The first rule it breaks.
pub fn check_rules(password: &str, forbidden: &[&str]) -> Result<(), PasswordProblem> {
    // bytes first: what is far too long is not even walked through
    if password.len() > LONGEST * 4 {
        return Err(PasswordProblem::TooLong);
    }
    let form = Zeroizing::new(password.nfc().collect::<String>());
    match form.chars().count() {
        count if count < SHORTEST => return Err(PasswordProblem::TooShort),
        count if count > LONGEST => return Err(PasswordProblem::TooLong),
        _ => {}
    }
    let lower = Zeroizing::new(form.to_lowercase());
    if is_common(&lower) {
        return Err(PasswordProblem::Common);
    }
    if is_little_more_than(&lower, forbidden) {
        return Err(PasswordProblem::Forbidden);
    }
    Ok(())
}

fn is_common(lower: &str) -> bool {
    let plain = Zeroizing::new(plain_letters(lower));
    COMMON.lines().any(|common| common == lower || common == plain.as_str())
        || is_common_word_with_a_tail(lower)
        || is_repetition(lower)
        || is_row(lower)
}

/// `p4ssw0rd` reads as `password`.
fn plain_letters(lower: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    lower.chars().map(letter).collect()
}

/// A word everybody uses, with digits and signs before or after it: `Sommer2026!!`.
fn is_common_word_with_a_tail(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "password",
        "passord",
        "adgangskode",
        "kodeord",
        "lösenord",
        "losenord",
        "welcome",
        "velkommen",
        "välkommen",
        "valkommen",
        "sommer",
        "vinter",
        "efterår",
        "efteraar",
        "forår",
        "foraar",
        "sommar",
        "höst",
        "host",
        "vår",
        "summer",
        "winter",
        "autumn",
        "spring",
        "admin",
        "administrator",
        "qwerty",
        "danmark",
        "sverige",
        "københavn",
        "kobenhavn",
        "stockholm",
        "hemmelig",
        "hemlig",
        "hemmeligt",
        "secret",
        "letmein",
        "iloveyou",
        "indsigt",
        "gdpr",
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    // digits after the last letter are a tail, digits between letters stand for letters
    let core = plain_letters(lower.trim_end_matches(|c: char| !c.is_alphabetic()));
    let plain = Zeroizing::new(core);
    let plain = plain.trim_matches(|c: char| !c.is_alphabetic());
    WORDS.iter().any(|word| *word == bare || *word == plain)
}

/// The same up to six characters over and over: `abcabcabcabc`, `aaaaaaaaaaaa`.
fn is_repetition(lower: &str) -> bool {
    let chars: Zeroizing<Vec<char>> = Zeroizing::new(lower.chars().collect());
    (1..=6).any(|unit| chars.iter().skip(unit).zip(chars.iter()).all(|(later, earlier)| later == earlier))
}

/// A stretch of the alphabet, the digits or the keyboard, either way round.
fn is_row(lower: &str) -> bool {
    const ROWS: &[&str] = &[
        "abcdefghijklmnopqrstuvwxyzæøå",
        "abcdefghijklmnopqrstuvwxyzåäö",
        "01234567890123456789",
        "qwertyuiopåasdfghjklæøzxcvbnm",
        "qwertyuiopåasdfghjklöäzxcvbnm",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
        "1q2w3e4r5t6y7u8i9o0p",
    ];
    let backwards = Zeroizing::new(lower.chars().rev().collect::<String>());
    ROWS.iter().any(|row| row.contains(lower) || row.contains(backwards.as_str()))
}

fn is_little_more_than(lower: &str, forbidden: &[&str]) -> bool {
    let mut rest = Zeroizing::new(lower.to_owned());
    let mut words: Vec<String> = forbidden
        .iter()
        .flat_map(|word| {
            let whole = word.nfc().collect::<String>().to_lowercase();
            let parts: Vec<String> = whole.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
            [vec![whole], parts].concat()
        })
        // shorter ones turn up by chance
        .filter(|word| word.chars().count() >= 3)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let had = rest.len();
    for word in &words {
        rest = Zeroizing::new(rest.replace(word.as_str(), ""));
    }
    rest.len() < had && rest.chars().filter(|c| c.is_alphanumeric()).count() < LEFT_OVER
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problem(password: &str) -> Option<PasswordProblem> {
        check_rules(password, &["Vestby Kommune", "anna.lund@vestby.dk"]).err()
    }

    #[test]
    fn length_is_counted_in_characters_and_bounded() {
        assert_eq!(problem("kort kodeor"), Some(PasswordProblem::TooShort));
        assert_eq!(problem("åh æblegrød!"), None);
        assert_eq!(
            problem("a\u{30a}a\u{30a}a\u{30a}a\u{30a}a\u{30a}a\u{30a}"),
            Some(PasswordProblem::TooShort)
        );
        let mixed: String = ('a'..='z').cycle().step_by(7).take(128).collect();
        assert_eq!(problem(&mixed), None);
        assert_eq!(problem(&(mixed + "x")), Some(PasswordProblem::TooLong));
        assert_eq!(problem(&"å".repeat(10_000_000)), Some(PasswordProblem::TooLong));
    }

    #[test]
    fn what_everybody_tries_is_refused() {
        for password in [
            "password1234",
            "PassWord1234",
            "P@ssw0rd1234",
            "Sommer2026!!",
            "adgangskode1",
            "Adgangskode123",
            "lösenord1234",
            "123456789012",
            "210987654321",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "qwertyuiopåa",
            "abcdefghijklm",
            "1qaz2wsx3edc",
            "2026!!sommer!!",
            "correct horse battery staple",
            "velkommen123",
        ] {
            assert_eq!(problem(password), Some(PasswordProblem::Common), "{password}");
        }
    }

    #[test]
    fn the_organisation_and_the_own_address_alone_are_refused() {
        for password in
            ["vestbykommune", "Vestby-Kommune-1", "anna.lund@vestby.dk", "AnnaLund2026!", "kommunevestby12"]
        {
            assert_eq!(problem(password), Some(PasswordProblem::Forbidden), "{password}");
        }
        for password in ["vestby har ni gule broer", "anna spiser tit pandekager", "cykelsti langs åen"] {
            assert_eq!(problem(password), None, "{password}");
        }
        assert_eq!(check_rules("en helt anden sætning", &["", " ", "a"]), Ok(()));
    }

    #[test]
    fn the_list_holds_only_what_could_be_chosen() {
        for line in COMMON.lines() {
            assert_eq!(line, line.to_lowercase());
            assert!((SHORTEST..=LONGEST).contains(&line.chars().count()), "{line}");
            assert_eq!(check_rules(line, &[]), Err(PasswordProblem::Common), "{line}");
        }
        assert!(COMMON.lines().count() > 150);
    }

    proptest! {
        #[test]
        fn long_random_passwords_of_any_letters_are_taken(password in "[a-zæøåäö0-9 ]{24,100}") {
            prop_assume!(password.trim().len() > 20);
            prop_assert_eq!(check_rules(&password, &["Vestby Kommune"]), Ok(()));
        }
    }
}
