//! Public holidays and working days of Denmark and Sweden, by rule and with the statute.
//!
//! What counts is what the Member State where the action is taken designates as a public holiday
//! (Reg. (EEC, Euratom) 1182/71 art. 2(1)); working days are all days but those, Sundays and
//! Saturdays (art. 2(2)). The rules here are held true for the years in [`KNOWN_YEARS`].
//!
//! - **Denmark**: the holy days of the Church of Denmark (helligdagsloven, LBK 1023 of 24 October
//!   2012, § 1), as left by the ordinance of 26 October 1770. Store bededag, the fourth Friday
//!   after Easter, was one until 2023 (Act 214 of 7 March 2023).
//! - **Sweden**: lag (1989:253) om allmänna helgdagar, 1–2 §§, as amended by SFS 2004:1320.
//!
//! Customary closing days count only under [`Profile::National`]: Danish forældelsesloven § 27
//! (5 June, 24 and 31 December), Swedish lag (1930:173) 2 § (midsommarafton, 24 and 31 December).

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::ops::RangeInclusive;

codes! {
    /// The Member State whose public holidays count.
    pub enum Country {
        /// Denmark.
        Dk = "DK",
        /// Sweden.
        Se = "SE",
    }
}

codes! {
    /// Which days a period may not end on.
    pub enum Profile {
        /// Saturdays, Sundays and public holidays (Reg. 1182/71). The default.
        Eu = "eu",
        /// Also customary closing days. Later, so riskier; a controller's own setting.
        National = "national",
    }
}

codes! {
    /// A day on which a period may not end, besides Saturdays and Sundays. The code is the tail of
    /// its word key.
    pub enum Holiday {
        /// DK 1 January.
        DkNytaarsdag = "dk.nytaarsdag",
        /// DK Easter − 3.
        DkSkaertorsdag = "dk.skaertorsdag",
        /// DK Easter − 2.
        DkLangfredag = "dk.langfredag",
        /// DK Easter.
        DkPaaskedag = "dk.paaskedag",
        /// DK Easter + 1.
        DkAndenPaaskedag = "dk.anden_paaskedag",
        /// DK Easter + 26, until 2023.
        DkStoreBededag = "dk.store_bededag",
        /// DK Easter + 39.
        DkHimmelfart = "dk.kristi_himmelfartsdag",
        /// DK Easter + 49.
        DkPinsedag = "dk.pinsedag",
        /// DK Easter + 50.
        DkAndenPinsedag = "dk.anden_pinsedag",
        /// DK 25 December.
        DkJuledag = "dk.juledag",
        /// DK 26 December.
        DkAndenJuledag = "dk.anden_juledag",
        /// DK 5 June, customary.
        DkGrundlovsdag = "dk.grundlovsdag",
        /// DK 24 December, customary.
        DkJuleaftensdag = "dk.juleaftensdag",
        /// DK 31 December, customary.
        DkNytaarsaftensdag = "dk.nytaarsaftensdag",
        /// SE 1 January.
        SeNyarsdagen = "se.nyarsdagen",
        /// SE 6 January.
        SeTrettondedagJul = "se.trettondedag_jul",
        /// SE Easter − 2.
        SeLangfredagen = "se.langfredagen",
        /// SE Easter.
        SePaskdagen = "se.paskdagen",
        /// SE Easter + 1.
        SeAnnandagPask = "se.annandag_pask",
        /// SE 1 May.
        SeForstaMaj = "se.forsta_maj",
        /// SE Easter + 39.
        SeHimmelsfard = "se.kristi_himmelsfardsdag",
        /// SE Easter + 49.
        SePingstdagen = "se.pingstdagen",
        /// SE 6 June.
        SeNationaldagen = "se.nationaldagen",
        /// SE the Saturday of 20–26 June.
        SeMidsommardagen = "se.midsommardagen",
        /// SE the Saturday of 31 October–6 November.
        SeAllaHelgonsDag = "se.alla_helgons_dag",
        /// SE 25 December.
        SeJuldagen = "se.juldagen",
        /// SE 26 December.
        SeAnnandagJul = "se.annandag_jul",
        /// SE the Friday of 19–25 June, customary.
        SeMidsommarafton = "se.midsommarafton",
        /// SE 24 December, customary.
        SeJulafton = "se.julafton",
        /// SE 31 December, customary.
        SeNyarsafton = "se.nyarsafton",
    }
}

/// The years for which these rules have been held against the statutes. Outside them every
/// function still answers, by the same rules, but a parliament may have said otherwise.
pub const KNOWN_YEARS: RangeInclusive<i32> = 2020..=2040;

/// Why a period may not end on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A public holiday, or a customary day of the profile.
    Holiday(Holiday),
}

/// Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). `None` beyond what a date can hold.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let skipped = b - b.div_euclid(4) - (b - (b + 8).div_euclid(25) + 1).div_euclid(3);
    let h = (19 * a + skipped + 15).rem_euclid(30);
    let l = (32 + 2 * b.rem_euclid(4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// The public holiday on this date, if it is one (Reg. 1182/71 art. 2(1)).
pub fn public_holiday(country: Country, date: NaiveDate) -> Option<Holiday> {
    let from_easter = easter(date.year()).map(|sunday| (date - sunday).num_days());
    match country {
        Country::Dk => danish(date, from_easter),
        Country::Se => swedish(date, from_easter),
    }
}

fn danish(date: NaiveDate, from_easter: Option<i64>) -> Option<Holiday> {
    let movable = match from_easter? {
        -3 => Some(Holiday::DkSkaertorsdag),
        -2 => Some(Holiday::DkLangfredag),
        0 => Some(Holiday::DkPaaskedag),
        1 => Some(Holiday::DkAndenPaaskedag),
        26 if date.year() <= 2023 => Some(Holiday::DkStoreBededag),
        39 => Some(Holiday::DkHimmelfart),
        49 => Some(Holiday::DkPinsedag),
        50 => Some(Holiday::DkAndenPinsedag),
        _ => None,
    };
    movable.or(match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::DkNytaarsdag),
        (12, 25) => Some(Holiday::DkJuledag),
        (12, 26) => Some(Holiday::DkAndenJuledag),
        _ => None,
    })
}

