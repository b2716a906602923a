//! How long a closed case of our own is kept (art. 5(1)(e)): by controller and outcome, from the day
//! its last request closed. A period in months ends with the last hour of the day that has the same
//! number (Reg. 1182/71 art. 3), clamped to the end of a shorter month.

use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::outcome::Outcome;
use crate::domain::request::Request;
use chrono::{Months, NaiveDate};
use std::collections::BTreeMap;

codes! {
    /// What keeps a case although its retention has run out. Each is a fact of the case as it stands,
    /// and each goes away by itself or by a step of its own.
    pub enum Keeper {
        /// An officer put it on legal hold.
        LegalHold = "legal_hold",
        /// A restriction of processing is live (art. 18).
        LiveRestriction = "live_restriction",
        /// A recipient has not been told yet (art. 19).
        OpenRecipientNotice = "open_recipient_notice",
        /// The backups have not turned over since something was erased.
        BackupFollowUp = "backup_follow_up",
        /// A link to an answer still opens.
        ValidLink = "valid_link",
        /// A complaint about the case is open.
        OpenComplaint = "open_complaint",
    }
}

/// For how many months a controller keeps its closed cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keep {
    /// Where no outcome says otherwise.
    pub months: u32,
    /// By how a request ended.
    pub by_outcome: BTreeMap<Outcome, u32>,
}

impl Keep {
    /// The same for every outcome.
    pub fn months(months: u32) -> Keep {
        Keep { months, by_outcome: BTreeMap::new() }
    }

    /// For how many months a request that ended so is kept.
    pub fn of(&self, outcome: Option<Outcome>) -> u32 {
        outcome.and_then(|outcome| self.by_outcome.get(&outcome)).copied().unwrap_or(self.months)
    }

    /// The longest of them: what people are told before they send, when nobody knows how it will end.
    pub fn longest(&self) -> u32 {
        self.by_outcome.values().copied().fold(self.months, u32::max)
    }
}

/// Until when a closed case is kept, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The local day its last request closed.
    pub closed_on: NaiveDate,
    /// For how many months from then: of its outcomes the one kept longest.
    pub months: u32,
    /// That outcome.
    pub outcome: Option<Outcome>,
    /// The last day it is kept.
    pub last_on: NaiveDate,
    /// The first day it may be erased.
    pub reached_on: NaiveDate,
}

