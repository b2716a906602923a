//! The commands: one per row of the event table that acts on a case, with what it needs to know.

use crate::domain::case::Flag;
use crate::domain::event::EventKind;
use crate::domain::read_as::ReadAs;
use crate::domain::request::Answer;
use crate::domain::retention::Keeper;
use crate::domain::right::Right;
use crate::domain::task::Holder;
use chrono::NaiveDate;

/// A task to be created when collecting starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// Id given by the caller.
    pub id: String,
    /// Source or hand.
    pub holder: Holder,
    /// Source name, or the colleague's system.
    pub name: String,
    /// By when.
    pub due_on: NaiveDate,
}

/// How an answer leaves the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendVia {
    /// By mail: a link for a package, else the letter.
    Mail,
    /// By post; the day it was posted.
    Post {
        /// Local date.
        posted_on: NaiveDate,
    },
    /// Handed over in person or told orally on request, with a note.
    InPerson {
        /// What was said and how the person was recognised.
        note: String,
    },
}

codes! {
    /// What an officer decides about a pause (due 5 working days before the un-paused date).
    pub enum PauseChoice {
        /// Answer now: the clock runs again.
        Answer = "answer",
        /// Refuse with remedies: the clock runs again.
        Refuse = "refuse",
        /// Extend: the clock runs again.
        Extend = "extend",
        /// Keep pausing, with a reason.
        KeepPausing = "keep_pausing",
    }
}

/// One row of the event table with what it needs to know. Request ids that are not of the case,
/// or for which the event is not allowed, are refused; an empty list means every request of the
/// case the event is allowed for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after the columns of the event table")]
pub enum Command {
    /// `to`: id of an active member of staff, which the caller has checked.
    Assign {
        requests: Vec<String>,
        to: String,
    },
    Claim {
        requests: Vec<String>,
    },
    AddRight {
        id: String,
        right: Right,
        in_first_message: bool,
    },
    Split {
        request: String,
        id: String,
        right: Right,
    },
    Reclassify {
        request: String,
        right: Right,
    },
    LookUp {
        sources: Vec<String>,
        candidates: usize,
        unproven_match: bool,
    },
    /// `doubt_on`: the day the doubt arose and was recorded; `pause_ids`: one per request, in order;
    /// `on_paper`: id of the letter, when the question does not go by mail.
    AskIdentity {
        requests: Vec<String>,
        reason: String,
        item: String,
        doubt_on: NaiveDate,
        reply_by_on: NaiveDate,
        pause_ids: Vec<String>,
        on_paper: Option<String>,
    },
    /// `amount`: how much is held, which is what allows the question; `on_paper` as above.
    AskScope {
        request: String,
        amount: String,
        question: String,
        reply_by_on: NaiveDate,
        pause_id: String,
        on_paper: Option<String>,
    },
    ReplyReceived {
        requests: Vec<String>,
        replied_on: NaiveDate,
    },
    Resume {
        requests: Vec<String>,
        reason: String,
    },
    DecidePause {
        requests: Vec<String>,
        choice: PauseChoice,
        reason: String,
    },
    Lapse {
        requests: Vec<String>,
    },
    /// `task`: for the controller. Among joint controllers each must take the request itself
    /// (art. 26(3)), so that is refused.
    Forward {
        request: String,
        task: NewTask,
        nothing_of_ours_remains: bool,
        joint_controllers: bool,
    },
    InstructionReceived {
        new_case: String,
    },
    NotARequest {
        request: String,
        read_as: ReadAs,
        what: String,
        passed_to: String,
    },
    Duplicate {
        request: String,
        of_case: String,
        target_open: bool,
        same_person: bool,
        target_received_on: NaiveDate,
    },
    StartCollecting {
        requests: Vec<String>,
        tasks: Vec<NewTask>,
    },
    SubmitForReview {
        requests: Vec<String>,
        answer: Answer,
    },
    SubmitWithoutCollecting {
        requests: Vec<String>,
        answer: Answer,
    },
    RequestChanges {
        requests: Vec<String>,
        comment: String,
    },
    RecallApproval {
        requests: Vec<String>,
        comment: String,
    },
    /// `fresh_factor`: the approver proved a second factor within the last five minutes.
    Approve {
        requests: Vec<String>,
        fresh_factor: bool,
    },
    SendAnswer {
        requests: Vec<String>,
        via: SendVia,
        late_reason: Option<String>,
    },
    RenewDelivery {
        request: String,
    },
    Undeliverable {
        request: String,
        reason: String,
    },
    Extend {
        request: String,
        ground: ExtendGround,
        reasons: String,
        disputable_reason: Option<String>,
    },
    UndoExtension {
        request: String,
        correction_sent: bool,
    },
    Withdraw {
        requests: Vec<String>,
        evidence: Option<String>,
    },
    UndoWithdrawal {
        requests: Vec<String>,
    },
    Stop,
    RepresentativeAccepted {
        evidence: String,
        answer_to_representative: bool,
    },
    RepresentativeRefused {
        missing: String,
    },
    Reopen {
        request: String,
        reason: String,
    },
    Complaint {
        new_case: String,
    },
    /// `words`: what came of it, as the person is told.
    SettleComplaint {
        words: String,
    },
    /// `flag`: child, deceased or protected identity; `on`: set, else cleared.
    PersonApart {
        flag: Flag,
        on: bool,
        reason: String,
    },
    /// `decide` is given the rules of the controller it moves to: their calendar counts from now on.
    MoveController {
        controller_id: String,
    },
    CorrectReceivedDate {
        received_on: NaiveDate,
        reason: String,
    },
    LegalHoldOn {
        reason: String,
    },
    LegalHoldOff {
        reason: String,
    },
    Bin {
        reason: String,
    },
    Unbin,
    PurgeSpam {
        binned_on: NaiveDate,
        right_recognised: bool,
    },
    /// `kept_by`: what keeps it, besides a legal hold; `listed_for_review`: it stands in the list an
    /// officer reviews.
    Erase {
        kept_by: Vec<Keeper>,
        listed_for_review: bool,
    },
}

