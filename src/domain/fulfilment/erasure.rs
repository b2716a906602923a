//! Erasure (art. 17): activity by activity what is erased, made anonymous or kept, by which rule and
//! until when; what backups hold and how long; what was done about published data.

use super::{Gap, Missing, Recipients, Touched, says};
use crate::domain::finding::Texts;
use crate::domain::grounds::Ground;
use crate::domain::language::Lang;
use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use crate::domain::register::{Activity, Disposal, Register, RetentionRule};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

codes! {
    /// The ground of art. 17(1) the person may claim.
    pub enum Claim {
        /// No longer necessary.
        NotNecessary = "a",
        /// Consent withdrawn and no other ground.
        ConsentWithdrawn = "b",
        /// Objected.
        Objected = "c",
        /// Unlawfully processed.
        Unlawful = "d",
        /// A law demands the erasure.
        LegalDuty = "e",
        /// Collected from a child for a service of the information society.
        Child = "f",
    }
}

codes! {
    /// What is done with the data of one activity.
    pub enum Action {
        /// Nothing is held there about the person.
        Nothing = "nothing",
        /// Erased.
        Erase = "erase",
        /// Made anonymous.
        Anonymise = "anonymise",
        /// Kept, by a rule.
        Keep = "keep",
    }
}

/// One activity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The activity; the code is empty where there is no register.
    pub touched: Touched,
    /// What is done.
    pub action: Option<Action>,
    /// Code of the retention rule, when it is kept.
    pub rule: String,
    /// The ground it is kept on (art. 17(3)).
    pub ground: String,
    /// The day the rule's period began.
    pub start_on: Option<NaiveDate>,
    /// Until when it is kept.
    pub until_on: Option<NaiveDate>,
    /// Why, in words: the law or the claim.
    pub why: String,
    /// Pictures, voice or biometrics are among the data.
    pub likeness: bool,
    /// Data of it were made public.
    pub made_public: bool,
}

/// The record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The ground the person claims.
    pub claimed: Option<Claim>,
    /// Activity by activity.
    pub lines: Vec<Line>,
    /// What became of pictures, voice and biometrics.
    pub likeness: String,
    /// The steps of art. 17(2).
    pub public_steps: String,
    /// The day it was done.
    pub erased_on: Option<NaiveDate>,
    /// Days until backups are overwritten, as the register has it; none when there are no backups.
    pub backup_days: Option<u32>,
    /// Who is told.
    pub recipients: Recipients,
}

/// A text in a language, or in any it was written in.
fn said(texts: &Texts, lang: Lang) -> String {
    texts.get(&lang).or_else(|| texts.values().next()).cloned().unwrap_or_default()
}

impl Line {
    /// What the register proposes for an activity: keep by the rule of the highest precedence that
    /// keeps against an erasure, make anonymous where the rules end in that, else erase.
    pub fn propose(register: &Register, activity: &Activity, lang: Lang) -> Line {
        let rules = register.rules_of(activity);
        let keeps = rules.iter().find(|rule| rule.keeps_against_erasure());
        let is = |wanted: fn(&crate::domain::register::Category) -> bool| {
            activity.categories.iter().filter_map(|code| register.category(code)).any(wanted)
        };
        let anonymises = rules.first().is_some_and(|rule| rule.then == Disposal::Anonymise);
        let blank = Line {
            touched: Touched { code: activity.code.clone(), label: said(&activity.label, lang) },
            action: Some(if anonymises { Action::Anonymise } else { Action::Erase }),
            likeness: is(|category| category.likeness),
            made_public: activity.made_public,
            ..Line::default()
        };
        match keeps {
            Some(rule) => Line { action: Some(Action::Keep), ..blank.kept_by(rule, lang) },
            None => blank,
        }
    }

    /// The same kept by this rule: its ground, its words, and until when as far as a start is known.
    #[must_use]
    pub fn kept_by(self, rule: &RetentionRule, lang: Lang) -> Line {
        let words = if rule.basis.is_empty() { &rule.label } else { &rule.basis };
        Line {
            rule: rule.code.clone(),
            ground: rule.ground.clone(),
            until_on: self.start_on.and_then(|start| rule.keep_until(start)),
            why: if says(&self.why) { self.why.clone() } else { said(words, lang) },
            ..self
        }
    }

    fn is_gone(&self) -> bool {
        matches!(self.action, Some(Action::Erase | Action::Anonymise))
    }
}

impl Erasure {
    /// The lines with this action.
    pub fn with(&self, action: Action) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.action == Some(action))
    }

    /// Whether anything is erased or made anonymous.
    pub fn erases(&self) -> bool {
        self.lines.iter().any(Line::is_gone)
    }

    /// The activities data of which are gone.
    pub fn touched(&self) -> Vec<Touched> {
        self.lines.iter().filter(|line| line.is_gone()).map(|line| line.touched.clone()).collect()
    }

    /// The last day something erased may lie in a backup; none when nothing is.
    pub fn backup_until(&self) -> Option<NaiveDate> {
        let days = self.backup_days.filter(|_| self.erases())?;
        self.erased_on?.checked_add_days(Days::new(u64::from(days)))
    }

    pub(super) fn missing(&self, outcome: Outcome) -> Vec<Missing> {
        let mut all = Vec::new();
        if self.claimed.is_none() {
            all.push(Missing::new("e-claimed", Gap::Claim));
        }
        if self.lines.is_empty() {
            all.push(Missing::new("e-what-1", Gap::What));
        }
        for (at, line) in self.lines.iter().enumerate() {
            let mut lacks = |name: &str, gap| all.push(Missing::new(format!("e-{name}-{}", at + 1), gap));
            match line.action {
                None => lacks("action", Gap::Action),
                Some(Action::Keep) => {
                    if Ground::find(&line.ground).is_none() {
                        lacks("ground", Gap::Ground);
                    }
                    if !says(&line.why) {
                        lacks("why", Gap::Why);
                    }
                    if line.until_on.is_none() {
                        lacks("start", Gap::Until);
                    }
                }
                Some(_) => {}
            }
        }
        let kept = self.with(Action::Keep).next().is_some();
        if outcome == Outcome::Fulfilled && kept {
            all.push(Missing::new("outcome", Gap::NotAll));
        }
        if !self.lines.is_empty() && !self.erases() {
            all.push(Missing::new("outcome", Gap::Nothing));
        }
        if self.erases() && self.erased_on.is_none() {
            all.push(Missing::new("e-erased_on", Gap::Day));
        }
        let gone = |wanted: fn(&Line) -> bool| self.lines.iter().any(|line| line.is_gone() && wanted(line));
        if gone(|line| line.likeness) && !says(&self.likeness) {
            all.push(Missing::new("e-likeness", Gap::Likeness));
        }
        if gone(|line| line.made_public) && !says(&self.public_steps) {
            all.push(Missing::new("e-public", Gap::Public));
        }
        all
    }

    pub(super) fn grounds(&self) -> Vec<GroundText> {
        let text = |line: &Line| {
            Some(GroundText {
                code: line.ground.clone(),
                article: Ground::find(&line.ground)?.article.to_owned(),
                what: line.touched.label.clone(),
                why: line.why.clone(),
            })
        };
        self.with(Action::Keep).filter_map(text).collect()
    }
}
