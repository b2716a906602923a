//! The rules of the house that no compiler holds.

mod documents;
mod gates;
mod layers;
mod schema;
mod settings;
pub mod sources;
mod tidy;
