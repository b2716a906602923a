//! THE LAW, pure: what a case and a request are, when they are due, what may happen next.
//!
//! Nothing here knows a database, the web, the clock or mail. Facts come in, dates and
//! decisions go out. The words are those of the product (see `README.md`, "Words").

#[macro_use]
mod codes;

pub mod access;
pub mod calendar;
pub mod case;
pub mod controller;
pub mod deadline;
pub mod decide;
pub mod event;
pub mod finding;
pub mod grounds;
pub mod identifier;
pub mod identity;
pub mod job;
pub mod language;
pub mod letter;
pub mod national_number;
pub mod normalise;
pub mod outcome;
pub mod person;
pub mod read_as;
pub mod reference;
pub mod register;
pub mod reminder;
pub mod request;
pub mod retention;
pub mod right;
pub mod table;
pub mod task;
pub mod withholding;
