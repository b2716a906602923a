//! Exact search over keyed hashes: every way people write the same thing finds it, nothing else does.

use crate::support::cases::{open_case_of, person};
use crate::support::{Databases, on_both};
use indsigt::domain::calendar::Country;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::store::search;

fn find(db: &Databases, typed: &str) -> Vec<String> {
    db.store().look(|c| search::find(db.store(), c, typed, &[Country::Se, Country::Dk])).unwrap()
}

fn named(name: &str) -> Person {
    Person { name: name.into(), email: None, phone: None, postal: None, other_ids: None }
}

#[test]
fn a_case_is_found_by_every_form_of_what_was_given() {
    on_both(|db| {
        let ada = open_case_of(db, &[Right::Access], &person());
        open_case_of(db, &[Right::Access], &named("Bo Berg"));
        let reference = ada.reference.as_str().to_owned();
        for typed in [
            "ada.nilsson@example.com",
            "ADA.NILSSON@EXAMPLE.COM ",
            "20123456",
            "20 12 34 56",
            "+45 20123456",
            "0045 20 12 34 56",
            "(+45) 2012-3456",
            "ada",
            "ØSTERGÅRD",
            "nilsson østergård",
            "Østergård-Nilsson, Ada",
            reference.as_str(),
            &reference.to_lowercase(),
            &reference.replace('-', " "),
        ] {
            assert_eq!(find(db, typed), std::slice::from_ref(&ada.id), "{typed}");
        }
    });
}

#[test]
fn what_is_not_exactly_that_finds_nothing() {
    on_both(|db| {
        open_case_of(db, &[Right::Access], &person());
        for typed in [
            "",
            " ",
            "a",
            "ad",
            "nils",
            "Ostergard",
            "ada berg",
            "ada.nilsson@example",
            "@example.com",
            "nilsson@example.com",
            "2012345",
            "20 12 34 57",
            "+46 20123456",
            "%",
            "Kanelvænget",
            "889911",
            "Ada' OR '1'='1",
            "\u{200b}",
        ] {
            assert_eq!(find(db, typed), [""; 0], "{typed}");
        }
    });
}

#[test]
fn a_name_is_found_by_its_words_and_not_by_their_shared_values() {
    on_both(|db| {
        // far more words than a name word has values: many pairs share one
        let all: Vec<(String, String)> = (0..150)
            .map(|n| {
                let name = format!("word{n}a word{n}b word{n}c word{n}d word{n}e word{n}f word{n}g word{n}h");
                (format!("word{n}e"), open_case_of(db, &[Right::Access], &named(&name)).id)
            })
            .collect();
        let shared = db.count(
            "SELECT count(*) FROM (SELECT value FROM blind_index WHERE field = 'name_word' \
             GROUP BY value HAVING count(*) > 1) shared",
        );
        assert!(shared > 50, "only {shared} values are shared");
        for (word, id) in all {
            assert_eq!(find(db, &word), [id], "{word}");
        }
    });
}

#[test]
fn the_newest_come_first_and_an_erased_case_is_not_found_by_name() {
    on_both(|db| {
        let cases: Vec<_> = (0..3).map(|_| open_case_of(db, &[Right::Access], &named("Ada"))).collect();
        let newest_first = [&cases[2], &cases[1], &cases[0]].map(|c| c.id.clone());
        assert_eq!(find(db, "ada"), newest_first);
        db.store().vault.destroy("a case", &cases[1].key_id, chrono::DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(find(db, "ada"), [cases[2].id.clone(), cases[0].id.clone()]);
    });
}
