//! Use cases: verbs a privacy officer would say. Each is a plain function that lets the law decide,
//! commits through the one door and leaves mail and sources to jobs.

pub mod accepting;
pub mod amending;
pub mod answer;
pub mod api;
pub mod app;
pub mod article15;
mod beat;
pub mod belonging;
pub mod books;
pub mod case_code;
pub mod collection;
pub mod contact;
pub mod conversation;
pub mod delivery;
pub mod error;
pub mod evidence;
pub mod fulfilment;
pub mod handling;
pub mod identity;
pub mod intake;
pub mod keeping;
pub mod kept;
pub mod known;
pub mod letters;
pub mod limits;
pub mod notices;
pub mod outbox;
pub mod own_cases;
pub mod packaging;
pub mod posting;
pub mod records;
pub mod register;
pub mod reminding;
pub mod returned;
pub mod signing;
pub mod staff;
pub mod status;
pub mod stop_links;
pub mod stopping;
pub mod suppression;
pub mod uploads;
pub mod waiting;
pub mod withholding;

pub use app::App;
pub use error::{Error, FieldProblem, Result};
