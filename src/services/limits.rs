//! How often something may be done, counted in the database, so that it holds over all nodes and
//! restarts. Keys are made only of values the server knows, as keyed hashes.

use crate::crypto::tokens;
use crate::services::app::Caps;
use crate::services::error::{Error, Result};
use crate::store::{Tx, counters};
use chrono::Duration;

/// Something that is limited: what, how often, within how long.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    name: &'static str,
    most: i64,
    window: Duration,
}

const fn limit(name: &'static str, most: i64, window: Duration) -> Limit {
    Limit { name, most, window }
}

/// Forms begun or sent from one network address.
pub const FORMS: Limit = limit("forms", 60, Duration::hours(1));
/// Cases opened from one network address; how many is a setting.
pub const fn submissions(caps: &Caps) -> Limit {
    limit("submissions", caps.submissions_per_hour, Duration::hours(1))
}
/// Cases opened with one mail address: a mailbox is not flooded with receipts.
pub const RECEIPTS: Limit = limit("receipts", 10, Duration::days(1));
/// Tries to open a case by reference and code, from one network address.
pub const OPENINGS: Limit = limit("openings", 30, Duration::hours(1));
/// Wrong case codes for one case (R8).
pub const CASE_CODES: Limit = limit("case_codes", 15, Duration::days(1));
/// Mails with a code or the way to one, to one address within an hour (R9).
pub const CODE_MAILS_HOUR: Limit = limit("code_mails_hour", 3, Duration::hours(1));
/// Mails with a code or the way to one, to one address within a day (R9).
pub const CODE_MAILS_DAY: Limit = limit("code_mails_day", 10, Duration::days(1));
/// Guesses of identity codes for one case (R8).
pub const IDENTITY_CODES: Limit = limit("identity_codes", 15, Duration::days(1));
/// Sign-ins tried from one network address.
pub const SIGN_INS_ADDRESS: Limit = limit("sign_ins_address", 100, Duration::hours(1));
/// Passwords evaluated for one account by strangers (R22).
pub const SIGN_INS_ACCOUNT: Limit = limit("sign_ins_account", 100, Duration::days(1));
/// Messages a person writes on one case.
pub const MESSAGES: Limit = limit("messages", 20, Duration::hours(1));
/// Second secrets tried on one link.
pub const LINK_SECRETS: Limit = limit("link_secrets", 15, Duration::days(1));

/// Entries saying that a person looked: one a minute from one conversation or link, so that nobody
/// makes a chain grow by reloading a page.
pub const READ_MARKS: Limit = limit("read_marks", 1, Duration::minutes(1));

/// Counts one more of `limit` for `who`; refuses when there were too many. The count stays, so
/// asking again does not reset it.
pub fn count(tx: &mut Tx<'_>, limit: Limit, who: &str) -> Result<()> {
    if is_within(tx, limit, who)? {
        Ok(())
    } else {
        Err(Error::TooOften(limit.window.num_seconds().min(3600)))
    }
}

/// Counts one more and says whether it is still within the limit.
pub fn is_within(tx: &mut Tx<'_>, limit: Limit, who: &str) -> Result<bool> {
    let name = tokens::code_hash(tx.store.secrets.forms(), limit.name, who);
    Ok(counters::hit(tx, &name, limit.window)? <= limit.most)
}
