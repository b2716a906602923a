//! The event table: every event that changes a request or case, from which states, to which, by
//! whom, for which rights. The guard, the buttons and the tests all read this one table.

use crate::domain::access::{Actor, Role};
use crate::domain::decide::Refusal;
use crate::domain::event::EventKind;
use crate::domain::request::State;
use crate::domain::right::Right;

codes! {
    /// In what capacity somebody acts on a case.
    pub enum Who {
        /// P: the person, by code.
        Person = "person",
        /// C.
        Caseworker = "caseworker",
        /// A.
        Approver = "approver",
        /// M: privacy officer.
        Officer = "officer",
        /// S: the program. It proposes and reminds; no row of the table lets it decide.
        System = "system",
    }
}

impl Who {
    /// Every capacity an actor has. Auditors and administrators have none: the one only reads,
    /// the other sees no cases.
    pub fn of(actor: &Actor) -> Vec<Who> {
        match actor {
            Actor::Person => vec![Who::Person],
            Actor::System => vec![Who::System],
            Actor::Staff { roles, .. } => roles
                .iter()
                .filter_map(|role| match role {
                    Role::Caseworker => Some(Who::Caseworker),
                    Role::Approver => Some(Who::Approver),
                    Role::Officer => Some(Who::Officer),
                    Role::Auditor | Role::Administrator => None,
                })
                .collect(),
        }
    }
}

/// What an event acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActsOn {
    /// It makes a case.
    NewCase,
    /// The case; some request of it must stand in one of the states.
    Case,
    /// The case; every request of it must stand in one of the states.
    WholeCase,
    /// One request.
    One,
    /// One or several requests.
    Requests,
}

/// Where a request goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// It stays.
    Stays,
    /// To this state.
    State(State),
    /// From received to assessing; from elsewhere it stays.
    Taken,
    /// It stays, or is closed when nothing of ours remains.
    StaysOrClosed,
    /// Where it was before we asked the person.
    WhereItWas,
    /// It stays, or goes back to where it was before we asked the person.
    StaysOrWhereItWas,
    /// To the state the answer came from.
    CameFrom,
    /// It stays as far as the other right allows: an answer written for the first is dropped, and
    /// it waits or collects only if the new one needs and may.
    Reread,
    /// To the state a withdrawal left.
    Back,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The event.
    pub kind: EventKind,
    /// What it acts on.
    pub acts_on: ActsOn,
    /// The states it is possible in; empty for a new case.
    pub from: &'static [State],
    /// Where it leads.
    pub to: To,
    /// Who may.
    pub who: &'static [Who],
    /// Rights it does not exist for.
    pub not_for: &'static [Right],
}

impl Row {
    /// Whether it acts on the case rather than on chosen requests.
    pub const fn is_about_case(&self) -> bool {
        matches!(self.acts_on, ActsOn::Case | ActsOn::WholeCase)
    }
}

use ActsOn::{Case, NewCase, One, Requests, WholeCase};
use State::{Assessing, AwaitingPerson, Closed, Collecting, Erased, InReview, Ready, Received};
use Who::{Approver as A, Caseworker as C, Officer as M, Person as P};

const OPEN: &[State] = &[Received, Assessing, Collecting, InReview, Ready, AwaitingPerson];
const NOT_ERASED: &[State] = &[Received, Assessing, Collecting, InReview, Ready, AwaitingPerson, Closed];
const BEFORE_REVIEW: &[State] = &[Received, Assessing, Collecting];

const EVERY: &[Right] = &[];
/// Art. 12(6) names arts. 15 to 21, and stopping advertising needs no proof of who asks.
const NEVER_ASKED: &[Right] =
    &[Right::AutomatedDecision, Right::MarketingObjection, Right::ConsentWithdrawal];
/// Recital 63 speaks of access.
const ALL_BUT_ACCESS: &[Right] = &[
    Right::Rectification,
    Right::Erasure,
    Right::Restriction,
    Right::Portability,
    Right::Objection,
    Right::MarketingObjection,
    Right::AutomatedDecision,
    Right::ConsentWithdrawal,
];
/// What has to stop at once cannot be put off by two months (arts. 21(3), 7(3)).
const AT_ONCE: &[Right] = &[Right::MarketingObjection, Right::ConsentWithdrawal];
const WITHOUT_PACKAGE: &[Right] = &[
    Right::Rectification,
    Right::Erasure,
    Right::Restriction,
    Right::Objection,
    Right::MarketingObjection,
    Right::AutomatedDecision,
    Right::ConsentWithdrawal,
];

