//! Complaints, which ask for no right, and the people the law treats apart.

use super::ending::set_flag;
use super::step::Step;
use super::{Decision, Need, Refusal};
use crate::domain::case::Flag;
use chrono::Months;
use serde_json::json;

/// The flags of people the law treats apart.
pub const APART: &[Flag] = &[Flag::Child, Flag::Deceased, Flag::ProtectedIdentity];

/// A complaint is answered in words, and with that it is closed.
pub(super) fn settle_complaint(mut step: Step<'_>, words: &str) -> Result<Decision, Refusal> {
    set_flag(&mut step, Flag::Complaint, false)?;
    step.need_words(words, "words");
    step.met()?;
    if step.file.requests.is_empty() {
        // without a request there is no outcome: it is kept as long as the one kept longest
        let months = Months::new(step.rules.keep.longest());
        step.next.case.retention_on =
            step.today.checked_add_months(months).and_then(|last_on| last_on.succ_opt());
    }
    step.about_case(Some(words), json!({}));
    Ok(step.done())
}

/// A child, somebody who has died, or whose address is protected: set or cleared with what was seen.
pub(super) fn person_apart(
    mut step: Step<'_>,
    flag: Flag,
    on: bool,
    reason: &str,
) -> Result<Decision, Refusal> {
    step.need(APART.contains(&flag), Need::Fact { fact: "apart" });
    step.met()?;
    set_flag(&mut step, flag, on)?;
    step.need_words(reason, "reason");
    step.met()?;
    step.about_case(Some(reason), json!({ "flag": flag, "on": on }));
    Ok(step.done())
}
