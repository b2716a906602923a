//! Data maps: read strictly, held against the live schema, kept in a registry.

use super::*;
use crate::sources::map::{DataMap, MapError};
use crate::sources::{Problem, RegistryError};

fn errors(map: &str) -> Vec<String> {
    let errors = DataMap::parse("club.toml", map).unwrap_err();
    errors.0.iter().map(MapError::to_string).collect()
}

fn edited(from: &str, to: &str) -> String {
    assert!(CLUB_MAP.contains(from), "{from}");
    CLUB_MAP.replacen(from, to, 1)
}

fn line_of(text: &str) -> usize {
    CLUB_MAP.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn an_unknown_key_is_refused_with_the_line_and_the_nearest_name() {
    let line = line_of("legal_ground");
    assert_eq!(
        errors(&edited("legal_ground", "legal_grond")),
        [format!("club.toml, line {line}: `legal_grond` is not known here; did you mean `legal_ground`?")]
    );
    let line = line_of("kind = \"email\"");
    assert_eq!(
        errors(&edited("kind = \"email\"", "kind = \"emial\"")),
        [format!("club.toml, line {line}: `emial` is not known here; did you mean `email`?")]
    );
}

#[test]
fn every_text_stands_in_every_language_the_map_claims() {
    let missing = errors(&edited("languages = [\"en\"]", "languages = [\"en\", \"da\"]"));
    assert!(missing.iter().all(|error| error.contains("has no text in “da”")), "{missing:?}");
    let line = line_of("Mail");
    assert!(
        missing
            .contains(&format!("club.toml, line {line}: `label` of the column `email` has no text in “da”"))
    );
    assert!(missing.len() > 10);
    let extra =
        errors(&edited("label = { en = \"Member\" }", "label = { en = \"Member\", sv = \"Medlem\" }"));
    assert!(extra[0].ends_with("has a text in “sv”, which `languages` does not name"), "{extra:?}");
}

#[test]
fn references_lead_somewhere() {
    for (from, to, what) in [
        ("from = \"account\"", "from = \"acount\"", "hangs on `acount`, which is not in the map"),
        ("from = \"account\"", "from = \"booking\"", "hangs on itself"),
        (
            "activity = \"club\"",
            "activity = \"The club\"",
            "`activity` of `member` is `The club`; it is made of",
        ),
        ("key = [\"club\", \"number\"]", "", "has neither `from` nor `key`"),
        ("category = \"booking\"", "category = \"member\"", "stands twice in `club`"),
        ("category = \"booking\"", "category = \"../x\"", "made of a to z"),
        (
            "somebody else.\" } }",
            "somebody else.\" }, ground = \"no_ground_17_1\" }",
            "`secret` cannot be withheld on the ground `no_ground_17_1`",
        ),
        (
            "{ name = \"note\"",
            "{ name = \"note\", ground = \"rights_of_others\"",
            "`note` says `ground` and not `redact`",
        ),
        ("{ name = \"note\"", "{ name = \"id\"", "the column `id` stands twice"),
        ("{ name = \"note\"", "{ name = \"note\", of = \"Track.Name\"", "which is no context"),
        (
            "columns = [\"name\"], strength = \"weak\"",
            "columns = [\"name\"], strength = \"strong\"",
            "weak evidence",
        ),
        ("on = { account_id = \"id\" }", "", "says `from` and not `on`"),
    ] {
        let errors = errors(&edited(from, to));
        assert!(errors.iter().any(|error| error.contains(what)), "{what}: {errors:?}");
    }
}

#[test]
fn no_text_makes_reading_a_map_panic() {
    for at in (0..CLUB_MAP.len()).step_by(7) {
        assert!(
            DataMap::parse("cut.toml", CLUB_MAP.get(..at).unwrap_or_default()).is_err()
                || at + 3 > CLUB_MAP.len()
        );
    }
}

#[test]
fn the_hash_changes_with_every_byte_of_the_file() {
    let one = DataMap::parse("a", CLUB_MAP).unwrap().sha256;
    let other = DataMap::parse("a", &format!("{CLUB_MAP}\n")).unwrap().sha256;
    assert_eq!(one.len(), 64);
    assert_ne!(one, other);
}

fn problems(fixture: &Fixture, map: &str) -> Vec<Problem> {
    fixture.source(map).check().unwrap()
}

#[test]
fn a_map_that_fits_has_no_errors() {
    everywhere(CLUB, |fixture| {
        let problems = problems(fixture, CLUB_MAP);
        assert!(problems.iter().all(|p| !p.is_error), "{problems:?}");
        if fixture.kind == Kind::Sqlite {
            assert_eq!(problems, []);
        }
    });
}

#[test]
fn missing_tables_and_columns_are_errors_with_a_suggestion() {
    everywhere(CLUB, |fixture| {
        let map = edited("{ name = \"email\", label", "{ name = \"emails\", label")
            .replace("name = \"booking\"", "name = \"bookings\"");
        let said: Vec<_> = problems(fixture, &map).into_iter().filter(|p| p.is_error).collect();
        let line = line_of("Mail");
        let what = "the table “member” has no column “emails”; did you mean “email”?".to_string();
        assert!(said.contains(&Problem { is_error: true, line, what }), "{said:?}");
        let what = "there is no table “bookings” that we may see; did you mean “booking”?".to_string();
        assert!(
            said.contains(&Problem { is_error: true, line: line_of("name = \"booking\""), what }),
            "{said:?}"
        );
    });
}

#[test]
fn what_could_be_forgotten_or_slow_or_too_much_is_a_warning() {
    everywhere(CLUB, |fixture| {
        fixture.execute(
            "DROP INDEX booking_account; ALTER TABLE booking ADD COLUMN mood VARCHAR(9);
             CREATE TABLE complaint (id INTEGER PRIMARY KEY, booking INTEGER REFERENCES booking (id))",
        );
        let map = edited("on = { club = \"club\", number = \"number\" }", "on = { club = \"club\" }");
        let said: Vec<_> =
            problems(fixture, &map).into_iter().filter(|p| !p.is_error).map(|p| p.what).collect();
        for what in [
            "“booking” has no index on account_id: every search reads the whole table",
            "“booking”.“mood” is not in the map and is not given out; add or skip it",
            "“complaint” refers to “booking” and is not in the map; add it or leave it out by name",
            "“member” has no unique index on club: records of other people could come along",
        ] {
            assert!(said.iter().any(|said| said == what), "{what}: {said:?}");
        }
    });
}

#[test]
fn a_context_that_could_multiply_records_is_an_error() {
    let fixture = Fixture::sqlite(&format!("{CLUB} CREATE TABLE mood (club TEXT, word TEXT);"));
    let map = format!("{CLUB_MAP}context = [{{ table = \"mood\", on = {{ note = \"club\" }} }}]\n");
    let said = problems(&fixture, &map);
    assert!(
        said.iter().any(|p| p.is_error && p.what.contains("“mood” has no unique index on club")),
        "{said:?}"
    );
}

#[test]
fn the_registry_names_its_sources_and_says_everything_that_is_wrong() {
    let fixture = Fixture::sqlite(CLUB);
    let good = fixture.settings(CLUB_MAP);
    let registry = Registry::new(vec![good.clone()]).unwrap();
    assert_eq!(registry.of("shop").map(Source::name).collect::<Vec<_>>(), ["shop"]);
    assert_eq!(registry.of("club").count(), 0, "it belongs to another controller");
    assert!(registry.get("shop").is_some() && registry.get("shops").is_none());
    assert_eq!(registry.check_all(), [("shop", Ok(Vec::new()))]);
    let missing = SourceSettings { name: "lost".into(), map_path: "no/such/map.toml".into(), ..good.clone() };
    let errors = Registry::new(vec![good.clone(), missing, good]).unwrap_err();
    assert_eq!(errors[1], RegistryError::Twice("shop".into()));
    assert!(
        errors[0].to_string().contains("no/such/map.toml, line 1: the file cannot be read: entity not found")
    );
}
