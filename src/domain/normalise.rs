//! One written form for what people type, so that the same address, number or name is found again:
//! in the blind index, in connected sources, at sign-in. The only place that decides what is the same.

use crate::domain::calendar::Country;
use unicode_normalization::UnicodeNormalization;

/// Compatibility form (NFKC), without control and invisible characters, white space as single
/// blanks, trimmed.
pub fn text(typed: &str) -> String {
    let visible: String = typed.nfkc().filter(|c| c.is_whitespace() || !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters nobody sees: controls, zero-width, direction marks, soft hyphen, variation
/// selectors, tags, fillers.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// A mail address as it is to be written to: invisible characters gone, the domain in its
/// ASCII form in lower case, the local part's case kept. `None` when it is no address.
///
/// Prove and write to only this form, never to what was typed: two addresses that differ only
/// in what is dropped here could otherwise be two mailboxes.
pub fn mail_address(typed: &str) -> Option<String> {
    let clean = text(typed);
    let (local, domain) = clean.rsplit_once('@')?;
    let domain = idna::domain_to_ascii(domain).ok()?.to_ascii_lowercase();
    let domain = domain.strip_suffix('.').unwrap_or(&domain);
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.chars().any(|c| c.is_whitespace() || matches!(c, '@' | '<' | '>' | ',' | ';'))
    };
    // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all; RFC 1035, 2.3.4: 63 in a label
    let labels_fit = domain.split('.').all(|label| (1..=63).contains(&label.len()));
    let fits = local.len() <= 64 && local.len() + domain.len() < 254 && labels_fit;
    (is_plain(local) && is_plain(domain) && fits).then(|| format!("{local}@{domain}"))
}

/// A mail address as it is searched for: `mail_address` with the local part in lower case.
/// Dots and `+tags` stay: at most providers they are different mailboxes.
pub fn mail(typed: &str) -> Option<String> {
    // Unicode lower case, not case folding: a dotless ı stays another letter than i
    mail_address(typed).map(|address| address.to_lowercase())
}

fn calling_code(country: Country) -> &'static str {
    match country {
        Country::Dk => "45",
        Country::Se => "46",
    }
}

/// A phone number as `+` and digits. A number without country code is one of `home`.
/// `None` when there are fewer than 7 or more than 15 digits (ITU-T E.164), or neither a country
/// code nor a home.
pub fn phone(typed: &str, home: Option<Country>) -> Option<String> {
    let clean = text(typed).replace("(0)", "");
    // a label before the number and an extension after it are left out
    let number = clean.get(clean.find(|c: char| c == '+' || decimal(c).is_some())?..)?;
    let number = number.split(|c: char| c.is_alphabetic()).next()?;
    let digits = decimals(number);
    let abroad = if number.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let whole = match abroad {
        Some(abroad) => abroad.to_owned(),
        None => at_home(&digits, home?),
    };
    // Sweden writes a trunk 0 that is not dialled from abroad; Denmark has none
    let whole = match whole.strip_prefix("460") {
        Some(rest) => format!("46{rest}"),
        None => whole,
    };
    (7..=15).contains(&whole.len()).then(|| format!("+{whole}"))
}

/// A number without plus or 00: of this country, or its own code written without the plus.
fn at_home(digits: &str, home: Country) -> String {
    let code = calling_code(home);
    let has_code = match home {
        // eight digits, the first never 0
        Country::Dk => digits.len() == 10 && digits.starts_with(code),
        // a national number begins with 0
        Country::Se => digits.len() >= 9 && digits.starts_with(code),
    };
    let national = match home {
        Country::Dk => digits,
        Country::Se => digits.strip_prefix('0').unwrap_or(digits),
    };
    if has_code { digits.to_owned() } else { format!("{code}{national}") }
}

