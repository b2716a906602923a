//! What may be done now: the buttons of a page. Found by trying each event with everything a form
//! could supply, so that a button and its guard cannot disagree.

use super::apart::APART;
use super::command::{Command, ExtendGround, PauseChoice, SendVia};
use super::ending::{reopen_until, undo_until};
use super::pause::decide_by_on;
use super::{Decision, Need, Refusal, decide};
use crate::domain::access::Actor;
use crate::domain::case::CaseFile;
use crate::domain::controller::Rules;
use crate::domain::deadline::local_date;
use crate::domain::event::EventKind;
use crate::domain::grounds;
use crate::domain::outcome::Outcome;
use crate::domain::read_as::ReadAs;
use crate::domain::request::{Answer, Request};
use crate::domain::right::Right;
use crate::domain::table::{self, Row};
use crate::domain::task::Holder;
use chrono::{DateTime, Days, NaiveDate, Utc};

/// A button: an event the table allows here, with its limit or the reason it is disabled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The event.
    pub event: EventKind,
    /// For which request; `None`: for the case.
    pub request: Option<String>,
    /// The last day it is possible or should be done.
    pub until_on: Option<NaiveDate>,
    /// Why it is disabled; `None`: press it.
    pub blocked: Option<Refusal>,
    /// What can be chosen in its form, where that depends on the case.
    pub choices: Vec<Choice>,
    /// What the page must say beside it.
    pub warning: Option<Warning>,
}

/// A choice of a form that the guard would let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// An answer with this outcome.
    Outcome(Outcome),
    /// Send by mail.
    Mail,
    /// Send by post.
    Post,
    /// Hand over in person.
    InPerson,
}

codes! {
    /// What is possible, but not without a word.
    pub enum Warning {
        /// The statutory date has passed: the form asks why.
        Late = "late",
        /// The first month has passed (art. 12(4)): a refusal now is late.
        LateRefusal = "late_refusal",
        /// Past the un-paused last day: the form asks the officer why; it is disputable.
        Disputable = "disputable",
        /// Asked too late to stop the clock.
        WithoutPause = "without_pause",
    }
}

/// Exactly the buttons the table allows for this actor, each request's state and right, in the
/// order of the table.
pub fn options(rules: &Rules, file: &CaseFile, actor: &Actor, now: DateTime<Utc>) -> Vec<Offer> {
    let desk = Desk { rules, file, actor, now, today: local_date(rules.zone, now) };
    let mut offers = Vec::new();
    for row in table::TABLE {
        if row.is_about_case() {
            offers.extend(desk.offer(row, None, desk.case_tries(row.kind)));
        } else {
            let offer = |request| desk.offer(row, Some(request), desk.tries(row.kind, request));
            offers.extend(file.requests.iter().filter_map(offer));
        }
    }
    offers
}

/// Words a form would supply.
const WORDS: &str = "-";

struct Desk<'a> {
    rules: &'a Rules,
    file: &'a CaseFile,
    actor: &'a Actor,
    now: DateTime<Utc>,
    today: NaiveDate,
}

