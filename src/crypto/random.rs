//! Random bytes from the operating system, and nowhere else.

use rand::TryRng;
use rand::rngs::SysRng;
use zeroize::Zeroizing;

/// Fills `into` from the operating system's generator.
///
/// Stops the program when the system has no randomness to give: going on would mean keys
/// somebody could guess.
#[expect(clippy::expect_used, reason = "without randomness nothing here may go on")]
pub(super) fn fill(into: &mut [u8]) {
    SysRng.try_fill_bytes(into).expect("the operating system gives no randomness");
}

/// `N` random bytes that are no secret: a nonce, a salt.
pub(super) fn public<const N: usize>() -> [u8; N] {
    let mut bytes = [0u8; N];
    fill(&mut bytes);
    bytes
}

/// A secret of 32 random bytes.
pub(super) fn key() -> Zeroizing<[u8; 32]> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    fill(bytes.as_mut_slice());
    bytes
}

/// `count` independent values below `below`, each equally likely (a byte that would tip the
/// balance is thrown away).
pub(super) fn below(below: u8, count: usize) -> Zeroizing<Vec<u8>> {
    let below = below.max(1);
    let fair = (256 / u16::from(below)) * u16::from(below);
    let mut values = Zeroizing::new(Vec::with_capacity(count));
    let mut drawn = Zeroizing::new([0u8; 32]);
    while values.len() < count {
        fill(drawn.as_mut_slice());
        let missing = count - values.len();
        values.extend(drawn.iter().filter(|b| u16::from(**b) < fair).map(|b| b % below).take(missing));
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_keys_are_never_the_same() {
        assert_ne!(*key(), *key());
        assert_ne!(public::<24>(), public::<24>());
    }

    #[test]
    fn digits_are_uniform_by_chi_square() {
        let mut seen = [0f64; 10];
        let drawn = below(10, 200_000);
        for digit in drawn.iter() {
            seen[usize::from(*digit)] += 1.0;
        }
        let expected = drawn.len() as f64 / 10.0;
        let chi_square: f64 = seen.iter().map(|n| (n - expected).powi(2) / expected).sum();
        // 9 degrees of freedom: above 45 once in more than a million runs
        assert!(chi_square < 45.0, "{chi_square}");
    }
}
