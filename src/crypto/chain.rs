//! The audit chain: what was done cannot be changed afterwards without it showing (R72, R73).
//!
//! Each case has a chain of entries; each entry's MAC covers the one before. The heads of all
//! chains are entered into one ledger, chained the same way; the ledger's head is signed and
//! written outside. The MACs need a key that is not in the database; the signature can be
//! checked by anybody who has the public key.

use super::{canonical::Canonical, mac};
use chrono::{DateTime, Utc};
use ed25519_dalek::VerifyingKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePublicKey, EncodePrivateKey, EncodePublicKey};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use zeroize::Zeroizing;

/// A link of a chain.
pub type Link = [u8; 32];

/// One entry of a chain, as stored. Instants count in whole microseconds.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Which chain: a case's id, or the name of one of the installation's own.
    pub chain: &'a str,
    /// The place in the chain, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: a member of staff's id, the person, or the system.
    pub actor: &'a str,
    /// What.
    pub kind: &'a str,
    /// Which request of the case, if one.
    pub request: Option<&'a str>,
    /// The facts, without anything personal: the JSON text exactly as stored.
    pub facts: &'a str,
    /// Personal details, sealed under the case key: the bytes exactly as stored. They are covered
    /// sealed, so that the chain verifies after the key is gone.
    pub sealed: Option<&'a [u8]>,
}

/// One row of the ledger: the head a case's chain had at an instant.
#[derive(Debug, Clone, Copy)]
pub struct LedgerRow<'a> {
    /// The place in the ledger, from 1, without gaps.
    pub seq: i64,
    /// Which chain.
    pub chain: &'a str,
    /// The place of that chain's last entry.
    pub head_seq: i64,
    /// The MAC of that entry.
    pub head_mac: &'a Link,
    /// When it was entered.
    pub at: DateTime<Utc>,
}

/// The key of the chains and of the ledger.
pub struct ChainKey(Zeroizing<[u8; 32]>);

impl ChainKey {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        ChainKey(Zeroizing::new(*key))
    }

    /// What stands before the first entry of a chain.
    pub fn genesis(&self, chain: &str) -> Link {
        mac::hmac(&self.0, &Canonical::new("indsigt/chain/genesis/1").text(chain).done())
    }

    /// The MAC of an entry that follows one with MAC `previous` (or the genesis).
    pub fn entry_mac(&self, previous: &Link, entry: &Entry<'_>) -> Link {
        let bytes = Canonical::new("indsigt/chain/entry/1")
            .bytes(previous)
            .text(entry.chain)
            .number(entry.seq)
            .number(entry.at.timestamp_micros())
            .text(entry.actor)
            .text(entry.kind)
            .optional(entry.request.map(str::as_bytes))
            .text(entry.facts)
            .optional(entry.sealed)
            .done();
        mac::hmac(&self.0, &bytes)
    }

    /// The MAC of an entry of the ledger of erasures, as it stands outside: who can write there must
    /// not be able to have a case erased.
    pub fn erasure_mac(&self, case: &str, key: &str, at: DateTime<Utc>) -> Link {
        let entry = Canonical::new("indsigt/erasure/1").text(case).text(key).number(at.timestamp_micros());
        mac::hmac(&self.0, &entry.done())
    }

    /// What stands before the first row of the ledger.
    pub fn ledger_genesis(&self) -> Link {
        mac::hmac(&self.0, &Canonical::new("indsigt/ledger/genesis/1").done())
    }

    /// The MAC of a ledger row that follows one with MAC `previous` (or the ledger's genesis).
    pub fn ledger_mac(&self, previous: &Link, row: &LedgerRow<'_>) -> Link {
        let bytes = Canonical::new("indsigt/ledger/row/1")
            .bytes(previous)
            .number(row.seq)
            .text(row.chain)
            .number(row.head_seq)
            .bytes(row.head_mac)
            .number(row.at.timestamp_micros())
            .done();
        mac::hmac(&self.0, &bytes)
    }
}

/// The head of the ledger, as it is signed and written outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Which installation.
    pub origin: String,
    /// How many rows the ledger has.
    pub size: i64,
    /// The MAC of its last row, lower-case hexadecimal.
    pub root: String,
    /// When it was signed.
    pub at: DateTime<Utc>,
}

/// Why a head cannot be signed or believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HeadError {
    /// The public key is no Ed25519 key in PEM.
    #[error("the public key is not an Ed25519 key in PEM form")]
    BadKey,
    /// Not signed by that key, or changed.
    #[error("the head was not signed by this key, or was changed")]
    NotSigned,
    /// It could not be signed: a mistake in the program.
    #[error("the head could not be signed")]
    Unsignable,
}

/// Says in the signed header what this is, so that a token signed for another use is no head.
const HEAD_TYPE: &str = "indsigt-ledger-head";

