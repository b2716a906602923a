//! The real program: killed, stopped, started wrongly, without its mail server; and two of it.

pub mod asking;
pub mod binary;
pub mod browser;
mod erasing;
mod failed_commit;
mod kills;
mod ledger;
mod log;
mod mail_down;
mod restore;
mod rotation;
pub mod sink;
mod start_up;
mod stop;
mod two_nodes;
