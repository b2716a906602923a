//! One request's dates with their steps, for people and for programs.

use super::facts::Facts;
use crate::domain::controller::Rules;
use crate::domain::deadline::{Reckoning, Step, StepKind, Track, due_instant, explain, reckon};
use crate::domain::language::Lang;
use crate::domain::request::Extension;
use crate::domain::right::Right;
use crate::web::steps::sums;
use crate::web::view::Said;
use crate::words;
use chrono::SecondsFormat;
use serde_json::{Value, json};
use std::fmt::Write;

fn computed(facts: &Facts, rules: &Rules) -> (Reckoning, Vec<Step>) {
    let notice = Extension { noticed_on: facts.received_on, delivered: true, disputable: false };
    let extension = facts.extended.then_some(&notice);
    let steps = explain(rules, Right::Access, facts.received_on, &facts.pauses, extension);
    (reckon(rules, facts.received_on, &facts.pauses, facts.extended), steps)
}

/// The dates as one JSON object. Dates are local, instants UTC; `null` where there is none.
pub fn json(facts: &Facts, rules: &Rules) -> String {
    let (got, steps) = computed(facts, rules);
    let instant = |date| due_instant(rules.zone, date).to_rfc3339_opts(SecondsFormat::Secs, true);
    let value: Value = json!({
        "country": facts.country,
        "profile": rules.profile,
        "received": facts.received_on,
        "month_raw": got.month_raw,
        "month_due": got.month_due,
        "promise_due": got.promise_due,
        "due": got.due,
        "due_instant_utc": instant(got.due),
        "extended_due": got.extended_due,
        "paused_days": got.paused_days,
        "paused_open_since": got.paused_open_since,
        "statutory_due": got.statutory_due,
        "overdue_from_utc": instant(got.statutory_due),
        "shown_due": got.shown_due,
        "last_day_to_extend": got.month_due,
        "last_day_to_extend_paused": got.last_extend_paused,
        "steps": steps,
    });
    format!("{value:#}")
}

/// The dates as a page of text, in the words of the status page.
pub fn text(facts: &Facts, rules: &Rules, lang: Lang) -> String {
    let (got, steps) = computed(facts, rules);
    let say = |id: &str| words::text(lang, id, &[]);
    let dated = |date| plain(&words::table_date(lang, date));
    let with_date = |id: &str, date| Said::new(id).with("date", date).text(lang);
    let mut page = format!("{} {}\n\n", say("clock-due"), dated(got.shown_due));
    let rows = [
        ("clock-received", Some(facts.received_on)),
        ("clock-law", Some(got.statutory_due)),
        ("clock-promise", got.promise_counts),
        ("clock-last_day_extend", Some(got.last_extend_paused)),
    ];
    let wide = rows.iter().map(|(id, _)| say(id).chars().count()).max().unwrap_or_default() + 2;
    for (id, date) in rows {
        if let Some(date) = date {
            let _ = writeln!(page, "  {:<wide$}{}", say(id), dated(date));
        }
    }
    if got.last_extend_paused != got.month_due {
        let _ = writeln!(page, "  {}", with_date("clock-last_day_extend-disputable", got.month_due));
    }
    if let Some(since) = got.paused_open_since {
        let _ = writeln!(page, "  {}", with_date("clock-paused-since", since));
    }
    let _ = writeln!(page, "\n{}", say("clock-how-caption"));
    let counted = steps.iter().filter(|step| step.kind != StepKind::Source);
    for (step, sum) in counted.zip(sums(&steps, lang)) {
        let on = sum.on.map(dated).unwrap_or_default();
        let _ = writeln!(page, "  {on:<21}{:<14}{}", say(track(step)), sum.said.text(lang));
    }
    let country = Said::new(format!("ui-country-{}", facts.country.code().to_lowercase()));
    let _ = writeln!(page, "  {}", Said::new("clock-step-source").with("country", country).text(lang));
    let late = due_instant(rules.zone, got.statutory_due).to_rfc3339_opts(SecondsFormat::Secs, true);
    let overdue = Said::new("clock-overdue_from").with("instant", late).with("date", got.statutory_due);
    let _ = write!(page, "\n{}", overdue.with("place", rules.zone.name()).text(lang));
    plain(&page)
}

/// Blanks that do not break are of no use on a terminal.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Whose date a step moves, as the rows above call it.
const fn track(step: &Step) -> &'static str {
    match step.track {
        Track::Law => "clock-law",
        Track::Promise => "clock-promise",
        Track::Shown => "clock-due",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::deadline::facts;
    use crate::domain::calendar::{Country, Profile};

    fn told(lang: Lang, received: &str, pauses: &[&str], extended: bool) -> String {
        let pauses = pauses.iter().map(|pause| facts::pause(pause).unwrap()).collect();
        let facts = Facts::new(Country::Se, received, extended, pauses).unwrap();
        text(&facts, &facts::rules(Country::Se, Profile::Eu, Some(30)), lang)
    }

    #[test]
    fn it_is_said_in_the_words_of_the_status_page_in_every_language() {
        for (lang, all) in [
            (
                Lang::En,
                ["Answer by Tue 10 Mar 2026", "The law: one month later", "public holidays in Sweden"],
            ),
            (Lang::Da, ["Svar senest tirs. 10. mar. 2026", "Lovens frist", "helligdagene i Sverige"]),
            (Lang::Sv, ["Svara senast tis 10 mars 2026", "Lagens", "helgdagarna i Sverige"]),
        ] {
            let page = told(lang, "2026-02-10", &[], false);
            for words in all {
                assert!(page.contains(words), "{words}: {page}");
            }
        }
    }

    #[test]
    fn every_kind_of_fact_is_said_and_nothing_is_left_open() {
        for lang in Lang::ALL {
            for extended in [false, true] {
                for pauses in [&["2026-02-11..2026-02-20"][..], &["2026-02-11.."], &[]] {
                    for received in ["2026-01-31", "2026-02-28", "2026-03-03"] {
                        if pauses.is_empty() || received < "2026-02-11" {
                            let page = told(*lang, received, pauses, extended);
                            assert!(page.contains("2026") && !page.contains(['{', '\u{a0}']), "{page}");
                        }
                    }
                }
            }
        }
    }
}
