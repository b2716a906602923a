//! What keeps cases although their retention has run out: one function a fact, in one list. A new
//! fact is a variant of [`Keeper`] and a line in [`FACTS`].

use crate::domain::event::EventKind;
use crate::domain::retention::Keeper;
use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::{cases, deliveries, events, requests};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// Those of these cases that a fact keeps now.
type Fact = fn(&mut Db, &[String], DateTime<Utc>) -> Result<Vec<String>>;

const FACTS: &[(Keeper, Fact)] =
    &[(Keeper::LegalHold, held), (Keeper::ValidLink, reachable), (Keeper::OpenComplaint, complained_of)];

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

/// A complaint that is a case of its own, and not over.
fn complained_of(db: &mut Db, case_ids: &[String], _: DateTime<Utc>) -> Result<Vec<String>> {
    let complaints: Vec<(String, String)> = events::table
        .filter(events::chain.eq_any(case_ids))
        .filter(events::kind.eq(EventKind::Complaint.code()))
        .select((events::chain, events::facts))
        .load(db)?;
    let mut kept = Vec::new();
    for (case_id, facts) in complaints {
        let facts: serde_json::Value = serde_json::from_str(&facts).unwrap_or_default();
        let Some(linked) = facts.get("new_case").and_then(serde_json::Value::as_str) else { continue };
        let open: i64 = requests::table
            .filter(requests::case_id.eq(linked))
            .filter(requests::is_open.eq(true))
            .count()
            .get_result(db)?;
        if open > 0 && !kept.contains(&case_id) {
            kept.push(case_id);
        }
    }
    Ok(kept)
}
