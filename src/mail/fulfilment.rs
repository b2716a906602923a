//! What an answer says was done, right by right (`LAW.md` E 6–8): paragraphs and lists in the language
//! of the case, from the record alone.

use crate::domain::calendar::Country;
use crate::domain::fulfilment::{
    Action, Burden, Consent, Erasure, Fulfilment, Objection, Portability, Recipients, Rectification,
    Restriction, Review, Transfer, Verdict,
};
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::words::{self, Value};
use chrono::NaiveDate;

/// The paragraphs of one letter.
struct Parts {
    lang: Lang,
    all: Vec<String>,
}

/// What was done, as the letter says it. Empty where nothing was.
pub(super) fn done(lang: Lang, record: &Fulfilment, outcome: Outcome) -> Vec<String> {
    let mut parts = Parts { lang, all: Vec::new() };
    match record {
        Fulfilment::Objection(record) => parts.objection(record, outcome),
        _ if !outcome.releases() => {}
        Fulfilment::Rectification(record) => parts.rectification(record),
        Fulfilment::Erasure(record) => parts.erasure(record),
        Fulfilment::Restriction(record) => parts.restriction(record),
        Fulfilment::Portability(record) => parts.portability(record),
        Fulfilment::AutomatedDecision(record) => parts.review(record),
        Fulfilment::ConsentWithdrawal(record) => parts.consent(record),
    }
    parts.all
}

/// The evidence behind art. 12(5), and the fee instead.
pub(super) fn proof(lang: Lang, burden: &Burden) -> Vec<String> {
    let mut parts = Parts { lang, all: Vec::new() };
    let mut lines = vec![burden.objective.clone(), burden.subjective.clone()];
    lines.extend(burden.evidence.iter().cloned());
    parts.list("told-proof", &[], lines);
    if let Some(fee) = &burden.fee {
        parts.say("told-fee", &[("amount", (&fee.amount).into()), ("basis", (&fee.basis).into())]);
    }
    parts.all
}

/// How a decision of a public body is appealed in its country, beside the complaint of art. 77.
pub(super) fn appeal(lang: Lang, country: Country, name: &str) -> String {
    let key = match country {
        Country::Dk => "told-appeal-dk",
        Country::Se => "told-appeal-se",
    };
    words::text(lang, key, &[("name", name.into())])
}

