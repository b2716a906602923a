//! Proof that nothing was changed behind our back: every chain recomputed from its beginning and
//! held against its head, the ledger against the chains, the signed heads against the ledger.
//!
//! One snapshot, read in pages: it may run beside the service, and memory does not grow with what
//! is stored. Only what was never entered in a ledger whose head is outside can vanish unseen: the
//! last fifteen minutes.

use crate::crypto::chain::{Link, verify_head};
use crate::store::backend::{Db, snapshot};
use crate::store::chain::EventRow;
use crate::store::error::{Error, Result};
use crate::store::schema::{chain_heads, checkpoints, events, ledger};
use crate::store::unit::Store;
use crate::store::{installation, outside, verify_ledger};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// How many rows are read at a time.
pub(super) const PAGE: i64 = 500;

/// How many problems are named; the rest is counted. One broken table must not fill the memory.
const MOST: usize = 1_000;

/// Something that is not as it was written, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each says itself in its sentence")]
pub enum Problem {
    #[error("entry {seq} of chain {chain} was changed, added or exchanged")]
    Changed { chain: String, seq: i64 },
    #[error("entry {seq} of chain {chain} cannot be read: a value is not of its kind")]
    Unreadable { chain: String, seq: i64 },
    #[error("entries {from} to {to} of chain {chain} are missing")]
    Missing { chain: String, from: i64, to: i64 },
    #[error("entry {seq} of chain {chain} stands outside it: the head says {head}")]
    OutsideChain { chain: String, seq: i64, head: i64 },
    #[error("chain {chain} was cut: its head says {head} entries, {left} are left")]
    TailCut { chain: String, head: i64, left: i64 },
    #[error("the head of chain {chain} was changed: it is not that of entry {seq}")]
    HeadChanged { chain: String, seq: i64 },
    #[error("chain {chain} has entries but no head")]
    HeadMissing { chain: String },
    #[error("chain {chain} is missing: {told_by} knows it")]
    ChainMissing { chain: String, told_by: &'static str },
    #[error(
        "the head of chain {chain} says {entered} entries were entered in the ledger, which has {ledger}"
    )]
    NotEntered { chain: String, entered: i64, ledger: i64 },
    #[error("row {seq} of the ledger was changed, added or exchanged")]
    LedgerChanged { seq: i64 },
    #[error("rows {from} to {to} of the ledger are missing")]
    LedgerMissing { from: i64, to: i64 },
    #[error("the ledger was cut: {told_by} was signed at {size} rows, {left} are left")]
    LedgerCut { told_by: String, size: i64, left: i64 },
    #[error("row {seq} of the ledger entered entry {head_seq} of chain {chain}, which is gone")]
    EntryGone { seq: i64, chain: String, head_seq: i64 },
    #[error(
        "row {seq} of the ledger entered another entry {head_seq} of chain {chain} than stands there: the chain \
         was made anew"
    )]
    ChainRemade { seq: i64, chain: String, head_seq: i64 },
    #[error("{place}: {why}")]
    SignedHead { place: String, why: &'static str },
    #[error(
        "{folder} holds none of the {heads} signed heads: the folder is not there, was emptied, or is another \
         one; without it nobody can tell that nothing was changed"
    )]
    NoneOutside { folder: String, heads: u64 },
}

/// What was looked at and what was found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Chains with entries.
    pub chains: u64,
    /// Entries recomputed.
    pub entries: u64,
    /// Rows of the ledger recomputed.
    pub ledger_rows: u64,
    /// Signed heads checked in the database.
    pub heads_in_database: u64,
    /// Signed heads checked outside.
    pub heads_outside: u64,
    /// Signed heads of the database that are not outside (yet).
    pub not_outside: u64,
    /// What is not as it was written: the first thousand.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: u64,
}

impl Report {
    /// Whether everything is as it was written.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    pub(super) fn found(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }
}

