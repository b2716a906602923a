//! The answers of the form: what each question takes, and what has to be mended. Nothing typed is
//! changed: free text keeps every character, zero-width and right-to-left ones too. Only control
//! characters are refused, with a message.

use crate::domain::calendar::Country;
use crate::domain::language::Lang;
use crate::domain::normalise;
use crate::domain::person::RepresentativeKind;
use crate::domain::right::Right;
use crate::services::conversation::LONGEST;
use crate::web::form::Fields;
use crate::web::view::parts::FieldError;
use crate::web::view::{Said, Slot};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError, ValidationErrors};

codes! {
    /// The questions, in their order, and the check of the answers.
    pub enum Step {
        /// Which rights.
        Rights = "rights",
        /// Which objection; asked only when "say no" was chosen.
        Objecting = "objecting",
        /// What it is about.
        About = "about",
        /// How to reach them.
        Contact = "contact",
        /// For whom.
        Who = "who",
        /// Check and send.
        Check = "check",
    }
}

/// The choice that stands for both objections.
const OBJECTING: &str = "objecting";
/// "I am not sure".
const UNSURE: &str = "unsure";
/// "Myself".
pub const SELF: &str = "self";

/// All answers so far.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Answers {
    /// Values chosen at the first question.
    pub rights: Vec<String>,
    /// Which objections.
    pub objecting: Vec<String>,
    /// What it is about.
    pub about: About,
    /// How to reach them.
    pub contact: Contact,
    /// For whom.
    pub who: Who,
}

/// What it is about.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
pub struct About {
    /// In their own words.
    #[validate(custom(function = "free_text"))]
    pub words: String,
    /// What is wrong.
    #[validate(custom(function = "free_text"))]
    pub rectify_wrong: String,
    /// What it should say.
    #[validate(custom(function = "free_text"))]
    pub rectify_right: String,
    /// What speaks against the use.
    #[validate(custom(function = "free_text"))]
    pub objection_why: String,
    /// Which decision.
    #[validate(custom(function = "free_text"))]
    pub decision_which: String,
    /// Which consent.
    #[validate(custom(function = "free_text"))]
    pub consent_which: String,
    /// Order number, shop, since when.
    #[validate(custom(function = "free_text"))]
    pub about: String,
    /// By what else they may be known.
    #[validate(custom(function = "free_text"))]
    pub other_ids: String,
}

impl About {
    /// Every field with its name, in the order of the page.
    pub fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("words", &self.words),
            ("rectify_wrong", &self.rectify_wrong),
            ("rectify_right", &self.rectify_right),
            ("objection_why", &self.objection_why),
            ("decision_which", &self.decision_which),
            ("consent_which", &self.consent_which),
            ("about", &self.about),
            ("other_ids", &self.other_ids),
        ]
    }
}

/// How to reach them.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
pub struct Contact {
    /// Name, one letter or two hundred.
    #[validate(custom(function = "name"))]
    pub name: String,
    /// Mail.
    #[validate(custom(function = "email"))]
    pub email: String,
    /// Phone.
    #[validate(custom(function = "no_controls"))]
    pub phone: String,
    /// Postal address.
    #[validate(custom(function = "postal"))]
    pub address: String,
    /// Language of the answer, when it was chosen.
    pub language: Option<Lang>,
}

/// For whom.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
pub struct Who {
    /// `self` or the code of a kind of representative.
    pub who: String,
    /// The other person's name.
    #[validate(custom(function = "long_name"))]
    pub person_name: String,
    /// The other person's mail, if the representative gives it.
    #[validate(custom(function = "email"))]
    pub person_email: String,
    /// Their phone.
    #[validate(custom(function = "no_controls"))]
    pub person_phone: String,
    /// Their postal address.
    #[validate(custom(function = "postal"))]
    pub person_address: String,
}

