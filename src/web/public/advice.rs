//! Advice beside what somebody types: what looks like a national number, and a likely misspelling
//! of a mail address. It is given once and never refuses anything.

use chrono::NaiveDate;

/// Whether a text holds what looks like a Danish CPR number (DDMMYY-XXXX) or a Swedish
/// personnummer or samordningsnummer (YYMMDD-XXXX, with or without century; day + 60). No check
/// digit is asked for: Danish ones are not guaranteed since 2007.
pub fn looks_like_number(text: &str) -> bool {
    let mut run = String::new();
    text.chars().chain(std::iter::once(' ')).any(|c| {
        let is_inside = c.is_ascii_digit() || (matches!(c, '-' | '+' | '–') && !run.is_empty());
        if is_inside {
            run.push(c);
            return false;
        }
        let found = is_number(&run);
        // "010190 1234": a blank in the middle belongs to it, so the date stays in the run
        let keeps = c == ' ' && matches!(run.len(), 6 | 8) && run.bytes().all(|b| b.is_ascii_digit());
        if !keeps {
            run.clear();
        }
        found
    })
}

fn is_number(run: &str) -> bool {
    let run = run.trim_end_matches(['-', '+', '–']);
    let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(10)).collect();
    let marks: Vec<usize> =
        run.chars().enumerate().filter(|(_, c)| !c.is_ascii_digit()).map(|(i, _)| i).collect();
    let two = |at: usize| digits.get(at).zip(digits.get(at + 1)).map(|(a, b)| a * 10 + b);
    let is_day = |day: Option<u32>, month: Option<u32>, may_coordinate: bool| {
        let (Some(day), Some(month)) = (day, month) else { return false };
        let day = if may_coordinate && day > 60 { day - 60 } else { day };
        // 2000 had a 29 February, as most years that are meant here may have had
        NaiveDate::from_ymd_opt(2000, month, day).is_some()
    };
    match digits.len() {
        10 if marks.is_empty() || marks == [6] => {
            is_day(two(0), two(2), false) || is_day(two(4), two(2), true)
        }
        12 if marks.is_empty() || marks == [8] => {
            matches!(two(0), Some(18..=20)) && is_day(two(6), two(4), true)
        }
        _ => false,
    }
}

/// Domains many people have an address at.
const KNOWN: &[&str] = &[
    "gmail.com",
    "hotmail.com",
    "hotmail.dk",
    "hotmail.se",
    "outlook.com",
    "outlook.dk",
    "yahoo.com",
    "yahoo.dk",
    "yahoo.se",
    "icloud.com",
    "protonmail.com",
];

/// The address that was probably meant, when the domain is one or two letters away from one that
/// many people have.
pub fn guess(email: &str) -> Option<String> {
    let (local, domain) = email.trim().rsplit_once('@')?;
    let domain = domain.to_ascii_lowercase();
    if KNOWN.contains(&domain.as_str()) {
        return None;
    }
    let near = |known: &&&str| {
        let most = if known.len() > 8 { 2 } else { 1 };
        strsim::damerau_levenshtein(known, &domain) <= most
    };
    let best = KNOWN.iter().filter(near).min_by_key(|known| strsim::damerau_levenshtein(known, &domain))?;
    Some(format!("{local}@{best}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_national_number_is_seen() {
        for text in [
            "mit nummer er 010190-1234.",
            "0101901234",
            "010190 1234",
            "19900101-1234",
            "900101-1234",
            "900161-1234 (samordningsnummer)",
            "(199001011234)",
            "900101+1234",
        ] {
            assert!(looks_like_number(text), "{text}");
        }
    }

    #[test]
    fn what_only_has_many_digits_is_not_taken_for_one() {
        for text in [
            "ordre 4711-0815",
            "+45 20 12 34 56",
            "9999999999",
            "2026-11-21",
            "kundenr. 321490-1234",
            "",
            "12345678",
        ] {
            assert!(!looks_like_number(text), "{text}");
        }
    }

    #[test]
    fn a_slip_in_a_well_known_domain_is_asked_about_and_no_other() {
        assert_eq!(guess("freja@gmial.com").as_deref(), Some("freja@gmail.com"));
        assert_eq!(guess("freja@hotmial.com").as_deref(), Some("freja@hotmail.com"));
        for email in ["freja@gmail.com", "freja@example.com", "freja@firma.dk", "freja", "a@mail.de"] {
            assert_eq!(guess(email), None, "{email}");
        }
    }
}
