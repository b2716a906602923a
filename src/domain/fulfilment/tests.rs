//! The records of the rights: what each lacks, what follows from it.

use super::*;
use crate::domain::language::Lang;
use crate::domain::register::Register;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fields(missing: &[Missing]) -> Vec<String> {
    missing.iter().map(|one| format!("{} {}", one.field, one.gap)).collect()
}

fn register() -> Register {
    toml::from_str(
        r#"
        name = "shop"
        controllers = ["shop"]
        languages = ["da", "sv"]
        backup_days = 30
        [[recipient]]
        code = "post"
        name = "Postfirmaet A/S"
        kind = "processor"
        does = { da = "Pakker" }
        country = "DK"
        agreement = "processing"
        email = "gdpr@post.example"
        [[recipient]]
        code = "world"
        name = "Hele verden"
        kind = "public"
        does = { da = "Ser siden" }
        country = "DK"
        agreement = "none"
        [[category]]
        code = "photo"
        label = { da = "Billeder" }
        likeness = true
        [[retention]]
        code = "crm"
        label = { da = "24 måneder efter sidste køb" }
        starts = "relation_ended"
        period = { months = 24 }
        precedence = 1
        then = "erase"
        [[retention]]
        code = "books"
        label = { da = "Fem år og løbende år" }
        starts = "financial_year_ended"
        period = { years = 5 }
        running_year = true
        basis = { da = "Bogføringsloven kræver fem år." }
        ground = "legal_obligation"
        precedence = 9
        then = "erase"
        [[activity]]
        code = "sales"
        label = { da = "Salg" }
        role = "controller"
        purposes = { da = "Salg" }
        retention = ["crm", "books"]
        recipients = ["post", "world"]
        [[activity]]
        code = "events"
        label = { da = "Arrangementer" }
        role = "controller"
        purposes = { da = "Fest" }
        categories = ["photo"]
        retention = ["crm"]
        recipients = ["post"]
        made_public = true
        "#,
    )
    .unwrap()
}

#[test]
fn the_rule_of_the_highest_precedence_that_keeps_is_proposed_and_says_until_when() {
    let register = register();
    let sales = Line::propose(&register, register.activity("sales").unwrap(), Lang::Da);
    assert_eq!(
        (sales.action, sales.rule.as_str(), sales.ground.as_str(), sales.why.as_str()),
        (Some(Action::Keep), "books", "legal_obligation", "Bogføringsloven kræver fem år.")
    );
    assert_eq!(sales.until_on, None, "nobody said when it began");
    let rule = register.rule("books").unwrap();
    let begun = Line { start_on: Some(day("2026-06-30")), ..sales }.kept_by(rule, Lang::Da);
    assert_eq!(begun.until_on, Some(day("2031-12-31")));
    let events = Line::propose(&register, register.activity("events").unwrap(), Lang::Da);
    assert_eq!((events.action, events.likeness, events.made_public), (Some(Action::Erase), true, true));
}

fn erasure(lines: Vec<Line>) -> Erasure {
    Erasure {
        claimed: Some(Claim::NotNecessary),
        lines,
        erased_on: Some(day("2026-11-23")),
        ..Erasure::default()
    }
}

#[test]
fn an_erasure_that_keeps_something_is_partly_fulfilled_with_the_ground_of_its_rule() {
    let register = register();
    let sales = Line::propose(&register, register.activity("sales").unwrap(), Lang::Da);
    let begun = Line { start_on: Some(day("2026-06-30")), ..sales };
    let sales = begun.kept_by(register.rule("books").unwrap(), Lang::Da);
    let events = Line::propose(&register, register.activity("events").unwrap(), Lang::Da);
    let record = Fulfilment::Erasure(erasure(vec![sales, events]));
    assert_eq!(
        fields(&record.missing(Outcome::Fulfilled, &[])),
        ["outcome gap-not_all", "e-likeness gap-likeness", "e-public gap-public"]
    );
    assert_eq!(fields(&record.missing(Outcome::PartlyFulfilled, &[])).len(), 2);
    let grounds = record.grounds();
    assert_eq!((grounds.len(), grounds[0].article.as_str()), (1, "17(3)(b)"));
    assert_eq!(grounds[0].what, "Salg");
    assert!(record.missing(Outcome::Refused, &[]).is_empty(), "a refusal erases nothing");
}

