//! Who may do what in the house: roles and who acts.

use serde::{Deserialize, Serialize};

codes! {
    /// A role of a member of staff. One person may hold several.
    pub enum Role {
        /// C: works on cases.
        Caseworker = "caseworker",
        /// A: approves answers somebody else wrote.
        Approver = "approver",
        /// M: privacy officer; decides extensions, pauses, exceptions.
        Officer = "officer",
        /// Reads everything, changes nothing.
        Auditor = "auditor",
        /// Manages users and settings; sees no cases.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the role opens cases at all. An administrator's does not.
    pub const fn sees_cases(self) -> bool {
        !matches!(self, Role::Administrator)
    }
}

/// Who acts: written into every event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// The person the data are about (or who asks), known by reference and code or by the form.
    Person,
    /// A member of staff, with the roles they hold now.
    Staff {
        /// Staff id.
        id: String,
        /// Roles held when acting.
        roles: Vec<Role>,
    },
    /// The program itself: jobs and timers.
    System,
}

impl Actor {
    /// Whether the actor holds this role.
    pub fn holds(&self, role: Role) -> bool {
        matches!(self, Actor::Staff { roles, .. } if roles.contains(&role))
    }

    /// How the actor is written in an event: `person`, `system` or `staff:<id>`. Never a name.
    pub fn tag(&self) -> String {
        match self {
            Actor::Person => "person".into(),
            Actor::System => "system".into(),
            Actor::Staff { id, .. } => format!("staff:{id}"),
        }
    }

    /// The staff id, when staff acts.
    pub fn staff_id(&self) -> Option<&str> {
        match self {
            Actor::Staff { id, .. } => Some(id),
            _ => None,
        }
    }
}
