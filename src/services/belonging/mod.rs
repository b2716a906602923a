//! Where a request belongs: which rights it is, with which organisation, in which case, whether it
//! is one at all; complaints and instructions that come of it; who acts for the person, and the
//! people the law treats apart.

pub mod apart;
pub mod authority;
pub mod elsewhere;
pub mod forwarding;
pub mod instruction;
pub mod linked;
pub mod received;
pub mod rights;
pub mod same;
