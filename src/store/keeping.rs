//! Lists of our own cases that may go: those whose retention is reached, and the bin. No name is
//! opened for them: a reference and dates are enough to decide.

use crate::domain::event::EventKind;
use crate::store::backend::Db;
use crate::store::chain;
use crate::store::error::Result;
use crate::store::schema::cases;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

/// A case on one of the lists.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Listed {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Controller.
    pub controller_id: String,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    /// The first day it may be erased, if it was closed.
    pub retention_on: Option<NaiveDate>,
}

/// How many cases a list shows at most.
pub const PAGE: i64 = 200;

/// Cases of a controller whose retention is reached on `today`, the longest reached first; without
/// those about this member of staff.
pub fn reached(db: &mut Db, controller_id: &str, today: NaiveDate, staff_id: &str) -> Result<Vec<Listed>> {
    Ok(cases::table
        .filter(cases::erased.eq(false))
        .filter(cases::retention_on.le(today))
        .filter(cases::controller_id.eq(controller_id))
        .filter(cases::about_staff.is_null().or(cases::about_staff.ne(staff_id)))
        .order((cases::retention_on.asc(), cases::id.asc()))
        .select((cases::id, cases::reference, cases::controller_id, cases::received_on, cases::retention_on))
        .limit(PAGE)
        .load(db)?)
}

/// Cases of a controller in the bin, the oldest first; without those about this member of staff.
pub fn binned(db: &mut Db, controller_id: &str, staff_id: &str) -> Result<Vec<Listed>> {
    Ok(cases::table
        .filter(cases::erased.eq(false))
        .filter(cases::flags.like("%bin%"))
        .filter(cases::controller_id.eq(controller_id))
        .filter(cases::about_staff.is_null().or(cases::about_staff.ne(staff_id)))
        .order((cases::received_on.asc(), cases::id.asc()))
        .select((cases::id, cases::reference, cases::controller_id, cases::received_on, cases::retention_on))
        .limit(PAGE)
        .load(db)?)
}

/// When a case was put in the bin last, as its chain has it.
pub fn binned_at(db: &mut Db, case_id: &str) -> Result<Option<DateTime<Utc>>> {
    Ok(chain::newest(db, case_id, EventKind::Bin)?.map(|entry| entry.at.and_utc()))
}
