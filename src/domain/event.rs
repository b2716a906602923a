//! The events of a case. Every change is one of these; each is an entry in the case's chain.

use serde::{Deserialize, Serialize};

codes! {
    /// Everything that can happen to a case or request. The first part are the rows of the
    /// event table (`table.rs`); the second part are entries the house itself writes.
    pub enum EventKind {
        /// A person sent the form.
        Submit = "submit",
        /// Staff entered what came another way.
        Enter = "enter",
        /// Given to a member of staff.
        Assign = "assign",
        /// Taken by a member of staff.
        Claim = "claim",
        /// Another right was found in the first message or asked for later.
        AddRight = "add_right",
        /// One request became two.
        Split = "split",
        /// It is another right than first understood.
        Reclassify = "reclassify",
        /// Sources were searched for candidates; nothing was kept.
        LookUp = "look_up",
        /// We asked who the person is.
        AskIdentity = "ask_identity",
        /// We asked what it is about.
        AskScope = "ask_scope",
        /// The person replied.
        ReplyReceived = "reply_received",
        /// Staff let the clock run again.
        Resume = "resume",
        /// An officer decided what to do about a pause.
        DecidePause = "decide_pause",
        /// Closed because no reply came.
        Lapse = "lapse",
        /// Passed on to a controller we are processor for.
        Forward = "forward",
        /// A controller instructed us.
        InstructionReceived = "instruction_received",
        /// It is something else.
        NotARequest = "not_a_request",
        /// It stands in another case.
        Duplicate = "duplicate",
        /// Tasks went out.
        StartCollecting = "start_collecting",
        /// The answer is written, tasks are done.
        SubmitForReview = "submit_for_review",
        /// The answer is written without collecting.
        SubmitWithoutCollecting = "submit_without_collecting",
        /// A reviewer sent it back.
        RequestChanges = "request_changes",
        /// An approval was taken back.
        RecallApproval = "recall_approval",
        /// A reviewer approved.
        Approve = "approve",
        /// The answer went out.
        SendAnswer = "send_answer",
        /// A new link was made.
        RenewDelivery = "renew_delivery",
        /// The answer did not arrive.
        Undeliverable = "undeliverable",
        /// Extended by two months.
        Extend = "extend",
        /// The extension was undone.
        UndoExtension = "undo_extension",
        /// The person took it back.
        Withdraw = "withdraw",
        /// The person took it up again.
        UndoWithdrawal = "undo_withdrawal",
        /// Stopped from a known address.
        Stop = "stop",
        /// An officer looked into a stop and lets the case go on.
        StopLifted = "stop_lifted",
        /// A representative's authority was accepted.
        RepresentativeAccepted = "representative_accepted",
        /// A representative's authority was refused.
        RepresentativeRefused = "representative_refused",
        /// Opened again because it was closed in error.
        Reopen = "reopen",
        /// The person complained.
        Complaint = "complaint",
        /// Moved to another controller of this installation.
        MoveController = "move_controller",
        /// The received date was corrected.
        CorrectReceivedDate = "correct_received_date",
        /// Kept although retention ends.
        LegalHoldOn = "legal_hold_on",
        /// No longer kept.
        LegalHoldOff = "legal_hold_off",
        /// A complaint was looked into and the person was told what came of it.
        SettleComplaint = "settle_complaint",
        /// A flag of somebody the law treats apart was set or cleared.
        PersonApart = "person_apart",
        /// Put in the bin as suspected spam.
        Bin = "bin",
        /// Taken out of the bin.
        Unbin = "unbin",
        /// Spam was deleted.
        PurgeSpam = "purge_spam",
        /// The case was erased.
        Erase = "erase",

        /// Identity was proven or a level accepted.
        IdentityProven = "identity_proven",
        /// An officer proposed to accept a lower level, with a reason.
        LevelAsked = "level_asked",
        /// A second person accepted it.
        LevelAccepted = "level_accepted",
        /// It was not accepted.
        LevelRefused = "level_refused",
        /// Staff said which records of the sources are the person's, and which are not.
        RecordsChosen = "records_chosen",
        /// Staff said why a record is the person's although nothing proven points at it alone.
        RecordJustified = "record_justified",
        /// A notice went to a known address, with a link that stops the case.
        KnownNotice = "known_notice",
        /// The person confirmed the address they gave.
        AddressConfirmed = "address_confirmed",
        /// A code was asked for.
        CodeSent = "code_sent",
        /// A new case code was shown through the confirmed address; the old one ended.
        CodeReplaced = "code_replaced",
        /// A code was wrong, too old or used up.
        CodeRefused = "code_refused",
        /// The person wrote a message.
        MessageReceived = "message_received",
        /// Staff wrote to the person.
        MessageSent = "message_sent",
        /// Staff kept an internal note.
        Note = "note",
        /// A file was attached.
        FileAttached = "file_attached",
        /// A file was deleted: a copy of a document, once it was seen.
        FileDeleted = "file_deleted",
        /// A letter was handed to the mail server.
        LetterSent = "letter_sent",
        /// A letter on paper was posted, or handed over.
        LetterPosted = "letter_posted",
        /// A letter could not be sent and was given up.
        LetterFailed = "letter_failed",
        /// A task was added.
        TaskAdd = "task_add",
        /// A task was answered with findings.
        TaskAnswer = "task_answer",
        /// A task was answered "nothing held".
        TaskNothing = "task_nothing",
        /// A source could not be searched.
        TaskFailed = "task_failed",
        /// The package of an answer was built.
        PackageBuilt = "package_built",
        /// The person downloaded the answer.
        Downloaded = "downloaded",
        /// A link was closed.
        LinkRevoked = "link_revoked",
        /// A reminder went to staff or the person.
        Reminded = "reminded",
        /// The use of data was restricted (art. 18).
        RestrictionOpened = "restriction_opened",
        /// Restricted data were used, on an exception (art. 18(2)).
        RestrictionUsed = "restriction_used",
        /// The person is told that a restriction will be lifted (art. 18(3)).
        RestrictionNoticed = "restriction_noticed",
        /// A restriction was lifted.
        RestrictionLifted = "restriction_lifted",
        /// A recipient is to be told (art. 19).
        RecipientListed = "recipient_listed",
        /// A recipient was told.
        RecipientTold = "recipient_told",
        /// A recipient confirmed, or could not be told.
        RecipientSettled = "recipient_settled",
        /// Backups are to be checked on a day.
        FollowUpOpened = "follow_up_opened",
        /// Backups were checked.
        FollowUpDone = "follow_up_done",
        /// Somebody read the case, a finding, a file or a list.
        Read = "read",
        /// The evidence of the case was taken out, for the authority.
        EvidenceTaken = "evidence_taken",
        /// Staff signed in, out, or failed to.
        SignIn = "sign_in",
        /// A member of staff was added, changed or disabled.
        StaffChanged = "staff_changed",
        /// The register was changed: another version applies.
        RegisterChanged = "register_changed",
        /// Marketing was stopped, with the channels.
        MarketingStopped = "marketing_stopped",
        /// The suppression list was asked, added to or taken from.
        Suppression = "suppression",
        /// It was noted that people were told of their right to object.
        ObjectionNotice = "objection_notice",
        /// What an authority asked for was entered, or the log was read or exported.
        Disclosure = "disclosure",
        /// A training or promise of confidentiality was entered, or the record was exported.
        Training = "training",
        /// A program was added, disabled, or used the interface.
        Api = "api",
        /// The installation was started, restored or released.
        Installation = "installation",
    }
}

/// What `decide` wants written. The store adds sequence, time, actor and chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// To which request, when it concerns one.
    pub request_id: Option<String>,
    /// Codes, dates and numbers only: nothing that identifies a person. Survives the purge.
    pub facts: serde_json::Value,
    /// Words somebody wrote (reasons, comments): sealed under the case key.
    pub private: Option<String>,
}

impl Event {
    /// An event without words.
    pub fn new(kind: EventKind, request_id: Option<&str>, facts: serde_json::Value) -> Self {
        Event { kind, request_id: request_id.map(str::to_owned), facts, private: None }
    }

    /// The same event with words to be sealed.
    pub fn saying(mut self, words: impl Into<String>) -> Self {
        self.private = Some(words.into());
        self
    }
}
