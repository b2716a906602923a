//! Whether a register is whole: codes that lead somewhere, texts in every language it names,
//! transfers that are allowed. A problem names where it is and what to do, in a code the screens
//! put into words.

use super::{Register, Role};
use crate::domain::finding::Texts;
use crate::domain::grounds::Ground;
use chrono::NaiveDate;
use std::collections::BTreeSet;

codes! {
    /// What is wrong.
    pub enum ProblemKind {
        /// Two entries have one code.
        Twice = "twice",
        /// A code is empty or holds something else than a–z, 0–9, `-` and `_`.
        BadCode = "bad_code",
        /// It refers to an entry that is not there.
        Unknown = "unknown",
        /// A text is missing in a language of the register.
        NoText = "no_text",
        /// Something that must be said is empty.
        Empty = "empty",
        /// Nothing allows the transfer today.
        Lapsed = "lapsed",
        /// Special categories without a ground of art. 9(2).
        NoSpecialGround = "no_special_ground",
        /// A recipient without an agreement.
        NoAgreement = "no_agreement",
        /// A controller this installation does not have.
        NotConfigured = "not_configured",
        /// No country code of two capital letters.
        BadCountry = "bad_country",
    }
}

impl ProblemKind {
    /// Whether a register with it cannot be kept. The others are warnings: true of the world, to be
    /// mended there.
    pub const fn is_error(self) -> bool {
        !matches!(
            self,
            ProblemKind::NoText
                | ProblemKind::Lapsed
                | ProblemKind::NoSpecialGround
                | ProblemKind::NoAgreement
        )
    }
}

/// Something that is not right in a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Section: `activity`.
    pub section: &'static str,
    /// Code of the entry; empty for the register as a whole.
    pub code: String,
    /// Field of it.
    pub field: &'static str,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What it is about: the unknown code, the language that is missing, the last day.
    pub detail: String,
}

impl Register {
    /// Everything that is not right on this day, in the order of the file.
    pub fn problems(&self, today: NaiveDate) -> Vec<Problem> {
        let mut check = Check { register: self, found: Vec::new() };
        check.whole();
        check.parties(today);
        check.words();
        check.activities();
        check.found
    }
}

struct Check<'a> {
    register: &'a Register,
    found: Vec<Problem>,
}