/// The words of a name, for searching: folded, and because a name is only ever searched and proves
/// nothing, dotted and dotless i as one and apostrophes gone; split at everything that is neither
/// letter nor digit, sorted, each once.
pub fn name_words(typed: &str) -> Vec<String> {
    let is_apostrophe =
        |c: &char| matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{00b4}' | '`');
    let bare: String =
        fold(typed).chars().filter(|c| !is_apostrophe(c)).map(|c| if c == 'ı' { 'i' } else { c }).collect();
    // İ in lower case is an i with a dot above it
    let folded: String = bare.replace("i\u{307}", "i").nfkc().collect();
    let mut words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// The form two texts are compared in (R10): [`text`] in lower case, ß as ss, one sigma.
///
/// Dotless ı stays itself: it is another letter, and merging it has let people take over other
/// people's accounts.
pub fn fold(typed: &str) -> String {
    let clean = text(typed);
    let lower = clean.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c });
    // what lower case took apart is put together again
    text(&lower.collect::<String>().replace('ß', "ss"))
}

/// The decimal digits of a text, whatever their script; everything else is left out.
pub fn decimals(typed: &str) -> String {
    typed.chars().filter_map(decimal).collect()
}

/// The ASCII digit a decimal digit of any common script stands for.
fn decimal(c: char) -> Option<char> {
    let zeros = [0x30u32, 0x660, 0x6f0, 0x966, 0xff10];
    zeros
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))
        .and_then(|value| char::from_digit(value, 10))
}

/// The digits of a code somebody typed: blanks, hyphens and invisible characters do not matter,
/// digits of other scripts count. `None` when anything else is there or there is no digit.
pub fn digits(typed: &str) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|c| {
            !c.is_whitespace()
                && !is_invisible(*c)
                && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        })
        .map(decimal)
        .collect::<Option<_>>()?;
    (!digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mails(typed: &str) -> String {
        mail(typed).unwrap_or_else(|| panic!("{typed}"))
    }

    #[test]
    fn the_same_address_is_found_however_it_is_written() {
        for typed in [
            "luisg@embraer.com.br",
            " LuisG@Embraer.Com.BR ",
            "luisg\u{200b}@embraer.com.br",
            "\u{feff}luisg@embraer.com.br",
            "luisg@embraer.com.br\u{202e}",
            "lui\u{200d}sg@embraer.com.br",
            "ｌｕｉｓｇ＠ｅｍｂｒａｅｒ．ｃｏｍ．ｂｒ",
            "luisg@embraer.com.br.",
            "luisg\u{0000}@embraer.com.br\n",
        ] {
            assert_eq!(mails(typed), "luisg@embraer.com.br", "{typed:?}");
        }
    }

    #[test]
    fn a_domain_in_letters_and_in_punycode_is_one() {
        // the punycode labels here are those of Python's idna codec
        assert_eq!(mails("søren@økonomi.dk"), mails("SØREN@xn--konomi-9xa.dk"));
        assert_eq!(mails("a@ÅRE.se"), mails("a@a\u{30a}re.se"));
        assert!(mails("a@økonomi.dk").ends_with("@xn--konomi-9xa.dk"));
    }

    #[test]
    fn letters_that_only_look_alike_stay_different_mailboxes() {
        let distinct = [
            "mike@example.org",
            "mıke@example.org",
            "mi.ke@example.org",
            "mike+a@example.org",
            "mïke@example.org",
            "míke@example.org",
            "mike@examp1e.org",
            "mikе@example.org",
        ];
        for (i, one) in distinct.iter().enumerate() {
            for other in &distinct[i + 1..] {
                assert_ne!(mails(one), mails(other));
            }
        }
        // capital dotted İ is i with a dot above, not i
        assert_ne!(mails("İ@example.org"), mails("i@example.org"));
    }

    #[test]
    fn what_is_written_to_keeps_the_case_of_the_local_part() {
        assert_eq!(mail_address(" Anna.Öberg@Exämple.SE").as_deref(), Some("Anna.Öberg@xn--exmple-cua.se"));
    }

    #[test]
    fn what_is_no_address_is_none() {
        let long = format!("{}@example.org", "a".repeat(65));
        let very_long = format!("a@{}.org", "b".repeat(260));
        for typed in [
            "",
            "@",
            "a@",
            "@b.dk",
            "a b@c.dk",
            "a@b c.dk",
            "a@b@c.dk",
            "a@b..dk",
            "a@.dk",
            "a@..",
            "Anna <a@b.dk>",
            "a@b.dk,c@d.dk",
            "\u{200b}@\u{200b}",
            &long,
            &very_long,
            "12345678",
            "a@b.dk\r\nBcc: c@d.dk",
        ] {
            assert_eq!(mail(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn the_same_number_is_found_however_it_is_written() {
        for typed in [
            "+45 12 34 56 78",
            "0045 12345678",
            "12 34 56 78",
            "12-34-56-78",
            "4512345678",
            "Tlf. 12 34 56 78",
            "(+45) 12 34 56 78",
            "１２３４５６７８",
            "٠٠٤٥ ١٢٣٤٥٦٧٨",
            "12345678 lok. 5",
            "+45\u{a0}1234\u{200b}5678",
        ] {
            assert_eq!(phone(typed, Some(Country::Dk)).as_deref(), Some("+4512345678"), "{typed}");
        }
        for typed in [
            "070-123 45 67",
            "+46 70 123 45 67",
            "+46 (0)70-123 45 67",
            "0046701234567",
            "46701234567",
            "+460701234567",
        ] {
            assert_eq!(phone(typed, Some(Country::Se)).as_deref(), Some("+46701234567"), "{typed}");
        }
        assert_eq!(phone("+46701234567", Some(Country::Dk)), phone("0701234567", Some(Country::Se)));
        assert_eq!(phone("+49 30 901820", None).as_deref(), Some("+4930901820"));
        assert_eq!(phone("46123456", Some(Country::Dk)).as_deref(), Some("+4546123456"));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in ["", "+", "12", "call me", "\u{200b}", "+123456", "1234567890123456", "a@b.dk"] {
            assert_eq!(phone(typed, Some(Country::Dk)), None, "{typed}");
        }
        assert_eq!(phone("12345678", None), None, "neither a code nor a home");
    }

    #[test]
    fn the_words_of_a_name_are_found_however_it_is_written() {
        let same = [
            ("Åse Sørensen", "SØRENSEN, A\u{30a}SE"),
            ("Anne-Marie Møller", "møller anne marie"),
            ("O'Neill", "o’neill"),
            ("Işık", "IŞIK"),
            ("İbrahim", "ibrahim"),
            ("Groß", "GROSS"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
            ("Ａｎｎａ", "anna"),
            ("An\u{200d}na\u{ad}", "anna"),
            ("Anna\tAnna", "anna"),
        ];
        for (one, other) in same {
            assert_eq!(name_words(one), name_words(other), "{one}");
        }
        assert_eq!(name_words("Æ Øland Åberg"), ["åberg", "æ", "øland"]);
        assert_ne!(name_words("Moller"), name_words("Møller"));
        assert!(name_words(" \u{200b}-.,'").is_empty());
    }

    #[test]
    fn two_texts_are_compared_without_case_width_and_what_nobody_sees() {
        for (one, other) in [
            ("ÅSA", "a\u{30a}sa"),
            ("ＡＳＡ\u{200b}", " asa "),
            ("STRASSE", "straße"),
            ("STRAẞE", "strasse"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
            ("a\u{1d173}b", "ab"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [("mıke", "mike"), ("аnna", "anna"), ("o'neill", "oneill"), ("a b", "ab")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
        assert_eq!(decimals("+45 ١٢ ３４ ²"), "451234");
    }

    #[test]
    fn typed_codes_lose_blanks_and_hyphens_and_nothing_else() {
        assert_eq!(digits("4821 7730-5519").as_deref(), Some("482177305519"));
        assert_eq!(digits("４８２１\u{200b}\u{2013}7730").as_deref(), Some("48217730"));
        for typed in ["", " - ", "4821x", "4821.", "½", "²"] {
            assert_eq!(digits(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_normalised_stays_as_it_is(typed in "\\PC{0,40}") {
            prop_assert_eq!(text(&text(&typed)), text(&typed));
            prop_assert_eq!(fold(&fold(&typed)), fold(&typed));
            for word in name_words(&typed) {
                prop_assert_eq!(name_words(&word), vec![word]);
            }
        }

        #[test]
        fn a_normalised_address_or_number_stays_as_it_is(local in "[\\PC]{1,10}", domain in "[a-zæøåß.İı-]{1,12}", number in "[+0-9() -]{1,18}") {
            if let Some(address) = mail(&format!("{local}@{domain}")) {
                prop_assert_eq!(mail(&address), Some(address.clone()));
            }
            for home in [Country::Dk, Country::Se] {
                if let Some(phone_number) = phone(&number, Some(home)) {
                    prop_assert_eq!(phone(&phone_number, None), Some(phone_number.clone()));
                }
            }
        }
    }
}
