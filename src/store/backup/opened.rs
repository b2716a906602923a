//! The proof that a restored store is readable: every sealed value of every case is opened.

use super::{Error, each_listed};
use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open};
use crate::store::error;
use crate::store::unit::Store;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

/// How many cases are opened at a time.
const PAGE: i64 = 50;

/// How many values that do not open are named.
const MOST: usize = 100;

/// Every sealed column: table, column, what names its case, what names its row.
const SEALED: &[(&str, &str, &str, &str)] = &[
    ("cases", "person", "id", "id"),
    ("cases", "words", "id", "id"),
    ("requests", "answer", "case_id", "id"),
    ("proofs", "details", "case_id", "id"),
    ("linked_cases", "details", "case_id", "case_id"),
    ("representations", "details", "case_id", "case_id"),
    ("codes", "details", "case_id", "id"),
    ("messages", "body", "case_id", "id"),
    ("tasks", "private", "case_id", "id"),
    ("files", "name", "case_id", "id"),
    ("findings", "details", "case_id", "id"),
    ("packages", "summary", "case_id", "request_id"),
    ("restrictions", "details", "case_id", "id"),
    ("restriction_uses", "details", "case_id", "id"),
    ("recipient_notices", "details", "case_id", "id"),
    ("follow_ups", "details", "case_id", "id"),
    ("events", "sealed", "chain", "chain || ':' || seq"),
];

/// What was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened {
    /// Cases in the store.
    pub cases: u64,
    /// Cases whose key is not in the key store: erased, here or since the backup.
    pub without_key: u64,
    /// Sealed values that opened.
    pub values: u64,
    /// Sealed files whose beginning opened.
    pub files: u64,
    /// Places that did not open although their key is there: damaged before the backup was made.
    pub unopenable: Vec<String>,
}

impl Opened {
    fn unopenable(&mut self, place: String) {
        if self.unopenable.len() < MOST {
            self.unopenable.push(place);
        }
    }
}

#[derive(QueryableByName)]
struct CaseRow {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    key_id: String,
}

#[derive(QueryableByName)]
struct Sealed {
    #[diesel(sql_type = Text)]
    case_id: String,
    #[diesel(sql_type = Text)]
    row_id: String,
    #[diesel(sql_type = Nullable<Binary>)]
    sealed: Option<Vec<u8>>,
}

/// Opens everything sealed, in pages of cases, and the beginning of every restored file.
pub(super) fn open_everything(store: &Store, main_folder: &Path) -> Result<Opened, Error> {
    let mut opened = Opened::default();
    let mut after = String::new();
    loop {
        let page: Vec<CaseRow> = store.look(|db| {
            diesel::sql_query("SELECT id, key_id FROM cases WHERE id > $1 ORDER BY id LIMIT $2")
                .bind::<Text, _>(&after)
                .bind::<BigInt, _>(PAGE)
                .load(db)
                .map_err(error::Error::from)
        })?;
        let Some(last) = page.last() else { break };
        let upto = last.id.clone();
        let ids: Vec<String> = page.iter().map(|case| case.key_id.clone()).collect();
        let by_id: HashMap<String, CaseKey> = store.vault.keys(&ids)?.into_iter().collect();
        let keys: HashMap<String, &CaseKey> =
            page.iter().filter_map(|case| Some((case.id.clone(), by_id.get(&case.key_id)?))).collect();
        opened.cases += page.len() as u64;
        opened.without_key += (page.len() - keys.len()) as u64;
        for column in SEALED {
            open_column(store, column, (&after, &upto), &keys, &mut opened)?;
        }
        after = upto;
    }
    if opened.cases > 0 && opened.values == 0 {
        return Err(Error::NothingOpens(opened.cases));
    }
    open_files(store, main_folder, &mut opened)?;
    Ok(opened)
}

fn open_column(
    store: &Store,
    (table, column, case, row): &(&str, &str, &str, &str),
    (after, upto): (&str, &str),
    keys: &HashMap<String, &CaseKey>,
    opened: &mut Opened,
) -> Result<(), Error> {
    let sql = format!(
        "SELECT {case} AS case_id, {row} AS row_id, {column} AS sealed FROM {table} \
         WHERE {case} > $1 AND {case} <= $2"
    );
    let rows: Vec<Sealed> = store.look(|db| {
        diesel::sql_query(sql)
            .bind::<Text, _>(after)
            .bind::<Text, _>(upto)
            .load(db)
            .map_err(error::Error::from)
    })?;
    for value in rows {
        let Some(key) = keys.get(&value.case_id) else { continue };
        let Some(sealed) = value.sealed.filter(|sealed| !sealed.is_empty()) else { continue };
        match open(key, &Place { table, column, row: &value.row_id }, &sealed) {
            Ok(_) => opened.values += 1,
            Err(_) => opened.unopenable(format!("{table}.{column} of {}", value.row_id)),
        }
    }
    Ok(())
}

/// The bytes of the files were held against their hashes; their beginning shows that they belong
/// to the key.
fn open_files(store: &Store, main_folder: &Path, opened: &mut Opened) -> Result<(), Error> {
    #[derive(QueryableByName)]
    struct Owner {
        #[diesel(sql_type = Text)]
        key_id: String,
    }
    each_listed(main_folder, &mut |id, _, _| {
        let owner: Option<Owner> = store.look(|db| {
            diesel::sql_query("SELECT c.key_id FROM files f JOIN cases c ON c.id = f.case_id WHERE f.id = $1")
                .bind::<Text, _>(id)
                .get_result(db)
                .optional()
                .map_err(error::Error::from)
        })?;
        let Some(Owner { key_id }) = owner else { return Ok(()) };
        let key = match store.vault.key(&key_id) {
            Err(error::Error::NoKey) => return Ok(()),
            key => key?,
        };
        let mut some = [0; 1];
        match store.files.read(&key, id).and_then(|mut file| file.read(&mut some)) {
            Ok(_) => opened.files += 1,
            Err(_) => opened.unopenable(format!("file {id}")),
        }
        Ok(())
    })
}