/// The installation's Ed25519 key (RFC 8032), which signs heads of the ledger.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    pub(super) fn from_seed(seed: &[u8; 32]) -> Self {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The public half as PEM, for whoever checks offline.
    ///
    /// # Errors
    /// None that a key of ours can cause.
    pub fn public_key_pem(&self) -> Result<String, HeadError> {
        self.0.verifying_key().to_public_key_pem(LineEnding::LF).map_err(|_| HeadError::BadKey)
    }

    /// The head as a compact JWS (RFC 7515, RFC 8037: EdDSA).
    ///
    /// # Errors
    /// None that a head of ours can cause.
    pub fn signed_head(&self, head: &Head) -> Result<String, HeadError> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(HEAD_TYPE.to_owned());
        let private = self.0.to_pkcs8_der().map_err(|_| HeadError::Unsignable)?;
        let key = EncodingKey::from_ed_der(private.as_bytes());
        jsonwebtoken::encode(&header, head, &key).map_err(|_| HeadError::Unsignable)
    }
}

/// Reads a signed head back with nothing but the public key.
///
/// # Errors
/// `BadKey` when the PEM is no usable key; `NotSigned` when the signature does not hold.
pub fn verify_head(public_key_pem: &str, jws: &str) -> Result<Head, HeadError> {
    let public = VerifyingKey::from_public_key_pem(public_key_pem.trim()).map_err(|_| HeadError::BadKey)?;
    // under a weak key signatures can be made without a secret
    if public.is_weak() {
        return Err(HeadError::BadKey);
    }
    let mut validation = Validation::new(Algorithm::EdDSA);
    // a head does not expire: it is evidence
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_ed_der(public.as_bytes());
    let head =
        jsonwebtoken::decode::<Head>(jws.trim(), &key, &validation).map_err(|_| HeadError::NotSigned)?;
    if head.header.typ.as_deref() != Some(HEAD_TYPE) {
        return Err(HeadError::NotSigned);
    }
    Ok(head.claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> ChainKey {
        ChainKey::new(&[2; 32])
    }

    fn at(micros: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(1_800_000_000_000_000 + micros).unwrap()
    }

    /// An entry that owns its parts, so that properties can be drawn.
    type Owned = (String, i64, i64, String, String, Option<String>, String, Option<Vec<u8>>);

    fn owned() -> impl Strategy<Value = Owned> {
        // few values, so that two entries often differ in one part only, or in where a part ends
        let word = || "[ab]{0,2}";
        let sealed = proptest::option::of(proptest::collection::vec(0u8..2, 0..3));
        (word(), 0i64..3, 0i64..3, word(), word(), proptest::option::of(word()), word(), sealed)
    }

    fn mac_of(previous: &Link, e: &Owned) -> Link {
        key().entry_mac(
            previous,
            &Entry {
                chain: &e.0,
                seq: e.1,
                at: at(e.2),
                actor: &e.3,
                kind: &e.4,
                request: e.5.as_deref(),
                facts: &e.6,
                sealed: e.7.as_deref(),
            },
        )
    }

    proptest! {
        #[test]
        fn two_entries_have_one_mac_only_when_they_are_the_same(one in owned(), other in owned(), p in 0u8..2, q in 0u8..2) {
            prop_assert_eq!(mac_of(&[p; 32], &one) == mac_of(&[q; 32], &other), one == other && p == q);
        }

        #[test]
        fn any_changed_byte_of_an_entry_changes_its_mac(
            facts in proptest::collection::vec(32u8..127, 1..60), sealed in proptest::collection::vec(any::<u8>(), 1..60),
            place: prop::sample::Index, change in 1u8..128,
        ) {
            let text = |bytes: &[u8]| bytes.iter().map(|b| char::from(*b)).collect::<String>();
            let entry = |facts: &[u8], sealed: &[u8]| mac_of(&[0; 32], &("c".into(), 1, 0, "a".into(), "k".into(), None, text(facts), Some(sealed.to_vec())));
            let whole = entry(&facts, &sealed);
            let (mut other_facts, mut other_sealed) = (facts.clone(), sealed.clone());
            let (i, j) = (place.index(facts.len()), place.index(sealed.len()));
            other_facts[i] ^= change;
            other_sealed[j] ^= change;
            prop_assert_ne!(entry(&other_facts, &sealed), whole);
            prop_assert_ne!(entry(&facts, &other_sealed), whole);
        }

        #[test]
        fn a_ledger_row_has_a_mac_of_its_own(one in (0i64..3, "[ab]{0,2}", 0i64..3, 0u8..2, 0i64..3), other in (0i64..3, "[ab]{0,2}", 0i64..3, 0u8..2, 0i64..3)) {
            let mac = |row: &(i64, String, i64, u8, i64)| key().ledger_mac(&[0; 32], &LedgerRow {
                seq: row.0, chain: &row.1, head_seq: row.2, head_mac: &[row.3; 32], at: at(row.4),
            });
            prop_assert_eq!(mac(&one) == mac(&other), one == other);
        }
    }

    #[test]
    fn a_chain_begins_with_its_own_name_and_the_key() {
        assert_ne!(key().genesis("a"), key().genesis("b"));
        assert_ne!(key().genesis("a"), ChainKey::new(&[3; 32]).genesis("a"));
        assert_ne!(key().genesis(""), key().ledger_genesis());
    }

    /// What is written in databases today must verify tomorrow. The two values were computed
    /// apart from this code, with Python's hmac, from the order and lengths described above.
    #[test]
    fn the_bytes_of_an_entry_do_not_change_between_versions() {
        let entry: Owned = (
            "case-1".into(),
            1,
            7,
            "staff-1".into(),
            "assigned".into(),
            Some("request-1".into()),
            "{\"a\":1}".into(),
            Some(vec![1, 2, 3]),
        );
        let first = mac_of(&key().genesis("case-1"), &entry);
        let row = LedgerRow { seq: 1, chain: "case-1", head_seq: 1, head_mac: &first, at: at(8) };
        let root = key().ledger_mac(&key().ledger_genesis(), &row);
        assert_eq!(
            crate::crypto::hex(&first),
            "6a4045c167280e5203eccb8ed75b7fe6af2973f106c4d2a40b3f97ddeec49c4b"
        );
        assert_eq!(
            crate::crypto::hex(&root),
            "de797111eef3e8fb6cf207212725a843c6afce67f629168a168b4ece0ac10c8a"
        );
    }

    /// The key of RFC 8032, 7.1, test 1, which is also that of RFC 8037, appendix A.
    const SEED: [u8; 32] = [
        0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44,
        0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    ];

    fn signer() -> SigningKey {
        SigningKey::from_seed(&SEED)
    }

    fn head() -> Head {
        Head { origin: "desk.example.org".to_owned(), size: 4711, root: "ab".repeat(32), at: at(5) }
    }

    #[test]
    fn signatures_are_those_of_rfc_8037() {
        let der = signer().0.to_pkcs8_der().unwrap();
        let private = EncodingKey::from_ed_der(der.as_bytes());
        let signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), &private, Algorithm::EdDSA).unwrap();
        assert_eq!(
            signature,
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        );
        // d75a9801... in SubjectPublicKeyInfo (RFC 8410)
        assert!(
            signer()
                .public_key_pem()
                .unwrap()
                .contains("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        );
    }

    #[test]
    fn a_signed_head_reads_back_with_the_public_key_alone() {
        let jws = signer().signed_head(&head()).unwrap();
        let pem = signer().public_key_pem().unwrap();
        assert_eq!(verify_head(&pem, &jws), Ok(head()));
        assert_eq!(verify_head(&format!("\n{pem}\n"), &format!(" {jws}\n")), Ok(head()));
        let other = SigningKey::from_seed(&[1; 32]).public_key_pem().unwrap();
        assert_eq!(verify_head(&other, &jws), Err(HeadError::NotSigned));
    }

    #[test]
    fn any_changed_character_of_a_signed_head_is_noticed() {
        let jws = signer().signed_head(&head()).unwrap();
        let pem = signer().public_key_pem().unwrap();
        for place in 0..jws.len() {
            for other in ['A', 'w', '.'] {
                let mut changed = jws.clone();
                changed.replace_range(place..=place, &other.to_string());
                assert_eq!(verify_head(&pem, &changed).is_ok(), changed == jws, "{place} {other}");
            }
            assert!(verify_head(&pem, &jws[..place]).is_err());
        }
    }

    #[test]
    fn another_algorithm_or_another_kind_of_token_is_no_head() {
        let pem = signer().public_key_pem().unwrap();
        // the public key misused as a shared secret
        let mut header = Header::new(Algorithm::HS256);
        header.typ = Some(HEAD_TYPE.to_owned());
        let forged =
            jsonwebtoken::encode(&header, &head(), &EncodingKey::from_secret(pem.as_bytes())).unwrap();
        assert_eq!(verify_head(&pem, &forged), Err(HeadError::NotSigned));
        let der = signer().0.to_pkcs8_der().unwrap();
        let private = EncodingKey::from_ed_der(der.as_bytes());
        let token = jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &head(), &private).unwrap();
        assert_eq!(verify_head(&pem, &token), Err(HeadError::NotSigned));
        for text in ["", ".", "..", "a.b.c", "æ"] {
            assert_eq!(verify_head(&pem, text), Err(HeadError::NotSigned));
        }
    }

    #[test]
    fn a_bad_public_key_is_an_answer_and_no_crash() {
        let jws = signer().signed_head(&head()).unwrap();
        let short = "-----BEGIN PUBLIC KEY-----\nMAUGAytlcA==\n-----END PUBLIC KEY-----\n";
        // the neutral element: anything verifies under it
        let weak = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END PUBLIC KEY-----\n";
        for pem in ["", "hello", short, weak] {
            assert_eq!(verify_head(pem, &jws), Err(HeadError::BadKey), "{pem}");
        }
    }
}
