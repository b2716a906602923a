//! The product in a real browser: what a person sees and presses, what a colleague sees and
//! presses, and what comes out in the end.

mod driver;
mod form;
mod hostile;
mod no_data;
mod package;
mod person;
mod staff;
mod whole;
