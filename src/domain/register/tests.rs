//! Periods worked out by hand, lapsed transfers, policies of a day, and what a check names.

use super::*;
use crate::domain::finding::{LegalGround, Texts};
use crate::domain::right::Right;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(starts: StartEvent, years: u32, months: u32, days: u32, running_year: bool) -> RetentionRule {
    RetentionRule {
        code: "rule".into(),
        label: Texts::new(),
        starts,
        period: Some(Period { years, months, days }),
        running_year,
        basis: Texts::new(),
        ground: String::new(),
        precedence: 0,
        then: Disposal::Erase,
    }
}

/// The retention rules of the seeds with the dates worked out by hand: `other_clock_vectors`.
#[test]
fn a_rule_ends_on_the_day_worked_out_by_hand() {
    use StartEvent::{Collected, FinancialYearEnded, LastContact, RelationEnded, Withdrawn};
    for (id, rule, start, last) in [
        ("L01", rule(Withdrawn, 0, 0, 5, false), "2026-09-01", "2026-09-06"),
        ("L02", rule(Withdrawn, 0, 0, 5, false), "2026-12-29", "2027-01-03"),
        ("L03", rule(Collected, 0, 0, 30, false), "2026-09-01", "2026-10-01"),
        ("L04", rule(Collected, 0, 0, 30, false), "2026-02-10", "2026-03-12"),
        ("L05", rule(RelationEnded, 0, 24, 0, false), "2024-02-29", "2026-02-28"),
        ("L06", rule(LastContact, 0, 12, 0, false), "2026-01-31", "2027-01-31"),
        ("L07", rule(RelationEnded, 5, 0, 0, false), "2026-06-30", "2031-06-30"),
        ("L08 first", rule(LastContact, 0, 12, 0, false), "2026-03-15", "2027-03-15"),
        ("L08 last", rule(LastContact, 0, 24, 0, false), "2026-03-15", "2028-03-15"),
        ("L09", rule(FinancialYearEnded, 5, 0, 0, true), "2026-12-31", "2031-12-31"),
        ("L10", rule(RelationEnded, 3, 0, 0, false), "2026-03-10", "2029-03-10"),
        ("L11", rule(RelationEnded, 5, 0, 0, false), "2026-03-10", "2031-03-10"),
        ("L12", rule(LastContact, 0, 6, 0, false), "2026-08-31", "2027-02-28"),
    ] {
        assert_eq!(rule.keep_until(day(start)), Some(day(last)), "{id}");
    }
}

#[test]
fn the_running_calendar_year_is_kept_to_its_end() {
    let rule = rule(StartEvent::FinancialYearEnded, 5, 0, 0, true);
    assert_eq!(rule.keep_until(day("2026-06-30")), Some(day("2031-12-31")));
}

#[test]
fn privacy_shield_lapsed_the_day_before_it_was_annulled() {
    let transfer = Transfer {
        code: "us".into(),
        recipient: "mailchimp".into(),
        country: "US".into(),
        mechanism: Mechanism::PrivacyShield,
        from: None,
        until: None,
        words: Texts::new(),
    };
    assert!(!transfer.is_lapsed(day("2020-07-15")));
    assert!(transfer.is_lapsed(day("2020-07-16")));
}

#[test]
fn the_policy_of_a_day_is_the_newest_that_had_begun() {
    let policy =
        |version: &str| Policy { version: version.into(), from: day(version), address: String::new() };
    let register = Register {
        policy: vec![policy("2020-06-30"), policy("2024-01-01"), policy("2018-05-25")],
        ..Register::default()
    };
    let on = |date| register.policy_on(day(date)).map(|policy| policy.version.as_str());
    assert_eq!(on("2018-05-24"), None);
    assert_eq!(on("2020-06-29"), Some("2018-05-25"));
    assert_eq!(on("2020-06-30"), Some("2020-06-30"));
    assert_eq!(on("2026-11-22"), Some("2024-01-01"));
}

#[test]
fn the_grounds_of_an_activity_say_which_rights_are_open() {
    let with = |ground, marketing| {
        let activity = Activity { marketing, ..activity(vec![basis(ground)]) };
        activity.rights().iter().map(|right| right.code()).collect::<Vec<_>>().join(" ")
    };
    insta::assert_snapshot!(with(LegalGround::Consent, false), @"access rectification erasure restriction portability automated_decision consent_withdrawal");
    insta::assert_snapshot!(with(LegalGround::Obligation, false), @"access rectification restriction");
    insta::assert_snapshot!(with(LegalGround::LegitimateInterests, true), @"access rectification erasure restriction objection marketing_objection automated_decision");
    assert!(activity(vec![]).rights().is_empty());
    assert!(!activity(vec![basis(LegalGround::Consent)]).rights().contains(&Right::Objection));
}

fn basis(article_6: LegalGround) -> Basis {
    Basis { article_6, article_9: None, words: Texts::new() }
}

fn activity(basis: Vec<Basis>) -> Activity {
    toml::from_str::<Activity>(
        "code = \"newsletter\"\nrole = \"controller\"\nlabel = { da = \"Nyhedsbrev\" }\npurposes = { da = \"Nyheder\" }",
    )
    .map(|activity| Activity { basis, ..activity })
    .unwrap()
}

#[test]
fn a_code_that_leads_nowhere_and_a_missing_language_are_named() {
    let register: Register = toml::from_str(
        r#"
        name = "shop"
        controllers = ["shop"]
        languages = ["da", "sv"]
        [[activity]]
        code = "newsletter"
        role = "controller"
        label = { da = "Nyhedsbrev", sv = "Nyhetsbrev" }
        purposes = { da = "Nyheder" }
        recipients = ["mailer"]
        retention = []
        [[activity.basis]]
        article_6 = "a"
        "#,
    )
    .unwrap();
    let said: Vec<String> = register
        .problems(day("2026-11-22"))
        .iter()
        .map(|p| format!("{}/{}.{} {} {}", p.section, p.code, p.field, p.kind, p.detail))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    activity/newsletter.purposes no_text sv
    activity/newsletter.recipients unknown mailer
    activity/newsletter.retention empty
    ");
}

#[test]
fn a_field_nobody_knows_is_refused_and_a_register_survives_its_own_file() {
    assert!(
        toml::from_str::<Register>("name = \"a\"\ncontrollers = []\nlanguages = []\ncolour = \"red\"")
            .is_err()
    );
    let register = Register {
        name: "a".into(),
        controllers: vec!["a".into()],
        retention: vec![rule(StartEvent::Collected, 0, 0, 30, false)],
        activity: vec![activity(vec![basis(LegalGround::Contract)])],
        backup_days: Some(30),
        ..Register::default()
    };
    let file = toml::to_string_pretty(&register).unwrap();
    assert_eq!(toml::from_str::<Register>(&file).unwrap(), register, "{file}");
}
