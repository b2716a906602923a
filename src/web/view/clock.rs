//! The clock of a request for the eye: the due cell with its fuse and the drawing of the case page.
//! Facts come from the domain; here they become places in per cent and words by code.

use crate::domain::request::{Request, State};
use crate::web::view::parts::Tone;
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// Days left from which a date is called soon.
const SOON_DAYS: i64 = 7;

codes! {
    /// How near a date is: the groups of the queue.
    pub enum Urgency {
        /// Past.
        Late = "late",
        /// Today, or at once.
        Today = "today",
        /// Within seven days.
        Soon = "soon",
        /// Later.
        Later = "later",
        /// Paused; the date is the one without the pause.
        Paused = "paused",
        /// Closed.
        Closed = "closed",
    }
}

/// A stretch of the drawing, in per cent of its width.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Stretch {
    /// Left edge.
    pub from: f64,
    /// Width.
    pub width: f64,
}

/// The due cell: words first, then a date, then the fuse.
#[derive(Debug, Clone, Serialize)]
pub struct Due {
    /// `act_by_on`: what the queue is sorted by.
    pub on: NaiveDate,
    /// Days to it; negative when late.
    pub days: i64,
    /// The group.
    pub urgency: Urgency,
    /// Its tone; calm dates have none.
    pub tone: Option<Tone>,
    /// Marketing objection and consent withdrawal: act at once instead of a number of days.
    pub at_once: bool,
    /// Day of the open pause, counted from 1.
    pub paused_day: Option<i64>,
    /// Only the promise is missed; the law gives until this date.
    pub promise_missed: Option<NaiveDate>,
    /// Used time in per cent.
    pub used: f64,
    /// Pauses on the fuse.
    pub pauses: Vec<Stretch>,
}

impl Due {
    /// The cell of `request` as seen on the local date `today`.
    pub fn of(request: &Request, today: NaiveDate) -> Self {
        let on = request.dates.act_by_on;
        let days = (on - today).num_days();
        let late = today > request.dates.statutory_on;
        let paused_day = request.open_pause().map(|p| (today - p.asked_on).num_days() + 1);
        let at_once = request.right.acts_at_once() && !late;
        let urgency = if !request.state.is_open() {
            Urgency::Closed
        } else if late {
            Urgency::Late
        } else if request.state == State::AwaitingPerson && paused_day.is_some() {
            Urgency::Paused
        } else if days <= 0 || at_once {
            Urgency::Today
        } else if days <= SOON_DAYS {
            Urgency::Soon
        } else {
            Urgency::Later
        };
        let tone = match urgency {
            Urgency::Late => Some(Tone::Stop),
            Urgency::Today if at_once && days < 0 => Some(Tone::Stop),
            Urgency::Today | Urgency::Soon => Some(Tone::Soon),
            Urgency::Paused => Some(Tone::Wait),
            Urgency::Later | Urgency::Closed => None,
        };
        let scale = Scale { from: request.received_on, to: on };
        Due {
            on,
            days,
            urgency,
            tone,
            at_once,
            paused_day,
            promise_missed: (days < 0 && !late && !at_once).then_some(request.dates.statutory_on),
            used: scale.place(today),
            pauses: scale.pauses(request, today),
        }
    }
}

/// The drawing of the case page; the dates beside it say the same in words.
#[derive(Debug, Clone, Serialize)]
pub struct ClockDrawing {
    /// Received.
    pub received_on: NaiveDate,
    /// Today.
    pub today_on: NaiveDate,
    /// The date shown.
    pub due_on: NaiveDate,
    /// Place of today.
    pub today: f64,
    /// Place of the date shown.
    pub due: f64,
    /// Place of the last day to extend or refuse.
    pub last_extend: f64,
    /// Place of the extended date.
    pub extended: f64,
    /// Pauses, answered ones and the open one up to today.
    pub pauses: Vec<Stretch>,
    /// Days of all pauses.
    pub paused_days: i64,
    /// Already extended: the window is used up.
    pub is_extended: bool,
}