/// A row.
const fn event(
    kind: EventKind,
    acts_on: ActsOn,
    from: &'static [State],
    to: To,
    who: &'static [Who],
    not_for: &'static [Right],
) -> Row {
    Row { kind, acts_on, from, to, who, not_for }
}

use EventKind as E;

/// The whole table, in the order of a case's life.
pub const TABLE: &[Row] = &[
    event(E::Submit, NewCase, &[], To::State(Received), &[P], EVERY),
    event(E::Enter, NewCase, &[], To::State(Received), &[C, M], EVERY),
    event(E::Assign, Requests, OPEN, To::Taken, &[C, M], EVERY),
    event(E::Claim, Requests, OPEN, To::Taken, &[C, M], EVERY),
    event(E::AddRight, Case, OPEN, To::Stays, &[C], EVERY),
    event(E::Split, One, OPEN, To::Stays, &[C], EVERY),
    event(E::Reclassify, One, OPEN, To::Reread, &[C], EVERY),
    event(E::LookUp, Case, &[Assessing], To::Stays, &[C], EVERY),
    event(
        E::AskIdentity,
        Requests,
        &[Received, Assessing, Collecting, InReview],
        To::State(AwaitingPerson),
        &[C, M],
        NEVER_ASKED,
    ),
    event(E::AskScope, One, &[Assessing, Collecting], To::State(AwaitingPerson), &[C, M], ALL_BUT_ACCESS),
    event(E::ReplyReceived, Requests, &[AwaitingPerson], To::WhereItWas, &[P, C], EVERY),
    event(E::Resume, Requests, &[AwaitingPerson], To::WhereItWas, &[C, M], EVERY),
    event(E::DecidePause, Requests, &[AwaitingPerson], To::StaysOrWhereItWas, &[M], EVERY),
    event(E::Lapse, Requests, &[AwaitingPerson], To::State(Closed), &[M], NEVER_ASKED),
    event(E::Forward, One, BEFORE_REVIEW, To::StaysOrClosed, &[C, M], EVERY),
    event(E::InstructionReceived, Case, NOT_ERASED, To::Stays, &[C], EVERY),
    event(E::NotARequest, One, &[Received, Assessing], To::State(Closed), &[C, M], EVERY),
    event(E::Duplicate, One, &[Received, Assessing], To::State(Closed), &[C], EVERY),
    event(E::StartCollecting, Requests, &[Assessing], To::State(Collecting), &[C], EVERY),
    event(E::SubmitForReview, Requests, &[Collecting], To::State(InReview), &[C], EVERY),
    event(E::SubmitWithoutCollecting, Requests, &[Assessing], To::State(InReview), &[C], EVERY),
    event(E::RequestChanges, Requests, &[InReview], To::CameFrom, &[A], EVERY),
    event(E::RecallApproval, Requests, &[Ready], To::CameFrom, &[C, A, M], EVERY),
    event(E::Approve, Requests, &[InReview], To::State(Ready), &[A], EVERY),
    event(E::SendAnswer, Requests, &[Ready], To::State(Closed), &[C], EVERY),
    event(E::RenewDelivery, One, &[Closed], To::Stays, &[C, P], WITHOUT_PACKAGE),
    event(E::Undeliverable, One, &[Closed], To::Stays, &[C, P], EVERY),
    event(E::Extend, One, OPEN, To::Stays, &[M], AT_ONCE),
    event(E::UndoExtension, One, OPEN, To::Stays, &[M], EVERY),
    event(E::Withdraw, Requests, OPEN, To::State(Closed), &[P, C], EVERY),
    event(E::UndoWithdrawal, Requests, &[Closed], To::Back, &[P], EVERY),
    event(E::Stop, Case, OPEN, To::Stays, &[P], EVERY),
    event(E::StopLifted, Case, OPEN, To::Stays, &[M], EVERY),
    event(E::RepresentativeAccepted, Case, OPEN, To::Stays, &[C, M], EVERY),
    event(E::RepresentativeRefused, Case, OPEN, To::Stays, &[C, M], EVERY),
    event(E::Reopen, One, &[Closed], To::State(Assessing), &[M], EVERY),
    event(E::Complaint, Case, NOT_ERASED, To::Stays, &[P, C], EVERY),
    event(E::MoveController, Case, OPEN, To::Stays, &[C], EVERY),
    event(E::CorrectReceivedDate, Case, NOT_ERASED, To::Stays, &[M], EVERY),
    event(E::LegalHoldOn, Case, NOT_ERASED, To::Stays, &[M], EVERY),
    event(E::LegalHoldOff, Case, NOT_ERASED, To::Stays, &[M], EVERY),
    event(E::SettleComplaint, Case, NOT_ERASED, To::Stays, &[C, M], EVERY),
    event(E::PersonApart, Case, NOT_ERASED, To::Stays, &[C, M], EVERY),
    event(E::Bin, WholeCase, &[Received], To::Stays, &[C, M], EVERY),
    event(E::Unbin, Case, OPEN, To::Stays, &[C, M], EVERY),
    event(E::PurgeSpam, WholeCase, &[Received], To::State(Erased), &[M], EVERY),
    event(E::Erase, WholeCase, &[Closed], To::State(Erased), &[M], EVERY),
];

