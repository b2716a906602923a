//! The keys: one per case, one master key in a file, and the installation's own secrets.

use super::chain::{ChainKey, SigningKey};
use super::{Unopenable, aead, canonical::Canonical, mac, random};
use std::collections::HashMap;
use thiserror::Error;
use zeroize::Zeroizing;

pub use super::master_file::KeyFileError;

/// The key of one case. Whatever identifies a person in that case is sealed under it, and
/// nothing else is: destroy it and the case is gone (GDPR art. 17, R68).
#[derive(Clone)]
pub struct CaseKey(Zeroizing<[u8; 32]>);

impl CaseKey {
    /// A fresh random key.
    pub fn generate() -> Self {
        CaseKey(random::key())
    }

    /// The key with these bytes, as `MasterKey::unwrap_key` gives them.
    pub fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        CaseKey(bytes)
    }

    /// The bytes, to be wrapped by the master key and for nothing else.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The version of a wrapped key: the master key's mark, then nonce, ciphertext and tag.
const WRAPPED_V1: u8 = 1;
/// Bytes of the mark that says which master key wrapped a key.
const MARK: usize = 8;

/// The installation's master key. It never enters a database or its backup (R66).
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    pub(super) fn generate() -> Self {
        MasterKey(random::key())
    }

    pub(super) fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        MasterKey(bytes)
    }

    pub(super) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Eight bytes that say which key this is and nothing about it.
    fn mark(&self) -> [u8; MARK] {
        let whole = mac::derive(&self.0, b"", b"indsigt/master key/mark/1");
        let mut mark = [0u8; MARK];
        mark.copy_from_slice(&whole[..MARK]);
        mark
    }

    /// A short name of the key, safe to show and to log, such as `3f1a-90bc-77d2-04ee`.
    pub fn fingerprint(&self) -> String {
        let groups: Vec<String> = self.mark().chunks(2).map(super::hex).collect();
        groups.join("-")
    }

    fn wrapping_key(&self) -> Zeroizing<[u8; 32]> {
        mac::derive(&self.0, b"", b"indsigt/master key/wrap/1")
    }

    /// Wraps `key` so that only this master key and only under `id` gives it back.
    pub fn wrap(&self, id: &str, key: &[u8; 32]) -> Vec<u8> {
        let mark = self.mark();
        let mut out = vec![WRAPPED_V1];
        out.extend_from_slice(&mark);
        out.extend(aead::lock_random(&self.wrapping_key(), &bound(id, &mark), key));
        out
    }

    /// The key wrapped under `id`.
    ///
    /// # Errors
    /// `OtherMasterKey` when another master key wrapped it, `Broken` when it was wrapped under
    /// another id or changed since, `Malformed` when it is no wrapped key.
    pub fn unwrap_key(&self, id: &str, wrapped: &[u8]) -> Result<Zeroizing<[u8; 32]>, Unopenable> {
        let (version, rest) = wrapped.split_first().ok_or(Unopenable::Malformed)?;
        let (mark, locked) = rest.split_first_chunk::<MARK>().ok_or(Unopenable::Malformed)?;
        if *version != WRAPPED_V1 {
            return Err(Unopenable::Malformed);
        }
        if *mark != self.mark() {
            return Err(Unopenable::OtherMasterKey);
        }
        let clear = aead::unlock_random(&self.wrapping_key(), &bound(id, mark), locked)?;
        let mut key = Zeroizing::new([0u8; 32]);
        if clear.len() != key.len() {
            return Err(Unopenable::Malformed);
        }
        key.copy_from_slice(&clear);
        Ok(key)
    }
}

/// What a wrapped key is bound to.
fn bound(id: &str, mark: &[u8; MARK]) -> Vec<u8> {
    Canonical::new("indsigt/wrapped key").bytes(&[WRAPPED_V1]).bytes(mark).text(id).done()
}