impl ClockDrawing {
    /// The drawing of `request` as seen on `today`; `extended_on` is the date an extension leads to.
    pub fn of(request: &Request, extended_on: NaiveDate, today: NaiveDate) -> Self {
        let due_on = request.dates.shown_on;
        let scale = Scale { from: request.received_on, to: due_on.max(extended_on).max(today) };
        let paused_days = request
            .pauses
            .iter()
            .filter(|p| p.counts)
            .map(|p| (p.answered_on.unwrap_or(today) - p.asked_on).num_days())
            .sum();
        ClockDrawing {
            received_on: request.received_on,
            today_on: today,
            due_on,
            today: scale.place(today),
            due: scale.place(due_on),
            last_extend: scale.place(request.dates.last_extend_on),
            extended: scale.place(extended_on),
            pauses: scale.pauses(request, today),
            paused_days,
            is_extended: request.extension.is_some(),
        }
    }
}

/// Maps dates to per cent between two days.
struct Scale {
    from: NaiveDate,
    to: NaiveDate,
}

impl Scale {
    /// Where `on` lies, held inside the drawing, with one decimal.
    fn place(&self, on: NaiveDate) -> f64 {
        let all = (self.to - self.from).num_days().max(1) as f64;
        let part = (on - self.from).num_days() as f64;
        ((part / all * 1000.0).round() / 10.0).clamp(0.0, 100.0)
    }

    fn pauses(&self, request: &Request, today: NaiveDate) -> Vec<Stretch> {
        request
            .pauses
            .iter()
            .filter(|p| p.counts)
            .map(|p| {
                let end = p.answered_on.unwrap_or(today).max(p.asked_on + Days::new(1));
                let from = self.place(p.asked_on);
                Stretch { from, width: ((self.place(end) - from) * 10.0).round() / 10.0 }
            })
            .filter(|s| s.width > 0.0)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::request::{Pause, PauseKind};
    use crate::domain::right::Right;
    use crate::web::view::sample::desk::request;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pause(asked: &str, answered: Option<&str>) -> Pause {
        Pause {
            id: "p".into(),
            kind: PauseKind::Identity,
            asked_on: on(asked),
            answered_on: answered.map(on),
            doubt_on: None,
            unposted: None,
            counts: true,
            reply_by_on: on("2026-12-08"),
            decided: false,
            reminders: 0,
        }
    }

    #[test]
    fn a_date_is_late_only_from_the_day_after_it() {
        let request = request(Right::Access, State::Collecting, "2026-11-01", "2026-11-11");
        let urgency = |today: &str| Due::of(&request, on(today)).urgency;
        assert_eq!(urgency("2026-11-03"), Urgency::Later);
        assert_eq!(urgency("2026-11-04"), Urgency::Soon);
        assert_eq!(urgency("2026-11-11"), Urgency::Today);
        assert_eq!(urgency("2026-11-12"), Urgency::Late);
    }

    #[test]
    fn a_missed_promise_is_today_s_work_and_never_called_late() {
        let mut request = request(Right::Access, State::Ready, "2026-11-01", "2026-11-11");
        request.dates.statutory_on = on("2026-11-15");
        let due = Due::of(&request, on("2026-11-12"));
        assert_eq!((due.urgency, due.days, due.promise_missed), (Urgency::Today, -1, Some(on("2026-11-15"))));
    }

    #[test]
    fn marketing_is_today_s_work_although_its_date_is_tomorrow() {
        let request = request(Right::MarketingObjection, State::Received, "2026-11-24", "2026-11-25");
        let due = Due::of(&request, on("2026-11-24"));
        assert!(due.at_once && due.urgency == Urgency::Today);
    }

    #[test]
    fn an_open_pause_is_drawn_up_to_today_and_counts_its_days_from_one() {
        let mut request = request(Right::Access, State::AwaitingPerson, "2026-11-01", "2026-11-11");
        request.pauses = vec![pause("2026-11-03", None)];
        let due = Due::of(&request, on("2026-11-06"));
        assert_eq!((due.urgency, due.paused_day), (Urgency::Paused, Some(4)));
        assert_eq!(due.pauses, [Stretch { from: 20.0, width: 30.0 }]);
        assert_eq!(due.used, 50.0);
    }

    #[test]
    fn the_drawing_stays_inside_its_frame_long_after_every_date() {
        let mut request = request(Right::Access, State::Collecting, "2026-01-01", "2026-02-01");
        request.pauses = vec![pause("2026-01-05", Some("2026-01-10"))];
        let drawing = ClockDrawing::of(&request, on("2026-04-01"), on("2027-01-01"));
        for place in [drawing.today, drawing.due, drawing.extended, drawing.last_extend] {
            assert!((0.0..=100.0).contains(&place));
        }
        assert_eq!((drawing.today, drawing.paused_days), (100.0, 5));
    }
}
