//! What a person can be searched by: kinds of identifiers, when two are the same, which are too
//! weak to search by, and how they are shown to somebody who has not proven them.
//!
//! Comparing follows one rule everywhere (R10), that of [`super::normalise`]. What was typed is kept
//! as typed; only comparing folds.

use crate::domain::identity::Channel;
use crate::domain::normalise::{decimals, fold, is_invisible};
use unicode_normalization::UnicodeNormalization;

codes! {
    /// A kind of identifier.
    pub enum IdentifierKind {
        /// E-mail address.
        Email = "email",
        /// Phone number.
        Phone = "phone",
        /// Whole name. Never more than weak evidence.
        Name = "name",
        /// Customer number.
        CustomerNumber = "customer_number",
        /// Member number.
        MemberNumber = "member_number",
        /// User name.
        UserName = "user_name",
        /// National personal number (CPR, personnummer).
        PersonalNumber = "personal_number",
        /// A number or name whose kind the person did not say; compared with every kind of
        /// number and user name a source has.
        Other = "other",
    }
}

impl IdentifierKind {
    /// Whether a value typed as this kind is compared with a stored value of kind `stored`.
    pub fn searches(self, stored: IdentifierKind) -> bool {
        use IdentifierKind::{CustomerNumber, MemberNumber, Other, UserName};
        self == stored || (self == Other && matches!(stored, CustomerNumber | MemberNumber | UserName))
    }
}

codes! {
    /// Why an identifier is not searched by.
    pub enum Refusal {
        /// Nothing but white space.
        Empty = "empty",
        /// Too few letters and digits to say anything; wildcard characters do not count.
        TooShort = "too_short",
        /// Longer than any real one.
        TooLong = "too_long",
        /// Control, zero-width or direction characters inside.
        Invisible = "invisible",
        /// Not of the form of its kind: no mail address, no phone number.
        Malformed = "malformed",
        /// Matches so many records that it identifies nobody.
        TooManyMatches = "too_many_matches",
    }
}

codes! {
    /// How a typed and a stored identifier agree.
    pub enum Agreement {
        /// The same, character by character.
        Exact = "exact",
        /// The same after case, width, spaces and punctuation are taken away.
        Normalised = "normalised",
        /// The last digits agree and only one of the two carries a country or trunk prefix.
        Partial = "partial",
    }
}

codes! {
    /// How much a matching identifier says.
    pub enum Strength {
        /// Adds to other evidence, identifies nobody alone: a name, a number that can be guessed.
        Weak = "weak",
        /// Belongs to one person.
        Strong = "strong",
    }
}

/// An identifier as typed, with whether the person has proven that it is theirs.
#[derive(Clone, PartialEq, Eq)]
pub struct Identifier {
    /// Kind.
    pub kind: IdentifierKind,
    /// As typed.
    pub value: String,
    /// Proven by a code, a call back or another recorded proof.
    pub proven: bool,
}

impl std::fmt::Debug for Identifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identifier({}, proven: {})", self.kind, self.proven)
    }
}

/// Longest identifier that is searched, in characters (a mail address has at most 254).
const LONGEST: usize = 320;
/// Digits two phone numbers must share at the end to agree partially.
const PHONE_TAIL: usize = 8;
/// Fewest digits of a phone number that are searched.
const PHONE_SHORTEST: usize = 6;

/// An identifier made ready for comparing.
#[derive(Clone, PartialEq, Eq)]
pub struct Needle {
    kind: IdentifierKind,
    typed: String,
    folded: String,
}

impl std::fmt::Debug for Needle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Needle({})", self.kind)
    }
}

impl Needle {
    /// Makes an identifier ready, or says why it is not searched by (T20: an empty, short or
    /// wildcard identifier would match people who have nothing to do with the case).
    pub fn new(identifier: &Identifier) -> Result<Self, Refusal> {
        let kind = identifier.kind;
        if identifier.value.chars().nth(LONGEST).is_some() {
            return Err(Refusal::TooLong);
        }
        let typed = identifier.value.trim_matches(is_blank);
        if typed.is_empty() {
            return Err(Refusal::Empty);
        }
        if kind != IdentifierKind::Name && typed.chars().any(is_invisible) {
            return Err(Refusal::Invisible);
        }
        let folded = folded(kind, typed);
        refuse_weak(kind, typed, &folded)?;
        Ok(Needle { kind, typed: typed.to_string(), folded })
    }

    /// Its kind.
    pub fn kind(&self) -> IdentifierKind {
        self.kind
    }

