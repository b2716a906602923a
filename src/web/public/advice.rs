//! Advice beside what somebody types: a likely misspelling of a mail address. It is given once and
//! never refuses anything.

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
    fn a_slip_in_a_well_known_domain_is_asked_about_and_no_other() {
        assert_eq!(guess("freja@gmial.com").as_deref(), Some("freja@gmail.com"));
        assert_eq!(guess("freja@hotmial.com").as_deref(), Some("freja@hotmail.com"));
        for email in ["freja@gmail.com", "freja@example.com", "freja@firma.dk", "freja", "a@mail.de"] {
            assert_eq!(guess(email), None, "{email}");
        }
    }
}
