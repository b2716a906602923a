//! Who is told on (art. 19): the recipients of what was rectified, erased or restricted.

use super::Touched;
use crate::domain::register::{RecipientKind, Register};
use serde::{Deserialize, Serialize};

codes! {
    /// What a recipient is told.
    pub enum NoticeKind {
        /// Data were rectified (art. 16).
        Rectified = "rectified",
        /// Data were erased (art. 17).
        Erased = "erased",
        /// The use is restricted (art. 18).
        Restricted = "restricted",
        /// The restriction was lifted.
        Lifted = "lifted",
    }
}

/// Somebody the data went to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Name.
    pub name: String,
    /// Where it is written to; empty: told by hand.
    pub email: String,
}

/// The recipients of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipients {
    /// All of them.
    pub all: Vec<Recipient>,
    /// Whether the letter names them (art. 19, second sentence: on request).
    pub named: bool,
}

impl Recipients {
    /// The recipients the register has for these activities, each once; the public cannot be told.
    pub fn of(register: &Register, touched: &[Touched]) -> Vec<Recipient> {
        let mut all: Vec<Recipient> = Vec::new();
        let activities = touched.iter().filter_map(|one| register.activity(&one.code));
        for code in activities.flat_map(|activity| &activity.recipients) {
            let Some(known) = register.recipient(code) else { continue };
            let is_new = all.iter().all(|one| one.name != known.name);
            if is_new && known.kind != RecipientKind::Public {
                all.push(Recipient { name: known.name.clone(), email: known.email.clone() });
            }
        }
        all
    }

    /// Reads recipients written by hand, one a line: `Name, address`.
    pub fn read(lines: &str) -> Vec<Recipient> {
        let one = |line: &str| {
            let (name, email) =
                line.rsplit_once(',').filter(|(_, mail)| mail.contains('@')).unwrap_or((line, ""));
            Recipient { name: name.trim().to_owned(), email: email.trim().to_owned() }
        };
        lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(one).collect()
    }

    /// Their names.
    pub fn names(&self) -> Vec<String> {
        self.all.iter().map(|one| one.name.clone()).collect()
    }
}