    /// The folded value without any space: what a database may narrow the search by before
    /// [`Needle::agrees`] decides.
    pub fn compact(&self) -> String {
        self.folded.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// The last digits a stored phone number must end with to agree at all.
    pub fn phone_tail(&self) -> &str {
        let start = self.folded.len().saturating_sub(PHONE_TAIL);
        self.folded.get(start..).unwrap_or(&self.folded)
    }

    /// Letters and digits in it.
    pub fn weight(&self) -> usize {
        self.folded.chars().filter(|c| c.is_alphanumeric()).count()
    }

    /// Whether the stored value is the same identifier, and how. This is the only judge: what a
    /// database lets through is always asked here again.
    pub fn agrees(&self, stored: &str) -> Option<Agreement> {
        if stored.chars().nth(LONGEST).is_some() {
            return None;
        }
        if stored == self.typed {
            return Some(Agreement::Exact);
        }
        let stored = folded(self.kind, stored);
        if stored == self.folded {
            return Some(Agreement::Normalised);
        }
        let is_tail = |long: &str, short: &str| short.len() >= PHONE_TAIL && long.ends_with(short);
        (self.kind == IdentifierKind::Phone
            && (is_tail(&stored, &self.folded) || is_tail(&self.folded, &stored)))
        .then_some(Agreement::Partial)
    }
}

fn refuse_weak(kind: IdentifierKind, typed: &str, folded: &str) -> Result<(), Refusal> {
    let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let enough = |has: usize, needs: usize| if has < needs { Err(Refusal::TooShort) } else { Ok(()) };
    match kind {
        IdentifierKind::Email => {
            let (local, domain) = folded.rsplit_once('@').ok_or(Refusal::Malformed)?;
            if folded.chars().any(char::is_whitespace) || !domain.contains('.') || local.contains('@') {
                return Err(Refusal::Malformed);
            }
            enough(count(local), 1)?;
            enough(count(domain), 3)
        }
        IdentifierKind::Phone => {
            let is_phone = |c: char| c.is_numeric() || c.is_whitespace() || "+-–().,/".contains(c);
            if !typed.nfkc().all(is_phone) {
                return Err(Refusal::Malformed);
            }
            enough(folded.len(), PHONE_SHORTEST)
        }
        IdentifierKind::PersonalNumber => enough(folded.len(), 8),
        IdentifierKind::Name => enough(count(folded), 2),
        _ => enough(count(folded), 1),
    }
}

/// The form two values of a kind are compared in.
fn folded(kind: IdentifierKind, text: &str) -> String {
    match kind {
        IdentifierKind::Phone => {
            let digits = decimals(text);
            digits.trim_start_matches('0').to_string()
        }
        IdentifierKind::PersonalNumber => decimals(text),
        _ => fold(text),
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || (is_invisible(c) && c != '\0')
}

const HIDDEN: &str = "•••";

/// An identifier as shown to somebody who must not learn it: `l•••@embraer.com.br`, `••• 55`,
/// `L••• G•••`; nothing of a personal number.
pub fn masked(kind: IdentifierKind, value: &str) -> String {
    let value = value.trim_matches(is_blank);
    match kind {
        IdentifierKind::Email => match value.rsplit_once('@') {
            Some((local, domain)) if local.chars().count() > 2 => {
                format!("{}{HIDDEN}@{domain}", first_letter(local))
            }
            Some((_, domain)) => format!("{HIDDEN}@{domain}"),
            None => HIDDEN.to_string(),
        },
        IdentifierKind::Phone => last_two_digits(value),
        IdentifierKind::Name => {
            let words = value.split_whitespace().take(6);
            let masked: Vec<_> = words.map(|word| format!("{}{HIDDEN}", first_letter(word))).collect();
            if masked.is_empty() { HIDDEN.to_string() } else { masked.join(" ") }
        }
        IdentifierKind::PersonalNumber => HIDDEN.to_string(),
        _ => first_letter_of_long(value),
    }
}

/// An address on record as shown before it is proven; of a postal address only the city.
pub fn masked_address(channel: Channel, value: &str, city: Option<&str>) -> String {
    match channel {
        Channel::Email => masked(IdentifierKind::Email, value),
        Channel::Phone => masked(IdentifierKind::Phone, value),
        Channel::Post | Channel::Counter => match city.map(str::trim).filter(|city| !city.is_empty()) {
            Some(city) => format!("{HIDDEN}, {city}"),
            None => HIDDEN.to_string(),
        },
    }
}

fn first_letter(text: &str) -> String {
    text.chars().find(|c| !is_invisible(*c)).map(String::from).unwrap_or_default()
}

fn first_letter_of_long(text: &str) -> String {
    if text.chars().count() > 4 { format!("{}{HIDDEN}", first_letter(text)) } else { HIDDEN.to_string() }
}

fn last_two_digits(text: &str) -> String {
    let digits: Vec<char> = decimals(text).chars().collect();
    match digits.as_slice() {
        [rest @ .., a, b] if rest.len() >= 4 => format!("{HIDDEN} {a}{b}"),
        _ => HIDDEN.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierKind::{CustomerNumber, Email, Name, Other, PersonalNumber, Phone};

    fn needle(kind: IdentifierKind, value: &str) -> Result<Needle, Refusal> {
        Needle::new(&Identifier { kind, value: value.to_string(), proven: false })
    }

    fn agrees(kind: IdentifierKind, typed: &str, stored: &str) -> Option<Agreement> {
        needle(kind, typed).unwrap().agrees(stored)
    }

    #[test]
    fn mail_addresses_agree_whatever_their_case_and_width() {
        assert_eq!(agrees(Email, "a.b@x.dk", "a.b@x.dk"), Some(Agreement::Exact));
        assert_eq!(agrees(Email, " \u{200B}A.B@X.DK\n", "a.b@x.dk"), Some(Agreement::Normalised));
        assert_eq!(agrees(Email, "ＡＳＡ@x.dk", "asa@x.dk"), Some(Agreement::Normalised));
        assert_eq!(agrees(Email, "ÅSA@x.dk", "a\u{30A}sa@X.DK "), Some(Agreement::Normalised));
        assert_eq!(agrees(Email, "strasse@x.de", "straße@x.de"), Some(Agreement::Normalised));
    }

    #[test]
    fn letters_that_only_look_alike_do_not_agree() {
        assert_eq!(agrees(Email, "mıke@x.dk", "mike@x.dk"), None, "dotless i");
        assert_eq!(agrees(Email, "аnna@x.dk", "anna@x.dk"), None, "Cyrillic a");
        assert_eq!(agrees(Email, "a_b@x.dk", "acb@x.dk"), None, "the underscore is no wildcard");
        assert_eq!(agrees(Email, "ann@x.dk", "anna@x.dk"), None);
    }

    #[test]
    fn phone_numbers_agree_by_their_digits_with_or_without_country() {
        assert_eq!(agrees(Phone, "+55 12 39235555", "+55 (12) 3923-5555"), Some(Agreement::Normalised));
        assert_eq!(agrees(Phone, "0045 12345678", "+45 12 34 56 78"), Some(Agreement::Normalised));
        assert_eq!(agrees(Phone, "12 34 56 78", "+4512345678"), Some(Agreement::Partial));
        assert_eq!(agrees(Phone, "+46 70 123 45 67", "070-1234567"), Some(Agreement::Partial));
        assert_eq!(agrees(Phone, "345678", "+4512345678"), None, "six digits are no tail");
    }

    #[test]
    fn what_identifies_nobody_is_refused() {
        for (kind, value, why) in [
            (Email, "", Refusal::Empty),
            (Email, " \t\u{200B} ", Refusal::Empty),
            (Email, "%@%.%", Refusal::TooShort),
            (Email, "%", Refusal::Malformed),
            (Email, "a@b@c.dk", Refusal::Malformed),
            (Email, "no at sign.dk", Refusal::Malformed),
            (Email, "lu\u{200B}isg@x.dk", Refusal::Invisible),
            (Email, "lui\0sg@x.dk", Refusal::Invisible),
            (Email, "luisg@x.dk\0", Refusal::Invisible),
            (Phone, "12345", Refusal::TooShort),
            (Phone, "123%456789", Refusal::Malformed),
            (Name, "%", Refusal::TooShort),
            (CustomerNumber, "***", Refusal::TooShort),
            (Other, "__%%", Refusal::TooShort),
            (PersonalNumber, "1234", Refusal::TooShort),
        ] {
            assert_eq!(needle(kind, value).unwrap_err(), why, "{kind} {value:?}");
        }
        assert_eq!(needle(Email, &"a".repeat(10_000)).unwrap_err(), Refusal::TooLong);
    }

    #[test]
    fn a_masked_value_keeps_little() {
        assert_eq!(masked(Email, "luisg@embraer.com.br"), "l•••@embraer.com.br");
        assert_eq!(masked(Email, "al@x.dk"), "•••@x.dk");
        assert_eq!(masked(Email, "no address"), "•••");
        assert_eq!(masked(Phone, "+55 (12) 3923-5555"), "••• 55");
        assert_eq!(masked(Phone, "112"), "•••");
        assert_eq!(masked(Name, "Luís Gonçalves"), "L••• G•••");
        assert_eq!(masked(PersonalNumber, "010203-1234"), "•••");
        assert_eq!(masked(CustomerNumber, "1"), "•••");
        assert_eq!(masked_address(Channel::Post, "Storgatan 1, Malmö", Some("Malmö")), "•••, Malmö");
        assert_eq!(masked_address(Channel::Post, "Storgatan 1", None), "•••");
    }

    #[test]
    fn debug_shows_no_value() {
        let identifier = Identifier { kind: Email, value: "canary@x.dk".into(), proven: true };
        assert!(!format!("{identifier:?} {:?}", Needle::new(&identifier)).contains("canary"));
    }
}