impl Answers {
    /// Takes what was typed at a question.
    pub fn take(&mut self, step: Step, fields: &Fields) {
        let text = |name: &str| fields.one(name).replace("\r\n", "\n");
        match step {
            Step::Rights => {
                let known = |v: &&str| *v == OBJECTING || *v == UNSURE || Right::from_code(v).is_some();
                self.rights = fields.all("right").into_iter().filter(known).map(str::to_owned).collect();
            }
            Step::Objecting => {
                let known = |v: &&str| {
                    matches!(Right::from_code(v), Some(Right::Objection | Right::MarketingObjection))
                };
                self.objecting =
                    fields.all("objecting").into_iter().filter(known).map(str::to_owned).collect();
            }
            Step::About => {
                // a field that was not asked for this time keeps what was typed before
                let take = |into: &mut String, name: &str| {
                    if fields.has(name) {
                        *into = text(name);
                    }
                };
                let about = &mut self.about;
                take(&mut about.words, "words");
                take(&mut about.rectify_wrong, "rectify_wrong");
                take(&mut about.rectify_right, "rectify_right");
                take(&mut about.objection_why, "objection_why");
                take(&mut about.decision_which, "decision_which");
                take(&mut about.consent_which, "consent_which");
                take(&mut about.about, "about");
                take(&mut about.other_ids, "other_ids");
            }
            Step::Contact => {
                let language = Lang::from_code(fields.one("language"));
                self.contact = Contact {
                    name: text("name"),
                    email: text("email"),
                    phone: text("phone"),
                    address: text("address"),
                    language,
                };
            }
            Step::Who => {
                self.who = Who {
                    who: fields.one("who").to_owned(),
                    person_name: text("person_name"),
                    person_email: text("person_email"),
                    person_phone: text("person_phone"),
                    person_address: text("person_address"),
                };
            }
            Step::Check => {}
        }
    }

    /// The rights chosen, in the order of the law, each once.
    pub fn chosen(&self) -> Vec<Right> {
        let is_objecting = self.rights.iter().any(|v| v == OBJECTING);
        let chosen = |right: &Right| match right {
            Right::Objection | Right::MarketingObjection => {
                is_objecting && self.objecting.iter().any(|v| v == right.code())
            }
            _ => self.rights.iter().any(|v| v == right.code()),
        };
        Right::ALL.iter().copied().filter(chosen).collect()
    }

    /// "I am not sure" was chosen.
    pub fn is_unsure(&self) -> bool {
        self.rights.iter().any(|v| v == UNSURE)
    }

    /// In what capacity they ask for another; none: for themselves.
    pub fn representative(&self) -> Option<RepresentativeKind> {
        RepresentativeKind::from_code(&self.who.who).filter(|kind| kind.is_asked())
    }

    /// Whether a question is asked at all.
    pub fn is_asked(&self, step: Step) -> bool {
        step != Step::Objecting || self.rights.iter().any(|v| v == OBJECTING)
    }

    /// The question after this one.
    pub fn after(&self, step: Step) -> Step {
        let later = Step::ALL.iter().skip_while(|s| **s != step).skip(1);
        later.copied().find(|s| self.is_asked(*s)).unwrap_or(Step::Check)
    }

    /// The question before this one.
    pub fn before(&self, step: Step) -> Step {
        let earlier = Step::ALL.iter().take_while(|s| **s != step);
        earlier.copied().filter(|s| self.is_asked(*s)).last().unwrap_or(Step::Rights)
    }

    /// The first question before `step` that still has something to mend.
    pub fn first_gap(&self, step: Step, country: Country) -> Option<Step> {
        let earlier = Step::ALL.iter().take_while(|s| **s != step);
        earlier.copied().find(|s| !self.problems(*s, country).is_empty())
    }

    /// What has to be mended at a question, in page order.
    pub fn problems(&self, step: Step, country: Country) -> Vec<FieldError> {
        if !self.is_asked(step) {
            return Vec::new();
        }
        match step {
            Step::Rights if self.rights.is_empty() => vec![at("right", "error-rights-none")],
            Step::Objecting if self.objecting.is_empty() => vec![at("objecting", "error-objecting-none")],
            Step::Rights | Step::Objecting | Step::Check => Vec::new(),
            Step::About => self.about_problems(),
            Step::Contact => self.contact_problems(country),
            Step::Who => self.who_problems(country),
        }
    }

    fn about_problems(&self) -> Vec<FieldError> {
        let (about, rights) = (&self.about, self.chosen());
        let needed = |right, field: &str, text: &str, id: &str| {
            (rights.contains(&right) && is_blank(text)).then(|| at(field, id))
        };
        let mut problems = Vec::new();
        problems
            .extend((self.is_unsure() && is_blank(&about.words)).then(|| at("words", "error-words-empty")));
        problems.extend(needed(
            Right::Rectification,
            "rectify_wrong",
            &about.rectify_wrong,
            "error-rectify-wrong",
        ));
        problems.extend(needed(
            Right::Rectification,
            "rectify_right",
            &about.rectify_right,
            "error-rectify-right",
        ));
        problems.extend(needed(
            Right::AutomatedDecision,
            "decision_which",
            &about.decision_which,
            "error-decision-which",
        ));
        problems.extend(needed(
            Right::ConsentWithdrawal,
            "consent_which",
            &about.consent_which,
            "error-consent-which",
        ));
        problems.extend(said(about.validate()));
        let order = about.fields().map(|(name, _)| name);
        in_order(problems, &order)
    }

