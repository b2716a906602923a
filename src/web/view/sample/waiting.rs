//! Waiting and taking back, filled in.

use super::desk::*;
use super::{Sample, desk, on, sample};
use crate::domain::decide::PauseChoice;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::right::Right;
use crate::web::view::Said;
use crate::web::view::desk::waiting::*;
use crate::web::view::parts::Tone;
use crate::web::view::shell::Place;

pub(super) fn waiting_pages() -> Vec<Sample> {
    let scope = AskScope {
        desk: desk(Place::Queue),
        step: step(vec![error("question", "need-words-question")]),
        request_id: "r1".into(),
        language: Lang::Da,
        amount: "omkring 9.000 linjer i tre systemer".into(),
        question: String::new(),
        meanwhile: String::new(),
        by_on: "2026-12-15".into(),
        pauses_until_on: on("2026-11-27"),
        pauses: true,
        on_paper: false,
        others: vec![Right::Erasure],
        unpaused_on: on("2026-12-23"),
        decide_by_on: on("2026-12-16"),
        letter: letter(),
    };
    let closing = WithLetter {
        desk: desk(Place::Queue),
        step: step(vec![]),
        action: "/desk/cases/c1/lapse".into(),
        event: EventKind::Lapse,
        lead: Said::new("lapse-lead"),
        right: None,
        requests: choices(),
        dates: vec![(Said::new("pause-asked"), on("2026-09-09"))],
        reason: None,
        complete: vec![tick(Some(Tone::Done), "ui-tick-complaint")],
        letter: Some(letter()),
    };
    let amend = |event, lead: &str, reason: Option<&str>| WithLetter {
        action: "/desk/cases/c1/reopen/r1".into(),
        event,
        lead: Said::new(lead),
        right: Some(Right::Access),
        requests: vec![],
        reason: reason.map(str::to_owned),
        ..closing.clone()
    };
    let undo = amend(EventKind::UndoExtension, "undo_extension-lead-told", None);
    vec![
        sample("desk-ask-scope", scope.clone()),
        sample("desk-ask-scope-late", AskScope { pauses: false, on_paper: true, others: vec![], ..scope }),
        sample(
            "desk-decide-pause",
            DecidePause {
                desk: desk(Place::Queue),
                step: step(vec![error("choice", "error-pause-choice"), error("reason", "need-words-reason")]),
                requests: choices(),
                asked_on: on("2026-11-03"),
                question: "dit kundenummer".into(),
                reminders: 1,
                unpaused_on: on("2026-12-05"),
                decide_by_on: on("2026-11-27"),
                lapses_on: on("2027-01-02"),
                choices: PauseChoice::ALL.to_vec(),
                choice: Some(PauseChoice::KeepPausing),
                reason: String::new(),
            },
        ),
        sample("desk-lapse", closing.clone()),
        sample("desk-undo-extension", undo.clone()),
        sample(
            "desk-undo-extension-unsent",
            WithLetter { letter: None, lead: Said::new("undo_extension-lead"), ..undo },
        ),
        sample("desk-reopen", amend(EventKind::Reopen, "reopen-lead", Some(""))),
    ]
}