/// Recomputes everything. `outside`: the folder the signed heads are written to; `public_key_pem`:
/// a copy of the public key from elsewhere, if there is one; else this installation's own.
///
/// An error means that it could not be looked at; what is wrong with what was looked at is in the
/// report.
pub fn verify(store: &Store, outside: Option<&Path>, public_key_pem: Option<&str>) -> Result<Report> {
    let own = store
        .secrets
        .signing()
        .public_key_pem()
        .map_err(|_| Error::Database("the signing key has no public half".into()))?;
    let files: Vec<(i64, PathBuf)> = outside.map(outside::heads).transpose()?.unwrap_or_default();
    let mut db = store.pools.reader.get()?;
    snapshot(&mut db, |db| {
        let mut report = Report::default();
        Walk { store, db, report: &mut report, current: None }.entries()?;
        heads(db, &mut report)?;
        cases_without_chain(db, &mut report)?;
        let last = verify_ledger::rows(store, db, &mut report)?;
        let public = public_key_pem.unwrap_or(&own);
        let origin = installation::id(db)?;
        let signed = Signed { public, origin: &origin, last };
        signed.in_database(db, &files, outside.is_some(), &mut report)?;
        signed.outside(db, &files, &mut report)?;
        if let Some(folder) = outside {
            folder_outside(folder, &own, public_key_pem.is_some(), &mut report);
        }
        Ok(report)
    })
}

/// Where heads were signed, the folder has them, and the key they are checked with.
fn folder_outside(folder: &Path, own: &str, is_key_elsewhere: bool, report: &mut Report) {
    let heads = report.heads_in_database;
    if heads > 0 && report.heads_outside == 0 {
        report.found(Problem::NoneOutside { folder: folder.display().to_string(), heads });
    }
    let why = match std::fs::read_to_string(folder.join(outside::PUBLIC_KEY)) {
        Ok(written) if written.trim() == own.trim() => return,
        Ok(_) => "it is not the public key of this installation",
        Err(_) if heads == 0 || is_key_elsewhere => return,
        Err(_) => "it is not in the folder outside, or cannot be read",
    };
    report.found(Problem::SignedHead { place: outside::PUBLIC_KEY.into(), why });
}

/// A chain being walked.
struct Current {
    name: String,
    head: Option<(i64, Vec<u8>)>,
    /// Place and stored MAC of the last entry; no MAC when it cannot be known.
    seq: i64,
    mac: Option<Link>,
}

struct Walk<'a> {
    store: &'a Store,
    db: &'a mut Db,
    report: &'a mut Report,
    current: Option<Current>,
}

/// An entry, or what is left of one that does not read.
enum Read {
    Whole(EventRow),
    Broken { chain: String, seq: i64, mac: Option<Vec<u8>> },
}

impl Read {
    fn place(&self) -> (&str, i64) {
        match self {
            Read::Whole(row) => (&row.chain, row.seq),
            Read::Broken { chain, seq, .. } => (chain, *seq),
        }
    }
}

