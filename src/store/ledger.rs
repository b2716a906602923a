//! The installation-wide ledger of chain heads and its signed heads. Written in batches by a job,
//! so that no change waits for it.

use crate::crypto::chain::{Head, LedgerRow};
use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::installation;
use crate::store::schema::{chain_heads, checkpoints, ledger};
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// How many heads one batch enters.
const BATCH: i64 = 500;

/// A row of the ledger.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = ledger)]
#[expect(missing_docs, reason = "columns are explained in the migration")]
pub struct Row {
    pub seq: i64,
    pub chain: String,
    pub head_seq: i64,
    pub head_mac: Vec<u8>,
    pub at: NaiveDateTime,
    pub mac: Vec<u8>,
}

fn bytes32(bytes: &[u8]) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| Error::Database("a head has the wrong length".into()))
}

/// Enters heads that moved since they were entered last. Returns how many. Two nodes at once: the
/// second fails on the row number and tries again at its next turn.
pub fn enter(tx: &mut Tx<'_>) -> Result<usize> {
    // the tail first: whoever enters rows after this makes our row numbers taken, so a head is
    // never entered from before what another node entered already
    let (mut seq, mut mac) = tail(tx)?;
    let moved: Vec<(String, i64, Vec<u8>)> = chain_heads::table
        .filter(chain_heads::seq.gt(chain_heads::entered))
        .order(chain_heads::chain.asc())
        .select((chain_heads::chain, chain_heads::seq, chain_heads::mac))
        .limit(BATCH)
        .load(tx.db)?;
    for (chain, head_seq, head_mac) in &moved {
        let row =
            LedgerRow { seq: seq + 1, chain, head_seq: *head_seq, head_mac: &bytes32(head_mac)?, at: tx.now };
        mac = tx.store.chain_key.ledger_mac(&mac, &row);
        seq += 1;
        diesel::insert_into(ledger::table)
            .values(Row {
                seq,
                chain: chain.clone(),
                head_seq: *head_seq,
                head_mac: head_mac.clone(),
                at: tx.now.naive_utc(),
                mac: mac.to_vec(),
            })
            .execute(tx.db)?;
        diesel::update(chain_heads::table.find(chain))
            .set(chain_heads::entered.eq(head_seq))
            .execute(tx.db)?;
    }
    Ok(moved.len())
}

fn tail(tx: &mut Tx<'_>) -> Result<(i64, [u8; 32])> {
    let last: Option<(i64, Vec<u8>)> =
        ledger::table.order(ledger::seq.desc()).select((ledger::seq, ledger::mac)).first(tx.db).optional()?;
    match last {
        Some((seq, mac)) => Ok((seq, bytes32(&mac)?)),
        None => Ok((0, tx.store.chain_key.ledger_genesis())),
    }
}

/// Signs the present head of the ledger and keeps it. Returns sequence and signed text, to be
/// written outside; `None` when nothing was entered since the last one.
pub fn sign(tx: &mut Tx<'_>) -> Result<Option<(i64, String)>> {
    let (size, root) = tail(tx)?;
    let last: Option<i64> =
        checkpoints::table.order(checkpoints::seq.desc()).select(checkpoints::seq).first(tx.db).optional()?;
    if size == 0 || last == Some(size) {
        return Ok(None);
    }
    let head = Head { origin: installation::id(tx.db)?, size, root: crate::crypto::hex(&root), at: tx.now };
    let signed = tx
        .store
        .secrets
        .signing()
        .signed_head(&head)
        .map_err(|_| Error::Database("the head could not be signed".into()))?;
    diesel::insert_into(checkpoints::table)
        .values((
            checkpoints::seq.eq(size),
            checkpoints::at.eq(tx.now.naive_utc()),
            checkpoints::signed.eq(&signed),
        ))
        .execute(tx.db)?;
    Ok(Some((size, signed)))
}

/// The size of the newest signed head.
pub fn newest_signed(db: &mut Db) -> Result<Option<i64>> {
    Ok(checkpoints::table.select(diesel::dsl::max(checkpoints::seq)).first(db)?)
}

/// The size of the newest head that was signed at or before `until`.
pub fn signed_until(db: &mut Db, until: DateTime<Utc>) -> Result<Option<i64>> {
    Ok(checkpoints::table
        .filter(checkpoints::at.le(until.naive_utc()))
        .order(checkpoints::seq.desc())
        .select(checkpoints::seq)
        .first(db)
        .optional()?)
}

/// How many heads of at most this size are kept in the database.
pub fn count_signed(db: &mut Db, size: i64) -> Result<i64> {
    Ok(checkpoints::table.filter(checkpoints::seq.le(size)).count().get_result(db)?)
}

/// Signed heads kept in the database from this size on, in pages.
pub fn signed_from(db: &mut Db, size: i64, limit: i64) -> Result<Vec<(i64, String)>> {
    Ok(checkpoints::table
        .filter(checkpoints::seq.ge(size))
        .order(checkpoints::seq.asc())
        .select((checkpoints::seq, checkpoints::signed))
        .limit(limit)
        .load(db)?)
}

/// How many entries of chains the ledger has entered since its newest signed head.
pub fn entries_since_head(db: &mut Db) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Sum {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let sum: Sum = diesel::sql_query(
        "SELECT CAST(coalesce(sum(l.head_seq - coalesce((SELECT max(b.head_seq) FROM ledger b \
         WHERE b.chain = l.chain AND b.head_seq < l.head_seq), 0)), 0) AS BIGINT) AS n \
         FROM ledger l WHERE l.seq > coalesce((SELECT max(c.seq) FROM checkpoints c), 0)",
    )
    .get_result(db)?;
    Ok(sum.n)
}

/// Since when the oldest row of the ledger waits for a signed head.
pub fn unsigned_since(db: &mut Db) -> Result<Option<DateTime<Utc>>> {
    let newest = newest_signed(db)?;
    let first: Option<NaiveDateTime> = ledger::table
        .filter(ledger::seq.gt(newest.unwrap_or(0)))
        .order(ledger::seq.asc())
        .select(ledger::at)
        .first(db)
        .optional()?;
    Ok(first.map(|at| at.and_utc()))
}