    fn contact_problems(&self, country: Country) -> Vec<FieldError> {
        let contact = &self.contact;
        let mut problems = said(contact.validate());
        problems.extend(phone(&contact.phone, country).map(|id| at("phone", id)));
        let is_reachable = [&contact.email, &contact.phone, &contact.address].iter().any(|t| !is_blank(t));
        problems.extend((!is_reachable).then(|| at("email", "error-contact-none")));
        in_order(problems, &["name", "email", "phone", "address"])
    }

    fn who_problems(&self, country: Country) -> Vec<FieldError> {
        let mut problems = Vec::new();
        let is_other = self.representative().is_some();
        if !is_other && self.who.who != SELF {
            problems.push(at("who", "error-who-none"));
        }
        if is_other && is_blank(&self.who.person_name) {
            problems.push(at("person_name", "error-rep-person"));
        }
        // what was typed about somebody else counts only when somebody else is asked for
        if is_other {
            problems.extend(said(self.who.validate()));
            problems.extend(phone(&self.who.person_phone, country).map(|id| at("person_phone", id)));
        }
        in_order(problems, &["who", "person_name", "person_email", "person_phone", "person_address"])
    }
}

fn at(field: &str, id: &str) -> FieldError {
    FieldError::new(field, Said::new(id))
}

/// Whether nobody would see anything in it.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || normalise::is_invisible(c))
}

const LONGEST_NAME: usize = 200;
const LONGEST_ADDRESS: usize = 1000;
/// RFC 5321, 4.5.3.1.3: a path of 256 octets with its angle brackets.
const LONGEST_EMAIL: usize = 254;

fn wrong(id: &'static str, slots: &[(&'static str, usize)]) -> Result<(), ValidationError> {
    let mut error = ValidationError::new(id);
    for (name, value) in slots {
        error.add_param((*name).into(), value);
    }
    Err(error)
}

/// Control characters are none that anybody types; line ends and tabs are.
pub fn has_controls(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn no_controls(text: &str) -> Result<(), ValidationError> {
    if has_controls(text) { wrong("error-characters", &[]) } else { Ok(()) }
}

fn at_most(text: &str, max: usize, id: &'static str) -> Result<(), ValidationError> {
    let length = text.chars().count();
    if length > max { wrong(id, &[("max", max), ("over", length - max)]) } else { no_controls(text) }
}

fn free_text(text: &str) -> Result<(), ValidationError> {
    at_most(text, LONGEST, "error-words-long")
}

fn postal(text: &str) -> Result<(), ValidationError> {
    at_most(text, LONGEST_ADDRESS, "error-words-long")
}

fn long_name(text: &str) -> Result<(), ValidationError> {
    if text.contains('\n') {
        return wrong("error-characters", &[]);
    }
    at_most(text, LONGEST_NAME, "error-name-long")
}

fn name(text: &str) -> Result<(), ValidationError> {
    if is_blank(text) { wrong("error-name-empty", &[]) } else { long_name(text) }
}

/// The last word on an address has the library that will write to it.
fn email(text: &str) -> Result<(), ValidationError> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(());
    }
    if typed.chars().count() > LONGEST_EMAIL {
        return wrong("error-email-long", &[("max", LONGEST_EMAIL)]);
    }
    if typed.chars().any(normalise::is_invisible) {
        return wrong("error-characters", &[]);
    }
    if typed.matches('@').count() > 1 {
        return wrong("error-email-two", &[]);
    }
    if typed.contains(char::is_whitespace) {
        return wrong("error-email-space", &[]);
    }
    let has_dot = typed.rsplit_once('@').is_some_and(|(_, domain)| domain.trim_matches('.').contains('.'));
    let is_address = typed.parse::<lettre::Address>().is_ok() && normalise::mail_address(typed).is_some();
    if is_address && has_dot { Ok(()) } else { wrong("error-email-part", &[]) }
}

fn phone(text: &str, country: Country) -> Option<&'static str> {
    let typed = text.trim();
    if is_blank(typed) || has_controls(typed) {
        return None;
    }
    if typed.chars().any(char::is_alphabetic) {
        return Some("error-phone-letters");
    }
    normalise::phone(typed, Some(country)).is_none().then_some("error-phone-part")
}

/// What the rules of the fields say, as sentences.
fn said(checked: Result<(), ValidationErrors>) -> Vec<FieldError> {
    let Err(errors) = checked else { return Vec::new() };
    let first = |errors: &&Vec<ValidationError>| errors.first().cloned();
    let fields = errors.field_errors();
    let problems = fields.iter().filter_map(|(field, errors)| Some((field, first(errors)?)));
    problems
        .map(|(field, error)| {
            let numbers = error.params.iter().filter_map(|(name, value)| Some((name, value.as_i64()?)));
            let said = numbers
                .fold(Said::new(error.code.clone()), |said, (name, n)| said.with(name, Slot::Count(n)));
            FieldError::new(field, said)
        })
        .collect()
}

