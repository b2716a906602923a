//! The rules of wording that a machine can hold, and the forms of dates and numbers.

use super::*;
use crate::domain::case::Intake;
use crate::domain::event::EventKind;
use crate::domain::outcome::Outcome;
use crate::domain::request::State;
use crate::domain::right::Right;
use chrono::{NaiveDate, TimeZone};

const ALL: [Lang; 3] = [Lang::Da, Lang::Sv, Lang::En];

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn each_line(mut look: impl FnMut(Lang, &str, &str)) {
    for lang in ALL {
        for (name, source) in loading::sources(lang) {
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                look(lang, &name, line);
            }
        }
    }
}

#[test]
fn every_text_stands_in_every_language_with_the_same_slots() {
    assert_eq!(check(), Vec::<String>::new());
    assert!(loading::language(Lang::Da).slots.len() > 700);
}

#[test]
fn a_long_date_brings_its_own_den_and_a_time_its_own_kl() {
    let dates = ["date", "promise_date", "law_date", "new_date"];
    each_line(|_, name, line| {
        for slot in dates {
            assert!(!line.to_lowercase().contains(&format!(" den {{ ${slot} }}")), "{name}: {line}");
        }
        for before in ["kl. {", "kl.\u{a0}{", "klockan {"] {
            assert!(!line.contains(before) || line.starts_with("date-time"), "{name}: {line}");
        }
    });
}

#[test]
fn no_text_shouts_begs_or_speaks_machine() {
    let bad: [(Lang, &[&str]); 3] = [
        (
            Lang::Da,
            &["venligst", "bedes ", "ugyldig", "indsend", "den registrerede", "deadline", "persondata"],
        ),
        (
            Lang::Sv,
            &["vänligen", "ombedes", "ogiltig", "den registrerade", "deadline", "persondata", "lämna in "],
        ),
        (Lang::En, &["please", "invalid", "submit", "data subject", "deadline"]),
    ];
    each_line(|lang, name, line| {
        assert!(!line.contains('!'), "{name}: {line}");
        assert!(!line.contains("(!)"), "{name}: {line}");
        let words = line.split_once(" =").map_or(line, |(_, words)| words).to_lowercase();
        for (_, list) in bad.iter().filter(|(of, _)| *of == lang) {
            for word in *list {
                let law = word.trim() == "lämna in" && line.starts_with("letter-complaint");
                assert!(!words.contains(word) || law, "{name}: {line} says {word}");
            }
        }
    });
}

#[test]
fn a_hard_space_stands_where_a_break_would_mislead() {
    let months = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "october",
        "november",
        "december",
        "may ",
        "june",
        "july",
    ];
    each_line(|_, name, line| {
        for before in ["stk. ", "kl. ", "nr. ", "art. ", "Art. ", "§ "] {
            assert!(
                !line
                    .split(before)
                    .skip(1)
                    .any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '{')),
                "{name}: {line}"
            );
        }
        for (place, _) in line.match_indices(' ') {
            let digit = line[..place].trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
            let rest = &line[place + 1..];
            let month = months.iter().any(|m| rest.to_lowercase().starts_with(m));
            assert!(!(digit && (month || rest.starts_with('%') || rest.starts_with("MB"))), "{name}: {line}");
        }
        assert!(
            !line.contains("{ $day }. { $month") && !line.contains("{ $day } { $month"),
            "{name}: {line}"
        );
    });
}

