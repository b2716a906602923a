//! The chain of a case as people read it: each entry a sentence filled from its facts.

use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::national_number;
use crate::domain::request::Request;
use crate::domain::right::Right;
use crate::services::App;
use crate::store::chain::EventRow;
use crate::store::staff::Member;
use crate::web::staff::look_up;
use crate::web::view::desk::case::HistoryLine;
use crate::web::view::{Said, Slot};
use crate::words;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::Value;
use std::collections::BTreeMap;

/// Who reads, and what the sentences need to know.
pub(super) struct Reader<'a> {
    /// The house, for what its sources are called.
    pub(super) app: &'a App,
    /// The reader's language.
    pub(super) lang: Lang,
    /// Everybody at the desk.
    pub(super) staff: &'a [Member],
    /// The case's rights, by request.
    pub(super) requests: &'a [Request],
    /// Whom the case's tasks ask, by task.
    pub(super) tasks: &'a BTreeMap<String, String>,
    /// References of other cases, by case, as far as the reader may know of them.
    pub(super) references: &'a BTreeMap<String, String>,
    /// The controller's clock.
    pub(super) zone: Tz,
    /// National numbers in what was written are shown as they were written.
    pub(super) shows_numbers: bool,
}

impl Reader<'_> {
    fn name(&self, id: &str) -> Option<String> {
        self.staff.iter().find(|member| member.id == id).map(|member| member.name.clone())
    }

    /// Who did it: the name of a colleague, or what the person and the program are called.
    fn who(&self, actor: &str) -> String {
        match actor.strip_prefix("staff:") {
            Some(id) => self.name(id).unwrap_or_else(|| words::text(self.lang, "ui-staff", &[])),
            None if actor == "person" => words::text(self.lang, "role-person", &[]),
            None => words::text(self.lang, "role-system", &[]),
        }
    }

    /// The entries with their words opened, in the order given. One step on several requests is an
    /// entry for each: neighbours that read the same become one line that names every right.
    pub(super) fn lines<'r>(
        &self,
        rows: impl IntoIterator<Item = (&'r EventRow, Option<&'r str>)>,
    ) -> Vec<HistoryLine> {
        let mut lines: Vec<HistoryLine> = Vec::new();
        for (row, words) in rows {
            let next = self.line(row, words);
            match lines.last_mut() {
                Some(last) if is_one_step(last, &next) => {
                    // newest first, and the requests of a case have their own order
                    last.rights.extend(next.rights);
                    last.rights.sort_by_key(|right| self.requests.iter().position(|r| r.right == *right));
                    last.links.extend(next.links);
                }
                _ => lines.push(next),
            }
        }
        lines
    }

    fn line(&self, row: &EventRow, words: Option<&str>) -> HistoryLine {
        let said = said(self, row, words);
        HistoryLine {
            rights: self.right_beside(row, &said).into_iter().collect(),
            said,
            at: row.at.and_utc().with_timezone(&self.zone).fixed_offset(),
            who: self.who(&row.actor),
            links: vec![link(&row.mac)],
        }
    }

    /// The right an entry is about, where the case has several and the sentence does not name it.
    fn right_beside(&self, row: &EventRow, said: &Said) -> Option<Right> {
        let id = row.request_id.as_deref().filter(|_| self.requests.len() > 1)?;
        let request = self.requests.iter().find(|request| request.id == id)?;
        (!said.slots.contains_key("right")).then_some(request.right)
    }
}

/// The same words by the same hand at the same moment, for another request.
fn is_one_step(last: &HistoryLine, next: &HistoryLine) -> bool {
    let is_same = last.said == next.said && last.at == next.at && last.who == next.who;
    is_same && next.rights.iter().all(|right| !last.rights.contains(right)) && !next.rights.is_empty()
}

/// Beginning and end of an entry's link: enough to compare two prints.
fn link(mac: &[u8]) -> String {
    let hex: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
    match (hex.get(..4), hex.get(hex.len().saturating_sub(4)..)) {
        (Some(head), Some(tail)) => format!("{head}…{tail}"),
        _ => hex,
    }
}

/// The sentence of an entry. One whose slots cannot all be filled (an entry of another version of
/// the program) says only what it was.
fn said(reader: &Reader<'_>, row: &EventRow, words: Option<&str>) -> Said {
    let told: Value = serde_json::from_str(&row.facts).unwrap_or(Value::Null);
    let mut said = Said::new(key(row, &told));
    for slot in words::slots(&said.id) {
        match fill(reader, row, &told, words, &slot) {
            Some(value) => said.slots.insert(slot, value),
            None => return bare(&row.kind),
        };
    }
    if words::exists(&said.id) { said } else { bare(&row.kind) }
}

/// What an entry was, without its facts.
fn bare(kind: &str) -> Said {
    let ids = ["done_bare", "done"].map(|tail| format!("event-{kind}-{tail}"));
    let known = ids.into_iter().find(|id| words::exists(id) && words::slots(id).is_empty());
    Said::new(known.unwrap_or_else(|| "event-other-done".to_owned()))
}