/// In the order of the page, one sentence a field.
fn in_order(problems: Vec<FieldError>, order: &[&str]) -> Vec<FieldError> {
    order.iter().filter_map(|name| problems.iter().find(|p| p.field == *name).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::new(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    fn contact(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut answers = Answers::default();
        answers.take(Step::Contact, &fields(pairs));
        let problems = answers.problems(Step::Contact, Country::Dk);
        problems.into_iter().map(|p| (p.field, p.said.id)).collect()
    }

    fn problem(field: &str, id: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), id.to_owned())]
    }

    #[test]
    fn one_letter_and_two_hundred_are_names_and_nothing_visible_is_none() {
        let long = "ø".repeat(200);
        for name in ["A", "Ø", &long, "محمد بن سعيد", "O\u{200b}k"] {
            assert_eq!(contact(&[("name", name), ("phone", "20123456")]), vec![], "{name}");
        }
        assert_eq!(
            contact(&[("name", "\u{200b}\u{202e} "), ("phone", "20123456")]),
            problem("name", "error-name-empty")
        );
        let longer = "ø".repeat(201);
        assert_eq!(contact(&[("name", &longer), ("phone", "20123456")]), problem("name", "error-name-long"));
        assert_eq!(
            contact(&[("name", "A\u{7}"), ("phone", "20123456")]),
            problem("name", "error-characters")
        );
    }

    #[test]
    fn an_address_says_what_is_wrong_with_it() {
        for (email, id) in [
            ("freja@", "error-email-part"),
            ("freja@example", "error-email-part"),
            ("frejaexample.com", "error-email-part"),
            ("freja @example.com", "error-email-space"),
            ("freja@example.com, b@example.com", "error-email-two"),
            ("freja\u{200b}@example.com", "error-characters"),
        ] {
            assert_eq!(contact(&[("name", "F"), ("email", email)]), problem("email", id), "{email}");
        }
        for email in
            ["freja@example.com", " freja@example.com ", "f.r+x@sub.example.co.uk", "freja@blåbær.dk"]
        {
            assert_eq!(contact(&[("name", "F"), ("email", email)]), vec![], "{email}");
        }
    }

    #[test]
    fn there_is_at_least_one_way_to_reach_them() {
        assert_eq!(contact(&[("name", "F")]), problem("email", "error-contact-none"));
        assert_eq!(contact(&[("name", "F"), ("address", "Vej 1\n2300 By")]), vec![]);
        assert_eq!(contact(&[("name", "F"), ("phone", "ring mig")]), problem("phone", "error-phone-letters"));
        assert_eq!(contact(&[("name", "F"), ("phone", "12")]), problem("phone", "error-phone-part"));
    }

    #[test]
    fn free_text_keeps_every_character_as_typed() {
        let typed = "\u{202e}abc\u{200b}\u{feff} שלום\r\nÅ\u{30a}";
        let mut answers = Answers::default();
        answers.take(Step::Rights, &fields(&[("right", "access")]));
        answers.take(Step::About, &fields(&[("words", typed)]));
        assert_eq!(answers.about.words, typed.replace("\r\n", "\n"));
        assert!(answers.problems(Step::About, Country::Dk).is_empty());
    }

    #[test]
    fn the_questions_asked_follow_from_the_rights_chosen() {
        let mut answers = Answers::default();
        assert_eq!(answers.first_gap(Step::Check, Country::Dk), Some(Step::Rights));
        answers.take(
            Step::Rights,
            &fields(&[("right", "objecting"), ("right", "rectification"), ("right", "root")]),
        );
        assert_eq!(answers.after(Step::Rights), Step::Objecting);
        assert_eq!(answers.first_gap(Step::Check, Country::Dk), Some(Step::Objecting));
        answers.take(
            Step::Objecting,
            &fields(&[("objecting", "marketing_objection"), ("objecting", "erasure")]),
        );
        assert_eq!(answers.chosen(), vec![Right::Rectification, Right::MarketingObjection]);
        let missing: Vec<_> =
            answers.problems(Step::About, Country::Dk).into_iter().map(|p| p.field).collect();
        assert_eq!(missing, ["rectify_wrong", "rectify_right"]);
        answers.take(Step::Rights, &fields(&[("right", "access")]));
        assert_eq!(answers.chosen(), vec![Right::Access], "what is not chosen any more is not sent");
        assert_eq!((answers.after(Step::Rights), answers.before(Step::About)), (Step::About, Step::Rights));
    }
}
