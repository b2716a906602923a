//! Entries of the chains: one chain per case, one per member of staff for the lists they read,
//! and one of the house.

use crate::crypto::chain::{ChainKey, Entry};
use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open, seal};
use crate::domain::event::{Event, EventKind};
use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::schema::{chain_heads, events, ledger};
use crate::store::unit::Tx;
use chrono::NaiveDateTime;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

/// The chain of the house itself: starts, restores, sign-ins that failed.
pub const HOUSE: &str = "house";

/// The chain of what one member of staff did and read outside a single case.
pub fn staff_chain(staff_id: &str) -> String {
    format!("staff:{staff_id}")
}

/// A stored entry.
#[derive(Debug, Clone, Queryable, QueryableByName, Selectable, Insertable)]
#[diesel(table_name = events)]
pub struct EventRow {
    /// Chain.
    pub chain: String,
    /// 1, 2, 3 …
    pub seq: i64,
    /// When.
    pub at: NaiveDateTime,
    /// Who, as a tag.
    pub actor: String,
    /// Code of the event.
    pub kind: String,
    /// Request concerned.
    pub request_id: Option<String>,
    /// Codes, dates, numbers.
    pub facts: String,
    /// Words, sealed.
    pub sealed: Option<Vec<u8>>,
    /// Keyed hash over this and the entry before.
    pub mac: Vec<u8>,
}

impl EventRow {
    /// The entry as the chain sees it.
    pub fn entry(&self) -> Entry<'_> {
        Entry {
            chain: &self.chain,
            seq: self.seq,
            at: self.at.and_utc(),
            actor: &self.actor,
            kind: &self.kind,
            request: self.request_id.as_deref(),
            facts: &self.facts,
            sealed: self.sealed.as_deref(),
        }
    }

    /// The words of the entry, opened.
    pub fn words(&self, key: &CaseKey) -> Result<Option<String>> {
        let Some(sealed) = &self.sealed else { return Ok(None) };
        let row = format!("{}:{}", self.chain, self.seq);
        let clear = open(key, &Place { table: "events", column: "sealed", row: &row }, sealed)?;
        Ok(Some(String::from_utf8_lossy(&clear).into_owned()))
    }
}

/// Appends an entry. Words need the key of the case; a chain without a key refuses them.
pub fn append(tx: &mut Tx<'_>, chain: &str, key: Option<&CaseKey>, event: &Event) -> Result<i64> {
    // the head is compared and set; on PostgreSQL another node may have been faster, then again
    for _ in 0..50 {
        let head: Option<(i64, Vec<u8>)> = chain_heads::table
            .find(chain)
            .select((chain_heads::seq, chain_heads::mac))
            .first(tx.db)
            .optional()?;
        let (seq, before) = match &head {
            Some((seq, mac)) => (*seq, bytes32(mac)?),
            None => {
                let genesis = tx.store.chain_key.genesis(chain);
                diesel::sql_query(
                    "INSERT INTO chain_heads (chain, seq, mac, entered) VALUES ($1, 0, $2, 0) \
                     ON CONFLICT (chain) DO NOTHING",
                )
                .bind::<diesel::sql_types::Text, _>(chain)
                .bind::<diesel::sql_types::Binary, _>(genesis.to_vec())
                .execute(tx.db)?;
                (0, genesis)
            }
        };
        let row = row(tx, chain, seq + 1, key, event, &before)?;
        let moved = diesel::update(chain_heads::table.find(chain).filter(chain_heads::seq.eq(seq)))
            .set((chain_heads::seq.eq(seq + 1), chain_heads::mac.eq(&row.mac)))
            .execute(tx.db)?;
        if moved == 1 {
            diesel::insert_into(events::table).values(&row).execute(tx.db)?;
            return Ok(seq + 1);
        }
    }
    Err(Error::Stale)
}

fn row(
    tx: &Tx<'_>,
    chain: &str,
    seq: i64,
    key: Option<&CaseKey>,
    event: &Event,
    before: &[u8; 32],
) -> Result<EventRow> {
    let sealed = match (&event.private, key) {
        (None, _) => None,
        (Some(words), Some(key)) => {
            let row = format!("{chain}:{seq}");
            Some(seal(key, &Place { table: "events", column: "sealed", row: &row }, words.as_bytes()))
        }
        (Some(_), None) => return Err(Error::NoKey),
    };
    let mut row = EventRow {
        chain: chain.to_owned(),
        seq,
        at: tx.now.naive_utc(),
        actor: tx.actor.tag(),
        kind: event.kind.code().to_owned(),
        request_id: event.request_id.clone(),
        facts: event.facts.to_string(),
        sealed,
        mac: Vec::new(),
    };
    row.mac = tx.store.chain_key.entry_mac(before, &row.entry()).to_vec();
    Ok(row)
}

