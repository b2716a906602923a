//! Stories over a whole house: what people and staff come for, through the use cases.

mod reminders;
