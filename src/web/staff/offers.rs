//! Exactly the steps the law offers, as buttons with their pages and limits.

use crate::domain::access::Actor;
use crate::domain::case::{Flag, Representation};
use crate::domain::deadline;
use crate::domain::decide::{self, Next, NextStep, Offer, Warning, next_step, options};
use crate::domain::event::EventKind;
use crate::domain::request::{Request, State};
use crate::domain::task::TaskState;
use crate::web::staff::case_facts::Facts;
use crate::web::staff::refusals;
use crate::web::view::clock::Due;
use crate::web::view::desk::case::{Action, Next as NextBox};
use crate::web::view::{Said, Slot};

/// What this actor may do now.
pub(super) fn all(facts: &Facts, actor: &Actor) -> Vec<Offer> {
    options(&facts.controller.rules, &facts.stored.file, actor, facts.now)
}

/// Where the released package of a request can be fetched, for whoever may.
pub(super) fn hand_over(facts: &Facts, actor: &Actor, request_id: &str) -> Option<String> {
    decide::hand_over(&facts.stored.file, actor, request_id).ok()?;
    Some(format!("/desk/cases/{}/send/{request_id}", facts.id()))
}

/// The steps of one request, the main one first; `None`: those of the whole case. Assigning has its
/// own place on the page.
pub(super) fn actions(facts: &Facts, offers: &[Offer], request: Option<&Request>) -> Vec<Action> {
    let id = request.map(|r| r.id.as_str());
    let mine = offers.iter().filter(|o| o.request.as_deref() == id && has_place(facts, o.event));
    let mut actions: Vec<Action> = mine.map(|offer| action(facts, offer, request)).collect();
    let main = request.and_then(|request| match request.state {
        State::Assessing if request.right.is_answered_by_acting() => Some(EventKind::SubmitWithoutCollecting),
        state => main_event(state),
    });
    actions.sort_by_key(|action| Some(action.event) != main);
    actions
}

/// Whether a step has a button of its own here. Assigning has its own place on the page; a
/// representative is accepted and refused on one page; with one organisation nothing moves.
fn has_place(facts: &Facts, event: EventKind) -> bool {
    match event {
        EventKind::Assign | EventKind::RepresentativeRefused => false,
        EventKind::RepresentativeAccepted => {
            let theirs = facts.words.representative.as_ref();
            theirs.is_some_and(|one| one.kind.is_asked())
                && facts.stored.file.case.representation != Representation::None
        }
        EventKind::MoveController => facts.has_siblings,
        _ => true,
    }
}

fn main_event(state: State) -> Option<EventKind> {
    match state {
        State::Received => Some(EventKind::Claim),
        State::Assessing => Some(EventKind::StartCollecting),
        State::Collecting => Some(EventKind::SubmitForReview),
        State::InReview => Some(EventKind::Approve),
        State::Ready => Some(EventKind::SendAnswer),
        State::AwaitingPerson => Some(EventKind::ReplyReceived),
        State::Closed => Some(EventKind::RenewDelivery),
        State::Erased => None,
    }
}

fn action(facts: &Facts, offer: &Offer, request: Option<&Request>) -> Action {
    let case = facts.id();
    let is_claim = offer.event == EventKind::Claim;
    let is_acting = request.is_some_and(|request| request.right.is_answered_by_acting());
    Action {
        event: offer.event,
        label: label(facts, offer, request),
        href: page(offer.event, offer.request.as_deref(), is_acting)
            .map(|tail| format!("/desk/cases/{case}/{tail}")),
        post: is_claim.then(|| format!("/desk/cases/{case}/claim")),
        request: offer.request.clone().filter(|_| is_claim),
        why: why(offer, request),
        possible: offer.blocked.is_none(),
    }
}

