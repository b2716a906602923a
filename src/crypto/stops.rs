//! Marketing that was stopped: keyed hashes of addresses for the suppression list, and the links
//! that stop it with one press.
//!
//! The list must outlive the case it came from and must not say whose address stands on it: it has a
//! secret of its own, which no case key knows. A link carries the address sealed inside, so that the
//! URL says nobody's name; the tag of the cipher (Poly1305) is the keyed MAC that signs it.

use super::{Unopenable, aead, canonical::Canonical, hex, mac};
use crate::domain::calendar::Country;
use crate::domain::normalise;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

codes! {
    /// What kind of address stands on the list.
    pub enum AddressKind {
        /// A mail address.
        Email = "email",
        /// A phone number.
        Phone = "phone",
    }
}

/// The hashes of the suppression list.
pub struct Suppression(Zeroizing<[u8; 32]>);

impl Suppression {
    /// With the installation's secret for it.
    pub fn new(secret: &[u8; 32]) -> Self {
        Suppression(Zeroizing::new(*secret))
    }

    /// Names the secret, so that a row made with another one is noticed. Says nothing about it.
    pub fn mark(&self) -> String {
        let mark = mac::derive(&self.0, b"", b"indsigt/suppression/mark/1");
        hex(mark.iter().take(8).copied().collect::<Vec<u8>>().as_slice())
    }

    /// What stands on the list of a controller for this address, however it was typed. `home` reads a
    /// phone number without a country code. `None` when it is no such address.
    pub fn value(
        &self,
        controller_id: &str,
        home: Country,
        kind: AddressKind,
        typed: &str,
    ) -> Option<Vec<u8>> {
        let form = match kind {
            AddressKind::Email => normalise::mail(typed)?,
            AddressKind::Phone => normalise::phone(typed, Some(home))?,
        };
        let message =
            Canonical::new("indsigt/suppression/1").text(controller_id).text(kind.code()).text(&form);
        Some(mac::hmac(&self.0, &message.done()).to_vec())
    }
}

/// What a link that stops marketing says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopLink {
    /// Code of the right: `marketing_objection` or `consent_withdrawal`.
    pub right: String,
    /// The address the mail went to.
    pub email: String,
    /// Language of the page, as the sender knows it.
    pub lang: Option<String>,
}

const VERSION: u8 = 1;
/// Bytes of the name of the key in a link.
const KEY_ID: usize = 4;
/// Links grow in steps, so that their length says little of the address.
const STEP: usize = 64;
/// Longest link token that is looked at.
pub const LONGEST: usize = 1024;

/// Makes and reads links. They do not expire: a stop must work as long as the mail lies somewhere.
pub struct Links(Zeroizing<[u8; 32]>);

impl Links {
    /// With the installation's secret for it.
    pub fn new(secret: &[u8; 32]) -> Self {
        Links(Zeroizing::new(*secret))
    }

    fn key(&self) -> Zeroizing<[u8; 32]> {
        mac::derive(&self.0, b"", b"indsigt/stop link/key/1")
    }

    fn key_id(&self) -> [u8; KEY_ID] {
        let whole = mac::derive(&self.0, b"", b"indsigt/stop link/id/1");
        let mut id = [0u8; KEY_ID];
        id.copy_from_slice(&whole[..KEY_ID]);
        id
    }

    fn bound(&self, slug: &str) -> Vec<u8> {
        Canonical::new("indsigt/stop link/1").bytes(&[VERSION]).bytes(&self.key_id()).text(slug).done()
    }

