//! Who acts for the person, once that was judged: what was seen, and who gets the answer.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::schema::representations;
use crate::store::unit::Tx;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What a judgement rests on. Sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// What was seen of their authority; where it was refused, what is missing.
    pub authority: String,
    /// How it was made sure who they are. The person is proven by the levels of the case.
    pub identity: String,
}

/// The last judgement of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The person released the answer to them.
    pub gets_answer: bool,
    details: Vec<u8>,
}

impl Judged {
    /// What it rests on.
    pub fn details(&self, key: &CaseKey, case_id: &str) -> Result<Details> {
        Ok(open_json(key, &place(case_id), &self.details)?)
    }
}

fn place(case_id: &str) -> Place<'_> {
    Place { table: "representations", column: "details", row: case_id }
}

/// Keeps a judgement; the one before it goes, its entry in the chain stays.
pub fn keep(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    gets_answer: bool,
    details: &Details,
) -> Result<()> {
    diesel::delete(representations::table.find(case_id)).execute(tx.db)?;
    diesel::insert_into(representations::table)
        .values((
            representations::case_id.eq(case_id),
            representations::judged_at.eq(tx.now.naive_utc()),
            representations::gets_answer.eq(gets_answer),
            representations::details.eq(seal_json(key, &place(case_id), details)?),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The judgement of a case, if there was one.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Option<Judged>> {
    let row: Option<(bool, Vec<u8>)> = representations::table
        .find(case_id)
        .select((representations::gets_answer, representations::details))
        .first(db)
        .optional()?;
    Ok(row.map(|(gets_answer, details)| Judged { gets_answer, details }))
}