fn bytes32(bytes: &[u8]) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| Error::Database("a chain head has the wrong length".into()))
}

/// The entries of a chain, oldest first.
pub fn entries(db: &mut Db, chain: &str) -> Result<Vec<EventRow>> {
    Ok(events::table
        .filter(events::chain.eq(chain))
        .order(events::seq.asc())
        .select(EventRow::as_select())
        .load(db)?)
}

/// The newest `limit` entries of a chain that are not reads, newest first.
pub fn steps(db: &mut Db, chain: &str, limit: i64) -> Result<Vec<EventRow>> {
    Ok(events::table
        .filter(events::chain.eq(chain))
        // in the words of the index that leaves reads out: their number grows with every look
        .filter(sql::<Bool>("kind <> 'read'"))
        .order(events::seq.desc())
        .limit(limit)
        .select(EventRow::as_select())
        .load(db)?)
}

/// The newest entry of one kind.
pub fn newest(db: &mut Db, chain: &str, kind: EventKind) -> Result<Option<EventRow>> {
    Ok(events::table
        .filter(events::chain.eq(chain))
        .filter(events::kind.eq(kind.code()))
        .order(events::seq.desc())
        .select(EventRow::as_select())
        .first(db)
        .optional()?)
}

/// How many of the newest entries are recomputed for a page, when the ledger entered nothing of the
/// chain for long.
const RECOMPUTED: i64 = 1_000;

/// Whether what a page shows of a chain is as it was written: every entry since the ledger entered
/// the chain last follows from the one before, the head is the last of them, and each entry in
/// `shown` follows from the one before it. What it costs does not grow with the chain; the whole of
/// it is recomputed by [`crate::store::verify`].
pub fn holds(key: &ChainKey, db: &mut Db, chain: &str, shown: &[EventRow]) -> Result<bool> {
    let head: Option<(i64, Vec<u8>, i64)> = chain_heads::table
        .find(chain)
        .select((chain_heads::seq, chain_heads::mac, chain_heads::entered))
        .first(db)
        .optional()?;
    let Some((length, head_mac, entered)) = head else { return Ok(false) };
    let from = entered.max(length - RECOMPUTED).max(0);
    let Some(start) = link(key, db, chain, from)? else { return Ok(false) };
    if from == entered && from > 0 {
        let in_ledger: Option<Vec<u8>> = ledger::table
            .filter(ledger::chain.eq(chain))
            .filter(ledger::head_seq.eq(entered))
            .select(ledger::head_mac)
            .first(db)
            .optional()?;
        if in_ledger.is_none_or(|mac| mac != start) {
            return Ok(false);
        }
    }
    let since: Vec<EventRow> = events::table
        .filter(events::chain.eq(chain))
        // what is appended meanwhile is for the next look
        .filter(events::seq.gt(from).and(events::seq.le(length)))
        .order(events::seq.asc())
        .select(EventRow::as_select())
        .load(db)?;
    let (mut seq, mut before) = (from, start);
    for row in since {
        let mac = key.entry_mac(&before, &row.entry());
        if row.seq != seq + 1 || row.mac != mac {
            return Ok(false);
        }
        (seq, before) = (row.seq, mac);
    }
    if seq != length || head_mac != before {
        return Ok(false);
    }
    let older: Vec<&EventRow> = shown.iter().filter(|row| row.seq <= from).collect();
    let links: Vec<(i64, Vec<u8>)> = events::table
        .filter(events::chain.eq(chain))
        .filter(events::seq.eq_any(older.iter().map(|row| row.seq - 1).collect::<Vec<_>>()))
        .select((events::seq, events::mac))
        .load(db)?;
    let links: HashMap<i64, Vec<u8>> = links.into_iter().collect();
    let genesis = key.genesis(chain);
    Ok(older.iter().all(|row| {
        let before: Option<[u8; 32]> = match row.seq {
            1 => Some(genesis),
            seq => links.get(&(seq - 1)).and_then(|mac| mac.as_slice().try_into().ok()),
        };
        before.is_some_and(|before| row.mac == key.entry_mac(&before, &row.entry()))
    }))
}

/// The MAC of an entry; before the first stands the beginning of the chain.
fn link(key: &ChainKey, db: &mut Db, chain: &str, seq: i64) -> Result<Option<[u8; 32]>> {
    if seq == 0 {
        return Ok(Some(key.genesis(chain)));
    }
    let mac: Option<Vec<u8>> = events::table.find((chain, seq)).select(events::mac).first(db).optional()?;
    Ok(mac.and_then(|mac| mac.as_slice().try_into().ok()))
}

/// How long a chain is.
pub fn length(db: &mut Db, chain: &str) -> Result<i64> {
    Ok(chain_heads::table.find(chain).select(chain_heads::seq).first(db).optional()?.unwrap_or(0))
}
