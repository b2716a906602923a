//! Passwords of staff: argon2id, the rules before hashing, and never more than two hashes at once.

use super::{random, tokens};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::{Condvar, Mutex, MutexGuard};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub use super::password_rules::{LONGEST, PasswordProblem, SHORTEST, check_rules};

/// Memory of one hash in KiB: 46 MiB (R18; ASVS 5, appendix C).
const MEMORY_KIB: u32 = 46 * 1024;
const PASSES: u32 = 1;
const LANES: u32 = 1;
/// How many hashes run at once (R21).
const AT_ONCE: usize = 2;
/// How many may wait; whoever comes after is told to come again.
const MAY_WAIT: usize = 16;

/// Why there is no answer about a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HashingError {
    /// Too many sign-ins at once: answer 503 and say when to try again.
    #[error("too many sign-ins at the same moment")]
    Busy,
    /// The password breaks a rule: check the rules first.
    #[error("the password breaks a rule")]
    Refused,
    /// Not enough memory, or a stored hash that is none.
    #[error("the password could not be hashed")]
    Broken,
}

/// What a check of a password found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the password. `needs_rehash` when it was hashed with weaker settings than today's.
    Right {
        /// Hash it again, now that it is known, and store that.
        needs_rehash: bool,
    },
    /// It is not, or there is no such user.
    Wrong,
}

/// Hashes and checks passwords. Blocks the thread: call it from a blocking one.
pub struct Hasher {
    argon2: Argon2<'static>,
    gate: Gate,
}

impl Hasher {
    /// With the settings of R18 and R21.
    ///
    /// # Errors
    /// None that these settings can cause.
    pub fn new() -> Result<Self, HashingError> {
        Self::with(MEMORY_KIB, AT_ONCE, MAY_WAIT)
    }

    fn with(memory_kib: u32, at_once: usize, may_wait: usize) -> Result<Self, HashingError> {
        let params = Params::new(memory_kib, PASSES, LANES, None).map_err(|_| HashingError::Broken)?;
        Ok(Hasher {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            gate: Gate::new(at_once, may_wait),
        })
    }

    /// The hash to store, as a PHC string.
    ///
    /// # Errors
    /// `Refused` when the length is out of bounds (the other rules are `check_rules`), `Busy`, `Broken`.
    pub fn hash(&self, password: &str) -> Result<String, HashingError> {
        let password = one_form(password).ok_or(HashingError::Refused)?;
        let _turn = self.gate.enter().ok_or(HashingError::Busy)?;
        let salt = random::public::<16>();
        let hash: PasswordHash = self
            .argon2
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map_err(|_| HashingError::Broken)?;
        Ok(hash.to_string())
    }

    /// Whether `password` belongs to `stored`. For a user who does not exist hand in `None`: it
    /// costs the same and is `Wrong` (R23).
    ///
    /// # Errors
    /// `Busy`; `Broken` when `stored` is no hash, which is never read as a wrong password.
    pub fn verify(&self, password: &str, stored: Option<&str>) -> Result<Verdict, HashingError> {
        // out of bounds for everybody alike, so the short answer tells nothing about the user
        let Some(password) = one_form(password) else {
            return Ok(Verdict::Wrong);
        };
        let _turn = self.gate.enter().ok_or(HashingError::Busy)?;
        let Some(stored) = stored else {
            return self.spend_the_same(&password).map(|()| Verdict::Wrong);
        };
        let hash = PasswordHash::new(stored).map_err(|_| HashingError::Broken)?;
        // settings and salt without a hash would be read as a wrong password
        if hash.hash.is_none() || hash.salt.is_none() {
            return Err(HashingError::Broken);
        }
        match self.argon2.verify_password(password.as_bytes(), &hash) {
            Ok(()) => Ok(Verdict::Right { needs_rehash: self.is_weaker(&hash) }),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(Verdict::Wrong),
            Err(_) => Err(HashingError::Broken),
        }
    }

    fn spend_the_same(&self, password: &str) -> Result<(), HashingError> {
        let mut out = Zeroizing::new([0u8; Params::DEFAULT_OUTPUT_LEN]);
        self.argon2
            .hash_password_into(password.as_bytes(), &random::public::<16>(), out.as_mut_slice())
            .map_err(|_| HashingError::Broken)?;
        // used, so that the work is not left out
        tokens::same(out.as_slice(), &[0u8; Params::DEFAULT_OUTPUT_LEN]);
        Ok(())
    }

    fn is_weaker(&self, hash: &PasswordHash) -> bool {
        let ours = self.argon2.params();
        let is_argon2id = hash.algorithm.as_str() == Algorithm::Argon2id.as_str();
        Params::try_from(hash).map_or(true, |theirs| {
            !is_argon2id || theirs.m_cost() < ours.m_cost() || theirs.t_cost() < ours.t_cost()
        })
    }
}

/// The one form of a password that is hashed (NFC: å typed on a Mac is å typed elsewhere), or
/// `None` when its length is out of bounds. The bytes are counted first: cheap for 10 MB.
fn one_form(password: &str) -> Option<Zeroizing<String>> {
    if password.len() > LONGEST * 4 {
        return None;
    }
    let form = Zeroizing::new(password.nfc().collect::<String>());
    (SHORTEST..=LONGEST).contains(&form.chars().count()).then_some(form)
}

/// Lets a few in, a few wait, and sends the rest away.
struct Gate {
    counts: Mutex<Counts>,
    left: Condvar,
    at_once: usize,
    may_wait: usize,
}

