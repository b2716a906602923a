//! What makes a password acceptable: its length, and that a guessing program would need long for it
//! (R19). No rules about which characters it must hold.
//!
//! How long is asked of zxcvbn, which knows the passwords, names and English words tried first, rows
//! of the keyboard, repetitions, dates, and letters written as digits. It knows no Danish and no
//! Swedish, so `easy_words.txt` holds what people here use.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

/// Fewest characters.
pub const SHORTEST: usize = 12;
/// Most characters.
pub const LONGEST: usize = 128;
/// Guesses a password must stand: more than 10 to the tenth, the highest of zxcvbn's five grades.
const ENOUGH: Score = Score::Four;
/// How much of a password must be left when the easy words are taken out.
const LEFT_OVER: usize = 8;

/// Words of Danish and Swedish that passwords are made of, one a line, in lower case.
const EASY: &str = include_str!("easy_words.txt");

/// What is wrong with a password that somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasswordProblem {
    /// Fewer than 12 characters.
    #[error("the password has fewer than {SHORTEST} characters")]
    TooShort,
    /// More than 128 characters.
    #[error("the password has more than {LONGEST} characters")]
    TooLong,
    /// A guessing program finds it soon.
    #[error("the password is one of those tried first")]
    Common,
    /// Soon found by whoever knows the organisation's name or the user's own name and address.
    #[error("the password is little more than the organisation's name or your own name and address")]
    Forbidden,
}

/// Checks a password somebody chooses, before it is hashed. `own` are the words of this place: the
/// organisation's name, the user's own mail address and name.
///
/// # Errors
/// The first rule it breaks.
pub fn check_rules(password: &str, own: &[&str]) -> Result<(), PasswordProblem> {
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
    let easy: Vec<String> = EASY.lines().map(str::to_owned).collect();
    if is_easy(&form, &easy) {
        return Err(PasswordProblem::Common);
    }
    let known: Vec<String> = own.iter().flat_map(|word| parts(word)).chain(easy).collect();
    if is_easy(&form, &known) {
        return Err(PasswordProblem::Forbidden);
    }
    Ok(())
}

/// A word of this place as a whole and in its parts. Shorter ones turn up by chance.
fn parts(word: &str) -> Vec<String> {
    let whole = word.nfc().collect::<String>().to_lowercase();
    let parts = whole.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
    let all = std::iter::once(whole.clone()).chain(parts);
    all.filter(|word| word.chars().count() >= 3).collect()
}

/// Whether it is soon guessed by whoever tries these words too.
fn is_easy(password: &str, words: &[String]) -> bool {
    let inputs: Vec<&str> = words.iter().map(String::as_str).collect();
    zxcvbn(password, &inputs).score() < ENOUGH || is_little_more_than(password, words)
}

/// Signs between the words do not make a password of them: `2026!!sommer!!`.
fn is_little_more_than(password: &str, words: &[String]) -> bool {
    let mut rest = Zeroizing::new(password.to_lowercase());
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let had = rest.len();
    for word in words {
        rest = Zeroizing::new(rest.replace(word.as_str(), ""));
    }
    rest.len() < had && rest.chars().filter(|c| c.is_alphanumeric()).count() < LEFT_OVER
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problem(password: &str) -> Option<PasswordProblem> {
        check_rules(password, &["Vestby Kommune", "anna.lund@vestby.dk", "Anna Lund"]).err()
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
            "4dg4ngsk0de!!",
            "lösenord1234",
            "123456789012",
            "210987654321",
            "aaaaaaaaaaaa",
            "åååååååååååå",
            "abcabcabcabc",
            "hejhejhejhej",
            "qwertyuiopåa",
            "qwertyuiop[]",
            "abcdefghijklm",
            "1qaz2wsx3edc",
            "2026!!sommer!!",
            "correct horse battery staple",
            "velkommen123",
            "Danmark2026!!",
            "sommervinter12",
            "københavn2026",
            "jegelskerdig1",
            "manchesterunited1",
            "liverpool2026",
            "iloveyou2026!",
        ] {
            assert_eq!(problem(password), Some(PasswordProblem::Common), "{password}");
        }
    }

    #[test]
    fn what_a_colleague_would_guess_is_refused() {
        for password in [
            "vestbykommune",
            "Vestby-Kommune-1",
            "anna.lund@vestby.dk",
            "AnnaLund2026!",
            "Lund.Anna.1984",
            "kommunevestby12",
            "dk.vestby.anna",
        ] {
            assert_eq!(problem(password), Some(PasswordProblem::Forbidden), "{password}");
        }
        for password in ["vestby har ni gule broer", "anna spiser tit pandekager", "cykelsti langs åen"] {
            assert_eq!(problem(password), None, "{password}");
        }
        assert_eq!(check_rules("en helt anden sætning", &["", " ", "a"]), Ok(()));
        assert_eq!(check_rules("Lund.Anna.1984", &[]), Ok(()), "elsewhere it is not easy");
    }

    #[test]
    fn every_easy_word_with_a_year_and_signs_is_refused() {
        for word in EASY.lines() {
            assert_eq!(word, word.to_lowercase());
            assert!(word.chars().count() >= 3, "{word}");
            let mut password = format!("{word}2026!!");
            while password.chars().count() < SHORTEST {
                password.push('!');
            }
            assert_eq!(problem(&password), Some(PasswordProblem::Common), "{password}");
        }
        assert!(EASY.lines().count() > 100);
    }

    proptest! {
        // without optimisation each takes long
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn long_random_passwords_of_any_letters_are_taken(password in "[a-zæøåäö0-9 ]{24,100}") {
            prop_assume!(password.trim().len() > 20);
            prop_assert_eq!(check_rules(&password, &["Vestby Kommune"]), Ok(()));
        }

        #[test]
        fn whatever_is_typed_is_judged(password in "\\PC{0,128}") {
            let _ = check_rules(&password, &["Vestby Kommune", &password]);
        }
    }
}
