//! Whatever is found, the package fits its schema, is whole, and holds exactly what was found.

use super::*;
use proptest::prelude::*;

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9f64..1e9).prop_map(Value::from),
        ".{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::hash_map(".{0,5}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

type Table = (String, String, Vec<(String, bool)>, Vec<Vec<Option<Value>>>);

fn table() -> impl Strategy<Value = Table> {
    let columns = prop::collection::btree_map(".{1,8}", any::<bool>(), 1..5);
    (".{0,12}", "[a-f]|", columns).prop_flat_map(|(name, ground, columns)| {
        let columns: Vec<(String, bool)> = columns.into_iter().collect();
        let row = prop::collection::vec(prop::option::of(value()), columns.len());
        (Just(name), Just(ground), Just(columns), prop::collection::vec(row, 0..6))
    })
}

fn found(source: &str, tables: &[Table]) -> Found {
    tables.iter().fold(Found::in_source(source), |found, (name, ground, columns, rows)| {
        let columns: Vec<(&str, bool)> = columns.iter().map(|(n, p)| (n.as_str(), *p)).collect();
        let rows: Vec<Value> = rows
            .iter()
            .map(|row| {
                let pairs =
                    columns.iter().zip(row).filter_map(|((n, _), v)| Some(((*n).to_owned(), v.clone()?)));
                Value::Object(pairs.collect::<Map<_, _>>())
            })
            .collect();
        found.table(name, ground, &columns, &rows)
    })
}

/// All records of a package, by table name, as sorted JSON.
fn records(files: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for path in files.keys().filter(|path| path.starts_with("data/")) {
        let part = parsed(files, path);
        for record in part["records"].as_array().unwrap() {
            all.push((part["table"].as_str().unwrap().to_owned(), record.to_string()));
        }
    }
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn access_gives_back_every_record_and_validates(tables in prop::collection::vec(table(), 0..4), lang in 0usize..3) {
        let found = found("s", &tables);
        let mut order = order(PackageKind::Access);
        order.language = Lang::ALL[lang];
        let (summary, files) = unpacked(&order, std::slice::from_ref(&found));
        let mut expected: Vec<(String, String)> = found
            .lines
            .lines()
            .map(|line| serde_json::from_str::<Record>(line).unwrap())
            .map(|r| (found.finding.parts[r.part].table.clone(), Value::Object(r.fields).to_string()))
            .collect();
        expected.sort();
        prop_assert_eq!(records(&files), expected);
        prop_assert_eq!(summary.manifest.searched[0].held, summary.records > 0);
    }

    #[test]
    fn portability_never_holds_a_field_the_person_did_not_provide(tables in prop::collection::vec(table(), 0..4)) {
        let (_, files) = unpacked(&order(PackageKind::Portability), &[found("s", &tables)]);
        for path in files.keys().filter(|path| path.starts_with("data/")) {
            let part = parsed(&files, path);
            prop_assert!(matches!(part["legal_ground"].as_str(), Some("a" | "b")));
            prop_assert!(part["columns"].as_array().unwrap().iter().all(|c| c["provided"] == true));
        }
    }
}
