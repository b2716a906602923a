//! Nobody learns whether a case exists (R6).

use super::headers::hidden;
use super::place::Place;
use crate::support::http::Answer;
use crate::support::{Databases, on_both};
use indsigt::crypto::tokens;
use indsigt::domain::reference::Reference;

/// The answer without what is different in every answer: the token of the form, and the reference
/// as it was typed.
fn masked(answer: &Answer, typed: &str) -> (u16, Vec<(String, String)>, String) {
    let (status, headers, text) = answer.seen();
    let token = hidden(&text, "csrf");
    assert!(!token.is_empty(), "{text}");
    (status, headers, text.replace(&token, "TOKEN").replace(typed, "REFERENCE"))
}

fn find(place: &Place<'_>, slug: &str, reference: &str, code: &str) -> Answer {
    let path = format!("/o/{slug}/find");
    let token = hidden(&place.send(place.request("GET", &path, None)).text(), "csrf");
    let fields = [("csrf", token.as_str()), ("reference", reference), ("code", code)];
    place.send(place.request("POST", &path, None).form(&fields))
}

#[test]
fn an_unknown_reference_and_a_wrong_code_give_one_answer_to_the_byte() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        for try_number in 0..20 {
            // past the tries a case allows nothing changes either
            if try_number % 8 == 0 {
                databases.clock.advance(chrono::Duration::hours(1));
            }
            let unknown = Reference::from_random(tokens::random_u64());
            let known = find(&place, "musik", &place.reference, "00000000");
            let absent = find(&place, "musik", unknown.as_str(), "00000000");
            assert_eq!(
                masked(&known, &place.reference),
                masked(&absent, unknown.as_str()),
                "try {try_number} tells a known case from an unknown one"
            );
            assert_eq!(known.status, 422);
        }
    });
}

#[test]
fn the_right_code_at_another_organisation_is_answered_like_an_unknown_reference() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        let unknown = Reference::from_random(tokens::random_u64());
        let elsewhere = find(&place, "musik-norden", &place.reference, &place.code);
        let absent = find(&place, "musik-norden", unknown.as_str(), &place.code);
        assert_eq!(masked(&elsewhere, &place.reference), masked(&absent, unknown.as_str()));
        let mistyped = find(&place, "musik", "ABCD-EFGH", &place.code);
        let absent = find(&place, "musik", unknown.as_str(), &place.code);
        assert_eq!(masked(&mistyped, "ABCD-EFGH"), masked(&absent, unknown.as_str()));
        let right = find(&place, "musik", &place.reference, &place.code);
        assert_eq!(
            (right.status, right.header("location")),
            (303, Some("/o/musik/case")),
            "and the right one opens"
        );
    });
}

#[test]
fn a_lost_code_is_asked_for_with_one_answer_whether_there_is_such_a_case_or_not() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        let token = hidden(&place.send(place.request("GET", "/o/musik/lost-code", None)).text(), "csrf");
        let unknown = Reference::from_random(tokens::random_u64());
        let ask = |reference: &str| {
            let fields = [("csrf", token.as_str()), ("reference", reference)];
            place.send(place.request("POST", "/o/musik/lost-code", None).form(&fields)).seen()
        };
        let known = ask(&place.reference);
        assert_eq!(known, ask(unknown.as_str()));
        assert_eq!(known, ask("nonsense"));
        assert_eq!(known.0, 303);
    });
}