/// The page of a step, below the case.
fn page(event: EventKind, request: Option<&str>, is_acting: bool) -> Option<String> {
    let request = request.unwrap_or_default();
    Some(match event {
        EventKind::LookUp => "look-up".into(),
        EventKind::AskIdentity => "identity".into(),
        EventKind::AskScope => format!("scope/{request}"),
        EventKind::DecidePause => "pause".into(),
        EventKind::Lapse => "lapse".into(),
        EventKind::UndoExtension => format!("undo-extension/{request}"),
        EventKind::Reopen => format!("reopen/{request}"),
        EventKind::StopLifted => "stop".into(),
        EventKind::Undeliverable => format!("undelivered/{request}"),
        EventKind::ReplyReceived => "reply".into(),
        EventKind::Resume => "resume".into(),
        EventKind::StartCollecting => "collect".into(),
        // what was stopped has a page of its own
        EventKind::SubmitForReview | EventKind::SubmitWithoutCollecting if is_acting => {
            format!("stopped/{request}")
        }
        EventKind::SubmitForReview | EventKind::SubmitWithoutCollecting => format!("answer/{request}"),
        EventKind::RequestChanges | EventKind::Approve | EventKind::RecallApproval => {
            format!("review/{request}")
        }
        EventKind::SendAnswer => format!("send/{request}"),
        EventKind::RenewDelivery => format!("renew/{request}"),
        EventKind::Extend => format!("extend/{request}"),
        EventKind::Reclassify => format!("reclassify/{request}"),
        EventKind::Withdraw => "withdraw".into(),
        EventKind::AddRight => "add-right".into(),
        EventKind::Split => format!("split/{request}"),
        EventKind::NotARequest => format!("not-a-request/{request}"),
        EventKind::Duplicate => format!("duplicate/{request}"),
        EventKind::Forward => format!("forward/{request}"),
        EventKind::Complaint => "complaint".into(),
        EventKind::SettleComplaint => "settle".into(),
        EventKind::InstructionReceived => "instruction".into(),
        EventKind::MoveController => "move".into(),
        EventKind::CorrectReceivedDate => "received".into(),
        EventKind::RepresentativeAccepted => "representative".into(),
        EventKind::PersonApart => "apart".into(),
        EventKind::LegalHoldOn | EventKind::LegalHoldOff => "hold".into(),
        EventKind::Bin | EventKind::Unbin => "bin".into(),
        _ => return None,
    })
}

fn label(facts: &Facts, offer: &Offer, request: Option<&Request>) -> Option<Said> {
    if offer.event == EventKind::RepresentativeAccepted {
        return Some(Said::new("authority-title"));
    }
    let writes = matches!(offer.event, EventKind::SubmitForReview | EventKind::SubmitWithoutCollecting);
    if writes && request.is_some_and(|request| request.right.is_answered_by_acting()) {
        return Some(Said::new("stopped-do"));
    }
    let request = request.filter(|_| offer.event == EventKind::Extend)?;
    let on = deadline::if_extended(&facts.controller.rules, request.received_on, &request.pauses);
    Some(Said::new("event-extend-do").with("date", Slot::Day(on)))
}

/// The limit of a step, or why it cannot be pressed.
fn why(offer: &Offer, request: Option<&Request>) -> Option<Said> {
    if let Some(refusal) = &offer.blocked {
        return Some(refusals::said_refusal(refusal));
    }
    match offer.warning {
        Some(Warning::Late) => return Some(Said::new("need-late_reason")),
        Some(Warning::LateRefusal) => {
            let last_on = request.map(|r| r.dates.last_extend_paused_on)?;
            return Some(Said::new("clock-refuse_late").with("date", last_on));
        }
        Some(Warning::Disputable) => {
            let last_on = request.map(|r| r.dates.last_extend_on)?;
            return Some(Said::new("clock-last_day_extend-disputable").with("date", last_on));
        }
        Some(Warning::WithoutPause) => return Some(Said::new("ui-too-late-to-pause")),
        None => {}
    }
    offer.until_on.map(|on| Said::new("ui-why-until").with("date", on))
}

