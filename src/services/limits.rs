//! How often something may be done, counted in the database, so that it holds over all nodes and
//! restarts. Keys are made only of values the server knows, as keyed hashes.

use crate::crypto::tokens;
use crate::domain::normalise;
use crate::services::app::{App, Caps};
use crate::services::error::{Error, Result};
use crate::store::{Store, Tx, counters};
use chrono::Duration;

/// Something that is limited: what, how often, within how long.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    name: &'static str,
    most: i64,
    window: Duration,
}

impl Limit {
    /// Seconds after which another try is worth making, an hour at most.
    pub fn wait(&self) -> i64 {
        self.window.num_seconds().min(3600)
    }
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
/// Receipts mailed to one mailbox: it is not flooded. Cases are opened all the same.
pub const RECEIPTS: Limit = limit("receipts", 10, Duration::days(1));
/// Tries to open a case by reference and code, from one network address.
pub const OPENINGS: Limit = limit("openings", 30, Duration::hours(1));
/// Wrong case codes for one case (R8).
pub const CASE_CODES: Limit = limit("case_codes", 15, Duration::days(1));
/// Mails with a code or the way to one, to one address within an hour (R9).
pub const CODE_MAILS_HOUR: Limit = limit("code_mails_hour", 3, Duration::hours(1));
/// Mails with a code or the way to one, to one address within a day (R9).
pub const CODE_MAILS_DAY: Limit = limit("code_mails_day", 10, Duration::days(1));
/// Links to a new case code, to one address. Anybody who has seen a reference may ask for one, so
/// they use up none of the mails that prove who somebody is.
pub const LOST_CODES: Limit = limit("lost_codes", 3, Duration::days(1));
/// Guesses of identity codes for one case (R8).
pub const IDENTITY_CODES: Limit = limit("identity_codes", 15, Duration::days(1));
/// Sign-ins tried from one network address.
pub const SIGN_INS_NETWORK: Limit = limit("sign_ins_network", 100, Duration::hours(1));
/// Passwords evaluated for one mail address, whether or not somebody has it, from browsers that have
/// never signed in with it (R22).
pub const SIGN_INS_ACCOUNT: Limit = limit("sign_ins_account", 100, Duration::days(1));
/// Passwords evaluated for one mail address from browsers that have signed in with it. Strangers do
/// not use it up.
pub const SIGN_INS_KNOWN: Limit = limit("sign_ins_known", 100, Duration::days(1));
/// Links that stop marketing, pressed from one network address. A mail provider presses for all its
/// users, so this is much; what is no link of ours counts as a try to open something.
pub const STOP_LINKS: Limit = limit("stop_links", 1000, Duration::hours(1));
/// Tokens asked for from one network address.
pub const API_TOKENS: Limit = limit("api_tokens", 120, Duration::hours(1));
/// Calls of one client.
pub const API_CALLS: Limit = limit("api_calls", 600, Duration::hours(1));
/// Messages a person writes on one case.
pub const MESSAGES: Limit = limit("messages", 20, Duration::hours(1));
/// Wrong second secrets on one link.
pub const LINK_SECRETS: Limit = limit("link_secrets", 15, Duration::days(1));

/// Entries saying that a person looked: one a minute from one conversation or link, so that nobody
/// makes a chain grow by reloading a page.
pub const READ_MARKS: Limit = limit("read_marks", 1, Duration::minutes(1));

/// How a mailbox is counted: however its address was typed, it is one (R9).
pub fn mailbox(address: &str) -> String {
    normalise::mail(address).unwrap_or_else(|| address.trim().to_lowercase())
}

/// Counts one more of `limit` for `who`; refuses when there were too many. The count stays, so
/// asking again does not reset it.
pub fn count(tx: &mut Tx<'_>, limit: Limit, who: &str) -> Result<()> {
    if is_within(tx, limit, who)? { Ok(()) } else { Err(Error::TooOften(limit.wait())) }
}

/// Counts one more and says whether it is still within the limit.
pub fn is_within(tx: &mut Tx<'_>, limit: Limit, who: &str) -> Result<bool> {
    let name = name(tx.store, limit, who);
    Ok(counters::hit(tx, &name, limit.window)? <= limit.most)
}

/// Takes back what [`is_within`] counted. A secret is counted before it is compared, so that
/// guesses sent at the same time are all counted; one that was right was no guess.
pub fn take_back(tx: &mut Tx<'_>, limit: Limit, who: &str) -> Result<()> {
    let name = name(tx.store, limit, who);
    Ok(counters::take_back(tx, &name, limit.window)?)
}

/// Refuses when one more would be too many; counts nothing. For work that comes before the commit
/// which counts.
pub fn check(app: &App, limit: Limit, who: &str) -> Result<()> {
    let (name, now) = (name(&app.store, limit, who), app.store.clock.now());
    let hits = app.store.look(|db| Ok::<_, Error>(counters::hits(db, &name, limit.window, now)?))?;
    if hits < limit.most { Ok(()) } else { Err(Error::TooOften(limit.wait())) }
}

fn name(store: &Store, limit: Limit, who: &str) -> [u8; 32] {
    tokens::code_hash(store.secrets.forms(), limit.name, who)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_is_counted_as_one_however_its_address_was_typed() {
        for (typed, same) in [
            (" Nora@Example.org ", "nora@example.org"),
            ("nora@bücher.example", "NORA@xn--bcher-kva.example"),
            ("nora@example.org.", "nora@example.org"),
        ] {
            assert_eq!(mailbox(typed), mailbox(same), "{typed}");
        }
        assert_ne!(mailbox("nora@example.org"), mailbox("nora+1@example.org"));
        assert_eq!(mailbox(" No Mailbox "), "no mailbox");
    }
}