/// The row of an event; `None` for the entries the house itself writes.
pub fn row(event: EventKind) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.kind == event)
}

/// Whether the table allows the event to this actor, for a request of this right in this state.
/// What else must hold (identity, tasks, dates) is asked by `decide`.
///
/// # Errors
/// [`Refusal::Role`], [`Refusal::Right`] or [`Refusal::State`], in that order.
pub fn permitted(event: EventKind, state: State, right: Right, who: &[Who]) -> Result<(), Refusal> {
    let Some(row) = row(event) else { return Err(Refusal::Role { event }) };
    may_act(row, who)?;
    if row.not_for.contains(&right) {
        return Err(Refusal::Right { event, right });
    }
    if !row.from.contains(&state) {
        return Err(Refusal::State { event, state });
    }
    Ok(())
}

/// Whether one of these capacities is among those of the row.
///
/// # Errors
/// [`Refusal::Role`].
pub fn may_act(row: &Row, who: &[Who]) -> Result<(), Refusal> {
    if who.iter().any(|who| row.who.contains(who)) { Ok(()) } else { Err(Refusal::Role { event: row.kind }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_event_has_at_most_one_row_and_the_first_part_of_the_list_has_all() {
        let rows: Vec<_> = TABLE.iter().map(|row| row.kind).collect();
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len());
        let last = EventKind::ALL.iter().position(|kind| *kind == EventKind::Erase).unwrap();
        for (at, kind) in EventKind::ALL.iter().enumerate() {
            assert_eq!(row(*kind).is_some(), at <= last, "{kind}");
        }
    }

    #[test]
    fn nobody_acts_on_what_is_erased() {
        assert!(TABLE.iter().all(|row| !row.from.contains(&State::Erased)));
    }

    #[test]
    fn the_program_decides_nothing_by_itself() {
        assert!(TABLE.iter().all(|row| !row.who.contains(&Who::System)));
    }

    #[test]
    fn auditors_and_administrators_change_nothing() {
        let actor = Actor::Staff { id: "s".into(), roles: vec![Role::Auditor, Role::Administrator] };
        assert_eq!(Who::of(&actor), []);
        for row in TABLE {
            for state in State::ALL {
                let refusal = permitted(row.kind, *state, Right::Access, &Who::of(&actor));
                assert_eq!(refusal, Err(Refusal::Role { event: row.kind }));
            }
        }
    }

    #[test]
    fn the_excluded_rights_are_those_the_rights_themselves_name() {
        let excluded = |kind| row(kind).unwrap().not_for.iter().copied().collect::<BTreeSet<Right>>();
        let rights = |want: fn(&Right) -> bool| Right::ALL.iter().copied().filter(want).collect();
        assert_eq!(excluded(EventKind::AskIdentity), rights(|r| !r.may_ask_identity()));
        assert_eq!(excluded(EventKind::AskScope), rights(|r| *r != Right::Access));
        assert_eq!(excluded(EventKind::Extend), rights(|r| r.acts_at_once()));
        assert_eq!(excluded(EventKind::RenewDelivery), rights(|r| !r.has_package()));
    }

    #[test]
    fn an_entry_the_house_writes_is_no_event_anybody_may_ask_for() {
        assert_eq!(
            permitted(EventKind::IdentityProven, State::Assessing, Right::Access, Who::ALL),
            Err(Refusal::Role { event: EventKind::IdentityProven })
        );
    }
}
