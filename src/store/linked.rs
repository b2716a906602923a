//! Cases that came of another one: complaints about how it was handled, and instructions of the
//! controllers we are processor for. A complaint has no request, so it has a list of its own.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::domain::case::Flag;
use crate::domain::person::Person;
use crate::store::backend::{Db, MultiBackend};
use crate::store::case_rows::{code, codes};
use crate::store::error::Result;
use crate::store::queue::{MOST_COUNTED, PAGE};
use crate::store::schema::{cases, linked_cases};
use crate::store::unit::Tx;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

codes! {
    /// Why there is another case.
    pub enum Kind {
        /// A complaint about how the first was handled.
        Complaint = "complaint",
        /// A controller we are processor for instructs us.
        Instruction = "instruction",
    }
}

/// Whose instruction it is, and under which agreement. Empty for a complaint. Sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The controller who instructs.
    pub customer: String,
    /// Reference of the agreement with them.
    pub agreement: String,
}

/// A case and the one it came of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The new case.
    pub case_id: String,
    /// The case it came of.
    pub of_case: String,
    /// Why.
    pub kind: Kind,
    details: Vec<u8>,
}

impl Link {
    /// Whose instruction it is. `key` is that of the new case.
    pub fn details(&self, key: &CaseKey) -> Result<Details> {
        Ok(open_json(key, &place(&self.case_id), &self.details)?)
    }
}

fn place(case_id: &str) -> Place<'_> {
    Place { table: "linked_cases", column: "details", row: case_id }
}

/// Enters that `case_id`, whose key is `key`, came of `of_case`.
pub fn enter(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    of_case: &str,
    kind: Kind,
    details: &Details,
) -> Result<()> {
    diesel::insert_into(linked_cases::table)
        .values((
            linked_cases::case_id.eq(case_id),
            linked_cases::of_case.eq(of_case),
            linked_cases::kind.eq(kind.code()),
            linked_cases::made_at.eq(tx.now.naive_utc()),
            linked_cases::details.eq(seal_json(key, &place(case_id), details)?),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// What came of this case, and what it came of, oldest first.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Vec<Link>> {
    let rows: Vec<(String, String, String, Vec<u8>)> = linked_cases::table
        .filter(linked_cases::of_case.eq(case_id).or(linked_cases::case_id.eq(case_id)))
        .order((linked_cases::made_at.asc(), linked_cases::case_id.asc()))
        .select((linked_cases::case_id, linked_cases::of_case, linked_cases::kind, linked_cases::details))
        .load(db)?;
    rows.into_iter()
        .map(|(case_id, of_case, kind, details)| {
            Ok(Link { case_id, of_case, kind: code(Kind::from_code(&kind), "linked_cases.kind")?, details })
        })
        .collect()
}

/// Who looks at the complaints, at which.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// Staff id of who looks: nobody sees a case about themselves.
    pub staff_id: &'a str,
    /// Only officers see complaints about colleagues: nobody else is named in a case without requests.
    pub is_officer: bool,
    /// These cases, answered or not; `None`: all that nobody has answered.
    pub among: Option<&'a [String]>,
}

/// A complaint in a list. Who complains stays sealed here.
#[derive(Debug, Clone, Queryable)]
pub struct Row {
    /// Case.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Key of the case, to open the name.
    pub key_id: String,
    person: Vec<u8>,
    /// Controller.
    pub controller_id: String,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    flags: String,
}

impl Row {
    /// Flags of the case.
    pub fn flags(&self) -> Result<Vec<Flag>> {
        codes(&self.flags, Flag::from_code, "cases.flags")
    }

    /// The person's name; none when their address is protected or they gave none.
    pub fn name(&self, key: &CaseKey) -> Result<Option<String>> {
        if self.flags()?.contains(&Flag::ProtectedIdentity) {
            return Ok(None);
        }
        let place = Place { table: "cases", column: "person", row: &self.case_id };
        let person: Person = open_json(key, &place, &self.person)?;
        Ok(Some(person.name).filter(|name| !name.is_empty()))
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn joined() -> _ {
    linked_cases::table.inner_join(cases::table)
}

type Joined = diesel::dsl::InnerJoin<linked_cases::table, cases::table>;

fn seen<'a>(view: &View<'_>) -> diesel::helper_types::IntoBoxed<'a, Joined, MultiBackend> {
    let mut query = joined().into_boxed::<MultiBackend>();
    query = query.filter(linked_cases::kind.eq(Kind::Complaint.code())).filter(cases::erased.eq(false));
    query = match view.among {
        Some(ids) => query.filter(cases::id.eq_any(ids.to_vec())),
        None => query.filter(cases::flags.like(format!("%{}%", Flag::Complaint.code()))),
    };
    query = query.filter(cases::about_staff.is_null().or(cases::about_staff.ne(view.staff_id.to_owned())));
    if view.is_officer { query } else { query.filter(cases::about_staff.is_null()) }
}

/// The complaints, oldest first; at most one page of them.
pub fn complaints(db: &mut Db, view: &View<'_>) -> Result<Vec<Row>> {
    Ok(seen(view)
        .order((cases::received_on.asc(), cases::id.asc()))
        .select((
            cases::id,
            cases::reference,
            cases::key_id,
            cases::person,
            cases::controller_id,
            cases::received_on,
            cases::flags,
        ))
        .limit(PAGE)
        .load(db)?)
}

/// How many there are, at most [`MOST_COUNTED`].
pub fn count(db: &mut Db, view: &View<'_>) -> Result<i64> {
    let found: Vec<String> = seen(view).select(cases::id).limit(MOST_COUNTED).load(db)?;
    Ok(i64::try_from(found.len()).unwrap_or(i64::MAX))
}
