//! How often something was committed to a SQLite database, read from its write-ahead log.

use std::path::Path;

/// Commits in the log beside a database, which nobody has checkpointed since: every commit ends with
/// a frame that says how large the database is then (SQLite file format, 4.1 and 4.3).
pub fn commits(database: &Path) -> usize {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    let log = std::fs::read(log).unwrap();
    let number = |at: usize| u32::from_be_bytes(log[at..at + 4].try_into().unwrap());
    let (page, salt) = (number(8) as usize, &log[16..24]);
    let frames = (32..).step_by(24 + page).take_while(|at| at + 24 + page <= log.len());
    frames.take_while(|at| &log[at + 8..at + 16] == salt).filter(|at| number(at + 4) > 0).count()
}