impl Walk<'_> {
    /// Every entry of every chain, in order.
    fn entries(&mut self) -> Result<()> {
        let mut after = (String::new(), i64::MIN);
        loop {
            let page = self.page(&after)?;
            let Some(last) = page.last() else { break };
            after = (last.place().0.to_owned(), last.place().1);
            let mut names: Vec<String> = page.iter().map(|e| e.place().0.to_owned()).collect();
            names.dedup();
            let heads = self.heads_of(&names)?;
            for entry in page {
                self.entry(entry, &heads);
            }
        }
        self.finish();
        Ok(())
    }

    fn page(&mut self, after: &(String, i64)) -> Result<Vec<Read>> {
        const COLUMNS: &str = "chain, seq, at, actor, kind, request_id, facts, sealed, mac";
        let sql = |columns: &str| {
            format!("SELECT {columns} FROM events WHERE (chain, seq) > ($1, $2) ORDER BY chain, seq LIMIT $3")
        };
        let whole = diesel::sql_query(sql(COLUMNS))
            .bind::<Text, _>(&after.0)
            .bind::<BigInt, _>(after.1)
            .bind::<BigInt, _>(PAGE)
            .load::<EventRow>(self.db);
        if let Ok(rows) = whole {
            return Ok(rows.into_iter().map(Read::Whole).collect());
        }
        // one value of one row does not read: find which
        let places: Vec<PlaceRow> = diesel::sql_query(sql("chain, seq"))
            .bind::<Text, _>(&after.0)
            .bind::<BigInt, _>(after.1)
            .bind::<BigInt, _>(PAGE)
            .load(self.db)?;
        places.into_iter().map(|place| self.one(place)).collect()
    }

    fn one(&mut self, place: PlaceRow) -> Result<Read> {
        let row = events::table.find((&place.chain, place.seq));
        let whole: QueryResult<EventRow> = row.select(EventRow::as_select()).first(self.db);
        Ok(match whole {
            Ok(row) => Read::Whole(row),
            Err(_) => Read::Broken {
                mac: row.select(events::mac).first(self.db).ok(),
                chain: place.chain,
                seq: place.seq,
            },
        })
    }

    fn heads_of(&mut self, names: &[String]) -> Result<HashMap<String, (i64, Vec<u8>)>> {
        let rows: Vec<(String, i64, Vec<u8>)> = chain_heads::table
            .filter(chain_heads::chain.eq_any(names.to_vec()))
            .select((chain_heads::chain, chain_heads::seq, chain_heads::mac))
            .load(self.db)?;
        Ok(rows.into_iter().map(|(chain, seq, mac)| (chain, (seq, mac))).collect())
    }

    fn entry(&mut self, entry: Read, heads: &HashMap<String, (i64, Vec<u8>)>) {
        let (chain, seq) = (entry.place().0.to_owned(), entry.place().1);
        if self.current.as_ref().is_none_or(|current| current.name != chain) {
            self.finish();
            self.report.chains += 1;
            self.current = Some(Current {
                head: heads.get(&chain).cloned(),
                seq: 0,
                mac: Some(self.store.chain_key.genesis(&chain)),
                name: chain.clone(),
            });
        }
        self.report.entries += 1;
        let Some(current) = &mut self.current else { return };
        let head = current.head.as_ref().map_or(i64::MAX, |(seq, _)| *seq);
        if seq < 1 || seq > head {
            self.report.found(Problem::OutsideChain { chain, seq, head });
            return;
        }
        if seq > current.seq + 1 {
            let (from, to) = (current.seq + 1, seq - 1);
            self.report.found(Problem::Missing { chain: chain.clone(), from, to });
            current.mac = None;
        }
        current.seq = seq;
        let stored = match &entry {
            Read::Whole(row) => {
                let stored: Option<Link> = row.mac.as_slice().try_into().ok();
                let expected = current.mac.map(|mac| self.store.chain_key.entry_mac(&mac, &row.entry()));
                if stored.is_none() || expected.is_some_and(|expected| Some(expected) != stored) {
                    self.report.found(Problem::Changed { chain, seq });
                }
                stored
            }
            Read::Broken { mac, .. } => {
                self.report.found(Problem::Unreadable { chain, seq });
                mac.as_ref().and_then(|mac| mac.as_slice().try_into().ok())
            }
        };
        current.mac = stored;
    }

    /// Holds the chain that ends here against its head.
    fn finish(&mut self) {
        let Some(Current { name: chain, head, seq, mac }) = self.current.take() else { return };
        let Some((head, head_mac)) = head else {
            return self.report.found(Problem::HeadMissing { chain });
        };
        if seq < head {
            self.report.found(Problem::TailCut { chain, head, left: seq });
        } else if mac.is_none_or(|mac| mac.as_slice() != head_mac) {
            self.report.found(Problem::HeadChanged { chain, seq });
        }
    }
}

#[derive(QueryableByName)]
#[diesel(table_name = events)]
struct PlaceRow {
    chain: String,
    seq: i64,
}

#[derive(QueryableByName)]
struct HeadRow {
    #[diesel(sql_type = Text)]
    chain: String,
    #[diesel(sql_type = BigInt)]
    entered: i64,
    #[diesel(sql_type = BigInt)]
    in_ledger: i64,
    #[diesel(sql_type = BigInt)]
    entries: i64,
}

/// Heads without any entry, and heads that say more was entered than the ledger has.
fn heads(db: &mut Db, report: &mut Report) -> Result<()> {
    let mut after = String::new();
    loop {
        let page: Vec<HeadRow> = diesel::sql_query(
            "SELECT h.chain, h.entered, \
             coalesce((SELECT max(l.head_seq) FROM ledger l WHERE l.chain = h.chain), 0) AS in_ledger, \
             CAST(CASE WHEN EXISTS (SELECT 1 FROM events e WHERE e.chain = h.chain) THEN 1 ELSE 0 END AS BIGINT) \
             AS entries \
             FROM chain_heads h WHERE h.chain > $1 ORDER BY h.chain LIMIT $2",
        )
        .bind::<Text, _>(&after)
        .bind::<BigInt, _>(PAGE)
        .load(db)?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.chain);
        for head in page {
            if head.entries == 0 {
                report.found(Problem::ChainMissing { chain: head.chain.clone(), told_by: "its head" });
            }
            if head.entered > head.in_ledger {
                let (entered, ledger) = (head.entered, head.in_ledger);
                report.found(Problem::NotEntered { chain: head.chain, entered, ledger });
            }
        }
    }
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Every case begins with an entry: one without a chain lost it.
fn cases_without_chain(db: &mut Db, report: &mut Report) -> Result<()> {
    let mut after = String::new();
    loop {
        let page: Vec<Id> = diesel::sql_query(
            "SELECT c.id FROM cases c WHERE c.id > $1 \
             AND NOT EXISTS (SELECT 1 FROM chain_heads h WHERE h.chain = c.id) \
             AND NOT EXISTS (SELECT 1 FROM events e WHERE e.chain = c.id) ORDER BY c.id LIMIT $2",
        )
        .bind::<Text, _>(&after)
        .bind::<BigInt, _>(PAGE)
        .load(db)?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.id);
        for case in page {
            report.found(Problem::ChainMissing { chain: case.id, told_by: "its case" });
        }
    }
}