codes! {
    /// Why a period may be extended: art. 12(3) knows only these.
    pub enum ExtendGround {
        /// The request is complex.
        Complexity = "complexity",
        /// There are many requests.
        Number = "number",
        /// Both.
        Both = "both",
    }
}

/// Which requests a command names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen<'a> {
    /// None: it is about the case.
    Case,
    /// This one.
    One(&'a str),
    /// These; empty: every request it is allowed for.
    Several(&'a [String]),
}

impl Command {
    /// The event it asks for.
    pub const fn kind(&self) -> EventKind {
        match self {
            Command::Assign { .. } => EventKind::Assign,
            Command::Claim { .. } => EventKind::Claim,
            Command::AddRight { .. } => EventKind::AddRight,
            Command::Split { .. } => EventKind::Split,
            Command::Reclassify { .. } => EventKind::Reclassify,
            Command::LookUp { .. } => EventKind::LookUp,
            Command::AskIdentity { .. } => EventKind::AskIdentity,
            Command::AskScope { .. } => EventKind::AskScope,
            Command::ReplyReceived { .. } => EventKind::ReplyReceived,
            Command::Resume { .. } => EventKind::Resume,
            Command::DecidePause { .. } => EventKind::DecidePause,
            Command::Lapse { .. } => EventKind::Lapse,
            Command::Forward { .. } => EventKind::Forward,
            Command::InstructionReceived { .. } => EventKind::InstructionReceived,
            Command::NotARequest { .. } => EventKind::NotARequest,
            Command::Duplicate { .. } => EventKind::Duplicate,
            Command::StartCollecting { .. } => EventKind::StartCollecting,
            Command::SubmitForReview { .. } => EventKind::SubmitForReview,
            Command::SubmitWithoutCollecting { .. } => EventKind::SubmitWithoutCollecting,
            Command::RequestChanges { .. } => EventKind::RequestChanges,
            Command::RecallApproval { .. } => EventKind::RecallApproval,
            Command::Approve { .. } => EventKind::Approve,
            Command::SendAnswer { .. } => EventKind::SendAnswer,
            Command::RenewDelivery { .. } => EventKind::RenewDelivery,
            Command::Undeliverable { .. } => EventKind::Undeliverable,
            Command::Extend { .. } => EventKind::Extend,
            Command::UndoExtension { .. } => EventKind::UndoExtension,
            Command::Withdraw { .. } => EventKind::Withdraw,
            Command::UndoWithdrawal { .. } => EventKind::UndoWithdrawal,
            Command::Stop => EventKind::Stop,
            Command::RepresentativeAccepted { .. } => EventKind::RepresentativeAccepted,
            Command::RepresentativeRefused { .. } => EventKind::RepresentativeRefused,
            Command::Reopen { .. } => EventKind::Reopen,
            Command::Complaint { .. } => EventKind::Complaint,
            Command::SettleComplaint { .. } => EventKind::SettleComplaint,
            Command::PersonApart { .. } => EventKind::PersonApart,
            Command::MoveController { .. } => EventKind::MoveController,
            Command::CorrectReceivedDate { .. } => EventKind::CorrectReceivedDate,
            Command::LegalHoldOn { .. } => EventKind::LegalHoldOn,
            Command::LegalHoldOff { .. } => EventKind::LegalHoldOff,
            Command::Bin { .. } => EventKind::Bin,
            Command::Unbin => EventKind::Unbin,
            Command::PurgeSpam { .. } => EventKind::PurgeSpam,
            Command::Erase { .. } => EventKind::Erase,
        }
    }

    /// The requests it names.
    pub fn chosen(&self) -> Chosen<'_> {
        match self {
            Command::Assign { requests, .. }
            | Command::Claim { requests, .. }
            | Command::AskIdentity { requests, .. }
            | Command::ReplyReceived { requests, .. }
            | Command::Resume { requests, .. }
            | Command::DecidePause { requests, .. }
            | Command::Lapse { requests, .. }
            | Command::StartCollecting { requests, .. }
            | Command::SubmitForReview { requests, .. }
            | Command::SubmitWithoutCollecting { requests, .. }
            | Command::RequestChanges { requests, .. }
            | Command::RecallApproval { requests, .. }
            | Command::Approve { requests, .. }
            | Command::SendAnswer { requests, .. }
            | Command::Withdraw { requests, .. }
            | Command::UndoWithdrawal { requests, .. } => Chosen::Several(requests),
            Command::Split { request, .. }
            | Command::Reclassify { request, .. }
            | Command::AskScope { request, .. }
            | Command::Forward { request, .. }
            | Command::NotARequest { request, .. }
            | Command::Duplicate { request, .. }
            | Command::RenewDelivery { request, .. }
            | Command::Undeliverable { request, .. }
            | Command::Extend { request, .. }
            | Command::UndoExtension { request, .. }
            | Command::Reopen { request, .. } => Chosen::One(request),
            Command::AddRight { .. }
            | Command::LookUp { .. }
            | Command::InstructionReceived { .. }
            | Command::Stop
            | Command::RepresentativeAccepted { .. }
            | Command::RepresentativeRefused { .. }
            | Command::Complaint { .. }
            | Command::SettleComplaint { .. }
            | Command::PersonApart { .. }
            | Command::MoveController { .. }
            | Command::CorrectReceivedDate { .. }
            | Command::LegalHoldOn { .. }
            | Command::LegalHoldOff { .. }
            | Command::Bin { .. }
            | Command::Unbin
            | Command::PurgeSpam { .. }
            | Command::Erase { .. } => Chosen::Case,
        }
    }
}
