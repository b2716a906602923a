//! Every refusal and every field problem in words, at the field it is about.

use crate::domain::decide::{Need, Refusal};
use crate::services::{FieldProblem, register};
use crate::web::view::parts::FieldError;
use crate::web::view::{Said, Slot};
use crate::words;
use chrono::Timelike;

/// Fields of a use case and what a page calls them.
pub type Names<'a> = &'a [(&'a str, &'a str)];

fn named<'a>(field: &'a str, names: Names<'a>) -> &'a str {
    names.iter().find(|(of_service, _)| *of_service == field).map_or(field, |(_, of_page)| of_page)
}

/// Problems of single fields.
pub fn problems(problems: &[FieldProblem], names: Names<'_>) -> Vec<FieldError> {
    problems.iter().map(|p| FieldError::new(named(&p.field, names), said_problem(p))).collect()
}

/// The message of a field problem; slots a message may name are filled.
pub fn said_problem(problem: &FieldProblem) -> Said {
    let file: Slot = match &problem.file {
        Some(name) => name.clone().into(),
        None if problem.field == "paste" => Said::new("error-the_paste").into(),
        None => Said::new("error-the_file").into(),
    };
    let said = Said::new(problem.key).with("file", file);
    let said = problem.slots.iter().fold(said, |said, (slot, number)| said.with(slot, *number));
    problem.codes.iter().fold(said, |said, (slot, code)| said.with(slot, named_code(slot, code)))
}

/// A code a message names: sections, fields and languages have words, the rest stand as written.
fn named_code(slot: &str, code: &str) -> Slot {
    match slot {
        "section" => Said::new(format!("register-one-{code}")).into(),
        "lang" => Said::new(format!("register-lang-{code}")).into(),
        "field" => {
            let (section, field) = code.split_once('_').unwrap_or(("", code));
            Said::new(register::field_id(section, field)).into()
        }
        _ => code.to_owned().into(),
    }
}

/// A refusal as messages: everything that is missing, each at its field.
pub fn errors(refusal: &Refusal, names: Names<'_>) -> Vec<FieldError> {
    match refusal {
        Refusal::Needs { needs, .. } => {
            needs.iter().map(|need| FieldError::new(named(field_of(need), names), said_need(need))).collect()
        }
        other => vec![FieldError::new("main", said_refusal(other))],
    }
}

/// A refusal in one sentence.
pub fn said_refusal(refusal: &Refusal) -> Said {
    let said = Said::new(format!("refusal-{}", refusal.code()));
    match refusal {
        Refusal::Right { right, .. } => said.with("right", Said::new(format!("right-{right}-staff"))),
        Refusal::State { state, .. } => said.with("state", Said::new(format!("state-{state}-staff"))),
        Refusal::Needs { needs, .. } => needs.first().map_or(said, said_need),
        Refusal::NotFound | Refusal::Role { .. } | Refusal::NothingToDo { .. } => said,
    }
}

/// The field a need is about; `main` is the page itself.
pub fn field_of(need: &Need) -> &str {
    match need {
        Need::Words { field } | Need::Date { field, .. } => field,
        Need::Task => "source",
        Need::Outcome { .. } | Need::NoUnprovenMatch => "outcome",
        Need::Text => "words",
        Need::Ground | Need::GroundAllowed { .. } | Need::AskedFirst { .. } => "ground",
        Need::LateReason | Need::LateEntryReason | Need::DisputableReason { .. } => "late_reason",
        Need::AnyRight => "request",
        Need::Delivery => "via",
        _ => "main",
    }
}

/// What is missing, in words.
pub fn said_need(need: &Need) -> Said {
    let said = Said::new(format!("need-{}", need.code()));
    match need {
        Need::Identity { needed, reached } => {
            said.with("needed", i64::from(needed.number())).with("reached", i64::from(reached.number()))
        }
        Need::NoticeHold { until } => {
            let part = |number: u32| format!("{number:02}");
            let time = Said::new("date-time").with("hour", part(until.hour()));
            said.with("date", until.date()).with("time", time.with("minute", part(until.minute())))
        }
        Need::TasksFinished { tasks } => said.with("n", i64::try_from(tasks.len()).unwrap_or(i64::MAX)),
        Need::Outcome { outcome } => said.with("outcome", Said::new(format!("outcome-{outcome}-staff"))),
        Need::GroundAllowed { ground } | Need::AskedFirst { ground } => said.with("ground", label(ground)),
        Need::Words { field } => {
            let id = format!("need-words-{field}");
            if words::exists(&id) { Said::new(id) } else { said }
        }
        Need::DisputableReason { last_on } | Need::NotAfter { last_on } => said.with("date", *last_on),
        Need::NotBefore { first_on } => said.with("date", *first_on),
        Need::Date { from: Some(from), to: Some(to), .. } => {
            Said::new("need-date-between").with("date", *from).with("date2", *to)
        }
        Need::Date { from: Some(from), .. } => Said::new("need-date-from").with("date", *from),
        Need::Date { to: Some(to), .. } => Said::new("need-date-to").with("date", *to),
        Need::Reminders { sent } => said.with("n", i64::from(*sent)),
        _ => said,
    }
}

