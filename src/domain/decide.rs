//! `decide`: given a case file, a command and now, the next facts and what to write, or a refusal.
//!
//! Order of the questions: may this actor know of the case; does the table allow the event for
//! role, right and state; is everything there that the guard asks for (all that is missing is
//! reported at once). Only then are facts changed, the table says where a request goes, and the
//! dates are computed anew.

mod answer;
mod apart;
mod command;
mod ending;
mod guard;
mod intake;
mod next;
mod open;
mod options;
mod pause;
mod posting;
mod refusal;
mod step;
mod term;
#[cfg(test)]
mod tests;

pub use answer::hand_over;
pub use apart::APART;
pub use command::{Chosen, Command, ExtendGround, NewTask, PauseChoice, SendVia};
pub use ending::BIN_DAYS;
pub use next::{Next, NextStep, next_step};
pub use open::{NewCase, open, open_complaint, open_instruction};
pub use options::{Choice, Offer, Warning, options};
pub use pause::{decide_by_on, is_to_pause, lapses_from};
pub use posting::{Posting, may_post, posted, posted_at};
pub use refusal::{Need, Refusal};

use crate::domain::access::Actor;
use crate::domain::case::{Case, CaseFile};
use crate::domain::controller::Rules;
use crate::domain::event::Event;
use crate::domain::job::NewJob;
use crate::domain::request::Request;
use crate::domain::task::Task;
use chrono::{DateTime, Utc};
use step::Step;

/// Every change of one step. The store commits it through one door, all or nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The case as it is next; its version is still the one seen.
    pub case: Case,
    /// Every request of the case as it is next.
    pub requests: Vec<Request>,
    /// Tasks to be created, with the ids of the requests they work for.
    pub new_tasks: Vec<Task>,
    /// Ids of tasks to be cancelled.
    pub cancelled_tasks: Vec<String>,
    /// Entries for the chain.
    pub events: Vec<Event>,
    /// Jobs that follow by themselves (source searches, package building).
    pub jobs: Vec<NewJob>,
    /// Ids of the requests the command acted on.
    pub acted_on: Vec<String>,
}

/// Carries out a command on paper: nothing is written, the caller commits the decision or not.
///
/// `now` is cut to microseconds by the clock; local days are counted in the zone of `rules`.
/// A person is taken to be the one the case belongs to: the caller has checked their code.
///
/// # Errors
/// A [`Refusal`]; then nothing changes.
pub fn decide(
    rules: &Rules,
    file: &CaseFile,
    actor: &Actor,
    now: DateTime<Utc>,
    command: &Command,
) -> Result<Decision, Refusal> {
    let step = Step::begin(rules, file, actor, now, command)?;
    match command {
        Command::Assign { to, .. } => intake::assign(step, to),
        Command::Claim { .. } => intake::claim(step),
        Command::AddRight { id, right, in_first_message } => {
            intake::add_right(step, id, *right, *in_first_message)
        }
        Command::Split { id, right, .. } => intake::split(step, id, *right),
        Command::Reclassify { right, .. } => intake::reclassify(step, *right),
        Command::LookUp { sources, candidates, unproven_match } => {
            intake::look_up(step, sources, *candidates, *unproven_match)
        }
        Command::AskIdentity { .. } => pause::ask_identity(step, command),
        Command::AskScope { .. } => pause::ask_scope(step, command),
        Command::ReplyReceived { replied_on, .. } => pause::reply_received(step, *replied_on),
        Command::Resume { reason, .. } => pause::resume(step, reason),
        Command::DecidePause { choice, reason, .. } => pause::decide_pause(step, *choice, reason),
        Command::Lapse { .. } => pause::lapse(step),
        Command::Forward { task, nothing_of_ours_remains, joint_controllers, .. } => {
            intake::forward(step, task, *nothing_of_ours_remains, *joint_controllers)
        }
        Command::InstructionReceived { new_case } | Command::Complaint { new_case } => {
            intake::linked_case(step, new_case)
        }
        Command::SettleComplaint { words } => apart::settle_complaint(step, words),
        Command::PersonApart { flag, on, reason } => apart::person_apart(step, *flag, *on, reason),
        Command::NotARequest { read_as, what, passed_to, .. } => {
            intake::not_a_request(step, *read_as, what, passed_to)
        }
        Command::Duplicate { of_case, target_open, same_person, target_received_on, .. } => {
            intake::duplicate(step, of_case, *target_open, *same_person, *target_received_on)
        }
        Command::StartCollecting { tasks, .. } => answer::start_collecting(step, tasks),
        Command::SubmitForReview { answer, .. } => answer::submit_for_review(step, answer),
        Command::SubmitWithoutCollecting { answer, .. } => answer::submit_without_collecting(step, answer),
        Command::RequestChanges { comment, .. } | Command::RecallApproval { comment, .. } => {
            answer::send_back(step, comment)
        }
        Command::Approve { fresh_factor, .. } => answer::approve(step, *fresh_factor),
        Command::SendAnswer { via, late_reason, .. } => answer::send(step, via, late_reason.as_deref()),
        Command::RenewDelivery { .. } => answer::renew_delivery(step),
        Command::Undeliverable { reason, .. } => answer::undeliverable(step, reason),
        Command::Extend { ground, reasons, disputable_reason, .. } => {
            term::extend(step, *ground, reasons, disputable_reason.as_deref())
        }
        Command::UndoExtension { correction_sent, .. } => term::undo_extension(step, *correction_sent),
        Command::CorrectReceivedDate { received_on, reason } => {
            term::correct_received_date(step, *received_on, reason)
        }
        Command::MoveController { controller_id } => term::move_controller(step, controller_id),
        Command::Withdraw { evidence, .. } => ending::withdraw(step, evidence.as_deref()),
        Command::UndoWithdrawal { .. } => ending::undo_withdrawal(step),
        Command::Stop => ending::stop(step),
        Command::RepresentativeAccepted { evidence, answer_to_representative } => {
            ending::accept_representative(step, evidence, *answer_to_representative)
        }
        Command::RepresentativeRefused { missing } => ending::refuse_representative(step, missing),
        Command::Reopen { reason, .. } => ending::reopen(step, reason),
        Command::LegalHoldOn { reason } => ending::legal_hold(step, true, reason),
        Command::LegalHoldOff { reason } => ending::legal_hold(step, false, reason),
        Command::PurgeSpam { binned_on, right_recognised } => {
            ending::purge_spam(step, *binned_on, *right_recognised)
        }
        Command::Bin { reason } => ending::bin(step, reason),
        Command::Unbin => ending::unbin(step),
        Command::Erase { kept_by, listed_for_review } => ending::erase(step, kept_by, *listed_for_review),
    }
}
