//! Recorded proofs of identity, with the address they were made on, sealed.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::identity::{Channel, Level, Proof, ProofWay};
use crate::store::backend::Db;
use crate::store::case_rows::{ProofRow, code};
use crate::store::error::Result;
use crate::store::schema::proofs;
use crate::store::unit::Tx;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What stands behind a proof. Sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofDetails {
    /// The address or number it was made on.
    pub address: String,
    /// Where that was on record.
    pub on_record: String,
    /// Who looked and what was said; for a document, its kind. Never a copy.
    pub note: String,
    /// The address stood in the request too and no source holds it: staff said that it was on record.
    #[serde(default)]
    pub only_given: bool,
}

/// The proven channel an answer may go over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Channel.
    pub channel: Channel,
    /// Address on it.
    pub address: String,
}

/// Keeps a proof; the level itself moves through the one door.
pub fn insert(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    case_id: &str,
    proof: &Proof,
    details: &ProofDetails,
) -> Result<()> {
    let id = tokens::id();
    let row = ProofRow {
        id: id.clone(),
        case_id: case_id.to_owned(),
        way: proof.way.code().to_owned(),
        channel: proof.channel.code().to_owned(),
        made_at: proof.at.naive_utc(),
        on_record_since: proof.on_record_since,
        details: seal_json(key, &Place { table: "proofs", column: "details", row: &id }, details)?,
    };
    diesel::insert_into(proofs::table).values(&row).execute(tx.db)?;
    Ok(())
}

/// Every proof of a case with its details, newest first.
pub fn of_case(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<(Proof, ProofDetails)>> {
    let rows: Vec<ProofRow> = proofs::table
        .filter(proofs::case_id.eq(case_id))
        .order((proofs::made_at.desc(), proofs::id.desc()))
        .select(ProofRow::as_select())
        .load(db)?;
    rows.into_iter()
        .map(|row| {
            let place = Place { table: "proofs", column: "details", row: &row.id };
            Ok((row.facts()?, open_json(key, &place, &row.details)?))
        })
        .collect()
}

/// The newest proven channel that may carry an answer. An address that only the requester
/// supplied is never among them.
pub fn delivery(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Option<Proven>> {
    let ways: Vec<&str> = ProofWay::ALL.iter().filter(|w| w.proves_delivery()).map(|w| w.code()).collect();
    let row: Option<ProofRow> = proofs::table
        .filter(proofs::case_id.eq(case_id))
        .filter(proofs::way.eq_any(ways))
        .order((proofs::made_at.desc(), proofs::id.desc()))
        .select(ProofRow::as_select())
        .first(db)
        .optional()?;
    row.map(|row| {
        let place = Place { table: "proofs", column: "details", row: &row.id };
        let details: ProofDetails = open_json(key, &place, &row.details)?;
        Ok(Proven {
            channel: code(Channel::from_code(&row.channel), "proofs.channel")?,
            address: details.address,
        })
    })
    .transpose()
}

/// Addresses that proved level 2 or more: identifiers the person may be searched by.
pub fn proven_addresses(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<String>> {
    let proofs = of_case(db, key, case_id)?;
    let proven = proofs.into_iter().filter(|(proof, _)| proof.way.level() >= Level::Proven);
    Ok(proven.map(|(_, details)| details.address).collect())
}