impl Desk<'_> {
    /// The button for a request, or for the case, if the table allows it.
    fn offer(
        &self,
        row: &Row,
        request: Option<&Request>,
        tries: Vec<(Option<Choice>, Command)>,
    ) -> Option<Offer> {
        let tried: Vec<(Option<Choice>, Result<Decision, Refusal>)> = tries
            .into_iter()
            .map(|(choice, command)| (choice, decide(self.rules, self.file, self.actor, self.now, &command)))
            .collect();
        let is_button =
            |result: &Result<Decision, Refusal>| matches!(result, Ok(_) | Err(Refusal::Needs { .. }));
        let (_, first) = tried.iter().find(|(_, result)| is_button(result))?;
        let possible = tried.iter().find_map(|(_, result)| result.as_ref().ok());
        let mut choices: Vec<Choice> = Vec::new();
        for (choice, _) in tried.iter().filter(|(_, result)| result.is_ok()) {
            choices.extend(choice.filter(|choice| !choices.contains(choice)));
        }
        Some(Offer {
            event: row.kind,
            request: request.map(|request| request.id.clone()),
            until_on: request.and_then(|request| self.until_on(row.kind, request)),
            blocked: if possible.is_some() {
                None
            } else {
                nearest(&tried).or(first.as_ref().err().cloned())
            },
            choices,
            warning: tried.iter().filter_map(|(_, result)| result.as_ref().ok()).find_map(warning),
        })
    }

    /// The commands a form of this event could send for this request.
    fn tries(&self, event: EventKind, request: &Request) -> Vec<(Option<Choice>, Command)> {
        let requests = vec![request.id.clone()];
        let one = |command| vec![(None, command)];
        let words = || WORDS.to_owned();
        match event {
            // Nobody has the empty id, so whoever has the request now, this is somebody else.
            EventKind::Assign => one(Command::Assign { requests, to: String::new() }),
            EventKind::Claim => one(Command::Claim { requests }),
            EventKind::Reclassify => Right::ALL
                .iter()
                .map(|right| (None, Command::Reclassify { request: request.id.clone(), right: *right }))
                .collect(),
            EventKind::Split => {
                one(Command::Split { request: request.id.clone(), id: words(), right: request.right })
            }
            EventKind::NotARequest => one(Command::NotARequest {
                request: request.id.clone(),
                read_as: ReadAs::Other,
                what: words(),
                passed_to: words(),
            }),
            EventKind::Forward => one(Command::Forward {
                request: request.id.clone(),
                task: self.task(),
                nothing_of_ours_remains: false,
                joint_controllers: false,
            }),
            EventKind::Duplicate => one(Command::Duplicate {
                request: request.id.clone(),
                of_case: words(),
                target_open: true,
                same_person: true,
                target_received_on: request.received_on,
            }),
            EventKind::AskIdentity => one(Command::AskIdentity {
                requests,
                reason: words(),
                item: words(),
                doubt_on: request.received_on.min(self.today),
                reply_by_on: self.today + Days::new(1),
                pause_ids: vec![words()],
                on_paper: None,
            }),
            EventKind::AskScope => one(Command::AskScope {
                request: request.id.clone(),
                amount: words(),
                question: words(),
                reply_by_on: self.today + Days::new(1),
                pause_id: words(),
                on_paper: None,
            }),
            EventKind::DecidePause => PauseChoice::ALL
                .iter()
                .map(|choice| {
                    let requests = requests.clone();
                    (None, Command::DecidePause { requests, choice: *choice, reason: words() })
                })
                .collect(),
            EventKind::Lapse => one(Command::Lapse { requests }),
            EventKind::ReplyReceived => one(Command::ReplyReceived { requests, replied_on: self.today }),
            EventKind::Resume => one(Command::Resume { requests, reason: words() }),
            EventKind::StartCollecting => {
                one(Command::StartCollecting { requests, tasks: vec![self.task()] })
            }
            EventKind::SubmitForReview | EventKind::SubmitWithoutCollecting => self.answers(event, request),
            EventKind::RequestChanges => one(Command::RequestChanges { requests, comment: words() }),
            EventKind::RecallApproval => one(Command::RecallApproval { requests, comment: words() }),
            EventKind::Approve => one(Command::Approve { requests, fresh_factor: true }),
            EventKind::SendAnswer => self.ways(request),
            EventKind::RenewDelivery => one(Command::RenewDelivery { request: request.id.clone() }),
            EventKind::Extend => one(Command::Extend {
                request: request.id.clone(),
                ground: ExtendGround::Complexity,
                reasons: words(),
                disputable_reason: Some(words()),
            }),
            EventKind::UndoExtension => {
                one(Command::UndoExtension { request: request.id.clone(), correction_sent: true })
            }
            EventKind::Undeliverable => {
                one(Command::Undeliverable { request: request.id.clone(), reason: words() })
            }
            EventKind::Reopen => one(Command::Reopen { request: request.id.clone(), reason: words() }),
            EventKind::Withdraw => one(Command::Withdraw { requests, evidence: Some(words()) }),
            EventKind::UndoWithdrawal => one(Command::UndoWithdrawal { requests }),
            _ => Vec::new(),
        }
    }

    /// The commands a form of this event could send for the whole case.
    fn case_tries(&self, event: EventKind) -> Vec<(Option<Choice>, Command)> {
        let case = &self.file.case;
        let words = || WORDS.to_owned();
        let commands = match event {
            EventKind::LookUp => {
                vec![Command::LookUp { sources: Vec::new(), candidates: 0, unproven_match: false }]
            }
            EventKind::AddRight => {
                vec![Command::AddRight { id: words(), right: Right::Access, in_first_message: true }]
            }
            EventKind::InstructionReceived => vec![Command::InstructionReceived { new_case: words() }],
            EventKind::Complaint => vec![Command::Complaint { new_case: words() }],
            EventKind::SettleComplaint => vec![Command::SettleComplaint { words: words() }],
            EventKind::MoveController => vec![Command::MoveController { controller_id: words() }],
            EventKind::RepresentativeAccepted => {
                vec![Command::RepresentativeAccepted { evidence: words(), answer_to_representative: false }]
            }
            EventKind::RepresentativeRefused => vec![Command::RepresentativeRefused { missing: words() }],
            EventKind::Stop => vec![Command::Stop],
            EventKind::StopLifted => vec![Command::StopLifted { reason: words() }],
            EventKind::LegalHoldOn => vec![Command::LegalHoldOn { reason: words() }],
            EventKind::LegalHoldOff => vec![Command::LegalHoldOff { reason: words() }],
            EventKind::Bin => vec![Command::Bin { reason: words() }],
            EventKind::Unbin => vec![Command::Unbin],
            // a day before everything is always a possible one
            EventKind::CorrectReceivedDate => vec![Command::CorrectReceivedDate {
                received_on: case.received_on - Days::new(1),
                reason: words(),
            }],
            EventKind::PersonApart => APART
                .iter()
                .map(|flag| Command::PersonApart { flag: *flag, on: !case.is(*flag), reason: words() })
                .collect(),
            _ => Vec::new(),
        };
        commands.into_iter().map(|command| (None, command)).collect()
    }

    fn task(&self) -> super::NewTask {
        super::NewTask {
            id: WORDS.to_owned(),
            holder: Holder::Hand,
            name: WORDS.to_owned(),
            due_on: self.today,
        }
    }

    /// An answer per outcome and ground.
    fn answers(&self, event: EventKind, request: &Request) -> Vec<(Option<Choice>, Command)> {
        let requests = vec![request.id.clone()];
        let mut tries = Vec::new();
        for outcome in Outcome::ALL.iter().copied().filter(|outcome| outcome.is_answer()) {
            let grounds: Vec<Vec<String>> = if outcome.needs_grounds() {
                grounds::allowed_for(request.right, outcome, self.rules.country)
                    .map(|ground| vec![ground.code.to_owned()])
                    .collect()
            } else {
                vec![Vec::new()]
            };
            for grounds in grounds {
                let answer = Answer { outcome, grounds, complete: true };
                let requests = requests.clone();
                let command = if event == EventKind::SubmitForReview {
                    Command::SubmitForReview { requests, answer }
                } else {
                    Command::SubmitWithoutCollecting { requests, answer }
                };
                tries.push((Some(Choice::Outcome(outcome)), command));
            }
        }
        tries
    }

    /// Sending each way.
    fn ways(&self, request: &Request) -> Vec<(Option<Choice>, Command)> {
        let ways = [
            (Choice::Mail, SendVia::Mail),
            (Choice::Post, SendVia::Post { posted_on: self.today }),
            (Choice::InPerson, SendVia::InPerson { note: WORDS.to_owned() }),
        ];
        ways.into_iter()
            .map(|(choice, via)| {
                let command = Command::SendAnswer {
                    requests: vec![request.id.clone()],
                    via,
                    late_reason: Some(WORDS.to_owned()),
                };
                (Some(choice), command)
            })
            .collect()
    }

    /// The limit shown on the button.
    fn until_on(&self, event: EventKind, request: &Request) -> Option<NaiveDate> {
        let dates = &request.dates;
        match event {
            EventKind::Extend if self.today <= dates.last_extend_on => Some(dates.last_extend_on),
            EventKind::Extend => Some(dates.last_extend_paused_on),
            EventKind::SendAnswer => Some(dates.statutory_on),
            EventKind::SubmitWithoutCollecting => Some(dates.last_extend_paused_on),
            EventKind::UndoWithdrawal => undo_until(self.rules, request),
            EventKind::Reopen => reopen_until(self.rules, request),
            EventKind::DecidePause => {
                let is_undecided = request.open_pause().is_some_and(|pause| !pause.decided);
                is_undecided.then(|| decide_by_on(self.rules, dates.act_by_on))
            }
            _ => None,
        }
    }
}

/// Why no choice of a form is possible: what keeps those back that could be chosen here at all, not
/// that one of the others is none.
fn nearest(tried: &[(Option<Choice>, Result<Decision, Refusal>)]) -> Option<Refusal> {
    let refusals = tried.iter().filter_map(|(_, result)| result.as_ref().err());
    let is_near = |refusal: &&Refusal| {
        !refusal.needs().is_empty()
            && !refusal.needs().iter().any(|need| matches!(need, Need::Outcome { .. }))
    };
    refusals.filter(is_near).min_by_key(|refusal| refusal.needs().len()).cloned()
}

/// What the decision itself says about being late.
fn warning(decision: &Decision) -> Option<Warning> {
    let facts = &decision.events.first()?.facts;
    let says = |fact: &str, value: bool| facts.get(fact).and_then(serde_json::Value::as_bool) == Some(value);
    if says("late", true) {
        Some(Warning::Late)
    } else if says("late_refusal", true) {
        Some(Warning::LateRefusal)
    } else if says("disputable", true) {
        Some(Warning::Disputable)
    } else if says("pauses", false) {
        Some(Warning::WithoutPause)
    } else {
        None
    }
}