#[derive(Default)]
struct Counts {
    inside: usize,
    waiting: usize,
}

/// A turn; the next may enter when it is dropped.
struct Turn<'a>(&'a Gate);

impl Gate {
    fn new(at_once: usize, may_wait: usize) -> Self {
        Gate { counts: Mutex::default(), left: Condvar::new(), at_once, may_wait }
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    fn enter(&self) -> Option<Turn<'_>> {
        let mut counts = self.counts();
        if counts.inside >= self.at_once {
            if counts.waiting >= self.may_wait {
                return None;
            }
            counts.waiting += 1;
            while counts.inside >= self.at_once {
                counts = self.left.wait(counts).unwrap_or_else(|broken| broken.into_inner());
            }
            counts.waiting -= 1;
        }
        counts.inside += 1;
        Some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.counts().inside -= 1;
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    const PASSWORD: &str = "grøn cykel ved havnen";

    /// The least memory argon2 allows: what is tested here is not how hard it is.
    fn quick() -> Hasher {
        Hasher::with(8, 2, 16).unwrap_or_else(|why| panic!("{why}"))
    }

    #[test]
    fn stored_hashes_have_the_settings_we_promise() {
        let hasher = Hasher::new().unwrap_or_else(|why| panic!("{why}"));
        let stored = hasher.hash(PASSWORD).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{stored}");
        assert_eq!(hasher.verify(PASSWORD, Some(&stored)), Ok(Verdict::Right { needs_rehash: false }));
        assert_ne!(stored, hasher.hash(PASSWORD).unwrap(), "the salt is new each time");
    }

    /// Made with argon2-cffi's reference C code; listed in the tests of the reference implementation
    /// (P-H-C/phc-winner-argon2, test.c: version 0x13, t 2, m 2^16, p 1).
    #[test]
    fn the_hash_is_argon2id_of_the_reference() {
        let params = Params::new(65536, 2, 1, None).unwrap();
        let mut out = [0u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt", &mut out)
            .unwrap();
        let want = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
        assert_eq!(crate::crypto::hex(&out), want);
    }

    #[test]
    fn a_wrong_password_an_unknown_user_and_a_broken_hash_are_told_apart() {
        let hasher = quick();
        let stored = hasher.hash(PASSWORD).unwrap();
        assert_eq!(hasher.verify("grøn cykel ved havnem", Some(&stored)), Ok(Verdict::Wrong));
        assert_eq!(hasher.verify(PASSWORD, None), Ok(Verdict::Wrong));
        for broken in ["", "x", "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ"] {
            assert_eq!(hasher.verify(PASSWORD, Some(broken)), Err(HashingError::Broken), "{broken}");
        }
    }

    #[test]
    fn letters_composed_or_not_are_the_same_password() {
        let hasher = quick();
        let stored = hasher.hash("blå båd på åen").unwrap();
        let apart = "bla\u{30a} ba\u{30a}d pa\u{30a} a\u{30a}en";
        assert_eq!(hasher.verify(apart, Some(&stored)), Ok(Verdict::Right { needs_rehash: false }));
    }

    #[test]
    fn weaker_settings_ask_for_a_new_hash_and_stronger_ones_do_not() {
        let (weak, strong) = (Hasher::with(8, 2, 2), Hasher::with(64, 2, 2));
        let (Ok(weak), Ok(strong)) = (weak, strong) else { panic!("settings") };
        let (old, new) = (weak.hash(PASSWORD).unwrap(), strong.hash(PASSWORD).unwrap());
        assert_eq!(strong.verify(PASSWORD, Some(&old)), Ok(Verdict::Right { needs_rehash: true }));
        assert_eq!(weak.verify(PASSWORD, Some(&new)), Ok(Verdict::Right { needs_rehash: false }));
    }

    #[test]
    fn a_length_out_of_bounds_is_never_hashed() {
        // a hasher nobody may enter: whatever answers has not hashed
        let closed = Hasher { gate: Gate::new(0, 0), ..quick() };
        for password in ["short", &"a".repeat(129), &"å".repeat(10_000_000)] {
            assert_eq!(closed.hash(password), Err(HashingError::Refused));
            assert_eq!(closed.verify(password, Some("x")), Ok(Verdict::Wrong));
            assert_eq!(closed.verify(password, None), Ok(Verdict::Wrong));
        }
        assert_eq!(
            closed.verify(PASSWORD, None),
            Err(HashingError::Busy),
            "an unknown user waits in the same line"
        );
        let longest = "å".repeat(128);
        assert!(quick().hash(&longest).is_ok());
    }

    #[test]
    fn two_hash_a_few_wait_and_the_rest_are_sent_away() {
        let gate = Arc::new(Gate::new(2, 3));
        let (first, second) = (gate.enter().unwrap(), gate.enter().unwrap());
        let waiting: Vec<_> = (0..3)
            .map(|_| {
                let gate = Arc::clone(&gate);
                thread::spawn(move || {
                    let turn = gate.enter();
                    let inside = gate.counts().inside;
                    drop(turn);
                    inside
                })
            })
            .collect();
        while gate.counts().waiting < 3 {
            thread::yield_now();
        }
        assert!(gate.enter().is_none(), "the line is full");
        drop(first);
        drop(second);
        for waiter in waiting {
            assert!(waiter.join().unwrap() <= 2);
        }
        let counts = gate.counts();
        assert_eq!((counts.inside, counts.waiting), (0, 0));
        drop(counts);
        assert!(gate.enter().is_some());
    }
}