impl Check<'_> {
    fn say(
        &mut self,
        section: &'static str,
        code: &str,
        field: &'static str,
        kind: ProblemKind,
        detail: &str,
    ) {
        self.found.push(Problem { section, code: code.to_owned(), field, kind, detail: detail.to_owned() });
    }

    fn text(&mut self, section: &'static str, code: &str, field: &'static str, texts: &Texts) {
        for lang in &self.register.languages {
            if texts.get(lang).is_none_or(|text| text.trim().is_empty()) {
                self.say(section, code, field, ProblemKind::NoText, lang.code());
            }
        }
    }

    /// A text that may be left out, but then in every language.
    fn text_if_any(&mut self, section: &'static str, code: &str, field: &'static str, texts: &Texts) {
        if !texts.is_empty() {
            self.text(section, code, field, texts);
        }
    }

    fn filled(&mut self, section: &'static str, code: &str, field: &'static str, words: &str) {
        if words.trim().is_empty() {
            self.say(section, code, field, ProblemKind::Empty, "");
        }
    }

    fn country(&mut self, section: &'static str, code: &str, country: &str) {
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            self.say(section, code, "country", ProblemKind::BadCountry, country);
        }
    }

    fn codes<'c>(&mut self, section: &'static str, codes: impl Iterator<Item = &'c String>) {
        let mut seen = BTreeSet::new();
        for code in codes {
            if !is_code(code) {
                self.say(section, code, "code", ProblemKind::BadCode, code);
            }
            if !seen.insert(code) {
                self.say(section, code, "code", ProblemKind::Twice, code);
            }
        }
    }

    fn refers(
        &mut self,
        section: &'static str,
        code: &str,
        field: &'static str,
        to: &[String],
        is_there: impl Fn(&Register, &str) -> bool,
    ) {
        for wanted in to {
            if !is_there(self.register, wanted) {
                self.say(section, code, field, ProblemKind::Unknown, wanted);
            }
        }
    }

    fn whole(&mut self) {
        let register = self.register;
        if !is_code(&register.name) {
            self.say("register", "", "name", ProblemKind::BadCode, &register.name);
        }
        if register.controllers.is_empty() {
            self.say("register", "", "controllers", ProblemKind::Empty, "");
        }
        if register.languages.is_empty() {
            self.say("register", "", "languages", ProblemKind::Empty, "");
        }
        self.codes("contact", register.contact.iter().map(|one| &one.code));
        self.codes("joint", register.joint.iter().map(|one| &one.code));
        self.codes("customer", register.customer.iter().map(|one| &one.code));
        self.codes("product", register.product.iter().map(|one| &one.code));
        self.codes("subject", register.subject.iter().map(|one| &one.code));
        self.codes("category", register.category.iter().map(|one| &one.code));
        self.codes("recipient", register.recipient.iter().map(|one| &one.code));
        self.codes("transfer", register.transfer.iter().map(|one| &one.code));
        self.codes("retention", register.retention.iter().map(|one| &one.code));
        self.codes("measure", register.measure.iter().map(|one| &one.code));
        self.codes("policy", register.policy.iter().map(|one| &one.version));
        self.codes("activity", register.activity.iter().map(|one| &one.code));
    }

    fn parties(&mut self, today: NaiveDate) {
        let register = self.register;
        for one in &register.contact {
            self.filled("contact", &one.code, "name", &one.name);
            if [&one.email, &one.phone, &one.postal].iter().all(|way| way.trim().is_empty()) {
                self.say("contact", &one.code, "email", ProblemKind::Empty, "");
            }
        }
        for one in &register.joint {
            self.filled("joint", &one.code, "name", &one.name);
            self.filled("joint", &one.code, "contact", &one.contact);
            self.country("joint", &one.code, &one.country);
            self.text("joint", &one.code, "arrangement", &one.arrangement);
        }
        for one in &register.customer {
            self.filled("customer", &one.code, "name", &one.name);
            self.country("customer", &one.code, &one.country);
            self.filled("customer", &one.code, "agreement", &one.agreement);
            if [&one.email, &one.phone, &one.postal].iter().all(|way| way.trim().is_empty()) {
                self.say("customer", &one.code, "email", ProblemKind::Empty, "");
            }
        }
        for one in &register.recipient {
            self.filled("recipient", &one.code, "name", &one.name);
            self.country("recipient", &one.code, &one.country);
            self.text("recipient", &one.code, "does", &one.does);
            if one.agreement == super::Agreement::Missing {
                self.say("recipient", &one.code, "agreement", ProblemKind::NoAgreement, "");
            }
        }
        for one in &register.transfer {
            let to = std::slice::from_ref(&one.recipient);
            self.refers("transfer", &one.code, "recipient", to, |r, code| r.recipient(code).is_some());
            self.country("transfer", &one.code, &one.country);
            self.text_if_any("transfer", &one.code, "words", &one.words);
            if one.is_lapsed(today) {
                let last = [one.until, one.mechanism.ended_on()].into_iter().flatten().min();
                let last = last.map_or_else(|| "none".to_owned(), |on| on.to_string());
                self.say("transfer", &one.code, "mechanism", ProblemKind::Lapsed, &last);
            }
        }
    }

    fn words(&mut self) {
        let register = self.register;
        for one in &register.product {
            self.text("product", &one.code, "label", &one.label);
        }
        for one in &register.subject {
            self.text("subject", &one.code, "label", &one.label);
        }
        for one in &register.category {
            self.text("category", &one.code, "label", &one.label);
        }
        for one in &register.measure {
            self.text("measure", &one.code, "words", &one.words);
        }
        for one in &register.retention {
            self.text("retention", &one.code, "label", &one.label);
            self.text_if_any("retention", &one.code, "basis", &one.basis);
            if !one.ground.is_empty() && Ground::find(&one.ground).is_none() {
                self.say("retention", &one.code, "ground", ProblemKind::Unknown, &one.ground);
            }
        }
    }

    fn activities(&mut self) {
        let register = self.register;
        for one in &register.activity {
            let code = one.code.as_str();
            self.text("activity", code, "label", &one.label);
            self.text("activity", code, "purposes", &one.purposes);
            for (field, texts) in [
                ("source", &one.source),
                ("nothing_held", &one.nothing_held),
                ("not_identifiable", &one.not_identifiable),
                ("self_service", &one.self_service),
            ] {
                self.text_if_any("activity", code, field, texts);
            }
            if let Some(automated) = &one.automated {
                self.text("activity", code, "logic", &automated.logic);
                self.text("activity", code, "significance", &automated.significance);
            }
            for basis in &one.basis {
                self.text_if_any("activity", code, "basis", &basis.words);
            }
            let controllers = &register.controllers;
            self.refers("activity", code, "controllers", &one.controllers, |_, c| {
                controllers.iter().any(|known| known == c)
            });
            self.refers("activity", code, "customers", &one.customers, |r, c| r.customer(c).is_some());
            self.refers("activity", code, "joint", &one.joint, |r, c| r.joint.iter().any(|j| j.code == c));
            self.refers("activity", code, "products", &one.products, |r, c| r.product(c).is_some());
            self.refers("activity", code, "subjects", &one.subjects, |r, c| {
                r.subject.iter().any(|s| s.code == c)
            });
            self.refers("activity", code, "categories", &one.categories, |r, c| r.category(c).is_some());
            self.refers("activity", code, "retention", &one.retention, |r, c| r.rule(c).is_some());
            self.refers("activity", code, "recipients", &one.recipients, |r, c| r.recipient(c).is_some());
            self.refers("activity", code, "measures", &one.measures, |r, c| {
                r.measure.iter().any(|m| m.code == c)
            });
            if one.role != Role::Processor && one.basis.is_empty() && one.nothing_held.is_empty() {
                self.say("activity", code, "basis", ProblemKind::Empty, "");
            }
            if one.is_ours() && one.retention.is_empty() && one.nothing_held.is_empty() {
                self.say("activity", code, "retention", ProblemKind::Empty, "");
            }
            let is_special = one.categories.iter().filter_map(|c| register.category(c)).any(|c| c.special);
            if is_special && one.basis.iter().all(|basis| basis.article_9.is_none()) {
                self.say("activity", code, "basis", ProblemKind::NoSpecialGround, "");
            }
        }
    }
}

/// Whether a code can be a folder name in a package and a part of an address.
fn is_code(code: &str) -> bool {
    !code.is_empty()
        && code.len() <= 60
        && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}