/// Why the installation's secrets cannot be taken into use.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InstallationKeysError {
    /// One of them is not stored.
    #[error("the installation secret “{0}” is missing from the key store")]
    Missing(&'static str),
    /// One is stored that this version does not know.
    #[error("the key store holds an installation secret this version does not know; a newer version made it")]
    Unknown,
    /// One does not open.
    #[error("the installation secret “{0}” does not open: {1}")]
    Unopenable(&'static str, Unopenable),
}

/// Secrets of the installation as a whole: made once, wrapped under the master key, kept by
/// the key store under the names of [`InstallationKeys::names`].
pub struct InstallationKeys {
    blind_index: Zeroizing<[u8; 32]>,
    chain: Zeroizing<[u8; 32]>,
    codes: Zeroizing<[u8; 32]>,
    forms: Zeroizing<[u8; 32]>,
    staff_secrets: CaseKey,
    signing: Zeroizing<[u8; 32]>,
    suppression: Zeroizing<[u8; 32]>,
    stop_links: Zeroizing<[u8; 32]>,
    api: Zeroizing<[u8; 32]>,
    /// Names of those that were not stored yet and were made now.
    made: Vec<&'static str>,
}

const BLIND_INDEX: &str = "blind_index";
const CHAIN: &str = "chain";
const CODES: &str = "codes";
const FORMS: &str = "forms";
const STAFF_SECRETS: &str = "staff_secrets";
const SIGNING: &str = "signing";
const SUPPRESSION: &str = "suppression";
const STOP_LINKS: &str = "stop_links";
const API: &str = "api";

/// Secrets that installations set up by an older version do not have yet: they are made once.
const LATER: &[&str] = &[SUPPRESSION, STOP_LINKS, API];

impl InstallationKeys {
    /// Fresh random secrets, at the first start.
    pub fn generate() -> Self {
        InstallationKeys {
            blind_index: random::key(),
            chain: random::key(),
            codes: random::key(),
            forms: random::key(),
            staff_secrets: CaseKey::generate(),
            signing: random::key(),
            suppression: random::key(),
            stop_links: random::key(),
            api: random::key(),
            made: Self::names().to_vec(),
        }
    }

    /// The names the secrets are stored under.
    pub const fn names() -> &'static [&'static str] {
        &[BLIND_INDEX, CHAIN, CODES, FORMS, STAFF_SECRETS, SIGNING, SUPPRESSION, STOP_LINKS, API]
    }

    /// Every secret, wrapped, with the name to store it under.
    pub fn wrapped(&self, master: &MasterKey) -> Vec<(&'static str, Vec<u8>)> {
        [
            (BLIND_INDEX, &*self.blind_index),
            (CHAIN, &*self.chain),
            (CODES, &*self.codes),
            (FORMS, &*self.forms),
            (STAFF_SECRETS, self.staff_secrets.expose()),
            (SIGNING, &*self.signing),
            (SUPPRESSION, &*self.suppression),
            (STOP_LINKS, &*self.stop_links),
            (API, &*self.api),
        ]
        .map(|(name, secret)| (name, master.wrap(&wrap_id(name), secret)))
        .into()
    }

    /// The secrets from what is stored. One that an older version did not know is made anew; whoever
    /// loads them stores it ([`Self::made`]).
    ///
    /// # Errors
    /// When one is missing, unknown, or does not open under this master key.
    pub fn from_wrapped(
        master: &MasterKey,
        stored: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self, InstallationKeysError> {
        let stored: HashMap<String, Vec<u8>> = stored.into_iter().collect();
        if stored.keys().any(|name| !Self::names().contains(&name.as_str())) {
            return Err(InstallationKeysError::Unknown);
        }
        let open = |name: &'static str| {
            let wrapped = stored.get(name).ok_or(InstallationKeysError::Missing(name))?;
            master
                .unwrap_key(&wrap_id(name), wrapped)
                .map_err(|why| InstallationKeysError::Unopenable(name, why))
        };
        let later = |name: &'static str| match stored.contains_key(name) {
            true => open(name),
            false => Ok(random::key()),
        };
        Ok(InstallationKeys {
            blind_index: open(BLIND_INDEX)?,
            chain: open(CHAIN)?,
            codes: open(CODES)?,
            forms: open(FORMS)?,
            staff_secrets: CaseKey::from_bytes(open(STAFF_SECRETS)?),
            signing: open(SIGNING)?,
            suppression: later(SUPPRESSION)?,
            stop_links: later(STOP_LINKS)?,
            api: later(API)?,
            made: LATER.iter().copied().filter(|name| !stored.contains_key(*name)).collect(),
        })
    }

    /// The names of those that are not stored yet.
    pub fn made(&self) -> &[&'static str] {
        &self.made
    }

    /// For [`super::stops::Suppression::new`]: the list of who must not be sent marketing. It outlives
    /// every case key.
    pub fn suppression(&self) -> &[u8; 32] {
        &self.suppression
    }

    /// For [`super::stops::Links::new`]: links that stop marketing with one press.
    pub fn stop_links(&self) -> &[u8; 32] {
        &self.stop_links
    }

    /// Signs the tokens of programs.
    pub fn api(&self) -> SigningKey {
        SigningKey::from_seed(&self.api)
    }

    /// For [`super::blind::BlindIndex::new`].
    pub fn blind_index(&self) -> &[u8; 32] {
        &self.blind_index
    }

    /// The key of the audit chain and its ledger.
    pub fn chain(&self) -> ChainKey {
        ChainKey::new(&self.chain)
    }

    /// For [`super::tokens::code_hash`]: short codes at rest.
    pub fn codes(&self) -> &[u8; 32] {
        &self.codes
    }

    /// For [`super::csrf`].
    pub fn forms(&self) -> &[u8; 32] {
        &self.forms
    }

    /// Seals what belongs to staff and to no case: second factors.
    pub fn staff_secrets(&self) -> &CaseKey {
        &self.staff_secrets
    }

    /// Signs the head of the ledger.
    pub fn signing(&self) -> SigningKey {
        SigningKey::from_seed(&self.signing)
    }
}

