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
    let accept = AcceptLevel {
        desk: desk(Place::Queue),
        step: step(vec![error("reason", "need-words-reason")]),
        rights: vec![Right::Erasure],
        level: 1,
        needed: 2,
        asked: None,
        reason: String::new(),
    };
    let proposed = AcceptLevel { step: step(vec![]), ..accept.clone() };
    let asked = AskedLevel {
        who: "Karin Demo".into(),
        on: on("2026-11-20"),
        reason: "Kunde gennem ti år, kendt i butikken".into(),
        single_handed: true,
        blocked: None,
    };
    let returned = Returned {
        desk: desk(Place::Queue),
        step: step(vec![error("reason", "need-words-reason")]),
        request_id: "r1".into(),
        right: Right::Access,
        outcome: Said::new("outcome-fulfilled-staff"),
        sent_on: on("2026-11-20"),
        reason: String::new(),
        print: true,
        cannot_print: None,
        renew: None,
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
        sample("desk-stop", amend(EventKind::StopLifted, "stop_lifted-lead", Some(""))),
        sample("desk-accept-level", accept),
        sample("desk-accept-level-asked", AcceptLevel { asked: Some(asked.clone()), ..proposed.clone() }),
        sample(
            "desk-accept-level-own",
            AcceptLevel {
                asked: Some(AskedLevel { blocked: Some(Said::new("need-second_person")), ..asked }),
                ..proposed
            },
        ),
        sample("desk-undelivered", returned.clone()),
        sample(
            "desk-undelivered-mail",
            Returned {
                cannot_print: Some(Said::new("need-delivery")),
                renew: Some("/desk/cases/c1/renew/r1".into()),
                ..returned
            },
        ),
        sample("desk-reopen", amend(EventKind::Reopen, "reopen-lead", Some(""))),
    ]
}