    /// The token of a link for this controller.
    ///
    /// # Errors
    /// The facts cannot be written: a mistake in the program.
    pub fn seal(&self, slug: &str, link: &StopLink) -> Result<String, Unopenable> {
        let mut clear = Zeroizing::new(serde_json::to_vec(link).map_err(|_| Unopenable::Malformed)?);
        // JSON may be followed by blanks
        let length = (clear.len() / STEP + 1) * STEP;
        clear.resize(length, b' ');
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.key_id());
        bytes.extend(aead::lock_random(&self.key(), &self.bound(slug), &clear));
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What a token says, if we made it for this controller.
    ///
    /// # Errors
    /// `Malformed` when it is no token of ours, `OtherMasterKey` when another installation's secret made
    /// it, `Broken` when it was changed or made for another controller.
    pub fn open(&self, slug: &str, token: &str) -> Result<StopLink, Unopenable> {
        if token.len() > LONGEST {
            return Err(Unopenable::Malformed);
        }
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| Unopenable::Malformed)?;
        let (version, rest) = bytes.split_first().ok_or(Unopenable::Malformed)?;
        let (id, locked) = rest.split_first_chunk::<KEY_ID>().ok_or(Unopenable::Malformed)?;
        if *version != VERSION {
            return Err(Unopenable::Malformed);
        }
        if *id != self.key_id() {
            return Err(Unopenable::OtherMasterKey);
        }
        let clear = aead::unlock_random(&self.key(), &self.bound(slug), locked)?;
        serde_json::from_slice(&clear).map_err(|_| Unopenable::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(email: &str) -> StopLink {
        StopLink { right: "marketing_objection".into(), email: email.into(), lang: Some("da".into()) }
    }

    #[test]
    fn an_address_is_on_the_list_however_it_is_written_and_on_no_other_controllers() {
        let list = Suppression::new(&[1; 32]);
        let value = |controller, kind, typed| list.value(controller, Country::Dk, kind, typed);
        let nora = value("a", AddressKind::Email, "Nora@Example.org");
        assert_eq!(nora, value("a", AddressKind::Email, " nora@example.org "));
        assert_ne!(nora, value("b", AddressKind::Email, "nora@example.org"));
        let phone = value("a", AddressKind::Phone, "12 34 56 78");
        assert_eq!(phone, value("a", AddressKind::Phone, "+4512345678"));
        assert!(phone.is_some());
        assert_eq!(value("a", AddressKind::Email, "nobody"), None);
        let other = Suppression::new(&[2; 32]);
        assert_ne!(nora, other.value("a", Country::Dk, AddressKind::Email, "nora@example.org"));
        assert_ne!(list.mark(), other.mark());
    }

    #[test]
    fn a_link_opens_for_its_controller_only_and_names_nobody() {
        let links = Links::new(&[1; 32]);
        let token = links.seal("shop", &link("nora@example.org")).unwrap();
        assert_eq!(links.open("shop", &token), Ok(link("nora@example.org")));
        assert_eq!(links.open("other", &token), Err(Unopenable::Broken));
        assert_eq!(Links::new(&[2; 32]).open("shop", &token), Err(Unopenable::OtherMasterKey));
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("nora"));
        assert_eq!(token.len(), links.seal("shop", &link("bo@example.org")).unwrap().len());
        assert_ne!(token, links.seal("shop", &link("nora@example.org")).unwrap());
        assert!(token.len() < LONGEST);
    }

    proptest! {
        #[test]
        fn any_changed_character_of_a_link_is_noticed(place: prop::sample::Index, other in "[A-Za-z0-9_-]") {
            let links = Links::new(&[1; 32]);
            let token = links.seal("shop", &link("nora@example.org")).unwrap();
            let at = place.index(token.len());
            let mut changed = token.clone();
            changed.replace_range(at..=at, &other);
            prop_assert_eq!(links.open("shop", &changed).is_ok(), changed == token);
        }
    }

    #[test]
    fn what_is_no_link_is_malformed() {
        let links = Links::new(&[1; 32]);
        for token in ["", "A", "æ", "====", &"A".repeat(LONGEST + 1), "AgAAAA"] {
            assert_eq!(links.open("shop", token), Err(Unopenable::Malformed), "{token}");
        }
    }
}