fn wrap_id(name: &str) -> String {
    format!("installation/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn master(byte: u8) -> MasterKey {
        MasterKey::from_bytes(Zeroizing::new([byte; 32]))
    }

    proptest! {
        #[test]
        fn a_wrapped_key_opens_only_under_its_id_its_master_key_and_unchanged(
            key: [u8; 32], id in ".{0,40}", other in ".{0,40}", place in 0usize..81, change in 1u8..,
        ) {
            let wrapped = master(1).wrap(&id, &key);
            prop_assert_eq!(wrapped.len(), 81);
            prop_assert_eq!(*master(1).unwrap_key(&id, &wrapped).unwrap(), key);
            prop_assert_eq!(master(1).unwrap_key(&other, &wrapped).is_ok(), id == other);
            prop_assert_eq!(master(2).unwrap_key(&id, &wrapped).err(), Some(Unopenable::OtherMasterKey));
            let mut changed = wrapped.clone();
            changed[place] ^= change;
            prop_assert!(master(1).unwrap_key(&id, &changed).is_err());
            prop_assert!(master(1).unwrap_key(&id, &wrapped[..place]).is_err());
        }
    }

    #[test]
    fn the_fingerprint_is_short_stable_and_not_the_key() {
        let fingerprint = master(1).fingerprint();
        assert_eq!(fingerprint.len(), 19);
        assert_eq!(fingerprint, master(1).fingerprint());
        assert_ne!(fingerprint, master(2).fingerprint());
        assert!(!fingerprint.contains("0101"));
    }

    fn stored(keys: &InstallationKeys, master: &MasterKey) -> Vec<(String, Vec<u8>)> {
        keys.wrapped(master).into_iter().map(|(name, wrapped)| (name.to_owned(), wrapped)).collect()
    }

    #[test]
    fn installation_secrets_come_back_as_they_were_made() {
        let (keys, master) = (InstallationKeys::generate(), master(1));
        let stored = stored(&keys, &master);
        assert!(stored.iter().map(|(name, _)| name.as_str()).eq(InstallationKeys::names().iter().copied()));
        let back = InstallationKeys::from_wrapped(&master, stored).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(keys.blind_index(), back.blind_index());
        assert_eq!(keys.codes(), back.codes());
        assert_eq!(keys.forms(), back.forms());
        assert_eq!(keys.staff_secrets().expose(), back.staff_secrets().expose());
        assert_eq!(keys.chain().genesis("x"), back.chain().genesis("x"));
        assert_eq!(keys.signing().public_key_pem(), back.signing().public_key_pem());
        let all = [keys.blind_index(), keys.codes(), keys.forms(), keys.staff_secrets().expose()];
        assert!(all.iter().enumerate().all(|(i, a)| all.iter().skip(i + 1).all(|b| a != b)));
    }

    #[test]
    fn a_secret_an_older_version_did_not_know_is_made_once_and_named() {
        let (keys, master) = (InstallationKeys::generate(), master(1));
        let older: Vec<_> =
            stored(&keys, &master).into_iter().filter(|(name, _)| !LATER.contains(&name.as_str())).collect();
        let first = InstallationKeys::from_wrapped(&master, older).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(first.made(), LATER);
        let again = InstallationKeys::from_wrapped(&master, stored(&first, &master))
            .unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(again.made(), [""; 0]);
        assert_eq!(first.suppression(), again.suppression());
        assert_eq!(first.stop_links(), again.stop_links());
        assert_eq!(first.codes(), keys.codes());
    }

    #[test]
    fn a_missing_exchanged_unknown_or_foreign_installation_secret_is_named() {
        let (keys, master) = (InstallationKeys::generate(), master(1));
        let whole = stored(&keys, &master);
        let refusal =
            |stored| InstallationKeys::from_wrapped(&master, stored).err().map(|why| why.to_string());
        for name in InstallationKeys::names().iter().filter(|name| !LATER.contains(name)) {
            let without: Vec<_> = whole.iter().filter(|(n, _)| n != name).cloned().collect();
            assert!(refusal(without).unwrap().contains(name));
        }
        let mut exchanged = whole.clone();
        exchanged[0].1 = whole[1].1.clone();
        assert!(refusal(exchanged).unwrap().contains("does not open"));
        let mut unknown = whole.clone();
        unknown.push(("tomorrow".to_owned(), vec![]));
        assert!(refusal(unknown).unwrap().contains("newer version"));
        let foreign = InstallationKeys::from_wrapped(&super::tests::master(2), whole).err();
        assert_eq!(foreign, Some(InstallationKeysError::Unopenable(BLIND_INDEX, Unopenable::OtherMasterKey)));
    }
}
