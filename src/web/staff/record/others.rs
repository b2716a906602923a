//! The records of the other rights: read from a form, and shown as one.

use super::Desk;
use super::form::{Form, group, plain};
use crate::domain::finding::LegalGround;
use crate::domain::fulfilment::{
    Case18, Consent, FieldChange, Objection, Portability, Rectification, Restriction, Review, Transfer,
    Verdict,
};
use crate::web::form::Fields;
use crate::web::view::Said;
use crate::web::view::desk::record::{Group, Input, InputKind};

/// Fields a form of a rectification offers beyond those that are filled.
const SPARE: usize = 2;
/// Most fields.
const MOST: usize = 30;

fn one(typed: &Fields, name: &str) -> String {
    typed.one(name).trim().to_owned()
}

fn is_yes(typed: &Fields, name: &str) -> bool {
    typed.one(name) == "yes"
}

fn coded(codes: &[&'static str], family: &str) -> Vec<(String, Said)> {
    codes.iter().map(|code| ((*code).to_owned(), Said::new(format!("{family}-{code}")))).collect()
}

fn last_field(typed: &Fields) -> usize {
    let names = ["field", "old", "new", "evidence"];
    let is_filled = |n: &usize| names.iter().any(|name| !one(typed, &format!("r-{name}-{n}")).is_empty());
    (1..=MOST).filter(is_filled).max().unwrap_or(0)
}

pub(super) fn rectification(desk: &Desk, typed: &Fields) -> Rectification {
    let field = |n: usize| {
        let of = |name: &str| one(typed, &format!("r-{name}-{n}"));
        FieldChange {
            field: of("field"),
            old: of("old"),
            new: of("new"),
            evidence: of("evidence"),
            verdict: Verdict::from_code(&of("verdict")),
            ground: of("ground"),
            why: of("why"),
        }
    };
    let touched = desk.touched(typed, "r-touched");
    Rectification {
        fields: (1..=last_field(typed)).map(field).collect(),
        statement: one(typed, "r-statement"),
        done_on: typed.date("r-done_on"),
        recipients: desk.recipients(typed, "r", &touched),
        touched,
    }
}

pub(super) fn rectification_form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    let mut inputs = Vec::new();
    for n in 1..=(last_field(form.typed) + SPARE).min(MOST) {
        let name = |field: &str| format!("r-{field}-{n}");
        inputs.push(form.head(Said::new("record-r-nth").with("n", i64::try_from(n).unwrap_or(i64::MAX))));
        inputs.push(form.line(&name("field"), "record-r-field").in_letter());
        inputs.push(form.line(&name("old"), "record-r-old").in_letter());
        inputs.push(form.line(&name("new"), "record-r-new").in_letter());
        inputs.push(form.line(&name("evidence"), "record-r-evidence"));
        let verdicts = coded(&["corrected", "partly", "refused"], "record-r");
        inputs.push(form.choose(InputKind::Radio, &name("verdict"), "record-r-verdict", verdicts));
        inputs.push(form.grounds(desk, &name("ground"), "16"));
        inputs.push(form.line(&name("why"), "record-why").in_letter());
    }
    let statement = form.area("r-statement", "record-r-statement").in_letter();
    let mut more = vec![statement.hint(Said::new("record-r-statement-hint"))];
    more.push(form.date("r-done_on", "record-done_on"));
    more.extend(form.activities(desk, "r-touched"));
    let touched = desk.touched(form.typed, "r-touched");
    vec![
        group("record-r", None, inputs),
        group("record-title", None, more),
        form.recipients(desk, "r", &touched),
    ]
}

pub(super) fn restriction(desk: &Desk, typed: &Fields) -> Restriction {
    let touched = desk.touched(typed, "x-touched");
    Restriction {
        case: Case18::from_code(typed.one("x-case")),
        what: one(typed, "x-what"),
        from_on: typed.date("x-from_on"),
        recipients: desk.recipients(typed, "x", &touched),
        touched,
    }
}

pub(super) fn restriction_form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    let cases = coded(&["a", "b", "c", "d"], "record-case");
    let mut inputs = vec![
        form.choose(InputKind::Radio, "x-case", "record-x-case", cases),
        form.area("x-what", "record-x-what").in_letter(),
        form.date("x-from_on", "record-from_on"),
    ];
    inputs.extend(form.activities(desk, "x-touched"));
    let touched = desk.touched(form.typed, "x-touched");
    vec![group("record-x", None, inputs), form.recipients(desk, "x", &touched)]
}

pub(super) fn portability(typed: &Fields) -> Portability {
    Portability {
        transfer: Transfer::from_code(typed.one("p-transfer")),
        to: one(typed, "p-to"),
        on: typed.date("p-on"),
        how: one(typed, "p-how"),
        why: one(typed, "p-why"),
        outside: one(typed, "p-outside"),
    }
}

pub(super) fn portability_form(form: &Form<'_>) -> Vec<Group> {
    let transfers = coded(&["not_asked", "done", "infeasible"], "record-transfer");
    let default = Some("not_asked");
    let outside = form.area("p-outside", "record-p-outside").in_letter();
    vec![group(
        "record-p",
        None,
        vec![
            form.choose_or(InputKind::Radio, "p-transfer", "record-p-transfer", transfers, default),
            form.line("p-to", "record-p-to").in_letter(),
            form.date("p-on", "record-p-on"),
            form.line("p-how", "record-p-how").in_letter(),
            form.area("p-why", "record-p-why").in_letter(),
            outside.hint(Said::new("record-p-outside-hint")),
        ],
    )]
}

