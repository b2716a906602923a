//! The record of an erasure, activity by activity.

use super::Desk;
use super::form::{Form, group, plain};
use crate::domain::fulfilment::{Action, Claim, Erasure, Line, Touched};
use crate::domain::register::Activity;
use crate::web::form::Fields;
use crate::web::view::Said;
use crate::web::view::desk::record::{Group, Input, InputKind};

/// Lines a form without a register offers beyond those that are filled.
const SPARE: usize = 2;
/// Most lines.
const MOST: usize = 40;

/// One activity of the register, or a line by hand.
enum Of<'a> {
    Activity(&'a Activity),
    Hand,
}

fn lines<'a>(desk: &'a Desk, typed: &Fields) -> Vec<Of<'a>> {
    let activities = desk.activities();
    if !activities.is_empty() {
        return activities.into_iter().map(Of::Activity).collect();
    }
    let filled = (1..=MOST).filter(|n| !typed.one(&format!("e-what-{n}")).trim().is_empty()).max();
    (0..(filled.unwrap_or(0) + SPARE).min(MOST)).map(|_| Of::Hand).collect()
}

/// What was typed, with what the register proposes where nothing was.
pub(super) fn read(desk: &Desk, typed: &Fields) -> Erasure {
    let lines: Vec<Line> =
        lines(desk, typed).iter().enumerate().filter_map(|(at, of)| line(desk, typed, at + 1, of)).collect();
    let lines: Vec<Line> = lines.into_iter().filter(|line| line.action != Some(Action::Nothing)).collect();
    let record = Erasure {
        claimed: Claim::from_code(typed.one("e-claimed")),
        lines,
        likeness: typed.one("e-likeness").trim().to_owned(),
        public_steps: typed.one("e-public").trim().to_owned(),
        erased_on: typed.date("e-erased_on"),
        backup_days: match &desk.register {
            Some(register) => register.backup_days,
            None => typed.number("e-backup").and_then(|days| u32::try_from(days).ok()),
        },
        ..Erasure::default()
    };
    Erasure { recipients: desk.recipients(typed, "e", &record.touched()), ..record }
}

fn line(desk: &Desk, typed: &Fields, n: usize, of: &Of<'_>) -> Option<Line> {
    let one = |name: &str| typed.one(&format!("e-{name}-{n}")).trim().to_owned();
    let proposed = match (of, &desk.register) {
        (Of::Activity(activity), Some(register)) => Line::propose(register, activity, desk.lang),
        _ => {
            let what = one("what");
            if what.is_empty() {
                return None;
            }
            Line { touched: Touched { code: String::new(), label: what }, ..Line::default() }
        }
    };
    let action = Action::from_code(&one("action")).or(proposed.action);
    let start_on = typed.date(&format!("e-start-{n}"));
    let blank = Line {
        action,
        start_on,
        rule: String::new(),
        ground: one("ground"),
        why: one("why"),
        until_on: None,
        ..proposed.clone()
    };
    if action != Some(Action::Keep) {
        return Some(Line { ground: String::new(), why: String::new(), ..blank });
    }
    let code = if typed.has(&format!("e-rule-{n}")) { one("rule") } else { proposed.rule };
    let rule = desk.register.as_ref().and_then(|register| register.rule(&code));
    let mut kept = match rule {
        Some(rule) => {
            let by_rule = blank.clone().kept_by(rule, desk.lang);
            if by_rule.ground.is_empty() { Line { ground: blank.ground, ..by_rule } } else { by_rule }
        }
        None => blank,
    };
    // a rule without a period, or none at all: the day is written by hand
    kept.until_on = kept.until_on.or(typed.date(&format!("e-until-{n}")));
    Some(kept)
}

/// The inputs.
pub(super) fn form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    let record = read(desk, form.typed);
    let claims = Claim::ALL.iter().map(|c| (c.code().to_owned(), Said::new(format!("record-claim-{c}"))));
    let claimed = form.choose(InputKind::Radio, "e-claimed", "record-e-claimed", claims.collect());
    let mut inputs = Vec::new();
    for (at, of) in lines(desk, form.typed).iter().enumerate() {
        inputs.extend(line_form(desk, form, at + 1, of));
    }
    let from = if desk.register.is_some() { "record-register" } else { "record-no_register" };
    let backup = match &desk.register {
        Some(register) => register
            .backup_days
            .map(|days| form.told(Said::new("record-e-backup-more").with("n", i64::from(days)))),
        None => Some(form.line("e-backup", "record-e-backup")),
    };
    let mut end = vec![form.date("e-erased_on", "record-done_on")];
    end.extend(backup);
    let likeness = form.area("e-likeness", "record-e-likeness").in_letter();
    end.push(likeness.hint(Said::new("record-e-likeness-hint")));
    let public = form.area("e-public", "record-e-public").in_letter();
    end.push(public.hint(Said::new("record-e-public-hint")));
    vec![
        group("record-e", None, vec![claimed]),
        group("record-e-lines", Some(Said::new(from)), inputs),
        group("record-e-end", None, end),
        form.recipients(desk, "e", &record.touched()),
    ]
}

fn line_form(desk: &Desk, form: &Form<'_>, n: usize, of: &Of<'_>) -> Vec<Input> {
    let name = |field: &str| format!("e-{field}-{n}");
    let mut inputs = Vec::new();
    let proposed = match (of, &desk.register) {
        (Of::Activity(activity), Some(register)) => {
            inputs.push(form.head(plain(&desk.text(&activity.label))));
            Line::propose(register, activity, desk.lang)
        }
        _ => {
            inputs.push(form.line(&name("what"), "record-e-what").in_letter());
            Line::default()
        }
    };
    let actions =
        Action::ALL.iter().map(|a| (a.code().to_owned(), Said::new(format!("record-action-{a}")))).collect();
    let action = proposed.action.map(Action::code);
    inputs.push(form.choose_or(InputKind::Radio, &name("action"), "record-action", actions, action));
    if let (Of::Activity(activity), Some(register)) = (of, &desk.register) {
        let rules = register.rules_of(activity);
        if !rules.is_empty() {
            let mut all = vec![(String::new(), Said::new("record-choose"))];
            all.extend(rules.iter().map(|rule| (rule.code.clone(), plain(&desk.text(&rule.label)))));
            let rule = Some(proposed.rule.as_str());
            inputs.push(form.choose_or(InputKind::Select, &name("rule"), "record-e-rule", all, rule));
        }
    }
    inputs.push(form.date(&name("start"), "record-e-start"));
    let kept = line(desk, form.typed, n, of).and_then(|line| line.until_on);
    if let Some(until_on) = kept {
        inputs.push(form.told(Said::new("record-e-until-more").with("date", until_on)));
    }
    inputs.push(form.grounds(desk, &name("ground"), "17(3)"));
    inputs.push(form.date(&name("until"), "record-e-until"));
    inputs.push(form.line(&name("why"), "record-why").in_letter().or(&proposed.why));
    inputs
}
