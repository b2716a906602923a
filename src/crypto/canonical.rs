//! One way of writing several values as bytes, so that no two lists of values read the same.

/// Values in a fixed order, each preceded by its length (8 bytes, big endian). Starts with a
/// label that names the use, so that bytes made for one use mean nothing in another.
pub(super) struct Canonical(Vec<u8>);

impl Canonical {
    /// Begins the bytes of one use, such as `indsigt/field/1`.
    pub(super) fn new(label: &str) -> Self {
        Canonical(Vec::with_capacity(128)).bytes(label.as_bytes())
    }

    pub(super) fn bytes(mut self, value: &[u8]) -> Self {
        self.0.extend_from_slice(&(value.len() as u64).to_be_bytes());
        self.0.extend_from_slice(value);
        self
    }

    pub(super) fn text(self, value: &str) -> Self {
        self.bytes(value.as_bytes())
    }

    pub(super) fn number(self, value: i64) -> Self {
        self.bytes(&value.to_be_bytes())
    }

    /// A value that may be missing: missing and empty are different.
    pub(super) fn optional(self, value: Option<&[u8]>) -> Self {
        match value {
            None => self.bytes(b"0"),
            Some(value) => self.bytes(b"1").bytes(value),
        }
    }

    pub(super) fn done(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_different_lists_never_read_the_same(a in ".*", b in ".*", c in ".*", d in ".*") {
            let one = Canonical::new("x").text(&a).text(&b).done();
            let two = Canonical::new("x").text(&c).text(&d).done();
            prop_assert_eq!(one == two, (a, b) == (c, d));
        }
    }

    #[test]
    fn moving_a_character_over_a_border_is_another_list() {
        let one = Canonical::new("x").text("ab").text("c").done();
        assert_ne!(one, Canonical::new("x").text("a").text("bc").done());
        let missing = Canonical::new("x").optional(None).optional(Some(b"")).done();
        assert_ne!(missing, Canonical::new("x").optional(Some(b"")).optional(None).done());
    }
}
