//! What must hold for every combination of facts.

use super::known_answers::{pause, rules};
use super::*;
use crate::domain::calendar::{Country, Profile, is_working_day};
use chrono::Datelike;
use proptest::prelude::*;

/// Receipt days 2020–2040, with the last days of months as likely as the rest together.
fn received() -> impl Strategy<Value = NaiveDate> {
    let base = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let any = (0u64..7_670).prop_map(move |n| base + Days::new(n));
    let month_end = (0u32..252, 0u64..4)
        .prop_map(move |(months, back)| base + Months::new(months + 1) - Days::new(back + 1));
    prop_oneof![any, month_end]
}

prop_compose! {
    fn facts()(
        received_on in received(),
        se in any::<bool>(),
        national in any::<bool>(),
        promise in prop_oneof![Just(None), (0u32..60).prop_map(Some)],
        promise_pauses in any::<bool>(),
        extended in any::<bool>(),
        right in prop::sample::select(Right::ALL),
        waits in prop::collection::vec((0u64..80, prop::option::of(0u64..40), any::<bool>()), 0..5),
    ) -> (Rules, Right, NaiveDate, Vec<Pause>, Option<Extension>) {
        let mut rules = rules(if se { Country::Se } else { Country::Dk });
        rules.profile = if national { Profile::National } else { Profile::Eu };
        rules.promise_days = promise;
        rules.promise_pauses = promise_pauses;
        let pauses = waits
            .into_iter()
            .map(|(after, lasts, counts)| {
                let asked = received_on + Days::new(after);
                Pause { counts, ..pause(asked, lasts.map(|days| asked + Days::new(days))) }
            })
            .collect();
        let extension = extended.then_some(Extension { noticed_on: received_on, delivered: false, disputable: false });
        (rules, right, received_on, pauses, extension)
    }
}

/// Months added the slow way: count to the month, then take the day or the month's last.
fn months_later(date: NaiveDate, months: u32) -> NaiveDate {
    let index = date.year() * 12 + date.month0() as i32 + months as i32;
    let in_month = |day| NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, day);
    (1..=date.day()).rev().find_map(in_month).unwrap()
}

