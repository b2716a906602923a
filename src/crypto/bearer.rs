//! Tokens of programs: short-lived JWTs (RFC 7519) under EdDSA (RFC 8037) and under nothing else. The
//! algorithm is ours to choose, never the token's.

use super::chain::SigningKey;
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// How long a token is good.
pub const LIFE: Duration = Duration::minutes(5);
/// What stands in a token's head, so that nothing else we sign is taken for one.
const TYPE: &str = "at+jwt";

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it: our own address.
    pub iss: String,
    /// Whom it is for: our interface.
    pub aud: String,
    /// The client.
    pub sub: String,
    /// What it may be used for, parted by blanks.
    pub scope: String,
    /// When it was made, in seconds since 1970.
    pub iat: i64,
    /// When it ends.
    pub exp: i64,
    /// Its own name.
    pub jti: String,
}

/// Why a token is not taken. Callers answer all of them alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It cannot be signed: a mistake in the program.
    #[error("the token cannot be signed")]
    Unsignable,
    /// Not ours, changed, of another kind or for somebody else.
    #[error("the token is not ours")]
    Foreign,
    /// It was ours and is over, or is not yet.
    #[error("the token is over")]
    Over,
}

/// The token for these claims.
///
/// # Errors
/// `Unsignable`.
pub fn sign(key: &SigningKey, claims: &Claims) -> Result<String, Refused> {
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.to_owned());
    let private = key.private_der().ok_or(Refused::Unsignable)?;
    jsonwebtoken::encode(&header, claims, &EncodingKey::from_ed_der(&private))
        .map_err(|_| Refused::Unsignable)
}

/// What a token says, when we made it for `issuer` and `audience` and it is good at `now`.
///
/// # Errors
/// `Foreign`, `Over`.
pub fn verify(
    key: &SigningKey,
    issuer: &str,
    audience: &str,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Claims, Refused> {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[issuer]);
    validation.set_audience(&[audience]);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    // our clock says what now is, not that of the library
    validation.validate_exp = false;
    let public = DecodingKey::from_ed_der(&key.public_bytes());
    let read = jsonwebtoken::decode::<Claims>(token, &public, &validation).map_err(|_| Refused::Foreign)?;
    if read.header.typ.as_deref() != Some(TYPE) {
        return Err(Refused::Foreign);
    }
    let (claims, now) = (read.claims, now.timestamp());
    let is_short = claims.exp - claims.iat <= LIFE.num_seconds();
    if !is_short {
        return Err(Refused::Foreign);
    }
    if now >= claims.exp || now < claims.iat - 60 { Err(Refused::Over) } else { Ok(claims) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::keys::InstallationKeys;
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    const ISSUER: &str = "https://desk.example";
    const AUDIENCE: &str = "https://desk.example/api/v1";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn claims() -> Claims {
        Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: "client".into(),
            scope: "cases:read".into(),
            iat: at(0).timestamp(),
            exp: at(300).timestamp(),
            jti: "one".into(),
        }
    }

    #[test]
    fn a_token_is_good_for_five_minutes_and_not_a_second_longer() {
        let key = InstallationKeys::generate().api();
        let token = sign(&key, &claims()).unwrap();
        let verify = |seconds| verify(&key, ISSUER, AUDIENCE, &token, at(seconds));
        assert_eq!(verify(0), Ok(claims()));
        assert_eq!(verify(299), Ok(claims()));
        assert_eq!(verify(300), Err(Refused::Over));
        assert_eq!(verify(-61), Err(Refused::Over));
    }

    #[test]
    fn a_token_of_another_key_issuer_audience_or_length_is_not_ours() {
        let keys = InstallationKeys::generate();
        let key = keys.api();
        let refused = |claims: &Claims, key: &SigningKey| {
            verify(&keys.api(), ISSUER, AUDIENCE, &sign(key, claims).unwrap(), at(1))
        };
        assert_eq!(refused(&claims(), &keys.signing()), Err(Refused::Foreign));
        for wrong in [
            Claims { iss: "https://evil.example".into(), ..claims() },
            Claims { aud: ISSUER.into(), ..claims() },
            Claims { exp: at(301).timestamp(), ..claims() },
        ] {
            assert_eq!(refused(&wrong, &key), Err(Refused::Foreign));
        }
    }

    #[test]
    fn the_token_does_not_choose_its_algorithm() {
        let key = InstallationKeys::generate().api();
        let body = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&claims()).unwrap());
        let none = URL_SAFE_NO_PAD.encode(br#"{"alg":"none","typ":"at+jwt"}"#);
        let mut shared = Header::new(Algorithm::HS256);
        shared.typ = Some(TYPE.into());
        let forged =
            jsonwebtoken::encode(&shared, &claims(), &EncodingKey::from_secret(&key.public_bytes())).unwrap();
        let untyped = Header::new(Algorithm::EdDSA);
        let der = key.private_der().unwrap();
        let untyped = jsonwebtoken::encode(&untyped, &claims(), &EncodingKey::from_ed_der(&der)).unwrap();
        for token in [format!("{none}.{body}."), format!("{none}.{body}"), forged, untyped, String::new()] {
            assert_eq!(verify(&key, ISSUER, AUDIENCE, &token, at(1)), Err(Refused::Foreign), "{token}");
        }
    }
}