#[test]
fn backups_turn_over_as_many_days_after_the_erasure_as_the_register_says() {
    let gone = Line { action: Some(Action::Erase), ..Line::default() };
    let record = Erasure { backup_days: Some(30), ..erasure(vec![gone.clone()]) };
    assert_eq!(record.backup_until(), Some(day("2026-12-23")));
    let undated = Erasure { erased_on: None, ..record };
    assert_eq!(undated.backup_until(), None);
    assert_eq!(fields(&undated.missing(Outcome::Fulfilled)), ["e-erased_on gap-day"]);
    let kept = Line { action: Some(Action::Keep), ..Line::default() };
    assert_eq!(Erasure { backup_days: Some(30), ..erasure(vec![kept]) }.backup_until(), None);
    assert_eq!(erasure(vec![gone]).backup_until(), None, "no backups");
}

#[test]
fn the_recipients_of_what_was_touched_are_told_once_and_the_public_is_not() {
    let touched = ["sales", "events"].map(|code| Touched { code: code.into(), label: String::new() });
    let told = Recipients::of(&register(), &touched);
    assert_eq!(told, [Recipient { name: "Postfirmaet A/S".into(), email: "gdpr@post.example".into() }]);
    let by_hand = Recipients::read("Nordbank, hjem@nordbank.example\n\n  Advokat Holm  \nA, B og C");
    let shown: Vec<_> = by_hand.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
    assert_eq!(shown, [("Nordbank", "hjem@nordbank.example"), ("Advokat Holm", ""), ("A, B og C", "")]);
}

#[test]
fn a_field_that_stays_needs_its_ground_and_its_reason() {
    let one =
        |verdict| FieldChange { field: "Adresse".into(), verdict: Some(verdict), ..FieldChange::default() };
    let record = |fields: Vec<FieldChange>| Rectification {
        fields,
        done_on: Some(day("2026-11-23")),
        ..Rectification::default()
    };
    let all = record(vec![one(Verdict::Corrected), one(Verdict::Refused)]);
    assert_eq!(
        fields(&all.missing(Outcome::Fulfilled)),
        ["r-new-1 gap-new", "r-ground-2 gap-ground", "r-why-2 gap-why", "outcome gap-not_all"]
    );
    let refused = FieldChange {
        ground: "accurate_as_is".into(),
        why: "Den er rigtig.".into(),
        ..one(Verdict::Refused)
    };
    let corrected = FieldChange { new: "Elmevej 9".into(), ..one(Verdict::Corrected) };
    let part = record(vec![corrected, refused.clone()]);
    assert_eq!(fields(&part.missing(Outcome::PartlyFulfilled)), Vec::<String>::new());
    assert_eq!(part.grounds().len(), 1);
    assert_eq!(fields(&record(vec![refused]).missing(Outcome::PartlyFulfilled)), ["outcome gap-nothing"]);
    let stated = Rectification { statement: "Jeg er uenig.".into(), ..record(vec![]) };
    assert_eq!(fields(&stated.missing(Outcome::Fulfilled)), Vec::<String>::new());
}

fn ground(code: &str) -> GroundText {
    GroundText { code: code.into(), article: "21(1)".into(), what: String::new(), why: "x".into() }
}