/// Until when a case with these requests is kept; `None` while one of them is open, and for one that
/// never was closed.
pub fn kept(rules: &Rules, requests: &[Request]) -> Option<Kept> {
    if requests.iter().any(|request| request.state.is_open()) {
        return None;
    }
    let closed_at = requests.iter().map(|request| request.closed_at).collect::<Option<Vec<_>>>()?;
    let closed_on = local_date(rules.zone, closed_at.into_iter().max()?);
    let outcomes = requests.iter().map(|request| request.outcome);
    let (months, outcome) = outcomes.map(|outcome| (rules.keep.of(outcome), outcome)).max()?;
    let last_on = closed_on.checked_add_months(Months::new(months))?;
    Some(Kept { closed_on, months, outcome, last_on, reached_on: last_on.succ_opt()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Country, Profile};
    use crate::domain::request::{Dates, State};
    use crate::domain::right::Right;

    fn rules(months: u32, by_outcome: &[(Outcome, u32)]) -> Rules {
        Rules {
            country: Country::Dk,
            profile: Profile::Eu,
            zone: chrono_tz::Europe::Copenhagen,
            promise_days: None,
            promise_pauses: false,
            four_eyes: true,
            ask_within_working_days: 3,
            keep: Keep { months, by_outcome: by_outcome.iter().copied().collect() },
        }
    }

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn closed(at: &str, outcome: Outcome) -> Request {
        let received_on = on("2024-01-02");
        Request {
            id: "r".into(),
            right: Right::Access,
            state: State::Closed,
            paused_from: None,
            reviewed_from: None,
            assignee: None,
            received_on,
            pauses: Vec::new(),
            extension: None,
            answer: None,
            author: None,
            approver: None,
            single_handed: false,
            package: None,
            approved_package: None,
            outcome: Some(outcome),
            closed_at: Some(at.parse().unwrap()),
            withdrawn_from: None,
            dates: Dates {
                statutory_on: received_on,
                promise_on: None,
                shown_on: received_on,
                act_by_on: received_on,
                last_extend_on: received_on,
                last_extend_paused_on: received_on,
            },
        }
    }

    /// Closed at noon, kept for so many months: last day and first day after.
    fn ends(closed_on: &str, months: u32) -> (String, String) {
        let request = closed(&format!("{closed_on}T12:00:00Z"), Outcome::Fulfilled);
        let kept = kept(&rules(months, &[]), &[request]).unwrap();
        assert_eq!(kept.closed_on, on(closed_on));
        (kept.last_on.to_string(), kept.reached_on.to_string())
    }

    #[test]
    fn a_period_ends_with_the_day_of_the_same_number_or_the_last_of_a_shorter_month() {
        let told = |last: &str, reached: &str| (last.to_owned(), reached.to_owned());
        assert_eq!(ends("2026-03-02", 12), told("2027-03-02", "2027-03-03"));
        assert_eq!(ends("2026-08-31", 1), told("2026-09-30", "2026-10-01"));
        assert_eq!(ends("2026-12-31", 2), told("2027-02-28", "2027-03-01"));
    }

    #[test]
    fn leap_days_shorten_and_lengthen_nothing() {
        let told = |last: &str, reached: &str| (last.to_owned(), reached.to_owned());
        assert_eq!(ends("2024-02-29", 12), told("2025-02-28", "2025-03-01"));
        assert_eq!(ends("2024-02-29", 48), told("2028-02-29", "2028-03-01"));
        assert_eq!(ends("2027-02-28", 12), told("2028-02-28", "2028-02-29"));
        assert_eq!(ends("2027-12-31", 2), told("2028-02-29", "2028-03-01"));
    }

    #[test]
    fn it_counts_from_the_last_request_that_closed_where_the_controller_is() {
        let early = closed("2026-03-02T12:00:00Z", Outcome::Withdrawn);
        // half past midnight in Copenhagen
        let late = closed("2026-05-10T22:30:00Z", Outcome::Fulfilled);
        let found = kept(&rules(6, &[]), &[late, early]).unwrap();
        assert_eq!((found.closed_on, found.last_on), (on("2026-05-11"), on("2026-11-11")));
    }

    #[test]
    fn of_several_outcomes_the_one_kept_longest_decides() {
        let rules = rules(12, &[(Outcome::Refused, 36), (Outcome::NotARequest, 3)]);
        let at = "2026-03-02T12:00:00Z";
        let months = |outcomes: &[Outcome]| {
            let requests: Vec<Request> = outcomes.iter().map(|outcome| closed(at, *outcome)).collect();
            let kept = kept(&rules, &requests).unwrap();
            (kept.months, kept.outcome)
        };
        assert_eq!(months(&[Outcome::NotARequest]), (3, Some(Outcome::NotARequest)));
        assert_eq!(months(&[Outcome::NotARequest, Outcome::NoData]), (12, Some(Outcome::NoData)));
        assert_eq!(months(&[Outcome::Refused, Outcome::Fulfilled]), (36, Some(Outcome::Refused)));
        assert_eq!(rules.keep.longest(), 36);
        assert_eq!(Keep::months(12).longest(), 12);
    }

    #[test]
    fn a_case_with_something_left_to_do_has_no_end_yet() {
        let done = closed("2026-03-02T12:00:00Z", Outcome::Fulfilled);
        let open = Request { state: State::Assessing, outcome: None, closed_at: None, ..done.clone() };
        assert_eq!(kept(&rules(12, &[]), &[done, open]), None);
        assert_eq!(kept(&rules(12, &[]), &[]), None);
    }
}
