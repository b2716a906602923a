//! The ledger's part of the proof: its own chain, and each row against the entry it entered.

use crate::crypto::chain::{LedgerRow, Link};
use crate::store::backend::Db;
use crate::store::error::Result;
use crate::store::unit::Store;
use crate::store::verify::{PAGE, Problem, Report};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text, Timestamp};

/// A row of the ledger beside the MAC of the entry it entered, as that stands now.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = Text)]
    chain: String,
    #[diesel(sql_type = BigInt)]
    head_seq: i64,
    #[diesel(sql_type = Binary)]
    head_mac: Vec<u8>,
    #[diesel(sql_type = Timestamp)]
    at: NaiveDateTime,
    #[diesel(sql_type = Binary)]
    mac: Vec<u8>,
    #[diesel(sql_type = Nullable<Binary>)]
    entry_mac: Option<Vec<u8>>,
}

#[derive(QueryableByName)]
struct Seq {
    #[diesel(sql_type = BigInt)]
    seq: i64,
}

const SELECT: &str = "SELECT l.seq, l.chain, l.head_seq, l.head_mac, l.at, l.mac, e.mac AS entry_mac \
                      FROM ledger l LEFT JOIN events e ON e.chain = l.chain AND e.seq = l.head_seq";

/// Every row in order. Returns the number of the last one.
pub(super) fn rows(store: &Store, db: &mut Db, report: &mut Report) -> Result<i64> {
    let mut walk = Walk { store, after: i64::MIN, seq: 0, mac: Some(store.chain_key.ledger_genesis()) };
    loop {
        let sql = format!("{SELECT} WHERE l.seq > $1 ORDER BY l.seq LIMIT $2");
        let page =
            diesel::sql_query(sql).bind::<BigInt, _>(walk.after).bind::<BigInt, _>(PAGE).load::<Row>(db);
        let Ok(page) = page else {
            if !walk.one_by_one(db, report)? {
                return Ok(walk.seq);
            }
            continue;
        };
        if page.is_empty() {
            return Ok(walk.seq);
        }
        for row in &page {
            walk.row(row, report);
        }
    }
}

struct Walk<'a> {
    store: &'a Store,
    /// How far was read.
    after: i64,
    /// The last row of the ledger proper, which begins at 1.
    seq: i64,
    /// Stored MAC of the row before; none when it cannot be known.
    mac: Option<Link>,
}

impl Walk<'_> {
    /// A page with a value that does not read: row by row, so that the row can be named.
    fn one_by_one(&mut self, db: &mut Db, report: &mut Report) -> Result<bool> {
        let numbers: Vec<Seq> =
            diesel::sql_query("SELECT seq FROM ledger WHERE seq > $1 ORDER BY seq LIMIT $2")
                .bind::<BigInt, _>(self.after)
                .bind::<BigInt, _>(PAGE)
                .load(db)?;
        for Seq { seq } in &numbers {
            let row = diesel::sql_query(format!("{SELECT} WHERE l.seq = $1"))
                .bind::<BigInt, _>(*seq)
                .get_result::<Row>(db);
            match row {
                Ok(row) => self.row(&row, report),
                Err(_) => {
                    report.ledger_rows += 1;
                    report.found(Problem::LedgerChanged { seq: *seq });
                    (self.after, self.seq, self.mac) = (*seq, (*seq).max(self.seq), None);
                }
            }
        }
        Ok(!numbers.is_empty())
    }

    fn row(&mut self, row: &Row, report: &mut Report) {
        report.ledger_rows += 1;
        self.after = row.seq;
        if row.seq < 1 {
            return report.found(Problem::LedgerChanged { seq: row.seq });
        }
        if row.seq > self.seq + 1 {
            report.found(Problem::LedgerMissing { from: self.seq + 1, to: row.seq - 1 });
            self.mac = None;
        }
        self.seq = row.seq;
        let stored: Option<Link> = row.mac.as_slice().try_into().ok();
        let head: Option<Link> = row.head_mac.as_slice().try_into().ok();
        let expected = self.mac.zip(head).map(|(before, head)| {
            let row = LedgerRow {
                seq: row.seq,
                chain: &row.chain,
                head_seq: row.head_seq,
                head_mac: &head,
                at: row.at.and_utc(),
            };
            self.store.chain_key.ledger_mac(&before, &row)
        });
        let is_whole = stored.is_some() && head.is_some();
        if !is_whole || expected.is_some_and(|expected| Some(expected) != stored) {
            report.found(Problem::LedgerChanged { seq: row.seq });
        } else {
            self.entry(row, report);
        }
        self.mac = stored;
    }

    /// Holds the row against the entry it entered.
    fn entry(&self, row: &Row, report: &mut Report) {
        let (seq, chain, head_seq) = (row.seq, row.chain.clone(), row.head_seq);
        match &row.entry_mac {
            None => report.found(Problem::EntryGone { seq, chain, head_seq }),
            Some(mac) if *mac != row.head_mac => report.found(Problem::ChainRemade { seq, chain, head_seq }),
            Some(_) => {}
        }
    }
}
