//! The web over real HTTP: what a browser would send, what it would show.

mod accent;
mod answer_register;
mod broken_files;
pub mod browser;
mod case_places;
mod case_refusals;
mod case_rights;
pub mod case_steps;
mod case_words;
mod full;
mod held;
mod identity;
mod namesakes;
mod own_cases;
mod paper;
mod public_answer;
mod public_ask;
mod public_case;
mod public_doors;
mod public_sent;
mod register;
mod release;
