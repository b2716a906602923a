//! Direct marketing that was stopped (art. 21(2)–(3)): what, when, and who was told. There is no
//! balancing and no refusal, only the stop.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

codes! {
    /// What we do no more.
    pub enum Channel {
        /// Newsletters and other mails.
        Email = "email",
        /// Calls.
        Phone = "phone",
        /// Text messages.
        Sms = "sms",
        /// Letters and printed matter.
        Post = "post",
        /// Building a profile to choose what to send.
        Profiling = "profiling",
        /// Pictures taken at events in which the person is the motif.
        PhotoPortrait = "photo_portrait",
        /// Pictures taken at events in which the person is one of many.
        PhotoSituation = "photo_situation",
    }
}

/// The record of a stop. Part of the answer, so sealed with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// When, on the controller's clock.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub channels: Vec<Channel>,
    /// Processors and others who were told to stop too, by name.
    pub told: Vec<String>,
    /// The day the last newsletter list is without the address, where one was.
    pub newsletter_on: Option<NaiveDate>,
    /// Whether an address was kept on the suppression list.
    pub is_kept: bool,
}

/// The last day a newsletter list may still hold the address: calendar days from receipt, never
/// moved by a weekend or holiday. The stop itself is due the next working day whatever this says.
pub fn newsletter_by(received_on: NaiveDate, days: u32) -> NaiveDate {
    received_on.checked_add_days(Days::new(u64::from(days))).unwrap_or(received_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VECTORS: &str = include_str!("../../tests/data/vectors/deadlines.json");

    #[test]
    fn newsletters_are_left_within_five_days_over_a_new_year_too() {
        let all: serde_json::Value = serde_json::from_str(VECTORS).unwrap();
        let mut seen = 0;
        for vector in all["other_clock_vectors"].as_array().unwrap() {
            if !matches!(vector["id"].as_str(), Some("L01" | "L02")) {
                continue;
            }
            let day = |name: &str| vector[name].as_str().unwrap().parse::<NaiveDate>().unwrap();
            assert_eq!(newsletter_by(day("event"), 5), day("due"), "{}", vector["id"]);
            seen += 1;
        }
        assert_eq!(seen, 2);
        let day: NaiveDate = "2026-05-13".parse().unwrap();
        assert_eq!(newsletter_by(day, 0), day);
    }
}
