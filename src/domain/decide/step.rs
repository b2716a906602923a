//! One step of a case: who acts, on which requests, what is missing, what is next.

use super::command::{Chosen, Command};
use super::{Decision, Need, Refusal};
use crate::domain::access::Actor;
use crate::domain::case::{Case, CaseFile, Flag};
use crate::domain::controller::Rules;
use crate::domain::deadline::{self, local_date};
use crate::domain::event::{Event, EventKind};
use crate::domain::identity::Level;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Request, State};
use crate::domain::retention;
use crate::domain::right::Right;
use crate::domain::table::{self, ActsOn, Row, To, Who};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

/// A command on its way through its guard.
pub(super) struct Step<'a> {
    pub(super) rules: &'a Rules,
    pub(super) file: &'a CaseFile,
    pub(super) actor: &'a Actor,
    pub(super) now: DateTime<Utc>,
    /// The local date of `now`.
    pub(super) today: NaiveDate,
    pub(super) row: &'static Row,
    needs: Vec<Need>,
    pub(super) next: Decision,
}

impl<'a> Step<'a> {
    /// Asks the first two questions: may the actor know of the case, and does the table allow it.
    pub(super) fn begin(
        rules: &'a Rules,
        file: &'a CaseFile,
        actor: &'a Actor,
        now: DateTime<Utc>,
        command: &Command,
    ) -> Result<Self, Refusal> {
        may_know(file, actor)?;
        let event = command.kind();
        let row = table::row(event).ok_or(Refusal::Role { event })?;
        let who = Who::of(actor);
        table::may_act(row, &who)?;
        let acted_on = acted_on(row, file, &who, actor, command)?;
        let next = Decision {
            case: file.case.clone(),
            requests: file.requests.clone(),
            new_tasks: Vec::new(),
            cancelled_tasks: Vec::new(),
            events: Vec::new(),
            jobs: Vec::new(),
            acted_on,
        };
        let today = local_date(rules.zone, now);
        Ok(Step { rules, file, actor, now, today, row, needs: Vec::new(), next })
    }

    /// The requests acted on, as they stand before the step.
    pub(super) fn targets(&self) -> impl Iterator<Item = &'a Request> + use<'a> {
        let ids = self.next.acted_on.clone();
        self.file.requests.iter().filter(move |request| ids.contains(&request.id))
    }

    /// Notes what is missing unless `holds`. The same thing is noted once.
    pub(super) fn need(&mut self, holds: bool, need: Need) {
        if !holds && !self.needs.contains(&need) {
            self.needs.push(need);
        }
    }

    /// Notes an empty field.
    pub(super) fn need_words(&mut self, words: &str, field: &'static str) {
        self.need(!words.trim().is_empty(), Need::Words { field });
    }

    /// Notes a date outside `from..=to`.
    pub(super) fn need_date(
        &mut self,
        date: NaiveDate,
        field: &'static str,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) {
        let holds = from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
        self.need(holds, Need::Date { field, from, to });
    }

    /// Notes several missing things.
    pub(super) fn need_all(&mut self, needs: Vec<Need>) {
        for need in needs {
            self.need(false, need);
        }
    }

    /// Goes on only when nothing is missing.
    pub(super) fn met(&mut self) -> Result<(), Refusal> {
        if self.needs.is_empty() {
            return Ok(());
        }
        Err(Refusal::Needs { event: self.row.kind, needs: std::mem::take(&mut self.needs) })
    }

    /// Carries the event out on every request acted on: `change` sets facts and says what the
    /// chain shall know, the table moves the request, the dates are computed anew.
    pub(super) fn each(&mut self, words: Option<&str>, change: impl FnMut(&mut Request) -> Value) {
        self.each_to(self.row.to, words, change);
    }

    /// The same where the table leaves a choice of where it goes.
    pub(super) fn each_to(
        &mut self,
        to: To,
        words: Option<&str>,
        mut change: impl FnMut(&mut Request) -> Value,
    ) {
        let level = self.next.case.level;
        for request in self.next.requests.iter_mut().filter(|r| self.next.acted_on.contains(&r.id)) {
            let (state, dates) = (request.state, request.dates);
            let goes_to = leads_to(to, request, level);
            let mut facts = change(request);
            request.state = goes_to.unwrap_or(request.state);
            recompute(self.rules, request);
            if let Value::Object(facts) = &mut facts {
                if request.state != state {
                    facts.insert("from".into(), json!(state));
                    facts.insert("to".into(), json!(request.state));
                }
                if request.dates != dates {
                    facts.insert("act_by_on".into(), json!(request.dates.act_by_on));
                    facts.insert("statutory_on".into(), json!(request.dates.statutory_on));
                }
            }
            let event = Event::new(self.row.kind, Some(&request.id), facts);
            self.next.events.push(match words {
                Some(words) => event.saying(words),
                None => event,
            });
        }
    }

    /// Writes one entry about the case.
    pub(super) fn about_case(&mut self, words: Option<&str>, facts: Value) {
        let event = Event::new(self.row.kind, None, facts);
        self.next.events.push(match words {
            Some(words) => event.saying(words),
            None => event,
        });
    }

    /// Ends a request without an answer; its unfinished tasks are called off. A task of the
    /// controller it was passed on to is among the new ones and stays.
    pub(super) fn close_as(&mut self, outcome: Outcome, words: Option<&str>, facts: &Value) {
        let now = self.now;
        self.each_to(To::State(State::Closed), words, |request| {
            close(request, outcome, now);
            facts.clone()
        });
        self.call_off_tasks();
    }