/// Adds the steps up knowing nothing of the clock; gives law, promise and act-by date.
fn add_up(steps: &[Step]) -> (NaiveDate, Option<NaiveDate>, NaiveDate) {
    let received_on = steps[0].on.unwrap();
    let (mut law, mut promise, mut shown) = (received_on, None, None);
    for step in steps {
        let days = Days::new(step.days.unwrap_or(0));
        let stands = match (step.kind, step.track) {
            (StepKind::Received, _) => Some(received_on),
            (StepKind::Month, _) => Some(months_later(received_on, 1)),
            (StepKind::Extended, _) => Some(months_later(received_on, 3)),
            (StepKind::Promise, _) => Some(received_on + days),
            (StepKind::Pause, Track::Law) => Some(law + days),
            (StepKind::Pause, _) => promise.map(|date: NaiveDate| date + days),
            (StepKind::RollSaturday | StepKind::RollSunday | StepKind::RollHoliday, _) => {
                assert_eq!(step.from, Some(law));
                law.succ_opt()
            }
            (StepKind::PausePromiseNot, _) => promise,
            (StepKind::Earliest, _) => {
                promise.filter(|promise| *promise != law).map(|promise| promise.min(law))
            }
            (StepKind::Same, _) => promise.filter(|promise| *promise == law),
            (StepKind::LawOnly | StepKind::ExtendedPromise, _) => Some(law),
            (StepKind::ActAtOnce, _) => step.on.filter(|on| *on <= shown.unwrap()),
            (
                StepKind::Clamp
                | StepKind::NoRoll
                | StepKind::PauseOpen
                | StepKind::PauseNotValid
                | StepKind::PauseUnposted,
                _,
            ) => Some(law),
            (StepKind::Source, _) => None,
        };
        assert_eq!(step.on, stands, "{step:?}");
        match (step.track, stands) {
            (Track::Law, Some(date)) => law = date,
            (Track::Promise, date) => promise = date,
            (Track::Shown, date) => shown = date,
            (Track::Law, None) => {}
        }
    }
    (law, promise, shown.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_explained_steps_add_up_to_the_dates((rules, right, received_on, pauses, extension) in facts()) {
        let got = dates(&rules, right, received_on, &pauses, extension.as_ref());
        let steps = explain(&rules, right, received_on, &pauses, extension.as_ref());
        prop_assert_eq!(add_up(&steps), (got.statutory_on, got.promise_on, got.act_by_on));
    }

    #[test]
    fn the_order_of_pauses_does_not_matter(
        ((rules, right, received_on, pauses, extension), shuffled) in facts().prop_flat_map(|facts| {
            let shuffled = Just(facts.3.clone()).prop_shuffle();
            (Just(facts), shuffled)
        })
    ) {
        prop_assert_eq!(
            dates(&rules, right, received_on, &pauses, extension.as_ref()),
            dates(&rules, right, received_on, &shuffled, extension.as_ref())
        );
    }

    #[test]
    fn a_longer_pause_never_moves_a_date_earlier(
        (rules, right, received_on, pauses, extension) in facts(),
        which in any::<prop::sample::Index>(),
        more in 0u64..60,
    ) {
        prop_assume!(!pauses.is_empty());
        let mut longer = pauses.clone();
        let pause = &mut longer[which.index(pauses.len())];
        pause.answered_on = Some(pause.answered_on.unwrap_or(pause.asked_on) + Days::new(more));
        let before = dates(&rules, right, received_on, &pauses, extension.as_ref());
        let after = dates(&rules, right, received_on, &longer, extension.as_ref());
        prop_assert!(after.statutory_on >= before.statutory_on);
        prop_assert!(after.promise_on >= before.promise_on);
        prop_assert!(after.shown_on >= before.shown_on);
        prop_assert!(after.act_by_on >= before.act_by_on);
        prop_assert!(after.last_extend_paused_on >= before.last_extend_paused_on);
        prop_assert_eq!(after.last_extend_on, before.last_extend_on);
    }

    #[test]
    fn a_promise_never_moves_the_statutory_date(
        (rules, right, received_on, pauses, extension) in facts(),
        promise in prop::option::of(0u32..400),
    ) {
        let other = Rules { promise_days: promise, promise_pauses: !rules.promise_pauses, ..rules.clone() };
        let one = dates(&rules, right, received_on, &pauses, extension.as_ref());
        let two = dates(&other, right, received_on, &pauses, extension.as_ref());
        prop_assert_eq!(one.statutory_on, two.statutory_on);
        prop_assert_eq!(one.last_extend_on, two.last_extend_on);
        prop_assert!(two.shown_on <= two.statutory_on);
    }

    #[test]
    fn the_law_s_date_is_a_working_day_and_nothing_is_shown_later((rules, right, received_on, pauses, extension) in facts()) {
        let got = dates(&rules, right, received_on, &pauses, extension.as_ref());
        prop_assert!(is_working_day(rules.country, rules.profile, got.statutory_on));
        prop_assert!(got.act_by_on <= got.shown_on && got.shown_on <= got.statutory_on);
        prop_assert!(got.last_extend_on <= got.last_extend_paused_on);
        prop_assert!(got.statutory_on > received_on);
    }
}

#[test]
fn the_ends_of_time_saturate_instead_of_panicking() {
    for received_on in [NaiveDate::MIN, NaiveDate::MAX] {
        let rules = rules(Country::Dk);
        let waits = [pause(received_on, Some(NaiveDate::MAX))];
        let got = dates(&rules, Right::Access, received_on, &waits, None);
        assert!(got.statutory_on >= received_on);
        assert!(!explain(&rules, Right::Access, received_on, &waits, None).is_empty());
    }
}
