//! How sure we are who asks, and how that was proven.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Identity level of a case. The order is the order of strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Level {
    /// 0: nothing is known.
    Nothing = 0,
    /// 1: controls the mailbox or phone they gave.
    Contact = 1,
    /// 2: proven on a channel the organisation already had, not taken from the request.
    Proven = 2,
    /// 3: eID, or seen in person.
    Strong = 3,
}

impl Level {
    /// The level as a number, for the database and the page.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.number()
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        match number {
            0 => Ok(Level::Nothing),
            1 => Ok(Level::Contact),
            2 => Ok(Level::Proven),
            3 => Ok(Level::Strong),
            other => Err(format!("there is no identity level {other}")),
        }
    }
}

codes! {
    /// How a level was reached.
    pub enum ProofWay {
        /// A code to the address the person gave: level 1.
        AddressCheck = "address_check",
        /// A code to an address found in a source: level 2 (a).
        CodeToRecord = "code_to_record",
        /// Staff called, posted or wrote to what stands on record: level 2 (b).
        ContactBack = "contact_back",
        /// Seen in person with a document: level 3.
        InPerson = "in_person",
        /// A lower level accepted by an officer with a reason and a second person.
        Accepted = "accepted",
    }
}

impl ProofWay {
    /// The level this way of proving reaches.
    pub const fn level(self) -> Level {
        match self {
            ProofWay::AddressCheck => Level::Contact,
            ProofWay::CodeToRecord | ProofWay::ContactBack | ProofWay::Accepted => Level::Proven,
            ProofWay::InPerson => Level::Strong,
        }
    }

    /// Whether the channel it was proven on may carry an answer. An address that stands only in
    /// the request never does (R1).
    pub const fn proves_delivery(self) -> bool {
        matches!(self, ProofWay::CodeToRecord | ProofWay::ContactBack | ProofWay::InPerson)
    }
}

codes! {
    /// The channel a proof was made on, and over which an answer may then go.
    pub enum Channel {
        /// E-mail address on record.
        Email = "email",
        /// Phone number on record.
        Phone = "phone",
        /// Postal address on record.
        Post = "post",
        /// In person.
        Counter = "counter",
    }
}

/// A recorded proof, as the domain needs it. The address itself is sealed by the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// How it was proven.
    pub way: ProofWay,
    /// On which channel.
    pub channel: Channel,
    /// When.
    pub at: DateTime<Utc>,
    /// Since when the address stood on record, as far as the source knows.
    pub on_record_since: Option<NaiveDate>,
}

/// An address that came on record less than this many days before the request is not used for
/// a code: somebody may have changed it in order to ask.
pub const YOUNG_ADDRESS_DAYS: i64 = 14;

/// Records a proof: the level rises to what this way reaches and never falls. An address check says
/// who reads the mailbox that was given, which is the person's only when they asked themselves. The caller keeps the
/// proof's address, sealed, in the same transaction.
pub fn prove(file: &crate::domain::case::CaseFile, proof: Proof) -> crate::domain::decide::Decision {
    use crate::domain::case::Representation;
    use crate::domain::event::{Event, EventKind};
    let mut case = file.case.clone();
    // who confirms the address a representative gave is the representative
    let is_of_person = proof.way != ProofWay::AddressCheck || case.representation == Representation::None;
    if is_of_person {
        case.level = case.level.max(proof.way.level());
    }
    if proof.way == ProofWay::AddressCheck {
        case.address_confirmed = true;
    }
    let kind = if proof.way == ProofWay::AddressCheck {
        EventKind::AddressConfirmed
    } else {
        EventKind::IdentityProven
    };
    let facts = serde_json::json!({
        "way": proof.way,
        "channel": proof.channel,
        "level": case.level,
        "on_record_since": proof.on_record_since,
    });
    case.proofs.push(proof);
    crate::domain::decide::Decision {
        case,
        requests: file.requests.clone(),
        new_tasks: Vec::new(),
        cancelled_tasks: Vec::new(),
        events: vec![Event::new(kind, None, facts)],
        jobs: Vec::new(),
        acted_on: Vec::new(),
    }
}
