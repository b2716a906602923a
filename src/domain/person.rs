//! What a person tells about themselves. Always sealed at rest.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The person a case is about, and how to reach them, exactly as they typed it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name as typed; one letter or two hundred.
    pub name: String,
    /// E-mail address, if given.
    pub email: Option<String>,
    /// Phone number, if given.
    pub phone: Option<String>,
    /// Postal address, if given.
    pub postal: Option<String>,
    /// Other identifiers the person gave: customer number, user name, member number.
    pub other_ids: Option<String>,
}

/// How somebody is reached, as they typed it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Postal address.
    pub postal: Option<String>,
}

impl Contact {
    /// Whether there is at least one way to reach them.
    pub fn is_reachable(&self) -> bool {
        self.email.is_some() || self.phone.is_some() || self.postal.is_some()
    }
}

/// Nothing personal: what is printed for debugging ends up in logs (R79).
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").finish_non_exhaustive()
    }
}

/// Nothing personal, as with [`Contact`].
impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").finish_non_exhaustive()
    }
}

impl Person {
    /// Their own contact. Empty where a representative gave none.
    pub fn contact(&self) -> Contact {
        Contact { email: self.email.clone(), phone: self.phone.clone(), postal: self.postal.clone() }
    }
}

codes! {
    /// In what capacity somebody asks for another.
    pub enum RepresentativeKind {
        /// Parent with custody.
        Parent = "parent",
        /// Guardian.
        Guardian = "guardian",
        /// Lawyer.
        Lawyer = "lawyer",
        /// Holder of a power of attorney.
        Attorney = "attorney",
        /// Heir.
        Heir = "heir",
        /// The controller we are processor for, whose instruction the case is.
        Controller = "controller",
    }
}

impl RepresentativeKind {
    /// Whether it can be chosen on a form. The instruction of a controller has a step of its own.
    pub fn is_asked(self) -> bool {
        self != RepresentativeKind::Controller
    }
}

/// Somebody who asks for the person. Their authority is accepted or refused by staff.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Name as typed.
    pub name: String,
    /// Capacity claimed.
    pub kind: RepresentativeKind,
    /// How they are reached: theirs, never the person's, and no identifier of the person.
    pub contact: Contact,
}

/// Nothing personal, as with [`Person`].
impl fmt::Debug for Representative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Representative").field("kind", &self.kind).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debugging_shows_nothing_personal() {
        let some = |text: &str| Some(format!("CANARY {text}"));
        let person = Person {
            name: "CANARY name".into(),
            email: some("email"),
            phone: some("phone"),
            postal: some("postal"),
            other_ids: some("ids"),
        };
        let representative = Representative {
            name: "CANARY name".into(),
            kind: RepresentativeKind::Lawyer,
            contact: person.contact(),
        };
        let shown = format!("{person:?} {person:#?} {representative:?} {representative:#?}");
        assert!(!shown.contains("CANARY"), "{shown}");
        assert!(shown.contains("Lawyer"), "{shown}");
    }
}
