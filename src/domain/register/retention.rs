//! How long something is kept: from which event, for how long, on which ground (arts. 5(1)(e),
//! 17(3)).

use crate::domain::finding::Texts;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

codes! {
    /// What a period begins with.
    pub enum StartEvent {
        /// The data came to us.
        Collected = "collected",
        /// The last contact or dialogue.
        LastContact = "last_contact",
        /// The relation ended.
        RelationEnded = "relation_ended",
        /// Consent was withdrawn, or somebody unsubscribed.
        Withdrawn = "withdrawn",
        /// The financial year the data belong to ended.
        FinancialYearEnded = "financial_year_ended",
        /// The scheme or service was left.
        SchemeLeft = "scheme_left",
        /// The results of a survey were done.
        SurveyDone = "survey_done",
        /// The claim was settled or given up.
        ClaimEnded = "claim_ended",
        /// The purpose ended.
        PurposeEnded = "purpose_ended",
    }
}

codes! {
    /// What happens when the period has run out.
    pub enum Disposal {
        /// Erased.
        Erase = "erase",
        /// Made anonymous: random codes without a key, or a mask.
        Anonymise = "anonymise",
        /// Looked at by a person.
        Review = "review",
    }
}

/// A length of time: calendar units are added in the order years, months, days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Years.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub years: u32,
    /// Months.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub months: u32,
    /// Days.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub days: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A retention rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// Code.
    pub code: String,
    /// The rule in words, as people read it.
    pub label: Texts,
    /// What the period begins with.
    pub starts: StartEvent,
    /// How long; none: as long as the purpose lasts, by the words alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Whether the calendar year it ends in is kept to its end ("plus running calendar year").
    #[serde(default)]
    pub running_year: bool,
    /// Law or reason it rests on.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub basis: Texts,
    /// Code of the ground that keeps it against an erasure (`legal_obligation`, `legal_claims`);
    /// empty: it keeps nothing back, it is only how long things lie.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ground: String,
    /// Which wins when several fit: the higher.
    #[serde(default)]
    pub precedence: u32,
    /// What happens at the end.
    pub then: Disposal,
}

impl RetentionRule {
    /// The last day something is kept when the period begins on `start`; `None` when the rule has no
    /// period, or one beyond the calendar.
    pub fn keep_until(&self, start: NaiveDate) -> Option<NaiveDate> {
        let period = self.period?;
        let months = period.years.checked_mul(12)?.checked_add(period.months)?;
        let end = start
            .checked_add_months(Months::new(months))?
            .checked_add_days(Days::new(u64::from(period.days)))?;
        if self.running_year { NaiveDate::from_ymd_opt(end.year(), 12, 31) } else { Some(end) }
    }

    /// Whether it keeps data although the person asks to have them erased (art. 17(3)).
    pub fn keeps_against_erasure(&self) -> bool {
        !self.ground.is_empty()
    }
}