/// What signed heads are held against.
struct Signed<'a> {
    public: &'a str,
    origin: &'a str,
    /// How many rows the ledger has.
    last: i64,
}

impl Signed<'_> {
    /// The signed heads kept in the database.
    fn in_database(
        &self,
        db: &mut Db,
        files: &[(i64, PathBuf)],
        has_folder: bool,
        report: &mut Report,
    ) -> Result<()> {
        let mut after = 0;
        loop {
            let page: Vec<(i64, NaiveDateTime, String)> = checkpoints::table
                .filter(checkpoints::seq.gt(after))
                .order(checkpoints::seq.asc())
                .select((checkpoints::seq, checkpoints::at, checkpoints::signed))
                .limit(PAGE)
                .load(db)?;
            let Some((last, _, _)) = page.last() else { return Ok(()) };
            after = *last;
            let roots = self.roots(db, page.iter().map(|(size, ..)| *size).collect())?;
            for (size, at, signed) in page {
                report.heads_in_database += 1;
                let is_outside = files.binary_search_by_key(&size, |(size, _)| *size).is_ok();
                report.not_outside += u64::from(has_folder && !is_outside);
                let place = format!("the signed head of {size} rows in the database");
                self.head(&place, size, Some(at), &signed, &roots, report);
            }
        }
    }

    /// The signed heads in the folder outside.
    fn outside(&self, db: &mut Db, files: &[(i64, PathBuf)], report: &mut Report) -> Result<()> {
        for page in files.chunks(usize::try_from(PAGE).unwrap_or(usize::MAX)) {
            let sizes: Vec<i64> = page.iter().map(|(size, _)| *size).collect();
            let kept: Vec<i64> = checkpoints::table
                .filter(checkpoints::seq.eq_any(sizes.clone()))
                .select(checkpoints::seq)
                .load(db)?;
            let roots = self.roots(db, sizes)?;
            for (size, path) in page {
                report.heads_outside += 1;
                let place = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                match std::fs::read_to_string(path) {
                    Ok(signed) => self.head(&place, *size, None, &signed, &roots, report),
                    Err(_) => {
                        report.found(Problem::SignedHead { place: place.clone(), why: "it cannot be read" })
                    }
                }
                if *size <= self.last && !kept.contains(size) {
                    let why = "it is outside, but was removed from the database";
                    report.found(Problem::SignedHead { place, why });
                }
            }
        }
        Ok(())
    }

    /// MACs of these rows of the ledger.
    fn roots(&self, db: &mut Db, sizes: Vec<i64>) -> Result<HashMap<i64, Vec<u8>>> {
        let rows: Vec<(i64, Vec<u8>)> =
            ledger::table.filter(ledger::seq.eq_any(sizes)).select((ledger::seq, ledger::mac)).load(db)?;
        Ok(rows.into_iter().collect())
    }

    fn head(
        &self,
        place: &str,
        size: i64,
        at: Option<NaiveDateTime>,
        signed: &str,
        roots: &HashMap<i64, Vec<u8>>,
        report: &mut Report,
    ) {
        let mut wrong = |why| report.found(Problem::SignedHead { place: place.to_owned(), why });
        let Ok(head) = verify_head(self.public, signed) else {
            return wrong("its signature does not hold");
        };
        if head.origin != self.origin {
            return wrong("it was signed by another installation");
        }
        if head.size != size || at.is_some_and(|at| at != head.at.naive_utc()) {
            return wrong("it does not say what it is kept as");
        }
        match roots.get(&size) {
            Some(root) if crate::crypto::hex(root) == head.root => {}
            Some(_) => wrong("the ledger is another one than was signed"),
            None => {
                report.found(Problem::LedgerCut { told_by: place.to_owned(), size, left: self.last });
            }
        }
    }
}
