//! Programs that submit cases: tokens, what they may reach, what they are told.

use crate::support::http::{Answer, Request};
use crate::support::{Databases, House, on_both};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use indsigt::crypto::bearer::{self, Claims};
use indsigt::services::api::{self, Added};
use indsigt::store::api_clients::Scope;
use serde_json::{Value, json};

fn call(house: &House, request: Request) -> (u16, Value, Answer) {
    let host = house.address.trim_start_matches("http://").to_owned();
    let answer = request.header("Host", &host).send(host.parse().unwrap()).unwrap();
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default(), answer)
}

fn client(house: &House, name: &str, scopes: &[Scope]) -> Added {
    api::add(&house.app, name, &["musik".to_owned()], scopes).unwrap()
}

fn token(house: &House, client: &Added) -> (u16, String) {
    let body = json!({ "client_id": client.id, "client_secret": client.secret.as_str() }).to_string();
    let (status, answer, _) =
        call(house, Request::new("POST", "/api/v1/token").body("application/json", body));
    (status, answer["access_token"].as_str().unwrap_or_default().to_owned())
}

fn case(email: &str) -> Value {
    json!({ "controller": "musik", "rights": ["access"], "language": "en",
            "person": { "name": "Nora", "email": email }, "message": "All of it" })
}

fn submit(house: &House, token: &str, key: &str, case: &Value) -> (u16, Value) {
    let request = Request::new("POST", "/api/v1/cases")
        .header("Authorization", &format!("Bearer {token}"))
        .header("Idempotency-Key", key)
        .body("application/json", case.to_string());
    let (status, answer, _) = call(house, request);
    (status, answer)
}

fn read(house: &House, token: &str, reference: &str) -> (u16, Value) {
    let request = Request::new("GET", &format!("/api/v1/cases/{reference}"))
        .header("Authorization", &format!("Bearer {token}"));
    let (status, answer, _) = call(house, request);
    (status, answer)
}

const BOTH: &[Scope] = &[Scope::Submit, Scope::Read];

#[test]
fn a_program_submits_a_case_once_and_reads_how_far_it_is() {
    on_both(|databases| {
        let house = House::on(databases);
        let shop = client(&house, "shop", BOTH);
        let (status, token) = token(&house, &shop);
        assert_eq!(status, 200);
        let (status, made) = submit(&house, &token, "one", &case("nora@people.example"));
        assert_eq!(status, 201, "{made}");
        let reference = made["reference"].as_str().unwrap();
        assert_eq!(made["code"].as_str().map(str::len), Some(14));
        let (status, again) = submit(&house, &token, "one", &case("nora@people.example"));
        assert_eq!((status, &again["reference"], &again["code"]), (200, &made["reference"], &Value::Null));
        assert_eq!(submit(&house, &token, "one", &case("other@people.example")).0, 409);
        assert_eq!(submit(&house, &token, "", &case("nora@people.example")).0, 422);
        let (status, standing) = read(&house, &token, reference);
        assert_eq!(status, 200);
        assert_eq!(standing["requests"][0]["right"], "access");
        assert_eq!(standing["requests"][0]["state"], "received");
        assert!(!standing.to_string().to_lowercase().contains("nora"), "{standing}");
        assert_eq!(indsigt::store::cases::newest_ids(&house.app.store, 10).unwrap().len(), 1);

        // another client's case, and one of nobody's, look alike
        let rival = client(&house, "rival", BOTH);
        let foreign = self::token(&house, &rival).1;
        let (status, nothing) = read(&house, &foreign, reference);
        assert_eq!((status, &nothing), (404, &read(&house, &foreign, "K7QF-2M9D").1));
    });
}

#[test]
fn a_token_ends_and_a_disabled_client_is_refused_at_once() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let shop = client(&house, "shop", BOTH);
    let first = token(&house, &shop).1;
    assert_eq!(read(&house, &first, "K7QF-2M9D").0, 404);
    house.app.store.clock.advance(chrono::Duration::seconds(301));
    assert_eq!(read(&house, &first, "K7QF-2M9D").0, 401);
    let second = token(&house, &shop).1;
    assert_eq!(read(&house, &second, "K7QF-2M9D").0, 404);
    api::disable(&house.app, "shop").unwrap();
    assert_eq!(read(&house, &second, "K7QF-2M9D").0, 401);
    assert_eq!(token(&house, &shop).0, 401);
}

#[test]
fn what_is_no_token_of_ours_opens_nothing() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let shop = client(&house, "shop", BOTH);
    let good = token(&house, &shop).1;
    let body = good.split('.').nth(1).unwrap();
    let none = URL_SAFE_NO_PAD.encode(br#"{"alg":"none","typ":"at+jwt"}"#);
    let claims: Claims = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap();
    let signed = |claims: &Claims| bearer::sign(&house.app.store.secrets.api(), claims).unwrap();
    let other_key = bearer::sign(&house.app.store.secrets.signing(), &claims).unwrap();
    let elsewhere = signed(&Claims { aud: "https://elsewhere.example".into(), ..claims.clone() });
    let unknown = signed(&Claims { sub: "nobody".into(), ..claims.clone() });
    for token in [format!("{none}.{body}."), other_key, elsewhere, unknown, String::new(), "x.y.z".into()] {
        let (status, answer) = read(&house, &token, "K7QF-2M9D");
        assert_eq!((status, answer["status"].as_i64()), (401, Some(401)), "{token}");
    }
    let (status, _, answer) = call(&house, Request::new("GET", "/api/v1/cases/K7QF-2M9D"));
    assert_eq!(status, 401);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert!(answer.header("www-authenticate").unwrap().starts_with("Bearer"));
    // a browser on another page may not, whatever it sends along
    let foreign = Request::new("POST", "/api/v1/cases").header("Origin", "https://evil.example");
    assert_eq!(call(&house, foreign.header("Authorization", &format!("Bearer {good}"))).0, 403);
}

#[test]
fn a_client_stays_within_its_scopes_and_its_controllers() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let reader = client(&house, "reader", &[Scope::Read]);
    let token_of_reader = token(&house, &reader).1;
    assert_eq!(submit(&house, &token_of_reader, "a", &case("nora@people.example")).0, 403);
    let shop = client(&house, "shop", BOTH);
    let good = token(&house, &shop).1;
    let mut other = case("nora@people.example");
    other["controller"] = "musik-norden".into();
    assert_eq!(submit(&house, &good, "a", &other).0, 404);
    other["controller"] = "musik".into();
    other["rights"] = json!(["everything"]);
    let (status, problem) = submit(&house, &good, "a", &other);
    assert_eq!((status, problem["fields"][0]["field"].as_str()), (422, Some("rights")));
    let mut unreachable = case("");
    unreachable["person"] = json!({ "name": "Nora" });
    assert_eq!(submit(&house, &good, "a", &unreachable).0, 422);
    let broken = Request::new("POST", "/api/v1/cases")
        .header("Authorization", &format!("Bearer {good}"))
        .header("Idempotency-Key", "a")
        .body("application/json", "{\"controller\": 1");
    assert_eq!(call(&house, broken).0, 400);
    let wrong = Added { id: shop.id.clone(), secret: "wrong".to_owned().into() };
    assert_eq!(token(&house, &wrong).0, 401);
    assert!(indsigt::store::cases::newest_ids(&house.app.store, 10).unwrap().is_empty());
}
