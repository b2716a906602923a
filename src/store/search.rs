//! Exact search by mail, phone, whole name words and reference over keyed hashes. Nothing in clear.

use crate::crypto::blind::{BlindIndex, Field};
use crate::crypto::sealed::{Place, open_json};
use crate::domain::calendar::Country;
use crate::domain::normalise::name_words;
use crate::domain::person::{Person, Representative};
use crate::domain::reference::Reference;
use crate::store::backend::Db;
use crate::store::error::{Error, Result};
use crate::store::schema::{blind_index, cases};
use crate::store::unit::{Store, Tx};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Most cases one search shows.
const MOST: usize = 50;

/// Most cases one value is followed to, newest first, so that a search stays cheap whatever is stored.
const MOST_PER_VALUE: i64 = 5_000;

/// Most cases that are shown as perhaps the same person's.
const MOST_ALIKE: i64 = 10;

/// How many candidates are opened at a time.
const OPENED_AT_ONCE: usize = 100;

/// By whom a case is found: by the person's name, mail and phone, and by the mail and phone of whoever
/// writes for them.
pub struct People<'a> {
    /// The person.
    pub person: &'a Person,
    /// Who asks for them.
    pub representative: Option<&'a Representative>,
}

/// Enters a case into the index. `home`: the country of its controller, where a phone number
/// without a country code is one of.
pub fn enter(
    tx: &mut Tx<'_>,
    case_id: &str,
    reference: &Reference,
    people: &People<'_>,
    home: Country,
) -> Result<()> {
    let mut values = terms(&tx.store.blind.at(home), people);
    values.extend(tx.store.blind.value(Field::Reference, reference.as_str()).map(|v| (Field::Reference, v)));
    values.sort();
    values.dedup();
    for (field, value) in values {
        diesel::insert_into(blind_index::table)
            .values((
                blind_index::case_id.eq(case_id),
                blind_index::field.eq(field.code()),
                blind_index::value.eq(value),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}

fn terms(blind: &BlindIndex, people: &People<'_>) -> Vec<(Field, Vec<u8>)> {
    let one = |field, text: &Option<String>| {
        text.as_deref().and_then(|t| blind.value(field, t)).map(|value| (field, value))
    };
    let mut values: Vec<_> =
        blind.words(Field::NameWord, &people.person.name).into_iter().map(|v| (Field::NameWord, v)).collect();
    let contacts = [Some(people.person.contact()), people.representative.map(|r| r.contact.clone())];
    for contact in contacts.into_iter().flatten() {
        values.extend(one(Field::Email, &contact.email));
        values.extend(one(Field::Phone, &contact.phone));
    }
    values
}

/// Ids of the newest cases that match what was typed: a reference, a mail address, a phone number,
/// or whole words of a name (all of them). `homes`: the countries of the controllers here.
///
/// The caller writes the entry that says who was looked for and what was shown.
pub fn find(store: &Store, db: &mut Db, typed: &str, homes: &[Country]) -> Result<Vec<String>> {
    if let Some(reference) = Reference::parse(typed) {
        return Ok(cases::table
            .filter(cases::reference.eq(reference.as_str()))
            .select(cases::id)
            .load(db)?);
    }
    if typed.contains('@') {
        return newest(db, Field::Email, store.blind.value(Field::Email, typed).as_slice(), MOST);
    }
    if typed.chars().filter(char::is_ascii_digit).count() >= 5 {
        let mut values: Vec<Vec<u8>> =
            homes.iter().filter_map(|home| store.blind.at(*home).value(Field::Phone, typed)).collect();
        values.extend(store.blind.value(Field::Phone, typed));
        return newest(db, Field::Phone, &values, MOST);
    }
    by_name(store, db, typed)
}

/// Ids of other cases of the same controller that share a mail address or a phone number with this
/// one, newest first, erased ones left out. They may be the same person's: that is for staff to say.
pub fn alike(db: &mut Db, case_id: &str) -> Result<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for field in [Field::Email, Field::Phone] {
        let own: Vec<Vec<u8>> = blind_index::table
            .filter(blind_index::case_id.eq(case_id))
            .filter(blind_index::field.eq(field.code()))
            .select(blind_index::value)
            .load(db)?;
        found.extend(newest(db, field, &own, MOST)?);
    }
    let controller: String = cases::table.find(case_id).select(cases::controller_id).first(db)?;
    Ok(cases::table
        .filter(cases::id.eq_any(found))
        .filter(cases::id.ne(case_id.to_owned()))
        .filter(cases::controller_id.eq(controller))
        .filter(cases::erased.eq(false))
        .order(cases::id.desc())
        .limit(MOST_ALIKE)
        .select(cases::id)
        .load(db)?)
}

/// The cases of one controller that have any of these values, without `except` and what was erased.
pub fn by_values(
    db: &mut Db,
    values: &[(Field, Vec<u8>)],
    controller_id: &str,
    except: &str,
) -> Result<Vec<String>> {
    let mut found = HashSet::new();
    for (field, value) in values {
        found.extend(newest(db, *field, std::slice::from_ref(value), usize::MAX)?);
    }
    let found: Vec<String> = found.into_iter().filter(|id| id != except).collect();
    Ok(cases::table
        .filter(cases::id.eq_any(found))
        .filter(cases::controller_id.eq(controller_id))
        .filter(cases::erased.eq(false))
        .order(cases::id.asc())
        .select(cases::id)
        .load(db)?)
}

/// The newest cases that have any of the values.
fn newest(db: &mut Db, field: Field, values: &[Vec<u8>], most: usize) -> Result<Vec<String>> {
    let mut found: Vec<String> = blind_index::table
        .filter(blind_index::field.eq(field.code()))
        .filter(blind_index::value.eq_any(values.to_vec()))
        .order(blind_index::case_id.desc())
        .limit(MOST_PER_VALUE)
        .select(blind_index::case_id)
        .load(db)?;
    found.dedup();
    found.truncate(most);
    Ok(found)
}

/// A name word's value is shared by many words on purpose: what the index gives are candidates,
/// and only those whose name really has every word are a hit.
fn by_name(store: &Store, db: &mut Db, typed: &str) -> Result<Vec<String>> {
    let words: HashSet<String> = name_words(typed).into_iter().collect();
    let mut candidates: Option<Vec<String>> = None;
    for value in store.blind.words(Field::NameWord, typed) {
        let matches = newest(db, Field::NameWord, &[value], usize::MAX)?;
        candidates = Some(match candidates {
            None => matches,
            Some(before) => {
                let matches: HashSet<String> = matches.into_iter().collect();
                before.into_iter().filter(|id| matches.contains(id)).collect()
            }
        });
    }
    let mut found = Vec::new();
    for some in candidates.unwrap_or_default().chunks(OPENED_AT_ONCE) {
        found.extend(with_every_word(store, db, some, &words)?);
        if found.len() >= MOST {
            break;
        }
    }
    found.truncate(MOST);
    Ok(found)
}

fn with_every_word(
    store: &Store,
    db: &mut Db,
    ids: &[String],
    words: &HashSet<String>,
) -> Result<Vec<String>> {
    let rows: Vec<(String, String, Vec<u8>)> = cases::table
        .filter(cases::id.eq_any(ids.to_vec()))
        .order(cases::id.desc())
        .select((cases::id, cases::key_id, cases::person))
        .load(db)?;
    let key_ids: Vec<String> = rows.iter().map(|(_, key_id, _)| key_id.clone()).collect();
    let keys: HashMap<String, _> = store.vault.keys(&key_ids)?.into_iter().collect();
    let mut hits = Vec::new();
    for (id, key_id, sealed) in rows {
        // an erased case has no key any more and no name to be found by
        let Some(key) = keys.get(&key_id) else { continue };
        let place = Place { table: "cases", column: "person", row: &id };
        let person: Person = open_json(key, &place, &sealed).map_err(Error::from)?;
        let has: HashSet<String> = name_words(&person.name).into_iter().collect();
        if words.is_subset(&has) {
            hits.push(id);
        }
    }
    Ok(hits)
}