#[test]
fn every_code_of_the_law_has_its_words() {
    let mut missing = Vec::new();
    let mut need = |id: String| {
        if !exists(&id) {
            missing.push(id);
        }
    };
    for right in Right::ALL {
        for tail in ["staff", "asked_plain", "noun_plain", "choice", "example"] {
            need(format!("right-{right}-{tail}"));
        }
    }
    for state in State::ALL {
        need(format!("state-{state}-staff"));
        need(format!("state-{state}-person"));
    }
    for outcome in Outcome::ALL {
        need(format!("outcome-{outcome}-staff"));
        need(format!("outcome-{outcome}-person"));
    }
    for intake in Intake::ALL {
        need(format!("intake-{intake}"));
    }
    for flag in crate::domain::case::Flag::ALL {
        need(format!("flag-{flag}"));
    }
    for gap in crate::domain::fulfilment::Gap::ALL {
        need(gap.code().to_owned());
    }
    for status in crate::domain::fulfilment::NoticeStatus::ALL {
        need(format!("notice-{status}"));
    }
    for kind in crate::domain::fulfilment::NoticeKind::ALL {
        need(format!("notice-{kind}"));
        need(format!("notice-kind-{kind}"));
    }
    for exception in crate::domain::fulfilment::Exception::ALL {
        need(format!("exception-{exception}"));
    }
    for case in crate::domain::fulfilment::Case18::ALL {
        need(format!("record-case-{case}"));
        need(format!("told-case-{case}"));
    }
    for role in crate::domain::access::Role::ALL {
        need(format!("role-{role}"));
    }
    for kind in EventKind::ALL {
        let done = ["done", "done_paused"].iter().any(|tail| exists(&format!("event-{kind}-{tail}")));
        need(if done { "demo".into() } else { format!("event-{kind}-done") });
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn dates_are_written_as_a_native_writes_them() {
    let saturday = on("2026-12-05");
    let written: Vec<[String; 4]> = ALL
        .iter()
        .map(|l| {
            let plate = plate(*l, saturday);
            [
                date(*l, saturday),
                day(*l, saturday),
                table_date(*l, saturday),
                format!("{} / {} / {}", plate.weekday, plate.day, plate.month_year),
            ]
        })
        .collect();
    let expected = [
        [
            "lørdag den 5.~december 2026",
            "5.~december 2026",
            "lør. 5.~dec. 2026",
            "lørdag den / 5. / december 2026",
        ],
        ["lördag den 5~december 2026", "5~december 2026", "lör 5~dec 2026", "lördag den / 5 / december 2026"],
        ["Saturday 5~December 2026", "5~December 2026", "Sat 5~Dec 2026", "Saturday / 5 / December 2026"],
    ];
    assert_eq!(written, expected.map(|row| row.map(|text| text.replace('~', "\u{a0}"))));
}

#[test]
fn a_range_says_only_what_is_needed() {
    let range = |from: &str, to: &str| ALL.map(|l| super::range(l, on(from), on(to)).replace('\u{a0}', "~"));
    assert_eq!(range("2026-11-03", "2026-11-10"), ["3.–10.~november", "3–10~november", "3–10~November"]);
    assert_eq!(range("2026-11-03", "2026-11-03"), ["3.~november", "3~november", "3~November"]);
    assert_eq!(
        range("2026-10-28", "2026-11-03"),
        ["28.~oktober – 3.~november", "28~oktober–3~november", "28~October – 3~November"]
    );
    assert_eq!(range("2026-12-28", "2027-01-03")[0], "28.~december 2026 – 3.~januar 2027");
}

#[test]
fn times_are_local_and_numbers_are_grouped() {
    let at = chrono_tz::Europe::Copenhagen.with_ymd_and_hms(2026, 3, 29, 21, 47, 0).unwrap();
    assert_eq!(ALL.map(|l| time(l, &at)), ["kl.\u{a0}21.47", "kl.\u{a0}21.47", "21:47"]);
    assert_eq!(ALL.map(|l| number(l, 1_208)), ["1.208", "1\u{a0}208", "1,208"]);
    assert_eq!(ALL.map(|l| number(l, -1_234_567))[2], "-1,234,567");
    assert_eq!(number(Lang::Da, 999), "999");
    assert_eq!(text(Lang::Da, "count-case", &[("n", 1_208.into())]), "1.208 sager");
}

#[test]
fn one_is_one_and_nothing_is_many() {
    let left = |l, n: i64| text(l, "clock-left", &[("n", n.into())]);
    assert_eq!(ALL.map(|l| left(l, 1)), ["1 dag tilbage", "1 dag kvar", "1 day left"]);
    assert_eq!(ALL.map(|l| left(l, 0)), ["0 dage tilbage", "0 dagar kvar", "0 days left"]);
    assert_eq!(ALL.map(|l| left(l, 21)), ["21 dage tilbage", "21 dagar kvar", "21 days left"]);
    assert_eq!(text(Lang::En, "subject-staff_digest", &[("n", 1.into())]), "1 request needs you today");
}

#[test]
fn what_is_counted_agrees_with_its_number() {
    let said = |lang, id: &str, slot: &str, n: i64| {
        let others = [("max", "500"), ("date", "x"), ("phone", "x"), ("reference", "x")];
        let mut slots: Vec<(&str, Value)> = others.map(|(name, text)| (name, text.into())).to_vec();
        slots.retain(|(name, _)| *name != slot);
        slots.push((slot, n.into()));
        text(lang, id, &slots)
    };
    let both = |id: &str, slot: &str| ALL.map(|lang| [said(lang, id, slot, 1), said(lang, id, slot, 2)]);
    assert_eq!(
        both("error-file-count", "max"),
        [
            ["Vælg højst 1 fil", "Vælg højst 2 filer"],
            ["Välj högst 1 fil", "Välj högst 2 filer"],
            ["Choose at most 1 file", "Choose at most 2 files"],
        ]
    );
    // the word for a character is the same in one and in many, but in English
    assert_eq!(
        both("error-message-long", "over"),
        [
            ["Gør beskeden 1 tegn kortere", "Gør beskeden 2 tegn kortere"],
            ["Korta meddelandet med 1 tecken", "Korta meddelandet med 2 tecken"],
            ["Shorten the message by 1 character", "Shorten the message by 2 characters"],
        ]
    );
    let open = |days: i64, downloads: i64| {
        let slots = [("n", days.into()), ("downloads", downloads.into())];
        ALL.map(|lang| text(lang, "ui-via-link", &slots))
    };
    assert_eq!(
        open(1, 5),
        ["Link i 1 dag, 5 hentninger", "Länk i 1 dag, 5 hämtningar", "Link for 1 day, 5 downloads"]
    );
    assert_eq!(
        open(7, 1),
        ["Link i 7 dage, 1 hentning", "Länk i 7 dagar, 1 hämtning", "Link for 7 days, 1 download"]
    );
}

#[test]
fn every_english_text_with_a_count_tells_one_from_many() {
    // a level, a day of a pause, a question's number, the number of a form's part or of a document, a
    // limit far above one, a number that nothing agrees with: nothing is counted
    let ordinal = [
        "clock-paused",
        "clock-step-clamp",
        "collect-hand",
        "event-identity_proven-done",
        "finding-first",
        "form-step",
        "history-left_out-older",
        "id-level",
        "id-not_reached",
        "package-withheld-document",
        "record-r-nth",
        "ui-add-files-hint",
        "ui-chain-whole",
        "ui-effect-needs",
        "ui-nth",
        "ui-tick-level",
        "ui-why-level",
    ];
    let alike = |id: &String| {
        ["n", "over", "downloads"].iter().any(|counted| {
            let slots = slots(id);
            let said = |n: i64| {
                let filled: Vec<(&str, Value)> = slots
                    .iter()
                    .map(|slot| (slot.as_str(), if slot == counted { n.into() } else { "x".into() }))
                    .collect();
                text(Lang::En, id, &filled).replace(&n.to_string(), "#")
            };
            slots.iter().any(|slot| slot == counted) && said(1) == said(2)
        })
    };
    let same: Vec<String> = ids().into_iter().filter(alike).collect();
    assert_eq!(same, ordinal);
}

#[test]
fn articles_are_named_as_each_country_names_them() {
    let three = |a: &str| ALL.map(|l| article(l, a).replace('\u{a0}', "~"));
    assert_eq!(
        three("17(3)(b)"),
        ["(artikel~17, stk.~3, litra~b)", "(artikel~17.3 b)", "(Article~17(3)(b))"]
    );
    assert_eq!(three("16"), ["(artikel~16)", "(artikel~16)", "(Article~16)"]);
    assert_eq!(three("12(5)(b), C-526/24")[0], "(artikel~12, stk.~5, litra~b og C-526/24)");
    assert_eq!(three("5 kap. 1 §")[1], "(5 kap. 1 §)");
    assert_eq!(three("databeskyttelsesloven § 22, stk. 1")[0], "(databeskyttelsesloven § 22, stk. 1)");
    assert_eq!(three("4(7), 28")[2], "(Article~4(7) and Article~28)");
}

#[test]
fn a_list_ends_with_and() {
    let list = |items: &[&str]| list(Lang::Da, &items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
    assert_eq!(
        [list(&[]), list(&["a"]), list(&["a", "b"]), list(&["a", "b", "c"])],
        ["", "a", "a og b", "a, b og c"]
    );
}

#[test]
fn a_missing_id_or_slot_is_an_error_and_falls_back_to_english_then_to_the_id() {
    let gone = try_text(Lang::Da, "no-such-text", &[]).unwrap_err();
    assert_eq!(gone.to_string(), "there is no text no-such-text in da");
    assert_eq!(fall_back("no-such-text", &[], &gone), "no-such-text");
    let open = try_text(Lang::Sv, "clock-send_by", &[]).unwrap_err();
    assert!(matches!(&open, WordsError::Slot { detail, .. } if detail.contains("$date")), "{open}");
    assert_eq!(fall_back("skip", &[], &open), "Skip to content");
}

#[test]
#[should_panic(expected = "there is no text no-such-text in da")]
fn a_debug_build_stops_at_a_missing_text() {
    text(Lang::Da, "no-such-text", &[]);
}

#[test]
fn what_fills_a_slot_is_never_read_as_a_text() {
    let evil = "{ $date } { skip } {{ 7*7 }} { \"x\" }";
    assert_eq!(text(Lang::En, "clock-send_by", &[("date", evil.into())]), format!("Send by {evil}"));
}

#[test]
fn templates_speak_the_language_of_the_page_and_refuse_what_is_open() {
    let mut env = minijinja::Environment::new();
    env.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    register(&mut env);
    env.add_template("m.html", "{% macro row(n) %}{{ t('count-day', n=n) }}{% endmacro %}").unwrap();
    let render = |source: &str| {
        let context = minijinja::context! {
            lang => "da", zone => "Europe/Copenhagen", due => minijinja::value::Serde(on("2026-12-05")), name => "<b>{{ x }}",
            at => "2026-12-05T23:30:00Z",
        };
        env.render_named_str("page.html", source, context).map_err(|e| e.to_string())
    };
    let ok = |source: &str| render(source).unwrap().replace('\u{a0}', "~");
    assert_eq!(ok("{{ t('clock-send_by', date=date(due)) }}"), "Send senest lørdag den 5.~december 2026");
    assert_eq!(
        ok("{{ t('count-day', n=1) }} {{ number(1208) }} {{ article('16') }}"),
        "1 dag 1.208 (artikel~16)"
    );
    assert_eq!(
        ok("{{ day(due) }}|{{ table_date(due) }}|{{ plate(due).day }}"),
        "5.~december 2026|lør. 5.~dec. 2026|5."
    );
    assert_eq!(ok("{{ time(at) }} {{ day(at) }}"), "kl.~00.30 6.~december 2026");
    assert_eq!(ok("{{ date_range(due, due) }} {{ list(['a', 'b']) }}"), "5.~december a og b");
    assert_eq!(ok("{{ t('status-title', reference=name) }}"), "Din sag &lt;b&gt;{{ x }}");
    assert_eq!(ok("{% from 'm.html' import row %}{{ row(2) }}"), "2 dage");
    for broken in [
        "{{ t('no-such-text') }}",
        "{{ t('clock-send_by') }}",
        "{{ t('clock-send_by', date=nothing) }}",
        "{{ t('clock-send_by', date=none) }}",
        "{{ date('5 December') }}",
        "{{ date(none) }}",
    ] {
        assert!(render(broken).is_err(), "{broken}");
    }
    let without_zone =
        env.render_str("{{ time('2026-12-05T23:30:00Z') }}", minijinja::context! { lang => "da" });
    assert!(without_zone.is_err());
    assert!(env.render_str("{{ t('skip') }}", minijinja::context! { lang => "xx" }).is_err());
}