pub(super) fn objection(typed: &Fields) -> Objection {
    Objection {
        situation: one(typed, "o-situation"),
        stopped: one(typed, "o-stopped"),
        stopped_on: typed.date("o-stopped_on"),
        compelling: one(typed, "o-compelling"),
        weighing: one(typed, "o-weighing"),
        decided_by: one(typed, "o-decided_by"),
        offer_erasure: is_yes(typed, "o-offer_erasure"),
    }
}

/// Colleagues to choose one from; `none`: what stands for nobody.
fn colleagues(desk: &Desk, form: &Form<'_>, name: &str, label: &str, none: &str) -> Input {
    let mut all = vec![(String::new(), Said::new(none))];
    all.extend(desk.staff.iter().map(|name| (name.clone(), plain(name))));
    form.choose(InputKind::Select, name, label, all)
}

pub(super) fn objection_form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    vec![
        group(
            "record-o",
            None,
            vec![
                form.area("o-situation", "record-o-situation").in_letter(),
                form.area("o-stopped", "record-o-stopped").in_letter(),
                form.date("o-stopped_on", "record-stopped_on"),
                form.check("o-offer_erasure", "record-offer_erasure"),
            ],
        ),
        group(
            "record-o-balance",
            Some(Said::new("record-o-balance-more")),
            vec![
                form.area("o-compelling", "record-o-compelling").in_letter(),
                form.area("o-weighing", "record-o-weighing").in_letter(),
                colleagues(desk, form, "o-decided_by", "record-o-decided_by", "record-choose"),
            ],
        ),
    ]
}

pub(super) fn consent(desk: &Desk, typed: &Fields) -> Consent {
    let mut which: Vec<String> =
        desk.touched(typed, "c-activity").into_iter().map(|touched| touched.label).collect();
    which.extend(typed.filled("c-which"));
    Consent {
        which,
        stopped_on: typed.date("c-stopped_on"),
        other_ground: one(typed, "c-other"),
        offer_erasure: is_yes(typed, "c-offer_erasure"),
    }
}

pub(super) fn consent_form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    let on_consent = desk
        .activities()
        .into_iter()
        .filter(|activity| activity.basis.iter().any(|basis| basis.article_6 == LegalGround::Consent));
    let all: Vec<(String, Said)> =
        on_consent.map(|one| (one.code.clone(), plain(&desk.text(&one.label)))).collect();
    let mut inputs = Vec::new();
    if !all.is_empty() {
        inputs.push(form.choose(InputKind::Checks, "c-activity", "record-c-which", all));
    }
    let label = if inputs.is_empty() { "record-c-which" } else { "record-c-also" };
    inputs.push(form.line("c-which", label).in_letter());
    inputs.push(form.date("c-stopped_on", "record-stopped_on"));
    let other = form.area("c-other", "record-c-other").in_letter();
    inputs.push(other.hint(Said::new("record-c-other-hint")));
    inputs.push(form.check("c-offer_erasure", "record-offer_erasure"));
    vec![group("record-c", None, inputs)]
}

pub(super) fn review(desk: &Desk, typed: &Fields) -> Review {
    let (logic, significance) = automated(desk);
    let or = |name: &str, known: String| if typed.has(name) { one(typed, name) } else { known };
    Review {
        existed: match typed.one("d-existed") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        which: one(typed, "d-which"),
        maker: one(typed, "d-maker"),
        reviewer: one(typed, "d-reviewer"),
        function: one(typed, "d-function"),
        authority: is_yes(typed, "d-authority"),
        view: one(typed, "d-view"),
        decision: one(typed, "d-decision"),
        reasons: one(typed, "d-reasons"),
        logic: or("d-logic", logic),
        significance: or("d-significance", significance),
    }
}

/// What the register says of automated decisions (art. 15(1)(h)).
fn automated(desk: &Desk) -> (String, String) {
    let activities = desk.activities();
    let deciding = activities.iter().filter_map(|one| one.automated.as_ref()).find(|one| one.decides);
    deciding.map(|one| (desk.text(&one.logic), desk.text(&one.significance))).unwrap_or_default()
}

pub(super) fn review_form(desk: &Desk, form: &Form<'_>) -> Vec<Group> {
    let (logic, significance) = automated(desk);
    let existed =
        vec![("yes".to_owned(), Said::new("record-yes")), ("no".to_owned(), Said::new("record-no"))];
    vec![
        group(
            "record-d",
            None,
            vec![
                form.choose(InputKind::Radio, "d-existed", "record-d-existed", existed),
                form.line("d-which", "record-d-which").in_letter(),
                colleagues(desk, form, "d-maker", "record-d-maker", "record-d-nobody"),
                form.area("d-logic", "record-d-logic").in_letter().or(&logic),
                form.area("d-significance", "record-d-significance").in_letter().or(&significance),
            ],
        ),
        group(
            "record-d-review",
            None,
            vec![
                colleagues(desk, form, "d-reviewer", "record-d-reviewer", "record-choose"),
                form.line("d-function", "record-d-function").in_letter(),
                form.check("d-authority", "record-d-authority"),
                form.area("d-view", "record-d-view").in_letter(),
                form.area("d-decision", "record-d-decision").in_letter(),
                form.area("d-reasons", "record-d-reasons").in_letter(),
            ],
        ),
    ]
}