/// One line. Hard spaces stay.
fn line(text: &str) -> String {
    let parts = text.split([' ', '\n', '\t', '\r']);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Parts {
    fn text(&self, key: &str, slots: &[(&str, Value)]) -> String {
        words::text(self.lang, key, slots)
    }

    fn say(&mut self, key: &str, slots: &[(&str, Value)]) {
        let text = self.text(key, slots);
        self.all.push(text);
    }

    /// A sentence with somebody's own words, when there are any.
    fn say_words(&mut self, key: &str, slot: &str, own: &str) {
        if !own.trim().is_empty() {
            self.say(key, &[(slot, line(own).into())]);
        }
    }

    fn list(&mut self, key: &str, slots: &[(&str, Value)], lines: Vec<String>) {
        let lines: Vec<String> = lines
            .iter()
            .map(|one| line(one))
            .filter(|one| !one.is_empty())
            .map(|one| format!("- {one}"))
            .collect();
        if !lines.is_empty() {
            self.say(key, slots);
            self.all.push(lines.join("\n"));
        }
    }

    fn day(&self, on: Option<NaiveDate>) -> Value {
        on.map(|on| words::day(self.lang, on)).unwrap_or_default().into()
    }

    fn recipients(&mut self, of: &Recipients) {
        if of.all.is_empty() {
            return;
        }
        if of.named {
            let names = words::list(self.lang, &of.names());
            self.say("told-recipients-named", &[("names", names.into())]);
        } else {
            self.say("told-recipients", &[]);
        }
    }

    fn rectification(&mut self, record: &Rectification) {
        let mut lines = Vec::new();
        for one in record.changed() {
            let key = if one.old.trim().is_empty() { "told-rectified-added" } else { "told-rectified-line" };
            let slots =
                [("field", (&one.field).into()), ("old", (&one.old).into()), ("new", (&one.new).into())];
            let mut text = self.text(key, &slots);
            if one.verdict == Some(Verdict::Partly) {
                text = format!("{text} {}", self.text("told-rectified-partly", &[]));
            }
            lines.push(text);
        }
        self.list("told-rectified", &[("day", self.day(record.done_on))], lines);
        self.say_words("told-statement", "statement", &record.statement);
        self.recipients(&record.recipients);
    }

    fn erasure(&mut self, record: &Erasure) {
        let day = self.day(record.erased_on);
        let named = |action| record.with(action).map(|line| line.touched.label.clone()).collect();
        self.list("told-erased", &[("day", day.clone())], named(Action::Erase));
        self.list("told-anonymised", &[("day", day)], named(Action::Anonymise));
        let kept = |one: &crate::domain::fulfilment::Line| {
            let slots = [("what", (&one.touched.label).into()), ("day", self.day(one.until_on))];
            self.text("told-kept-line", &slots)
        };
        let kept = record.with(Action::Keep).map(kept).collect();
        self.list("told-kept", &[], kept);
        self.say_words("told-likeness", "text", &record.likeness);
        self.say_words("told-public", "steps", &record.public_steps);
        if let Some(until_on) = record.backup_until() {
            self.say("told-backup", &[("day", self.day(Some(until_on)))]);
        }
        self.recipients(&record.recipients);
    }

    fn restriction(&mut self, record: &Restriction) {
        let slots = [("what", line(&record.what).into()), ("day", self.day(record.from_on))];
        self.say("told-restricted", &slots);
        if let Some(case) = record.case {
            self.say(&format!("told-case-{case}"), &[]);
        }
        self.say("told-restricted-may", &[]);
        self.say("told-restricted-notice", &[]);
        self.recipients(&record.recipients);
    }

    fn objection(&mut self, record: &Objection, outcome: Outcome) {
        if outcome.releases() {
            let slots = [("what", line(&record.stopped).into()), ("day", self.day(record.stopped_on))];
            self.say("told-stopped", &slots);
            if record.offer_erasure {
                self.say("told-offer-erasure", &[]);
            }
        } else if record.is_weighed() {
            self.say_words("told-situation", "text", &record.situation);
            self.say_words("told-compelling", "text", &record.compelling);
            self.say_words("told-weighing", "text", &record.weighing);
            self.say("told-by-person", &[]);
        }
    }

    fn consent(&mut self, record: &Consent) {
        let which = words::list(self.lang, &record.which);
        self.say("told-consent", &[("which", which.into()), ("day", self.day(record.stopped_on))]);
        self.say_words("told-other-ground", "ground", &record.other_ground);
        if record.offer_erasure {
            self.say("told-offer-erasure", &[]);
        }
    }

    fn review(&mut self, record: &Review) {
        if record.existed == Some(false) {
            self.say("told-no-decision", &[]);
            return;
        }
        self.say_words("told-decision-which", "text", &record.which);
        self.say_words("told-reviewer", "function", &record.function);
        self.say_words("told-view", "text", &record.view);
        self.say_words("told-decision", "text", &record.decision);
        self.say_words("told-reasons", "text", &record.reasons);
        self.say_words("told-logic", "text", &record.logic);
        self.say_words("told-significance", "text", &record.significance);
    }

    fn portability(&mut self, record: &Portability) {
        if record.transfer == Some(Transfer::Done) {
            let slots = [("to", line(&record.to).into()), ("day", self.day(record.on))];
            self.say("told-transferred", &slots);
            self.say_words("told-transferred-how", "text", &record.how);
        }
        self.say("told-portable", &[]);
        self.say_words("told-outside", "text", &record.outside);
    }
}