#[test]
fn an_objection_is_refused_on_compelling_grounds_only_after_a_balancing_by_a_person() {
    let blank = Fulfilment::blank(Right::Objection).unwrap();
    let compelling = [ground("compelling_legitimate_grounds")];
    assert_eq!(
        fields(&blank.missing(Outcome::Refused, &compelling)),
        [
            "o-situation gap-situation",
            "o-compelling gap-compelling",
            "o-weighing gap-weighing",
            "o-decided_by gap-decided_by"
        ]
    );
    assert!(blank.missing(Outcome::Refused, &[ground("basis_not_6_1_e_f")]).is_empty());
    assert_eq!(
        fields(&blank.missing(Outcome::Fulfilled, &[])),
        ["o-stopped gap-stopped", "o-stopped_on gap-day"]
    );
}

#[test]
fn whoever_made_a_decision_does_not_review_it_and_the_reviewer_can_change_it() {
    let full = |maker: &str, authority| Review {
        existed: Some(true),
        which: "kredit".into(),
        maker: maker.into(),
        reviewer: "Karin".into(),
        function: "kreditchef".into(),
        authority,
        view: "forkert".into(),
        decision: "ja".into(),
        reasons: "indkomst".into(),
        ..Review::default()
    };
    assert_eq!(fields(&full("Jonas", true).missing()), Vec::<String>::new());
    assert_eq!(fields(&full("Karin", true).missing()), ["d-reviewer gap-same_person"]);
    assert_eq!(fields(&full("", false).missing()), ["d-authority gap-authority"]);
    let none = Review { existed: Some(false), ..Review::default() };
    assert_eq!(fields(&none.missing()), Vec::<String>::new());
}

#[test]
fn a_restriction_is_lifted_only_after_its_notice_has_left_and_its_day_has_come() {
    let live = LiveCase {
        case: Case18::Contested,
        notice_out: true,
        lift_on: Some(day("2026-12-07")),
        is_lifted: false,
    };
    assert!(!may_lift(&live, day("2026-12-06")));
    assert!(may_lift(&live, day("2026-12-07")));
    assert!(!may_lift(&LiveCase { notice_out: false, ..live }, day("2026-12-07")));
    assert!(!may_lift(&LiveCase { lift_on: None, ..live }, day("2026-12-07")));
    assert!(!may_lift(&LiveCase { is_lifted: true, ..live }, day("2026-12-07")));
}

#[test]
fn nobody_confirms_what_they_were_not_told_and_what_is_settled_stays_settled() {
    use NoticeStatus as N;
    for (from, to) in
        [(N::Open, N::Told), (N::Open, N::Impossible), (N::Told, N::Confirmed), (N::Told, N::Told)]
    {
        assert!(from.may_become(to), "{from} {to}");
    }
    for (from, to) in
        [(N::Open, N::Confirmed), (N::Confirmed, N::Told), (N::Impossible, N::Told), (N::Told, N::Open)]
    {
        assert!(!from.may_become(to), "{from} {to}");
    }
}

#[test]
fn what_cannot_be_transmitted_is_partly_fulfilled_and_consent_needs_its_name_and_day() {
    let record =
        Portability { transfer: Some(Transfer::Infeasible), to: "Anden".into(), ..Portability::default() };
    assert_eq!(fields(&record.missing(Outcome::Fulfilled)), ["p-why gap-infeasible", "outcome gap-not_all"]);
    assert_eq!(record.grounds()[0].code, "direct_transfer_infeasible");
    assert_eq!(fields(&Consent::default().missing()), ["c-which gap-which_consent", "c-stopped_on gap-day"]);
}

#[test]
fn the_burden_of_proof_is_objective_subjective_and_a_list() {
    assert_eq!(
        fields(&Burden::default().missing()),
        ["b-objective gap-objective", "b-subjective gap-subjective", "b-evidence gap-evidence"]
    );
    let fee = Fee { amount: "100 kr.".into(), basis: String::new() };
    let with_fee = Burden { fee: Some(fee), ..Burden::default() };
    assert!(fields(&with_fee.missing()).contains(&"b-fee_basis gap-fee_basis".to_owned()));
}
