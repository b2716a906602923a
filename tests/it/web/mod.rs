//! The web over real HTTP: what a browser would send, what it would show.

mod browser;
mod case_refusals;
mod case_steps;
mod full;
mod held;
mod public_answer;
mod public_ask;
mod public_case;
mod public_doors;
