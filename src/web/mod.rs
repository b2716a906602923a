//! The web: one table of routes, a guard in front of it, pages for people and staff.

pub mod api;
pub mod cookies;
pub mod error;
pub mod form;
pub mod frame;
pub mod guard;
pub mod house;
pub mod public;
pub mod render;
pub mod routes;
pub mod server;
pub mod staff;
pub mod state;
pub mod steps;
pub mod upload;
pub mod view;
