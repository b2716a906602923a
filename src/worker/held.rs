//! Holding a lease for as long as the work under it goes on, so that the lease itself can be short:
//! what a killed node was doing waits minutes for another, not for the longest job there is.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Does the work; beside it `renew` is called every so often until the work is over.
pub(super) fn while_renewing<T>(every: Duration, renew: impl Fn() + Send, work: impl FnOnce() -> T) -> T {
    let (working, is_over) = channel::<()>();
    std::thread::scope(|threads| {
        threads.spawn(move || {
            while is_over.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                renew();
            }
        });
        let done = work();
        drop(working);
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lease_is_renewed_for_as_long_as_the_work_goes_on() {
        let (renewed, renewals) = channel();
        // the work is over only when it was renewed three times
        let done = while_renewing(
            Duration::from_millis(1),
            move || renewed.send(()).unwrap_or_default(),
            || renewals.iter().take(3).count(),
        );
        assert_eq!(done, 3);
    }

    #[test]
    fn work_that_is_over_in_time_renews_nothing() {
        let done = while_renewing(Duration::from_secs(3600), || panic!("renewed"), || "done");
        assert_eq!(done, "done");
    }
}
