//! What keeps cases although their retention has run out: one function a fact, in one list. A new
//! fact is a variant of [`Keeper`] and a line in [`FACTS`].

use crate::domain::case::Flag;
use crate::domain::fulfilment::NoticeStatus;
use crate::domain::retention::Keeper;
use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::linked::Kind;
use crate::store::schema::{cases, deliveries, follow_ups, linked_cases, recipient_notices, restrictions};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// Those of these cases that a fact keeps now.
type Fact = fn(&mut Db, &[String], DateTime<Utc>) -> Result<Vec<String>>;

const FACTS: &[(Keeper, Fact)] = &[
    (Keeper::LegalHold, held),
    (Keeper::LiveRestriction, restricted),
    (Keeper::OpenRecipientNotice, telling),
    (Keeper::BackupFollowUp, backed_up),
    (Keeper::ValidLink, reachable),
    (Keeper::OpenComplaint, complained_of),
];

/// What keeps each of these cases: case id and fact, the facts in the order they are declared.
pub fn of_cases(db: &mut Db, case_ids: &[String], now: DateTime<Utc>) -> Result<Vec<(String, Keeper)>> {
    let mut kept = Vec::new();
    for (keeper, fact) in FACTS {
        kept.extend(fact(db, case_ids, now)?.into_iter().map(|case_id| (case_id, *keeper)));
    }
    Ok(kept)
}

/// What keeps one case.
pub fn of_case(db: &mut Db, case_id: &str, now: DateTime<Utc>) -> Result<Vec<Keeper>> {
    Ok(of_cases(db, &[case_id.to_owned()], now)?.into_iter().map(|(_, keeper)| keeper).collect())
}

fn held(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(cases::table
        .filter(cases::id.eq_any(case_ids))
        .filter(cases::flags.like("%legal_hold%"))
        .select(cases::id)
        .load(db)?)
}

/// A restriction that is not lifted.
fn restricted(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(restrictions::table
        .filter(restrictions::case_id.eq_any(case_ids))
        .filter(restrictions::lifted_on.is_null())
        .select(restrictions::case_id)
        .distinct()
        .load(db)?)
}

/// A recipient who has not been told, or has not answered.
fn telling(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    let open: Vec<&str> =
        NoticeStatus::ALL.iter().filter(|status| status.is_open()).map(|status| status.code()).collect();
    Ok(recipient_notices::table
        .filter(recipient_notices::case_id.eq_any(case_ids))
        .filter(recipient_notices::status.eq_any(open))
        .select(recipient_notices::case_id)
        .distinct()
        .load(db)?)
}

/// Backups that still hold what was erased.
fn backed_up(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(follow_ups::table
        .filter(follow_ups::case_id.eq_any(case_ids))
        .filter(follow_ups::done_at.is_null())
        .select(follow_ups::case_id)
        .distinct()
        .load(db)?)
}

/// A link that still opens.
fn reachable(db: &mut Db, case_ids: &[String], now: DateTime<Utc>) -> Result<Vec<String>> {
    Ok(deliveries::table
        .filter(deliveries::case_id.eq_any(case_ids))
        .filter(deliveries::revoked_at.is_null())
        .filter(deliveries::expires_at.gt(now.naive_utc()))
        .filter(deliveries::downloads.lt(deliveries::max_downloads))
        .select(deliveries::case_id)
        .distinct()
        .load(db)?)
}

/// A complaint about it, which is a case of its own, that nobody has answered; and that complaint.
fn complained_of(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    let open = format!("%{}%", Flag::Complaint.code());
    let mut kept: Vec<String> = linked_cases::table
        .inner_join(cases::table)
        .filter(linked_cases::of_case.eq_any(case_ids))
        .filter(linked_cases::kind.eq(Kind::Complaint.code()))
        .filter(cases::erased.eq(false))
        .filter(cases::flags.like(open.clone()))
        .select(linked_cases::of_case)
        .distinct()
        .load(db)?;
    let own: Vec<String> = cases::table
        .filter(cases::id.eq_any(case_ids))
        .filter(cases::flags.like(open))
        .select(cases::id)
        .load(db)?;
    kept.extend(own);
    Ok(kept)
}
