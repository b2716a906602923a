//! The controller a case belongs to, as far as the law of the case depends on it.

use crate::domain::calendar::{Country, Profile};
use crate::domain::retention::Keep;
use chrono_tz::Tz;

/// The settings of a controller that decide dates and guards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Whose public holidays count (Reg. 1182/71 art. 2(1)).
    pub country: Country,
    /// Which closing days count besides public holidays. `Eu`: none.
    pub profile: Profile,
    /// In which time zone a day begins and ends.
    pub zone: Tz,
    /// The organisation's own promise in calendar days, or none.
    pub promise_days: Option<u32>,
    /// Whether an answered pause moves the promise too. Default: no.
    pub promise_pauses: bool,
    /// Whether somebody else than the author must approve. Off: the author approves after a
    /// fresh second factor and the step is marked single-handed.
    pub four_eyes: bool,
    /// Within how many working days of receipt or doubt a question must go out to pause the clock.
    pub ask_within_working_days: u32,
    /// For how long its closed cases are kept.
    pub keep: Keep,
}
