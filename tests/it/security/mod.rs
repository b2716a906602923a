//! What the requirements of SECURITY.md promise of the whole house: played over its pages, then held
//! against what is kept, what was entered and what was mailed.

mod code_limits;
mod erased;
mod handed_out;
mod histories;
mod paused_package;
mod trace;
mod visitor;
mod weak_password;