fn swedish(date: NaiveDate, from_easter: Option<i64>) -> Option<Holiday> {
    let movable = match from_easter? {
        -2 => Some(Holiday::SeLangfredagen),
        0 => Some(Holiday::SePaskdagen),
        1 => Some(Holiday::SeAnnandagPask),
        39 => Some(Holiday::SeHimmelsfard),
        49 => Some(Holiday::SePingstdagen),
        _ => None,
    };
    let saturday = date.weekday() == Weekday::Sat;
    movable.or(match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::SeNyarsdagen),
        (1, 6) => Some(Holiday::SeTrettondedagJul),
        (5, 1) => Some(Holiday::SeForstaMaj),
        (6, 6) => Some(Holiday::SeNationaldagen),
        (6, 20..=26) if saturday => Some(Holiday::SeMidsommardagen),
        (10, 31) | (11, 1..=6) if saturday => Some(Holiday::SeAllaHelgonsDag),
        (12, 25) => Some(Holiday::SeJuldagen),
        (12, 26) => Some(Holiday::SeAnnandagJul),
        _ => None,
    })
}

/// The customary closing day on this date: no public holiday, counted only under
/// [`Profile::National`].
pub fn customary_day(country: Country, date: NaiveDate) -> Option<Holiday> {
    match (country, date.month(), date.day()) {
        (Country::Dk, 6, 5) => Some(Holiday::DkGrundlovsdag),
        (Country::Dk, 12, 24) => Some(Holiday::DkJuleaftensdag),
        (Country::Dk, 12, 31) => Some(Holiday::DkNytaarsaftensdag),
        (Country::Se, 6, 19..=25) if date.weekday() == Weekday::Fri => Some(Holiday::SeMidsommarafton),
        (Country::Se, 12, 24) => Some(Holiday::SeJulafton),
        (Country::Se, 12, 31) => Some(Holiday::SeNyarsafton),
        _ => None,
    }
}

/// Whether the date is a public holiday in the country.
pub fn is_public_holiday(country: Country, date: NaiveDate) -> bool {
    public_holiday(country, date).is_some()
}

/// Why no period may end on this date, or `None` on a working day.
pub fn closed(country: Country, profile: Profile, date: NaiveDate) -> Option<Closed> {
    match date.weekday() {
        Weekday::Sat => Some(Closed::Saturday),
        Weekday::Sun => Some(Closed::Sunday),
        _ => public_holiday(country, date)
            .or_else(|| match profile {
                Profile::Eu => None,
                Profile::National => customary_day(country, date),
            })
            .map(Closed::Holiday),
    }
}

/// Whether the date is a working day (Reg. 1182/71 art. 2(2)).
pub fn is_working_day(country: Country, profile: Profile, date: NaiveDate) -> bool {
    closed(country, profile, date).is_none()
}

/// The date itself, or the next working day when no period may end on it (Reg. 1182/71 art. 3(4)).
pub fn roll(country: Country, profile: Profile, date: NaiveDate) -> NaiveDate {
    step_until_open(country, profile, date, |day| day.succ_opt())
}

/// The date itself, or the working day before it: for reminders, which may come early, never late.
pub fn roll_back(country: Country, profile: Profile, date: NaiveDate) -> NaiveDate {
    step_until_open(country, profile, date, |day| day.pred_opt())
}

/// The first working day after the date.
pub fn next_working_day(country: Country, profile: Profile, date: NaiveDate) -> NaiveDate {
    roll(country, profile, date.succ_opt().unwrap_or(date))
}

/// The last working day before the date.
pub fn working_day_before(country: Country, profile: Profile, date: NaiveDate) -> NaiveDate {
    roll_back(country, profile, date.pred_opt().unwrap_or(date))
}

/// The date `days` working days after `date`, which is day 0; the date itself for none.
pub fn working_days_add(country: Country, profile: Profile, date: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(date, |day, _| next_working_day(country, profile, day))
}

/// How many working days lie after `from` up to and including `to`; 0 when `to` is not later.
pub fn working_days_between(country: Country, profile: Profile, from: NaiveDate, to: NaiveDate) -> u32 {
    let days = u64::try_from((to - from).num_days()).unwrap_or(0);
    let working = (1..=days)
        .filter_map(|n| from.checked_add_days(Days::new(n)))
        .filter(|day| is_working_day(country, profile, *day))
        .count();
    u32::try_from(working).unwrap_or(u32::MAX)
}

/// Walks day by day to a working day. At the end of what a date can hold it stays where it is.
fn step_until_open(
    country: Country,
    profile: Profile,
    from: NaiveDate,
    step: fn(NaiveDate) -> Option<NaiveDate>,
) -> NaiveDate {
    let mut day = from;
    while !is_working_day(country, profile, day) {
        match step(day) {
            Some(next) => day = next,
            None => return day,
        }
    }
    day
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
