//! "How was this date computed": the law's steps as sentences. The one place that fills the slots
//! of `clock-step-…`, for the person's page, the desk and the command
//! line.

use crate::domain::deadline::{Step, StepKind};
use crate::domain::language::Lang;
use crate::web::view::parts::SumStep;
use crate::web::view::{Said, Slot};
use crate::words;
use chrono::Datelike;

/// The lines of the sum, the total last. Under which rules it was computed is said by the page
/// itself, below the sum.
pub fn sums(steps: &[Step], lang: Lang) -> Vec<SumStep> {
    let told = steps.iter().filter(|step| step.kind != StepKind::Source);
    told.map(|step| SumStep { said: said(step, lang), on: step.on }).collect()
}

fn said(step: &Step, lang: Lang) -> Said {
    let mut said = Said::new(step.kind.word_key());
    if let Some(days) = step.days {
        said = said.with("n", i64::try_from(days).unwrap_or(i64::MAX));
    }
    if let (StepKind::Clamp, Some(from), Some(on)) = (step.kind, step.from, step.on) {
        // "there is no 31 February": the day that was looked for, in the month it was looked for
        let month = Said::new(format!("month-{}", on.month()));
        return said.with("n", i64::from(from.day())).with("month", month);
    }
    if let Some((asked_on, Some(answered_on))) = step.range {
        said = said.with("range", words::range(lang, asked_on, answered_on));
    }
    if let Some(from) = step.from {
        said = said.with("day", Slot::Day(from));
    }
    if let Some(on) = step.on {
        said = said.with("date", on);
    }
    if let Some(holiday) = step.holiday {
        said = said.with("holiday", Said::new(format!("holiday-{}", holiday.code().replace('.', "-"))));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Country, Holiday, Profile};
    use crate::domain::controller::Rules;
    use crate::domain::deadline::{Track, explain};
    use crate::domain::request::{Extension, Pause, PauseKind};
    use crate::domain::right::Right;
    use chrono::NaiveDate;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_kind_of_step_and_every_holiday_has_a_filled_sentence_in_every_language() {
        let full = |kind| Step {
            kind,
            track: Track::Law,
            on: Some(on("2026-02-28")),
            from: Some(on("2026-01-31")),
            days: Some(7),
            range: Some((on("2026-11-03"), Some(on("2026-11-10")))),
            holiday: Some(Holiday::DkJuledag),
        };
        for lang in Lang::ALL {
            for kind in StepKind::ALL.iter().filter(|k| **k != StepKind::Source) {
                assert!(!said(&full(*kind), *lang).text(*lang).is_empty());
            }
            for holiday in Holiday::ALL {
                let step = Step { holiday: Some(*holiday), ..full(StepKind::RollHoliday) };
                assert!(!said(&step, *lang).text(*lang).is_empty());
            }
        }
    }

    #[test]
    fn a_clamped_month_and_an_answered_pause_read_as_sentences() {
        let rules = Rules {
            country: Country::Dk,
            profile: Profile::Eu,
            zone: chrono_tz::Europe::Copenhagen,
            promise_days: None,
            promise_pauses: false,
            four_eyes: true,
            ask_within_working_days: 3,
            keep: crate::domain::retention::Keep::months(12),
        };
        let pause = Pause {
            id: "p".into(),
            kind: PauseKind::Identity,
            asked_on: on("2026-02-03"),
            answered_on: Some(on("2026-02-10")),
            doubt_on: None,
            unposted: None,
            counts: true,
            reply_by_on: on("2026-03-03"),
            decided: false,
            reminders: 0,
        };
        let none: Option<&Extension> = None;
        let steps = explain(&rules, Right::Access, on("2026-01-31"), &[pause], none);
        let lines: Vec<String> = sums(&steps, Lang::En).iter().map(|s| s.said.text(Lang::En)).collect();
        // between day and month stands a space that does not break
        let all = lines.join("\n").replace('\u{a0}', " ");
        assert!(all.contains("There is no 31 February, so the last day of the month counts"), "{all}");
        assert!(all.contains("We waited for your reply 3–10 February: 7 days are added"), "{all}");
        assert_eq!(lines.last().unwrap(), "We have promised nothing sooner, so the law’s date counts");
    }
}
