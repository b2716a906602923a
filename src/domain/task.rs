//! The task: work on requests for one data holder.

use chrono::NaiveDate;

codes! {
    /// Who or what works on a task.
    pub enum Holder {
        /// A connected source, searched by the program.
        Source = "source",
        /// A colleague or processor; answered by hand.
        Hand = "hand",
        /// This very program: earlier cases of the same person, searched in every access request.
        Own = "own",
    }
}

impl Holder {
    /// Whether a job of the program does the task.
    pub const fn is_searched(self) -> bool {
        matches!(self, Holder::Source | Holder::Own)
    }
}

codes! {
    /// Where a task stands.
    pub enum TaskState {
        /// Waiting to be worked on.
        Open = "open",
        /// The program is searching.
        Running = "running",
        /// Answered: findings or "nothing held".
        Done = "done",
        /// The source could not be searched; says why, and can be tried again.
        Failed = "failed",
        /// No longer needed.
        Cancelled = "cancelled",
    }
}

impl TaskState {
    /// Whether review may begin as far as this task is concerned.
    pub const fn is_finished(self) -> bool {
        matches!(self, TaskState::Done | TaskState::Cancelled)
    }
}

/// A task, as the guards look at it. Whom it asks is written by people, so it stands sealed beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Task id.
    pub id: String,
    /// Ids of the requests it works for.
    pub request_ids: Vec<String>,
    /// Source or hand.
    pub holder: Holder,
    /// Where it stands.
    pub state: TaskState,
    /// By when.
    pub due_on: NaiveDate,
}