    /// Calls off the unfinished tasks that work for nothing but closed requests.
    pub(super) fn call_off_tasks(&mut self) {
        let closed = |id: &String| self.next.requests.iter().any(|r| r.id == *id && !r.state.is_open());
        self.next.cancelled_tasks = self
            .file
            .tasks
            .iter()
            .filter(|task| !task.state.is_finished() && task.request_ids.iter().all(closed))
            .map(|task| task.id.clone())
            .collect();
    }

    /// The decision. When a request was closed or opened by it, until when the case is kept is
    /// another day: that the settings changed since an earlier one moves nothing.
    pub(super) fn done(mut self) -> Decision {
        let ends = |requests: &[Request]| -> Vec<_> {
            requests.iter().map(|request| (request.closed_at, request.outcome)).collect()
        };
        if !self.next.case.erased && ends(&self.next.requests) != ends(&self.file.requests) {
            self.next.case.retention_on =
                retention::kept(self.rules, &self.next.requests).map(|kept| kept.reached_on);
        }
        self.next
    }
}

/// Sets what closing sets.
pub(super) fn close(request: &mut Request, outcome: Outcome, at: DateTime<Utc>) {
    request.outcome = Some(outcome);
    request.closed_at = Some(at);
}

/// Computes the dates of a request from its facts.
pub(super) fn recompute(rules: &Rules, request: &mut Request) {
    request.dates = deadline::dates(
        rules,
        request.right,
        request.received_on,
        &request.pauses,
        request.extension.as_ref(),
    );
}

/// Where a request stands when it comes back to `state`: never in collecting below the level its
/// right needs, whatever happened meanwhile.
pub(super) fn back_to(state: State, right: Right, level: Level) -> State {
    match state {
        State::Collecting if level < right.level_needed() => State::Assessing,
        other => other,
    }
}

/// The state the table leads to; `None`: the event itself says where.
fn leads_to(to: To, request: &Request, level: Level) -> Option<State> {
    let back = |state: Option<State>| Some(back_to(state.unwrap_or(State::Assessing), request.right, level));
    match to {
        To::State(state) => Some(state),
        To::Taken if request.state == State::Received => Some(State::Assessing),
        To::WhereItWas => back(request.paused_from),
        To::CameFrom => back(request.reviewed_from),
        To::Back => back(request.withdrawn_from),
        To::Stays | To::Taken | To::StaysOrClosed | To::StaysOrWhereItWas | To::Reread => None,
    }
}

/// A case about a member of staff does not exist for that person, and is known only to officers
/// and those it was given to.
fn may_know(file: &CaseFile, actor: &Actor) -> Result<(), Refusal> {
    if file.is_known_to(actor) { Ok(()) } else { Err(Refusal::NotFound) }
}

/// The ids of the requests a command acts on, in the order of the case.
fn acted_on(
    row: &Row,
    file: &CaseFile,
    who: &[Who],
    actor: &Actor,
    command: &Command,
) -> Result<Vec<String>, Refusal> {
    let allowed = |request: &Request| table::permitted(row.kind, request.state, request.right, who);
    let wanted = |request: &Request| worth_it(&file.case, actor, command, request);
    match command.chosen() {
        Chosen::One(id) => {
            let request = file.request(id).ok_or(Refusal::NotFound)?;
            allowed(request).and_then(|()| wanted(request))?;
            Ok(vec![id.to_owned()])
        }
        Chosen::Several([]) => every(file, |request| allowed(request).and_then(|()| wanted(request))),
        Chosen::Several(ids) => {
            for id in ids {
                let request = file.request(id).ok_or(Refusal::NotFound)?;
                allowed(request).and_then(|()| wanted(request))?;
            }
            Ok(file.requests.iter().filter(|r| ids.contains(&r.id)).map(|r| r.id.clone()).collect())
        }
        // a complaint has no requests: the table is asked for the case as it stands as a whole. No row
        // of a case is closed to a single right, so any right will do
        Chosen::Case if file.requests.is_empty() => {
            let state = file.stands().unwrap_or(State::Closed);
            table::permitted(row.kind, state, Right::Access, who).map(|()| Vec::new())
        }
        Chosen::Case if row.acts_on == ActsOn::WholeCase => {
            file.requests.iter().try_for_each(allowed)?;
            every(file, allowed)
        }
        Chosen::Case => every(file, allowed),
    }
}

/// The ids of all requests that pass; the first refusal when none does.
fn every(file: &CaseFile, passes: impl Fn(&Request) -> Result<(), Refusal>) -> Result<Vec<String>, Refusal> {
    let mut first = None;
    let mut ids = Vec::new();
    for request in &file.requests {
        match passes(request) {
            Ok(()) => ids.push(request.id.clone()),
            Err(refusal) => _ = first.get_or_insert(refusal),
        }
    }
    if ids.is_empty() { Err(first.unwrap_or(Refusal::NotFound)) } else { Ok(ids) }
}

/// Whether the event would mean anything for this request.
fn worth_it(case: &Case, actor: &Actor, command: &Command, request: &Request) -> Result<(), Refusal> {
    let is_with = |id: Option<&str>| request.state != State::Received && request.assignee.as_deref() == id;
    let nothing = match command {
        Command::Assign { to, .. } => is_with(Some(to)),
        Command::Claim { .. } => is_with(actor.staff_id()),
        Command::Reclassify { right, .. } => request.right == *right,
        Command::UndoWithdrawal { .. } => request.outcome != Some(Outcome::Withdrawn),
        // A pause stops only the requests whose right needs the missing level. After a stop from
        // a known address the doubt is there again whatever the level.
        Command::AskIdentity { .. }
            if !case.is(Flag::Stopped) && case.level >= request.right.level_needed() =>
        {
            return Err(Refusal::Needs { event: EventKind::AskIdentity, needs: vec![Need::IdentityDoubt] });
        }
        _ => false,
    };
    if nothing { Err(Refusal::NothingToDo { event: command.kind() }) } else { Ok(()) }
}