/// The box at the top: what to do now, why, with one button.
pub(super) fn next(facts: &Facts, offers: &[Offer], actor: &Actor) -> NextBox {
    let file = &facts.stored.file;
    let next = next_step(&facts.controller.rules, file, actor, facts.now);
    let request = next.request.as_deref().and_then(|id| file.request(id));
    let button = |event: EventKind| {
        let offer = offers.iter().find(|offer| {
            offer.event == event && (offer.request.is_none() || offer.request == next.request)
        })?;
        Some(action(facts, offer, request.filter(|_| offer.request.is_some()))).filter(|a| a.possible)
    };
    if file.requests.is_empty() {
        let is_open = file.case.is(Flag::Complaint);
        let key = if is_open { "ui-next-complaint" } else { "ui-next-done" };
        return NextBox {
            said: Said::new(key),
            why: is_open.then(|| Said::new("ui-next-complaint-why")),
            action: button(EventKind::SettleComplaint),
            due: None,
        };
    }
    let (key, event) = match next.step {
        NextStep::Claim => ("claim", Some(EventKind::Claim)),
        NextStep::Identify => ("identify", Some(EventKind::LookUp)),
        NextStep::StartCollecting => ("collect", Some(EventKind::StartCollecting)),
        NextStep::AnswerTasks => ("tasks", None),
        NextStep::WriteAnswer if request.is_some_and(|r| r.right.is_answered_by_acting()) => {
            let collecting = request.is_some_and(|r| r.state == State::Collecting);
            let without = EventKind::SubmitWithoutCollecting;
            ("stop", Some(if collecting { EventKind::SubmitForReview } else { without }))
        }
        NextStep::WriteAnswer => ("write", Some(EventKind::SubmitForReview)),
        NextStep::AwaitReview | NextStep::AwaitPackage => ("other", None),
        NextStep::Review => ("review", Some(EventKind::Approve)),
        NextStep::Send => ("send", Some(EventKind::SendAnswer)),
        NextStep::Stopped => ("stopped", Some(EventKind::StopLifted)),
        NextStep::PostQuestion => ("post", None),
        NextStep::DecidePause => ("decide_pause", Some(EventKind::DecidePause)),
        NextStep::Lapse => ("lapse", Some(EventKind::Lapse)),
        NextStep::WaitForPerson => ("wait", Some(EventKind::ReplyReceived)),
        NextStep::SendAgain => ("send_again", Some(EventKind::RenewDelivery)),
        NextStep::Nothing => ("done", None),
    };
    let action = match next.step {
        NextStep::AnswerTasks => task_button(facts, request, offers),
        NextStep::PostQuestion => letter_button(facts, request, offers),
        // the whole case: who takes one request of it takes the others too
        NextStep::Claim => event.and_then(button).map(|claim| Action { request: None, ..claim }),
        // without a package there is no link to renew: the letter is printed again
        NextStep::SendAgain => event.and_then(button).or_else(|| button(EventKind::Undeliverable)),
        _ => event.and_then(button),
    };
    NextBox {
        said: Said::new(format!("ui-next-{key}")),
        why: next_why(facts, &next, request),
        action,
        due: request.map(|request| Due::of(request, facts.today())),
    }
}

fn next_why(facts: &Facts, next: &Next, request: Option<&Request>) -> Option<Said> {
    let request = request?;
    match next.step {
        NextStep::Identify => {
            let needed = i64::from(request.right.level_needed().number());
            Some(Said::new("ui-why-level").with("n", needed))
        }
        NextStep::AnswerTasks => Some(places(facts, request)),
        NextStep::AwaitPackage => Some(Said::new("ui-why-package")),
        NextStep::PostQuestion => {
            let asked_on = request.open_pause()?.asked_on;
            Some(Said::new("ui-next-post-why").with("day", Slot::Day(asked_on)))
        }
        NextStep::DecidePause => {
            let by_on = decide::decide_by_on(&facts.controller.rules, request.dates.act_by_on);
            Some(Said::new("ui-next-decide_pause-why").with("date", by_on))
        }
        NextStep::WaitForPerson | NextStep::Lapse => {
            let asked_on = request.open_pause()?.asked_on;
            let key = if next.step == NextStep::Lapse { "lapse" } else { "wait" };
            Some(Said::new(format!("ui-next-{key}-why")).with("day", Slot::Day(asked_on)))
        }
        _ => None,
    }
}

/// "2 of 3 places have answered."
pub(super) fn places(facts: &Facts, request: &Request) -> Said {
    let of_request = |task: &&crate::domain::task::Task| {
        task.state != TaskState::Cancelled && task.request_ids.contains(&request.id)
    };
    let tasks: Vec<_> = facts.stored.file.tasks.iter().filter(of_request).collect();
    let done = tasks.iter().filter(|task| task.state == TaskState::Done).count();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Said::new("ui-next-tasks-why").with("done", number(done)).with("all", number(tasks.len()))
}

/// The letter that has to be posted, for whoever works on the case.
fn letter_button(facts: &Facts, request: Option<&Request>, offers: &[Offer]) -> Option<Action> {
    let letter = request.filter(|_| !offers.is_empty())?.open_pause()?.unposted.as_ref()?;
    Some(Action {
        event: EventKind::LetterPosted,
        label: Some(Said::new("ui-letter-open")),
        href: Some(format!("/desk/cases/{}/letters/{letter}", facts.id())),
        post: None,
        request: None,
        why: None,
        possible: true,
    })
}

/// The first task a person has to answer, for whoever may.
fn task_button(facts: &Facts, request: Option<&Request>, offers: &[Offer]) -> Option<Action> {
    let request = request.filter(|_| !offers.is_empty())?;
    let task = facts.stored.file.tasks.iter().find(|task| {
        task.request_ids.contains(&request.id) && matches!(task.state, TaskState::Open | TaskState::Failed)
    })?;
    Some(Action {
        event: EventKind::TaskAnswer,
        label: Some(Said::new("ui-answer-task")),
        href: Some(format!("/desk/cases/{}/tasks/{}", facts.id(), task.id)),
        post: None,
        request: None,
        why: None,
        possible: true,
    })
}
