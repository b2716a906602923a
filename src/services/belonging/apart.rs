//! People the law treats apart (LAW B.7): a child, somebody who has died, a protected identity.

use crate::domain::case::Flag;
use crate::domain::decide::Command;
use crate::services::error::Result;
use crate::services::handling::Step;

/// Sets or clears a flag, with what was seen.
pub fn mark(step: &Step<'_>, flag: Flag, on: bool, reason: &str) -> Result<()> {
    step.just(&Command::PersonApart { flag, on, reason: reason.trim().to_owned() })
}
