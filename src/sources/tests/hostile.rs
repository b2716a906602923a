//! Hostile identifiers match nobody and break nothing (T19, T20), on both kinds of database.

use super::*;
use crate::domain::identifier::{Refusal, Strength};
use IdentifierKind::{CustomerNumber, Email, Name, Other, Phone};
use proptest::prelude::*;

const HOSTILE: &[&str] = &[
    "",
    " ",
    "\t\n",
    "%",
    "%%%%%%%%",
    "_______",
    "*",
    "?",
    "%@%.%",
    "_nna@x.dk",
    "ann_@x.dk",
    "an%@x.dk",
    "*@x.dk",
    "anna@x.d?",
    "[a]nna@x.dk",
    "anna@x.dk'",
    "' OR '1'='1",
    "' OR 1=1 --",
    "\" OR \"\"=\"",
    "anna@x.dk' OR 'a'='a",
    "a@b.cc' UNION SELECT * FROM member --",
    "'; DROP TABLE member; --",
    "\\",
    "\\'",
    "$1",
    "?1",
    ":email",
    "\0",
    "anna@x.dk\0",
    "an\0na@x.dk",
    "an\u{200B}na@x.dk",
    "an\u{202E}na@x.dk",
    "аnna@x.dk",
    "anna@x.dk@x.dk",
    "NULL",
    "null",
    "true",
    "0",
    "-1",
    "1e9",
    "+",
    "000000000",
    "123456%",
    "\u{FFFD}",
    "😀",
];

#[test]
fn hostile_identifiers_match_nobody_and_are_no_error() {
    let long = "a".repeat(10_000);
    let long_mail = format!("{long}@x.dk");
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        for value in HOSTILE.iter().copied().chain([long.as_str(), long_mail.as_str()]) {
            for kind in [Email, Name, Phone, CustomerNumber, Other] {
                let found = source.look_up(&[identifier(kind, value)]).unwrap();
                assert_eq!(found.candidates, [], "{kind} {value:?} on {:?}", fixture.kind);
            }
        }
    });
}

#[test]
fn names_beyond_ascii_are_found_however_they_are_written() {
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        for name in ["Anna Ås", "ANNA ÅS", " anna  a\u{30A}s ", "Ａnna Ås"] {
            let found = source.look_up(&[identifier(Name, name)]).unwrap();
            assert_eq!(found.candidates.len(), 1, "{name} on {:?}", fixture.kind);
            assert_eq!(found.candidates[0].strength(), Strength::Weak, "a name is weak");
        }
    });
}

#[test]
fn a_shared_address_gives_every_record_and_chooses_none() {
    everywhere(CLUB, |fixture| {
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(Email, "family@x.dk")]).unwrap();
        assert_eq!(found.candidates.len(), 2);
        assert!(found.candidates.iter().all(|c| c.strength() == Strength::Weak && c.matched[0].is_shared));
    });
}

#[test]
fn what_matches_too_many_identifies_nobody() {
    everywhere(CLUB, |fixture| {
        for number in 100..160 {
            fixture.execute(&format!(
                "INSERT INTO member (club, number, name) VALUES ('east', {number}, 'Jens Jensen')"
            ));
        }
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(Name, "Jens Jensen")]).unwrap();
        assert_eq!(found.refused, [(Name, Refusal::TooManyMatches)]);
        assert_eq!(found.candidates, []);
    });
}

#[test]
fn what_only_an_unproven_identifier_matches_is_not_proven() {
    let source = Fixture::sqlite(CLUB);
    let unproven = Identifier { proven: false, ..identifier(Email, "anna@x.dk") };
    let name = Identifier { proven: false, ..identifier(Name, "Anna Ås") };
    let both = [name, identifier(Email, "anna@x.dk")];
    let source = source.source(CLUB_MAP);
    assert!(!source.look_up(&[unproven]).unwrap().candidates[0].is_proven());
    assert!(source.look_up(&both).unwrap().candidates[0].is_proven());
}

#[test]
fn a_key_made_up_from_outside_reaches_no_other_record() {
    everywhere(CLUB, |fixture| {
        let source = fixture.source(CLUB_MAP);
        let key = |club: &str, number: super::super::KeyValue| Candidate {
            key: super::super::SubjectKey {
                table: "member".into(),
                key: vec![super::super::KeyValue::Text(club.into()), number],
            },
            labels: Default::default(),
            matched: Vec::new(),
            addresses: Vec::new(),
        };
        use super::super::KeyValue::{Integer, Text};
        for (club, number) in [
            ("north' OR '1'='1", Integer(1)),
            ("%", Integer(1)),
            ("north", Integer(9)),
            ("north", Text("1 OR 1=1".into())),
        ] {
            let Err(error) = find(&source, &[key(club, number)]) else { panic!("{club} was found") };
            assert!(["record_gone", "database"].contains(&error.fault.code()), "{error}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_text_matches_a_record_it_does_not_stand_in(text in any::<String>(), kind in 0..5_usize) {
        let kind = [Email, Name, Phone, CustomerNumber, Other][kind];
        let fixture = Fixture::sqlite(CLUB);
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(kind, &text)]).unwrap();
        prop_assert_eq!(found.candidates, []);
    }

    #[test]
    fn one_hostile_character_inside_an_address_ends_the_match(at in 1..8_usize, mark in 0..10_usize) {
        let mark = ['%', '_', '*', '?', '\'', '"', '\0', '\u{200B}', '\\', ';'][mark];
        let mut text = "anna@x.dk".to_string();
        text.insert(at, mark);
        let fixture = Fixture::sqlite(CLUB);
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(Email, &text)]).unwrap();
        prop_assert_eq!(found.candidates, []);
        text.replace_range(at..at + mark.len_utf8(), "");
        let found = fixture.source(CLUB_MAP).look_up(&[identifier(Email, &text)]).unwrap();
        prop_assert_eq!(found.candidates.len(), 1);
    }
}

#[test]
fn random_texts_match_nobody_on_postgresql() {
    let Some(fixture) = Fixture::postgres(CLUB) else { return };
    let source = fixture.source(CLUB_MAP);
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 64, ..Default::default() });
    runner
        .run(&(any::<String>(), 0..5_usize), |(text, kind)| {
            let kind = [Email, Name, Phone, CustomerNumber, Other][kind];
            let found = source.look_up(&[identifier(kind, &text)]);
            prop_assert_eq!(found.map(|found| found.candidates), Ok(Vec::new()));
            Ok(())
        })
        .unwrap();
}
