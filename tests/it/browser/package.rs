//! A package as the person got it: whole by schema and hashes, and read record by record.

use indsigt::package::{Manifest, verify};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What was in it.
pub struct Unpacked {
    pub manifest: Manifest,
    /// Records by category.
    pub records: BTreeMap<String, Vec<Value>>,
    /// Whether each column was provided by the person, by category and name.
    pub columns: BTreeMap<String, BTreeMap<String, bool>>,
    /// Legal ground by category.
    pub grounds: BTreeMap<String, String>,
}

/// A column's name without the ways two databases write it: `CustomerId`, `customer_id`.
fn plain(name: &str) -> String {
    name.replace('_', "").to_lowercase()
}

/// Checks schema and hashes of what was downloaded, and reads it.
pub fn unpack(bytes: &[u8]) -> Unpacked {
    let verified = verify(Cursor::new(bytes)).unwrap();
    assert!(verified.is_whole(), "{:?}", verified.problems);
    let manifest = verified.manifest.unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut records, mut columns, mut grounds) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let parts = manifest.files.iter().filter(|file| file.path.starts_with("data/"));
    for file in parts {
        let mut text = String::new();
        zip.by_name(&file.path).unwrap().read_to_string(&mut text).unwrap();
        let part: Value = serde_json::from_str(&text).unwrap();
        let category = part["category"].as_str().unwrap().to_owned();
        let of =
            |column: &Value| (plain(column["name"].as_str().unwrap()), column["provided"].as_bool().unwrap());
        let described = part["columns"].as_array().unwrap().iter().map(of).collect();
        columns.insert(category.clone(), described);
        grounds.insert(category.clone(), part["legal_ground"].as_str().unwrap_or_default().to_owned());
        let all: &mut Vec<Value> = records.entry(category).or_default();
        all.extend(part["records"].as_array().unwrap().iter().map(plain_keys));
    }
    Unpacked { manifest, records, columns, grounds }
}

fn plain_keys(record: &Value) -> Value {
    record.as_object().unwrap().iter().map(|(name, value)| (plain(name), value.clone())).collect()
}

impl Unpacked {
    /// How many records of each category there are.
    pub fn counts(&self) -> Vec<(&str, usize)> {
        self.records.iter().map(|(category, records)| (category.as_str(), records.len())).collect()
    }

    /// One column of every record of a category, as text, sorted, each value once.
    pub fn values(&self, category: &str, column: &str) -> Vec<String> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let mut all: Vec<String> =
            self.records[category].iter().map(|record| text(&record[column])).collect();
        all.sort();
        all.dedup();
        all
    }
}
