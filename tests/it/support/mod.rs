//! What every test stands on: fresh databases of both kinds, and cases to put into them.

pub mod cases;
pub mod databases;
pub mod house;
pub mod http;
pub mod postgres;
pub mod wal;

pub use cases::{decision, new_case, open_case};
pub use databases::{Databases, Elsewhere, on_both};
pub use house::House;