/// Some events read differently by their facts.
fn key(row: &EventRow, told: &Value) -> String {
    let is = |fact: &str| told.get(fact).and_then(Value::as_bool) == Some(true);
    let text = |fact: &str| told.get(fact).and_then(Value::as_str);
    let tail = match row.kind.as_str() {
        "ask_identity" if is("pauses") => "done_paused",
        "ask_identity" => "done_running",
        "approve" if is("single_handed") => "done_single",
        "send_answer" if text("via") == Some("post") => "done_post",
        // the readable page and the letter; the package without a mark
        "downloaded" if text("what") == Some("page") => "done_page",
        "downloaded" if text("what") == Some("letter") => "done_letter",
        "person_apart" => {
            let way = if is("on") { "set" } else { "cleared" };
            return format!("event-person_apart-done_{}_{way}", text("flag").unwrap_or_default());
        }
        "instruction_received" => "done_case",
        "submit_for_review" => "done_plain",
        "task_nothing" => "done_plain",
        _ => "done",
    };
    format!("event-{}-{tail}", row.kind)
}

/// A right by its code, for staff.
fn right_named(code: &str) -> Option<Slot> {
    Some(Said::new(format!("right-{}-staff", Right::from_code(code)?)).into())
}

fn fill(reader: &Reader<'_>, row: &EventRow, told: &Value, words: Option<&str>, slot: &str) -> Option<Slot> {
    let text = |name: &str| told.get(name).and_then(Value::as_str);
    let day = |name: &str| text(name).and_then(|t| t.parse::<NaiveDate>().ok());
    let count = |name: &str| {
        told.get(name)
            .and_then(|v| v.as_i64().or_else(|| v.as_array().and_then(|list| i64::try_from(list.len()).ok())))
    };
    match slot {
        "user" => {
            let id = text("assignee").or_else(|| row.actor.strip_prefix("staff:"))?;
            Some(reader.name(id)?.into())
        }
        "channel" => Some(Said::new(format!("intake-{}", text("intake")?)).into()),
        "day" if row.kind == EventKind::CorrectReceivedDate.code() => day("was").map(Slot::Day),
        "day2" => day("received_on").map(Slot::Day),
        "reference" => {
            let id = text("of_case").or_else(|| text("new_case"))?;
            Some(reader.references.get(id)?.as_str().into())
        }
        "controller" => {
            Some(reader.app.controllers.get(text("controller")?).ok()?.legal_name.as_str().into())
        }
        "what" => Some(Said::new(format!("read_as-{}-staff", text("read_as")?)).into()),
        // what was written stands first, the place on the last line
        "where" => Some(national_number::masked(words?.lines().last()?).into()),
        "missing" => Some(national_number::masked(words?).into()),
        "recipient" => {
            let is_theirs = told.get("answer_to_representative").and_then(Value::as_bool)?;
            Some(
                Said::new(if is_theirs { "authority-gets-representative" } else { "authority-gets-person" })
                    .into(),
            )
        }
        "day" => day("received_on")
            .or_else(|| day("replied_on"))
            .or_else(|| day("sent_on"))
            .or_else(|| day("posted_on"))
            .map(Slot::Day),
        "date" => day("statutory_on").or_else(|| day("act_by_on")).map(Slot::On),
        "outcome" => Some(Said::new(format!("outcome-{}-staff", text("outcome")?)).into()),
        // the right as it was, not as it is now
        "right" if row.kind == EventKind::Reclassify.code() => right_named(text("was")?),
        // the request that was split, and what came of it
        "right" if row.kind == EventKind::Split.code() => {
            let of = text("of")?;
            right_named(reader.requests.iter().find(|request| request.id == of)?.right.code())
        }
        "right2" => right_named(text("right")?),
        "right" => {
            let id = row.request_id.as_deref()?;
            let right = reader.requests.iter().find(|request| request.id == id)?.right;
            Some(Said::new(format!("right-{right}-staff")).into())
        }
        "choice" => Some(Said::new(format!("pause-choice-{}-done", text("choice")?)).into()),
        "comment" | "reason" if reader.shows_numbers => words.map(Into::into),
        "comment" | "reason" => words.map(|written| national_number::masked(written).into()),
        "holder" => {
            let name = reader.tasks.get(text("task")?)?;
            Some(look_up::source_name(reader.app, name, reader.lang).into())
        }
        "n" => match row.kind.as_str() {
            "look_up" => count("sources"),
            "records_chosen" => count("theirs"),
            "start_collecting" => count("tasks"),
            "task_answer" => Some(count("records")? + count("documents").unwrap_or(0)),
            "identity_proven" => count("level"),
            _ => count("days"),
        }
        .map(Into::into),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_happened_has_words_of_its_own_even_without_its_facts() {
        for kind in EventKind::ALL {
            let said = bare(kind.code());
            assert_ne!(said.id, "event-other-done", "{kind}");
            assert!(words::slots(&said.id).is_empty(), "{kind}");
        }
        assert_eq!(bare("of_another_version").id, "event-other-done");
    }
}
