//! Answers leave on a beat where their time would tell what was found (R6): what they took rounds up
//! to a whole number of beats, and what is left of the last one is waited for.

use std::time::{Duration, Instant};

/// The beat of a few reads and commits.
pub const SHORT: Duration = Duration::from_millis(20);
/// The beat where one side writes a letter and the other nothing.
pub const LONG: Duration = Duration::from_millis(250);

/// Does the work, and waits for the next beat since it was asked for.
pub fn on_the<T>(beat: Duration, work: impl FnOnce() -> T) -> T {
    let asked = Instant::now();
    let done = work();
    std::thread::sleep(left(beat, asked.elapsed()));
    done
}

/// What is left until the next beat.
fn left(beat: Duration, passed: Duration) -> Duration {
    let over = u64::try_from(passed.as_nanos() % beat.as_nanos().max(1)).unwrap_or_default();
    beat.saturating_sub(Duration::from_nanos(over))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_and_what_is_waited_make_whole_beats() {
        for (passed, whole) in [(0, 20_000), (1, 20_000), (700, 20_000), (19_999, 20_000), (20_001, 40_000)] {
            let passed = Duration::from_micros(passed);
            assert_eq!(passed + left(SHORT, passed), Duration::from_micros(whole));
        }
        assert_eq!(left(SHORT, SHORT), SHORT, "exactly on it, the next one");
    }
}