/// What a ground is called: its label, or its code where nobody has written one.
fn label(code: &str) -> crate::web::view::Slot {
    let id = format!("ground-{code}-label");
    if words::exists(&id) { Said::new(id).into() } else { code.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::domain::identity::Level;
    use crate::domain::outcome::Outcome;
    use crate::domain::request::State;
    use crate::domain::right::Right;
    use chrono::NaiveDate;

    /// The text exists, and every slot it names is filled. That the languages agree is held by the
    /// tests of the words.
    fn rendered(said: &Said) {
        assert!(words::exists(&said.id), "there is no text {}", said.id);
        for slot in words::slots(&said.id) {
            let filled = said.slots.get(&slot).unwrap_or_else(|| panic!("{} lacks {slot}", said.id));
            if let crate::web::view::Slot::Said(inner) = filled {
                rendered(inner);
            }
        }
    }

    /// Every fact the law names, read from where it is written.
    fn facts() -> Vec<&'static str> {
        let sources = [
            include_str!("../../domain/decide/answer.rs"),
            include_str!("../../domain/decide/ending.rs"),
            include_str!("../../domain/decide/accepting.rs"),
            include_str!("../../domain/decide/guard.rs"),
            include_str!("../../domain/decide/intake.rs"),
            include_str!("../../domain/decide/pause.rs"),
            include_str!("../../domain/decide/term.rs"),
        ];
        let named = sources.iter().flat_map(|s| s.split("fact: \"").skip(1));
        // the list of what must hold before a case is erased names its facts beside the conditions
        let listed = sources[1]
            .lines()
            .filter_map(|l| l.trim().strip_suffix("\"),")?.rsplit_once(", \"").map(|p| p.1));
        named.filter_map(|rest| rest.split('"').next()).chain(listed).collect()
    }

    #[test]
    fn every_need_has_words_in_every_language() {
        let on = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let mut needs = vec![
            Need::Identity { needed: Level::Proven, reached: Level::Nothing },
            Need::Delivery,
            Need::NotStopped,
            Need::NoticeUnsent,
            Need::NoticeHold { until: on.and_hms_opt(14, 30, 0).unwrap() },
            Need::IdentityDoubt,
            Need::Task,
            Need::TasksFinished { tasks: vec!["a".into()] },
            Need::TaskAnswered,
            Need::Outcome { outcome: Outcome::Refused },
            Need::Text,
            Need::Ground,
            Need::GroundAllowed { ground: "legal_claims".into() },
            Need::AskedFirst { ground: "no_such_label".into() },
            Need::NoUnprovenMatch,
            Need::OtherApprover,
            Need::FreshFactor,
            Need::Package,
            Need::SamePackage,
            Need::LateReason,
            Need::LateEntryReason,
            Need::DisputableReason { last_on: on },
            Need::OnlyOnce,
            Need::NotAfter { last_on: on },
            Need::NotBefore { first_on: on },
            Need::Date { field: "due_on", from: None, to: None },
            Need::Date { field: "due_on", from: Some(on), to: None },
            Need::Date { field: "due_on", from: None, to: Some(on) },
            Need::Date { field: "due_on", from: Some(on), to: Some(on) },
            Need::AnyRight,
            Need::Reachable,
            Need::Channel,
            Need::Reminders { sent: 1 },
            Need::PauseDecided,
        ];
        let fields = ["reason", "reasons", "comment", "evidence", "note", "item", "task_name", "question"];
        needs.extend(fields.map(|field| Need::Words { field }));
        let facts = facts();
        assert!(facts.contains(&"retention_reached") && facts.contains(&"released"), "{facts:?}");
        needs.extend(facts.into_iter().map(|fact| Need::Fact { fact }));
        for need in needs {
            rendered(&said_need(&need));
        }
    }

    #[test]
    fn every_problem_of_a_field_has_words_and_no_slot_is_left_open() {
        let sources = [
            include_str!("../../services/answer.rs"),
            include_str!("../../services/collection.rs"),
            include_str!("../../services/conversation.rs"),
            include_str!("../../services/records.rs"),
            include_str!("../../services/records/json.rs"),
            include_str!("../../services/records/table.rs"),
            include_str!("../../services/uploads.rs"),
            include_str!("../../services/withholding.rs"),
            include_str!("answer.rs"),
            include_str!("asking.rs"),
            include_str!("collect.rs"),
            include_str!("identity.rs"),
            include_str!("period.rs"),
            include_str!("send.rs"),
            include_str!("task.rs"),
            include_str!("withhold.rs"),
        ];
        let keys = sources.iter().flat_map(|s| s.split("\"error-").skip(1));
        let keys: Vec<String> =
            keys.filter_map(|rest| rest.split('"').next()).map(|tail| format!("error-{tail}")).collect();
        assert!(keys.len() > 20);
        // what cuts a form off is answered by the page of the error itself
        let cut = ["error-form-cut", "error-too-slow", "error-too-large"];
        for key in keys.iter().filter(|key| !cut.contains(&key.as_str())) {
            let slots = ["max", "n", "of", "line", "column", "item"];
            let bare = FieldProblem::new("x", key.clone().leak());
            rendered(&said_problem(&slots.iter().fold(bare, |problem, slot| problem.with(slot, 5))));
        }
    }

    #[test]
    fn every_refusal_has_words_in_every_language() {
        let event = EventKind::SendAnswer;
        for refusal in [
            Refusal::NotFound,
            Refusal::Role { event },
            Refusal::Right { event, right: Right::Access },
            Refusal::State { event, state: State::Closed },
            Refusal::NothingToDo { event },
            Refusal::Needs { event, needs: Vec::new() },
            Refusal::Needs { event, needs: vec![Need::Package] },
        ] {
            rendered(&said_refusal(&refusal));
        }
    }
}
